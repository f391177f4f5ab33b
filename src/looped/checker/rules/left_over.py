"""What a part leaves of its whole, told without "remaining": "absent in 15", "all but four", "the 13 without"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.explaining import counts_of
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.prose import MONTH, Entry, Passage, passage
from looped.checker.saying import said_in

CODE = "left-over"
MESSAGE = "Those that are not are the whole less those that are."
GOOD = "A map was held for 95 of 106 sites. Of the 11 without a map, seven were new."
BAD = "A map was held for 95 of 106 sites. Of the 13 without a map, seven were new."

NOT = (
    r"(?:absent|missing|blank|not|lacking|unsigned|undated|unrecorded|incomplete|outstanding|unmet|overdue|"
    r"left (?:blank|out)|"
    r"untested|unchecked|unanswered|omitted|failed)"
)
# "and was absent for 15", "and not in 15".
FOR = pattern_of(
    rf"(?:,|;|\band|\bbut)\s+(?:(?:it|they|this|these|one) )?(?:(?:was|were|is|are|had been|has been) )?{NOT}"
    rf"(?: (?!than)[a-z]+){{0,2}} (?:for|in|from|on|at|by|of)\s+(?:the (?:other|remaining|rest,?) )?$",
    re.I,
)
# "the 13 without", "the 13 who did not", "13 had none".
WITHOUT = pattern_of(
    r"^(?: [a-z’'-]+){0,2}? (?:without|with no\b|lacking|(?:that|who|which) (?:did not|didn’t|didn't|"
    r"had (?:no|not|none)|"
    r"was not|were not|do not|have (?:no|not)|are not|is not|lacked|could not|failed))\b",
    re.I,
)
# "Found on 26 of the 43; on 17 there was none".
ON = pattern_of(r"[;,] (?:and |but |while )?(?:on|in|for|at) (?:the other |another )?$", re.I)
NOTHING = pattern_of(
    r"(?: [a-z’'-]+)?,? there (?:was|were) (?:nothing|none|no (?:entry|entries|record|note|sign|evidence|trace|mention|"
    r"such [a-z]+))\b",
    re.I,
)
DEFINITE = pattern_of(r"\b(?:of|in|for|among|to|on)\s+(?:all )?the\s+$|^\s*the\s+$", re.I)
BUT = pattern_of(
    r"\b(?:all|every(?:one|body|thing)?|each|none|nobody|no one|nothing)\b[^.;:\d]{0,60}?\b(?:(?<!, )but|bar|"
    r"except(?: for| in)?|apart from|"
    r"save(?: for)?|with the "
    r"exception of)\s+(?:for )?(?:the )?$",
    re.I,
)
ELLIPTIC = pattern_of(
    r"(?: (?:others|more|of them))? (?:(?:did|were|was|had|have|has|do|does|are|is) not|(?:did|were|was|"
    r"had|have|has|do|does|"
    r"are|is)n[’']t|could not)(?: been| be)?\s*(?:[.,;)–—]|$)",
    re.I,
)
OF_WHICH = pattern_of(rf"\bof (?:{WHICH}),? $", re.I)
OTHERS = pattern_of(r"\bthe (?:others?|rest|remainder|remaining [a-z]+) ?[(\[]$", re.I)
NAME = r"(?:the )?[A-Z][A-Za-z’'-]+(?: [A-Z][a-z’'-]+)?"
LIST = rf"(?P<list>{NAME}(?:,? and {NAME}|(?:, {NAME})+,? and {NAME}))"
MISSED_IN = pattern_of(
    r"\b(?:missed|not (?:met|reached|achieved|hit|kept|done|held)|fell short|below (?:it|target|that|this)|"
    rf"failed)(?: only)? (?:in|at|by|for) {LIST}(?! [A-Z]|,? and\b|, [A-Z])"
)
THEY_DID_NOT = pattern_of(
    rf"(?<=[.;:,] ){LIST} (?:(?:did|were|was|had|have|do|are) not\b(?! (?:only|just))|(?:failed|missed|fell short)\b)"
)
MONTH_NAME = pattern_of(rf"\s*{MONTH}\s*", re.I)
SOME = pattern_of(
    r"\b(?:such as|including|for example|e\.g\.|among (?:them|these|others)|mainly|notably|most of|both)\b", re.I
)
NAMES = pattern_of(
    r"(?:\bexceptions? (?:were|was|being|are)(?: those)?(?: (?:for|in|of|from))?|\bthose (?:for|in|of|"
    r"from)|\bthe (?:others|rest),)\s+"
    r"(?P<list>(?:the )?[A-Z][A-Za-z’'-]+(?: [A-Z][a-z’'-]+)?(?:(?:,| and|, and|"
    r" or) (?:the )?[A-Z][A-Za-z’'-]+(?: [A-Z][a-z’'-]+)?)+)"
)
# "So 39 did not", "so that 39 boats had none".
SO = pattern_of(r", so(?: that)? (?:the (?:other|remaining) )?$", re.I)
NONE_OF_IT = pattern_of(
    r"(?: [a-z’'-]+)? (?:(?:did|were|was|had|have|has|do|does|are|is) not(?: have (?:it|one|any)| do so)?|"
    r"(?:had|have|has|got|gave) none|(?:went|were|are|go) without|lack(?:ed)? (?:it|one|any))\s*(?:[.,;:)]|$)",
    re.I,
)
DENIED = pattern_of(r"\b(?:not|no|none|never|without|lack\w*)\b", re.I)
REST = pattern_of(
    r"\b(?:(?:the )?(?:other|remaining|rest,?|remainder,?)|(?:that |this |which )?(?:leaves|left|"
    r"leaving))\s+(?:just |only |the )?$",
    re.I,
)
# A fraction with no "nearly" before it.
PLAIN = pattern_of(r"(?:a|an|one|two|three|four|half|exactly)\b", re.I)
OF = pattern_of(r"\s*of (?:the |these |those |its |our |all )*", re.I)
OPENS = pattern_of(r"(?:^|[.:;]\s+)(?:of|among(?:st)?|out of|from|for|in) (?:the|our|all) $", re.I)
NEAR, THREE = 8, 3


@dataclass(frozen=True)
class Left:
    """What is told to be left, and what it must be."""

    figure: str
    stated: int
    low: int
    high: int
    why: str
    start: int


def check(context: Context) -> Iterator[Finding]:
    """Each way of telling what is left, paragraph by paragraph."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for told in (
            *_without(read),
            *_elliptic(read),
            *_so_not(read),
            *_all_but(read),
            *_named(read),
            *_after_fraction(read),
        ):
            yield _finding(paragraph, told)


