"""Texts read once for every pattern: what is passed over can never be what a rule would have found."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.checker.test_patterns import SOURCES

from looped.checker import claims, keeping, needed, numbers, remarks
from looped.checker.context import Context
from looped.checker.judging import judge
from looped.checker.letters import all_needs_of
from looped.checker.lexicon import EDGE, Lexicon, letters_of
from looped.checker.linking import labels_of, mentions, signs_of
from looped.checker.patterns import SHELF, Pattern, Texts, known, pattern_of
from looped.checker.placing import may_be_placed, spot_of
from looped.checker.prose import passage
from looped.checker.quieting import quieted
from looped.checker.readers.text import read
from looped.checker.rules import rules
from looped.checker.speaking import grids_of_rows, named_rows

TEXTS = Path(__file__).parents[2] / "checker_texts"
EXAMPLES = [text for rule in rules() for text in (rule.GOOD, rule.BAD)]
# Edges of words, several needs, needs within groups beside an edge.
EDGED = (
    r"\bno\b",
    r"\b(?:not|n[o’]t|nor)\b[a-z ]{0,9}\bone\b",
    r"\b(?:a|the) (?:cat|dog)s?\b|%\b",
    r"\d+ in (?:every )?(?:two|[2-5])\b",
    r"(?:^|; )(?:of|in) \w+",
    r"(?<!\bno )(?=one)\bone\b",
    r"x\b(?:rose|fell\w*)\b",
)


@pytest.mark.slow
@pytest.mark.parametrize("source", [*SOURCES, *EDGED])
@given(text=st.text(alphabet="notn’ aecdgs2in; of%rxwtw", max_size=40))
def test_what_the_plain_pattern_finds_is_found_in_a_known_text(source: str, text: str) -> None:
    """Guards that a text read by its words is passed over only where there is no match."""
    ours = Pattern(source, re.I)
    lexicon = Lexicon([ours.all_needs])
    if re.search(source, text, re.I):
        assert lexicon.read(text) == 1


@pytest.mark.slow
def test_no_pattern_of_a_rule_passes_over_what_it_finds() -> None:
    """Guards every pattern there is on every example: what it finds, it is tried on."""
    paragraphs = {each.text for text in EXAMPLES for each in read(text).paragraphs}
    texts = paragraphs | {each for text in paragraphs for each in passage(text).sentences}
    every = [each for each in SHELF.patterns if each.all_needs]
    for text in texts:
        known(text)
        passed = [each.pattern for each in every if not each.may_be_in(text) and each.compiled.search(text)]
        assert passed == []


@pytest.mark.slow
def test_rules_find_the_same_without_passing_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guards the patterns that rules say they need: put to every sentence they find no more."""
    sentences = json.loads((TEXTS / "sentences.json").read_text())
    told = [*EXAMPLES, (TEXTS / "spoken_of_tables.txt").read_text(), "\n\n".join(_texts_in(sentences))]
    found = [judge(read(text)).findings for text in told]
    monkeypatch.setattr(Texts, "with_any", lambda self, patterns: list(self.things))
    assert [judge(read(text)).findings for text in told] == found


def _texts_in(told: object) -> list[str]:
    if isinstance(told, str):
        return [told]
    inner = told.values() if isinstance(told, dict) else told if isinstance(told, list) else ()
    return [text for each in inner for text in _texts_in(each)]


def test_words_are_told_from_parts_of_words() -> None:
    """Guards that an edge is heeded: "no" is in "no one" and in "(no)", and not in "none"."""
    lexicon = Lexicon([pattern_of(r"\bno\b").all_needs, pattern_of(r"no").all_needs, ()])
    assert [lexicon.read(text) for text in ("None", "no one", "(No)", "yes")] == [0b110, 0b111, 0b111, 0b100]


def test_all_needs_must_be_met() -> None:
    """Guards that a pattern with two needs is passed over where one of them is missing."""
    lexicon = Lexicon([pattern_of(r"\bfrom \d+ [a-z]+ to\b").all_needs])
    assert [lexicon.read(text) for text in ("from here", "to there", "to there from here")] == [0, 0, 1]


@pytest.mark.parametrize(
    ("need", "letters"),
    [("", ""), (" ", ""), ("in two", "|two"), (f"{EDGE}per cent", "|per|"), (" (n", " (n"), (f"x{EDGE} y", "x|")],
)
def test_letters_of_a_need(need: str, letters: str) -> None:
    """Guards which letters are looked up: of the rarest word, with the edges that are sure."""
    assert letters_of(need).replace(EDGE, "|") == letters


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guards the memory of a service that reads one document after the other."""
    monkeypatch.setattr("looped.checker.lexicon.MOST_WORDS", 3)
    monkeypatch.setattr("looped.checker.lexicon.MOST_TEXTS", 2)
    lexicon = Lexicon([[("yes",)]])
    for text in ("a yes b", "yes", "c d e yes", "no", "oh yes"):
        assert lexicon.read(text) == ("yes" in text)
        assert len(lexicon.words) <= 3
        assert len(lexicon.texts) <= 2


def test_a_pattern_made_later_is_tried() -> None:
    """Guards a pattern that wasn't there when a text was read."""
    known("No lift at all")
    assert pattern_of(r"\blift\b").search("No lift at all")
    assert pattern_of(r"\bstairs\b").search("No lift at all") is None


def test_labels_are_looked_for_where_one_begins() -> None:
    """Guards that a label is found by its first word or its initials, and that no other is looked for."""
    labels = labels_of(("Requires improvement", "Good", "Ward A", ""))
    assert [each.at for each in labels.begun_in(signs_of("RI in wards"))] == [0, 2]
    assert [each.at for each in mentions("Two were RI, one good", ("Requires improvement", "Good"))] == [0, 1]
    assert mentions("Two were poor", ("Requires improvement", "Good")) == []


