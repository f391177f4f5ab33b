"""Whether so many figures stand about a finding that its rule may have taken the wrong ones together.

A rule that binds figures some words apart is right nearly always where they are all that its paragraph tells, and
in ordinary prose, where three others or more stand by, hardly oftener than not (decision 58): there it says what it
read, as one reading.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from looped.checker.asides import standing_between
from looped.checker.at_hand import undivided
from looped.checker.bound_by_words import (
    is_apposed_gap,
    is_apposed_mean,
    is_behind_colon,
    is_behind_row,
    is_between_two,
    is_from_to,
    is_left_of_all,
    is_left_of_these,
    is_listed_with_rest,
    is_moved_to,
    is_of_its_base,
    is_set_behind,
    is_so_of_all,
    is_told_with_its_sum,
    was_and_is,
)
from looped.checker.context import Context
from looped.checker.dividing import OF as OF_ALL
from looped.checker.end_words import HIGHEST, LOWEST
from looped.checker.finding import Finding
from looped.checker.linking import stem
from looped.checker.numbers import Percent, fits
from looped.checker.parties import is_aside
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage
from looped.checker.quantified import SMALL
from looped.checker.second_look import ADDED_UP, place_of
from looped.checker.traits import CAREFUL, SURE

MANY = 3
# Rules whose figures are bound by the words between them, beside those on figures that stand beside each other.
BOUND = (
    "share-of-base nearly-whole averaged steps taken-away year-after-year foremost none-in "
    "sheet-tally inside-range significance none-left-out "
)
# Rules whose figures stand in one sentence: what other sentences tell leads nobody astray.
NEAR_BY = frozenset(("sheet-cell", "order-pairs"))
# More than there were: of the part and its whole right before it.
MORE_THAN_ALL = re.compile(r"is more than the .* that it is of")
# Rules on what all of a list do: the shares of its sentence are that list.
OF_LISTS = frozenset(("every-limit",))
LOOSE = frozenset(("change-stated", "said-apposed", "share-grounded")) | CAREFUL
# Rules that find by names and not by nearness what they set side by side: a table's row, the report's own words.
BY_NAME = (
    "share-of-item judged-by-name held-first order-told "
    "of-no-whole rest-of-none mean-of-each sheet-nothing sheet-rows sheet-ways sheet-gap sheet-commoner sheet-alone "
    "sheet-place sheet-end sheet-most sheet-whole sheet-moving "
    "all-of-hundred summed-up told-twice sheet-spent same-said some-in-each "
    "named-out sheet-swing which-way overspend sheet-beside sheet-half sheet-topmost sheet-from-to "
    "sheet-then-now sheet-in-turn"
)
# "No event was seen more often on placebo than on the drug."
NONE_MORE = (
    r"(?:no|every|each) [a-z’'-]+ [^,;:()\d]{1,50}\b(?:more|fewer|less|oftener|[a-z]+er)\b(?! than)[^,;:()\d]{1,40}"
    r"\bthan\b[^,;:()\d]{1,30}\.$"
)
# Of two rows by their names, and of no figure of the paragraph.
NO_FIGURE = r"(?:[^;:()\d“”]|(?<=[a-z] )\d{1,2}(?= |$))*"
MORE_THAN = (
    rf"(?:[A-Z][a-z-]+(?: [a-z]+){{0,2}}, )?(?:more|fewer) [a-z]{NO_FIGURE}\bthan (?:had|were|that|said)\b{NO_FIGURE}$"
)
# "Men outnumbered women overall": by their names.
OUTNUMBERED = rf"[A-Z][a-z’'-]+(?: (?!in\b|do\b)[a-z’'-]+){{0,2}} (?:outnumber(?:ed)?|were outnumbered by) {NO_FIGURE}$"
TWO_NAMED = (
    r"[^,;:()]{4,60} (?:was|were|is|are|had|has) (?:more|fewer|less|[a-z]+er)\b[^,;:()]{0,30} than [^,;:()]{4,60}\.$"
)
# "The gap between the best and the worst of the ports was 12 points": of a column, and of no figure beside it.
BETWEEN_ENDS = (
    rf"(?:gap|difference|distance|spread) between (?:the )?(?:best|{HIGHEST}) and "
    rf"(?:the )?(?:worst|{LOWEST})\b[^.;:]*points$"
)
# Rules that do so in plain statements only: of as many of the rows as are told against a limit, of a row that moved.
WHERE_PLAIN = {
    "sheet-counted": re.compile(
        r"(?:(?:in|at|on|for) )?(?:all|both|neither|none|every|each|no|[a-z]+ of (?:the|our|these)) "
        rf"(?:(?!than\b)[\w’'-]+ ){{1,6}}[^,;:]*(?:\bhalf\b|\d%)|{NONE_MORE}|"
        r"[a-z]+ [a-z’'-]+ (?:have|had) a majority (?:who|that|which) [a-z]+$",
        re.I,
    ),
    # "Compliance with standard 2 was lower than with standard 3": two rows by their names, and no more.
    "sheet-compared": re.compile(rf"{NONE_MORE}|{TWO_NAMED}|{MORE_THAN}|{OUTNUMBERED}|{BETWEEN_ENDS}", re.I),
    # "Only one department, Ayr, had no errors."
    "sheet-only": re.compile(rf"Only {NO_FIGURE}$"),
    "sheet-changed": re.compile(
        r"(?!.*\bby [\d£]).*from [£$€]?[\d.,]+%? to [£$€]?[\d.,]+%?|"
        # A row by its name in marks, and no more: "Agreement with “I have the time” fell."
        r"[^,;:()\d“”\"]{0,40}[“\"][^“”\"\d]+[”\"] (?:rose|fell|grew|dropped|increased|decreased|improved|"
        rf"worsened|declined)\.$|{NO_FIGURE}$",
        re.I,
    ),
    # "14 of its 35 invoices": with the whole that its row has.
    "sheet-quoted": re.compile(r"(?:[\d,]+|[a-z-]+) (?:out )?of (?:its|their|those|the) [\d,]+$", re.I),
}
# Rules whose figures one sentence tells, with at most one other in it: what the others tell leads nobody astray.
IN_ONE_SENTENCE = frozenset(
    ("change-stated", "left-over", "rest-accounted", "opposed", "share-of-pair", "both-moved", "what-remains")
)
FIRM = (SURE | frozenset(BOUND.split())) - LOOSE | frozenset(BY_NAME.split())
# Rules that are certain where the words leave nothing open: all words of a name, all groups of a trial.
BY_ALL_WORDS = frozenset(("taken-up", "sum-accounted", "mean-told", "sheet-changed"))
SCOPED = re.compile(r"\W*(?:Only|In|At|For|Among|On|With|Within|By|Where|When)\b")
DOUBT = "if these figures belong together: the paragraph tells others too"
# Rules whose figures stand side by side: money told elsewhere is none of theirs.
OF_ONE_SENTENCE = frozenset(("parts-of-whole",))
# Figures that may be taken for each other.
FAMILY = {"points": "share", "count": "share"}
# Rules on what parts come to.
TOTALS = frozenset(("told-total", "sum-accounted", "concluded", "parts-of-whole"))
# Rules on a mean, which a sentence tells with its sum and its number.
MEANS = frozenset(("mean-told", "mean-of-two"))
# Rules on what is left of a whole, and what one of them says that parts-of-whole says of a sum too.
RESTS, LEAVES = frozenset(("weighed-rest", "what-remains", "left-over", "two-parts")), " leaves "
# "Of 283, 184 agreed (65%) and the other 102 did not": the rest, by its word.
OTHERS = re.compile(r"\bthe (?:other|remaining) $", re.I)
# "(67%), a minority": right behind the share that it speaks of.
# "40%, or", "on 23 of the 109 files, ".
APPOSED = re.compile(
    r"\d ?(?:%|per ?cent)\)?,? (?:or )?$|"
    r"\d (?:out )?of (?:the |our |these |all )?\d[\d,]*(?: [a-z’'-]+){0,3}(?:,| –|:) (?:or |some |that is,? )?$"
)
# Before the parts of a whole, as in "103 complaints: 23 of pests".
COLON = re.compile(r"[^.;:,()\d]{0,40}: ")
# "With 33, 68 and 83 people": a row of figures side by side.
IN_A_ROW = re.compile(r"(?<![\d.,])\d[\d.]*%?(?:, \d[\d.]*%?)+,? and \d")
WORTH_EACH = re.compile(r"\b(?:average|mean) [a-z’'-]+ (?:was (?:worth|for)|came to|cost) $", re.I)
SET_OFF = re.compile(r"(?:,|;|:|\(|\s[–—-]) ?(?:(?:or|so|thus|making|that is,?|a total of) )*[£$€]?$")
IN_ALL = re.compile(r"(?: [a-z’'-]+){0,3}? ?,? ?(?:in all|in total|altogether|all told)\b(?! \d)")
# "48% of the 86 patients (37)".
OF_WHOLE = re.compile(r"[\d.]+ ?(?:%|per ?cent) of (?:the |all |our |its |these )*[\d,]+ [a-z ’'-]{2,40}\([\d,]+\)")
# "9 points (83% and 76%)".
LIES_BETWEEN = re.compile(
    r"[£$€]?\d[\d,.]*%?(?: [a-z]+){0,2} \([^()\d]{0,20}[\d.,%£]+(?: [^()\d;,]{1,30})? (?:and|against|to|vs?\.?|versus) "
    r"[\d.,%£]+(?: [^()\d;,]{1,30})?\)"
)
EVERY = pattern_of(
    r"\W*(?:(?:every|each)|(?:all|both)(?: of)?(?: the| our| these)?(?: [a-z]+)??) "
    r"(?P<noun>[a-z’'-]{3,}) (?:was|were|had|has|have)\b",
    re.I,
)
COUNTED = pattern_of(rf"\b(?:one|{SMALL}) (?P<noun>[a-z’'-]{{3,}})\b", re.I)
# "The waits were": before a list; "the shortest wait was": before its extreme.
IS = r"(?:were|was|are|took|being|of|:)?:? ?"
EXTREME = pattern_of(
    rf"\b(?:{HIGHEST}|{LOWEST}|least|quickest|slowest|oldest|youngest|median) "
    r"(?P<noun>[a-z’'-]{3,})(?: of (?:them|these|all))? (?:was|is|being|at|of) (?P<n>[\d.,]*\d)\b",
    re.I,
)
THAN = pattern_of(r"\b(?:more|fewer) (?P<one>[a-z’'-]{3,}) than (?P<other>[a-z’'-]{3,})(?=\W*$)", re.I)
ROW = re.compile(r"', (?P<row>[^:]+): the figure is ")
QUOTED = re.compile(r"[“\"‘]([^”\"’]{3,60})[”\"’]")
WORD = re.compile(r"[\d.]*\d|\w+")


def doubted(context: Context, finding: Finding) -> Finding:
    """The finding; as arguable where it is of a crowded paragraph and its rule binds figures from afar."""
    if finding.verdict not in ("wrong", "rounding") or finding.where.row is not None or finding.code in FIRM:
        return finding
    plain = WHERE_PLAIN.get(finding.code)
    if plain and plain.match(finding.quote):
        return finding
    if _others(context, finding) < MANY or _is_bound(context, finding):
        return finding
    return replace(finding, verdict="arguable", certainty="likely", why=f"{finding.why} ({DOUBT})")


def _inside(read: Passage, low: int, finding: Finding) -> list[Entry]:
    """The figures of a finding's quote."""
    return [e for e in read.entries if low <= e.start < low + len(finding.quote)]


