"""A count printed with its share and no base: the base is the whole in force where it stands."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.explaining import gives_part, gives_share
from looped.checker.finding import Certainty, Finding, Verdict
from looped.checker.footnotes import base_said, bases_anywhere, bases_noted, notes_of
from looped.checker.grid import Grid
from looped.checker.narrowed import narrowed
from looped.checker.numbers import fits, near, percent, rounded, share, truncated, whole
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.prose import Entry, Passage, passage, stems
from looped.checker.rules.group_base import grouped
from looped.checker.spoken_of import opened, told_together
from looped.checker.told_shares import Told, is_counted, told_in, wholes_of
from looped.checker.worth import UNWANTED

CODE = "share-of-base"
MESSAGE = "A share without a base in its brackets fits the whole that is spoken of."
GOOD = "We saw 104 patients, of whom 61 (58.7%) were women."
BAD = "We saw 104 patients, of whom 61 (68.7%) were women."

STATED_BEHIND = pattern_of(r"\b(?:n\s*=|base\b\s*[:=]?|total,?|sample\b:?)\s*(?:of |was |all |size )*$", re.I)
# "In 18 cases, or 24%, when 75 were examined".
LOOKED_AT = pattern_of(
    r"\b(?:check|test|examin|review|sampl|look|inspect|visit|survey|ask|question|audit|read|stud|drew|drawn|saw|seen|"
    r"trac|open|invit|measur|count|screen|assess|cover)\w*",
    re.I,
)
LINE = pattern_of(r"\s*(?:[-*•–]|\(?[a-z0-9]{1,2}[.)])\s", re.I)
# "this is better than the 74% of last year": another share, not this one said again.
NOT = pattern_of(r"\b(?:not|without|none|no)\b|n[’']t\b", re.I)
RATE = pattern_of(
    r"\b(?:equal|equivalent|amounting) to (?:just |only )?$|\brepresenting (?:just |only )?$|"
    r"\b(?:response|return|completion|uptake|take-up|pass|success|compliance|coverage|recovery|attendance|"
    r"occupancy|turnout|vacancy)\s+rate\b[^.;\d]{0,30}$|"
    r"\ban? (?:occupancy|turnout|uptake|take-up|attendance|coverage|response|return)(?: level)? of (?:just |only )?$",
    re.I,
)
LEFT_OVER = pattern_of(r"\b(?:vacancy|non-?\w+|failure|error|drop-?out|absence|refusal)\b[^.;]{0,40}$", re.I)
UNWANTED_COUNT = pattern_of(rf"\b(?:{UNWANTED})\b", re.I)
AND = pattern_of(r"(?: [a-z’'-]+){1,5},? (?:and|plus|as well as) (?:a further |another )?", re.I)
OTHERS = pattern_of(
    r"\b(?:group|arm|control|placebo|comparison|previous|last year|year before|whereas|against|compared)\b", re.I
)


OTHER_TIME = pattern_of(
    r"\b(?:last|previous\w*|earlier|before|ago|nationally|elsewhere|target|of (?:all|the) (?:population|"
    r"borough|county)|"
    r"total|all|(?:19|20)\d\d|rest|others?|remaining)\b",
    re.I,
)
SHARE_OF = pattern_of(
    r"\b(?:share|proportion|percentage|part|per ?cent) of (?:the |all |its |their |our |each |every )+"
    r"(?P<what>(?!them\b|these\b|those\b|total\b|whole\b)[a-z’'-]+)",
    re.I,
)
TWO, FEW_WHOLES = 2, 24


def check(context: Context) -> Iterator[Finding]:
    """Paragraph by paragraph, wholes of the section before being known."""
    section: dict[str, list[int]] = {}
    lines: dict[str, list[Entry]] = {}
    every = notes_of(context.document)
    # What a group named behind it is the base of, the rule of groups judges.
    others = {
        (id(each.paragraph), whole(found["n"]), str(percent(found["p"]))) for each, found in context.once(grouped)
    }
    for paragraph in context.paragraphs_with(LINE):
        if LINE.match(paragraph.text):
            alone = [e for e in passage(paragraph.text).entries if e.share and not e.base]
            lines.setdefault(paragraph.section, []).extend(alone)
    of_section, anywhere = _table_wholes(context)
    for paragraph in context.document.paragraphs:
        read, notes = passage(paragraph.text), every.near(paragraph).values()
        earlier = section.setdefault(paragraph.section, [])
        claimed = {(c.count, c.base, str(c.percent)) for c in context.claims_of(paragraph)}
        for told in told_in(paragraph, read):
            if others and (id(paragraph), told.count, str(told.share)) in others:
                continue
            said = base_said(notes, paragraph.text, told.entry.start)
            if said and said >= told.count > 0:
                yield _of_said(told, said)
                continue
            noted = bases_noted(notes, paragraph.text, told.entry.end) or bases_anywhere(notes, paragraph.text)
            if right := next((n for n in noted if n >= told.count > 0 and fits(told.count, n, told.share)), None):
                yield _finding(told, "ok", right, "certain")
            else:
                tables = of_section.get(paragraph.section, ())
                own = lines.get(paragraph.section, ())
                # Where its sentence or its list has one whole and the section no other, no table afar is meant.
                most = _whole_of_most(read, told, earlier, own)
                bound = most or _is_only_whole(read, told, earlier, tables)
                yield from _judged(read, told, earlier, [*tables, *(() if bound else anywhere)], own, most)
        for each in read.entries:
            if each.base and each.share and (each.count, each.base, str(each.share)) not in claimed:
                yield from _based(Told(paragraph, each, each.count, each.share), each.base)
        yield from _rates(paragraph, read)
        earlier += wholes_of(read, read.entries)


def _of_said(told: Told, base: int) -> Finding:
    """A share of what a note says that all shares are of."""
    right, loose = fits(told.count, base, told.share), near(told.count, base, told.share)
    return _finding(told, "ok" if right else "rounding" if loose else "wrong", base, "certain")


def _based(told: Told, base: int) -> Iterator[Finding]:
    """A share whose base is printed, in an order of words that the claims of a sentence don't know."""
    # "At least 80% of tablets ... (81 of 154)": the share bounds each of those who are counted.
    bound = re.search(r"\b(?:at least|over|more than|under|less than|below|up to|at most) $", told.lead)
    if told.count > base or bound:
        return
    # "13 of 45 had not been asked, that is 71% had": of the others.
    if NOT.search(told.entry.text) and fits(base - told.count, base, told.share):
        return
    loose = truncated(told.count, base, told.share) or near(told.count, base, told.share)
    right = fits(told.count, base, told.share)
    yield _finding(told, "ok" if right else "rounding" if loose else "wrong", base, "certain")


