"""Of how many something is said, wherever a document says it: of all, none, so many, so many of so many, a share.

"All 30 homes had a plan", "none of them", "28 of the 30 homes (93%) had a plan", "there was no plan in two of the 30
homes": each with whom it is said of and with what is said. Rules set them against each other over the whole document.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.counted import named
from looped.checker.document import Paragraph
from looped.checker.linking import STOP, stem
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM, WHICH
from looped.checker.predicates import Predicate, predicate
from looped.checker.prose import NUMBER, Passage, passage
from looped.checker.quantified import HEDGED, WISHED
from looped.checker.said_anywhere import OPENS, said_anywhere
from looped.checker.words_for_one import words

THE = r"(?:the |these |those |our |its |their )?"
SHARE = r"(?P<p>\d+(?:\.\d+)?) ?(?:%|per ?cent)"
SOME = (
    rf"(?P<all>(?:all|every one|each(?: one)?)\b(?: of)?) {THE}(?:(?P<m1>{NUMBER}) )?|"
    rf"(?P<every>every|each)(?: single| last)? (?=[a-z])|"
    rf"(?P<none>(?:none|not one|not a single one) of {THE}(?:(?P<m2>{NUMBER}) )?|no (?=[a-z]))|"
    rf"(?P<n>{NUMBER}) (?:out )?of {THE}(?:all )?(?P<m3>{NUMBER}) ?|"
    rf"(?:just |only )?{SHARE} of {THE}(?:all )?(?:(?P<m4>{NUMBER}) )?"
)
# "All 30 homes had a plan."
HEAD = pattern_of(rf"(?:only |just )?(?:{SOME})(?P<rest>.+)", re.I)
# "Of the 30 homes visited, 28 had a plan", "Of these, 28 had one".
OUT_OF = pattern_of(
    rf"of (?:(?P<these>{WHICH})|{THE}(?P<m>{NUMBER})(?P<who>(?: [a-z’'-]+){{0,5}})),? "
    rf"(?P<n>{NUMBER}|none|all|no)(?P<rest> [a-z].+)",
    re.I,
)
# "In two of the 30 homes the plan was out of date", "in all 30 homes there was a plan".
PLACED = pattern_of(rf"(?:in|at|for|on|with) (?:only |just )?(?:{SOME})(?P<rest>.+)", re.I)
# "There was no plan in two of the 30 homes", "a plan was missing from two of the 30 homes".
FOUND = (
    r"missing|absent|found|seen|recorded|held|kept|present|available|in place|on file|on record|there|completed|"
    r"signed|identified|fitted|installed|provided|supplied|displayed"
)
THING = pattern_of(
    rf"(?!(?:all|each|every|none|only|just|not|{NUMBER})\b)(?P<there>there (?:was|were) |we (?:found|saw) |"
    rf"we (?P<not>could not find|did not find|could not see) )?(?P<what>[a-z][a-z’' -]{{2,60}}?)"
    rf"(?P<was> (?:was|were) (?:not )?(?:{FOUND})| took place| happened)?"
    rf" (?:for|in|from|on|at|with) (?:only |just )?(?:{SOME})(?P<rest>.+)",
    re.I,
)
# "There were no fires", "we found two fires", "no fires were reported".
SO_MANY = (
    pattern_of(
        rf"(?:there (?:was|were)|(?:we|auditors|inspectors|reviewers) (?:found|saw|identified|noted|recorded)) "
        rf"(?P<n>no|{NUMBER}) (?P<rest>[a-z].+)",
        re.I,
    ),
    pattern_of(
        rf"(?P<n>no|{NUMBER}) (?P<rest>[a-z][a-z’' -]+?) (?:was|were) (?:found|seen|identified|noted|recorded|reported|"
        r"made|received)(?P<where> [a-z].+)?",
        re.I,
    ),
)
# "Nine of the 16 that were weighed": so many were weighed.
VERB_AGAIN = r"\b(?:was|were|had|has|have|is|are|did)\b"
WHO = rf"\b(?:of|in|for|among|across|on) the (?P<n>{NUMBER}) (?P<who>(?:(?!{VERB_AGAIN}|{NUMBER}\b)[a-z’'-]+ ){{0,3}}?)"
THOSE = pattern_of(
    rf"{WHO}(?:that|who|which) (?P<rest>(?:was|were|had) (?!not\b)(?:(?!{VERB_AGAIN})[^,])+)(?:$|,)", re.I
)
# "Of the 16 boats weighed in May, nine".
THOSE_DONE = pattern_of(
    rf"^{WHO}(?P<rest>[a-z-]{{3,}}ed\b(?:(?!{VERB_AGAIN})[^,])*), (?:only |just )?(?:{NUMBER}|all|none)\b", re.I
)
WHEN = pattern_of(r"\s(?:between|from|during|in|over|since|until|before|after) .*$", re.I)
# "We read 30 notes, and 12 of them were signed".
OF_THEM = pattern_of(rf"(?:only |just )?(?P<n>{NUMBER}|none|all) of (?:{THEM}) (?P<rest>[a-z].+)", re.I)
# "The 40 boats were all insured", "the boats were all insured".
WERE_ALL = pattern_of(
    rf"(?:the|these|our) (?:(?P<m1>{NUMBER}) )?(?P<who>(?:[a-z’'-]+ ){{1,4}}?)(?P<verb>were|are|had|have) (?:all|each) "
    r"(?P<rest>[a-z].+)",
    re.I,
)
# A number of theirs alone: "Six homes had no plan".
ALONE = pattern_of(
    rf"(?:only |just )?(?P<n>{NUMBER}) (?:of (?:the|these|our) )?(?P<rest>(?!of\b|out of\b|{NUMBER})[a-z].+)", re.I
)
VERB = (
    r"(?:had|has|have|was|were|is|are|did|do|does|lacked|lacks?|showed|shows?|contained?|contains|kept|held|met|could|"
    r"would|can|included|carried|displayed|recorded|received|reported|said|felt|knew)"
)
# Whom a statement is of, beside their name: "homes visited had", "files in the sample had".
KNOWN = pattern_of(
    rf"\s*(?P<of>(?:in|on|at|from|of) (?:the|our|this) [a-z’'-]+(?: [a-z’'-]+)?|[a-z]{{3,}}ed(?: [a-z’'-]+){{0,3}}|"
    r"(?:seen|read|drawn|taken|looked at)(?: [a-z’'-]+){0,3}|(?:who|that|which) [a-z]+(?: [a-z’'-]+){0,3}|"
    rf"examined|looked at(?: [a-z]+){{0,2}}) (?={VERB}\b)",
    re.I,
)
FIGURES = re.compile(r"\s?[(\[](?:n\s?=\s?)?[\d.,/ ]+(?:%|per cent)?(?:; ?[\d.,/ ]+%?)?(?: of \d+)?[)\]]")
CLAUSE = pattern_of(
    r"[;:](?=\s)|, (?:and|but|while|whereas|although|though|which|so|leaving|for (?:the|one|two))\b|"
    r" (?:but|while|whereas|although|because|though|except|unless|and the (?:other|remaining))\b",
    re.I,
)
# Before what is said: "The findings show that", "overall,".
LEAD = pattern_of(
    r"^(?:(?:in|for|over|during) (?:this|our) [a-z]+,? |(?:in (?:total|all)|altogether|overall),? |"
    r"[^.;:()\d]{2,70}?(?:,| that) )(?=\S)",
    re.I,
)
# "Of the 77 boats in the audit": of all that were looked at.
OF_SAMPLE = re.compile(
    r" (?:in|on|at|from|of) (?:the|our|this) (?:audit|sample|review|survey|study|inspection|report)$"
)
# "As all boats had a bell, nothing is proposed": it is said all the same.
GIVEN = re.compile(r"^(?:As|Since|Because|Given that|Now that) (?=(?:all|every|each|none|no)\b)")
BEHIND = re.compile(r"(?:\bthat|,) (?=\S)")
# "As set out in section 2, ": where it was said, and nothing of whom or when.
CITED = pattern_of(
    r"\bas (?:we (?:have )?(?:already )?|already |has been |was |is )?(?:set out|said|stated|noted|reported|shown|told|"
    r"described|mentioned|given|seen|recorded|found|explained)\b[^,.;:]{0,40},? ?$",
    re.I,
)
BLOCKED = pattern_of(
    r"\b(?:in(?! (?:all|total|summary|short|brief|conclusion|sum|addition|fact|this (?:round|audit|survey|report|"
    r"review|sample|cycle)|other words|particular)\b)|at|on|among|amongst|within|where|when|after|before|if|unless|"
    r"until|since|during|of|told|said|says?|claim\w*|believ\w*|thought|assured|according|assert\w*|maintain\w*|last|"
    r"previous\w*|earlier (?:audit|report|visit|round)|first|second|third|women|men|boys|girls|not|nearly|almost|about|"
    r"target\w*|aim\w*|expect\w*|should|must|would|requires?|require\w*|ask\w*|agree\w* that)\b",
    re.I,
)
RELATIVE = re.compile(r"\s*(?:that|who|which|whose|where)\b")
LOOKED_AT = STOP | frozenset(
    map(
        stem,
        words(
            "audited sample sampled programme visited inspected inspectors auditors seen read looked reviewed examined "
            "tested testing selected analysis surveyed included covered identified drawn checked analysed question "
            "answered replied this who our set population study audit survey review"
        ),
    )
)
LABEL = re.compile(r"^\W*(?P<label>[A-Z][^.:;]{1,40}): ")
ANY = pattern_of(rf"\b(?:all|every|each|none|no|not one|not a single)\b|{NUMBER}", re.I)


@dataclass(frozen=True)
class Said:
    """What is said of so many. count: how many, where that is told; base: of how many; low, high: of which share.

    unit: the stems of their name; known: what else their name has; at, place: of its paragraph and sentence.
    """

    paragraph: Paragraph
    read: Passage
    at: int
    place: int
    quote: str
    kind: str
    count: int | None
    base: int | None
    low: Fraction
    high: Fraction
    unit: frozenset[str]
    known: frozenset[str]
    what: Predicate
    label: str

    @property
    def sentence(self) -> str:
        """The sentence that says it, as far as it does."""
        text = FIGURES.sub("", self.read.sentence(self.place))
        return text[: text.find(self.quote) + len(self.quote)] if self.quote in text else text


def all_said(context: Context) -> tuple[Said, ...]:
    """Every such statement of a document."""
    return tuple(
        said
        for at, paragraph in enumerate(context.document.paragraphs)
        for read in [passage(paragraph.text)]
        for place in range(len(read.starts))
        if ANY.search(read.sentence(place))
        for said in _of_sentence(paragraph, read, at, place)
    )


def _of_sentence(paragraph: Paragraph, read: Passage, at: int, place: int) -> Iterator[Said]:
    text = read.sentence(place).strip()
    label = LABEL.match(text)
    cuts = [each.span() for each in CLAUSE.finditer(text)]
    lows, ends = (0, *(end for _, end in cuts)), (*(start for start, _ in cuts), len(text))
    for low, end in zip(lows, ends, strict=True):
        clause = _given(FIGURES.sub("", text[low:end]).strip(" .;,:!"))
        if HEDGED.search(text[:low][-70:]):
            continue
        for kind, count, base, share, name, known, what in (
            *_read(clause, read, place),
            *_those(clause),
            *_so_many(clause),
        ):
            least, most = _reach(kind, count, base, share)
            yield Said(
                *(paragraph, read, at, place, clause, kind, count, base, least, most, name, known, what),
                label["label"] if label else "",
            )


def _narrowing(words: str) -> frozenset[str]:
    """The words that narrow a name, without those that are true of whatever was looked at."""
    return frozenset(map(stem, words.split())) - LOOKED_AT


def _given(clause: str) -> str:
    """What is taken as given, up to its comma: "as all boats had a bell, nothing is proposed"."""
    return GIVEN.sub("", clause).partition(",")[0] if GIVEN.match(clause) else clause


Read = tuple[str, int | None, int | None, str | None, frozenset[str], frozenset[str], Predicate]


def _so_many(clause: str) -> Iterator[Read]:
    """How many there were of something, all its words told."""
    lead = LEAD.match(clause)
    for start in dict.fromkeys((0, lead.end() if lead else 0)):
        found = next((each for pattern in SO_MANY if (each := pattern.fullmatch(clause[start:]))), None)
        if not found or BLOCKED.search(clause[:start]) or HEDGED.search(clause[:start]):
            continue
        rest = f"{found['rest']} {found.groupdict().get('where') or ''}"
        what, (name, narrowing, _) = predicate(rest), named(f" {rest}")
        if what and name and not what.denied:
            none = found["n"].lower() == "no"
            yield "no" if none else "found", None if none else whole(found["n"]), None, None, name, narrowing, what


def _those(clause: str) -> Iterator[Read]:
    """Of how many a clause says in passing that something was so."""
    for found in (*THOSE.finditer(clause), *THOSE_DONE.finditer(clause)):
        what = predicate(WHEN.sub("", found["rest"]))
        name, narrowing, _ = named(f" {found['who']}")
        if what:
            yield "those", whole(found["n"]), None, None, name, narrowing - LOOKED_AT, what


def _read(clause: str, read: Passage, place: int) -> list[Read]:
    """How many, of how many, who and what a clause says."""
    clause = OPENS.sub("", clause)
    found = _first(clause, read, place) if clause else None
    if not found and (other := said_anywhere(clause)) and not HEDGED.search(clause) and not WISHED.search(clause):
        kind, count, base, name, narrowing, what = other
        found = kind, count, base, None, name, narrowing - LOOKED_AT, what
    return [found] if found else []


def _first(clause: str, read: Passage, place: int) -> Read | None:
    lead = LEAD.match(clause)
    starts = dict.fromkeys((0, lead.end() if lead else 0, *_behind_that(clause)))
    for start in starts:
        before, text = CITED.sub("", clause[:start]), clause[start:]
        if BLOCKED.search(before) or HEDGED.search(before) or WISHED.search(before):
            continue
        if found := OUT_OF.match(text):
            return _out_of(found, read, place)
        for pattern in (THING, HEAD, PLACED):
            if (found := pattern.match(text)) and (said := _told(found, thing=pattern is THING)):
                return said
        if found := WERE_ALL.match(text):
            base = whole(found["m1"]) if found["m1"] else None
            return _with_name(f"{found['who']}{found['verb']} {found['rest']}", "all", None, base, None)
        if found := OF_THEM.match(text):
            return _of_them(found, clause, read, place)
        if found := ALONE.match(text):
            return _with_name(found["rest"], "count", whole(found["n"]), None, _printed(clause, read, place))
    return None


def _of_them(found: re.Match[str], clause: str, read: Passage, place: int) -> Read | None:
    """ "We read 30 notes, and 12 of them were signed": of the one number told before."""
    start = FIGURES.sub("", read.sentence(place)).find(clause)
    before = [each for each in read.of_sentence(place) if each.end - read.starts[place] <= start and not each.base]
    base = before[0].count if len(before) == 1 and before[0].kind == "count" else None
    base = base if before else _before(read, place)
    what, number = predicate(found["rest"]), found["n"].lower()
    if base is None or what is None:
        return None
    kind = number if number in ("none", "all") else "count"
    return kind, whole(number), base, None, frozenset(), frozenset(), what


def _printed(clause: str, read: Passage, place: int) -> str | None:
    """The share that is printed behind a clause's only figure: "34 boats (85%) were dry"."""
    own = [each for each in read.of_sentence(place) if each.text.split()[0] == clause.split()[0]]
    share = own[0].share if len(own) == 1 else None
    return str(share).rstrip("%") if share else None


