"""A list with its total told before it or behind it, in whatever words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from looped.checker.adding import DIVIDES, Addends, addends, alike, opened_at, sums_of, value_of
from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import LAST_TIME
from looped.checker.finding import Finding, Verdict
from looped.checker.measured import hides_measure
from looped.checker.patterns import pattern_of
from looped.checker.phrases import MORE_OR_LESS
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quantified import SMALL
from looped.checker.quantities import printed
from looped.checker.rules.sum_accounted import DOING
from looped.checker.silent import MONTH

CODE = "told-total"
MESSAGE = "A total is what the figures make of which it is told."
GOOD = "Nine calls came in May, 12 in June and 14 in July: 35 for the term as a whole."
BAD = "Nine calls came in May, 12 in June and 14 in July: 45 for the term as a whole."

HEDGE = r"(?:just |only |a |an |the |some |exactly )*"
# Before the total.
LEADS = pattern_of(
    rf"\b(?:(?:grand |overall |combined )?total(?: number| cost| sum| spend)?(?: of(?: [a-z]+){{1,3}})?"
    # "The total from the three was therefore 88".
    rf"(?: (?:of|from|for|across|over|in) (?:the |all |these )+(?:{SMALL})(?: [a-z]+)?)?(?:,|"
    rf":| of| was(?: therefore| thus| then)?| is(?: therefore| thus| then)?|"
    rf" =| to| stands at| came to)?|in (?:all|total),?|altogether,?|all told,?|together,?|taken together,?|"
    rf"between them,?|"
    rf"combined,?|sum(?: of| to)?|summing to|add(?:s|ed|ing)? up to|totall(?:ing|ed)|come to|came to|"
    rf"amount(?:s|ed|ing)? to|"
    rf"mak(?:es?|ing)(?: up)?|made(?: up)?|giv(?:es?|ing)|gave|account(?:s|ed|ing)? for|bring(?:s|ing) the [a-z]+ to|"
    rf"(?:that|this|these|those|they) (?:is|are|was|were|make|made|makes))\s+(?:up )?(?:all )?{HEDGE}(?:of )?(?:the )?"
    rf"(?:(?:total|full|whole|sample|cohort|group|set|list|panel|series)(?: of)? )*$",
    re.I,
)
# Behind it.
ENDS = pattern_of(
    r"^\)?,?\s*(?:[a-z’'-]+ ){0,3}?(?:in all|in total|altogether|all told|all together|combined|overall|"
    r"between them|in sum|"
    r"taken together|(?:for|in|over|across|during) (?:the|that|this) (?:full |whole |entire )?(?:year|"
    r"quarter|half-year|term|"
    r"month|period|week|season|sample|cohort|service|county|group|trust|borough|region|series|school)"
    r"(?: as a whole)?(?=[\s,.;):]*$|[,.;):])|as a whole|"
    r"(?:for|in|over|across|during|at|from) (?:the|all) (?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d\d?) "
    r"[a-z]+(?=[\s,.;):]*$|[,.;):]))",
    re.I,
)
THEN = pattern_of(r"\b(?:thus|therefore|so|(?<!and )then|hence|accordingly)\b", re.I)
HEDGED = pattern_of(
    r"\b(?:about|around|some|roughly|approximately|nearly|almost|over|up to|average(?: of)?|mean(?: of)?) $", re.I
)
EACH_OF = pattern_of(r"\beach of (?:the |our |these )?$", re.I)
BARE = pattern_of(
    r"(?: people| persons)?\)?,? (?:in all|in total|altogether|all told|overall)\b(?! (?:who|that|which|with)\b)", re.I
)
OWN_VERB = re.compile(r" [a-z]{3,} $")
BARE_BEFORE = pattern_of(
    rf"\b(?:total|in all|altogether)(?: (?:from|of|for|across|over) (?:the |all |these )+(?:{SMALL})(?: [a-z]+)?)?"
    r"(?:,|:| of| is| was)?(?: therefore| thus)? $|"
    r"(?:^|[.;] )\W*together,? (?:these|they) (?:make|made|come to|came to|total|totalled) $",
    re.I,
)
PLACED = pattern_of(r" (?:[a-z]+ )?(to|in|from|at|on|by|for|about|under|with|as) ", re.I)
IN_MONTH = pattern_of(rf" (?:[a-z’'-]+ ){{0,4}}in {MONTH}\b", re.I)
TO_THE_END = re.compile(r"(?: (?!(?:having|of|were|was|had|have|being)\b)[\w’'-]+){1,6}\s*[.;]")
NUMBERED = pattern_of(
    r"\b(?:numbered|totalled|came to|amounted to|added up to|there (?:were|are)) (?:just |only )?$", re.I
)
IN_TIME = pattern_of(r" (?:in|by|at|on) (?:the )?(?:(?:19|20)\d\d|second|third|last|next|week|month|year)\b", re.I)
OTHER_PLACE = pattern_of(r" (?:[a-z]+ )?(?:to|in|from|at|on|by|for) (?:the )?(?:others?|second|latter|rest)\b", re.I)
MORE = pattern_of(r" (?:more|fewer|less|higher|lower|up|down)\b")
SIZED = pattern_of(r"\bn\s?=\s?$", re.I)
IN_EACH = pattern_of(
    r"(?: [a-z]+){0,2} (?:in|to|on|at|from|for) (?:each|either|both) (?:[a-z]+)(?:, | and |[;:] |\s?\()", re.I
)
IN_THE = pattern_of(
    r"\b(?:in|at|on|across|from|for|with) (?:all |each of )?(?:the|these|our|its)(?: other| remaining)? $", re.I
)
FEWEST, NEAR, MOST, WITHIN, REACH = 3, 8, 6, 60, 3
# "All other causes together accounted for 64": of those that weren't told.
OTHERS = pattern_of(r"\bother [a-z]+ (?:together|combined|taken together|between them)\b[^.;\d]*$", re.I)
IS_N = pattern_of(r"[^.;:,()\d]{0,40}[(\[]\s*n\s*=\s*", re.I)
HOW = pattern_of(
    r"[:;–—-] (?:that|this)(?:’s|'s| is| was) (?:how|what|the)\b[^.;:\d]{0,60}\b(?:the|all|our|these) $", re.I
)
BOUND = pattern_of(rf"\b(?:(?:{MORE_OR_LESS}) than|above|below|over|under|at least|at most|exceeded|up to) $", re.I)
OF_THEM = pattern_of(r"\b(?:all|each of the|the|these|our) $", re.I)
OTHER = pattern_of(
    r"\b(?:more than one|at least one|any that|several|multiple|overlap\w*|both|also|could (?:tick|choose|give|select)|"
    r"not mutually|twice|thrice|some of (?:these|them|whom)|in addition|as well|may not|do not (?:sum|add|total)|"
    r"including|mainly|mostly|chiefly|such as|among them|per|average|mean|each|net|less|minus|excluding|apart from|"
    r"against(?!\s*[,;])|compared|target|planned|budget|(?:full-time|whole-time) equivalents?|half(?: the|"
    r" a)? (?:week|time)|"
    r"weighted|would|projected|forecast|and (?:the|its) (?:rest|remainder|"
    r"balance)(?! ?(?:of [a-z ]{3,30})?[\W]{0,3}\d))\b",
    re.I,
)


@dataclass(frozen=True)
class Total:
    """A total with the list that it is of."""

    figure: Entry
    value: Decimal
    listing: Addends


def check(context: Context) -> Iterator[Finding]:
    """Each list with a figure that is said to be its total."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            yield from _in_each(paragraph, read, at)
            if len(read.entries) < FEWEST:
                continue
            yield from _product(paragraph, read, at)
            for listing in addends(read, at):
                told = _behind(read, listing) or _last(read, listing) or _before(read, listing) or _first(read, listing)
                # "That is one in every three": far below what it would be of, and no slip.
                below = told and told.value * 4 < max(map(value_of, told.listing.parts))
                if (
                    told
                    and not below
                    and not _is_base(read, told)
                    and not _is_of_groups(read, told)
                    and not hides_measure(read, told.listing.parts)
                ):
                    yield from _judged(paragraph, read, told)


