"""Names with their figures and, beside them, what is said of these by name: the most, all, only one, twice as many."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.item_names import stems_of
from looped.checker.listed import GENERAL
from looped.checker.named_rows import TIME, Row, Told, lists_near, number_of, share_of
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.quieting import SPELT
from looped.checker.rules.order_named import MEASURED, OF_SIZE
from looped.checker.weighing import prose_alone
from looped.checker.worth import more_is_better

CODE = "order-by-name"
MESSAGE = "What is said of one of several by its name is so by the figures that are told with their names."
_TOLD = "Ash: 45 of 57 boats sound (79%). Elm: 78 of 130 (60%)."
GOOD = f"{_TOLD} In numbers, Elm came first."
BAD = f"{_TOLD} In numbers, Ash came first."

UP = (
    r"highest|higher|most|more|greatest|greater|largest|larger|biggest|bigger|top|first|ahead|above|led|leading|best|"
    r"better|strongest|stronger|commonest|longest|longer|outscored|outperformed"
)
DOWN = (
    r"lowest|lower|fewest|fewer|least|less|smallest|smaller|bottom|last|behind|below|trailed|worst|worse|"
    r"weakest|weaker|shortest|shorter|"
    r"poorest|poorer|rarest"
)
WAY = pattern_of(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b", re.I)
JUDGED = pattern_of(r"\b(?:best|better|strong\w+|worst|worse|weak\w+|poor\w+|outperformed)\b", re.I)
OF_NUMBER = pattern_of(
    r"\b(?:numbers?|counts?|numerically|how many|fewest|fewer|as many|(?:most|more) (?!often|likely|"
    r"common|frequent)[a-z]+|"
    r"in (?:absolute|raw) terms)\b",
    re.I,
)
OF_WHOLES = pattern_of(
    r"\b(?:(?:numbers?|counts?) of|most|more|fewest|fewer) (?!often|likely|common|frequent)[a-z]+s"
    r"(?= (?:(?:was|were) )?(?:at|in|on|for)\b|[.,]|$)",
    re.I,
)
OF_SHARE = pattern_of(
    r"\b(?:shares?|proportions?|rates?|percentages?|per ?cent|proportionally|proportionately|percentage points?)\b|%",
    re.I,
)
# What makes of it a statement on something else.
ELSE = pattern_of(
    r"\b(?:not|no longer|never|nor|neither|n[’']t|second|third|fourth|next|joint|one of|among the|"
    r"increase\w*|narrowed|widened|grew|grown|closed|rise|rose|"
    r"risen|fall|fell|fallen|decrease\w*|trend|drop\w*|chang\w+|improve\w*|average|mean|median|total|together|combined|"
    r"altogether|previous\w*|before|last (?:year|time|month|quarter|audit|round|term|week)|expected|if|would|should|"
    r"aims?|goals?|to be|to have|must|needs?|required|plan\w*|hope\w*|intend\w*|"
    r"could|(?-i:may)|might|nearly|almost|about|roughly|around|approximately|some|at most|half of|most of|"
    r"other than)\b",
    re.I,
)
NO_OTHER = pattern_of(
    r"\bno other [a-z]+ (?:had|has|sent|made|took|got|with|reached) (?:as|so) (?:many|much|high)\b", re.I
)
THAN_ANY = pattern_of(
    r"\bthan (?:(?:in|at|on|for|from) )?(?:any(?:where| other| of the others?|"
    r" one else)?(?: [a-z]+)?(?: else)?|elsewhere|"
    r"(?:the|all|all the) (?:others?|rest))(?=[.,;]|$)",
    re.I,
)
EVERY_TIME = pattern_of(
    r"\b(?:consistently|always|throughout|every time|invariably|without exception|"
    r"(?:in|on|at|for|over) (?:every|each|all|both)(?: of the| the)?(?: (?:two|three|four|five|six|\d))?"
    r"(?: (?!but\b)[a-z]+)?|"
    r"(?:every|each) (?:single )?[a-z]+)\b",
    re.I,
)
# Of several times, where the list tells one alone.
CONSISTENTLY = pattern_of(r"\b(?:consistently|always|throughout|every time|invariably|without exception)\b", re.I)
BUT_ONE = pattern_of(
    r"\b(?:in|on|at|for) (?:(?P<but>all but|every [a-z]+ (?:but|except|bar)) one|"
    rf"(?P<n>{SPELT}|\d) of the (?:(?P<of>{SPELT}|\d)\b(?: [a-z]+)?|[a-z]+s))\b",
    re.I,
)
PARTLY = pattern_of(r"\b(?:from|since|after|until|except|apart|bar|but|save|first|last|later|then)\b", re.I)
QUANTIFIER = pattern_of(
    rf"\b(?:(?P<none>none of|not one of|neither of)|(?P<all>all|every one of|each of|both|every|each))"
    rf"(?: of)?(?: the| these| our)? ?(?P<n>(?:{SPELT}|\d{{1,2}})\b)?",
    re.I,
)
SENT_ALL = pattern_of(rf"\b(?:the )?(?P<n>(?:{SPELT}|\d{{1,2}})\b) [a-z]+ (?:all|each) (?=[a-z])", re.I)
EXCEPT = pattern_of(
    r"\b(?:all|every [a-z]+|each [a-z]+|everywhere|everyone) (?:but|except(?: for)?|apart from|bar)\b", re.I
)
ONLY = pattern_of(r"\b(?:only|alone|just one|the sole|the single)\b", re.I)
LIMIT = pattern_of(
    r"\b(?:(?P<up>above|over|more than|at least|reached|reach|reaching|met|meet|meeting|exceeded|exceed|exceeding|"
    r"passed|pass|topped|attained|achieved|hit|beat)|"
    r"(?P<down>below|under|less than|fewer than|short of|missed|fell below|fell short of|failed to reach|"
    r"at most|no more than))"
    r" (?:the |its |our |a |an )?(?:standard |mark |threshold |"
    r"target )?(?:of )?(?P<m>\d+(?:\.\d+)?)(?P<pct> ?%| per ?cent)?"
    r"|\b(?:the |a )(?P<m2>\d+(?:\.\d+)?)(?P<pct2> ?%| per ?cent) [a-z]+ was (?:(?P<up2>reached|met|passed|exceeded|"
    r"achieved)|(?P<down2>missed))\b",
    re.I,
)
OVER = pattern_of(r"above|over|more than|exceed\w*|topped|beat|passed?", re.I)
UNDER = pattern_of(r"below|under|less than|fewer than|short of|missed|failed", re.I)
SOME = pattern_of(
    r"\b(?:came|come|received|arrived|sent|had|have|has|there were|there was|at least one|without (?:one|any)|"
    r"(?P<reply>replied|responded|answered|returned))\b",
    re.I,
)
REPLIES = pattern_of(r"\b(?:repl(?:y|ies)|respon\w+|answers?|returns?|forms?|questionnaires?)\b", re.I)
# "No more than three": a limit.
NO_MORE = pattern_of(r"\b(?:no|few|fewer|more|less|most|only)\b", re.I)
WITHOUT = pattern_of(r"\bwithout (?:one|any|a [a-z]+)\b", re.I)
MORE_FIGURES = re.compile(r"\d")
TIMES = pattern_of(
    r"\b(?:(?P<two>twice|double)|(?P<n>three|four|five|six|ten|[3-9]) times|(?P<half>half)) "
    r"(?:as (?:many|much|high|large|often|likely|common)|that|the|what|those)\b",
    re.I,
)
WIDELY = re.compile(r"\b(?:more|less|fewer|over|under|well|just|only|than|nearly|almost)\s+$", re.I)
APART = pattern_of(rf"\b(?P<x>\d+(?:\.\d+)?|{SPELT})(?P<unit> ?%| (?:percentage )?points?| per ?cent| [a-z]+)?\b", re.I)
GAP = pattern_of(
    r"\b(?:difference|gap|apart|ahead|behind|above|below|more|fewer|higher|lower|less|lead|margin|between)\b", re.I
)
SET_ABOVE = pattern_of(
    r"\b(?:(?P<up>ahead of|above|more than|higher than|clear of)|(?P<down>behind|below|fewer than|lower "
    r"than|less than))\b",
    re.I,
)
WIDEST = pattern_of(r"\b(?:gap|difference|margin|spread|apart)\b", re.I)
WIDE = pattern_of(
    r"\b(?:(?P<up>widest|greatest|largest|biggest|furthest|farthest|most)|(?P<down>narrowest|smallest|least|closest|"
    r"nearest))\b",
    re.I,
)
SAID = pattern_of(
    rf"\b(?:{UP}|{DOWN}|all|every|each|none|both|only|alone|twice|double|times as|half|apart|difference|gap|no other|"
    r"just one|without)\b",
    re.I,
)
# General words of such statements; no others may stand in them but those of the list.
WORDS = (
    GENERAL - stems_of("rise rose risen fall fell fallen increase increased decrease decreased trend upward downward")
) | stems_of(
    "site place anywhere elsewhere else rest other any alone just except apart from bar twice double "
    "half time times gap "
    "difference wide widest narrow narrowest furthest closest size ahead behind led throughout consistently always "
    "occasion number as a an the their its of in on at for by was were it is are had has have did that "
    "this these those "
    "likely figure better worse outscored outperformed trailed leading proportionally absolute terms margin leave "
    "leaves left group two three four five six every each one sole single no but between many much exceed "
    "exceeding exceeded reach reaching topped "
    "district ward school team unit centre office branch location came come received replied reply responded sent "
    "return got with without any took part represented answered arrive arrived short fell failed mark standard"
)
KIND_AFTER = re.compile(r"(?:than at any|than any|any other|no other|only|every|each) (?P<kind>[a-z]+)", re.I)
FEWEST, NOUGHT = 3, Decimal(0)
SLACK = Decimal("0.1")


@dataclass(frozen=True)
class Statement:
    """What is said of a list. text: its words, without the list; named: whom it names, in its order."""

    text: str
    start: int
    end: int
    named: tuple[Row, ...]

    @property
    def unnamed(self) -> str:
        """Its words without times and names."""
        plain = self.text
        for row in self.named:
            plain = plain.replace(row.name, " ")
        return TIME.sub(" ", plain)


# Whether it is right, what is expected, why, and the words it is told of where they are no whole sentence.
Judged = tuple[bool, str, str] | tuple[bool, str, str, str]


def check(context: Context) -> Iterator[Finding]:
    """Each sentence with such words beside a list of names with figures."""
    for paragraph in context.once(prose_alone):
        if not SAID.search(paragraph.text):
            continue
        read = passage(paragraph.text)
        if len(read.entries) < len("ab"):
            continue
        for at in range(len(read.starts)):
            if SAID.search(read.sentence(at)):
                yield from _sentence(paragraph, read, at)


def _sentence(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    for told in lists_near(read, at):
        said = _statement(read, at, told)
        judged = _judged(read, told, said) if said and _is_plain(read, said, told) else None
        if said and judged:
            right, expected, why, *words = judged
            verdict: Verdict = "ok" if right else "wrong"
            quote = words[0] if words else read.text[said.start : said.end].strip(" .;:")
            slip = f"{CODE}/{paragraph.line}/{said.start}"
            yield Finding(CODE, verdict, paragraph.where, quote, quote, "" if right else expected, why, slip, "likely")
            return


def _statement(read: Passage, at: int, told: Told) -> Statement | None:
    """The words of a sentence that are no part of the list, in one piece."""
    low, high = read.starts[at], read.starts[at] + len(read.sentence(at))
    if told.end <= low or told.start >= high:
        start, end = low, high
    elif told.start > low and read.text[low : told.start].strip(" :(") and SAID.search(read.text, low, told.start):
        start, end = low, told.start
    else:
        start, end = told.end, high
    text = re.sub(r"\s+", " ", read.text[start:end]).strip(" ;:(),")
    return Statement(text, start, end, _named(told, text)) if text else None


def _named(told: Told, text: str) -> tuple[Row, ...]:
    """Whom a text names, in the order of the text; of one within another only the longer."""
    places = [(found.start(), stems_of(found.group())) for found in re.finditer(r"[A-Za-z’']{2,}|\d+|\b[A-Z]\b", text)]
    words = frozenset(stem for _, each in places for stem in each)
    hit = [row for row in told.rows if row.words <= words]
    hit = [row for row in hit if not any(row.words < other.words for other in hit)]
    return tuple(sorted(hit, key=lambda row: min(place for place, each in places if each & row.words)))


def _is_plain(read: Passage, said: Statement, told: Told) -> bool:
    """Whether a statement speaks of nothing that the list isn't of."""
    if ELSE.search(FALLEN.sub(" ", said.text)):
        return False
    first = read.sentence_at(told.start)
    last = read.sentence_at(told.end - 1)
    listed = stems_of(" ".join(read.sentence(at) for at in range(first, last + 1)))
    kinds = stems_of(" ".join(found["kind"] for found in KIND_AFTER.finditer(said.text)))
    every = QUANTIFIER.search(said.text)
    sized = re.match(r" (?P<kind>[a-z]+)", said.text[every.end() :], re.I) if every and every["n"] else None
    counted = stems_of(sized["kind"]) if sized else frozenset()
    own = {each for each in stems_of(said.text) if not each[0].isdigit()}
    return own <= WORDS | listed | kinds | counted


