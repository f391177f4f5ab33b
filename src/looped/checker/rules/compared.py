"""What is said to be more than another thing is more: groups, years and figures, however the sentence turns it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import OF_GAPS
from looped.checker.finding import Finding, Verdict
from looped.checker.item_names import stems_of
from looped.checker.listing import value_of
from looped.checker.other_subject import is_narrower, is_turned
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quieting import NUMBER
from looped.checker.said_elsewhere import SetAgainst, set_against_elsewhere
from looped.checker.set_against import BETWEEN, SHARED, Pair, set_against, told_of
from looped.checker.statements import WORD, Statement, statements
from looped.checker.worth import DURATIONS, UNWANTED

CODE = "compared"
MESSAGE = "Of two things that are set against each other the one said to be more is more."
GOOD = "Sickness was commoner among drivers than among clerks (31% and 18% respectively)."
BAD = "Sickness was commoner among clerks than among drivers (18% and 31% respectively)."


# How many things are so, in words, before the verb.
COUNTED_PAST = pattern_of(
    rf"(?:^|[;:,.] |\band |\bbut )(?:of (?:{THEM}),? |only |just )?{NUMBER}"
    rf"(?: of (?:{THEM})| [a-z]+s)? (?:lay|lie|stood|stand|were|was|are|fell|came|ran|had been)"
    r"(?: well| just)? $",
    re.I,
)
PAST_AIM = pattern_of(
    r"(?: the| its| our| their| a)?(?: [a-z]+){0,2}? (?:target|threshold|benchmark|goal|limit|tolerance|standard)\b",
    re.I,
)
VERB = pattern_of(r"\b(?:was|were|is|are|had|has|have|stood|came|remain\w*|lay|lies|fell|rose|reached|which)\b", re.I)
NUMBER_OF = pattern_of(r" (?:numbers?|counts?|totals?)\b", re.I)
COUNTED = re.compile(r" (?:(?!(?:among(?:st)?|in|at|on|for|with|of)\b)[a-z’'-]+ )??([a-z’'-]{3,}s)\b(?! than\b)")
WORTH = pattern_of(r"\b(?:better|worse|weaker|stronger)\b", re.I)
AHEAD = re.compile(r"ahead|behind", re.I)
BEST = pattern_of(r"\b(?:best|worst|strongest|weakest|first|last|second|top|bottom)\b", re.I)
LESS_IS_MORE = pattern_of(
    rf"\b(?:{UNWANTED}|{DURATIONS}|(?<!on-)(?<!on )(?<!in )time|outstanding|spend\w*|lost|not|no|blank|noise|stay)\b",
    re.I,
)
AT_EACH = pattern_of(r" (?:at|in|on|for|by) (?:each|every|all|both)\b", re.I)
SIZE_OF = pattern_of(
    r"\b(?:rise|increase|fall|drop|reduction|decrease|decline|difference|gap|change) of (?:just |only |some |about )?$",
    re.I,
)

SEVERAL_SO = re.compile(r"\) and (?:with |for |in |at |on )?(?:the |their )?[^.;:,()\d]{2,40} \(")
THERE_ARE = pattern_of(r"\bthere (?:were|are|was|had been) (?:also |thus |therefore )?$", re.I)
OF_PART = pattern_of(
    r"(?: than)? (?:half|(?:a|an|one|two|three)[- ](?:half|third|quarter|fifth|sixth|tenth)s?)\b(?! (?:as|more|"
    r"less|of what))",
    re.I,
)
ANY_OTHER = pattern_of(r"\W*(?:in |at |on |for )?any other\b", re.I)
OF_ONE = pattern_of(r" of (?:one|an?|any|each) [a-z’'-]+(?! than\b)\b", re.I)
BECAME = pattern_of(r"\b(?:got|gets?|getting|becom\w+|became|gr[eo]w\w*|turned|by)(?: [a-z]+)? $", re.I)
THAN_LAST = pattern_of(r"[^.;:,\d]{0,30}? than (?:the )?(?:last|one before|one (?:time|year|month))\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each statement with two figures that it can be on; a conclusion without any is drawn from what is before it."""
    before = ""
    for paragraph in context.document.blocks:
        if not isinstance(paragraph, Paragraph):
            before = ""  # what is said behind a table is of the table
            continue
        if WORD.search(paragraph.text):
            read = passage(paragraph.text)
            if not read.entries and before and paragraph.text[:1].isupper() and _is_of(paragraph.text, before):
                read = passage(f"{before} {paragraph.text}")
            if len(read.entries) > 1:
                for said in statements(read, len(read.text) - len(paragraph.text)):
                    yield from _judged(paragraph, read, said)
        before = paragraph.text
    for each in set_against_elsewhere(context):
        yield _told_elsewhere(each)


def _told_elsewhere(said: SetAgainst) -> Finding:
    """What is said of two that other sections count, each of them once."""
    right = said.one > said.other if said.more else said.one < said.other
    relation = "more than" if said.one > said.other else "less than" if said.one < said.other else "as much as"
    word = "more" if said.more else "fewer"
    why = f"{said.one} is {relation} {said.other}; the sentence says “{word}”"
    slip = f"{CODE}/{said.paragraph.line}/{said.start}"
    verdict: Verdict = "ok" if right else "wrong"
    return Finding(CODE, verdict, said.paragraph.where, said.quote, word, relation, why, slip, "likely")


def _is_of(text: str, before: str) -> bool:
    """Whether two paragraphs speak of one thing."""
    return bool(stems_of(text) & stems_of(before))


