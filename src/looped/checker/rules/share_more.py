"""By how many percent one figure is above or below another that stands behind it: "28% fewer than the 64 before"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage, stems

CODE = "share-more"
MESSAGE = "So many percent more or fewer, or so many times as many, is what the two figures give."
GOOD = "At 40, the backlog is 37.5% smaller than the 64 of the spring."
BAD = "At 40, the backlog is 27.5% smaller than the 64 of the spring."

MORE = r"more|higher|greater|larger|bigger|up|above|over|longer"
LESS = r"fewer|less|lower|smaller|down|below|under|shorter"
SAID = pattern_of(
    rf"(?P<p>\d+(?:\.\d+)?)\s?(?:%|per ?cent)(?! points?)(?: [a-z]+)? (?:(?P<more>{MORE})|(?P<less>{LESS}))(?: "
    rf"[a-z]+){{0,2}}? "
    r"(?:than|on|from|against)?(?P<gap>[^.;:\d]{0,50}?)(?=£?\d)",
    re.I,
)
TIMES: dict[str, int | Decimal] = {
    "twice": 2,
    "double": 2,
    "half": Decimal("0.5"),
    "three times": 3,
    "four times": 4,
    "five times": 5,
    "treble": 3,
}
ANY = Decimal(99)
# Between which parts of the multiple the two may stand.
HEDGED = {
    "more than": (Decimal(1), ANY),
    "over": (Decimal(1), ANY),
    "at least": (Decimal(1), ANY),
    "well over": (Decimal(1), ANY),
    "not quite": (Decimal("0.7"), Decimal(1)),
    "just over": (Decimal(1), Decimal("1.2")),
    "less than": (Decimal(0), Decimal(1)),
    "just under": (Decimal("0.85"), Decimal(1)),
    "almost": (Decimal("0.85"), Decimal(1)),
    "nearly": (Decimal("0.85"), Decimal(1)),
    "about": (Decimal("0.88"), Decimal("1.12")),
    "around": (Decimal("0.88"), Decimal("1.12")),
    "roughly": (Decimal("0.88"), Decimal("1.12")),
}
MANY = pattern_of(
    rf"\b(?P<hedge>more than |over |almost |nearly |about |around |roughly |just over |just under |less than |"
    rf"exactly )?"
    rf"(?P<times>{'|'.join(TIMES)})(?: as (?:many|much|high|long|large)(?: [a-z]+){{0,3}}? as| the(?: number of)?)"
    r"(?P<gap>[^.;:\d]{0,40}?)(?=£?\d)",
    re.I,
)
# "Ayr had 20 boats. Oban had 60, three times as many as Ayr."
AS_MANY = pattern_of(
    rf"\b(?P<hedge>more than |over |almost |nearly |about |around |roughly |just over |just under |less than |"
    rf"not quite |at least |"
    rf"exactly |precisely |well over |only |just )?(?P<times>{'|'.join(TIMES)}) as (?:many|much|high|long|large)"
    r"(?: [a-z]+){0,3}? as (?:(?:in|at|for|on|by|with|from) )?(?:the )?(?P<ref>[A-Za-z][^.;:,()\d]{1,40}?)"
    r"(?: (?:had|did|saw|has|have|does|recorded))?(?=[.;,)]|$)",
    re.I,
)
NOUN = re.compile(r" (?P<noun>[a-z’'-]{3,}(?: [a-z’'-]{3,}){0,2}?)(?=[.;,]| (?:in|at|on|for|by|from|of|were|was)\b)")
UNSURE = re.compile(r"\b(?:not|never|if|whether|should|could|would|hoped|expected|up to|at most) (?:be |have )?$")
EXACT = (Decimal("0.995"), Decimal("1.005"))


def check(context: Context) -> Iterator[Finding]:
    """Each such size with one figure before it and one behind."""
    for paragraph in context.document.paragraphs:
        if not re.search(r"\bthan\b|\btwice\b|\btimes\b|\bhalf\b|\bon the\b|\bdouble\b|\btreble\b", paragraph.text):
            continue
        read = passage(paragraph.text)
        for found in SAID.finditer(paragraph.text):
            yield from _percent(paragraph, read, found)
        for found in MANY.finditer(paragraph.text):
            yield from _times(paragraph, read, found)
        for found in AS_MANY.finditer(paragraph.text):
            yield from _by_name(paragraph, read, found)


def _ends(read: Passage, found: re.Match[str]) -> tuple[Entry, Entry] | None:
    """What is spoken of, before the size in its sentence, and what stands right behind it."""
    at = read.sentence_at(found.start())
    own = [e for e in read.of_sentence(at) if e.kind != "points" and not e.base]
    last = next((e for e in own if e.start >= found.end() - 1 and e.start - found.end() < 3), None)
    first = [
        e
        for e in own
        if last and e.end <= found.start() and e.kind == last.kind and e.unit == last.unit and not e.share
    ]
    return (first[-1], last) if last and len({e.value for e in first}) == 1 and not last.share else None


def _percent(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    ends = _ends(read, found)
    if ends is None or not ends[1].value:
        return
    now, then = ends[0].value, ends[1].value
    stated, step = Decimal(found["p"]), Decimal(1).scaleb(-len(found["p"].partition(".")[2]))
    exact = (now - then) * 100 / then
    way = exact > 0 if found["more"] else exact < 0
    right = way and (abs(abs(exact) - stated) <= step / 2 or _hedged(read.text[: found.start()], abs(exact), stated))
    if not right and way and _fits_others(read, found, stated, step / 2):
        return
    near = way and abs(abs(exact) - stated) <= step
    verdict: Verdict = "ok" if right else "rounding" if near else "wrong"
    shown = f"{abs(exact):.1f}% {'more' if exact > 0 else 'less'}"
    why = f"{ends[0].text} is {shown} than {ends[1].text}"
    yield _finding(paragraph, found, verdict, shown, why)


def _hedged(before: str, exact: Decimal, stated: Decimal) -> bool:
    if re.search(
        r"\b(?:about|around|some|roughly|nearly|almost|approximately|over|more than|just under|"
        r"under)\s+$",
        before,
        re.I,
    ):
        return abs(exact - stated) <= max(Decimal(2), stated / 10)
    return False


def _fits_others(read: Passage, found: re.Match[str], stated: Decimal, slack: Decimal) -> bool:
    """Whether two other figures of the passage are that far apart."""
    values = [e.value for e in read.entries if e.kind != "share" and e.value]
    return any(abs(abs(a - b) * 100 / b - stated) <= slack for a, b in permutations(values, 2))


def _by_name(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """The one figure of a sentence against the one of a sentence before it that has the name told behind "as"."""
    at = read.sentence_at(found.start())
    told = [e for e in read.of_sentence(at) if not found.start() <= e.start < found.end()]
    own, ref = [e for e in told if e.end <= found.start()], stems(found["ref"])
    before = [e for e in read.entries if at - 2 <= e.sentence < at and ref and ref <= stems(read.sentence(e.sentence))]
    if len(told) != 1 or len(own) != 1 or len(before) != 1 or UNSURE.search(read.text[: found.start()]):
        return
    if [e for e in read.entries if before[0].sentence <= e.sentence < at] != before:
        return
    now, then, noun = own[0], before[0], NOUN.match(read.text, own[0].end)
    if ref <= stems(read.text[read.starts[at] : now.start]) or (now.kind, now.unit) != (then.kind, then.unit):
        return
    if (
        not then.value
        or now.base
        or then.base
        or (noun and not stems(noun["noun"]) <= stems(read.sentence(then.sentence)))
    ):
        return
    ratio, times = now.value / then.value, Decimal(TIMES[found["times"].lower()])
    hedge = (found["hedge"] or "").strip().lower()
    low, high = EXACT if hedge in ("exactly", "precisely") else HEDGED.get(hedge, (Decimal("0.94"), Decimal("1.06")))
    verdict: Verdict = "ok" if low <= ratio / times <= high else "wrong"
    yield _finding(paragraph, found, verdict, f"{ratio:.2f} times", f"{now.text} is {ratio:.2f} times {then.text}")


def _times(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    ends = _ends(read, found)
    if ends is None or not ends[1].value:
        return
    ratio, times = ends[0].value / ends[1].value, Decimal(TIMES[found["times"].lower()])
    past, hedge = ratio / times, (found["hedge"] or "").strip().lower()
    low, high = HEDGED.get(hedge, (Decimal("0.94"), Decimal("1.06")))
    right = low <= past <= high and not (past == 1 and hedge in ("more than", "over", "less than"))
    others = [e.value for e in read.entries if e.kind != "share" and e.value]
    if not right and any(abs(a / b / times - 1) <= Decimal("0.02") for a, b in permutations(others, 2)):
        return
    why = f"{ends[0].text} is {ratio:.2f} times {ends[1].text}"
    yield _finding(paragraph, found, "ok" if right else "wrong", f"{ratio:.2f} times", why)


def _finding(paragraph: Paragraph, found: re.Match[str], verdict: Verdict, expected: str, why: str) -> Finding:
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    said = found.group().strip()
    return Finding(CODE, verdict, paragraph.where, said, said, expected, why, slip, "likely")
