"""What a sentence calls the highest, the lowest, the best or the second, and whether always."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from looped.checker.end_words import BEST, BUSIEST, HIGHEST, LOWEST, QUIETEST, WORST
from looped.checker.measures import measures
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER
from looped.checker.remarks import BAD_THING, Remark

MAIN = r"(?:clearest|main|greatest|biggest|chief|principal|single|standout|outstanding|most obvious|real)"
MOST = pattern_of(
    rf"\b(?:(?P<asset>{MAIN} strength)|(?P<flaw>{MAIN} weakness|"
    rf"(?:the )?(?:greatest|biggest|highest|main|chief|most) (?:cause (?:for|of) )?concern)|"
    rf"(?P<high>{HIGHEST}|{BUSIEST}|most slowly|most(?! quickly)|likeliest|heaviest|slowest|top|peak(?:ed|s)?|"
    rf"tops out|led)|"
    rf"(?P<low>{LOWEST}|{QUIETEST}|least|lightest|quickest|fastest|promptest|most quickly|rarest|emptiest|"
    rf"cheapest|bottom)|(?P<good>{BEST})|(?P<bad>{WORST}|poorest))\b(?:[- ](?P<of>rated|scoring|performing))?",
    re.I,
)
# What looks like it and is something else: "most of", "at most", "top of the list of", "at least".
NOT_ONE = pattern_of(
    r"(?:most days\b|most (?:(?!widely|frequently|commonly|quickly|slowly|likely)[a-z]+ly|"
    r"of|people|were|had|said|recent|important|notabl|serious|are|have|part)\b|"
    r"least (?:one|two|\d)|(?:most|least) (?:often|frequently) (?:below|under|not|short)\b|"
    r"most (?:ground|room|scope|development|improvement|attention|work|support|concern|cause|need|doubt|trouble|"
    r"difficulty|help|care)\b|"
    r"best (?:practice|interest|value)|led (?:to|by)\b|top (?:two|three|five|\d)|bottom (?:two|three)|"
    r"(?:highest|lowest|largest|smallest|best|worst|biggest) (?:two|three|four))",
    re.I,
)
AS_SAID = pattern_of(r"(?:least|most) (?:often|common|frequent|likely|widely|well|poor|bad|satisf|dissatisf)", re.I)
# "The most common reason for late payment": of reasons, however bad what they are of.
OF_REASONS = pattern_of(
    r"(?:least|most) (?:common|frequent|often)\w*(?: [a-z]+)? (?:reasons?|causes?|factors?|explanations?|"
    r"sources?|kinds?|types?|"
    r"categor(?:y|ies)|themes?|triggers?|routes?)\b",
    re.I,
)
DENIED = pattern_of(
    r"\b(?:not|no longer|nor|neither|never|n[’']t|one of|among|at|joint|equal|two|three|four|if|whichever|of the|to|"
    r"some of|for the|the very)[- ]+(?:the |its |their |our )?$",
    re.I,
)
THE = pattern_of(r"\b(?:the|had|has|have|having|with|saw|received)\s+$", re.I)
NTH = pattern_of(r"\b(?P<nth>second|third|fourth|next)[- ](?:the )?$", re.I)
SINCE = pattern_of(
    r"\b(?:since|ever|on record|in the (?:country|region|county)|nationally|to date|savings?|increase|rise|fall|drop|"
    r"improve\w+|"
    r"(?:change|gap|difference|variance)(?! rates?\b)|reduction|growth|"
    r"over(?:spend|spent)|under(?:spend|spent)|gain|decrease|decline|swing|movement|"
    r"jump|went|gone|rose|risen|fell|"
    r"fallen|grew|grown|dropped|progress|come down|came down|slipped|moved|changed|lost|gained)\b",
    re.I,
)
THAN_ANY = pattern_of(
    r"\b(?:(?P<fewer>fewer|less|lower|smaller|shorter)|(?P<bad>worse|poorer)|(?P<good>better)|more|higher|greater|"
    r"larger|longer|stronger)\b(?:[^.;:\d]|(?<=[a-z] )\d{1,2}\b(?! ?%)){0,50}?\bthan (?:in |"
    r"on |at |for |with |among |from |by |to |of |about )?(?:any|all the|"
    r"every) other\b",
    re.I,
)
ALWAYS = pattern_of(
    r"\b(?:consistently|always|throughout|every (?:year|time|month|quarter|wave|round|survey|one)|"
    r"(?:in|at|for|across|on) (?:each|every|all|both)\b|year after year|each (?:year|time|month|quarter|wave|round))",
    re.I,
)
TOGETHER = pattern_of(
    r"\b(?:together|combin(?:ed|ing)|adding|added (?:up|together)|between (?:them|the (?:two|three|four))|"
    r"columns|taken as one)\b",
    re.I,
)
# "The most claims with this result": of whichever column that is.
WITH_RESULT = pattern_of(r"\bwith (?:this|that|the same|such an?) (?:result|outcome|finding|answer)\b", re.I)
# "Came last", "ranked second", "in first place".
CAME = pattern_of(
    r"\b(?:came|comes|finished|ranked|ranks|placed|stood|was|were|is|are)(?: \w+ly)? (?:in )?(?P<place>first|top|last|"
    r"bottom|second|third|fourth)(?: place)?(?=[ ,.;:)]|$)(?! (?:time|visited|inspected|seen|met|two|three|year|month|"
    r"quarter|week|to|in line|of all|recorded|rated|half|stage|phase|audit|inspection|round|wave|"
    r"(?:[a-z]+ly )?[a-z]{2,}(?:ed|wn|en)\b))|"
    r"\bin (?P<place2>first|last|top|bottom|second|third) place\b",
    re.I,
)
APART = pattern_of(r"\b(?:gap|difference|spread|range|distance)\b[^.;]{0,40}\bbetween\b", re.I)
FELL = pattern_of(r"\bfell\b|\bfalls?\b|\bfallen\b", re.I)
FALLS = pattern_of(r"\bfalls?\b|\bfell\b", re.I)
PLACES = {"second": 1, "next": 1, "third": 2, "fourth": 3}
# Between who it is and what is called the most of theirs: "Ayr had the".
OWNS = pattern_of(r"[’'”\"]?(?:s)? (?:[a-z]+ ){0,2}?(?:had|has|have|having|with|took|gave|got) the (?:[a-z]+ )?", re.I)
# From where a sentence tells more of what it has named: "lowest at Ayr, where half of those invited came".
TELLS_MORE = pattern_of(r", (?:where|which|who|whose|when|having (?:been|come|had|stood|ranked))\b")
# "Most in need": how much of it somebody needs.
NEEDY = re.compile(r"most in (?:need|want)\b", re.I)


@dataclass(frozen=True)
class Said:
    """A superlative. low: of the least; place: 0 the first; always: in every column; judged: the best or the worst."""

    start: int
    end: int
    low: bool
    place: int
    always: bool
    either: bool = False
    judged: bool = False
    bad: bool = False


OF_SAME = pattern_of(rf" of (?:(?:the|these|all) (?:{NUMBER})\b|(?:these|them|all)\b(?! [a-z]))")
OF_GAINS = re.compile(
    r"\b(?:largest|biggest|greatest|smallest|steepest|sharpest) (?:\w+ )?(?:gains?|rises?|falls?|increases?|"
    r"decreases?|drops?|"
    r"changes?|differences?|improvements?)\b(?:[^.;]|\.(?=\d))*\band (?:[A-Z][A-Za-z’' -]{1,40} )?the $",
    re.I,
)
OF_SO_MANY = pattern_of(rf"(?: [a-z]+)? of the (?P<n>{NUMBER})\b")


def superlatives(remark: Remark) -> Iterator[Said]:
    """All that a sentence says of the kind: "the highest", "came last", "more than any other"."""
    text = remark.text
    if TOGETHER.search(text) or APART.search(text):
        return  # of rows or columns added up
    yield from (said for found in MOST.finditer(text) if (said := _superlative(remark, found)))
    yield from _placed(remark)
    yield from (said for found in THAN_ANY.finditer(text) if (said := _than_any(remark, found)))


def _superlative(remark: Remark, found: re.Match[str]) -> Said | None:
    if _is_none(remark, found):
        return None
    text, (low, high) = remark.text, remark.clause(found.start())
    least = bool(found["low"])
    either = False
    judged = bool(found["good"] or found["bad"] or found["asset"] or found["flaw"])
    if judged:
        # Of a bad thing the worst is the most; where that isn't sure, either end will do.
        either = _is_of_bad(remark) or (bool(found["bad"]) and _is_worked_out(remark, low, high))
        least = bool(found["bad"] or found["flaw"])
    as_said = AS_SAID.match(text[found.start() :]) and not OF_REASONS.match(text, found.start())
    bad = bool(as_said and BAD_THING.search(remark.unnamed[low:high]))
    if bad and not any(BAD_THING.search(head) for head in remark.sheet.heads):
        return None  # "most often forgotten": of what isn't in the column
    nth = NTH.search(text[: found.start()])
    always = bool(ALWAYS.search(text[low:high]))
    place = PLACES[nth["nth"].lower()] if nth else 0
    return Said(found.start(), found.end(), least, place, always, either, judged, bad)


def _is_none(remark: Remark, found: re.Match[str]) -> bool:
    """Whether it only looks like a superlative of a row: "most of", "at most", the largest gain."""
    text, before = remark.text, remark.text[: found.start()]
    if OF_GAINS.search(before):
        return True  # "the largest gain was in May, and the smallest in June"
    if NOT_ONE.match(text, found.start()) and not _is_the_most_of(text, found):
        return True
    if DENIED.search(before) or _is_of_change(remark, *remark.clause(found.start())):
        return True
    if found.group().lower() in ("led", "top", "bottom") and not re.match(r"[,. ]", text[found.end() :] + " "):
        return True
    return _is_more_than_half(remark, found) or _is_of_some(remark, found)


def _than_any(remark: Remark, found: re.Match[str]) -> Said | None:
    """ "More than any other"."""
    text, (low, _) = remark.text, remark.clause(found.start())
    if DENIED.search(text[: found.start()]) or SINCE.search(text[low : found.start()]):
        return None
    judged = bool(found["good"] or found["bad"])
    least = bool(found["fewer"] or found["bad"])
    return Said(found.start(), found.end(), least, 0, False, judged and _is_of_bad(remark), judged)


def _is_of_bad(remark: Remark) -> bool:
    """Whether a bad thing is told of."""
    return bool(BAD_THING.search(re.sub(r"\(.*?\)", "", remark.told_of)))


def _is_the_most_of(text: str, found: re.Match[str]) -> bool:
    """ "Ayr spent the most of the five", "had the most of these": no "most of the cases"."""
    return bool(THE.search(text[: found.start()]) and OF_SAME.match(text, found.end()))


def _is_worked_out(remark: Remark, low: int, high: int) -> bool:
    """Whether a rate that the table doesn't print is meant, of which nobody says whether much of it is good."""
    return any(each.by == "rate" for each in measures(remark.sheet, remark.text[low:high], []))


