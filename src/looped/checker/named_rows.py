"""Names with their figures, one each or several: "Ash: 4 of 9 (44%). Elm: 7 of 20 (35%)", "Ash 4 and 6; Elm 5 and 2".

All figures of one to five sentences are read, or none. Each name stands before its figures, or each behind them; with
several figures a name, what stands between these is the same for every name, a time, or nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from looped.checker.earlier import MONTH
from looped.checker.item_names import stems_of
from looped.checker.parties import is_aside
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage
from looped.checker.whose import HEAVY, LIGHT, PLACE, is_led

COUNTED = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight)"
SPELL = r"(?:years?|months?|quarters?|terms?|weeks?|days?|waves?|rounds?|cycles?|surveys?|audits?|phases?)"
TIME = pattern_of(
    rf"\b(?:{MONTH}|(?:19|20)\d\d(?:[/–-]\d\d)?|q[1-4]|{SPELL} {COUNTED}|spring|summer|autumn|winter|"
    rf"(?:the )?(?:first|second|third|fourth|last|same) {SPELL}|(?<=[nt] )the (?:first|second|third|fourth|"
    rf"last)\b(?! [a-z])|"
    r"mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|"
    r"saturdays?|sundays?|mornings?|afternoons?|evenings?)\b",
    re.I,
)
# What parts two figures with their names, the strongest first.
MARKS = tuple(
    pattern_of(mark, re.I)
    for mark in (
        r"[.;](?=\s|$)",
        r"\b(?:while|whereas|but|as against|against|compared (?:with|to)|versus|vs?)\b",
        r",(?=\s)",
        r"\band\b",
    )
)
EDGE = " \t\n,;:()[]–—-=.£$€"
JOINED = pattern_of(
    rf"^(?:(?:and|then|while|whereas|but|with|only|just|also|in turn|followed by|{PLACE}|the|our|its|an?|"
    rf"it was)\b\s*)+",
    re.I,
)
LIGHT_BEHIND = pattern_of(rf"(?:(?:^|,?\s+)(?:{LIGHT}|{PLACE}|ran|runs|n|it|the))+$", re.I)
LAST_PLACE = pattern_of(rf"^.*\b{PLACE} (?:the |our |its )?", re.I | re.S)
NAMED_BEHIND = pattern_of(rf"(?:^|\s)(?:{PLACE}) (?:the |our )?(?P<name>[A-Za-z][^.;:,()]*)$", re.I)
NAME = re.compile(r"(?:[A-Za-z][\w’'&/-]*)(?: (?:[A-Za-z][\w’'&/-]*|\d+|of|and)){0,4}")
NO_NAME = stems_of(
    "share rate total it there they overall these those number figure count percentage proportion rest other remaining "
    "remainder all none both everyone result score average mean altogether them which who each another one two three "
    "respondents people"
)
# Behind what is said of all of them.
OPENED = pattern_of(r"[a-z\d%](?::|,? namely|,? [–—]|(?= \()) ", re.I)
FEWEST, WIDEST = 2, 8


@dataclass(frozen=True)
class Row:
    """One of several that has figures. words: the stems that tell it from the others; shown: as in a reason."""

    name: str
    words: frozenset[str]
    entries: tuple[Entry, ...]

    @property
    def shown(self) -> str:
        """The name with its figures."""
        return f"{self.name} {', '.join(each.text for each in self.entries)}"


@dataclass(frozen=True)
class Told:
    """Several with as many figures each. start: where the first name or figure stands; by_time: some "
    "figures each at as many times."""

    rows: tuple[Row, ...]
    start: int
    end: int
    by_time: bool

    @property
    def width(self) -> int:
        """How many figures each has."""
        return len(self.rows[0].entries)


def number_of(entry: Entry) -> Decimal | None:
    """How many there are; None of a share alone."""
    return entry.value if entry.kind != "share" else None


def share_of(entry: Entry) -> Decimal | None:
    """Which share they are; None of a count alone."""
    if entry.kind == "count" and entry.base:
        return entry.value * 100 / entry.base
    return entry.share.value if entry.share else entry.value if entry.kind == "share" else None


