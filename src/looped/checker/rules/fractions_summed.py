"""Parts told each with its own whole, and all of them: "24 of 29 at Ayr and 16 of 28 at Oban, in all 40 of 57"."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage, stems
from looped.checker.rules.bulleted import BULLET

CODE = "fractions-summed"
MESSAGE = "Those counted in all and their whole are what the groups have together."
GOOD = "Boats seen in time were 24 of 29 at Ayr, 16 of 28 at Oban and 27 of 35 at Troon, in all 67 of 92."
BAD = "Boats seen in time were 24 of 29 at Ayr, 16 of 28 at Oban and 27 of 35 at Troon, in all 64 of 92."

IN_ALL = pattern_of(
    r"\b(?:in (?:all|total)|overall|altogether|the (?:combined |overall |"
    r"grand )?total (?:is|was|being|of)|a total of|totals?|mak(?:es?|ing)|giv(?:es?|ing)|gave|came to|comes? to|"
    r"together|combined|pooled|between them|added (?:up|together)|as a whole|"
    r"across (?:all|the (?:two|three|four|five|six))\b[^.;:\d]{0,30}|"
    r"(?:all|both|all of the|the) (?:two |three |four |five |six )?(?:groups|sites|teams|arms|wards|units|"
    r"homes|schools)"
    r"(?: together| combined)?|(?:all|the) (?:two|three|four|five|six)(?: [a-z]+){1,3})\b[^.;:\d]{0,40}(?:: ?)?$",
    re.I,
)
# "67 of the 92 overall".
ALL_BEHIND = pattern_of(
    r"(?: ?\([\d.]+\s?%\))?[^.;:,\d]{0,40}\b(?:in (?:all|total)|overall|altogether|together|combined|between them|"
    r"for (?:the two|both|all(?: of them)?)(?: together)?|across (?:all|the whole))\b",
    re.I,
)
LISTED_ON = re.compile(r"(?: ?\([\d.]+\s?%\))?,(?: and)? \d+ (?:out )?of \d")
# What is told of one of them again, or of another time.
ELSE = pattern_of(
    r"\b(?:last (?:year|time|quarter|audit)|previous|year before|target|expected|of (?:these|those|them|which|whom)|"
    r"(?:reasons|causes|themes|faults|issues|factors|answers|categories|grades|kinds|types)\b[^.;\d]{0,20}\b(?:together|combined)|"
    r"except\w*|exclud\w*|without|not counting|leaving out|but not)\b",
    re.I,
)
# What is counted, and where what is said of it ends.
NOUN = pattern_of(r"(?:^|\d)? ((?:[a-z’'-]+ ){0,2}?[a-z’'-]+s|people|children|men|women|staff)\b", re.I)
CLAUSE_END = re.compile(r"[.;:,]|\b(?:and|but|at|in|on|for|across|over|between|together|overall|combined)\b")
DID = frozenset(("did", "do", "done", "so"))
FEWEST, REACH, LONGEST, NEAR = 2, 1, 120, 10


def check(context: Context) -> Iterator[Finding]:
    """Each part with its whole that is told of all, beside a list of such."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        based = [e for e in read.entries if e.base and e.kind == "count"]
        if len(based) > FEWEST:
            for total in based:
                if _is_of_all(read, total):
                    yield from _judged(paragraph, total, _listed(read, based, total))

    yield from _in_lines(context)


def _in_lines(context: Context) -> Iterator[Finding]:
    """The same in a list of lines that tell one part each, with what is told of all in its last line or beside it."""
    paragraphs = context.document.paragraphs
    told = [_alone(each) for each in paragraphs]
    for at, (paragraph, own) in enumerate(zip(paragraphs, told, strict=True)):
        if own is None or not _is_of_all(passage(paragraph.text), own):
            continue
        above = list(takewhile(_is_part, zip(reversed(paragraphs[:at]), reversed(told[:at]), strict=True)))
        below = list(takewhile(_is_part, zip(paragraphs[at + 1 :], told[at + 1 :], strict=True)))
        lines = above if len(above) >= FEWEST else below
        if len(lines) >= FEWEST:
            yield from _judged(paragraph, own, [entry for _, entry in lines if entry])