# "26 of them (87%)": of any that the sentence before tells.
OF_THEM = pattern_of(rf"\S+ of (?:{THEM})\b", re.I)


def _table_wholes(context: Context) -> tuple[dict[str, list[int]], list[int]]:
    """Totals and bases of the tables of each section; and those that shares may be of anywhere in the document.

    Of many tables only what two of them have: any share is of one of so many numbers.
    """
    found: dict[str, list[int]] = {}
    times: Counter[int] = Counter()
    for grid in context.grids:
        own = _wholes_of_table(grid)
        found.setdefault(grid.table.section, []).extend(own)
        times.update(set(own))
    anywhere = list(times) if len(times) <= FEW_WHOLES else [whole for whole, often in times.items() if often > 1]
    return found, anywhere


def _wholes_of_table(grid: Grid) -> list[int]:
    found = [base for base in grid.bases if base]
    for column in range(len(grid.columns)):
        counts = [count for count in grid.counts(column) if isinstance(count, int)]
        cell = grid.values[grid.total][column].count if grid.total is not None else None
        found += [sum(counts), *([cell] if cell else [])]
    return found


def _judged(
    read: Passage,
    told: Told,
    earlier: Sequence[int],
    tables: Sequence[int],
    lines: Sequence[Entry] = (),
    most: int | None = None,
) -> Iterator[Finding]:
    count, printed = told.count, told.share
    entries = [each for each in read.entries if each is not told.entry]
    if count == 0 and printed.value == 0:
        return
    strong, start = (told.whole, 0) if told.whole else opened(read, told.entry, told.count)
    # Behind "of the 31 files" what is told later with its share is another part of these, and no whole.
    later = [each for each in entries if strong and each.start > told.entry.start and each.share and not each.base]
    near_by = [each for each in entries if each.start >= start and each not in later]
    inside = [] if told.whole else [n for each in near_by for n in wholes_of(read, [each])]
    before = [e for e in entries if e.end <= told.entry.start and e.kind == "count"]
    both = told_together(read, before)
    anywhere = [*wholes_of(read, entries), *earlier, *tables, *_sums(read, told), *([both] if both else [])]
    anywhere += [rest.left for rest in narrowed(read)]
    anywhere += _of_both(read, before)
    if strong and OF_THEM.match(told.entry.text):
        inside += [n for e in entries if e.sentence == told.entry.sentence - 1 for n in wholes_of(read, [e])]
    accepted = inside if strong and start >= 0 and count <= strong else anywhere
    right = next(
        (n for n in ([strong] if strong else []) + accepted if n >= count and fits(count, n, printed) and n > 0), None
    )
    if right and (right != count or printed.value == 100):
        yield _finding(told, "ok", right, "certain")
        return
    base = strong or most or _likely(read, told, earlier, lines)
    sure = strong or most or (base and _is_only_whole(read, told, earlier, tables))
    certainty: Certainty = "certain" if sure else "likely"
    if base is None or base < count or _is_of_other_unit(read, told, base) or _is_share_of_else(read, told, base):
        return
    if _is_gap_of(told, entries):
        return
    loose = truncated(count, base, printed) or near(count, base, printed)
    own = told.entry.kind == "count" and told.entry.count == count
    if own and certainty == "likely" and (_is_of_another(read, told) or _is_of_last(read, told, base)):
        return
    if certainty == "likely" and not loose and (gives_part if own else gives_share)(read, told.entry, printed):
        return
    yield _finding(told, "rounding" if loose else "wrong", base, certainty)