@lru_cache(maxsize=4096)
def rows_of(read: Passage, first: int, last: int, low: int = 0) -> Told | None:
    """The names of some sentences with their figures. low: from where on, behind what is said of all of them.

    >>> from looped.checker.prose import passage
    >>> told = rows_of(passage("Ash scored 41% in May and 52% in June; Elm scored 60% and 64%."), 0, 0)
    >>> [each.shown for each in told.rows]
    ['Ash 41%, 52%', 'Elm 60%, 64%']
    """
    inside = [e for e in read.entries if first <= e.sentence <= last and e.start >= low]
    own = [e for e in inside if not is_aside(read, e, inside) and not is_led(read, e)]
    if len({(e.kind, e.unit, e.base is None, e.share is None) for e in own}) != 1 or len(own) < FEWEST:
        return None
    for width in range(1, min(WIDEST, len(own) // FEWEST) + 1):
        if len(own) % width == 0:
            groups = [own[at : at + width] for at in range(0, len(own), width)]
            found = (_alone if width == 1 else _several)(read, groups, max(low, read.starts[first]), last)
            if found:
                return found
    return None


def _alone(read: Passage, groups: Sequence[Sequence[Entry]], low: int, last: int) -> Told | None:
    """A figure each."""
    lows, highs = _around(read, groups, low, last)
    names = _names(lows, highs)
    return _told(read, names, groups, lows[0], by_time=False) if names else None


def _several(read: Passage, groups: Sequence[Sequence[Entry]], low: int, last: int) -> Told | None:
    """Some figures each: a row for each name, or, where the rows are times, a column for each."""
    between = [[_bare(read.text[a.end : b.start]) for a, b in zip(g, g[1:], strict=False)] for g in groups]
    if any(own not in (head, "") for g in between for own, head in zip(g, between[0], strict=True)):
        return None
    lows, highs = _around(read, groups, low, last)
    times = [TIME.findall(each) for each in lows]
    if all(times) and len({each[-1].lower() for each in times}) == len(groups) and all(between[0]):
        heads = [_bare(each) for each in lows]
        names = [heads[0], *between[0]]
        if any(each not in (heads[0], "") for each in heads) or not _are_names(names):
            return None
        return _told(read, names, list(zip(*groups, strict=True)), lows[0], by_time=True)
    names = _names([_without_heads(each, lows) for each in lows], highs)
    return _told(read, names, groups, lows[0], by_time=not any(between[0])) if names else None


def _around(read: Passage, groups: Sequence[Sequence[Entry]], low: int, last: int) -> tuple[list[str], list[str]]:
    """What stands before the first figure of each group, up to the mark that parts it from the last, and behind."""
    high = read.starts[last] + len(read.sentence(last))
    ahead, behind = [read.text[low : groups[0][0].start]], []
    for one, other in zip(groups, groups[1:], strict=False):
        gap = read.text[one[-1].end : other[0].start]
        before, after = _cut(gap)
        behind.append(before)
        ahead.append(after)
    tail = read.text[groups[-1][-1].end : high]
    closed = re.search(r"[.;:](?=\s|$)|\)|,(?=\s)", tail.lstrip(")"))
    return ahead, [*behind, tail.lstrip(")")[: closed.start()] if closed else tail]


def _cut(gap: str) -> tuple[str, str]:
    """What belongs to the figure before a gap and to the one behind it."""
    plain = TIME.sub(lambda found: "~" * len(found.group()), gap)
    for mark in MARKS:
        found = list(mark.finditer(plain))
        if found:
            return gap[: found[0].start()], gap[found[-1].end() :]
    return gap, ""


def _names(ahead: Sequence[str], behind: Sequence[str]) -> list[str]:
    """The names before the figures, or behind them; none where one has none."""
    before = [_ahead(each) for each in ahead]
    if _are_names(before) and not any(HEAVY.search(TIME.sub(" ", _last_part(each))) for each in ahead):
        return before
    if len(ahead) == FEWEST and not before[1] and not _behind(behind[0]):
        # "Marks at Ash were 4 and 5, against 6 and 9 at Elm".
        after = [before[0], _behind(behind[1])]
        return after if all(after) and _are_names(after) else []
    after = [_behind(each) for each in behind]
    if any(map(_ahead, ahead[1:])) or any(HEAVY.search(TIME.sub(" ", each)) for each in behind):
        return []
    return after if _are_names(after) else []


def _are_names(names: Sequence[str]) -> bool:
    """Whether each can be a name, all of one kind and no two of them the same."""
    words = [stems_of(each) for each in names]
    proper = {each[:1].isupper() for each in names[1:]}
    first = names[0][:1].isupper() in proper or names[0][:1].isupper()
    return (
        all(NAME.fullmatch(each) and not stems_of(each) & NO_NAME for each in names)
        and len(proper) == 1
        and first
        and len(set(words)) == len(words)
        and all(words)
    )


def _last_part(text: str) -> str:
    """What stands behind the last colon or opened bracket, where anything does."""
    parts = [each for each in re.split(r":\s|\((?!\d)|\s[–—]\s", text) if each.strip(EDGE)]
    return parts[-1] if parts else ""


def _ahead(text: str) -> str:
    """The name that ends before a figure."""
    part = _last_part(TIME.sub(" ", text)) or _last_part(text)
    return next((name for each in reversed(part.split(", ")) if (name := _plain(each))), "")


def _plain(part: str) -> str:
    """A name without the light words around it."""
    part = JOINED.sub("", " ".join(part.split()).strip(EDGE))
    # "Sails were rated good in": the name stands before the verb.
    part = re.split(r"\s(?:was|were|is|are|had|has|have|did)\b", LIGHT_BEHIND.sub("", part).strip(EDGE))[0]
    return LAST_PLACE.sub("", part).strip(EDGE)


def _behind(text: str) -> str:
    """The name that stands behind a figure."""
    found = NAMED_BEHIND.search(" ".join(TIME.sub(" ", text).split()).strip(EDGE))
    part = found["name"] if found else ""
    return LIGHT_BEHIND.sub("", LAST_PLACE.sub("", part)).strip(EDGE)


def _bare(text: str) -> str:
    """What stands between two figures of one name, without times and light words."""
    plain = " ".join(re.sub(r"[,;:()–—=.]", " ", TIME.sub(" ", text)).split())
    return LIGHT_BEHIND.sub("", JOINED.sub("", plain)).strip(EDGE)


def _without_heads(text: str, every: Sequence[str]) -> str:
    """What stands before the first figure of a name, without the heading of that figure that all have."""
    last = [re.split(r":\s|\s[–—]\s|,\s", each)[-1].strip() for each in every]
    return text[: text.rstrip().rindex(last[0])] if len(set(last)) == 1 and last[0] else text


def _told(
    read: Passage, names: Sequence[str], groups: Sequence[Sequence[Entry]], lead: str, *, by_time: bool
) -> Told | None:
    words = [stems_of(each) for each in names]
    common = frozenset.intersection(*words)
    own = [each - common for each in words]
    if not all(own):
        return None
    entries = [each for group in groups for each in group]
    start = min(each.start for each in entries)
    start -= len(lead) - max(lead.rfind(names[0]), 0) if names[0] in lead else 0
    if _is_more_told(read, entries, names):
        return None
    rows = [Row(n, w, tuple(g)) for n, w, g in zip(names, own, groups, strict=True)]
    return Told(tuple(rows), start, max(each.end for each in entries), by_time)


def _is_more_told(read: Passage, entries: Sequence[Entry], names: Sequence[str]) -> bool:
    """Whether a number stands among the figures, or behind them in their sentence, that is no figure of a name."""
    low = min(each.start for each in entries)
    last = max(entries, key=lambda each: each.end)
    high = read.starts[last.sentence] + len(read.sentence(last.sentence))
    plain = list(read.text)
    for each in entries:
        plain[each.start : each.end] = " " * (each.end - each.start)
    # What is said behind a semicolon is no part of the list.
    rest = "".join(plain[low : last.end]) + read.text[last.end : high].split(";")[0]
    for name in names:
        rest = rest.replace(name, " ")
    return bool(re.search(r"\d", TIME.sub(" ", rest)))


def lists_near(read: Passage, at: int) -> Iterator[Told]:
    """The list that a sentence may be on: of the sentences right before it, right behind it, or its own."""
    opened = OPENED.search(read.text, read.starts[at], read.starts[at] + len(read.sentence(at)))
    for low in (0, *([opened.end()] if opened else [])):
        if read.of_sentence(at) and (found := rows_of(read, at, at, low)):
            yield found
            break
    full = [bool(_figures(read, each)) for each in range(len(read.starts))]
    last = next((each for each in (at - 1, at - 2) if each >= 0 and full[each]), None)
    if last is not None:
        first = last
        while first and full[first - 1]:
            first -= 1
        found = rows_of(read, first, last) or (rows_of(read, first + 1, last) if first < last else None)
        if found:
            yield found
    if at + 1 < len(full) and full[at + 1]:
        last = at + 1
        while last + 1 < len(full) and full[last + 1]:
            last += 1
        if found := rows_of(read, at + 1, last):
            yield found


def _figures(read: Passage, at: int) -> list[Entry]:
    own = read.of_sentence(at)
    return [e for e in own if not is_aside(read, e, own)]
