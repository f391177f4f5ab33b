"""Which way something went: a word of direction, or of better and worse, beside "from" and "to", or set on a figure."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

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
from looped.checker.earlier import MONTH, STAGE
from looped.checker.finding import Finding, Verdict
from looped.checker.listing import are_told_by_share, is_limit, value_of
from looped.checker.numbers import digits
from looped.checker.other_subject import of_another, of_some
from looped.checker.pairing import gaps_told
from looped.checker.patterns import pattern_of
from looped.checker.phrases import MORE_OR_LESS
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quieting import NUMBER
from looped.checker.sizes import is_size
from looped.checker.worth import DURATIONS, HIGH_IS_GOOD, UNWANTED, without_limits

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
    # "Over the past five years, 110 of the second": how long it took, and the next of a list.
    r"(?:on|from|over(?! (?:the )?(?:whole |same )?(?:past|last|previous|next|period|years?|months?|[a-z]+ "
    r"(?:years|months|weeks|quarters))\b)|against|compared (?:with|to)|"
    r"than(?= (?:in|at|on|for|the|last|that|those)\b))\b"
    r"(?P<rest>[^.;:\d]{0,70})$",
    re.I,
)
FROM = re.compile(r"\bfrom (?:just |only |about |some |an? (?:\w+ ){1,2}of |the )*$", re.I)
TO = re.compile(r"\bto (?:just |only |about |some |an? (?:\w+ ){1,2}of |the )*$", re.I)
# "It fell in one (12% to 9%) and rose in the other (10% to 14%)": two such brackets are no ranges.
SET_IN = re.compile(
    r"(?P<lead>[^.;:()\d]{0,40}) \([£$€]?(?P<a>\d[\d,]*(?:\.\d+)?)%? to [£$€]?(?P<b>\d[\d,]*(?:\.\d+)?)%?(?: [a-z]+)?\)"
)
# "Rose between May and June, from 48% to 75%".
BETWEEN_TIMES = re.compile(
    rf"\bbetween (?:{MONTH}|(?:19|20)\d\d)(?: (?:19|20)\d\d)? and (?:{MONTH}|(?:19|20)\d\d)(?: (?:19|20)\d\d)?,? ", re.I
)
BY = re.compile(r"\bby (?:about |some |just |from )?$")
SIZED = re.compile(r" by [£$€]?\d")
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
# "One ward saw its burglaries rise": a verb.
SAW = pattern_of(r"\b(?:saw|sees?|seen|seeing) (?:(?:its|their|the|our) )?(?:[a-z’'-]+ ){1,3}$", re.I)
BARE_VERB = re.compile(r"rise|fall|increase|drop|decline|decrease|climb", re.I)
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
MORE_OF = re.compile(rf"\s+(?:{MORE_OR_LESS})\b")
CLAUSED = pattern_of(r"[;]|:[^:]*:|\b(?:but|while|although|because|whereas|who|which)\b")
SPAN_BEHIND = re.compile(r"\s+to (?:just |only |about |some |the )*[£$€]?\d")
# "Income fell and costs rose: the former from 5 to 4": told with its own words.
ORDER = ("former", "latter")
FORMER = pattern_of(r"\bthe (?:former|latter)\b", re.I)
SPAN = pattern_of(r"\b(?:rang\w+|var\w+|between|grades?|bands?|categor\w+)\b", re.I)
LESS_IS_MORE = pattern_of(
    rf"\b(?:{UNWANTED}|{DURATIONS}|(?<!this )(?<!last )(?<!in )(?<!on )(?<!each )(?<!second )(?<!first )time|"
    rf"fallen|outstanding|spend\w*|blank|duplicate|lost|pressure|noise|stay|not)\b",
    re.I,
)
MONTHS, PAIRS = 12, 3
MEAN_SCORE = pattern_of(r"\b(?:mean|median|average)(?: [a-z]+){0,2} scores?\b", re.I)
GAP = pattern_of(
    r"\b(?:figures|shares|rates|proportions|percentages) (?:are|were) [^;:]*[:;–—] (?:so )?the (?:gap|difference|lead|"
    r"margin)\b[^.;:]{0,20}$",
    re.I,
)
NEEDED = re.compile(r" (?:[a-z]+ ){1,3}(?:is|are|was|were|will be) (?:needed|required|wanted|planned|due)\b")
AT, MOMENT = re.compile(r"\b(?:at|after|by) $"), re.compile(r"(?:day|week|month|year|hour|minute)s?")
STAGED = re.compile(rf"\b{STAGE} $", re.I)
OTHERS = pattern_of(r"\b(?:remaining|other|rest of the|all) $", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with one direction, and two figures in it or before it."""
    for paragraph in context.paragraphs_with(WAY):
        read = passage(paragraph.text)
        if (len(read.entries) < 2 and not SET_IN.search(read.text)) or not WAY.search(read.quiet):
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
    former = _former(read, at, ways)
    if former:
        for chosen in former:
            yield from _finding(paragraph, read, *chosen)
        return
    yield from _all_set_in(paragraph, read, at, ways)
    spans = list(_spanned(read, read.of_sentence(at), ways))
    # "An 8% fall on last spring and a 2% fall on last year": how far others are apart.
    set_on = None if spans else _set_on(read, [e for e in own if e.kind != "share" or not is_size(read, e)])
    for chosen in spans or ([set_on] if set_on else []):
        yield from _finding(paragraph, read, *chosen)


