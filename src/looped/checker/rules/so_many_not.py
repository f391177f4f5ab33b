"""All or none of a number, and right behind it so many of that number otherwise: "all 48 had a bell; six of the 48
lacked one"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.item_names import stems_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, worded
from looped.checker.quantified import HEDGED, WISHED

CODE = "so-many-not"
MESSAGE = "What is said of all or of none of a number is denied of none of that number right behind it."
GOOD = "All 48 boats carried a bell. None of the 48 lacked one."
BAD = "All 48 boats carried a bell. Six of the 48 lacked one."

# What parts the two: the end of a sentence, a mark, a bracket.
GAP = r"(?:[.;:]\s+(?:however, |but |yet )?|,? (?:but|and|though|although|while|yet) |,? ?\(|\s[–—]\s)"
OF = r"(?:of|out of) (?:the |these |those |our |all )*"
BY_NOW = r"(?:,? however,?)?"
ENDS = r"(?=[.;,)]|$)"
IT = r"(?:one|it|this|that|them|any|theirs)"
HAVE = r"(?:have|hold|carry|contain|include|show|bear|give|get|keep|wear)"
SAID = r"(?P<said>[^.;:()]{5,160}?)"
BEGINS = r"(?:^|(?<=[.;:] )|(?<=\bthat ))"
WHOSE = rf"(?: single| one)?(?: of)?(?: the| these| our| its)? (?P<n>{NUMBER}) "
SO_MANY = rf"(?P<k>{NUMBER}) {OF}(?P=n)(?: (?!had|has|have|did|were|was|lacked|refused)[a-z’'-]+){{0,2}}{BY_NOW} "
ALL = pattern_of(
    rf"{BEGINS}(?:all|each|every){WHOSE}{SAID}{GAP}{SO_MANY}"
    rf"(?:(?:lacked|were missing|were without|was without|had lost|did not {HAVE}) {IT}|(?:had|have|held|carried|gave|"
    r"contained|showed|bore) (?:none|neither)|(?:did|were|had|was|have|has|are|could|would) not|"
    r"(?:refused|declined|failed)(?: (?:it|this|that|to do so))?|"
    # What all have done once more: "agreed to be filmed; five of the 48 refused to be filmed".
    r"(?:refused|declined|failed|had no|lacked|were not|did not|had not|have not|did not agree) "
    rf"(?P<tail>[a-z][^.;:(),]{{3,100}}?)){ENDS}",
    re.I,
)
# "The appendix marks 7 of the 22", "in the annex, 7 of the 22 are listed".
PLACE = r"(?:appendix|annex|table|log|list|register|schedule|database|file|record|chart|figure|section|box)"
WHERE = rf"(?:the |our |an? )?{PLACE}(?: (?-i:[A-Z]|\d+)[a-z]?)?"
SHOWS = r"(?:marks|lists|shows|records|gives|has|flags|names|identifies|notes|reports|puts|logs|codes|classes) "
ARE = r"(?: (?:are|were|is) (?:listed|marked|shown|recorded|given|flagged|named|noted|logged|coded))?"
FAULT = (
    r"(?:(?:this|that|such an?|the same) (?:fault|defect|error|issue|problem|failing|failure|exception|concern|"
    r"weakness|"
    r"gap|finding|lapse|flaw|omission|slip|breach)|one)"
)
NONE = pattern_of(
    rf"{BEGINS}(?:none|not one){WHOSE}{SAID}{GAP}(?:{SO_MANY}(?:did|were|was|had|have|has)(?: so)?{ENDS}|"
    rf"(?:{WHERE} {SHOWS}|in {WHERE},? ){SO_MANY.replace('<k>', '<k2>').removesuffix(' ')}{ARE} "
    rf"(?:(?P<no>without|lacking)|with|as having|having|for|as showing) (?:{FAULT}|(?P<again>an? [a-z’' "
    rf"-]{{3,60}}?)){ENDS}|"
    rf"(?:{WHERE} {SHOWS}|in {WHERE},? ){SO_MANY.replace('<k>', '<k3>').removesuffix(' ')}{ARE} as "
    rf"(?:being )?(?P<called>[a-z-]{{4,}}){ENDS}|"
    # "The log shows two late crews".
    rf"(?:{WHERE} {SHOWS}|there were )(?P<k4>{NUMBER}) (?P<such>[a-z-]{{3,}} [a-z’'-]+s){ENDS})",
    re.I,
)
# "No boat sailed without a permit: 4 of 40 boats had none".
WITHOUT = pattern_of(
    rf"{BEGINS}(?:no|not one|nobody|no one)\b(?P<said>[^.;:()]{{3,90}}? without (?:an? |its |their |the |any )?"
    rf"(?P<what>[^.;:(),]{{3,60}}?)|[^.;:()]{{8,120}}?){GAP}(?P<k>{NUMBER}) {OF}(?P<n>{NUMBER})(?: (?!had|has|"
    rf"have|did|were|"
    rf"was|lacked)[a-z’'-]+){{0,2}}{BY_NOW} (?P<did>(?:lacked|were without|was without|did not {HAVE}) {IT}|had none|"
    rf"(?:had no|lacked an?|lacked|were without an?) (?P<tail>[a-z][^.;:(),]{{2,60}}?)|did(?: so)?){ENDS}",
    re.I,
)
# "All were offered a berth; five declined", "all were sent a form; six did not": of what they were to do.
OFFERED = pattern_of(r"\b(?:offered|asked|invited|sent|called|told|urged|advised|encouraged|given)\b", re.I)
WOULD_NOT = pattern_of(r"\b(?:refused|declined|failed|(?:did|would|could|had|have) not)(?: [a-z]+)*$", re.I)
LACKS = pattern_of(r"\b(?:lack\w*|without|miss\w*|fail\w*|no|not|never)\b|n[’']t\b", re.I)
# Said of what ought to be, of now or of most, or of one thing or another.
NOT_SO = pattern_of(
    r"\b(?:should|must|will|would|may|might|could|expected|required|supposed|now|if|or|but|except|bar|apart|other|last|"
    r"nearly|almost|at least|previous\w*|since)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such pair in a paragraph."""
    for paragraph in context.paragraphs_with(ALL):
        for found in ALL.finditer(paragraph.text):
            bare = not found["tail"] and OFFERED.search(found["said"]) and WOULD_NOT.search(found.group())
            if not bare and not LACKS.search(found["said"]) and _says_again(found["tail"], found["said"]):
                yield from _judged(paragraph, found, "all")
    for paragraph in context.paragraphs_with(NONE):
        for found in NONE.finditer(paragraph.text):
            if _is_fault(found):
                yield from _judged(paragraph, found, "none")
    for paragraph in context.paragraphs_with(WITHOUT):
        for found in WITHOUT.finditer(paragraph.text):
            if _is_without(found):
                yield from _judged(paragraph, found, "none")


