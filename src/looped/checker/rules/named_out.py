"""How many there are said to be, and how many are then named: "five topics: roads, parks and libraries" are three."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import NTH, UNITS
from looped.checker.patterns import pattern_of
from looped.checker.prose import LENGTH, passage, worded

CODE = "named-out"
MESSAGE = "As many things are named as there are said to be."
GOOD = "Readers could choose from four subjects: history, travel, cookery and sport."
BAD = "Readers could choose from six subjects: history, travel, cookery and sport."

COUNT = rf"(?<![\w.,%£/-])(?P<n>(?!one\b)(?:{'|'.join(UNITS[2:13])}|[2-9]|1[0-2]))(?![\w%/.,-])"
THING = r"(?: (?!(?:of|per|times|out|and|or|to|in|than|were|was|are|is|had|have|from|for|by|with|on|at)\b)[a-z’'-]+)"
NOUN = (
    rf"(?P<thing>(?: of (?:the|these|its|our|their))?{THING}{{0,3}}? "
    r"(?P<noun>(?:[a-z’'-]+s|[a-z]*children|people|[a-z]*men|staff|criteria|phenomena|data)\b))"
)
BETWEEN = r"(?P<gap>[^.;:()–—\d]{0,70}?)"
# A list's items: short, without verbs of their own.
ITEM = r"[^.;:,()–—!?]{2,70}?"
LIST = rf"(?P<list>{ITEM}(?:, {ITEM})*,? (?:and|or) {ITEM})"
ENDS = r"(?=\s?(?:[.;:)]|–|—|$))"
OPENS = (
    r"(?:: ?|\s?\(|\s[–—]\s|, (?:namely|that is|i\.e\.|viz\.?),? |,? namely,? |"
    r", which (?:[a-z]+ ){0,3}?(?:were|are|gave as|named as|called|given as|put down as|listed as):? )"
)
BEHIND = pattern_of(rf"\b(?:the |these |our |its )?{COUNT}{NOUN}{BETWEEN}{OPENS}{LIST}{ENDS}", re.I)
SEMICOLONS = pattern_of(rf"{COUNT}{NOUN}{BETWEEN}: (?P<list>[^.:()–—\d]+;[^.:()–—\d]+)(?=[.]|$)", re.I)
APPOSED = pattern_of(
    rf"(?:^|(?<=[.;:] )){COUNT}{NOUN}(?P<gap> (?:were|was|are|have|had)\b[^.;:,()–—\d]{{0,40}}), "
    rf"(?P<list>(?:the|an?) {ITEM}(?:, {ITEM})*,? and {ITEM}){ENDS}",
    re.I,
)
# "The four standards audited were consent, site marking and counting of swabs".
THINGS = (
    r"(?:standards|criteria|themes|topics|reasons|areas|questions|objectives|outcomes|stages|parts|elements|steps|aims|"
    r"factors|causes|domains|measures|categories|headings|tests|risks|priorities|controls|exceptions|subjects)"
)
LINKED = pattern_of(
    rf"\bthe (?:main |key )?{COUNT}(?P<thing>(?: [a-z-]+){{0,2}}? (?P<noun>{THINGS})\b)"
    rf"(?P<gap>(?: [a-z]+){{0,4}}? (?:were|are) )(?P<list>{ITEM}(?:, {ITEM})+,? and {ITEM}){ENDS}",
    re.I,
)
# "Accepted, costed and dated": what was done with them.
SAID_OF = pattern_of(
    r"(?:^|, |\band )(?:all |both |then )?(?:[a-z]+ly )?(?:[a-z]+ed|met|kept|clear|done|good|sound)(?=,|$| and\b)", re.I
)
# "Roads, schools and care are the three departments"; "Ash, Elm and Oak, the three wards that we saw, were clean".
BEFORE = pattern_of(
    rf"(?:^|(?<=[.;:] ))(?P<list>{ITEM}(?:, {ITEM})*,? and {ITEM})(?: (?:are|were|make up|form|formed|made up|"
    rf"have been|"
    rf"remain|remained)|,|:? (?:these|those|they|all of these) (?:were|are)) (?:the|our|its|all) (?:only |main |"
    rf"top )?{COUNT}{NOUN}",
    re.I,
)
SAID = pattern_of(rf"{COUNT}{NOUN}", re.I)
ORDINAL = pattern_of(r"\bthe (?P<nth>first|second|third|fourth|fifth|sixth|last|final|other)\b", re.I)
ONE_OTHER = pattern_of(r"^\W*one (?:is|was|of them|concern\w*|relat\w*|dealt|came|had)\b[^.]*\bthe other\b", re.I)
FIRST = pattern_of(r"\W*the first\b", re.I)
# The list is of some, or of something else.
SOME = pattern_of(
    r"\b(?:includ\w+|such as|for example|for instance|e\.g|among (?:them|which|others)|notably|chiefly|mainly|mostly|"
    r"like|"
    r"especially|particularly|except|apart from|other than|"
    r"than(?! (?:expected|planned|forecast|budgeted|before|usual|hoped)\b)|between|both|"
    r"respectively|of (?:which|whom|these|them)|"
    r"not|etc|and so on|and others?|or more|at least|up to|about|either|whether|because|since|although|while|so|"
    r"half|each (?:with|of)|in particular)\b",
    re.I,
)
# "Gaps between visits", "doubts about pay": within an item, and no list of some.
WITHIN = pattern_of(r"(?<=[a-z] )(?:between|about|like|than)(?= [a-z])", re.I)
AGAIN = pattern_of(r"\b(?:again and again|(?:time|over) and (?:again|over))\b", re.I)
# An item with a verb of its own may be a clause.
CLAUSE = pattern_of(
    r"\b(?:which|who|whose|where|is|was|were|are|had|has|have|did|does|will|that|we|they|it|there|but|this|if|when|as|"
    r"said|told|found|saw|one|two|three|four|five)\b",
    re.I,
)
PAIRED = pattern_of(
    r"\b(?:terms and conditions|health and safety|bed and breakfast|research and development|arts and crafts|"
    r"food and drink|bread and butter|(?:profit|fruit|law|trial|search|supply|wear) and [a-z]+)\b",
    re.I,
)
NO_THING = pattern_of(
    rf"^(?:{LENGTH}|times|points?|per|thirds?|quarters|halves|pounds|percent|miles|s|is|was|this|has|as|us)$", re.I
)
REST = pattern_of(rf"\bthe (?:other|remaining) (?:{'|'.join(UNITS[2:13])}|\d)", re.I)
FEWEST, FAR = 2, 2


def check(context: Context) -> Iterator[Finding]:
    """Each number with a list behind it or before it, or with a first, a second and a third."""
    for paragraph in context.paragraphs_with(SAID):
        text = paragraph.text
        for pattern in (SEMICOLONS, BEHIND, APPOSED, BEFORE):
            for found in pattern.finditer(text):
                yield from _judged(paragraph, found)
        for found in LINKED.finditer(text):
            if not SAID_OF.search(found["list"]) and " " in found["list"].replace(", ", "").replace(" and ", ""):
                yield from _judged(paragraph, found)
        yield from _in_turn(paragraph)


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    gap = found["gap"] if "gap" in found.re.groupindex else ""
    text = PAIRED.sub(lambda pair: pair.group().replace(" and ", " & "), found["list"])
    said = f"{found.group().replace(found['list'], ' ')} {WITHIN.sub(' ', text)}"
    if SOME.search(said) or NO_THING.match(found["noun"]) or re.search(r"\d", text):
        return
    if re.search(rf"\b(?:but|and|while|one|{'|'.join(UNITS[2:13])})\b", AGAIN.sub(" ", gap)) or CLAUSE.search(text):
        return
    items = re.split(r",\s*(?:(?:and|or)\s+)?| and | or ", text)
    if all(item[:1].isupper() for item in items) and found.re is BEHIND.compiled:
        return  # another rule counts names
    least, most = _counts(text)
    yield from _finding(paragraph, found, least, most, text)


def _counts(text: str) -> tuple[int, int]:
    """The least and the greatest number of things that a list may name: "and" may stand within one of them.

    >>> [_counts(text) for text in ("roads, parks and baths", "food and rent, pay and tax", "pay; rent and rates; tax")]
    [(3, 3), (3, 4), (3, 3)]
    """
    if ";" in text:
        parts = [part for part in re.split(r";\s*(?:and\s+|or\s+)?", text) if part.strip()]
        return len(parts), len(parts)
    parts = re.split(r",\s*(?:(?:and|or)\s+)?", text)
    oxford = bool(re.search(r",\s*(?:and|or)\s", text))
    # "Of sight, hearing and balance, of speech and of touch": each begins alike.
    heads = re.findall(r"(?:^|, |\band |\bor )(?:and )?(of|by|in|to|for|at|on|with|from|how|whether|what)\b", text)
    last = re.split(r", | and | or ", text)[-1]
    if len(heads) > 1 and text.startswith(heads[0]) and last.startswith(heads[0]):
        return heads.count(heads[0]), len(parts) + len(re.findall(r" (?:and|or) ", text))
    inside = [len(re.findall(r" (?:and|or) ", part)) for part in parts]
    least = len(parts) if oxford else len(parts) + 1
    return least, len(parts) + sum(inside)


def _finding(paragraph: Paragraph, found: re.Match[str], least: int, most: int, text: str) -> Iterator[Finding]:
    number = worded(found["n"])
    right = least <= number <= most
    nearest = least if number < least else most
    if not right and (abs(number - nearest) > FAR or least < FEWEST):
        return
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{number if right else nearest} are named: {text}"
    slip = f"{CODE}/{paragraph.line}/{found.start('n')}"
    quote = found.group("n") + found["thing"]
    expected = found["n"] if right else str(nearest)
    yield Finding(CODE, verdict, paragraph.where, quote, found["n"], expected, why, slip, "likely")


def _in_turn(paragraph: Paragraph) -> Iterator[Finding]:
    """ "We found two faults. The first was in the roof and the second in the stairs"."""
    read = passage(paragraph.text)
    for at in range(len(read.starts) - 1):
        one_other, first = ONE_OTHER.match(read.sentence(at + 1)), FIRST.match(read.sentence(at + 1))
        if not one_other and not first:
            continue
        said = list(SAID.finditer(read.sentence(at)))
        behind = "".join(read.sentences[at + 1 : at + 5])
        told = [each["nth"].lower() for each in ORDINAL.finditer(behind)]
        if REST.search(behind):
            continue  # "the first was mended; the other two are not"
        if len(said) != 1 or NO_THING.match(said[0]["noun"]) or SOME.search(read.sentence(at)):
            continue
        if first and told[0] == "first":
            # The last may be called so: it is the one behind those that are numbered.
            nths = [each for each in told if each in NTH]
            last = 1 if told[-1] in ("last", "final", "other") else 0
            number = len(nths) + last
            if nths == list(NTH[: len(nths)]) and number >= FEWEST and SAID.search(behind) is None:
                yield from _finding(paragraph, said[0], number, number, ", ".join(told))
        elif one_other:
            yield from _finding(paragraph, said[0], FEWEST, FEWEST, "one, the other")
