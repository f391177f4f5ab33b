"""A second look at what a rule calls wrong: whether the figures around it give what is stated in another way.

A rule reads a sentence in one way and doesn't know how the others read it. A right figure nearly always comes out of
figures told beside it: as a part of another whole, as a change, as what several leave of one. A wrong one hardly does.
"""

import re

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import OF_LAST_TIME
from looped.checker.explaining import counts_of
from looped.checker.finding import Finding
from looped.checker.flows import flows
from looped.checker.given_by_prose import is_balance, is_between_shares, is_change, is_left, is_part, makes_share
from looped.checker.given_by_tables import (
    is_behind_name,
    is_between_cells,
    is_between_named,
    is_between_rows,
    is_of_cell,
    is_run,
)
from looped.checker.nearness import amount, is_far, is_near, may_be_slip
from looped.checker.numbers import fits
from looped.checker.otherwise import (
    is_between_totals,
    is_earlier,
    is_gap_of_row,
    is_left_by_share,
    is_of_other_scope,
    is_of_other_table,
    is_of_other_time,
    is_of_row,
    is_pair_of_row,
    is_plainly_placed,
    is_proved,
    is_said_of_subject,
    noun_of,
    says_in_words,
)
from looped.checker.patterns import pattern_of
from looped.checker.phrases import ONLY
from looped.checker.prose import Entry, Passage, passage
from looped.checker.subgroups import taken_up
from looped.checker.traits import (
    BESIDE_TABLES,
    BETWEEN,
    GAPS,
    IN_WORDS,
    NAMED_GAPS,
    OF_ALL_TABLES,
    OF_BASES,
    OF_FLOWS,
    OF_PAIRS,
    OF_PARTS,
    OF_WHOLES,
    PLAIN,
    QUOTED,
    RATIOS,
    SUMMED,
    SUMS,
    SURE,
    is_of_sheet,
    is_weighed,
)

ROUNDED = pattern_of(
    r"\b(?:rounded (?:separately|independently|individually)|(?:(?:due|owing) to|because of) rounding|rounding means|"
    r"(?:may|might|need|do|does|will) not (?:always |necessarily )?(?:sum|add|total|agree)\b|"
    r"(?:percentages|figures|amounts|totals|shares) (?:are|have been|were) rounded\b)",
    re.I,
)
# "Had three more been on time, it would have been 77%": of what is not so.
HYPOTHETICAL = pattern_of(
    r"\bwould (?:then |only |still |also )?(?:have (?:been|made|given|come|brought|raised|lowered|cut|taken|left)|make|"
    r"give|bring|be (?:about |nearly |over )?[£\d])",
    re.I,
)
HAD_BEEN = pattern_of(
    r"\bhad (?:been|stood)\b[^.;]*\b(?:first (?:cycle|audit|round|survey)|last|previous\w*|before|earlier|baseline)\b",
    re.I,
)
OF_ALL = pattern_of(r" of (?:the (?:whole|total)|all)\b")
THE_REST = pattern_of(
    r"\bthe (?:remaining|other) (?:\d|[a-z]+teen\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|"
    r"nine\b|ten\b|eleven\b|twelve\b)",
    re.I,
)
THE_REST_OF_ALL = pattern_of(
    r"\W*(?:and )?the (?:other|remaining|rest|remainder)[ ,(]+\d[\d.]*\s?(?:%|per ?cent)", re.I
)
TOTAL_OF_ALL = pattern_of(
    r"^\W*(?:the |their )?(?:combined )?total (?:from|for|of|across|over) (?:the|all|these)(?: the)? "
    r"(?:two|three|four|five|six|seven|eight|nine|ten)\b",
    re.I,
)
# "62.0% and 30.2%, a difference of 36.0 points": of these two, whatever a table has.
GAP_OF_BOTH = pattern_of(rf"\d%?\)?,? (?:[a-z]+ )??an? (?:difference|gap) of (?:{ONLY})?$", re.I)
# "Did not", "of them had none": nothing else tells which others these are.
DID_NOT = pattern_of(
    r"\)?(?: of (?:the |these )?[a-z]+| [a-z]+s)?,? (?:did|had|were|was|have|has|do|are|is|said|never|lack\w*)\b", re.I
)
WITH_REST, TWO = 3, 2
ADDED_UP = " + "
THE_OTHER_SHARE = re.compile(r" leaves? \d")
REST_OF_ALL = pattern_of(r"(?:\band|;|,|\bwhile|\.) (?:and |while )?the (?:other|remaining) (?:\(?)$", re.I)


