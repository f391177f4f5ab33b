"""So many of several that were so, and later "the 14 files that were so": the same, counted again."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import listings
from looped.checker.numbers import whole
from looped.checker.one_quantity import MONTHS
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage, stems
from looped.checker.quieting import NUMBER
from looped.checker.rules.parts_by_kind import KINDS

CODE = "those-again"
MESSAGE = "Those who are taken up again by what was told of them are as many as were told."
GOOD = "We saw 49 boats, of which 12 were mended. The 12 boats that were mended had one fault in common."
BAD = "We saw 49 boats, of which 12 were mended. The 14 boats that were mended had one fault in common."

SO = r"(?:were|was|had been|had|have been|are)"
FIRST = pattern_of(
    rf"\b(?:of (?:which|whom|these|them|those)|and of these),? (?P<n>{NUMBER}) (?:\([\d.]+%\) )?(?:of (?:them|these) )?"
    rf"(?P<so>{SO}) (?P<what>[a-z][^.;:,()\d]{{3,70}}?)(?=[.;:,(]| and (?:the|\d))",
    re.I,
)
OF_ALL = pattern_of(
    rf"(?:^|[.;] )of (?:the |these |all )*{NUMBER} [a-z][^.;:,()\d]{{2,60}}, (?P<n>{NUMBER}) (?P<so>{SO}) "
    r"(?P<what>[a-z][^.;:,()\d]{3,70}?)(?=[.;:,(])",
    re.I,
)
AGAIN = pattern_of(
    rf"\b(?:the|all) (?P<n>{NUMBER}) (?:of (?:the|these|those) )?(?:[a-z’'-]+ ){{1,4}}?(?:that|who|"
    rf"which) (?P<so>{SO}) (?P<what>[a-z][^.;:,()\d]{{3,70}}?)(?=[.;:,(]|$| (?:had|have|has|were|was|are|is|did|do|"
    rf"went|came|could|gave|give|show(?:ed)?|made|make|led|took|should|will|can|must|may|cost|covered|included?|raised|"
    rf"brought|told|suggest(?:ed)?|point(?:ed)?|all|each)\b)",
    re.I,
)
THE_SO = pattern_of(rf"\bthe (?P<n>{NUMBER}) (?P<what>[a-z-]{{4,}}ed) (?:[a-z’'-]+ ){{0,2}}?[a-z’'-]+s\b", re.I)
# "The 30 late bills in October", behind a list of so many in each month.
IN_ONE = pattern_of(
    rf"\b(?-i:[Tt]he|[Tt]hese|[Tt]hose|[Aa]ll) (?P<n>{NUMBER}) (?P<what>(?:[a-z-]+ ){{1,4}}?)(?:recorded |"
    rf"reported |seen |made |"
    r"received )?(?:in|on|at|for|from|during) (?P<who>(?-i:(?:[A-Z][a-z’']+ ?){1,3})|(?:19|20)\d\d)\b",
    re.I,
)
# "Four high risk, nine medium and seven low", and later "the six high risk findings were".
PLUS = r"(?:[- ](?:priority|risk|rated|importance))?"
KIND = rf"(?P<n>{NUMBER}) (?:are |were )?(?P<kind>{'|'.join(sorted(frozenset().union(*KINDS) - {'no', 'new'}))}){PLUS}"
OF_KIND = pattern_of(rf"(?<![\w.,/£-]){KIND}\b", re.I)
THE_KIND = pattern_of(
    rf"\b(?:the|all|these|those|all the) {KIND} [a-z’'-]+s(?=[.,;]|$| (?:are|were|have|had|has|is|was|do|did|"
    rf"will|should|must|"
    r"can|could|may|need|came|relate|concern|follow|in (?:section|annex|table|part)|all|each|set out|listed)\b)|"
    rf"\bof (?:the (?:{NUMBER}) [a-z’'-]+s|these|them|"
    rf"those),? {KIND.replace('?P<n>', '?P<n2>').replace('?P<kind>', '?P<kind2>')}"
    r"(?=\.|;|,? and \S+ (?:are |were )?(?:low|high|medium|minor|mild)\b)",
    re.I,
)
OTHER = pattern_of(r"\b(?:last|previous\w*|earlier|other|another|remaining|first|second|of the)\b[^.]{0,30}$", re.I)
# "No leaks were recorded at Ayr in July", and later "the three leaks recorded at Ayr in July".
NOUN = r"(?P<noun>[a-z][a-z’'-]*(?: [a-z’'-]+){0,2}?)"
PLACED = r"(?:in|on|at|from|for|by|among) [^.;:,()\d]{3,70}?"
DONE = r"(?:recorded|reported|logged|noted|found|seen|raised|counted|made)"
NONE = (
    pattern_of(rf"(?:^|[.;] )no {NOUN} (?:were|was) {DONE} (?P<what>{PLACED})(?=[.;])", re.I),
    pattern_of(rf"(?:^|[.;] )there (?:were|was) no {NOUN} (?:{DONE} )?(?P<what>{PLACED})(?=[.;])", re.I),
)
THE_FEW = pattern_of(
    rf"\b(?:the|these|those|all) (?P<n>{NUMBER}) {NOUN} (?:(?:that|which) (?:were|was) )?(?:{DONE} )?"
    rf"(?P<what>(?:in|on|at|from|for|by|among) [^.;:,()\d]{{3,110}})",
    re.I,
)
NARROWER = pattern_of(r" (?:last|this|in|on|at|from|during|before|after|who|that|which|of|by|with|for|when|earlier)\b")
REACH = 3


def check(context: Context) -> Iterator[Finding]:
    """Each such pair in a section, no farther than some paragraphs apart."""
    yield from _kinds(context)
    yield from _none_and_some(context)
    for paragraph in context.paragraphs_with(IN_ONE):
        for found in IN_ONE.finditer(paragraph.text):
            yield from _of_list(paragraph, passage(paragraph.text), found)
    every = context.document.paragraphs
    told = [
        (at, each)
        for at, paragraph in enumerate(every)
        for form in (FIRST, OF_ALL)
        for each in form.finditer(paragraph.text)
    ]
    if not told:
        return
    for at, paragraph in enumerate(every):
        for pattern in (AGAIN, THE_SO):
            for again in pattern.finditer(paragraph.text):
                near = [
                    one
                    for place, one in told
                    if 0 <= at - place <= REACH
                    and every[place].section == paragraph.section
                    and (place < at or one.end() <= again.start())
                ]
                yield from _judged(paragraph, again, [one for one in near if _is_same(one, again)])


def _of_list(paragraph: Paragraph, read: Passage, again: re.Match[str]) -> Iterator[Finding]:
    """Those of one name, with the one list before them that has it; told again is what the list gives it."""
    at, stated = read.sentence_at(again.start()), whole(again["n"])
    told = [each for each in listings(read) if each.end <= again.start() and 0 < at - each.sentence <= REACH]
    hits = [(each, item) for each in told for item in each.named(again["who"])]
    if len(hits) != 1 or len(told) != 1 or OTHER.search(paragraph.text[: again.start()]):
        return
    listing, item = hits[0]
    plain = all(one.words and one.entry.kind == "count" and not one.entry.base for one in listing.items)
    # Told of the same: its noun is the list's, and no figure stands between.
    same = stems(again["what"]) and stems(again["what"]) <= stems(read.sentence(listing.sentence))
    between = [e for e in read.entries if listing.end < e.start < again.start("n")]
    if not plain or not same or between or stated is None:
        return
    verdict: Verdict = "ok" if item.entry.count == stated else "wrong"
    why = f"{item.text} before, printed as {again['n']}"
    slip = f"{CODE}/{paragraph.line}/{again.start()}"
    quote = again.group().strip()
    yield Finding(CODE, verdict, paragraph.where, quote, again["n"], str(item.entry.count), why, slip, "likely")


def _none_and_some(context: Context) -> Iterator[Finding]:
    """Nothing of a kind in a place and time, and later so many of it there, as known."""
    for paragraph in context.paragraphs_with(*NONE):
        for none in (each for form in NONE for each in form.finditer(paragraph.text)):
            said = f"{none['noun']} {none['what']}".lower()
            for other in context.paragraphs_with(THE_FEW):
                for some in THE_FEW.finditer(other.text) if other.section == paragraph.section else ():
                    told = f"{some['noun']} {some['what']}".lower()
                    lead = other.text[: some.start()]
                    goes_on = told.startswith(f"{said} ") and not NARROWER.match(told, len(said))
                    if (told == said or goes_on) and not OTHER.search(lead):
                        why = f"“{none.group().strip(' .;')}”, and later {some['n']}"
                        slip = f"{CODE}/{paragraph.line}/{none.start()}"
                        quote = none.group().strip(" .;")
                        yield Finding(CODE, "wrong", paragraph.where, quote, "no", some["n"], why, slip, "likely")


def _kinds(context: Context) -> Iterator[Finding]:
    """Kinds of a list that leaves none out, each taken up again by its name."""
    every = context.document.paragraphs
    lists = [
        (at, paragraph, _listed(read.sentence(place)), place)
        for at, paragraph in enumerate(every)
        for read in [passage(paragraph.text)]
        for place in range(len(read.starts))
    ]
    lists = [each for each in lists if each[2]]
    if len(lists) != 1:
        return
    first, own, told, place = lists[0]
    low = passage(own.text).starts[place] + len(passage(own.text).sentence(place))
    for at, paragraph in enumerate(every[first:], first):
        for again in THE_KIND.finditer(paragraph.text, low if paragraph is own else 0):
            kind, text = (again["kind"] or again["kind2"]).lower(), again["n"] or again["n2"]
            stated = whole(text)
            if at - first > REACH or paragraph.section != own.section or kind not in told or stated is None:
                continue
            if OTHER.search(paragraph.text[: again.start()]) or told[kind] == 0:
                continue
            verdict: Verdict = "ok" if told[kind] == stated else "wrong"
            why = f"{told[kind]} {kind} before, printed as {text}"
            slip = f"{CODE}/{paragraph.line}/{again.start()}"
            yield Finding(CODE, verdict, paragraph.where, again.group(), text, str(told[kind]), why, slip, "likely")


def _listed(sentence: str) -> dict[str, int]:
    """How many of each kind a sentence lists that tells two or more of one set."""
    found = [(each["kind"].lower(), whole(each["n"]) or 0) for each in OF_KIND.finditer(sentence)]
    kinds = {kind for kind, _ in found}
    listed = len(kinds) == len(found) > 1 and any(kinds <= each for each in KINDS)
    return dict(found) if listed else {}


def _is_same(one: re.Match[str], again: re.Match[str]) -> bool:
    """Whether both say the same of them, word for word."""
    if "so" in again.re.groupindex and one["so"].lower() == "had" != again["so"].lower():
        return False
    return " ".join(one["what"].lower().split()) == " ".join(again["what"].lower().split())


def _judged(paragraph: Paragraph, again: re.Match[str], told: Sequence[re.Match[str]]) -> Iterator[Finding]:
    first, stated = (whole(told[0]["n"]) if len(told) == 1 else None), whole(again["n"])
    if first is None or stated is None or OTHER.search(paragraph.text[: again.start()]):
        return
    start = paragraph.text.rfind(". ", 0, again.start()) + 1
    if any(
        month not in told[0].string[: told[0].end()] for month in MONTHS.findall(paragraph.text[start : again.end()])
    ):
        return  # of another time
    verdict: Verdict = "ok" if first == stated else "wrong"
    why = f"{first} {told[0]['so']} {told[0]['what']} before, printed as {again['n']}"
    slip = f"{CODE}/{paragraph.line}/{again.start()}"
    yield Finding(CODE, verdict, paragraph.where, again.group(), again["n"], str(first), why, slip, "likely")
