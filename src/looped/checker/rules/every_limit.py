"""How many of several are said to reach or to keep within a limit, against the figure of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.limits import CEILING, Limit, amounts, limits, narrows
from looped.checker.listing import Listing, near
from looped.checker.numbers import whole
from looped.checker.own_targets import own_targets
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.prose import LENGTH, Passage, passage
from looped.checker.quantified import ALONE, EXCEPTED, Quantifier, quantifiers
from looped.checker.quieting import SPELT

CODE = "every-limit"
MESSAGE = "As many of several as are said to keep to a limit do so."
GOOD = "Both depots were above the 80% target: 84% in the north and 91% in the south."
BAD = "Both depots were above the 80% target: 74% in the north and 91% in the south."

TOLD = pattern_of(
    r"\b(?:targets?|standards?|benchmark|threshold|goal|tolerance|limit|minimum|ceiling|requirement)\b"
    r"(?: of| is| was| being| for[^.;\d]{1,40}| set at| stands at|:(?! \d[\d.]*\s?(?:%|per ?cent) (?:at|in|for|on|"
    r"by) [^.;]*\d\s?%)| \()*\s*(?:(?:that )?(?:at least|no (?:less|fewer) than|a minimum of) |that "
    r")?(?P<a>\d+(?:\.\d+)?)\s?(?:%|per ?cent)|"
    r"(?P<b>\d+(?:\.\d+)?)\s?(?:%|per ?cent)(?: (?!(?:for|in|on|at|against|and|by|of|"
    r"to)\b)[a-z]+)? (?:target|standard|benchmark|threshold|goal|tolerance|limit|"
    r"minimum|ceiling|requirement)",
    re.I,
)
COUNTED = pattern_of(
    rf"\b(?P<n>{SPELT}|\d+)(?: of (?:{THEM})| [a-z]+s)? "
    r"(?:lay|were|was|stood|fell|came|ran)(?: well| just)? $",
    re.I,
)
REACH, FEW = 30, 2
AGED = pattern_of(r"\b(?:aged?|ages?) (?:of )?$", re.I)
OLD = pattern_of(r"s? (?:old|overdue|late|outstanding|in arrears|past due|in debt)\b", re.I)
TIMED = re.compile(r"(?:working |calendar )?(?:day|week|hour|minute|month|year)")
# "(aged 31, 44, 52 and 58)", "ages: 3, 4, 9": nobody's names stand with these.
BARE = pattern_of(
    r"(?:\baged?|\bages?(?: (?:were|are|being))?|[(:])\W{0,2}(?P<list>(?:£?\d[\d.]*%?(?:, | and |, and |"
    r"; )){1,30}£?\d[\d.]*%?)"
    rf"(?P<unit>\s?%| (?:{LENGTH}|points?))?(?=[).;,]|$| and each| years)",
    re.I,
)
CLAUSE = pattern_of(r"[;:()]|[.](?!\d)|,? (?:but|while|whereas|although|though|whilst)\b|, and\b")
WHOLE, NAMES = ("all", "none"), 20
BRACKETED = re.compile(r"\([^()]{0,60}?(?:\d\s?(?:%|per ?cent|days|weeks|hours|minutes)|£\d)[^()]{0,30}\)(?=,? [a-z])")
EVERY = r"(?:both|each|every|all(?: of)?(?: the)?(?: [a-z]+)?|neither|no|none of the)"
EACH_BEFORE = pattern_of(
    rf"(?:^|[.;:] |\b(?:in|at|on|for|by|from|that|and) ){EVERY} (?:[a-z]+ ){{1,9}}$|"
    r"\b(?:both|neither)\b[^.;:]{2,80}\),? (?:[a-z]+ ){0,3}$",
    re.I,
)
EACH_BEHIND = pattern_of(rf"[^.;:()\d]{{0,70}}? (?:in|at|on|for|by|from|of|across|among) {EVERY}\b", re.I)
OF_ALL = pattern_of(r"\s?of (?:all|both)\b", re.I)
# "Last year they ran", "for plans, on which there is no target, they ran": of others.
EARLIER = pattern_of(
    r"\b(?:last|previous|earlier|before|had|nationally|elsewhere)\b[^.;,]*$|(?:^|[.;] )(?:for|in|at) [^.;]*$", re.I
)
LEFT_OUT = pattern_of(
    r"\b(?:apart from|except(?:ing)?(?: for)?|save(?: for)?|other than|but for|bar)\b[^.;:\d]{2,40},\s$", re.I
)
BUT = pattern_of(r"[^.;:()]{0,30}\b(?:but|except|apart from|other than|save)\b", re.I)
NOT = pattern_of(r"\b(?:not|n't|n’t|nor|hardly|failed to)\s+(?:[a-z]+ )?$", re.I)


@dataclass(frozen=True)
class Values:
    """Figures that a statement may be on. listing: with their names, where they have any; ends: the outermost alone."""

    values: list[Decimal]
    shown: str
    unit: str
    start: int
    end: int
    listing: Listing | None = None
    ends: bool = False


FIGURE = r"£?\d[\d,]*(?:\.\d+)?"
IN = rf"(?P<unit>\s?%| (?:{LENGTH}|points?))?"
# "Their results running from 81% to 96%", "the lowest result being 81%": so far they go.
ENDS = pattern_of(
    r"\b(?:r[au]n(?:ning)?|rang(?:ed?|es|ing)|var(?:ied|ies|ying)|spread|extend\w*|l[ay]y?(?:ing)?|differ\w*):? "
    rf"(?:(?:from|between) )?(?P<a>{FIGURE})(?:\s?%)? (?:to|and) (?P<b>{FIGURE}){IN}",
    re.I,
)
END = pattern_of(
    r"\b(?:low|high|short|long|poor|small|larg|slow|quick|bigg|great|fast)est(?: [a-z]+)?,? "
    rf"(?:figure |result |share |score )?(?:was|is|being|at|of|stood at|reached)? ?(?:only |just )?(?P<a>{FIGURE}){IN}",
    re.I,
)


# "The errors came to £6,180, about £41,000 in the whole population": no figures of each.
SUMMED = pattern_of(r"\b(?:total\w*|value of|project\w*|altogether|in all|sum of|overall|combined)\b", re.I)


IN_ALL = pattern_of(r"^\W*(?:in all|overall|altogether|in total|taken together|in both together),? $", re.I)
POINTS_OF = pattern_of(r"\bwithin \S+ (?:percentage )?points? of (?!each other|one another)", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each statement of how many keep to a limit, beside figures of the limit's kind."""
    for paragraph in context.document.paragraphs:
        if not re.search(r"\d", paragraph.text):
            continue
        every = [each for each in amounts(paragraph.text) if _is_of_each(paragraph.text, each)]
        said = [*limits(paragraph.text), *every]
        read = passage(paragraph.text) if said else None
        for limit in said:
            assert read is not None
            yield from _judged(paragraph, read, limit)
    yield from own_targets(context)


