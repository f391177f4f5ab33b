"""A count out of a base with a share that they don't give, or above its base."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from looped.checker.claims import Claim, Sentence
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import DIGITS, NUMERAL, WORDS, fits, near, percent, rounded, share, truncated, whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import LENGTH
from looped.checker.saying import said_in

CODE = "fraction"
MESSAGE = "A share in a sentence is its count over its base, and no count is above its base."
GOOD = "In May, 7 of 30 audits (23%) were poor."
BAD = "In May, 7 of 30 audits (27%) were poor."
OF_THEM = pattern_of(
    rf"(?<![\w.,£])(?<!hundred and )(?P<m>{DIGITS}|{WORDS}) (?!{LENGTH}\b)(?:[a-z’'-]+ ){{0,3}}[a-z’'-]+, "
    rf"(?P<n>{DIGITS}|{WORDS}) of (?:them|these|whom|which)\b(?! \()",
    re.I,
)
# "12 (5%) gave a rating of 4": no base.
RATED = pattern_of(rf"\b(?:rating|score|grade|mark|level|dose|age)s? of {NUMERAL}$", re.I)
PRINTED = re.compile(r"(?P<p>\d+(?:\.\d+)?)\s?(?:%|per ?cent\b)")
IN_TURN = re.compile(r"\s*and\s*\d[\d.]*\s?(?:%|per ?cent)[^()]*\)", re.I)
IN_LIST = re.compile(r"\d\s?(?:%|per ?cent)(?:,|;|,? and) $")
AND_MORE = re.compile(r"(?: [a-z’'-]+){0,3}(?:,|;|,? and) \d[\d,]*(?: [a-z]+)? ?(?:/|(?:out )?of)", re.I)
HEDGED, BEYOND, BOUND = Decimal(3), Decimal(15), Decimal(30)  # percentage points
# "Two hundred and ten calls, 140 of them".
HUNDRED = re.compile(r"\b(?:hundred|thousand)(?: and)? $", re.I)
OUT_OF, TEN = re.compile(r"[a-z]+ (?:[a-z]+ )?(?:out of|in) (?:every )?[a-z]+\b", re.I), 10
DENIED = pattern_of(r" (?:did|do|does|were|was|are|is|had|have|has|could|would|can) not\b|n[’']t\b", re.I)
# Not "within 30 days in 18 of 177".
ONE_IN = pattern_of(
    rf"\b{NUMERAL} (?:(?!(?:hours?|days?|weeks?|months?|years?|minutes?)\b)[a-z]+ )?(?:in|out of) (?:every )?$", re.I
)
APPOSED = re.compile(r"[\d.]+ ?(?:%|per ?cent) ?[(\[]")
SHORT = 4
LOOSE, WIDE = Fraction(3, 100), Fraction(1, 10)


def check(context: Context) -> Iterator[Finding]:
    """Each count with a base and a share or a fraction in words."""
    for sentence in context.sentences:
        for claim in sentence.claims:
            if claim.count is None or not claim.base:
                continue
            if not _is_of_words(sentence, claim):
                yield from _judged(sentence, claim, claim.count, claim.base)
        yield from _subsets(sentence)
    yield from _two_ways(context)


def _two_ways(context: Context) -> Iterator[Finding]:
    """One fraction that is a tie, 12.5%, and is printed as 12% in one place and as 13% in another."""
    printed: dict[tuple[int, int, int], Claim] = {}
    for sentence in context.sentences:
        for claim in sentence.claims:
            if not (claim.count and claim.base and claim.percent and fits(claim.count, claim.base, claim.percent)):
                continue
            first = printed.setdefault((claim.count, claim.base, claim.percent.decimals), claim)
            if first.percent and first.percent.value != claim.percent.value:
                why = f"{claim.count} of {claim.base} is {first.percent} in “{first.quote}”, and {claim.percent} here"
                found = _finding(sentence, claim, "rounding", f"{first.percent}", why)
                yield replace(found, slip=f"{CODE}/{sentence.line}/{claim.start}/two-ways")


def _is_of_words(sentence: Sentence, claim: Claim) -> bool:
    """Whether a count and its base only name a group or a chance, or the share beside them is of other figures."""
    lead, tail = sentence.text[: claim.start], sentence.text[claim.end :]
    if HUNDRED.search(lead) or RATED.search(claim.quote) or ONE_IN.search(lead):
        return True
    # "All but 4 of 116 (97%)": the share is of the others.
    if re.search(r"\b(?:all|every\w*|none) (?:but|except) $", lead, re.I):
        return True
    if not claim.percent:
        return False
    # "Five of six, 28.1% (18/64)": the first two name a group, and the share's own figures follow.
    if re.match(r"\s*[(\[]\s*\d+\s?(?:/|of|out of)", tail):
        return True
    # "Under one of three heads: 46% for this": what is behind the colon is listed, and not the one of three.
    if re.fullmatch(r"[^\d:]*:.*", claim.quote, re.S):
        return True
    # "21 of 169 (23.9% and 12.4% respectively)": shares told in the order of their counts.
    if IN_TURN.match(tail):
        return True
    # "55% and 60% (33/60 and 27/45)": so are the counts.
    if IN_LIST.search(lead) and AND_MORE.match(tail):
        return True
    # "Nine out of ten (91%)": a share in words, which may be near.
    if claim.count is not None and claim.base and claim.base <= TEN and OUT_OF.match(claim.quote):
        over = share(claim.count, claim.base) - claim.percent.value
        if abs(over) <= HEDGED:
            return True
    # "Two out of five (41%, 123 of 300)": of words.
    in_words = not re.search(r"\d", claim.quote.split("(")[0])
    return in_words and bool(re.match(r"[,;]\s*\d[\d,]*\s?(?:/|of|out of)", tail))


def _judged(sentence: Sentence, claim: Claim, count: int, base: int) -> Iterator[Finding]:
    if count > base > 1:
        yield _finding(sentence, claim, "wrong", f"at most {base}", f"{count} is more than {base}")
    elif claim.percent is not None:
        found = _share(sentence, claim)
        if found.verdict != "wrong" or not (_is_of_another(sentence, claim) or _is_of_others(sentence, claim)):
            yield found
    elif claim.fraction is not None and not _is_part_of_thing(sentence, claim):
        yield _in_words(sentence, claim)


def _is_part_of_thing(sentence: Sentence, claim: Claim) -> bool:
    """ "Nearly all took at least four fifths of the pills (117 of 122)": the count is of those who did so."""
    lead = re.split(r"[.;:,(]", sentence.text[: claim.start])[-1]
    return any(said.end < len(lead.rstrip()) - SHORT for said in said_in(lead))


def _is_of_another(sentence: Sentence, claim: Claim) -> bool:
    """ "78% were on time, short of the 85% target (105 of 134)": the counts give the other share."""
    assert claim.count is not None
    assert claim.base
    if APPOSED.match(claim.quote):
        return False  # "a fault rate of 95% (4 of 83); 5% would be borne": of nothing else
    own = [(each.start, each.end) for each in sentence.claims if each.base or each.count is not None]
    alone = [p for p in PRINTED.finditer(sentence.text) if not any(low <= p.start() < high for low, high in own)]
    return any(fits(claim.count, claim.base, percent(each["p"])) for each in alone)


def _is_of_others(sentence: Sentence, claim: Claim) -> bool:
    """ "38 of the 50 worked; 24% did not": the share of those who are not counted."""
    assert claim.count is not None
    assert claim.base
    said = claim.percent and fits(claim.base - claim.count, claim.base, claim.percent)
    return bool(said and DENIED.match(sentence.text, claim.end))


def _subsets(sentence: Sentence) -> Iterator[Finding]:
    """ "9 files, 11 of them": a part is no more than its whole."""
    for found in OF_THEM.finditer(sentence.text):
        part, base = whole(found["n"]), whole(found["m"])
        if part is not None and base and base > 1:
            verdict: Verdict = "ok" if part <= base else "wrong"
            claim = Claim(found.group(), found.start(), found.end(), part, base)
            yield _finding(sentence, claim, verdict, f"at most {base}", f"{part} of {base}")


def _share(sentence: Sentence, claim: Claim) -> Finding:
    assert claim.count is not None
    assert claim.base
    assert claim.percent is not None
    count, base, printed = claim.count, claim.base, claim.percent
    exact = rounded(share(count, base), max(printed.decimals, 1))
    expected = f"{rounded(share(count, base), printed.decimals)}%"
    if fits(count, base, printed) or hedged(sentence.text[: claim.start], share(count, base) - printed.value):
        return _finding(sentence, claim, "ok", expected, f"{count} of {base} is {exact}%")
    if truncated(count, base, printed) or near(count, base, printed):
        return _finding(
            sentence, claim, "rounding", expected, f"{count} of {base} is {exact}%, cut off or rounded the other way"
        )
    others = [n for n in range(base + 1) if fits(n, base, printed)]
    hint = f"; {printed} would be {others[0]} of {base}" if len(others) == 1 else ""
    return _finding(sentence, claim, "wrong", expected, f"{count} of {base} is {exact}%, not {printed}{hint}")


def hedged(before: str, over: Decimal) -> bool:
    """Whether the words before a share say that it is a little above it, below it, or about there."""
    if re.search(r"\b(?:just|slightly|a little) (?:over|above|more than)\s*$", before, re.I):
        return 0 < over <= HEDGED
    if re.search(r"\b(?:nearly|almost|just under|just below|close to)\s*$", before, re.I):
        return -HEDGED <= over < 0
    # "At least 90% (77 of 80)": a bound, which may be far below.
    if re.search(r"\b(?:at least|no (?:less|fewer) than|a minimum of)\s*$", before, re.I):
        return 0 <= over <= BOUND
    if re.search(r"\b(?:at most|no more than|up to|a maximum of)\s*$", before, re.I):
        return -BOUND <= over <= 0
    if re.search(r"\b(?:over|more than|above)\s*$", before, re.I):
        return 0 < over <= BEYOND
    if re.search(r"\b(?:under|less than|fewer than|below)\s*$", before, re.I):
        return -BEYOND <= over < 0
    return bool(re.search(r"\b(?:about|around|roughly|approximately|some)\s*$", before, re.I)) and abs(over) <= HEDGED


def _in_words(sentence: Sentence, claim: Claim) -> Finding:
    assert claim.count is not None
    assert claim.base
    assert claim.fraction is not None
    exact = Fraction(claim.count, claim.base)
    verdict: Verdict = "ok" if _in_reach(exact, claim.fraction, sentence.text[: claim.start]) else "wrong"
    printed = rounded(Decimal(claim.fraction.numerator) * 100 / claim.fraction.denominator, 1)
    why = f"{claim.count} of {claim.base} is {rounded(share(claim.count, claim.base), 1)}%; the words say {printed}%"
    return _finding(sentence, claim, verdict, f"{rounded(share(claim.count, claim.base), 1)}%", why)


def _in_reach(exact: Fraction, words: Fraction, before: str) -> bool:
    """Whether a fraction in words may stand for the exact one: "nearly" is below it, "over" above, within a tenth."""
    if re.search(r"\b(?:at most|(?:no|not) more than|up to|not even|a maximum of)\s*$", before, re.I):
        return exact <= words + LOOSE
    if re.search(r"\b(?:at least|(?:no|not) (?:less|fewer) than)\s*$", before, re.I):
        return exact >= words
    if re.search(r"\b(?:nearly|almost|just under|just below)\s*$", before, re.I):
        return -WIDE <= exact - words < 0
    if re.search(r"\b(?:under|less than|fewer than|below)\s*$", before, re.I):
        return exact < words
    if re.search(r"\b(?:over|more than|just over|above)\s*$", before, re.I):
        return exact > words
    if re.search(r"\b(?:about|around|roughly|some|approximately)\s*$", before, re.I):
        return abs(exact - words) <= WIDE / 2
    return abs(exact - words) <= LOOSE


def _finding(sentence: Sentence, claim: Claim, verdict: Verdict, expected: str, why: str) -> Finding:
    stated = str(claim.percent or claim.count)
    slip = f"{CODE}/{sentence.line}/{claim.quote.lower()}"
    return Finding(CODE, verdict, sentence.where, claim.quote, stated, expected, why, slip)
