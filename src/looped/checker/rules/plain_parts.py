"""A whole and its parts, where the words say that the list leaves nothing out: "45 boats from two ports: ..."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits, whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quieting import MONTH, NUMBER

CODE = "plain-parts"
MESSAGE = "A list that is said to leave nothing out makes its whole."
GOOD = "In total, 45 boats came from three ports: Ayr (20), Oban (15) and Troon (10)."
BAD = "In total, 48 boats came from three ports: Ayr (20), Oban (15) and Troon (10)."

# Each is in one part, and none in no part.
CLOSED = pattern_of(
    r"\b(?:no (?:[a-z]+ )?(?:fell|falls|was|were|is|stood) (?:outside|in (?:more than one|none)|in neither)|"
    r"none (?:fell|falls|was|were) (?:outside|in more than one|elsewhere)|(?:no|without) overlap|no others?\b|"
    r"(?:only |just )?(?:one|a single) (?:[a-z]+ ){0,3}?(?:each|(?:to|for|per) (?:each |every |an? )?[a-z]+)\b(?! of)|"
    r"one to (?:each|an?|every) [a-z]+|counted (?:only )?once|f[ae]ll(?:s|en)? into|made up of|comprised|consisted of)",
    re.I,
)
# "From three ports:", "in four groups:": how many parts the list has.
SO_MANY = pattern_of(
    rf"\b(?:at|from|in|into|(?<!total )of|across|among|between|these|those|over|by|via|through|along) "
    rf"(?:(?:just |only |exactly )?one of )?(?:the |these |just |only )?(?P<n>{NUMBER}) "
    r"(?:[a-z-]+ ){0,2}?[a-z]+s\b|"
    # "The two groups comprised 738 owners:".
    rf"\b(?:the|these|our) (?P<k>{NUMBER}) (?:[a-z-]+ )?[a-z]+s (?:together |between them )?(?:comprised?|"
    rf"included?|contained?|"
    r"held|had|numbered|made up|make up|came to)\b",
    re.I,
)
STARTS_SO_MANY = pattern_of(
    rf"\W*(?P<n>{NUMBER}) (?:[a-z-]+ ){{0,2}}?[a-z]+s (?:took part|were (?:included|"
    rf"visited|asked|seen)|answered)\b",
    re.I,
)
IN_ALL = pattern_of(
    r"\b(?:giving|making|in all|in total|altogether|a total of|that is|"
    r"together)(?: (?:a total of|in all))? $|[;,] (?:and )?(?:in )?total[,:]? $",
    re.I,
)
# "High, 5; low, 13; total, 18".
LABELLED = pattern_of(r"[;,] (?:and )?total[,:]? $", re.I)
ALL_BEHIND = pattern_of(r"(?: [a-z’'-]+){0,3} (?:in total|in all|altogether|all told)\b", re.I)
# What isn't to be added up, or leaves some out.
OPEN = pattern_of(
    r"\b(?:all but|except|so(?= \d)|leaving|including|mainly|mostly|such as|for example|more than one|several|"
    # "Each of the 45 boats was put in one of four groups": all of them.
    r"each of(?! (?:the |our |these )?\d+ [a-z’' -]{3,50}? (?:was|were|is|fell|falls|had|has|got|received)\b"
    r"[^.;:]*\b(?:one of|a single|(?:only|just|exactly) one)\b)|average|mean|median|of (?:whom|"
    r"which|these|them|the (?:others|rest))|than|rose|fell(?! (?:into|outside|short))|respectively|could(?! not be)|"
    r"per cent|at least|up to|target|aged)\b|"
    r"[£$€]",
    re.I,
)
WENT = pattern_of(
    r"(?: [a-z’'-]+){0,3}? (?:excluded|withdrew|withdrawn|removed|left out|lost(?: to follow-up)?|"
    r"discontinued|ineligible|"
    r"dropped out|not (?:eligible|randomi[sz]ed))(?:,? each for (?:only |just )?(?:one|a single)(?: main)? reason)? \(",
    re.I,
)
JOINED = pattern_of(r"[^.]{0,90}?(?:,|;|\band\b)[^.]{0,90}", re.I)
# "68 bills had 18 faults": these are what is divided.
FOUND = pattern_of(
    r"\b(?:found|had|gave|showed|brought|identified|threw up|raised|there were|"
    r"produced) (?:a total of )?$",
    re.I,
)
LIMIT = pattern_of(
    r"\b(?:exceed\w*|than|over|under|above|below|at least|at most|up to|every|each|per|about|"
    r"some) $",
    re.I,
)
# "26 in all", set behind its parts.
APPOSED = pattern_of(r"(?:,|;|:|\(|\s[–—-]) ?(?:or |making |that is |a total of )*$", re.I)
# "25 yards in all: 16 in the west, 8 in the south": each where it is.
WHERE = pattern_of(r" (?:[a-z]+ )?(?P<way>in|at|from|to) (?!(?:all|total)\b)", re.I)
WHERE_LAST = pattern_of(
    r" (?![^.;:()\d]*\b(?:were|was|had|have|has|with some|others?|rest|took|made)\b)[^.;:()\d]{2,60}?\)?[.)](?:$|\s)"
    r"(?! ?(?:\w+ )?(?:others?|rest|remaining|remainder)\b)",
    re.I,
)
OPENS_ALL = pattern_of(r"\W*(?:in all|altogether|in total|overall|(?:in all,? )?there (?:were|are)),? ", re.I)
BASE_OF = re.compile(r"\bof (?=(?:the |these |those |all )?\d)")
MADE_UP = pattern_of(
    r"[^.;:()\d]* (?:(?:was|were|is|are) (?:made up|composed) of|(?:was|were) (?:split|divided) into|comprised|"
    r"consisted of)(?: the)? $",
    re.I,
)
PLACES = re.compile(r" (?:[a-z-]+ )?[a-z-]+s,? (?:which|that|where)\b")
# "In 42 and partly in a further 10"; "by 42, and partly by 10 others".
A_FURTHER = pattern_of(
    r" [^.;:()\d]{2,60}?,? (?:and|with|while|but) (?:[^.;:()\d]{2,40}? )?(?:a further|another) ", re.I
)
TEN_MORE = pattern_of(r" [^.;:()\d]{2,60}?,? (?:and|with|while|but) (?:[^.;:()\d]{2,40}? )?", re.I)
MORE = pattern_of(r" (?:others|more|further)\b", re.I)
# "It was therefore met at least in part in 52 of the 99".
TOGETHER = pattern_of(
    r"[^.;:()\d]{0,60}?[,;.:]? [^.;:()\d]{0,40}?\b(?:(?:it|they|this|so|and) (?:was|were|is|had) (?:therefore|thus)|"
    r"in all|in total|altogether|together|"
    r"(?:wholly|fully|completely|entirely|in full) or (?:partly|partially|in part)|"
    r"at least (?:partly|partially|in part)|either (?:fully|wholly) or (?:partly|partially))\b[^.;:()\d]{0,60}$",
    re.I,
)
SO_THAT = pattern_of(
    r" [^.;:()\d]{2,60}?,? (?:so(?: that)?|making|giving|which (?:means|makes|gives)(?: that)?|"
    r"meaning(?: that)?|and thus)"
    r" (?:a total of |in all )?$",
    re.I,
)
SO_NAMED = pattern_of(
    r"\W*(?:together,? )?(?:the|these|our) (?P<n>two|three|four|five) [a-z][^.;:()\d]{2,50} (?:account(?:ed)? for|have|"
    r"had|hold|held|make up|made up|took|take|received|gave|sent|came to|cover(?:ed)?)"
    r"(?: (?:between them|together))? $",
    re.I,
)
A_NAME = pattern_of(r"[A-Z][a-z]+[^.;:()\d]{0,20} $")
# What isn't said of both together.
NOT_BOTH = pattern_of(r"\b(?:not|no|never|neither|last|previous\w*|target|only)\b", re.I)
# "15 crews: ".
ITS_NOUN = pattern_of(r" (?:[a-z-]+ ){0,2}[a-z-]+s[ ]?[:–—-] ?(?:of these,? |of which |in all )?", re.I)
A_GRADE = pattern_of(
    r" (?:[a-z]+ )?(?:(?:were|was|are|is) )?(?:(?:rated|judged|graded|found|scored|classed|deemed)(?: as| to be)? )?"
    r"[“‘\"']?(?P<grade>outstanding|excellent|very good|good|satisfactory|adequate|fair|poor|very poor|weak|strong|"
    r"inadequate|unsatisfactory|requir(?:ed|es|ing) improvement|(?:fully|partly|partially|not) (?:met|compliant|"
    r"achieved|implemented|resolved)|met|unmet|compliant|non-compliant|substantial|reasonable|moderate|limited|minimal|red|amber|"
    r"green|high|medium|low|minor|major|severe|mild|no assurance|full assurance)[”’\"']?"
    r"(?: (?:assurance|ones?|risk|priority|overall))?[ ]?(?:[,;]|[.](?=\s|$)|$|,? and |; and )",
    re.I,
)
# What happens, is found or is said: one of it is in no two parts.
HAPPENED = pattern_of(
    r" (?:[a-z-]+ )?(?:[a-z]+(?:ions|sures|lures|akes|sses)|errors|faults|breaches|defects|incidents|complaints|deaths|"
    r"losses|delays|queries|issues|lapses|falls|leaks|findings|discrepancies|anomalies|withdrawals|referrals|"
    r"removals|events|accidents|thefts|cuts|changes|moves|visits|calls|reports|claims|departures|replies) \(",
    re.I,
)
# "12 in May, 13 in June": there may be other months.
IN_TIME = pattern_of(rf"\b{MONTH}\b|\b(?:19|20)\d\d\b|\b(?:week|month|year|quarter|day)s?\b", re.I)
ITEMS_END = re.compile(r"(?:,|,? and|;) \S[^,;]*$")
OVER = pattern_of(r"\b(?:both|also|including|of which|of these|either|neither|main|all|some|each)\b", re.I)
FULL = re.compile(r"\([^():]*\d[^():]*,[^():]*\d[^():]*\d[^():]*\)[.]?\s*$")
SEMICOLONS = re.compile(r"\d[^();]*(?:; (?:and )?\d[^();]*){1,}\)")
# "(declined, n = 8; not met, n = 7; other, n = 4)".
NAME_FIRST = r"[a-z][^();:\d]{1,50}?(?:,|:)? ?(?:n ?= ?)?\d[\d,]*"
NAMES_FIRST = pattern_of(rf"{NAME_FIRST}(?:[;,] (?:and )?{NAME_FIRST}){{1,}}\)", re.I)
FEWEST = 3
# "The 47 leaks were 23 mild, 24 fair and 3 bad": all of them, each with a word of its own.
THE = pattern_of(r"^\W*(?:in all,? |altogether,? |overall,? )?(?:the|these|all|our|its) $", re.I)
WERE = pattern_of(r" [a-z][a-z’' -]{2,50}? (?:were|are|comprised|comprise|consisted of|consist of|included) $", re.I)
OWN_WORD = pattern_of(r" [a-z-]+(?: [a-z’'-]+){0,2}(?:,|,? and|;) $", re.I)
LAST_WORD = pattern_of(r" [a-z-]+(?: [a-z’'-]+){0,3}[.;]", re.I)
# "8 were given full marks, 2 half marks": more grades than there are of those just told.
GRADED = pattern_of(
    r" (?:were|was|had been) (?:given|rated|graded|judged|assessed as|classed as|awarded|scored|marked|found) "
    r"[a-z’' -]{3,40}$|"
    r" (?:received|got|had) [a-z’' -]{3,40}$",
    re.I,
)


@dataclass(frozen=True)
class Told:
    """A whole with the parts that are told of it."""

    whole: int
    text: str
    parts: tuple[Entry, ...]


def check(context: Context) -> Iterator[Finding]:
    """Sentence by sentence."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            own = read.of_sentence(at)
            # "In 42 and in a further 10. It was therefore met in 52": the sum has its own sentence.
            if len(own) == 1 and own[0].base and at:
                yield from _judged(paragraph, _further(read, [*read.of_sentence(at - 1)[-2:], *own]))
            if len(own) >= FEWEST:
                told = _behind_colon(read, at, own) or _of_base(read, at, own) or _summed(read, at, own)
                told = told or _of_groups(read, own) or _made_up(read, at, own) or _bracketed(read, at, own)
                yield from _judged(paragraph, told)
                yield from _judged(paragraph, _gone(read, own))
                yield from _judged(paragraph, _further(read, own))
                yield from _judged(paragraph, _broken_down(read, own))
                yield from _judged(paragraph, _of_named(read, at, own))
                yield from _judged(paragraph, _each_by_word(read, at, own) or _graded(read, at, own))


