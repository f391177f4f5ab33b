"""Figures that a passage lists, each with its name: "Elm 7, Cedar 30 and Hazel 11", "46 (October)", "3 of 20 in Ash".

Rules ask a listing which of its names stands highest, whether all of them pass a limit, or what one of them has.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import groupby, pairwise

from looped.checker.linking import STOP, stem
from looped.checker.numbers import NTH
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.prose import Entry, Passage
from looped.checker.respective import names_in_order

GAP, LEAD = 75, 70
MARKS = " ,;:.()[]–—-="
AND = r"(?:and|nor|but|while|whereas|then|versus|vs?|against|with)"
# What parts two items: the strongest first.
PARTS = (
    pattern_of(r"[;.](?=\s|$)|\s[–—]\s"),
    pattern_of(r",(?=\s|$)"),
    pattern_of(rf"(?:^|\s){AND}(?=\s|$)|(?:^|\s)(?:followed by|to$|or|compared (?:with|to)|than)(?=\s|$)", re.I),
)
BARE = pattern_of(r"\s*(?:[,;/]|,? ?(?:and|then|to|or)\b|,? followed by)\s*(?:(?:then|finally|only|just) )?", re.I)
# What stands before a figure that bounds others and is none of them.
LIMIT = pattern_of(
    r"\b(?:other [a-z]+ (?:reached|had|exceeded)|above|below|over|under|exceed(?:ed|s|ing)?|at least|at most|"
    r"more than|less than|fewer than|within|beyond|"
    r"(?:target|standard|benchmark|threshold|limit|goal|tolerance)s?(?: of| is| was|:)?|"
    r"(?:rose|risen|fell|fallen|\w+(?:crease|duce)[ds]?|grew|grown|drop\w*|cut|improv\w+|widen\w*|narrow\w*|"
    r"exceed\w*|declin\w+|up|down|higher|lower|"
    r"more|fewer|divided|multiplied|out|ahead|behind|short)\b[^.;,\d]{0,30}\bby|out of|of (?:the|"
    r"these|those|all|its|our|their))\s+"
    r"(?:the |its |our |their |a |an |just |only )*$|(?:^|[.;:,]\s|\b(?:and|but) )of (?:the |these |those |all )*$",
    re.I,
)
NOUGHT = pattern_of(
    r"(?:[,;:(]\s?|\band |\bbut |\b(?:shows?|showed|has|had|lists?|gives?|records) )(?:and |but )?(?P<word>none|"
    r"nil)(?= (?:in|at|on|for|from|among|"
    r"by) (?:the )?(?P<of>[A-Za-z]+))",
    re.I,
)
# What is a figure in "13 of 38 at Oxlea (34%)".
INSIDE = pattern_of(r"[(\[][^)\]]*[)\]]?|\b(?:out )?of (?:the )?[\d,]+|[\d,.]+%?", re.I)
OTHERS = pattern_of(
    r"^(?:the |all )?(?:others?|rest|remaining|next|other [a-z]+)(?: [a-z]+)? "
    r"(?:was|were|are|is|being|came|included)\b\s*",
    re.I,
)
VERBS = re.compile(r"\b(?:were|was|are|is|as follows|that)\b")
RANGED = re.compile(r"\b(?:rang|var)(?:ed|ies|ied|es|ing|ying|e|y) (?:widely )?(?:from|between) ")
UNIT_LEFT_OUT = re.compile(r" (?:at|in|on|for|by|from) (?:the )?[A-Z]")
ADJUNCT = pattern_of(
    r"^\s*(?:across|over|during|in|for|throughout) (?:the |this |that |all )?(?:whole )?(?:year|period|quarter|month|"
    r"round|sample|audit|survey|half[- ]year|team|service|board)s?,? ",
    re.I,
)
PREDICATE = pattern_of(
    r"\s*(?:rated|judged|graded|found|assessed|marked|scored|met|seen|done|present|good|better|complete|compliant|"
    r"[a-z]+ed)\b[^,]*\b(?:in|at|by|for|on|of|to)$",
    re.I,
)
# "East, 40%. Central, 93%.": each item its own sentence.
HEADED = pattern_of(r"[.]\s+[A-Z][^.;]{1,40}[:,–—]\s*(?:\d+/\d+[^.;:]{0,40}\(?)?$")
SAID_OF = re.compile(
    r"(?P<who>[^.;:]+?)\s(?:was|were|is|are) (?:[a-z-]+ ){1,3}?(?P<prep>in|for|at|by|on|to)(?: (?:just|only|about))? ?$"
)
# Something done names nobody: "the middle group borrowed 9".
DONE = re.compile(r"\b[a-z]{3,}ed\b")
# Words that name nothing.
COMMON = frozenset(
    stem(word)
    for word in re.findall(
        r"\w+",
        "only just about some another each one both either other others had has did made make told said saw took "
        "there they them we our you your not no nor than then also still even while whereas respectively followed "
        "came come stood scored rated reached recorded found seen given got but so if out up do does year years "
        "last more fewer less",
    )
)


@dataclass(frozen=True)
class Named:
    """A figure with what it is of. words: the stems that tell it from the others of its list; empty if it has "
    "none."""

    entry: Entry
    name: str
    words: frozenset[str]
    value: Decimal
    telling: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """Name and figure as they are told."""
        return f"{self.name} {self.entry.text}".strip()


