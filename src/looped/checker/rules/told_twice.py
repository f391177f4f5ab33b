"""One finding told in two places, the summary and the body say, with two counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.linking import MONTHS, STOP, stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "told-twice"
MESSAGE = "What the summary tells has the same count in the body."
GOOD = "Summary: 31 of 60 gates had no lock.\n\nFindings. There was no lock on 31 of the 60 gates that we tried."
BAD = "Summary: 31 of 60 gates had no lock.\n\nFindings. There was no lock on 37 of the 60 gates that we tried."

# One place that sums up or takes up another.
CUE = pattern_of(
    r"\b(?:summary|abstract|headlines?|key (?:findings?|figures?|messages?|points?)|overview|in brief|at a glance|"
    r"as (?:\w+ )?(?:reported|noted|stated|mentioned|set out|shown|described|said|found|recorded)|(?:we|to) "
    r"repeat|repeated|"
    r"repeat the|conclusions?|discussion|scope|in all|in total|altogether|background|"
    r"main (?:findings?|points?))\b|\b(?:findings|results?|method\w*)(?=:)|"
    r"^\s*\d\.\d",
    re.I,
)
OTHER = pattern_of(
    r"\b(?:last (?:year|time|month|quarter)|previous(?:ly)?|year before|the year|planned|expected|target|"
    r"re-?audit|average|mean|at least|"
    r"of whom|a further|another|remaining|the other|second|follow-up|first|by contrast|than|only|each|respectively)\b",
    re.I,
)
# Of whom it is told: the same in both places.
GROUP = pattern_of(
    r"\b(?:women|men|boys|girls|control|placebo|intervention|treatment (?:group|arm)|usual care|active|"
    r"comparison (?:group|arm))\b",
    re.I,
)
NEG = pattern_of(
    r"\b(?:(?<!or )no|not|none|without|lack\w*|missing|fail\w*|never|out of date|out-of-date|"
    r"n't)\b",
    re.I,
)
PLAIN = frozenset(
    stem(word)
    for word in [
        "there",
        "were",
        "was",
        "had",
        "has",
        "have",
        "been",
        "found",
        "summary",
        "executive",
        "detailed",
        "conclusion",
        "discussion",
        "headline",
        "abstract",
        "finding",
        "findings",
        "result",
        "results",
        "report",
        "reported",
        "repeat",
        "that",
        "this",
        "which",
        "whom",
        "those",
        "these",
        "them",
        "they",
        "we",
        "our",
        "read",
        "looked",
        "examined",
        "checked",
        "seen",
        "showed",
        "shown",
        "about",
        "page",
        "section",
        "recommend",
        "total",
        "file",
        "files",
        "case",
        "cases",
        "record",
        "records",
        "audit",
        "audits",
        "who",
        "did",
        "not",
        "also",
        "still",
        "method",
        "scope",
        "trial",
        "whose",
    ]
)


# A section that sums up or tells what was found, by its whole heading.
SECTION = re.compile(
    r"\W*(?:\d+(?:\.\d+)*\.?\s*)?(?:executive |main )?(?:summary|abstract|overview|headlines?|(?:key |main |"
    r"detailed )?findings|"
    r"(?:main |key )?messages?|conclusions?|results|what we found|in brief|at a glance)(?: of (?:the )?findings)?\W*",
    re.I,
)
MORE = 3


@dataclass(frozen=True)
class Told:
    """A count with the place that it stands in."""

    paragraph: Paragraph
    read: Passage
    entry: Entry
    words: frozenset[str]
    text: str
    near: str


def check(context: Context) -> Iterator[Finding]:
    """Each pair of sentences of which one takes up the other."""
    told = list(_all_told(context))
    if len(told) < 2 or len(told) > 400 or not any(CUE.search(each.text) for each in told):
        return
    for at, later in enumerate(told):
        for earlier in told[:at]:
            if _is_same(earlier, later) and not _fits_another(told, earlier, later):
                yield _finding(earlier, later)
                break


def _all_told(context: Context) -> Iterator[Told]:
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            entries = [e for e in read.of_sentence(at) if e.kind in ("count", "share") and e.value > 2]
            for entry in entries:
                near = _near(read, entry)
                yield Told(paragraph, read, entry, stems_of(near), _headed(read, at, paragraph.section), near)


def _headed(read: Passage, at: int, section: str) -> str:
    """A sentence with the heading right before it: "Abstract. Methods: 31 gates"; the section's for the first."""
    head = read.sentence(at - 1) if at and len(read.sentence(at - 1)) < 25 else ""
    titled = f"{section} " if at == 0 and SECTION.fullmatch(section) else ""
    return titled + head + read.sentence(at)


