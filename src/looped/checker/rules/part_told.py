"""A list that makes up its whole, and the share of one of its parts: "of 24, four were mended in full, ... full
mends 17%"."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context, with_shares
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import fits, near, rounded, share
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, stems

CODE = "part-told"
MESSAGE = "The share of a part of a list is that of its count in the whole that the list makes."
GOOD = "We rang 40 owners: 22 wrote back (55%), 8 rang back and 10 did neither."
BAD = "We rang 40 owners: 22 wrote back (45%), 8 rang back and 10 did neither."

# What a share is said to be of: full repair, which stands at 24%.
STANDS = pattern_of(
    r"(?P<what>[A-Z][^.;:,\d]{4,60}?) (?:therefore |thus |hence |now |so )*(?:stands?|stood|is|was|comes? to|"
    r"came to|runs? at|ran "
    r"at|are|were)(?: therefore| thus| now)?(?: at)? $"
)
OF = pattern_of(r"^\W*(?:in all,? )?(?:of|out of|among) (?:the |these |our |those |all )*$", re.I)
COLON = re.compile(r"[^.;:\d]{2,60}: (?:[a-z’'-]+ ){0,2}")
ELSE = pattern_of(
    r"\b(?:target|than|last|previous\w*|national\w*|average|expected|benchmark|of (?:these|those|them|which|whom)|rest|"
    r"remaining|more than one|several|including)\b",
    re.I,
)
FEWEST = 2


def check(context: Context) -> Iterator[Finding]:
    """Each list of two parts or more that makes its whole, with the shares of its parts."""
    for paragraph, read in with_shares(context):
        for at in range(len(read.starts)):
            own = read.of_sentence(at)
            if len(own) <= FEWEST or any(e.kind != "count" or e.base for e in own) or own[0].share:
                continue
            whole, parts = own[0], own[1:]
            made = sum(e.count for e in parts) == whole.count
            if made and not ELSE.search(read.sentence(at)) and _is_opened(read, whole, parts[0]):
                yield from _in_list(paragraph, read, whole, parts)
                yield from _stands(paragraph, read, whole, parts)


def _is_opened(read: Passage, whole: Entry, first: Entry) -> bool:
    """ "Of the 24 boats, four", "we rang 40 owners: 22": a whole that its parts stand right behind."""
    lead = read.text[read.starts[whole.sentence] : whole.start]
    return bool(OF.search(lead) or COLON.fullmatch(read.text[whole.end : first.start]))


def _in_list(paragraph: Paragraph, read: Passage, whole: Entry, parts: Sequence[Entry]) -> Iterator[Finding]:
    """A share right beside a part; where it is the only one amiss, and of no other number told."""
    told = [e for e in parts if e.share]
    wrong = [e for e in told if e.share and not fits(e.count, whole.count, e.share)]
    others = {n for e in read.entries if e.kind == "count" for n in (e.count, e.base) if n}
    for each in told if len(wrong) < FEWEST else ():
        if each not in wrong or not any(each.share and fits(each.count, n, each.share) for n in others):
            yield _finding(paragraph, each.text, each, whole, each)


def _stands(paragraph: Paragraph, read: Passage, whole: Entry, parts: Sequence[Entry]) -> Iterator[Finding]:
    """A share in the next sentence, of the part that has the words of its subject."""
    behind = read.of_sentence(whole.sentence + 1)
    if len(behind) != 1 or not behind[0].share or behind[0].kind != "share":
        return
    said = STANDS.search(read.text[read.starts[behind[0].sentence] : behind[0].start])
    ends = [*(e.start for e in parts[1:]), read.starts[whole.sentence + 1]]
    told = [_plain(read.text[e.end : end]) for e, end in zip(parts, ends, strict=True)]
    wanted = _plain(said["what"]) if said else frozenset()
    # "13 had been mended in full, 17 in part": the words of the first are those of all.
    hits = [e for e, words in zip(parts, told, strict=True) if wanted and wanted <= words | told[0] and wanted & words]
    most = max((len(wanted & words) for words in told), default=0)
    hits = [e for e, words in zip(parts, told, strict=True) if e in hits and len(wanted & words) == most]
    if len(hits) == 1 and not ELSE.search(read.sentence(behind[0].sentence)):
        yield _finding(paragraph, behind[0].text, behind[0], whole, hits[0])


def _plain(words: str) -> frozenset[str]:
    """The stems of words, a noun as its verb: "implementation" as "implemented"."""
    return frozenset(re.sub(r"(?:ation|ion|ment|ance|al|at|e)$", "", each) for each in stems(words)) - {
        "had",
        "been",
        "rate",
        "share",
    }


def _finding(paragraph: Paragraph, quote: str, told: Entry, whole: Entry, part: Entry) -> Finding:
    printed = told.share
    assert printed is not None  # of those chosen
    right, close = fits(part.count, whole.count, printed), near(part.count, whole.count, printed)
    verdict: Verdict = "ok" if right else "rounding" if close else "wrong"
    exact = f"{rounded(share(part.count, whole.count), max(printed.decimals, 1))}%"
    why = f"{part.count} of {whole.count} is {exact}, printed as {printed}"
    slip = f"share-of-base/{paragraph.line}/{told.text}"
    return Finding(CODE, verdict, paragraph.where, quote, str(printed), exact, why, slip, "likely")
