"""Which way something went: a word of direction, or of better and worse, against two figures whose order is told."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.directions import (
    BETTER,
    DOWNWARDS,
    FELL,
    FELL_BESIDE,
    LESS,
    MORE,
    ROSE,
    ROSE_BESIDE,
    UPWARDS,
    WORSE,
)
from looped.checker.document import Paragraph
from looped.checker.earlier import EARLIER, LATER, STAGE, ordered, told_earlier
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import is_limit, value_of
from looped.checker.pairing import comparable, gaps_told, in_time, linked
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage, stems
from looped.checker.quieting import NUMBER
from looped.checker.worth import DURATIONS, UNWANTED

CODE = "which-way"
MESSAGE = "What is said to have gone up or down has done so by its figures."
GOOD = "Takings slipped from 92.3% of the plan in spring to 90.2% in autumn."
BAD = "Takings slipped from 90.2% of the plan in spring to 92.3% in autumn."

# The earlier figure and the later.
Pair = tuple[Entry, Entry]

UP = rf"up|{ROSE}|{ROSE_BESIDE}|{UPWARDS}|{MORE}|doubl\w+|trebl\w+|tripl\w+"
DOWN = rf"down|{FELL}|{FELL_BESIDE}|{DOWNWARDS}|{LESS}|cut|halv(?:ed|ing)"
WAY = pattern_of(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN})|(?P<better>{BETTER})|(?P<worse>{WORSE}))\b", re.I)
# "81%, down four points on last time (41%)", "210, a fall on the 110 before", "8%, lower than the 12% of May".
SET_ON = pattern_of(
    r"\b(?:(?P<up>up|(?:an? |the )?(?:\w+ )?(?:rise|increase|gain|advance|jump)|higher|more)|"
    r"(?P<better>(?:an? )?(?:\w+ )?improvement)|(?P<worse>(?:an? )?(?:\w+ )?(?:deterioration|worsening))|"
    r"(?P<down>down|(?:a |the )?(?:\w+ )?(?:fall|drop|decrease|decline|reduction|dip|cut)|lower|fewer|less))"
    r"(?: (?:by |of )?(?:just |only |some |about )?[\d.]+(?: percentage)? points?| (?:by|of) £?[\d.,]*\d%?(?: "
    r"[a-z]+)?)? "
    r"(?:on|from|over|against|compared (?:with|to)|than(?= (?:in|at|on|for|the|last|that|those)\b))\b"
    r"(?P<rest>[^.;:\d]{0,70})$",
    re.I,
)
FROM = re.compile(r"\bfrom (?:just |only |about |some |an? (?:\w+ ){1,2}of |the )*$", re.I)
TO = re.compile(r"\bto (?:just |only |about |some |an? (?:\w+ ){1,2}of |the )*$", re.I)
BY = re.compile(r"\bby (?:about |some |just |from )?$")
NOUN = re.compile(
    r"\b(?:an?|the|no|this|that|(?:sharp|slight|marked|steady|small|large|further|clear)) $|"
    r"\ban? (?!of\b)[a-z-]+ $",
    re.I,
)
TURNS = re.compile(r"(?:improvement|deterioration|worsening|decline|rise|increase|fall|drop|reduction)$", re.I)
TURNED = pattern_of(
    r"\b(?:been|is|was|shows?|showed|represents?|represented|saw|seen|marks?|marked|indicates?|suggests?|found|"
    r"to|means?) "
    r"(?:therefore |thus |clearly )?(?:an?|some) (?:[a-z]+ ){0,2}$",
    re.I,
)
TURNED_BEHIND = pattern_of(
    r" (?:was|is|has been|had been|were) (?:(?:thus|therefore|also|clearly) )?(?:seen|demonstrated|shown|found|"
    r"achieved|"
    r"recorded|noted|observed|evident|apparent|made|sustained)\b",
    re.I,
)
OWN = re.compile(r"\b(?:its|their|our|his|her|whose) $", re.I)
COUNTED = re.compile(r" (?:numbers?|shares?|proportions?|rates?|totals?|trend|tendency|demand|use|levels?)\b", re.I)
NOUNS = re.compile(
    r"(?:rises?|increases?|growth|gains?|falls?|drops?|decreases?|declines?|reductions?|dips?|cuts?)$", re.I
)
NOT = pattern_of(
    r"\b(?:not|no|never|neither|nor|n[’']t|whether|if|hardly|should|would|could|target|aim|hope|expect\w*|"
    r"plans? to|planned|rather|other)\b[^.;,]{0,24}$",
    re.I,
)
# Words of direction that say something else: "follow up", "up to date", "cut off", "one or more".
ELSE_BEHIND = re.compile(r"(?<=up)[- ]to\b|[- ](?:to date|and running|until|off|out|complete|short|likely|often)\b")
ELSE_BEFORE = pattern_of(
    r"\bor $|\b(?:follow\w*|set|sign\w*|made|writ(?:e|ing|ten)|tak(?:e|es|en|ing)|look\w*|pick\w*|back\w*|broke|"
    r"break\w*|clos\w*|no|"
    r"one or|once|"
    r"people|residents|patients|persons|who|men|women|"
    r"any|of|patient|resident|recorded|fully|all)[- ]$",
    re.I,
)
STANDS = re.compile(r"\b(?:stood|stands?|stepp(?:ed|ing)|standing) $")
MOVES = pattern_of(
    r"(?:[,;:(–—]|\b(?:is|was|were|are|been|be|went|gone|go|goes|going|moved|still|now|again|and|stood)) $", re.I
)
BOUND = re.compile(
    rf" than (?:£?\d|{NUMBER}\b|half\b|twice\b|double\b|"
    rf"an? (?:third|quarter|fifth|tenth)\b|"
    rf"(?:the|its|their|an?) (?:[a-z]+ ){{0,2}}(?:ceiling|limit|maximum|minimum|threshold|norm|guideline)\b)"
    r"(?![^.;,]* (?:last|previous|before|earlier|in (?:19|20))\b)",
    re.I,
)
LIMITED = pattern_of(r"\bthan\b.*\b(?:ceiling|limit|maximum|minimum|threshold|norm|guideline)\b", re.I)
MORE_OF = re.compile(r"\s+(?:more|fewer|less|higher|lower)\b")
CLAUSED = pattern_of(r"[;]|:[^:]*:|\b(?:but|while|although|because|whereas|who|which)\b")
SPAN_BEHIND = re.compile(r"\s+to (?:just |only |about |some |the )*[£$€]?\d")
SPAN = pattern_of(r"\b(?:rang\w+|var\w+|between|grades?|bands?|categor\w+)\b", re.I)
LESS_IS_MORE = pattern_of(
    rf"\b(?:{UNWANTED}|{DURATIONS}|(?<!this )(?<!last )(?<!in )(?<!on )(?<!each )(?<!second )(?<!first )time|"
    rf"fallen|outstanding|spend\w*|blank|duplicate|lost|pressure|noise|stay|not)\b",
    re.I,
)
MONTHS = 12
GAP = pattern_of(
    r"\b(?:figures|shares|rates|proportions|percentages) (?:are|were) [^;:]*[:;–—] (?:so )?the (?:gap|difference|lead|"
    r"margin)\b[^.;:]{0,20}$",
    re.I,
)
NEEDED = re.compile(r" (?:[a-z]+ ){1,3}(?:is|are|was|were|will be) (?:needed|required|wanted|planned|due)\b")
STAGED = re.compile(rf"\b{STAGE} $", re.I)
GENERAL = pattern_of(r"(?:there (?:was|were)|it|they|the (?:figure|number|rate|total|share|proportion)s?)\b", re.I)
OTHERS = pattern_of(r"\b(?:remaining|other|rest of the|all) $", re.I)
TAKES_UP = pattern_of(
    r"\b(?:it|this|that|they|these|there|which|so|performance|compliance|(?:the|its|their) (?:number|figure|"
    r"rate|share|total|score|"
    r"proportion|percentage|average|mean|median|level|result)s?)\b|^\W*$",
    re.I,
)
SHARED = pattern_of(r"\b(?:shares?|proportions?|rates?|percentages?|per cent|compliance)\b", re.I)
NEAR = 60


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with one direction, and two figures in it or before it."""
    for paragraph in context.paragraphs_with(WAY):
        read = passage(paragraph.text)
        if len(read.entries) < 2 or not WAY.search(read.quiet):
            continue
        sizes = list(gaps_told(read))
        for at in range(len(read.starts)):
            yield from _sentence(paragraph, read, at, sizes)