def _is_base(read: Passage, told: Total) -> bool:
    """Whether it is the number of a group, "37 (32%) in the one arm (n = 116)", or of what is listed: "all four"."""
    shares = any(each.share for each in told.listing.parts)
    if told.figure.share and all(SIZED.search(read.text[: each.start]) for each in told.listing.parts):
        return True  # "at Ayr (n = 63), 16 (25%); at Oban (n = 96), 59 (61%)": a part of the last
    if told.value == len(told.listing.parts) and OF_THEM.search(told.figure.before):
        return True
    if BOUND.search(read.text[: told.figure.start]):
        return True  # or a limit that each is set against
    # "11 on oil (n = 148; 7.4%) and 6 on wax (n = 151; 4.0%)": each with its group.
    sized = re.search(r"[(\[]\s*n\s?=\s?$", read.text[: told.figure.start])
    return bool((shares or told.figure.share) and sized)


def _is_of_groups(read: Passage, told: Total) -> bool:
    """ "Overall, 20%: 15% at Ayr and 25% at Oban": the share of all, between those of its groups."""
    parts = told.listing.parts
    placed = [PLACED.match(read.text[each.end :]) for each in parts]
    values = list(map(value_of, parts))
    return told.figure.kind == "share" and all(placed) and min(values) <= told.value <= max(values)


