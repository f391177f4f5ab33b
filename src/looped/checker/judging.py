"""A document judged by every rule: findings in reading order, causes numbered, and what was left alone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from looped.checker.all_rules import found_by_rules
from looped.checker.along_time import is_along_time
from looped.checker.asides import OF_DATES, between_asides
from looped.checker.context import Context
from looped.checker.crowded import doubted
from looped.checker.document import Block, Document, Paragraph, Table, Where
from looped.checker.evened import as_printed, in_one_way
from looped.checker.explained import BY_NAME, OF_RANKS, OF_SUMS, not_explained, without_borne_out
from looped.checker.finding import Finding
from looped.checker.footnotes import NOTE
from looped.checker.in_reports import told_in_report
from looped.checker.in_rows import in_rows, told_in_row
from looped.checker.joined import joined, together
from looped.checker.listed import is_of_list, listed
from looped.checker.not_meant import is_not_meant
from looped.checker.patterns import pattern_of
from looped.checker.plainer import plainer, quoted
from looped.checker.second_look import stands
from looped.checker.told_over import told_across
from looped.checker.traits import PLAIN
from looped.checker.upright import upright
from looped.files.collecting import without_collecting

# Rules that read tables again, with notes and captions: what others told of a cell they don't tell again.
LATER = ("sheet-share", "sheet-sum", "sheet-hundred", "sheet-worked")
# Findings by the weight of signs, and of what stands first of several: told where nothing else is.
WEIGHED, IN_ORDER = "weighed-", "order-"
OF_SHARES = frozenset(("share-of-base", "fraction"))
LONGEST = 15
ENDLESS = pattern_of(rf"\d[\d,]{{{LONGEST},}}")
ORDER = {"wrong": 0, "rounding": 1, "arguable": 2, "ok": 3}


@dataclass(frozen=True)
class Judgement:
    """What was found. not_judged: claims with a number that no rule could put to the test."""

    findings: tuple[Finding, ...]
    not_judged: int

    @property
    def amiss(self) -> list[Finding]:
        """The findings that aren't ok."""
        return [finding for finding in self.findings if finding.verdict != "ok"]

    @property
    def told(self) -> list[Finding]:
        """What is amiss, each figure of a place once: of several rules that find it so, what the surest says."""
        best: dict[tuple[Where, str], Finding] = {}
        for each in self.amiss:
            place = _figure(each)
            if place not in best or _surer(each) < _surer(best[place]):
                best[place] = each
        return [each for each in self.amiss if best[_figure(each)] is each]


def _figure(finding: Finding) -> tuple[Where, str]:
    """What a finding is on: a figure in its place; where it states none, its words."""
    return finding.where, finding.stated or finding.quote


def _surer(finding: Finding) -> tuple[int, bool, bool, bool]:
    """The least is the surest: the gravest, and one whose words bind all of its figures before one that weighs."""
    late = finding.code.startswith((WEIGHED, IN_ORDER))
    return ORDER[finding.verdict], finding.code not in PLAIN, finding.certainty != "certain", late


def judge(document: Document) -> Judgement:
    """Every rule put to the document; runs of more digits than any count has are read as signs."""
    with without_collecting():
        return _judged(document)


def _judged(document: Document) -> Judgement:
    bounded, changed = in_one_way(_bounded(document))
    context, kept, judged = _kept(replace(bounded, blocks=tuple(map(_upright, bounded.blocks))))
    claims = [(sentence.line, claim.quote) for sentence in context.sentences for claim in sentence.claims]
    kept = _in_plainer_words(context.document, _over_asides(context.document, kept))
    kept = _of_lists(context.document, _over_breaks(context.document, kept))
    kept = [as_printed(each, changed) for each in told_in_report(context.document, kept)]
    told = _numbered(_turned_back(bounded, context.document, kept))
    return Judgement(tuple(told), sum(claim not in judged for claim in claims))