def _is_of_each(text: str, amount: Limit) -> bool:
    """Whether so much is said of each of several: "in both arms fewer than ten", "at least 70% in every team"."""
    if OF_ALL.match(text, amount.end):
        return False  # "more than a quarter of all replies": of one whole
    return bool(EACH_BEFORE.search(text[: amount.start]) or EACH_BEHIND.match(text, amount.end))


def _judged(paragraph: Paragraph, read: Passage, limit: Limit) -> Iterator[Finding]:
    value = limit.value if limit.value is not None else _target(read.text)
    if POINTS_OF.search(read.text, limit.start, limit.end + 20):
        return  # "within 10 points of their target": each has another bound
    # "Both exceed the minimum standards of 90% and 15%": each has its own.
    if re.match(r"\s?(?:%|per ?cent)? and \d", read.text[limit.end :]):
        return
    if value is None or NOT.search(read.text[max(0, limit.start - 24) : limit.start]):
        return
    low, high = _clause(read, limit)
    number = _all_but(read.text[low:high])
    named = _named(read, limit, value, low, high) if number is None else None
    if named is not None:
        yield from named and [_finding(paragraph, (low, high), *named)]
        return
    said = [
        q for q in quantifiers(read.text) if low <= q.start and q.end <= high and (number is None or q.kind in WHOLE)
    ]
    ahead = [q for q in said if q.end <= limit.start]
    if not said and (found := _listed_behind(read, limit, value)):
        yield _finding(paragraph, *found)
        return
    chosen = ahead[-1] if ahead else next((q for q in said if q.start >= limit.end), None)
    if chosen is None or (chosen.end <= limit.start and narrows(read.text, chosen.end, limit)):
        return
    if chosen.kind != "none" and BUT.match(read.text, max(chosen.end, limit.end)):
        return
    if LEFT_OUT.search(read.text[read.starts[read.sentence_at(chosen.start)] : chosen.start]):
        return  # "apart from Ash, no site was above 5"
    told = (e for e in _figures(read, limit) if not SUMMED.search(e.shown) and not _is_overall(read, e))
    lists = [e for e in told if _suits(e, limit, chosen, (low, high)) and not _is_of_counts(read, e, limit)]
    verdicts = [_is_so(each, limit, value, chosen, number) for each in lists]
    if verdicts:
        right = any(verdicts)
        figures = lists[verdicts.index(True) if right else 0]
        why = f"{figures.shown}, and the limit is {value:f}" + ("" if right else f": {_counted(figures, limit, value)}")
        yield _finding(
            paragraph, (min(chosen.start, limit.start), max(chosen.end, limit.end)), "ok" if right else "wrong", why
        )


