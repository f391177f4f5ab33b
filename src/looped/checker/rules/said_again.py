"""A number that is spoken of again ("the 24 closed files") is the one that was told ("22 of them closed")."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.linking import STOP, stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import LENGTH, NUMBER, Entry, Passage, passage, worded

CODE = "said-again"
MESSAGE = "A number that is spoken of again is the one that was told before."
GOOD = "We opened 48 parcels, 26 sealed and 22 torn. The 22 torn parcels were sent back."
BAD = "We opened 48 parcels, 26 sealed and 22 torn. The 24 torn parcels were sent back."

AGAIN = pattern_of(
    rf"\b(?P<the>(?:all|each|most|many|some|half|one|none|every one|the rest|a majority|a third) of (?:the|these|"
    rf"those|our)|"
    rf"(?:of|among|amongst|in|for|to|from|with|between|that|when|and|as|by|at) (?:all )?(?:the|these|those)|"
    rf"(?:^|[.;:,]\s)(?:all )?(?:the|these|those)|all(?: of)?(?: the)?|the|these|those)\s+"
    rf"(?P<n>{NUMBER})(?![\d.,]*\d|\s?%|\s?per ?cent|[-/]\d)(?: of (?:the|these|our))?"
    rf"(?P<noun>(?:[ -](?!(?:of|out)\b)[a-z’']+){{0,7}})",
    re.I,
)
# Every match of AGAIN has one of these, which are found sooner.
HOLDING, ALL_OF = pattern_of(rf"(?<=[elr])\s+{NUMBER}", re.I), pattern_of(r"\ball of\b", re.I)
# Where the name of a thing ends.
NAME_ENDS = pattern_of(
    r"\s(?:who|whom|that|which|were|was|are|is|had|has|have|been|in|on|at|of|for|to|with|from|and|or|by|but|as|"
    r"we|they|give|gives|say|says|make|makes|take|takes|show|shows|come|comes|hold|holds|meet|meets|about|some|now|also|"
    r"it|could|would|should|will|did|do|does|gave|said|made|took|cost|showed|came|went|held|met|than|because|"
    r"since|until|"
    r"when|where|after|before|during|between|without|within|under|over|not|no|a|an|the)\b.*$",
    re.I | re.S,
)
ANOTHER = pattern_of(
    r"\b(?:other|another|remaining|further|last|first|past|next|previous|earlier|following|additional|extra|same|new|"
    r"top|bottom|of about|least|most|than|more|fewer)\s+$",
    re.I,
)
PERIOD = pattern_of(
    rf"^[ -]?(?:{LENGTH}|points?|percentage|thirds?|quarters?|times|pounds|pence|o'clock|am|pm)\b(?!-[a-z])", re.I
)
PLAIN = frozenset(
    stem(word)
    for word in [
        "who",
        "whom",
        "still",
        "there",
        "they",
        "we",
        "our",
        "you",
        "also",
        "only",
        "just",
        "both",
        "other",
        "others",
        "rest",
        "same",
        "whole",
        "then",
        "about",
        "some",
        "these",
        "those",
        "more",
        "most",
        "was",
        "were",
        "had",
        "has",
        "have",
        "did",
        "made",
        "given",
        "found",
        "seen",
        "said",
        "told",
        "one",
        "two",
        "three",
    ]
)
# The earlier figure is one of another time, place or plan.
ELSEWHERE = pattern_of(
    r"\b(?:last|previous|earlier|before|planned|expected|target|national\w*|aim\w*|intended|should|would|another|"
    r"a further|in addition|re-?audit|first|(?<!by a )second(?!-)|third|each|per|every|more|additional|no|not|without|"
    r"estimated|"
    r"average|mean|"
    r"at least|up to)\b",
    re.I,
)
OF_THESE = pattern_of(
    r"^\W*(?:of|among|in|from|for) (?:these|those|them|this number)\b|^\W*[\w-]+ (?:were|was|had|of (?:these|"
    r"them|those))\b",
    re.I,
)
# "For all nine of those who had moved": as many as had.
THOSE_WHO = pattern_of(
    rf"\b(?:(?:all|each of the|every one of the) (?P<n>{NUMBER}) of (?:those|the (?P<thing>[a-z]+)) (?:who|that|"
    rf"which|with|"
    rf"whose)|(?:all|the|these|those) (?P<m>{NUMBER}) (?P<things>[a-z]+) (?:who|that|which)) (?P<noun>[a-z’' "
    rf"-]{{5,60}})",
    re.I,
)
WORD = re.compile(r"[A-Za-z’']{3,}")
PLURAL = re.compile(r"[a-z]{3}[^su\W]s\b(?= [a-z]+ed\b)")
SAMPLED = pattern_of(r"sampled?|tested|examined|reviewed|checked|audited|drawn|selected", re.I)
SET_IN = pattern_of(r"\b(?:of (?:which|whom)|including)\s+(?:only |just )?$", re.I)
NOT = pattern_of(r"\b(?:not|no|never|without|fail\w*|refus\w+|declin\w+)\b|n[’']t\b", re.I)
LAST_FEW, REMEMBERED, FEWEST = 14, 60, 2


@dataclass(frozen=True)
class Told:
    """A count as it was told. own: the stems that no other count of its sentence has; all: those of the sentence."""

    entry: Entry
    place: int
    own: frozenset[str]
    all: frozenset[str]
    near: str


def _may_be_again(text: str) -> bool:
    return HOLDING.search(text) is not None or ALL_OF.search(text) is not None


def check(context: Context) -> Iterator[Finding]:
    """Each such number that nothing told gives, where the same words were told with another."""
    reads = [passage(paragraph.text) for paragraph in context.document.paragraphs]
    again = [list(AGAIN.finditer(read.quiet)) if _may_be_again(read.quiet) else [] for read in reads]
    those = [list(THOSE_WHO.finditer(read.quiet)) for read in reads]
    known = _known(context, reads) if any(again) or any(those) else Counter()
    for at, paragraph in enumerate(context.document.paragraphs):
        told = [*_before(reads[:at]), *_all_told(reads[at])] if again[at] or those[at] else []
        for found in those[at]:
            yield from _of_those(paragraph, found, known, told)
        for found in again[at]:
            yield from _judged(paragraph, reads[at], found, known, told)


def _known(context: Context, reads: Sequence[Passage]) -> Counter[int]:
    """How often each number stands in the document, in tables and in prose; how many rows a table has, too."""
    known = Counter(n for grid in context.grids for row in grid.values for v in row for n in (v.count, v.base) if n)
    known.update(base for grid in context.grids for base in grid.bases if base)
    known.update(len(grid.parts) for grid in context.grids)
    # What the counts of a row make: "each of the 42 files was graded once".
    known.update(sum(v.count or 0 for v in row) for grid in context.grids for row in grid.values)
    for read in reads:
        known.update(
            n for each in read.entries for n in (each.count, each.base or 0) if each.kind in ("count", "measure")
        )
    return known


def _before(reads: Sequence[Passage]) -> list[Told]:
    """The last of the counts of the paragraphs before."""
    found: list[Told] = []
    for read in reversed(reads):
        found = [*(Told(t.entry, -1, t.own, t.all, t.near) for t in _all_told(read)), *found]
        if len(found) >= REMEMBERED:
            break
    return found[-REMEMBERED:]


def _all_told(read: Passage) -> list[Told]:
    return [told for at in range(len(read.starts)) for told in _told(read, at)]


@lru_cache(maxsize=2048)
def _told(read: Passage, at: int) -> tuple[Told, ...]:
    """The counts of a sentence with their words."""
    entries = [e for e in read.of_sentence(at) if e.kind == "count"]
    if not entries:
        return ()
    sentence = stems_of(read.sentence(at))
    # "61 forms came back. Of these 12 were read again": twelve forms were.
    if at and OF_THESE.search(read.sentence(at)):
        sentence |= stems_of(read.sentence(at - 1))
    end = read.starts[at] + len(read.sentence(at))
    ends = [*(e.start for e in entries[1:]), end]
    behind = [read.text[e.end : min(stop, e.end + 80)] for e, stop in zip(entries, ends, strict=True)]
    words = [stems_of(f"{e.before} {after}") for e, after in zip(entries, behind, strict=True)]
    return tuple(
        Told(
            each,
            each.start,
            words[place] - frozenset(w for other, more in enumerate(words) if other != place for w in more),
            sentence,
            f"{each.before} {each.after}",
        )
        for place, each in enumerate(entries)
    )


def stems_of(text: str) -> frozenset[str]:
    """The telling stems of a text without its numbers; what was drawn, tested or looked at is the sample."""
    return frozenset(map(_stem_of, WORD.findall(text))) - STOP - PLAIN


@lru_cache(maxsize=8192)
def _stem_of(word: str) -> str:
    return stem("sample" if SAMPLED.fullmatch(word) else "use" if word.lower() in ("using", "used", "uses") else word)


def _judged(
    paragraph: Paragraph, read: Passage, found: re.Match[str], known: Counter[int], told: Sequence[Told]
) -> Iterator[Finding]:
    number = _number(found["n"])
    lead = read.text[: found.start("n")]
    if number < 3 or known[number] != 1 or ANOTHER.search(lead) or PERIOD.match(read.text[found.end("n") :]):
        return
    if "." in found["n"]:
        return
    noun = NAME_ENDS.sub("", " " + found["noun"].strip())
    # "The eleven clinics enrolled 164": its verb.
    verb = re.match(r"\s*\d", read.text[found.end() :])
    noun = re.sub(r"(?<=\w)\s\w+ed$", "", noun) if verb else noun
    if re.search(r"\b(?:in|of|on|for|from|with|at|aged|under|over|between)$", found["noun"]):
        return  # "the 58 pupils in Year 6": a name that is no figure tells them apart
    # "The four homes in the north": what they are told apart by belongs to the name.
    tail = found["noun"].strip()[len(noun.strip()) :]
    limited = re.match(r"\s(?:in|of|on|for|from|with|who|that|which|whose|where)\b(?P<what>[a-z’' ]+)", tail, re.I)
    place = re.sub(r"\b(?:the|an?|this|our)\b", " ", limited["what"]) if limited else ""
    besides = stems_of(" ".join(NAME_ENDS.sub("", place).split()[:3]))
    if re.match(r"\s?[A-Za-z]+/[a-z]", read.text[found.end("n") :]):
        return  # a speed or a dose
    if re.match(r"\s(?:in|for|of|with|to|from|at|on) (?:whom|which)\b", tail, re.I):
        return  # "the 24 people in whom it was looked for": fewer than those told before
    start = found.start("n")
    earlier = [t for t in told if t.entry.count != number and (t.place < 0 or t.entry.end <= start)]
    near = [t for t in earlier if besides <= t.all]
    # "The five upheld complaints concerned food": what stands behind the plural may be its verb.
    plural = PLURAL.search(noun)
    match = _match(read, noun, found, number, near, besides)
    match = match or (_match(read, noun[: plural.end()], found, number, near, besides) if plural else None)
    # "Eleven faults, of which three": the parts that are set in take nothing away.
    if match is None or _derived(number, [t for t in earlier if t is match or not SET_IN.search(t.entry.before)]):
        return
    yield _finding(paragraph, found, match)


def _finding(paragraph: Paragraph, found: re.Match[str], match: Told) -> Finding:
    why = f"“{found.group().strip()}”, and before it “{match.entry.text}{match.entry.after.rstrip()}”"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    return Finding(
        CODE,
        "wrong",
        paragraph.where,
        found.group().strip(" .;:,"),
        found["n"] or found["m"],
        str(match.entry.count),
        why,
        slip,
        "likely",
    )


def _of_those(
    paragraph: Paragraph, found: re.Match[str], known: Counter[int], told: Sequence[Told]
) -> Iterator[Finding]:
    """ "All nine of those who had moved", where the one count that is told of those who moved is another."""
    number, thing = _number(found["n"] or found["m"]), found["thing"] or found["things"] or ""
    what = stems_of(re.split(r"\b(?:and|but|were|was|to|had been|have been)\b", found["noun"])[0])
    what |= stems_of(thing) if len(what) < FEWEST else frozenset()
    begin = found.start("n" if found["n"] else "m")
    # Its own sentence tells those whom it speaks of, and nothing of a count before them.
    own = paragraph.text.rfind(". ", 0, begin)
    earlier = [t for t in told if t.place < begin and not t.entry.start <= begin < t.entry.end and t.place <= own]
    if _derived(number, earlier):
        return
    alike = {
        t.entry.count: t
        for t in earlier
        if len(what) >= FEWEST and what <= t.all
        if not ELSEWHERE.search(t.near) and bool(NOT.search(found["noun"])) == bool(NOT.search(t.near))
    }
    if len(alike) == 1 and number not in alike and known[number] == 1 and number > 1:
        yield _finding(paragraph, found, next(iter(alike.values())))


def _number(text: str) -> int:
    return worded(text) if not text[0].isdigit() else int(re.sub(r"\D", "", text.split(".")[0]) or 0)


def _match(
    read: Passage, noun: str, found: re.Match[str], number: int, earlier: Sequence[Told], besides: frozenset[str]
) -> Told | None:
    """The count told before with the same words; without words, one with the same digits in another order."""
    words = stems_of(noun)
    if not words:
        alike = [e for e in earlier if sorted(str(e.entry.count)) == sorted(str(number)) and number > 99]
        ends = re.match(r"\s*[,.;:)]", read.text[found.end("n") :])
        return alike[-1] if alike and ends else None
    hits: list[Told] = []
    ahead = read.text[read.starts[read.sentence_at(found.start("n"))] : found.start("n")]
    at = read.sentence_at(found.start("n"))
    kind = words - _head(noun)
    for each in earlier:
        these = (
            re.search(r"\b(?:these|those)$", found["the"], re.I) and each.entry.sentence == at - 1 and each.place >= 0
        )
        # "More than one reason" is told of nobody.
        # What its own sentence goes on to say of another says nothing of this one.
        whole = stems_of(ahead) if each.place >= 0 and each.entry.sentence == at else each.all
        aside = {e.lower() for e in ELSEWHERE.findall(each.near)} - {
            e.lower() for e in ELSEWHERE.findall(found.group())
        }
        if (aside and not these) or not words <= whole or each.entry.text.lower() == "one":
            continue
        behind = stems_of(each.entry.after[:50])
        # "The 69 files with a current form", "these 69 files": of 66 files in all that the sentence before tells.
        limited = (besides and besides & each.all) or these
        if each.entry.base and limited and words <= each.all and len(words) == 1:
            hits.append(each)
            continue
        # "The 58 completed": those of whom that was told, and of no others.
        done = len(words) == 1 and re.fullmatch(r"\s*[a-z]+ed", found["noun"]) and words <= each.own
        if (kind and kind & each.own) or (len(words) == 1 and _bare(each, words, behind)) or done:
            hits.append(each)
    values = {each.entry.count for each in hits}
    return hits[-1] if len(values) == 1 else None


def _head(noun: str) -> frozenset[str]:
    """The stem of the thing itself in its name: its plural."""
    plurals = [
        w
        for w in re.findall(r"[a-z’']+", noun.lower())
        if w.endswith("s") or w in ("people", "children", "women", "men")
    ]
    return stems_of(plurals[-1] if plurals else noun.split()[-1] if noun.split() else "")


def _bare(each: Told, words: frozenset[str], behind: frozenset[str]) -> bool:
    """Whether a count is told of the one word alone: "at nine clinics" of "the eleven clinics"."""
    noun = re.match(r"\s*([A-Za-z’'-]+)", each.entry.after)
    return (
        noun is not None
        and not each.entry.base
        and stem(noun[1]) in words
        and words <= behind
        and not re.search(r"\b(?:of|among) (?:the|these|those)\s*$|\bthe\s*$", each.entry.before)
    )


def _derived(number: int, earlier: Sequence[Told]) -> bool:
    """Whether the number is the sum or the difference of some told shortly before: a part, a rest or a whole."""
    values = [n for each in earlier[-LAST_FEW:] for n in (each.entry.count, each.entry.base or 0) if n]
    if any(a + b == number or abs(a - b) == number for at, a in enumerate(values) for b in values[at + 1 :]):
        return True
    spans = [(low, high) for low in range(len(values)) for high in range(low + 2, len(values) + 1)]
    sums = {sum(values[low:high]) for low, high in spans}
    return number in sums or any(whole - each == number for whole in values for each in sums)