FALLEN = pattern_of(r"\bfell (?:below|short)\b|\btop\b|\b(?:every|each|not) one of\b", re.I)


def _judged(read: Passage, told: Told, said: Statement) -> Judged | None:
    """What a statement says, by the first of the relations that its words tell."""
    if told.width > 1:
        return (told.by_time and _over_time(read, told, said)) or _widest(told, said)
    for way in (_times, _apart, _limited, _all_some, _ranked):
        found = way(read, told, said)
        if found:
            return found
    return None


def _shown(told: Told) -> str:
    return "; ".join(each.shown for each in told.rows)


def _ways(told: Told, text: str) -> list[list[Decimal]]:
    """The figures that are compared: numbers or shares where these are said, else both where both are told."""
    numbers = [number_of(row.entries[0]) for row in told.rows]
    shares = [share_of(row.entries[0]) for row in told.rows]
    both = [[each for each in one if each is not None] for one in (numbers, shares)]
    full = [each for each in both if len(each) == len(told.rows)]
    if OF_WHOLES.search(text) and any(row.entries[0].base for row in told.rows):
        return []  # "the most boats were at Elm", where some of the boats of each are told
    of_number, of_share = OF_NUMBER.search(text), OF_SHARE.search(text)
    if len(full) == 1 or bool(of_number) == bool(of_share):
        return full if len(full) == 1 and not (of_share and full[0] is both[0]) else full if not of_share else []
    return [both[0] if of_number else both[1]]