def _behind_that(clause: str) -> list[int]:
    """Where what is said may begin: behind a word or two that lead up to it, "In short, as we have said, 40 of "
    "them"."""
    figure = re.search(r"\d", clause)
    return [found.end() for found in BEHIND.finditer(clause, 0, figure.end() if figure else len(clause))][:3]


def _out_of(found: re.Match[str], read: Passage, place: int) -> Read | None:
    base = whole(found["m"]) if found["m"] else _before(read, place)
    what = predicate(found["rest"])
    number = found["n"].lower()
    kind = {"none": "none", "no": "none", "all": "all"}.get(number, "count")
    if base is None or what is None:
        return None
    name, narrowing, _ = named(found["who"] or "")
    return kind, whole(number), base, None, name, narrowing - LOOKED_AT, what


def _before(read: Passage, place: int) -> int | None:
    """The one number that the sentence before tells: of which "of these" is said."""
    told = [each for each in read.of_sentence(place - 1) if each.kind == "count"] if place else []
    return told[0].base or told[0].count if len(told) == 1 else None


def _told(found: re.Match[str], *, thing: bool) -> Read | None:
    groups = found.groupdict()
    base = next((whole(groups[key]) for key in ("m1", "m2", "m3", "m4") if groups[key]), None)
    kind = "all" if groups["all"] or groups["every"] else "none" if groups["none"] else "share" if groups["p"] else ""
    count = whole(groups["n"]) if groups["n"] else None
    if not thing:
        return _with_name(groups["rest"], kind or "count", count, base, groups["p"])
    if not (groups["there"] or groups["was"]):
        return None
    what = predicate(f"{'not' if groups['not'] else ''} {groups['what']} {groups['was'] or ''}", had=True)
    told = OF_SAMPLE.sub("", groups["rest"])
    name, narrowing, after = named(" " + told)
    rest = told.split()
    if what is None or len(rest) > 2 + len(narrowing) + len(after):
        return None
    return kind or "count", count, base, groups["p"], name, (narrowing | after) - LOOKED_AT, what


