"""A share in words with the count that it stands for beside it: "a third of the 60, 25,"; "15 of them, or a third"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantities import printed
from looped.checker.saying import Said, said_in

CODE = "said-apposed"
MESSAGE = "A share in words and the count beside it say the same of the whole that is spoken of."
GOOD = "A quarter of the 48 forms, 12, came back unsigned."
BAD = "A quarter of the 48 forms, 16, came back unsigned."

AGAIN = (
    r"(?:that is to say|that is|i\.e\.|ie|or|namely|in other words|equivalent to|equal to|making|"
    r"which (?:is|was|makes|means)|"
    r"this (?:is|was|makes)|so|thus|therefore|some|about|around|just|nearly|almost|only|being|in all|"
    r"we (?:found|counted)|"
    r"altogether|amounting to|representing|put another way|at|a little|well)"
)
FILL = rf"(?:{AGAIN},? ?)*"
# The share in words, what it is of, and the count behind it.
BEHIND = pattern_of(rf"(?P<of>[^.;:()\d]{{0,90}}?)(?:,|\(|\[|:|\s[–-]|\s?—|=)\s*(?:n\s*=\s*)?{FILL}", re.I)
OF_WHOLE = pattern_of(r"\s*of (?:the |these |those |all |our |its |their )*(?:[a-z]+ )?", re.I)
OF_ALL = pattern_of(r" of (?:the|our|its|their|all)(?: [a-z’'-]+){1,3}\s*(?:[.,;)]|$)", re.I)
FRONT = pattern_of(
    rf"[^.;:()\d]{{0,40}}?(?:,|\(|\[|:|\s[–-]|\s?—|=)\s*{FILL}|[^.;()\d]{{0,90}}?[,;:–—-] ?(?:and )?{AGAIN},? {FILL}",
    re.I,
)
CLOSED = pattern_of(r"\s*(?:,|\)|\]|;|\.|[–-]\s|—|:|$|of (?:all|them|these|those|the (?:sample|total|whole))\b)", re.I)
ENDS = pattern_of(r"(?:\s(?!(?:were|was|had|did|could) [a-z])[a-z’'-]+){0,3}?\s*(?:,|\)|\]|;|\.|[–-]\s|—|:|$)", re.I)
NO_SHARE = pattern_of(
    r"\b(?:by|than|times|fell|rose|increase[ds]?|reduc\w+|cut|drop\w*|up|down|grew|target|expected|should|"
    r"would|fall of|"
    r"rise of|reduction of|nationally|national|previous|last (?:year|time))\b[^.;,]{0,16}$",
    re.I,
)
NOT_OF = pattern_of(
    r"\s*(?:of (?:what|the (?:time|size|price|cost|level))|as |the size|longer|higher|lower|more\b|less\b|fewer\b|"
    r"larger|smaller|"
    r"an? (?:day|week|hour|year|point)|(?:were|was) (?:from|in) |(?:that|those|these|its|their)\b|again\b|"
    r"(?:to|from) )",
    re.I,
)
OF_THEM = pattern_of(rf"\s*of (?:{THEM})\b", re.I)
OF_WHOM = pattern_of(r"^\s*of (?:all )?(?:the )?(?:those|people|[a-z]+s) who\b", re.I)
OF_REST = pattern_of(r"\s*of the (?:rest|remainder|others|remaining|other)\b(?! \d)", re.I)
# Without "about", "nearly", "over".
BARE = pattern_of(
    r"half|an? (?:third|quarter|fifth|sixth|eighth|tenth)|[a-z]+ (?:thirds|quarters|fifths|sixths|eighths|tenths)|"
    r"[a-z]+ (?:in|out of) (?:every )?[a-z]+",
    re.I,
)
SHARE_OF = re.compile(r"\d[\d.]*\s?% of [^.;:()\d]{3,60}\(\d")
MANY, TWO_BASED = 4, 2
BEYOND = pattern_of(r"\b(?:at least|or (?:better|more|above|worse|below)|up to|no more than)\b", re.I)


# "In neither group did half agree": what is denied of each.
NEITHER = pattern_of(r"\b(?:in|at|for|of) (?:neither|none|no)\b[^.;]{0,60}$", re.I)


@dataclass(frozen=True)
class Apposed:
    """The count that a share in words stands for. whole: what it is of, where that stands beside it."""

    part: Entry
    whole: Decimal | None = None


def check(context: Context) -> Iterator[Finding]:
    """Each share in words with a count beside it."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        if not read.entries:
            continue
        for said in said_in(paragraph.text):
            lead = paragraph.text[max(0, said.start - 24) : said.start]
            around = lead + paragraph.text[said.end : said.end + 24]
            if (
                NEITHER.search(paragraph.text[: said.start])
                or OF_REST.match(paragraph.text[said.end :])
                or NO_SHARE.search(lead)
                or NOT_OF.match(paragraph.text[said.end :])
                or BEYOND.search(around)
            ):
                continue
            told = None if _is_pooled(read, said) else _behind(read, said) or _before(read, said)
            if told:
                yield from _judged(paragraph, read, said, told, context.told if context.grids else ())


