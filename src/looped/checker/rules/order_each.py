"""Of how many something is said, against what is told of each in words, in pairs or by a limit told before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.directions import FELL, ROSE
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.item_names import stems_of
from looped.checker.limits import CEILING
from looped.checker.linking import stem
from looped.checker.parties import Party, hits, nearby, parties
from looped.checker.patterns import pattern_of
from looped.checker.phrases import BUT
from looped.checker.prose import Passage, passage, worded
from looped.checker.quantified import Quantifier, quantifiers
from looped.checker.quieting import NUMBER, SPELT
from looped.checker.weighing import prose_alone

CODE = "order-each"
MESSAGE = "Of as many of several as something is said it is so of each that the text tells."
GOOD = "Only one of the three gates was locked: North was open, South was locked and East was open."
BAD = "Only one of the three gates was locked: North was open, South was locked and East was locked."

WENT = rf"(?:{ROSE}|{FELL})"
AUX = r"(?:was|were|is|are|had been|has been|had|has|did|does)"
DONE = (
    rf"(?:{WENT}|[a-z]{{3,}}ed|lost|met|kept|cut|hit|threw|drew|won|shut|held|left|broke|sank|sold|made|went|"
    rf"came|paid|found|split|burst|"
    r"leaked|took|gave|sent|ran|stood|got|beat)"
)
# "North was clear", "Van 1 passed", "Growth fell 2%": a name and what is so of it.
TOLD = re.compile(
    rf"\s*(?:and |but |while |whereas |though |only )*(?P<name>(?:the |Ward |Site )?(?:(?!(?:was|were|is|are|had|"
    rf"has|did|"
    rf"not)\b)[A-Za-z0-9’'&-]+ ){{1,3}}?)(?:(?P<aux>{AUX}) (?P<not>not |n[o’']t )?(?P<word>[a-z-]+)|"
    rf"(?P<did>{DONE}))(?P<rest> [^,;.:]*)?\s*"
)
NO_NAME = re.compile(
    rf"(?:{SPELT}|\d+|none|some|most|many|few|several|all|both|each|others?|the (?:others?|rest|remaining)|it|"
    rf"they|this|that|"
    r"there|we|he|she|these|those|no|nobody|which|who|what|in|at|on|by|for|of)\b",
    re.I,
)
PIECES = pattern_of(r"[,;]\s(?:and |but |while |whereas )?|\.(?=\s|$)\s*|\s(?:and|but|while|whereas)\s")
BARE_VERBS = frozenset(["made", "had", "took", "gave", "went", "came", "got", "ran", "stood", "has", "did", "does"])
UP, DOWN = re.compile(rf"(?:{ROSE}|gained|up)$", re.I), re.compile(rf"(?:{FELL}|lost|down|shed)$", re.I)
ALONE = pattern_of(
    r"\bonly (?P<a>(?:the )?[A-Z][A-Za-z’'-]*(?: [A-Z0-9][A-Za-z0-9’'-]*)?) (?P<b>[a-z]+)|"
    r"\bthe (?:only|one|sole|single) (?:one|[a-z]+) (?:to|that|which) (?P<c>[a-z]+)(?: [a-z]+){0,3} (?:was|is) "
    r"(?P<d>(?:the )?[A-Za-z][A-Za-z’'-]*(?: [A-Z0-9][A-Za-z0-9’'-]*)?)",
)
CONFINED = pattern_of(
    r"\b(?:confined to|limited to|restricted to|(?:seen|found|reported|recorded|occurred|arose|happened) only "
    r"(?:in|among|"
    r"at|on|under|with)|only (?:in|among|at|on) )(?P<who>[^.;:,()]{2,40})",
    re.I,
)
NUMBERS = r"[£$€]?\d[\d,]*(?:\.\d+)?\s?(?:%|per ?cent)?"
PAIR = pattern_of(
    rf"(?P<a>{NUMBERS})\s?(?:to|against|v\.?|vs\.?|versus|compared (?:with|"
    rf"to))\s(?P<b>{NUMBERS})",
    re.I,
)
AIM = pattern_of(r"\b(?:targets?|standards?|goals?|benchmarks?|thresholds?|plans?)\b", re.I)
MET = pattern_of(
    r"\b(?:(?P<met>met|hit|reached|achieved|exceeded|beaten|passed|on target)|(?P<missed>missed|fell short|not met|"
    r"short|below target|failed))\b",
    re.I,
)
# "Any home scoring under 70 is revisited", "a lift is overdue once six months have passed".
RULE = (
    pattern_of(
        r"(?:^|[.;] )(?:Any|An?|Every|Each|All|Homes|Those|Where an?|If an?)\b[^.;:]{0,60}?\b(?:(?P<under>under|"
        r"below|less than|"
        r"fewer than)|(?P<over>over|above|more than|longer than)) "
        rf"(?P<n>{NUMBER})(?P<unit>\s?%| (?:days|hours|weeks|months|minutes|points))?,? (?:[a-z]+ ){{0,2}}?(?:is|"
        rf"are|must be|has to be|have to be|"
        r"counts? as|means|triggers|leads to|prompts|needs|gets) (?P<what>[a-z -]+)"
    ),
    pattern_of(
        r"(?:^|[.;] )(?:Any|An?|Every|Each|All)\b[^.;:]{0,40}? (?:is|are|counts? as|becomes?) (?P<what>[a-z]+) "
        r"(?:once|if|when|after|"
        r"where|from)\b[^.;:\d]{0,30}?(?:\b(?P<under>under|below|less than|fewer than)\b )?(?P<over>)"
        rf"\b(?P<n>{NUMBER})(?P<unit> (?:days|hours|weeks|months|minutes|points))?\b"
    ),
)
NO_SUCH = pattern_of(r"\b(?:no|none|not one|neither|nothing|never)\b", re.I)
SOME_SUCH = pattern_of(r"\b(?:all|both|each|every)\b", re.I)
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each such statement, in sections without tables."""
    for paragraph in context.once(prose_alone):
        read = passage(paragraph.text)
        for said in quantifiers(paragraph.text):
            yield from _in_words(paragraph, read, said)
            yield from _against(paragraph, read, said)
        for found in ALONE.finditer(paragraph.text):
            yield from _alone(paragraph, read, found)
        if read.entries:
            yield from _confined(paragraph, read)
            yield from _by_rule(paragraph, read)


