"""Statements in a document that tells of many other things: its numbers excuse nothing, its tables are not theirs.

Guards what a long report has beside a statement: totals of other tables that give any share, the same number told of
something else, tables of other sections with the same names, headings that stand in every chapter.
"""

import pytest
from tests.unit.checker.verdicts import wrong

from looped.checker.sheets.around import Placed
from looped.checker.summaries import _that_may_be_named


def tables(heading: str = "## Yard {}\n\n") -> str:
    """Twelve tables of boats, whose totals are 60 numbers between 40 and 400."""
    found = []
    for at, name in enumerate("abcdefghijkl"):
        old, new = 20 + 15 * at, 31 + 13 * at
        found.append(
            f"{heading.format(name)}Sort | Boats | Sails\nold | {old} | {new}\nnew | {new} | {old + 7}\n"
            f"Total | {old + new} | {old + new + 7}"
        )
    return "\n\n".join(found)


PORTS = "## Rates by port\n\nPort | 2021 | 2022\nAyr | 61% | 64%\nOban | 75% | 71%\nTroon | 52% | 58%"
CHAPTERS = (
    "## Results\n\nPort | 2021 | 2022\nAyr | 86% | 85%\nOban | 71% | 62%\n\nAyr was {} the strongest port.\n\n"
    "# Ropes\n\n## Results\n\nPort | 2021 | 2022\nAyr | {} | {}\nOban | 81% | 88%"
)
# What is told, right and wrong, and by which rule.
FORMS = [
    ("A total of 387 ropes were tested, of which 175 ({}) were new.", "45%", "64%", "share-of-base"),
    ("The harbour took in 101 boats in the year; {} (12) were sunk.", "12%", "15%", "share-of-base"),
    ("Findings (base: 118 ropes)\n\n- 32 (27%) were new;\n- 13 ({}) were old;\n- 90 (76%) were dry.", "11%", "19%",
     "share-of-base"),
    ("Of the 362 ropes tested, 247 (68.2%) were new; 190 (52.5%) were dry; 58 ({}) were long.", "16.0%", "21.2%",
     "share-of-base"),
    ("We rang 142 choirs.\n\nThe {} choirs that we rang were glad.", "142", "145", "taken-up"),
    ("We rang 155 choirs.\n\nThe {} choirs that we rang were glad.", "155", "170", "taken-up"),
]  # fmt: skip
RIGHT = [
    "The strongest of the three ports was Troon. Scores were: Ayr 57%; Oban 61%; Troon 87%.",
    "Late boats rose in every year at Oban: 20 in 2019, 35 in 2020, 57 in 2021 and 89 in 2022.",
    "A total of 1,791 meals were given to 253 divers, a mean of 7.1 meals each.",
    "Asked whether it was fair, 26% strongly agreed and 30% agreed, giving 56% in agreement overall (n = 672).",
]


@pytest.mark.parametrize(("form", "right", "slip", "code"), FORMS)
def test_what_others_tell_excuses_no_slip(form, right, slip, code):
    """Guards that a total of another table or the same number of something else doesn't bear a slip out."""
    around = f"{tables()}\n\n{tables('## Other yard {}')}\n\n## Own\n\n{{}}\n\n## Talk\n\nWe sold 145 ropes and 151 sails. We bought 145 nets."
    assert wrong(around.format(form.format(right))) == set()
    assert code in wrong(around.format(form.format(slip)))


@pytest.mark.parametrize("text", RIGHT)
def test_what_others_tell_makes_nothing_wrong(text):
    """Guards that a paragraph which tells figures of its own is not held against the table of another section."""
    assert wrong(f"{PORTS}\n\n{tables()}\n\n## Own\n\n{text}") == set()


def test_a_share_is_of_a_whole_that_two_tables_have():
    """Guards that in a document of many tables a total which stands in several may be what a share is of."""
    both = f"{tables()}\n\n## More\n\nSort | Nets\nold | 20\nnew | 31\nTotal | 51"
    assert wrong(f"{both}\n\n## Own\n\nThe yard had 90 boats, and 17 (33%) were old. It had 40 oars.") == set()


def test_a_heading_that_stands_twice_is_two_sections():
    """Guards that "Results" of the next chapter is not where a sentence of this one looks for its table."""
    assert wrong(CHAPTERS.format("consistently", "60%", "61%")) == set()
    assert wrong(CHAPTERS.format("consistently", "90%", "91%").replace("71% | 62%", "71% | 92%")) != set()


def test_far_from_its_tables_a_text_without_headings_is_prose():
    """Guards that a text without headings is not read as if all of it stood beside its tables."""
    prose = "\n\n".join(
        f"The {name} boat was mended in spring." for name in ["red", "blue", "green", "grey", "white", "black"]
    )
    text = (
        f"{tables('').split('Sort')[0]}{tables('')}\n\n{prose}\n\n{prose}\n\nThe largest of the three ports is {{}}, "
    )
    text += "with 74 berths; Oban has {} and Troon 61."
    assert wrong(text.format("Ayr", 60)) == set()
    assert "order-first" in wrong(text.format("Ayr", 115))


def test_a_sentence_beside_a_table_may_tell_figures_of_others():
    """Guards that what a paragraph tells with figures of its own is not counted in the table beside it."""
    table = "Port | Met\nAyr | 22.8%\nOban | 52.9%\nTroon | 33.3%\n\n"
    text = "The target of 70% was met in every {}: the north yard 84%, the east yard 72% and the south yard 82%."
    assert wrong(table + text.format("port")) == set()
    assert (
        wrong(f"{table}Both ports met the 90% mark: Rye with 57 of 62 (91.9%) and Deal with 83 of 85 (97.6%).") == set()
    )
    assert wrong(f"{table}The target of 30% was met in every port.") != set()


def test_a_mark_leads_to_the_next_note_with_it():
    """Guards marks that stand again on every page, each with a note of its own."""
    text = (
        "Of the boats seen 70 (76.9%)* were dry.\n\n* Base: the 91 boats with a clear answer; 29 without are left out.\n\n"
        "Of the sails seen 66 ({})* were new.\n\n* Base: the 256 sails with a clear answer; 19 without are left out."
    )
    assert wrong(text.format("25.8%")) == set()
    assert "footnoted" in wrong(text.format("72.5%"))


def test_tables_that_may_be_meant_come_in_the_order_of_the_document():
    """Guards that what is found doesn't hang on the order in which the words of a sentence are kept."""
    names = ("boat", "sail", "rope", "tent", "mast", "flag", "bell")
    by_stem = {stem: {place: Placed(place, None)} for place, stem in enumerate(names)}
    found = _that_may_be_named(by_stem, "Bells, flags, masts, tents, ropes, sails and boats were counted.")
    assert [each.place for each in found] == sorted(range(len(names)))
