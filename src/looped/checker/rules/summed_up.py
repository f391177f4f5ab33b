"""A figure of the summary that stands nowhere in the report, where the report tells another one in the same words."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.phrases import MORE_OR_LESS
from looped.checker.prose import Entry, Passage, passage
from looped.checker.telling_words import stems, weight
from looped.checker.told_in_report import FROM, TO, Report, Told, clause_of, place_in, told_in

CODE = "summed-up"
MESSAGE = "What the summary tells stands in the report too."
GOOD = (
    "Summary\n\nWe read 84 letters about noise at night.\n\nMethod\n\nThe 84 letters about noise at night came by post."
)
BAD = (
    "Summary\n\nWe read 88 letters about noise at night.\n\nMethod\n\nThe 84 letters about noise at night came by post."
)

# A heading over what sums up the rest, or the label of a paragraph that does.
SUMS = pattern_of(
    r"^\W*(?:\d+(?:\.\d+)*\.?\s*)?(?:(?:executive |overall |plain |lay |brief )?summary|abstract|overview|synopsis|"
    r"headlines?(?: findings?| messages?| figures?)?|(?:what we found )?in (?:brief|short)|at a glance|"
    r"(?:key|main|headline) (?:findings?|figures?|messages?|points?|results?|facts)|(?:overall |follow-up and )?"
    r"conclusions?|opinion)\b(?: (?:and|of|for|to) [a-z’' -]{3,40})?(?=\W*$|[:.])",
    re.I,
)
OTHER_TIME = pattern_of(
    r"\b(?:last|previous\w*|earlier|next|first cycle|second cycle|target|standard|benchmark|national\w*|"
    r"(?:19|20)\d\d|ago|before|than|baseline|plan(?:ned)?)\b",
    re.I,
)
FAR, ACCOUNT = 2, 4
LEAST = 2.0
NEAR = Decimal("0.1")
SMALL = 5
# A day or a year that only dates what is told.
DATED = pattern_of(
    r"\b(?:between|from|in|on|during|since|by|to|until|and) (?:\d{1,2} )?(?:[A-Z][a-z]{2,8} )?(?:19|"
    r"20)\d\d(?:[/–-]\d{2,4})?\b"
)
# A limit that figures reach, and no figure of anything.
AT_MOST = pattern_of(
    rf"\b(?:at (?:least|most)|(?:{MORE_OR_LESS}) than|over|under|above|below|up to|reach\w*|exceed\w*) $",
    re.I,
)
OR_MORE = pattern_of(
    r"(?: of [a-z’'-]+(?: [a-z’'-]+)?)? or (?:more|less|fewer|above|below|over|under|higher|lower)\b", re.I
)
# "Very or fairly satisfied": of two rows together.
# "Seven lacked both a name and a date": fewer than those that lacked the one.
BOTH = pattern_of(
    r"\bboth (?!sites|teams|wards|groups|arms|years|parts|places)(?:an? |the )?[a-z]+(?: [a-z]+)? and\b", re.I
)
EITHER = re.compile(r"\b(?:or|and)\b")
BEHIND = re.compile(r" ([a-z’'-]{4,})(?: ([a-z’'-]{4,}))?")
# In characters: what is longer under such a heading is the report itself.
LONGEST = 1600
# Of means: so near are two of the same thing.
MEAN_NEAR = Decimal("0.3")
MEAN = pattern_of(r"\b(?:averag\w+|mean)\b", re.I)
OF_MEANS = stems("mean average averaged")


def check(context: Context) -> Iterator[Finding]:
    """Each figure of what sums up, with those of the rest."""
    sums = [each for each in context.document.paragraphs if _sums_up(each)]
    if not sums or sum(len(each.text) for each in sums) > LONGEST * len(sums):
        return
    rest = [each for each in context.document.paragraphs if not _sums_up(each)]
    report = Report(rest, [placed.sheet for placed in context.sheets])
    if not report.rest and not report.sheets:
        return
    sections: dict[Decimal, set[str]] = {}
    for each in sums:
        for entry in passage(each.text).entries:
            sections.setdefault(entry.value, set()).add(each.section)
            if entry.share and entry.base:
                # "36/80 (45.0%)": borne out by its own count, wherever it stands.
                sections.setdefault(entry.share.value, set()).add(each.section)
    for at, paragraph in enumerate(sums):
        read = passage(paragraph.text)
        odd = [
            entry
            for entry in read.entries
            if len(sections[entry.value]) == 1
            and entry.value not in (report.shares if entry.kind == "share" else report.stated)
        ]
        before = [each for each in sums[:at] if each.section != paragraph.section] if odd else []
        told = [*report.told, *told_in(before)] if odd else []
        for entry in odd:
            if other := _amiss(read, entry, report, told):
                yield _finding(paragraph, entry, other)


def _amiss(read: Passage, entry: Entry, report: Report, told: Sequence[Told]) -> Told | None:
    """What the report has instead of a figure of the summary."""
    if _is_of_account(read, entry):
        return None
    if AT_MOST.search(read.text[: entry.start]) or OR_MORE.match(read.text, entry.end):
        return None
    is_mean = entry.step < 1 and entry.kind == "measure" and MEAN.search(clause_of(read, entry))
    if is_mean and (other := _mean_instead(read, entry, told)):
        return other
    if other := _instead_beside(read, entry, report):
        return other
    if entry.value not in report.made and (other := _plainly(read, entry, told)):
        return other
    known = report.shares if entry.kind == "share" else report.known
    if entry.value <= SMALL or entry.value in known:
        return None
    beside = {each.value for each in read.of_sentence(entry.sentence)}
    other = _other(read, entry, [each for each in told if each.value not in beside])
    if other and _is_known(entry, known, report.pairs):
        # It may come out of others by chance, where it is told in the very words of a share so near.
        clause = clause_of(read, entry)
        alike = weight(stems(clause) & other.words) >= LEAST and is_slip(entry.value, other.value)
        alike = alike and not (entry.value in report.made and EITHER.search(clause))
        return other if entry.kind == "share" and alike else None
    return other


def _sums_up(paragraph: Paragraph) -> bool:
    return bool(SUMS.match(paragraph.section) or SUMS.match(paragraph.text))


def _mean_instead(read: Passage, entry: Entry, told: Sequence[Told]) -> Told | None:
    """ "Mean stay: 18.8 days", where the report has one mean of days near it: "17.7 days each on average"."""
    clause = clause_of(read, entry)
    if OTHER_TIME.search(clause):
        return None
    words = stems(clause) - OF_MEANS
    near = [
        each
        for each in told
        if each.kind == "measure" and each.unit == entry.unit and each.step == entry.step
        if MEAN.search(each.clause) and not OTHER_TIME.search(each.clause)
    ]
    alike = [each for each in near if each.unit or words & each.words]
    if len({each.value for each in near}) != 1 or not alike:
        return None
    return alike[0] if abs(alike[0].value - entry.value) <= MEAN_NEAR * alike[0].value else None


def _instead_beside(read: Passage, entry: Entry, report: Report) -> Told | None:
    """ "It fell from 153 to 124", where a row or a sentence of the report has 153 beside 128 and nothing else near."""
    own = read.of_sentence(entry.sentence)
    at = place_in(own, entry)
    pairs = [(own[at - 1], entry)] if at else []
    pairs += [(entry, own[at + 1])] if at + 1 < len(own) else []
    for first, last in pairs:
        other = last if first is entry else first
        if first.kind != last.kind or not FROM.search(read.text[: first.start]):
            continue
        if not TO.fullmatch(read.text[first.end : last.start]) or (entry.kind == "count" and _is_small(entry, report)):
            continue
        lines = [line for line in report.lines if any((e.kind, e.value) == (other.kind, other.value) for e in line)]
        near = [e for line in lines for e in line if e.kind == entry.kind and _is_near(entry, e.value)]
        near = [e for e in near if e.value != other.value]
        if len({e.value for e in near}) == 1:
            return near[0]
    return None


def _is_of_account(read: Passage, entry: Entry) -> bool:
    """ "Of 25, 14 were met, 7 partly and 4 not": its sentence bears it out, whatever each part of the report has."""
    counts = [e.value for e in read.of_sentence(entry.sentence) if e.kind == "count" and not e.base]
    return entry.kind == "count" and len(counts) >= ACCOUNT and sum(counts) == 2 * max(counts)


def _is_small(entry: Entry, report: Report) -> bool:
    return entry.value <= SMALL or entry.value in report.known


def _is_known(entry: Entry, known: frozenset[Decimal], pairs: Sequence[tuple[Decimal, Decimal]]) -> bool:
    """Whether the report has a figure, or two that stand together of which it is the share or the mean."""
    if entry.value in known or entry.kind == "points":
        return True
    if entry.kind == "count":
        return False
    scale, step = Decimal(100) if entry.kind == "share" else Decimal(1), entry.step / 2
    return any(b and abs(scale * a / b - entry.value) <= step for a, b in pairs)


def _other(read: Passage, entry: Entry, told: Sequence[Told]) -> Told | None:
    """The one figure of the report near one of the summary that is told in words of its own."""
    clause = clause_of(read, entry)
    words = stems(clause)
    alike = [
        each for each in told if each.kind == entry.kind and bool(BOTH.search(each.clause)) == bool(BOTH.search(clause))
    ]
    values = {value for value in {each.value for each in alike} if _is_near(entry, value)}
    near = [each for each in alike if each.value in values]
    marked = [(_mark(entry, words, each), each) for each in near if not OTHER_TIME.search(each.shown)]
    best = max((mark for mark, _ in marked), default=0.0)
    fits_best = [each for mark, each in marked if mark == best]
    if len({each.value for each in fits_best}) > 1:
        fits_best = [each for each in fits_best if is_slip(entry.value, each.value)]
    if not best or len({each.value for each in fits_best}) != 1 or OTHER_TIME.search(clause):
        return None
    often = sum(each.value == fits_best[0].value for each in near)
    is_whole = any(each.whole for each in fits_best)
    return fits_best[0] if best >= LEAST or often > 1 or is_whole else None


def _mark(entry: Entry, words: frozenset[str], told: Told) -> float:
    """How much a figure of the report is told like one of the summary: by their words, and by what they are of."""
    if told.name and not told.name & words:
        return 0  # of a row that the summary doesn't speak of
    return weight(words & told.words) + sum(
        (bool(entry.base) and entry.base == told.base, bool(told.name) and told.name <= words)
    )


def _plainly(read: Passage, entry: Entry, told: Sequence[Told]) -> Told | None:
    """The one figure that the report tells in nearly all the words of a summary's, and its own in fewer of them."""
    clause = DATED.sub(" ", clause_of(read, entry))
    words, behind = stems(clause), BEHIND.match(read.text, entry.end)
    nouns = frozenset(stem(each) for each in (behind.groups() if behind else ()) if each)
    if entry.kind not in ("count", "share") or not words or OTHER_TIME.search(clause):
        return None
    every = [e for e in told if e.kind == entry.kind and not OTHER_TIME.search(DATED.sub(" ", e.shown))]
    every = [e for e in every if not e.name or e.name <= words]
    marks = [(weight(words & e.words) + bool(nouns & e.nouns), e) for e in every]
    best = max((mark for mark, e in marks if not _is_same(entry, e.value)), default=0.0)
    own = max((mark for mark, e in marks if _is_same(entry, e.value)), default=0.0)
    first = [e for mark, e in marks if mark == best and not _is_same(entry, e.value)]
    first = [e for e in first if weight(words - e.words) <= 1]
    # "Also at night", "in the follow-up": what a sentence says besides may make it of something else.
    first = [e for e in first if e.row is not None or not e.words - words]
    first = [e for e in first if e.whole] or first
    sure = best >= LEAST and own < best and len({e.value for e in first}) == 1
    return first[0] if sure and not _is_far(entry, first[0]) else None


def _is_far(entry: Entry, other: Told) -> bool:
    """Whether a figure is too far from the other to be of the same thing."""
    low, high = sorted((entry.value, other.value))
    return not low or high > FAR * low


def _is_same(entry: Entry, value: Decimal) -> bool:
    """Whether a figure is the one stated, or a share that the one stated is rounded from: "73%" of 72.8%."""
    return abs(entry.value - value) * 2 <= (entry.step if entry.kind == "share" else 0)


def _is_near(entry: Entry, other: Decimal) -> bool:
    one = entry.value
    return not _is_same(entry, other) and (is_slip(one, other) or abs(one - other) <= NEAR * max(one, other))


def _finding(paragraph: Paragraph, entry: Entry, other: Told) -> Finding:
    why = f"{entry.text} stands nowhere else; the report has “{other.shown[:120]}”"
    slip = f"{CODE}/{paragraph.line}/{entry.start}"
    return Finding(CODE, "wrong", paragraph.where, entry.text, entry.text, str(other.value), why, slip, "likely")
