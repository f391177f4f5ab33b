"""A share in words against the count or the percentage printed behind it: "all of the crews knew it (44 of 47)"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from looped.checker import phrases
from looped.checker.claims import Claim, Sentence
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import DIGITS, WORDS, fits, near, percent, rounded, share, whole
from looped.checker.numbers import NUMERAL as NUMBER
from looped.checker.patterns import pattern_of
from looped.checker.saying import EVERY_NTH, FRACTION, MAJORITIES, MAJORITY, OF_EARLIER, REVERSED, SET_BESIDE, said_in
from looped.checker.told_shares import CREWS_DID

CODE = "worded-share"
MESSAGE = "A share in words is the one that the figures behind it give."
GOOD = "Most files (18 of 30) had a plan, and nearly all (96%) were dated."
BAD = "Most files (12 of 30) had a plan, and nearly all (96%) were dated."

Reach = tuple[Fraction, Fraction]
PERCENT_WORDS = pattern_of(rf"\b(?P<words>{WORDS}) per ?cent\b", re.I)
ROUNDED = Fraction(1, 200)

# The figures stand within a few words, in brackets or between commas, and no other figure before them.
BEHIND = pattern_of(
    rf"^(?P<gap>[^.;:()\d%]{{0,70}}?)(?:[(\[,]\s*)(?:n\s*=\s*)?"
    rf"(?:(?P<p>\d+(?:\.\d+)?)\s?(?:%|per ?cent)|(?P<n>{NUMBER})\s*(?:of|out of|/)\s*(?:the |these |all )?"
    rf"(?P<m>{NUMBER}))(?=\W)",
    re.I,
)
OF_BASE = pattern_of(
    rf"^[^.;:()\d%]{{0,30}}?\bof (?:the |these |our |all )?(?P<m>{DIGITS})\s[^.;:()\d%]{{0,40}}?[(\[]\s*"
    rf"(?:n\s*=\s*)?(?P<n>{DIGITS})\s*[)\]]",
    re.I,
)
# "Around a quarter of the 253 owners (24%)".
OF_SO_MANY = pattern_of(
    rf"^ of (?:the |these |our |all )*(?:{DIGITS}) [^.;:()\d%]{{3,50}}?\((?P<p>\d+(?:\.\d+)?)\s?(?:%|per ?cent)\)", re.I
)
ALL = pattern_of(
    rf"\b(?<!\bat )(?:all|every|each of)\b(?: of)?(?: the| these| our)?(?: {NUMBER})?(?: [a-z’'-]+){{0,3}}? "
    rf"\((?P<p>\d+(?:\.\d+)?)\s?%\)",
    re.I,
)
AGAIN = pattern_of(
    r"^[^.;:()\d]{0,30}?, (?:or )?(?:just |nearly |almost |about |over |under |more than |"
    r"fewer than |less than )*"
    r"(?:half|a third|two[- ]thirds|a quarter|three[- ]quarters|a fifth|most|a majority|a minority)[^.;:()\d]{0,20}?"
    r"\((?P<p>\d+(?:\.\d+)?)\s?%\)",
    re.I,
)
EVERY = pattern_of(
    rf"\b(?:every|all|both|(?<!in )(?<!at )(?<!on )(?<!for )each(?= (?:one )?of\b))\b"
    rf"(?: one)?(?: of(?= (?:the|our|these)\b)|(?! of))(?: (?:the |our |these )?[a-z’'-]+)"
    rf"{{1,6}} [(\[](?:n\s*=\s*)?(?:[\d.]+\s?%[,;]? )?"
    rf"(?P<n>{NUMBER}) ?(?:of|out of|/) ?(?P<m>{NUMBER})(?:[,;:]? [\d.]+\s?%)?[)\]]",
    re.I,
)
EVERY_DAY = pattern_of(r"every (?:single )?(?:day|night|week|month|year|time|morning|evening|hour|quarter) [(\[]", re.I)
# "Eleven sheets had none (29%)": how many hadn't any.
SO_MANY_HAD = pattern_of(rf"\b(?:{NUMBER}) (?:[a-z’'-]+ ){{1,3}}(?:had|have|has|showed|with) $", re.I)
SOME_OF = pattern_of(r"\b(?:not|nearly|almost|virtually|of)\s+$", re.I)
# "In all the 24 boats": altogether; "in all of the boats" is in each.
IN_ALL = pattern_of(r"\bin\s+all(?! of\b)", re.I)
BUT = pattern_of(rf"\b(?:{phrases.BUT})\b", re.I)
NONE = pattern_of(
    r"(?<!\bor )\b(?:none|not one|(?:there (?:was|were)|(?:we|they|auditors|inspectors) "
    r"(?:found|saw|identified|noted)) no(?= [a-z])(?! (?:change|difference|more|fewer|less|further|other)\b))\b"
    r"(?! and\b)(?! of (?:them|these|the above) \d)"
    rf"(?! (?:in|of|for|at|on) {NUMBER} \()"
    r"[^.;:()\d%]{0,40}?(?:\d+ [^.;:()\d%]{0,30})?\((?P<p>\d+(?:\.\d+)?)\s?%\)",
    re.I,
)
RARE, FAR, TWO = Fraction(1, 15), 3, 2
# Without one of these a sentence says no share in words.
ANY = (FRACTION, MAJORITY, REVERSED, EVERY_NTH, PERCENT_WORDS, ALL, NONE, EVERY, AGAIN)
# At the head of a clause, however far before the bracket.
WHO = (
    r"(?:(?P<all>all|every one|each)|(?P<none>none|not one|no)|(?P<most>(?:the |a )?(?:clear |large )?majority|most)|"
    r"(?P<few>(?:a |the )?minority|fewer than half|less than half))"
)
AHEAD = (
    # "No crew came every day (0 of 37)".
    pattern_of(
        rf"(?:^|[.;] ){WHO}\b(?: of)?(?: the| these| our)?(?: {NUMBER})? [a-z][^.;:(),%]{{3,120}}? "
        rf"\((?P<n>\d[\d,]*) ?(?:of|out of|/) ?(?P<m>\d[\d,]*)\)",
        re.I,
    ),
    # "The majority of the 103 crews came (38)".
    pattern_of(
        rf"(?:^|[.;] ){WHO} of (?:the |these |our )?(?P<m>{NUMBER}) [a-z][^.;:(),%]{{3,120}}? "
        rf"\((?:n ?= ?)?(?P<n>\d[\d,]*)\)",
        re.I,
    ),
    # "In every one of the eleven boats. The count was eight of eleven."
    pattern_of(
        rf"\b(?P<all>every one|all|each) of (?:the |these |our )?{NUMBER} [^.;:()%\d]{{3,80}}[.;:] "
        rf"(?:the (?:count|number|figure)|that|this|it) (?:was|is|came to) "
        rf"(?P<n>{NUMBER}) (?:out )?of (?:the )?(?P<m>{NUMBER})\b",
        re.I,
    ),
)
NOT_ALL = pattern_of(
    r"\b(?:but|except|almost|nearly|not all|and (?:most|each|all|some|many)|bar|save|no (?:more|fewer|less)|all in all|"
    r"apart from|other than)\b",
    re.I,
)
REACHES = {**MAJORITIES, "all": (Fraction(1), Fraction(1)), "none": (Fraction(0), Fraction(0))}

OF_SO_MANY_DID = pattern_of(
    rf"\b{NUMBER} (?:out )?of (?:the |our |these |all )*{NUMBER}\b [a-z][^.;:()\d]*$|"
    rf"\b{NUMBER}{CREWS_DID}$",
    re.I,
)
NO_ONE = pattern_of(r"(?:^|[.;:] )\W*(?:none|no|not one|nobody|neither)\b[^.;:]*$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each share in words with figures behind it."""
    near = [each for sentence in context.sentences_with(*ANY) for each in _near(sentence)]
    yield from near
    for paragraph in context.paragraphs_with(*AHEAD):
        for each in _ahead(paragraph):
            if not any(other.where == each.where and other.quote in each.quote for other in near):
                yield each