def _is_of_same_noun(finding: Finding) -> bool:
    """ "Every file had a plan", and "in four files no plan was found": the same things, counted."""
    of = EVERY.match(finding.quote)
    counted = COUNTED.findall(finding.why.partition("”, and “")[2]) if of else []
    return bool(of) and any(stem(noun) == stem(of["noun"]) for noun in counted if of)


def _is_bound(context: Context, finding: Finding) -> bool:
    """Whether the words between its figures bind them firmly, so that no other can be meant."""
    found = place_of(context, finding)
    if found is None:
        return False
    read, low = found
    if finding.code == "sheet-compared" and _tells_no_figure(read, low, finding):
        return True
    if finding.code in BY_ALL_WORDS and finding.certainty == "certain":
        return True
    if finding.code == "but-some":
        return _is_of_same_noun(finding)
    if finding.code in NAMES and NAMES[finding.code](read, low, finding):
        return True
    if finding.code == "against-target":
        return is_so_of_all(read, finding) or is_set_behind(read, low)
    if finding.code == "sheet-quoted" and ADDED_UP in finding.why and len(_inside(read, low, finding)) == 1:
        # "Ayr and Oban together made 12 of the 17": two rows by their names, and the whole that they are of.
        return bool(_inside(read, low, finding)[0].base)
    if finding.code == "sheet-quoted" and is_moved_to(context, read, low, finding):
        return True
    if finding.code in ("sheet-quoted", "share-of-pair") and is_of_its_base(read, low, finding):
        return True
    if finding.code == "share-of-pair":
        return bool(OF_WHOLE.match(read.text, low))
    if finding.code == "parts-of-whole" and MORE_THAN_ALL.search(finding.why):
        return True
    if finding.code in ("by-how-much", "apart") and (
        LIES_BETWEEN.match(read.text, low) or is_apposed_gap(read, low) or is_between_two(read, finding)
    ):
        return True
    if finding.code == "order-course" and IN_A_ROW.search(finding.quote):
        return True
    if finding.code == "sheet-mean":
        return bool(WORTH_EACH.search(read.text[:low]))  # "the average bill was worth £40": of the table's
    if finding.code == "said-of-figures":
        return bool(APPOSED.search(read.text[:low]))
    inside = _inside(read, low, finding)
    if finding.code in IN_ONE_SENTENCE and _is_of_one_sentence(read, inside, finding):
        return True
    if inside and _is_bound_by_words(read, inside, finding):
        return True
    if _is_all_told(read, inside, finding):
        return True
    return finding.code in TOTALS and bool(inside) and _is_in_all(read, inside[-1], finding)