def _behind_colon(read: Passage, at: int, own: Sequence[Entry]) -> Told | None:
    """The counts behind the colon of a sentence, with the one before it or the total behind them."""
    low, sentence = read.starts[at], read.sentence(at)
    bracketed = FULL.search(sentence)
    # "Came by two routes only; 196 were sent": as many parts as there are routes.
    mark = ":" if bracketed or ":" in sentence else ";"
    colon = low + (bracketed.start() if bracketed else sentence.find(mark))
    before, after = [e for e in own if e.end <= colon], [e for e in own if e.start > colon]
    if colon < low or len(after) < 2:
        return None
    closed = CLOSED.search(sentence) or CLOSED.search(read.sentence(at + 1) if at + 1 < len(read.starts) else "")
    size = len(after) - _is_in_all(read, after[-1])
    starts = [each for each in STARTS_SO_MANY.finditer(read.text, low, colon) if whole(each["n"]) == size]
    said = [*SO_MANY.finditer(read.text, low, colon), *starts][-1:]
    groups = said[0].groupdict() if said else {}
    number = whole(groups["n"] or groups.get("k") or "") if said else None
    # How many parts there are, and "one each", are no whole.
    spans = [each.span("n" if each["n"] else "k") for each in said] + [
        each.span() for each in CLOSED.finditer(read.text, low, colon)
    ]
    before = [e for e in before if not any(start <= e.start < end for start, end in spans)]
    if len(before) == 2 and FOUND.search(read.text[: before[1].start]):
        before = before[1:]
    last = after[-1]
    if _is_in_all(read, last):
        wholes, parts, text = [last.count], after[:-1], last.text
    else:
        wholes, parts = [e.count for e in before if e.kind == "count" and not e.base], after
        text = before[0].text if before else ""
    if any(e.base or LIMIT.search(read.text[: e.start]) for e in before):
        return None  # "two of the five", "none had more than 10": how many are so
    labelled = LABELLED.search(read.text[: last.start]) and len(parts) >= 2
    labelled = labelled or (len(before) == 1 and _are_grades(read, before[0], parts))
    placed = len(before) == 1 and _each_elsewhere(read, before[0], parts)
    listed = mark == ":" and (labelled or ((closed or placed) and len(parts) >= FEWEST))
    if len(wholes) != 1 or not (number == len(parts) or listed):
        return None
    return Told(wholes[0], text, tuple(parts)) if _is_list(read, parts, wholes[0], low) else None