def _near(sentence: Sentence) -> Iterator[Finding]:
    """Those with their figures close behind them."""
    taken = [(claim.start, claim.end) for claim in sentence.claims if claim.fraction is not None]
    for start, end, reach in _shares(sentence.text):
        if OF_EARLIER.match(sentence.text[end:]):
            continue
        if not any(low < end and start < high for low, high in taken):
            yield from _judged(sentence, start, end, reach)
    yield from _whole(sentence)
    yield from _every(sentence)
    yield from _said_again(sentence)


def _ahead(paragraph: Paragraph) -> Iterator[Finding]:
    """All, none, most or few at the head of a clause, with how many in brackets."""
    for found in (each for pattern in AHEAD for each in pattern.finditer(paragraph.text)):
        if OR_THIS.match(paragraph.text, found.end()):
            continue  # "each was met (14), sent back (9) or dropped (15)": one of these
        count, base = whole(found["n"]), whole(found["m"])
        if base and count is not None and count <= base and not NOT_ALL.search(found.group()):
            kind, said = next((kind, said) for kind, said in found.groupdict().items() if said and kind in REACHES)
            low, high = REACHES[kind]
            verdict: Verdict = "ok" if low <= Fraction(count, base) <= high else "wrong"
            yield _finding(paragraph, found.group().strip(" .;"), said, verdict, f"{count} of {base}")