def _is_part(line: tuple[Paragraph, Entry | None]) -> bool:
    """Whether a paragraph is a line of a list, with one part and its whole."""
    paragraph, entry = line
    if entry is None or not BULLET.match(paragraph.text):
        return False
    return not _is_of_all(passage(paragraph.text), entry)


def _alone(paragraph: Paragraph) -> Entry | None:
    """The part with its whole of a short paragraph that tells no other."""
    if len(paragraph.text) > LONGEST or ELSE.search(paragraph.text):
        return None
    based = [e for e in passage(paragraph.text).entries if e.base and e.kind == "count"]
    return based[0] if len(based) == 1 else None


def _is_of_all(read: Passage, each: Entry) -> bool:
    # "Unsafe overall: 1 of 10, 0 of 5 and 0 of 5, in the order of the months": the first of a list.
    if LISTED_ON.match(read.text, each.end):
        return False
    lead = read.text[read.starts[each.sentence] : each.start]
    end = read.starts[each.sentence] + len(read.sentence(each.sentence))
    return bool(IN_ALL.search(lead) or ALL_BEHIND.match(read.text[each.end : end]))


def _listed(read: Passage, based: Sequence[Entry], total: Entry) -> list[Entry]:
    """The parts of one list beside what is told of all: every one of its sentence, or of the one next to it."""
    if ELSE.search(read.sentence(total.sentence)):
        return []
    for at in (total.sentence, total.sentence - REACH, total.sentence + REACH):
        found = [e for e in based if e.sentence == at and e is not total]
        if len(found) >= FEWEST and not any(_is_of_all(read, e) for e in found) and not ELSE.search(read.sentence(at)):
            return found if not _says_other(read, total, found) else []
    found = _in_sentences(read, total)
    count, base = sum(e.count for e in found), sum(e.base or 0 for e in found)
    # Those of whom it is not so are the others; and a whole far from theirs is another one.
    other = count + total.count == base == total.base or abs(base - (total.base or 0)) * NEAR > base
    return found if not other and not _says_other(read, total, found) else []


def _in_sentences(read: Passage, total: Entry) -> list[Entry]:
    """Parts told one a sentence, right before what is told of all or right behind it."""
    for way in (-REACH, REACH):
        found: list[Entry] = []
        at = total.sentence + way
        while 0 <= at < len(read.starts):
            own = read.of_sentence(at)
            if own and (len(own) > 1 or not own[0].base or _is_of_all(read, own[0]) or ELSE.search(read.sentence(at))):
                break
            found += own
            at += way
        if len(found) >= FEWEST:
            return found
    return []


def _says_other(read: Passage, total: Entry, parts: Sequence[Entry]) -> bool:
    """Whether something else is said of all than of the parts: by no word of theirs but what is counted."""
    told = [words for each in parts if (words := _said(read, each))]
    telling, noun = _said(read, total), _noun(read, total)
    every = stems(" ".join(read.sentence(each.sentence) for each in parts))
    if noun and any(_noun(read, each) for each in parts) and stems(noun[1].split()[-1]) - every:
        return True
    return bool(telling) and bool(told) and not telling.intersection(*told)


def _said(read: Passage, each: Entry) -> frozenset[str]:
    """The words of what is said of a count, without what is counted."""
    said = CLAUSE_END.split(read.text[each.end : read.starts[each.sentence] + len(read.sentence(each.sentence))])[0]
    noun = _noun(read, each)
    return stems(said) - DID - (stems(noun[1]) if noun else frozenset())


def _noun(read: Passage, each: Entry) -> re.Match[str] | None:
    """What is counted."""
    return NOUN.search(each.text) or NOUN.match(read.text, each.end)


def _judged(paragraph: Paragraph, total: Entry, parts: Sequence[Entry]) -> Iterator[Finding]:
    """Where the wholes come to the one told, the counts do too, and the other way about."""
    count, base = sum(e.count for e in parts), sum(e.base or 0 for e in parts)
    if not parts or (count == total.count) == (base == total.base):
        return
    wrong, right, counts = (
        (total.base, base, [e.base for e in parts])
        if count == total.count
        else (total.count, count, [e.count for e in parts])
    )
    why = f"{' + '.join(map(str, counts))} = {right}, printed as {wrong}"
    slip = f"total/{paragraph.line}/{total.start}"
    yield Finding(CODE, "wrong", paragraph.where, total.text, str(wrong), str(right), why, slip, "likely")
