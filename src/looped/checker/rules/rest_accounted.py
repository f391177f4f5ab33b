"""A count that is said to be left, still open or otherwise the rest of those told before."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.accounts import (
    condensed,
    counts_near,
    is_explained,
    is_loose,
    nearest,
    parts_of,
    rests,
    spans_near,
    sums,
)
from looped.checker.adding import opened_at
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.explaining import counts_of
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.prose import Entry, Passage, passage
from looped.checker.whole_elsewhere import is_whole_elsewhere

CODE = "rest-accounted"
MESSAGE = "What is left is what there was, less what went."
GOOD = "Of the 40 rooms we inspected, 31 had been repainted. Nine have still to be done."
BAD = "Of the 40 rooms we inspected, 31 had been repainted. Seven have still to be done."

BEHIND = pattern_of(
    r"^(?: (?:of (?:them|these|those|whom|which|the)|others?|[a-z’'-]+)){0,3}?,?\s*(?:"
    r"(?:(?:is|are|was|were|had|have|has|had been|have been|being)\s+)?(?:still|yet) (?:to|open|outstanding|un\w+|in|"
    r"awaiting|waiting|with|without|under|not|need\w*|need|had|have)\b|still (?:had|have|has|need\w*|await\w*|"
    r"lack\w*|want\w*)\b|"
    r"remain(?:s|ed|ing)?\b|(?:is|are|was|were) (?:therefore |then |thus |now |finally |so )?(?:left|outstanding|open|"
    r"pending|unresolved|overdue|randomi[sz]ed|enrolled|recruited|analysed|analyzed|included|retained|kept|used|"
    r"examined|carried forward|usable|"
    r"eligible|available)\b|(?:could|can) (?:then |therefore |be )*(?:used|analysed|kept|included|followed|traced|"
    r"reached|studied|assessed|"
    r"counted)\b|(?:went|go|"
    r"going) (?:forward|on|through)\b|"
    r"(?:underwent|entered|began|started|completed|reached) (?:the )?(?:randomi[sz]ation|trial|study|follow-up|end)\b|"
    r"(?:did|do|does|had|have|has|was|were|is|are|could|would) not(?=\s*[.,;)]|$)|"
    r"(?:did|do|does|had|have|has|was|were|is|are|could|would)n[’']t(?=\s*[.,;)]|$)|(?:left|outstanding|to go|"
    r"short)\b)",
    re.I,
)
BEFORE = pattern_of(
    r"(?:(?:,|;|\band|\bbut) (?:[a-z]+ ){0,3}?(?:(?:less|worse|lower|later|poorer|shorter) than [a-z]+|below [a-z]+|"
    r"not|never|no|without|absent|missing|"
    r"lacking|incomplete) (?:[a-z]+ ){0,2}?(?:in|for|from|at|on|with|by)|\b(?:down|reduced|fell|falls|brought down|"
    r"cut) to|\b(?:the|all|its|our|these|those) (?:other|remaining|rest(?: of the)?,?|balance of)|\bleav(?:ing|"
    r"es)(?: us with)?|"
    r"\bleft(?: us)?(?: with)?|\bremaining|\bnet of|"
    r"\b(?:so|therefore|thus|hence|accordingly|then|consequently)\b[^.;:()\d]{0,30}?\b(?:includ\w+|cover\w*|rest\w*|"
    r"(?:is|was|are|were) (?:based )?(?:of|on|for)|on|of|with|for|numbered|has|had)|"
    r"\b(?:so|therefore|hence|thus)(?: that)?,? (?:we|they|it|there) (?:[a-z]+ ){0,2}?[a-z]+|"
    r"\b(?:analysis|sample|review|figures?|results?|dataset|base)\b[^.;:()\d]{0,30}?\b(?:includ\w+|cover\w*|rest\w* on|"
    r"comprises?|comprised|numbers|numbered|(?:is|was|are|were) (?:(?:therefore|thus|then|hence) )?"
    r"(?:based |drawn |made up )?(?:of|on|from)))"
    r"\s+(?:just |only |the |a total of |us |with )*$",
    re.I,
)
# Said of what was told before, in a sentence of its own.
SAME = pattern_of(
    r"\b(?:it|so|this|that|these|those|them|they|therefore|thus|hence|then|accordingly|consequently|still|yet|"
    r"remain\w*|left|other|rest|leav\w+)\b",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:average|mean|each|per|twice|target|planned|expected|"
    r"more than one|overlap\w*|as well as|rate|ratio|points?|compared|than|respectively|such as|mainly|"
    r"mostly|new|newly|joined|rejoined|came back|added|extra|additional|increase\w*|rose|another|further|again|"
    r"both(?! (?:[a-z]+ )?(?:set aside|left out|removed|excluded|taken out|discounted|gone|deducted|put aside))|"
    r"opened\b[^.]*\bclosed|at the (?:end|start|close|beginning))\b|£",
    re.I,
)
OF_THEM = pattern_of(rf"^(?: [a-z]+)? of (?:{WHICH})\b", re.I)
GRADED = pattern_of(r"\b(?:rated|graded|judged|good|inadequate|requires? improvement)\b", re.I)
DENIED = pattern_of(
    r"^(?: [a-z]+){0,2}? (?:did|do|had|have|has|was|were|is|are|could) not (?:been |be )?(?P<what>[a-z]{4,})", re.I
)

# "The most common cause was rust (37), with a missing bolt for 17": none is left of another.
RANKED = pattern_of(r"\b(?:most (?:common|frequent|often)\w*|commonest|main (?:reason|cause|fault))\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each count with such words beside it."""
    for paragraph in context.paragraphs_with(BEHIND, BEFORE, DENIED):
        read = passage(paragraph.text)
        for each in read.entries:
            bare = each.kind == "count" and not each.base and not is_loose(read, each)
            bare = bare and not RANKED.search(read.text[read.starts[each.sentence] : each.start])
            if bare and _is_rest(read, each) and not is_whole_elsewhere(context, read, each):
                yield from _judged(paragraph, read, each)


