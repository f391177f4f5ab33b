"""Whether a figure beside a row's name is of some of what the row counts, or of something that no table counts."""

import re

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, stems
from looped.checker.sheets.words import alike

CODES = frozenset(("sheet-quoted", "sheet-given", "sheet-cell", "sheet-none", "count-and-table"))
# "Of the 41 at Ayr, 12 were found in storms": of those, and not the 41 again.
OF_THE = pattern_of(r"\b(?:out )?of (?:the|these|those|its|their|our|all) (?:[a-z’'-]+ )?(?P<n>\d[\d,]*)\b", re.I)
# "At Ayr 12 of the sails were beyond repair": with what is said of these.
SOME_OF = pattern_of(r" of (?:the|its|their|our|those|these) (?P<rest>[^,;:.()\d]+)", re.I)
# Whom or what a sentence is of, where no table tells of them.
PEOPLE = r"wom[ae]n|m[ae]n|girls?|boys?|males?|females?|staff|visitors?|relatives|parents|volunteers|managers|teachers"
MATTERS = (
    r"attendance|sickness|absence|turnover|vacanc(?:y|ies)|response rates?|occupancy|unemployment|turnout|population|"
    r"staffing|waste|waiting times?"
)
SUBJECT = pattern_of(rf"\b(?:{PEOPLE}|{MATTERS})\b", re.I)
WORDS = re.compile(r"[a-z]{3,}")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
SAYS_NOTHING = stems("were been have that this than with from only also there their they said made came still")


def is_of_other_thing(context: Context, read: Passage, low: int, finding: Finding) -> bool:
    """Whether it is of some of those that the row counts, or of people or matters that stand in no table."""
    if finding.code not in CODES:
        return False
    at = read.sentence_at(low)
    sentence, start = read.sentence(at), read.starts[at]
    every = [cell.text for table in context.document.tables for row in table.rows for cell in row]
    told = " ".join([*every, *(f"{table.title} {table.section}" for table in context.document.tables)])
    subjects = [each.group().split()[-1].lower() for each in SUBJECT.finditer(sentence)]
    words = WORDS.findall(told.lower()) if subjects else []
    if any(not any(alike(each, word) for word in words) for each in subjects):
        return True
    return _is_some(sentence, low - start, finding, stems(told))


def _is_some(sentence: str, low: int, finding: Finding, known: frozenset[str]) -> bool:
    """Whether a figure is said to be of those that the row counts, with words that no table has."""
    stated, wanted = NUMBER.search(finding.stated), NUMBER.search(finding.expected)
    if not stated or not wanted or "%" in finding.stated or _value(stated.group()) >= _value(wanted.group()):
        return False
    whole = [each for each in OF_THE.finditer(sentence, 0, low) if _value(each["n"]) == _value(wanted.group())]
    behind = SOME_OF.match(sentence, low + len(finding.stated))
    words = stems(behind["rest"] if behind else sentence[low:]) - SAYS_NOTHING
    return bool((whole or behind) and words - known)


def _value(digits: str) -> float:
    return float(digits.replace(",", ""))
