"""What parts leave of their whole: "40 rooms, 29 let, so 11 stood empty", "the other 11 stood empty"."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from looped.checker.at_hand import undivided
from looped.checker.context import Context
from looped.checker.dividing import NOT_ASKED
from looped.checker.document import Paragraph
from looped.checker.end_words import FURTHER_ON
from looped.checker.finding import Finding, Verdict
from looped.checker.otherwise import noun_of
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.prose import Entry, Passage, passage, stems

CODE = "two-parts"
MESSAGE = "What a part leaves of its whole is the whole less the part."
GOOD = "The hostel has 40 beds. On our visit 31 were in use, so nine beds stood empty."
BAD = "The hostel has 40 beds. On our visit 31 were in use, so seven beds stood empty."

# Behind the figure: what those are that the part is not.
LEFT_BEHIND = pattern_of(
    r"^ others?\b|^(?:\s[a-z’'-]+){0,5}?\s(?:empty|vacant|unfilled|unused|unlet|unoccupied|free|spare|available|"
    r"differ\w*|"
    r"in dispute|as (?:they|it) (?:stood|was|were)|as written|as before|unchanged|unaltered|untouched|outstanding|"
    r"remain\w*|without|missing|lost|absent|unknown|untraced|unreturned|did not|didn’t|had not|had no\b|"
    r"had none|were not|was not|not|stopping|stopped early|"
    r"dropp\w+|(?:that|which|who) (?:failed|missed|fell short)|incomplete|unanswered|unresolved|unsigned|in order|"
    r"(?:were |are |was |is |be )?(?:carried|brought|rolled) (?:forward|over)|"
    r"still open|happened in|took place in|by day(?:light)?|by night|after dark)\b",
    re.I,
)
# Before it.
LEFT_BEFORE = pattern_of(
    r"(?:\b(?:so|so that|thus|therefore|hence|accordingly|leaving|leaves|left|all but|whereas|"
    r"while|whilst|the (?:other|rest,?|"
    r"remaining|remainder,?|balance,?|others,?)|(?:base|denominator|sample|population|number|total)\b[^.;:\d]{0,40}"
    r"(?:is|was|were|are|became|of)|"
    r"\b(?:carr(?:y|ies|ied|ying)|bring|brought|roll(?:ed|ing)?|taken?|took) (?:forward|over|on)|"
    r"(?:all|every(?:one|body)?|each) (?:but|bar|except)\b[^.;]{0,70}:|"
    r"the exceptions being|of the (?:other|remaining)|for the (?:other|remaining)|in the (?:other|remaining)))"
    r"[^.;:\d]{0,40}$",
    re.I,
)
# What takes away: a text that only tells two of three things needs one of them.
ELSE = pattern_of(
    r"\b(?:per(?!-)|every|average|mean|times|twice|half|thirds?|quarters?|rose|fell|increase\w*|decrease\w*|more than|"
    r"fewer|target|previous|last year|year before|both|some of|at least|any that|more than one|several|further|"
    r"also|another|rated|graded|judged|in addition|respectively|rate|ratio|between|aged|including|scored?|points?)\b|£",
    re.I,
)
# The other ones, in a sentence of their own, and what stands behind them.
REST = pattern_of(r"(?:^|[.;:,] |\band )(?:of )?(?:the|its|our) (?:other|remaining) $", re.I)
VERB = pattern_of(
    r"^\s*(?:[,;:.)(]|$|(?:of (?:them|these) )?(?:did|were|was|are|is|had|have|has|could|would|not|none|lacked|"
    r"showed|said|gave|remain\w*|fail\w*|needed|went|came|received|required|took|got|chose|met|fell|scored|described|"
    r"reported)\b)",
    re.I,
)
OF_THOSE = pattern_of(rf" (?:of|among) (?:{WHICH})\b", re.I)
REACH = 30
LIMIT_IN = pattern_of(r"\([^()]*\b(?:limit|target|standard|aim|goal)\b[^()]*$", re.I)
ANEW, DONE = pattern_of(r", (?:and|but) (?:only |just )?$"), pattern_of(r" [a-z]+s (?:were|was|had|are|have)\b")
KNOWN, FROM_REST = (
    pattern_of(r"\bthe $", re.I),
    pattern_of(r"[^.;\d]{0,90}\b(?:from|than|like|as) the (?:rest|others|remainder)\b", re.I),
)
SO_TOO = pattern_of(r"\b(?:while|whilst|whereas) (?:only |just )?$", re.I)
HAD = pattern_of(
    r" (?:had|held|met|kept|gave|knew|felt|bore|took|made|came|(?!failed|missed|lacked|voted|"
    r"refused)[a-z]{3,}ed) [a-z]",
    re.I,
)
LOWEST, NEAR, FEW, SMALL, PARTS = 4, 7, 6, 4, 2


def check(context: Context) -> Iterator[Finding]:
    """Each count that is said to be what another leaves."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        if len(read.entries) < 2:
            continue
        others = "other" in read.text or "remaining" in read.text
        for at, each in enumerate(read.entries):
            if each.kind == "count" and not each.base and not each.share:
                told = list(_others(paragraph, read, each)) if others else []
                if _is_left(read, each):
                    told += _judged(paragraph, read, at)
                if told:
                    yield min(told, key=lambda finding: finding.verdict == "ok")