def stands(context: Context, finding: Finding) -> bool:
    """Whether what a finding calls wrong is right by another sum, so that nothing should be said of it."""
    if finding.verdict == "rounding" and finding.code in SUMS and context.once(_is_rounded):
        return True
    if finding.where.row is not None or finding.code in PLAIN:
        return False
    if finding.code == "shares-of-all" and THE_OTHER_SHARE.search(finding.why) and _is_of_two(context, finding):
        return False
    # A ratio that is set in right behind its two counts; a rate of what it is told to be per.
    if finding.code in RATIOS and finding.certainty == "certain":
        return False
    of_table = is_of_sheet(finding)
    if not of_table and _crosses_a_mark(finding.quote):
        return True
    if _is_said_otherwise(context, finding):
        return True
    if finding.code in SUMMED and not may_be_slip(finding) and not _is_plain_rest(context, finding):
        return True
    if finding.code in OF_FLOWS and _is_of_flow(context, finding):
        return True
    if (finding.code in OF_FLOWS or is_weighed(finding)) and _is_of_some(context, finding):
        return True
    if finding.code in SURE or (of_table and finding.code not in QUOTED):
        return False
    found = place_of(context, finding)
    return found is not None and _is_right_there(context, finding, *found)


def _is_plain_rest(context: Context, finding: Finding) -> bool:
    """ "Of the 33, 19 were seen; the remaining 9": a whole, its part and what is called the rest, and nothing else."""
    found = place_of(context, finding)
    if found and finding.code == "shares-of-all":
        # "The other 31% had no view.": of all the shares right before it.
        at = found[0].sentence_at(found[1])
        return len(found[0].of_sentence(at)) == 1 and bool(THE_REST_OF_ALL.match(found[0].sentence(at)))
    if found and finding.code == "told-total":
        # "The total from the three was 88": of just those.
        return bool(TOTAL_OF_ALL.search(found[0].sentence(found[0].sentence_at(found[1] + len(finding.quote) - 1))))
    if finding.code not in OF_PARTS or " less " not in finding.why:
        return False
    if found is None:
        return False
    read, low = found
    sentence = read.sentence_at(low)
    return len(read.of_sentence(sentence)) == WITH_REST and bool(THE_REST.search(read.sentence(sentence)))


def _is_of_two(context: Context, finding: Finding) -> bool:
    """ "74% named one and the other 18% did not": two shares in a sentence or in two, and nothing else."""
    found = place_of(context, finding)
    at = found[0].sentence_at(found[1]) if found else 0
    own = found[0].of_sentence(at) if found else []
    before = found[0].of_sentence(at - 1) if found else []
    if not found or (len(own) == TWO and any(e.share for e in before)):
        return False
    own = own if len(own) == TWO else [*before, *own]
    said = REST_OF_ALL.search(found[0].text[: found[1]]) and DID_NOT.match(found[0].text, own[-1].end)
    return len(own) == TWO and all(e.kind == "share" for e in own) and bool(said)


def place_of(context: Context, finding: Finding) -> tuple[Passage, int] | None:
    """The paragraph that a finding on prose is of, and where its quote begins in it; None where it isn't found.

    "8%" is not within "88%".
    """
    for paragraph in context.once(_by_line).get(finding.where.line, ()):
        times = paragraph.text.count(finding.quote) if finding.quote else 0
        if times == 1:
            return passage(paragraph.text), paragraph.text.find(finding.quote)
        if times:
            # "5" is told by itself, and not within "£85".
            whole = re.search(rf"(?<![\w£$€])(?<!\d[.,]){re.escape(finding.quote)}(?!\w|[.,]\d)", paragraph.text)
            return passage(paragraph.text), whole.start() if whole else paragraph.text.find(finding.quote)
    return None


def _by_line(context: Context) -> dict[int | None, list[Paragraph]]:
    """The paragraphs by the line that they begin on."""
    found: dict[int | None, list[Paragraph]] = {}
    for paragraph in context.document.paragraphs:
        found.setdefault(paragraph.line, []).append(paragraph)
    return found


def _is_right_there(context: Context, finding: Finding, read: Passage, low: int) -> bool:
    """Whether what is stated at a place of the prose is supposed, of another time or whole, or given by others."""
    of_table, high = is_of_sheet(finding), low + len(finding.quote)
    if _is_supposed(read, high - 1, finding):
        return True
    beside = of_table or finding.code in BESIDE_TABLES
    if beside and is_plainly_placed(context, read.sentence(read.sentence_at(low))):
        return False
    entry = _stated(read, low, finding)
    of_pair = entry is not None and entry.kind == "share" and finding.code in OF_PAIRS
    if entry and of_pair and _is_of_last_time(read, entry):
        return True
    if of_table and is_between_totals(context, read, (low, high)):
        return True
    if entry and of_pair and is_of_other_scope(read, entry):
        return True
    # Of a whole that its own sentence opens with, where it isn't said to be of all.
    sure = finding.code in OF_BASES and finding.certainty == "certain"
    if sure and not (entry and OF_ALL.match(read.text[entry.end :])):
        return False
    # Where no figure is expected but another way or another row, no figure is given by others.
    of_figure = bool(re.search(r"\d", finding.expected)) or finding.code not in IN_WORDS
    given = of_figure and entry is not None and _is_given(context, read, entry, finding)
    if given or of_table or not is_far(read, entry, finding):
        return given
    return entry is None or not is_behind_name(context, read, entry, finding)


