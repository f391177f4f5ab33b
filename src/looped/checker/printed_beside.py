"""Counts joined with the bases and the shares that are printed beside them: "7 (23%) of 30", "23% (7 of 30)"."""

import re
from functools import lru_cache
from typing import Any

from looped.checker.entries import Entry
from looped.checker.numbers import fits
from looped.checker.patterns import pattern_of

# These are never counted out of a base.
DOSES = frozenset(("g/dl", "mg", "kg", "g", "mmhg", "mmol/l", "mmol/mol", "ml", "cm", "mm"))
OF = pattern_of(
    r"\s*(?:(?:(?!(?:and|but|or|with|while|place|instead|lieu|ahead|short|shy|excess|front|favour|advance|"
    r"spite|consist\w*|composed)\b)[a-z’'-]+ ){0,2}(?:out of|of)|/|in every|from among|among)\s*"
    r"(?:(?:the|these|those|all|its|our|their|your|a total of|other|remaining|"
    r"every|just|only|that|(?:last |this |that )?[a-z]+[’']s)\s+)*",
    re.I,
)
BRACKET = pattern_of(
    r"(?P<gap>[^.;:()\d%\[\]]{0,90}?)(?:[(\[]\s*|,? (?:that is|i\.e\.|ie|or|equal to|equivalent to|making|"
    r"amounting to|"
    r"which is|a total of|representing)?,? ?|\s?=\s?|: |; )"
    r"(?:(?:n\s*=|about|around|or|some|just|only|roughly|a mere|a rate of)\s*)*",
    re.I,
)
INSIDE = pattern_of(
    r"[^.;:()\d%\[\]]{0,90}?[(\[]\s*(?:(?:n\s*=|about|around|or|some|just|only|roughly|a total of)\s*)*", re.I
)
# "157 gained five passes or more (74%)": the share is of those who did.
AT_LEAST = re.compile(r"\bor (?:more|fewer|less|better|over|above|below|under|higher|lower)\b[^(]{0,20}\(\s*$")
IN_ORDER = pattern_of(r"(?:,|;|,? and) ?\d[\d.]*\s?%")
# "12 of 40 at Ayr and 9 of 36 at Oban (30% v 25%)".
SET_AGAINST = pattern_of(r" (?:v\.?|vs\.?|versus|against|compared (?:with|to)) \d[\d.]*\s?%")
COUNTED_BEFORE = pattern_of(
    r"\d ?(?:/|of|out of) ?\d[\d,]*[^.;:()%\d]{0,60}(?:,|\b(?:and|v|vs|versus|against|with|to))[^.;:()%\d]{0,30} $"
)
IN_TURN = pattern_of(
    r"(?:(?:,|;|,? and) ?\d[\d.]*\s?(?:%|per ?cent))+,? \(?(?:respectively|in (?:that|the same) order)\b", re.I
)
# From a share to what its count is out of: behind the bracket that it stands in, or inside.
BEHIND_BRACKET = re.compile(r"\s*[)\],](?:[^.;:,()\d%]{0,30}?| )\bof (?:the |these |those |all |our |its |their )*")
IN_BRACKET = re.compile(r"\s+of (?:the |these |all )*")
ENDS = re.compile(r"\s?(?:[)\],;.–—-]|of\b|and\b|were\b|had\b)")
SHARE_BEFORE = re.compile(r"\d\s?%(?:,|;|,? and) $")
COUNTS_BEHIND = re.compile(
    r"[^.;:()\d%]{0,30}\((?:n\s?=\s?)?\d[\d,]*(?: of | ?/ ?)\d[\d,]*(?: [a-z]+)?(?:,|;|,? and) \d"
)
# "8% more than in the year before (633)": a change, and what it is on.
CHANGED = pattern_of(
    r"^\)? (?:more|less|fewer|higher|lower|up|down|above|below|over|under|better|worse)\b|"
    r"\b(?:than|compared|against)\b|\bfrom\b[^a-z]*$",
    re.I,
)
NO_SHARE_BEHIND = pattern_of(
    r"\s{4}|\s[–—]\s|\bthan\b|\bfrom\b|(?<!\bequal )(?<!\bequivalent )(?<!\bamounting )(?<!\bequating "
    r")\bto\b\s*$|\bby\b\s*$|"
    r"\bagainst\b|\bcompared\b|"
    # "5 of 15 were torn, and next highest in Ayr (30%)", "74 sails, and the lowest share of masts mended (68%)".
    r",? (?:and|but)\b[^()]{0,40}\b(?:(?:next )?(?:highest|lowest|best|worst) (?:in|at|on|for)|"
    r"(?:share|rate|proportion|percentage)s? (?:of|for)) "
)
BRACKETED = re.compile(r"[(\[]\s*(?:n\s?=\s?)?(?:[\d,]+\s?(?:of|out of|/)\s?)?[\d,]+$")
BRACKETED_OF = re.compile(r"[(\[]\s*[\d,]+\s?(?:of|out of|/)\s?[\d,]+$")
AMONG = re.compile(r"(?: [a-z’'-]+){0,4}? (?:in|from|among|out of|of) (?:the |a sample of |all )?")
BESIDE = re.compile(r"(?: [a-z’'-]+){0,3}?,? ?[(,–-] ?")
THAN = re.compile(r"[)\]]? than\b")
COMPARED = re.compile(r"\b(?:more|less|fewer|better|worse|higher|lower|[a-z]+er)\b")
OF_THOSE_DONE = re.compile(r" of (?:those|all)(?: who (?:were |had been |had )?)? ?[a-z]+ed\b")
APPOSED_TO = pattern_of(
    r" (?:of|among|in) (?:this|that|these|those|the|our|its|their) [^.;:,()\d%]{1,40}, (?:that is,? |or |i\.e\.,? |"
    r"some )?"
)
APPOSED_END = pattern_of(r"(?: [a-z’'-]+){0,2},(?!\s*\d)")
APPOSED = pattern_of(r" [a-z’'-]+(?: [a-z’'-]+){0,2} ?, (?:or )?", re.I)
# "The 17 good ones make up 61% of the total".
MAKE_UP = pattern_of(
    r" [^.;:,()\d%]{0,60}?\b(?:ma(?:ke|kes|de) up|represent(?:s|ed)?|(?:amount|correspond)(?:s|ed)? to|"
    r"accounts? for|accounted for|form(?:s|ed)?|constitute[sd]?|are|were|equal(?:led)?|come to|came to)"
    r"(?: (?:thus|therefore|just|only|about|some|over|under|nearly))* ",
    re.I,
)
# "These three make up": how many were told.
SO_MANY_OF_THEM = pattern_of(r"\b(?:these|those|all|both|other) [a-z]+$", re.I)
OF_LOT = pattern_of(
    r" of (?:(?:the|our|this) (?:total|whole|sample|cohort|lot)\b(?! (?:of|cost|spend|budget|bill|sum|value|time))|"
    r"all(?: of (?:them|these|those))?(?=[.,;:)]|$)|those (?:seen|asked|heard|read|sampled|tested|inspected|audited|"
    r"reviewed|checked|visited|examined)\b)",
    re.I,
)
# "8 – 13% – lacked one".
DASHED, DASH = pattern_of(r"(?: [a-z’'-]+){0,2} [–—-] (?:or )?"), pattern_of(r" [–—-] ")
SET_BESIDE, SLASHED = re.compile(r"[,;] (?:n\s?=\s?)?"), re.compile(r" ?/ ?| (?:out )?of ")
# "113 in 685 (16.5%)".
IN_SO_MANY, IN_BRACKETS = re.compile(r" in (?:the )?"), re.compile(r" [(\[]")
OF_ALL = re.compile(r"(?:^|[.;:] )Of (?:the |these |our |all )?$")