def _kept(document: Document) -> tuple[Context, list[Finding], set[tuple[int | None, str]]]:
    """What the rules find in a document, without what is taken back; and the places that they judged."""
    context = Context(document)
    kept = _once(_where_none(_first_of_cell(found_by_rules(context))))
    judged = {(finding.where.line, finding.quote) for finding in kept}
    kept = [e for e in kept if not e.is_wrong or not _is_taken_back(context, e)]
    return context, _where_silent([doubted(context, each) for each in not_explained(kept)]), judged


def _is_taken_back(context: Context, finding: Finding) -> bool:
    """Whether what a rule calls wrong is right by another reading of its words or its figures."""
    return is_along_time(context, finding) or is_not_meant(context, finding) or stands(context, finding)


def _over_asides(document: Document, kept: Sequence[Finding]) -> list[Finding]:
    """Paragraphs with sentences that only stand between are read without these, unless it is dates that are told."""
    # Beside a table its own rules read the prose with it.
    pairs = [pair for pair in between_asides(document) if pair[0] not in document.beside_tables]
    if not pairs:
        return list(kept)
    texts = {each.line: each.text for each, _ in pairs}
    amiss = any(each.is_wrong and each.where.line in texts for each in kept)
    long = _of_blocks(document, [each for each, _ in pairs]) if amiss else []
    short = [each for each in _of_blocks(document, [each for _, each in pairs]) if each.is_wrong]
    again = {(each.where.line, each.code) for each in short}
    gone = {(each.where.line, each.code) for each in long if each.is_wrong and each.code not in OF_DATES} - again
    left = [each for each in kept if not each.is_wrong or (each.where.line, each.code) not in gone]
    told = {each.where.line for each in left if each.is_wrong}
    # What is right with all that stands there is right.
    right = {(each.where.line, each.code) for each in kept if each.verdict == "ok"}
    short = [each for each in short if (each.where.line, each.code) not in right]
    more = [each for each in short if each.where.line not in told and each.quote in texts[each.where.line]]
    return sorted([*left, *more], key=lambda each: each.where.line or 0)


def _of_blocks(document: Document, paragraphs: Sequence[Paragraph]) -> list[Finding]:
    """What is found in some paragraphs, the notes at the foot still being there."""
    own = {each.line for each in paragraphs}
    notes = tuple(each for each in document.paragraphs if NOTE.match(each.text) and each.line not in own)
    return [each for each in _kept(replace(document, blocks=(*paragraphs, *notes)))[1] if each.where.line in own]


def _in_plainer_words(document: Document, kept: Sequence[Finding]) -> list[Finding]:
    """With what paragraphs give in plainer words that give nothing themselves; beside a table its own rules read it."""
    told = {each.where.line for each in kept if each.is_wrong}
    pairs = [p for p in plainer(document) if p[0] not in document.beside_tables and p[0].line not in told]
    if not pairs:
        return list(kept)
    texts = {each.line: each.text for each, _ in pairs}
    found = [each for each in _of_blocks(document, [p[1] for p in pairs]) if each.is_wrong]
    right = {(each.where.line, each.stated) for each in kept if each.verdict == "ok"}
    found = [each for each in found if (each.where.line, each.stated) not in right]
    more = [each for each in found if each.code not in OF_DATES and each.code not in OF_RANKS]
    quotes = (quoted(each, texts[each.where.line]) for each in more if each.where.line in texts)
    return sorted([*kept, *(each for each in quotes if each)], key=lambda each: each.where.line or 0)


