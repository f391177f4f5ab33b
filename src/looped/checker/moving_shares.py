"""Shares printed beside a count that are of a change, or of another time, and so of no whole that is told here."""

import re

from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage

MORE = pattern_of(
    r"(?:%|per ?cent)\)? (?:more|less|fewer|higher|lower|up|down|above|below|over|better|worse|longer|shorter|"
    # "Six (28%) under way" are so many, not so many fewer.
    r"under(?! (?:way|review|repair|control|construction|investigation|consideration|discussion|observation)\b)|"
    r"rise|fall|increase|decrease|reduction|drop|of (?:the )?(?:previous|last)|(?:a|the) (?:year|quarter|"
    r"month) (?:ago|before|earlier)|"
    r"last (?:year|time|quarter|month)|previously|"
    r"or (?:more|less|lower|higher|above|below|over|under|fewer|greater))\b",
    re.I,
)
AGAINST = pattern_of(
    r"\b(?:up|down) from (?:(?:the|an?|its|their|just|only|last) (?:[a-z’'-]+ ){0,3}(?:of )?)?$",
    re.I,
)
# "Theft was up 31%", "an increase of 12%", "had grown by 9%": by how much, and no share of anything.
CHANGED_BY = pattern_of(
    r"\b(?:(?<!made )(?<!make )(?<!makes )(?<!making )up|down|"
    r"(?:rises?|rose|risen|falls?|fell|fallen|increase[sd]?|decrease[sd]?|declined?|dropp?e?d?|reduced|"
    r"reductions?|grew|grown|growth|climb(?:ed)?|jump(?:ed)?|shr[aiu]nk)(?: (?:of|by))|an? (?:(?:[a-z]+ )?(?:rise|fall|"
    r"increase|decrease|drop|reduction)) of) (?:about |around |some |nearly |almost |just |only |over |more than )?$",
    re.I,
)
# "34 sites, up 5%", "34 sites (a rise of 5%)", "34, which was 5% more": what it was before isn't told with it.
OWN_CHANGE = pattern_of(
    r"(?:[^.;:()\d]|\b(?:19|20)\d\d\b|(?<=[a-z] )\d{1,2}(?=,? (?:19|20)\d\d)){0,90}?[,(] ?"
    r"(?:which (?:is|was) |that is )?(?:an? )?(?:(?:up|down|increase|decrease|rise|fall|drop|reduction)(?: of| by)? "
    r"(?:about |around |nearly |almost |just |only )?"
    r"[\d.,]*\d(?: ?(?:%|per ?cent))?|"
    r"[\d.,]*\d(?: ?(?:%|per ?cent))? (?:up|down|more|fewer|less|higher|lower|"
    r"increase|decrease|rise|fall|drop|reduction))"
    r"(?![^.;()\d]{0,30}? (?:on|from|than|against|over|compared (?:with|to)) (?:the |just |only )?"
    r"[\d£](?!\d* (?:years?|months?|weeks?|quarters?)\b))",
    re.I,
)
# "By 11% in the north (3,689)": the share comes first.
CHANGED_FIRST = re.compile(r"[\d.]+ ?(?:%|per ?cent)")
# "138 were from falls, mostly on stairs (80%)": of those, which isn't told in counts.
MOSTLY = pattern_of(
    r"\b(?:mostly|mainly|chiefly|largely|most often|usually|most of (?:them|these|which)) [^.;,()\d]{0,40}\($", re.I
)
FROM_TO = pattern_of(r"\bfrom\s[^.;]{1,40}?\bto (?:just |only |about |around )?$", re.I)


def is_change(read: Passage, entry: Entry) -> bool:
    """Whether a share is one of change, "40% more than (222)", or of another time: "up from 468 (3.9%)"."""
    if entry.kind == "count" and AGAINST.search(read.text[: entry.start]):
        return True
    lead = read.text[: entry.start]
    if MOSTLY.search(f"{lead}{entry.text.rpartition('(')[0]}(" if "(" in entry.text else lead):
        return True
    if entry.kind == "share" and CHANGED_BY.search(lead):
        return True
    if CHANGED_FIRST.match(entry.text) and CHANGED_BY.search(lead):
        return True
    # What is told behind the share of the next one is of that one.
    more = MORE.search(read.text[entry.start : entry.end + 24])
    return bool((more and entry.start + more.start() < entry.end) or FROM_TO.search(lead))


def has_own_change(read: Passage, entry: Entry) -> bool:
    """Whether a figure is told with its change from one that isn't: it is of now, and nothing's earlier figure.

    >>> from looped.checker.prose import passage
    >>> read = passage("We saw 340 people, up 5% on last year, and 40 dogs.")
    >>> [has_own_change(read, each) for each in read.entries if each.kind == "count"]
    [True, False]
    """
    return bool(OWN_CHANGE.match(read.text, entry.end))
