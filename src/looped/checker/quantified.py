"""How many of several something is said of: all, none, both, only one, most, three of the five."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from looped.checker.numbers import BEGINS, TENS, UNITS, whole
from looped.checker.patterns import pattern_of

SMALL = (
    rf"(?=[{BEGINS}\d])(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNITS[1:10])})\b)?|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|\d{1,3}(?![\d.,%]*[\d%]))"
)
# "All 1,240 boats".
LARGE = r"\d{1,3}(?:,\d{3})+(?![\d.,%]*[\d%])"
OF = r"of (?:all )?(?:the|these|those|our|its|their|them|all)"
EVERY = (
    # "In all, 31 of the 40": no word on all of them.
    rf"(?P<every>(?:all(?!(?<=\bin all),)|each|every|both)\b(?: and every| one| single)*(?: {OF})?(?: (?:the|"
    r"these|those|our|its))?|"
    r"everyone|everybody|everywhere|throughout|always|consistently|invariably|without (?:exception|fail)|"
    r"across the board|in each case|every time|in every|with (?:just |only )?(?:one|two|three|\d) exceptions?)\b"
)
NONE = (
    rf"(?P<none>(?:none|neither|not one|not a single(?: one)?|not any)\b(?: {OF})?|"
    r"never|nowhere|at no (?:point|time|stage)|in no|"
    r"no(?! (?:more|less|fewer|higher|lower|greater|longer|older|better|worse|doubt|other|further|later|earlier|"
    r"change|difference|one|matter|reason|data|information)\b)(?= [a-z]))\b"
)
SOME = (
    rf"(?:(?:only|just|as many as|fully|exactly) )?(?P<count>one|{SMALL})"
    rf"(?: (?:out )?{OF}| out of| of(?= \d| [a-z]+ [a-z]))"
)
BARELY = (
    rf"(?:only|just|exactly) (?P<count2>one|{SMALL})(?! (?:of|out|per|in|to|day|week|month|year|hour|minute|point)\b)"
)
MOST = (
    r"(?P<most>(?:most|(?:a|the)(?: \w+)? majority|more than half|over half)(?: of)?(?: the| these| our)?)\b"
    r"(?! (?:common|recent|often|likely|frequent|of the time|important)\b)"
)
FEW = r"(?P<few>(?:fewer|less) than half|under half|a(?: small)? minority)(?: of)?(?: the| these| our)?\b"
# All or none.
ALL_OR_NONE = pattern_of(rf"\b(?:{EVERY}|{NONE})", re.I)
QUANTIFIER = pattern_of(
    rf"\b(?:{EVERY}|{NONE}|{SOME}|{BARELY}|{MOST}|{FEW})"
    rf"(?:,?(?P<others> (?:other|remaining))? (?P<size>{LARGE}|{SMALL})\b(?! (?:days?|hours?|per)\b)|"
    rf"(?P<rest> others\b))?",
    re.I,
)
HEDGED = pattern_of(
    r"\b(?:nearly|almost|not|virtually|practically|if|whether|should|must|will|would|may|might|could|to be|"
    r"in all but|rather than|least|not in)\s+$",
    re.I,
)
WISHED = pattern_of(
    r"\b(?:(?:told|asked|ordered|instructed|agreed) to|should|must|require[sd]?|requirement|requires|"
    r"expect(?:s|ed|ation)?|aim(?:s|ed)?|goal(?! of \S+ "
    r"(?:was|were|has|had)\b)|hope[sd]?|intend\w*|"
    r"wants?|ought|recommend\w*|in order (?:to|that)|so that|planned)\b[^.;:]{0,60}$",
    re.I,
)
EXCEPTED = pattern_of(
    r"\b(?:all|each|every|none|everywhere|nowhere|no)\b[^.;:,()]{0,40}?,? (?:but|except(?:ing)?(?: for)?|apart from|"
    r"other than|save(?: for)?|bar|with the (?:sole |single )?exception of)\b(?P<who>[^.;:()]{2,50})",
    re.I,
)
SUPERLATIVE = pattern_of(r"\b(?:[a-z]+est|most|least|first|last|worst|best)(?: [a-z]+)? of $", re.I)
ALONE = pattern_of(
    r"\bonly (?:the |in |at |on |for |among )*(?P<a>[^.;:,()]{2,50})|"
    r"(?P<b>[^.;:,()]{2,50}?) (?:alone|only)\b(?! \d)|"
    r"\bthe (?:one|only|sole|single|lone) (?!of\b)(?:[a-z’'-]+ ){1,6}?[^.;:()]{0,60}?\b(?:was|is|being|"
    r"were)\b:? (?P<c>[^.;:,()]{2,40})",
    re.I,
)


@dataclass(frozen=True)
class Quantifier:
    """How many of how many. kind: "all", "none", "count", "most", "few"; count: of "count"; size: of what number.

    others: it is said of all but those told of before: "each of the other three".
    """

    start: int
    end: int
    text: str
    kind: str
    count: int = 0
    size: int | None = None
    others: bool = False

    def is_of(self, number: int) -> bool:
        """Whether it may be said of so many: all of them, or all but some that were told of before."""
        return self.size in (None, number) or (self.others and self.size < number)

    def holds(self, having: int, number: int) -> bool:
        """Whether it is so where so many of a number have what is said."""
        told = (number - self.size if self.size else (number - 1) // 2) if self.others else 0
        return any(self._holds(each, number - told) for each in range(max(0, having - told), having + 1))

    def _holds(self, having: int, number: int) -> bool:
        return {
            "all": having == number or (self.others and not self.size and having > number),
            "none": having == 0,
            "count": having == self.count,
            "most": 2 * having > number,
            "few": 2 * having < number,
        }[self.kind]


@lru_cache(maxsize=16384)
def quantifiers(text: str) -> tuple[Quantifier, ...]:
    """Every statement of how many in a text.

    >>> [(q.kind, q.count, q.size) for q in quantifiers("Two of the five are shut. None of the three has a lift.")]
    [('count', 2, 5), ('none', 0, 3)]
    """
    return tuple(_read(text))


def _read(text: str) -> Iterator[Quantifier]:
    for found in QUANTIFIER.finditer(text):
        before = text[max(0, found.start() - 70) : found.start()]
        if HEDGED.search(before) or WISHED.search(before) or _is_adverb(text, found):
            continue
        kind = next(each for each in ("every", "none", "count", "count2", "most", "few") if found[each])
        size = whole(found["size"]) if found["size"] else None
        words = found.group().lower()
        if words.startswith(("both", "neither")):
            size = 2
        count = whole(found["count"] or found["count2"] or "") or 0
        name = {"every": "all", "count2": "count"}.get(kind, kind)
        yield Quantifier(
            found.start(), found.end(), found.group(), name, count, size, bool(found["others"] or found["rest"])
        )


def _is_adverb(text: str, found: re.Match[str]) -> bool:
    """ "Not at all", "all in all", "the lowest of all": of nothing is it said that all of it is so."""
    if found.group().lower() == "all" and SUPERLATIVE.search(text[: found.start()]):
        return True
    return found.group().lower() == "all" and bool(
        re.search(r"\b(?:at|above|after|in) $", text[: found.start()], re.I)
        and re.match(r"\s*(?:[.,;:)]|$|(?:in|at|on|to|for|during|by|with|of)\b)", text[found.end() :])
    )
