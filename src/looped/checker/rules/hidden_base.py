"""A count with a share whose base stands elsewhere: earlier in the sentence, the paragraph or the section."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from looped.checker.claims import Claim, Sentence
from looped.checker.context import Context
from looped.checker.finding import Certainty, Finding, Verdict
from looped.checker.grid import Grid
from looped.checker.numbers import DIGITS, WORDS, Percent, fits, near, percent, rounded, share, truncated, whole
from looped.checker.quantities import quantities_in

CODE = "hidden-base"
MESSAGE = "A share without a base in its brackets fits the base that was named before it."
GOOD = "We saw 104 patients, of whom 61 (58.7%) were women."
BAD = "We saw 104 patients, of whom 61 (68.7%) were women."

STATED = re.compile(
    r"(?:\bof (?:the |these |those |all |our |its |a total of )*|\ba total of |\bn\s*=\s*|\ball |"
    r"\bsample of |\bin (?:all|total),? |"
    r"\bfrom |\bamong(?:st)? (?:the |all )?|\bthe )$",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each count with a share and no base, paragraph by paragraph."""
    section_bases: dict[str, list[int]] = {}
    for paragraph, group in groupby(context.sentences, key=lambda sentence: sentence.paragraph):
        bases: list[int] = []
        for sentence in group:
            yield from _sentence(context, sentence, bases, section_bases.get(paragraph.section, []))
            yield from _of_whom(sentence)
            bases += _named(sentence)
        section_bases.setdefault(paragraph.section, []).extend(bases)


def _sentence(context: Context, sentence: Sentence, paragraph: list[int], section: list[int]) -> Iterator[Finding]:
    hidden = [claim for claim in sentence.claims if claim.count is not None and claim.percent and not claim.base]
    if not hidden:
        return
    own = _named(sentence)
    counts = [claim.count or 0 for claim in hidden]
    summed = [sum(counts)] if len(counts) > 1 else []
    elsewhere = [*section, *context.totals.values(), *_table_bases(context, sentence)]
    for claim in hidden:
        yield from _judged(sentence, claim, own, paragraph, [*summed, *elsewhere, *counts])


NO_COUNT = re.compile(r"\b(?:under|over|aged|ages?|below|above|than|between|least|most|to)\s+$", re.I)
OF_WHOM = re.compile(
    rf"(?:\b(?P<m>{DIGITS})\b(?:\s+[a-z’'-]+){{1,4}},? (?:of|among) (?:whom|which|these|them),? |"
    rf"^(?:of|among) (?:the |these |all |our )?(?P<whole>{DIGITS})\b[^.;:()\d]{{0,50}}, )(?P<n>{DIGITS}|{WORDS})\b"
    rf"(?P<words>[^.;:()\d]{{0,70}}?)\((?P<p>\d+(?:\.\d+)?)\s?%\)",
    re.I,
)


def _of_whom(sentence: Sentence) -> Iterator[Finding]:
    """ "46 staff, of whom 12 are on leave (26%)": the words between may be a whole clause."""
    for found in OF_WHOM.finditer(sentence.text):
        count, base, stated = whole(found["n"]), whole(found["m"] or found["whole"]), percent(found["p"])
        if any(claim.start <= found.start("n") < claim.end for claim in sentence.claims):
            continue
        if count is not None and base and count <= base:
            claim = Claim(found.group(), found.start("n"), found.end(), count, None, stated)
            verdict: Verdict = (
                "ok" if fits(count, base, stated) else "rounding" if near(count, base, stated) else "wrong"
            )
            yield _finding(sentence, claim, verdict, base, "certain")


def _named(sentence: Sentence) -> list[int]:
    """Whole numbers of a sentence that may be a base: any count that isn't a year or a share."""
    found = [q for q in quantities_in(sentence.text) if q.unit == "" and q.step == 1 and not q.is_year]
    return [int(each.value) for each in found if each.value > 1]


def _table_bases(context: Context, sentence: Sentence) -> list[int]:
    """Totals and bases of the tables of the document."""
    found: list[int] = []
    for grid in context.grids:
        found += [base for base in grid.bases if base]
        for column in range(len(grid.columns)):
            counts = [count for count in grid.counts(column) if isinstance(count, int)]
            found += [sum(counts), *([c] if (c := _cell(grid, column)) else [])]
    return found


