"""A whole that a passage divides: its parts, and what is left of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from looped.checker.accounts import is_narrowing
from looped.checker.at_hand import TIMES as LENGTHS
from looped.checker.closed import is_another_whole
from looped.checker.context import Context
from looped.checker.dividing import (
    NOT_ASKED,
    OF,
    OPEN,
    OVERLAP,
    SET_APART,
    SEVERAL,
    SHARED,
    SINGLE,
)
from looped.checker.divisions import Division, divisions, in_brackets, summable
from looped.checker.document import Paragraph
from looped.checker.explaining import is_accounted_for
from looped.checker.finding import Certainty, Finding, Verdict
from looped.checker.numbers import fits, fitting_bases, slips
from looped.checker.patterns import pattern_of
from looped.checker.phrases import AVERAGED, THEM
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed

CODE = "parts-of-whole"
MESSAGE = "The parts into which a passage divides a whole make that whole, and what is left is what they leave."
GOOD = "Of 310 people, 22 withdrew and 13 were lost, leaving 275 for the analysis."
BAD = "Of 310 people, 22 withdrew and 13 were lost, leaving 278 for the analysis."

OF_THOSE = pattern_of(
    rf"(?:[^.;]|\.(?=\d)){{1,60}}?(?:\d\s?%|\bper ?cent) of (?:{THEM})\b"
    r"(?! (?:\d|two|three|four|five|six|seven|eight|nine|ten))",
    re.I,
)
OF_THESE = pattern_of(r"\b(?:of|among) (?:these|those),? $", re.I)
DOES = pattern_of(r" (?:is|are|was|were|had|have|has|did|could|need|needed|remain\w*)\b", re.I)
# "Fifteen were seen twice and eight once, 38 visits in all".
TIMES = pattern_of(r"\b(?:twice|thrice)\b", re.I)
EACH = pattern_of(
    r"(?: [a-z’'-]+)? (?:(?:in|at|on|for|to) )?(?:each|apiece)\b|(?: [a-z’'-]+)? (?:a|per) (?:day|week|month|year)\b",
    re.I,
)
MEAN_BEFORE = pattern_of(rf"\b(?:{AVERAGED}|median)\b[^.;:\d]{{0,30}}$", re.I)
RESPECTIVELY = pattern_of(r"\brespectively\b", re.I)
EACH_ONE = pattern_of(r"\b(?:each|every|all|nobody|none|no one)\b[^.;:\d]{0,40} (?:only |just |more than )?$", re.I)
# "In 33 cases: late (6), lost (3)": the list is all of them, whatever some of it comes to.
LISTED = re.compile(r"[^.;:()\d]{0,60}: [^.;:()\d]{1,60}\(")
SHARED_N = re.compile(r"\(\d[\d.]*\s?%[,;] ?n ?= ?$", re.I)
MOST, SMALL, FAR, FEW, LARGE = 6, 5, 3, 6, 100
# So many parts are tried in every combination, and no more: each further one doubles the work.
MANY = 12


def check(context: Context) -> Iterator[Finding]:
    """Each division that a paragraph makes."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        yield from _above(paragraph, read)
        for each in divisions(paragraph, read):
            if all(SHARED_N.search(read.text[: part.start]) for part in each.parts):
                continue  # "of 75, one thing (23%, n=17) and another (69%, n=52)": each of its own
            if any(is_another_whole(read, each.whole, each.parts[0], part) for part in each.parts[1:]):
                continue
            yield from _judged(read, _without_one(read, each))


def _without_one(read: Passage, told: Division) -> Division:
    """ "In five, in three and in two; each gave one reason": the one is no part."""
    last = told.parts[-1]
    said = EACH_ONE.search(read.text[read.starts[last.sentence] : last.start])
    return replace(told, parts=told.parts[:-1]) if said and last.text.lower() == "one" and not told.left else told


