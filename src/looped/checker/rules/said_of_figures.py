"""A share in words that sums up figures told elsewhere: beside it, before it, in the list or in the table it names."""

import re
from collections.abc import Iterator
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.drawn import CONCLUDES, drawn_from, negative
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import BASE
from looped.checker.linking import mentions
from looped.checker.numbers import whole
from looped.checker.one_sense import same_sense
from looped.checker.patterns import pattern_of
from looped.checker.phrases import OR_BETTER, THEM
from looped.checker.prose import Entry, Passage, passage, stems
from looped.checker.saying import OF_EARLIER, OF_FEWER, SET_BESIDE, Said, denies_majority, said_in
from looped.checker.share_in_row import share_in_row
from looped.checker.tabled import SURE_TOTAL, Tabled, tabled

CODE = "said-of-figures"
MESSAGE = "A share in words that sums up figures told before is the one that they give."
GOOD = "Seven of the 25 files had no map, so more than a quarter of the sample fell short."
BAD = "Seven of the 25 files had no map, so more than a third of the sample fell short."

AGAIN = pattern_of(
    r"\b(?:so|therefore|thus|hence|that is|i\.e\.|in other words|or|meaning|which means|equivalent to|equal to|"
    r"representing|this is|"
    r"that means|making|amounting to|which is|this means|put another way|in effect|overall|just)\b",
    re.I,
)
BEYOND = pattern_of(
    r"\b(?:at least|or (?:better|more|above|worse|below|higher|lower)|up to|in part|no more than)\b", re.I
)
# A change, a multiple or a limit is no share of a whole.
NO_SHARE = pattern_of(
    r"\b(?:by|of what it|as (?:many|much|large|high|often)|times|fell|rose|increase[ds]?|reduc\w+|cut|drop\w*|up|"
    r"down|grew|target|expected|should|would|"
    r"nationally|national|last year|previous)\b",
    re.I,
)


# "Adults were in the majority": of two, more than the other.
IN_MAJORITY = pattern_of(r"\bin (?:a|the) (?:[a-z]+ )?(?:majority|minority)$", re.I)
NOT_OF = pattern_of(
    r"\s*(?:of (?:what|the (?:time|size|price|cost|level))|as |the size|longer|higher|lower|more |"
    r"less |larger|smaller)",
    re.I,
)


# "This is most of them".
THIS = pattern_of(r"\W*(?:(?:so|thus|hence|therefore),? )?(?:this|that|it|these|they)\b", re.I)
SAME = pattern_of(r"\b(?:that|this|which|it) (?:is|was|makes|represents)(?: just| about| some)?\s*$", re.I)
WHOSE = pattern_of(r"\s*of (?:the |our |these |those |its )?(?P<what>[a-z]{3,})", re.I)
# "There were most leaks in May": more than in any other month.
THERE = pattern_of(r"\W*there (?:was|were) most\b", re.I)
OF_SOME = pattern_of(r"\s*of (?:those|the [a-z]+|them|the ones) (?:[a-z]+(?:ed|en|wn|nt|pt|ld)|who|which|that)\b", re.I)
# What is said of them: without whose share it is and without verbs that any sentence has.
OF_THEM = re.compile(r"^\s*of (?:the |these |those |our |all )*[a-z’'-]+", re.I)
PLAIN = pattern_of(
    r"(?:the|a|an|this|that|it|they|one|ones|was|were|is|are|had|has|have|been|being|did|do|in|of|to|on|at|by|for|with|"
    r"and|contain(?:s|ed)|found|show(?:s|ed)|any|some|year|past|therefore|thus|them|which|who)",
    re.I,
)
# Words that turn round what is said.
UNDONE = pattern_of(
    r"\b(?:due|awaiting|waiting|yet|still|miss\w*|outstanding|only|except|apart|bar|but|without|free|other|rest|"
    r"remain\w*|lack\w*|short|overdue|late|early|on time|unable|before|after|until|refus\w+|open|shut|closed)\b",
    re.I,
)
OPENED = re.compile(r" of (?:the |all |our |these )?[^.;:,()\d%]{2,60}: (?:only |just )?")
WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
STEM = 5


