"""A mean with its sum and its number told anywhere in its sentence or the one before: "1,120 days, 40 each"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.end_words import ANY_END
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed
from looped.checker.rated import holds_each, is_of_other_things

CODE = "mean-of-two"
MESSAGE = "A mean is its sum over its number."
GOOD = "Our 62 helpers gave 2,480 hours over the year, 40 hours apiece on average."
BAD = "Our 62 helpers gave 2,480 hours over the year, 50 hours apiece on average."

BEFORE = pattern_of(r"\b(?:mean|averag(?:e|es|ed|ing))\b[^.;,()\d]{0,45}$", re.I)
BEHIND = pattern_of(
    r"^\s*(?:(?!from|to|in|of|for|at|by|on|and|with)[a-z’'-]+ ){0,2}?"
    r"(?:apiece|each(?! of)|on average|per (?!cent|1|hundred|thousand|annum)[a-z]+|"
    r"for each [a-z]+|a head)\b",
    re.I,
)
NO_MEAN = pattern_of(
    r"\b(?:weighted|moving|national|england|regional|median|target|expected|adjusted|change|difference|age|"
    r"sd|standard deviation|last (?:year|time)|(?:mean|average) (?:score|mark|rating) (?:of|for|among|"
    r"in) (?:the )?(?:women|men|girls|boys|older|younger|other|(?-i:[A-Z])[a-z]+)|"
    r"limit|maximum|minimum|at least|(?<!add )(?<!adds )(?<!added )up to)\b",
    re.I,
)
DETAIL = pattern_of(
    rf"\b(?:{ANY_END}|quickest|slowest|fastest|range|aged?|last|previous|"
    r"against|than)\b(?:[^.;,:\d]{0,20}|, )$",
    re.I,
)
LOW, HIGH = Decimal("0.55"), Decimal("1.8")
FEWEST, LEAST, APART = 2, 12, 40
OPENS = pattern_of(r"(?:^|[.:;]\s+)(?:of|among|from) (?:the |these |our |all )*$", re.I)
# What a sum is over a number, with both.
Mean = tuple[Decimal, Entry, Entry]
TIMED = pattern_of(r"(?: [a-z]+)? (?:an?|per|each|every) (?:day|week|month|quarter|year|term|night)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each mean that stands beside two figures, the one of which is its sum."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        if len(read.entries) < 3:
            continue
        for each in read.entries:
            if each.kind in ("count", "measure", "money") and not each.base and not each.share and _is_mean(read, each):
                yield from _judged(paragraph, read, each)


def _is_mean(read: Passage, each: Entry) -> bool:
    # "12 barns with 30 stalls each": how many each has, and no mean.
    if holds_each(read.text, each.start, each.end):
        return False
    lead = read.text[max(read.starts[each.sentence], each.start - 80) : each.start]
    cue = BEFORE.search(lead) or BEHIND.match(read.text[each.end :])
    if each.kind == "money" and re.search(r"\bat (?:an? (?:cost|price) of )?$", lead, re.I):
        return False
    return bool(cue) and each.text[-1].isdigit() and not NO_MEAN.search(lead)


def _judged(paragraph: Paragraph, read: Passage, mean: Entry) -> Iterator[Finding]:
    near = [
        e
        for e in read.entries
        if e is not mean
        and 0 <= mean.sentence - e.sentence <= 1
        and not e.share
        and not e.base
        and not DETAIL.search(read.text[: e.start])
    ]
    means = [e for e in near if BEHIND.match(read.text[e.end :]) or BEFORE.search(read.text[: e.start])]
    own = [e for e in near if e.sentence == mean.sentence]
    slipped = list(_slipped(read, own, mean)) if mean.value else []
    if slipped:
        yield from _told(paragraph, mean, slipped[:1], slipped)
        return
    if not mean.value:
        return
    if means:
        yield from _of_clause(paragraph, read, mean)
        return
    exact = list(_exact(read, own if len(own) >= FEWEST else near, mean))
    if found := list(_of_opened(read, own, mean)):
        yield from _told(paragraph, mean, found[:1], exact + found)
    elif FEWEST <= len(own if len(own) >= FEWEST else near) <= FEWEST + 1:
        likely = [each for each in exact if LOW < each[0] / mean.value < HIGH]
        yield from _told(paragraph, mean, likely if len(likely) == 1 else [], exact)


def _of_clause(paragraph: Paragraph, read: Passage, mean: Entry) -> Iterator[Finding]:
    """ "30 men gave 480, a mean of 16; 20 women 200, a mean of 10": each of the two between the last mean and it."""
    before = [e for e in read.of_sentence(mean.sentence) if e.end <= mean.start]
    ends = [e.end for e in before if BEFORE.search(read.text[: e.start]) or BEHIND.match(read.text[e.end :])]
    low = max([read.starts[mean.sentence], *ends])
    own = [e for e in before if e.start >= low]
    others = [e for e in read.of_sentence(mean.sentence) if e.start >= mean.end]
    if len(own) != FEWEST or any(e.share or e.base for e in own) or (not ends and ";" not in _gap(read, mean, others)):
        return
    exact = list(_exact(read, own, mean))
    likely = [each for each in exact if LOW < each[0] / mean.value < HIGH]
    yield from _told(paragraph, mean, likely[:1], exact)


def _gap(read: Passage, mean: Entry, others: Sequence[Entry]) -> str:
    return read.text[mean.end : others[0].start] if others else ";"


def _exact(read: Passage, near: Sequence[Entry], mean: Entry) -> Iterator[Mean]:
    """What each sum is over each number; of no rate a day or a week."""
    timed = TIMED.match(read.text, mean.end)
    for total in near:
        for number in near:
            if (
                total is not number
                and (not mean.unit or total.unit == mean.unit)
                and number.kind == "count"
                and number.value > 1
                and not timed
                and _is_sum(total, mean)
                and total.value > max(number.value, Decimal(LEAST))
            ):
                yield total.value / number.value, total, number


def _slipped(read: Passage, own: Sequence[Entry], mean: Entry) -> Iterator[Mean]:
    """ "Paid on 63 of the 150 bills, £3,150 in all, £500 each": what a sum is over a part, but for a nought."""
    based = [e for e in read.of_sentence(mean.sentence) if e.base and e.kind == "count" and e.end <= mean.start]
    # A sum, a number and their mean are all that is told.
    based += [e for e in own if e.kind == "count" and len(read.of_sentence(mean.sentence)) == FEWEST + 1]
    for total in own:
        for part in based:
            if total is not part and total.value > part.value > 1 and _is_sum(total, mean) and total.end <= mean.start:
                exact = total.value / part.value
                if exact in (mean.value, mean.value * 10, mean.value / 10):
                    yield exact, total, part


def _of_opened(read: Passage, own: Sequence[Entry], mean: Entry) -> Iterator[Mean]:
    """ "Of the 150 who wrote ... That makes 225 letters, 1.5 each": of those with whom the sentence before opens."""
    if len(own) != 1 or own[0].end > mean.start or len(read.text[own[0].end : mean.start]) > APART:
        return
    opened = [
        e
        for at in (mean.sentence - 1, mean.sentence - 2)
        for e in read.of_sentence(at)[:1]
        if e.kind == "count" and OPENS.search(read.text[: e.start]) and e.value > 1
    ]
    if opened and _is_sum(own[0], mean) and own[0].kind == "count":
        exact = own[0].value / opened[0].value
        if LOW < exact / mean.value < HIGH:
            yield exact, own[0], opened[0]


def _told(paragraph: Paragraph, mean: Entry, likely: Sequence[Mean], exact: Sequence[Mean]) -> Iterator[Finding]:
    """Right where any sum over any number gives it; else what is likely."""
    fitting = [each for each in exact if abs(each[0] - mean.value) <= mean.step / 2 + _slack(each[1], each[2])]
    chosen = fitting or likely
    if not chosen:
        return
    value, total, number = chosen[0]
    verdict: Verdict = "ok" if fitting else "rounding" if abs(value - mean.value) <= mean.step < 1 else "wrong"
    if verdict == "wrong" and mean.step >= 1 and abs(value - mean.value) < 1:
        verdict = "rounding"
    shown = printed(value.quantize(min(mean.step, Decimal("0.1"))))
    why = f"{total.text} over {printed(number.value)} is {shown}, printed as {mean.text}"
    slip = f"mean/{paragraph.line}/{mean.start}"
    yield Finding(CODE, verdict, paragraph.where, mean.text, mean.text, shown, why, slip, "likely")


def _slack(total: Entry, number: Entry) -> Decimal:
    """A sum that was rounded itself leaves room."""
    return total.step / 2 / number.value if total.step != 1 else Decimal(0)


def _is_sum(total: Entry, mean: Entry) -> bool:
    """Whether a figure may be the sum of which another is the mean: of its kind, and greater."""
    if (mean.kind == "money") != (total.kind == "money"):
        return False
    if is_of_other_things(total, mean):
        return False
    alike = (total.kind == mean.kind and total.unit == mean.unit) or total.unit == mean.unit
    return (alike or (mean.kind == "measure" and not mean.unit) or total.kind == "count") and total.value > mean.value