def _sentence(paragraph: Paragraph, read: Passage, at: int, sizes: Sequence[Entry]) -> Iterator[Finding]:
    start, sentence = read.starts[at], read.sentence(at)
    ways = [each for each in WAY.finditer(read.quiet, start, start + len(sentence)) if not _is_aside(read, each)]
    if any(NOT.search(read.text[start : each.start()]) for each in ways):
        return
    own = [e for e in read.of_sentence(at) if e not in sizes and _is_told(read, e)]
    chosen = _spanned(read, read.of_sentence(at), ways) or _set_on(read, own)
    if chosen is None and not ways:
        return
    if chosen is None:
        pair = _told(read, at, own, ways, sizes)
        said = {_is_up(each, read, at) for each in ways}
        if pair is None or len(said) != 1 or None in said:
            return
        if own and any(_is_of_another(ways[0], each, pair) for each in sizes):
            return
        chosen = pair, ways[0], said.pop() is True
    yield from _finding(paragraph, read, *chosen)


def _is_of_another(way: re.Match[str], size: Entry, pair: Pair) -> bool:
    """Whether a sum or a count went that way, and the shares behind are others: "rose by £9k and is 25%, not 26%"."""
    low = min(each.start for each in pair)
    return way.end() <= size.start < low and size.kind in ("count", "money", "measure") and pair[0].kind == "share"