def _directions(read: Passage, told: Told, text: str) -> list[bool]:
    """Whether words of rank mean the most; both where that isn't sure, what they say first; none without such words."""
    found = list(WAY.finditer(text))
    ways = {bool(each["up"]) for each in found}
    if len(ways) != 1:
        return []
    if JUDGED.search(text):
        first, last = read.sentence_at(told.start), read.sentence_at(told.end - 1)
        better = more_is_better(" ".join(read.sentence(at) for at in range(first, last + 1)))
        if better is None:
            return [*ways, *({True, False} - ways)]
        return [each == better for each in ways]
    return [*ways]


def _ranked(read: Passage, told: Told, said: Statement) -> Judged | None:
    """One that is the most, the least, or more than any other."""
    if (
        len(said.named) != 1
        or MORE_FIGURES.search(said.unnamed)
        or QUANTIFIER.search(said.text)
        or ONLY.search(said.text)
        or CONSISTENTLY.search(said.text)
    ):
        return None
    than = re.search(r"\bthan\b", said.text)
    other = THAN_ANY.search(said.text)
    if than and not other:
        return None
    ends = [True] if NO_OTHER.search(said.text) else _directions(read, told, said.text)
    if not ends:
        return None
    if not re.search(r"\b(?:[a-z]+est|most|least|top|first|last|bottom|led)\b|[a-z]+est-", said.text, re.I) and not (
        other or NO_OTHER.search(said.text) or (len(told.rows) == len("ab") and COMPARATIVE.search(said.text))
    ):
        return None
    if any(not MEASURED.match(said.text, each.end()) for each in OF_SIZE.finditer(said.text)):
        return None
    at = told.rows.index(said.named[0])
    ways = _ways(told, said.text)
    right = [any(values[at] == (max(values) if most else min(values)) for values in ways) for most in ends]
    # Where less may be better too, that it isn't wrong bears nothing out.
    sure = right[0] if len(ends) == 1 else False
    return (sure, "another", _shown(told)) if ways and (sure or not any(right)) else None


