"""What is called the highest, the commonest or the second of several whose figures the table before it gives."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import EARLIER
from looped.checker.finding import Finding, Verdict
from looped.checker.parties import nearby
from looped.checker.patterns import pattern_of
from looped.checker.prose import LENGTH, Passage, passage
from looped.checker.ranks import BUT_ONE
from looped.checker.rivals import OWN_FIGURE, stems_of
from looped.checker.sheets.sheet import MEASURE_LABEL
from looped.checker.tabled import SURE_TOTAL, Tabled, beside
from looped.checker.then_and_now import is_of_changes
from looped.checker.worth import DURATIONS, UNWANTED

CODE = "ranked"
MESSAGE = "What is called the highest, the lowest or the second of several is so in the table before it."
GOOD = "Pool\tSwims\nAsh\t410\nElm\t380\nOak\t295\n\nElm came second."
BAD = "Pool\tSwims\nAsh\t410\nElm\t280\nOak\t295\n\nElm came second."

MOST = pattern_of(
    r"\b(?:(?P<high>highest|(?:greatest|largest|biggest)(?! (?:weakness|concern|risk|need|"
    r"difficulty|problem|challenge|shortcoming|room)\w*)|biggest|strongest|most (?:common|frequent|often|popular|"
    r"widespread|"
    r"cited|successful|used|numerous)(?:ly)?\w*|commonest|best(?! practice| interest)|longest|busiest|"
    r"heaviest|most (?!of\b|recent|people|often\b|likely|important|notabl|serious)(?=[a-z]+s\b(?! (?:are|were|"
    r"have|had|do|did|say|said|feel|felt|agreed?|think|thought|use|used|want|wanted|live|lived)\b)))|(?P<low>lowest|"
    r"smallest|fewest|weakest|least(?: (?:common|frequent|often|popular|well)\w*)?|shortest|quickest|fastest|"
    r"worst|poorest))\b",
    re.I,
)
PLACE = pattern_of(
    r"\b(?:(?:came|ranked|was|were|finished|stood|is|are) (?P<nth>second|third|fourth|last|first|top|"
    r"bottom)\b(?! (?:[a-z]+ed\b|audit|cycle|round|year|quarter|time|to|of all|inspect))|(?P<next>second|"
    r"third)[- ](?P<word>highest|lowest|largest|smallest|biggest|greatest|commonest|best|fewest|least|"
    r"most(?: (?:common|frequent|often|popular|cited|used|numerous|mentioned|reported)(?:ly)?)?))",
    re.I,
)
ORDINALS = {"first": 0, "top": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "bottom": -1}
DENIED = pattern_of(
    r"\b(?:not|no longer|nor|neither|never|n't|one of|among|at|second|third|fourth|next|joint|equal|two|three|to|"
    r"if|whichever|either)[- ]+(?:the |its |their |our )?$",
    re.I,
)
# "After the website, prices were named most often": the second of all.
AFTER = pattern_of(r"(?:After|Next to|Apart from|Other than|Besides|Behind) [^.;,\d]{2,30}, ")
WORTH = pattern_of(r"\b(?:best|worst|strongest|weakest|poorest)\b", re.I)
BAD_THING = pattern_of(rf"\b(?:{UNWANTED}|{DURATIONS}|variance|outstanding)\b", re.I)
SINCE = pattern_of(
    r"\b(?:since|ever|on record|of any|in the (?:country|region|county)|nationally|to date|so far|"
    r"for (?:\w+ )?years|in (?:\w+ )?years|value|amount|increase|rise|fall|drop|improvement|change|gap|difference|"
    r"reduction|growth|overspend|underspend|saving|gain|excess|variance)\b",
    re.I,
)


THIS = pattern_of(r"\bthis (?:wave|year|time|quarter|month|round|cycle|audit|survey|term|one|season)\b", re.I)
# Totals, and what is left over: nobody ranks these.
UNRANKED = pattern_of(
    r"(?:all|both|any|total|no|not|none|others?|unknown|missing|n/?a|don[’']t know|unclear|blank|unspecified)\b", re.I
)


MANY = 3
SHARE_IN = re.compile(r"\(\s*(\d+(?:\.\d+)?)\s?%")
WITH_FIGURE = re.compile(r",? (?:with|at|on|by) (?:just |only )?(?=[£$€]?\w)")
OTHER_GROUP = pattern_of(
    r"^\W*(?:among(?:st)?|for|of|in|at|with) (?:the )?(?:\d+ |[a-z-]+ ){1,4}?(?:the|this|it)\b", re.I
)
# Of how long something lasted or is ago.
LASTING = pattern_of(r"\b(?:longest|shortest|quickest|fastest|oldest|newest)\b", re.I)
LENGTHS = pattern_of(
    rf"\b(?:{DURATIONS}|{LENGTH}|times?|ages?|waits?|length|long|delays?|mins?|hrs?|km|miles|metres|stay)\b", re.I
)


@dataclass(frozen=True)
class Called:
    """What is said: of whom, which end, which place from it (0 the first, -1 the last)."""

    paragraph: Paragraph
    start: int
    end: int
    low: bool
    place: int
    subject: frozenset[str]


def check(context: Context) -> Iterator[Finding]:
    """Each superlative against the table before it, where no figures are told in words beside it."""
    for paragraph, near in beside(context.document):
        read = passage(paragraph.text)
        if near is None:
            continue
        for at in range(len(read.starts)):
            yield from _sentence(paragraph, read, at, near)


def _sentence(paragraph: Paragraph, read: Passage, at: int, table: Tabled) -> Iterator[Finding]:
    if is_of_changes(read, at) or BUT_ONE.match(read.sentence(at)):
        return  # "the second rise was the largest"
    sentence = read.sentence(at)
    for called in _called(paragraph, read, at):
        scope = sentence if at == 0 else read.sentence(at - 1) + sentence
        if WORTH.search(read.text[called.start : called.end]) and BAD_THING.search(scope + table.table.title):
            continue
        if OWN_FIGURE.match(read.text, called.end):
            continue
        if THIS.search(sentence) and EARLIER.search(scope):
            continue  # "the three waves before were ...; this one is the highest"
        if _has_its_own(read, called):
            continue
        if any(len(row) >= MANY for row in nearby(read, at)):
            continue  # of figures that are told in words
        found = _by_table(called, table, read, at)
        if found:
            verdict, why = found
            low, high = called.start, called.end
            quote = read.text[max(read.starts[at], low - 30) : min(high + 30, read.starts[at] + len(sentence))].strip()
            yield Finding(
                CODE,
                verdict,
                paragraph.where,
                quote,
                read.text[low:high],
                "" if verdict == "ok" else "another",
                why,
                f"ranked/{paragraph.line}/{low}",
                "likely",
            )


def _called(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Called]:
    start = read.starts[at]
    sentence = read.sentence(at)
    for found in MOST.finditer(sentence):
        if DENIED.search(sentence[: found.start()]) or SINCE.search(sentence[found.start() : found.end() + 40]):
            continue
        if re.match(r" (?:down |up )?to\b", sentence[found.end() :]):
            continue  # "from largest to smallest": in which order they stand
        subject = _subject(sentence, found)
        if subject:
            place = 1 if AFTER.match(sentence) else 0
            yield Called(paragraph, start + found.start(), start + found.end(), bool(found["low"]), place, subject)
    for found in PLACE.finditer(sentence):
        if found["nth"]:
            place = ORDINALS[found["nth"].lower()]
            low = False
        else:
            place = ORDINALS[found["next"].lower()]
            low = found["word"].lower() in ("lowest", "smallest", "fewest", "least")
        subject = stems_of(re.split(r"[,;:]|\b(?:and|but|while)\b", sentence[: found.start()])[-1])
        named = re.match(r"(?: [a-z]+){0,2} (?:was|were|is|are) (?P<who>[^.,;:]+)", sentence[found.end() :])
        if named and found["next"] and not subject:
            subject = stems_of(named["who"])
        if subject:
            yield Called(paragraph, start + found.start(), start + found.end(), low, place, subject)


def _subject(sentence: str, found: re.Match[str]) -> frozenset[str]:
    """The words of whom a superlative is said: before its verb; or behind "in", "among", "was"."""
    before = re.split(
        r"[;:(]|\b(?:but|while|whereas|although|though|and so|because)\b|, (?:and|with|which)\b|,",
        sentence[: found.start()],
    )[-1]
    if MOST.search(before):
        before = re.split(r"\band\b", before)[-1]  # "A was the commonest and B the least common"
    after = re.split(
        r"[;:,()]|\b(?:and|but|while|whereas|followed|at|with|than|of (?!the (?:team|group|service|ward|"
        r"school)s?\b))\b",
        sentence[found.end() :],
    )[0]
    verb = re.search(
        r"^(?P<who>.*?)\b(?:was|were|is|are|had|has|have|scored|recorded|showed|achieved|saw|remains?|came|rated|"
        r"did|performed|received|made|took|got|reported|being|as)\b(?P<rest>.*)$",
        before,
        re.I | re.S,
    )
    named = re.search(r"\b(?:in|among|amongst|for|on|at|by|from|with) (?P<who>.*)$", after, re.I | re.S)
    is_it = re.search(r"\b(?:was|were|is|are|being|came in|came from|remains?) (?P<who>.*)$", after, re.I | re.S)
    tail = re.split(r"[;:.()]|,", sentence[found.end() :])
    if is_it:
        return stems_of(is_it["who"])
    if verb and stems_of(verb["who"]):
        who = stems_of(verb["who"])
        there = stems_of(named["who"]) if named else frozenset()
        generic = re.match(
            r"\s*(?:there|it|this|that|performance|support|compliance|the \w+ (?:rate|share|number|proportion|"
            r"score)s?|rates?|results?|numbers?|scores?)\b",
            verb["who"],
            re.I,
        )
        return there or who if generic or not who else who | there
    if named:
        return stems_of(named["who"])
    return stems_of(tail[1]) if len(tail) > 1 and not before.strip() else frozenset()


def _has_its_own(read: Passage, called: Called) -> bool:
    """ "Came second with 74", behind a first told before it; "came first with 35" among others than those before."""
    found = WITH_FIGURE.match(read.text, called.end)
    own = next((e for e in read.entries if found and e.start == found.end()), None)
    if own is None:
        return False
    before = [e for e in read.entries if e.sentence == own.sentence and e.end <= called.start]
    if called.place > 0:
        return bool(before) and any(e.kind == "count" and e.value > own.value for e in before)
    return bool(own.sentence) and OTHER_GROUP.search(read.sentence(own.sentence)) is not None


def _verdict(called: Called, value: Decimal, values: Sequence[Decimal]) -> Verdict:
    if (
        called.place == 0
        and not called.low
        and value == max(values)
        or called.low
        and called.place == 0
        and value == min(values)
    ):
        return "ok"  # the first of equals too
    # A figure may be told before the list, and in it again.
    ordered = sorted(set(values), reverse=not called.low)
    if called.place:
        return "ok" if ordered[called.place if called.place < len(ordered) else -1] == value else "wrong"
    return "wrong"


def _by_table(called: Called, table: Tabled, read: Passage, at: int) -> tuple[Verdict, str] | None:
    """A row of the table remarked on, in the column that the words name or in any that could be meant."""
    rows = [row for row in table.body if not UNRANKED.match(table.labels[row])]
    if 0 < sum(bool(MEASURE_LABEL.search(table.labels[row])) for row in rows) < len(rows):
        return None  # rows of several measures can't be set against each other
    labels = {row: stems_of(table.labels[row]) for row in rows}
    names = {row: labels[row] - frozenset(w for other in rows if other != row for w in labels[other]) for row in rows}
    hits = [row for row in rows if names[row] and (names[row] <= called.subject)]
    if len(hits) != 1 or len(rows) < 2:
        return None
    sentence = read.sentence(at)
    clause = re.split(r"[;:]|\b(?:but|although|while|whereas|though)\b", sentence)
    at_word = called.start - read.starts[at]
    words, reached = stems_of(clause[-1]), 0
    for part in clause:
        reached = sentence.find(part, reached)
        if reached <= at_word < reached + len(part):
            words = stems_of(part)
    heads = [column for column in range(len(table.heads)) if _told(table, rows, column)]
    # "Least common among the oldest (32%)": by share, and no column holds one that can be read.
    if any(e.share for e in read.of_sentence(at)) and not any(c in table.shares for c in heads):
        return None
    named = [c for c in heads if stems_of(table.heads[c]) and stems_of(table.heads[c]) <= words]
    if re.search(r"\b(?:rate|share|proportion(?:ately)?|percentage|per cent|compliance)\b", sentence, re.I) and not set(
        named
    ) & set(table.shares):
        if not any(c in table.shares for c in heads):
            return _by_ratio(called, table, rows, hits[0], named)
        named = [c for c in heads if c in table.shares]
    # Of two superlatives in a sentence the words don't say which column is whose.
    several = sum(1 for _ in MOST.finditer(sentence)) > 1
    columns = heads if several else named or heads
    if not named and (told := _its_figure(table, rows, hits[0], read, at)):
        columns = [c for c in told if c in heads]  # "the busiest, with 57 visits"; none where one wasn't counted
    if LASTING.search(read.text[called.start : called.end]):
        columns = [c for c in columns if LENGTHS.search(f"{table.heads[c]} {table.table.title}")]
    verdicts = [
        _verdict(called, values[hits[0]], list(values.values()))
        for column in columns
        for values in _valued(table, rows, column)
        if hits[0] in values
    ]
    if not verdicts or (len(verdicts) > 1 and "ok" not in verdicts and "arguable" in verdicts):
        return None
    best: Verdict = "ok" if "ok" in verdicts else verdicts[0]
    worth = bool(WORTH.search(read.text[called.start : called.end]))
    if best == "wrong" and _true_elsewhere(called, table, rows, hits[0], heads, worth):
        return None
    shown = ", ".join(
        f"{table.labels[row]} {cell.text}" for row in rows for cell in [table.cells[row][columns[-1]]] if cell
    )
    return best, f"{table.heads[columns[-1]]}: {shown}"


def _by_ratio(
    called: Called, table: Tabled, rows: Sequence[int], hit: int, named: Sequence[int]
) -> tuple[Verdict, str] | None:
    """A proportion that the table doesn't print: the one column named, in the row's total."""
    totals = [c for c, head in enumerate(table.heads) if SURE_TOTAL.search(head)]
    if len(named) != 1 or len(totals) != 1 or named == totals:
        return None
    pairs = {row: (table.cells[row][named[0]], table.cells[row][totals[0]]) for row in rows}
    values = {row: part.value / whole.value for row, (part, whole) in pairs.items() if part and whole and whole.value}
    if len(values) < len(rows):
        return None
    told = [
        f"{table.labels[row]} {part.text} of {whole.text}" for row, (part, whole) in pairs.items() if part and whole
    ]
    return _verdict(called, values[hit], list(values.values())), f"{table.heads[named[0]]}: {', '.join(told)}"


def _true_elsewhere(
    called: Called, table: Tabled, rows: Sequence[int], hit: int, heads: Sequence[int], worth: bool
) -> bool:
    """Whether it is so in another column, which the words may mean."""
    for values in (each for column in heads for each in _valued(table, rows, column) if hit in each):
        if _verdict(called, values[hit], list(values.values())) == "ok":
            return True
        # Of a bad thing the worst is the most.
        if worth and values[hit] in (min(values.values()), max(values.values())):
            return True
    return False


def _valued(table: Tabled, rows: Sequence[int], column: int) -> Iterator[dict[int, Decimal]]:
    """The figures of a column by row; and its shares, where each cell has a count and its share: "40 (58%)"."""
    cells = {row: cell for row in rows if (cell := table.cells[row][column])}
    yield {row: cell.value for row, cell in cells.items()}
    shares = {row: found for row, cell in cells.items() if (found := SHARE_IN.search(cell.text))}
    if cells and len(shares) == len(cells):
        yield {row: Decimal(found[1]) for row, found in shares.items()}


def _its_figure(table: Tabled, rows: Sequence[int], hit: int, read: Passage, at: int) -> list[int]:
    """The columns whose figure for the row the sentence tells."""
    values = {e.share.value if e.share else e.value for e in read.of_sentence(at)}
    own = table.cells[hit]
    return [c for c in range(len(table.heads)) if (cell := own[c]) and cell.value in values]


def _told(table: Tabled, rows: Sequence[int], column: int) -> bool:
    return all(table.cells[row][column] for row in rows)