def _is_told(read: Passage, entry: Entry) -> bool:
    """Whether it is what something was, no limit and no "by five", "five fewer"."""
    ahead = read.text[: entry.start]
    if entry.kind == "count" and entry.value <= MONTHS and STAGED.search(ahead):
        return False  # "month six"
    return not (BY.search(ahead) or MORE_OF.match(read.text[entry.end :]) or is_limit(read.quiet, entry.start))


def _is_aside(read: Passage, way: re.Match[str]) -> bool:
    """Whether a word of direction is something else here, or the name of a thing: "falls", "a dropped kerb"."""
    text, behind = read.text, read.text[way.end() :]
    if NEEDED.match(behind) or (way.group().lower() == "down" and STANDS.search(text[: way.start()])):
        return True  # "more staff are needed", "two trustees stood down"
    if way.group().lower() in ("up", "down") and not MOVES.search(text[: way.start()]):
        return True
    if BOUND.match(behind) or ELSE_BEHIND.match(behind) or ELSE_BEFORE.search(text[: way.start()]):
        return True
    # "The figures were 69% and 57%: the gap has narrowed": of what is between them.
    if GAP.search(text[read.starts[read.sentence_at(way.start())] : way.start()]):
        return True
    if re.match(r"(?:grew|grow\w*|gr?own)$", way.group(), re.I) and WAY.match(behind[1:]):
        return True
    before = NOUN.search(text[: way.start()])
    # "There has been a clear improvement", "shows a deterioration": it is said of what is told.
    if TURNS.match(way.group()) and (TURNED.search(text[: way.start()]) or TURNED_BEHIND.match(behind)):
        return False
    if NOUNS.match(way.group()):
        return not (before or OWN.search(text[: way.start()]))
    # "A dropped kerb", "its higher occupancy": no movement. "The growing number of calls" is one.
    if not (before or OWN.search(text[: way.start()])):
        return False
    return not (way.group().lower().endswith(("ing", "ed")) and COUNTED.match(behind))


