"""A mean told behind a list of what each had: "Ayr 24, Oban 12 and Troon 15. This gives a mean of 17.0 a harbour"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import Listing, listings
from looped.checker.patterns import pattern_of
from looped.checker.phrases import AVERAGED
from looped.checker.prose import NUMBER, Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "mean-of-list"
MESSAGE = "A mean behind a list of what each had is the sum of the list over how many are listed."
GOOD = "Falls were Ayr 24, Oban 12 and Troon 15. This gives a mean of 17.0 per harbour."
BAD = "Falls were Ayr 24, Oban 12 and Troon 15. This gives a mean of 17.9 per harbour."

# Drawn from what stands before: "this gives a mean of", "the mean was … per harbour", "on average 17".
DRAWN = pattern_of(
    rf"^\W*(?:(?:so|thus|hence|therefore),? )?(?:(?:this|that|it|which|the result|together (?:this|they|these)|"
    rf"they|these) "
    rf"(?:gives?|gave|is|was|makes?|made|means?|comes? (?:out )?(?:to|at)|equates? to|represents?|works? out at|"
    rf"averages?|averaged)(?: to)?(?: (?:an?|the))?(?: overall| simple)?(?: (?:{AVERAGED}))?(?: (?:of|is|was))? $|"
    rf"\)? (?:gave|gives|made|makes|yielded) (?:an?|the) (?:overall |simple )?(?:{AVERAGED})(?: score)?(?: of)? $|"
    rf"[,;:(–—-]*\s*(?:(?:giving|making|with|or|and) )?(?:(?:an?|the) )?(?:overall |simple )?(?:{AVERAGED})(?: of)? $|"
    rf"(?:the|their|its|an) (?:overall |simple |monthly |weekly |yearly |"
    rf"quarterly )?(?:{AVERAGED})(?: (?:[a-z]+|per|across|for|over|of) [a-z ]{{0,40}}?)?"
    rf" (?:is|was|being|comes? to|came to|stood at|stands at|works? out at)(?: therefore| thus)? $|"
    rf"on average,? (?:there were |this (?:is|was) |that (?:is|was) )?$)",
    re.I,
)
OF_MEAN = pattern_of(rf"\b(?:{AVERAGED})\b", re.I)
# Of others than those listed, or of some of them; or set beside a list of what isn't to be added.
ELSE = pattern_of(
    r"\b(?:weighted|median|national\w*|england|regional|target|last|previous|excluding|without|apart from|other|others|"
    r"moving|adjusted|respectively|each of the|of (?:these|those|them|whom|which)|median|target|expected)\b",
    re.I,
)
SIDE_BY_SIDE = pattern_of(r"(?:,|,? and|;) ", re.I)
THE_SO_MANY = pattern_of(r"\b(?:the|these|those|all|all the) $", re.I)
# From the last of bare figures to their mean: "; the mean of the four figures is", ", a mean of", "(mean".
MEAN_OF_THEM = pattern_of(
    rf"[,;:.(–—-]\s*(?:(?:and|so|giving|making|with|or|which (?:is|gives|makes)|that is|this (?:is|gives)),? )?"
    rf"(?:on average,?|(?:(?:an?|the|their|its|this) )?(?:overall |simple |arithmetic )?(?:{AVERAGED})"
    rf"(?: (?:of|for|over|across) (?:these|those|them|(?:the|these|all|all the|all of the) "
    rf"(?:(?:{NUMBER})(?: [a-z-]+){{0,2}}|figures|values|numbers))| per [a-z]+)?"
    rf"(?: (?:is|was|being|of|comes? (?:out )?(?:to|at)|came to|stands at|stood at|works? out at)|,|:| =)?"
    rf"(?: (?:therefore|thus|just|only|about))?) $",
    re.I,
)
IN_ALL = pattern_of(r"(?: [a-z’'-]+)? (?:in all|in total|altogether|all told)\b", re.I)
OTHERWISE = pattern_of(r"\b(?:last|previous\w*|nation\w*|target)\b", re.I)
DIGIT = re.compile(r"\d")
FEWEST, LEAST, MOST = 3, Decimal("0.67"), Decimal("1.5")


def check(context: Context) -> Iterator[Finding]:
    """Each mean whose words draw it from the list before it."""
    for paragraph in context.paragraphs_with(OF_MEAN):
        read = passage(paragraph.text)
        for each in read.entries:
            if each.kind not in ("count", "money", "measure") or each.base:
                continue
            told = _listed(read, each)
            if values := told.values if told else _run(read, each):
                yield from _judged(paragraph, values, each)


def _listed(read: Passage, mean: Entry) -> Listing | None:
    """The one list right before a mean that is drawn from it, of figures like it; all that its sentence tells."""
    found = [each for each in listings(read) if each.end <= mean.start and 0 <= mean.sentence - each.sentence <= 1]
    if len(found) != 1 or len(found[0].items) < FEWEST or not _have_names(found[0]):
        return None
    told, entries = found[0], [item.entry for item in found[0].items]
    if not _is_drawn(read, told.end, mean):
        return None
    others = [e for at in (told.sentence, mean.sentence) for e in read.of_sentence(at) if e.end <= mean.start]
    alone = all(e in entries or _is_number(e, told) for e in others)
    # "Fallow Bay 23, Ayr 15": a figure that was read as a name.
    start, first = read.starts[told.sentence], told.items[0].entry.start
    if DIGIT.search("".join(read.text[max(a, start) : b] for a, b in _gaps(read, start, first))):
        return None
    alike = all(e.kind in (mean.kind, "count") and not e.base and not e.share for e in entries)
    return told if alike and alone else None


def _have_names(told: Listing) -> bool:
    """Whether each has a name of its own: "Care team" beside "Young care team" has no word that the other hasn't."""
    names = {item.name.lower() for item in told.items}
    return all(item.words or item.telling for item in told.items) and len(names) == len(told.items)


