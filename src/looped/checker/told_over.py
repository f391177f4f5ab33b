"""What two paragraphs read as one tell: which findings are of both, and where each of them stands."""

import re
from dataclasses import replace

from looped.checker.asides import standing_between
from looped.checker.crowded import is_said, words_of
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.item_names import stems_of
from looped.checker.joined import OF_SHARES, Pair
from looped.checker.listed import GENERAL
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage, stems
from looped.checker.quieting import NUMBER
from looped.checker.traits import ACROSS, ALL_TOLD

BY_WORDS = frozenset(("compared",))
# What any comparison says.
PLAIN_WORDS = pattern_of(
    r"\b(?:more|fewer|less|than|higher|lower|greater|smaller|better|worse|the|an?|of|in|at|on|for|had|has|have|were|was|did|"
    r"shares?|proportions?|percentages?|rates?|figures?|performance|compliance|results?|number|common|often|likely|there|"
    r"those|that|who|by|to|with|and|both|overall|therefore|so|much|clearly|also|it|is|are)\b",
    re.I,
)
# Rules on words for a part, right before or behind its figure.
SAID = frozenset(("said-apposed", "said-of-figures", "above-whole"))
OF_WHOM = re.compile(
    r"(?: \([^()]*\))? (?:of|in|among|with|who|that) (?:the |these |those |our |all )*(?P<who>[^.;:,()]*)"
)
CHANGES = stems_of(
    "give gave gives make made mean works worked equal equivalent double doubled halved trebled tripled "
    "quadrupled twice "
    "half times per each before previous earlier prior change changed compared difference dropped grew grown "
    "climbed cut went "
    "between from to by on in head average combined altogether together taken all mean just only therefore"
)
# "76 of these (91%)", "In all, 76 (91%)": what opens a sentence.
OPENS = re.compile(r"(?:^|[.!?]\s+)(?:(?:in all|overall|of these|of them|altogether|in total),? )?$", re.I)
# "No boat sank", and in the next paragraph "the two boats that sank": spoken of as known, and counted.
OF_SOME = "but-some"
KNOWN = pattern_of(
    rf"”, and “\W*(?:(?:section|annex|appendix|chapter|part|table) \S+ [a-z]+ )?(?:the exceptions? (?:was|were|"
    rf"is|are) )?"
    rf"(?:(?:the|these|those) {NUMBER}\b|the only\b)",
    re.I,
)
PLACE = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+")
RATES = OF_SHARES | {"drawn-rate", "worded-share"}
# "The response rate among women", "the vacancy rate": of what.
OF_WHICH = re.compile(
    r"\b(?:in|at|among|amongst|for|to|from|by|on) (?:the |all |our )?(\w+)(?: (\w+))?|\b(\w+)[- ]rate\b", re.I
)
SURVEYED = (
    "response return reply replies participation completion success line overall survey surveys questionnaire form "
    "forms this kind all report year sample mind good high low whole rate working view part their each light context"
)


def told_across(found: Finding, pair: Pair, codes: frozenset[str]) -> Finding | None:
    """A finding on two paragraphs read as one, where it stands; None where it is of no rule that reads so.

    codes: of those rules.
    """
    first, second, both = pair
    known = found.code == OF_SOME and KNOWN.search(found.why) and not _is_placed(found)
    if not known and found.code not in codes:
        return None
    if not known and found.code not in ACROSS and not (_are_all_told(found, both) and _speaks_of_same(found, pair)):
        return None
    # What begins in the one and ends in the other is quoted by its figure.
    apart = found.code in ALL_TOLD and found.quote not in first.text and second.text.count(found.stated) == 1
    found = replace(found, quote=found.stated) if apart and found.quote not in second.text else found
    place = second.text.find(found.quote)
    alone = len(passage(second.text).entries) == 1
    if found.code in OF_SHARES and (place < 0 or not (alone or OPENS.search(second.text[:place]))):
        return None
    if found.code in BY_WORDS and not _says_no_more(found, first.text + " " + second.text):
        return None
    if found.code in RATES and place >= 0 and not _is_of_the_same(first, second, found.quote, place):
        return None
    own = second if place >= 0 else first
    return replace(found, where=own.where) if found.quote in own.text else None


def _is_placed(found: Finding) -> bool:
    """Whether a statement on all or none names a place that what stands against it doesn't name."""
    said, _, against = found.why.partition("”, and “")
    return bool(set(PLACE.findall(said)) - set(PLACE.findall(against)))


def _says_no_more(found: Finding, text: str) -> bool:
    """Whether all that a comparison says is told beside it: "costs were higher in June" is of no late boats."""
    said = stems(PLAIN_WORDS.sub(" ", found.quote))
    return said <= stems(text.replace(found.quote, " "))


def _speaks_of_same(found: Finding, pair: Pair) -> bool:
    """Whether the sentence of a finding names nothing that the paragraph before doesn't: the same things, and places.

    What is said of some, "exactly half (35) had a plan", says something new; of whom, it must not say.
    """
    first, second, _ = pair
    place = second.text.find(found.quote) if found.quote in second.text else second.text.find(found.stated)
    if place < 0:
        return False
    read = passage(second.text)
    sentence, told = read.sentence(read.sentence_at(place)), stems_of(first.text)
    if found.code in SAID:
        behind = OF_WHOM.match(second.text, place + len(found.quote))
        return not behind or bool(stems_of(behind["who"])) and stems_of(behind["who"]) <= told
    return {each for each in stems_of(sentence) if not each[0].isdigit()} <= told | GENERAL | CHANGES


def _are_all_told(found: Finding, both: Paragraph) -> bool:
    """Whether a finding speaks of every figure that two paragraphs tell."""
    read = passage(both.text)
    said = words_of(f"{found.why} {found.quote} {found.stated}")
    told = [e for e in read.entries if e.sentence not in standing_between(read) and not e.text.isalpha()]
    return all(is_said(each, said) for each in told)


def _is_of_the_same(first: Paragraph, second: Paragraph, quote: str, place: int) -> bool:
    """Whether a share alone, as "the response rate was 49%", names no group, place or kind that wasn't told before."""
    if not re.fullmatch(r"[\d.]+\s?(?:%|per ?cent)", quote):
        return True
    low = max(second.text.rfind(mark, 0, place) for mark in (". ", "? ", "! ")) + 1
    around = f"{second.text[low:place]} {re.split(r'[.;,]', second.text[place + len(quote) :])[0]}"
    named = [word for found in OF_WHICH.finditer(around) for word in found.groups() if word]
    return stems(" ".join(named)) <= stems(f"{first.text} {SURVEYED}")