COMPARATIVE = pattern_of(
    r"\bthe (?:[a-z]+er)\b|\ba (?:higher|lower|greater|larger|smaller) (?:share|rate|number|proportion)", re.I
)


def _over_time(read: Passage, told: Told, said: Statement) -> Judged | None:
    """One that is ahead of the others every time, or every time but one."""
    always, but = EVERY_TIME.search(said.text), BUT_ONE.search(said.text)
    ends = _directions(read, told, BUT_ONE.sub(" ", EVERY_TIME.sub(" ", said.text)))
    plain = BUT_ONE.sub(" ", said.text)
    if PARTLY.search(plain) or TIME.search(EVERY_TIME.sub(" ", plain)):
        return None
    if not ends or not (always or but) or not said.named or MORE_FIGURES.search(BUT_ONE.sub("", said.unnamed)):
        return None
    if len(said.named) > len("ab") or (len(said.named) == len("ab") != len(told.rows)):
        return None
    mine = said.named[0]
    if len(said.named) > 1 and re.match(r"\W*(?:compared|than|unlike|against)\b", said.text, re.I):
        return None
    others = [row for row in told.rows if row is not mine]
    values = [[each.figure for each in row.entries] for row in (mine, *others)]
    columns = list(zip(*values, strict=True))
    every = [sum(all(own > each if most else own < each for each in rest) for own, *rest in columns) for most in ends]
    level = any(own == each for own, *rest in columns for each in rest)
    if level:
        return None
    wanted = told.width
    if but:
        size = whole(but["of"]) if but["of"] else None
        if size not in (None, told.width):
            return None
        wanted = told.width - 1 if but["but"] else whole(but["n"]) or 0
    if wanted != every[0] and wanted in every:
        return None
    return wanted == every[0], f"{every[0]} of {told.width}", _shown(told)