def _product(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """ "Forty in each of the three arms, 130 in total": so many times as many."""
    own = [e for e in read.of_sentence(at) if e.kind in ("count", "money") and not e.base and not e.share]
    if len(own) != 3:
        return
    times = next((e for e in own if EACH_OF.search(read.text[: e.start])), None)
    others = [e for e in own if e is not times]
    if (
        times
        and times is not own[2]
        and (LEADS.search(read.text[: own[2].start]) or ENDS.match(read.text[own[2].end :]))
    ):
        part, whole = others
        if not alike(part, whole):
            return
        if HEDGED.search(read.text[: part.start]) or HEDGED.search(read.text[: whole.start]):
            return
        made = times.count * part.value
        verdict: Verdict = "ok" if made == whole.value else "wrong"
        why = f"{times.text} times {part.text} is {printed(made)}, printed as {whole.text}"
        slip = f"parts/{paragraph.line}/{whole.start}/{whole.text}"
        yield Finding(CODE, verdict, paragraph.where, whole.text, whole.text, printed(made), why, slip, "likely")


def _in_each(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """ "Forty in each group, 80 in all": a whole number of times as many."""
    for part, whole in pairwise(read.of_sentence(at)):
        gap = read.text[part.end : whole.start]
        plain = part.kind == whole.kind == "count" and not (part.base or whole.base or part.share or whole.share)
        if not plain or whole.value <= part.value or not IN_EACH.match(gap) or len(gap) > WITHIN:
            continue
        ends = ENDS.match(read.text[whole.end :])
        closed = ends and re.match(r"\s*(?:[.,;:)]|$)", read.text[whole.end + ends.end() :])
        if (LEADS.search(read.text[: whole.start]) or closed) and part.value >= FEWEST:
            made = max(2, round(whole.value / part.value)) * part.value
            verdict: Verdict = "ok" if made == whole.value else "wrong"
            why = f"{part.text} in each are {printed(made)}, printed as {whole.text}"
            slip = f"parts/{paragraph.line}/{whole.start}/{whole.text}"
            yield Finding(CODE, verdict, paragraph.where, whole.text, whole.text, printed(made), why, slip, "likely")


def _behind(read: Passage, listing: Addends) -> Total | None:
    """A total told behind its list, in the same sentence or the next."""
    at = listing.parts[0].sentence
    after = [e for e in read.entries if e.start >= listing.end and e.sentence in (at, at + 1)]
    # "in the four terms (79 in the year)": how many there are of them.
    if after and after[0].value == len(listing.parts) and re.search(r"\b(?:the|all|these)\s+$", after[0].before):
        after = after[1:]
    if not after or not alike(after[0], listing.parts[0]) or after[0].base:
        return None
    # "These make up 37%, 33% and 30%": each its own share, and none the whole.
    if len(after) > 2 and re.fullmatch(r",? (?:and )?", read.text[after[0].end : after[1].start]):
        return None
    return Total(after[0], value_of(after[0]), listing) if _is_total(read, after[0], listing) else None


def _last(read: Passage, listing: Addends) -> Total | None:
    """The last figure of a list that is said to be the total of those before it, or the first of those behind it."""
    parts = listing.parts
    # "Ash gave 13, Elm gave 39 and Oak gave 58": each its own.
    verbs = [found.group() for each in parts if (found := OWN_VERB.search(read.text[: each.start]))]
    if len(verbs) == len(parts) and verbs[-1] == verbs[-2]:
        return None
    if len(parts) > 2 and _is_total(read, parts[-1], Addends(parts[:-1])):
        return Total(parts[-1], value_of(parts[-1]), Addends(parts[:-1]))
    return None


def _first(read: Passage, listing: Addends) -> Total | None:
    """ "£15,000 was raised, £6,200 by the raffle, £8,800 by the fete": the first is nearly what the others make."""
    first, parts = listing.parts[0], Addends(listing.parts[1:])
    if len(listing.parts) < FEWEST or value_of(first) <= max(map(value_of, parts.parts)):
        return None
    placed = [PLACED.match(read.text[each.end :]) for each in listing.parts]
    alike_placed = all(placed[1:]) and len({each[1] for each in placed[1:] if each}) == 1
    above = parts.sum > value_of(first)
    near = abs(parts.sum - value_of(first)) * (NEAR // 2 if above else NEAR) <= value_of(first)
    near = near or bool(OTHER_PLACE.match(read.text[listing.parts[-1].end :]))
    # "Numbered 17, eleven in the one arm and eight on the other drug": more than there are.
    counted = NUMBERED.search(read.text[: first.start]) and read.text[first.end : parts.start] == ", "
    alike_placed = alike_placed or bool(
        above and counted and all(placed[1:]) and TO_THE_END.match(read.text, listing.parts[-1].end)
    )
    other = not placed[0] or placed[0][1] != (placed[1] or placed[0])[1]
    if all(IN_MONTH.match(read.text, each.end) for each in listing.parts):
        return None  # "46 leaks in May, 22 in June, 14 in July": the first is one of them
    if all(IN_TIME.match(read.text[each.end :]) for each in parts.parts):
        return None  # "18% that year, 11% in 2015 and 5% in 2020": each at its time
    return Total(first, value_of(first), parts) if alike_placed and near and other else None


def _is_total(read: Passage, figure: Entry, listing: Addends) -> bool:
    if OTHERS.search(read.text[max(0, figure.start - 60) : figure.start]):
        return False
    if MORE.match(read.text[figure.end :]):
        return False  # "that is 12 more than last year"
    if figure.sentence != listing.parts[0].sentence and LAST_TIME.match(read.sentence(figure.sentence)):
        return False  # "the year before it made £310"
    gap = read.quiet[listing.end : figure.start]
    apart = figure.sentence != listing.parts[0].sentence and DOING.match(read.text[figure.end :])
    if apart and value_of(figure) < listing.sum:
        return False
    if figure.sentence != listing.parts[0].sentence and len(gap) > 80:
        return False
    lead = read.text[max(listing.end, read.starts[figure.sentence]) : figure.start]
    ends = ENDS.match(read.text[figure.end :])
    if figure.sentence == listing.parts[0].sentence and not re.search(r"[,;:–—(-]|\band\b|\bmak|\bgiv|\bmade\b", gap):
        return False
    whole = re.search(r"[,;:(–—] *(?:(?:or|and|so|thus|there (?:are|were)|that is|a total of|all) )*$", gap)
    if IS_N.fullmatch(gap) or HOW.search(gap):
        return value_of(figure) not in map(value_of, listing.parts)
    every = re.search(r"\b(?:account\w* for|made up|mak(?:e|ing) up|cover\w*) (?:all |the )+$", gap)
    # "We spent £3 and £4 in total": the cue must not be of a part.
    behind = re.split(r"[.,;:()]", read.text[figure.end : figure.end + 40])[0]
    then = (
        (";" in gap or whole)
        and "." not in gap
        and (THEN.search(gap.rpartition(";")[2]) or (whole and THEN.search(behind)))
    )
    return bool(
        LEADS.search(lead) or every or then or (ends and whole and figure.value > max(map(value_of, listing.parts)))
    )


def _before(read: Passage, listing: Addends) -> Total | None:
    """A whole told before its list, with a word that divides it between."""
    first = listing.parts[0]
    before = [e for e in read.entries if e.end <= first.start and e.sentence == first.sentence]
    # "In the other three areas some were shut: three in Ayr, three in Oban and two in Troon".
    apart = bool(before) and (len(before) > 1 or IN_THE.search(read.text[: before[-1].start]))
    if apart and _tells_parts(before[-1], listing):
        before.pop()
    if not before or not alike(before[-1], first) or before[-1].base or len(before) > 1:
        return None
    gap = read.quiet[before[-1].end : first.start]
    if DIVIDES.search(gap) and not re.search(r"[.;]", gap) and len(gap) < 120:
        return Total(before[-1], value_of(before[-1]), listing)
    # "Reasons (n = 96) were refusal (n = 60) and others (n = 36)": each in brackets.
    if re.match(r"[)\]] (?:were|was|are|included)\b", gap) and re.search(r"\(\s*n\s*=\s*$", gap):
        return Total(before[-1], value_of(before[-1]), listing)
    # "(92 to this group, 88 to that)": each in a place of its own.
    behind = read.text[listing.parts[-1].end :]
    placed = [PLACED.match(read.text[each.end :]) for each in listing.parts]
    opened = re.search(r"(?:\(|: |— |– )$", gap) and re.match(r"[^.;:()\d]{0,60}(?:\)|\.(?:\s|$)|;)", behind)
    if opened and len({p[1] for p in placed if p}) == 1 and all(placed):
        return Total(before[-1], value_of(before[-1]), listing)
    return None


def _tells_parts(entry: Entry, listing: Addends) -> bool:
    """ "47 from four teams: ...": how many parts there are."""
    placed = entry.end < listing.start or bool(re.search(r"\b(?:the|all|these)(?: other)? $", entry.before))
    return entry.value == len(listing.parts) and entry.text.isalpha() and placed


def _judged(paragraph: Paragraph, read: Passage, told: Total) -> Iterator[Finding]:
    listing, miss = told.listing, abs(told.listing.sum - told.value)
    slack = listing.slack
    low, high = min(told.figure.start, listing.start), max(told.figure.end, listing.end)
    if miss > slack:
        words = read.text[read.starts[listing.parts[0].sentence] : high + 40]
        if OTHER.search(words) or (told.value == 100 and "ercent" in words) or _otherwise(read, told):
            return
    verdict: Verdict = "ok" if not miss else "rounding" if miss <= slack else "wrong"
    if verdict == "rounding":
        verdict = "ok"
    terms = " + ".join(each.text.split(" (")[0] for each in listing.parts)
    made, unit = printed(listing.sum), "%" if told.figure.kind == "share" else ""
    why = f"{terms} = {made}{unit}, printed as {told.figure.text}"
    slip = f"parts/{paragraph.line}/{told.figure.start}/{told.figure.text}"
    quote = read.text[low:high]
    yield Finding(CODE, verdict, paragraph.where, quote, told.figure.text, f"{made}{unit}", why, slip, "likely")


def _otherwise(read: Passage, told: Total) -> bool:
    """Whether the figure is true of some of the list, of it with others near by, or of another list."""
    listing, slack = told.listing, told.listing.slack
    # "22 children in all" may leave some of the list out; "41 in all" may not.
    bare = BARE.match(read.text[told.figure.end :]) or BARE_BEFORE.search(read.text[: told.figure.start])
    if not bare and any(abs(each - told.value) <= slack for each in sums_of(listing.parts)):
        return True
    first = listing.parts[0]
    # "In October 17 audits, in November 16 and in December 15": one of the list was read as something else.
    mine = {each.start for each in (*listing.parts, told.figure)}
    aside = [e for e in read.of_sentence(told.figure.sentence) if e.start not in mine and e.kind == first.kind]
    # "The total from the three": how many there are of them.
    aside = [e for e in aside if not (e.text.isalpha() and e.value == len(listing.parts))]
    if any(abs(listing.sum + value_of(each) - told.value) <= slack for each in aside):
        return True
    # "At four centres, which enrolled 70, 60 and 16": the first names how many parts there are.
    parts = len(listing.parts)
    named = parts > 2 and (first.text.isalpha() or parts - 1 <= value_of(first) <= parts)
    if named and abs(listing.sum - value_of(first) - told.value) <= slack:
        return True
    return _is_left(read, told) or _is_with_others(read, told)


def _is_left(read: Passage, told: Total) -> bool:
    """Whether the figure is what some of the list leave of its first, or all of them of one told before."""
    listing, first = told.listing, told.listing.parts[0]
    # "200 sampled, 30 left out, so 170": what some of them take from the first.
    rest = [value_of(each) for each in listing.parts[1:]][:MOST]
    taken = (sum(some) for size in range(1, len(rest) + 1) for some in combinations(rest, size))
    if any(abs(value_of(first) - each - told.value) <= listing.slack for each in taken):
        return True
    # "We asked for 149. Five were lost and 13 didn't belong, so 131 were read": what is left of one told before.
    before = [value_of(e) for e in read.entries if e.end <= first.start and alike(e, first)]
    if any(n - listing.sum == told.value for n in before):
        return True
    # "47 then; ten were added and 15 closed, so 42": some came while others went.
    values = [value_of(each) for each in listing.parts]
    return any(n + listing.sum - 2 * each == told.value for n in before for each in values)


def _is_with_others(read: Passage, told: Total) -> bool:
    """Whether the figure is what some of the list make with another near it, or leave of it."""
    listing, first = told.listing, told.listing.parts[0]
    near = [
        e
        for e in read.entries
        if alike(e, first)
        and e is not told.figure
        and not _tells_parts(e, listing)
        and e not in listing.parts
        and abs(e.sentence - first.sentence) <= (REACH if e.base else 1)
        and (opened_at(read.text, e.start) < 0 or e.start > first.start or SIZED.search(read.text[: e.start]))
    ]
    others = [value_of(e) for e in near] + [Decimal(e.base) for e in near if e.base]
    sums = [*sums_of(listing.parts), *map(value_of, listing.parts)]
    slack = listing.slack
    return any(abs(total + sign * each - told.value) <= slack for total in sums for each in others for sign in (1, -1))
