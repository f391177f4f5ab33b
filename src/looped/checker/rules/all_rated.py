"""All of several are said to have one grade, and the list beside it gives each its own: "Ash, good; Elm, poor"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Where
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.quieting import NUMBER

CODE = "all-rated"
MESSAGE = "A grade that all of several are said to have is the one that a list gives each of them."
GOOD = "All three boats were rated sound. The ratings were: Mary Ann, sound; Kestrel, sound; Tern, sound."
BAD = "All three boats were rated sound. The ratings were: Mary Ann, sound; Kestrel, worn; Tern, sound."

GRADED = r"(?:rated|graded|judged|assessed as|classed as|found to be|scored|marked|given)"
SAID = pattern_of(
    r"\b(?:all(?: of)?(?: the| these| our)?|each of (?:the|these|our)|every one of (?:the|these|our)|the|none "
    r"of (?:the|these)) "
    rf"(?P<n>{NUMBER}) [a-z][a-z’' -]{{2,40}}? (?:was|were|are|is|had been) (?P<each>all |each )?{GRADED} (?:as "
    r"|to be )?[“‘\"']?"
    r"(?P<grade>[a-z]+(?: [a-z]+)?)[”’\"']?(?P<on> (?:for|on|in|under|at) [^.;:,()\d]{2,50})?(?=[.;,:]| \()",
    re.I,
)
# "Ash, good; Elm, poor; and Oak, good", "Ash (good), Elm (poor)", "Ash: good; Elm: poor".
NAME = r"[A-Z][^.;:,()\d]{1,40}?"
GRADE = r"[“‘\"']?[a-z]+(?: [a-z]+){0,2}[”’\"']?"
# "Tern was rated good, Kestrel poor and Auk good".
SAID_OF = (
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)* (?:(?:was|is) )?(?:(?:rated|graded|judged) )?(?:as )?"
    r"(?!(?:was|is|had|has|in|and|of|at|on)\b)[a-z]+(?: improvement)?"
)
LIST = (
    re.compile(rf"{NAME}(?:, |: | – ){GRADE}(?:; (?:and )?{NAME}(?:, |: | – ){GRADE})+(?=[.\n]|$)"),
    re.compile(rf"{SAID_OF}(?:(?:, and |, | and |; and |; ){SAID_OF})+(?=[.;]|$)"),
    re.compile(rf"{NAME} \({GRADE}\)(?:(?:,|;|,? and|; and) {NAME} \({GRADE}\))+"),
)
ONE = re.compile(
    r"(?:, |: | – | \(|(?<=[\w]) (?:(?:was|is) )?(?:(?:rated|graded|judged) )?(?:as "
    rf")?(?=[a-z]))(?P<grade>{GRADE})\)?(?=;|,|\)|\.| and|$)"
)
GRADES = re.compile(
    r"(?i)good|outstanding|inadequate|poor|fair|satisfactory|requires? improvement|requiring improvement|excellent|"
    r"sound|weak|strong|adequate|met|not met|compliant|safe|red|amber|green|full|substantial|reasonable|limited"
)
OR = pattern_of(
    r"\bor (?:better|above|higher|worse|below)\b|\b(?:last (?:year|time)|previous\w*|except|but|apart from)\b", re.I
)
ON = re.compile(r"\b(?:for|on|under) (?:the )?([A-Za-z-]+)")
REACH = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with the one list of as many names in its paragraph or beside it."""
    every = context.document.paragraphs
    wanted = {id(each) for each in context.paragraphs_with(SAID)}
    for at, paragraph in enumerate(every):
        if id(paragraph) not in wanted:
            continue
        near = [paragraph.text, *(each.text for each in every[max(0, at - 1) : at] + every[at + 1 : at + REACH])]
        for said in SAID.finditer(paragraph.text):
            low, high = paragraph.text.rfind(". ", 0, said.start()) + 1, paragraph.text.find(". ", said.end())
            sentence = paragraph.text[low : high if high > 0 else len(paragraph.text)]
            bare = said.group().lower().startswith("the ") and not said["each"]
            if bare or OR.search(sentence) or not GRADES.fullmatch(said["grade"]):
                continue
            lists = [
                _grades(f.group()) for text in near for p in LIST for f in p.finditer(text) if _is_on(said, text, f)
            ]
            lists = [
                each
                for each in lists
                if len(each) == whole(said["n"]) and said["grade"].lower() in map(str.lower, each)
            ]
            if len(lists) == 1:
                yield _judged(paragraph.where, f"{CODE}/{paragraph.line}/{said.start()}", said, lists[0])


def _grades(text: str) -> list[str]:
    return [each["grade"].strip("“”‘’\"'") for each in ONE.finditer(text)]


def _is_on(said: re.Match[str], text: str, listed: re.Match[str]) -> bool:
    """Whether a list is not of something else: "all were rated good for hull", and "the ratings for sails were"."""
    lead = text[text.rfind(". ", 0, listed.start()) + 1 : listed.start()]
    own, told = ON.search(said["on"] or ""), ON.search(lead)
    return not told or bool(own and own[1].lower() == told[1].lower())


def _judged(where: Where, slip: str, said: re.Match[str], grades: list[str]) -> Finding:
    grade, none = said["grade"].lower(), said.group().lower().startswith("none")
    having = sum(each.lower() == grade for each in grades)
    verdict: Verdict = "ok" if having == (0 if none else len(grades)) else "wrong"
    why = f"the list has {', '.join(grades)}"
    return Finding(CODE, verdict, where, said.group(), said["grade"], f"{having} of {len(grades)}", why, slip, "likely")