IN_ONE = re.compile(r"\W*(?:In|At|For|On|Among|Within) (?:the )?[A-Z][\w’' -]{1,40}?, ")


def check(context: Context) -> Iterator[Finding]:
    """Each share in words without a figure right behind it."""
    tables = [each for table in context.document.tables if (each := tabled(table))]
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for said in said_in(paragraph.text):
            at = read.sentence_at(said.start)
            around = paragraph.text[max(0, said.start - 24) : said.end + 60]
            if (
                IN_MAJORITY.search(paragraph.text[max(0, said.start - 12) : said.end])
                or NO_SHARE.search(paragraph.text[max(0, said.start - 16) : said.start])
                or BEYOND.search(around)
                or NOT_OF.match(paragraph.text[said.end :])
                or SET_BESIDE.match(paragraph.text[said.end :])
                or OF_EARLIER.match(paragraph.text[said.end :])
            ):
                continue
            if denies_majority(paragraph.text, said.start, said.text):
                continue
            if OF_FEWER.search(paragraph.text[read.starts[at] : said.start]):
                continue
            found = _beside(read, said, at) or share_in_row(context, paragraph, said, at)
            # "Good or better": several of the listed together, which no one of them tells.
            if not found and not OR_BETTER.search(paragraph.text[said.end : said.end + 70]):
                found = _listed(read, said, at) or _in_table(tables, read, said, at)
            found = found or _drawn(read, said, at)
            # "The pass rate was 70%, so three in ten failed": what the figures leave.
            again = SAME.search(paragraph.text[: said.start])
            others = found and _is_of_the_others(said, found[0]) and not _says_again(read, said, at)
            others = others and not _says_head(tables, read.sentence(at))
            if found and (again or not others):
                yield _finding(paragraph, said, *found)


def _is_of_the_others(said: Said, told: Fraction) -> bool:
    """Whether a fraction, and no "more than" it, is what the figures leave."""
    exact = said.exact
    return bool(exact and said.low < exact < said.high and said.low <= 1 - told <= said.high)


def _says_again(read: Passage, said: Said, at: int) -> bool:
    """Whether all that is said of a share was told of the figures, so that it can't be what they leave."""
    again = OF_THEM.sub("", re.split(r"[.;,]", read.text[said.end :])[0])
    told = read.sentence(at - 1) if at and not read.of_sentence(at) else read.text[read.starts[at] : said.start]
    if negative(told) != negative(again) or {w.lower() for w in UNDONE.findall(told)} != {
        w.lower() for w in UNDONE.findall(again)
    }:
        return False
    words = [each for each in WORD.findall(again) if not PLAIN.fullmatch(each)]
    theirs = WORD.findall(told)
    return bool(words) and all(any(_alike(each, other) for other in theirs) for each in words)


def _alike(one: str, other: str) -> bool:
    """Whether two words say one thing, a noun of what was done too: "appraised" and "appraisal"."""
    lead = min(len(one), len(other), STEM)
    return same_sense(one, other) or (lead >= STEM and one.lower()[:lead] == other.lower()[:lead])


def _says_head(tables: list[Tabled], sentence: str) -> bool:
    """Whether a sentence says all that heads the one column of counts, and nothing that turns it round."""
    if len(tables) != 1 or negative(sentence) or UNDONE.search(sentence):
        return False
    table = tables[0]
    heads = [head for at, head in enumerate(table.heads) if at not in table.shares]
    words = WORD.findall(BASE.sub(" ", heads[0])) if len(heads) == 1 else []
    return len(words) > 1 and all(any(_alike(each, word) for word in WORD.findall(sentence)) for each in words)


