"""A whole that a passage divides: its parts, and what is left of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from looped.checker.context import Context
from looped.checker.dividing import (
    DIVIDES,
    IN_LAST,
    IS_N,
    IS_N_TOO,
    LEFT,
    LEFT_AFTER,
    NOT_ASKED,
    OF,
    ONE,
    OVERLAP,
    SET_APART,
    SEVERAL,
    SHARED,
    TIMES,
    TOTALS,
    TOTALS_AFTER,
)
from looped.checker.document import Paragraph
from looped.checker.finding import Certainty, Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "parts-of-whole"
MESSAGE = "The parts into which a passage divides a whole make that whole, and what is left is what they leave."
GOOD = "Of 310 people, 22 withdrew and 13 were lost, leaving 275 for the analysis."
BAD = "Of 310 people, 22 withdrew and 13 were lost, leaving 278 for the analysis."

MOST = 6
# So many parts are tried in every combination, and no more: each further one doubles the work.
MANY = 12


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
IN_EACH = pattern_of(r"[^.;:,()\d]{0,30}\b(?:in|to|for|per|on) (?:each|either|every)\b", re.I)
PER = pattern_of(r"\bper $", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each division that a paragraph makes."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        seen: set[tuple[int, int]] = set()
        yield from _above(paragraph, read)
        for each in (*_left(paragraph, read), *_divisions(paragraph, read), *_totals(paragraph, read)):
            key = (each.whole.start, each.parts[0].start)
            if key not in seen:
                seen.add(key)
                yield from _judged(read, each)


def _above(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "Of 65 women, 39 had this and 68 had that": no part is more than its whole."""
    for at, whole in enumerate(read.entries):
        if whole.kind != "count" or whole.share or whole.base or not OF.search(read.text[: whole.start]):
            continue
        for each in read.entries[at + 1 :]:
            lead = read.text[max(0, each.start - 24) : each.start]
            if (
                each.sentence != whole.sentence
                or each.kind != "count"
                or each.base
                or re.search(
                    r"\bof\b|\bthan\b|\b(?:to|in|at|by|on|for|among|across|per)\b\s*$|from|further|another|with", lead
                )
            ):
                break
            if each.value > whole.value and not in_brackets(read.text, each):
                why = f"{each.text} is more than the {whole.text} that it is of"
                slip = f"parts/{paragraph.line}/{each.start}"
                yield Finding(
                    CODE, "wrong", paragraph.where, each.text, each.text, f"at most {whole.text}", why, slip, "likely"
                )


def _alike(first: Entry, other: Entry) -> bool:
    kinds = {first.kind, other.kind}
    return (
        first.kind == other.kind
        and (first.kind != "measure" or first.unit == other.unit)
        and kinds <= {"count", "money"}
    )


def _left(paragraph: Paragraph, read: Passage) -> Iterator[Division]:
    """What is left, from the whole before it and the parts between."""
    for at, last in enumerate(read.entries):
        named = LEFT.search(read.text[: last.start]) or (
            LEFT_AFTER.match(read.text[last.end :]) and last.kind == "money"
        )
        if IN_LAST.search(read.text[: last.start]) and TIMES.match(read.text[last.end :]):
            continue
        if not named or last.kind not in ("count", "money") or (last.base and last.base != last.count):
            continue
        found = _whole_before(read, at)
        known = {n for e in read.entries[:at] if _alike(e, last) for n in (e.value, Decimal(e.base or 0)) if n}
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
        if _alike(e, last) and last.sentence - e.sentence <= 2 and not in_brackets(read.text, e)
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
        opens = OF.search(read.text[: first.start]) or re.search(
            r"(?:^|[.]\s+|\ba total of |\b(?:all|the|these|those|our)\s+)$", read.text[: first.start], re.I
        )
        verb = first.sentence < last.sentence
        larger = (
            all(first.value > e.value for e in before if e is not first and e.start > first.start)
            and first.value > last.value
        )
        if re.match(r"\s*\(\d+(?:\.\d+)?\s?%", read.text[first.end :]):
            continue  # with its share beside it it is a part itself
        if larger and not first.share and (opens or verb or first is before[0]):
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
    from dataclasses import replace

    return replace(entry, value=Decimal(entry.base or 0), text=str(entry.base), base=None, share=None)