def _each_elsewhere(read: Passage, whole: Entry, parts: Sequence[Entry]) -> bool:
    """ "There were 25 yards: 16 in the west, 8 in the south and 1 in the north": all of them, each in its own place."""
    opens = OPENS_ALL.fullmatch(read.text, read.starts[whole.sentence], whole.start)
    if whole.kind != "count" or not (opens or _is_in_all(read, whole)):
        return False
    ways = [WHERE.match(read.text, each.end) for each in parts]
    alike = all(ways) and len({each["way"].lower() for each in ways if each}) == 1
    return alike and bool(WHERE_LAST.match(read.text, parts[-1].end))


def _are_grades(read: Passage, whole: Entry, parts: Sequence[Entry]) -> bool:
    """ "We saw 15 crews: three were outstanding, twelve good and one poor": each with its grade, and nothing more."""
    if len(parts) < FEWEST or not ITS_NOUN.fullmatch(read.text, whole.end, parts[0].start):
        return False
    ends = [e.start for e in parts[1:]]
    named = [A_GRADE.match(read.text, a.end, b) for a, b in zip(parts, [*ends, len(read.text)], strict=True)]
    return all(named) and len({each["grade"].lower() for each in named if each}) == len(parts)


def _of_named(read: Passage, at: int, own: Sequence[Entry]) -> Told | None:
    """ "The two largest ports have 81 of the 120 boats: Ayr has 48 and Oban 33": as many names as are said."""
    based = [e for e in own if e.base]
    if len(based) != 1 or based[0].share:
        return None
    total, parts = based[0], [e for e in own if e.start > based[0].end]
    said = SO_NAMED.match(read.text, read.starts[at], total.start)
    if not said or whole(said["n"]) != len(parts) or read.text[total.end : parts[0].start].count(":") != 1:
        return None
    bare = all(e.kind == "count" and not e.share and e.count <= total.count for e in parts)
    lows = [total.end, *(e.end for e in parts[:-1])]
    named = all(A_NAME.search(read.text[low : e.start]) for low, e in zip(lows, parts, strict=True))
    return Told(total.count, total.text, tuple(parts)) if bare and named else None