def _is_up(way: re.Match[str], read: Passage, at: int) -> bool | None:
    """Which way a word says; None of better and worse where less of the thing may be better."""
    if way["up"] or way["down"]:
        return bool(way["up"])
    scope = read.sentence(at) + ("" if read.of_sentence(at) else read.sentence(at - 1))
    return None if LESS_IS_MORE.search(scope) else bool(way["better"])


def _set_on(read: Passage, own: Sequence[Entry]) -> tuple[Pair, re.Match[str], bool] | None:
    """ "81%, down on last time (41%)": the second is the earlier."""
    for one in own:
        for other in own:
            if other.start > one.end and _alike(one, other):
                if OTHERS.search(read.text[: other.start]):
                    continue  # "lower than that at the remaining 19": how many they are
                if FROM.search(read.text[: other.start]) and SPAN_BEHIND.match(read.text[other.end :]):
                    continue  # "60%, while complaints came down from 25% to 20%": a span of its own
                found = SET_ON.search(read.text[one.end : other.start].rstrip("( "))
                if not found or LIMITED.search(found.group()):
                    continue  # "seven held more than the ceiling of 18"
                if ELSE_BEFORE.search(read.text[: one.end + found.start()]):
                    continue
                up = _is_up(found, read, one.sentence)
                if up is not None:
                    return (other, one), found, up
    return None


def _spanned(
    read: Passage, own: Sequence[Entry], ways: Sequence[re.Match[str]]
) -> tuple[Pair, re.Match[str], bool] | None:
    """ "Fell in May, from 170 to 335": the nearest word before "from", or the one right behind the span."""
    for one, other in zip(own, own[1:], strict=False):
        start, gap = FROM.search(read.text[: one.start]), read.text[one.end : other.start]
        if not start or not TO.search(gap) or re.search(r"[;:]|[.]\s", gap) or not _spans(one, other):
            continue
        ahead = [w for w in ways if w.end() <= start.start()]
        lead = read.text[ahead[-1].end() : start.start()] if ahead else read.text[read.starts[one.sentence] : one.start]
        behind = [w for w in ways if w.start() >= other.end]
        word = ahead[-1] if ahead and not CLAUSED.search(lead) else None
        if (
            word is None
            and behind
            and re.fullmatch(r"[^.;:\d]{0,50}, (?:an? )?(?:\w+ )?", read.text[other.end : behind[0].start()])
        ):
            word = behind[0]
        up = _is_up(word, read, one.sentence) if word and not SPAN.search(lead) else None
        if word and up is not None and not BY.search(read.text[: start.start()]):
            return (one, other), word, up
    return None


def _spans(one: Entry, other: Entry) -> bool:
    """Whether one may go to the other: "from 5 to 18 points" has its unit at the end."""
    return _alike(one, other) or (one.kind == "count" and not one.base and other.kind in ("points", "share", "measure"))


def _alike(one: Entry, other: Entry) -> bool:
    """Whether both are shares, or both plain figures of one kind."""
    shares = [bool(e.share or (e.base and e.kind == "count")) for e in (one, other)]
    return all(shares) or (not any(shares) and (one.kind, one.unit) == (other.kind, other.unit))