@dataclass(frozen=True)
class Listing:
    """Figures of one kind that stand side by side. start, end: from the first name to the last figure or name."""

    items: tuple[Named, ...]
    start: int
    end: int
    sentence: int

    @property
    def values(self) -> list[Decimal]:
        """Its figures in the order in which they are told."""
        return [each.value for each in self.items]

    @property
    def is_share(self) -> bool:
        """Whether they are percentages."""
        return self.items[0].entry.share is not None

    @property
    def shown(self) -> str:
        """The whole list, as a finding quotes it."""
        return ", ".join(each.text for each in self.items)

    def named(self, text: str) -> list[Named]:
        """The items that a run of words names: of several the one named most fully, where there is one."""
        words = stems_of(text) | _numbered(text)
        hits = [each for each in self.items if each.words and each.words <= words]
        if hits:
            return hits
        part = [each for each in self.items if (each.words & words) - stems_of(" ".join(DONE.findall(each.name)))]
        # "Achieved" beside "partly achieved": it has no word of its own, and all its words are said.
        plain = [each for each in self.items if not each.words and each.telling and each.telling <= words]
        return part if len(part) == 1 else plain if not part and len(plain) == 1 else self._by_age(text)

    def _by_age(self, text: str) -> list[Named]:
        """The youngest or the oldest of age groups."""
        at = aged([each.name for each in self.items], text)
        return [] if at is None else [self.items[at]]


AGED = pattern_of(r"\b(?:(?P<young>youngest)|(?P<mid>middle)|(?P<old>oldest|eldest))\b", re.I)