def _is_only_whole(read: Passage, told: Told, earlier: Sequence[int], tables: Sequence[int]) -> bool:
    """ "We tested 65 and found 5 faults (1%)": a count with its share, one whole before it, and no more."""
    counts = [e for e in read.entries if e.kind != "money"]
    if (
        earlier
        or tables
        or len(counts) != TWO
        or counts[1] is not told.entry
        or counts[0].sentence != told.entry.sentence
    ):
        return False
    return (
        counts[0].kind == "count" and not counts[0].share and not OTHER_TIME.search(read.sentence(told.entry.sentence))
    )


def _is_of_other_unit(read: Passage, told: Told, base: int) -> bool:
    """ "24 minutes, or 80% of the time that was paid for": no share of 25 calls."""
    own = told.entry
    wholes = [e for e in read.entries if base in (e.count, e.base)]
    return own.kind == "measure" and bool(wholes) and all(e.unit != own.unit for e in wholes)


def _is_share_of_else(read: Passage, told: Told, base: int) -> bool:
    """ "The 33 loose oars lay thus: ... As a share of the fleet that is 12%": of what its own sentence names."""
    sentence = read.sentence_at(told.entry.end - 1)
    of = SHARE_OF.search(read.text, read.starts[sentence], told.entry.end)
    wholes = [e for e in read.entries if e.kind == "count" and base in (e.count, e.base)]
    if not of or not wholes or any(e.sentence == sentence for e in wholes):
        return False
    return not stems(of["what"]) & stems(" ".join(e.after for e in wholes)) - stems("all them these those")


