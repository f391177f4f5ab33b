"""Two grades of one thing at two times, and whether the later is better, worse or the same, as is said."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.directions import BETTER, FELL, ROSE, WORSE
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.placing import BEST_FIRST
from looped.checker.then_and_now import TIME

CODE = "grade-moved"
MESSAGE = "A grade said to be better or worse than before is so."
GOOD = "The home was rated good in 2019 and inadequate at this inspection. The rating is worse than before."
BAD = "The home was rated good in 2019 and inadequate at this inspection. The rating is better than before."

_NAMES = "|".join(sorted(BEST_FIRST, key=len, reverse=True))
GRADE = rf"[“‘\"']?(?P<{{0}}>{_NAMES})[”’\"']?(?: assurance)?"
ONE, OTHER = GRADE.format("a"), GRADE.format("b")
RATED = r"(?:rated|judged|graded|assessed as|found to be|given|was|were|rating of|opinion of|grade of|assurance of)"
WHEN = r"(?P<{0}>[^.;:,()]{{0,60}}?)"
MOVED = pattern_of(
    rf"\b(?:moved|went|gone|changed|rose|fell|slipped|dropped|improved|declined|raised|lowered|down|upgraded|downgraded)"
    rf"(?: up| down)? from (?:an? )?{ONE} to (?:an? )?{OTHER}(?![a-z-])|"
    rf"\b{RATED} (?:as |an? )*{GRADE.format('c')}{WHEN.format('when')},? (?:and|but|against|compared with|then) "
    rf"(?:it (?:was|is) |is |was |rated |as |now )*(?:an? )?{GRADE.format('d')}(?P<then>[^.;:()]{{0,60}})",
    re.I,
)
SAID = pattern_of(
    rf"\b(?P<no>not |n[’']t |no |hardly |neither )?(?:(?P<up>{ROSE}|{BETTER}|higher|upgrad\w+|a "
    rf"step up|stronger)|(?P<down>{FELL}|{WORSE}|"
    rf"lower|slipped|downgrad\w+|a step down|weaker)|(?P<same>the same|unchanged|as before|maintained|no change|"
    rf"has not changed))\b",
    re.I,
)
# What is said of the grade, and not of something else.
ABOUT = pattern_of(
    r"\b(?:ratings?|grades?|judge?ments?|opinion|assurance|result|standing|it|this|that|which|the "
    r"(?:home|school|service|"
    r"clinic|provider|college|nursery|prison))\b(?: (?:has|had|have|is|was|been|thus|therefore|"
    r"clearly|now|then|an?|one|clear|"
    r"marked|some|overall|represents|shows|means|marks|step))*,? ?$",
    re.I,
)
NOT = pattern_of(
    r"\b(?:if|whether|should|would|could|must|until|expect\w*|aim\w*|hope\w*|next|though|although|other)\b", re.I
)
SCALE = pattern_of(
    rf"\b(?:scale|steps|grades|ratings|levels|judge?ments)\b[^.;]*?(?P<list>(?:{_NAMES})(?:(?:,| "
    rf"and| or|, and) (?:{_NAMES})){{2,}})",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each pair of grades with what is said of the way between them: in the same sentence, or in the two behind it."""
    for paragraph in context.paragraphs_with(MOVED):
        found = list(MOVED.finditer(paragraph.text))
        if len(found) == 1:
            yield from _judged(paragraph, found[0])


def _judged(paragraph: Paragraph, found: re.Match[str]) -> Iterator[Finding]:
    text = paragraph.text
    grades = _in_time(found)
    order = _scale(text)
    if grades is None or any(each not in order for each in grades):
        return
    then, now = (order.index(each) for each in grades)
    spans = _statements(text, found)
    for low, high in spans:
        words = [each for each in SAID.finditer(text, low, high) if not each.group().lower().startswith("from")]
        own = low == found.start()
        if len(words) != 1 or NOT.search(text, low, high) or not (own or ABOUT.search(text[low : words[0].start()])):
            continue
        word = words[0]
        if word["no"]:
            return
        way = "up" if word["up"] else "down" if word["down"] else "same"
        moved = "up" if now < then else "down" if now > then else "same"
        verdict: Verdict = "ok" if way == moved else "wrong"
        told = {"up": "better", "down": "worse", "same": "the same"}[moved]
        why = f"from {grades[0]} to {grades[1]} is {told}"
        slip = f"{CODE}/{paragraph.line}/{word.start()}"
        quote = text[low:high].strip()
        yield Finding(CODE, verdict, paragraph.where, quote, word.group(), told, why, slip, "likely")
        return


def _statements(text: str, found: re.Match[str]) -> list[tuple[int, int]]:
    """The stretches that may say which way it went: the rest of the sentence, and the two sentences behind it."""
    ends = [each.start() for each in re.finditer(r"[.;](?=\s|$)", text) if each.start() >= found.start()]
    start = max((each.end() for each in re.finditer(r"[.;](?=\s)", text[: found.start()])), default=0)
    own = [(start, found.start())] if SAID.search(text, start, found.start()) else []
    moved = SAID.match(text, found.start()) if found["a"] else None
    first = [(found.start(), found.start() + len(moved.group()))] if moved else []
    behind, low = [], found.end()
    for end in ends[:4]:
        if end > low:
            behind.append((low, end))
        low = end + 1
    return [*first, *own, *behind]


def _in_time(found: re.Match[str]) -> tuple[str, str] | None:
    """The earlier grade and the later."""
    if found["a"]:
        return found["a"].lower(), found["b"].lower()
    one, other = found["c"].lower(), found["d"].lower()
    first, last = TIME.search(found["when"]), TIME.search(found["then"])
    if first and last and first["year"] and last["year"]:
        return (one, other) if first["year"] < last["year"] else (other, one)
    if first and (first["year"] or first["then"]) and last and last["now"]:
        return one, other
    if first and first["now"] and last and (last["year"] or last["then"]):
        return other, one
    return None


def _scale(text: str) -> Sequence[str]:
    """The grades, the best first: as the text lists them, where it does."""
    found = SCALE.search(text)
    if not found:
        return BEST_FIRST
    names = re.findall(rf"(?:{_NAMES})", found["list"].lower())
    places = [BEST_FIRST.index(each) for each in names]
    if places == sorted(places):
        return names
    return names[::-1] if places == sorted(places, reverse=True) else BEST_FIRST