def aged(names: Sequence[str], text: str) -> int | None:
    """Which of some age groups is called the youngest, the middle or the oldest.

    >>> aged(["16 to 34", "35 to 54", "55 or over"], "The oldest band")
    2
    """
    found = AGED.search(text)
    ages = [int(first[0]) for each in names if (first := re.search(r"\d+", each))]
    if not found or len(set(ages)) < len(names) or (found["mid"] and len(ages) != len(NTH) // 2):
        return None
    return ages.index(min(ages) if found["young"] else max(ages) if found["old"] else sorted(ages)[1])


def _numbered(text: str) -> frozenset[str]:
    """ "The second quarter" is quarter 2."""
    found = re.findall(
        r"\b(first|second|third|fourth|fifth|sixth) (?:quarter|week|term|wave|round|ward|phase|stage|cycle|year)\b",
        text,
        re.I,
    )
    return frozenset(str(NTH.index(each.lower()) + 1) for each in found)


@lru_cache(maxsize=16384)
def is_limit(quiet: str, start: int) -> bool:
    """Whether the figure that begins at a place of a quiet text bounds others, or tells by how much they moved.

    >>> is_limit("None was over 15 minutes", 14), is_limit("They took 15 minutes", 10)
    (True, False)
    """
    return bool(LIMIT.search(quiet[:start]))


@lru_cache(maxsize=8192)
def listings(read: Passage) -> tuple[Listing, ...]:
    """The lists of a passage, of two figures or more.

    >>> from looped.checker.prose import passage
    >>> [listing.shown for listing in listings(passage("Lapses by ward were: Elm 7, Cedar 30 and Hazel 11."))]
    ['Elm 7, Cedar 30, Hazel 11']
    """
    return tuple(found for run in _runs(read, read.entries) if (found := _listing(read, run)))


@lru_cache(maxsize=8192)
def with_noughts(read: Passage) -> tuple[Listing, ...]:
    """The lists of a passage; one that has "none in June" in it is a list with a nought."""
    entries = _with_noughts(read)
    if entries is read.entries:
        return listings(read)
    return tuple(found for run in _runs(read, entries) if (found := _listing(read, run)))


def _runs(read: Passage, entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Entries of one kind, one behind the other."""
    for group in _together(read, entries):
        if len(group) > 1:
            yield from _runs_of(read, group)


def _together(read: Passage, entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Entries sentence by sentence, with those of the sentences behind it that may go on with a list of it."""
    group: list[Entry] = []
    for _, found in groupby(entries, key=lambda each: each.sentence):
        own = list(found)
        if group and not any(HEADED.search(read.text[group[0].end : each.start]) for each in own):
            yield group
            group = []
        group += own
    yield group


def _runs_of(read: Passage, entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    run: list[Entry] = []
    for each in entries:
        if each.kind == "points" or is_limit(read.quiet, each.start):
            continue
        if run and (not _is_alike(read, run, each) or not _beside(read, run, each)):
            yield from [run] if len(run) > 1 else []
            run = []
        run.append(each)
    yield from [run] if len(run) > 1 else []


def _is_alike(read: Passage, run: Sequence[Entry], each: Entry) -> bool:
    """Whether a figure is of the kind of a run; "31 days at Ash, 24 at Elm": the unit is told once."""
    bare = each.kind == "count" and not each.base and UNIT_LEFT_OUT.match(read.text[each.end :])
    return _kind(run[-1]) == _kind(each) or bool(run[0].unit and run[0].step == each.step and bare)


def _with_noughts(read: Passage) -> Sequence[Entry]:
    """The entries, and each "none in June" that stands in a list as a nought; not where June has a figure too."""
    if not NOUGHT.search(read.text):
        return read.entries
    noughts = []
    for found in NOUGHT.finditer(read.text):
        at = read.sentence_at(found.start())
        if len(re.findall(rf"\b{re.escape(found['of'])}\b", read.sentence(at))) == 1:
            start, end = found.span("word")
            noughts.append(Entry("count", found["word"], Decimal(0), Decimal(1), "", start, end, at))
    return sorted((*read.entries, *noughts), key=lambda each: each.start)


def _kind(entry: Entry) -> tuple[object, ...]:
    if entry.share:
        return ("share",)
    return ("count", "", entry.base is not None) if entry.kind == "count" else (entry.kind, entry.unit, False)


def _beside(read: Passage, run: Sequence[Entry], entry: Entry) -> bool:
    # "Named by 43 of them, damp by 52".
    gap = re.sub(rf"^ of (?:{THEM})(?=,)", "", read.text[run[-1].end : entry.start])
    if len(gap) > GAP or (run[-1].sentence != entry.sentence and not HEADED.search(gap)):
        return False
    # "38% to 58% between the sites: Ash 44%": what stands before a colon alone is no item.
    if ":" in gap and not re.search(r"[;,.)]", gap.split(":")[0]):
        return False
    if RANGED.search(gap):
        return False  # "Ash 32, Elm 24; it ranged from 24 to 32"
    # "32, 24 and 62 in the three weeks, 118 in all": bare figures end where words begin.
    # "In the five homes 32, 24 and 62": how many there are stands before.
    bare = [bool(BARE.fullmatch(read.text[a.end : b.start])) for a, b in pairwise(run)]
    if len(bare) > 1 and all(bare[len(bare) > 2 :]) and not BARE.fullmatch(gap):
        return False
    # "£400 to £850 (Ash £400": a bracket with figures of its own begins another list.
    if "(" in gap and ")" not in gap and run[-1].text[-1:] != ")":
        return False
    return not re.search(
        r"[.][^.]*[.]|\bof (?:these|whom|which|them|those(?! (?:in|aged|with|at|on|from|between|over|under|"
        r"who)\b))\b|\b(?:rising|falling|up|down) (?:from|to)\b",
        gap,
    )


def _listing(read: Passage, run: Sequence[Entry]) -> Listing | None:
    """A run with its names; without the first or the last where only the others are alike."""
    for chosen in _without_whole(read, run):
        if len(chosen) < 2:
            continue
        gaps = [read.text[a.end : b.start] for a, b in pairwise(chosen)]
        names = _names(read, chosen, gaps)
        if names is not None:
            return _of(chosen, names, read)
    return None


def _without_whole(read: Passage, run: Sequence[Entry]) -> tuple[Sequence[Entry], ...]:
    """ "33 falls, twelve in July, eleven in August and ten in September": the whole is no part, nor is it behind."""
    if len(run) > 3 and run[0].kind == "count" and not run[0].base:
        if _sum(run[1:]) == run[0].value:
            return (run[1:],)
        every = [e for e in read.of_sentence(run[-1].sentence) if e.kind == "count" and not e.base]
        if 2 * run[-1].value in (_sum(run), _sum(every)):
            return (run[:-1],)
    return (run, run[1:], run[:-1])


def _sum(run: Sequence[Entry]) -> Decimal:
    return sum((each.value for each in run), Decimal(0))


def _of(run: Sequence[Entry], names: Sequence[str], read: Passage) -> Listing:
    words = [_telling(name) for name in names]
    own = [
        each - frozenset(w for at, other in enumerate(words) if at != place for w in other)
        for place, each in enumerate(words)
    ]
    items = tuple(
        Named(entry, name, mine, value_of(entry), every)
        for entry, name, mine, every in zip(run, names, own, words, strict=True)
    )
    ahead = read.text.rfind(names[0], max(0, run[0].start - LEAD), run[0].start) if names[0] else -1
    # A name that stands some way before the figure is spoken of there, and not listed.
    start = ahead if ahead >= 0 and len(read.text[ahead + len(names[0]) : run[0].start].strip(MARKS)) < 2 else -1
    behind = read.text.find(names[-1], run[-1].end, run[-1].end + LEAD) if names[-1] else -1
    # A name that comes after a mark is spoken of again.
    named = behind >= 0 > start and not re.search(r"[.;:,]\s", read.text[run[-1].end : behind])
    end = behind + len(names[-1]) if named else run[-1].end
    return Listing(items, start if start >= 0 else run[0].start, end, run[0].sentence)


def _telling(name: str) -> frozenset[str]:
    words = stems_of(name)
    return (words - COMMON) or words


def _names(read: Passage, run: Sequence[Entry], gaps: Sequence[str]) -> list[str] | None:
    """The names before the figures, or behind them; empty ones for bare figures; None where the gaps part nothing."""
    if all(BARE.fullmatch(gap) for gap in gaps):
        # "13 of 38 at Oxlea (34%)" has its name in it.
        inside = ["" if each.text.isalpha() else _trimmed(INSIDE.sub(" ", each.text)) for each in run]
        if _distinct(inside) == len(run):
            return inside
        return names_in_order(read, run) or [""] * len(run)
    parts = [_parted(gap.lstrip(")]")) for gap in gaps]
    # "2 in April, none in May": one of the list has no figure of its own.
    if any(each is None for each in parts) or any(re.search(r"\b(?:none|nil)\b", gap, re.I) for gap in gaps):
        return None
    lead = _lead(read.text[max(0, run[0].start - LEAD) : run[0].start])
    tail = re.split(r"[;:]|[.](?:\s|$)|\s[–—]\s", read.text[run[-1].end : run[-1].end + LEAD].lstrip(")]"))[0]
    behind = [_trimmed(each[0]) for each in parts if each] + [_trimmed(re.split(r",", tail)[0])]
    others = [each[1] for each in parts if each]
    ahead = [_trimmed(_subject(lead, others) or _last_part(lead)), *map(_trimmed, others)]
    return ahead if _distinct(ahead[1:]) >= _distinct(behind[:-1]) else behind


def _lead(text: str) -> str:
    """What stands right before the first figure; a remark in brackets behind its name is left out."""
    text = re.sub(r"\d+/\d+[,:]?\s*$", "", text.rstrip("( :")).rstrip("( :")
    text = re.sub(r"\s?\([^()]*\)$", "", text)
    text = re.sub(r"\s(?:was|were|is|are) \w+ by\s*$", "", text)
    return re.split(r"[;:(]|[.]\s|\s[–—-]\s", text)[-1]


def _distinct(names: Sequence[str]) -> int:
    """How many names are told apart by words of their own."""
    return len({_telling(each) for each in names} - {frozenset()})


def _parted(gap: str) -> tuple[str, str] | None:
    """What belongs to the figure before a gap, and what to the one behind it."""
    for mark in PARTS:
        found = list(mark.finditer(gap))
        if found:
            return gap[: found[0].start()], gap[found[-1].end() :]
    return None


def _subject(lead: str, others: Sequence[str]) -> str:
    """ "Planning was good in 80%, supervision in 43%": the first is named before what is said of all of them."""
    found = SAID_OF.search(lead)
    alike = found and all(re.search(rf"\b{found['prep']}\s+$", each) for each in others)
    return re.split(r",", found["who"])[-1] if found and alike else ""


def _last_part(lead: str) -> str:
    """The name at the end of a lead: behind its last comma or verb, or before the verb that it is the subject of."""
    clause = lead.rstrip(" ,=:-–").rpartition(",")[2]
    *before, last = VERBS.split(clause)
    # "In Ash it was 34%, in Elm 66%", "planning was rated good in 75%, recording in 66%".
    return ADJUNCT.sub("", before[-1]) if before and (not last.strip() or PREDICATE.match(last)) else last


def _trimmed(text: str) -> str:
    """A name without the marks and the small words around it."""
    text = re.sub(r"(?<!\d)\d+/\d+(?!\d)", " ", text)
    text = re.sub(r"\s+", " ", text).strip(MARKS)
    text = OTHERS.sub("", text)
    text = re.sub(rf"^(?:{AND}|followed by|compared (?:with|to)|only|just)\b\s*", "", text, flags=re.I)
    text = re.sub(rf"[,;]?\s*\b(?:{AND}|only|just|about|by)$", "", text, flags=re.I)
    return text.strip(MARKS)


def value_of(entry: Entry) -> Decimal:
    """What is compared: the share where one is printed, else the count, of its base where it has one."""
    if entry.share:
        return entry.share.value
    return Decimal(entry.count) * 100 / entry.base if entry.base else entry.value


def stems_of(text: str) -> frozenset[str]:
    """The telling stems of a text, its numbers and single capitals too."""
    found = re.findall(r"[A-Za-z’']{2,}|\d+(?:[-–]\d+)?\+?|\b[A-Z]\b|\b[a-z]\)", text)
    return frozenset("#" + word if len(word) == 1 and word.isupper() else stem(word) for word in found) - STOP


def near(read: Passage, sentence: int, reach: int = 1) -> list[Listing]:
    """The lists of a sentence and of those beside it, its own first."""
    close = [each for each in listings(read) if abs(each.sentence - sentence) <= reach]
    return sorted(close, key=lambda each: abs(each.sentence - sentence))