def _says_again(tail: str | None, said: str) -> bool:
    """Whether what some didn't is what all are said to have done, to the last word."""
    return tail is None or f" {said}".lower().endswith(f" {tail}".lower())


def _is_fault(found: re.Match[str]) -> bool:
    """Whether what some are listed with is what none is said to have: "with one", "with a crack", "as having this"."""
    again = found["again"] or found["called"] or found["such"]
    if again and not stems_of(again) <= stems_of(found["said"]):
        return False
    if found["such"] and not stems_of(found["such"].split()[0]) & stems_of(found["said"].split(maxsplit=1)[-1]):
        return False
    return bool(found["no"]) <= bool(LACKS.search(found["said"]))


def _is_without(found: re.Match[str]) -> bool:
    """Whether what some lacked is what none was without; "did so" is of anything that nobody did."""
    if found["did"].lower().startswith("did") and " not " not in found["did"]:
        return True
    if not found["what"]:
        return False
    return not found["tail"] or stems_of(found["tail"]) <= stems_of(found["what"])


def _judged(paragraph: Paragraph, found: re.Match[str], said: str) -> Iterator[Finding]:
    before = paragraph.text[max(0, found.start() - 60) : found.start()]
    groups = found.groupdict()
    text = next(groups[each] for each in ("k", "k2", "k3", "k4") if groups.get(each))
    count, size = worded(text), worded(found["n"])
    if HEDGED.search(before) or WISHED.search(before) or NOT_SO.search(found["said"]) or not 0 < count <= size:
        return
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    quote, why = found.group().strip(" .;,("), f"{count} of the {size} are told to be otherwise"
    yield Finding(CODE, "wrong", paragraph.where, quote, said, f"{count} of {size}", why, slip, "likely")