def _is_left(read: Passage, each: Entry) -> bool:
    start = read.starts[each.sentence]
    before = read.quiet[start : each.start]
    behind = read.quiet[each.end :]
    if FURTHER_ON.search(read.text[start : each.start]):
        return False  # "the commonest was rust (n = 24); others were rot (n = 9)": the next of a list
    if NOT_ASKED.match(behind) or (KNOWN.search(before) and FROM_REST.match(behind)):
        return False  # "the 12 seen again did not differ from the rest": spoken of as known
    if re.search(r"\b(?:where|when|which|that|whom|whose|if|because)\s+$", before):
        return False  # "7 where two auditors differed": who did, and not what is left
    if re.match(rf"\s(?:[a-z]+ )?of (?:{WHICH})\b", behind):
        return False
    if re.search(r"\b(?:by|to|than|about|around|of|over|per|from|under|nearly|in)\s+$", before) and not re.search(
        r"\b(?:other|population|base|sample)\b[^.;:]*$", before
    ):
        return False
    if SO_TOO.search(before) and HAD.match(behind) and not LEFT_BEHIND.match(behind):
        return False  # "49 of the 68 had a plan, while 13 had a log": of another thing
    if ANEW.search(before) and DONE.match(behind) and not LEFT_BEHIND.match(behind):
        return False  # "the post is empty, and two sessions were called off": of another thing
    return bool(LEFT_BEHIND.match(behind) or LEFT_BEFORE.search(before))


