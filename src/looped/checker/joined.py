"""Paragraphs read with the one before them: a report may break anywhere, and "76 of these (91%)" opens the next.

Only short paragraphs of one section are read so, that stand next to each other or with one between them that tells no
figure. What each of them gives on its own stands; what they give together is told where neither gives anything.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from looped.checker.asides import is_aside, standing_between
from looped.checker.crowded import is_said, words_of
from looped.checker.document import Block, Document, Paragraph
from looped.checker.finding import Finding
from looped.checker.item_names import stems_of
from looped.checker.listed import GENERAL
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage, stems
from looped.checker.quieting import NUMBER, has_figure
from looped.checker.readers.building import CAPTION
from looped.checker.traits import ACROSS, ALL_TOLD, BY_NAME

OF_SHARES = frozenset(("share-of-base", "share-grounded"))
BY_WORDS = frozenset(("compared",))
# What any comparison says.
PLAIN_WORDS = pattern_of(
    r"\b(?:more|fewer|less|than|higher|lower|greater|smaller|better|worse|the|an?|of|in|at|on|for|had|has|have|were|was|did|"
    r"shares?|proportions?|percentages?|rates?|figures?|performance|compliance|results?|number|common|often|likely|there|"
    r"those|that|who|by|to|with|and|both|overall|therefore|so|much|clearly|also|it|is|are)\b",
    re.I,
)
HOW_DONE = re.compile(
    r"\b(?:methods?|methodology|scope|samples?|approach|background|introduction|what we did|how we)\b", re.I
)
# Rules on words for a part, right before or behind its figure.
SAID = frozenset(("said-apposed", "said-of-figures", "above-whole"))
OF_WHOM = re.compile(
    r"(?: \([^()]*\))? (?:of|in|among|with|who|that) (?:the |these |those |our |all )*(?P<who>[^.;:,()]*)"
)
CHANGES = stems_of(
    "give gave gives make made mean works worked equal equivalent double doubled halved trebled tripled "
    "quadrupled twice "
    "half times per each before previous earlier prior change changed compared difference dropped grew grown "
    "climbed cut went "
    "between from to by on in head average combined altogether together taken all mean just only therefore"
)
SCOPED = re.compile(r"\W*(?:of|in|at|for|among|amongst|on|with|within|by|where|when|last|only|if)\b", re.I)
NOUN = re.compile(r" (?:[a-z-]+ )?(?P<noun>[a-z]{3,}s|people|children)\b")
LONGEST, MOST = 420, 3
# Lines of a list, notes and heads are no running prose.
APART = re.compile(r"\s*(?:[-*•–†‡§¹²³#\[|]|\(?[a-z0-9]{1,3}[.)]\s|[RQ]\d)", re.I)
NOTE = re.compile(r"\s*(?:[*†‡§¹²³]|\[\w\]|\(\w\)|(?:base|notes?)\b)", re.I)
# "76 of these (91%)", "In all, 76 (91%)": what opens a sentence.
OPENS = re.compile(r"(?:^|[.!?]\s+)(?:(?:in all|overall|of these|of them|altogether|in total),? )?$", re.I)
# "Cycle 1: all had one", and "Cycle 2: four had none": each is told for itself.
LABEL = re.compile(r"\s*[A-Z0-9][^.;:,]{1,40}: ")
# "No boat sank", and in the next paragraph "the two boats that sank": spoken of as known, and counted.
OF_SOME = "but-some"
KNOWN = pattern_of(
    rf"”, and “\W*(?:(?:section|annex|appendix|chapter|part|table) \S+ [a-z]+ )?(?:the exceptions? (?:was|were|is|are) )?"
    rf"(?:(?:the|these|those) {NUMBER}\b|the only\b)",
    re.I,
)
COMPARED = "compared"
PLACE = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+")
ENDED = re.compile(r"[.!?][”\"’')\]]*\s*$")


Pair = tuple[Paragraph, Paragraph, Paragraph]


def joined(document: Document) -> list[tuple[list[Pair], frozenset[str]]]:
    """Each two paragraphs that belong together, behind both of them as one, with the rules that may read them so.

    Next to each other, over one more that tells no figure, and over any one more.
    """
    runs = list(_runs(document.blocks))
    near = [pair for run in runs for pair in pairwise(run)]
    over = [each for run in runs for each in zip(run, run[1:], run[2:], strict=False)]
    bare = [(a, c) for a, b, c in over if not passage(b.text).entries and has_figure(a.text)]
    close = ACROSS | ALL_TOLD
    return [
        (_as_one(_on_sample(document)), OF_SHARES),
        (_as_one(near), close),
        (_as_one(bare), close),
        (_as_one([(a, c) for a, _, c in over]), BY_NAME),
    ]


def _on_sample(document: Document) -> list[tuple[Paragraph, Paragraph]]:
    """The one paragraph that tells how many were looked at, with those of other sections that tell a share of them."""
    prose = [each for each in document.paragraphs if _is_prose(each)]
    sizes = [(each, noun) for each in prose if HOW_DONE.search(each.section) and (noun := _counts(each))]
    if len(sizes) != 1 or document.tables:
        return []
    own, noun = sizes[0]
    counted = re.compile(rf"\b{re.escape(noun)}\b", re.I)
    others = [each for each in prose if each is not own and each.section != own.section and counted.search(each.text)]
    told = {each: [e for e in passage(each.text).entries if not e.text.isalpha()] for each in others}
    # Another number of them may be what shares are of.
    if any(e.kind == "count" and not e.share for entries in told.values() for e in entries):
        return []
    alone = [(each, entries[0]) for each, entries in told.items() if len(entries) == 1 and entries[0].share]
    # "9 patients over 65 (45%)", "Among the men, 9 patients (45%)": of some.
    plain = re.compile(rf"[\w,]+ (?:of (?:the|these|our) )?{re.escape(noun)} \(", re.I)
    return [(own, each) for each, e in alone if plain.match(each.text, e.start) and not SCOPED.match(each.text)]


def _counts(paragraph: Paragraph) -> str:
    """What a paragraph counts that tells one figure and no other; nothing where it tells more."""
    read = passage(paragraph.text)
    told = [each for each in read.entries if each.sentence not in standing_between(read)]
    plain = len(told) == 1 and told[0].kind == "count" and not told[0].base and not told[0].share
    found = NOUN.match(read.text, told[0].end) if plain else None
    return found["noun"] if found else ""


def _as_one(pairs: Sequence[tuple[Paragraph, Paragraph]]) -> list[Pair]:
    return [
        (a, b, replace(a, text=f"{a.text.rstrip()} {b.text.lstrip()}"))
        for a, b in pairs
        if not (LABEL.match(a.text) and LABEL.match(b.text))
    ]


def together(document: Document, pairs: Sequence[Pair]) -> Document:
    """The document of what is read as one, with the notes that say what shares are of."""
    notes = [each for each in document.paragraphs if NOTE.match(each.text)]
    return replace(document, blocks=(*(both for _, _, both in pairs), *notes))


def told_across(found: Finding, pair: Pair, codes: frozenset[str]) -> Finding | None:
    """A finding on two paragraphs read as one, where it stands; None where it is of no rule that reads so.

    codes: of those rules.
    """
    first, second, both = pair
    known = found.code == OF_SOME and KNOWN.search(found.why) and not _is_placed(found)
    if not known and found.code not in codes:
        return None
    if not known and found.code not in ACROSS and not (_are_all_told(found, both) and _speaks_of_same(found, pair)):
        return None
    if found.code == COMPARED and not _speaks_of_same(found, pair):
        return None
    # What begins in the one and ends in the other is quoted by its figure.
    apart = found.code in ALL_TOLD and found.quote not in first.text and second.text.count(found.stated) == 1
    found = replace(found, quote=found.stated) if apart and found.quote not in second.text else found
    place = second.text.find(found.quote)
    alone = len(passage(second.text).entries) == 1
    if found.code in OF_SHARES and (place < 0 or not (alone or OPENS.search(second.text[:place]))):
        return None
    if found.code in BY_WORDS and not _says_no_more(found, first.text + " " + second.text):
        return None
    own = second if place >= 0 else first
    return replace(found, where=own.where) if found.quote in own.text else None


def _is_placed(found: Finding) -> bool:
    """Whether a statement on all or none names a place that what stands against it doesn't name."""
    said, _, against = found.why.partition("”, and “")
    return bool(set(PLACE.findall(said)) - set(PLACE.findall(against)))