def _tells_no_figure(read: Passage, low: int, finding: Finding) -> bool:
    """Whether a sentence names two rows, and tells no figure that isn't of their names."""
    said = set(WORD.findall(finding.why.lower()))
    if SCOPED.match(read.sentence(read.sentence_at(low))):
        return False  # "only in the last group": not of all
    return all(is_said(each, said) for each in read.of_sentence(read.sentence_at(low)))


def _is_of_one_sentence(read: Passage, inside: Sequence[Entry], finding: Finding) -> bool:
    """Whether all the figures of a finding stand in one sentence, and hardly another."""
    if not inside:
        return False
    own = read.of_sentence(inside[-1].sentence)
    said = set(WORD.findall(finding.why.lower().replace(",", "")))
    told = [each for each in own if each in inside or is_said(each, said)]
    return len(told) > len(inside) and len(own) - len(told) <= 1


def _is_bound_by_words(read: Passage, inside: Sequence[Entry], finding: Finding) -> bool:
    """Whether what is left, two parts behind a colon or a mean stand with all that they are of."""
    said = set(WORD.findall(finding.why.lower().replace(",", "")))
    own = read.of_sentence(inside[-1].sentence)
    if finding.code == "mean-of-two":
        return len(inside) == 1 and is_apposed_mean(read, inside[0], finding)
    if finding.code == "mean-of-none":
        return len(inside) == 1 and is_told_with_its_sum(read, inside[0], finding)
    if finding.code == "opposed":
        return is_behind_colon(read, own, [is_said(e, said) for e in own])
    left = finding.code == "parts-of-whole" and LEAVES in finding.why
    told = [is_said(e, said) for e in inside]
    if finding.code == "parts-of-whole" and not left and is_listed_with_rest(read, inside, told):
        return True
    return left and (is_left_of_these(read, inside, told) or is_left_of_all(read, inside, told))