def _without(read: Passage) -> Iterator[Left]:
    """Those without it, behind a count of those with it."""
    for at, each in enumerate(read.entries):
        before = [e for e in read.entries[:at] if e.base and e.kind == "count" and each.sentence - e.sentence <= 1]
        if each.kind != "count" or each.base or not before or before[-1] is not read.entries[at - 1]:
            continue
        lead, whole = read.text[: each.start], before[-1]
        # Only whole sentences and clauses on one thing: two claims before it may both be meant.
        if len(before) > 1 and before[-2].sentence == whole.sentence:
            continue
        same = whole.sentence == each.sentence
        on = same and ON.search(lead) and NOTHING.match(read.text[each.end :])
        said = (
            on
            or (same and FOR.search(lead[whole.end :]))
            or (WITHOUT.match(read.text[each.end :]) and DEFINITE.search(lead[-16:]))
        )
        left = (whole.base or 0) - whole.count
        if said and left >= 0 and not _adds_up(read, whole, each):
            why = f"{whole.base} less {whole.count} leaves {left}, printed as {each.text.split(' (')[0]}"
            yield Left(each.text, each.count, left, left, why, each.start)


def _elliptic(read: Passage) -> Iterator[Left]:
    """ "Sixty came. Forty-one stayed; 19 did not": a verb without its thing says the opposite of what was said."""
    for at, each in enumerate(read.entries):
        if each.kind != "count" or each.base or not at:
            continue
        others = OTHERS.search(read.text[: each.start]) and re.match(r"\s*[)\]]", read.text[each.end :])
        if not others and not ELLIPTIC.match(read.text[each.end :]):
            continue
        part = read.entries[at - 1]
        if part.kind != "count" or part.sentence != each.sentence:
            continue
        before = [e for e in read.entries[: at - 1] if e.kind == "count" and each.sentence - e.sentence <= 1]
        # "34% (2,860), of which 1,290 were": of the figure right before.
        if OF_WHICH.search(read.text[: part.start]):
            before = [e for e in read.entries[at - 2 : at - 1] if e.kind == "count"]
        opened = [e for e in before if e.sentence == each.sentence and OPENS.search(read.text[: e.start])]
        before = opened[-1:] if opened and len(read.of_sentence(each.sentence)) == THREE else before
        wholes = {n for e in before for n in (e.base or e.count,)} | ({part.base} if part.base else set())
        wholes = {n for n in wholes if n and n > part.count}
        counts = [e.count for e in before] + [0]
        if not opened and any(
            e.count == n + each.count for n in wholes for e in read.entries if abs(e.sentence - each.sentence) <= 1
        ):
            continue  # "of twelve eight, three of those late; the other four": of the twelve
        if any(n + part.count + each.count in wholes for n in (*counts, sum(counts))):
            continue  # a third part stands before them
        if len(wholes) == 1:
            (whole,) = wholes
            left = whole - part.count
            why = f"{whole} less {part.count} leaves {left}, printed as {each.text.split(' (')[0]}"
            yield Left(each.text, each.count, left, left, why, each.start)