@dataclass(frozen=True)
class Told:
    """What is told of one: its name, and the word for what is so of it."""

    name: str
    word: str
    denied: bool

    def is_so(self, said: frozenset[str], text: str) -> bool:
        """Whether a statement's words say it of this one."""
        alike = stem(self.word) in said or any(
            way.match(self.word) and any(map(way.match, re.findall(r"[a-z]+", text))) for way in (UP, DOWN)
        )
        return alike and not self.denied


def _items(text: str) -> list[Told]:
    """What a run of clauses tells of each; none where one of them tells something else."""
    found = []
    for piece in PIECES.split(text):
        if not piece.strip():
            continue
        told = TOLD.fullmatch(piece)
        if not told or NO_NAME.match(told["name"]):
            return []
        name, word = told["name"].strip(), (told["word"] or told["did"]).lower()
        if not (name[0].isupper() or name.startswith("the ")):
            return []
        if word in BARE_VERBS:
            word = (told["rest"] or "").strip().rpartition(" ")[2].lower()  # "made a loss"
        found.append(Told(name, word, bool(told["not"])))
    return found if len({each.name for each in found}) == len(found) else []


def _run(read: Passage, end: int) -> list[Told]:
    """What is told of each behind a statement: behind its colon, or in the next sentence."""
    at = read.sentence_at(end)
    rest = read.text[end : read.starts[at] + len(read.sentence(at))]
    mark = re.search(r":\s|\s[–—]\s|;\s|\)[;,]\s", rest)
    return (
        _items(rest[mark.end() :].strip())
        if mark
        else _items(read.sentence(at + 1).strip())
        if at + 1 < len(read.starts)
        else []
    )


def _in_words(paragraph: Paragraph, read: Passage, said: Quantifier) -> Iterator[Finding]:
    told = _run(read, said.end)
    if len(told) < FEWEST or said.size not in (None, len(told)) or (said.size is None and len(told) == FEWEST):
        return
    clause = re.split(r"[.:;,(]|\s[–—]\s", read.text[said.end :])[0]
    words = stems_of(clause)
    if not {stem(each.word) for each in told} or re.search(r"\b(?:not|n[o’']t|never)\b", clause):
        return
    if re.search(r"\b(?:but|except|save|bar|than) $", read.text[: said.start]) or re.match(rf" (?:{BUT})\b", clause):
        return  # "all but one of the six"
    words -= stems_of(" ".join(BARE_VERBS))
    having = sum(each.is_so(words, clause) for each in told)
    if not having:
        return  # other words are told of them
    right = said.holds(having, len(told))
    figures = [e.text for e in read.entries if e.start > said.end]
    why = f"told so of {having} of {len(told)}{': ' if figures else ''}{', '.join(figures)}"
    yield _finding(paragraph, f"{said.text}{clause}".strip(), right, why, said.start)


