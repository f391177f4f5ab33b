"""Lists of counts that are said to be all there is of what is told before them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from looped.checker.adding import opened_at
from looped.checker.dividing import IS_N
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.phrases import WHICH
from looped.checker.prose import Entry, Passage
from looped.checker.quieting import MONTH, NUMBER

# Between a whole and the first part of its list: what opens a list of all of them.
OPENS = pattern_of(
    r"^[^.;:()\d]{0,110}?(?:\([^()]*\)[^.;:()\d]{0,40}?)?(?::|;|\s[–—-]|—|\(|"
    r",? (?:of|among) (?:which|whom|these|them)\b|"
    r"\b(?:because of|owing to|due to|divid\w+|split|f[ae]ll(?:s|ing)? into|compris\w+|consist\w+|made up|"
    r"broken? down|as follows|namely))"
    r"[^.;:()\d]{0,50}$",
    re.I,
)
# A list in sentences of its own: "Fourteen were inspected. One was outstanding, seven good. ..."
APART = pattern_of(r"^[^;:()\d]{0,130}(?:\([^()]{0,40}\))?[.]\s+(?:[^.;:()\d]{0,60})$")
JOINS = pattern_of(r",|;|\band\b|\bplus\b|\+|\bwhile\b|\bwith\b|\bor\b|[.]\s", re.I)
NESTED = pattern_of(
    rf"\bof (?:{WHICH})\b|\bamong the\s*$|"
    r"\bincluding\b|\bof the\s*$|\bout of (?:the |these |a )*$|\bthan\b|"
    r"\bcompared\b|"
    r"\bagainst\b|\bfrom\b[^,;]*\bto\b|\bup to\b|\bevery\b|\bper\b|\bat least\b|\baverage\b|\bmean\b|\bthat is\b|"
    r"\bso\b|\bleaving\b|\bin all\b|\btotal\b|\bmak(?:es|ing)\b|\beach\b",
    re.I,
)
# "Each was given one grade".
ONE_OF = (
    r" (?:one )?(?:was|were|is|are|has|had|got|received|gave|took|bears?|bore|falls?|fell) "
    r"(?:given |put in(?:to)? |in |into |of )?(?:only |just |exactly )?(?:one|a single) (?:[a-z]+ )?"
    r"(?:grade|mark|rating|answer|place|category|group|reason|outcome|type|class|judgement|band|result|cause|kind)\b"
)
EACH_ONE = pattern_of(rf"\beach{ONE_OF}", re.I)
# "later than three hours to 7": a limit within the words of a part.
LIMIT = pattern_of(r"\b(?:later|longer|sooner|more|less|older|younger|fewer) than\s+(?:[a-z]+ )?\S+ ?[a-z]*", re.I)
WHOLE_IN = pattern_of(r"^\s*[)\]],?\s(?:[a-z’'-]+ ){1,6}(?:[a-z’'-]+ ?)?$", re.I)
IN_ALL = pattern_of(r"(?: [a-z’'-]+){0,2}? (?:in all|in total|altogether|all told|together)\b", re.I)
DATED = pattern_of(rf"\b(?:{MONTH}|(?:19|20)\d\d|q[1-4])\b", re.I)
PLACE = pattern_of(r"\b(?:in|at|across|over) (?:the |our |all |these )*$", re.I)
OF_WHICH_FEW = pattern_of(r"\b(?:of (?:which|whom|these)|with)\b", re.I)
# "..., when two of us were away, and": a clause that tells when or why, up to the comma that ends it.
SUBORDINATE = pattern_of(r", (?:when|where|because|since|as|after|before|although|though) [^.,;:()]*$", re.I)
CLOSED_CLAUSE = pattern_of(r"[^.,;:()\d]*,(?! (?:of which|of whom)\b)", re.I)
NOUN = pattern_of(r" [a-z]{3,}")
OF_THESE = pattern_of(rf" of (?:{WHICH})\b(?![^.;]{{0,40}}(?::| \())")
TOLD = pattern_of(rf"(?<![\d.,£])\b{NUMBER} (?!of\b)[a-z]{{2,}}", re.I)
LONGEST = 110


@dataclass(frozen=True)
class Closed:
    """A whole with the parts that its list tells. strong: the words before the list open it."""

    whole: Entry
    parts: tuple[Entry, ...]
    strong: bool


def closed_in(read: Passage, at: int) -> Closed | None:
    """The list of what a figure is said to be made of; None where there is none, or it tells something else."""
    whole, parts = read.entries[at], _parts(read, at)
    if len(parts) < 2:
        return None
    gap = gap_of(read, whole, parts[0])
    strong = bool(OPENS.match(gap)) and not (";" in gap and len(parts) < 3)
    if all(e.share and not e.base and not fits(e.count, whole.count, e.share) for e in parts):
        return None  # "172 dogs and 72 cats. In bands A and B were 17 (7%) and 47 (19.3%)": shares of more than the 72
    above = [e for e in parts if e.value > whole.value]
    if above and not (strong and len(parts) > 2 and len(above) == 1 and _fills(whole, parts, above[0])):
        return None
    joins = [read.text[a.end : b.start] for a, b in pairwise(parts)]
    made = [sum(e.value for e in parts[:at]) for at in range(len(parts))]
    summing = [e for at, e in enumerate(parts) if at > 1 and e.value == made[at]]
    if any(not strong or e.value == whole.value or IN_ALL.match(read.text, e.end) for e in summing):
        return None  # "74 and 86 respectively, 160 in all": it tells its own sum
    if ";" in gap and all(";" in each for each in joins):
        return None  # the first of a list itself: "current 83; to 60 days 79; over that 16"
    if _in_order(read, parts):
        return None
    named = [e.value for e in parts] == [Decimal(n + 1) for n in range(len(parts))]
    times = DATED.search(read.text[read.starts[whole.sentence] : whole.start]) and DATED.search(gap)
    return Closed(whole, tuple(parts), strong) if (strong or len(parts) > 2) and not named and not times else None


def _parts(read: Passage, at: int) -> list[Entry]:
    """The counts that are listed behind a figure; none where what stands there is no list of its parts."""
    whole = read.entries[at]
    depth = opened_at(read.text, whole.start)
    parts: list[Entry] = []
    for each in read.entries[at + 1 :]:
        if not parts and each.sentence == whole.sentence and _tells_where(read, each):
            continue
        if each.kind != "count":
            if each.kind == "measure" and each.step == 1:
                continue  # "later than three hours to 7": a limit within the words of a part
            break
        if parts and _is_of_clause(read, parts[-1], each):
            continue
        inside = opened_at(read.text, each.start)
        if not parts and each.base not in (None, whole.count):
            return []
        if not parts and not _opens(read, whole, each, inside):
            if inside > depth and inside > whole.end:
                continue
            return []
        if parts and not _goes_on(read, whole, parts, each):
            break
        if parts and inside not in (opened_at(read.text, parts[0].start), -1) and not _each_in_brackets(read, parts):
            continue
        parts.append(each)
    return parts


def _tells_where(read: Passage, each: Entry) -> bool:
    """Whether a count tells where the whole is: "45 recommendations in 17 reports"."""
    return bool(PLACE.search(read.text[: each.start]) and NOUN.match(read.text[each.end :]))


def _is_of_clause(read: Passage, last: Entry, each: Entry) -> bool:
    """ "20 in May, 11 in June, when two of us were away, and 17 in July": in a clause that only stands between."""
    gap = read.text[last.end : each.start]
    return bool(SUBORDINATE.search(gap) and CLOSED_CLAUSE.match(read.text, each.end))


def gap_of(read: Passage, whole: Entry, first: Entry) -> str:
    """What stands between a whole and the first part, counts of places blanked."""
    text = read.quiet
    for each in read.of_sentence(whole.sentence):
        if whole.end <= each.start < first.start and _tells_where(read, each):
            text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text[whole.end : first.start]


def _fills(whole: Entry, parts: Sequence[Entry], above: Entry) -> bool:
    """Whether the other parts leave room in the whole, so that the one above it is only mistyped."""
    return sum((e.value for e in parts if e is not above), Decimal(0)) < whole.value


def _in_order(read: Passage, parts: Sequence[Entry]) -> bool:
    """Whether the parts are the counts of as many shares before them: "50% and 40% of the 60 (30 and 24)"."""
    shares = [e for e in read.of_sentence(parts[0].sentence) if e.kind == "share" and e.end <= parts[0].start]
    return len(shares) >= len(parts)


def is_another_whole(read: Passage, whole: Entry, first: Entry, each: Entry) -> bool:
    """ "May, 26 boats, of which three sank; June, 19 boats": what is told there counts what the whole does."""
    if not OF_WHICH_FEW.search(read.text[whole.end : first.start]):
        return False
    one, other = (NOUN.match(read.text, e.end) for e in (whole, each))
    return bool(one and other and one.group().lower() == other.group().lower())


def _opens(read: Passage, whole: Entry, first: Entry, inside: int) -> bool:
    gap = gap_of(read, whole, first)
    if EACH_ONE.search(read.text[whole.end : first.start]):
        gap = re.sub(r"\beach\b", "", gap)
    if IS_N.search(read.text[: whole.start]) and WHOLE_IN.match(gap):
        return True
    if inside > whole.end and ")" not in gap and gap.rstrip()[-1:] == "(" and not _words(gap):
        # "178 (113 too old, 42 unwilling, 21 away)": a bracket with three counts, each with words, divides it.
        within = read.text[first.start :].partition(")")[0]
        return len(TOLD.findall(within)) > 2 and not NESTED.search(within)
    return bool(OPENS.match(gap) or (APART.match(gap) and first.sentence == whole.sentence + 1)) and not NESTED.search(
        re.sub(r"\bof (?:which|whom|these|them)\b", "", gap)
    )


def _words(gap: str) -> bool:
    return bool(re.search(r"[a-z]{2}", gap))


def _each_in_brackets(read: Passage, parts: Sequence[Entry]) -> bool:
    return all(opened_at(read.text, each.start) >= 0 for each in parts)


def _goes_on(read: Passage, whole: Entry, parts: Sequence[Entry], each: Entry) -> bool:
    gap = read.text[parts[-1].end : each.start]
    if is_another_whole(read, whole, parts[0], each):
        return False
    if each.base or not JOINS.search(gap) or NESTED.search(LIMIT.sub("", gap)) or len(gap) > LONGEST:
        return False
    if each.sentence == parts[-1].sentence and OF_THESE.match(read.text[each.end :]):
        return False  # "the other 25 are overdue, eight of them by a year": a part of the last
    first = opened_at(read.text, parts[0].start)
    if first >= 0 and opened_at(read.text, each.start) < 0:
        return False  # the bracket of the list is closed
    # A dash that opened the list closes it.
    if re.search(r"\s[–—-]\s|—", gap):
        return False
    if each.sentence == parts[-1].sentence:
        return True
    if parts[0].sentence == whole.sentence:
        return False  # only a list in sentences of its own goes on in another
    # "Twelve are therefore behind": a sum of some, no part.
    if re.match(r"[^.;:,\d]{0,30}\b(?:therefore|thus|hence|then|altogether|together|in all)\b", read.text[each.end :]):
        return False
    return bool(re.search(r"[.]\s+(?:[^.;:()\d,]{0,40})$", gap)) and each.sentence == parts[-1].sentence + 1