def _judged(paragraph: Paragraph, read: Passage, said: Statement) -> Iterator[Finding]:
    scope = read.sentence(said.sentence - 1) + read.sentence(said.sentence)
    if OF_GAPS.search(f"{said.subject}{said.text}") or OF_GAPS.search(read.sentence(said.sentence)):
        return  # "the difference was larger": no figure of its own is
    lead = read.text[read.starts[said.sentence] : said.start]
    if BECAME.search(lead) or (len(told_of(read, said.sentence)) > 2 and THAN_LAST.match(read.text, said.end)):
        return  # "has become more common", "more than the last: 8, 9 and 12": told of a course
    if COUNTED_PAST.search(read.text[read.starts[said.sentence] : said.start]) and PAST_AIM.match(read.text, said.end):
        return  # "three lay above the limit of 8": how many did
    if OF_PART.match(read.text, said.end):
        return  # "more than a quarter were late": a limit, and no other figure
    if OF_ONE.match(read.text, said.end):
        return  # "read more of one service": of whichever, and no figure
    if AT_EACH.match(read.text, said.end):
        return  # "slightly better at each stage": of more than two figures
    lead = read.text[read.starts[said.sentence] : said.start]
    worth = WORTH.search(said.text) or (AHEAD.match(said.text) and BEST.search(lead))
    if worth and LESS_IS_MORE.search(scope):
        return
    own = [e for e in told_of(read, said.sentence) if not _is_size(read, e, said)]
    pair = set_against(read, said, own)
    if pair and _is_of_others(read, said, pair):
        return  # "Falls were seen by 28 and 23. Rust led. Low tide was commoner here": of a thing of its own
    if pair and pair[0].sentence > said.sentence and ANY_OTHER.match(said.other):
        return  # "more in May than in any other month. In all 83": of another thing
    if pair and is_narrower(read, pair[0].sentence, said.sentence):
        return  # "more events ... Serious events befell one here and four there": of some of them
    if pair and said.link is None and SEVERAL_SO.fullmatch(read.text[pair[0].end : pair[1].start]):
        return  # "fewer were content with the food (47%) and the bunks (39%)": than with another thing
    if pair and is_turned(read, pair[1].sentence, said.sentence):
        return  # "girls were likelier to row. 40% of girls and 70% of boys did not": of those who aren't so
    if pair and THERE_ARE.search(lead) and not any(each.kind == "count" for each in pair):
        return  # "there were more men than women": by their number, and only shares are told
    if pair and not (pair[0].base and (pair[0].value, pair[0].base) == (pair[1].value, pair[1].base)):
        yield _finding(paragraph, read, said, pair)


def _is_of_others(read: Passage, said: Statement, pair: Pair) -> bool:
    """Whether the figures stand two sentences before, and nothing that is said to be more is spoken of there."""
    last = max(each.sentence for each in pair)
    own = stems_of(said.subject)
    told = stems_of(" ".join(read.sentence(each.sentence) for each in pair))
    return last < said.sentence - 1 and bool(own) and not own & told


def _is_size(read: Passage, entry: Entry, said: Statement) -> bool:
    """Whether a figure says by how much: "eight more than", "higher by 12"."""
    gap = read.text[entry.end : said.start] if entry.end <= said.start else "."
    ahead = re.fullmatch(r"\s*(?:times|per ?cent|%)?\s*(?:as )?(?:many )?|(?:\s+[a-z’'-]+){1,2}\s*", gap)
    by = re.search(
        r"(?<!ed )(?<!told )(?<!seen )(?<!given )(?<!made )(?<!found )\bby (?:about |some |just |only )?$",
        read.text[: entry.start],
    )
    spanned = by and BETWEEN.match(read.text, entry.end) and re.match(r"\W*\w+ \d", read.text[entry.end :])
    return bool((ahead and not VERB.search(gap)) or (by and not spanned) or SIZE_OF.search(read.text[: entry.start]))


def _finding(paragraph: Paragraph, read: Passage, said: Statement, pair: Pair) -> Finding:
    readings = _readings(read, said, *pair)
    right = any(a > b if said.more else a < b for a, b in readings)
    verdict: Verdict = "ok" if right else "wrong"
    a, b = readings[0]
    relation = "more than" if a > b else "less than" if a < b else "as much as"
    why = f"{pair[0].text} is {relation} {pair[1].text}; the sentence says “{said.text}”"
    slip = f"{CODE}/{paragraph.line}/{said.start}"
    quote = read.sentence(said.sentence).strip()
    return Finding(CODE, verdict, paragraph.where, quote, said.text, relation, why, slip, "likely")


def _readings(read: Passage, said: Statement, one: Entry, other: Entry) -> list[tuple[Decimal, Decimal]]:
    """The shares against each other; where no share is spoken of the counts too, and these alone where number is."""
    counts = [(one.value, other.value)] if one.kind == other.kind == "count" else []
    beside = read.text[max(0, said.start - 24) : said.end + 30]
    shared = any(SHARED.search(text) for text in (said.text, said.subject, beside))
    # "More lapses", where "14 lapses in 90 shifts" are told: more of what was counted.
    thing = COUNTED.match(read.text, said.end)
    counted = thing and not shared and stems_of(thing[1]) & stems_of(f"{one.text} {other.text}")
    if counts and (NUMBER_OF.match(read.text, said.end) or counted):
        return counts
    return [(value_of(one), value_of(other)), *([] if shared else counts)]


__all__ = ["CODE"]