def _is_pooled(read: Passage, said: Said) -> bool:
    """ "Half were seen: 14 of the 30 here and 16 of the 30 there": it is of both together."""
    own = [e for e in read.of_sentence(read.sentence_at(said.start)) if e.start >= said.end and e.kind == "count"]
    based = [(e.count, e.base) for e in own if e.base]
    if len(based) < TWO_BASED or len(based) < len(own):
        return False
    return said.low <= Fraction(sum(n for n, _ in based), sum(m for _, m in based)) <= said.high


def _behind(read: Passage, said: Said) -> Apposed | None:
    """The figure that stands behind what is said, and says it in digits."""
    after = [e for e in read.of_sentence(read.sentence_at(said.start)) if e.start >= said.end]
    kinds = ("count", "money", "share")
    if not after or after[0].kind not in kinds or any(said_in(read.text[said.end : after[0].start])):
        return None
    first, gap = after[0], read.quiet[said.end : after[0].start]
    bare = not first.base and not first.share
    if OF_WHOLE.fullmatch(gap) and bare and len(after) > 1 and after[1].kind == first.kind:
        return _behind_whole(read, first, after[1])
    found = BEHIND.fullmatch(gap)
    # "Half of those who wrote, 30 of 60": of whom it is, and nothing set against them.
    of = OF_WHOM.sub("", found["of"]) if found and first.base else found["of"] if found else ""
    if not found or _contrasts(_unclaused(read, of, first)):
        return None
    if first.kind == "share":
        return Apposed(first) if "(" in gap and read.text[first.end : first.end + 1] in (")", ",", ";") else None
    if first.base:
        return Apposed(first, Decimal(first.base))
    # "we found 32 in a check of 40"
    second = after[1] if len(after) > 1 else None
    if second and second.kind == "count" and not second.base:
        joined = re.fullmatch(
            r"(?:\s[a-z]+){0,2} (?:in|out of|from|among) (?:a |the |our )?(?:[a-z]+ of )?",
            read.quiet[first.end : second.start],
        )
        if joined and second.value >= first.value:
            return Apposed(first, second.value)
    return Apposed(first) if ENDS.match(read.text[first.end :]) and not first.share else None


def _behind_whole(read: Passage, whole: Entry, part: Entry) -> Apposed | None:
    """ "A third of the 60, 20,": the figure behind the whole that it is of."""
    found = BEHIND.fullmatch(read.quiet[whole.end : part.start])
    # "Half of the 65 who replied were pleased (25, 38%)": its share says that it is of the 65.
    proved = part.share is not None and fits(part.count, whole.count, part.share)
    if not found or part.base or (_contrasts(_unclaused(read, found["of"], part)) and not proved):
        return None
    return Apposed(part, whole.value) if proved or ENDS.match(read.text[part.end :]) else None


def _unclaused(read: Passage, text: str, count: Entry) -> str:
    """What a share is of, without a clause that says who they are, where the count is set in behind it by commas."""
    set_in = read.text[: count.start].rstrip().endswith(",") and re.match(r",(?! and\b)|\)", read.text[count.end :])
    return re.sub(r"\b(?:who|which|that) [^,]*$", "", text) if set_in else text


def _contrasts(text: str) -> bool:
    text = re.sub(r"\bwhich (?:is|was|makes|means)\b", "", text)
    return bool(re.search(r"\b(?:but|while|whereas|than|and|against|who|which|other|compared)\b", text, re.I))


def _before(read: Passage, said: Said) -> Apposed | None:
    own = [e for e in read.of_sentence(read.sentence_at(said.start)) if e.end <= said.start]
    if not own or own[-1].kind not in ("count", "money") or own[-1].text.lower() == "one":
        return None
    last, gap = own[-1], read.quiet[own[-1].end : said.start]
    if not FRONT.fullmatch(gap) or _contrasts(gap):
        return None
    if not CLOSED.match(read.text[said.end :]):
        whole = _whole_behind(read, said, own) if not last.share and not last.base else None
        return Apposed(last, whole) if whole and whole > last.value else None
    # "40 staff, a quarter of them from outside": a part of these, and nothing said again.
    if last.share or (not last.base and OF_THEM.match(read.text[said.end :])):
        return None
    return Apposed(last, Decimal(last.base) if last.base else None)


