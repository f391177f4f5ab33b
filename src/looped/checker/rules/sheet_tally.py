"""How many rows have a word in a column of few words: "three were rated good and one outstanding"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.grades import SAID, graded, grades_in, is_of_places
from looped.checker.numbers import DIGITS, WORDS, whole
from looped.checker.patterns import pattern_of
from looped.checker.remarks import Remark, by_statement, ranked_rows
from looped.checker.sheets.sheet import Sheet

CODE = "sheet-tally"
MESSAGE = "As many rows have a word as the sentence says."
GOOD = "Item\tStatus\nRoof\tDone\nDoor\tDone\nWall\tOpen\nGate\tOverdue\n\nTwo were done and one was overdue."
BAD = "Item\tStatus\nRoof\tDone\nDoor\tDone\nWall\tOpen\nGate\tOverdue\n\nTwo were done and two were overdue."

NUMBER = pattern_of(
    rf"(?<![\w.,£-])(?P<n>none|{DIGITS}|{WORDS})(?![\w%]|[.,]\d| ?per ?cent|"
    r"[ -](?:thirds?|quarters?|fifths?|in)\b)",
    re.I,
)
# Between a number and its word: verbs, articles, the noun of the rows.
BETWEEN = pattern_of(r"^(?:\W*[a-z’'-]+){0,8}\W*$", re.I)
OTHER = pattern_of(
    r"\b(?:or|stood|not|n[’']t|never|below|above|than|least|most|only one|except|but|previously|last|earlier|before|"
    r"from|to be|expected|per|each|of these|of those|of them|which)\b",
    re.I,
)
OF = pattern_of(rf"^\s*of (?:the |these |our |all )?(?P<m>{DIGITS}|{WORDS})\b", re.I)
BEHIND = pattern_of(rf"^[”’\"']?\s*(?:at|in|for|by|to|on|from|\()\s*(?:only |just )?(?:{DIGITS}|{WORDS})\b", re.I)
STANDS = pattern_of(r"(?: (?!and\b|but\b|while\b|with\b)[a-z]+){0,3}? (?:is|are|was|were|has|have|had|remains?) ", re.I)
MOST = 7


def check(context: Context) -> Iterator[Finding]:
    """Each number with a word of such a column behind it."""
    return by_statement(context, _of)


def _of(remark: Remark) -> Iterator[Finding]:
    sheet = remark.sheet
    if "words" not in sheet.kinds or remark.rows:
        return
    rows = [row for row in ranked_rows(sheet) if any(sheet.texts[row])]
    columns = [at for at, kind in enumerate(sheet.kinds) if kind == "words" and _is_tally(sheet, rows, at)]
    named = [each.at for each in remark.columns if each.at in columns]
    columns = list(dict.fromkeys(named)) or columns
    if not columns:
        return
    yield from _judged(remark, sheet, rows, columns)


def _is_tally(sheet: Sheet, rows: Sequence[int], column: int) -> bool:
    """Whether a column has few words, each short, some of them again and again."""
    words = Counter(sheet.texts[row][column].strip().lower() for row in rows)
    return len(rows) > 2 and 1 < len(words) <= min(MOST, len(rows) - 1) and all(0 < len(word) < 30 for word in words)


def _judged(remark: Remark, sheet: Sheet, rows: list[int], columns: list[int]) -> Iterator[Finding]:
    text = remark.text
    several = sum(_is_tally(sheet, rows, at) for at, kind in enumerate(sheet.kinds) if kind == "words") > 1
    numbers = list(NUMBER.finditer(text))
    for start, end, options in _said(sheet, rows, columns, text):
        if BEHIND.match(text[end:]):
            continue  # the number stands behind it
        if several and STANDS.match(text, end):
            continue  # "one of low priority is overdue": those that have a word of another column too
        before = [each for each in numbers if each.end() <= start]
        number = before[-1] if before else None
        if number is None or (of := OF.match(text[number.end() :])) and whole(of["m"]) != len(rows):
            continue
        if (of := re.search(r"\bof (?:the |these |our |all )?$", text[: number.start()])) and len(before) > 1:
            number = before[-2]  # "two of the six"
        elif of or re.search(r"\b(?:the|these|those|other|first|last|by|all)\s+$", text[: number.start()]):
            continue
        middle = text[number.end() : start]
        if not BETWEEN.match(OF.sub("", middle)) or OTHER.search(OF.sub("", middle)) or re.search(r"[;.]", middle):
            continue
        stated = 0 if number["n"].lower() == "none" else whole(number["n"])
        right = stated in options.values()
        verdict: Verdict = "ok" if right else "wrong"
        column, count = next(iter(options.items()))
        why = f"{sheet.heads[column]}: {count} of {len(rows)} rows"
        yield remark.finding(CODE, verdict, (number.start(), end), str(count), why)


def _said(sheet: Sheet, rows: list[int], columns: list[int], text: str) -> Iterator[tuple[int, int, dict[int, int]]]:
    """Each word or grade that a sentence says, with how many rows have it by column."""
    grades = {column: words for column in columns if (words := graded(sheet, rows, column))}
    if grades:
        for found in SAID.finditer(text):
            if is_of_places(found, text):
                continue
            good = grades_in(found)
            counts = {column: sum(word in good for word in words.values()) for column, words in grades.items()}
            yield found.start(), found.end(), counts
        return
    vocabulary = {sheet.texts[row][column].strip().lower() for row in rows for column in columns}
    for word in sorted(vocabulary, key=len, reverse=True):
        if len(word) < 3:
            continue
        for place in re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text, re.I):
            if any(word != other and word in other and other in text.lower() for other in vocabulary):
                continue
            if (joined := re.match(r"\s+(?:or|and)\s+(.{3,30})", text[place.end() :])) and any(
                joined[1].lower().startswith(other) for other in vocabulary
            ):
                continue
            counts = {c: sum(sheet.texts[row][c].strip().lower() == word for row in rows) for c in columns}
            yield place.start(), place.end(), {c: n for c, n in counts.items() if n} or counts
