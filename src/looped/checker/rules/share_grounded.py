"""A share, in figures or in words, and the one part and whole that stand with it, in whatever order and wording."""

import re
from collections.abc import Iterator
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.drawn import negative
from looped.checker.finding import Finding, Verdict
from looped.checker.footnotes import MARK, bases_anywhere, notes_of
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage, stems
from looped.checker.sharing import (
    AGAIN,
    ELSE,
    OF_THEM,
    Ground,
    Share,
    around,
    counts_beside,
    ground_of,
    is_bound,
    is_change,
    is_given,
    shares_in,
    widened,
)
from looped.checker.weighing import prose_alone

CODE = "share-grounded"
MESSAGE = "A share is what the one part and whole told with it give."
GOOD = "Rust was found on one in every four hinges; there were 12 rusty hinges and 48 hinges in all."
BAD = "Rust was found on one in every six hinges; there were 12 rusty hinges and 48 hinges in all."

# What says of a number that it is all there were.
WHOLE = pattern_of(
    r"\b(?:base|n\s?=|sample|total|in all|all|altogether|there (?:are|were|was|is)|numbers? (?:of|who|that)|answered|"
    r"replied|responded|took part|ballots?|(?:we|they|it) (?:tested|checked|visited|read|asked|saw|sampled|rang|opened|"
    r"examined|reviewed|looked at|spoke to|surveyed|inspected|drew)|were (?:tested|checked|visited|read|asked|seen|"
    r"sampled|opened|examined|reviewed|surveyed|inspected|drawn|due|sent|issued))\b",
    re.I,
)
OF_THINGS, NOUN = re.compile(r"\s*of (?:the|all|our|its|these) ([a-z’'-]+)"), re.compile(r" ([a-z’'-]+)")
SHARE_OF = pattern_of(r"\b(?:proportion|share|percentage) of (?:the |all |our )?([a-z’'-]+)", re.I)
NEXT = re.compile(r"; of (?:the|our|its) $")
OF_WHOM = pattern_of(
    r" of (?:the |those in the |all )?(?P<who>(?!them|these|those|us\b|it\b)[a-z’'-]+(?: [a-z’'-]+)?)", re.I
)
FAR, REACH = Fraction(5, 2), 2
# So small a part is told of many things; a share, its part and its whole alone belong together.
FEW, BARE = 5, 3


# The mark of a note, which tells what it is of.
MARKED = pattern_of(rf"\)?{MARK.pattern}")
# "Schools with 85% or less": a limit.
OR_LESS = pattern_of(
    r"[\d.]+ ?(?:%|per ?cent)\)? or (?:more|less|lower|higher|above|below|over|under|fewer|greater)\b", re.I
)


def check(context: Context) -> Iterator[Finding]:
    """Each share that stands alone with one part and whole, and that no counts near it give."""
    for paragraph in context.paragraphs_with(OF_WHOM):
        read = passage(paragraph.text)
        for share in shares_in(read):
            if ground := _of_group(read, share):
                yield _finding(paragraph, share, ground, "ok" if share.is_of(ground.part, ground.whole) else "wrong")
    notes = notes_of(context.document)
    for paragraph in context.once(prose_alone):
        read = passage(paragraph.text)
        if bases_anywhere(notes.near(paragraph).values(), paragraph.text):
            continue  # its base stands in the note
        for each in (widened(read, s) for s in shares_in(read) if not MARKED.match(read.text, s.end)):
            if each.entry is None or each.entry.kind == "share":
                yield from _judged(paragraph, read, each)
            elif not each.entry.base:
                yield from _beside(paragraph, read, each, each.entry)


def _of_group(read: Passage, share: Share) -> Ground | None:
    """ "44 of 98 in the one arm were well and 21 of 92 in the other. Most of the one arm were well": of that arm."""
    of = OF_WHOM.match(read.text, share.end)
    own = [e for e in counts_beside(read) if e.sentence == share.sentence]
    if share.entry is not None or not of or own:
        return None
    who, said = stems(of["who"]), stems(read.sentence(share.sentence))
    near = [e for e in counts_beside(read) if e.base and 0 < share.sentence - e.sentence <= REACH]
    named = [e for e in near if who <= stems(e.after)]
    if not who or len(near) < REACH or len(named) != 1 or not (said - who) & stems(read.sentence(named[0].sentence)):
        return None
    told = named[0]
    if negative(around(read, share)) != negative(f"{told.before} {told.after}") or _is_else(read, share):
        return None
    return Ground(told.count, told.base or 0, told, told)


