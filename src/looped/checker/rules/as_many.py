"""Two figures that are said to be the same, or not to have changed, are the same."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.listing import value_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "as-many"
MESSAGE = "Two figures that are said to be equal are equal."
GOOD = "Equal numbers left by the north gate (14) and by the south gate (14)."
BAD = "Equal numbers left by the north gate (14) and by the south gate (19)."

SAME = pattern_of(
    r"\b(?:(?:exactly |precisely |just )?the same (?:number|share|proportion|percentage|rate|score|total|mark|"
    r"figure|count|"
    r"median|mean|average|level)s?(?! (?:as|of \w+ as)\b)|equal (?:numbers?|shares?|proportions?|scores?|"
    r"totals?|marks?)|"
    r"(?:just |exactly )?as many [a-z’'-]+ as [a-z’'-]+|identical(?! to\b)|unchanged|no change|"
    r"(?:no|without any|without a) difference|(?:did|has|have|had) not (?:changed?|moved?|altered?)|"
    r"equally (?:often|likely|common|frequent|popular|divided|split)|evenly (?:split|divided)|level on)\b",
    re.I,
)
DENIED = pattern_of(
    r"\b(?:not|nearly|almost|about|roughly|broadly|twice|times|half|if|whether|never|much|virtually|statistically|"
    r"significant\w*|otherwise|practically|largely|more than)\s+(?:\w+ )?$",
    re.I,
)
OTHERWISE = pattern_of(
    r"\b(?:significan\w*|statistic\w*|similar|nearly|almost|about|approximately|but|although|though|except|apart from|"
    r"while|whereas|adjust\w*|to each|in each(?! (?:group|arm|team|half|of the two)\b[^.;]*\()|each of)\b",
    re.I,
)


CHANGED = pattern_of(r"chang|mov|alter", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with one pair of figures beside it."""
    for paragraph in context.paragraphs_with(SAME):
        for found in SAME.finditer(paragraph.text):
            yield from _judged(paragraph, passage(paragraph.text), found)


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    at = read.sentence_at(found.start())
    sentence = read.sentence(at)
    if DENIED.search(read.text[read.starts[at] : found.start()]) or OTHERWISE.search(sentence):
        return
    pair = _pair(read, (at,) if CHANGED.search(found.group()) else (at, at - 1))
    if pair is None:
        return
    right = pair[0].value == pair[1].value or value_of(pair[0]) == value_of(pair[1])
    why = f"{pair[0].text} and {pair[1].text}: " + ("the same" if right else "not the same")
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    expected = "" if right else "not the same"
    yield Finding(
        CODE, "ok" if right else "wrong", paragraph.where, found.group(), found.group(), expected, why, slip, "likely"
    )


def _pair(read: Passage, places: tuple[int, ...]) -> tuple[Entry, Entry] | None:
    """The two figures of one kind that a sentence tells; the one before where it tells none."""
    for place in places:
        own = [e for e in read.of_sentence(place) if e.kind != "points" and not _is_number_of_them(read, e)]
        if not own:
            continue
        kinds = {(e.kind, e.unit, bool(e.base), bool(e.share)) for e in own}
        return (own[0], own[1]) if len(own) == 2 and len(kinds) == 1 else None
    return None


def _is_number_of_them(read: Passage, entry: Entry) -> bool:
    """ "The two arms": of how many it is said."""
    lead = re.search(r"\b(?:the|both|all|these|those|our)\s*$", read.text[: entry.start], re.I)
    return bool(lead and re.match(r"\s[a-z’'-]+s\b", read.text[entry.end :])) and entry.value < 6
