"""So many that are told to be all in one place, and none said of that place: "Four, all on Ash. ... none on Ash"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.quieting import NUMBER
from looped.checker.wholes import SAME

CODE = "all-in-one"
MESSAGE = "Where all of something were in one place, it isn't that place that is said to have had none."
GOOD = "Four leaks were recorded, all in the oil group.\n\nThere were no leaks in the wax group."
BAD = "Four leaks were recorded, all in the oil group.\n\nThere were no leaks in the oil group."

PLACE = r"(?:in|on|at|among|from|by) (?:the |our )?(?P<where>[a-z][a-z’'-]*(?: [a-z][a-z’'-]*){0,2}?)"
WHAT = r"(?P<what>[a-z][a-z’'-]*(?: [a-z][a-z’'-]*){0,3}?)"
DONE = r"(?:recorded|reported|seen|noted|found|logged|observed|occurred|happened|arose|identified)"
# "Four leaks were recorded, all in the oil group", "All four leaks occurred in the oil group".
ALL = (
    pattern_of(
        rf"(?<![\w.,/£])(?P<n>{NUMBER}) {WHAT}(?: (?:were |was )?{DONE})?(?: in (?:all|total))?[,:;]? (?:and )?"
        rf"(?:all|each|both)(?: (?:of them|{NUMBER}))? (?:(?:were|was) )?{PLACE}(?=[.;,]|$)",
        re.I,
    ),
    pattern_of(
        rf"\b(?:all|both)(?: of)?(?: the)?(?: (?P<n>{NUMBER}))? {WHAT} (?:were |was )?(?:{DONE} )?{PLACE}(?=[.;,]|$)",
        re.I,
    ),
)
# "Nobody died in the oil group".
NOBODY = pattern_of(
    rf"\b(?:nobody|no one|none of them) (?P<what>died|fell|drowned|withdrew|relapsed|bled) {PLACE}(?=[.;,]|$| and\b)",
    re.I,
)
# "There were no leaks in the oil group", "no leaks occurred in the oil group", "the oil group had no leaks".
NONE = (
    NOBODY,
    pattern_of(
        rf"\b(?:no|not a single) {WHAT}(?: (?:were |was )?{DONE})? {PLACE}(?=[.;,]|$| and\b| while\b| but\b)", re.I
    ),
    pattern_of(
        r"(?:^|[.;,] |\band )(?:the )?(?P<where>[a-z][a-z’'-]*(?: [a-z][a-z’'-]*){0,2}?) (?:had|saw|recorded|"
        r"reported) no "
        rf"{WHAT}(?=[.;,]|$| and\b)",
        re.I,
    ),
)
TIMES = pattern_of(
    r"\b(?:last (?:year|time)|previous\w*|earlier|since|until|except|further|other|more|before|after)\b", re.I
)


def check(context: Context) -> Iterator[Finding]:
    """Each such pair of sentences, where all of a thing are told of one place only."""
    told = [
        (found, paragraph)
        for paragraph in context.paragraphs_with(*ALL)
        for pattern in ALL
        for found in pattern.finditer(paragraph.text)
        if not TIMES.search(found.group())
    ]
    for paragraph in context.paragraphs_with(*NONE) if told else ():
        for pattern in NONE:
            for said in pattern.finditer(paragraph.text):
                mine = [found for found, _ in told if _words(found["what"]) == _words(said["what"])]
                places = {_words(found["where"]) for found in mine}
                if len(places) != 1 or TIMES.search(said.group()):
                    continue
                verdict: Verdict = "wrong" if places == {_words(said["where"])} else "ok"
                quote, slip = said.group().strip(" .;,"), f"{CODE}/{paragraph.line}/{said.start()}"
                why = f"“{mine[0].group().strip(' .;,')}”"
                yield Finding(CODE, verdict, paragraph.where, quote, "none", "all of them", why, slip, "likely")


def _words(text: str) -> tuple[str, ...]:
    return tuple(SAME.get(each, stem(each)) for each in text.lower().split())