def _divisions(paragraph: Paragraph, read: Passage) -> Iterator[Division]:
    for at, whole in enumerate(read.entries):
        if whole.kind not in ("count", "money") or whole.base or in_brackets(read.text, whole):
            continue
        if IN_EACH.match(read.text[whole.end :]):
            continue  # so many in either group
        if PER.search(read.text[: whole.start]):
            continue  # a rate's measure: "per 100,000 residents"
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
        elif divided and same and ended and parts[0].start - whole.end - divided.end() < 24:
            # Figures behind a colon that are far from making it say something else of it.
            apart = abs(sum((each.value for each in parts), Decimal(0)) - whole.value)
            yield Division(paragraph, whole, parts, sure=colon and apart * 4 <= whole.value, near=True)
        elif not same and ended and parts[0].sentence == whole.sentence + 1 and len(parts) > 2:
            yield Division(paragraph, whole, parts, sure=False, near=True)


def _parts(read: Passage, at: int, start: int) -> tuple[Entry, ...]:
    """The figures of the whole's kind that follow it in one sentence, until something else is spoken of."""
    whole = read.entries[at]
    taken: list[Entry] = []
    for each in read.entries[at + 1 :]:
        if each.start < start:
            return ()
        if each.text.lower() == "one" and ONE.search(read.text[: each.start]):
            continue
        if each.kind in ("share", "points") or not _alike(each, whole):
            if taken and each.kind != "share":
                break
            continue
        if each.base and each.base != whole.value:
            break
        if taken and in_brackets(read.text, each) and not in_brackets(read.text, taken[-1]):
            continue
        if taken and in_brackets(read.text, taken[0]) and not in_brackets(read.text, each):
            break
        gap = read.text[taken[-1].end : each.start] if taken else ""
        if taken and HELD.search(read.text[: each.start]):
            continue  # "17 held two references": what they have
        if taken and (
            each.sentence != taken[0].sentence
            or re.search(r"\bof (?:these|them|whom|which|the)\b\s*$|\bincluding\b|\bof which\b", gap)
        ):
            break
        if not taken and each.sentence > whole.sentence + 1:
            break
        taken.append(each)
    return tuple(taken)


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
            if each.sentence != whole.sentence or each.base or not (_alike(each, whole)):
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


def _judged(read: Passage, told: Division) -> Iterator[Finding]:
    total, parts = told.whole.value, told.parts
    summed = sum((each.value for each in parts), Decimal(0))
    step = max(each.step for each in (*parts, told.whole))
    slack = step * (len(parts) + 1) / 2 if step != 1 else Decimal(0)
    miss = abs(summed - total)
    if miss > slack and (_is_in_order(read, parts) or NOT_ASKED.match(read.text[parts[-1].end :])):
        return
    if miss > slack and _adds_up_elsewhere(read, told):
        return
    mine = {each.start for each in (*parts, told.whole)}
    rest = [
        e.value
        for e in read.entries
        if e.start not in mine
        and (e.start > parts[-1].end or e.sentence == parts[-1].sentence)
        and abs(e.sentence - parts[-1].sentence) <= 1
    ]
    if miss and not told.left and any(summed + each == total for each in rest):
        return
    if miss <= slack:
        yield _finding(read, told, "ok" if not miss else "rounding", summed)
    elif (told.sure and not OVERLAP.search(read.sentence(told.whole.sentence))) or (
        told.near and _reads_as_all(read, told, miss)
    ):
        yield _finding(read, told, "wrong", summed)


def _is_in_order(read: Passage, parts: Sequence[Entry]) -> bool:
    """Whether the parts are the counts of as many shares told before them: "50% and 40% of the 60 (30 and 24)"."""
    shares = [e for e in read.of_sentence(parts[0].sentence) if e.kind == "share" and e.end <= parts[0].start]
    return len(shares) >= len(parts) and in_brackets(read.text, parts[0])


