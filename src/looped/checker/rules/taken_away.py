"""Those who go through a study or a sample: the first number less those taken out is the number that went on."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from looped.checker.at_hand import is_slip, undivided
from looped.checker.context import Context
from looped.checker.divisions import in_brackets
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "taken-away"
MESSAGE = "What went on is what there was, less what was taken out."
GOOD = "We drew 217 cases; after 6 without papers and three doubles were taken out, 208 went forward."
BAD = "We drew 217 cases; after 6 without papers and three doubles were taken out, 205 went forward."

OUT = pattern_of(
    r"\b(?:exclu\w+|remov\w+|t(?:ook|aken|ake) out|left out|leaves? out|leaving out|withdr\w+|lost|declin\w+|"
    r"refus\w+|ineligib\w+|"
    r"discard\w*|dropp?\w*|set aside|disregard\w*|delet\w+|omit\w+|duplicat\w+|died|opted out|weed\w* out|"
    r"reject\w+|closed|sold|scrapped|resigned|retired|moved (?:away|out|on)|"
    r"unusable|unreadable|illegible|spoil(?:t|ed)|void|invalid|incomplete|untraceable|unsuitable|missing|"
    r"could not be (?:traced|found|read|used|rated|reached)|cancel\w+|screened out|did(?: not|"
    r"n[’']t) (?:meet|attend|want|consent|reply|complete))\b",
    re.I,
)
WENT_ON = pattern_of(
    r"^[^.;:()\d]{0,40}?\b(?:went (?:forward|on|into|through)|(?:were|was|are|is) (?:therefore |then |"
    r"thus )?(?:included|analysed|analyzed|"
    r"randomi[sz]ed|available|left|kept|used|examined|retained|studied|entered|counted|carried forward|reviewed)|"
    r"(?<!their )(?<!its )(?<!his )(?<!her )remain\w*|"
    r"contributed|for (?:the )?(?:analysis|review|randomi[sz]ation)|in (?:the )?(?:analysis|final)|completed|"
    r"(?:analysed|eligible|usable|included|analysable) (?:cases|records|patients|participants|replies|"
    r"forms)|to (?:analyse|review|study))\b",
    re.I,
)
LEAVING = pattern_of(
    r"\b(?:leav(?:ing|es) (?:us )?(?:with )?(?:a|an|the|our|its) (?:[a-z-]+ ){1,4}?(?:of|at)|"
    r"leav(?:ing|es)|left(?: us)?(?: with)?|this left|remaining|the (?:other|rest,)|giving(?: us)?|"
    r"(?:analysis|sample|review|study|figures?|results?) (?:is|was|are|were|rests?|covers?|relates?) (?:of|"
    r"on|to|based on|for)?|"
    r"(?:data|results|follow-up|records|outcomes)[^.;:()\d]{0,40} (?:were |was )?(?:available|obtained|"
    r"complete) (?:for|from|on|in))\s+"
    r"(?:a |the |just |only |us |with |final |analysed |sample |total |of )*$",
    re.I,
)
REST = pattern_of(
    r"\b(?:the remaining|leav(?:ing|es)(?: (?:a|an|the|our) (?:[a-z-]+ ){1,4}?of)?|left(?: with)?|this left|the "
    r"rest,) $",
    re.I,
)
SPLIT = pattern_of(r"\b(?:each|per(?!-)|every|average|mean|than|rate|times)\b", re.I)
# "With both groups set aside": all that the sentence before tells.
ALL_OF_THEM = pattern_of(
    r"^\W*(?:(?:with|once|after|when|because|as|leaving|setting|taking|putting|removing|excluding|without|less|minus|"
    r"discounting|so),? )+(?:both|either|the two|all (?:of )?(?:these|those|them|three|four)|the three|the four)\b"
    r"(?! (?:were|are) (?:kept|left in|added))[^.;:\d]{0,60}$",
    re.I,
)
STANDS_FOR_IT = pattern_of(r"\b(?:without|with|had|have|has|lack\w*|need\w*|g[eo]t|g[ai]ven?|for|on|in) $", re.I)
BESIDE = re.compile(r"(?: [a-z]+){0,3} and (?:[a-z]+ )?")
MOST, SPAN, FAR = 6, 2, 4


def check(context: Context) -> Iterator[Finding]:
    """Each number that went on, with what was taken out before."""
    for paragraph in context.paragraphs_with(OUT):
        if not OUT.search(paragraph.text):
            continue
        read = passage(paragraph.text)
        for each in read.entries:
            start = read.starts[each.sentence]
            if each.kind == "count" and each.sentence and ALL_OF_THEM.search(read.text[start : each.start]):
                yield from _all_taken(paragraph, read, each)
            if each.kind == "count" and not each.share and _went_on(read, each) and not _is_it(read, each):
                yield from _judged(paragraph, read, each)


def _is_it(read: Passage, each: Entry) -> bool:
    """ "15 without one are left out": it stands for the thing."""
    return each.text.lower() == "one" and bool(STANDS_FOR_IT.search(read.text[: each.start]))


def _went_on(read: Passage, each: Entry) -> bool:
    return bool(WENT_ON.match(read.text[each.end :]) or LEAVING.search(read.text[: each.start]))


def _judged(paragraph: Paragraph, read: Passage, last: Entry) -> Iterator[Finding]:
    """The first number is the greatest of its sentence, or of it and the two before: right if right in any of these."""
    found = [each for reach in range(SPAN + 1) for each in _within(paragraph, read, last, last.sentence - reach)]
    right = [each for each in found if each.verdict == "ok"]
    # "Of the other 22 four were void, 12 refused and six were lost": its own parts stand behind it.
    behind = [e.count for e in read.of_sentence(last.sentence) if e.start >= last.end and e.kind == "count"]
    if not right and len(behind) > 1 and sum(behind) == last.count:
        return
    if not right and _is_left(read, last):
        return
    if right or found:
        yield (right or found)[-1 if not right else 0]


def _all_taken(paragraph: Paragraph, read: Passage, last: Entry) -> Iterator[Finding]:
    """What is left once all are away that the sentence before tells of one whole, and not some of them alone."""
    told = [e for e in read.of_sentence(last.sentence - 1) if e.kind == "count" and not e.share]
    opened = [e for e in told if e.base] or told[:1]
    if len(opened) != 1 or len(told) < SPAN or len(told) > MOST or last.base:
        return
    total = opened[0].base or opened[0].count
    parts = [e for e in told if e is not opened[0] or e.base]
    left = total - sum(e.count for e in parts)
    words = read.sentence(last.sentence - 1)
    if left <= 0 or SPLIT.search(words) or len(parts) < SPAN or not is_slip(last.value, left * last.step):
        return
    shown = " and ".join(str(e.count) for e in parts)
    why = f"{total} less {shown} leaves {left}, printed as {last.text}"
    slip = f"parts/{paragraph.line}/{last.start}"
    yield Finding(CODE, "wrong", paragraph.where, last.text, str(last.count), str(left), why, slip, "likely")


def _is_left(read: Passage, last: Entry) -> bool:
    """Whether it is what any others leave of one that is told near it, whatever their words."""
    near = [e for e in read.entries if 0 <= last.sentence - e.sentence <= SPAN and e.kind == "count" and e is not last]
    counts = list(dict.fromkeys(n for e in near for n in (e.count, e.base or 0) if n))[: MOST + 2]
    return any(
        n - sum(some) == last.count
        for n in counts
        for size in (2, 3)
        for some in combinations(counts, size)
        if n not in some
    )


def _within(paragraph: Paragraph, read: Passage, last: Entry, low: int) -> Iterator[Finding]:
    near = [e for e in read.entries if low <= e.sentence <= last.sentence and e.kind == "count" and e is not last]
    # "15 were left out: seven late, five torn, three lost": told once.
    near = undivided(read, near)
    if low < 0 or not near:
        return
    first = max(near, key=lambda e: e.base or e.count)
    if first.start > last.end and BESIDE.fullmatch(read.text, last.end, first.start):
        return  # "leaves 103 and 108 for analysis": two rests
    parts = [e for e in near if e is not first and not e.share and e not in _divided(read, first)]
    words = read.text[read.starts[low] : max(e.end for e in (*near, last)) + 60]
    if last.base and last.base >= (first.base or first.count):
        first, parts = last, [e for e in near if not e.share]
    # "Six of the 40 were void, so the analysis is of 34": what was taken out has its whole beside it.
    parts += [first] if first.base and first is not last else []
    # A note at the foot tells why, in a sentence of its own.
    if not parts or not OUT.search(words) or re.search(r"[*†‡]\s?$", read.text[: last.start]):
        return
    total = first.base or first.count
    if total <= last.count and first is not last:
        # Of a whole that the paragraph doesn't tell it may be left: of many times as much.
        if low == 0 and REST.search(read.text[: last.start]) and last.count <= FAR * total:
            why = f"{last.count} are said to be left of {total}"
            slip = f"parts/{paragraph.line}/{last.start}"
            most = f"less than {total}"
            yield Finding(CODE, "wrong", paragraph.where, last.text, str(last.count), most, why, slip, "likely")
        return
    mixed = any(e.base for e in parts if e is not first)
    if total > last.count and len(parts) <= MOST and not mixed and not SPLIT.search(words):
        yield from _finding(paragraph, last, total, parts)


def _divided(read: Passage, first: Entry) -> list[Entry]:
    """ "245 (122 in one arm, 123 in the other)": into what a number is divided in the bracket behind it."""
    behind = [e for e in read.of_sentence(first.sentence) if e.start > first.end and in_brackets(read.text, e)]
    inside = [e for e in behind if ")" not in read.text[first.end : e.start]]
    return inside if sum(e.count for e in inside) == first.count else []


def _finding(paragraph: Paragraph, last: Entry, total: int, parts: Sequence[Entry]) -> Iterator[Finding]:
    counts = [e.count for e in parts]
    taken = total - last.count
    right = any(sum(some) == taken for size in range(1, len(counts) + 1) for some in combinations(counts, size))
    # Of another figure that stands there it may be what is left: "5% of the 1,840, that is 92; six closed, leaving 86".
    right = right or any(
        n - sum(some) == last.count for n in counts for size in (1, 2) for some in combinations(counts, size)
    )
    # "47 then; ten were added and 15 closed, so 42": some came while others went.
    gone = (sum(some) for size in range(1, len(counts)) for some in combinations(counts, size))
    right = right or any(total + sum(counts) - 2 * n == last.count for n in gone)
    # Two by two: what was taken out may itself be divided, and what went on too.
    if not right and (any(total - n in counts for n in counts) and last.count in counts):
        return
    less = " and ".join(str(n) for n in counts)
    # Parts that are divided again behind their sum are told once.
    whole = max(counts) if sum(counts) == 2 * max(counts) else sum(counts)
    why = f"{total} less {less if whole == sum(counts) else whole} leaves {total - whole}, printed as {last.count}"
    slip = f"parts/{paragraph.line}/{last.start}"
    verdict: Verdict = "ok" if right else "wrong"
    if right or total - whole > 0:
        left = str(total - whole)
        yield Finding(CODE, verdict, paragraph.where, last.text, str(last.count), left, why, slip, "likely")
