"""Plain text: prose by blank lines; tables by tabs, pipes or columns that line up."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from looped.checker.document import Block, Cell, Document, Paragraph, Table
from looped.checker.readers.building import CAPTION
from looped.checker.readers.deep_heads import deep_heads

Line = tuple[int, str]
HEADING = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?\s+)?[A-Z][^.!?:;|\t]{2,80}$")
# "4. Who keeps a log?"
ASKING = re.compile(r"^\d+(?:\.\d+)*[.)]?\s+[A-Z][^.!?:;|\t]{2,80}\?$")
# "4 WHAT WOULD YOU CHANGE?": in capitals, and it may ask.
LOUD_HEADING = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?\s+)?[A-Z][A-Z0-9 ,'’&/()-]{2,80}[A-Z)]\??$")
MARKED_HEADING = re.compile(r"^#{1,6}\s+\S.*$")
# A block quote of Markdown, as boxes of findings are set: "> - 37 were seen."
QUOTED = re.compile(r"^ {0,3}>(?: ?>)*(?: |\s*$)")
# Two figures with one space between.
PAIR = re.compile(r"(?<=\d) (?=\d+\.\d%?$)")
DASH = re.compile(r"[-–—]")
FIGURE = re.compile(r"^[£$€(<>+−±-]{0,2}\s?\d")
ANSWER = re.compile(r"^(?:yes|no|met|not met|partly met|pass|fail|n/?a|[✓✔✗✘])$", re.I)
# "(a) a signed lease;", "R2. Keep a log.": lines of a list, behind a line that ends.
# A line of a list that ends with its figure, and a sentence right under it: "- Ayr: 24", "In total 85 were read."
ITEM_ENDED = re.compile(r"^\s*[-•*]\s[^.;]*[:,–—] ?[£$€]?\d[\d,.]*\s?%?(?: \([\d.]+\s?%\))?\s*$")
SENTENCE = re.compile(r"[A-Z][a-z]* [^:]*\.\s*$|(?:Total|In all|In total|Altogether|Grand total)\b")
LETTERED = re.compile(r"\s*(?:\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|[a-z]\)|[RQ]\d{1,2}[.:)])\s")
ENDS_ITEM = re.compile(r"(?:[:;.,?]|\b(?:and|or)|^\s*\([a-z0-9]{1,3}\)[^.:;]{2,60})\s*$")
# As many lines as tell whether heads of several lines stand over columns.
LOOKED_AT = 12
# "twenty-" at the end of a line, "four" on the next; "two- and three-bed homes" are apart.
HYPHENED = re.compile(r"(?<=[a-z]{2}-) (?=[a-z]{2})(?!(?:and|or|to|but)\b)")
# What stands between runs of two spaces or more.
SET_APART = re.compile(r"\S+(?: \S+)*")
FEWEST_CELLS, MOST_CELLS, LONGEST_CELL, FEWEST_LINES, WIDE = 2, 8, 48, 3, " " * 4
# "**Total**" in a cell.
BOLD = re.compile(r"^(\*\*|__)(.+)\1$")
# "They did best on *Care*."
EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=[\w“\"‘(])([^*\n]{1,80}?)(?<=[\w.!?”\"’)%])\*(?![\w*])")
RULE = re.compile(r"^[\s|+:=-]+$")
# A label of a table of two columns that fills its column, and the figure behind it.
TIGHT = re.compile(r"(\s*[A-Za-z][^|\t]*[A-Za-z)?]) ([£$€]?\d[\d,.]*%?|\d[\d,.]*%? ?\(\d[\d,.]*%?\))")


def read(text: str, name: str = "") -> Document:
    """The document that a plain text holds. Lines are counted from 1; form feeds begin a page."""
    lines = list(enumerate(_unquoted(text.replace("\f", "\n").splitlines()), start=1))
    return Document(tuple(_blocks(lines)), name)


def read_file(path: Path) -> Document:
    """The document of a text or Markdown file, in UTF-8 or the old Windows code."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return read(text, path.name)


def _unquoted(lines: list[str]) -> list[str]:
    """The lines without the marks of block quotes; "> 5 days  12" on its own is a row, and none.

    >>> _unquoted(["> Seen", ">", "> - 5 in May", "", "> 5 days   12"])
    ['Seen', '', '- 5 in May', '', '> 5 days   12']
    """
    marks = [QUOTED.match(line) for line in lines]
    beside = (
        [mark or other for mark, other in zip([None, *marks[:-1]], [*marks[1:], None], strict=True)] if marks else []
    )
    return [
        line[mark.end() :] if mark and (near or not FIGURE.match(line[mark.end() :])) else line
        for line, mark, near in zip(lines, marks, beside, strict=True)
    ]


