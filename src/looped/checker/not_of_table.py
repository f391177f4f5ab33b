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
OLD = pattern_of(r"\b(?:(?<!the )last year|the year before|a year (?:ago|earlier|before)|in (?:19|20)\d\d)\b", re.I)
AGO = pattern_of(r"\b(?:two|three|four|five|six|ten) years (?:ago|earlier|before|back)\b", re.I)
# Of more times than the last and this one.
LONG = pattern_of(
    r"\b(?:(?:19|20)\d\d|(?:wave|round|cycle|year) ?[1-9]|years? ago|years? earlier|first|second)\b", re.I
)
AIMED = pattern_of(
    r"(?:the|our|its) (?:target|aim|plan|goal)s? (?:for (?:next|the (?:next|coming)|20\d\d)|next)\b", re.I
)
QUOTED = frozenset(("sheet-quoted", "sheet-given", "sheet-cell"))
AIM = pattern_of(r"\b(?:targets?|aims?|goals?|plan(?:s|ned)?|budget(?:ed)?|forecast|standard|expected)\b", re.I)
RANGE = re.compile(r"\d+(?:\.\d+)? ?(?:to|–|-) ?(?:\d+(?:\.\d+)?)|\(\d[\d.]*(?:, \d[\d.]*)+\)")
NUMBER = re.compile(r"\d+(?:\.\d+)?")


def is_of_no_table(context: Context, read: Passage, low: int, finding: Finding) -> bool:
    """ "At Ayr it rose from 61% to 81%", "the lowest last year was at Leith": of a table that isn't there."""
    sentence = read.sentence(read.sentence_at(low))
    cells = [cell.text for table in context.document.tables for row in table.rows for cell in row]
    every = [*cells, *(f"{table.title} {table.section}" for table in context.document.tables)]
    if (
        (then := OLD.search(sentence))
        and not any(map(TIMED.search, every))
        and not TIMED.search(sentence.replace(then.group(), " "))
    ):
        return True
    told = " ".join(every).lower()
    ago = AGO.search(sentence)
    if ago and ago.group().lower() not in told and not LONG.search(told):
        return True  # "two years ago it was 52%", beside last year and this
    if AIMED.match(sentence.lstrip()) and not AIM.search(told):
        return True  # "The target for next year is 110": of what isn't there yet
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