def _widest(told: Told, said: Statement) -> Judged | None:
    """Where the two figures of each are furthest apart, or nearest each other."""
    found = {bool(each["up"]) for each in WIDE.finditer(said.text)}
    if told.width != len("ab") or len(said.named) != 1 or len(found) != 1 or not WIDEST.search(said.text):
        return None
    if MORE_FIGURES.search(said.unnamed):
        return None
    gaps = [abs(row.entries[0].figure - row.entries[1].figure) for row in told.rows]
    at = told.rows.index(said.named[0])
    right = gaps[at] == (max(gaps) if found.pop() else min(gaps))
    why = "; ".join(f"{row.shown}: {gap} apart" for row, gap in zip(told.rows, gaps, strict=True))
    return right, "another", why


def _times(read: Passage, told: Told, said: Statement) -> Judged | None:
    """One that has twice as many as another."""
    found = TIMES.search(said.text)
    if not found or len(said.named) != len("ab") or WIDELY.search(said.text[: found.start()]):
        return None
    if re.match(r"\W*(?:compared|against|unlike)\b", said.text, re.I) or MORE_FIGURES.search(
        said.unnamed.replace(found.group(), "")
    ):
        return None
    ways = _ways(told, said.text)
    pairs = [tuple(values[told.rows.index(each)] for each in said.named) for values in ways]
    if not pairs or not all(other for _, other in pairs):
        return None
    times = Decimal(2) if found["two"] else Decimal("0.5") if found["half"] else Decimal(whole(found["n"]) or 0)
    right = any(abs(one / other - times) <= times * SLACK for one, other in pairs)
    one, other = pairs[0]
    return right, "another number", f"{one} is {one / other:.2f} times {other}"


