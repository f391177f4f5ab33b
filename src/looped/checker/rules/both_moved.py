""" "It fell in both groups", "all three improved", "lower in 2022 than in 2018 in every group": against each change."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.directions import BETTER, FELL, FELL_BESIDE, ROSE, ROSE_BESIDE, THAN_OTHERS, WORSE
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.item_names import stems_of
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Passage, passage, stems
from looped.checker.quantified import EXCEPTED
from looped.checker.rules.apart import BAD_THING
from looped.checker.then_and_now import Change, changes, named_changes
from looped.checker.worth import CARE

CODE = "both-moved"
MESSAGE = "What is said to rise or fall in both or all did so in each."
GOOD = "Pain fell in both wards: from 40% to 31% on Ash and from 42% to 38% on Elm."
BAD = "Pain fell in both wards: from 40% to 31% on Ash and from 38% to 42% on Elm."

# "Makes up a third": no movement.
MADE = r"(?<!make )(?<!makes )(?<!making )(?<!made )"
UP = (
    rf"{ROSE}|{ROSE_BESIDE}|raised|lifted|higher|{MADE}(?<!follow.)(?<!followed )up|longer|"
    r"more(?= [a-z]+\b(?! than (?:one|half)))|greater|larger"
)
DOWN = rf"{FELL}|{FELL_BESIDE}|lower|down|cut|less|fewer|shorter|smaller"
WAY = rf"(?:(?P<up>{UP})|(?P<down>{DOWN})|(?P<better>{BETTER})|(?P<worse>{WORSE}))"
EVERY = rf"(?P<every>both|all(?! the same)|each|every|neither)\b(?: (?:of the )?(?P<n>{NUMBER})\b)?"
EVERY_FIRST = EVERY.replace("(?P<every>", "(?P<every2>").replace("(?P<n>", "(?P<n2>")
WAY_LAST = WAY.replace("(?P<", "(?P<s_")
MOVES = pattern_of(rf"\b{WAY}\b", re.I)
SAID = pattern_of(
    rf"\b{WAY}\b[^.;:\d]{{0,40}}?\b(?:in|at|on|for|among|of|with)? ?{EVERY}|"
    rf"\b{EVERY_FIRST}(?:(?!, (?:yet|but|while|whereas|although|though)\b)[^.;:\d]){{0,50}}?\b{WAY_LAST}\b",
    re.I,
)
# "Three of the four improved", "no ward did worse", "all but one went up".
WAY_SOME = WAY.replace("(?P<", "(?P<o_")
SOME = pattern_of(
    rf"\b(?:(?:only |just )?(?P<some>{NUMBER}) (?:out )?of (?:the |our |its |these |all )?(?P<of>{NUMBER})\b|"
    rf"(?P<none>none of (?:the |our |its |these )?(?:(?P<of2>{NUMBER})\b)?|no (?!more|less|fewer|better|worse|change)"
    rf"[a-z]+|neither))\b[^.;:\d]{{0,50}}?\b{WAY_SOME}\b|"
    rf"\b(?P<but>(?:all|every|each)\b[^.;:\d]{{0,30}}?\b(?:but|bar|except) (?:for )?one|all but one)\b[^.;:\d]{{0,40}}?"
    rf"\b{WAY.replace('(?P<', '(?P<b_')}\b|"
    rf"\b{WAY.replace('(?P<', '(?P<l_')}\b[^.;:\d]{{0,30}}? (?:in|at|on|for|among) (?:(?:only |"
    rf"just )?(?P<some2>{NUMBER}) (?:out )?"
    rf"of (?:the |our |its |these |all )?(?P<of3>{NUMBER})\b|(?P<but2>all but one)\b)",
    re.I,
)
ONLY = pattern_of(
    rf"\b{WAY}\b[^.;:\d]{{0,10}}?\b(?:only (?:in|at|on|for|among|with)\b|(?:in|at|on|for|among|with) "
    rf"[^.;:,\d]{{1,40}}? only\b)",
    re.I,
)
NOT = pattern_of(r"\b(?:not|no|never|n't|nor|if|whether|should|target|hope)\b[^.;,]{0,24}$", re.I)
# "Better than the north in both years": set against another, not against an earlier time.
OF_OTHERS = pattern_of(rf"(?:higher|lower|better|worse){THAN_OTHERS}", re.I)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
THAN = pattern_of(r"\b(?P<a>(?:19|20)\d\d)\b[^.;:]{0,30}? than (?:it (?:was|had been) )?in (?P<b>(?:19|20)\d\d)\b")
WHERE = re.compile(r"\b(?:where|which|whose)\b")
AND = re.compile(r" and ")
MORE = re.compile(r"more|less|fewer|longer|shorter|greater|larger|smaller", re.I)
# What says nothing of what is measured.
MEASURE = stems(
    "the mean average median score scores rating level figure went fell rose moved changed came number rate index "
    "both each group groups arm arms reported start end treatment than at in by respectively first second third"
)


def check(context: Context) -> Iterator[Finding]:
    """Each such statement in a paragraph that tells two changes or more."""
    for paragraph in context.paragraphs_with(SAID, ONLY, SOME):
        if not MOVES.search(paragraph.text):
            continue
        read = passage(paragraph.text)
        # Dates and times that claim nothing part no words.
        text = YEAR.sub("year", read.quiet)
        some = [each for each in SOME.finditer(text) if not OF_OTHERS.match(read.text, each.start())]
        said = [e for e in SAID.finditer(text) if not any(o.start() < e.end() and e.start() < o.end() for o in some)]
        only = list(ONLY.finditer(text))
        told = changes(read) if said or only or some else ()
        for found in some:
            yield from _some(paragraph, read, found, told)
        for found in (each for each in said if not OF_OTHERS.match(read.text, each.start())):
            verdicts = [each for group in told if (each := _judged(paragraph, read, found, group))]
            yield from [each for each in verdicts if each.verdict == "ok"][:1] or verdicts[:1]
        for found in only:
            yield from _only(paragraph, found, told[:1])


def _only(paragraph: Paragraph, found: re.Match[str], told: Sequence[tuple[Change, ...]]) -> Iterator[Finding]:
    up = bool(found["up"])
    for group in told:
        moved = [(each.now > each.then) if up else (each.now < each.then) for each in group]
        if (up or found["down"]) and all(moved) and not NOT.search(paragraph.text[: found.start()]):
            yield _finding(paragraph, found, "wrong", "only", "all", group)


def _some(
    paragraph: Paragraph, read: Passage, found: re.Match[str], told: Sequence[tuple[Change, ...]]
) -> Iterator[Finding]:
    """So many of so many, none, or all but one: by the first changes that are so many."""
    groups = found.groupdict()
    stated = found.group()
    number = whole(groups["some"] or groups["some2"] or "")
    of = whole(groups["of"] or groups["of2"] or groups["of3"] or "") or (2 if "neither" in stated.lower() else None)
    word, up = _way_of(groups)
    if word is None or NOT.search(paragraph.text[: found.start()]):
        return
    # Whether more is better nobody says: what is so either way is right.
    ways = (True, False) if up is None else (up,)
    for group in told:
        if of not in (None, len(group)):
            continue
        wanted = number if number is not None else 0 if groups["none"] else len(group) - 1
        held = [sum((e.now > e.then) if more else (e.now < e.then) for e in group) for more in ways]
        yield _finding(paragraph, found, "ok" if wanted in held else "wrong", stated, str(held[0]), group)
        return


def _way_of(groups: dict[str, str | None]) -> tuple[str | None, bool | None]:
    """The word of the way, and whether it is up; None for one of better and worse."""
    for way, up in (("up", True), ("down", False), ("better", None), ("worse", None)):
        word = next((groups[f"{side}_{way}"] for side in "obl" if groups[f"{side}_{way}"]), None)
        if word:
            return word, up
    return None, None


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str], group: tuple[Change, ...]) -> Finding | None:
    groups = found.groupdict()
    every = (groups["every"] or groups["every2"]).lower()
    number = whole(groups["n"] or groups["n2"] or "")
    number = 2 if every in ("both", "neither") else number
    up = _is_up(read, found, group)
    if up is None or number not in (None, len(group)) or NOT.search(paragraph.text[: found.start()]):
        return None
    held = [(each.now > each.then) if up else (each.now < each.then) for each in group]
    right = not any(held) if every == "neither" else all(held)
    told = read.text[found.start() : max(found.end(), group[0].start)]
    if every != "neither" and EXCEPTED.search(told) and WHERE.search(told):
        return None  # "in all wards but Hill and Marsh, where it fell": the changes are theirs
    if every != "neither" and (but := EXCEPTED.search(found.group())):
        right = _but_for(read, but["who"], group, held)
    return _finding(paragraph, found, "ok" if right else "wrong", every, every, group)


def _but_for(read: Passage, who: str, group: tuple[Change, ...], held: list[bool]) -> bool:
    """Whether it is so of all but those that are named; of as many where their names aren't told before each."""
    words = stems_of(who)
    named = [bool(own & words) for own in named_changes(read, group)]
    number = 2 if AND.search(who) else 1
    return held.count(False) == number and (sum(named) != number or [not each for each in held] == named)