def _is_of_last_time(read: Passage, entry: Entry) -> bool:
    """Whether the sentence of a share says that it is of the year or the round before."""
    words = read.sentence(entry.sentence).lstrip()
    return bool(OF_LAST_TIME.match(words) or HAD_BEEN.search(words))


def _is_of_flow(context: Context, finding: Finding) -> bool:
    """Whether what it sums up came and went, and the statement of that comes out."""
    found = place_of(context, finding)
    if found is None:
        return False
    read, low = found
    stated = [flow.hand for flow in flows(read) if flow.is_right]
    return any(hand.start < low + len(finding.quote) and low < hand.end for hand in stated)


def _is_of_some(context: Context, finding: Finding) -> bool:
    """Whether what is stated is told of some, whose number another figure is: no sum and no rest."""
    found = place_of(context, finding)
    told = [each.part.text for each in taken_up(found[0]) if each.is_narrow] if found else []
    return any(finding.stated in (text, text.split(" ")[0]) for text in told)


def _is_supposed(read: Passage, place: int, finding: Finding) -> bool:
    """Whether the sentence says what would be; a share behind its count is judged by its own clause."""
    at = read.sentence_at(place)
    words = read.sentence(at)
    if finding.code in OF_BASES:
        cut = words.find(";", place - read.starts[at])
        words = words[: cut if cut >= 0 else None].rpartition(";")[2]
    return bool(HYPOTHETICAL.search(words))


def _is_said_otherwise(context: Context, finding: Finding) -> bool:
    """Whether a share in words is that of other figures than the rule's."""
    found = place_of(context, finding)
    if found is None:
        return False
    read, low = found
    return says_in_words(context, read, (low, low + len(finding.quote)), finding)


def _crosses_a_mark(quote: str) -> bool:
    """Whether it begins in somebody's words and ends outside them: what they say is no figure of the report."""
    return quote.count("“") != quote.count("”") or quote.count('"') % 2 == 1


def _is_rounded(context: Context) -> bool:
    """Whether the document says that its figures are rounded, so that their sum may miss by a digit."""
    notes = [note for placed in context.sheets for note in placed.sheet.notes]
    return any(ROUNDED.search(text) for text in [*(each.text for each in context.document.paragraphs), *notes])


def _stated(read: Passage, low: int, finding: Finding) -> Entry | None:
    """The figure that a finding is about: the only one of its quote, or the one whose text is what was stated."""
    inside = [e for e in read.entries if e.start < low + len(finding.quote) and low < e.end]
    named = [e for e in inside if finding.stated in (e.text, e.text.split(" (")[0], str(e.share), str(e.value))]
    return named[0] if len(named) == 1 else inside[0] if len(inside) == 1 else None


def _is_given(context: Context, read: Passage, entry: Entry, finding: Finding) -> bool:
    of_table = is_of_sheet(finding) or finding.code in BESIDE_TABLES
    # "60 and 40; a total of 35, or 35%": a part of what is expected there.
    wanted = amount(finding.expected)
    greater = entry.kind == "count" and wanted and wanted > entry.count and "%" not in finding.expected
    if greater and wanted and entry.share and fits(entry.count, int(wanted), entry.share):
        return True
    # What is near the figure that a table gives may be a slip of it; what is far from it is something else.
    far = not is_near(finding)
    if entry.share and entry.kind == "count" and finding.code in OF_BASES:
        return _is_of_like(context, read, entry) or is_of_cell(context, read, entry)
    if entry.kind == "share" and entry.share:
        return _is_share_given(context, read, entry, finding, of_table=of_table, far=far)
    if entry.kind == "points":
        # Between two shares told with it a gap is theirs, whatever two cells of a table are apart.
        between = is_between_named if finding.code in NAMED_GAPS else is_between_cells
        cells = not GAP_OF_BOTH.search(read.text[: entry.start]) and between(context, read, entry)
        return finding.code in BETWEEN and (cells or is_between_shares(read, entry))
    return _is_count_given(context, read, entry, finding, of_table=of_table, far=far)