def _judged(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    last = read.entries[at]
    # "(The limit is 20 working days)": no count of what is told.
    near = [e for e in read.entries[:at] if not LIMIT_IN.search(read.text[: e.start])]
    near = [e for e in near if last.sentence - e.sentence <= 2 and e.kind in ("count", "measure", "money")]
    # "the two readers": small numbers in words are mostly of something else.
    small = [e for e in near if e.count < SMALL and e.text.isalpha() and not e.base]
    kinds = [e for e in near if e.kind == "count" and (e not in small or (len(near) < FEW - 3 and not near[-1].base))]
    counts = undivided(read, kinds)
    kinds = [e for e in kinds if e not in counts]
    words = read.text[read.starts[max(0, last.sentence - 2)] : last.end + 40]
    if not 1 <= len(counts) <= 2 or ELSE.search(words):
        return
    pair = _whole_and_part(read, counts)
    if pair is None:
        return
    whole, part = pair
    left = whole - part
    if left < 0 or part >= whole or left == part and last.count == part:
        return
    others = [
        e for e in read.entries if e is not last and e not in (*counts, *kinds) and e.kind in ("count", "measure")
    ]
    known = {n for e in others for n in (e.count, e.base or 0) if n}
    wrong = last.count != left
    if wrong and (
        any(n > whole or n == whole + part + last.count for n in known)
        or abs(last.count - left) > max(LOWEST, whole // NEAR)
        or last.count == whole - part - sum(e.count for e in others if e.start < last.start)
        or any(last.count in (n, whole - part - n, n - whole, n - part) for n in known if n)
        or any(last.count == abs(a - b) or last.count == a + b for a, b in combinations([*known, whole, part], 2))
        or last.count in (whole, part)
        or any(left == last.count + n for n in known)
        or _is_of_list(last.count, sorted(known)[:FEW], (part, whole))
    ):
        return
    verdict: Verdict = "wrong" if wrong else "ok"
    why = f"{whole} less {part} leaves {left}, printed as {last.text.split(' (')[0]}"
    slip = f"left/{paragraph.line}/{last.start}"
    yield Finding(CODE, verdict, paragraph.where, last.text, str(last.count), str(left), why, slip, "likely")


def _is_of_list(count: int, known: Sequence[int], sums: Sequence[int]) -> bool:
    """Whether a count and others make the part or the whole: it is one of a list."""
    some = [sum(chosen) for size in range(1, len(known) + 1) for chosen in combinations(known, size)]
    return any(count + each in sums for each in some)


def _whole_and_part(read: Passage, counts: Sequence[Entry]) -> tuple[int, int] | None:
    """A count with its base, the last one told; or two counts of which the first is the greater."""
    last = counts[-1]
    if last.base:
        alone = len(counts) == 1 or counts[0].base == last.base
        return (last.base, last.count) if alone and (len(counts) == 1 or counts[0] is last) else None
    if len(counts) != 2 or counts[0].base or counts[0].share or counts[0].count <= last.count:
        return None
    return counts[0].count, last.count


def _others(paragraph: Paragraph, read: Passage, rest: Entry) -> Iterator[Finding]:
    """ "The other five were sent back": what was looked at less the one or two parts told of before."""
    if not REST.search(read.text, max(0, rest.start - REACH), rest.start):
        return
    before = [e for e in read.entries if e.kind == "count" and e.start < rest.start]
    before = before if 1 < len(before) <= PARTS + 1 else _of_noun(before, rest)
    if len(before) < PARTS:
        return
    whole, parts = before[0], [e for e in before[1:] if not OF_THOSE.match(read.text[e.end :])]
    if parts and _may_be_of(read, whole, parts, rest):
        left = whole.count - sum(each.count for each in parts)
        if left != rest.count and any(whole.count - each.count == rest.count for each in parts):
            return  # "29 residents and three relatives": not each is a part
        verdict: Verdict = "ok" if left == rest.count else "wrong"
        why = f"{whole.text} less {' and '.join(str(each.count) for each in parts)} is {left}"
        slip = f"left/{paragraph.line}/{rest.start}"
        yield Finding(CODE, verdict, paragraph.where, rest.text, rest.text, str(left), why, slip, "likely")


def _of_noun(before: Sequence[Entry], rest: Entry) -> list[Entry]:
    """ "Seven controls with 26 tests each. Four controls worked; the other three": the whole has the part's noun."""
    part = before[-1] if before else rest
    noun = noun_of(part)
    wholes = [e for e in before[:-1] if noun and noun in stems(" ".join(e.after.split()[:3])) and not e.share]
    near = part.sentence == rest.sentence and not part.base and not part.share
    return [wholes[0], part] if near and len(wholes) == 1 and part.sentence - wholes[0].sentence <= 1 else []


def _may_be_of(read: Passage, whole: Entry, parts: Sequence[Entry], rest: Entry) -> bool:
    """Whether the whole stands first, alone, the parts are smaller, and the rest is of the same things."""
    sentence = whole.sentence
    bases = {each.base for each in parts if each.base}
    if whole.base or whole.share or bases - {whole.count} or parts[0].sentence == rest.sentence == sentence:
        return False
    if rest.sentence - parts[-1].sentence > 1 or parts[0].sentence - sentence > 1:
        return False
    if sum(each.count for each in parts) >= whole.count:
        return False
    behind = read.text[rest.end :]
    noun = stems(" ".join(re.findall(r"[a-z’'-]+", behind, re.I)[:2]))
    named = stems(" ".join(re.findall(r"[a-z’'-]+", read.text[whole.end :], re.I)[:4]))
    return bool(VERB.match(behind)) or bool(noun & named)
