"""Where something was found and where not, against a list that tells of each how much of it there was, or none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.item_names import stems_of
from looped.checker.linking import stem
from looped.checker.numbers import whole
from looped.checker.prose import NUMBER

CODE = "some-listed"
MESSAGE = "What a list tells of one place, that it has some or none, is what is said of it."
GOOD = "By shed: hay, 40 bales, no faults; straw, 25 bales, two faults; oats, 30 sacks, one fault. None was in hay."
BAD = "By shed: hay, 40 bales, no leaks; straw, 25 bales, two leaks; oats, 30 sacks, one leak. No leaks arose in straw."

COUNT = rf"(?P<n>no|none|nil|{NUMBER})"
# "Hay, 40 bales weighed, no faults", "straw (25 weighed): two faults", "oats had 1 fault in 30 sacks".
ITEM = re.compile(
    rf"(?:and )?(?P<name>[A-Za-z][^,:;()\d–]{{1,40}}?)(?: had| with| showed|,|:| –)? (?:\(?{NUMBER} "
    rf"[a-z’' ]{{3,30}}?[,:;)]+ "
    rf"(?:of which |with |had )?)?\(?{COUNT}\b(?! of\b)(?: (?P<what>[a-z’'-]+(?: [a-z’'-]+)?))?\)?",
    re.I,
)
SPELT = rf"(?:{NUMBER})"
FOUND = (
    r"(?:(?:was|were|had been|have been) )?(?:found|seen|noted|recorded|identified|reported|raised|arose|arisen|"
    r"occurred|"
    r"logged|made|observed|there)"
)
THING = r"(?P<what>[a-z’'-]{3,}(?: [a-z’'-]{3,})?)"
AT = r"(?:in|at|for|on|from|by|with)"
# "No faults were found in hay", "there were no faults in hay", "none was found in hay".
NONE_AT = re.compile(
    rf"(?:there (?:was|were) )?(?:no {THING}|none|not (?:a single|one) [a-z’'-]+)(?: (?:{FOUND}))? {AT} (?:the "
    rf")?(?P<who>[^.;:]+)",
    re.I,
)
# "Hay had no faults", "hay was free of faults".
HAS_NONE = re.compile(
    rf"(?P<who>[^.;:,]{{2,60}}?) (?:(?:had|has|showed|gave|produced|recorded) (?:no {THING}|none)|"
    r"(?:was|were) (?:free (?:of|from) (?P<free>[a-z’'-]+)|clear))",
    re.I,
)
# "Faults were found in two of the three crops", "in all three", "in both straw and oats", "in straw and oats only".
SOME_AT = re.compile(
    rf"(?:there (?:was|were) )?(?:some )?{THING}(?: {FOUND})?(?P<only> only)? {AT} (?P<where>[^.;:]+)",
    re.I,
)
# "Every crop had faults", "two of the three crops had faults".
HAVE_SOME = re.compile(
    rf"(?P<where>(?:every|each|all|both|none|{SPELT})\b[^.;:,]{{2,40}}?) (?:had|has|have|showed|gave|produced|"
    rf"recorded|saw) "
    rf"(?:some |at least one |one or more )?{THING}",
    re.I,
)
EACH = re.compile(rf"(?:every|each|all)(?: one)?(?: of)?(?: the| our| these)?(?: {SPELT})?(?: [a-z’'-]+){{0,2}}", re.I)
SO_MANY = re.compile(
    rf"(?:only |just )?(?P<k>{SPELT}) (?:out )?of (?:the |our |these )?(?P<m>{SPELT})(?: [a-z’'-]+){{0,2}}", re.I
)
AND = re.compile(r",? and |, ")
FEWEST, LONGEST = 2, 1000


@dataclass(frozen=True)
class Listed:
    """A list of places, each with how much there is; what: the stems of the thing."""

    counts: dict[str, int]
    what: frozenset[str]


def check(context: Context) -> Iterator[Finding]:
    """Each list parted by semicolons that has a nought in it, with what its paragraph and the one behind it say."""
    every = context.document.paragraphs
    for at, paragraph in enumerate(every):
        for low, high in _stretches(paragraph.text):
            listed = _listed(paragraph.text[low:high])
            if listed is None:
                continue
            yield from _judged(paragraph, paragraph.text[:low], listed)
            yield from _judged(paragraph, paragraph.text[high:], listed)
            for other in every[at + 1 : at + 2]:
                yield from _judged(other, other.text, listed)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The sentences with semicolons."""
    low = 0
    for end in re.finditer(r"\.(?!\d)", text):
        if ";" in text[low : end.end()] and end.end() - low < LONGEST:
            yield low, end.end()
        low = end.end()


