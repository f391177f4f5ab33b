"""Patterns are tried only where a match can be: nothing that the plain pattern finds may be passed over."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from looped.checker.letters import reach_of
from looped.checker.patterns import Pattern, needs_of, pattern_of
from looped.checker.rules import rules

SOURCES = (
    r"\b(?:rose|r(?:ise|isen)|gr[eo]w) by \d+",
    r"\bdoubl\w+|trebl\w+",
    r"(?:the )?(?:a|b){0,2}c+d?",
    r"(?<!no )(?=ab)a(?:b|cd)?[x-z]",
    r"[(\[]\d|%",
    r"\w+",
    r"(?P<n>one|two) and (?P=n)",
    r"(?:more (?:than|or)|fewer than)(?! one)",
)


@pytest.mark.slow
@pytest.mark.parametrize("source", SOURCES)
@given(text=st.text(alphabet="abcdxyz rosetwnmfhugi.()[]%123DABLT", max_size=40))
def test_what_the_plain_pattern_finds_is_found(source: str, text: str) -> None:
    """Guards that the letters looked for first are in every match, in whatever case the text stands."""
    plain, ours = re.compile(source, re.I), pattern_of(source, re.I)
    assert [each.span() for each in ours.finditer(text)] == [each.span() for each in plain.finditer(text)]


@pytest.mark.parametrize(
    ("source", "needs"),
    [
        (r"\b(?:rose|r(?:ise|isen)) by \d+", ("rose by ", "rise by ", "risen by ")),
        (r"\bmost(?: of the)?\b", ("most",)),
        (r"\d+ (?:of|out of) \d+", (" of ",)),
        (r"(?:abc)?\w+", ()),
        (r"colou?rs?", ("colour", "color")),
        (r"(?:abc|\d)x", ("x",)),
        (r"(?:ab)+", ("ab",)),
        (r"(?:[a-z]|xyz)", ()),
    ],
)
def test_what_any_match_must_have(source: str, needs: tuple[str, ...]) -> None:
    """Guards that a need is read where there is one, the most telling, and that none is made up."""
    assert set(needs_of(source, 0)) == set(needs)


def test_methods_do_as_those_of_a_compiled_pattern() -> None:
    """Guards each method, where the text has what is needed and where it hasn't."""
    ours = pattern_of(r"(\d) of (\d)")
    plain = re.compile(r"(\d) of (\d)")
    for text in ("3 of 4, 2 of 4", "three out of four", "3 in 4"):
        assert ours.findall(text) == plain.findall(text)
        assert ours.sub("x", text) == plain.sub("x", text)
        assert ours.split(text) == plain.split(text)
        for name in ("search", "match", "fullmatch"):
            one, other = getattr(ours, name)(text), getattr(plain, name)(text)
            assert (one and one.span()) == (other and other.span())
    assert ours.search("3 of 4", 1) is None
    assert "compiled" not in vars(pattern_of("of"))


def test_rules_have_patterns_that_are_seldom_tried() -> None:
    """Guards that most patterns of the rules are read so: a slip in the reading would try them all, unseen."""
    own = [each for rule in rules() for each in vars(rule).values() if isinstance(each, Pattern)]
    assert sum(not each.may_be_in("Nothing") for each in own) > 0.8 * len(own)


@pytest.mark.parametrize(
    ("source", "reach"),
    [
        (r"\bno $", 4),
        (r"\b(?:no|none)\s+$", 69),
        (r"\b(?:than|as) (?:the |its )*$|^of $", 70),
        (r"of (?:[a-z]+ ){0,2}$", 134),
        (r"\bno\b", None),
        (r"(?:no $|yes)", None),
        (r"of [^.;]*$", None),
        (r"of .+$", None),
        (r"(?P<a>no)(?P=a)$", None),
        (r"of [^.;]{0,20}$", 24),
        (r"of (?:[a-z][^.])*$", None),
        ("", None),
    ],
)
def test_how_far_from_the_end_a_match_can_begin(source: str, reach: int | None) -> None:
    """Guards that only what is bound to the end of a text is looked for near it."""
    assert reach_of(source, 0) == reach


@pytest.mark.parametrize("source", [r"\b(?:no|none)\s+$", r"(?<!x )\b(?:than|as) (?:the |its )*$|^of $", r"no.*$"])
@given(end=st.text(alphabet="xnoe asthi.f", max_size=30))
def test_the_end_of_a_long_text_is_looked_at(source: str, end: str) -> None:
    """Guards that a long text's end gives the match that the plain pattern gives."""
    text = "so it was " * 60 + end
    plain, ours = re.search(source, text), pattern_of(source).search(text)
    assert (plain and plain.span()) == (ours and ours.span())
    assert pattern_of(source).search(text, 0, 20) is None
