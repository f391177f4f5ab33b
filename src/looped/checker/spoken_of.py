"""The whole that words lead to from a count: "of the 320 staff", "of whom", "of these", "of those who replied"."""

import re
from collections.abc import Sequence

from looped.checker.divisions import in_brackets
from looped.checker.linking import stem
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, stems

DEMONSTRATIVE = pattern_of(
    r"(?:^|[,;:.(]|\b(?:and|but))\s*(?:in |out )?(?:(?:of|in|from|among(?:st)?|for|with) (?:just |only )?|"
    r"(?=those |these ))(?:the |these |those |all |our |its |their |"
    r"a total of |a sample of )*$",
    re.I,
)
# "Of these, 91 (86%)", "among these users 118 (60%)": of those told last, and of no wider whole.
OF_THESE = pattern_of(
    r"(?:^|[.;:,]\s*|\b(?:and|but)\s+)(?:(?:of|among(?:st)?|in|from|for)\s+(?:these|those(?! (?:who|that|with|"
    r"aged|in|at|on|from|whose|still|left|remaining|eligible|able|usable|not|without)\b)|them|whom|the latter)\b|"
    r"[^.;:\d]{0,40}\b(?:this|that) (?:last |latter |smaller )?(?:group|number|subset|subgroup|set|sample|population|"
    r"cohort|half|part)\b)[^.;:\d]{0,70}$",
    re.I,
)
# "Of the 125 boats, 45 were new. In this group": of the 45.
THIS_GROUP = pattern_of(r"\b(?:this|that) (?:last |latter |smaller )?(?:group|subset|subgroup|cohort)\b", re.I)
A_GROUP = pattern_of(r"\b(?:group|subset|subgroup|cohort|sample|arm)\b", re.I)
# "so the shares below are of the 58 that remained", "percentages are out of 44".
SHARES_ARE_OF = pattern_of(
    r"\b(?:percentages?|shares?|proportions?|rates?|figures|results?|base|denominator)\b[^.;\d]{0,40}"
    r"\b(?:is|are|was|were|based|taken|worked out|calculated|given|relate|refer)\b[^.;\d]{0,30}$",
    re.I,
)
N_IS = pattern_of(r"[(\[]\s*n\s?=\s?$", re.I)
AMONG = pattern_of(
    r"(?:^|[,;:.] )(?:among(?:st)?|of|in|for) (?:the |these |those )?(?P<who>[a-z-]{4,}),?(?: just| only)? $", re.I
)
WERE = pattern_of(r"^(?: [a-z]+){0,2},? (?:were|was|are) (?:the |all )?(?P<who>[a-z-]{4,})\b", re.I)
# "Of those who replied, 312 (63%)".
THOSE_WHO = pattern_of(
    r"(?:^|[.;:,]\s*)\W*(?:of|among(?:st)?|for) (?:the |all )?(?:those|people|ones) (?:(?:who|that|which) (?:had |"
    r"have |"
    r"were |was )?)?(?P<what>[a-z]{4,})\b[^.;:\d]{0,30}$",
    re.I,
)
# "6% (203) of those who replied had", of forms that came back.
REPLIED = r"(?:replied|responded|answered|wrote back|sent (?:it|one|theirs) back|returned (?:it|one|theirs))"
REPLIED_BEHIND = pattern_of(
    rf"\)? of (?:all )?(?:those|the people|people) who {REPLIED} (?:had|have|said|were|was|would|felt|used|did|"
    r"knew|are)\b",
    re.I,
)
REPLIED_BEFORE = pattern_of(
    rf"^\W*(?:of|among) (?:all )?(?:those|the people|people) who {REPLIED},? (?:only |just )?$", re.I
)
CAME_BACK = pattern_of(
    r"\b(?:back|returned|repl(?:y|ies|ied)|respon(?:ded|ses?|dents?)|answered|received|came in|completed)\b", re.I
)
# "54 of the accepted referrals (75%)".
OF_SUCH = pattern_of(r"^\S+ of (?:the|those) (?P<what>[a-z]{4,}ed)\b", re.I)
TOGETHER = re.compile(r" (?:[a-z’'-]+ ){1,4}and (?:(?:in|at|on|from|for) (?:the )?[A-Za-z]+ |[a-z]+ )?")
CLAUSES = re.compile(r"[,;:.](?=\s)|\band\b")
FAR, TWO = 60, 2
# "34 of those screened (93%)": of those told last.
OF_THOSE = pattern_of(r"^[\d,a-z-]+ (?:[a-z]+ )?of (?:those|these|them|whom)\b", re.I)


def opened(read: Passage, entry: Entry, count: int) -> tuple[int | None, int]:
    """The whole that a sentence opens with ("Of the 320 staff"), or that "of whom" speaks of; and where it begins."""
    if OF_SUCH.match(entry.text):
        told = [e for e in read.entries if e.end <= entry.start and e.kind == "count"]
        if such := _those_who(read, entry, count, told):
            return such.count, such.end
    before = [e for e in read.entries if e.start < entry.start and e.kind == "count" and e.sentence == entry.sentence]
    for each in reversed(before):
        lead = read.text[: each.start]
        # "43 of them were and 36 (80%) were not": a part itself, and no whole.
        whom = re.match(
            r"(?! of (?:them|these)\b)[^.;\d]{0,60}?[,;]? (?:and )?(?:of|among) (?:whom|which|them|these)\b(?! and\b)",
            read.text[each.end :],
            re.I,
        )
        if whom and ";" in whom.group() and re.search(r"[\d;]", read.text[each.end + whom.end() : entry.start]):
            whom = None  # "55 were sound; of which 39 were new; and 33 were dry"
        if each.count == count:
            continue  # "thirteen of them, i.e. 33%": the count itself is none of its wholes
        opens = (DEMONSTRATIVE.search(lead) or lead.endswith(" Of the ")) and not each.share
        if (opens or whom) and each.count >= count and not in_brackets(read.text, each):
            return (each.base or each.count) if not whom else each.count, each.start
    named = _named(read, entry, count)
    return named if named[0] else _these(read, entry, count)


