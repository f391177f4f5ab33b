"""Names told in their order, and one of them called a strength, first or last: "ranked from best to worst, ..."."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.end_words import BEST, HIGHEST, LOWEST, WORST
from looped.checker.finding import Finding, Verdict
from looped.checker.item_names import stems_of
from looped.checker.listing import Listing, Named, listings
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage

CODE = "ranked-end"
MESSAGE = "What is called a strength, the first or the last stands so in the order that is told."
GOOD = "The four areas, ranked from best to worst, were Sails, Ropes, Pumps and Masts. Sails is a strength."
BAD = "The four areas, ranked from best to worst, were Sails, Ropes, Pumps and Masts. Masts is a strength."

HIGH_FIRST = rf"(?:{BEST}|{HIGHEST}|high|top|first|most [a-z]+)"
LOW_FIRST = rf"(?:{WORST}|{LOWEST}|low|bottom|last|least [a-z]+)"
RANKED = pattern_of(
    rf"\bfrom (?:the )?(?:(?P<down>{HIGH_FIRST}) to (?:the )?{LOW_FIRST}|(?P<up>{LOW_FIRST}) to (?:the )?{HIGH_FIRST})"
    r"(?: [a-z]+)?(?:, (?:they |these |the [a-z]+ )?(?:were|are|was|is)(?: as follows)?:?|:| (?:were|are):?) "
    r"(?P<list>[^.;:()%\d]+)",
    re.I,
)
JOINT = re.compile(r",? and |, ")
SAID = pattern_of(
    r"\b(?:is|are|was|were|remains?|(?:came|comes?|stood|stands) out(?: as)?|came|emerged as|"
    r"proved|ranked|stood|had|has|scored)(?: therefore| thus| clearly| again)? "
    r"(?:an? |the )?"
    r"(?:clear |real |particular |relative |major |key |main )?"
    r"(?:(?P<strength>strengths?|strong points?)|(?P<weakness>weakness(?:es)?|weak (?:points?|spots?))|"
    rf"(?P<top>(?:{BEST}|{HIGHEST}|first|top))|(?P<end>(?:{WORST}|{LOWEST}|last|bottom)))\b",
    re.I,
)
NOT = pattern_of(
    r"\b(?:not|no longer|never|once|last (?:year|time)|second|joint|one of|previous\w*|among|until|would|should|could|"
    r"improv\w*|if)\b|n[’']t\b",
    re.I,
)
# "From the strongest area to the weakest, was: sails 83%; ...".
RANKING = pattern_of(r"\branking (?:was|is|runs|reads|from (?:best|first|top))\b|\branking(?: by [a-z]+)?:", re.I)
WAY = pattern_of(
    rf"\bfrom (?:the )?(?:(?P<down>{HIGH_FIRST})(?: [a-z]+)? to (?:the )?{LOW_FIRST}|"
    rf"(?P<up>{LOW_FIRST})(?: [a-z]+)? to (?:the )?{HIGH_FIRST})\b",
    re.I,
)
# "The strongest area was sails".
THE_END = pattern_of(
    rf"\b(?:our |its |the )?(?:(?P<top>(?:{BEST}|{HIGHEST}))|(?P<end>(?:{WORST}|{LOWEST})))(?: (?!change|rise|"
    r"fall|gap|increase|improve|drop|gain|"
    r"reduc|decrease|differ|score|number)[a-z]+){0,3}? (?:was|is|were|are|remains?) (?:again |clearly |"
    r"therefore )?(?P<who>[^.;:,()\d]{3,50})(?=[.;,]|$)",
    re.I,
)
ENDS = pattern_of(
    r"(?: (?:areas?|scores?|results?|shares?|rates?|marks?|of (?:the|all|these|practice|them)\b[^.;]*|"
    r"on these[^.;]*|overall|"
    r"in (?:this|the)\b[^.;]*))*\s*(?:[.;,:!]|$)",
    re.I,
)
FEWEST = 3


def check(context: Context) -> Iterator[Finding]:
    """Each order of names, with what the other sentences of its paragraph say of one of them."""
    for paragraph in context.paragraphs_with(RANKED):
        read = passage(paragraph.text)
        for found in RANKED.finditer(read.text):
            names = [re.sub(r"^and ", "", each).strip() for each in JOINT.split(found["list"].strip())]
            names = names[::-1] if found["up"] else names
            if len(names) < FEWEST or len(set(names)) < len(names):
                continue
            for at, start in enumerate(read.starts):
                said = _alone(SAID.search(read.sentence(at)), read.sentence(at))
                if start >= found.end() and said and not NOT.search(read.sentence(at)):
                    verdict = _verdict(names, read.sentence(at)[: said.start()], said)
                    quote, slip = read.sentence(at).strip(), f"{CODE}/{paragraph.line}/{start}"
                    why = f"the order told is {', '.join(names)}"
                    if verdict:
                        yield Finding(CODE, verdict, paragraph.where, quote, said.group(), "", why, slip, "likely")
    yield from _over_document(context)


def _over_document(context: Context) -> Iterator[Finding]:
    """What other paragraphs say of one item of the only list whose figures are told from the best to the worst."""
    told = [
        (paragraph, each, way == "up")
        for paragraph in context.paragraphs_with(WAY, RANKING)
        for read in [passage(paragraph.text)]
        for each in listings(read)
        if len(each.items) >= FEWEST and all(item.words for item in each.items)
        for way in [_way(read.sentence(each.sentence), each)]
        if way
    ]
    if len(told) != 1:
        return
    own, listing, up = told[0]
    items = listing.items[::-1] if up else listing.items
    yield from _called_end(context, own, listing, items)
    for paragraph in context.paragraphs_with(SAID):
        read = passage(paragraph.text)
        for at, start in enumerate(read.starts):
            if paragraph is own and at == listing.sentence:
                continue
            sentence = read.sentence(at)
            said = _alone(SAID.search(sentence), sentence)
            # "And managers should share it" says nothing of the order.
            if not said or NOT.search(sentence.partition(";")[0]) or read.of_sentence(at):
                continue
            hits = listing.named(sentence[: said.start()])
            words = stems_of(sentence[: said.start()])
            alone = len(hits) == 1 and words in (hits[0].words, stems_of(hits[0].name))
            verdict = _at(items.index(hits[0]), len(items), said) if alone else None
            if verdict:
                why, slip = f"the order told is {listing.shown}", f"{CODE}/{paragraph.line}/{start}"
                yield Finding(CODE, verdict, paragraph.where, sentence.strip(), said.group(), "", why, slip, "likely")


def _way(sentence: str, listing: Listing) -> str:
    """Which way a list is said to run, or is called a ranking and does run; nothing where neither."""
    if said := WAY.search(sentence):
        return "up" if said["up"] else "down"
    falling = listing.values == sorted(listing.values, reverse=True) and len(set(listing.values)) > 1
    return "down" if RANKING.search(sentence) and falling else ""


def _called_end(context: Context, own: Paragraph, listing: Listing, items: Sequence[Named]) -> Iterator[Finding]:
    """ "The strongest area was sails", in another paragraph than the list."""
    for paragraph in context.paragraphs_with(THE_END):
        for said in THE_END.finditer(paragraph.text) if paragraph is not own else ():
            lead = paragraph.text[paragraph.text.rfind(". ", 0, said.start()) + 1 : said.end()]
            hits = listing.named(said["who"])
            alone = len(hits) == 1 and stems_of(said["who"]) in (hits[0].words, stems_of(hits[0].name))
            if alone and not NOT.search(lead):
                first, last = (items.index(hits[0]) == each for each in (0, len(items) - 1))
                verdict: Verdict = "ok" if (first if said["top"] else last) else "wrong"
                why, slip = f"the order told is {listing.shown}", f"{CODE}/{paragraph.line}/{said.start()}"
                yield Finding(CODE, verdict, paragraph.where, said.group(), said["who"], "", why, slip, "likely")


def _verdict(names: Sequence[str], lead: str, said: re.Match[str]) -> Verdict | None:
    """By the one name that the sentence begins with; of what stands in the middle nobody says."""
    own = [at for at, each in enumerate(names) if re.match(rf"\W*(?:the )?{re.escape(each)}\b\W*$", lead, re.I)]
    if len(own) != 1:
        return None
    return _at(own[0], len(names), said)


def _alone(said: re.Match[str] | None, sentence: str) -> re.Match[str] | None:
    """What is said, where it is the rank itself: not "was last inspected", "the first to", "had the best staff"."""
    return said if said and ENDS.match(sentence, said.end()) else None


def _at(place: int, size: int, said: re.Match[str]) -> Verdict | None:
    """By the place that a name has among so many."""
    first, last = place == 0, place == size - 1
    if said["top"] or said["end"]:
        return "ok" if (first if said["top"] else last) else "wrong"
    bad = last if said["strength"] else first
    return "wrong" if bad else "ok"
