"""Names with a count each and how many of these were something, and what is said of one: "May, 20 seen, of which
two leaked"."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import NUMBER

CODE = "of-which-each"
MESSAGE = "None is said only of a name whose own count in the list is none."
GOOD = "By month: May, 20 boats, of which two leaked; June, 18 boats, of which none leaked. No boats leaked in June."
BAD = "By month: May, 20 boats, of which two leaked; June, 18 boats, of which none leaked. No boats leaked in May."

ITEM = pattern_of(
    r"(?<=[;:.] )(?:and |in )?(?P<name>[A-Z][^.;:,()\d]{1,40}?)(?:,|:|,? with| had) (?:a total of )?\d[\d,]* "
    r"[a-z’' -]{3,40}?,? "
    rf"\(?(?:(?:(?:of|among) (?:which|whom|these|them)|with|including|and) )?(?P<n>{NUMBER}|none|no|nil|0) "
    rf"(?:of (?:which|whom|these|them) )?(?P<what>[^.;:()\d]{{3,60}}?)\)?"
    r"(?=[;.]|, and |$)",
    re.I,
)
SAID = pattern_of(
    r"\b(?:no|none|not one|not a single|there (?:were|was) no(?:ne)?)\b(?P<words>[^.;:,()\d]{3,80}?) (?:in|at|"
    r"on|for|during|from) "
    r"(?:the )?(?P<name>[A-Z][^.;:,()\d]{1,40}?)(?=[.;,]|$)",
    re.I,
)
NOT = pattern_of(r"\b(?:except|other than|apart from|more|fewer|change|difference|last year|previous)\b", re.I)
FEWEST, REACH = 2, 2


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with the list of its paragraph or of one beside it."""
    every = [each for each in context.document.paragraphs if each.text.strip() != each.section]
    lists = {at: _listed(each.text) for at, each in enumerate(every) if ITEM.search(each.text)}
    lists = {at: told for at, told in lists.items() if len(told) >= FEWEST}
    for at, paragraph in enumerate(every) if lists else ():
        near = [lists[place] for place in range(at - REACH, at + REACH + 1) if place in lists]
        for said in SAID.finditer(paragraph.text) if len(near) == 1 else ():
            own = [each for each in near[0] if each["name"].lower() == said["name"].lower()]
            if len(own) != 1 or NOT.search(said.group()) or not _is_of(said["words"], own[0]["what"]):
                continue
            none = not (whole(own[0]["n"]) or 0)
            verdict: Verdict = "ok" if none else "wrong"
            quote, slip = said.group(), f"{CODE}/{paragraph.line}/{said.start()}"
            yield Finding(CODE, verdict, paragraph.where, quote, "none", own[0]["n"], own[0].group(), slip, "likely")


def _listed(text: str) -> Sequence[re.Match[str]]:
    return list(ITEM.finditer(text))


def _is_of(words: str, what: str) -> bool:
    """Whether the last telling word of what is counted in the list is among the words said."""
    told = [stem(each) for each in what.lower().split()]
    said = {stem(each) for each in words.lower().split()}
    return bool(told) and told[-1] in said