def _over_breaks(document: Document, kept: list[Finding]) -> list[Finding]:
    """With what two paragraphs give together, neither of which gives anything itself; beside a table it is left."""
    for every, codes in joined(document):
        told = {each.where.line for each in kept if each.is_wrong}
        pairs = [p for p in every if p[0] not in document.beside_tables and not told & {p[0].line, p[1].line}]
        if not pairs:
            continue
        whole, by_line = together(document, pairs), {pair[0].line: pair for pair in pairs}
        found = [e for e in _over_asides(whole, _kept(whole)[1]) if e.is_wrong and e.where.line in by_line]
        kept = kept + [e for each in found if (e := told_across(each, by_line[each.where.line], codes))]
    return sorted(_over_rows(document, kept), key=lambda each: each.where.line or 0)


def _over_rows(document: Document, kept: list[Finding]) -> list[Finding]:
    """With what is said of all that three paragraphs or more tell, one item each."""
    told = {each.where.line for each in kept if each.is_wrong}
    lines = [each.line for each in document.paragraphs]
    rows = [
        row
        for row in in_rows(document)
        if row[0] not in document.beside_tables
        and not told & set(lines[lines.index(row[0].line) : lines.index(row[1].line) + 1])
    ]
    found = [each for row in rows for each in _kept(together(document, [row]))[1] if each.is_wrong]
    more = {(e.where, e.code, e.quote): e for each in found if (e := told_in_row(each, document))}
    return [*kept, *more.values()]


def _of_lists(document: Document, kept: list[Finding]) -> list[Finding]:
    """With what is said of several lines, paragraphs or sections that are told alike, where nothing else is told."""
    told = {each.where.line for each in kept if each.is_wrong}
    # What is right as it stands there is right.
    right = {(each.where.line, each.code) for each in kept if each.verdict == "ok"}
    every = [e for e in listed(document) if not told & {e[1].line, *e[0].lines} and e[1] not in document.beside_tables]
    if not every:
        return kept
    by_line = {own.line: (each, own) for each, own, _ in every}
    found = _kept(replace(document, blocks=tuple(both for _, _, both in every)))[1]
    more = [e for e in found if e.is_wrong and e.where.line in by_line and is_of_list(e, *by_line[e.where.line])]
    more = [each for each in more if (each.where.line, each.code) not in right]
    return sorted([*kept, *more], key=lambda each: each.where.line or 0)


def _upright(block: Block) -> Block:
    return upright(block) if isinstance(block, Table) else block


def _turned_back(bounded: Document, judged: Document, found: Iterable[Finding]) -> list[Finding]:
    """Findings on a table that lies on its side, with its rows and columns as they are printed."""
    pairs = zip(bounded.blocks, judged.blocks, strict=True)
    lines = {row[0].line for one, other in pairs if one is not other and isinstance(other, Table) for row in other.rows}
    return [
        replace(each, where=replace(each.where, row=each.where.column, column=each.where.row))
        if each.where.line in lines - {None}
        else each
        for each in found
    ]


def _first_of_cell(found: Iterable[Finding]) -> Iterator[Finding]:
    """All findings, but of a cell only what the first rule says that finds it amiss: others would tell it again."""
    amiss: dict[tuple[object, ...], str] = {}
    for finding in found:
        place = finding.where
        cell = (place.section, place.table, place.row, place.column, place.line)
        if finding.verdict != "ok" and place.row is not None and place.column is not None:
            first = amiss.setdefault(cell, finding.code)
            if first != finding.code and finding.code in LATER:
                continue
        yield finding


def _where_none(found: Iterable[Finding]) -> Iterator[Finding]:
    """What is weighed only where no rule finds anything amiss in its paragraph, be it taken back later.

    Nor is it told of a figure that another rule finds right.
    """
    found = list(found)
    right = {(each.where, each.stated) for each in found if each.verdict == "ok" and each.code in OF_SUMS | OF_SHARES}
    # Nor of one of a list that is borne out as such.
    listed = [(each.where, each.why) for each in found if each.verdict == "ok" and each.code == BY_NAME]
    lines = {
        each.where.line for each in found if each.verdict != "ok" and not each.code.startswith((WEIGHED, IN_ORDER))
    }
    return (
        each
        for each in found
        if not each.code.startswith(WEIGHED)
        or (not any(each.where == where and each.stated in why for where, why in listed))
        and (each.where.line not in lines and (each.where, each.stated) not in right)
    )