def _alone(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    """ "Only Ash lost members; Elm gained 8 and Oak lost 2"."""
    if not found["a"]:
        return
    told = _run(read, found.end())
    text = found["b"]
    others = [each.name for each in told if each.is_so(frozenset((stem(text),)), text) and each.name != found["a"]]
    if len(told) >= FEWEST:
        figures = ", ".join(e.text for e in read.entries)
        why = f"told so of {', '.join(others) or 'none of the others'}{' too' if others else ''} ({figures})"
        yield _finding(paragraph, found.group(), not others, why, found.start())


def _against(paragraph: Paragraph, read: Passage, said: Quantifier) -> Iterator[Finding]:
    """ "Two of the three targets were met: A (46% against 45%), ..."."""
    at = read.sentence_at(said.start)
    sentence = read.sentence(at)
    clause = re.split(r"[.:;(]\s", read.text[said.start :])[0]
    word = MET.search(clause)
    pairs = [_values(each) for each in PAIR.finditer(sentence)]
    if not word or not AIM.search(sentence) or CEILING.search(sentence) or len(pairs) < FEWEST:
        return
    if said.size not in (None, len(pairs)) or None in pairs:
        return
    met = sum(each is not None and each[0] >= each[1] for each in pairs)
    having = met if word["met"] else len(pairs) - met
    told = "; ".join(f"{each[0]:f}% against {each[1]:f}%" for each in pairs if each)
    why = f"{having} of the {len(pairs)} are so: {told}"
    yield _finding(paragraph, clause.strip(), said.holds(having, len(pairs)), why, said.start)


def _values(pair: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    first, last = (re.sub(r"[^\d.]", "", pair[each]).rstrip(".") for each in ("a", "b"))
    return (Decimal(first), Decimal(last)) if first and last else None


def _confined(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "Deaths were confined to controls", where the other group has some too."""
    for found in CONFINED.finditer(read.text):
        lead = read.text[max(0, found.start() - 20) : found.start()]
        if re.search(r"\b(?:not|no longer|if|whether|should|was to be)\b", lead):
            continue
        for row in nearby(read, read.sentence_at(found.start())):
            mine = hits(row, found["who"])
            if len(row) == FEWEST and len(mine) == 1 and row[-1].entry.end <= found.start() and _is_bare(row):
                other = next(each for each in row if each is not mine[0])
                right = not other.value
                yield _finding(paragraph, found.group(), right, f"the other has {other.entry.text}", found.start())
                break


def _is_bare(row: Sequence[Party]) -> bool:
    return all(each.entry.kind == "count" and each.words for each in row)


def _by_rule(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "Any home scoring under 70 is revisited. Ash scored 74 and Elm 65, so no revisit is needed"."""
    for rule in (found for pattern in RULE for found in pattern.finditer(read.text)):
        limit = Decimal(rule["n"].replace(",", "")) if rule["n"][0].isdigit() else Decimal(worded(rule["n"]))
        words = stems_of(rule["what"])
        at = read.sentence_at(rule.end() - 1)
        for place in range(at + 1, min(at + 3, len(read.starts))):
            sentence = read.sentence(place)
            clauses = [c for c in re.split(r"[,;:]\s|\.(?=\s|$)", sentence) if stems_of(c) & words]
            none = [c for c in clauses if NO_SUCH.search(c)]
            every = [c for c in clauses if SOME_SUCH.search(c) and not NO_SUCH.search(c)]
            rows = [row for row in parties(read, at + 1, place) if len(row) >= FEWEST]
            if len(clauses) != 1 or len(rows) != 1 or not (none or every):
                continue
            under = bool(rule["under"])
            caught = [e for e in rows[0] if (e.value < limit if under else e.value > limit)]
            right = not caught if none else len(caught) == len(rows[0])
            why = f"{', '.join(each.entry.text for each in rows[0])}, and the limit is {limit:f}"
            yield _finding(paragraph, clauses[0].strip(), right, why, read.starts[place])
            return


def _finding(paragraph: Paragraph, quote: str, right: bool, why: str, start: int) -> Finding:
    slip = f"{CODE}/{paragraph.line}/{start}"
    expected = "" if right else "not so"
    return Finding(CODE, "ok" if right else "wrong", paragraph.where, quote, quote, expected, why, slip, "likely")
