"""Whether a sentence beside a table is of a place or a time that the table doesn't have."""

import re

from looped.checker.context import Context
from looped.checker.earlier import MOMENT
from looped.checker.finding import Finding
from looped.checker.not_of_ranks import AMONG_SOME
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage

PLACE = re.compile(r"\b(?:At|In|at|in) (?:the )?(?P<who>[A-Z][a-z]{2,})\b(?!’s|'s)")
TIMED = pattern_of(r"\b(?:last|previous|before|earlier|now|this year|(?:19|20)\d\d|first|second|baseline)\b", re.I)
OTHER_TIME = pattern_of(r"\b(?:previous|before|earlier|now|this year|(?:19|20)\d\d|baseline)\b", re.I)
OLD = pattern_of(
    r"\b(?:(?<!the )last year|the year before|(?:a|two|three|four|five) years? (?:ago|earlier|before)|"
    r"in (?:19|20)\d\d)\b",
    re.I,
)
AGO = pattern_of(r"\b(?:two|three|four|five|six|ten) years (?:ago|earlier|before|back)\b", re.I)
# Of more times than the last and this one.
LONG = pattern_of(
    r"\b(?:(?:19|20)\d\d|(?:wave|round|cycle|year) ?[1-9]|years? ago|years? earlier|first|second)\b", re.I
)
AIMED = pattern_of(
    r"(?:the|our|its) (?:target|aim|plan|goal)s? (?:for (?:next|the (?:next|coming)|20\d\d)|next)\b", re.I
)
# "The target for the year is": before the figure that is aimed at.
AIM_TOLD = pattern_of(
    r"\b(?:the|our|its|their) (?:targets?|aims?|goals?)(?: for (?:the |this )?[a-z]+)? (?:is|was|remains|stands at) "
    r"(?:still )?$",
    re.I,
)
QUOTED = frozenset(("sheet-quoted", "sheet-given", "sheet-cell"))
AIM = pattern_of(r"\b(?:targets?|aims?|goals?|plan(?:s|ned)?|budget(?:ed)?|forecast|standard|expected)\b", re.I)
TABLE = re.compile(r"the table [‘'\"](?P<title>.+?)[’'\"][:,]")
OF_PARTS = frozenset(("sheet-quoted", "sheet-fraction", "sheet-given"))
PART_OF = pattern_of(r"\d[\d,]* (?:out )?of (?:its|their|the|those|these|all) ")
RANGE = re.compile(r"\d+(?:\.\d+)? ?(?:to|–|-) ?(?:\d+(?:\.\d+)?)|\(\d[\d.]*(?:, \d[\d.]*)+\)")
FROM_TO = pattern_of(
    r"\bfrom [£$€]?(?P<a>\d[\d,]*(?:\.\d+)?)\b[^.;:\d]{0,30}? to [£$€]?(?P<b>\d[\d,]*(?:\.\d+)?)", re.I
)
NUMBER_IN = re.compile(r"\d[\d,]*(?:\.\d+)?")
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def _told_in_own(context: Context, finding: Finding) -> list[str]:
    """What stands in and over the table that a finding names; nothing where it names none."""
    named = TABLE.match(finding.why)
    own = [table for table in context.document.tables if named and table.title == named["title"]]
    return [text for table in own for text in (table.title, *(cell.text for row in table.rows for cell in row))]


def _is_told_beside(read: Passage, low: int, finding: Finding) -> bool:
    """Whether a part of a whole is stated, and what is expected for it is told before it in the same sentence."""
    before = [e for e in read.of_sentence(read.sentence_at(low)) if e.end <= low and e.kind == "count"]
    return bool(PART_OF.match(finding.stated)) and any(str(e.count) == finding.expected for e in before)


def _is_from_to_others(context: Context, sentence: str, finding: Finding) -> bool:
    """Whether a sentence tells from what and to what, and neither stands in the table that a finding names."""
    ends = FROM_TO.search(sentence)
    cells = {number.replace(",", "") for text in _told_in_own(context, finding) for number in NUMBER_IN.findall(text)}
    return bool(ends and cells) and not any(ends[name].replace(",", "") in cells for name in ("a", "b") if ends)


def is_of_no_table(context: Context, read: Passage, low: int, finding: Finding) -> bool:
    """ "At Ayr it rose from 61% to 81%", "the lowest last year was at Leith": of a table that isn't there."""
    sentence = read.sentence(read.sentence_at(low))
    cells = [cell.text for table in context.document.tables for row in table.rows for cell in row]
    every = [*cells, *(f"{table.title} {table.section}" for table in context.document.tables)]
    if (
        (then := OLD.search(sentence))
        and not any(map(TIMED.search, _told_in_own(context, finding) or every))
        and not OTHER_TIME.search(sentence.replace(then.group(), " "))
    ):
        return True
    if finding.code in ("sheet-changed", "sheet-steps") and _is_from_to_others(context, sentence, finding):
        return True  # "the mean score went down from 21.4 to 11.2", beside how many had one
    if finding.code in OF_PARTS and _is_told_beside(read, low, finding):
        return True  # "of the 46 at Ayr nine account for 58 of its 95": of which the table has the 46 and the 95
    told = " ".join(every).lower()
    ago = AGO.search(sentence)
    if ago and ago.group().lower() not in told and not LONG.search(told):
        return True  # "two years ago it was 52%", beside last year and this
    if AIMED.match(sentence.lstrip()) and not AIM.search(told):
        return True  # "The target for next year is 110": of what isn't there yet
    if AIM_TOLD.search(read.text[: low + len(finding.quote) - len(finding.stated)]) and not any(
        map(AIM.search, _told_in_own(context, finding) or every)
    ):
        return True  # "The target for the year is 80%", beside a row "Year to date"
    some = AMONG_SOME.search(sentence)
    if some and some["who"].lower() not in told:
        return True  # "among women": of some of those in the table
    stated = NUMBER.search(finding.stated)
    figures = [cell.text for table in context.document.tables for row in table.rows for cell in row[1:]]
    ends = {number for each in figures if RANGE.search(each) for number in NUMBER.findall(each)}
    if finding.code in QUOTED and stated and stated.group() in ends:
        return True  # one end of a range in some cell
    others = " ".join([*every, *(each.text.replace(sentence.strip(), " ") for each in context.document.paragraphs)])
    names = [found["who"] for found in PLACE.finditer(sentence) if not MOMENT.search(found["who"])]
    return any(each not in others for each in names) and bool(NUMBER.search(finding.stated))
