"""A whole divided in one sentence into parts that shut each other out."""

import re
from collections.abc import Iterator
from itertools import pairwise

from looped.checker.accounts import STAGES
from looped.checker.claims import Claim, Sentence
from looped.checker.context import Context
from looped.checker.dividing import OPEN
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import DIGITS, NUMERAL, whole
from looped.checker.patterns import pattern_of
from looped.checker.phrases import IN_ALL
from looped.checker.quantities import quantities_in

CODE = "split"
MESSAGE = "Parts that shut each other out add up to their whole."
GOOD = "Of 64 referrals, 40 were urgent, 16 routine and 8 withdrawn."
BAD = "Of 64 referrals, 40 were urgent, 16 routine and 10 withdrawn."

NUMBER = rf"{NUMERAL}(?! (?:am|pm)\b)"
# A list of which only the first part has a verb, or each the same: "a were x, b y and c z".
PARTS = (
    rf"(?P<first>{NUMBER})(?P<verb> (?:were|was|are|is))?(?: [a-z’'-]+){{1,8}}?"
    rf"(?P<more>(?:, {NUMBER}(?P=verb)?(?: [a-z’'-]+){{1,4}}?|, {NUMBER} (?:was|were)(?: [a-z’'-]+){{1,4}}?)*)"
    rf",? and (?P<last>{NUMBER})(?P<verb2> (?:were|was|are|is))?(?P<tail>(?: (?!of\b)[a-z’'-]+){{1,4}})\s*(?=[.;,)]|$)"
)
OF = pattern_of(
    rf"^(?:of|among) (?:the |these |those |our |all )?(?P<whole>{NUMBER})\b(?! (?:per|have|has|had|were|was|"
    rf"are|is)\b)[^.;:,()\d]{{0,60}}, {PARTS}",
    re.I,
)
COLON = pattern_of(rf"\b(?P<whole>{NUMBER}) [a-z’'-]+(?: [a-z’'-]+){{0,5}} ?; {PARTS}", re.I)
LISTED = pattern_of(PARTS, re.I)
GRADED = pattern_of(r"\b(?:rated|graded|judged|were|was|are|required|requires?|needed|met)\b", re.I)
OWN_VERB = pattern_of(
    r"\b(?:(?:had|have|has)(?! not)|did|said|came|received|showed|used|included|contained|felt|reported|lived|saw)\b",
    re.I,
)
# "41 of the 77 were of girls and 36 of boys"; "28, 15 in the one group and 13 in the other".
PREPOSITION = r"(?P<prep>of|in|from|by|for|at|on|to)"
ALIKE = pattern_of(
    rf"^(?P<gap>[^.;:()\d]{{0,30}}?)\b{PREPOSITION} (?:the )?[a-z’'-]+(?: [a-z’'-]+){{0,2}}"
    rf" and (?P<n>{NUMBER}) (?P=prep) (?!(?:the )?{NUMBER}\b)(?:the )?[a-z’'-]+",
    re.I,
)
TWO = pattern_of(
    rf"^[)\]]?, (?P<a>{NUMBER}) {PREPOSITION} (?:the )?[a-z’'-]+(?: [a-z’'-]+){{0,2}}"
    rf" and (?P<b>{NUMBER}) (?P=prep) (?:the )?[a-z’'-]+",
    re.I,
)
# "Five of the eight homes were good, two outstanding and one required improvement".
ELIDED = pattern_of(
    rf"^(?: (?:were|was|are|is))?(?: [a-z’'-]+){{0,4}}?(?: \(\d[\d.]*%\))?"
    rf"(?P<more>(?:, {NUMBER}(?: [a-z’'-]+){{1,4}}?)*),?"
    rf" and (?P<last>{NUMBER})(?P<tail>(?: (?!of\b)[a-z’'-]+){{1,3}})\s*(?=[.;)]|$)",
    re.I,
)
# "Eleven withdrew; six in arm A and five in arm B".
PLACED = pattern_of(
    rf"\b(?P<whole>{NUMBER}) [a-z’'-]+(?: [a-z’'-]+){{0,5}} ?[;:] "
    rf"(?P<a>{NUMBER}) {PREPOSITION} (?P<x>(?:the )?[a-z’'-]+)(?: [a-z’'-]+){{0,2}} "
    rf"and (?P<b>{NUMBER}) (?P=prep) (?P<y>(?:the )?[a-z’'-]+)",
    re.I,
)
# "16 were moderated; the grade was retained in 14 and changed in two": opposite things were done to them.
OPPOSED = pattern_of(
    rf"(?:retained|agreed|met|passed|upheld|kept|confirmed|successful|found|present) in "
    rf"(?P<a>{NUMBER})(?: [a-z’'-]+){{0,2}} and "
    rf"(?:was |were |not )*(?:changed|differed|missed|failed|rejected|not upheld|unsuccessful|"
    rf"not found|absent|not met) in (?P<b>{NUMBER})\b",
    re.I,
)