def _blocks(lines: list[Line]) -> Iterator[Block]:
    section, caption, place = "", "", 0
    while place < len(lines):
        number, line = lines[place]
        taken = _table_lines(lines, place)
        if taken:
            yield _table([each for each in taken if each[1].strip()], section, caption)
            caption = ""
            place = lines.index(taken[-1]) + 1
            continue
        prose = _prose_lines(lines, place)
        if not prose:
            place += 1
            continue
        words = HYPHENED.sub("", " ".join(each.strip() for _, each in prose)).replace("**", "")
        words = EMPHASIS.sub(r"\1", words)
        if len(prose) == 1 and (is_heading(words) or _is_question(lines, place, words)):
            section = words.lstrip("# ").strip()
        if CAPTION.match(words):
            caption = CAPTION.sub("", words)
        yield Paragraph(words, section, number, tuple(n for n, _ in prose))
        place += len(prose)


def is_heading(words: str) -> bool:
    """Whether a line on its own reads as a heading: marked as one, or beginning large, short and without a stop."""
    if MARKED_HEADING.match(words) or LOUD_HEADING.match(words):
        return True
    if CAPTION.match(words):
        return False
    return bool(HEADING.match(words)) and len(words.split()) <= 12 and not words.startswith(("-", "•", "*"))


def _is_question(lines: list[Line], place: int, words: str) -> bool:
    """Whether a line that asks something is a heading: numbered or in capitals, with a blank line on either side."""
    before = lines[place - 1][1].strip() if place else ""
    behind = lines[place + 1][1].strip() if place + 1 < len(lines) else ""
    return bool(ASKING.match(words)) and len(words.split()) <= 12 and not before and not behind


def cells_of(line: str) -> list[str] | None:
    """The cells of a line of a table, or None where the line isn't one."""
    if "\t" in line.strip():
        return [cell.strip() for cell in line.split("\t")]
    if line.count("|") >= 2:
        return [BOLD.sub(r"\2", cell.strip()) for cell in line.strip().strip("|").split("|")]
    parts = re.split(r"\s{2,}", line.strip())
    if line.count("|") == 1 and "|" in parts:
        return None  # two columns, one bar
    return parts if len(parts) >= 3 and any(re.search(r"\d", part) for part in parts[1:]) else None


def _table_lines(lines: list[Line], place: int) -> list[Line]:
    """The lines of a table that begins here; blank lines, as a page break leaves them, don't end it."""
    if CAPTION.match(lines[place][1].strip()) and "|" not in lines[place][1] and "\t" not in lines[place][1]:
        return []
    deep = deep_heads([line for _, line in lines[place : place + LOOKED_AT]])
    if deep is None and cells_of(lines[place][1]) is None and not _is_spaced_header(lines, place):
        return _pair_lines(lines, place) or _worded_lines(lines, place)
    begun = place + (deep.depth + 1 if deep else 1)
    taken, blanks = lines[place:begun], []
    for each in lines[begun:]:
        if not each[1].strip():
            blanks.append(each)
            if len(blanks) > 3:
                break
        elif _continues(taken, each, bool(blanks)) or (not blanks and _heads_rows(lines, each[0], taken)):
            taken += [*blanks, each]
            blanks = []
        else:
            break
    solid = [each for each in taken if each[1].strip() and not RULE.match(each[1])]
    return taken if len(solid) > 1 else []


def _pair_lines(lines: list[Line], place: int) -> list[Line]:
    """The lines of a table of two columns set apart by spaces or one bar: all but the first end with a figure."""
    taken: list[Line] = []
    for each in lines[place:]:
        if len(taken) == 1 and RULE.match(each[1]) and each[1].strip():
            taken.append(each)  # a line drawn under the heads
            continue
        parts = _pair(each[1])
        if not taken and _is_set_in(each[1]):
            taken.append(each)
            continue
        if len(parts) == 1 and taken and _tight_pair(taken[-1][1], each[1]):
            taken.append(each)
            continue
        if len(parts) != 2 or (taken and not _is_cell(parts[1])):
            break
        taken.append(each)
    figures = sum(_is_cell(_pair(line)[-1]) for _, line in taken if len(_pair(line)) > 1)
    return taken if figures > 1 else []


