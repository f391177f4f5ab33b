"""Some that are otherwise than all or none are said to be: spoken of as known and counted, or denied in full."""

import re

from looped.checker.patterns import pattern_of
from looped.checker.quantified import SMALL
from looped.checker.wholes import FOUND, Whole, says_no, told

# "Section 5 describes the 4 of 83 boats (5%) that".
DESCRIBED = pattern_of(r"^\W*(?:section|annex|appendix|chapter|part|table) \S+ [a-z]+ (?=the \w)", re.I)
OF_SO_MANY = pattern_of(
    r"(?<=\d) (?:out )?of (?:the )?\d[\d,]*(?= [a-z])|(?<=[a-z]) \(\d[\d.]*\s?%\)(?= (?:who|that|which)\b)"
)
# "The 5 boats that carried oil".
THE_WHO = pattern_of(
    rf"^\W*(?:the|these|those) (?:{SMALL}|\d[\d,]*) (?P<noun>[a-z’'-]+(?: [a-z’'-]+)?) (?:who|that|which) (?P<what>.*)",
    re.I,
)
DID_NOT = pattern_of(
    rf"\W*(?:only |just )?(?:one|{SMALL}|\d+)(?: of (?:them|these|those))? (?:did|had|were|was|could|have) not\b", re.I
)
THEN = pattern_of(r"\b(?:before|until|since|yet|then|previous\w*|last|first|earlier|again)\b", re.I)
# "None had enough oil", and "the two with oil"; "none sank in the harbour", and "the two that sank at sea".
ENOUGH = pattern_of(r"\b(?:enough|sufficient\w*|adequate\w*|full|fully|in full)\b", re.I)
SANK_AT = pattern_of(
    r"\b(?:who|that|which) (?:(?:was|were|had|did|been) )*[a-z]+ (?:at|in|on|off|near|outside) (?:the |"
    r"our )?(?P<where>[a-z]+)",
    re.I,
)


def bare(text: str) -> str:
    """What is said of some, without where they are described and of how many they are."""
    return OF_SO_MANY.sub("", DESCRIBED.sub("", text))


def are_who(said: Whole, text: str) -> bool | None:
    """Whether those who are so are spoken of as known, "the 5 boats that carried oil"; None where none are."""
    who, wanted = THE_WHO.match(text), said.words - said.noun - FOUND
    if who and wanted and told(who["noun"]) & said.noun and wanted <= told(who["what"]):
        return says_no(who["what"]) == said.so
    return None


def did_not(said: Whole, text: str) -> bool:
    """ "Nine did not carry the flares", with all the words that are said of all."""
    wanted = said.words - said.noun - FOUND
    return said.so and len(wanted) > 1 and wanted <= told(text) and bool(DID_NOT.match(text)) and not THEN.search(text)


def is_less(said: Whole, text: str) -> bool:
    """Whether a clause tells of some that have less than what none has, or are elsewhere."""
    if ENOUGH.search(said.text) and not ENOUGH.search(text):
        return True
    placed = SANK_AT.search(text)
    return bool(placed and said.placed and not told(placed["where"]) <= said.placed)
