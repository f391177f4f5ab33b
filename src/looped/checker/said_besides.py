"""Words of a sentence on a table that are neither the table's nor such as go with any figure."""

import re

from looped.checker.measures import NOT_MET
from looped.checker.patterns import pattern_of
from looped.checker.placing import Spot
from looped.checker.quoting import UNITS
from looped.checker.remarks import Remark
from looped.checker.sheets.naming import alike, tokens_of

# Words without which hardly a sentence is said.
PLAIN = pattern_of(
    r"^(?:the|and|for|from|with|was|were|has|have|had|are|its|their|this|that|our|all|paid|cost|costs|worth|came|come|"
    r"spent|received|took|total|totalled|altogether|sent|given|made|patients?|people|cases?|residents?|who|which|"
    r"there|arm|group|women|men|value|amount|sum|whole|year|spending|income|team|service|ward|home|site)$"
)
# What is said of any figure, and is no part of what it counts.
TOLD = pattern_of(
    r"^(?:recorded|reported|received|noted|counted|listed|logged|registered|graded|rated|judged|scored|classed|marked|"
    r"assessed|audited|tested|read|looked|table|shows?|shown|figures?|above|below|months?|quarter|period|sample|audit|"
    r"review|survey|time|visit|results?|seen|found|only|just|also|there|here|were|been|being|number|according|about|did|any|per|one|two|six|ten|but|now|may|how|own|end|day)$",
    re.I,
)
LEFT = pattern_of(r"\b(?:empty|vacant|free|spare|unoccupied|unused|left over|to let)\b", re.I)
TELLING = 2


def besides(remark: Remark, text: str) -> list[str]:
    """Such words of a stretch of the sentence, its names blanked with the letter q."""
    known = [each.plain for each in tokens_of(" ".join((remark.sheet.texts_before, *remark.sheet.labels)))]
    said = [each.plain for each in tokens_of(text) if len(each.plain) > TELLING and each.plain[0].isalpha()]
    said = [word for word in said if not (PLAIN.match(word) or UNITS.match(word) or TOLD.match(word) or "qq" in word)]
    return [word for word in said if not any(alike(word, other) for other in known)]


def is_of_some(remark: Remark, spot: Spot) -> bool:
    """ "In Ayr 9 boats had a radio", under boats: fewer than there are, and said to be what no head says."""
    entry, high = spot.entry, spot.entry.end - remark.start
    nouns = [each for each in (*remark.columns, *remark.rows) if each.whole and each.start - high == 1]
    if entry.kind != "count" or entry.base or entry.share or len(spot.rows) != 1 or len(nouns) != 1:
        return False
    if spot.rows[0] not in remark.sheet.parts or any(
        each.whole and each.start > nouns[0].end for each in remark.columns
    ):
        return False  # "12 boats were sold": of those sold
    columns = [nouns[0].at] if nouns[0] in remark.columns else list(spot.columns)
    figure = remark.sheet.cells[spot.rows[0]][columns[0]] if len(columns) == 1 and columns[0] >= 0 else None
    if figure is None or figure.count is None or entry.count >= figure.count:
        return False
    text = remark.text
    for each in (*remark.rows, *remark.columns):
        text = text[: each.start] + "q" * (each.end - each.start) + text[each.end :]
    behind = re.split(r"[,;:()]", text[nouns[0].end :])[0]
    if LEFT.search(behind):
        return False  # "9 beds were empty", under beds and those taken
    return bool(besides(remark, behind)) or NOT_MET.search(behind) is not None