def _above(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "Of 65 women, 39 had this and 68 had that": no part is more than its whole."""
    for at, whole in enumerate(read.entries):
        if whole.kind != "count" or whole.share or whole.base or not OF.search(read.text[: whole.start]):
            continue
        if OF_THESE.search(read.text[: whole.start]) and DOES.match(read.text[whole.end :]):
            continue  # "Of these four are complete, three partly": it is a part itself
        for each in read.entries[at + 1 :]:
            if each.kind == "measure" and each.unit in LENGTHS and read.text[each.end :].startswith(", "):
                continue  # "of the 23 not seen at 6 months"
            if read.text[whole.end : each.start] == " and ":
                break  # "of the 40 and 50 boats at Ayr and Oban": two wholes
            lead = read.text[max(0, each.start - 24) : each.start].rpartition(", ")[2]
            if (
                each.sentence != whole.sentence
                or each.kind != "count"
                or each.base
                or re.search(
                    r"\bof\b|\bthan\b|\b(?:to|in|at|by|on|for|among|across|per)\b\s*$|from|further|another|with", lead
                )
            ):
                break
            if whole.value < SMALL and each.value > SMALL * whole.value:
                break  # "of the two homes Elm has 60 beds"
            # "Of the three kitchens the one at Ash had 94": how many they are, and what one of them has.
            if whole.text.isalpha() and (each.value > FAR * whole.value or (each.text.isdigit() and whole.value < FEW)):
                break
            if each.value > whole.value and not in_brackets(read.text, each):
                why = f"{each.text} is more than the {whole.text} that it is of"
                slip = f"parts/{paragraph.line}/{each.start}"
                yield Finding(
                    CODE, "wrong", paragraph.where, each.text, each.text, f"at most {whole.text}", why, slip, "likely"
                )


def _judged(read: Passage, told: Division) -> Iterator[Finding]:
    summed = sum((each.value for each in told.parts), Decimal(0))
    step = max(each.step for each in (*told.parts, told.whole))
    slack = step * (len(told.parts) + 1) / 2 if step != 1 else Decimal(0)
    miss = abs(summed - told.whole.value)
    if _are_no_parts(read, told, summed, slack):
        return
    if miss <= slack:
        yield _finding(read, told, "ok" if not miss else "rounding", summed)
        return
    if _is_explained(read, told) or _is_of_others(read, told):
        return
    sure = told.sure and not OVERLAP.search(read.sentence(told.whole.sentence))
    if sure or (told.near and _reads_as_all(read, told, miss)):
        yield _finding(read, told, "wrong", summed)


def _end(read: Passage, told: Division) -> int:
    """Where the sentence of the last part ends."""
    last = told.parts[-1].sentence
    return read.starts[last] + len(read.sentence(last))


def _are_no_parts(read: Passage, told: Division, summed: Decimal, slack: Decimal) -> bool:
    """Whether there is more to the whole than is told, or what is told isn't taken from it."""
    total, parts = told.whole.value, told.parts
    if summed + slack < total and not told.left and _is_open(read, told):
        return True
    if told.left and summed - parts[-1].value >= total and any(e.share for e in parts):
        return True  # what is told before it would leave nothing: it isn't what is taken away
    if told.left and len(parts) > 2 and summed - parts[-1].value > total:
        return True  # "Twelve held all six, nine held five and the other nine four": not each counts of the whole
    # "Four councillors, two officers and the chair": one that no figure tells.
    if summed + len(SINGLE.findall(read.text, parts[0].end, _end(read, told))) == total:
        return True
    mine = {each.start for each in (*parts, told.whole)}
    rest = [
        e.value
        for e in read.entries
        if e.start not in mine
        and (e.start > parts[-1].end or e.sentence == parts[-1].sentence)
        and abs(e.sentence - parts[-1].sentence) <= 1
    ]
    return summed != total and not told.left and any(summed + each == total for each in rest)


def _is_explained(read: Passage, told: Division) -> bool:
    """Whether parts that miss the whole are none of it, by their words or by how many they are."""
    total, parts = told.whole.value, told.parts
    if any(e.value == sum(n.value for n in parts[at:]) for at, e in enumerate(parts[:-2], 1)):
        return True  # "477 were screened and 229 took part: 108 here and 121 there": parts of the 229
    if MEAN_BEFORE.search(read.text[: told.whole.start]):
        return True  # "the average age was 44: 12 were under 30"
    if len(parts) == 2 and total * parts[0].value == parts[1].value:
        return True  # "12 wards, the 84 beds, come to seven a ward"
    if _is_in_order(read, parts) or NOT_ASKED.match(read.text[parts[-1].end :]):
        return True
    if TIMES.search(read.text[parts[0].start : _end(read, told)]):
        return True
    # "Two at £23,500 each".
    return any(EACH.match(read.text[e.end :]) for e in parts)


def _is_of_others(read: Passage, told: Division) -> bool:
    """Whether parts that miss the whole are of another, overlap, or are a part of what is told with them."""
    whole, parts = told.whole, told.parts
    counts = [e.count for e in read.of_sentence(whole.sentence) if e.kind == "count" and e is not whole]
    listed = told.near and LISTED.fullmatch(read.text[whole.end : parts[0].start]) and in_brackets(read.text, parts[-1])
    if not told.left and not listed and whole.kind == "count" and is_accounted_for(whole.count, counts):
        return True  # a part itself of what is told with it
    if not told.left and is_narrowing(read, whole, parts):
        return True
    if _is_of_a_part(told) or _adds_up_elsewhere(read, told) or _is_part_of_part(read, told):
        return True
    if told.left and _leaves_of_all(read, told):
        return True
    if all(e.kind == "count" and e.share and fits(e.count, int(whole.value), e.share) for e in parts):
        return True  # each is right by its share, so that they overlap
    return _are_of_one_base(whole, *parts)


def _are_of_one_base(*entries: Entry) -> bool:
    """ "94 (50%), followed by 58 (31%) and 45 (24%)": counts whose shares are of one base stand side by side."""
    if not all(each.kind == "count" and each.share and not each.base for each in entries):
        return False
    bases = [fitting_bases(each.count, each.share) for each in entries if each.share]
    return max(low for low, _ in bases) <= min(high for _, high in bases)


def _is_open(read: Passage, told: Division) -> bool:
    """Whether the list is of some only, or a rest that nobody counted is spoken of."""
    low = min(told.whole.sentence, told.parts[0].sentence)
    words = "".join(read.sentences[low : told.parts[-1].sentence + 2])
    return bool(OPEN.search(words))


def _leaves_of_all(read: Passage, told: Division) -> bool:
    """Whether the last is what every figure of its kind since the whole leaves of it, over sentences too."""
    last = told.parts[-1]
    since = [e for e in read.entries if told.whole.end <= e.start < last.start and e.kind == last.kind]
    return bool(since) and told.whole.value - sum((e.value for e in since), Decimal(0)) == last.value


def _is_of_a_part(told: Division) -> bool:
    """ "Of 200 made hot 12 failed (6%), whereas of 150 made cold 33 did (22%)": one is the whole of another."""
    total, shared = int(told.whole.value), [e for e in told.parts if e.kind == "count" and e.share]
    return any(
        fits(part.count, of.count, part.share) and not fits(part.count, total, part.share)
        for part in shared
        for of in told.parts
        if part.share and of is not part and of.kind == "count" and of.count > part.count
    )


def _is_in_order(read: Passage, parts: Sequence[Entry]) -> bool:
    """Whether the parts are the counts of as many shares told before them: "50% and 40% of the 60 (30 and 24)"."""
    told = [e for e in read.of_sentence(parts[0].sentence) if e.kind == "share"]
    shares = [e for e in told if e.end <= parts[0].start]
    if RESPECTIVELY.search(read.sentence(parts[0].sentence)) and len(told) >= len(parts):
        return True  # "for 9, 17 and 19 respectively (21%, 40% and 44%)": each of all of them
    return len(shares) >= len(parts) and in_brackets(read.text, parts[0])


def _is_part_of_part(read: Passage, told: Division) -> bool:
    """Whether the last part is one of those told before it: "54 joined and 40 stayed (74% of those who had joined)"."""
    last = told.parts[-1]
    end = read.starts[last.sentence] + len(read.sentence(last.sentence))
    return bool(OF_THOSE.match(read.text[last.start : end]))


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
    wholes = {n for e in near if summable(e, closing) for n in (e.value, Decimal(e.base or 0))} - {told.whole.value}
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
    near = miss <= max(Decimal(1 if some else 2), told.whole.value * 12 / 100)
    if SEVERAL.search(words) or not (near or _is_typed(told)):
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


def _is_typed(told: Division) -> bool:
    """Whether two digits of a great part changed places: "181" for 118, which alone is missing."""
    over = int(sum((each.value for each in told.parts), Decimal(0)) - told.whole.value)
    meant = ((each.count, each.count - over) for each in told.parts if each.count >= LARGE)
    return len(told.parts) > 2 and any(n > 0 and sorted(str(n)) == sorted(str(e)) and slips(e, n) for e, n in meant)


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
