"""A whole and all of its parts, where words say that there are no others: bands from end to end, "one reason each"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.adding import opened_at
from looped.checker.at_hand import ROUGH, is_slip
from looped.checker.context import Context
from looped.checker.dividing import ONE_EACH
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "closed-account"
MESSAGE = "Parts that leave nothing out make their whole."
GOOD = "There were 60 claims. Of these 20 were under a week old, 25 between one and two and 15 were over two weeks old."
BAD = "There were 60 claims. Of these 20 were under a week old, 25 between one and two and 25 were over two weeks old."

# The lowest band and the highest: what lies between them is all.
BELOW = pattern_of(
    r"(?: [a-z’'-]+){0,4}? (?:less than|under|below|fewer than|up to|at most|within|younger than|no more than|"
    r"aged under)\b",
    re.I,
)
ABOVE = pattern_of(
    r"(?: [a-z’'-]+){0,4}? (?:more than|over|above|older than|longer than|beyond)\b|[^.;,]{0,30}\b(?:\d+|[a-z]+) "
    r"(?:[a-z]+ )?or (?:more|over|above|older|longer)\b",
    re.I,
)
BOUND = pattern_of(
    r"\b(?:under|over|above|below|than|within|beyond|up to|between|(?:between|from) \S+ (?:and|to)|aged) $", re.I
)
OPEN = pattern_of(
    r"\b(?:includ\w+|not (?:known|recorded|stated|given|dated)|unknown|others?|rest|remain\w*|no date|undated|missing|"
    r"of (?:whom|which)|such as|mainly|mostly|for example|some|several|no reason|respectively|average|median|mean|per|"
    r"rate|longest|shortest|more than one reason)\b|%",
    re.I,
)
FEWEST, TWO, FAR = 3, 2, Decimal("2.5")


def check(context: Context) -> Iterator[Finding]:
    """Each list of bands, and each list of which nothing can be two."""
    for paragraph in context.paragraphs_with(BELOW, ABOVE, ONE_EACH):
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            parts = _parts(read, at)
            closed = len(parts) >= FEWEST and _are_bands(read, parts)
            if not closed and len(parts) >= FEWEST:
                words = read.sentence(at) + read.sentence(at + 1 if at + 1 < len(read.starts) else -1)
                closed = bool(ONE_EACH.search(words))
            whole = _whole(read, at, parts) if closed else None
            if whole:
                yield from _judged(paragraph, read, whole, [e for e in parts if e is not whole])


def _parts(read: Passage, at: int) -> list[Entry]:
    """The figures of a sentence that may be parts, with the whole where it is told there; none where one is a share."""
    own = [e for e in read.of_sentence(at) if opened_at(read.text, e.start) < 0 and not _is_one(read, e)]
    own = [e for e in own if not BOUND.search(read.text[: e.start])]
    if any(e.share or e.base or e.kind not in ("count", "money") for e in own):
        own = [e for e in own if e.kind in ("count", "money")] if not any(e.share or e.base for e in own) else []
    return own if len({e.kind for e in own}) == 1 else []


def _is_one(read: Passage, entry: Entry) -> bool:
    """Whether it is the one of "each gave one reason", or "more than one"."""
    start = read.starts[entry.sentence]
    return entry.text.lower() == "one" and any(
        found.start() <= entry.start - start < found.end() for found in ONE_EACH.finditer(read.sentence(entry.sentence))
    )


def _are_bands(read: Passage, parts: Sequence[Entry]) -> bool:
    """Whether the first or the last lies below a bound and the other above one."""
    ends = [_tail(read, parts, at) for at in range(len(parts))]
    first = next((at for at, words in enumerate(ends) if BELOW.match(words)), None)
    last = next((at for at in range(len(ends) - 1, -1, -1) if ABOVE.match(ends[at])), None)
    return (
        first is not None and last is not None and abs(last - first) >= TWO and {first, last} <= {0, 1, len(ends) - 1}
    )


def _tail(read: Passage, parts: Sequence[Entry], at: int) -> str:
    end = read.starts[parts[at].sentence] + len(read.sentence(parts[at].sentence))
    return read.text[parts[at].end : parts[at + 1].start if at + 1 < len(parts) else end]


def _whole(read: Passage, at: int, parts: Sequence[Entry]) -> Entry | None:
    """The whole: the first of the sentence, if it is more than each of the others, else the one figure before it."""
    first = parts[0]
    if len(parts) > FEWEST and first.value > max(e.value for e in parts[1:]) and not BELOW.match(_tail(read, parts, 0)):
        return first
    for before in (at - 1, at - TWO):
        told = [e for e in read.of_sentence(before) if e.kind == first.kind] if before >= 0 else []
        if len(told) == 1:
            fit = not told[0].share and not told[0].base and told[0].value > max(e.value for e in parts)
            return told[0] if fit else None
        if told:
            return None
    return None


def _judged(paragraph: Paragraph, read: Passage, whole: Entry, parts: Sequence[Entry]) -> Iterator[Finding]:
    text = read.text[read.starts[whole.sentence] : parts[-1].end] + _tail(read, parts, len(parts) - 1)
    rough = any(ROUGH.search(read.text[: e.start]) for e in (whole, *parts))
    if OPEN.search(ONE_EACH.sub(" ", text)) or rough:
        return
    made = sum((e.value for e in parts), Decimal(0))
    miss = whole.value - made
    slack = sum((e.step for e in (whole, *parts)), Decimal(0)) / 2 if whole.step != 1 or parts[0].step != 1 else 0
    slips = [(whole.value, made), *((e.value, e.value + miss) for e in parts)]
    near = any(one > 0 and (is_slip(given, one) or abs(given - one) * 4 <= max(given, one)) for given, one in slips)
    if abs(miss) > slack and not near:
        return
    terms = " + ".join(e.text for e in parts)
    why = f"{terms} = {printed(made)}, against {whole.text}"
    verdict: Verdict = "ok" if not miss else "rounding" if abs(miss) <= slack else "wrong"
    slip = f"parts/{paragraph.line}/{whole.start}/{whole.text}"
    yield Finding(CODE, verdict, paragraph.where, whole.text, whole.text, printed(made), why, slip, "likely")