def _judged(paragraph: Paragraph, read: Passage, share: Share) -> Iterator[Finding]:
    ground = ground_of(read, share)
    if (
        ground is None
        or _of_group(read, share)
        or _is_taken_up(read, share, ground)
        or not _is_alone(read, share)
        or _is_else(read, share)
        or is_change(read, share, ground)
    ):
        return
    if re.match(rf"{ground.whole}\b", share.text):
        return  # "13 out of 50 ... four of the 13": of these, and no share of them
    right = share.is_of(ground.part, ground.whole)
    if not right and (is_given(read, share, ground) or not is_bound(read, share, ground) or _is_far(share, ground)):
        return
    if right and not is_bound(read, share, ground):
        return
    if not right and ground.part <= FEW and len(read.entries) > BARE:
        return  # "four of the 22": of something else that the paragraph tells
    if not right and _opens_anew(read, share, ground):
        return
    yield _finding(paragraph, share, ground, "ok" if right else "wrong")


def _is_taken_up(read: Passage, share: Share, ground: Ground) -> bool:
    """ "13 boats out of 50 ... four of the 13 boats": so many are what the others are of."""
    found = re.match(r"\d[\d,]*", read.text[share.start : share.end])
    return found is not None and int(found.group().replace(",", "")) == ground.whole


def _opens_anew(read: Passage, share: Share, ground: Ground) -> bool:
    """ "A third of the leaflets went to schools; of the 60 schools 12": of other things than the share."""
    own, other = OF_THINGS.match(read.text, share.end), NOUN.match(read.text, ground.other.end)
    anew = share.end < ground.start and NEXT.search(read.text[share.end : ground.start])
    if own and other and anew and stem(own[1]) != stem(other[1]):
        return True
    # "The share of files stands at 55%. Of the six standards four ...".
    what = SHARE_OF.search(read.text[read.starts[share.sentence] : share.start])
    behind = share.end < ground.start and ground.entry.sentence != share.sentence
    return bool(what and other and behind and stem(what[1]) != stem(other[1]))


def _beside(paragraph: Paragraph, read: Passage, share: Share, entry: Entry) -> Iterator[Finding]:
    """ "Eighteen (45%) were for it. The number who answered was 40": the only other count is said to be the whole."""
    others = [e for e in counts_beside(read) if e is not entry]
    if len(others) != 1 or others[0].base or not _is_alone(read, share):
        return
    whole = others[0]
    ground = Ground(entry.count, whole.count, entry, whole)
    if entry.count <= FEW and len(read.entries) > BARE:
        return
    if not 0 < entry.count < whole.count or not WHOLE.search(_clause(read, whole)):
        return
    if _is_else(read, share) or is_change(read, share, ground) or _is_far(share, ground):
        return
    if not (share.is_of(entry.count, whole.count) or share.is_of(whole.count - entry.count, whole.count)):
        yield _finding(paragraph, share, ground, "wrong")


def _clause(read: Passage, entry: Entry) -> str:
    return f"{entry.before} {entry.text} {entry.after}"


def _is_alone(read: Passage, share: Share) -> bool:
    return not any(abs(each.sentence - share.sentence) <= 1 for each in shares_in(read) if each.start != share.start)


def _is_else(read: Passage, share: Share) -> bool:
    lead = read.text[max(0, share.start - 24) : share.start]
    if lead.endswith((", at ", ", at only ", ", at just ")):
        return True  # "those over 70, who cast 120 of the 300 votes, were the most content, at 91%"
    of_them = OF_THEM.match(read.text, share.end) and not AGAIN.search(lead)
    return bool(of_them or OR_LESS.match(read.text, share.start) or ELSE.search(around(read, share)))


def _is_far(share: Share, ground: Ground) -> bool:
    """Whether a percentage is so far from what they give that it must be of something else."""
    exact, stated = Fraction(ground.part, ground.whole), (share.low + share.high) / 2
    return share.entry is not None and all(
        max(each, stated) > FAR * min(each, stated) for each in (exact, 1 - exact) if each
    )


def _finding(paragraph: Paragraph, share: Share, ground: Ground, verdict: Verdict) -> Finding:
    exact = f"{float(Fraction(ground.part * 100, ground.whole)):.1f}%"
    told = "" if verdict == "ok" else f", not {share.text}"
    why = f"{ground.part} of {ground.whole} is {exact}{told}"
    slip = f"fraction/{paragraph.line}/{share.text.lower()}"
    return Finding(CODE, verdict, paragraph.where, share.text, share.text, exact, why, slip, "likely")