def _tight_pair(above: str, line: str) -> list[str] | None:
    """ "Not at all useful 9%" under "Not very useful   18%": one space sets its figure apart, in line with the others.

    >>> _tight_pair("Not very useful  18%", "Not at all useful 9%"), _tight_pair("Not useful  18%", "Of these 9%")
    (['Not at all useful', '9%'], None)
    """
    found = TIGHT.fullmatch(line.rstrip())
    last = list(SET_APART.finditer(above.rstrip()))[-1] if found and above.strip() else None
    if found is None or last is None:
        return None
    # Where the row above is as tight, its figure is what stands last in it.
    low = last.start() if FIGURE.match(last.group()) else last.end() - len(last.group().rsplit(" ", 1)[-1])
    # Or its label is longer than the column is wide, and its figure is of the same kind.
    out = found.start(2) > low and found[2].endswith("%") and above.rstrip().endswith("%")
    return [found[1].strip(), found[2]] if out or found.start(2) == low or found.end(2) == last.end() else None


def _is_set_in(line: str) -> bool:
    """Whether a line has one short head over a second column, and nothing over the first."""
    words = line.strip()
    return (
        line.startswith(WIDE) and len(SET_APART.findall(line)) == 1 and len(words) < LONGEST_CELL and words[0].isupper()
    )


def _worded_lines(lines: list[Line], place: int) -> list[Line]:
    """The lines of a table of words set apart by spaces: as many cells in each, that begin or end in line."""
    taken: list[Line] = []
    ends: list[tuple[int, int]] = []
    for each in lines[place:]:
        parts = list(SET_APART.finditer(each[1].rstrip()))
        if not (FEWEST_CELLS <= len(parts) <= MOST_CELLS) or any(len(part.group()) > LONGEST_CELL for part in parts):
            break
        if taken and len(parts) != len(SET_APART.findall(taken[0][1].rstrip())):
            break
        taken.append(each)
        ends.append(parts[-1].span())
    alike = min(len({low for low, _ in ends}), len({high for _, high in ends})) == 1 if ends else False
    wide = any(WIDE in line.strip() for _, line in taken)  # lines of prose may be spaced out to one length
    return taken if len(taken) >= FEWEST_LINES and alike and wide else []


def _is_cell(text: str) -> bool:
    """Whether a text is a figure, or an answer in a word."""
    return bool(FIGURE.match(text) or ANSWER.match(text))


def _pair_of(above: str, line: str) -> list[str]:
    """What stands on either side, the one space before a figure that is in line with the one above being enough."""
    parts = _pair(line)
    return (_tight_pair(above, line) or parts) if len(parts) == 1 and above else parts


def _pair(line: str) -> list[str]:
    """What stands on either side of a bar or of a run of spaces."""
    return re.split(r"\s*\|\s*" if "|" in line else r"\s{2,}", line.strip())


def _is_spaced_header(lines: list[Line], place: int) -> bool:
    parts = re.split(r"\s{2,}", lines[place][1].strip())
    following = _under(lines, place)
    return len(parts) >= 2 and "\t" not in following and (cells_of(following) or []) != [] and len(parts[0]) < 60


def _under(lines: list[Line], place: int) -> str:
    """The line below, or the one below that where it is only a line drawn across."""
    below = [line for _, line in lines[place + 1 : place + 4]]
    drawn = len(below) > 1 and below[0].strip() and RULE.match(below[0]) and "|" not in below[0]
    # Or below a name on its own over the first rows.
    if drawn and len(below) > FEWEST_CELLS and _is_name(below[1]) and len(_pair(below[2])) > FEWEST_CELLS:
        return below[2]
    return below[1] if drawn else below[0] if below else ""


def _is_name(line: str) -> bool:
    """Whether a line of a table set by spaces is a name on its own."""
    alone = "|" not in line and "\t" not in line and len(_pair(line)) == 1 and len(line.strip()) < LONGEST_CELL
    return alone and bool(re.match(r"\s*[A-Z]", line)) and not re.search(r"[.:;,!?]\s*$", line)


def _heads_columns(lines: list[Line], place: int) -> bool:
    """Whether a line of words set apart stands over a row of as many cells with figures."""
    if lines[place][1].count("|") == 1:
        return bool(_pair_lines(lines, place))
    parts = re.split(r"\s{2,}", lines[place][1].strip())
    following = cells_of(_under(lines, place))
    if len(parts) == 2 and following is None:
        return bool(_pair_lines(lines, place))
    return len(parts) > 1 and following is not None and len(following) in (len(parts), len(parts) + 1)