def _told(
    read: Passage, at: int, own: Sequence[Entry], ways: Sequence[re.Match[str]], sizes: Sequence[Entry]
) -> Pair | None:
    """The only two figures of the sentence, or of what stands before one without any, where their order is told."""
    if not own and any(e.kind in ("measure", "money") for e in read.of_sentence(at)):
        return None  # "lengthened by 15 minutes": of another thing
    if len(own) == 1 and _is_share(own[0]) and at and ways[0].start() > own[0].end and TURNS.match(ways[0].group()):
        return _in_rounds(read, at + 1)  # "Last year 9% left. This year 7% did, a reduction."
    if own:
        pairs = [group for kind in (True, False) if len(group := [e for e in own if _is_share(e) is kind]) == 2]
        if not pairs or len(own) > 3 or not _alike(*pairs[0]):
            return None
        later = ordered(read, *pairs[0])
        return (later[1], later[0]) if later else _in_clause(read, pairs[0], ways[0])
    lead = read.text[read.starts[at] : ways[0].start()]
    if (
        at
        and not own
        and read.of_sentence(at)
        and not TAKES_UP.search(lead)
        and not stems(lead) & stems(read.sentence(at - 1))
    ):
        return None  # "Maths went up by six points": of another thing than the sentence before
    earlier = [e for e in read.of_sentence(at - 1) if e not in sizes] if at else []
    if len(earlier) == 2 and comparable(*earlier):
        if SHARED.search(read.sentence(at)) and not _is_share(earlier[0]):
            return None  # "the share was lower": no count without its base is one
        return _in_time(read, *earlier)
    if not earlier:
        # "Vacancies have risen. There were 31 in May and 44 in June."
        behind = [e for e in read.of_sentence(at + 1) if e not in sizes]
        alike = len(behind) == 2 and comparable(*behind)
        return _in_time(read, *behind) if alike and GENERAL.match(read.sentence(at + 1)) else None
    return _in_rounds(read, at) if at > 1 else None


def _in_rounds(read: Passage, at: int) -> Pair | None:
    """A share in each of the two sentences before, with words of time: "First cycle: 40%. Re-audit: 52%." """
    told_in = [[e for e in read.of_sentence(place) if e.kind != "points"] for place in (at - 2, at - 1)]
    shares = [[e for e in each if _is_share(e)] or each for each in told_in]
    if [len(e) for e in shares] != [1, 1] or not _alike(shares[0][0], shares[1][0]):
        return None
    (one,), (other,) = shares
    if not _is_share(one) and at < len(read.starts) and SHARED.search(read.sentence(at)):
        return None  # "the share was lower": no count without its base is one
    first, last = read.sentence(at - 2), read.sentence(at - 1)
    told = told_earlier(first, last)
    early = [bool(EARLIER.search(each)) for each in (first, last)]
    late = [bool(LATER.search(each)) for each in (first, last)]
    if told or (told is None and early == [True, False] and late == [False, True]):
        return one, other
    if told is False or (early == [False, True] and not late[1]):
        return other, one
    return None


def _is_share(entry: Entry) -> bool:
    return bool(entry.share or (entry.base and entry.kind == "count"))


def _in_time(read: Passage, one: Entry, other: Entry) -> Pair | None:
    pair = in_time(read, one, other)
    return (pair.first, pair.last) if pair.ordered else None


def _in_clause(read: Passage, group: Sequence[Entry], way: re.Match[str]) -> Pair | None:
    """Two figures that a word stands before, between or right behind, no other clause opened."""
    one, other = group
    gap = read.text[way.end() : one.start] if way.end() <= one.start else read.text[other.end : way.start()]
    if not comparable(one, other) or not linked(read, one, other) or len(gap) >= NEAR or CLAUSED.search(gap):
        return None
    return _in_time(read, one, other)


def _finding(paragraph: Paragraph, read: Passage, pair: Pair, word: re.Match[str], up: bool) -> Iterator[Finding]:
    then, now = (value_of(each) for each in pair)
    counts = [(each.value) for each in pair] if all(e.kind == "count" for e in pair) else []
    right = (now > then) == up and now != then
    # "More were seen than last year": by number or by share, as nobody says which.
    right = right or bool(counts and counts[0] != counts[1] and (counts[1] > counts[0]) == up)
    verdict: Verdict = "ok" if right else "wrong"
    moved = "a rise" if now > then else "a fall" if now < then else "no change"
    why = f"{pair[0].text} to {pair[1].text} is {moved}; the text says “{word.group().strip()}”"
    quote = read.sentence(pair[1].sentence).strip()
    slip = f"{CODE}/{paragraph.line}/{pair[1].start}"
    yield Finding(CODE, verdict, paragraph.where, quote, word.group().strip(), moved, why, slip, "likely")
