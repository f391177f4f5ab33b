"""Grades in words: which grades a sentence says that something was given, and which columns of a table hold them."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.patterns import pattern_of
from looped.checker.placing import BEST_FIRST
from looped.checker.sheets.sheet import THEN, Sheet

_NAMES = "|".join(sorted(BEST_FIRST, key=len, reverse=True))
# "Reasonable assurance or better".
_THING = r"(?: (?:assurance|opinions?|ratings?|practice|standards?|grades?))?"
# Behind one of these words a grade is what something was given.
GIVEN = pattern_of(
    r"\b(?:rated|judged|graded|found|assessed|classed|scored|received|given|got|gained|awarded|achieved|earned|"
    r"opinions?|ratings?|grades?|judge?ments?|assurance|(?:were|was|is|are|be|been|had)(?! (?:rated|judged|graded|"
    r"found|assessed|given|awarded)\b))\b",
    re.I,
)
SAID = pattern_of(
    rf"\b(?P<worse>(?:below|beneath|less than|worse than|lower than|short of|anything less than)|"
    rf"(?P<up>better than|above|higher than)|(?P<least>at least|no (?:worse|lower|less) than))? ?"
    rf"(?:a |an |the )?[“‘\"']?(?P<what>(?:{_NAMES})(?:[”’\"']?(?:,| or| and|, or|, and) (?:a |an )?[“‘\"']?"
    rf"(?:{_NAMES}))*)[”’\"']?"
    rf"(?P<better>{_THING} or (?:better|above|higher))?(?P<lower>{_THING} or (?:worse|below|lower|less))?(?![a-z-])",
    re.I,
)
REACH = 46
# "Only Ash was full", "the level was high": no grade, but of these things.
FULL, ASSURED = frozenset(("full",)), pattern_of(r"\b(?:assurance|opinions?|compliance|confidence|marks)\b", re.I)
OVERALL = pattern_of(r"\boverall\b|\bjudge?ment\b|\brating\b|\bgrade\b|\bopinion\b", re.I)


def grade_said(text: str) -> tuple[frozenset[str], tuple[int, int]]:
    """The grades that a sentence says something was given, and where.

    >>> sorted(grade_said("two were judged to be below satisfactory")[0])[:2]
    ['adequate', 'amber']
    """
    for found in _said(text):
        if not is_of_places(found, text):
            return grades_in(found), found.span()
    return frozenset(), (0, 0)


def is_of_places(found: re.Match[str], text: str) -> bool:
    """ "Two yards were full": no grade, where nothing says so."""
    return grades_in(found) == FULL and not ASSURED.search(text)


def _said(text: str) -> Iterator[re.Match[str]]:
    """Grades behind a word that something was given or that sets them against others."""
    if not any(name in text.lower() for name in BEST_FIRST):
        return
    given = [each.end() for each in GIVEN.finditer(text)]
    for found in SAID.finditer(text):
        near = [place for place in given if place <= found.start() and found.start() - place < REACH]
        aside = any(found[name] for name in ("worse", "up", "least", "better", "lower"))
        if (near and not re.search(r"[.;]", text[near[-1] : found.start()])) or aside:
            yield found


def grades_in(found: re.Match[str]) -> frozenset[str]:
    """The grades that a match of SAID means, those better or worse among them where it says so."""
    names = [re.sub(r"^(?:a|an) |[“”‘’\"']", "", n.strip().lower()) for n in re.split(r",| or | and ", found["what"])]
    places = [BEST_FIRST.index(name) for name in names if name in BEST_FIRST]
    if found["up"]:
        return frozenset(BEST_FIRST[: min(places)])
    if found["least"] or found["better"]:
        return frozenset(BEST_FIRST[: max(places) + 1])
    if found["worse"]:
        return frozenset(BEST_FIRST[max(places) + 1 :])
    if found["lower"]:
        return frozenset(BEST_FIRST[min(places) :])
    return frozenset(BEST_FIRST[place] for place in places)


def worded_columns(sheet: Sheet, columns: Sequence[int], text: str) -> list[int]:
    """The columns of words that a sentence means: those named, the overall one, or all."""
    worded = [at for at, kind in enumerate(sheet.kinds) if kind == "words"]
    named = [at for at in columns if at in worded]
    overall = [at for at in worded if OVERALL.search(sheet.heads[at]) and not THEN.match(sheet.heads[at])]
    return named or (overall if "overall" in text.lower() or len(overall) == 1 and len(worded) > 1 else worded)


def graded(sheet: Sheet, rows: Sequence[int], column: int) -> dict[int, str]:
    """The grade of each row in a column of words; nothing where one of them is none."""
    words = {row: sheet.texts[row][column].strip().lower() for row in rows}
    return words if all(word in BEST_FIRST for word in words.values()) else {}
