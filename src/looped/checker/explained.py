"""Who bears out whom: what one rule finds right, rules that read a part of the same don't call wrong.

Every such pair stands in one of two tables. By a figure: the one finds it right in its place, so the other's sum is of
something else. By words: the one finds a statement right that the other reads with fewer figures.
"""

import re
from collections.abc import Iterable, Sequence

from looped.checker.document import Where
from looped.checker.finding import Finding
from looped.checker.traits import GAPS, PLAIN

BY_NAME = "order-by-name"
OF_SUMS = frozenset(
    ("above-whole", "split", "parts-of-whole", "sum-accounted", "told-total", "mean-told", "mean-of-two", "averaged")
    + ("weighed-sum", "weighed-rest")
)
OF_RANKS = frozenset(("order-first", "foremost"))
# Rules that read all figures of a statement as one sum or product.
WHOLE_STATEMENTS = frozenset(
    ("concluded", "came-and-went", "so-many-each", "of-figures", "closed-list", "tallied-mean")
    + ("what-remains", "closed-account", *PLAIN)
)
ADDED = OF_SUMS | WHOLE_STATEMENTS
BY_FIGURE = (
    (WHOLE_STATEMENTS, OF_SUMS),
    # What is first in each of several lists, and in one reading not in all of them together.
    ({"held-first"}, OF_RANKS),
    # A total, which all rows but those that are no parts make.
    ({"sheet-sum"}, {"sheet-worked"}),
    # How far two are apart that are named.
    ({BY_NAME}, GAPS),
    # "154, of which 63 and 34 went, leaving 57": not of two of the three figures alone.
    (
        {"counted-out"},
        {"left-plainly", "came-and-went", "what-remains", "rest-accounted", "two-parts", "concluded", "taken-away"},
    ),
)
# A rest, with all the shares before it.
BY_REST = (({"share-left"}, {"shares-of-all", "shares-divided", "told-total"}),)
BY_WORDS = (
    # What a list's names bear out, nearness doesn't call wrong.
    ({"foremost"}, {"order-first"}),
    # Nor what is borne out by the figures of each at every time, or of each that has a name.
    ({"year-after-year", "order-named", BY_NAME}, OF_RANKS),
    ({BY_NAME}, {"steps", "year-after-year", "series-ahead", "compared", "held-first"}),
)
FIGURE = re.compile(r"\d[\d.,]*\d|\d")
Ways = Iterable[tuple[Iterable[str], Iterable[str]]]


def not_explained(found: Sequence[Finding]) -> list[Finding]:
    """Without what is amiss of a figure, or of a rest, in one reading and right in one that takes more with it."""
    right: dict[tuple[str, Where, str], list[Finding]] = {}
    for each in found:
        if each.verdict == "ok":
            right.setdefault((each.code, each.where, each.stated), []).append(each)
    explained = [
        each
        for each in found
        if each.verdict == "ok"
        or not any(
            _shares_figures(each, other)
            for code in _by(each, BY_FIGURE)
            for other in right.get((code, each.where, each.stated), ())
        )
    ]
    return without_borne_out(explained, BY_REST)


def _shares_figures(finding: Finding, other: Finding) -> bool:
    """Whether two sums tell a figure beside the stated one in common.

    "412 less 172 leaves 240" says nothing of "97, 87 and 62 of the 240": the whole is right, and a part of it wrong.
    """
    if not {finding.code, other.code} <= ADDED:
        return True
    one, two = ({*FIGURE.findall(each.why)} - {*FIGURE.findall(each.stated)} for each in (finding, other))
    return not one or not two or bool(one & two)


def without_borne_out(found: Sequence[Finding], ways: Ways = BY_WORDS) -> list[Finding]:
    """Without what is wrong of words that another rule finds right, by the pairs of a table."""
    right: dict[tuple[str, Where], list[str]] = {}
    for each in found:
        if each.verdict == "ok":
            right.setdefault((each.code, each.where), []).append(each.quote)
    return [
        each
        for each in found
        if each.verdict not in ("wrong", "rounding")
        or not any(_says(each, words) for code in _by(each, ways) for words in right.get((code, each.where), ()))
    ]


def _says(finding: Finding, words: str) -> bool:
    """Whether a finding's words are those, or stand within them, or hold them."""
    return words in finding.quote or finding.quote in words


def _by(finding: Finding, ways: Ways) -> set[str]:
    """The rules that bear out what the rule of a finding reads."""
    return {code for codes, others in ways if finding.code in others for code in codes}
