"""Figures that a sentence binds right to the name of a row: "Ayr (41) and Oban (17)", "41 in Ayr", "Ayr reached 41%".

What stands between a name and its figure decides, not the sentence around them: words of the table, and such as go with
any figure. Each figure goes with one name, each name with the figure next to it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from looped.checker.misplaced import is_in_name
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry
from looped.checker.quoting import UNITS
from looped.checker.remarks import Remark
from looped.checker.said_besides import besides
from looped.checker.sheets.naming import Named, alike, tokens_of

# What goes with a name and its figure, whatever they are of.
GENERAL = pattern_of(
    r"^(?:with|at|on|had|has|have|having|was|were|been|stood|stands?|standing|came|come|coming|reach(?:ed|es|ing)?|"
    r"scor(?:ed|es|ing)|"
    r"record(?:ed|s|ing)|report(?:ed|s|ing)|achiev(?:ed|es|ing)|manag(?:ed|es|ing)|saw|show(?:ed|s|ing)|post(?:ed|ing)|"
    r"register(?:ed|ing)|attain(?:ed|ing)|return(?:ed|ing)|total(?:led|ling)?|number(?:ed|s|ing)?|got|gets|gave|"
    r"led|leads?|leading|topp(?:ed|ing)|tops?|bottom|list|table|trail(?:ed|ing|s)|peak(?:ed|s|ing)?|fell|rose|climbed|"
    r"dropped|went|account(?:ed|s|ing)?|contribut(?:ed|es|ing)|made|make|makes|up|overtook|overall|"
    r"highest|lowest|most|least|fewest|best|worst|strongest|weakest|poorest|largest|smallest|greatest|biggest|common|"
    r"commonest|often|frequent|frequently|commonly|leader|first|second|third|next|last|followed|place|placed|ranked|end|ends|"
    r"only|just|exactly|even|also|alone|merely|precisely|still|respectively|result|results|figures?|rates?|shares?|"
    r"percentages?|proportions?|counts?|scores?|values?|levels?|performance|"
    r"where|which|who|that|whose|it|its|there|their|this|these|the|and|then|mainly|chiefly|largely|"
    r"highly|well|poorly|badly|did|do|does|done|held|hold|holds|holding|carried|kept|while|whereas|but|against|"
    r"compared|high|low|strong|weak|poor|good|of|in|for|by|contrast|two|three|all|is|are|far|ahead|behind|among|"
    r"main|source|picture|varied|widely|ranged|range|results|ran|being|stay(?:ed|s)?|remain(?:ed|s)?|"
    r"however|meanwhile|similarly|likewise|turn|lay|sat|took|found|exact|actual|per|cent)$",
    re.I,
)
# Words that make it another figure than the row's own.
OTHER = pattern_of(
    r"\b(?:than|from|above|below|beyond|more|fewer|less|another|further|extra|additional|since|until|before|after|each|"
    r"every|both|together|combined|average\w*|mean|median|between|gap|difference|half|twice|double|treble|times|"
    r"targets?|goals?|limits?|standard|threshold|benchmark|expected|planned|forecast|remaining|rest|others?|"
    r"outside|except|excluding|besides|like|unlike|aged(?! q)|worth|nearly|almost|about|around|approximately|roughly|"
    r"over|under|up to|at (?:least|most)|short|towards?|plus|including|some|part|"
    r"not|no|none|nor|never|neither|without|lack\w*|missing|fail\w*|rather|instead|if|would|should|could|may|might)\b|"
    r"n[’']t\b",
    re.I,
)
# Where words begin that tell of something else.
STOP = re.compile(
    r"[,;:()]| [–—-] |[.!?](?:\s|$)|\b(?:and|but|while|whereas|compared|against|followed|making|which|who)\b"
)
# Between a name and the figure behind it.
OPENED = pattern_of(
    r"(?:[’']s?)?(?:\s?\((?:n ?= ?|at |with |only |just )?|\s?[:–—] ?|, | |,? (?:[a-z’'-]+,? ){1,9}\(?)", re.I
)
BRACKET = pattern_of(r"[’']?\s?\((?:n ?= ?|at |with |only |just )?", re.I)
CLAUSE_BEHIND = pattern_of(
    r",(?= (?!the |an? |our |with |at |on |where |which |who |having |whose |in |and then |then )[a-z])"
)
# Between a figure and the name behind it.
TO_NAME = pattern_of(
    r"\)?,?(?: [a-z’'-]+){0,9} (?:in|at|for|among|on|from|under|reported by|made by|to|by) (?:the )?|"
    r" \((?:at |in |for |the )*|, (?:the )?(?=[A-Z])",
    re.I,
)
ENDS = pattern_of(r"\b(?:followed|and|but|while|then|ahead|closely)\b", re.I)
AT_HEAD = pattern_of(r"(?:^|[,;] |\b(?:while|and|but|whereas) )(?:at|with|on) (?:only |just )?$", re.I)
JOINS = pattern_of(r"\b(?:and|or|nor|plus|to|with|than|unlike|like) (?:(?:in|at|for|the) ){0,2}$|[/&–-]\s?$", re.I)
JOINED = pattern_of(r"(?:,| and| or| to| &|/|–|-) ?(?:(?:in|at|for|the) ){0,2}$", re.I)
# A name that is told apart from others, or that others end or begin with.
APART = pattern_of(
    r"\b(?:than|unlike|except|excluding|outside|besides|beyond|other|but|until|since|before|after|up|between|of|end|"
    r"from|without|like|to|over) (?:(?:in|at|for|from|of|the|in the) )*$",
    re.I,
)
OF_SOME = pattern_of(
    r"\W{0,2}(?:of (?:the|these|those|them|its|whom|which|their|all|our)\b|(?:in|out of) every\b)", re.I
)
OF_THOSE = pattern_of(r"\W{0,2}of (?:these|those|them|whom|which|its|their)\b", re.I)
NAME = re.compile(r"\b[A-Z][a-z]{2,}")
OPENS_WHOLE = pattern_of(
    r"(?:^|[,;:.] )(?:and |while |but )?(?:out )?of (?:the |all |these |those |its |our )?[^,;]*$", re.I
)
# A figure that is no exact one of its own: "by 19", "all but 3".
LEADS_OTHER = pattern_of(
    r"\b(?:by|than|but|another|of the|further|first|last|next|these|those) (?:only |just )?$", re.I
)
# What is counted, right behind a figure, and what is said of it.
NOUN = re.compile(r" (?P<noun>[a-z’'-]{3,})\b")
NO_NOUN = pattern_of(
    r"^(?:were|was|are|is|had|has|have|did|each|here|there|in|at|for|from|by|with|among|and|but|while|came|out|on|to|of|"
    r"made|this|per|overall|when|as|against|compared|altogether|reported|recorded|found|seen|followed|respectively|"
    r"also|only|cases?|times?)$",
    re.I,
)
VERB = pattern_of(
    r"\b(?:had|has|have|was|were|is|are|saw|stood|came|reach\w+|scor\w+|record\w+|report\w+|achiev\w+|manag\w+|show\w+|"
    r"register\w+|account\w+|topp\w+|made|led|held|kept|carried|did)\b",
    re.I,
)
PRONOUN = re.compile(r"\bit\b", re.I)
SHORT = 2
# "Ayr lost 41 nets and mended 26": of the same row.
CARRIED = pattern_of(
    r"[^,;:.()]{0,40}?(?:, (?:and |but )?|;? (?:and|but|while) )(?:it )?[^,;:.()]{2,40}? (?:only |just )?", re.I
)
# "Only 25% had a log there", "Its rate was 25%".
TAKES_UP = pattern_of(r"^\W*(?:it|its)\b|\bthere(?! (?:was|were|is|are|had|has)\b)", re.I)


@dataclass(frozen=True)
class Bound:
    """A figure with the row that it is bound to. strict: where its clause says nothing that isn't the table's.

    span: of its clause; until: where a name behind it ends; nearly:
    where the sentence up to there has one such word at most.
    """

    entry: Entry
    row: int
    strict: bool
    span: tuple[int, int]
    until: int
    nearly: bool = True


def bound(remark: Remark) -> list[Bound]:
    """The figures of a sentence that stand right beside a name, each with its row."""
    names = _names(remark)
    entries = [each for each in remark.read.of_sentence(remark.at) if not is_in_name(remark, each)]
    if not entries:
        return []
    if not names:
        return _taken_up(remark, entries)
    found: list[Bound] = []
    for at, each in enumerate(entries):
        low = entries[at - 1].end - remark.start if at else 0
        high = entries[at + 1].start - remark.start if at + 1 < len(entries) else len(remark.text)
        # "From 28% in April to 73% in August": a name has one figure.
        low = max([low, *(other.until for other in found)])
        before = found[-1] if found and found[-1].entry is entries[at - 1] else None
        if LEADS_OTHER.search(remark.text[: each.start - remark.start]) or _is_of_other_noun(remark, each):
            continue
        told = _name_of(remark, each, names, (low, high)) or (before and _carried(remark, each, before, high))
        if told is not None and each.text.lower() != "one":
            found.append(told)
    return found


def _is_of_other_noun(remark: Remark, entry: Entry) -> bool:
    """ "Ayr has 120 homes", in a table that counts no homes; or of which more is told: "40, of which 21 were new"."""
    tail = remark.text[entry.end - remark.start :]
    found = NOUN.match(tail) if entry.kind == "count" else None
    if found is None or NO_NOUN.match(found["noun"]):
        return False
    high = entry.end - remark.start + found.end()
    if UNITS.match(found["noun"]) and remark.columns:
        return False  # "eight people were content", under content
    if "q" * SHORT in blank(remark, high - len(found["noun"]), high):
        return False
    known = [each.plain for each in tokens_of(remark.sheet.texts_before)]
    words = re.findall(r"[a-z’'-]{3,}", tail[: found.end() + 40].split(",")[0])[:SHORT]
    return not any(alike(word, other) for word in words for other in known)


def _names(remark: Remark) -> list[Named]:
    """The rows that a sentence names, but those whose name another row has too, and common words of a name."""
    labels = remark.sheet.labels
    named = (each for each in remark.rows if each.whole or remark.text[each.start].isupper())
    return [each for each in named if labels.count(labels[each.at]) == 1]


def _taken_up(remark: Remark, entries: Sequence[Entry]) -> list[Bound]:
    """The one figure that a sentence tells of the row that the sentence before it names."""
    if len(entries) != 1 or not remark.at or not TAKES_UP.search(remark.text) or NAME.search(remark.text[2:]):
        return []
    rows = {each.at for each in Remark(remark.paragraph, remark.read, remark.at - 1, remark.sheet).rows}
    whole = (0, len(remark.text))
    if len(rows) != 1 or _besides(remark, *whole):
        return []
    return [Bound(entries[0], rows.pop(), True, whole, 0)]


def _carried(remark: Remark, entry: Entry, before: Bound, high: int) -> Bound | None:
    """A figure under another column, told of the same row as the one before it."""
    low, start, end = before.entry.end - remark.start, entry.start - remark.start, entry.end - remark.start
    named = [each for each in remark.columns if low <= each.start < start]
    text = blank(remark, low, start)
    if not named or not CARRIED.fullmatch(text) or OTHER.search(text) or NAME.search(text):
        return None
    stop = STOP.search(remark.text, end)
    span = (named[0].start, min(high, stop.start() if stop else len(remark.text)))
    return Bound(entry, before.row, True, span, 0) if not _besides(remark, low, span[1]) else None


def _name_of(remark: Remark, entry: Entry, names: Sequence[Named], room: tuple[int, int]) -> Bound | None:
    """The name that a figure is bound to; none where two names may be meant alike."""
    start, end = entry.start - remark.start, entry.end - remark.start
    before = [each for each in names if room[0] <= each.start and each.end <= start]
    behind = [each for each in names if end <= each.start < room[1]]
    ahead = before[-1] if before and _leads(remark, before, start, room[0]) else None
    after = behind[0] if behind and _follows(remark, entry, behind, room) else None
    bracket = ahead is not None and BRACKET.fullmatch(remark.text, ahead.end, start)
    if ahead and after and ahead.at != after.at and not bracket:
        return None
    name = ahead or after
    if name is None:
        return None
    span = _clause(remark, entry, name, room)
    between = remark.text[name.end : start] if name is ahead else ""
    # "Attendance at Ayr (94%) and Oban (89%)": a name with no verb of its own is of what stands before.
    own = VERB.search(between) and not PRONOUN.search(between) and not between.endswith("(")
    strict = not _besides(remark, span[0] if own else 0, span[1])
    nearly = len(_besides(remark, 0, span[1])) < SHORT
    return Bound(entry, name.at, strict, span, name.end if name is after else 0, nearly)


def _leads(remark: Remark, before: Sequence[Named], start: int, floor: int) -> bool:
    """Whether the last name before a figure is the one that it is told of."""
    name = before[-1]
    between, lead = remark.text[name.end : start], remark.text[floor : name.start]
    text = blank(remark, name.end, start)
    if APART.search(lead) or (JOINS.search(lead) and len(before) > 1) or not OPENED.fullmatch(text):
        return False
    # "Of the 41 boats at Ayr with a log, 30 kept it daily".
    if OPENS_WHOLE.search(remark.text[: name.start]):
        return False
    if text.strip() == "to":
        return False  # "from 35% in May to 41%": of another time
    # "Night staff number 9": of others than the row.
    noun = re.match(r" (?P<noun>[a-z]{3,})\b", text)
    if CLAUSE_BEHIND.search(between) or (noun and _is_of_others(remark, noun["noun"])):
        return False
    # "Ayr and Leith (41)": of a name that the table hasn't.
    if re.search(rf"{NAME.pattern}(?:,| and| or) (?:the )?$", lead) and not before[:-1]:
        return False
    return not OTHER.search(text) and not NAME.search(text) and not _besides(remark, name.end, start)


def _is_of_others(remark: Remark, noun: str) -> bool:
    """Whether what is counted of a row is nothing that the table tells of: "Hillside tenants", in a table of boats."""
    if not UNITS.match(noun) or GENERAL.match(noun):
        return False
    return not any(alike(noun, each.plain) for each in tokens_of(remark.sheet.texts_before))


def _follows(remark: Remark, entry: Entry, behind: Sequence[Named], room: tuple[int, int]) -> bool:
    """Whether the first name behind a figure is the one that it is told of."""
    name, end = behind[0], entry.end - remark.start
    between, tail = remark.text[end : name.start], remark.text[name.end : room[1]]
    text = blank(remark, end, name.start)
    found = TO_NAME.fullmatch(text)
    if (
        not found
        or ENDS.search(between)
        or OF_THOSE.match(between)
        or (entry.kind == "count" and not entry.base and OF_SOME.match(between))
    ):
        return False
    if between.startswith(", ") and between[2:].strip() in ("", "the"):
        if not AT_HEAD.search(remark.text[: entry.start - remark.start]):
            return False
    elif between.startswith(",") and not re.match(r", (?:was|were|is|are|came|being)\b", between):
        return False
    if len(behind) > 1 and JOINED.fullmatch(remark.text[name.end : behind[1].start]):
        return False
    if re.match(r",? (?:and|or) (?:the )?[A-Z][a-z]", tail) and room[1] == len(remark.text):
        return False
    return not OTHER.search(text) and not NAME.search(text) and not _besides(remark, end, name.start)


def _clause(remark: Remark, entry: Entry, name: Named, room: tuple[int, int]) -> tuple[int, int]:
    """From where to where the statement of a figure and its name goes."""
    low = min(name.start, entry.start - remark.start)
    high = max(name.end, entry.end - remark.start)
    starts = [each.end() for each in STOP.finditer(remark.text, room[0], low)]
    stop = STOP.search(remark.text, high)
    return max([room[0], *starts]), min(room[1], stop.start() if stop else len(remark.text))


def _besides(remark: Remark, low: int, high: int) -> list[str]:
    """Words of a stretch that are neither the table's own nor go with any figure; a row's words are so by its name."""
    said = blank(remark, low, high)
    found = [word for word in besides(remark, said) if not GENERAL.match(word)]
    return [*found, *(word for word in _of_labels(remark) if re.search(rf"\b{re.escape(word)}\b", said, re.I))]


def _of_labels(remark: Remark) -> frozenset[str]:
    """Words of rows that stand in nothing over the table: "large" of "Large print", which doesn't name it."""
    over = [each.plain for each in tokens_of(remark.sheet.texts_before)]
    said = (each.plain for each in tokens_of(remark.text) if len(each.plain) > SHORT and each.plain[0].isalpha())
    labels = [each.plain for each in tokens_of(" ".join(remark.sheet.labels))]
    return frozenset(
        word
        for word in said
        if any(alike(word, other) for other in labels)
        and not (GENERAL.match(word) or UNITS.match(word) or any(alike(word, other) for other in over))
    )


def blank(remark: Remark, low: int, high: int) -> str:
    """A stretch of the sentence without its names and figures."""
    text = remark.text
    spans = [(each.start, each.end) for each in (*remark.rows, *remark.columns)]
    spans += [(e.start - remark.start, e.end - remark.start) for e in remark.read.of_sentence(remark.at)]
    for start, end in spans:
        text = text[:start] + "q" * (end - start) + text[end:]
    return text[low:high]


def lists(found: Sequence[Bound]) -> Iterator[tuple[Bound, list[Bound]]]:
    """Each figure with the others of the sentence that are bound to other names."""
    for each in found:
        yield each, [other for other in found if other.row != each.row]
