"""Paragraphs in plainer words: without what is set in between figures and claims nothing of them.

"Fell from 52% in the first round (n = 74) to 66% in the second" is read as "fell from 52% in the first round to 66% in
the second". A finding that the plainer words give stands where the paragraph itself gave none.
"""

import re
from dataclasses import replace
from functools import partial

from looped.checker.document import Document, Paragraph
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.phrases import IN_ALL
from looped.checker.prose import NUMBER

OF_ANY_COUNTS = frozenset(("so-many-each", "weighed-mean"))
SPREAD = r"(?: [a-z]+)?\s?[(\[](?:SD|s\.d\.|standard deviation|IQR|interquartile range|SE)\b"
SIZE = pattern_of(r"\bn ?= ?\d", re.I)
BEHIND_SHARE = re.compile(r"%[^%.;:\d]{0,40}$")
SET_IN = (
    # How many were asked, how widely figures lay, where more is to be read.
    pattern_of(r"(?<=[a-z%])\s?[(\[](?:n|N) ?= ?[\d,]+[)\]]"),
    pattern_of(r"\s?[(\[](?:SD|s\.d\.|standard deviation|IQR|interquartile range|SE)\b[^()\[\]]*[)\]]"),
    pattern_of(
        r"\s?[(\[](?:see|cf\.?|ref(?:erence)?|form|policy|procedure|protocol|table|figure|annex|appendix|section|"
        r"chapter|"
        r"paragraph|item|page|version|project|standard|regulation|guideline)\b[^()\[\]]*[)\]]",
        re.I,
    ),
    # "Of the 25 recommendations in our 2024 report".
    pattern_of(
        r" (?:in|of|from) (?:our|the|its|their|this) (?:19|20)\d\d (?:report|audit|survey|review|inspection)(?= |,)"
    ),
    # "An increase of £73,000 or 11.9%", "300 in all": said once more in another way.
    pattern_of(r"(?P<kept>£\d[\d,.]*\d(?: million|k)?),? or \d+(?:\.\d+)?%(?=[.,;]|$)"),
    pattern_of(rf", {NUMBER}(?: [a-z]+)? (?:{IN_ALL})(?=,)", re.I),
    # "None was counted twice": said of a list, and no part of it.
    pattern_of(
        r"(?:[;,] (?:and )?| \()(?:none|no(?: one|body)?(?: [a-z]+)?|each|all)(?: (?:of (?:them|these)|one))? ?"
        r"(?:is|was|were|are|being|has been|have been)? ?counted (?:twice|more than once|(?:only |just )?once)\)?"
        r"(?=[.;])",
        re.I,
    ),
    # "Chaired by so and so", "which echoes what was said": of no figure.
    pattern_of(
        r" (?:chaired|led|run|headed|written|drawn up) by (?:Mrs?|Ms|Dr)?\.? ?(?:[A-Z]\. ?)?[A-Z][a-z’'-]+(?= )"
    ),
    pattern_of(r", which (?:echoes|reflects|matches|mirrors|is in line with|agrees with|fits)[^.;:,\d]*(?=\.)"),
)

NUMBER_SAID = r"(?P<n>[£$€]?\d[\d,]*(?:\.\d+)?(?:\s?%| per cent)?(?: (?:days|weeks|hours|minutes|points))?)"
ANY = (
    r"(?P<where>[^.;:,()\d]{0,30}?) (?P<prep>in|at|on|for|by) any (?:of the |one |single |of our )?"
    r"(?P<what>[a-z]+?)s?\b"
)
NOT = r"(?:did|does|has|had|have|do|was|were) ?(?:not|n[’']t)"
# "Did not fall below 80% in any month": it was at or above 80% in every month.
REWORDED = (
    (
        pattern_of(
            rf"\b{NOT} (?:once )?(?:f[ae]ll|fallen|drop(?:ped)?|dip(?:ped)?|go|gone|slip(?:ped)?|s[iu]nk) "
            rf"(?:below|under) {NUMBER_SAID}{ANY}",
            re.I,
        ),
        r"was at or above \g<n>\g<where> \g<prep> every \g<what>",
    ),
    (
        pattern_of(
            rf"\b{NOT} (?:once )?(?:exceed(?:ed)?|(?:r[io]se|risen|go|gone|climb(?:ed)?) (?:above|over)) "
            rf"{NUMBER_SAID}{ANY}",
            re.I,
        ),
        r"was at or below \g<n>\g<where> \g<prep> every \g<what>",
    ),
)
OTHER = pattern_of(
    r"\b(?:last|previous|earlier|before|should|must|would|if|(?:19|20)\d\d)\b|\b(?:in|at|on|for|among) (?:the )?[a-z]",
    re.I,
)
OF_WHAT = pattern_of(r"\b(?:figures?|results?|scores?|rates?|shares?) (?:for|of) (?:the )?(?P<what>[a-z]+)", re.I)


def plainer(document: Document) -> list[tuple[Paragraph, Paragraph]]:
    """The paragraphs that have something set in, each with itself in plainer words.

    >>> shorter("It fell from 52% (n = 74) to 66% (n = 50).")
    'It fell from 52% to 66%.'
    >>> shorter("It did not fall below 80% in any of the months.")
    'It was at or above 80% in every month.'
    """
    pairs = ((each, shorter(each.text)) for each in document.paragraphs)
    return [(each, replace(each, text=text)) for each, text in pairs if text != each.text]


def shorter(text: str) -> str:
    """A text without what is set in."""
    for pattern in SET_IN:
        text = pattern.sub(partial(_kept, text), text)
    for pattern, plain in REWORDED:
        text = pattern.sub(partial(_reworded, text, plain), text)
    return text


def _reworded(text: str, plain: str, found: re.Match[str]) -> str:
    """What is said of every one of several in plainer words; not of another time, place or thing than the figures."""
    lead = text[text.rfind(". ", 0, found.start()) + 1 : found.start()]
    of = OF_WHAT.search(text)
    other = OTHER.search(lead) or (of and of["what"].lower() not in lead.lower())
    return found.group() if other else found.expand(plain)


def _kept(text: str, found: re.Match[str]) -> str:
    """What is left of something set in: all of a number asked that no share stands before, for it may be the whole."""
    sentence = text[text.rfind(". ", 0, found.start()) + 1 : found.start()]
    if SIZE.search(found.group()) and not BEHIND_SHARE.search(sentence):
        return found.group()
    return found.groupdict().get("kept") or ""


def quoted(finding: Finding, text: str) -> Finding | None:
    """A finding on plainer words with a quote that stands in the text itself; None where none does.

    A mean with how widely its figures lay is of these, and of no two counts that stand near it.
    """
    if finding.code in OF_ANY_COUNTS and re.search(rf"{re.escape(finding.stated)}{SPREAD}", text):
        return None
    if finding.quote in text:
        return finding
    if finding.stated and finding.stated in text:
        return replace(finding, quote=finding.stated)
    words = finding.quote.split()
    for size in range(len(words) - 1, 2, -1):
        if (start := " ".join(words[:size])) in text:
            return replace(finding, quote=start)
    said = next((found for pattern, _ in REWORDED if (found := pattern.search(text))), None)
    return replace(finding, quote=said.group()) if said and " every" in finding.quote else None