def _says_no_more(found: Finding, text: str) -> bool:
    """Whether all that a comparison says is told beside it: "costs were higher in June" is of no late boats."""
    said = stems(PLAIN_WORDS.sub(" ", found.quote))
    return said <= stems(text.replace(found.quote, " "))


def _speaks_of_same(found: Finding, pair: Pair) -> bool:
    """Whether the sentence of a finding names nothing that the paragraph before doesn't: the same things, and places.

    What is said of some, "exactly half (35) had a plan", says something new; of whom, it must not say.
    """
    first, second, _ = pair
    place = second.text.find(found.quote) if found.quote in second.text else second.text.find(found.stated)
    if place < 0:
        return False
    read = passage(second.text)
    sentence, told = read.sentence(read.sentence_at(place)), stems_of(first.text)
    if found.code in SAID:
        behind = OF_WHOM.match(second.text, place + len(found.quote))
        return not behind or bool(stems_of(behind["who"])) and stems_of(behind["who"]) <= told
    return {each for each in stems_of(sentence) if not each[0].isdigit()} <= told | GENERAL | CHANGES


def _are_all_told(found: Finding, both: Paragraph) -> bool:
    """Whether a finding speaks of every figure that two paragraphs tell."""
    read = passage(both.text)
    said = words_of(f"{found.why} {found.quote} {found.stated}")
    told = [e for e in read.entries if e.sentence not in standing_between(read) and not e.text.isalpha()]
    return all(is_said(each, said) for each in told)


def _runs(blocks: Sequence[Block]) -> Iterator[list[Paragraph]]:
    """Paragraphs of running prose one behind the other, those left out that only stand between."""
    run: list[Paragraph] = []
    for each in blocks:
        broken = not isinstance(each, Paragraph) or not _is_prose(each) or (run and run[-1].section != each.section)
        if broken and run:
            yield run
            run = []
        if isinstance(each, Paragraph) and _is_prose(each) and not (run and is_aside(each.text)):
            run.append(each)
    if run:
        yield run


def _is_prose(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if len(text) > LONGEST or APART.match(text) or CAPTION.match(text) or not ENDED.search(text):
        return False
    return len(passage(text).starts) <= MOST