def _is_of_the_list(read: Passage, low: int, finding: Finding) -> bool:
    """ "The waits were 6, 13 and 9 minutes. The shortest wait was 6": the extreme is of what the list is of."""
    figures = finding.why.removeprefix("of ").partition(" the ")[0].split(", ")
    listed = re.search(rf"\b(?P<noun>[a-z’'-]{{3,}}) {IS}{r',? (?:and )?'.join(map(re.escape, figures))}\b", read.text)
    told = [each for each in EXTREME.finditer(read.text) if each["n"] == finding.quote]
    return bool(
        listed
        and len(told) == 1
        and max(low, listed.end()) <= told[0].end()
        and stem(told[0]["noun"]) == stem(listed["noun"])
    )


def _is_of_two_named(read: Passage, low: int, finding: Finding) -> bool:
    """ "17 men, 7 women and 5 children. There were fewer men than women": each is told once, with its number.

    Or its own sentence tells the two, and no more.
    """
    own = read.of_sentence(read.sentence_at(low))
    if (
        " than " in finding.quote
        and len(own) == 2
        and all(low <= e.start and e.end <= low + len(finding.quote) for e in own)
    ):
        return True
    said = THAN.search(finding.quote)
    if not said:
        return False
    counts = [
        [e for e in read.entries if re.match(rf" {each}\b", read.text[e.end :], re.I)]
        for each in (said["one"], said["other"])
    ]
    return all(len(each) == 1 and each[0].end < low for each in counts)