def _said_again(sentence: Sentence) -> Iterator[Finding]:
    """ "21 of 77 audits, just over a quarter (27%)": the share behind the words is the claim's before them."""
    for claim in sentence.claims:
        found = AGAIN.match(sentence.text[claim.end :])
        if not claim.base or claim.count is None or claim.percent is not None or claim.fraction is not None:
            continue
        if re.match(r" or (?:better|worse)\b", sentence.text[claim.end :]):
            continue  # "6/18 or better": sight
        yield from _put_in_words(sentence, claim)
        if not found:
            continue
        printed = percent(found["p"])
        verdict: Verdict = "ok" if fits(claim.count, claim.base, printed) else "wrong"
        if verdict == "wrong" and near(claim.count, claim.base, printed):
            verdict = "rounding"
        exact = f"{rounded(share(claim.count, claim.base), max(printed.decimals, 1))}%"
        why = f"{claim.count} of {claim.base} is {exact}, printed as {printed}"
        quote = claim.quote + found.group()
        yield Finding(CODE, verdict, sentence.where, quote, str(printed), exact, why, f"{CODE}/{sentence.line}/{quote}")


def _put_in_words(sentence: Sentence, claim: Claim) -> Iterator[Finding]:
    """ "7 of the 28 sites, a quarter, had no lead": the words right behind the claim say it again."""
    rest = sentence.text[claim.end :]
    for start, end, (low, high) in _shares(rest[:70]):
        if re.fullmatch(r"[^.;:()\d]{0,30}?,? (?:or |that is,? )?", rest[:start]) and re.match(
            r"\s*[,.)]|$", rest[end:]
        ):
            exact = Fraction(claim.count or 0, claim.base or 1)
            verdict: Verdict = "ok" if low <= exact <= high else "wrong"
            figures = f"{claim.count} of {claim.base} is {rounded(share(claim.count or 0, claim.base or 1), 1)}%"
            yield _finding(sentence, claim.quote + rest[:end], rest[start:end], verdict, figures)


def _every(sentence: Sentence) -> Iterator[Finding]:
    """ "Every file ... (28 of 30)" is not every one."""
    for found in EVERY.finditer(sentence.text):
        count, base = whole(found["n"]), whole(found["m"])
        lead = sentence.text[: found.start()]
        # "In both arms (20 of 210)": so many in each of them.
        both = found.group().lower().startswith("both") and base != TWO
        # "None of the crews came every day (0 of 37)": how many of the crews did.
        if NO_ONE.search(lead) and not found.group().lower().startswith(("none", "no ")):
            continue
        # "Came every day (20 of 45)": how many came so often.
        if EVERY_DAY.match(found.group()) and lead.strip():
            continue
        if both or IN_ALL.match(sentence.text, max(0, found.start() - 3)):
            continue
        if count is not None and base and not SOME_OF.search(lead) and not BUT.search(found.group()):
            verdict: Verdict = "ok" if count == base else "wrong"
            yield _finding(sentence, found.group(), found.group().split()[0], verdict, f"{count} of {base}")


