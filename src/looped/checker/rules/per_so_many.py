"""A rate on a hundred or a thousand of what was counted right before it: "88 faults over 400 visits, or 22 in
every 100"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.numbers import DIGITS
from looped.checker.patterns import pattern_of

CODE = "per-so-many"
MESSAGE = "A rate on so many is the count over the number told with it."
GOOD = "With 84 leaks over 400 dives, the club had 21 leaks for every 100 dives."
BAD = "With 84 leaks over 400 dives, the club had 27 leaks for every 100 dives."

SAID = pattern_of(
    rf"(?<![\w.,£/-])(?P<n>{DIGITS}) (?P<what>[a-z’'-]+(?: [a-z’'-]+){{0,3}}?) (?:over|in|from|across|during|on|"
    rf"out of|to|for|"
    rf"among|at) (?:the |these |our |a total of |some )?(?P<m>{DIGITS}) (?P<of>[a-z’'-]+(?: "
    rf"[a-z’'-]+)?)\b(?: \d{{1,2}}(?: (?:or|and) over)?)?(?P<gap>[^;:\d]{{0,90}}?)"
    rf"(?<![\w.,£/-])(?P<rate>(?:{DIGITS})(?:\.\d+)?)(?P<things>(?: [a-z’'-]+){{0,3}}?) (?:per|(?:for|in|to|out of|on) "
    rf"(?:every|each))"
    r" (?P<unit>100,000|10,?000|1,?000|100|hundred|thousand)(?: (?P<per>[a-z’'-]+(?: [a-z’'-]+)?))?\b",
    re.I,
)
# "11.6 per 1,000 boats under sail (393 losses; 33,851 boats under sail)".
BEHIND = pattern_of(
    rf"(?<![\w.,£/-])(?P<rate>(?:{DIGITS})(?:\.\d+)?)(?P<things>(?: [a-z’'-]+){{0,3}}?) (?:per|(?:for|in|to|out of|on) "
    r"(?:every|each)) "
    r"(?P<unit>100,000|10,?000|1,?000|100|hundred|"
    r"thousand)(?: (?P<per>[a-z’'-]+(?: [a-z’'-]+)?)(?: [a-z0-9’' -]{0,30})?)?"
    rf"(?: \(|: | [–—-] |, (?:that is,? |based on |from |i\.e\. ))(?P<n>{DIGITS}) (?P<what>[a-z][a-z’' -]{{2,40}}?)"
    rf"(?:;|,|,? and| among| in| from| of| out of| over| to) (?:(?:the|our|some|all|an?|population|total|of) )*"
    rf"(?P<m>{DIGITS}) (?P<of>[a-z’'-]+(?: [a-z’'-]+)?)\b",
    re.I,
)
ELSE = pattern_of(
    r"\b(?:national\w*|regional|target|expected|than|against|compared|was once|previous\w*|last|earlier|other|whole|"
    r"adjusted|weighted|standardi[sz]ed)\b|[.](?=\s)",
    re.I,
)
UNITS = {"hundred": 100, "thousand": 1000}
HALF = Fraction(1, 2)


def check(context: Context) -> Iterator[Finding]:
    """Each such rate in the sentence of its two counts."""
    for paragraph in context.paragraphs_with(BEHIND):
        for found in BEHIND.finditer(paragraph.text):
            if not ELSE.search(found.group()) and _is_of_one(found) and found["m"].strip("0,"):
                yield _judged(paragraph, found)
    for paragraph in context.paragraphs_with(SAID):
        for found in SAID.finditer(paragraph.text):
            if not ELSE.search(found["gap"]) and _is_of_one(found) and found["m"].strip("0,"):
                yield _judged(paragraph, found)


def _is_of_one(found: re.Match[str]) -> bool:
    """Whether it is on the very things that were told before it, or on none by name."""
    told = {stem(word) for word in found["of"].lower().split()}
    things = (found.groupdict().get("things") or "").lower().split()
    # "14 serious leaks": of some of those that were counted.
    if (
        len(things) > 1
        and not {stem(word) for word in things} <= {stem(w) for w in found["what"].lower().split()} | told
    ):
        return False
    return not found["per"] or bool(told & {stem(word) for word in found["per"].lower().split()})


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Finding:
    count, base = (int(found[side].replace(",", "")) for side in "nm")
    unit = UNITS.get(found["unit"].lower()) or int(found["unit"].replace(",", ""))
    rate = found["rate"].replace(",", "")
    step = Fraction(1, 10 ** len(rate.partition(".")[2]))
    exact = Fraction(count * unit, base)
    verdict: Verdict = "ok" if abs(exact - Fraction(rate)) <= step * HALF else "wrong"
    why = f"{count} in {base} is {float(exact):.4g} per {unit}, printed as {rate}"
    slip = f"rate/{paragraph.line}/{found.start('rate')}"
    quote = paragraph.text[found.start("rate") : found.end()]
    return Finding(CODE, verdict, paragraph.where, quote, rate, f"{float(exact):.4g}", why, slip, "likely")