def _is_of_quoted_row(read: Passage, low: int, finding: Finding) -> bool:
    """ "“Dose given” rose to 81%": the row that the figure is read against is named in quotation marks."""
    label = ROW.search(finding.why)
    before = read.text[read.starts[read.sentence_at(low)] : low]
    quoted = QUOTED.findall(before)
    return bool(label and len(quoted) == 1 and quoted[0].lower() == label["row"].lower())


def _is_of_row(read: Passage, low: int, finding: Finding) -> bool:
    return _is_of_quoted_row(read, low, finding) or is_behind_row(read, low, finding)


NAMES = {
    "of-figures": _is_of_the_list,
    "compared": _is_of_two_named,
    "sheet-quoted": _is_of_row,
    "count-and-table": is_behind_row,
    "change-stated": is_from_to,
    "order-course": was_and_is,
}


def _is_all_told(read: Passage, inside: Sequence[Entry], finding: Finding) -> bool:
    """Whether a sentence tells a mean, its sum and its number, or a whole and its parts, and no more.

    "Of the 21 ...": a whole that its sentence opens with; or one with its parts behind a colon.
    """
    if not inside:
        return False
    own = read.of_sentence(inside[-1].sentence)
    said = set(WORD.findall(finding.why.lower().replace(",", "")))
    if len(own) < MANY or not all(is_said(each, said) for each in own):
        return False
    if finding.code in MEANS:
        return len(own) == MANY
    if finding.code in RESTS or (finding.code == "parts-of-whole" and LEAVES in finding.why):
        is_rest = any(OTHERS.search(read.text[: each.start]) for each in own)
        return (len(own) > MANY or is_rest) and bool(OF_ALL.search(read.text[: own[0].start]))
    behind_colon = inside[0] is own[0] and bool(COLON.match(read.text, own[0].end))
    return finding.code == "parts-of-whole" and len(own) > MANY and behind_colon


def _is_in_all(read: Passage, stated: Entry, finding: Finding) -> bool:
    """ "22 of the men and 19 of the women, 44 in all": right behind its parts, and nothing else told between them."""
    if not SET_OFF.search(read.text[: stated.start]) or not IN_ALL.match(read.text, stated.end):
        return False
    said = set(WORD.findall(finding.why.lower().replace(",", "")))
    before = [e for e in read.of_sentence(stated.sentence) if e.start < stated.start]
    named = [e for e in before if is_said(e, said)]
    return len(named) > 1 and all(e in named for e in before if e.start >= named[0].start)