def _is_overall(read: Passage, figures: Values) -> bool:
    """ "In all 136 were women (57%), and 86 (36%) new": each of all together, and none of one of them."""
    lead = read.text[read.starts[read.sentence_at(figures.start)] : figures.start]
    return bool(IN_ALL.search(lead))


def _listed_behind(read: Passage, limit: Limit, value: Decimal) -> tuple[tuple[int, int], Verdict, str] | None:
    """ "Three lay above the limit of 8 degrees (8.3, 8.9 and 9.4)": each of as many figures as are said to be so."""
    lead = COUNTED.search(read.text[: limit.start])
    behind = BARE.search(read.text, limit.end - 1)
    if not lead or not behind or behind.start() - limit.end > REACH:
        return None
    values = [Decimal(each.rstrip(".")) for each in re.findall(r"\d+(?:\.\d+)?", behind["list"])]
    if len(values) != whole(lead["n"]) or not min(values) < value * 4 or not max(values) * 4 > value:
        return None
    right = all(each > value if limit.above else each < value for each in values)
    why = f"{behind['list']}, and the limit is {value:f}"
    return (lead.start("n"), behind.end()), "ok" if right else "wrong", why


def _target(text: str) -> Decimal | None:
    """The one target that the passage tells; none where it is a ceiling."""
    found = list(TOLD.finditer(text))
    told = {each["a"] or each["b"] for each in found}
    around = [text[max(0, each.start() - 20) : each.end() + 20] for each in found]
    return Decimal(told.pop()) if len(told) == 1 and not any(CEILING.search(each) for each in around) else None


def _clause(read: Passage, limit: Limit) -> tuple[int, int]:
    at = read.sentence_at(limit.start)
    low, high = read.starts[at], read.starts[at] + len(read.sentence(at))
    left_out = EXCEPTED.search(read.text, low, high)
    kept = left_out.span() if left_out else (low, low)
    # A bracket with a figure is told beside its name, and ends no clause.
    aside = [
        kept,
        *(b.span() for b in BRACKETED.finditer(read.text, low, high) if not b.start() < limit.start < b.end()),
    ]
    cuts = [
        each.span()
        for each in CLAUSE.finditer(read.text, low, high)
        if not any(first - 1 < each.start() < last and (first, last) != (low, low) for first, last in aside)
    ]
    start = max([end for _, end in cuts if end <= limit.start], default=low)
    return start, min([begin for begin, _ in cuts if begin >= limit.end], default=high)