PERSON = r"(?:boys?|girls?|men|man|women|woman|males?|females?|adults?|children)"
PEOPLE = pattern_of(
    rf"\b(?P<whole>{NUMBER})\b[^.;:()\d,]{{0,40}}, (?P<a>{NUMBER}) (?P<x>{PERSON}) and "
    rf"(?P<b>{NUMBER}) (?P<y>{PERSON})\b",
    re.I,
)
SEX = pattern_of(r" (?:boys?|girls?|men|man|women|woman|males?|females?)\b", re.I)
EACH = pattern_of(
    rf"\b(?P<whole>{DIGITS})\b[^.;:()\d]{{0,60}}?\b(?:randomi[sz]ed|allocated|assigned|divided|split)\b"
    rf"[^.;:()\d]{{0,40}}? ?"
    rf"[(,–] ?(?P<a>{DIGITS}) (?:to|in|per|for) (?:each|every)(?: of the (?P<groups>{NUMBER}))? "
    rf"(?:group|arm|condition|treatment)s?(?=[),.;]|$)",
    re.I,
)

# "90 people to each of three arms, 270 in total".
SEVERAL = pattern_of(
    rf"\b(?P<a>{DIGITS}) (?:[a-z’'-]+ ){{0,4}}(?:to|in|from|for|per|at) each of (?:the )?(?P<groups>{NUMBER})"
    rf" [a-z’'-]+[^.;:()\d]{{0,20}}?, "
    rf"(?:making |or |a total of )?(?P<whole>{DIGITS})(?: [a-z’'-]+)? (?:{IN_ALL})",
    re.I,
)