def merged(text: str, found: list[Entry]) -> list[Entry]:
    """Counts joined with the bases and shares printed beside them."""
    done: list[Entry] = []
    place = 0
    while place < len(found):
        entry, taken = _joined(text, found, place)
        done.append(entry)
        place += taken
    return done


def _joined(text: str, found: list[Entry], place: int) -> tuple[Entry, int]:
    first, rest = found[place], found[place + 1 : place + 4]
    if first.kind == "count" or (first.kind == "measure" and first.step == 1 and first.unit not in DOSES):
        return _counted(text, first, rest)
    gap = text[first.end : rest[0].start] if rest else ""
    # "30% and 44% (18 of 60 and 33 of 75)": the counts are in the order of the shares.
    if first.kind == "share" and SHARE_BEFORE.search(text[: first.start]) and COUNTS_BEHIND.match(text[first.end :]):
        return first, 1
    if first.kind == "share" and rest and rest[0].kind == "count" and (set_in := _set_in(text, first, rest)):
        return set_in
    if first.kind == "share" and rest and rest[0].kind == "count" and INSIDE.fullmatch(gap) and not CHANGED.search(gap):
        second = rest[0]
        if len(rest) > 1 and rest[1].kind == "count" and OF.fullmatch(text[second.end : rest[1].start]):
            return _with(text, first, second, rest[1], first, rest[1].end), 3
        if (
            len(rest) > 1
            and rest[1].kind == "count"
            and re.fullmatch(
                r"[)\]][^.;:()\d%]{0,30}?\bof (?:the |these |those |all |our |its |their )*",
                text[second.end : rest[1].start],
            )
        ):
            return _with(text, first, second, rest[1], first, rest[1].end), 3
        behind = text[second.end :]
        if re.match(r"[)\]]|,(?!\s*\d)|\s[a-z]+\)", behind):
            return _with(text, first, second, None, first, second.end), 2
    return first, 1


