"""Our own report proof-read as anybody's: every sentence is in the file, and no figure of it can't be true."""

import logging
from collections import Counter
from collections.abc import Iterator

from looped.checker import check_report
from looped.checker.finding import Finding
from looped.errors import LoopedError
from looped.renderers.tree import walk
from looped.renderers.words import line, stand_of
from looped.reports.nodes import Block, Bullets, Chart, Note, Paragraph, Report, Section, Table, text_of

LOG = logging.getLogger(__name__)

# Some formats put quotation marks round what somebody said or a colon after a title, others set them apart.
SET_APART = str.maketrans("“”:", "   ")


def proofread(report: Report) -> None:
    """The checker put to a report. What it holds only likely is told in the log, for it may be the checker that errs.

    Raises: LoopedError that names the first thing that can't be true: a fault of ours that must not reach a Board.
    """
    found = check_report(report)
    for each in found:
        if each.certainty != "certain":
            LOG.warning("the checker doubts “%s” (%s): %s; the report is written all the same", *_told(each))
    certain = [each for each in found if each.certainty == "certain"]
    if certain:
        first = certain[0]
        place = first.where.table or first.where.section or report.title
        raise LoopedError(
            f"the report does not pass its own check, and is not written. {len(certain)} found; "
            f"the first in “{place}”: “{first.quote}”: {first.why}. Please tell whoever looks after looped."
        )


def _told(finding: Finding) -> tuple[str, str, str]:
    return finding.quote, finding.where.table or finding.where.section or "", finding.why


def sentences_missing(report: Report, words: str) -> list[str]:
    """The report's sentences that a file doesn't hold as often as the report. words: all of the file's, as read back.

    Gaps between words aren't compared: each format breaks its lines where it likes. The longest are looked for first,
    and what one of them takes no other can: a sentence said twice must stand there twice.
    """
    squeezed, begins = _squeezed(words)
    told = {_squeezed(sentence)[0]: sentence for sentence in _sentences(report)}
    often = Counter(_squeezed(sentence)[0] for sentence in _sentences(report))
    free = bytearray(b"\x01") * len(squeezed)
    missing = [
        plain for plain in sorted(often, key=len, reverse=True) if _take(squeezed, begins, free, plain) < often[plain]
    ]
    return [told[plain] for plain in often if plain in missing]


def _take(squeezed: str, begins: set[int], free: bytearray, sentence: str) -> int:
    """How often a sentence stands in the words where they are free; these are then taken."""
    found, at, size = 0, squeezed.find(sentence), len(sentence)
    while at >= 0 and sentence:
        if at in begins and at + size in begins and free[at] and free[at + size - 1]:
            found += 1
            free[at : at + size] = bytes(size)
            at = squeezed.find(sentence, at + size)
        else:
            at = squeezed.find(sentence, at + 1)
    return found


def _squeezed(words: str) -> tuple[str, set[int]]:
    """The words without gaps, and where in that a new word begins (its end too): 177 doesn't hold the sentence 77."""
    parts = words.translate(SET_APART).split()
    begins, at = {0}, 0
    for part in parts:
        at += len(part)
        begins.add(at)
    return "".join(parts), begins


def _sentences(report: Report) -> Iterator[str]:
    yield from (line(report.period_title), stand_of(report))
    for block, _ in walk(report.sections):
        yield from filter(None, _said(block))


def _said(block: Block | Section) -> list[str]:
    """What a block says in prose: tables are compared cell by cell."""
    match block:
        case Section(title=title):
            return [title if isinstance(title, str) else text_of(title)]
        case Paragraph(text=text):
            return [text_of(text)]
        case Bullets(items=items):
            return [text_of(item) for item in items]
        case Note(title=title, text=text, opened=opened):
            return [text_of(title), text_of(text), text_of(opened)]
        case Table(note=note):
            return [text_of(note)]
        case Chart(title=title, alt=alt, note=note):
            return [text_of(title), text_of(alt), text_of(note)]
    return [block.words, block.who]