def _broken_down(read: Passage, own: Sequence[Entry]) -> Told | None:
    """ "We found 30 faults (16 of rust, 10 of rot and 4 of wear)": what happens or is found is in one part only."""
    for at, each in enumerate(own[:-FEWEST]):
        opened = HAPPENED.match(read.text, each.end)
        if each.kind != "count" or each.base or each.share or not opened or LIMIT.search(read.text[: each.start]):
            continue
        close = read.text.find(")", opened.end())
        parts = [e for e in own[at + 1 :] if opened.end() <= e.start < close]
        first = len(parts) >= FEWEST and parts[0].start == opened.end()
        words = read.text[opened.end() : close]
        tells = first and all(read.text[e.end : e.end + 1] == " " for e in parts) and ";" not in words
        if tells and ITEMS_END.search(words) and not OVER.search(words):
            return None if IN_TIME.search(words) else _told_of(read, each.sentence, each, parts)
    return None


def _of_base(read: Passage, at: int, own: Sequence[Entry]) -> Told | None:
    """ "Clear in 35 of the 68, partly so in 30 and absent in 3; none fell outside": the first part has its whole."""
    first = own[0]
    if not first.base or not CLOSED.search(read.sentence(at)):
        return None
    cut = read.text.find(";", first.end)
    parts = [e for e in own if cut < 0 or e.end <= cut]
    if len(parts) < FEWEST or any(e.base for e in parts[1:]):
        return None
    return (
        Told(first.base, str(first.base), tuple(parts)) if _is_list(read, parts, first.base, read.starts[at]) else None
    )