# "Nine were good, two were fair and seven ...": each with its verb.
VERBS = pattern_of(rf", {NUMBER} (?:were|was|are|is|had|gave|got|received|required|needed)\b", re.I)
# "42 were on both and so are counted twice": the parts don't shut each other out, and the sentence says so.
OVERLAP = pattern_of(r"\b(?:both|twice|overlap\w*|more than one)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each whole with its parts, whatever way the sentence divides it."""
    for sentence in context.sentences:
        for pattern in (OF, COLON):
            found = pattern.search(sentence.text)
            if (
                found
                and _shut_out(found)
                and not OVERLAP.search(sentence.text)
                and (pattern is OF or _only_number_before(sentence.text, found))
            ):
                yield from _listed(sentence, found)
                break
        for claim in sentence.claims:
            yield from _alike(sentence, claim)
            yield from _elided(sentence, claim)
        yield from _placed(sentence)
        yield from _opposed(sentence)
        yield from _people(sentence)
        yield from _each_group(sentence)
    yield from _next_sentences(context)


def _shut_out(found: re.Match[str]) -> bool:
    """Whether the parts are of one kind: no verb of its own in a later one."""
    later = found["more"] + (found["verb2"] or "") + found["tail"]
    return not OWN_VERB.search(later) and not re.search(
        r"\b(?:also|both|either|other than|no(?! (?:assurance|opinion|rating|grade|confidence|change)\b))\b",
        found.group(),
        re.I,
    )


def _only_number_before(text: str, found: re.Match[str]) -> bool:
    behind = text[found.start("first") : found.end()]
    return bool(GRADED.search(behind)) and not re.search(r"\d", text[: found.start("whole")])


def _listed(sentence: Sentence, found: re.Match[str]) -> Iterator[Finding]:
    middle = [whole(each) for each in re.findall(rf", ({NUMBER})\b", found["more"], re.I)]
    parts = [whole(found["first"]), *middle, whole(found["last"])]
    total = whole(found["whole"])
    known = [part for part in parts if part is not None]
    own = len(VERBS.findall(found["more"])) == len(middle) > 0
    if not own and any(part == sum(known[at + 1 :]) for at, part in enumerate(known[:-2])):
        return  # "five were there, three boys and two girls": the one before is theirs
    if total is None or any(part is None for part in parts):
        return
    if sorted(known, reverse=True) == known and sum(known) > total and len(STAGES.findall(sentence.text)) > 1:
        return  # "684 were screened, 402 were eligible and 340 consented": each of those before
    counts = [part for part in parts if part is not None]
    nested = not own and not found["verb2"] and _nested(found)
    if nested:
        every = sum(counts) == total
        total, counts = counts[0], counts[1:]
        # Parts that make the whole with the first, or that are far from it, don't divide the first.
        if every or abs(sum(counts) - total) > max(2, total // 5):
            return
    if sum(counts) < total and OPEN.search(sentence.text):
        return  # "the rest were on a variety of subjects": nobody counted it
    if sum(counts) < total and len(counts) < 3 and not nested:
        return  # two of several may be named
    yield _finding(sentence, found.group(), total, counts, own=own)


def _elided(sentence: Sentence, claim: Claim) -> Iterator[Finding]:
    """Further parts of a claim's base with the verb left out: more than there are can't be."""
    found = ELIDED.match(sentence.text[claim.end :])
    if not found or not claim.base or claim.count is None or OWN_VERB.search(found.group()):
        return
    parts = [
        claim.count,
        *(whole(n) or 0 for n in re.findall(rf", ({NUMBER})\b", found["more"], re.I)),
        whole(found["last"]) or 0,
    ]
    alone = not found["more"] and len(found["tail"].split()) > 2
    if sum(parts) >= claim.base and not alone:
        yield _finding(sentence, claim.quote + found.group(), claim.base, parts)


def _people(sentence: Sentence) -> Iterator[Finding]:
    """ "Five live there, three girls and two boys"."""
    for found in PEOPLE.finditer(sentence.text):
        total, parts = whole(found["whole"]), [whole(found["a"]) or 0, whole(found["b"]) or 0]
        # "40 men, 36 women and 12 children": the first are a part too.
        part = SEX.match(found.string, found.end("whole"))
        if total and found["x"].lower() != found["y"].lower() and not part:
            yield _finding(sentence, found.group(), total, parts)


def _each_group(sentence: Sentence) -> Iterator[Finding]:
    """ "240 were randomised (120 to each group)"."""
    found = EACH.search(sentence.text)
    several = SEVERAL.search(sentence.text)
    if several:
        times = whole(several["groups"]) or 0
        yield _finding(sentence, several.group(), whole(several["whole"]) or 0, [whole(several["a"]) or 0] * times)
    if found:
        total, part = whole(found["whole"]) or 0, whole(found["a"]) or 0
        groups = whole(found["groups"]) if found["groups"] else 2
        if not found["groups"] and part and total % part == 0:
            groups = max(2, total // part)
        yield _finding(sentence, found.group(), total, [part] * (groups or 2))


def _next_sentences(context: Context) -> Iterator[Finding]:
    """ "We saw 18 lessons. Twelve were good, four outstanding and two poor": more than there are can't be."""
    for before, sentence in pairwise(context.sentences):
        found = LISTED.match(sentence.text)
        if not found or OWN_VERB.search(found.group()):
            continue
        counts = [q for q in quantities_in(before.text) if q.unit == "" and q.step == 1 and not q.is_year]
        if before.paragraph is not sentence.paragraph or len(counts) != 1 or not _shut_out(found):
            continue
        middle = re.findall(rf", ({NUMBER})\b", found["more"], re.I)
        parts = [whole(each) or 0 for each in (found["first"], *middle, found["last"])]
        total = int(counts[0].value)
        if (found["verb"] or found["verb2"]) and sum(parts) >= total > max(parts):
            yield _finding(sentence, found.group(), total, parts)


def _placed(sentence: Sentence) -> Iterator[Finding]:
    """Two parts in like places behind their whole."""
    for found in PLACED.finditer(sentence.text):
        total, parts = whole(found["whole"]), [whole(found["a"]) or 0, whole(found["b"]) or 0]
        if total and found["x"].lower() == found["y"].lower():
            yield _finding(sentence, found.group(), total, parts)


def _opposed(sentence: Sentence) -> Iterator[Finding]:
    """What was done and its opposite, against the count told before: a claim's, or the sentence's first number."""
    for found in OPPOSED.finditer(sentence.text):
        parts = [whole(found["a"]) or 0, whole(found["b"]) or 0]
        before = [claim.count for claim in sentence.claims if claim.end <= found.start() and claim.count]
        first = re.match(rf"(?:in total |in all |the |of the )?({NUMBER}) [a-z]", sentence.text, re.I)
        total = before[-1] if before else whole(first[1]) if first else None
        if total and sum(parts) >= total:
            yield _finding(sentence, found.group(), total, parts)


def _nested(found: re.Match[str]) -> bool:
    """Whether the later parts divide the first: "180 were randomised, 90 to A and 90 to B"."""
    return bool(re.match(r"\s(?:to|in|from|into)\b", found["tail"]))


def _alike(sentence: Sentence, claim: Claim) -> Iterator[Finding]:
    """Two parts in the same words behind one claim: of its base, or of its count."""
    rest = sentence.text[claim.end :]
    if claim.count is None:
        return
    if claim.base and (found := ALIKE.match(rest)) and not re.search(r"\b(?:and|but|who|that)\b", found["gap"]):
        other = whole(found["n"])
        over = other is not None and other + claim.count > claim.base and found["prep"].lower() in ("of", "from")
        if other is not None and (over or other + claim.count == claim.base):
            yield _finding(sentence, claim.quote + found.group(), claim.base, [claim.count, other])
    if found := TWO.match(rest):
        parts = [whole(found["a"]) or 0, whole(found["b"]) or 0]
        # With it they make another whole of the sentence: of 27 groups 15 were of one kind, nine and three of others.
        beside = any(int(q.value) == claim.count + sum(parts) for q in quantities_in(sentence.text) if q.unit == "")
        if sum(parts) != claim.base and not beside:
            yield _finding(sentence, claim.quote + found.group(), claim.count, parts)


def _finding(sentence: Sentence, quote: str, total: int, parts: list[int], *, own: bool = False) -> Finding:
    """own: whether each part has a verb of its own, so that none is what the others make."""
    text = sentence.paragraph.text if sum(parts) < total else sentence.text
    rest = [int(q.value) for q in quantities_in(text) if q.unit == "" and int(q.value) not in (*parts, total)]
    if any(sum(parts) + each == total for each in rest):
        parts = [*parts, total - sum(parts)]  # one more of them stands further on
    # "59 of the 64 kept it, 30 in one group and 29 in the other": the first is what the others make.
    made = not own and len(parts) > 2 and any(2 * each == sum(parts) for each in parts)
    verdict: Verdict = "ok" if sum(parts) == total or made else "wrong"
    why = f"{' + '.join(map(str, parts))} = {sum(parts)}, against {total}"
    slip = f"{CODE}/{sentence.line}/{quote.lower()}"
    return Finding(CODE, verdict, sentence.where, quote, str(total), str(sum(parts)), why, slip, "likely")
