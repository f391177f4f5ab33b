"""Figures that must come out of others, told by the weight of signs: what is told, what is left alone, and when."""

import pytest

from looped.checker.evidence import points
from looped.checker.evidence.figures import figures_of
from looped.checker.evidence.means import means
from looped.checker.evidence.points import Card
from looped.checker.evidence.reading import Reading, given, is_slip
from looped.checker.evidence.rests import rests
from looped.checker.evidence.shares import shares
from looped.checker.evidence.sums import sums
from looped.checker.judging import judge
from looped.checker.prose import passage
from looped.checker.readers.text import read


def weighed(text: str) -> set[str]:
    """The codes of what is weighed and told."""
    return {each.code for each in judge(read(text)).findings if each.code.startswith("weighed-")}


def amiss(text: str) -> set[str]:
    """The codes of everything found amiss."""
    return {each.code for each in judge(read(text)).findings if each.verdict != "ok"}


def weightiest(reader, card: Card, text: str) -> int:
    """The points of the weightiest reading of a text; far below nought where there is none."""
    return max((card.weight(each) for each in reader(passage(text))), default=-99)


WRONG = [
    (shares, points.SHARE, "Keys were signed for in {} vans, or 80% of the fleet of 70.", "56", "64"),
    (shares, points.SHARE, "Of 85 lamps, a new bulb was needed in {} (20%).", "17", "27"),
    (shares, points.SHARE, "We wrote to 60 shops. Answers came from {} – a rate of 45%.", "27", "24"),
    (sums, points.SUM, "The harbour has {} berths in all: 14 for sail, 22 for oars and 9 for guests.", "45", "54"),
    (sums, points.SUM, "Lost keys numbered {} (spring: 57; summer: 64; autumn: 20; winter: 35).", "176", "186"),
    (
        rests,
        points.REST,
        "The earlier survey listed thirteen faults. Seven are mended. The {} not mended follow.",
        "six",
        "eight",
    ),
    (rests, points.REST, "Of 120 forms, 13 were late and 27 torn. The other {} were sound.", "80", "90"),
    (means, points.MEAN, "With 44 leavers from a workforce of 220, staff turnover was {}%.", "20.0", "22.0"),
    (means, points.MEAN, "The 62 callers gave 434 points between them, a mean score of {}.", "7.00", "6.25"),
]


@pytest.mark.parametrize(("reader", "card", "text", "right", "wrong"), WRONG)
def test_what_nothing_gives_weighs_enough_and_what_comes_out_has_no_reading(reader, card, text, right, wrong):
    """The wrong figure is told by its own card; the right one isn't even read."""
    assert weightiest(reader, card, text.format(wrong)) >= card.enough
    assert weightiest(reader, card, text.format(right)) < card.enough
    assert not weighed(text.format(right))


RIGHT = [
    # Given by what others make, leave, or by their change.
    "The sample held 72 women (29.9%) and 169 men.",
    "Of 50 prints 35 were sharp and 6 usable, so 18% were neither.",
    "Queries rose from 160 to 232, an increase of 45%.",
    "Dues came from 31 of the 38 members and not from the other seven, a default rate of 18.4%.",
    # Of another time, an aim, or a case that is only thought of.
    "Of 1,612 bills, 1,274 (79.0%) were paid in a month. Last year it had been 77.0%.",
    "In 12 of 20 weeks the target of 95% was met.",
    "Of 178 guests 158 told us; if each of the others had come by car it would be 65%.",
    # Told roughly, in words, one of many, or with a note.
    "More than 80% of guests (96 of 110) liked it.",
    "Most files (18 of 30) had a plan, and nearly all (96%) were dated.",
    "The four sites scored 96, 93 and 89% in turn, with 5 of 7 inspected.",
    "We called at 33 shops.* On the day 17 (59%) were open.\n* Four had closed for good.",
    "By value 7.2% of the 30 claims, five of them, were wrong.",
    # Lists that are no parts of the total, or only some of them.
    "Of the 112 letters, 67 were about roofs, 24 about noise and 13 about cars; the rest were about other things.",
    "The first, second and third letter went to 50%, 40% and 25% of the 60 homes (30, 24 and 15 respectively).",
    "Of 21 parents (11, or 52%) many said so, a few adding that there was one way to go.",
    "A check was made in 25 of 45 cases. Doses ran from 4 to 38 units.",
    "The grant was £8.9m: £1.7m for roads, £3.7m for buses and £3.6m for paths (figures are rounded).",
    # No rest: told of those just told, or in another way.
    "Eight had been done, three of those late; the other four of the twelve had not.",
    "Every one of the 26 shops had a licence. None had a plan but 16 had a notice. The remaining ten had neither.",
    # No mean of two: a price, the mean of a list, of elsewhere, a rate by the thousand.
    "We bought six chairs at £2.39 each and nine rugs at £2.71, £38.73 in total.",
    "Calls numbered 49 in July, 47 in August and 93 in September, an average of 63.0 a month.",
    "There were 7 falls in 1,454 bed days, a rate of 4.8 per 1,000 (national mean 6.6).",
    "Of 482 letters 17 came back and 218 were answered, a response rate of 47% of those delivered.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_texts_are_left_alone(text):
    assert not weighed(text)


def test_a_figure_is_weighed_only_where_no_other_rule_speaks():
    """Two voices for one slip would be told as two."""
    text = "We tried 50 locks. Four were rusty and three had been forced. The remaining 45 worked."

    assert weightiest(rests, points.REST, text) >= points.REST.enough
    assert amiss(text)
    assert not weighed(text)


def test_of_one_paragraph_one_is_told():
    """A total and a rest of the same wrong figures are one slip."""
    text = "Boats counted: 295. Boats on the list: 96. Boats over: 118. Boats under: 83."

    assert len([each for each in judge(read(text)).findings if each.code.startswith("weighed-")]) == 1


def test_beside_a_table_its_own_rules_speak():
    wrong = "Keys were signed for in 64 vans, or 80% of the fleet of 70; the other books were missing."

    assert weighed(wrong) == {"weighed-share"}
    assert not weighed(f"{wrong}\n\nVan\tKeys\nA\t3\nB\t4\n")


def test_a_share_of_what_another_paragraph_tells_is_right():
    """ "4.4% of those made" - the 91 stand a section before."""
    apart = "Keys were signed for in 64 vans, or 80% of the fleet of 70; the other books were missing."

    assert weighed(apart)
    assert not weighed(f"Vans with keys: 80 in all were looked at.\n\n{apart}")


def test_too_few_and_too_many_figures_are_not_read():
    assert figures_of(passage("Seven came.")) == ()
    assert figures_of(passage("; ".join(f"{n} boats" for n in range(100, 170)))) == ()


def test_a_slip_is_near_a_digit_or_the_same_digits():
    assert all(is_slip(*pair) for pair in [(5, 7), (598, 589), (20, 30), (912, 219)])
    assert not any(is_slip(*pair) for pair in [(5, 19), (120, 183)])


def test_points_of_two_signs_count_where_both_are_there():
    figure = figures_of(passage("Of 30 files 7 were late."))[0]
    card = Card(1, 5, {"a": 2, "a, b": 4})

    def weight(*signs: str) -> int:
        return card.weight(Reading(figure, (), figure.value, "", frozenset(signs)))

    assert (weight(), weight("a"), weight("b"), weight("a", "b")) == (1, 3, 1, 7)


def test_what_counts_give_holds_their_sums_and_differences():
    told = given(figures_of(passage("There were 40 cups, 25 plates and 12 forks.")))

    assert {40, 25, 12, 65, 37, 15, 13, 77} <= set(told.made)
