"""What the items of a list are called: the words that only one of them has beside it."""

import re
from collections.abc import Sequence

from looped.checker.linking import STOP, stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage
from looped.checker.respective import names_in_order

LEAD = 70
MARKS = " ,;:.()[]–—-="
AND = r"(?:and|nor|but|while|whereas|then|versus|vs?|against|with)"
# What parts two items: the strongest first.
PARTS = (
    pattern_of(r"[;.](?=\s|$)|\s[–—]\s"),
    pattern_of(r",(?=\s|$)"),
    pattern_of(rf"(?:^|\s){AND}(?=\s|$)|(?:^|\s)(?:followed by|to$|or|compared (?:with|to)|than)(?=\s|$)", re.I),
)
BARE = pattern_of(r"\s*(?:[,;/]|,? ?(?:and|then|to|or)\b|,? followed by)\s*(?:(?:then|finally|only|just) )?", re.I)
# What is a figure in "13 of 38 at Oxlea (34%)".
INSIDE = pattern_of(r"[(\[][^)\]]*[)\]]?|\b(?:out )?of (?:the )?[\d,]+|[\d,.]+%?", re.I)
OTHERS = pattern_of(
    r"^(?:the |all )?(?:others?|rest|remaining|next|other [a-z]+)(?: [a-z]+)? "
    r"(?:was|were|are|is|being|came|included)\b\s*",
    re.I,
)
VERBS = re.compile(r"\b(?:were|was|are|is|as follows|that)\b")
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
SAID_OF = re.compile(
    r"(?P<who>[^.;:]+?)\s(?:was|were|is|are) (?:[a-z-]+ ){1,3}?(?P<prep>in|for|at|by|on|to)(?: (?:just|only|about))? ?$"
)
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


def telling_of(name: str) -> frozenset[str]:
    """The stems of a text that tell one item from another."""
    words = stems_of(name)
    return (words - COMMON) or words


def names_of(read: Passage, run: Sequence[Entry], gaps: Sequence[str]) -> list[str] | None:
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
    return len({telling_of(each) for each in names} - {frozenset()})


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
    # A count of a whole is no name, a year is one.
    text = re.sub(r"(?<!\d)(?!(?:19|20)\d\d/\d\d(?!\d))\d+/\d+(?!\d)", " ", text)
    text = re.sub(r"\s+", " ", text).strip(MARKS)
    text = OTHERS.sub("", text)
    text = re.sub(rf"^(?:{AND}|followed by|compared (?:with|to)|only|just)\b\s*", "", text, flags=re.I)
    text = re.sub(rf"[,;]?\s*\b(?:{AND}|only|just|about|by)$", "", text, flags=re.I)
    return text.strip(MARKS)


def stems_of(text: str) -> frozenset[str]:
    """The telling stems of a text, its numbers and single capitals too."""
    found = re.findall(r"[A-Za-z’']{2,}|\d+(?:[-–]\d+)?\+?|\b[A-Z]\b|\b[a-z]\)", text)
    return frozenset("#" + word if len(word) == 1 and word.isupper() else stem(word) for word in found) - STOP