def _gaps(read: Passage, low: int, high: int) -> Iterator[tuple[int, int]]:
    """What stands between the figures of a stretch."""
    for each in read.entries:
        if low <= each.start < high:
            yield low, each.start
            low = each.end
    yield low, high


def _is_drawn(read: Passage, end: int, mean: Entry) -> bool:
    """Whether it is called a mean of what stands before. end: of the list."""
    start = max(end, read.starts[mean.sentence])
    lead, behind = read.text[start : mean.start], read.text[mean.end : mean.end + 30]
    called = OF_MEAN.search(lead) or OF_MEAN.search(behind)
    return bool(called and DRAWN.search(lead)) and not ELSE.search(OF_MEAN.sub("", lead))


def _run(read: Passage, mean: Entry) -> tuple[Decimal, ...]:
    """ "They hold 18, 22, 15 and 21; the mean of the four is 19": bare figures side by side before their mean."""
    before = [e for e in read.entries if e.end <= mean.start and 0 <= mean.sentence - e.sentence <= 1]
    last = len(before)
    # "The mean of the four figures": how many they are.
    if last and before[-1].kind == "count" and THE_SO_MANY.search(read.text[: before[-1].start]):
        last -= 1
    total = before[last - 1] if last else None
    own = [e for e in before[: max(last - 1, 0)] if total and e.sentence == total.sentence]
    # "9 at Ayr, 14 at Oban and 7 at Troon, 30 in all, an average of 10".
    if total and len(own) >= FEWEST and IN_ALL.match(read.text, total.end) and _make(own, total):
        gap = read.text[total.end : mean.start]
        told = MEAN_OF_THEM.search(gap) and not ELSE.search(OF_MEAN.sub("", gap))
        return tuple(e.value for e in own) if told else ()
    first = last - 1
    while first > 0 and SIDE_BY_SIDE.fullmatch(read.text, before[first - 1].end, before[first].start):
        first -= 1
    run, number = before[max(first, 0) : last], before[last:]
    plain = len(run) >= FEWEST and all(e.kind in (mean.kind, "count") and not e.base and not e.share for e in run)
    if not plain or any(e.count != len(run) for e in number) or any(e.unit not in ("", mean.unit) for e in run):
        return ()
    gap = read.text[run[-1].end : mean.start]
    # "5 and 4 out of 10, an average of 6.4": one more, that wasn't read as a figure.
    if DIGIT.search(read.text[run[-1].end : number[0].start if number else mean.start]):
        return ()
    drawn = MEAN_OF_THEM.search(gap) if run[-1].sentence == mean.sentence or not OTHERWISE.search(gap) else None
    return () if not drawn or ELSE.search(OF_MEAN.sub("", drawn.group())) else tuple(e.value for e in run)


def _make(parts: Sequence[Entry], total: Entry) -> bool:
    """Whether bare figures of one kind make a total."""
    plain = all(e.kind == total.kind and not e.base and not e.share for e in parts)
    return plain and sum(e.value for e in parts) == total.value


def _judged(paragraph: Paragraph, values: Sequence[Decimal], mean: Entry) -> Iterator[Finding]:
    exact = sum(values, Decimal(0)) / len(values)
    # Far from them all it is of something else: "an average of 5.2 a week" behind months.
    if not min(values) <= mean.value <= max(values) and not exact * LEAST <= mean.value <= exact * MOST:
        return
    apart = abs(exact - mean.value)
    verdict: Verdict = "ok" if apart <= mean.step / 2 else "rounding" if apart <= mean.step < 1 else "wrong"
    if mean.step >= 1 and apart < 1:
        verdict = "ok"  # to the whole number, either way
    shown = printed(exact.quantize(min(mean.step, Decimal("0.1"))))
    why = f"{' + '.join(map(printed, values))} over {len(values)} is {shown}, printed as {mean.text}"
    slip = f"mean/{paragraph.line}/{mean.start}"
    yield Finding(CODE, verdict, paragraph.where, mean.text, mean.text, shown, why, slip, "likely")


def _is_number(entry: Entry, told: Listing) -> bool:
    """Whether it tells how many are listed, or what they come to."""
    return entry.kind == "count" and entry.value in (len(told.items), sum(told.values))
