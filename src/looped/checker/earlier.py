"""Which of two figures of a sentence is the later: by years, and by words such as "last time", "now" and "then"."""

import re

from looped.checker.directions import FELL, ROSE
from looped.checker.numbers import NTH, whole
from looped.checker.patterns import pattern_of
from looped.checker.phrases import ONLY
from looped.checker.prose import Entry, Passage
from looped.checker.quieting import SPELT

EARLIER = pattern_of(
    r"\b(?:last (?:time|year|month|quarter|term|autumn|spring|summer|winter|audit|inspection|survey|visit|round)|"
    r"previous(?:ly)?|(?:year|month|quarter|term|audit|survey|inspection) (?:before|earlier)|earlier|prior|"
    r"before(?! (?:the|we|it))|"
    r"(?:at|the) (?:first|baseline|start|outset|beginning)|baseline|first (?:audit|round|cycle|survey|visit|"
    r"inspection|wave|half)|"
    r"originally|initially|at entry|then(?=\s*(?:[.,;:)]|$))|preceding|a year ago|"
    r"in the past(?! (?:[a-z]+ )?(?:days|weeks|months|years|quarter|month|week|year)))\b",
    re.I,
)
# "While vans fell by five": another thing, between two figures and a size.
ANOTHER = pattern_of(
    rf"\b(?:while|whereas|whilst|but|and)\b (?!(?:it|they|this|that|these|so|then|thus|therefore|has|have|had|"
    rf"is|was|now)\b)"
    rf"(?:the |those |of )?(?:[a-z’'-]+ ){{1,4}}?(?:has |have |had )?(?:{ROSE}|{FELL})\b[^.;,]{{0,20}}$",
    re.I,
)
# "9% more calls, mainly because of a 19% increase in": what something is put down to is another thing.
BECAUSE = pattern_of(
    r"\b(?:because of|owing to|due to|caused by|driven by|led by|thanks to|explained by|put down to|reflect\w*|"
    r"result(?:ed|ing)? from|as a result of|on the back of|offset by|balanced by|despite|in spite of|"
    r"after) (?:[a-z]+ )?(?:an? |the )?"
    r"(?:[a-z]+ ){0,2}$",
    re.I,
)
# "From 19 to 14, and the number lost by one": another thing, by a figure of its own.
OTHER_BY = pattern_of(rf"\band (?!(?:so|thus|therefore|hence|now|then)\b)(?:[a-z’'-]+ ){{1,7}}by (?:{ONLY})?$", re.I)
# "Last year there was a surplus of £73": told by itself.
LAST_TIME = pattern_of(
    r"(?:^|[.;] )\W*(?:last (?:year|time)|(?:in )?the (?:previous|preceding|prior) [a-z]+|(?:in )?the year before)\b",
    re.I,
)
# "In the last year alone it grew by": of less than the two times told before.
OWN_TIME = pattern_of(
    r"\W*(?:and |but )?(?:(?:in|over|during|within|for|through) the (?:very )?(?:last|final|past|latest|most recent|"
    r"first|opening|second|third|closing) (?:[a-z]+ |\d+ )?(?:years?|quarters?|months?|weeks?|terms?|"
    r"half|days?|periods?)\b|"
    r"(?:in|over|during) [^,;:\d]{3,30} alone\b)",
    re.I,
)
# "Last time we tested 108 and found 13": all that the sentence tells is of that time, until one of now is named.
OPENS_EARLIER = pattern_of(
    r"\W*(?:(?:and|but|then),? )?(?:(?:at|in|for|during|on|from|of|under|with|over) )?(?:"
    r"(?:the |our |its |their |his |her |your )?(?:very )?(?:last|previous|preceding|prior|first|earlier|original|"
    r"initial|baseline|former|pilot) (?!of\b)(?:[a-z-]+ ){0,2}?(?:years?|times?|audits?|inspections?|surveys?|visits?|"
    r"rounds?|reports?|reviews?|cycles?|quarters?|terms?|periods?|months?|half-years?|half|exercises?|checks?|counts?|waves?|"
    r"seasons?|autumn|spring|summer|winter|test|study|occasion|plan|return)\b|"
    r"(?:the |that |a |one |two |three |\w+ )?(?:years?|months?|half-years?|quarters?|terms?|audits?|surveys?|"
    r"inspections?|rounds?|weeks?|seasons?) (?:before|ago|earlier|previously)\b|"
    r"when (?:we|they|it|this) (?:last|first|previously)\b|previously\b|formerly\b|originally\b)",
    re.I,
)
# What a sentence of the year or the round before begins with.
OF_LAST_TIME = pattern_of(
    r"(?:in (?:19|20)\d\d(?:[/–-]\d\d)?,? (?:the|this|that|it)\b\D*\d+|"
    r"last (?:year|time|quarter)|(?:in )?the (?:previous|preceding|prior) [a-z]+|(?:in )?the year before|"
    r"(?:a|two|three|four|five|ten) years? (?:ago|earlier|before))\b",
    re.I,
)
OF_GAPS = pattern_of(
    r"\b(?:difference|gap|change|rise|fall|increase|drop|improvement|reduction|effect)s? (?:(?:was|were|is|are|"
    r"had been|being) (?:by )?(?:(?:\d[\d.]*|[a-z-]+)(?: percentage)?(?: points?)? )?"
    r"(?=(?:larger|smaller|greater|bigger|steeper|sharper)\b)|(?:was|were|is|are|had been) )"
    r"(?:larger|smaller|greater|bigger|steeper|sharper|wider|narrower|similar|higher|lower|"
    r"(?:less|more)(?! (?:common|frequent|often|likely|usual|widespread|prevalent)))\b|"
    # "The gain with the new rope was therefore 3.4 points larger".
    r"\b(?:difference|gap|change|rise|fall|increase|drop|improvement|reduction|effect|gain)s? "
    r"(?:with|in|for|from|at|among) [a-z -]{2,30}? (?:was|were) (?:(?:therefore|thus|also|then) )?"
    r"\d[\d.]*(?: percentage)? points? (?:larger|smaller|greater|bigger)\b",
    re.I,
)
LATER = pattern_of(
    r"\b(?:now|this (?:time|year|month|quarter|term|audit|inspection|survey|visit|round)|re-?audit|second "
    r"(?:audit|round|cycle|"
    r"survey|visit|inspection|wave|half)|current(?:ly)?|latest|today|at (?:the end|follow-up|present|discharge|exit)|"
    r"follow-up|since|most recent|repeat audit|after)\b",
    re.I,
)


MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
STAGE = (
    r"(?:quarters?|q|waves?|rounds?|cycles?|audits?|months?|weeks?|terms?|phases?|surveys?|visits?|periods?|"
    r"inspections?)"
)
MONTH = (
    r"(?-i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
# "On 1 April", "in round two", "the second cycle".
MOMENT = pattern_of(
    rf"\b(?:(?P<month>{MONTH})|(?P<stage>{STAGE}) ?(?P<n>\d{{1,2}}|{SPELT})|"
    rf"(?P<nth>first|second|third|fourth|fifth|sixth) (?P<of>{STAGE}))\b",
    re.I,
)


AT_FIRST = pattern_of(
    r"\b(?:the|its|their|our|his|her) (?:very )?(?:first|opening)\b|\b(?:at|the) (?:first|outset)\b", re.I
)
AT_LAST = pattern_of(
    r"\b(?:the|its|their|our|his|her) (?:very )?(?:last|final|closing|second|latest|latter)\b|\b(?:at last|the end)\b",
    re.I,
)


def told_earlier(one: str, other: str) -> bool | None:
    """Whether the words of one time are of an earlier one than others: April and June, round one and round two.

    >>> told_earlier("in round one", "in round two"), told_earlier("on 1 June", "in April")
    (True, None)
    """
    told = [list(MOMENT.finditer(each)) for each in (one, other)]
    if not all(told):
        firsts, lasts = ([bool(each.search(words)) for words in (one, other)] for each in (AT_FIRST, AT_LAST))
        if firsts != lasts[::-1] or sum(firsts) != 1:
            return None
        return firsts[0]
    first, last = told[0][-1], told[1][0]
    if first["month"] and last["month"]:
        # December may come before March: only what is told as the calendar has it.
        months = [MONTHS.index(each["month"][:3].lower()) for each in (first, last)]
        return True if months[0] < months[1] else None
    stages = [_stage(first), _stage(last)]
    if not all(stages) or stages[0][0] != stages[1][0] or stages[0][1] == stages[1][1]:
        return None
    return stages[0][1] < stages[1][1]


def _stage(found: re.Match[str]) -> tuple[str, int]:
    """What it is a stage of, and which."""
    if found["nth"]:
        return found["of"].lower().rstrip("s"), NTH.index(found["nth"].lower()) + 1
    return (found["stage"] or "").lower().rstrip("s"), whole(found["n"] or "") or 0


def opens_earlier(read: Passage, entry: Entry) -> bool:
    """Whether the sentence of a figure opens with an earlier time, and none of now is named before it.

    >>> from looped.checker.prose import passage
    >>> [opens_earlier(read, e) for read in [passage("Last time 13 failed; now 9 did.")] for e in read.entries]
    [True, False]
    """
    start = read.starts[entry.sentence]
    found = OPENS_EARLIER.match(read.text, start)
    return found is not None and found.end() <= entry.start and not LATER.search(read.text[found.end() : entry.start])


def ordered(read: Passage, one: Entry, other: Entry) -> tuple[Entry, Entry] | None:
    """The later and the earlier of two, where words by both or by one of them tell."""
    sides = []
    for each in (one, other):
        around = f"{_bracket(read, each)} {_window(read, each, other if each is one else one)}".strip()
        years = re.findall(r"\b((?:19|20)\d\d)\b", around)
        sides.append((bool(EARLIER.search(around)), bool(LATER.search(around)), int(years[-1]) if years else 0))
    (early1, late1, year1), (early2, late2, year2) = sides
    if year1 and year2 and year1 != year2:
        return (one, other) if year1 > year2 else (other, one)
    if early1 and not late1 and late2 and not early2:
        return other, one
    if early2 and not late2 and late1 and not early1:
        return one, other
    return None


def _window(read: Passage, entry: Entry, other: Entry) -> str:
    """The words around a figure, as far as the next mark and the figure that it is set against."""
    low = other.end if other.end <= entry.start else 0
    high = other.start if other.start >= entry.end else len(read.text)
    before = re.split(
        r"[;:,]|[.]\s|\b(?:and|but|against|while)\b", read.text[max(low, entry.start - 45) : entry.start]
    )[-1]
    after = re.split(
        r"[;:,]|[.](?:\s|$)|\b(?:and|but|against|while)\b", read.text[entry.end : min(high, entry.end + 45)]
    )[0]
    return f"{before} {after}"


def _bracket(read: Passage, entry: Entry) -> str:
    """The words in front of the bracket that a figure stands in: "the re-audit (2023; 49 of 53)"."""
    found = re.search(r"([^.;:()\d]{0,40})\((?:[^()]{0,40})$", read.text[: entry.start])
    return found.group() if found else ""