def _is_of_change(remark: Remark, low: int, high: int) -> bool:
    """Whether a clause speaks of the greatest change, which no column that it names tells."""
    # "The number of falls fell most": the first is what is counted, the second its change.
    fell = [found.start() for found in FELL.finditer(remark.text, low, high)]
    names = [
        (each.start, each.end)
        for each in remark.columns
        if remark.sheet.kinds[each.at] in ("count", "share", "both")
        and (len(fell) < len("ab") or not FELL.match(remark.text, each.start) or each.start == fell[0])
    ]
    said = [found.start() for found in SINCE.finditer(remark.unnamed) if low <= found.start() < high]
    said = [place for place in said if not _is_a_fall(remark, place, low, high)]
    return any(not any(start <= place < end for start, end in names) for place in said)


def _is_a_fall(remark: Remark, place: int, low: int, high: int) -> bool:
    """ "The riders who fell", under falls: what was counted, and no change of it."""
    fell = FELL.match(remark.text, place)
    told = [each for each in FELL.finditer(remark.text, low, high) if each.start() != place]
    return bool(fell) and not told and any(FALLS.search(head) for head in remark.sheet.heads)


def _is_of_some(remark: Remark, found: re.Match[str]) -> bool:
    """ "The highest rate of the three", where the table has more rows and columns than that: of some of them."""
    of = OF_SO_MANY.match(remark.text, found.end())
    number = whole(of["n"]) if of else None
    heads = len(remark.sheet.heads) if len(set(remark.sheet.kinds)) == 1 else 0
    return number is not None and number not in (len(remark.sheet.parts), heads)


def _is_more_than_half(remark: Remark, found: re.Match[str]) -> bool:
    """ "Most owners", before a name of the table, without "the"."""
    names = (*remark.rows, *(remark.columns if len(remark.sheet.heads) > 1 else ()))
    bare = found.group().lower() == "most" and not THE.search(remark.text[: found.start()])
    return bare and any(each.start == found.end() + 1 for each in names)


def _placed(remark: Remark) -> Iterator[Said]:
    """ "Came last", "ranked second": the best is first, of a bad thing whichever end is meant."""
    for found in CAME.finditer(remark.text):
        if re.match(r"[^.;]{0,20}\band [^.;]{1,40}\b(?:second|next|last)\b", remark.text[found.end() :]):
            continue  # "A came first and B, with 42, second": whose each is, the order of the words tells
        low, high = remark.clause(found.start())
        word = (found["place"] or found["place2"]).lower()
        if DENIED.search(remark.text[: found.start()]) or re.search(r"\bjoint\b|\bequal\b", remark.text[low:high]):
            continue
        always = bool(ALWAYS.search(remark.text[low:high]))
        last = word in ("last", "bottom")
        yield Said(found.start(), found.end(), last, PLACES.get(word, 0), always, _is_of_bad(remark), True)