def _beside(read: Passage, said: Said, at: int) -> tuple[Fraction, str] | None:
    """The one share of its sentence, or of the one before, that it says again."""
    own = [e for e in read.of_sentence(at) if _as_share(e)]
    before = [e for e in own if e.end <= said.start]
    after = [e for e in own if e.start >= said.end]
    if after and _is_behind(read, said, after[0]):
        return _told(after[0])
    if len(before) == 1 and not after:
        gap = read.text[before[0].end : said.start]
        between = (
            gap.count(",") <= 2
            and len(gap) < 110
            and not re.search(r"[;:]|\b(?:but|while|whereas)\b", gap)
            # "6 of 28 changed, most of them downwards": of the six.
            and not re.match(rf" of (?:{THEM})\b", read.text[said.end :])
        )
        apposed = re.fullmatch(r"[^,.;]{0,50}, (?:or )?", gap) and re.match(
            r"\s*[,.;)]|\s*$| of (?:those|the|them|all|our|these|[a-z]+s\b)", read.text[said.end :]
        )
        if between and (
            apposed or re.search(rf"(?:[,;]|\band)\s*(?:and |which |this )?{AGAIN.pattern}[^.;]{{0,20}}$", gap, re.I)
        ):
            return _told(before[0])
    if not own and at:
        earlier = [e for e in read.of_sentence(at - 1) if _as_share(e)]
        lead = read.text[read.starts[at] : said.start]
        if (
            len(earlier) == 1
            and re.match(rf"\s*(?:this|that|these|in other words|so|put another way|{AGAIN.pattern})", lead + " ", re.I)
            and len(lead) < 40
        ):
            return _told(earlier[0])
    return None


def _drawn(read: Passage, said: Said, at: int) -> tuple[Fraction, str] | None:
    """ "We asked 60. Of these 24 were for it. A minority, then, were for it": what is said of these, or of it."""
    if read.of_sentence(at) or not CONCLUDES.search(read.sentence(at)):
        return None
    found = drawn_from(read, at)
    if not found:
        return None
    told, again = read.sentence(found.entry.sentence), read.sentence(at)
    alike = stems(told) & stems(read.text[said.end : read.starts[at] + len(again)])
    if negative(told) != negative(again) or not (alike or negative(told) or THIS.match(again)):
        return None
    return Fraction(found.part) / Fraction(found.whole), found.shown


def _is_behind(read: Passage, said: Said, entry: Entry) -> bool:
    """Whether the figures stand in brackets behind the words, with no other figure between."""
    gap = read.quiet[said.end : entry.start]
    # "a majority, 15 of 22 (68%), were".
    whole = bool(re.fullmatch(r"[^.;:()\d%]{0,80}?[(]\s*", gap) or (entry.base and re.fullmatch(r",? ", gap)))
    # "Fewer than half of the files were good: 57 files, or 54%".
    whole = whole or (bool(entry.share) and bool(OPENED.fullmatch(gap)))
    if any(True for _ in said_in(gap)):
        return False
    return whole and not re.search(r"\b(?:but|while|than|whereas|against)\b|,[^,]*,", gap)


def _as_share(entry: Entry) -> bool:
    return (
        (entry.kind == "count" and bool(entry.base) and entry.count <= (entry.base or 0))
        or entry.kind == "share"
        or (entry.kind == "count" and entry.share is not None)
    )


def _told(entry: Entry) -> tuple[Fraction, str]:
    if entry.base:
        return Fraction(entry.count, entry.base), f"{entry.count} of {entry.base}"
    assert entry.share
    return Fraction(entry.share.value) / 100, f"{entry.share}"


def _listed(read: Passage, said: Said, at: int) -> tuple[Fraction, str] | None:
    """The one listed count or share whose own words the clause repeats, of the passage's whole."""
    clause = re.split(r"[.;]|,\s(?:and|but|while)\b", read.text[said.end :])[0][:120]
    if any(_as_share(e) and e.start >= said.end for e in read.of_sentence(at)):
        return None  # it has a figure of its own behind it
    # "The other half", and words of time and place: another thing is spoken of.
    words = stems(clause)
    options = [
        e
        for e in read.entries
        if e.sentence <= at and e.end <= said.start and not e.base and e.kind in ("count", "share")
    ]
    names = [_own(e, options) for e in options]
    hits = [e for e, own in zip(options, names, strict=True) if own and own <= words]
    if len(hits) != 1 or len(options) < 3 or hits[0].sentence < at - 1:
        return None
    hit = hits[0]
    if (of := WHOSE.match(clause)) and stems(of["what"]) & names[options.index(hit)]:
        return None  # "36 tablets; a third of the tablets": of these, and no part of others
    if hit.share:
        return Fraction(hit.share.value) / 100, f"{hit.share}"
    wholes = [
        e.count
        for e in read.entries
        if e.kind == "count"
        and e.sentence <= at
        and e.count > hit.count
        and (e is read.entries[0] or e in read.of_sentence(at))
    ]
    listed = [e for e in options if e.kind == "count" and e.sentence == hit.sentence]
    total = next((n for n in wholes if n == sum(e.count for e in listed if e.count != n)), None) or (
        wholes[0] if len(set(wholes)) == 1 else None
    )
    return (Fraction(hit.count, total), f"{hit.count} of {total}") if total else None


