"""The wholes that a passage divides, each with its parts: told behind it, before it, or as what is left of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from looped.checker.dividing import (
    DIVIDES,
    HALF_OF,
    IN_LAST,
    IS_N,
    IS_N_TOO,
    LEFT,
    LEFT_AFTER,
    OF,
    OF_REST,
    ONE,
    TIMES,
    TOTALS,
    TOTALS_AFTER,
)
from looped.checker.document import Paragraph
from looped.checker.patterns import pattern_of
from looped.checker.phrases import MORE_OR_LESS, WHICH
from looped.checker.prose import Entry, Passage


@dataclass(frozen=True)
class Division:
    """A whole with its parts. sure: the words say that they are all; near: they read so."""

    paragraph: Paragraph
    whole: Entry
    parts: tuple[Entry, ...]
    sure: bool
    left: bool = False
    near: bool = False


HELD = pattern_of(
    r"\d\w* (?:held|had|have|has|got|made|contained|received|scored|took|showed|needed|used|gave) (?:only |just )?$|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?) "
    r"(?:held|had|have|has|got|made|contained|received|scored|took|showed|needed|used|gave) (?:only |just )?$",
    re.I,
)
# "Staff shortage (11)".
ALONE, NAME, SHORT = re.compile(r"[a-z’] \($"), 60, 24
IN_EACH = pattern_of(r"[^.;:,()\d]{0,30}\b(?:in|to|for|per|on) (?:each|either|every)\b", re.I)
OF_LAST = re.compile(r"\bof (?:these|those|them|whom|which|the)\b\s*[(\[]?\s*$|\bincluding\b|\bof which\b")
OF_THEM = pattern_of(rf"\s(?:[a-z’'-]+ )?of (?:{WHICH})\b", re.I)
MORE = pattern_of(rf" (?:{MORE_OR_LESS})\b(?! (?:were|had|did|was|came|went)\b)")
ANOTHER_WHOLE = pattern_of(r"\b(?:among|of|out of|from) (?:the|those|these|all) $", re.I)
# A place of that name.
REST_HOUSE = re.compile(r"\b[A-Z][a-z]+ Rest\W*$")
PER = pattern_of(r"\bper $", re.I)
BOUND = pattern_of(r"\b(?:(?:fewer|less|more) than|at least|at most|no more than|up to) $", re.I)


def summable(first: Entry, other: Entry) -> bool:
    kinds = {first.kind, other.kind}
    return (
        first.kind == other.kind
        and (first.kind != "measure" or first.unit == other.unit)
        and kinds <= {"count", "money"}
    )


def divisions(paragraph: Paragraph, read: Passage) -> Iterator[Division]:
    """Each division that a paragraph makes, once."""
    seen: set[tuple[int, int]] = set()
    for each in (*_left(paragraph, read), *_divisions(paragraph, read), *_totals(paragraph, read)):
        key = (each.whole.start, each.parts[0].start)
        if key not in seen:
            seen.add(key)
            yield each


def _left(paragraph: Paragraph, read: Passage) -> Iterator[Division]:
    """What is left, from the whole before it and the parts between."""
    if not any(each.may_be_in(read.text) for each in (LEFT, LEFT_AFTER)):
        return
    for at, last in enumerate(read.entries):
        if last.kind not in ("count", "money") or (last.base and last.base != last.count):
            continue
        named = LEFT.search(read.text[: last.start]) or (
            LEFT_AFTER.match(read.text[last.end :]) and last.kind == "money"
        )
        if IN_LAST.search(read.text[: last.start]) and TIMES.match(read.text[last.end :]):
            continue
        if not named or any(each.search(read.text[: last.start]) for each in (REST_HOUSE, OF_REST)):
            continue
        found = _whole_before(read, at)
        known = {n for e in read.entries[:at] if summable(e, last) for n in (e.value, Decimal(e.base or 0)) if n}
        if found and any(a - b == last.value for a in known for b in known) and not _fits(found, last):
            continue
        if found:
            whole, parts = found
            yield Division(paragraph, whole, (*parts, last), True, left=True)


def _fits(found: tuple[Entry, tuple[Entry, ...]], last: Entry) -> bool:
    return found[0].value == sum((e.value for e in found[1]), last.value)


def _whole_before(read: Passage, at: int) -> tuple[Entry, tuple[Entry, ...]] | None:
    """The whole of what is left: a base printed with the part, or the figure that opens."""
    last = read.entries[at]
    before = [
        e
        for e in read.entries[:at]
        if summable(e, last) and last.sentence - e.sentence <= 2 and not in_brackets(read.text, e)
    ]
    if not before:
        return None
    based = [e for e in before if e.base]
    if based:
        first = based[-1]
        # "In 22 of 40 a plan was found; the remaining 18": other parts of the same base stand between.
        same = [
            e
            for e in before
            if e.start >= next(b for b in based if b.base == first.base).start and e.base in (first.base, None)
        ]
        whole = _as_whole(first)
        return (whole, tuple(same)) if len(same) <= 4 else None
    for first in reversed(before):
        if _is_opening(read, before, first, last):
            after = [e for e in before if e.start > first.start]
            # Of a whole in an earlier sentence only what the last one takes away is a part.
            parts = (
                tuple(e for e in after if e.sentence == last.sentence)
                if first.sentence < last.sentence
                else tuple(after)
            )
            if parts:
                return first, parts
    return None


def in_brackets(text: str, entry: Entry) -> bool:
    """Whether a figure stands inside brackets that opened before it: a detail, beside the count that it follows."""
    before = text[: entry.start]
    return before.rfind("(") > before.rfind(")") and not before.rstrip().endswith(("(n =", "(n="))


def _as_whole(entry: Entry) -> Entry:
    return replace(entry, value=Decimal(entry.base or 0), text=str(entry.base), base=None, share=None)


def _divisions(paragraph: Paragraph, read: Passage) -> Iterator[Division]:
    for at, whole in enumerate(read.entries):
        if whole.kind not in ("count", "money") or whole.base or in_brackets(read.text, whole):
            continue
        if IN_EACH.match(read.text[whole.end :]) or HALF_OF.search(read.text[: whole.start]):
            continue  # so many in either group
        if PER.search(read.text[: whole.start]) or BOUND.search(read.text[: whole.start]):
            continue  # a rate's measure: "per 100,000 residents"; or a limit
        # "refusal (n = 7), moving (n = 6)": a part of a list in brackets itself.
        if IS_N.search(read.text[: whole.start]) and len(IS_N_TOO.findall(read.sentence(whole.sentence))) > 2:
            continue
        after = read.text[whole.end :]
        divided = DIVIDES.match(after)
        opens = bool(OF.search(read.text[: whole.start]))
        parts = _parts(read, at, (divided.end() + whole.end) if divided and not opens else 0)
        if len(parts) < 2 or whole.value <= max(p.value for p in parts):
            continue
        if re.search(r"\b(?:19|20)\d\d\b", read.text[whole.end : parts[0].start]) and divided:
            continue  # "68 (2021: 65; 2020: 61)": the same thing in other years
        if divided and re.search(r"\(.*\)", read.text[whole.end : parts[0].start]):
            continue  # "138 (July), 93 (August)"
        colon = bool(divided and divided.group().rstrip()[-1:] in (":", "(", "–", "—"))
        ended = _ended(read, parts)
        same = parts[0].sentence == whole.sentence
        if opens and same:
            yield Division(paragraph, whole, parts, sure=False, near=True)
        elif divided and same and ended and parts[0].start - whole.end - divided.end() < _reach(read, parts):
            # Figures behind a colon that are far from making it say something else of it.
            apart = abs(sum((each.value for each in parts), Decimal(0)) - whole.value)
            yield Division(paragraph, whole, parts, sure=colon and apart * 4 <= whole.value, near=True)
        elif (
            not same
            and ended
            and parts[0].sentence == whole.sentence + 1
            and len(parts) > 2
            and not _is_listed(read, at)
        ):
            yield Division(paragraph, whole, parts, sure=False, near=True)


def _reach(read: Passage, parts: Sequence[Entry]) -> int:
    """How far behind a colon the first part may stand: further, where each has its name before a bracket of its own."""
    return NAME if all(ALONE.search(read.text[: each.start]) for each in parts) else SHORT


def _is_listed(read: Passage, at: int) -> bool:
    """Whether a figure is the last of a list itself: "three of high priority, seven of medium and nine of low"."""
    before = [e for e in read.entries[:at] if e.sentence == read.entries[at].sentence and e.kind == "count"]
    return len(before) > 1 and bool(
        re.search(r"(?:,|\band\b)[^.;:\d]{0,6}$", read.text[before[-1].end : read.entries[at].start])
    )


def _is_opening(read: Passage, before: list[Entry], first: Entry, last: Entry) -> bool:
    """Whether a figure opens what the last is left of: more than all behind it, and told as a whole."""
    lead = read.text[: first.start]
    opens = OF.search(lead) or re.search(r"(?:^|[.]\s+|\ba total of |\b(?:all|the|these|those|our)\s+)$", lead, re.I)
    behind = [e.value for e in before if e is not first and e.start > first.start]
    if re.match(r"\s*\(\d+(?:\.\d+)?\s?%", read.text[first.end :]) or first.share:
        return False  # with its share beside it it is a part itself
    larger = all(first.value > value for value in (*behind, last.value))
    return larger and bool(opens or first.sentence < last.sentence or first is before[0])


def _parts(read: Passage, at: int, start: int) -> tuple[Entry, ...]:
    """The figures of the whole's kind that follow it in one sentence, until something else is spoken of."""
    whole = read.entries[at]
    taken: list[Entry] = []
    for each in read.entries[at + 1 :]:
        if each.start < start:
            return ()
        if each.text.lower() == "one" and ONE.search(read.text[: each.start]):
            continue
        if each.kind in ("share", "points") or not summable(each, whole):
            if taken and each.kind != "share":
                break
            continue
        if each.base and each.base != whole.value:
            break
        if taken and in_brackets(read.text, each) and not in_brackets(read.text, taken[-1]):
            continue
        if taken and in_brackets(read.text, taken[0]) and not in_brackets(read.text, each):
            break
        if not taken and each.sentence == whole.sentence and OF_THEM.match(read.text[each.end :]) and start == 0:
            continue  # "36 lessons, eleven of them with a second reader. Good were": no part beside the others
        if taken and ANOTHER_WHOLE.search(read.text[: each.start]):
            break  # "among the 486 ... 301, and among the 121 appointed 79"
        if MORE.match(read.text[each.end :]):
            continue  # "came down to 56, seven fewer": by how many
        if taken and HELD.search(read.text[: each.start]):
            continue  # "17 held two references": what they have
        if taken and _is_of_a_part(read, taken, each):
            break
        if not taken and each.sentence > whole.sentence + 1:
            break
        taken.append(each)
    return tuple(taken)


