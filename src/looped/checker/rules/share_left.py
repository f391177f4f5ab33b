"""A share that is called the rest, with those told before it: "52% by boat, 31% on foot and the rest (17%) by bus"."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.dividing import OVERLAP
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.in_turn import SMALL, is_head
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.prose import LENGTH, MONTH, Entry, Passage, passage
from looped.checker.quieting import SPELT
from looped.checker.sharing import HEDGE, Share, exact_shares, in_percent

CODE = "share-left"
MESSAGE = "A share that is called the rest makes 100% with those told before it."
GOOD = "Of the owners 52% came by boat and 31% on foot; the remaining 17% came by bus."
BAD = "Of the owners 52% came by boat and 31% on foot; the remaining 27% came by bus."

# Right before the last share: "the rest (", "the other two sites the remaining ", "the balance of ".
REST = pattern_of(
    r"\b(?:(?:the |all the |all |its |and |a )(?:rest|remainder|remaining|others?|balance|final)"
    r"(?:(?! of (?:these|those|them|whom|which)\b),? (?!(?:is|are|was|were|had|has|have|did|said|came|"
    r"made)\b)[a-z’'-]+){0,3}|every(?:one|body|thing) else|(?:all|any)(?: the)? (?:others?|else)|"
    r"leav(?:es|ing)|(?:mak|form)(?:es|ing) up (?:the )?(?:rest|remainder))"
    r"(?:,? (?:was|were|being|is|are|or|which (?:was|is|made up)|(?:only |just )?(?:made up|at|"
    r"of)))?,?\s*\(?(?:just |only )?$",
    re.I,
)
# "34% were the rest".
NO_REST = pattern_of(
    r"\b(?:of|among|from|than|for|in|to|with|by|on|at|over|during) (?:all )?(?:the|its) (?:rest|remainder|remaining|"
    r"others?|balance|final)\b,?(?![^.;,]*\bthe remaining )[^.;,]*$",
    re.I,
)
OF_SOME = pattern_of(rf"\s*of (?:{WHICH}|(?:the|these|those) (?:rest|remainder|others?|remaining)\b)", re.I)
ELSE = pattern_of(
    r"\b(?:than|compared (?:with|to)|against \d|rose|risen|fell|fallen|grew|grown|up from|down from|from \d|last year|"
    r"previous\w*|targets?|average|mean|median|weighted|of (?:whom|which|these|those|them)|including|at least|"
    r"at most|more than one|tick\w*|points?|respectively|multiple|both|also|each of|increas\w+|decreas\w+|"
    r"reduc\w+|would|rates?|scored?|chance|likel\w+|probability|interest|discount)\b",
    re.I,
)
# "36% of those asked came by boat": right behind the first share.
# "At least once a week", "for less than two years": how often and how long, and no share.
OF_THEM = re.compile(r" of (?:them|these|those)\b")
HOW_LONG = pattern_of(
    rf"\b(?:(?:more|less|fewer|longer|later|earlier) (?:often )?than|at (?:least|most)) (?:once|twice|"
    rf"an?|(?:{SPELT})(?! per)|"
    rf"\d+ {LENGTH})\b|\bless often than\b",
    re.I,
)
TIME = pattern_of(rf"\b(?:{MONTH}|(?:19|20)\d\d)\b", re.I)
# "In paint 15%", "of men 20%", "20% of men": of a whole of its own.
OWN_WHOLE = pattern_of(
    r"(?:^|[.;:,] |\band )(?:for|in|at|of|among) (?:the )?[a-z’'-]+(?: [a-z’'-]+)?,? (?:it was )?$", re.I
)
OF_WHOLE = re.compile(r"\)? of (?:the |all |our |its )?(?P<whole>[A-Za-z’'-]+)")
ALL_OF_THEM = pattern_of(
    r"(?:them|these|those|people|respondents|all|participants|everyone|cases|total|whole|income|spending)", re.I
)
# "Just over half of them (52%)".
BESIDE = re.compile(r"[^.;,()\d]{0,40} \(|, ")
# "The other two ports": how many the rest are.
OTHERS = pattern_of(r"\b(?:other|remaining) $", re.I)
# "40% of seats at Ayr": each of those at its own place.
AT_PLACE = re.compile(r" of (?:the )?[a-z]+ (?:at|in) (?:the )?[A-Z]")
CLAUSES = re.compile(r"[;:.]")
MOST, FAR, ONE, BACK = 7, Fraction(40, 100), Fraction(1), 2


def check(context: Context) -> Iterator[Finding]:
    """Each share with such words before it."""
    for paragraph in context.document.paragraphs:
        if "%" not in paragraph.text and " cent" not in paragraph.text:
            continue
        read = passage(paragraph.text)
        every = _shares(read)
        for at, last in enumerate(every):
            if at and last.entry and REST.search(read.text, 0, last.start):
                yield from _judged(paragraph, read, every[:at], last)


def _shares(read: Passage) -> list[Share]:
    """The shares of a passage; a fraction in words with its figure in brackets behind it is told once."""
    every, found = exact_shares(read), []
    for at, each in enumerate(every):
        after = every[at + 1] if at + 1 < len(every) else None
        gap = read.text[each.end : after.start] if after else ""
        again = after and after.entry and BESIDE.fullmatch(gap) and not REST.search(gap)
        if each.entry or not again:
            found.append(each)
    return found


def _judged(paragraph: Paragraph, read: Passage, before: Sequence[Share], last: Share) -> Iterator[Finding]:
    own = [each for each in before if each.sentence == last.sentence]
    low, lead = read.starts[last.sentence], read.text[(own or before)[-1].end : last.start]
    opens = not own
    said = REST.search(lead)
    if (
        not said
        or NO_REST.search(lead)
        or OF_SOME.match(read.text, last.end)
        or (opens and said.start() - 3 > len(lead))
    ):
        return
    # The sentences before it that tell nothing but shares, each of which may begin the list.
    runs, told = [own] if own else [], list(own)
    for at in range(last.sentence - 1, max(-1, last.sentence - 1 - BACK), -1):
        more = [each for each in before if each.sentence == at]
        if not more or len(own) > 1 or any(not e.share for e in read.of_sentence(at)[_counted(read, at) :]):
            break
        told = [*more, *told]
        runs.append(told)
        if opens or len(own) == 1:
            low = read.starts[at]
    if not runs or len(runs[-1]) < 2 or not _are_told_alike(read, runs[-1], last, low):
        return
    every = runs[-1]
    options = [
        run[start:]
        for run in runs
        for start in range(len(run))
        if not start
        or CLAUSES.search(read.text, run[start - 1].end, run[start].start)
        or start == 1
        and _is_base(read, run[0])
    ]
    slack = sum((each.slack for each in (*every, last)), Fraction(0))
    right = any(abs(_sum(option) + last.middle - ONE) <= slack for option in options)
    made = _sum(every)
    if not right and (made >= ONE and len(runs) > 1 or abs(made + last.middle - ONE) > FAR):
        return
    verdict: Verdict = "ok" if right else "wrong"
    left = in_percent(ONE - made)
    why = f"{' + '.join(each.text for each in every)} leave {left}, printed as {last.text}"
    slip = f"all/{paragraph.line}/{last.start}"
    yield Finding(CODE, verdict, paragraph.where, last.text, last.text, left, why, slip, "likely")


def _counted(read: Passage, at: int) -> int:
    """How many figures of a sentence stand before its first share."""
    own = read.of_sentence(at)
    return next((place for place, each in enumerate(own) if each.share), len(own))


def _is_base(read: Passage, share: Share) -> bool:
    """ "Of the 60% who came, 30% ...": what the others are of."""
    return bool(re.search(r"\b[Oo]f the $", read.text[: share.start]))


def _are_told_alike(read: Passage, told: Sequence[Share], last: Share, low: int) -> bool:
    """Whether the shares are of one whole, told exactly, with nothing else counted among them."""
    end = read.starts[last.sentence] + len(read.sentence(last.sentence))
    words, every = read.text[low:end], [*told, last]
    # "36% of them came by boat": of those of whom all the others are too.
    of_them = OF_THEM.match(read.text, told[0].end)
    words = words.replace(of_them.group(), "", 1) if of_them else words
    if (
        ELSE.search(HOW_LONG.sub(" ", words))
        or OVERLAP.search(words)
        or len(every) > MOST
        or len(TIME.findall(words)) > 1
    ):
        return False
    if any(HEDGE.search(read.text[max(0, each.start - 24) : each.start]) for each in every):
        return False
    if sum(bool(OWN_WHOLE.search(read.text[low : each.start])) for each in told) > 1:
        return False
    if AT_PLACE.match(read.text, told[0].end):
        return False
    # Nothing but shares from the first on.
    among = [e for e in read.entries if told[0].start <= e.start < end and not OTHERS.search(read.text[: e.start])]
    among = [e for e in among if not _is_behind(read, e)]
    if any(not e.share and not any(s.start <= e.start < s.end for s in every) for e in among):
        return False
    wholes = {found["whole"].lower() for e in every if (found := OF_WHOLE.match(read.text, e.end))}
    return len({each for each in wholes if not ALL_OF_THEM.fullmatch(each)}) < 2


def _is_behind(read: Passage, each: Entry) -> bool:
    """ "For two to ten years": a small number behind a word of its own, which counts nothing of the whole."""
    small = each.kind in ("count", "measure") and each.step == 1 and each.count <= SMALL and not each.base
    return small and each.text[0].isalpha() and not is_head(read, each)


def _sum(shares: Sequence[Share]) -> Fraction:
    return sum((each.middle for each in shares), Fraction(0))
