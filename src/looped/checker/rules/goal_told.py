"""A goal told in other words than "target", and whether it was reached, by the one figure of its kind behind it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import WORDS, digits, whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import LENGTH, passage
from looped.checker.worth import DURATIONS, UNWANTED

CODE = "goal-told"
MESSAGE = "What somebody set out to do is reached by a figure that is as high as was wanted, or as low."
GOOD = "We set out to visit 90% of homes within a week. We fell short, at 87%."
BAD = "We set out to visit 90% of homes within a week. We succeeded, at 87%."

FIGURE = (
    rf"(?<![\d.,£])(?P<{{0}}>\d[\d,]*(?:\.\d+)?|\b{WORDS}\b)(?![.,]?\d)"
    r"(?:\s?(?P<{1}>%|per ?cent\b)|[ -](?P<{2}>LENGTH)\b)?"
).replace("LENGTH", LENGTH)
CEILING = r"(?:no|not) (?:more|longer|higher|later) than|at most|under|below|within|less than|fewer than|inside|down to"
FLOOR = r"at least|no (?:fewer|less|lower) than|more than|over|above|a minimum of|up to"
GOAL = pattern_of(
    rf"\b(?:(?:aim(?:ed|s)?|goal|plan(?:ned|s)?|hop(?:e|ed|es)|intention|intend(?:ed|s)?|ambition|set out|want(?:ed|"
    rf"s)?|"
    rf"meant|sought|promised|pledged?|undertook|agreed|resolved|told|instructed|ordered|directed|required|"
    rf"objective|milestone|standard asks|asked|(?:were|"
    rf"was) to))\b(?! ?\()"  # "had read the plan (15)"
    rf"(?P<what>[^.;\d]{{0,70}}?)\b(?:(?P<ceiling>{CEILING}) |(?P<floor>{FLOOR}) )?{FIGURE.format('n', 'p', 'u')}",
    re.I,
)
FALLEN = pattern_of(
    r"\b(?:cut|reduc\w+|bring\w* down|brought down|lower\w*|shorten\w*|keep \w+ (?:to|at|down)|limit)\b", re.I
)
MET = (
    r"reached|met|achieved|attained|hit|passed|exceeded|beat|surpassed|managed|succeeded|got there|done so|did so|"
    r"did it|"
    r"made it|kept to|kept|honoured|complied|cleared|is enough|was enough|bettered"
)
MISSED = (
    r"missed|fell short|fallen short|failed|fell behind|came up short|is not enough|was not enough|not enough|"
    r"too (?:few|little|many|long|high|low)"
)
SAID = pattern_of(
    rf"(?P<no>\b(?:not|never|n[’']t)(?: yet| quite)? )?(?:\b(?P<met>{MET}|(?<=not )(?:reach|meet|achieve|manage|hit|"
    rf"get there|do so|"
    rf"make it|succeed))|\b(?P<missed>{MISSED}))\b",
    re.I,
)
NUMBER = pattern_of(FIGURE.format("n", "p", "u"), re.I)
ASIDE = pattern_of(
    r"\b(?:from|within|in|by|of|over|for|after|every|the|these|all|last|next) (?:the |about |only )?$", re.I
)
NOT = pattern_of(
    r"\b(?:if|whether|would|should|could|might|last year|previous\w*|earlier|all but|both|each|either|next|"
    r"expect\w*|nearly|almost|narrowly avoided|except)\b",
    re.I,
)
# "184 adults were recruited, against a target of 191; the target was missed": told behind the count reached.
COUNTED = pattern_of(
    r"(?<![\d.,£])(?P<had>\d[\d,]*)(?P<what> [a-z][^.;:\d%£]{2,80}?),? (?:set )?against (?:a|an|the|its|our|their) "
    r"(?:[a-z]+ )?(?:target|goal|aim|plan) of (?P<n>\d[\d,]*\b)(?![.]\d| ?%| per ?cent)(?P<rest>[^.\d%]{0,80})",
    re.I,
)
# What was passed: the target itself, or all that was just told.
OF_IT = pattern_of(
    r"\b(?:(?:the|this|that|its|our|their) (?:target|goal|aim|plan)|it|this|that|which) (?:was|has been|had been) "
    r"(?:(?:thus|therefore|so|just|narrowly|comfortably|easily|well|clearly|again) )?$",
    re.I,
)
NOW = pattern_of(r"\b(?:now|today|currently|at present|this (?:year|month|quarter|term|time))\b[^.;,\d]{0,20}$", re.I)
THERE_ARE = pattern_of(
    r"\b(?:there|it|they) (?:are|were|was|is|has been|have been|had been|stands? at)(?: now| only| just)* $", re.I
)
FEW = 10
BAD_THING = pattern_of(rf"\b(?:{UNWANTED}|{DURATIONS}|weeks|time)\b", re.I)

YEAR = re.compile(r"(?:19|20)\d\d")


def check(context: Context) -> Iterator[Finding]:
    """Each goal with a verdict and a figure of its kind in the rest of its sentence and the next, or before it."""
    for paragraph in context.paragraphs_with(COUNTED):
        for each in COUNTED.finditer(paragraph.text):
            yield from _counted(paragraph, each)
    for paragraph in context.paragraphs_with(GOAL):
        read = passage(paragraph.text)
        found = list(GOAL.finditer(read.text))
        if len(found) == 1:
            at = read.sentence_at(found[0].start())
            rest = "".join(read.sentences[at : at + 2])[found[0].end() - read.starts[at] :]
            yield from _judged(paragraph, found[0], rest)


def _judged(paragraph: Paragraph, goal: re.Match[str], rest: str) -> Iterator[Finding]:
    said = list(SAID.finditer(rest))
    reached = [
        each for each in NUMBER.finditer(rest) if _unit(each) == _unit(goal) and not ASIDE.search(rest[: each.start()])
    ]
    current = [each for each in reached if NOW.search(rest[: each.start()])]
    reached = current if len(reached) > 1 and len(current) == 1 else reached
    ceiling = _is_ceiling(goal, rest)
    if len(said) != 1 or len(reached) != 1 or ceiling is None or NOT.search(rest):
        return
    small = _value(reached[0]["n"]) < FEW
    if (
        not _unit(goal)
        and small
        and not ((goal["ceiling"] or goal["floor"]) and THERE_ARE.search(rest[: reached[0].start()]))
    ):
        return
    wanted, figure = _value(goal["n"]), _value(reached[0]["n"])
    holds = figure <= wanted if ceiling else figure >= wanted
    stated = bool(said[0]["met"]) != bool(said[0]["no"])
    # "Under six weeks" isn't six; whether "passed" is, nobody says.
    if figure == wanted or (not _unit(goal) and YEAR.fullmatch(goal["n"])):
        return  # "planned for autumn 2025": when it is to be
    verdict: Verdict = "ok" if holds == stated else "wrong"
    why = f"{reached[0].group()} against {goal['n']}, the {'most' if ceiling else 'least'} that was wanted"
    word = said[0].group().strip()
    slip = f"{CODE}/{paragraph.line}/{goal.start()}"
    expected = word if holds == stated else "the opposite"
    yield Finding(CODE, verdict, paragraph.where, word, word, expected, why, slip, "likely")


def _counted(paragraph: Paragraph, goal: re.Match[str]) -> Iterator[Finding]:
    """ "184 were recruited against a target of 191; the target was missed"."""
    said, rest = list(SAID.finditer(goal["rest"])), goal["rest"]
    if len(said) != 1 or NOT.search(rest) or BAD_THING.search(goal["what"]):
        return
    wanted, figure = _value(goal["n"]), _value(goal["had"])
    if figure == wanted or not OF_IT.search(rest[: said[0].start()].rstrip() + " "):
        return
    word = said[0].group().strip()
    right = (figure > wanted) == (bool(said[0]["met"]) != bool(said[0]["no"]))
    verdict: Verdict = "ok" if right else "wrong"
    why = f"{goal['had']} against a target of {goal['n'].rstrip(',')}"
    slip = f"{CODE}/{paragraph.line}/{goal.start()}"
    expected = word if right else "the opposite"
    yield Finding(CODE, verdict, paragraph.where, word, word, expected, why, slip, "likely")


def _unit(found: re.Match[str]) -> str:
    """Per cent, or the beginning of a unit of time."""
    return "%" if found["p"] else (found["u"] or "").lower()[:3]


def _value(text: str) -> Decimal:
    text = text.rstrip(",")
    spelt = whole(text)
    return digits(text) if spelt is None else Decimal(spelt)


def _is_ceiling(goal: re.Match[str], rest: str) -> bool | None:
    """Whether no more was wanted; None where nothing tells."""
    if goal["ceiling"] or FALLEN.search(goal["what"]):
        return True
    if goal["floor"]:
        return False
    return (
        None
        if BAD_THING.search(goal.group()) or BAD_THING.search(re.split(r"[.;]", rest)[0].split(" within ")[0])
        else False
    )
