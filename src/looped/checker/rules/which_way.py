"""A figure that is said to stand above or below another that is told right behind: "61%, down four points from 57%"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "which-way"
MESSAGE = "What is said to be above or below another figure is so."
GOOD = "Attendance was 91.4%. This is below the 93.2% of the year before."
BAD = "Attendance was 95.4%. This is below the 93.2% of the year before."

CUE = pattern_of(
    r"\b(?:(?P<up>up|above|higher|more|greater|larger|ahead of|exceed(?:s|ed|ing)?|in excess of|an? (?:increase|rise))|"
    r"(?P<down>down|below|lower|fewer|less|smaller|short of|behind|a (?:fall|drop|decrease|reduction)))\b",
    re.I,
)
# Between the word and the figure that it is held against.
LINK = re.compile(
    r"\s*(?:(?:than|from|on|of|in|against|compared with|compared to|to)\s+)?(?:than |from |on |of |against )?"
    r"(?:that |those )?(?:of |in )?(?P<the>(?:the|its|our|their|last|a)\s+)?(?:(?!and\b|but\b|"
    r"to\b)[a-z’'-]+\s+){0,5}?[(]?",
    re.I,
)
LINKED = pattern_of(r"\b(?:than|from|on|against|compared|of|the|its|our|their|previous|last|national)\b", re.I)
BARE = re.compile(r"\s*(?:than|of)?\s*", re.I)
AGO = re.compile(
    r"[^.;,]{0,30}?\b(?:last|previous\w*|before|earlier|prior|ago|in|at|for|recorded|reported|found|seen|nationally|"
    r"elsewhere|of the)\b",
    re.I,
)
IT = pattern_of(
    r"\s*(?:this|that|it|these|those|the (?:rate|figure|number|total|proportion|share|result|score|count)s?)\s+"
    r"(?:now |still |therefore |thus |again |then )?(?:is|was|were|are|represents?|marks?|compares?|stands?|stood|"
    r"has been|means)\b[^.;:,\d]{0,40}$",
    re.I,
)
# A word that is nothing of the kind: "follow up", "more than one", "set up", "over the year", "under review".
ASIDE = pattern_of(
    r"\b(?:follow\w*|set|sign\w*|made|make\w*|tak\w*|look\w*|back\w*|break\w*|broke\w*|broken|writ\w*|no|not|n[’']t|"
    r"whether|if|once|any|or|either|should|would|could|must|to be|aim\w*|target|all|nothing|never|nor|and|"
    r"neither|even|at|left|turn\w*|hand\w*|half|each|only|one)[- ]+(?:\w+ )?$",
    re.I,
)
STOP = pattern_of(r"[;:]|[.](?=\s|$)|\b(?:but|while|whereas|although|because|if|when(?! the))\b", re.I)
WHOLE = pattern_of(r"\b(?:samples?|total|out|number|population|base|all|each|any)\s+(?:of\s+)?(?:the\s+)?$", re.I)
# Another thing than an earlier figure: a rule, or a word of worth.
RULED = pattern_of(
    r"\b(?:target|standard|threshold|half|twice|good|satisfactory|adequate|expected|required|usual)\b", re.I
)
SIZE, NEAR = 14, 60


def check(context: Context) -> Iterator[Finding]:
    """Each word of more or less with a figure behind it, and one before it that it is said of."""
    for paragraph in context.document.paragraphs:
        if not CUE.search(paragraph.text):
            continue
        read = passage(paragraph.text)
        if len(read.entries) < 2:
            continue
        for cue in CUE.finditer(read.quiet):
            yield from _judged(paragraph, read, cue)


def _judged(paragraph: Paragraph, read: Passage, cue: re.Match[str]) -> Iterator[Finding]:
    at = read.sentence_at(cue.start())
    lead = read.text[read.starts[at] : cue.start()]
    if ASIDE.search(lead):
        return
    other = _behind(read, cue, at)
    first = _before(read, cue, at, other) if other else None
    if other is None or first is None:
        return
    a, b = _values(first, other)
    if a == b or (a > b) == bool(cue["up"]):
        return
    relation = "above" if a > b else "below"
    why = f"{first.text} is {relation} {other.text}; the sentence says “{cue.group()}”"
    low = first.start if first.sentence == at else read.starts[at]
    quote = read.text[low : other.end].strip()
    slip = f"compared/{paragraph.line}/{first.text}/{other.text}"
    yield Finding(CODE, "wrong", paragraph.where, quote, cue.group(), relation, why, slip, "likely")


def _values(one: Entry, other: Entry) -> tuple[Decimal, Decimal]:
    shares = _share(one), _share(other)
    return (shares[0], shares[1]) if shares[0] is not None and shares[1] is not None else (one.value, other.value)


def _share(entry: Entry) -> Decimal | None:
    if entry.share:
        return entry.share.value
    return Decimal(entry.count) * 100 / entry.base if entry.base else None


def _alike(one: Entry, other: Entry) -> bool:
    """Whether both are shares, or both plain counts, sums or measures of one unit."""
    if (_share(one) is None) != (_share(other) is None):
        return False
    return _share(one) is not None or (one.kind, one.unit) == (other.kind, other.unit)


def _behind(read: Passage, cue: re.Match[str], at: int) -> Entry | None:
    """The figure that is held against: the first behind the word, or the next where the first says by how much."""
    after = [e for e in read.of_sentence(at) if e.start >= cue.end()]
    if after and (after[0].kind == "points" or (len(after) > 1 and _is_size(read, cue, after))):
        after = after[1:]
        gap = read.quiet[cue.end() : after[0].start] if after else ""
        linked = re.search(r"\b(?:from|on|than|against|below|above|compared with|compared to)\b", gap)
    else:
        gap = read.quiet[cue.end() : after[0].start] if after else ""
        linked = LINKED.search(gap) and LINK.fullmatch(gap)
    if (
        not after
        or not linked
        or not _is_joined(cue.group().lower(), gap)
        or STOP.search(gap)
        or "," in gap
        or len(gap) > NEAR
    ):
        return None
    # "Fewer than 10 replied" sets a bound; "fewer than 10 last year" does not.
    bound = BARE.fullmatch(gap) and not AGO.match(read.text[after[0].end :])
    return None if bound or RULED.search(gap) else after[0]


def _is_joined(word: str, gap: str) -> bool:
    """Whether what joins the word to the figure is its own: "more ... than", "up ... on"."""
    if word in ("up", "down") or word.startswith(("a ", "an ")):
        return bool(re.search(r"\b(?:from|on|against|compared with|compared to)\b", gap))
    if word.startswith(("above", "below", "ahead", "exceed", "in excess", "short of", "behind")):
        return True
    return bool(re.search(r"\bthan\b", gap))


def _is_size(read: Passage, cue: re.Match[str], after: list[Entry]) -> bool:
    gap = read.text[cue.end() : after[0].start]
    return bool(re.fullmatch(r"\s+(?:by |of )?(?:just |only |some |about )?", gap)) and len(gap) < SIZE


def _before(read: Passage, cue: re.Match[str], at: int, other: Entry) -> Entry | None:
    """The figure that is spoken of: the last one before the word; or that of the sentence before, as "this"."""
    own = [e for e in read.of_sentence(at) if e.end <= cue.start()]
    # "Eight points below the", "two fewer than the": by how much.
    if (
        own
        and re.fullmatch(r"\s*(?:[a-z’'-]+ ){0,2}", read.text[own[-1].end : cue.start()])
        and (own[-1].kind == "points" or len(own) > 1 or own[-1].start - read.starts[at] > NEAR)
    ):
        own = own[:-1] if own[-1].kind == "points" or _alike(own[-1], other) and len(own) > 1 else own
    if own:
        gap = read.text[own[-1].end : cue.start()]
        # "22 findings, four high and four low, which is more than": of the whole it is said.
        listed = re.search(r"\bwhich\b", gap) and len([e for e in own if _alike(e, other)]) > 1
        told = not listed and _alike(own[-1], other) and not STOP.search(gap) and len(gap) < NEAR
        return own[-1] if told else None
    lead = read.text[read.starts[at] : cue.start()]
    if not at or not IT.match(lead):
        return None
    last = [e for e in read.of_sentence(at - 1) if _alike(e, other) and e.kind != "points"]
    # "The sample of 80 contained 12 errors. That is more than": the errors.
    named = [e for e in last if not WHOLE.search(read.text[: e.start])] if len(last) > 1 else last
    return named[0] if len(named) == 1 else None