def _cell(grid: Grid, column: int) -> int | None:
    """What a total row prints for a column."""
    count = grid.values[grid.total][column].count if grid.total is not None else None
    return count if isinstance(count, int) else None


def _judged(
    sentence: Sentence, claim: Claim, own: list[int], paragraph: list[int], others: list[int]
) -> Iterator[Finding]:
    assert claim.count is not None
    assert claim.percent
    count, printed = claim.count, claim.percent
    if NO_COUNT.search(sentence.text[: claim.start]):
        return
    # Whatever is 100% of it is the base.
    wholes = [each.count for each in sentence.claims if each.percent and each.percent.value == 100 and each.count]
    before = _bases_before(sentence, claim) or [each for each in wholes if each > count]
    candidates = [base for base in (*own, *paragraph, *others) if base >= count and base > 0]
    right = next(
        (base for base in candidates if fits(count, base, printed) and (base != count or own.count(count) > 1)), 0
    )
    if right:
        yield _finding(sentence, claim, "ok", right, "certain")
        return
    told = {each.count for each in sentence.claims if each.percent and each is not claim}
    alone = _alone([base for base in own if base not in told or base in before], count)
    stated = next(iter([*before, *_linked(sentence, claim), *alone, *_likely(paragraph, count)]), None)
    if stated is None or (count == 0 and printed.value == 0):
        return
    loose = truncated(count, stated, printed) or near(count, stated, printed)
    certainty: Certainty = "certain" if before else "likely"
    yield _finding(sentence, claim, "rounding" if loose else "wrong", stated, certainty)


def _bases_before(sentence: Sentence, claim: Claim) -> list[int]:
    """Bases named as such before the claim in its sentence, or behind it in words of a whole; the nearest first."""
    found: list[int] = []
    for each in quantities_in(sentence.text):
        inside = any(other.start <= each.start < other.end for other in sentence.claims if other.percent)
        if each.unit or each.is_year or each.step != 1 or inside or each.value < (claim.count or 0):
            continue
        leads = STATED.search(sentence.text[: each.start])
        opens = each.start < 4 or re.match(
            r"\s+[a-z’'-]+(?:\s+[a-z’'-]+){0,3},? (?:of|among) (?:whom|which|them|these)\b",
            sentence.text[each.end :],
            re.I,
        )
        if each.start < claim.start and (leads or opens):
            found.insert(0, int(each.value))
        elif re.search(r"\b(?:of (?:the |these |all )*|n\s*=\s*)$", sentence.text[: each.start], re.I):
            found.append(int(each.value))
    return found


def _linked(sentence: Sentence, claim: Claim) -> list[int]:
    """The one base of the claims before it in the sentence, where nothing says that another group is spoken of."""
    bases = {each.base for each in sentence.claims if each.base and each.end <= claim.start}
    last = max((each.end for each in sentence.claims if each.base and each.end <= claim.start), default=0)
    other = re.search(
        r"\b(?:group|arm|control|placebo|comparison|other|another|previous|last|before|while|whereas|against|"
        r"compared|in)\b",
        sentence.text[last : claim.start] + sentence.text[claim.end : claim.end + 40],
        re.I,
    )
    return [base for base in bases if base >= (claim.count or 0)] if len(bases) == 1 and not other else []


def _alone(own: Sequence[int], count: int) -> list[int]:
    """The one number of the sentence that could be a base, where there is one."""
    larger = {base for base in own if base > count}
    return list(larger) if len(larger) == 1 else []


def _likely(paragraph: Sequence[int], count: int) -> list[int]:
    """The largest number of the sentences before: a whole, if anything there is one."""
    return [largest] if (largest := max(paragraph, default=0)) > count else []


def _finding(sentence: Sentence, claim: Claim, verdict: Verdict, base: int, certainty: Certainty) -> Finding:
    assert claim.count is not None
    printed: Percent | None = claim.percent
    assert printed
    exact = rounded(share(claim.count, base), max(printed.decimals, 1))
    why = f"{claim.count} of {base} is {exact}%"
    if verdict != "ok":
        why += f", not {printed}"
    expected = f"{rounded(share(claim.count, base), printed.decimals)}%"
    slip = f"fraction/{sentence.line}/{claim.quote.lower()}"
    return Finding(CODE, verdict, sentence.where, claim.quote, str(printed), expected, why, slip, certainty)