def _all_but(text: str) -> int | None:
    """ "All but two": how many are left out."""
    found = re.search(
        r"\b(?:all|each|every(?: \w+)?|none|no \w+)(?: (?:of|the|[a-z]+s)){0,3} (?:but|except|bar|"
        r"save)(?: for)? (?P<n>[a-z]+|\d+)\b|"
        r"\bwith (?:just |only )?(?P<m>[a-z]+|\d+) (?:sole )?exceptions?\b",
        text,
        re.I,
    )
    return whole(found["n"] or found["m"]) if found else None


def _figures(read: Passage, limit: Limit) -> Iterator[Values]:
    at = read.sentence_at(limit.start)
    bare = [each for each in BARE.finditer(read.text) if abs(read.sentence_at(each.start()) - at) < 2]
    lists = [each for each in _without(near(read, at, 2), limit) if not any(_is_of(each, found) for found in bare)]
    for each in lists:
        first = each.items[0].entry
        unit = "%" if each.is_share else "£" if first.kind == "money" else first.unit
        if first.kind != "count" or not first.base or first.share:
            yield Values(each.values, each.shown, unit, first.start, each.end, each)
    for found in bare:
        text = found["list"]
        values = [Decimal(each.rstrip(".")) for each in re.findall(r"\d+(?:\.\d+)?", text)]
        if limit.value and not found["unit"] and min(values, default=Decimal(0)) > NAMES * limit.value:
            continue  # "files 1107, 1121 and 1140, within 24 hours": numbers that are names
        if not any(each.start < found.end() and found.start() < each.end for each in lists):
            unit = "%" if "%" in found.group() else "£" if "£" in text else (found["unit"] or "").strip()
            yield Values(values, text, unit, found.start(), found.end())
    if all(len(each.items) == FEW for each in lists) and not bare:
        yield from _ends(read, at)


def _ends(read: Passage, at: int) -> Iterator[Values]:
    """How far the figures go that a sentence or one beside it tells the outermost of."""
    for found in (*ENDS.finditer(read.text), *END.finditer(read.text)):
        told = found.groupdict()
        text = [each for each in (told["a"], told.get("b")) if each]
        if abs(read.sentence_at(found.start()) - at) > 1 or EARLIER.search(read.text[: found.start()]):
            continue
        unit = "£" if "£" in text[0] else (found["unit"] or "").strip()
        values = [Decimal(re.sub(r"[£,]", "", each)) for each in text]
        yield Values(values, " to ".join(text), unit, found.start(), found.end(), ends=True)


def _without(lists: Sequence[Listing], limit: Limit) -> Iterator[Listing]:
    """Lists without the limit itself, which may stand behind their last figure or before their first."""
    for each in lists:
        items = tuple(i for i in each.items if not limit.start <= i.entry.start < limit.end)
        if len(items) == len(each.items):
            yield each
        elif len(items) > 1:
            start = each.start if items[0] is each.items[0] else items[0].entry.start
            end = each.end if items[-1] is each.items[-1] else items[-1].entry.end
            yield replace(each, items=items, start=start, end=end)


def _is_of(listing: Listing, found: re.Match[str]) -> bool:
    """Whether a list without names is only part of a run of bare figures."""
    inside = found.start() <= listing.start and listing.end <= found.end()
    return inside and not any(each.words for each in listing.items)


