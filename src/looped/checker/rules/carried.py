"""What is said to have been carried had more votes for it than against it, and what was lost had not."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import SENTENCE, worded
from looped.checker.quieting import SPELT

CODE = "carried"
MESSAGE = "What was carried had more for it than against it, and what was lost had not."
GOOD = "The motion was carried: 27 members voted for it and 24 against."
BAD = "The motion was carried: 24 members voted for it and 27 against."

NUMBER = rf"(?:\d[\d,]*|{SPELT})"
WHO = r"(?:(?!(?:of|more|fewer|to|and|for|against|yes|no)\b)[a-z’'-]+ ){0,3}?"
FOR = (
    r"(?:(?:voted|voting|said|saying|spoke|were|was|being|came out|answered|declared) )?(?:for\b|in (?:its )?favour|"
    r"yes|"
    r"aye|support(?:ed|ing)|back(?:ed|ing)|agreed|approved)"
)
AGAINST = (
    r"(?:(?:voted|voting|said|saying|spoke|were|was|being|came out|answered|declared) )?(?:against\b|no\b|nay|"
    r"oppos(?:ed|ing)|"
    r"objected|rejected|disagreed)"
)
IT = r"(?: (?:it|this|them|the (?:[a-z]+ ){0,2}[a-z]+|closing|closure|change))?"
PAIR = pattern_of(
    rf"\b(?P<for>{NUMBER}) {WHO}{FOR}{IT}(?:,? and|,| but|, with|;)? (?:with |only |just )?(?P<against>{NUMBER}) "
    rf"{WHO}{AGAINST}|"
    rf"\b(?P<against2>{NUMBER}) {WHO}{AGAINST}{IT}(?:,? and|,| but|, with|;)? (?:with |only |just )?(?P<for2>{NUMBER}) "
    rf"{WHO}{FOR}|"
    rf"\bby (?P<won>{NUMBER})(?: votes?)? to (?P<fewer>{NUMBER})(?: votes?)?(?=[.,;)]| with\b)",
    re.I,
)
WON = pattern_of(
    r"\b(?:carried|passed|approved|adopted|agreed(?! \d)|accepted|backed (?:the|it|a|this)|won|majority (?:was |were )?"
    r"(?:in favour|for)|(?:most|more) (?:[a-z]+ )?(?:were|was|spoke|came out) (?:in favour|for)|majority in favour|"
    r"endorsed|went through|went (?:in favour|for))\b",
    re.I,
)
LOST = pattern_of(
    r"\b(?:rejected (?:the|it|a|this)|(?:was|were|been) (?:[a-z]+ )?(?:rejected|lost|defeated|turned down|refused|"
    r"thrown out|voted down)|fell(?=[:,;.])|not carried|(?:most|more|majority) (?:[a-z]+ )?(?:were|was|came out|spoke|"
    r"voted) against|majority against|did not pass|went against)\b",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:although|though|despite|but(?! \d)|two[- ]thirds|three[- ]quarters|casting|weighted|quorum|simple|needed|"
    r"required|if|whether|would|should|threshold|veto|block|proxy|proxies|tied?|round|first|second|yet|however)\b|%",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with one outcome and one pair of votes, the outcome in the sentence before too."""
    for paragraph in context.paragraphs_with(PAIR):
        told = list(PAIR.finditer(paragraph.text))
        if len(told) == 1:
            yield from _judged(paragraph, told[0])


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    low, high = _around(paragraph.text, found.start(), found.end())
    words = paragraph.text[low:high]
    rest = f"{paragraph.text[low : found.start()]} … {paragraph.text[found.end() : high]}"
    won, lost = list(WON.finditer(rest)), list(LOST.finditer(rest))
    if len(won) + len(lost) != 1 or ELSE.search(words):
        return
    first, second = (_number(found, *names) for names in (("for", "for2", "won"), ("against", "against2", "fewer")))
    # "Rejected by 31 votes to 26": the greater number is told first, whichever won.
    is_won = bool(won) or found["won"] is not None
    right = first > second if is_won else first <= second
    said = (won or lost)[0].group()
    why = f"{first} for it and {second} against; the text says “{said}”"
    if found["won"] is not None:
        why = f"{first} to {second}: the fewer are told first; the text says “{said}”"
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    quote = found.group()
    yield Finding(CODE, verdict, paragraph.where, quote, said, "" if right else "not so", why, slip, "likely")


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence of the votes begins and ends."""
    cuts = [each.end() for each in SENTENCE.finditer(text)]
    return max((n for n in cuts if n <= start), default=0), min((n for n in cuts if n >= end), default=len(text))


def _number(found: re.Match[str], *names: str) -> int:
    text = next(found[name] for name in names if found[name])
    return int(text.replace(",", "")) if text[0].isdigit() else worded(text)