def _named(read: Passage, entry: Entry, count: int) -> tuple[int | None, int]:
    """ "76 were carriers. Among carriers, 28": as many as they were said to be."""
    said = AMONG.search(read.text[read.starts[entry.sentence] : entry.start])
    before = [e for e in read.entries if e.end <= entry.start and 0 <= entry.sentence - e.sentence <= 1]
    for each in reversed(before) if said else ():
        were = WERE.match(read.text[each.end :])
        same = were and said and said["who"].lower() == were["who"].lower()
        if same and each.kind == "count" and each.count >= count:
            return each.count, each.end
    return None, -1


def _these(read: Passage, entry: Entry, count: int) -> tuple[int | None, int]:
    """The one count told last that "of these" can mean; or the whole that all shares are said to be of."""
    before = [e for e in read.entries if e.end <= entry.start and e.kind == "count"]
    for each in reversed(before):
        if SHARES_ARE_OF.search(read.text[: each.start]) and not each.share and each.count >= count:
            return each.count, len(read.text)  # and of no other
    lead = read.text[read.starts[entry.sentence] : entry.start]
    both = told_together(read, before)
    if OF_THOSE.match(entry.text) and both and entry.share and fits(count, both, entry.share):
        return both, before[-1].end
    large = [e for e in before if e.count > count and not in_brackets(read.text, e)]
    near = [e for e in large if e.sentence == entry.sentence] or [e for e in large if e.sentence == entry.sentence - 1]
    if OF_THOSE.match(entry.text) and len(near) == 1:
        return near[0].count, near[0].end
    if OF_THOSE.match(entry.text) and both and before[-1].count < count < both:
        return both, before[-1].end
    if named := _those_who(read, entry, count, before):
        return named.count, named.end
    if not OF_THESE.search(lead):
        return None, -1
    own = [e for e in before if e.sentence == entry.sentence]
    last = own or [e for e in before if e.sentence == entry.sentence - 1]
    if not own and len(last) == TWO and THIS_GROUP.search(lead) and last[0].count > last[1].count >= count:
        opens = DEMONSTRATIVE.search(read.text[: last[0].start])
        # The whole may be a group itself, and its share be of all.
        is_group = A_GROUP.search(read.text[last[0].end : last[1].start])
        of_all = entry.share and fits(count, last[0].count, entry.share)
        last = last[1:] if opens and not is_group and not of_all else last
    large = [e for e in last if e.count >= count]
    # "a set of those who finished (n = 242). In that set": as many as it says.
    large = [e for e in large if N_IS.search(read.text[: e.start])] or large
    if own and len(large) == TWO and _is_part_of(large[1], large[0], before):
        large = large[1:]  # "of 295 crews 169 (57.3%) had oars; among these": of the 169
    return (large[0].count, large[0].end) if len(large) == 1 else (None, -1)


def _is_part_of(part: Entry, whole: Entry, before: Sequence[Entry]) -> bool:
    """Whether of two counts the last one told is a part of the other, with its share behind it."""
    return part is before[-1] and whole.count > part.count and not whole.share and bool(part.share) and not part.base


def told_together(read: Passage, before: Sequence[Entry]) -> int | None:
    """ "We rang 45 shops and 35 cafes; 28 of these businesses": of both kinds."""
    if len(before) < TWO or before[-1].sentence != before[-2].sentence:
        return None
    joined = TOGETHER.fullmatch(read.text[before[-2].end : before[-1].start])
    return before[-2].count + before[-1].count if joined else None


def _those_who(read: Passage, entry: Entry, count: int, before: Sequence[Entry]) -> Entry | None:
    """ "496 replied. Of those who replied, 312": the only ones before of whom that word was said, and last said."""
    lead = read.text[read.starts[entry.sentence] : entry.start]
    if REPLIED_BEHIND.match(read.text, entry.end) or REPLIED_BEFORE.search(lead):
        near = [e for e in before if entry.sentence - e.sentence <= 1 and not e.base and e.count > count]
        hits = [e for e in near if CAME_BACK.search(_around(read, e, near))]
        return hits[0] if len(hits) == 1 else None
    said = THOSE_WHO.search(lead) or OF_SUCH.match(entry.text)
    if not said:
        return None
    word = stem(said["what"])
    near = [e for e in before if entry.sentence - e.sentence <= 1 and not e.base]
    hits = [e for e in near if word in stems(read.text[e.end : e.end + FAR].partition(".")[0]) and e.count > count]
    own = [e for e in hits if word in stems(e.after)]
    return own[-1] if len(own) == 1 else None


def _around(read: Passage, entry: Entry, others: Sequence[Entry]) -> str:
    """The words of a figure's own: up to those on either side of it, and no further than its clause."""
    at = others.index(entry)
    low = others[at - 1].end if at else read.starts[entry.sentence]
    high = read.starts[entry.sentence] + len(read.sentence(entry.sentence))
    high = min(high, others[at + 1].start) if at + 1 < len(others) else high
    before, behind = CLAUSES.split(read.text[low : entry.start])[-1], CLAUSES.split(read.text[entry.end : high])[0]
    return f"{before} | {behind}"