def _with_name(rest: str, kind: str, count: int | None, base: int | None, share: str | None) -> Read | None:
    """What is said behind a number, with the name of those of whom it is said."""
    name, known, behind = _name(rest)
    what = None if RELATIVE.match(rest) or RELATIVE.match(behind) else predicate(behind)
    return (kind, count, base, share, name, _narrowing(known), what) if what and (name or base) else None


def _name(rest: str) -> tuple[frozenset[str], str, str]:
    """Whom a statement is of: the stems of their name, what else it has, and what is left of the words."""
    found = re.match(r"(?:[a-z’'-]+ ){1,5}?(?=[a-z])", rest, re.I)
    best: tuple[frozenset[str], str, str] = (frozenset(), "", rest)
    if re.match(rf"\s*{VERB}\b", rest, re.I) or not found:
        return best
    words = rest.split()
    for size in range(1, min(5, len(words))):
        heads = named(" " + " ".join(words[:size]))[0]
        if heads:
            best = (heads, " ".join(words[: size - 1]).lower(), " ".join(words[size:]))
        if size < len(words) and re.fullmatch(VERB, words[size], re.I):
            # "Every home had": the name of one.
            own = heads or named(f" {words[size - 1]}s")[0]
            best = (own, " ".join(words[: size - 1]).lower(), " ".join(words[size:]))
            break
        if heads and (size == len(words) - 1 or not words[size].endswith("s")):
            break
    behind = KNOWN.match(best[2])
    if behind and not re.match(rf"{VERB}\b", best[2], re.I):
        return best[0], f"{best[1]} {behind['of']}".strip().lower(), best[2][behind.end() :]
    return best


def _reach(kind: str, count: int | None, base: int | None, share: str | None) -> tuple[Fraction, Fraction]:
    """Of which share something is said at least and at most."""
    if kind in ("all", "none", "no"):
        bound = Fraction(kind == "all")
        return bound, bound
    if share:
        # Where a summary tells of how many it is, the share of these is rounded as it should be.
        step = Fraction(1, (200 if base else 100) * 10 ** len(share.partition(".")[2]))
        return Fraction(share) / 100 - step, Fraction(share) / 100 + step
    if base and count is not None:
        return Fraction(count, base), Fraction(count, base)
    return Fraction(0), Fraction(1)