def _former(read: Passage, at: int, ways: Sequence[re.Match[str]]) -> list[tuple[Pair, re.Match[str], bool]]:
    """ "Income fell and costs rose: the former from 5 to 4, the latter from 3 to 4": each by its own word, or both."""
    start = read.starts[at]
    named = [start + each.start() for each in FORMER.finditer(read.sentence(at))]
    if len(named) != len(ORDER):
        return []
    told = [(w, up) for w in ways if w.end() <= named[0] and (up := _is_up(w, read, at)) is not None]
    own = [e for e in read.of_sentence(at) if e.start > named[0]]
    pairs = [
        (a, b) for a, b in pairwise(own) if FROM.search(read.text[: a.start]) and TO.search(read.text[a.end : b.start])
    ]
    both = told * len(ORDER) if len(told) == 1 else told
    if len(pairs) != len(ORDER) or len(both) != len(ORDER) or not all(_spans(*each) for each in pairs):
        return []
    return [(pair, way, up) for pair, (way, up) in zip(pairs, both, strict=True)]


def _all_set_in(paragraph: Paragraph, read: Passage, at: int, ways: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """ "It fell in one (12% to 9%) and rose in the other (10% to 14%)": each by the word before its bracket."""
    spans = list(SET_IN.finditer(read.text, read.starts[at], read.starts[at] + len(read.sentence(at))))
    words = [[w for w in ways if each.start("lead") <= w.start() and w.end() <= each.end("lead")] for each in spans]
    if len(spans) < 2 or not all(len(each) == 1 and (each[0]["up"] or each[0]["down"]) for each in words):
        return
    for found, (word,) in zip(spans, words, strict=True):
        then, now = digits(found["a"]), digits(found["b"])
        right = now != then and (now > then) == bool(word["up"])
        moved = "a rise" if now > then else "a fall" if now < then else "no change"
        why = f"{then:f} to {now:f} is {moved}; the text says “{word.group()}”"
        quote, slip = found.group().strip(), f"{CODE}/{paragraph.line}/{found.start('a')}"
        verdict: Verdict = "ok" if right else "wrong"
        yield Finding(CODE, verdict, paragraph.where, quote, word.group(), moved, why, slip, "likely")


def _is_told(read: Passage, entry: Entry) -> bool:
    """Whether it is what something was, no limit and no "by five", "five fewer"."""
    ahead = read.text[: entry.start]
    if entry.kind == "count" and entry.value <= MONTHS and STAGED.search(ahead):
        return False  # "month six"
    return not (BY.search(ahead) or MORE_OF.match(read.text[entry.end :]) or is_limit(read.quiet, entry.start))


OF_A_KIND = re.compile(r" (?!than\b|often\b|common|likely|frequent|[a-z]+s\b|and\b|of\b|or\b|in\b|at\b)[a-z]+[,:.;]")


def _is_aside(read: Passage, way: re.Match[str]) -> bool:
    """Whether a word of direction is something else here, or the name of a thing: "falls", "a dropped kerb"."""
    text, behind = read.text, read.text[way.end() :]
    if NEEDED.match(behind) or (way.group().lower() == "down" and STANDS.search(text[: way.start()])):
        return True  # "more staff are needed", "two trustees stood down"
    if way.group().lower() in ("less", "more") and OF_A_KIND.match(behind):
        return True  # "views on the price were less kind"
    # "Among men down from 68% to 67%".
    beside = behind.startswith(" from ") and way.group().lower() in ("up", "down")
    if way.group().lower() in ("up", "down") and not beside and not MOVES.search(text[: way.start()]):
        return True
    if BOUND.match(behind) or ELSE_BEHIND.match(behind) or (ELSE_BEFORE.search(text[: way.start()]) and not beside):
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
    if SAW.search(text[: way.start()]) and BARE_VERB.fullmatch(way.group()):
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
    scope = without_limits(read.sentence(at) + ("" if read.of_sentence(at) else read.sentence(at - 1)))
    # Whether a high score is a good one, nobody says of a mean score.
    scored = MEAN_SCORE.search(scope) and not HIGH_IS_GOOD.search(scope)
    return None if scored or LESS_IS_MORE.search(scope) else bool(way["better"])


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
) -> Iterator[tuple[Pair, re.Match[str], bool]]:
    """ "Fell in May, from 170 to 335": the nearest word before "from", or the one right behind the span."""
    # "From 40% at 12 weeks to 43% at 52": when, and no figure of what moved.
    own = [each for each in own if not (AT.search(read.text[: each.start]) and MOMENT.fullmatch(each.unit))]
    for one, other in pairwise(own):
        start, gap = FROM.search(read.text[: one.start]), read.text[one.end : other.start]
        if not start or not TO.search(gap) or re.search(r"[;:]|[.]\s", gap) or not _spans(one, other):
            continue
        ahead = [w for w in ways if w.end() <= start.start()]
        lead = read.text[ahead[-1].end() : start.start()] if ahead else read.text[read.starts[one.sentence] : one.start]
        lead = BETWEEN_TIMES.sub(" ", lead)
        behind = [w for w in ways if w.start() >= other.end]
        word = ahead[-1] if ahead and not CLAUSED.search(lead) else None
        if (
            word is None
            and behind
            and re.fullmatch(r"[^.;:\d]{0,50}, (?:an? )?(?:\w+ )?", read.text[other.end : behind[0].start()])
        ):
            word = behind[0]
        word = None if FORMER.search(lead) else word
        up = _is_up(word, read, one.sentence) if word and not SPAN.search(lead) else None
        # "Fell by 20 in spring and rose by 35 in autumn, from 100 to 80 and then 115": each by a figure of its own.
        if len({w.lastgroup for w in ahead}) > 1 and SIZED.search(lead):
            continue
        if word and (of_another(read, word.span(), (one, other)) or (len(own) > PAIRS and of_some(read, word.span()))):
            continue
        if word and up is not None and not BY.search(read.text[: start.start()]):
            yield (one, other), word, up


