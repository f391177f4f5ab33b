"""All, none or so many of so many, wherever in a clause they stand: "case notes were up to date in 30 of the 32 files".

What is said is then all the words of the clause, so that nothing narrower is taken for the same.
"""

import re

from looped.checker.counted import named
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.predicates import Predicate, predicate
from looped.checker.quieting import NUMBER, quieted

THE = r"(?:the |these |those |our |its |their )?"
SOME = pattern_of(
    rf"\b(?:(?P<all>(?:all(?: of)?|(?:every|each)(?: single)? one of|each of) {THE}(?:(?P<m1>{NUMBER}) )?)|"
    rf"(?P<every>(?:every|each)(?: single)? )|"
    rf"(?P<none>(?:none|not one|not a single one) of {THE}(?:(?P<m2>{NUMBER}) )?)|"
    rf"(?P<no>(?:no|not a single) )|(?P<n>{NUMBER}) (?:out )?of {THE}(?:all )?(?P<m3>{NUMBER}) )(?=[a-z])",
    re.I,
)
BEFORE = re.compile(r"\b(?:in|at|for|on|with|from|among|by|of) (?:just |only )?$", re.I)
# What opens a clause and says nothing.
OPENS = pattern_of(
    r"^(?:(?:overall|in (?:summary|short|brief|sum|conclusion|all|total)|to (?:sum up|conclude)|in other words|"
    r"on balance|once again|again|as noted(?: above)?|encouragingly|reassuringly|disappointingly|also), |"
    r"(?:overall |also )|"
    r"(?:we|auditors|inspectors|reviewers|it|the (?:audit|inspection|review|report|team|inspectors|auditors)) "
    r"(?:also )?(?:found|saw|noted|concluded?|confirm(?:ed|s)?|show(?:ed|s)|is clear|report(?:ed)?|can (?:report|"
    r"confirm|"
    r"conclude)) (?:that ))+",
    re.I,
)
# Words that make it another number, another time or no fact.
SHIFTED = pattern_of(
    r"\b(?:nearly|almost|virtually|about|around|least|most|more than|fewer|less|up to(?! (?:date|scratch|standard))|"
    r"over half|not all|not every|but|"
    r"except\w*|apart|other than|unless|if|whether|should|must|would|will|may|might|target\w*|aim\w*|expect\w*|"
    r"require\w*|plan(?:ned|s)? to|intend\w*|recommend\w*|last|previous\w*|earlier|next|now|then|since|until|before|"
    r"after|"
    r"used to|other|others|another|remaining|rest|further|both|neither|average|mean|nor|than|said|told|claim\w*|"
    r"believ\w*|thought|felt|nobody|only)\b",
    re.I,
)
# "Files read by the second auditor": some of them.
WHICH = pattern_of(r"\b(?:first|second|third|fourth|final|same|new|by)\b", re.I)
FIGURE = pattern_of(rf"\b(?:{NUMBER})\b|\d", re.I)
VERB = pattern_of(
    r"\b(?:had|has|have|was|were|is|are|did|do|does|could|lacked|lacks?|showed|contained|held|kept|met)\b"
)
Found = tuple[str, int | None, int | None, frozenset[str], frozenset[str], Predicate]


def said_anywhere(clause: str) -> Found | None:
    """Its kind, how many, of how many, who, what narrows them and what is said; none where the clause tells more."""
    found = [each for each in SOME.finditer(clause) if not each["no"] or BEFORE.search(clause[: each.start()])]
    if len(found) != 1 or SHIFTED.search(clause) or clause.startswith("that "):
        return None
    some = found[0]
    before, behind = BEFORE.sub("", clause[: some.start()]), clause[some.end() :]
    quiet = quieted(clause)
    if FIGURE.search(f"{quiet[: some.start()]} | {quiet[some.end() :]}"):
        return None
    verb = VERB.search(behind)
    who, rest = (behind[: verb.start()], behind[verb.start() :]) if verb else (behind, "")
    what = predicate(f"{before.strip()} {rest}")
    alone = bool(some["every"] or some["no"])
    name, narrowing, after = named(f" {_several(who)}" if alone else f" {who}")
    universal = not some["n"]
    if (
        WHICH.search(who)
        or not what
        or not name
        or len(what.core) < len("ab")
        or (universal and what.denied and some["all"])
    ):
        return None
    base = next((whole(some[key]) for key in ("m1", "m2", "m3") if some[key]), None)
    kind = "count" if some["n"] else "all" if some["all"] or some["every"] else "none"
    return kind, whole(some["n"]) if some["n"] else None, base, name, narrowing | after, what


def _several(who: str) -> str:
    """ "File that we read": files."""
    first, _, rest = who.partition(" ")
    plural = first[:-1] + "ies" if re.search(r"[^aeiou]y$", first) else f"{first}s"
    return f"{plural} {rest}".strip()
