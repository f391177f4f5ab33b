""" "It fell in both groups", against what each went from and to."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.directions import BETTER, FELL, ROSE, WORSE
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import digits
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER
from looped.checker.rules.apart import BAD_THING

CODE = "both-moved"
MESSAGE = "What is said to rise or fall in both or all did so in each."
GOOD = "Pain fell in both wards: from 40% to 31% on Ash and from 42% to 38% on Elm."
BAD = "Pain fell in both wards: from 40% to 31% on Ash and from 38% to 42% on Elm."

AMOUNT = r"£?\d[\d,]*(?:\.\d+)?\s?(?:%|per ?cent)?"
PAIR = pattern_of(
    rf"\bfrom (?:just |only |about )?(?P<a>{AMOUNT})(?: [^.;:\d]{{0,40}}?)? to (?:just |only |about "
    rf")?(?P<b>{AMOUNT})",
    re.I,
)
UP, DOWN = rf"{ROSE}|higher|up", rf"{FELL}|lower|down"
WAY = rf"(?:(?P<up>{UP})|(?P<down>{DOWN})|(?P<better>{BETTER})|(?P<worse>{WORSE}))"
EVERY = rf"(?P<every>both|all(?! the same)|each|every|neither)\b(?: (?:of the )?(?P<n>{NUMBER})\b)?"
EVERY_FIRST = EVERY.replace("(?P<every>", "(?P<every2>").replace("(?P<n>", "(?P<n2>")
WAY_LAST = WAY.replace("(?P<", "(?P<s_")
SAID = pattern_of(
    rf"\b{WAY}\b[^.;:\d]{{0,40}}?\b(?:in|at|on|for|among|of|with)? ?{EVERY}|"
    rf"\b{EVERY_FIRST}[^.;:\d]{{0,50}}?\b{WAY_LAST}\b",
    re.I,
)
ONLY = pattern_of(
    rf"\b{WAY}\b[^.;:\d]{{0,10}}?\b(?:only (?:in|at|on|for|among|with)\b|(?:in|at|on|for|among|with) "
    rf"[^.;:,\d]{{1,40}}? only\b)",
    re.I,
)
NOT = pattern_of(r"\b(?:not|no|never|n't|nor|if|whether|should|target|hope)\b[^.;,]{0,24}$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such statement in a paragraph that tells two changes or more."""
    for paragraph in context.paragraphs_with(PAIR):
        pairs = [(digits(each["a"]), digits(each["b"])) for each in PAIR.finditer(paragraph.text)]
        if len(pairs) < 2:
            continue
        for found in SAID.finditer(paragraph.text):
            finding = _judged(paragraph, found, pairs)
            if finding:
                yield finding
        for found in ONLY.finditer(paragraph.text):
            groups = found.groupdict()
            up = bool(groups["up"])
            moved = [(b > a) if up else (b < a) for a, b in pairs]
            if (up or groups["down"]) and all(moved) and not NOT.search(paragraph.text[: found.start()]):
                why = "; ".join(f"from {a:f} to {b:f}" for a, b in pairs)
                slip = f"{CODE}/{paragraph.line}/{found.start()}"
                yield Finding(CODE, "wrong", paragraph.where, found.group(), "only", "all", why, slip, "likely")


def _judged(paragraph: Paragraph, found: re.Match[str], pairs: list[tuple[Decimal, Decimal]]) -> Finding | None:
    groups = found.groupdict()
    every = (groups["every"] or groups["every2"]).lower()
    way = next((w for w in ("up", "down", "better", "worse") if groups[w] or groups[f"s_{w}"]), "")
    if (every == "both" and len(pairs) != 2) or NOT.search(paragraph.text[: found.start()]):
        return None
    if way in ("better", "worse"):
        if BAD_THING.search(paragraph.text):
            return None
        way = "up" if way == "better" else "down"
    held = [(b > a) if way == "up" else (b < a) for a, b in pairs]
    right = not any(held) if every == "neither" else all(held)
    verdict: Verdict = "ok" if right else "wrong"
    why = "; ".join(f"from {a:f} to {b:f}" for a, b in pairs)
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    return Finding(
        CODE, verdict, paragraph.where, found.group(), every, why if not right else every, why, slip, "likely"
    )