def _whole_behind(read: Passage, said: Said, own: Sequence[Entry]) -> Decimal | None:
    """ "In 24 cases, half of the 48 tested"; "of 240 due, 192 were seen: four fifths of the programme"."""
    behind = next((e for e in read.of_sentence(own[-1].sentence) if e.start >= said.end), None)
    if behind and OF_WHOLE.fullmatch(read.quiet[said.end : behind.start]):
        return behind.value if behind.kind == own[-1].kind and not behind.base else None
    told = [e.value for e in own[:-1] if e.kind == own[-1].kind and not e.base and not e.share]
    return told[0] if len(told) == 1 and OF_ALL.match(read.text, said.end) else None


def _judged(paragraph: Paragraph, read: Passage, said: Said, told: Apposed, tables: Sequence[int]) -> Iterator[Finding]:
    """tables: every whole that a document with tables tells."""
    part = told.part
    if part.kind == "share" and part.share:
        exact, figures = Fraction(part.share.value) / 100, str(part.share)
        if not said.low <= exact <= said.high and not _gives(read, said, part, None):
            yield _finding(paragraph, said, exact, figures)
        return
    wholes = _wholes(read, part) if told.whole is None else [told.whole]
    wholes = [n for n in wholes if n > part.value or (told.whole and n == part.value)]
    if not wholes or part.value <= 0:
        return
    fitting = [n for n in wholes if said.low <= Fraction(part.value) / Fraction(n) <= said.high]
    if not fitting and told.whole is None and (len(wholes) > MANY or any(_says(said, part, n) for n in tables)):
        return
    if not fitting and _gives(read, said, part, told.whole):
        return
    whole = fitting[0] if fitting else wholes[0]
    exact, figures = Fraction(part.value) / Fraction(whole), f"{printed(part.value)} of {printed(whole)}"
    if len(wholes) == 1 and part.start > said.start and _is_plainly_not(said, part, whole):
        # "Half of the 70 (33)": near it, but the half is a whole number, and another.
        said = replace(said, low=said.exact or said.low, high=said.exact or said.high)
    yield _finding(paragraph, said, exact, figures)


def _is_plainly_not(said: Said, part: Entry, whole: Decimal) -> bool:
    """Whether a bare fraction of a whole is a whole number, and the count that it stands for another."""
    if said.exact is None or not BARE.fullmatch(said.text) or part.kind != "count":
        return False
    if part.base or part.share:
        return False  # "four in five (190 of 240, 79%)": its own figures say how near it is
    exact = said.exact * Fraction(whole)
    return exact.denominator == 1 and abs(exact - Fraction(part.value)) > 1


def _says(said: Said, part: Entry, whole: int) -> bool:
    return part.value <= whole and said.low <= Fraction(part.value) / whole <= said.high


def _wholes(read: Passage, part: Entry) -> list[Decimal]:
    """What the count may be of: figures of its kind in its sentence and the two before it."""
    near = [e for e in read.entries if e.kind == part.kind and e is not part and 0 <= part.sentence - e.sentence <= 2]
    # "64% of those who came (56). Nearly a third of those who came (28)": a part itself, and of the same.
    near = [e for e in near if not (SHARE_OF.match(e.text) and e.sentence < part.sentence)]
    told = [n for e in reversed(near) for n in (Decimal(e.base or 0), e.value) if n]
    side = [e for e in near if e.sentence == part.sentence]
    sums = [sum((e.value for e in near), part.value)] if side and not any(n > part.value for n in told) else []
    return list(dict.fromkeys([*told, *sums]))


def _gives(read: Passage, said: Said, part: Entry, whole: Decimal | None) -> bool:
    """Whether other figures of its sentence are what the words say."""
    at = read.sentence_at(said.start)
    own = [e for e in read.entries if at - 1 <= e.sentence <= at and e is not part]
    shares = [Fraction(e.share.value) / 100 for e in own if e.share]
    shares += [Fraction(e.count, e.base) for e in own if e.base and (whole is None or e.base != whole)]
    counts = [e.value for e in read.of_sentence(at) if e.kind == part.kind]
    # "35 said so. With 90 forms in, that is two fifths": what stands beside the words is the whole.
    shares += [Fraction(e.value) / Fraction(part.value) for e in own if e.kind == part.kind and e.value < part.value]
    shares += [Fraction(a) / Fraction(b) for a in counts for b in counts if 0 < a < b]
    return any(said.low <= each <= said.high for each in shares)


def _finding(paragraph: Paragraph, said: Said, exact: Fraction, figures: str) -> Finding:
    verdict: Verdict = "ok" if said.low <= exact <= said.high else "wrong"
    percent = f"{float(exact * 100):.1f}%"
    shown = figures if figures.endswith("%") else f"{figures} is {percent}"
    why = f"{shown}, which “{said.text}” {'may say' if verdict == 'ok' else 'does not say'}"
    slip = f"said/{paragraph.line}/{said.start}"
    return Finding(CODE, verdict, paragraph.where, said.text, said.text, percent, why, slip, "likely")
