"""Counts over one whole with a slash, one of which is above it: "8/43, 37/43 and 45/43"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of

CODE = "above-slashed"
MESSAGE = "No count over a whole is above it."
GOOD = "We looked at 43 boats: ropes were sound on 8/43, sails on 37/43 and pumps on 35/43."
BAD = "We looked at 43 boats: ropes were sound on 8/43, sails on 37/43 and pumps on 45/43."

SLASHED = re.compile(r"(?<![\w/.,£$-])(?P<part>\d{1,5})/(?P<whole>\d{1,5})(?![\w/]|[.,]\d|-\w)")
# "43/41 rooms were clean": so many of those that are named, and what they did or were.
ALONE = pattern_of(
    r"(?:(?:^|[.;:,] )(?P<text>(?P<part>\d{1,4})/(?P<whole>\d{1,4})) (?:of the )?(?:[a-z-]+ ){0,2}?"
    r"(?:[a-z-]+s|people|children|staff|men|women) "
    r"(?:were|was|had|have|did|are|met|held|felt|knew|said|got|kept|came|[a-z]{2,}ed)\b|"
    # "It was missing in 43/41 rooms."
    r"(?: (?:in|on|by|for|from|at|with)|:) (?P<text2>(?P<part2>\d{1,4})/(?P<whole2>\d{1,4})) (?:[a-z-]+ )?"
    r"(?:[a-z-]+s|people|children|staff|men|women)(?=[.;,)]))",
    re.I,
)
# "31/29 boats were": of things that are told.
COUNTED = re.compile(
    r" [a-z’'-]+(?: [a-z’'-]+){0,2}? (?:were|was|had|have|did|carried|lacked|contained|showed|held|met|failed|passed)\b"
)
# "Log kept: 43/41.", "The log was kept in 43/41.": what is so, and nothing else.
HEADED = pattern_of(
    r"(?:(?:^|[.;!?] )(?P<head>(?-i:[A-Z])[a-z’'-]*(?:[ -][A-Za-z’'-]+){1,7}): |"
    r"\b(?:was|were) (?:[a-z]+ly )?(?:[a-z]{2,}ed|kept|held|given|made|sent|done|met|found|seen) (?:in|on|for|by) )"
    r"(?P<text>\d{2,4}/\d{2,4})(?=[.;,]?(?:\s|$)(?! ?(?-i:[a-z(])))",
    re.I,
)
NO_COUNT = pattern_of(
    r"\b(?:pressures?|bp|vision|sight|acuity|eyes?|ratio|scores?|odds|ref|references?|numbers?|no|nos|codes?|dates?|"
    r"years?|seasons?|periods?|sizes?|scale|readings?|version|edition|votes?|voting|results?|route|model|licence|"
    r"invoice|batch|lot|minute|report|dimensions?|grid|tyres?|lens|range|margin|cases?|files?|next|due|"
    r"decisions?|council|committee|board|cabinet|approved|resolutions?|items?|agenda|polic(?:y|ies)|grants?)\b",
    re.I,
)
# "Results by standard. A full log: 29/22.": counts, however far above.
RESULTS = pattern_of(r"\b(?:results? (?:by|of|for|against|were|are)|standards?|criteria|audit(?:ed)?|checked)\b", re.I)
LEAST = 12  # below it dates and marks are written so
PRESSURE = pattern_of(r"\bmm ?hg\b|\b(?:blood )?pressures?\b|\bsystolic\b", re.I)
YEARS = re.compile(r"(?:19|20)\d\d/\d\d(?:\d\d)?")
FEWEST, FAR = 2, 2


def check(context: Context) -> Iterator[Finding]:
    """Each paragraph with several counts over one whole."""
    for paragraph in context.document.paragraphs:
        if paragraph.text.count("/") < FEWEST:
            yield from _alone(paragraph)
            continue
        found = [each for each in SLASHED.finditer(paragraph.text) if not YEARS.fullmatch(each.group())]
        if len(found) < FEWEST:
            yield from _alone(paragraph)
            continue
        wholes = {each["whole"] for each in found}
        above = [each for each in found if int(each["part"]) > int(each["whole"])]
        if len(wholes) != 1 or len(above) != 1 or len(found) < FEWEST:
            continue
        yield _finding(paragraph, above[0].group(), above[0].start())


def _alone(paragraph: Paragraph) -> Iterator[Finding]:
    """One count over a whole with those that it counts behind it."""
    for each in ALONE.finditer(paragraph.text) if "/" in paragraph.text else ():
        text = each["text"] or each["text2"]
        counts = text.split("/")
        if (
            int(counts[0]) > int(counts[1]) > LEAST
            and not YEARS.fullmatch(text)
            and not PRESSURE.search(paragraph.text)
        ):
            yield _finding(paragraph, text, each.start())
            return
    for each in HEADED.finditer(paragraph.text) if "/" in paragraph.text else ():
        part, whole = map(int, each["text"].split("/"))
        # What is no count is far above, or goes by another name.
        results = RESULTS.search(paragraph.text, 0, each.start())
        near = whole > LEAST and whole < part <= whole * (2 if results else FAR) and not YEARS.fullmatch(each["text"])
        if near and (results or not NO_COUNT.search(each.group())) and not PRESSURE.search(paragraph.text):
            yield _finding(paragraph, each["text"], each.start("text"))
            return
    for each in SLASHED.finditer(paragraph.text) if "/" in paragraph.text else ():
        part, whole = int(each["part"]), int(each["whole"])
        told = COUNTED.match(paragraph.text, each.end()) and not PRESSURE.search(paragraph.text)
        if part > whole > LEAST and told and not YEARS.fullmatch(each.group()):
            yield _finding(paragraph, each.group(), each.start())


def _finding(paragraph: Paragraph, text: str, place: int) -> Finding:
    part, whole = text.split("/")
    why, slip = f"{part} is more than the {whole} that it is of", f"{CODE}/{paragraph.line}/{place}"
    return Finding(CODE, "wrong", paragraph.where, text, part, f"at most {whole}", why, slip, "likely")