def _listed(text: str) -> Listed | None:
    """The places of a list, each item of which tells how much of one thing there is."""
    items = [each.strip() for each in text.strip(" .\n").split(";")]
    lead, colon, first = items[0].partition(": ")
    if colon and (items[0].count(": ") > items[1].count(": ")):
        items[0] = first
    found = [ITEM.fullmatch(each) for each in items]
    told = [each for each in found if each]
    if len(told) < len(items) or len(told) < FEWEST:
        return None
    things = [frozenset(map(stem, each["what"].lower().split()[:1])) for each in told if each["what"]]
    counts = {each["name"].strip().lower(): _count(each["n"]) for each in told}
    if len(counts) < len(told) or 0 not in counts.values() or not any(counts.values()) or len(set(things)) > 1:
        return None
    what = things[0] if things else stems_of(lead) if colon else frozenset()
    return Listed(counts, what) if what else None


def _count(text: str) -> int:
    return 0 if text.lower() in ("no", "none", "nil") else whole(text) or 0


def _judged(paragraph: Paragraph, text: str, listed: Listed) -> Iterator[Finding]:
    for found in re.finditer(r"[A-Z][^.;:]*(?=[.;:]|$)", text):
        sentence = found.group().strip()
        right = _is_so(sentence, listed)
        if right is not None:
            verdict: Verdict = "ok" if right else "wrong"
            told = ", ".join(f"{name} {count or 'none'}" for name, count in listed.counts.items())
            slip = f"{CODE}/{paragraph.line}/{sentence}"
            yield Finding(
                CODE, verdict, paragraph.where, sentence, sentence, told, f"the list has {told}", slip, "likely"
            )


def _is_so(sentence: str, listed: Listed) -> bool | None:
    """Whether a sentence says of the places what the list has; None where it says nothing of them."""
    none = NONE_AT.fullmatch(sentence) or HAS_NONE.fullmatch(sentence)
    if none:
        thing = none["what"] or none.groupdict().get("free")
        names = _named(none["who"], listed)
        return not any(listed.counts[each] for each in names) if names and _is_it(thing, listed) else None
    some = SOME_AT.fullmatch(sentence) or HAVE_SOME.fullmatch(sentence)
    if not some or not _is_it(some["what"], listed):
        return None
    return _some(f"only {some['where']}" if some.groupdict().get("only") else some["where"], listed)


def _is_it(thing: str | None, listed: Listed) -> bool:
    return thing is None or bool(stems_of(thing) & listed.what)


def _some(where: str, listed: Listed) -> bool | None:
    """Whether there are some wherever there are said to be."""
    having = [name for name, count in listed.counts.items() if count]
    if found := SO_MANY.fullmatch(where):
        total, said = whole(found["m"]), whole(found["k"])
        return said == len(having) if total == len(listed.counts) else None
    if EACH.fullmatch(where):
        return len(having) == len(listed.counts)
    only = re.sub(r"^only (?:in )?| only$| alone$", "", where)
    names = _named(re.sub(r"^both ", "", only), listed)
    if not names:
        return None
    return set(names) == set(having) if only != where else all(listed.counts[each] for each in names)


def _named(text: str, listed: Listed) -> Sequence[str]:
    """The places of a list that words name one after the other; none where anything else stands among them."""
    names = [re.sub(r"^(?:the|in) ", "", each.strip().lower()) for each in AND.split(text) if each.strip()]
    return names if names and all(each in listed.counts for each in names) else []