def _continues(taken: list[Line], each: Line, after_blank: bool) -> bool:
    cells = cells_of(each[1])
    if RULE.match(each[1]):
        return not after_blank
    # The first lines and the last tell how wide it is; all of a long table for each of its lines would take too long.
    width = max(len(cells_of(line) or []) for _, line in (*taken[:4], *taken[-8:]))
    if cells is None:
        return not after_blank and (_tight(each[1], width) is not None or _is_short(taken[-1][1], each[1]))
    if not after_blank:
        return True
    # After a gap only a row that fits goes on with the table; a row of words alone begins another.
    return abs(len(cells) - width) <= 1 and any(re.search(r"\d", cell) for cell in cells[1:]) and not _is_header(cells)


def _heads_rows(lines: list[Line], number: int, taken: list[Line]) -> bool:
    """Whether a line is a name on its own, over rows of a table that has begun, set by spaces."""
    below = lines[number][1] if number < len(lines) else ""
    width = max(len(_pair(line)) for _, line in taken)
    figures = _pair(below)[1:]
    rows = len(figures) == width - 1 and all(FIGURE.match(each) or DASH.fullmatch(each) for each in figures)
    return rows and any(map(FIGURE.match, figures)) and _is_name(lines[number - 1][1])


def _is_short(above: str, line: str) -> bool:
    """Whether a line has a label and one figure, in line with one of the row above: a total without its share."""
    parts = _pair(line)
    if "|" in line or len(parts) != FEWEST_CELLS or not FIGURE.match(parts[1]):
        return False
    low, high = [found.span() for found in SET_APART.finditer(line.rstrip())][-1]
    ends = [found.span() for found in SET_APART.finditer(above.rstrip())][1:]
    return any(low == start or high == end for start, end in ends)


def _is_header(cells: list[str]) -> bool:
    words = [cell for cell in cells[1:] if re.search(r"[A-Za-z]{3}", cell)]
    return len(words) > 1


def _tight(line: str, width: int) -> list[str] | None:
    """A row whose label is too long for its column, so that one space alone sets the first figure apart."""
    parts = re.split(r"\s{2,}", line.strip())
    found = re.fullmatch(r"(.*[A-Za-z)].*) ([£(]?\d[\d,.]*%?\)?)", parts[0])
    whole = bool(found) and len(parts) == width - 1 > 1 and all(FIGURE.match(part) for part in parts[1:])
    return [found[1], found[2], *parts[1:]] if found and whole else None


def _table(lines: list[Line], section: str, caption: str) -> Table:
    deep = deep_heads([line for _, line in lines[:LOOKED_AT]])
    if deep:
        below = ((number, deep.tabbed(line)) for number, line in lines[deep.depth :] if not RULE.match(line))
        lines = [(lines[deep.depth - 1][0], "\t".join(deep.heads)), *below]
    width = max(len(cells_of(line) or []) for _, line in lines)
    rows = [
        tuple(Cell(text, number) for text in cells_of(line) or _tight(line, width) or _pair_of(above, line))
        for (number, line), above in zip(lines, ["", *(line for _, line in lines)], strict=False)
        if not RULE.match(line)
    ]
    drawn = [line for _, line in lines if not RULE.match(line)]
    rows = [(replace(row[0], indent=set_in), *row[1:]) for row, set_in in zip(rows, _indents(drawn), strict=True)]
    most = max(map(len, rows))
    rows = [_parted(row, most) for row in rows]
    rows = _aligned(lines, rows)
    rows = _headed(_cornered(_squeezed(rows)))
    title = caption or rows[0][0].text or section
    return Table(tuple(rows), title, section)


def _indents(drawn: list[str]) -> list[int]:
    """By how much the first cell of each line is set in; rows under a bold one, above another of them, by one more."""
    bold = [bool(re.match(r"\s*\|\s*(?:\*\*|__)\w", line)) for line in drawn]
    heads = [at for at, each in enumerate(bold) if each and at]
    own = [_indent(line) for line in drawn]
    if len(heads) < FEWEST_CELLS or all(b - a == 1 for a, b in pairwise(heads)):
        return own
    return [each + (heads[0] < at and not bold[at]) for at, each in enumerate(own)]


def _indent(line: str) -> int:
    """By how many spaces the first cell of a line is set in."""
    cell = re.sub(r"^\s*\| ?", "", line).split("|")[0]
    return len(cell) - len(cell.lstrip()) if cell.strip() else 0