def _is_of_another(read: Passage, told: Told) -> bool:
    """ "16 complications followed 181 procedures (8.8%)": the share is what another count is of this one."""
    before = [e for e in read.of_sentence(told.entry.sentence) if e.end <= told.entry.start and e.kind == "count"]
    return any(0 < e.count < told.count and fits(e.count, told.count, told.share) for e in before)


def _is_of_last(read: Passage, told: Told, base: int) -> bool:
    """ "The 60 included 45 with two signatures (75%)": the share is of the count before, which this one describes."""
    at = read.entries.index(told.entry)
    last = read.entries[at - 1] if at else None
    joined = last and last.sentence == told.entry.sentence and last.kind == "count" and not last.share
    return bool(joined and last and told.count < last.count <= base and fits(last.count, base, told.share))


def _is_gap_of(told: Told, entries: Sequence[Entry]) -> bool:
    """ "40 more than the 200 before (20%)": the share of the gap in what it is on."""
    near_by = [e.count for e in entries if e.sentence == told.entry.sentence and e.kind == "count"]
    on = re.search(r"\b(?:than|on|from|against)\b[^.;,\d]{0,12}$", told.lead)
    return bool(on) and any(0 < n < told.count and fits(n, told.count, told.share) for n in near_by)


def _sums(read: Passage, told: Told) -> list[int]:
    """What the counts with shares of its sentence add up to."""
    own = [
        e.count
        for e in read.entries
        if e.sentence == told.entry.sentence and e.kind == "count" and e.share and not e.base
    ]
    return [sum(own)] if len(own) > 1 else []


def _of_both(read: Passage, before: Sequence[Entry]) -> list[int]:
    """ "172 dogs and 72 cats were seen": all of them, whatever is told after."""
    plain = [e for e in before if not e.share and not e.base]
    return [a.count + b.count for a, b in pairwise(plain) if AND.fullmatch(read.text[a.end : b.start])]


def _likely(read: Passage, told: Told, earlier: Sequence[int], lines: Sequence[Entry]) -> int | None:
    """The whole that the other shares of the paragraph fit; else the one larger count before it."""
    others = [e for e in read.entries if e.share and e.kind == "count" and not e.base and e is not told.entry]
    before = [e for e in read.entries if e.start < told.entry.start and is_counted(read, e)]
    behind = [e for e in read.entries if e.start > told.entry.start and STATED_BEHIND.search(read.text[: e.start])]
    wholes = list(dict.fromkeys([*wholes_of(read, before), *earlier, *wholes_of(read, behind)]))
    fitting = [
        n
        for n in wholes
        if n >= told.count and any(e.share and e.count and fits(e.count, n, e.share) and n != e.count for e in others)
    ]
    if fitting:
        return fitting[0]
    if base := _of_list(read, told):
        return base
    if len(lines) > 1 and LINE.match(read.text):
        return _whole_of_lines(told, earlier, lines)
    near_by = read.text[(before[-1].end if before else 0) : told.entry.start] + told.entry.after
    if OTHERS.search(near_by):
        return None
    later = [e for e in read.entries if e.start > told.entry.start and is_counted(read, e)]
    if not before and len(later) == 1 and later[0].sentence == told.entry.sentence and not later[0].share:
        behind = later if LOOKED_AT.search(read.text[told.entry.end : later[0].end + 30]) else behind
    if len(behind) == 1 and not before and behind[0].count > told.count:
        return behind[0].count
    # The nearest sentence with a whole that is large enough tells it: its base, else its largest count.
    for at in range(told.entry.sentence, -1, -1):
        own = [e for e in before if e.sentence == at]
        bases = [e.base for e in reversed(own) if e.base and e.base >= told.count]
        plain = [e.count for e in own if not e.base and e.count > told.count and (not e.share or e.share.value == 100)]
        if bases or plain:
            return bases[0] if bases else max(plain)
    return None


