"""All or none of a number in one sentence, and so many of that number in another, in the same words."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.entries import worded
from looped.checker.finding import Finding
from looped.checker.opposites import WORDS
from looped.checker.patterns import pattern_of
from looped.checker.prose import stems
from looped.checker.quieting import HUNDREDS, NUMBER

CODE = "all-or-some"
MESSAGE = "What all of a number are said to be so many are counted as, and what none of it are nobody is counted as."
GOOD = "All 50 boats seen had a log. Of the 50 boats, 50 had a log and 45 had flares."
BAD = "All 50 boats seen had a log. Of the 50 boats, 45 had a log and 5 had a bare cover."

COUNT = rf"(?:{HUNDREDS}|{NUMBER}|none|all)"
NOUN = r"[a-z][a-z’'-]*(?: [a-z][a-z’'-]*){0,2}?"
WHAT = r"[^.;:,()\d]{3,90}?"
SAID = pattern_of(
    rf"(?:^|[.;:] )(?P<q>all|none|every one|not one)(?: of)?(?: the| these| our)? (?P<n>{NUMBER}) "
    r"(?P<rest>[^.;:()\d]+)[.;]",
    re.I,
)
# "The 50 boats had been hired. None of them had a log."
OF_THEM = pattern_of(
    rf"(?:^|[.;:] )(?:the|these|our|all) (?P<n>{NUMBER}) (?P<noun>[a-z’'-]+) [^.;:\d]+[.] (?P<q>all|none|every one|"
    r"not one) "
    r"of them (?P<rest>[^.;:()\d]+)[.;]",
    re.I,
)
# "Of the 50 boats, 45 had a log and 5 had a bare cover".
DIVIDED = pattern_of(
    rf"(?:\bof (?:the|these|our|all)|(?:^|[.;] )of) (?P<n>{NUMBER}) (?P<noun>{NOUN})(?: [a-z]+ed| seen)?"
    rf"(?: (?:with|in|from|at|on) [^.;:,()\d]{{2,40}})?, (?P<a>{COUNT}) (?P<x>{WHAT}),? "
    rf"(?:and|but|while) (?P<b>{COUNT}) (?P<y>{WHAT})(?=[.;])",
    re.I,
)
# "Two of the 28 boats came in late".
COUNTED = pattern_of(
    rf"(?:^|[.;:] )(?:but |however, |only )?(?P<a>{COUNT}) of (?:the|these|our) (?P<n>{NUMBER}) (?P<noun>{NOUN}) "
    rf"(?P<x>(?:were|was|had|have|did|are|could|would|met|held|came|kept|felt|knew|showed|[a-z]+ed)\b{WHAT})(?=[.;])",
    re.I,
)
NOT = pattern_of(r"\b(?:not|never|without|failed to|lacked|no)\b|\bun(?=[a-z]{4,}ed\b)|n[’']t\b", re.I)
LATE, TIMELY = (
    pattern_of(r"\blate\b|\bafter\b|\boverdue\b", re.I),
    pattern_of(r"\bwithin\b|\bon time\b|\bby the\b", re.I),
)
TIMES = pattern_of(
    r"\b(?:last|previous\w*|earlier|at first|initially|by then|later|now|again|before|other than|except\w*|apart from|"
    r"but for|since|first|second|should|would|must|target)\b",
    re.I,
)
SMALL = frozenset(("in", "on", "at", "by", "the", "a", "an", "of", "to", "for", "with", "from"))
AUXILIARY = frozenset(("had", "have", "was", "were", "did", "do", "be", "been", "are", "is"))


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with what is counted of the same number in its paragraph."""
    for paragraph in context.paragraphs_with(SAID, OF_THEM):
        text = paragraph.text
        counted = [*DIVIDED.finditer(text), *COUNTED.finditer(text)]
        for said in (*SAID.finditer(text), *OF_THEM.finditer(text)) if counted else ():
            for found in counted:
                if _number(found["n"]) == _number(said["n"]) and not said.start() <= found.start("n") < said.end():
                    yield from _judged(paragraph, said, found)


def _judged(paragraph: Paragraph, said: re.Match[str], found: re.Match[str]) -> Iterator[Finding]:
    noun, rest = found["noun"].lower(), said["rest"].strip().lower()
    named = said.groupdict().get("noun")
    rest = f"{named.lower()} {rest}" if named else rest
    if not rest.startswith(f"{noun} "):
        return
    number, none = _number(said["n"]), said["q"].lower() in ("none", "not one")
    told = [(found["a"], found["x"]), *([(found["b"], found["y"])] if "b" in found.re.groupindex else [])]
    for count, what in ((_number(n, number), what.strip().lower()) for n, what in told):
        same = bool(re.search(rf"(?:^| ){re.escape(what)}$", rest[len(noun) :])) and not NOT.search(
            rest[len(noun) : len(rest) - len(what)]
        )
        lead = rest[: len(rest) - len(what)] if same else f"{rest} {what}"
        if TIMES.search(f"{lead} {found.group('noun')}"):
            continue
        other = not same and not none and _is_other(rest[len(noun) :], what)
        wrong = (same and count != (0 if none else number)) or (other and count > 0)
        if wrong and count <= number:
            quote, slip = (
                paragraph.text[said.start("q") : said.end()].strip(" .;:"),
                f"{CODE}/{paragraph.line}/{said.start()}",
            )
            why = f"{count} of the {number} {what}"
            yield Finding(CODE, "wrong", paragraph.where, quote, said["q"], f"{count}", why, slip, "likely")
            return


def _is_other(all_do: str, some_do: str) -> bool:
    """Whether what some do is what all are said not to do: the same with a "not", or late instead of within a time."""
    words = [stems(NOT.sub(" ", each)) - AUXILIARY for each in (all_do, some_do)]
    denied = [bool(NOT.search(each)) for each in (all_do, some_do)]
    if denied[0] != denied[1]:
        return bool(words[1]) and words[1] <= words[0]
    if denied[0]:
        return False
    if TIMELY.search(all_do) and LATE.search(some_do):
        return bool({*all_do.split()} & {*some_do.split()} - AUXILIARY - SMALL)
    return any(
        (one.search(all_do) and other.search(some_do)) or (other.search(all_do) and one.search(some_do))
        for one, other in WORDS
        if words[0] & words[1]
    )


def _number(text: str, number: int = 0) -> int:
    plain = text.lower()
    return number if plain == "all" else 0 if plain == "none" else worded(plain)