OR_THIS = re.compile(r"\)?(?:, [^.;:()]+\(\d+\))*,? or [^.;:()]+\(\d+\)")
THOUGH = pattern_of(r"\b(?:although|though|while|whereas|despite|even where)\b[^.;:,]*$", re.I)


def _shares(text: str) -> Iterator[tuple[int, int, Reach]]:
    """Where each share in words stands, and what it may stand for."""
    for said in said_in(text):
        yield said.start, said.end, (said.low, said.high)
    yield from _percent_in_words(text)


def _percent_in_words(text: str) -> Iterator[tuple[int, int, Reach]]:
    for match in PERCENT_WORDS.finditer(text):
        value = Fraction(whole(match["words"]) or 0, 100)
        yield (*match.span(), (value - ROUNDED, value + ROUNDED))


def _judged(sentence: Sentence, start: int, end: int, reach: Reach) -> Iterator[Finding]:
    rest = sentence.text[end:]
    if SET_BESIDE.match(rest):
        return  # "a third fewer (14%) than before (21%)": how far two are apart
    found = BEHIND.match(rest) or OF_BASE.match(rest) or OF_SO_MANY.match(rest)
    if not found or re.search(r"\b(?:but|while|and|than|whereas|against)\b", found.groupdict().get("gap") or ""):
        return
    groups = found.groupdict()
    if "," in (groups.get("gap") or "") and THOUGH.search(sentence.text, 0, start):
        return  # "although most plans were clear, in nine of the 42 one was missing"
    # "Forty per cent said yes, 30% no": the next of a list.
    if PERCENT_WORDS.fullmatch(sentence.text[start:end]) and not re.search(r"[(\[]", found.group()):
        return
    if groups.get("p"):
        exact, figures = Fraction(groups["p"]) / 100, f"{groups['p']}%"
    else:
        count, base = whole(groups["n"]) or 0, whole(groups["m"]) or 0
        if not base or count > base:
            return
        exact, figures = Fraction(count, base), f"{count} of {base} is {rounded(share(count, base), 1)}%"
    low, high = reach
    if high < RARE and exact > FAR * high:
        return  # "it confirmed one in 98 (60%)": one in each of so many
    verdict: Verdict = "ok" if low <= exact <= high else "wrong"
    words = sentence.text[start:end]
    yield _finding(sentence, sentence.text[start : end + found.end()], words, verdict, figures)


def _whole(sentence: Sentence) -> Iterator[Finding]:
    """All of them are 100%, none of them 0%."""
    for pattern, wanted in ((ALL, 100), (NONE, 0)):
        for found in pattern.finditer(sentence.text):
            before = sentence.text[max(0, found.start() - 16) : found.start()]
            if re.search(r"\b(?:not|nearly|almost|of|in|virtually)\s+$", before, re.I):
                continue
            if wanted == 0 and SO_MANY_HAD.search(sentence.text, 0, found.start()):
                continue
            if OF_SO_MANY_DID.search(sentence.text, 0, found.start()):
                continue  # "55 of 69 crews took all of the doses (80%)": of the crews
            verdict: Verdict = "ok" if Fraction(found["p"]) == wanted else "wrong"
            yield _finding(sentence, found.group(), found.group().split()[0], verdict, f"{found['p']}%")


def _finding(sentence: Sentence | Paragraph, quote: str, words: str, verdict: Verdict, figures: str) -> Finding:
    why = f"{figures}, which “{words}” {'may say' if verdict == 'ok' else 'does not say'}"
    slip = f"{CODE}/{sentence.line}/{quote.lower()}"
    return Finding(CODE, verdict, sentence.where, quote.strip(), words, figures, why, slip)