def _summed(read: Passage, at: int, own: Sequence[Entry]) -> Told | None:
    """ "Two high, ten medium and 18 low ones, 30 in total": all the counts of a sentence before their sum."""
    last, parts = own[-1], own[:-1]
    if last.kind != "count" or last.share:
        return None
    # "At three ports, which sent 61, 48 and 20": how many ports there are.
    places = parts[0].text.isalpha() and parts[0].count == len(parts) - 1 and PLACES.match(read.text, parts[0].end)
    parts = parts[1:] if places else parts
    # "…: seventeen in all" is no list behind a colon.
    colon = (
        ":"
        in read.text[read.starts[at] : parts[-1].end] + read.text[last.end : read.starts[at] + len(read.sentence(at))]
    )
    if len(own) <= FEWEST or colon or last.base or not _is_in_all(read, last):
        return None
    if not re.search(
        r"(?:,? | \()(?:or |that is |making |giving |in all |in total |altogether )?$", read.text[: last.start]
    ):
        return None
    return Told(last.count, last.text, tuple(parts)) if _is_list(read, parts, last.count, read.starts[at]) else None


def _of_groups(read: Passage, own: Sequence[Entry]) -> Told | None:
    """ "8 of the 146 on oil and 18 of the 149 on wax were lost, 26 in all": each of a group, and both together."""
    last, parts = own[-1], own[:-1]
    if len(own) != FEWEST or last.kind != "count" or last.base or last.share:
        return None
    if not ALL_BEHIND.match(read.text, last.end) or not APPOSED.search(read.text[: last.start]):
        return None
    if any(e.kind != "count" or not e.base for e in parts) or parts[0].base == parts[1].base:
        return None
    words = read.sentence(last.sentence)
    return None if OPEN.search(BASE_OF.sub(" ", words)) else Told(last.count, last.text, tuple(parts))