def _suits(figures: Values, limit: Limit, said: Quantifier, clause: tuple[int, int]) -> bool:
    """Whether figures are of the limit's kind, stand outside the statement, and are as many as it speaks of."""
    low, high = min(said.start, limit.start), max(said.end, limit.end)
    # "Both the north (84%) and the south (91%) were above 80%": they may stand between the two.
    inner = min(said.end, limit.end) <= figures.start and figures.end <= max(said.start, limit.start)
    apart = figures.start >= high or figures.end <= low or inner
    # "112 were 30 to 60 days old": in days are the names, and not the figures.
    if (
        limit.unit
        and not figures.unit
        and figures.listing
        and any(limit.unit[:3] in i.name for i in figures.listing.items)
    ):
        return False
    if not apart or not _alike(figures.unit, limit):
        return False
    if figures.ends:
        return said.kind in WHOLE and bool(figures.unit)
    if said.kind == "count" and said.count > len(figures.values):
        return False  # "17 of them were 80 or older": so many people, and no list of them
    if said.size:
        return said.is_of(len(figures.values))
    first = figures.listing.items[0].entry if figures.listing else None
    # "70% or more in every group above 45": another list than the two that are named.
    whole_of = not re.match(r"every|in every|always|throughout", said.text, re.I)
    return len(figures.values) > 2 or (said.kind == "all" and whole_of and not (first and first.base))


def _is_of_counts(read: Passage, figures: Values, limit: Limit) -> bool:
    """Whether a list without a unit counts what a limit of time is of: "bills over 90 days old: 95, 65 and 52"."""
    if AGED.search(read.text[: limit.start]):
        return True  # "everyone was aged 18 or over"
    if not figures.listing or figures.unit or not TIMED.match(limit.unit):
        return False
    if OLD.match(read.text, limit.end):
        return True
    at = figures.listing.sentence
    apart = not read.starts[at] <= limit.start < read.starts[at] + len(read.sentence(at))
    return apart and limit.unit[:3] not in read.sentence(at).lower()


def _alike(unit: str, limit: Limit) -> bool:
    wanted = "%" if limit.value is None else limit.unit
    if "%" in (unit, wanted) or "£" in (unit, wanted):
        return unit == wanted
    return not unit or not wanted or unit[:3] == wanted[:3] or wanted == "years"


def _is_so(figures: Values, limit: Limit, value: Decimal, said: Quantifier, left_out: int | None) -> bool:
    number = len(figures.values)
    having = limit.counts(figures.values, value)
    if left_out is not None:
        return number - left_out in having
    return any(said.holds(each, number) for each in having)


def _counted(figures: Values, limit: Limit, value: Decimal) -> str:
    having = sorted(limit.counts(figures.values, value))
    return f"so for {' or '.join(str(each) for each in having)} of {len(figures.values)}"


def _named(read: Passage, limit: Limit, value: Decimal, low: int, high: int) -> tuple[Verdict, str] | tuple[()] | None:
    """ "Only the north", "all but the north": those named against those of whom it is so. None: nobody is named."""
    clause = read.text[low:high]
    left_out = EXCEPTED.search(clause)
    alone = None if left_out else ALONE.search(clause)
    found = left_out or alone
    if not found:
        return None
    who = left_out["who"] if left_out else next(each for each in (found["a"], found["b"], found["c"]) if each)
    for each in _figures(read, limit):
        listing = each.listing
        if not listing or not _alike(each.unit, limit) or len(each.values) < 3:
            continue
        if not (each.start >= high or each.end <= low):
            continue
        hits = listing.named(who)
        if not hits or any(limit.has(i.value, value) is None for i in listing.items):
            continue
        none = bool(left_out) and bool(re.match(r"n", left_out.group(), re.I)) if left_out else False
        so = [i for i in listing.items if bool(limit.has(i.value, value)) == (left_out is None or none)]
        right = {id(i) for i in hits} == {id(i) for i in so}
        told = ", ".join(i.text for i in so) or "none"
        why = f"{listing.shown}, and the limit is {value:f}" + ("" if right else f": it is so of {told}")
        return ("ok" if right else "wrong"), why
    return () if alone is None else None


def _finding(paragraph: Paragraph, span: tuple[int, int], verdict: Verdict, why: str) -> Finding:
    quote = paragraph.text[span[0] : span[1]].strip(" ,")
    slip = f"{CODE}/{paragraph.line}/{span[0]}"
    return Finding(
        CODE,
        verdict,
        paragraph.where,
        quote,
        quote.split()[0],
        "" if verdict == "ok" else "not so",
        why,
        slip,
        "likely",
    )