def _is_of_a_part(read: Passage, taken: list[Entry], each: Entry) -> bool:
    """Whether a figure is of another sentence than the parts before it, or a part of them itself."""
    gap = read.text[taken[-1].end : each.start]
    if each.sentence != taken[0].sentence or OF_LAST.search(gap):
        return True
    # "15 were late, three of these by a week": of the last, and no part beside it.
    return bool(OF_THEM.match(read.text[each.end :]) and not OF_THEM.match(read.text[taken[-1].end :]))


def _ended(read: Passage, parts: Sequence[Entry]) -> bool:
    """Whether the parts stand one behind the other, the last by "and" or a semicolon, or all in one bracket."""
    gaps = [read.text[a.end : b.start] for a, b in zip(parts, parts[1:], strict=False)]
    joined = all(re.search(r",|;|\band\b|\bplus\b|\+|\bwhile\b|\bwith\b", gap) and len(gap) < 110 for gap in gaps)
    tail = read.text[parts[-1].end : parts[-1].end + 60]
    return joined and (
        bool(re.search(r"\band\b|;|\+|\bplus\b|\bwhile\b", gaps[-1]))
        or bool(re.match(r"[^.,;]{0,40}\)", tail))
        or bool(re.match(r"[^.,;\d]{0,40}\.(?:\s|$)", tail))
    )


def _totals(paragraph: Paragraph, read: Passage) -> Iterator[Division]:
    """Parts with their total behind them."""
    for at, whole in enumerate(read.entries):
        if at < 2 or whole.kind not in ("count", "money") or whole.base or whole.share:
            continue
        if not (TOTALS.search(read.text[: whole.start]) or TOTALS_AFTER.match(read.text[whole.end :])):
            continue
        parts: list[Entry] = []
        for each in reversed(read.entries[:at]):
            if each.sentence != whole.sentence or each.base or not (summable(each, whole)):
                break
            gap = read.text[each.end : (parts[0].start if parts else whole.start)]
            if parts and (
                not re.search(r",|;|\band\b|\bplus\b", gap)
                or len(gap) > 60
                or re.search(r"\bof (?:which|whom|these|the)\b", gap)
            ):
                break
            parts.insert(0, each)
        if len(parts) > 1 and read.text[parts[-1].end : whole.start].count(";") < 1:
            yield Division(paragraph, whole, tuple(parts), sure=True)
