"""One of several that is said to have come first or last each time, against the figures of each at every time."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.asides import without_lone_figures
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import MONTH
from looped.checker.end_words import BEST, HIGHEST, LOWEST, WORST
from looped.checker.finding import Finding, Verdict
from looped.checker.item_names import stems_of
from looped.checker.listing import listings
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.rules.apart import BAD_THING
from looped.checker.statements import WORD, Statement, statements

CODE = "year-after-year"
MESSAGE = "What is said to come first each time does so each time."
GOOD = "Pass rates over three years: Ash 62%, 64% and 61%; Elm 81%, 79% and 80%. Elm has come first every year."
BAD = "Pass rates over three years: Ash 62%, 64% and 61%; Elm 81%, 79% and 80%. Ash has come first every year."

ALWAYS = pattern_of(
    r"\b(?:year after year|(?:each|every) (?:year|month|quarter|term|time|round|wave|survey|audit|cycle)|"
    r"(?:in )?(?:all|each|every one) (?:of )?(?:the )?(?:three|four|five|the|last) (?:(?:three|four|"
    r"five) )?(?:years|months|quarters|"
    r"terms|rounds|waves|surveys|audits|cycles)|in both (?:years|months|quarters|terms|rounds|waves|surveys|"
    r"audits|cycles)|consistently|always|throughout|"
    r"without exception|invariably|month after month|quarter after quarter|time and again)\b(?! (?:but|except|"
    r"bar|save|apart from|other than)\b)",
    re.I,
)
# "In two of the three months".
OFTEN = pattern_of(
    r"\b(?:in|on|at) (?:just |only )?(?P<n>[a-z]+|\d) of (?:the|these|our) (?:(?:[a-z]+|\d) )?(?:years|"
    r"months|quarters|terms|"
    r"rounds|waves|surveys|audits|cycles|weeks|days)\b",
    re.I,
)
END = pattern_of(
    rf"\b(?:(?P<high>first|top|(?<=had the )most|{HIGHEST}|{BEST}|ahead|in front|led|leads|leading|outperform\w*)|"
    rf"(?P<low>last|bottom|{LOWEST}|{WORST}|behind|trail\w*))\b",
    re.I,
)
GOES_ON = pattern_of(
    r"(?:,| [–—]) (?:and|so|but) (?:that )?(?:we|it|they|there|this|next|further|no|needs?)\b|;|, which\b", re.I
)
WORTH = pattern_of(r"best|worst|strongest|weakest", re.I)
WORTH_TOO = pattern_of(r"better|worse|stronger|weaker", re.I)
# "The strongest each year, and we plan less work there next year": not the next strongest.
NOT = re.compile(
    r"\b(?:not|never|no|nor|n[’']t|neither|second|third|next(?! (?:year|month|quarter|term|time|round|"
    r"wave|survey|audit|cycle|week)))\b",
    re.I,
)
BARE = re.compile(r"\s*(?:,|;|/|,? and|,? then|–|-|to)\s*", re.I)
# "68% in 2021, 62% in 2022", "(2021) 68%, (2022) 62%", "68% (2021)": the time of each, and nothing else.
TIME = (
    rf"(?:(?:19|20)\d\d(?:[/–-]\d\d)?|{MONTH}|q\d|(?:the )?(?:first|second|third|fourth|last) "
    r"(?:year|month|quarter|term|wave|round|cycle|week|survey|audit)|"
    r"(?:year|month|quarter|term|wave|round|cycle|week|survey|audit) (?:\d|one|two|three|four|five))"
)
OF_TIME = pattern_of(rf"\)?\s*(?:\(|,? ?(?:in|at|for|by|on) )?{TIME}\)?", re.I)
IS_TIME = pattern_of(rf"(?:(?:19|20)?\d\d|{MONTH}|q\d)", re.I)
TIMED_GAP = pattern_of(
    rf"\)?(?:\s*(?:\(|(?:in|at|for|by|on) ){TIME}\)?)?\s*(?:,|,? and|,? then|;)\s*(?:(?:\(|in |at |"
    rf"for )?{TIME}\)?,?:? )?",
    re.I,
)
# "77% and 89% for Elm", "54% and 61% of men": the name behind; "its results were": of the one spoken of.
BEHIND = pattern_of(
    rf"\s*\)?\s*(?:for|in|at|on|by|among|of) (?!{TIME}\b)(?:the )?(?P<name>[A-Za-z][\w’'-]*(?: (?!and\b|"
    rf"against\b)[\w’'-]+)*)"
)
ITS = re.compile(r"\b(?:its|it|their|they|her|his)\b", re.I)
WITH = re.compile(r"(?:\(|:\s|\bwith |\bat )$")
AHEAD_OF = pattern_of(r"\b(?:outperform\w*|ahead of|in front of|behind|trail(?:s|ed)|led)\b", re.I)
OPENED = re.compile(r"\(|:\s|\s[–—]\s")
WHEN = pattern_of(rf"[^.;:,()\d]{{0,30}}?\b(?:in|at|for|by|on) {TIME}\b", re.I)
JOINED = re.compile(r",? (?:and|while|whereas|but) (?=the |[A-Z])|; ")
DOING = stems_of("scored rated passed reached achieved managed recorded got gave came met")
FEWEST = 2


@dataclass(frozen=True)
class Series:
    """The figures of one of several, in order, with its words. its: told as those of the one spoken of."""

    words: frozenset[str]
    values: tuple[Decimal, ...]
    shown: str
    its: bool


def check(context: Context) -> Iterator[Finding]:
    """Each such statement beside two or more rows of figures as long as each other."""
    before = ""
    for paragraph in context.document.paragraphs:
        text, start = paragraph.text, 0
        if ALWAYS.search(text) or OFTEN.search(text):
            # A conclusion without figures is drawn from the paragraph before it.
            bare = without_lone_figures(text, ALWAYS)
            if before and all(each.text.isalpha() for each in passage(bare).entries):
                text = f"{before} {bare}"
                start = len(text) - len(bare)
            yield from _of_paragraph(paragraph, passage(text), start)
        before = paragraph.text


def _of_paragraph(paragraph: Paragraph, read: Passage, start: int) -> Iterator[Finding]:
    """The statements of a paragraph, from a place of what is read with it on."""
    told = _by_time(read) or _named_before(read) or _told_apart(_series(read))
    if len(told) >= FEWEST and len({len(each.values) for each in told}) == 1:
        for at in range(len(read.starts)):
            if read.starts[at] >= start:
                yield from _judged(paragraph, read, told, at)


def _series(read: Passage) -> list[tuple[str, list[Entry]]]:
    """Runs of two or more bare figures of one kind, each with the words before it."""
    runs: list[list[Entry]] = []
    timed: bool | None = None
    for each in read.entries:
        last = runs[-1][-1] if runs else None
        gap = read.text[last.end : each.start] if last else ""
        joined = last is not None and last.kind == each.kind and last.sentence == each.sentence and _is_next(gap)
        # "74% and 79% in 2020, 88% and 86% in 2021": the time is that of both.
        if joined and timed in (None, not BARE.fullmatch(gap)):
            timed = not BARE.fullmatch(gap)
            runs[-1].append(each)
        else:
            timed = None
            runs.append([each])
    long = [run for run in runs if len(run) >= FEWEST]
    alone = [run[0] for run in runs if long and len(run) == 1 and run[0].kind == long[0][0].kind]
    if len(alone) >= FEWEST:
        return _named_once(read, alone, long)
    ends = [0, *(_end_of(read, run[-1]) for run in long)]
    behind = [BEHIND.match(read.text, run[-1].end) for run in long]
    if sum(each is not None for each in behind) >= len(long) - 1 > 0:
        return [
            (found["name"] if found else read.text[end : run[0].start], run)
            for found, end, run in zip(behind, ends, long, strict=False)
        ]
    return [(read.text[end : run[0].start], run) for end, run in zip(ends, long, strict=False)]


def _end_of(read: Passage, last: Entry) -> int:
    """Where a run of figures ends, the time of its last one with it."""
    found = OF_TIME.match(read.text, last.end)
    return found.end() if found else last.end


def _is_next(gap: str) -> bool:
    """Whether what stands between two figures makes them two of one run."""
    return bool(BARE.fullmatch(gap) or TIMED_GAP.fullmatch(gap))


def _named_once(read: Passage, alone: Sequence[Entry], long: Sequence[list[Entry]]) -> list[tuple[str, list[Entry]]]:
    """ "81% at Ash and 77% at Elm in 2019, 84% and 79% in 2020": named at the first time, then in that order."""
    names = [BEHIND.match(read.text, each.end) for each in alone]
    if any(len(run) != len(alone) for run in long) or alone[-1].end > long[0][0].start or not all(names):
        return []
    return [
        (name["name"], [each, *(run[at] for run in long)])
        for at, (name, each) in enumerate(zip(names, alone, strict=True))
        if name
    ]


def _by_time(read: Passage) -> list[Series]:
    """ "2020: Ash 71%, Elm 66%; 2021: Ash 74%, Elm 70%": several, each named again at each time."""
    items = [item for each in listings(read) for item in each.items]
    listed = [(each.telling | stems_of(each.name), each.value) for each in items]
    return _again_each_time(listed) or _again_each_time(_named_behind(read))


def _named_before(read: Passage) -> list[Series]:
    """ "Ash, Elm and Oak passed 91%, 72% and 66% in 2019 and 92%, 95% and 70% in 2020": named once, all together."""
    runs = [run for _, run in _series(read)]
    if len(runs) < FEWEST or len({len(run) for run in runs}) != 1 or len({run[0].sentence for run in runs}) != 1:
        return []
    ends = [*(run[0].start for run in runs[1:]), len(read.text)]
    timed = [WHEN.match(read.text[run[-1].end : end]) for run, end in zip(runs, ends, strict=True)]
    lead = read.text[read.starts[runs[0][0].sentence] : runs[0][0].start]
    names = re.split(r",? and |, ", lead)
    if not all(timed) or len(names) != len(runs[0]) or re.search(r"[.;:()\d]", lead):
        return []
    names[-1] = names[-1].split(" ", 1)[0]
    rows = zip(*runs, strict=True)
    return [Series(stems_of(n), tuple(e.figure for e in row), n, False) for n, row in zip(names, rows, strict=True)]


def _named_behind(read: Passage) -> list[tuple[frozenset[str], Decimal]]:
    """ "In 2020, 68% of boats in Ash and 63% in Elm passed": each figure with all the words up to the next."""
    every = [each for each in read.entries if each.kind == "share" and not each.base]
    places = {each.sentence for each in every}
    # What a sentence of its own tells is of something else.
    told = every if places and all(e.kind == "share" for e in read.entries if e.sentence in places) else read.entries
    ends = [*(each.start for each in told[1:]), len(read.text)]
    if (
        len({each.kind for each in told}) != 1
        or len(told) <= FEWEST
        or not all(BEHIND.match(read.text, each.end) for each in told)
    ):
        return []
    stops = [read.starts[each.sentence] + len(read.sentence(each.sentence)) for each in told]
    texts = [read.text[each.end : min(end, stop)] for each, end, stop in zip(told, ends, stops, strict=True)]
    return [(stems_of(re.sub(TIME, " ", text, flags=re.I)), e.figure) for text, e in zip(texts, told, strict=True)]


def _again_each_time(items: Sequence[tuple[frozenset[str], Decimal]]) -> list[Series]:
    """Names that come up as often as each other, each with its figures."""
    words = [own for own, _ in items]
    often = Counter(word for own in words for word in own)
    for times in range(FEWEST, len(items) // FEWEST + 1):
        names = [frozenset(word for word in own if often[word] == times) for own in words]
        rows = {name: [v for (_, v), own in zip(items, names, strict=True) if own == name] for name in names}
        if all(IS_TIME.fullmatch(word.title()) for word in often if often[word] == times):
            continue  # each has a run of its own, with the time of each of its figures
        if frozenset() not in rows and all(len(row) == times for row in rows.values()) and len(rows) >= FEWEST:
            return [Series(name, tuple(row), " ".join(sorted(name)), False) for name, row in rows.items()]
    return []


def _told_apart(found: Sequence[tuple[str, list[Entry]]]) -> list[Series]:
    texts = [re.split(r"[.:]", text.rstrip(" :"))[-1] for text, _ in found]
    words = [stems_of(text) for text in texts]
    others = [frozenset(w for at, each in enumerate(words) if at != place for w in each) for place in range(len(words))]
    return [
        Series(own - other, tuple(each.figure for each in run), text.strip(" ;,.:"), bool(ITS.search(text)))
        for (_, run), text, own, other in zip(found, texts, words, others, strict=True)
    ]


def _statement(read: Passage, at: int, told: Sequence[Series]) -> str:
    """What a sentence says before it tells figures of its own; "of the three" only says how many there are."""
    text = read.sentence(at)
    often = OFTEN.search(text)
    small = (len(told), len(told[0].values), whole(often["n"]) if often else 0)
    own = [each for each in read.of_sentence(at) if each.value not in small]
    if not own:
        return text
    lead = text[: own[0].start - read.starts[at]]
    tail = text[own[-1].end - read.starts[at] :]
    if ALWAYS.search(tail) and (END.search(tail) or WORD.search(tail)):
        return f"{OPENED.split(lead)[0]} {tail}"
    if ALWAYS.search(head := OPENED.split(lead)[0]) and head != lead:
        return head
    if WITH.search(lead):
        return lead
    return lead.rpartition(":")[0] if ITS.search(lead.rpartition(":")[2]) else ""


def _clause(sentence: str) -> str:
    """A statement without what goes on about something else: ", and we plan no further visit"."""
    end = END.search(sentence)
    more = GOES_ON.search(sentence, end.end()) if end else None
    return sentence[: more.start()] if more and ALWAYS.search(sentence[: more.start()]) else sentence


def _judged(paragraph: Paragraph, read: Passage, told: Sequence[Series], at: int) -> Iterator[Finding]:
    for claim in _claims(_clause(_statement(read, at, told))):
        yield from _claimed(paragraph, read, told, at, claim)


def _claims(sentence: str) -> list[str]:
    """ "The galley was lowest each year and the deck highest each year": each part that says it of one."""
    parts = JOINED.split(sentence)
    both = len(parts) == FEWEST and all(END.search(part) and ALWAYS.search(part) for part in parts)
    return parts if both else [sentence]


def _claimed(paragraph: Paragraph, read: Passage, told: Sequence[Series], at: int, sentence: str) -> Iterator[Finding]:
    end, always, often = END.search(sentence), ALWAYS.search(sentence), OFTEN.search(sentence)
    if always and (pair := _compared(read, told, at, sentence)):
        yield _set_against(paragraph, read, at, sentence, *pair)
        return
    if not end or not (always or often) or NOT.search(sentence) or (WORTH.search(end.group()) and _is_bad(read)):
        return
    hits = [each for each in told if each.words & stems_of(sentence) and not each.its]
    hits = hits or [each for each in told if each.its]
    # "Ash scored 62% and 64%, Elm 81% and 59%. Elm scored highest in every year": not by what it did alone.
    hits = [each for each in hits if each.its or each.words & stems_of(sentence) - DOING] or hits
    if len(hits) > 1 and AHEAD_OF.match(sentence, end.start()):
        hits = [each for each in hits if each.words & stems_of(sentence[: end.start()])]
    if len(told) == FEWEST and not any(each.words or each.its for each in told) and AHEAD_OF.search(sentence):
        hits = list(told[:1])  # "Ash was ahead of Elm (7 and 9 against 6 and 8)"
    elif not all(each.words or each.its for each in told):
        return
    if len(hits) != 1:
        return
    number = (whole(often["n"]) or 0) if often else len(told[0].values)
    yield _finding_of(paragraph, read, told, at, sentence, hits[0], end, number)


def _is_bad(read: Passage) -> bool:
    """Whether less of a thing may be better: of time, but not of what was done on time."""
    # What other sentences tell is of other things: "visits lasted 3 to 5 hours".
    told = (each for at, each in enumerate(read.sentences) if read.of_sentence(at) or ALWAYS.search(each))
    told = (_clause(each) for each in told)
    return bool(BAD_THING.search(re.sub(r"\b(?:[Oo]n|[Ii]n)[- ]time\b", "", " ".join(told))))


def _compared(read: Passage, told: Sequence[Series], at: int, sentence: str) -> tuple[Series, Series, Statement] | None:
    """ "Tenants have always been more content than owners": who is above or below, and whom."""
    for said in statements(passage(sentence.strip())):
        if NOT.search(sentence) or (WORTH_TOO.search(said.text) and _is_bad(read)):
            return None
        other = [each for each in told if each.words & stems_of(said.other)]
        mine = [each for each in told if each.words & stems_of(f"{said.subject} {said.what}") and each not in other]
        if len(told) == FEWEST and len(mine) == 1 and not other and not said.other.strip():
            other = [each for each in told if each is not mine[0]]
        if len(mine) == len(other) == 1:
            return mine[0], other[0], said
    return None


def _set_against(
    paragraph: Paragraph, read: Passage, at: int, sentence: str, one: Series, other: Series, said: Statement
) -> Finding:
    pairs = list(zip(one.values, other.values, strict=True))
    right = all(a >= b if said.more else a <= b for a, b in pairs)
    why = "; ".join(f"{a:f} and {b:f}" for a, b in pairs)
    slip = f"{CODE}/{paragraph.line}/{read.starts[at]}"
    verdict: Verdict = "ok" if right else "wrong"
    return Finding(CODE, verdict, paragraph.where, sentence.strip(), said.text, "not each time", why, slip, "likely")


def _finding_of(
    paragraph: Paragraph,
    read: Passage,
    told: Sequence[Series],
    at: int,
    sentence: str,
    hit: Series,
    end: re.Match[str],
    number: int,
) -> Finding:
    times = list(zip(*(each.values for each in told), strict=True))
    own = hit.values
    pick = max if end["high"] else min
    right = sum(value == pick(row) for value, row in zip(own, times, strict=True)) == number
    verdict: Verdict = "ok" if right else "wrong"
    why = "; ".join(f"{each.shown.split('. ')[-1]} {', '.join(map(str, each.values))}" for each in told)
    slip = f"{CODE}/{paragraph.line}/{read.starts[at]}"
    return Finding(CODE, verdict, paragraph.where, sentence.strip(), end.group(), "another", why, slip, "likely")