def _adds_up_elsewhere(read: Passage, told: Division) -> bool:
    """Whether the parts make the figure in another way: some taken away, or taken from a greater whole nearby."""
    low, high = told.whole.sentence, told.parts[-1].sentence
    closing = told.parts[-1] if told.left else told.whole
    own = [each.value for each in (told.parts[:-1] if told.left else told.parts)]
    # "Four heads: parking (9), litter (45), ...": the first says how many parts there are.
    if len(own) > 3 and own[0] == len(own) - 1 and sum(own[1:]) == closing.value:
        return True
    if told.left and any(
        abs(e.sentence - low) <= 1 and e.value == told.whole.value + closing.value for e in read.entries
    ):
        return True  # of twelve months eight; the other four: what stands between divides the eight
    if closing.value in _signed([told.whole.value, *own] if told.left else own):
        return True
    near = [e for e in read.entries if min(low, high) - 1 <= e.sentence <= max(low, high) and e.start != closing.start]
    own = own[:MANY]
    wholes = {n for e in near if _alike(e, closing) for n in (e.value, Decimal(e.base or 0))} - {told.whole.value}
    # Of a greater whole it is a part too: "of 21 twelve were one, three another, which leaves six".
    if any(n - told.whole.value in (told.parts[-1].value, sum(e.value for e in told.parts)) for n in wholes):
        return True
    return any(
        whole - sum(some) == closing.value
        for whole in (*wholes, told.whole.value)
        for size in range(2, min(len(own), MOST) + (whole != told.whole.value))
        for some in combinations(own, size)
        if max(own) in some or not told.left
    )


def _signed(values: Sequence[Decimal]) -> set[Decimal]:
    """What all of the values give, the first added and each other added or taken away."""
    sums = {values[0]}
    for value in values[1 : MOST + 1]:
        sums = {total + sign * value for total in sums for sign in (1, -1)}
    return sums


def _reads_as_all(read: Passage, told: Division, miss: Decimal) -> bool:
    """Whether parts that nearly make the whole read as if they were all of it."""
    low = min(told.whole.start, told.parts[0].start)
    words = read.sentence(told.whole.sentence) + (
        read.sentence(told.parts[0].sentence) if told.parts[0].sentence != told.whole.sentence else ""
    )
    # "Of the six homes three were good and one outstanding": two of several may be named, the others left out.
    some = len(told.parts) == 2 and sum(each.value for each in told.parts) < told.whole.value
    if SEVERAL.search(words) or miss > max(Decimal(1 if some else 2), told.whole.value * 12 / 100):
        return False
    between = read.text[told.whole.end : told.parts[-1].end + 40]
    shares = [each.share.value for each in told.parts if each.share]
    if len(shares) == len(told.parts) and abs(sum(shares, Decimal(0)) - 100) < 3:
        return True
    apart = bool(SET_APART.search(read.text[low : told.parts[-1].end + 60]))
    own = [each for each in told.parts if SHARED.search(each.after + (each.before if each is told.parts[0] else ""))]
    if apart and len(own) < len(told.parts):
        return True
    if len(told.parts) > 2:
        return len(own) < 2
    return not own and _elided(told.parts[-1]) and "," not in between[: told.parts[0].start - told.whole.end - 2]


def _elided(part: Entry) -> bool:
    """Whether a part has no verb of its own: "288 on paper"."""
    words = part.after.split()
    return 0 < len(words) <= 6 and not re.search(r"\b(?:were|was|had|did|is|are|have|has|\w+ed)\b", part.after)


def _finding(read: Passage, told: Division, verdict: Verdict, summed: Decimal) -> Finding:
    words = " + ".join(each.text.split(" (")[0] for each in told.parts)
    total = printed(told.whole.value)
    last = told.parts[-1]
    expected, stated, quote = printed(summed), told.whole.text, ""
    low, high = min(told.whole.start, told.parts[0].start), max(told.whole.end, last.end)
    quote = read.text[low:high]
    why = f"{words} = {printed(summed)}, against {total}"
    if told.left:
        others = sum((each.value for each in told.parts[:-1]), Decimal(0))
        expected, stated = printed(told.whole.value - others), last.text
        less = " and ".join(e.text.split(" (")[0] for e in told.parts[:-1])
        why = f"{total} less {less} leaves {expected}, printed as {last.text}"
    slip = f"parts/{told.paragraph.line}/{told.whole.start}/{told.whole.text}"
    certainty: Certainty = "certain" if told.sure else "likely"
    return Finding(CODE, verdict, told.paragraph.where, quote, stated, expected, why, slip, certainty)
