"""A share in words of one row of a table that counts a whole and its part: "On Larch ward, half of them were seen"."""

import re
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, remarks
from looped.checker.saying import Said
from looped.checker.sheets.giving import pair_of
from looped.checker.sheets.naming import alike, label_words, tokens_of

SMALL = pattern_of(
    r"^(?:of|the|all|our|its|their|on|in|at|for|were|was|had|been|has|have|a|an|with|did|got|not|exactly|only|just|"
    r"ward|site|team|home|service|department|school|unit|office|group|area|district)$",
    re.I,
)
OF_ALL = pattern_of(r"^\s*(?:of )?(?:the |all |our |its |their )*", re.I)
NOT = pattern_of(r"\b(?:not|no|without|un)\b|n[’']t\b", re.I)


def share_in_row(context: Context, paragraph: Paragraph, said: Said, at: int) -> tuple[Fraction, str] | None:
    """The share, where the sentence names the row and both columns and says nothing else, and one table has them."""
    found = [
        each
        for remark in context.once(remarks)
        if remark.paragraph is paragraph and remark.at == at and (each := _in(remark, said))
    ]
    return found[0] if len(found) == 1 else None


def _in(remark: Remark, said: Said) -> tuple[Fraction, str] | None:
    sheet, pair = remark.sheet, pair_of(remark.sheet)
    rows = {each.at for each in remark.rows if each.whole}
    if pair is None or len(rows) != 1 or len({each.at for each in remark.rows}) > 1 or not rows <= set(sheet.parts):
        return None
    (row,) = rows
    whole, part = (sheet.cells[row][at] for at in pair)
    if not whole or not part or not whole.count or part.count is None or not _is_all(remark, said, pair):
        return None
    count = whole.count - part.count if NOT.search(remark.unnamed) else part.count
    return Fraction(count, whole.count), f"{sheet.labels[row]}: {count} of {whole.count}"


def _is_all(remark: Remark, said: Said, pair: tuple[int, int]) -> bool:
    """Whether both heads are said, and besides them and the share there are only small words."""
    low, high = said.start - remark.start, said.end - remark.start
    # "Half of the patients": the whole stands right behind the share.
    behind = tokens_of(OF_ALL.sub("", remark.text[high:]))[:1]
    head = label_words(remark.sheet.heads[pair[0]])
    whole = bool(behind) and any(alike(behind[0].plain, word) for word in head)
    return whole and says_both(remark, pair, remark.unnamed[:low] + " " + remark.unnamed[high:])


def says_both(remark: Remark, pair: tuple[int, int], text: str) -> bool:
    """Whether words say what heads both columns, and nothing else."""
    words = [each.plain for each in tokens_of(text)]
    heads = [[word for word in label_words(remark.sheet.heads[at]) if not SMALL.match(word)] for at in pair]
    known = [word for head in heads for word in head]
    known += label_words(remark.sheet.corner)
    plain = all(SMALL.match(word) or any(alike(word, other) for other in known) for word in words)
    return plain and all(head and all(any(alike(word, other) for other in words) for word in head) for head in heads)
