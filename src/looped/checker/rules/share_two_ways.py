"""One count of one whole with its share printed in two ways: "93 of the 120 (78%)" and "93 of the 120 (77%)"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.numbers import Percent, fits
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "share-two-ways"
MESSAGE = "One count of one whole has one share, however it is rounded."
GOOD = "Of the 120 boats seen, 93 (78%) had a pump. In short, 93 of the 120 boats (78%) had a pump."
BAD = "Of the 120 boats seen, 93 (78%) had a pump. In short, 93 of the 120 boats (77%) had a pump."

OF_WHOLE = pattern_of(r"^\W*(?:of|out of|among) (?:the |all |all the |these |those |a total of )?$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Every share told with its count and its whole, against the first such of the same two."""
    first: dict[tuple[int, int, int], Percent] = {}
    for paragraph in context.document.paragraphs:
        if "%" not in paragraph.text and "cent" not in paragraph.text:
            continue
        read = passage(paragraph.text)
        for each in read.entries:
            base = each.base or _opened(read, each)
            if each.kind == "count" and each.share and base and fits(each.count, base, each.share):
                told = first.setdefault((each.count, base, each.share.decimals), each.share)
                if told.value != each.share.value:
                    yield _finding(paragraph, each, base, told)


def _opened(read: Passage, each: Entry) -> int | None:
    """ "Of the 120 boats seen, 93 (78%)": the whole that the sentence begins with, of the first share in it."""
    own = read.of_sentence(each.sentence)
    whole = own[0]
    if len(own) < 2 or own[1] is not each or whole.kind != "count" or whole.base or whole.share:
        return None
    opened = OF_WHOLE.search(read.text[read.starts[each.sentence] : whole.start])
    return whole.count if opened else None


def _finding(paragraph: Paragraph, each: Entry, base: int, told: Percent) -> Finding:
    why = f"{each.count} of {base} is told as {told} before and as {each.share} here"
    slip = f"fraction/{paragraph.line}/{each.text.lower()}"
    return Finding(CODE, "wrong", paragraph.where, each.text, str(each.share), str(told), why, slip, "likely")