def _set_in(text: str, first: Entry, rest: list[Entry]) -> tuple[Entry, int] | None:
    """ "(34.2%, n = 164) of the 480"; "38.6% of this group, 61 people, had"; "(76%, 19/25, against 52%, 13/25)"."""
    gap, behind = text[first.end : rest[0].start], text[rest[0].end :]
    if len(rest) > 1 and SET_BESIDE.fullmatch(gap) and _proves(text, rest[0], rest[1], first):
        return _with(text, first, rest[0], rest[1], first, rest[1].end), 3
    if text[first.start - 1 : first.start] in ("(", "[") and re.fullmatch(r"[,;] (?:n\s?=\s?)?", gap):
        base = rest[1] if len(rest) > 1 and _is_whole(rest[1]) else None
        if base and behind[:1] in (")", "]") and OF.fullmatch(text[rest[0].end + 1 : base.start]):
            return _with(text, first, rest[0], base, first, base.end), 3
    if APPOSED_TO.fullmatch(gap) and APPOSED_END.match(behind):
        return _with(text, first, rest[0], None, first, rest[0].end), 2
    return None


def _proves(text: str, count: Entry, base: Entry, share: Entry) -> bool:
    """Whether a fraction gives the share that stands beside it."""
    fraction = count.kind == base.kind == "count" and SLASHED.fullmatch(text[count.end : base.start])
    return bool(fraction and share.share and count.count < base.count and fits(count.count, base.count, share.share))


def _counted(text: str, first: Entry, rest: list[Entry]) -> tuple[Entry, int]:
    if not rest:
        return first, 1
    gap = text[first.end : rest[0].start]
    if len(rest) > 1 and _is_worked(text, first, rest[0], rest[1]):
        return _with(text, first, first, rest[0], rest[1], rest[1].end), 3
    if _is_whole(rest[0]) and _leads_to_whole(gap):
        base = rest[0]
        shared = len(rest) > 1 and rest[1].kind == "share" and _is_share_behind(text, base.end, rest[1])
        if not shared and len(rest) > 1 and SET_BESIDE.fullmatch(text[base.end : rest[1].start]):
            shared = _proves(text, first, base, rest[1])
        # "23 of 44, 11 of 72 and 17 of 79 (52%, 15% and 22%)": the shares are in the order of the counts.
        # "33 of 44, which is 90% and 75% respectively": so are these.
        listed = shared and (IN_ORDER.match(text[rest[1].end :]) or _is_second_of_two(text, first, rest[1]))
        if listed and ("(" in text[base.end : rest[1].start] or IN_TURN.match(text, rest[1].end)):
            return _with(text, first, first, base, None, base.end), 2
        if shared:
            return _with(text, first, first, base, rest[1], rest[1].end), 3
        return _with(text, first, first, base, None, base.end), 2
    if _is_in_so_many(text, first, rest):
        return _with(text, first, first, rest[0], rest[1], rest[1].end), 3
    # "Of five services, libraries drew most praise (71%)": how many there are.
    of_all = first.text.isalpha() and "," in gap and OF_ALL.search(text[: first.start])
    if rest[0].kind == "share" and not of_all and _is_share_behind(text, first.end, rest[0]):
        return _with_share(text, first, rest)
    return first, 1


def _is_second_of_two(text: str, count: Entry, share: Entry) -> bool:
    """ "12 of 40 and 9 of 36 (30% v 25%)": two counts, and behind both of them their two shares."""
    return bool(SET_AGAINST.match(text, share.end) and COUNTED_BEFORE.search(text[: count.start]))


def _with_share(text: str, first: Entry, rest: list[Entry]) -> tuple[Entry, int]:
    """A count with the share behind it, and the base behind that: "7 (23%)", "7 (23%) of 30", "7 (23% of 30)"."""
    last = rest[0]
    after = text[last.end :]
    # "40, 20 and eight (50%, 25% and 10%)": the shares are in the order of the counts.
    if IN_ORDER.match(after) or AT_LEAST.search(text[first.end : last.start]):
        return first, 1
    base = rest[1] if len(rest) > 1 and rest[1].kind == "count" else None
    between = text[last.end : base.start] if base else ""
    if base and ((BEHIND_BRACKET.fullmatch(between) and base.count >= first.count) or IN_BRACKET.fullmatch(between)):
        return _with(text, first, first, base, last, base.end), 3
    if after[:1] in (")", "]", ",", ";", ".", "*", "") or ENDS.match(after):
        return _with(text, first, first, None, last, last.end), 2
    return first, 1