def _of_list(read: Passage, told: Told) -> int | None:
    """ "32 (74%), 27 (63%) and 25 (58%) of the 43": the base that the last of a list has is the base of all."""
    own = read.of_sentence(told.entry.sentence)
    after = [e for e in own if e.start >= told.entry.end]
    last = next((at for at, e in enumerate(after) if e.base), None)
    if last is None or any(e.kind != "count" or not e.share for e in after[: last + 1]):
        return None
    ends = [told.entry.end, *(e.end for e in after[:last])]
    gaps = [read.text[end : e.start] for end, e in zip(ends, after, strict=False)]
    return after[last].base if all(re.fullmatch(r",? ?(?:and )?|, ", gap) for gap in gaps) else None


def _whole_of_lines(told: Told, earlier: Sequence[int], lines: Sequence[Entry]) -> int | None:
    """Lines of one list have one base: the whole told before it that every other line fits."""
    others = [e for e in lines if e is not told.entry]
    common = [n for n in earlier if n >= told.count and all(_is_of(e, n) for e in others)]
    return common[0] if common else None


def _whole_of_most(read: Passage, told: Told, earlier: Sequence[int], lines: Sequence[Entry]) -> int | None:
    """The whole told before a list or a sentence that two other shares of it fit, and none of them fails."""
    if len(lines) > TWO and LINE.match(read.text):
        return _whole_of_lines(told, earlier, lines)
    others = [e for e in read.entries if e.share and e.kind == "count" and not e.base and e is not told.entry]
    before = wholes_of(read, [e for e in read.entries if e.start < told.entry.start and not e.share])
    fitting = [n for n in before if n >= told.count and len(others) >= TWO and all(_is_of(e, n) for e in others)]
    return fitting[0] if fitting else None


def _is_of(entry: Entry, whole: int) -> bool:
    return bool(entry.share and entry.count <= whole and fits(entry.count, whole, entry.share))


def _rates(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "We sent 1,250 and received 475 back, a response rate of 38%": one of two counts is out of the other."""
    for entry in read.entries:
        if entry.kind != "share" or not entry.share or not RATE.search(read.text[: entry.start]):
            continue
        own = [e for e in read.of_sentence(entry.sentence) if e.end <= entry.start]
        counts = [e.count for e in own if e.kind == "count" and not e.base and not e.share]
        if not counts and entry.sentence:
            counts = [
                e.count
                for e in read.of_sentence(entry.sentence - 1)
                if e.kind == "count" and not e.base and not e.share
            ]
        pairs = [(a, b) for a in counts for b in counts if 0 < a < b]
        if len(pairs) == 1:
            a, b = pairs[0]
            # "52 posts, 40 people in them, a vacancy rate of 23%": of those that the other count leaves.
            left = LEFT_OVER.search(read.text[: entry.start]) is not None
            if not left and fits(b - a, b, entry.share) and UNWANTED_COUNT.search(read.sentence(entry.sentence)):
                continue  # "nine failures in 1,200, a compliance rate of 99.25%": of all but those
            a = b - a if left and fits(b - a, b, entry.share) and not fits(a, b, entry.share) else a
            told = Told(paragraph, entry, a, entry.share)
            verdict: Verdict = "ok" if fits(a, b, entry.share) else "rounding" if near(a, b, entry.share) else "wrong"
            yield _finding(told, verdict, b, "likely" if left else "certain")


def _finding(told: Told, verdict: Verdict, base: int, certainty: Certainty) -> Finding:
    printed = told.share
    exact = rounded(share(told.count, base), max(printed.decimals, 1))
    why = f"{told.count} of {base} is {exact}%" + ("" if verdict == "ok" else f", not {printed}")
    expected = f"{rounded(share(told.count, base), printed.decimals)}%"
    slip = f"fraction/{told.paragraph.line}/{told.entry.text.lower()}"
    return Finding(CODE, verdict, told.paragraph.where, told.entry.text, str(printed), expected, why, slip, certainty)
