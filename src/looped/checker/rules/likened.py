"""Of two named things the one said to have more has more."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.rivals import Item, items_of, stems_of

CODE = "likened"
MESSAGE = "Of two named things the one said to have more has more."
GOOD = "Follow-up was complete for 94% in the first group and 98% in the second; it was better in the second group."
BAD = "Follow-up was complete for 94% in the first group and 98% in the second; it was better in the first group."

MORE = r"higher|greater|larger|bigger|longer|better|stronger|more (?:common|frequent|often|likely|popular)\w*"
LESS = r"lower|smaller|shorter|worse|weaker|less (?:common|frequent|often|likely|popular)\w*|rarer|fewer"
IN = pattern_of(
    rf"\b(?:(?P<more>{MORE})|(?P<less>{LESS})) (?:in|with|among|amongst|for|on|at|under) (?P<who>[^.;:,()]{{2,50}})",
    re.I,
)
THAN = pattern_of(
    rf"(?P<who>[^.;:,()]{{2,60}}?) (?:was|were|had|has|is|are|scored|did|performed|fared|got|recorded|showed|"
    rf"achieved)(?: \w+){{0,2}}? (?:(?P<more>{MORE})|"
    rf"(?P<less>{LESS}))(?: \w+){{0,3}} than (?P<other>[^.;:,()]{{2,50}})",
    re.I,
)
OUTNUMBER = pattern_of(
    r"\b(?P<a>[a-z’'-]+(?: [a-z’'-]+)?) (?:outnumber(?:s|ed)?|exceed(?:s|"
    r"ed)?) (?P<b>[a-z’'-]+(?: [a-z’'-]+)?)\b[^.;\d]{0,40}[(,:]? ?(?:by )?(?P<x>\d[\d,]*) (?:to|against|and|v|"
    r"versus) (?P<y>\d[\d,]*)",
    re.I,
)
NOT = pattern_of(
    r"\b(?:not|no|never|neither|nor|n't|whether|if|hardly|should|would|could|might|may|expect\w*)\b[^.;,]{0,30}$", re.I
)
BAD_THING = pattern_of(r"\b(?:better|worse|weaker|stronger)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each comparison of two named things with a figure each."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        yield from _outnumbered(paragraph)
        for found in (*IN.finditer(read.text), *(THAN.finditer(read.text) if " than " in read.text else ())):
            at = read.sentence_at(found.start("more" if found["more"] else "less"))
            if NOT.search(read.text[read.starts[at] : found.start("more" if found["more"] else "less")]):
                continue
            yield from _judged(paragraph, read, found, at)


def _outnumbered(paragraph: Paragraph) -> Iterator[Finding]:
    for found in OUTNUMBER.finditer(paragraph.text):
        x, y = (int(found[name].replace(",", "")) for name in "xy")
        right = x > y
        why = f"{x} is {'more' if right else 'no more'} than {y}"
        yield Finding(
            CODE,
            "ok" if right else "wrong",
            paragraph.where,
            found.group(),
            found.group(),
            "" if right else "fewer",
            why,
            f"likened/{paragraph.line}/{found.start()}",
        )


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str], at: int) -> Iterator[Finding]:
    items = _two(read, at, found)
    if len(items) != 2:
        return
    from looped.checker.rules.apart import BAD_THING as LESS_IS_MORE

    word = found["more"] or found["less"]
    if BAD_THING.search(word) and LESS_IS_MORE.search(read.sentence(at) + (read.sentence(at - 1) if at else "")):
        return
    who = _ordinal(found["who"], items) or [i for i in items if i.words & stems_of(found["who"])]
    if len(who) != 1:
        return
    other = next(i for i in items if i is not who[0])
    if "other" in found.groupdict() and found["other"] and not (other.words & stems_of(found["other"])):
        return
    right = who[0].value > other.value if found["more"] else who[0].value < other.value
    why = f"{who[0].name} against {other.name}"
    yield Finding(
        CODE,
        "ok" if right else "wrong",
        paragraph.where,
        found.group().strip(),
        word,
        "" if right else "the other",
        why,
        f"likened/{paragraph.line}/{found.start()}",
        "likely",
    )


def _ordinal(who: str, items: Sequence[Item]) -> list[Item]:
    """The first or the second of two, where these are no words of theirs."""
    for at, word in enumerate(("first", "second")):
        if re.search(rf"\b(?:the )?{word}\b(?! (?:cycle|year|quarter|audit))", who, re.I) and not any(
            word in i.words for i in items
        ):
            return [items[at]]
    if re.search(r"\blatter\b", who, re.I):
        return [items[1]]
    return [items[0]] if re.search(r"\bformer\b", who, re.I) else []


def _two(read: Passage, at: int, found: re.Match[str]) -> list[Item]:
    for scope in ((at,), (at - 1,), (at - 1, at)):
        own = [
            e
            for e in read.entries
            if e.sentence in scope and e.kind != "points" and not (found.start() <= e.start < found.end())
        ]
        kinds: dict[object, list[Entry]] = {}
        for each in own:
            kinds.setdefault(
                ("share" if each.share else each.kind, each.unit, bool(each.base) and not each.share), []
            ).append(each)
        pairs = [group for group in kinds.values() if len(group) == 2]
        more = [group for group in kinds.values() if len(group) > 2]
        if len(pairs) == 1 and not more:
            return items_of(read, pairs[0])
    return []


__all__ = ["Decimal"]