def _bracketed(read: Passage, at: int, own: Sequence[Entry]) -> Told | None:
    """ "44 boats were seen at the three ports (Ayr, 15; Oban, 15; Troon, 14)": as many parts as there are places."""
    opened = read.text.find("(", own[0].end)
    said = list(SO_MANY.finditer(read.text, read.starts[at], opened)) if opened > 0 else []
    close = read.text.find(")", opened)
    parts = [e for e in own if opened < e.start < close]
    before = [e for e in own if e.end <= opened and not any(s.start() <= e.start < s.end() for s in said)]
    if (
        len(before) != 1
        or not said
        or whole(said[-1]["n"] or said[-1]["k"]) != len(parts)
        or said[-1].end() + 1 < opened
    ):
        return None
    first = before[0]
    if first.kind != "count" or first.base or first.share or LIMIT.search(read.text[: first.start]):
        return None
    return Told(first.count, first.text, tuple(parts)) if _is_list(read, parts, first.count, read.starts[at]) else None


def _made_up(read: Passage, at: int, own: Sequence[Entry]) -> Told | None:
    """ "The sample of 114 boats was made up of 66 from Ayr and 48 from Oban": all the figures of a sentence."""
    first, parts = own[0], own[1:]
    said = MADE_UP.search(read.text, first.end, parts[0].start)
    if not said or first.kind != "count" or first.base or first.share or LIMIT.search(read.text[: first.start]):
        return None
    return Told(first.count, first.text, tuple(parts)) if _is_list(read, parts, first.count, read.starts[at]) else None


def _each_by_word(read: Passage, at: int, own: Sequence[Entry]) -> Told | None:
    """ "The 47 leaks were 23 mild, 24 fair and 3 bad": parts of a word or two each, up to the end of the sentence."""
    whole, *parts = own
    lead = read.text[read.starts[at] : whole.start]
    if len(parts) < FEWEST or not THE.search(lead) or not WERE.fullmatch(read.text, whole.end, parts[0].start):
        return None
    if not all(OWN_WORD.fullmatch(read.text, a.end, b.start) for a, b in pairwise(parts)):
        return None
    # "The 39 boats included 16 from Ayr": there may be others.
    if "included" in read.text[whole.end : parts[0].start] and sum(e.count for e in parts) <= whole.count:
        return None
    return _told_of(read, at, whole, parts) if LAST_WORD.match(read.text, parts[-1].end) else None


def _graded(read: Passage, at: int, own: Sequence[Entry]) -> Told | None:
    """ "We did 11. 8 were given full marks, 2 half and 4 none": more than the one number of the sentence before."""
    before = [e for e in read.of_sentence(at - 1) if e.kind == "count"] if at else []
    opens = not read.text[read.starts[at] : own[0].start].strip()
    if len(before) != 1 or not opens or sum(e.count for e in own) <= before[0].count:
        return None
    first = read.text[own[0].end : own[1].start].rstrip(" ,")
    return _told_of(read, at, before[0], own) if GRADED.match(first) else None