def _is_rest(read: Passage, each: Entry) -> bool:
    lead = read.text[read.starts[each.sentence] : each.start][-80:]
    behind = BEHIND.match(read.text[each.end :])
    # "Five of those were outstanding"; a grade of the best: no rest.
    if OF_THEM.match(read.text[each.end :]) or (
        behind and "outstanding" in behind[0].lower() and GRADED.search(read.text)
    ):
        return False
    return bool(BEFORE.search(lead) or behind or _is_denied(read, each))


def _is_denied(read: Passage, each: Entry) -> bool:
    """Whether what it denies was said of others before it: "17 were upheld ... and 12 were not upheld"."""
    said = DENIED.match(read.text[each.end :])
    before = read.text[read.starts[each.sentence] : each.start]
    return said is not None and f" {said['what']}" in before and f"not {said['what']}" not in before


def _judged(paragraph: Paragraph, read: Passage, each: Entry) -> Iterator[Finding]:
    near = counts_near(read, each, 1)
    behind = [e for e in near if e.start >= each.end and opened_at(read.text, e.start) < 0]
    behind = [e for e in behind if not OF_THEM.match(read.text[e.end :])]
    before = [e for e in near if e.end <= each.start]
    # "39 went on once ten had been taken out of the 49": told first.
    before = before or [e for e in behind if e.sentence == each.sentence]
    parts = _undivided(condensed(read, parts_of(read, before)))
    if not parts or parts[-1].sentence < each.sentence - 1:
        return
    beside = [*parts, *(e for e in behind if e not in before)]
    if is_explained(each.count, beside, spans_near(read, each)):
        yield _finding(paragraph, each, str(each.count), "", ok=True)
        return
    counts = [n for e in read.entries if e is not each for n in counts_of([e])]
    own = [e.count for e in read.of_sentence(each.sentence) if e is not each and e.kind == "count"]
    if any(a - b == each.count for a in counts for b in counts) or sum(own) == each.count:
        return
    words = read.text[read.starts[parts[0].sentence] : each.end + 60]
    apart = parts[-1].sentence < each.sentence and not SAME.search(read.sentence(each.sentence))
    if ELSE.search(words) or apart:
        return
    if each.share and any(fits(each.count, a - b, each.share) for a in counts for b in counts if a - b > each.count):
        return  # "of the rest, 180 were reached, or 75%": a part of what is left
    account = nearest(each.count, [*rests(parts), *sums([e for e in parts if not e.base])])
    if account:
        yield _finding(paragraph, each, str(account.expected), account.terms, ok=False)


def _undivided(parts: Sequence[Entry]) -> list[Entry]:
    """ "37 faults: six high, nine medium and 22 low. Fourteen were mended": without those that the first is made of."""
    for at, whole in enumerate(parts):
        for end in range(at + 3, len(parts)):
            if sum(e.count for e in parts[at + 1 : end]) == whole.count and not whole.base:
                return [*parts[: at + 1], *parts[end:]]
    return list(parts)


def _finding(paragraph: Paragraph, each: Entry, expected: str, terms: str, *, ok: bool) -> Finding:
    stated = each.text.split(" (")[0]
    why = f"{terms}, printed as {stated}" if terms else f"{stated} is what the others leave"
    slip = f"left/{paragraph.line}/{each.start}"
    verdict: Verdict = "ok" if ok else "wrong"
    return Finding(CODE, verdict, paragraph.where, each.text, stated, expected, why, slip, "likely")
