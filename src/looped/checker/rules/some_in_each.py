"""What is said to have been seen in both, in all or in none of several, against the count told for each right there."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER

CODE = "some-in-each"
MESSAGE = "What was seen in each of several is told of each with a count of its own, and not with none."
GOOD = "Leaks were found in both sheds: 3 in the old one and 4 in the new."
BAD = "Leaks were found in both sheds: 3 in the old one and 0 in the new."

SEEN = (
    r"(?:occurred|happened|arose|took place|(?:was|were) (?:seen|reported|recorded|found|noted|observed|made|logged|"
    r"identified|raised|counted)|there (?:was|were) (?:some )?[a-z][a-z -]{2,40})"
)
WHOSE = rf"(?:of the |of our |the |our )?(?:(?:{NUMBER}) )?[a-z’'-]+(?: [a-z’'-]+)?"
# "Leaks were found in both sheds: ", "in neither shed (", "both sheds had leaks: ".
SAID = pattern_of(
    rf"\b{SEEN} (?:in|at|on|with|by|under|among|for) (?:(?P<each>both|each|every|all)|(?P<none>neither)) {WHOSE}"
    r"(?:: |,? \(|, | – )|"
    r"\bno [a-z][a-z -]{2,40} (?:in|at|on|with|under|among) (?P<either>either|any) (?:of the )?[a-z’'-]+(?:: | \(|, )|"
    rf"(?:^|[.;] )(?:(?P<both>Both|Each|Every|All) |(?P<nor>Neither )){WHOSE} (?:had|recorded|reported|saw|logged) "
    r"(?:at least one |some |an?y? )?[a-z][a-z -]{2,40}(?:: | \(|, )",
    re.I,
)
HEDGED = pattern_of(r"\b(?:not|nearly|almost|if|whether|should|must|except|but|average|than) [^.;:]{0,20}$", re.I)
NONE = r"(?:0|no|none|nil|zero)"
COUNT = rf"(?P<n>{NONE}|{NUMBER})"
# "3 in the old one", "none of the 12 there", "the old one, 3".
FIRST = re.compile(
    rf"(?:and |with |but |only |just )*{COUNT}\b(?! ?%)(?:/\d+| (?:in|of|on|at|with|among|under|for|out)\b).*", re.I
)
LAST = re.compile(rf"(?:and |but )?(?:the )?[a-z][a-z’' -]{{2,40}}[,:]? {COUNT}(?:/\d+| of (?:the )?\d+)?", re.I)
ENDS = re.compile(r"\)|\.(?=\s|$)|;\s(?=[a-z]+ [a-z]+ )")
ITEMS = re.compile(r"[,;] (?:and )?|,? and (?=\S)")
NO_COUNT = re.compile(rf"{NONE}$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with the counts behind its mark."""
    for paragraph in context.paragraphs_with(SAID):
        for found in SAID.finditer(paragraph.text):
            if not HEDGED.search(paragraph.text[: found.start()]):
                yield from _judged(paragraph, found)


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    counts = _counts(paragraph.text[found.end() :])
    if len(counts) < 2:
        return
    none = bool(found["none"] or found["either"] or found["nor"])
    empty = [bool(NO_COUNT.match(each)) for each in counts]
    wrong = not all(empty) if none else any(empty)
    verdict: Verdict = "wrong" if wrong else "ok"
    said = found["each"] or found["both"] or found["none"] or found["either"] or found["nor"]
    quote, why = found.group().strip(" .;:,("), f"the counts are {', '.join(counts)}"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    yield Finding(CODE, verdict, paragraph.where, quote, said.strip(), " and ".join(counts), why, slip, "likely")


def _counts(behind: str) -> list[str]:
    """The count of each of several, where all that stands behind the mark is one list of them."""
    end = ENDS.search(behind)
    items = [each.strip() for each in ITEMS.split(behind[: end.start()] if end else behind) if each.strip()]
    told = [FIRST.fullmatch(each) or LAST.fullmatch(each) for each in items]
    return [each["n"].lower() for each in told if each] if all(told) else []