def _own(entry: Entry, others: list[Entry]) -> frozenset[str]:
    """The words of an entry that no other has."""
    shared = frozenset(word for other in others if other is not entry for word in other.words)
    return (
        stems(f"{entry.before} {entry.after}")
        - shared
        - stems("were was had file files record records case cases audit audits year came")
    )


def _in_table(tables: list[Tabled], read: Passage, said: Said, at: int) -> tuple[Fraction, str] | None:
    """A row, or a row in a column, of the one table that the sentence can speak of."""
    if len(tables) != 1 or read.of_sentence(at):
        return None
    table, sentence = tables[0], read.sentence(at)
    if IN_ONE.match(sentence) or THERE.match(sentence):
        return None  # "in Ayr, the majority of boats": what share of that row's only another column tells
    if OF_SOME.match(read.text[said.end :]):
        return None  # "of those inspected": of a part of the table
    rows = {m.at for m in mentions(sentence, table.labels) if m.at != table.total}
    columns = {m.at for m in mentions(sentence, table.heads)}
    if (
        len(rows) != 1
        or len(columns) > 1
        or re.search(r"\bor\b|/|\beither\b", sentence)
        or re.search(r"\b(?:who|that|which|with) (?:took|had|gave|answered)\b", sentence)
    ):
        return None
    row = rows.pop()
    counts = [at for at in range(len(table.heads)) if at not in table.shares]
    if not columns:
        totals = [at for at in counts if SURE_TOTAL.search(table.heads[at])]
        columns = set(totals) or (set(counts) if len(counts) == 1 else set())
    if len(columns) != 1:
        return None
    column = columns.pop()
    if column not in table.shares and table.shares and len(counts) > 1 and table.cells[row][column]:
        return None  # "most files showed it", under files, those that did and how many in a hundred
    if any(said.low <= each <= said.high for each in _shares_of(table, row)):
        return None  # true of another column
    part = table.cells[row][column]
    if part and column in table.shares:
        return Fraction(part.value) / 100, f"{table.labels[row]}: {part.text}"
    given = [table.cells[at][column] for at in table.body]
    if part is None or any(each is None for each in given):
        return None
    total = table.cells[table.total][column] if table.total is not None else None
    stated = _stated(table, column)
    base = stated or (total.value if total else sum(each.value for each in given if each))
    return (Fraction(part.value) / Fraction(base), f"{part.value} of {base}") if base >= part.value and base else None


def _stated(table: Tabled, column: int) -> int | None:
    """The base that a column's head prints, or the table's title: its rows may overlap."""
    found = next((each for text in (table.heads[column], table.table.title or "") if (each := BASE.search(text))), None)
    return whole(found[1]) if found else None


def _shares_of(table: Tabled, row: int) -> Iterator[Fraction]:
    """What a row's figures are of their columns: of the total, or of what all rows give."""
    for column in range(len(table.heads)):
        part = table.cells[row][column]
        cells = [table.cells[at][column] for at in table.body]
        whole = table.cells[table.total][column] if table.total is not None else None
        base = whole.value if whole else sum(each.value for each in cells if each)
        if part and base > 0:
            yield Fraction(part.value) / Fraction(base)


def _finding(paragraph: Paragraph, said: Said, exact: Fraction, figures: str) -> Finding:
    verdict: Verdict = "ok" if said.low <= exact <= said.high else "wrong"
    percent = f"{float(exact * 100):.1f}%"
    why = f"{figures} is {percent}, which “{said.text}” {'may say' if verdict == 'ok' else 'does not say'}"
    slip = f"said/{paragraph.line}/{said.start}"
    return Finding(CODE, verdict, paragraph.where, said.text, said.text, percent, why, slip, "likely")
