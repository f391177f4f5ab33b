"""What is said to be much the same everywhere, or to differ widely, against the figures told of each place."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import Listing, near, value_of
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage, stems

CODE = "spread"
MESSAGE = "What is said to be the same everywhere is so in the figures of each."
GOOD = "Support was consistent across the three halls: 71% in Ash, 74% in Elm and 70% in Oak."
BAD = "Support was consistent across the three halls: 71% in Ash, 38% in Elm and 70% in Oak."

ALIKE = pattern_of(
    r"\b(?:consistent(?:ly)?(?! (?:with|above|below|over(?! (?:the|this|these|all|both|time)\b)|under|high|low|"
    r"good|poor|better|worse|strong|weak|improv\w*|"
    r"r[io]s\w+|f[ae]ll\w*|the|more|less|met|in line|"
    r"advice|guidance|information|messages?|approach|support|care|feedback|views?|staff\w*)\b)|uniform(?:ly)?|"
    r"(?:much|about|broadly|roughly|largely|"
    r"almost|very nearly|"
    r"virtually) the same|similar(?:ly)?(?! to)|little changed|(?:hardly|scarcely|barely) (?:differ\w*|var\w+|"
    r"chang\w+|moved)|"
    r"little (?:variation|"
    r"difference|spread)|(?:did|do|does) (?:not|n't|n’t) (?:var|diff)\w+(?: much| greatly| materially| markedly)?|"
    r"var(?:y|ied|ies) (?:little|hardly|only slightly)|differ(?:ed|s)? (?:little|hardly|only slightly)|"
    r"even(?:ly spread)?(?= (?:between|across|among|over|throughout))|comparable|alike|no (?:real|great|marked|"
    r"material) "
    r"(?:difference|variation)|closely (?:grouped|bunched)|within a (?:narrow|small) (?:range|band)|held steady|"
    r"(?:been |remained |stayed |was |were )(?:broadly |fairly |largely )?(?:stable|steady))\b",
    re.I,
)
UNLIKE = pattern_of(
    r"\b(?:var(?:y|ied|ies) (?:widely|greatly|considerably|markedly|a great deal|enormously|sharply)|"
    r"differ(?:ed|s)? (?:widely|"
    r"greatly|considerably|markedly|sharply|a great deal)|(?:wide|great|marked|large|considerable|sharp) "
    r"(?:variations?|differences?|disparit(?:y|ies)|spread)|uneven|patchy|inconsistent|far from (?:uniform|even|"
    r"consistent))\b",
    re.I,
)
SCOPE = pattern_of(
    r"\b(?:across|between|among|amongst|by|over|between|from|through(?:out)?|everywhere|in (?:all|both|each|"
    r"every|the)|at (?:all|"
    r"both|each|every|"
    r"the)|from (?:one|\w+ to)|whatever|regardless|all|both|the (?:two|three|four|five|six|seven))\b|[:(]|, at (?=\d)",
    re.I,
)
DENIED = pattern_of(
    r"\b(?:not|no|never|less|in|n't|n’t|hardly|if|whether|far from|more|should|must|to be|from|nor)\s+(?:\w+ )?$", re.I
)
# "Similar in the sensitivity analysis": of another way of counting, and of no list of places.
RECKONED = pattern_of(
    r"[^.;:,]{0,50}?\b(?:in|under|with|at|between|across|by) (?:[a-z’'-]+ ){0,5}?(?:analys[ie]s|models?|sensitivity|"
    r"adjust\w+|estimates?|literature|(?:earlier|previous|other) (?:studies|surveys|audits|reports|work))\b",
    re.I,
)
EXCEPT = pattern_of(
    r"\b(?:except|apart from|other than|but|save|bar|outlier|although|though|until|before|than)\b", re.I
)
# "Fell consistently": all the time, and not everywhere alike.
MOVED = pattern_of(
    r"\b(?:fell|rose|fallen|risen|grew|dropped|climbed|(?:increas|decreas|improv|declin|worsen|reduc)\w+|"
    r"went (?:up|down)|"
    r"going (?:up|down)) $",
    re.I,
)
# What figures are called, whatever they are of; a number is no share.
GENERAL = pattern_of(
    r"\b(?:shares?|proportions?|percentages?|rates?|performance|compliance|results?|scores?|figures?|picture|pattern|levels?|"
    r"quality|outcomes?|grades?|marks?)\b|^\W*(?:it|this|that|they|these|those)\b",
    re.I,
)
NUMBER_OF = pattern_of(r"\b(?:numbers?|volumes?|counts?)\b", re.I)
COMMON = stems(
    "the a an was were is are has have had been remained stayed stood and of in at on for with all overall there"
)
OF_SHARE = pattern_of(
    r"\b(?:shares?|proportions?|percentages?|rates?|compliance|performance|adherence|attendance|uptake)\b", re.I
)
JOINED = pattern_of(
    r"\)?(?: (?:in|at|on|for) (?:the )?[^.;:()\d%]{2,30}?)?(?:,? (?:and|to|then)(?: [^.;:()\d%]{2,30})?|,) \(?", re.I
)
WIDE, NARROW, TWO = 15, 3, 2


def check(context: Context) -> Iterator[Finding]:
    """Each such statement beside a list of three or more shares, or of scores."""
    for paragraph in context.paragraphs_with(ALIKE, UNLIKE):
        for pattern, alike in ((ALIKE, True), (UNLIKE, False)):
            for found in pattern.finditer(paragraph.text):
                yield from _judged(paragraph, passage(paragraph.text), found, alike)


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str], alike: bool) -> Iterator[Finding]:
    at = read.sentence_at(found.start())
    sentence, start = read.sentence(at), read.starts[at]
    rest = read.text[found.end() : start + len(sentence)]
    if (
        DENIED.search(sentence[: found.start() - start])
        or EXCEPT.search(sentence)
        or RECKONED.match(read.text, found.end())
        or MOVED.search(read.text[: found.start()])
        or not (SCOPE.search(rest[:60] or ":") or SCOPE.search(sentence[: found.start() - start]))
    ):
        return
    lists = [each for each in near(read, at) if _suits(each, found) and _is_of(read, found, each)]
    pair = _pair(read, found) if alike and not lists else []
    if len(lists) != 1 and not pair:
        return
    values = pair or lists[0].values
    verdict = _verdict(values, alike)
    if verdict:
        shown = lists[0].shown if lists else " and ".join(f"{each:f}%" for each in values)
        why = f"{shown}: from {min(values):f} to {max(values):f}"
        slip = f"{CODE}/{paragraph.line}/{found.start()}"
        expected = "" if verdict == "ok" else "differs" if alike else "alike"
        yield Finding(CODE, verdict, paragraph.where, found.group(), found.group(), expected, why, slip, "likely")


def _is_of(read: Passage, found: re.Match[str], listing: Listing) -> bool:
    """Whether what is said to be the same is what a list in another sentence tells of, by its words or by none."""
    at = read.sentence_at(found.start())
    if listing.sentence == at:
        return True
    subject = read.text[read.starts[at] : found.start()]
    own = {each for each in stems(subject) if each.isalpha()} - COMMON
    named = own & stems(read.sentence(listing.sentence))
    return not NUMBER_OF.search(subject) and bool(named or GENERAL.search(subject) or not own)


def _pair(read: Passage, found: re.Match[str]) -> list[Decimal]:
    """ "The share hardly changed, from 77% to 31%": the two shares behind it, all that its sentence tells."""
    at = read.sentence_at(found.start())
    own = read.of_sentence(at)
    behind = len(own) == TWO and all(e.share and e.start >= found.end() for e in own)
    of_share = behind and OF_SHARE.search(read.text, read.starts[at], own[0].start)
    joined = of_share and JOINED.fullmatch(read.text, own[0].end, own[1].start)
    return [value_of(each) for each in own] if joined else []


def _suits(listing: Listing, found: re.Match[str]) -> bool:
    apart = listing.start >= found.end() or listing.end <= found.start()
    return apart and len(listing.items) > 2 and listing.is_share


def _verdict(values: list[Decimal], alike: bool) -> Verdict | None:
    """None where it hangs on what one calls alike."""
    spread = max(values) - min(values)
    if spread >= WIDE:
        return "wrong" if alike else "ok"
    if spread <= NARROW:
        return "ok" if alike else "wrong"
    return None
