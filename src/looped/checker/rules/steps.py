"""A movement that is said to go on from each figure to the next, or from the first to the last, against the list."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.directions import BETTER, DOWNWARDS, FELL, LESS, MORE, NOT_SO, ROSE, THAN_OTHERS, UPWARDS, WORSE
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import MONTHS
from looped.checker.listing import Listing
from looped.checker.one_each import near_or_apart
from looped.checker.patterns import pattern_of
from looped.checker.prose import MONTH, Passage, passage, stems
from looped.checker.quieting import SPELT
from looped.checker.rivals import speaks_of
from looped.checker.rules.apart import BAD_THING

CODE = "steps"
MESSAGE = "What moves without a break does so in every figure, and a trend ends above or below where it began."
GOOD = "Vacant posts by quarter were 31, 24, 22 and 17, a drop at every stage."
BAD = "Vacant posts by quarter were 31, 24, 26 and 17, a drop at every stage."

# "More than half in every group": a limit, and no movement.
NO_LIMIT = (
    rf"(?!(?:more|less|fewer|higher|lower) than (?:half|an?|\d+|{SPELT})\b)"
    r"(?!(?:more|less) (?:consistent|steady|"
    r"stable|even|uniform)\b)"
)
UP = rf"{ROSE}|{UPWARDS}|{NO_LIMIT}(?:{MORE})|mount\w*|lengthen\w*"
DOWN = rf"{FELL}|{DOWNWARDS}|{NO_LIMIT}(?:{LESS})|shorten\w*"
WAY = rf"(?:(?P<up>{UP})|(?P<down>{DOWN})|(?P<better>(?<!or )(?:{BETTER}))|(?P<worse>{WORSE}))"
TIME = (
    r"(?:month|quarter|year|week|term|season|time|cycle|round|wave|day|decade|step|stage|audit|survey|count|reading|"
    r"visit|inspection|period|measurement|age group|band|report|occasion)"
)
EACH = (
    rf"(?:(?:in |at |with |over |from )?(?:each|every|all)(?: of the| the)?(?: (?:last|past|successive|passing|other|"
    rf"single|one|new|successive))?(?: \w+)? ?{TIME}s?|{TIME}[- ](?:on|by|after|to|upon)[- ]{TIME}|from one \w+ "
    rf"to the next|from each \w+ to the next|steady|"
    r"steadily|continuous(?:ly)?|continual(?:ly)?|consistent(?:ly)?|throughout|successive\w*|uninterrupted|unbroken|"
    r"without (?:a |any )?(?:break|exception|interruption|pause|let-up)|with no (?:break|exception|interruption)|"
    r"no break|relentless\w*|progressive\w*|monotonic\w*|sustained|straight|(?<!, )for the (?:second|third|fourth|"
    r"fifth) (?:consecutive |successive )?\w+(?: running| in (?:a row|succession))?|at every turn|each and every \w+)"
)
STRONG = (
    pattern_of(rf"\b{WAY}\b[^.;:\d]{{0,40}}?\b{EACH}\b", re.I),
    pattern_of(rf"\b{EACH}\b[^.;:\d]{{0,30}}?\b{WAY}\b", re.I),
    pattern_of(
        rf"\beach (?:one |figure |of (?:them|these) |being |was |is |{TIME} )*{WAY} than "
        rf"(?:the (?:one|figure|{TIME}) )?(?:the )?(?:before|last|previous|preceding|its predecessor|the one)\w*",
        re.I,
    ),
)
WEAK = (
    pattern_of(
        r"\btrend (?:(?:in|of|for) (?P<what>(?:[a-z-]+ ){1,5}?))?(?:is|was|has been|remain(?:s|ed)|continue(?:s|"
        r"d)) (?:clearly |steadily |slowly |still |to be )*"
        r"(?:(?P<up>up|upwards?|rising|increasing)|(?P<down>down|downwards?|falling|decreasing|declining))\b",
        re.I,
    ),
    pattern_of(
        r"\b(?:show(?:s|ed|n|ing)?|see[ns]?|saw|is|was|reveal(?:s|ed)|had|has|have) an? (?:[a-z]+ ){0,2}"
        r"(?:trend|movement) (?:(?P<up>upwards?)|(?P<down>downwards?))"
        r"(?=\s*(?:[:.,;(]|$)|\s[–—-]|\s(?:over|since|in)\b)",
        re.I,
    ),
    pattern_of(
        r"\b(?:(?P<up>up|upward|rising|growing|increasing)|(?P<down>downward|falling|declining|decreasing|"
        r"shrinking))[- ](?:trend|path|trajectory|curve|direction)\b",
        re.I,
    ),
    pattern_of(
        r"\b(?:ha(?:s|ve) been|is|are|kept|keeps|continue[sd]? to|went on|going on|tend(?:s|ed) to|"
        r"trend\w* (?:is|was|has been)|overall,?) (?:steadily |slowly |gradually )?(?P<word>"
        rf"(?P<up>{UP})|(?P<down>{DOWN}))\b(?! than)",
        re.I,
    ),
)
NOT = pattern_of(NOT_SO, re.I)
BUT = pattern_of(
    r"\b(?:but for|except(?:ing)?\b(?: for| in| at)?|save(?: for| in)|apart from|other than|bar|"
    r"with (?:one|a single|the) exception|with the exception of|all but|but one|"
    r"but(?= (?:the )?(?:first|second|third|fourth|fifth|last|final|(?:19|20)\d\d|"
    r"(?-i:[A-Z])[a-z]+[:;,.])))(?P<what>[^.;]{0,30})",
    re.I,
)
ORDINAL = {"second": 1, "third": 2, "fourth": 3, "fifth": 4, "sixth": 5, "last": -1, "final": -1}
# "The number of falls, month by month": a thing that is counted.
NOUN = pattern_of(r"(?:falls?|rises?|increases?|drops?)\b(?! (?:each|every|steadily))", re.I)
NOUN_BEFORE = pattern_of(r"\b(?:of|from|after|patient|inpatient|resident|these|recorded|reported)\s+$", re.I)
OTHERS = pattern_of(THAN_OTHERS, re.I)
TIMED = pattern_of(
    rf"\b{MONTH}\b|(?:19|20)\d\d|\b\d\d/\d\d\b|\bq[1-4]\b|\b{TIME}s?\b|\b(?:spring|summer|autumn|winter|first|second|"
    r"third|fourth|baseline|before|after|then|now|finally|monday|tuesday|wednesday|thursday|friday)\b|\d",
    re.I,
)
ABOUT_TIME = pattern_of(rf"\b{TIME}s?\b|\bsince\b|\bover (?:the|time)\b", re.I)

AS_A_WHOLE = pattern_of(r"\b(?:trends?|picture|pattern|story|direction of travel|trajectory)\b", re.I)
BACKWARDS = pattern_of(r"\b(?:last|the previous) [a-z]+\b[^.;]{1,40}\bthe [a-z]+ before\b", re.I)


# "Fell each quarter until Q3": of some of them; "with some quarter on quarter movement": of none.
OF_SOME = pattern_of(
    rf"\s*(?:until|till|after|before) (?:the )?(?:q\d|{MONTH}|(?:19|20)\d\d|(?:first|second|third|fourth|last) {TIME}|"
    r"spring|summer|autumn|winter)\b",
    re.I,
)
# "Of the two, Ash did better in each year": than the other.
OF_TWO = pattern_of(r"\bof the (?:two|pair)\b", re.I)
SOME_OF = pattern_of(r"\b(?:some|little|limited|minor) (?:[a-z]+[- ]){2}[a-z]+$", re.I)
# "Leaks rose every month. They stood at 14 in April", "There were 14 in April".
GOES_ON = pattern_of(
    r"\W*(?:(?:it|they|these|the (?:figure|number|total)s?)(?! of\b) [^,;:.\d]{0,30}[\d£]|"
    r"there (?:was|were) [\d,]+ (?:in|at|for|during)\b)",
    re.I,
)
NUMBERED = pattern_of(r"\b(?:the|in) numbers?\b", re.I)


FALLS_THAT = pattern_of(
    r"(?:falls|rises|drops|cuts) (?:have |had |has )?(?:went|gone|rose|risen|fell|fallen|grew|grown|came|come|dropped|"
    r"increased|decreased|declined|doubled|were|are)\b",
    re.I,
)


# "Month by month, the falls numbered 7, 0 and 4": what was counted.
THE_FALLS = pattern_of(r"\b(?:the|of|all|number of|many|patient|reported|recorded) (?:falls|rises|drops|cuts)$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such statement near one list in order of time."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        if len(read.entries) < 3:
            continue
        for strong, patterns in ((True, STRONG), (False, WEAK)):
            for pattern in patterns:
                for found in pattern.finditer(paragraph.text):
                    yield from _judged(paragraph, read, found, strong)


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str], strong: bool) -> Iterator[Finding]:
    at = read.sentence_at(found.start())
    up = _way(found, read.sentence(at))
    if NOUN.match(found.group()) and NOUN_BEFORE.search(read.text[: found.start()]):
        return
    if FALLS_THAT.match(read.text, found.start()) or THE_FALLS.search(found.group()):
        return  # "Falls went up every month": of people
    if BACKWARDS.search(f"{read.sentence(at)}{read.sentence(at + 1) if at + 1 < len(read.starts) else ''}"):
        return  # "68%, compared with 62% last year and 55% the year before"
    if (
        up is None
        or NOT.search(read.text[read.starts[at] : found.start()])
        or re.search(r"\b(?:not|never)\b|n't\b", found.group())
        or OTHERS.match(read.text, found.end())
        or OF_SOME.match(read.text, found.end())
        or SOME_OF.search(found.group())
        or OF_TWO.search(read.sentence(at))
    ):
        return
    whole = bool(AS_A_WHOLE.search(read.sentence(at))) and not _has_digits(read, at)
    lists = [
        each
        for each in near_or_apart(read, at, 2 if whole else 1)
        if len(each.items) > 2 and _in_time(read, each, found)
    ]
    if whole and at > 1 and _has_digits(read, at - 1):
        lists = [each for each in lists if abs(each.sentence - at) < 2]
    lists = [each for each in lists if each.sentence == at] or [
        each
        for each in lists
        if speaks_of(read, at, each.sentence) or (each.sentence < at and whole) or _goes_on(read, found, each)
    ]
    numbered = bool(NUMBERED.search(read.sentence(at)))
    lists = [each for each in lists if _is_of(read, found, each)]
    verdicts = [_moves(read, found, _values(each, numbered), up, strong) for each in lists]
    if not verdicts or None in verdicts:
        return
    right = any(verdicts)
    figures = ", ".join(f"{value:f}" for value in _values(lists[verdicts.index(right)], numbered))
    verdict: Verdict = "ok" if right else "wrong"
    who, whom = ("each", "the one before") if strong else ("the last", "the first")
    why = f"{figures}: {'' if right else 'it is not so that '}{who} is {'higher' if up else 'lower'} than {whom}"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    yield Finding(CODE, verdict, paragraph.where, found.group(), found.group(), figures, why, slip, "likely")


def _goes_on(read: Passage, found: re.Match[str], listing: Listing) -> bool:
    """Whether the next sentence tells the figures of what is spoken of, without naming it again."""
    at = read.sentence_at(found.start())
    # "Falls on the unit rose month on month": the first word is what is counted.
    return not NOUN.match(found.group()) and listing.sentence == at + 1 and bool(GOES_ON.match(read.sentence(at + 1)))


def _is_of(read: Passage, found: re.Match[str], listing: Listing) -> bool:
    """Whether what a trend is said to be in is what the list is of: told with it, or by its name."""
    what = found.groupdict().get("what")
    same = listing.sentence == read.sentence_at(found.start())
    return not what or same or stems(what) <= stems(read.sentence(listing.sentence))


def _has_digits(read: Passage, at: int) -> bool:
    """Whether a sentence tells figures; not "one of growth", "in each of the four months"."""
    return any(not each.text.isalpha() for each in read.of_sentence(at))


def _way(found: re.Match[str], sentence: str) -> bool | None:
    """Whether up is meant; None where better may mean less."""
    groups = found.groupdict()
    if groups["up"] or groups["down"]:
        return bool(groups["up"])
    if BAD_THING.search(sentence):
        return None
    return bool(groups["better"])


def _in_time(read: Passage, listing: Listing, found: re.Match[str]) -> bool:
    """Whether a list goes along in time: by its names, or bare figures told so."""
    if not (listing.start >= found.end() or listing.end <= found.start()):
        return False
    names = [each.name for each in listing.items]
    if any(each.entry.kind == "count" and each.entry.base and not each.entry.share for each in listing.items):
        return False
    named = sum(bool(TIMED.search(name)) for name in names)
    bare = not any(names) and bool(ABOUT_TIME.search(f"{read.sentence(listing.sentence)} {found.group()}"))
    return bare or named >= len(names) - 1


def _values(listing: Listing, numbered: bool = False) -> list[Decimal]:
    """Its figures from the earliest to the latest; without what they sum to behind them. numbered: its counts."""
    counted = numbered and all(each.entry.kind == "count" for each in listing.items)
    values = [each.entry.value for each in listing.items] if counted else listing.values
    if len(values) > 3 and values[-1] == sum(values[:-1]):
        values = values[:-1]
    months = [MONTHS.index(m) for each in listing.items for m in MONTHS if m in each.words]
    years = [int(y[0]) for each in listing.items if (y := re.findall(r"\b(?:19|20)\d\d\b", each.name))]
    for order in (months, years):
        if len(order) == len(values) > 1 and order == sorted(order, reverse=True) and order != sorted(order):
            return values[::-1]
    return values


def _moves(read: Passage, found: re.Match[str], values: Sequence[Decimal], up: bool, strong: bool) -> bool | None:
    if len(values) < 3:
        return None
    if not strong:
        return (values[-1] > values[0]) if up else (values[-1] < values[0])
    steps = [(b > a) if up else (b < a) for a, b in pairwise(values)]
    at = read.sentence_at(found.start())
    but = BUT.search(read.sentence(at))
    if but is None:
        return all(steps)
    word = next((w for w in re.findall(r"[a-z]+", but["what"].lower()) if w in ORDINAL), None)
    if word is None or abs(ORDINAL[word]) > len(values) - 1:
        return True if sum(not each for each in steps) <= 1 else None
    place = ORDINAL[word] - 1 if ORDINAL[word] > 0 else len(steps) - 1
    return not steps[place] and all(each for where, each in enumerate(steps) if where != place)