def _is_up(read: Passage, found: re.Match[str], group: tuple[Change, ...]) -> bool | None:
    """Which way they are said to have gone; None where that is not sure."""
    groups = found.groupdict()
    way = next((w for w in ("up", "down", "better", "worse") if groups[w] or groups[f"s_{w}"]), "")
    word = groups[way] or groups[f"s_{way}"]
    if way in ("better", "worse"):
        return None if BAD_THING.search(CARE.sub("", read.text)) else way == "better"
    if MORE.fullmatch(word) and not _is_measured(read, found, group):
        return None
    than = THAN.search(read.sentence(read.sentence_at(found.start())))
    backwards = bool(than) and than["a"] < than["b"] if than else False
    return (way == "up") != backwards


def _is_measured(read: Passage, found: re.Match[str], group: tuple[Change, ...]) -> bool:
    """ "Less pain: the mean score went from": what changed is what there was less of, as far as words tell."""
    at = read.sentence_at(found.start())
    lead = read.text[found.end() : group[0].start].split(":")[-1] if group[0].start > found.end() else ""
    return bool(lead) and stems(lead) - MEASURE <= stems(read.sentence(at)[: found.end() - read.starts[at]])


def _finding(
    paragraph: Paragraph,
    found: re.Match[str],
    verdict: Verdict,
    stated: str,
    expected: str,
    group: tuple[Change, ...],
) -> Finding:
    why = "; ".join(each.shown for each in group)
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    quote = paragraph.text[found.start() : found.end()]
    told = expected if verdict == "ok" or expected != stated else why
    return Finding(CODE, verdict, paragraph.where, quote, stated, told, why, slip, "likely")
