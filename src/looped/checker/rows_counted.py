"""How many rows of a table a sentence says something of: all, none, most, two of the five, all but one."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from looped.checker.directions import FELL, IMPROVED, ROSE, WORSENED
from looped.checker.holding import ABOVE, FREE
from looped.checker.numbers import FRACTIONS, WORDS, whole
from looped.checker.numbers import NUMERAL as N
from looped.checker.patterns import pattern_of
from looped.checker.phrases import MORE_OR_LESS
from looped.checker.remarks import Remark, is_kind, lies, within
from looped.checker.sheets.naming import named_in
from looped.checker.sheets.sheet import Sheet, is_time

# What rows did, right behind "both", "all" or "none".
WENT = rf"{ROSE}|{FELL}|{IMPROVED}|{WORSENED}|were (?:up|down|better|worse|higher|lower)|did (?:better|worse)"
WENT_ON = pattern_of(rf"(?:{WENT})\b", re.I)
WHO = pattern_of(
    rf"\b(?:(?P<all>(?:all(?: of)?|both|each|every)(?: of)?(?: the| these| our)?)(?P<allbut>,? (?:but|except|bar|"
    rf"apart from) (?P<but>{N}))?(?: of the)?(?: (?P<m>{N}))?|"
    rf"(?P<none>none of the|none of|none(?= (?:{WENT})\b)|neither of the|neither|not one of the|"
    rf"(?<!with )no(?! (?:more|fewer|less|longer|"
    rf"one)\b))(?: (?P<m2>{N}))?|"
    rf"(?P<any>(?:not |n[’']t [a-z]+ |never [a-z]+ )[a-z ]{{0,30}}?in any)|"
    rf"(?P<only>only |just )?(?P<n>{N})(?: of (?:the |these |our |"
    rf"all )?(?P<m3>{N}))?) "
    rf"(?P<noun>(?:single )?(?!(?:all|both|each|every|none|neither)\b)(?:[a-z’'-]+ ){{0,2}}?[a-z’'-]+)\b",
    re.I,
)
BUT = pattern_of(
    r"\W*(?:apart from|except(?: for| in| at| on)?|but|bar|other than|excluding|with the exception of)\b", re.I
)
SMALL_WORDS = re.compile(r"\W*(?:(?:in|at|for|on|the|of|from|with|that|those)\W+)*", re.I)
BUT_FEW = pattern_of(
    r"\b(?:but|bar|except(?: for)?|apart from) (one|two|three|four)(?: of (?:them|these))?(?=\s*(?:[.;:,()]|$))", re.I
)
# "In every month but the last".
BUT_END = pattern_of(
    r"\s*(?:in )?the (?:first|last|final|latest)(?: (?:one|month|year|wave|round|quarter|of them))?(?=[.,;:)]|$)", re.I
)
IN_FRONT = pattern_of(
    r"\b(?:apart from|except(?:ing)? for|other than|with the (?:sole |only |single )?exception of|aside from|excluding|"
    r"leaving aside|but for)\b[^.;:]{2,60},? $",
    re.I,
)
FEW = pattern_of(rf"\s*({WORDS})\b(?! [a-z]+ing)", re.I)
# "At all ports together".
TOGETHER_BEHIND = pattern_of(r" (?:taken )?(?:together|combined)\b", re.I)
# "Met in neither half of the year": a time, and no part of the rows.
NO_PART = pattern_of(
    r"\b(?:neither|either|each|every|both|first|second|this|that|last|next|other|one|per) (?:\w+ )?$", re.I
)
# "Over both clinics 23% were missed": of the two taken together.
TAKEN_TOGETHER = pattern_of(r"(?:^|[.;:] )(?:Over|Across|From|Of) $|\b(?:between|among|combined|together) $")
PART = pattern_of(
    r"\b(?:(?P<most>(?<!, )most|(?<=, )most(?! of all\b)|(?:a |the )?majority)(?: of (?:the|our|these))?|"
    r"(?P<part>half|(?:a|one|two|three|"
    r"four)[ -](?:thirds?|quarters?|fifths?)))"
    r"(?: of)?(?: the| our| these| all)? (?P<noun>[a-z’'-]+)\b",
    re.I,
)
GROUPS = pattern_of(
    r"\b(?:teams?|sites?|areas?|services?|wards?|schools?|homes?|units?|departments?|directorates?|centres?|regions?|"
    r"groups?|districts?|hospitals?|practices?|quarters?|months?|years?|weeks?|terms?|offices?|branches|surveys?|"
    r"audits?|cycles?|rounds?|waves?|arms?|sexes|cohorts?|periods?|times|halves|colleges?|councils?|companies|firms?|"
    r"clinics?|courses?|depots?|stations?|prisons?|wings?|types?|categories|category|kinds?|lines?|functions?|"
    r"divisions?|committees?|contracts?|projects?|programmes?|subsidiaries|directorates?)$",
    re.I,
)
# "Of the four sites, three ...", "of our five homes two ...".
OF_FRONT = pattern_of(
    rf"\bof (?:the |these |our |all )?(?P<m>{N}) (?P<noun>[a-z’'-]+)(?: [a-z’'-]+){{0,3}}?,? "
    rf"(?:(?P<all>all|both|each)|(?P<none>none|neither|not one)|(?:only |just )?(?P<n>{N}))\b(?! of\b|[,.%\d]|-)",
    re.I,
)
EVERYWHERE = pattern_of(r"\b(?:(?P<no>nowhere)|everywhere|across the board|without exception|in every case)\b", re.I)
# What rows may be where the table doesn't say what they are.
LINE = (
    r"measures?|indicators?|criteri(?:a|on)|items?|aspects?|statements?|questions?|standards?|categor(?:y|ies)|"
    r"domains?|areas?|outcomes?"
)
LINES = pattern_of(rf"^(?:{LINE}|cases?)$", re.I)
VERB = pattern_of(r"(?:were|was|are|is|had|have|has|received|got|met|came|did|scored|showed)\b", re.I)
TARGETS = pattern_of(r"(?:targets?|standards?|benchmarks?|thresholds?|goals?)$", re.I)
# "Most often" says how often, whatever a table is headed with.
OFTEN = pattern_of(r"(?:often|common\w*|frequent\w*|likely|recent\w*|usual\w*|popular)$", re.I)
TIMES = pattern_of(r"\b(?:seconds|minutes|hours|days|nights|weeks|months|years|quarters)$", re.I)
MORE = pattern_of(rf"^[a-z’'-]+(?: [a-z’'-]+)? (?:{MORE_OR_LESS})(?=[.,;)]|$| than\b)", re.I)
ONE_EXCEPTION = pattern_of(r"\bwith (?:(?:just |only )?one|a single|a sole|a lone) exception\b(?! of)", re.I)
EXCEPTION = pattern_of(
    r"\bexceptions? (?:was|were|is|are|being|:)\W*(?P<after>[^.;:()]{2,60})|"
    r"(?:^|[,;:(–—] ?|\band |\bbut )(?P<before>[^.;:,()]{2,40}?) (?:was|is|being|were|are) the (?:\w+ )?exceptions?\b",
    re.I,
)
BY = pattern_of(r"\bby $", re.I)
# "For each of the 55 patients one reason was given", "each visit had two checks": so many for each of what is counted.
TO_EACH = pattern_of(
    rf"\b(?:each|every)(?: one)?(?: of (?:the |these |those |our |all )?(?:{N} )?| )(?P<noun>[a-z’'-]+)", re.I
)
BY_EACH = pattern_of(r"\bby [a-z]+ [a-z]+ each\b", re.I)
PAIR, ALONE = pattern_of(r"(?:both|neither)\b", re.I), pattern_of(r"(?:both|neither|all|none) [a-z]", re.I)
EACH = pattern_of(r"(?:both|neither|each|every|all|no|none|in any)\b", re.I)
FREE_OF = pattern_of(r"\b(?:saw|had|brought|recorded|showed) (?:no|none|not one)\b", re.I)
TIME_WORDS = frozenset(
    [
        *("time", "day", "month", "year", "week", "quarter", "term", "period", "half", "halve"),
        *("survey", "audit", "cycle", "round", "wave"),
    ]
)
FOR_EACH = re.compile(r"\b(?:is|being|was|of) \d[\d.]*\s?% for $")
EVERY_SO = pattern_of(
    r"(?:every|each) (?:day|night|week|month|year|quarter|term|visit|round|wave|time|survey|audit|cycle|inspection)\b",
    re.I,
)
MEAN = pattern_of(r"(?:(?:overall )?(?:mean|average)|overall)(?: \(.*\))?", re.I)
DEFINITE = pattern_of(
    r"\b(?:the|these|those|our|all|other|every|each|first|last|next|top|bottom|past|of|than|over|under|"
    r"least|most|only in)\s+$",
    re.I,
)


@dataclass(frozen=True)
class Who:
    """How many rows are said to be so: at least and at most, with the words."""

    least: int
    most: int
    start: int
    end: int
    without: tuple[int, ...] = ()


@lru_cache(maxsize=16384)
def _counted_in(text: str) -> tuple[re.Match[str], ...]:
    """Kept: a sentence is put to several tables, each both ways round."""
    return tuple(WHO.finditer(text))


def counted(remark: Remark, sheet: Sheet, number: int) -> Iterator[Who]:
    """Each statement of how many rows of a table it is that are so. number: of its rows."""
    for found in _counted_in(remark.text):
        if _is_of_no_rows(remark, sheet, found) or not _is_of_rows(remark, sheet, found, number):
            continue
        least, most = _between(found, number)
        if found["n"] is not None and found["m3"] is None and least > number:
            continue  # so many of what the table counts
        yield (
            _but_those(remark, sheet, found, number, (least, most))
            if found["all"]
            else Who(least, most, found.start(), found.end())
        )
    yield from _parts(remark, sheet, number)
    yield from _in_front(remark, sheet, number)
    if not sheet.turned and (everywhere := EVERYWHERE.search(remark.text)):
        many = 0 if everywhere["no"] else number
        yield Who(many, many, everywhere.start(), everywhere.end())


def _is_of_no_rows(remark: Remark, sheet: Sheet, found: re.Match[str]) -> bool:
    """Whether words of how many say how far, how often or how high something is, or are of all taken together."""
    lead = remark.text[: found.start()]
    if found["all"] and (TAKEN_TOGETHER.search(lead) or TOGETHER_BEHIND.match(remark.text, found.end())):
        return True
    if BY_EACH.search(remark.text) and found["n"] is not None and BY.search(lead):
        return True  # "by one point each": how far
    if FOR_EACH.search(lead):
        return True  # "80% for every type": how high the target is
    if EVERY_SO.match(found.group()) and not is_time(sheet.labels):
        return True  # "every week": how often
    bare = found["n"] is not None and found["m3"] is None
    if bare and (each := TO_EACH.search(remark.text)) and not is_kind(sheet, each["noun"]):
        return not GROUPS.search(each["noun"])
    # "Two cases more": how far apart.
    return bare and bool(MORE.search(remark.text[found.start("noun") : found.end() + 10]))


def _is_of_rows(remark: Remark, sheet: Sheet, found: re.Match[str], number: int) -> bool:
    """Whether what is counted are the rows, by its noun or by the number that they are of."""
    said = found["m"] or found["m2"] or found["m3"]
    if said is not None and whole(said) != number and found["noun"]:
        return False
    as_many = said is not None and whole(said) == number
    if said is None and _is_bare(remark, found) and sheet is remark.sheet:
        return number == 2 if PAIR.match(found.group()) else number > 1
    kind = _is_kind(remark, sheet, found["noun"])
    # "All three wards", of three rows and three columns that are wards.
    kind = kind or (as_many and found["n"] is None and not is_kind(lies(sheet), found["noun"]))
    # "Four of the five were": as many as there are rows.
    kind = kind or (as_many and bool(VERB.match(found["noun"])))
    if sheet.turned and not kind and ABOVE.search(remark.text):
        kind = bool(GROUPS.search(found["noun"]))
    if not kind and EACH.match(found.group()) and GROUPS.search(found["noun"]):
        kind = (number == 2 and found["n"] is None) or (sheet.turned and _are_groups(remark, sheet, found))
    if not kind and not _is_measured(remark, sheet, found):
        return False
    lasting = TIMES.search(found["noun"]) and not (is_kind(sheet, found["noun"]) and _is_free(remark, found))
    bare = found["n"] is not None and found["m3"] is None
    return not (bare and (lasting or DEFINITE.search(remark.text[: found.start()])))


def _is_bare(remark: Remark, found: re.Match[str]) -> bool:
    """ "Both improved", "none fell": right at the front, or behind all that are named, and of no noun."""
    front = not remark.text[: found.start()].strip(" ,") or found.group().lower().startswith("both")
    every = (found["all"] and not found["but"]) or found["none"]
    return bool(front and every and ALONE.match(found.group()) and WENT_ON.match(remark.text, found.start("noun")))


def _but_those(remark: Remark, sheet: Sheet, found: re.Match[str], number: int, between: tuple[int, int]) -> Who:
    """All rows but those that are left out, by name or by how many they are."""
    least, most = between
    without = () if found["but"] else _left_out(remark, sheet, found)
    behind = BUT.match(remark.text[found.end() :])
    if behind and BUT_END.match(remark.text, found.end() + behind.end()):
        least = most = number - 1
    elif behind and (few := FEW.match(remark.text[found.end() + behind.end() :])):
        least = most = number - (whole(few[1]) or 0)
    elif not found["but"] and ONE_EXCEPTION.search(remark.text):
        least = most = number - 1
    elif not found["but"] and (few := BUT_FEW.search(remark.text, found.end())):
        least = most = number - (whole(few[1]) or 0)
    if without:
        least = most = number - len(without)
    elif least < number:
        named = _exceptions(remark, sheet)
        without = named if len(named) == number - least else ()
    return Who(least, most, found.start(), found.end(), without)


def _is_free(remark: Remark, found: re.Match[str]) -> bool:
    """ "Three months passed without a fall", "in two months there was none": of how many rows, and not of how long."""
    return bool(FREE.search(remark.text) or FREE_OF.search(remark.text, found.end()))


def _is_measured(remark: Remark, sheet: Sheet, found: re.Match[str]) -> bool:
    """ "None of the error rates was above 3%": all or none of the figures of the one column that is named."""
    others = remark.columns if sheet.turned == remark.sheet.turned else remark.rows
    named = [each for each in others if each.whole and each.start <= found.start("noun") < each.end]
    every = found["all"] or found["none"] or found["any"]
    limit = ABOVE.search(remark.text, found.end())
    return bool(every and not found["but"] and limit and len(named) == 1 and sheet is remark.sheet)


def _is_kind(remark: Remark, sheet: Sheet, noun: str) -> bool:
    """Whether a noun is what the rows are: as the table heads them, or a word for any rows but times."""
    if is_kind(sheet, noun):
        return True
    if TARGETS.match(noun) and sheet.kinds.count("target") == 1:
        return True  # each row has its own
    if sheet is remark.sheet and not is_time(sheet.labels) and LINES.match(noun):
        return True
    return (
        sheet is remark.sheet
        and bool(GROUPS.search(noun))
        and not is_kind(lies(sheet), noun)
        and _is_alone(sheet, noun)
    )


def _is_alone(sheet: Sheet, noun: str) -> bool:
    """Whether a word for any groups can only mean the rows: the columns are times, or not of one kind."""
    if noun.lower().removesuffix("s") in TIME_WORDS:
        return False
    own = [at for at, kind in enumerate(sheet.kinds) if kind not in ("change", "target", "total", "words", "base")]
    own = [at for at in own if not MEAN.fullmatch(sheet.heads[at].strip())] or own
    times = is_time(tuple(sheet.heads[at] for at in own))
    return not is_time(sheet.labels) and (times or len(own) == 1 or len({sheet.kinds[at] for at in own}) > 1)


@lru_cache(maxsize=16384)
def _in_front_of(text: str) -> tuple[re.Match[str], ...]:
    return tuple(OF_FRONT.finditer(text))


def _are_groups(remark: Remark, sheet: Sheet, found: re.Match[str]) -> bool:
    """Whether a word for any groups means the columns: all of one kind, and a row is named beside it."""
    others = remark.rows if sheet.turned != remark.sheet.turned else remark.columns
    named = within(others, *remark.clause(found.start()))
    kinds = {kind for kind in remark.sheet.kinds if kind not in ("total", "base")}
    times = found["noun"].lower().removesuffix("s") in TIME_WORDS
    return len(named) == 1 and len(kinds) == 1 and kinds <= {"share", "both"} and times == is_time(sheet.labels)


def _in_front(remark: Remark, sheet: Sheet, number: int) -> Iterator[Who]:
    """ "Of the four sites, three": where there are as many."""
    for found in _in_front_of(remark.text):
        if whole(found["m"]) != number:
            continue
        many = number if found["all"] else 0 if found["none"] else whole(found["n"])
        if many is not None:
            yield Who(many, many, found.end() - 1, found.end())


def _left_out(remark: Remark, sheet: Sheet, found: re.Match[str]) -> tuple[int, ...]:
    """ "Every site but Ayr": the rows named behind "but"."""
    but = BUT.match(remark.text[found.end() :]) or BUT.search(remark.text[found.end() :])
    names = remark.rows if sheet.turned == remark.sheet.turned else remark.columns
    if not but:
        front = IN_FRONT.search(remark.text[: found.start()])
        return tuple(dict.fromkeys(each.at for each in names if front and front.start() < each.start < found.start()))
    low = found.end() + but.end()
    behind = [each for each in names if low <= each.start < low + 40]
    # "In every month, but nobody fell in May": another clause.
    own = bool(behind) and SMALL_WORDS.fullmatch(remark.text[low : behind[0].start])
    return tuple(dict.fromkeys(each.at for each in behind)) if own else ()


def _exceptions(remark: Remark, sheet: Sheet) -> tuple[int, ...]:
    """The rows that are called the exceptions, in the sentence or the next."""
    behind = remark.read.sentence(remark.at + 1) if remark.at + 1 < len(remark.read.starts) else ""
    for text in (remark.text, behind):
        for found in EXCEPTION.finditer(text):
            words = found["after"] or found["before"]
            names = dict.fromkeys(each.at for each in named_in(words, sheet.labels, sheet.corner))
            if names:
                return tuple(names)
    return ()


def _parts(remark: Remark, sheet: Sheet, number: int) -> Iterator[Who]:
    """ "Half of the sites", "most sites", "two thirds of the sites"."""
    for found in PART.finditer(remark.text):
        if NO_PART.search(remark.text[: found.start()]) and found["part"]:
            continue
        if not is_kind(sheet, found["noun"]) or OFTEN.match(found["noun"]):
            continue
        if found["most"]:
            yield Who(number // 2 + 1, number, found.start(), found.end())
            continue
        exact = FRACTIONS.get((found["part"] or "").lower().replace("-", " "))
        if exact is not None:
            part = exact * number
            yield Who(math.floor(part), math.ceil(part), found.start(), found.end())


def _between(found: re.Match[str], number: int) -> tuple[int, int]:
    if found["all"]:
        rest = number - (whole(found["but"]) or 0) if found["but"] else number
        return rest, rest
    if found["none"] or found["any"]:
        return 0, 0
    exact = whole(found["n"]) or 0
    return exact, exact