def _aligned(lines: list[Line], rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Rows of columns set by spaces, an empty cell put where a row has none under a full row's."""
    solid = [line for _, line in lines if not RULE.match(line)]
    width = max(map(len, rows))
    spans = [[found.span() for found in re.finditer(r"\S+(?:\s\S+)*", line)] for line in solid]
    full = next((span for span in spans[1:] if len(span) == width), None)
    if full is None or len(spans) != len(rows) or any("\t" in line or "|" in line for line in solid):
        return rows
    return [row if len(row) >= width else _placed(row, span, full) for row, span in zip(rows, spans, strict=True)]


def _placed(row: tuple[Cell, ...], spans: list[tuple[int, int]], full: list[tuple[int, int]]) -> tuple[Cell, ...]:
    """The cells of a row under those of a full one that they overlap; as they are where two would meet."""
    places = [
        max(range(len(full)), key=lambda at: min(span[1], full[at][1]) - max(span[0], full[at][0])) for span in spans
    ]
    if len(spans) != len(row) or len(set(places)) != len(places) or places[0] != 0:
        return row
    texts = dict(zip(places, row, strict=True))
    return tuple(texts.get(at, Cell("", row[0].line)) for at in range(len(full)))


def _parted(row: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    """A row with cells missing, where one cell holds two: "11 (28.9) 18 (47.4)"."""
    if len(row) >= width:
        return row
    parts = [Cell(text, cell.line) for cell in row for text in re.split(r"(?<=\))\s(?=[\d(])", cell.text)]
    # "120 100.0", in a row that is full with each of them by itself.
    tight = [[Cell(text, cell.line) for text in PAIR.split(cell.text)] for cell in parts]
    full = tuple(cell for cells in tight for cell in cells)
    return full if len(full) == width > len(parts) and "|" not in row[0].text else tuple(parts)


def _squeezed(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The rows without the empty cells of tabs set for looks, where all rows are then of one width."""
    full = [tuple(cell for cell in row if cell.text) for row in rows]
    widths = {len(row) for row in full}
    return full if len(widths) == 1 and len({len(row) for row in rows}) > 1 and widths.pop() > 1 else rows


def _headed(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The rows, under an empty header where the first is a row of figures like the others."""
    first = [cell.text for cell in rows[0][1:]]
    bare = bool(first) and all(
        re.match(r"[£(-]?\s?\d", text) and not re.match(r"(?:19|20)\d\d|£\s?000", text) for text in first
    )
    if len(rows) > 2 and bare and re.search(r"[A-Za-z]{3}", rows[0][0].text):
        return [tuple(Cell("", cell.line) for cell in rows[0]), *rows]
    return rows


def _cornered(rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The rows, with an empty corner where every row has one cell more than the header."""
    if len(rows) > 2 and all(len(row) == len(rows[0]) + 1 for row in rows[1:]):
        return [(Cell("", rows[0][0].line), *rows[0]), *rows[1:]]
    return rows


def _prose_lines(lines: list[Line], place: int) -> list[Line]:
    taken: list[Line] = []
    for at, each in enumerate(lines[place:], start=place):
        bullet = bool(re.match(r"\s*(?:[-•*]|\d+[.)])\s", each[1])) and not _is_sentences_end(taken, each[1])
        begins = cells_of(each[1]) is not None or each[1].startswith("#") or (taken and _heads_columns(lines, at))
        begins = begins or (taken and "|" in each[1] and len(_pair_lines(lines, at)) > 2)
        begins = begins or bool(taken and "  " in each[1].strip() and _worded_lines(lines, at))
        begins = begins or bool(taken and ITEM_ENDED.search(taken[-1][1]) and SENTENCE.match(each[1]))
        lettered = bool(taken and LETTERED.match(each[1]) and ENDS_ITEM.search(taken[-1][1]))
        if not each[1].strip() or (taken and (bullet or lettered or begins)):
            break
        taken.append(each)
        if len(taken) == 1 and is_heading(each[1].strip()) and _stands_alone(lines, each[0]):
            break
    return taken


def _is_sentences_end(taken: list[Line], line: str) -> bool:
    """Whether a line that begins with a number and a stop ends the sentence above: "with" over "26. Most were ...".

    >>> _is_sentences_end([(1, "May was the quietest, with")], "26. June"), _is_sentences_end([(1, "We ask:")], "1. A")
    (True, False)
    """
    number = re.match(r"\s*(\d+)\.\s", line)
    before = re.match(r"\s*(\d+)[.)]\s", taken[0][1]) if taken else None
    if not number or not taken or (before and int(number[1]) == int(before[1]) + 1):
        return False
    return int(number[1]) > 1 and bool(re.search(r"[a-z,]\s*$", taken[-1][1]))


def _stands_alone(lines: list[Line], number: int) -> bool:
    """Whether a line that reads as a heading is one: short, and what follows begins large."""
    following = lines[number][1].strip() if number < len(lines) else ""
    return not following or (len(lines[number - 1][1].strip()) < 60 and not following[0].islower())