def _apart(read: Passage, told: Told, said: Statement) -> Judged | None:
    """How far two are apart, and which of them is ahead."""
    sizes = [e for e in APART.finditer(said.text) if e["x"].lower() not in ("one", "two")]
    if len(said.named) != len("ab") or len(sizes) != 1 or not GAP.search(said.text):
        return None
    shares = all(each.entries[0].kind == "share" for each in said.named)
    unit = (sizes[0]["unit"] or "").lower()
    if shares != bool(re.search(r"point|%", unit)):
        return None
    one, other = (each.entries[0].value for each in said.named)
    stated = Decimal(sizes[0]["x"]) if sizes[0]["x"][0].isdigit() else Decimal(whole(sizes[0]["x"]) or 0)
    if any(each.entries[0].base for each in said.named):
        return None
    way = SET_ABOVE.search(said.text)
    gap = one - other if way and way["up"] else other - one if way else abs(one - other)
    near = abs(gap - stated) <= (1 if stated % 1 or one % 1 or other % 1 else 0)
    return near, f"{gap}", f"{said.named[0].shown} and {said.named[1].shown}", sizes[0].group()


def _limited(read: Passage, told: Told, said: Statement) -> Judged | None:
    """All, none, only one or all but one above or below a limit."""
    found = LIMIT.search(said.text)
    if not found or len(MORE_FIGURES.findall(re.sub(r"\d+(?:\.\d+)?", "1", said.text))) > 1:
        return None
    limit = Decimal(found["m"] or found["m2"])
    up = bool(found["up"] or found["up2"])
    word = found.group()
    shares = bool(found["pct"] or found["pct2"])
    values = [share_of(row.entries[0]) if shares else number_of(row.entries[0]) for row in told.rows]
    full = [each for each in values if each is not None]
    if len(full) != len(values) or any(each == limit for each in full):
        return None
    holds = [each > limit if up else each < limit for each in full]
    wanted = _wanted(told, said)
    if wanted is None:
        return None
    return holds == wanted, "not so", f"{_shown(told)}, {word}"


def _wanted(told: Told, said: Statement) -> list[bool] | None:
    """Of which of the names a statement says it."""
    size = len(told.rows)
    if EXCEPT.search(said.text):
        return [row not in said.named for row in told.rows] if len(said.named) == 1 else None
    if ONLY.search(said.text):
        return [row in said.named for row in told.rows] if len(said.named) == 1 else None
    found = QUANTIFIER.search(said.text) or SENT_ALL.search(said.text)
    if not found or said.named:
        return None
    number = whole(found["n"]) if found["n"] else 2 if "both" in found.group().lower() else None
    if number not in (None, size) or (number is None and not re.search(r"\b(?:every|each|all)\b", found.group(), re.I)):
        return None
    return [not found.groupdict().get("none")] * size


def _all_some(read: Passage, told: Told, said: Statement) -> Judged | None:
    """All of so many have some: none of them has a nought."""
    if said.named or MORE_FIGURES.search(re.sub(r"\b\d{1,2}\b", "", said.text)) or not SOME.search(said.text):
        return None
    if any(row.entries[0].kind != "count" for row in told.rows) or NO_MORE.search(said.text):
        return None
    some = SOME.search(said.text)
    apart = read.sentence_at(told.start) != read.sentence_at(said.start)
    if some and some["reply"] and apart and not REPLIES.search(read.text, told.start, told.end):
        return None
    wanted = _wanted(told, said)
    if wanted is None:
        return None
    if wanted[0] == bool(WITHOUT.search(said.text)):
        return None
    none = [row.name for row in told.rows if row.entries[0].value == 0]
    return not none, f"not {', '.join(none)}", _shown(told)