def _where_silent(found: Sequence[Finding]) -> list[Finding]:
    """What is said of order only where nothing else is wrong in its paragraph: the others say more exactly what."""
    told = {each.where.line for each in found if each.is_wrong and not each.code.startswith((WEIGHED, IN_ORDER))}
    found = without_borne_out(found)
    kept = []
    for each in found:
        if each.code.startswith((WEIGHED, IN_ORDER)):
            if each.where.line in told:
                continue
            told |= {each.where.line} if each.verdict != "ok" else set()
        kept.append(each)
    beside: dict[Where, list[Finding]] = {}
    for each in kept:
        beside.setdefault(each.where, []).append(each)
    return [each for each in kept if not any(_tells_again(each, other) for other in beside[each.where])]


def _tells_again(finding: Finding, other: Finding) -> bool:
    """Whether what is arguable of some words is told of them by another rule of their place, as gravely or more so."""
    if finding.verdict != "arguable" or other.verdict == "ok" or finding is other:
        return False
    if not (finding.quote in other.quote or other.quote in finding.quote):
        return False
    if other.is_wrong and other.code in PLAIN:
        return True
    late = [each.code.startswith((WEIGHED, IN_ORDER)) for each in (finding, other)]
    return late == [True, False] or (late == [False, True] and other.is_wrong)


def _bounded(document: Document) -> Document:
    """The document with each run of sixteen digits or more as so many signs: account numbers, or an attack."""
    return replace(document, blocks=tuple(_plain(block) for block in document.blocks))


def _plain(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=_signs(block.text)) if ENDLESS.search(block.text) else block
    if not any(len(cell.text) > LONGEST and ENDLESS.search(cell.text) for row in block.rows for cell in row):
        return block
    rows = tuple(tuple(replace(cell, text=_signs(cell.text)) for cell in row) for row in block.rows)
    return replace(block, rows=rows)


def _signs(text: str) -> str:
    return ENDLESS.sub(lambda found: "#" * len(found.group()), text)


def _once(found: Iterable[Finding]) -> list[Finding]:
    """One finding a rule and place, the gravest; in reading order."""
    best: dict[tuple[object, ...], Finding] = {}
    for finding in found:
        place = finding.where
        key = (finding.code, place.section, place.table, place.row, place.column, place.line, finding.quote)
        if key not in best or ORDER[finding.verdict] < ORDER[best[key].verdict]:
            best[key] = finding
    return sorted(best.values(), key=lambda each: each.where.line or 0)


def _numbered(found: list[Finding]) -> list[Finding]:
    """Causes get plain names that stay the same from run to run."""
    names: dict[str, str] = {}
    causes = _causes(found)
    for finding in found:
        if finding.verdict != "ok":
            cause = causes[_cause(finding)]
            words = re.sub(r"[^a-z0-9]+", "-", f"{finding.code} {finding.quote}".lower()).strip("-")[:48]
            names.setdefault(cause, f"{len(names) + 1:03}-{words}")
    return [
        replace(each, slip="") if each.verdict == "ok" else replace(each, slip=names[causes[_cause(each)]])
        for each in found
    ]


def _cause(finding: Finding) -> str:
    return finding.slip or f"{finding.code}/{finding.where.line}/{finding.quote}"


def _causes(found: Sequence[Finding]) -> dict[str, str]:
    """The cause of each cause: what several rules say of one figure in its place has the one that was named first."""
    causes: dict[str, str] = {}
    first: dict[tuple[Where, str], str] = {}
    for each in found:
        if each.verdict != "ok":
            own = causes.setdefault(_cause(each), _cause(each))
            causes[_cause(each)] = first.setdefault(_figure(each), own)
    return causes