def _told_of(read: Passage, at: int, whole: Entry, parts: Sequence[Entry]) -> Told | None:
    plain = whole.kind == "count" and not whole.base and not whole.share and not any(e.share for e in parts)
    listed = plain and _is_list(read, parts, whole.count, read.starts[at])
    return Told(whole.count, whole.text, tuple(parts)) if listed else None


def _further(read: Passage, own: Sequence[Entry]) -> Told | None:
    """ "33 were Good and a further 36 better, so that 69 of the 90 were": three counts side by side."""
    for one, other, total in zip(own, own[1:], own[2:], strict=False):
        plain = all(e.kind == "count" and (not e.base or e is one) for e in (one, other)) and total.base
        gap = read.text[other.end : total.start]
        more = A_FURTHER.fullmatch(read.text, one.end, other.start) or (
            TEN_MORE.fullmatch(read.text, one.end, other.start) and MORE.match(read.text, other.end)
        )
        so = SO_THAT.fullmatch(gap) or (TOGETHER.fullmatch(gap) and not NOT_BOTH.search(gap))
        # "In 42 of the 99": of the whole that the sum is of.
        if plain and more and so and one.base in (None, total.base):
            return Told(total.count, total.text, (one, other))
    return None


def _gone(read: Passage, own: Sequence[Entry]) -> Told | None:
    """ "49 were excluded (6 too young, 33 declined, 10 for other reasons)": a bracket right behind those who went."""
    for at, each in enumerate(own):
        opened = WENT.match(read.text, each.end)
        if each.kind != "count" or not opened:
            continue
        # "(… and 10 blank; one reason each)": what is said of the list is no part of it.
        ends = [place for place in (read.text.find(end, opened.end()) for end in ");") if place >= 0]
        # "(6 too young; 33 declined; 10 others)": semicolons part the list.
        listed = SEMICOLONS.match(read.text, opened.end()) or NAMES_FIRST.match(read.text, opened.end())
        close = listed.end() - 1 if listed else min(ends, default=-1)
        parts = [e for e in own[at + 1 :] if opened.end() <= e.start < close]
        named = NAMES_FIRST.match(read.text, opened.end())
        if (
            len(parts) >= 2
            and (named or parts[0].start - opened.end() < 2)
            and _is_list(read, parts, each.count, opened.end())
        ):
            return Told(each.count, each.text, tuple(parts))
    return None


def _is_in_all(read: Passage, each: Entry) -> bool:
    plain = each.kind == "count" and not each.base and not each.share
    return plain and bool(IN_ALL.search(read.text[: each.start]) or ALL_BEHIND.match(read.text, each.end))


def _is_list(read: Passage, parts: Sequence[Entry], total: int, low: int) -> bool:
    """Whether the parts are counts of one list, each less than the whole and with no other share than its own of it."""
    if any(e.kind != "count" or (e.base and e is not parts[0]) or e.count > total for e in parts):
        return False
    if any(e.share and not fits(e.count, total, e.share) for e in parts):
        return False
    if not all(JOINED.fullmatch(read.text, a.end, b.start) for a, b in pairwise(parts)):
        return False
    last = parts[-1].sentence
    return not OPEN.search(read.text, low, read.starts[last] + len(read.sentence(last)))


def _judged(paragraph: Paragraph, told: Told | None) -> Iterator[Finding]:
    if told is None:
        return
    counts = [e.count for e in told.parts]
    verdict: Verdict = "ok" if sum(counts) == told.whole else "wrong"
    why = f"{' + '.join(map(str, counts))} = {sum(counts)}, against {told.whole}"
    quote = paragraph.text[told.parts[0].start : told.parts[-1].end]
    slip = f"parts/{paragraph.line}/{told.parts[0].start}"
    yield Finding(CODE, verdict, paragraph.where, quote, told.text, str(sum(counts)), why, slip, "likely")