def _is_share_given(
    context: Context, read: Passage, entry: Entry, finding: Finding, *, of_table: bool, far: bool
) -> bool:
    """Whether a share alone is of what it is said of, of a row, or a part, a change or a gap of others."""
    before = [e for e in read.of_sentence(entry.sentence) if e.kind == "count" and e.end <= entry.start]
    if finding.code in OF_PAIRS and before and is_said_of_subject(read, entry, before[-1]):
        return True
    named = finding.stated in (entry.text, str(entry.share))
    if (named and is_of_row(context, read, entry)) or (of_table and is_of_other_time(context, read, entry)):
        return True
    given = is_part(context, read, entry) or is_change(context, read, entry, finding.code, of_table)
    between = far and finding.code in BETWEEN and is_between_cells(context, read, entry)
    return given or between or (of_table and far and is_run(context, entry))


def _is_count_given(
    context: Context, read: Passage, entry: Entry, finding: Finding, *, of_table: bool, far: bool
) -> bool:
    """Whether a count or an amount is a gap, a cell, a rest or a balance of others."""
    # Of a whole with its parts the whole may be right, and a part wrong.
    of_all = finding.code in OF_PARTS and " leaves " not in finding.why
    if _is_cell_or_gap(context, read, entry, finding, of_table=of_table):
        return True
    told = not entry.base and finding.stated in (entry.text, str(entry.count))
    listed = of_all and _holds_its_proof(read, entry, finding)
    if entry.kind == "count" and told and (far or not of_table) and not listed and is_proved(read, entry):
        return True
    if entry.kind == "count" and entry.share and finding.code in OF_WHOLES:
        # "187 (26%) of the 720": a part of what was told before, and no rest of what stands between.
        wholes = counts_of(e for e in read.entries if e is not entry)
        return any(n > entry.count and fits(entry.count, n, entry.share) for n in wholes)
    if is_weighed(finding) and is_earlier(read, entry):
        return True
    if entry.kind not in ("count", "money") or entry.base or of_all:
        return False
    if of_table and is_of_other_time(context, read, entry):
        return True
    # What is expected may be its share: then the count that comes out says nothing.
    run = of_table and far and not finding.expected.endswith("%") and is_run(context, entry)
    if run and not is_behind_name(context, read, entry, finding):
        return True
    if entry.share and not (of_table and is_part(context, read, entry)):
        return False
    return _is_left_by_others(read, entry, finding)


def _holds_its_proof(read: Passage, entry: Entry, finding: Finding) -> bool:
    """ "16, of which ten (62.5%) are done, three partly and two not": what proves the whole is one of three parts."""
    place = read.text.find(finding.quote)
    parts = [e for e in read.entries if e is not entry and place <= e.start < place + len(finding.quote)]
    proofs = (e for e in parts if e.kind == "count" and e.share and not e.base)
    return len(parts) >= WITH_REST and any(e.share and fits(e.count, entry.count, e.share) for e in proofs)


def _is_cell_or_gap(context: Context, read: Passage, entry: Entry, finding: Finding, *, of_table: bool) -> bool:
    """Whether a count or an amount is another cell of a table, or how far two of them are apart."""
    counted = entry.kind == "count"
    if counted and finding.code in BETWEEN and is_between_rows(context, read, entry):
        return True
    if finding.code in GAPS and entry.kind in ("count", "money") and is_gap_of_row(context, read, entry):
        return True
    if not of_table or not counted:
        return False
    # "Ayr and Oban together made 12 of the 17": of both rows, whatever one of them has in other columns.
    if ADDED_UP not in finding.why and is_pair_of_row(context, read, entry):
        return True
    return finding.code not in OF_ALL_TABLES and is_of_other_table(context, read, entry)


def _is_left_by_others(read: Passage, entry: Entry, finding: Finding) -> bool:
    """Whether others of the paragraph leave a figure, or come to it, or it makes a share with one of them."""
    if finding.code in OF_WHOLES and is_left_by_share(read, entry):
        return True
    left = finding.code not in OF_PARTS and is_left(read, entry, 2 if is_of_sheet(finding) else 3)
    return left or is_balance(read, entry) or makes_share(read, entry)


def _is_of_like(context: Context, read: Passage, entry: Entry) -> bool:
    """ "20 errors on the charts of 11 patients (35%)": of the patients that another part counted, and not of errors."""
    noun = noun_of(entry)
    near = {noun_of(e) for e in read.entries if e.kind == "count" and e is not entry}
    if not noun or noun in near:
        return False
    told = (e for each in context.document.paragraphs for e in passage(each.text).entries if e.kind == "count")
    return any(noun_of(e) == noun and entry.share and fits(entry.count, e.count, entry.share) for e in told)