def test_tables_are_found_by_their_rows() -> None:
    """Guards that the index of rows gives the tables that going through all of them gives."""
    tables = "\n\n".join(f"Table {n}\n\nSite\tLate\n{a}\t3\n{b}\t4\nTotal\t7" for n, a, b in _sites())
    made = Context(read(tables))
    assert len(made.grids) == 3
    for text in ("Ash had three", "none at Rowan Lodge", "Elm and Oak", "the RL", "elsewhere"):
        expected = [grid for grid in made.grids if named_rows(grid, text)]
        assert grids_of_rows(made, text) == expected


def _sites() -> tuple[tuple[int, str, str], ...]:
    return (1, "Ash", "Elm"), (2, "Oak", "Ash"), (3, "Rowan Lodge", "Elm")


def test_figures_that_nothing_places_are_of_no_row() -> None:
    """Guards that a figure is put to a table wherever one of its rows or columns can be meant."""
    several = 0
    for text in EXAMPLES:
        for each in remarks.remarks(Context(read(text))):
            spots = [spot_of(each, entry) for entry in each.read.of_sentence(each.at)]
            assert may_be_placed(each) or not any(spot.rows or spot.columns for spot in spots)
            several += not may_be_placed(each)
    assert several


def test_there_is_nothing_beyond_the_sentences() -> None:
    """Guards that what stands before the first sentence isn't the last one."""
    told = passage("Ash had 7 falls. Elm had 4.")
    assert [told.sentence_at(place) for place in (0, 16, 17, 26)] == [0, 0, 1, 1]
    assert (told.sentence(-1), told.of_sentence(-1), told.of_sentence(2)) == ("", [], [])
    assert [each.value for each in told.of_sentence(1)] == [4]


def test_what_is_kept_of_patterns_is_what_is_read_of_them() -> None:
    """Guards that a pattern isn't passed over by what was kept for another, or for an older source of its own."""
    every = [each for each in SHELF.patterns if needed.kept(each.pattern, each.flags) is not None]
    assert [each.all_needs for each in every] == [all_needs_of(each.pattern, each.flags) for each in every]
    assert needed.kept(r"no rule has this", 0) is None
    assert needed.key_of("a", 0) != needed.key_of("a", re.I)


def test_every_pattern_is_kept_when_the_program_is_set_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Guards the file that a start reads instead of every pattern: all of them, and nothing where there is none."""
    monkeypatch.setattr(needed, "FILE", tmp_path / "needed.json")
    read_again = needed._all.__wrapped__
    assert read_again() == {}
    needed.FILE.write_text(keeping.text_of_all(), "utf-8")
    assert len(read_again()) == len({needed.key_of(each.pattern, each.flags) for each in SHELF.patterns})


def test_letters_of_several_words_stand_together() -> None:
    """Guards that words apart aren't taken for what a match needs: "not any" is in neither "not one" nor "any but"."""
    lexicon = Lexicon([pattern_of(r"\bnot any\b").all_needs, pattern_of(r"\b(?:in all|not one)\b").all_needs])
    assert [lexicon.read(text) for text in ("not one of any", "Not any", "all in", "in all", "not")] == [2, 1, 0, 2, 0]


def test_counts_are_looked_for_where_one_begins() -> None:
    """Guards that patterns of claims tried at the counts alone have the matches that a search has."""
    texts = [*EXAMPLES, "Twenty-one of 30 (70%), 7 (23%) of 30; one in 1,204 of 3.5/7 or 12 (40%) of these"]
    several = 0
    for text in texts:
        starts = [each.start() for each in claims.COUNT.finditer(text)]
        for each in claims.PATTERNS:
            found = [found.span() for found in claims._matches(each, text, starts)]
            assert found == [found.span() for found in each.compiled.finditer(text)]
            several += bool(found)
    assert several


# In a process of its own: here other tests have had every pattern made.
FRESH = """
from looped.checker.judging import judge
from looped.checker.keeping import text_of_all
from looped.checker.patterns import SHELF
from looped.checker.readers.text import read
from looped.checker.rules import rules

kept = text_of_all().count(": [")
before = len(SHELF.patterns)
judge(read("\\n\\n".join(text for rule in rules() for text in (rule.GOOD, rule.BAD))))
print(kept, before, len(SHELF.patterns))
"""


def test_no_pattern_is_made_while_a_document_is_read() -> None:
    """Guards the reading of a long document: with each new pattern all of it would be read anew, and kept for ever.

    And the file that a start reads: a pattern that is not in it is read anew at each start.
    """
    told = subprocess.run([sys.executable, "-c", FRESH], check=True, capture_output=True, text=True).stdout
    kept, before, after = map(int, told.split())
    assert kept == before == after
    assert pattern_of(r"\bonce\b") is pattern_of(r"\bonce\b")


def test_numbers_in_words_begin_as_they_are_said_to() -> None:
    """Guards that no number in words is passed over for its first letter."""
    assert all(each[0] in numbers.BEGINS for each in (*numbers.SMALL, *numbers.TENS))
    assert all(re.fullmatch(numbers.WORDS, each, re.I) for each in (*numbers.SMALL, *numbers.TENS, "Sixty-one"))
    assert [quieted(f"on 7 {month} 12 came") for month in ("May", "Sept", "DECEMBER")] == [
        f"on{' ' * (len(month) + 3)} 12 came" for month in ("May", "Sept", "DECEMBER")
    ]