def _others(context: Context, finding: Finding) -> int:
    """How many figures of its paragraph a finding says nothing of, and that give none of those it speaks of."""
    said = set(WORD.findall(f"{finding.why} {finding.quote} {finding.stated}".lower().replace(",", "")))
    found = place_of(context, finding)
    if found is None or found[0].text[: found[1]].endswith("("):
        return 0  # "Ash (76%) and Elm (52%)": each is of what it stands behind
    read, low = found
    at = read.sentence_at(low + len(finding.quote) - 1)
    listed = finding.code in OF_LISTS
    between = standing_between(read) - {at, read.sentence_at(low)}
    entries = [e for e in read.entries if e.sentence not in between]
    entries = [e for e in entries if not (listed and e.sentence == at and e.kind == "share")]
    if finding.code in NEAR_BY:
        first = read.sentence_at(low)
        entries = [e for e in entries if first <= e.sentence <= at]
        # "40 against 22 in month 1": when it was.
        entries = [e for e in entries if finding.code != "order-pairs" or not is_aside(read, e, entries)]
    if finding.code == "taken-up":
        entries = [e for e in entries if e.kind != "measure" or not e.unit]  # "20 mg" is never told again as people
    entries = _of_its_kinds(entries, said) if finding.code in OF_ONE_SENTENCE else entries
    named = [is_said(entry, said) for entry in entries]
    shares = {each.share for each, is_named in zip(entries, named, strict=True) if is_named and each.share}
    # "233 (129 men and 104 women)": what one of them is made of is no other figure.
    kept = {each.start for each in undivided(read, entries)}
    others = [e for e, is_named in zip(entries, named, strict=True) if not is_named and e.start in kept]
    return len(others) - len(_giving(others, shares) | _in_means(entries, others))


def _of_its_kinds(entries: list[Entry], said: set[str]) -> list[Entry]:
    """Without the money and the measures of other sentences, where counts or shares are spoken of: or turned round."""
    own = [e for e in entries if is_said(e, said)]
    kinds, sentences = {FAMILY.get(e.kind, e.kind) for e in own}, {e.sentence for e in own}
    return [e for e in entries if not own or e.sentence in sentences or FAMILY.get(e.kind, e.kind) in kinds]


def words_of(text: str) -> set[str]:
    """The words and numbers of a text, for comparison with figures."""
    return set(WORD.findall(text.lower().replace(",", "")))


def is_said(entry: Entry, said: set[str]) -> bool:
    """Whether a figure is among words: one of its numbers, or the word that it begins with."""
    words = WORD.findall(entry.text.lower().replace(",", ""))
    told = {f"{entry.value:f}", *words[:1], *(word for word in words if word[0].isdigit())}
    return not told.isdisjoint(said)


def _in_means(entries: Sequence[Entry], others: list[Entry]) -> set[int]:
    """Where those stand that are a mean, or its sum and its base: "30 men gave 480, a mean of 16.0"."""
    means = [each for each in entries if each.kind == "measure" and each.step < 1]
    counts = [each for each in others if each.kind == "count" and each.count > 1 and not each.base]
    told = [
        (mean, one, other)
        for mean in means
        for one, other in permutations(counts, 2)
        if abs(one.value / other.value - mean.value) <= mean.step / 2
    ]
    return {each.start for several in told for each in several if each in others}


def _giving(others: list[Entry], shares: set[Percent]) -> set[int]:
    """Where the counts stand that a share comes from: with their own base, or one of another."""
    counts = [each for each in others if each.kind == "count" and each.count > 0]
    pairs = [(one, one, one.base) for one in counts if one.base]
    pairs += [(one, other, other.count) for one, other in permutations(counts, 2) if one.count <= other.count]
    giving = [pair for pair in pairs if any(fits(pair[0].count, pair[2], share) for share in shares)]
    return {each.start for one, other, _ in giving for each in (one, other)}
