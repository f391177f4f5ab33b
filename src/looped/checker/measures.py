"""In which sense the columns of a table are compared: by number or by share, as the words of a sentence say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from looped.checker.numbers import NUMERAL, whole
from looped.checker.patterns import pattern_of
from looped.checker.sheets.giving import pair_of, shared_out
from looped.checker.sheets.naming import alike, label_words, tokens_of
from looped.checker.sheets.sheet import Sheet

BY_SHARE = pattern_of(
    r"\b(?:share|shares|proportions?|percentages?|per ?cent|rates?|likely|likeliest|likelihood|"
    r"proportionately|compliance|"
    r"often)\b|%",
    re.I,
)
# Of shares and of no number, nor of the part that one has of all.
SHARE_SAID = pattern_of(
    r"\b(?:compliance|percentages?|per ?cent|proportions?(?! of (?:the|all|total)\b)|shares?(?! of (?:the|all|"
    r"total)\b))(?:\b|(?=\W))",
    re.I,
)
INTERVAL = pattern_of(r"\b(?:intervals?|C\.?I\.?s?|ranges?)\b", re.I)
BY_NUMBER = pattern_of(r"\b(?:number|numbers|count|counts|volume|how many|fewest|numerous)\b", re.I)
RATE = pattern_of(r"\brates?\b|\bper (?:[\d,]+|head|bed|person|patient)\b", re.I)
BY_MEAN = pattern_of(r"\b(?:averages?|averaged|on average|mean|median)\b", re.I)
UNRANKED = pattern_of(
    r"^(?:both|any|none|not known|others?|unknown|missing(?= (?:data|values?|information|cases?)\b|\W*$)|n/?a|"
    r"don[’']t know|not stated|(?:unclear|blank)(?! [a-z]{4,})|unspecified|"
    r"prefer not.*|"
    r"not (?:recorded|graded|rated|judged|applicable|seen)|no (?:answer|reply|grade|rating|record|response))\b",
    re.I,
)
ALL_SO_MANY = pattern_of(rf"^(?:all|any of the|every one of the) ({NUMERAL})\b(?! ?%)", re.I)
NARROWED = pattern_of(r"\b(?:that|who|which|with|whose|where)\b", re.I)
BARE_NUMBER = pattern_of(r"^\W*(?:number|no\.?|n|count|yes|met|of which)\W*$", re.I)
# A head that names nothing of its own: it says what part the column before it is.
BARE_SHARE = pattern_of(r"^\W*(?:%|per ?cent|percentage|share|proportion|rate|as %)?\W*$", re.I)
NOT_MET = pattern_of(r"\b(?:not|no|never|missed|missing|absent|fail\w*|without|un\w+ed)\b|n[’']t\b", re.I)
YES = pattern_of(r"^(?:yes|met|compliant|present|done|pass(?:ed)?|achieved|complete|recorded|in place|seen)$", re.I)
NO = pattern_of(
    r"^(?:no|(?:not|non|un)[- ]?(?:met|compliant|present|done|passed|achieved|recorded|in place|seen)|absent|missing|"
    r"fail(?:ed)?|missed|incomplete)$",
    re.I,
)


@lru_cache(maxsize=2048)
def affirmed(sheet: Sheet) -> int | None:
    """The column of those that met what a row asks, where one column more tells of the others."""
    counted = [at for at, kind in enumerate(sheet.kinds) if kind == "count"]
    yes = [at for at in counted if YES.match(sheet.heads[at].strip())]
    no = [at for at in counted if NO.match(sheet.heads[at].strip())]
    return yes[0] if len(yes) == len(no) == 1 and len(counted) == 2 else None


def _as_many_each(sheet: Sheet) -> bool:
    """Whether every row counts as many: then the order of the counts is that of their shares."""
    counted = [at for at, kind in enumerate(sheet.kinds) if kind == "count"]
    sums = {sum(each.count or 0 for at in counted if (each := sheet.cells[row][at])) for row in ranked(sheet)}
    return len(sums) == 1


@dataclass(frozen=True)
class Measure:
    """A column with the sense in which its cells are compared. by: "share", "count" or "rate", a share worked out."""

    column: int
    by: str


def measures(sheet: Sheet, words: str, named: Sequence[int]) -> list[Measure]:
    """The columns that words may mean: those named, else all that can be compared; by number or by share as said."""
    share, number = bool(BY_SHARE.search(words)), bool(BY_NUMBER.search(words))
    named = part_meant(sheet, named, words)
    every = [
        Measure(column, by)
        for column, kind in enumerate(sheet.kinds)
        for by in {"both": ("share", "count"), "share": ("share",)}.get(kind, ("count",))
        if kind not in ("words", "target", "change", "base")
    ]
    met = affirmed(sheet)
    if met is not None and not named and not NOT_MET.search(words):
        every = [each for each in every if each.column == met or each.by == "share"]
        if share and {each.by for each in every} == {"count"}:
            return every if _as_many_each(sheet) else []
    chosen = [each for each in every if each.column in named]
    chosen = [each for each in chosen if sheet.kinds[each.column] != "total"] or chosen or every
    if chosen != every and not number:
        # "Satisfaction was highest" under "Satisfied" and "%": by either.
        chosen += [
            e for e in every if e.column - 1 in named and e.by == "share" and BARE_SHARE.match(sheet.heads[e.column])
        ]
        chosen = list(dict.fromkeys(chosen))
    means = [each for each in every if sheet.kinds[each.column] == "mean"]
    if means and BY_MEAN.search(words):
        return [each for each in chosen if each in means] or means
    if share and not number:
        return _by_share(sheet, words, every, chosen, named)
    return _by_number(sheet, words, every, chosen) if number and not share else chosen


def part_meant(sheet: Sheet, named: Sequence[int], words: str) -> Sequence[int]:
    """For the column of wholes that a relative clause narrows its part: "the number of files reviewed that had one"."""
    out = shared_out(sheet) if named and NARROWED.search(words) else None
    return [out[1]] if out and set(named) == {out[0]} and BARE_NUMBER.match(sheet.heads[out[1]]) else named


def _by_share(
    sheet: Sheet, words: str, every: list[Measure], chosen: list[Measure], named: Sequence[int]
) -> list[Measure]:
    """Of all columns and of those chosen the ones that words of shares and rates may mean."""
    shares = [each for each in chosen if each.by == "share"]
    # "Most often missing" under "Missing" and "% present": of the column that is named, by number.
    if not shares and named and chosen != every and {w.lower() for w in BY_SHARE.findall(words)} <= {"often", "%"}:
        return chosen
    shares = shares or [e for e in every if e.by == "share"]
    # "The highest rate of falls" under falls and falls per 1,000 days.
    rated = bool(RATE.search(words))
    rates = [e for e in every if rated and sheet.kinds[e.column] == "mean" and RATE.search(sheet.heads[e.column])]
    shares = rates if len(rates) == 1 and not any(e.by == "share" for e in chosen) else shares
    pair = pair_of(sheet) if not shares else None
    if pair and (not re.search(r"\bshare of\b", words, re.I) or _is_share_of(words, sheet.heads[pair[0]])):
        # Worked out: "the best attendance rate", of those invited and those who came; "the share of damp homes".
        return [Measure(pair[1], "rate")]
    # "The share graded good", in a table of counts with all that were graded.
    if not shares and sheet.total_column is not None and len(chosen) == 1 < len(every):
        return [Measure(chosen[0].column, "rate")]
    # "The largest share of the plan", "seen most often": of the one column of counts the order is the same.
    same = len(every) == 1 and (re.search(r"\bshare of\b", words, re.I) or says_how_often(words))
    return shares or (every if same else [])


def _by_number(sheet: Sheet, words: str, every: list[Measure], chosen: list[Measure]) -> list[Measure]:
    """Of all columns and of those chosen the ones that words of numbers and counts may mean."""
    counts = [each for each in every if each.by == "count"]
    heads = [each for each in counts if BY_NUMBER.search(sheet.heads[each.column])]
    said = [each.plain for each in tokens_of(words) if len(each.plain) > 3]
    told = [e for e in counts if any(alike(w, o) for w in label_words(sheet.heads[e.column]) for o in said)]
    return [each for each in chosen if each.by == "count" and chosen != every] or told or heads or counts


def _is_share_of(words: str, head: str) -> bool:
    """Whether a share is told of what a head counts: "the share of damp homes", "of homes with damp", under "Homes"."""
    behind = re.search(r"\bshare of (?:the |its |all |their )?((?:[a-z’'-]+ ?){1,3})", words, re.I)
    said = [each.plain for each in tokens_of(behind[1])] if behind else []
    return any(alike(word, other) for word in said for other in label_words(head) if len(word) > 3)


def says_how_often(words: str) -> bool:
    """Whether all that words say of shares is how often something was: that a count tells as well."""
    return {each.lower() for each in BY_SHARE.findall(words)} == {"often"}


@lru_cache(maxsize=2048)
def ranked(sheet: Sheet) -> tuple[int, ...]:
    """Kept: every sentence near a table asks for them."""
    found = [row for row in sheet.parts if not UNRANKED.match(sheet.labels[row]) and sheet.labels[row].strip()]
    return tuple(row for row in found if not _is_of_all(sheet.labels[row], len(found) - 1))


def _is_of_all(label: str, others: int) -> bool:
    """Whether a row is of all the others at once: "All six steps" below six of them.

    >>> _is_of_all("All six steps", 6), _is_of_all("All six steps", 5)
    (True, False)
    """
    told = ALL_SO_MANY.match(label)
    return told is not None and others > 1 and whole(told[1]) == others