def _so_not(read: Passage) -> Iterator[Left]:
    """ "81 of the 120 had one, so 39 boats had none": a part with its whole, and what follows of it."""
    for each in read.entries:
        if each.kind != "count" or each.base or each.share or not SO.search(read.text[: each.start]):
            continue
        before = [e for e in read.of_sentence(each.sentence) if e.end <= each.start]
        own = [e for e in before if e.kind == "count" and e.count > 1]
        if len(own) != 1 or not own[0].base or not NONE_OF_IT.match(read.text, each.end):
            continue
        left = own[0].base - own[0].count
        if left > 0 and not DENIED.search(own[0].after):
            why = f"{own[0].base} less {own[0].count} leaves {left}, printed as {each.text}"
            yield Left(each.text, each.count, left, left, why, each.start)


def _adds_up(read: Passage, whole: Entry, each: Entry) -> bool:
    """Whether another part of the whole stands beside it."""
    counts = counts_of(
        e for e in read.entries if e is not whole and e is not each and abs(e.sentence - each.sentence) <= 1
    )
    return any(whole.count + each.count + n == whole.base or each.count == n for n in counts)


def _all_but(read: Passage) -> Iterator[Left]:
    """ "All but four said so; 26 did": the whole stands behind the words, or before."""
    for at, each in enumerate(read.entries):
        if each.kind != "count" or not BUT.search(read.text[: each.start]):
            continue
        near = [e for e in read.entries if e is not each and e.kind == "count" and abs(e.sentence - each.sentence) <= 1]
        whole = each.base or max((e.base or e.count for e in read.entries[:at] if e.kind == "count"), default=0)
        left = whole - each.count
        others = [e for e in near if not e.base and each.count < e.count < whole]
        if len(others) != 1 or left <= 0 or others[0].count in (left, each.count):
            continue
        other = others[0]
        alike = abs(other.count - left) <= max(2, left // NEAR)
        if alike and not any(n - other.count in counts_of(near) for n in (whole, left)):
            why = f"{whole} less {each.count} is {left}, printed as {other.text.split(' (')[0]}"
            yield Left(other.text, other.count, left, left, why, other.start)


def _named(read: Passage) -> Iterator[Left]:
    """ "Nine of the 12 were signed; those for May and June had not been": the exceptions by name."""
    for found in (*NAMES.finditer(read.text), *_missed(read)):
        at = read.sentence_at(found.start())
        based = [e for e in read.entries if e.end <= found.start() and at - e.sentence <= 1 and e.kind == "count"]
        names = len(re.split(r", and |,| and | or ", found["list"]))
        opened = [e for e in based if e.base]
        pairs = [(e.count, e.base or 0) for e in opened[-1:]]
        if not pairs and len(based) == 2 and based[0].count >= based[1].count:
            pairs = [(based[1].count, based[0].count)]
        negated = (
            re.search(r"\bexceptions?\b", found.group())
            or found.re is not NAMES.compiled
            or re.match(r"[^.;]{0,20}\b(?:had|were|was|did|have|are|is) (?:not|none)\b", read.text[found.end() :])
        )
        if pairs and negated and len(based) <= 2:
            count, base = pairs[0]
            why = f"{base} less {count} leaves {base - count}; {names} are named"
            yield Left(found["list"], names, base - count, base - count, why, found.start())


def _missed(read: Passage) -> Iterator[re.Match[str]]:
    """ "It was met in ten of the 12 months. It was missed in May and June"; "Ash and Elm did not"."""
    for pattern in (MISSED_IN, THEY_DID_NOT):
        for found in pattern.finditer(read.text):
            at = read.sentence_at(found.start())
            before = read.text[read.starts[max(at - 1, 0)] : found.start()]
            months = all(MONTH_NAME.fullmatch(each) for each in re.split(r", and |,| and | or ", found["list"]))
            if bool(re.search(r"\bmonths\b", before)) == months and not SOME.search(before + found.group()):
                yield found


def _after_fraction(read: Passage) -> Iterator[Left]:
    """ "A quarter of the 48 came late and the other 36 did not"."""
    for said in said_in(read.text):
        if said.exact is None:
            continue
        at = read.sentence_at(said.start)
        behind = [e for e in read.of_sentence(at) if e.start >= said.end and e.kind == "count"]
        direct = behind and OF.fullmatch(read.text[said.end : behind[0].start])
        before = [e for e in read.of_sentence(at) if e.end <= said.start and e.kind == "count" and not e.base]
        of_them = re.match(rf"\s*of (?:{WHICH})\b", read.text[said.end :])
        whole = behind[0] if direct else before[-1] if of_them and len(before) == 1 else None
        rest = [e for e in behind if e is not whole and REST.search(read.text[: e.start])]
        if whole and len(rest) == 1 and len(behind) == (2 if direct else 1) and not whole.base and not rest[0].base:
            low, high = (1 - said.high) * whole.count, (1 - said.low) * whole.count
            exact = (1 - said.exact) * whole.count
            if exact.denominator == 1 and PLAIN.match(said.text):
                loose = whole.count * 2 // 100
                low, high = exact - loose, exact + loose
            left = round(float(exact))
            why = f"{said.text} of {whole.count} leaves {left}, printed as {rest[0].text}"
            yield Left(rest[0].text, rest[0].count, int(low), -int(-high // 1), why, rest[0].start)


def _finding(paragraph: Paragraph, told: Left) -> Finding:
    verdict: Verdict = "ok" if told.low <= told.stated <= told.high else "wrong"
    expected = str(told.low) if told.low == told.high else f"{told.low} to {told.high}"
    slip = f"left/{paragraph.line}/{told.start}"
    return Finding(CODE, verdict, paragraph.where, told.figure, str(told.stated), expected, told.why, slip, "likely")