def _spans(one: Entry, other: Entry) -> bool:
    """Whether one may go to the other: "from 5 to 18 points" has its unit at the end."""
    counted = [each.kind == "count" and not each.base and not each.share for each in (one, other)]
    # "From 12 days in May to 14 in June".
    left_out = counted[1] and one.kind == "measure" and one.step == other.step
    return _alike(one, other) or left_out or (counted[0] and other.kind in ("points", "share", "measure"))


def _alike(one: Entry, other: Entry) -> bool:
    """Whether both are shares, or both plain figures of one kind."""
    shares = [bool(e.share or (e.base and e.kind == "count")) for e in (one, other)]
    return all(shares) or (not any(shares) and (one.kind, one.unit) == (other.kind, other.unit))


def _finding(paragraph: Paragraph, read: Passage, pair: Pair, word: re.Match[str], up: bool) -> Iterator[Finding]:
    then, now = (value_of(each) for each in pair)
    counts = [(each.value) for each in pair] if all(e.kind == "count" for e in pair) else []
    counts = [] if are_told_by_share(read, pair) else counts
    right = (now > then) == up and now != then
    # "More were seen than last year": by number or by share, as nobody says which.
    right = right or bool(counts and counts[0] != counts[1] and (counts[1] > counts[0]) == up)
    verdict: Verdict = "ok" if right else "wrong"
    moved = "a rise" if now > then else "a fall" if now < then else "no change"
    why = f"{pair[0].text} to {pair[1].text} is {moved}; the text says “{word.group().strip()}”"
    quote = read.sentence(pair[1].sentence).strip()
    slip = f"{CODE}/{paragraph.line}/{pair[1].start}"
    yield Finding(CODE, verdict, paragraph.where, quote, word.group().strip(), moved, why, slip, "likely")