def _near(read: Passage, entry: Entry) -> str:
    """The words around a count, as far as its sentence, the figures beside it and the next clause go."""
    others = [e for e in read.entries if e is not entry and e.sentence == entry.sentence and e.value > 2]
    low = max([e.end for e in others if e.end <= entry.start], default=read.starts[entry.sentence])
    end = read.starts[entry.sentence] + len(read.sentence(entry.sentence))
    high = min([e.start for e in others if e.start >= entry.end], default=end)
    ends = r"[;:]|, (?:and|but|while|with|their|of)\b" + (r"|\band\b" if high < end else "")
    after = re.split(ends, read.text[entry.end : high])[0]
    return f"{read.text[low : entry.start].rstrip()}  {after}"


def stems_of(near: str) -> frozenset[str]:
    """Beginnings of the telling words."""
    found = frozenset(stem(word) for word in re.findall(r"[A-Za-z’']{3,}", near)) - STOP - PLAIN
    return frozenset(word[:7] for word in found)


def _is_same(one: Told, other: Told) -> bool:
    a, b = one.entry, other.entry
    if not _differ(a, b) or (one.read is other.read and a.sentence == b.sentence and "..." not in one.text):
        return False
    if not (CUE.search(one.text) or CUE.search(other.text)) or OTHER.search(one.near) or OTHER.search(other.near):
        return False
    if bool(NEG.search(one.near)) != bool(NEG.search(other.near)) or _months(one.near.split(",")[-1]) != _months(
        other.near.split(",")[-1]
    ):
        return False
    if groups_in(one.near) != groups_in(other.near):
        return False
    if any(_place(each) - (one.words if each is other else other.words) for each in (one, other)):
        return False
    shared = one.words & other.words
    if "share" not in (a.kind, b.kind) and a.base is None and not _same_noun(one, other):
        return False
    if a.base != b.base and (len(shared) < MORE or max(a.count, b.count) in (a.base, b.base)):
        return False
    return len(shared) > 1 and 2 * len(shared) >= min(len(one.words), len(other.words))


def _differ(a: Entry, b: Entry) -> bool:
    """Whether two figures of one kind differ by more than rounding can."""
    if a.kind == b.kind == "count":
        return a.count != b.count and (a.base == b.base or None in (a.base, b.base))
    if not (a.share and b.share):
        return False
    return abs(a.share.value - b.share.value) > Decimal(1).scaleb(-min(a.share.decimals, b.share.decimals))


def _place(told: Told) -> frozenset[str]:
    """Where or of whom a sentence says in front that it speaks: "In the north 12 of 60"."""
    lead = re.match(
        r"\W*(?:in|at|on|for|among|within|of) (?!all|total)([^,\d]{2,40}),? ?$", told.near.split("  ")[0], re.I
    )
    return stems_of(lead[1]) if lead else frozenset()


def _same_noun(one: Told, other: Told) -> bool:
    nouns = [re.match(r"\s*([a-z’'-]+)", each.read.text[each.entry.end :], re.I) for each in (one, other)]
    return all(nouns) and len({stem(each[1]) for each in nouns if each}) == 1


def groups_in(text: str) -> set[str]:
    """The groups of people that a text names."""
    return {found.group().lower() for found in GROUP.finditer(text)}


def _months(text: str) -> set[str]:
    text = re.sub(r"\b\d{1,2} [A-Z][a-z]+", "", text)
    return {month for month in MONTHS if re.search(rf"\b{month}\b", text, re.I)} - {"may"}


def _fits_another(told: list[Told], one: Told, other: Told) -> bool:
    """Whether either count is told elsewhere too, so that it has a meaning of its own, or is the rest of the base."""
    counts = [each.entry.count for each in told if each not in (one, other)]
    a, b = one.entry, other.entry
    if "share" in (a.kind, b.kind):
        shares = [each.entry.share for each in told if each not in (one, other)]
        return any(each and b.share and each.value == b.share.value for each in shares)
    return (
        b.count in counts
        or (a.base is not None and a.count + b.count == a.base)
        or (a.base is None and any(abs(a.count - b.count) == each for each in counts))
    )


def _finding(one: Told, other: Told) -> Finding:
    why = f"“{one.text.strip()}” says {one.entry.text}, and “{other.text.strip()}” {other.entry.text}"
    slip = f"{CODE}/{other.paragraph.line}/{other.entry.start}"
    return Finding(
        CODE,
        "wrong",
        other.paragraph.where,
        other.entry.text,
        str(other.entry.count),
        str(one.entry.count),
        why,
        slip,
        "likely",
    )