def _is_in_so_many(text: str, first: Entry, rest: list[Entry]) -> bool:
    """ "113 in 685 (16.5%)": a count in another, whose share stands right behind it."""
    if len(rest) == 1 or rest[0].kind != "count" or rest[1].kind != "share" or first.count >= rest[0].count:
        return False
    if not first.text[0].isdigit():  # "divers confirmed one in 98 (60%)": the thing
        return False
    joined = IN_SO_MANY.fullmatch(text, first.end, rest[0].start)
    return bool(joined and IN_BRACKETS.fullmatch(text, rest[0].end, rest[1].start) and text[rest[1].end :][:1] in ")]")


def _is_worked(text: str, first: Entry, base: Entry, share: Entry) -> bool:
    """ "12 blanks in 40 charts, 30%": what its share proves to be counted out of the second."""
    printed = share.share
    return (
        printed is not None
        and _is_whole(base)
        and first.count < base.count
        and bool(AMONG.fullmatch(text[first.end : base.start]))
        and bool(BESIDE.fullmatch(text[base.end : share.start]))
        and text[share.end : share.end + 1] in (")", ",", ";", ".", "")
        and fits(first.count, base.count, printed)
    )


def _is_whole(entry: Entry) -> bool:
    """Whether a figure can be what others are counted out of: a count, or days and hours that were counted."""
    return entry.kind == "count" or (entry.kind == "measure" and entry.step == 1 and entry.unit not in DOSES)


def _is_share_behind(text: str, end: int, share: Entry) -> bool:
    gap = text[end : share.start]
    if MAKE_UP.fullmatch(gap) and OF_LOT.match(text, share.end) and not SO_MANY_OF_THEM.search(text[:end]):
        return True
    if DASHED.fullmatch(gap) and DASH.match(text, share.end):
        return True
    # A run of blanks was a figure of another kind: a share in words has the brackets behind it.
    if not _may_lead_to_share(gap):
        return False
    if OF_THOSE_DONE.match(text, share.end):
        return False  # "(893, 71% of those invited)": of a whole of its own
    if THAN.match(text, share.end) and COMPARED.search(gap):
        return False  # "432 of the 960, got through less easily (47%) than the others (56%)"
    bracket = "(" in gap or "[" in gap
    # "(n = 11, 25%)", "(11; 25%)", "(11 of 44, 25%)".
    if (
        BRACKETED.search(text[:end])
        if re.fullmatch(r"[,;] ?", gap)
        else (re.fullmatch(r"(?: [a-z]+){1,2}[,;] ?", gap) and BRACKETED_OF.search(text[:end]))
    ):
        return True
    # "148 replies, 16%, had": set in.
    if APPOSED.fullmatch(gap) and text[share.end : share.end + 2] == ", ":
        return True
    # Outside brackets only words that say the same again join a share to a count.
    return bracket or bool(
        re.search(
            r"(?:\b(?:that is|i\.e\.|or|equal to|equivalent to|which is|representing)\b,? ?|=\s?)(?:about |"
            r"around |some |just |only |a rate of )*$",
            gap,
        )
    )


def changed(entry: Entry, **to: Any) -> Entry:
    """An entry with some of its fields otherwise: a long report has thousands, and `replace` asks for each field."""
    made = object.__new__(Entry)
    made.__dict__.update(entry.__dict__, **to)
    return made


@lru_cache(maxsize=16384)
def _may_lead_to_share(gap: str) -> bool:
    return bool(BRACKET.fullmatch(gap)) and not NO_SHARE_BEHIND.search(gap)


@lru_cache(maxsize=16384)
def _leads_to_whole(gap: str) -> bool:
    """Whether words lead from a count to what it is of. A capital begins something else: a sentence, a list's line."""
    return bool(OF.fullmatch(gap)) and "." not in gap and "Of " not in gap


def _with(text: str, first: Entry, count: Entry, base: Entry | None, share: Entry | None, end: int) -> Entry:
    stop = end + 1 if text[end : end + 1] in (")", "]") else end
    printed = share.share if share else None
    return changed(
        count,
        text=text[first.start : stop],
        start=first.start,
        end=stop,
        base=base.count if base else None,
        share=printed,
    )
