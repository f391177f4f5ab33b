"""What is said to be more or less than another, with a figure on each side of "than" or by the name of one of two."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import OF_GAPS
from looped.checker.finding import Finding
from looped.checker.item_names import stems_of
from looped.checker.numbers import whole
from looped.checker.other_subject import is_narrower, is_turned
from looped.checker.parties import (
    CLAUSE,
    TIME,
    Party,
    clause_of,
    finding_of,
    from_place,
    hits,
    is_set_in,
    nearby,
    parties,
    parts_of,
    readings_of,
)
from looped.checker.patterns import pattern_of
from looped.checker.phrases import MORE_OR_LESS, ONLY
from looped.checker.prose import Passage, passage
from looped.checker.quieting import NUMBER
from looped.checker.weighing import prose_alone
from looped.checker.worth import UNWANTED, more_is_better

CODE = "order-pair"
MESSAGE = "Of two that are set against each other the one said to be more is more, by the figures beside them."
GOOD = "The board has 9 women and 6 men. Men are in the minority."
BAD = "The board has 9 women and 6 men. Men are in the majority."

UP = (
    r"higher|greater|larger|bigger|longer|heavier|costlier|dearer|wider|taller|deeper|busier|commoner|likelier|"
    r"oftener|"
    r"stronger|fuller|louder|hotter|warmer|steeper|thicker|more"
)
DOWN = (
    r"lower|smaller|lesser|shorter|lighter|cheaper|narrower|quieter|rarer|weaker|scarcer|thinner|cooler|colder|fewer|"
    r"less"
)
WORD = pattern_of(
    rf"\b(?P<up>{UP}|in the (?:clear )?majority|(?:formed|form|made up|make up|were|are|was|is) (?:the|a) "
    rf"(?:clear )?majority|the bulk)\b|\b(?P<down>{DOWN}|in (?:the|a) (?:clear )?minority|"
    r"(?:formed|form|made up|make up|were|are|was|is) (?:the|a) (?:clear )?minority)\b|\b(?P<better>better)\b|"
    r"\b(?P<worse>worse)\b|\b(?P<fast>quicker|faster|sooner)\b|\b(?P<slow>slower)\b",
    re.I,
)
THAN = pattern_of(r"\bthan\b", re.I)
DENIED = pattern_of(
    r"\b(?:not|no|never|neither|nor|n[’']t|whether|if|hardly|should|would|could|might|may|expect\w*|hop(?:e[ds]?|"
    r"ing)|"
    r"rather|any|even|at least|either|once|or|one or|two or|what|which of|asked|prefer\w*|want\w*|need\w*|far)\b"
    r"[^.;:,]{0,24}$|\b(?:got|gets?|getting|became|become|grew|grown|turned)(?: [a-z]+)? $|"
    r"\b(?:reasons?|causes?|grounds?) for an? $",
    re.I,
)
ASIDE = pattern_of(
    r"\s?(?:recent|important|serious|generally|specifically|information|detail|broadly|widely|closely|"
    rf"and (?:more|less)|or (?:{MORE_OR_LESS})|than (?:recover\w*|doubl\w*|halv\w*|trebl\w*|offset|made|"
    r"once|one|half|a|an|any|ever|usual|expected|"
    r"planned|enough|twice|just)\b)|-",
    re.I,
)
BOUND = re.compile(rf"\s*(?:{ONLY})?(?:[£$€]?\d|{NUMBER}\b|an? |half|twice|the (?:target|limit|standard))", re.I)
RULED = pattern_of(
    r"\b(?:half|twice|three times|double|satisfactory|adequate|required|usual|"
    r"expected(?= ?[.,;:)]|$| and)|ever|gap|difference|change|rise|fall|"
    r"increase|target|limit|standard|threshold)\b",
    re.I,
)
SIZED = re.compile(
    rf"(?:\b(?P<n>{NUMBER})|(?:%|points?|times|some|many|several|few|much|by \S+))(?: (?!(?:was|were|is|are|had|"
    rf"has|got)\b)[a-z]+)? $",
    re.I,
)
EITHER = pattern_of(r"\b(?:either|both|any|each|all|every|the (?:other )?two)\b", re.I)
# Where the figure of what it is set against may stand behind a comma.
SET_IN = re.compile(r", (?:at |with |on |of |which (?:was|had|stood at) |where it was |where there were )?$", re.I)
STOP = pattern_of(r"[;]|[.:](?=\s)|\b(?:but|while|whereas|although|because|if)\b", re.I)
# It says nothing of figures: "more detail", "longer sessions were asked for".
LASTS = pattern_of(
    r"[.,;:)]|\s*$|\s(?:often|frequently|in|on|at|among|for|under|with|likely|common)\b|\s[a-z]+(?=[.,;:)]|$)", re.I
)
# "A lower score means less pain": of every score.
MEANS = pattern_of(r"\b(?:means?|is better|is worse|is good|indicates?|denotes?|signif\w+|reflects?)\b", re.I)
# Said of shares: no count without its base is one.
OFTEN = pattern_of(r"likel|common|often|frequen|rarer|\brates?\b|proportion|share|percent", re.I)
# One of two passes the other, or is left behind.
PASSED = pattern_of(
    r"\b(?:(?P<up>passed(?= (?:the|its|their|them|it|that|those|both|all)\b)|overtook|overtak(?:en|es|ing)|"
    r"surpass(?:ed|es|ing)|exceed(?:ed|s|ing)|outstrip\w*|outdid|"
    r"outpac\w+|outscor\w+|outnumber(?:ed|s|ing)(?! by)|beat|beats|led|leads|leading|(?:was|were|is|are|came|edged|"
    r"pulled|stood|"
    r"finished)(?: just| well| out| slightly| clearly)? (?:ahead|in front|above)(?: of)?)|"
    r"(?P<down>trail(?:ed|s|ing)|lagg(?:ed|ing)(?: behind)?|lags(?: behind)?|(?:was|were|is|are|came|fell|stood|"
    r"finished)(?: just| well| slightly| clearly)? (?:behind|below|short of)|(?:was|were|is|are) outnumbered(?: by)?))"
    r"(?![\w-])",
    re.I,
)
IT = re.compile(
    r"\s*(?:it|them|this|these|those|that(?= ?[.,;:)])|the (?:other|first|former|latter))?"
    r"(?= ?[.,;:)]|$| in \d| overall)"
)
# "Fewer fees than expected and two lost claims": set against what somebody thought.
AWAITED = pattern_of(
    r"\s*(?:we |was |were |had been |it )*(?:expected|planned|usual|hoped|needed|forecast|budgeted|intended|normal|"
    r"thought|feared|before)\b",
    re.I,
)
NEAR = 40
BY = re.compile(rf"\bby (?:{ONLY})?[£$€]?$")
WHICH = re.compile(r", (?:which|who) (?:[a-z]+ ){1,2}?$")
SO = pattern_of(
    r"[^.\d]{0,60}?[,;:)]? (?:and )?(?:so|thus|hence|therefore|meaning|which (?:means|shows))(?: that)?,? ", re.I
)
MORE_OF = pattern_of(
    r"\s[a-z]+ (?:(?:thus|therefore|then|hence|accordingly|clearly|in fact) )?[a-z]+(?: (?:in|from|at|on|to|by|for|"
    r"under|of))?"
    r"(?: the)? [^.;:,()\d]+(?=[.;,])",
    re.I,
)
CONNECTED = pattern_of(r"(?:(?:so|thus|hence|therefore|and|but)?,?\s?)?$", re.I)
LEAD_LONGEST, GAP_LONGEST = 120, 110


@dataclass(frozen=True)
class Said:
    """What is said. up: more is meant; link: where what it is set against begins, behind "than"."""

    start: int
    end: int
    up: bool
    link: int | None
    size: int | None
    sized: bool


def check(context: Context) -> Iterator[Finding]:
    """Each such statement, in sections without tables."""
    for paragraph in context.once(prose_alone):
        if not (WORD.search(paragraph.text) or PASSED.search(paragraph.text)):
            continue
        read = passage(paragraph.text)
        if len(read.entries) < 2 or OF_GAPS.search(read.text):
            continue
        for found in WORD.finditer(read.text):
            said = _said(read, found)
            if said:
                yield from _across(paragraph, read, said) if said.link else _by_name(paragraph, read, said)
                yield from _both_named(paragraph, read, said)
                yield from _of_last(paragraph, read, said)
        for found in PASSED.finditer(read.text):
            yield from _passed(paragraph, read, found)


def _said(read: Passage, found: re.Match[str]) -> Said | None:
    at = read.sentence_at(found.start())
    lead = read.text[read.starts[at] : found.start()]
    if (
        DENIED.search(lead)
        or ASIDE.match(read.text, found.end())
        or MEANS.search(read.text, *clause_of(read, found.start(), found.end()))
    ):
        return None
    high = read.starts[at] + len(read.sentence(at))
    than = THAN.search(read.text, found.end(), min(high, found.end() + LEAD_LONGEST))
    other = WORD.search(read.text, found.end(), than.start()) if than else None
    if than and (other or STOP.search(read.text[found.end() : than.start()])):
        return None
    sized = SIZED.search(lead)
    up = bool(found["up"])
    if found["better"] or found["worse"] or found["fast"] or found["slow"]:
        worth = _is_up(read, at, found)
        if worth is None:
            return None
        up = worth
    size = whole(sized["n"]) if sized and sized["n"] else None
    return Said(found.start(), found.end(), up, than.end() if than else None, size, bool(sized))


def _is_up(read: Passage, at: int, found: re.Match[str]) -> bool | None:
    """Whether more is meant by a word of worth or pace; None where that hangs on what is counted."""
    own = read.of_sentence(at) or read.of_sentence(at - 1)
    timed = any(TIME.match(each.unit) for each in own)
    if found["fast"] or found["slow"]:
        return (not found["fast"]) if timed else None
    scope = read.sentence(at - 1) + read.sentence(at)
    if timed or re.search(rf"\b(?:{UNWANTED}|low(?:er)?|less|fewer)\b", scope, re.I):
        less_is_better = not timed and more_is_better(scope) is False
        return bool(found["worse"]) if less_is_better else None
    return bool(found["better"])


def _across(paragraph: Paragraph, read: Passage, said: Said) -> Iterator[Finding]:
    """A figure before "than" and one behind it: the only ones of their kind, or links of a chain."""
    assert said.link is not None
    at = read.sentence_at(said.start)
    if said.sized or BOUND.match(read.text, said.link):
        return
    for row in parties(read, at, at):
        before = [e for e in row if e.entry.end <= said.link]
        behind = [e for e in row if e.entry.start >= said.link]
        if not before or not behind:
            continue
        lead = read.text[before[-1].entry.end : said.start] if before[-1].entry.end <= said.start else ""
        gap = read.text[said.link : behind[0].entry.start]
        if STOP.search(lead) or len(gap) > GAP_LONGEST or RULED.search(gap) or _is_cut(gap) or AWAITED.match(gap):
            return
        thans = len(THAN.findall(read.sentence(at)))
        several = EITHER.search(gap) and len(before) == 1
        if len(row) != thans + 1 and not (several and thans == 1):
            return
        rivals = behind if several else behind[:1]
        yield _finding(paragraph, read, said, before[-1], rivals)
        return


def _is_cut(gap: str) -> bool:
    """Whether other words begin between "than" and the figure: a comma is passed only where the figure is set in."""
    return bool(STOP.search(gap)) or ("," in SET_IN.sub("", gap))


def _by_name(paragraph: Paragraph, read: Passage, said: Said) -> Iterator[Finding]:
    """Of two or three the one that is named in the clause of what is said, against the others."""
    at = read.sentence_at(said.start)
    low, high = clause_of(read, said.start, said.end)
    plain = read.text[said.start : said.end].lower() in ("more", "fewer")
    opens = plain and CONNECTED.fullmatch(read.text[low : said.start]) and MORE_OF.match(read.text, said.end)
    if not opens and not LASTS.match(read.text, said.end):
        return
    for row in nearby(read, at):
        last = row[-1]
        if said.start < last.entry.end or len(row) > 3:
            continue
        start = max(low, last.high, last.entry.end)
        mine = hits(row, read.text[start:high])
        if len(mine) != 1 or not all(each.words for each in row) or _has_figure(read, start, high, said):
            continue
        plain = mine[0].value == mine[0].entry.value and any(e.share for e in read.entries) and not mine[0].entry.share
        if plain and OFTEN.search(read.text, said.start, said.end + 12):
            return  # "more often": of their shares
        rivals = [each for each in row if each is not mine[0]]
        apart = abs(row[0].value - row[1].value)
        if said.sized and (said.size is None or apart != said.size or len(row) != 2):
            return
        yield _finding(paragraph, read, said, mine[0], rivals)
        return


def _both_named(paragraph: Paragraph, read: Passage, said: Said) -> Iterator[Finding]:
    """ "It was quieter in June than in May", with the figures of both in the sentence beside it."""
    at = read.sentence_at(said.start)
    own = read.of_sentence(at)
    start = own[-1].end if own else read.starts[at]
    # "64% and 42%, so the first was rarer than the second": drawn from what its own sentence tells.
    drawn = own and start <= said.start and SO.match(read.text, start, said.start)
    if said.link is None or said.sized or (own and not drawn) or BOUND.match(read.text, said.link):
        return
    low, high = clause_of(read, said.start, said.end)
    end = CLAUSE.search(read.text, said.link, read.starts[at] + len(read.sentence(at)))
    theirs_text = read.text[said.link : end.start() if end else high]
    for every in nearby(read, at):
        place = every[-1].entry.sentence
        if is_narrower(read, every[0].entry.sentence, at) or is_turned(read, place, at):
            continue
        told = parts_of(read, every)
        row: Sequence[Party] = told
        if told[0].low <= said.start < told[0].entry.start:
            row = from_place(read, told, max(said.link, read.starts[at] + len(read.sentence(at))))
        theirs = hits(row, theirs_text)
        mine = [e for e in hits(row, read.text[start : said.link]) if e not in theirs]
        counted = row[0].value == row[0].entry.value and not row[0].entry.share
        shared = counted and OFTEN.search(read.text, said.start, said.link)
        if len(row) == 2 and len(mine) == len(theirs) == 1 and all(each.words for each in row) and not shared:
            yield _finding(paragraph, read, said, mine[0], theirs)
        if mine or theirs:
            return  # a row further off would be of other figures


def _of_last(paragraph: Paragraph, read: Passage, said: Said) -> Iterator[Finding]:
    """ "Ash sent 31 (12%); Elm, with 20 (18%), had the larger share": of the one whose figure is set in before it."""
    at = read.sentence_at(said.start)
    for row in nearby(read, at):
        first, last = row[0].entry, row[-1].entry
        if len(row) != 2 or said.link or said.sized or last.end > said.start:
            continue
        if is_set_in(read, last, said.start) and first.end < last.start:
            yield _finding(paragraph, read, said, row[1], row[:1])
        return


def _passed(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """ "Rents came to £91,000; fees, at £96,500, passed them": the nearer is said to be above the other."""
    at = read.sentence_at(found.start())
    if DENIED.search(read.text[read.starts[at] : found.start()]):
        return
    for row in nearby(read, at):
        scope = read.text[row[0].low : max(row[-1].entry.end, found.end())]
        timed = any(TIME.match(each.entry.unit) for each in row)
        pair = _passing(read, found, row) if len(row) == 2 else None
        if pair and not timed and more_is_better(scope) is not False:
            said = Said(found.start(), found.end(), bool(found["up"]), found.end(), None, False)
            yield _finding(paragraph, read, said, pair[0], pair[1:])
        if pair:
            return


def _passing(read: Passage, found: re.Match[str], row: Sequence[Party]) -> tuple[Party, Party] | None:
    """Which of two it is said of, and the other."""
    one, other = row
    between = read.text[one.entry.end : other.entry.start]
    if found.end() <= one.entry.start:
        both = re.fullmatch(r"[^.;:\d]*\bby [£$€]?", read.text[found.end() : one.entry.start])
        return (one, other) if both and re.fullmatch(r" (?:to|against|v\.?|versus) [£$€]?", between) else None
    if other.entry.end <= found.start():
        gap = read.text[other.entry.end : found.start()]
        if not IT.match(read.text, found.end()):
            return None
        if not STOP.search(gap):
            return (other, one) if len(gap) < NEAR and not re.search(r"\b(?:and|which)\b", gap) else None
        mine = hits(row, read.text[max(other.entry.end, clause_of(read, *found.span())[0]) : found.start()])
        return (mine[0], one if mine[0] is other else other) if len(mine) == 1 else None
    if one.entry.end <= found.start() and found.end() <= other.entry.start:
        gap = WHICH.sub(" ", read.text[found.end() : other.entry.start])
        if BY.search(gap) or _is_cut(gap) or RULED.search(gap) or STOP.search(read.text[one.entry.end : found.start()]):
            return None
        return (one, other) if one.words and (other.words or stems_of(gap)) else None
    return None


def _has_figure(read: Passage, low: int, high: int, said: Said) -> bool:
    """Whether the clause tells a figure of its own, besides by how much it is more."""
    own = [e for e in read.entries if low <= e.start < high and e.text.lower() != "one"]
    return len(own) > (1 if said.size is not None else 0)


def _finding(paragraph: Paragraph, read: Passage, said: Said, mine: Party, rivals: Sequence[Party]) -> Finding:
    readings = [(each[0], each[1:]) for each in readings_of(read, said.end, (mine, *rivals))]
    right = any(all((a > b) if said.up else (a < b) for b in others) for a, others in readings)
    # Of several it must be so of none to be called wrong by a name alone.
    if not right and said.link is None and len(rivals) > 1:
        right = any(any((a > b) if said.up else (a < b) for b in others) for a, others in readings)
    told = " and ".join(each.entry.text for each in rivals)
    why = f"{mine.entry.text} against {told}; the sentence says “{read.text[said.start : said.end]}”"
    return finding_of(
        CODE, paragraph, read, (said.start, said.end), (right, "" if right else "the other way about"), why
    )
