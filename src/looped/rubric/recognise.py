"""Grades and column headers as people type them. Strict in meaning: what isn't listed is never guessed."""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from functools import cache

from looped.rubric.framework import OVERALL, Framework, Scale


class Unmarked(Enum):
    """A cell that holds neither a grade nor "not graded"."""

    BLANK = "blank"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class NotGraded:
    """A cell that says "not graded". reason: one of schema's REASONS_NOT_GRADED, or None where none is given."""

    reason: str | None = None


# Reason -> what people type for it. The words are the trade's, the same on every scale.
# "No evidence" and "not done" aren't here: they may mean the document that should be there, which is a grade.
NOT_GRADED: dict[str | None, tuple[str, ...]] = {
    None: ("not graded", "n/g", "ng", "ungraded", "no grade", "not rated", "not scored", "not assessed", "not audited")
    + ("unable to grade", "n/a (not graded)", "na not graded"),
    "not_applicable": ("n/a", "na", "not applicable", "does not apply", "doesn't apply")
    + ("not graded (not applicable)", "not graded (n/a)", "not graded (na)"),
    "not_enough_on_file": ("not enough on file", "not enough evidence", "not enough information")
    + ("insufficient evidence", "insufficient information")
    + ("not graded (not enough on file)", "not graded (insufficient evidence)"),
    "not_completed": ("not completed", "not complete", "not filled in", "not graded (not completed)"),
}

# Words of a header that say that its column holds a grade, or nothing at all; they tell no domain from another.
FILLING = frozenset(
    ("a", "an", "the", "of", "in", "for", "and", "to", "with", "by", "their", "domain", "quality", "audit", "practice")
    + ("grade", "grades", "graded", "grading", "judgement", "judgment", "rating", "rated", "score", "section")
)

# In shorter words one letter may make another word: "plan" and "play".
SLIPS_FROM = 6


def grade_of(text: object, scale: Scale) -> int | NotGraded | Unmarked:
    """What a cell says about a grade: its position on the scale, "not graded", or neither.

    text: the cell's value; case, spaces, dots, hyphens and brackets don't matter, other signs do.
    A grade is known by its name, its short form or a synonym of the framework's file, by the whole cell alone:
    "Good/RI", "good or better" and "Goof" are unreadable.
    """
    typed = plain("" if text is None else str(text))
    if typed == "":
        return Unmarked.BLANK
    return _cells(scale).get(typed, Unmarked.UNREADABLE)


def domain_of(header: object, framework: Framework) -> str | None:
    """Code of the domain, or `overall`, whose grades stand under a column header; None where it can't be told.

    A header tells a domain when it holds one of its telling words, none of another domain, and besides only
    words of its own title or words like "quality of" and "grade": "Supervision comments" is no grade.
    One letter wrong in a long word is a slip of the pen: "Assesments".
    """
    words = _mended(_words("" if header is None else str(header)), framework)
    told = [code for code in framework.graded_codes if _tells(words, code, framework)]
    if len(told) != 1 or not set(words) <= _own_words(told[0], framework):
        return None
    return told[0]


def plain(text: str) -> str:
    """A text without what doesn't matter in it: case, accents, spaces, dots, hyphens, brackets.

    >>> plain(" Req. Improvement ")
    'reqimprovement'
    """
    folded = unicodedata.normalize("NFKD", text).casefold().replace("&", "and")
    return re.sub(r"[\s.()\[\]'’‐‑‒–—−_-]|[\u0300-\u036f\u200b\ufeff]", "", folded)


def telling_words(code: str, framework: Framework) -> tuple[str, ...]:
    """Phrases that tell a domain (or `overall`) in a header, in plain words with single spaces."""
    if code == OVERALL:
        written: tuple[str, ...] = (framework.overall_title, *framework.overall_synonyms)
    else:
        domain = framework.domain(code)
        written = (domain.title, domain.short, *domain.synonyms)
    return tuple(dict.fromkeys(" ".join(_words(text)) for text in written))


@cache
def _cells(scale: Scale) -> dict[str, int | NotGraded]:
    cells: dict[str, int | NotGraded] = {
        plain(words): NotGraded(reason) for reason, listed in NOT_GRADED.items() for words in listed
    }
    for grade in scale.grades:
        for words in (grade.name, grade.short, *grade.synonyms):
            cells[plain(words)] = grade.position
    return cells


def _words(header: str) -> list[str]:
    folded = unicodedata.normalize("NFKD", header).casefold().replace("&", " and ")
    return re.findall(r"[^\W\d_]+", re.sub(r"['’\u0300-\u036f\u200b\ufeff]", "", folded))


def _mended(words: list[str], framework: Framework) -> list[str]:
    """Long words with one letter wrong, by the known word that was meant, as long as its domain is beyond doubt."""
    owners: dict[str, set[str]] = {}
    for code in framework.graded_codes:
        for known in _own_words(code, framework):
            owners.setdefault(known, set()).add(code)
    return [word if word in owners else _meant(word, owners) for word in words]


def _meant(word: str, owners: dict[str, set[str]]) -> str:
    near = sorted(known for known in owners if min(len(word), len(known)) >= SLIPS_FROM and _one_slip(word, known))
    return near[0] if near and all(owners[known] == owners[near[0]] for known in near) else word


def _one_slip(word: str, other: str) -> bool:
    """Whether one letter too many, missing, wrong, or two neighbours swapped is all that tells them apart."""
    shorter, longer = sorted((word, other), key=len)
    if len(longer) - len(shorter) == 1:
        return any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))
    if len(longer) > len(shorter):
        return False
    apart = [n for n in range(len(word)) if word[n] != other[n]]
    neighbours = len(apart) == 2 and apart[1] == apart[0] + 1
    return len(apart) == 1 or (neighbours and word[apart[0]] == other[apart[1]] and word[apart[1]] == other[apart[0]])


def _tells(words: list[str], code: str, framework: Framework) -> bool:
    line = f" {' '.join(words)} "
    return any(f" {phrase} " in line for phrase in telling_words(code, framework))


def _own_words(code: str, framework: Framework) -> set[str]:
    own = {word for phrase in telling_words(code, framework) for word in phrase.split()}
    return own | FILLING
