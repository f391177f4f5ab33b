"""Rows among the returns that are no returns: empty ones, totals, repeated headings, notes."""

from looped.returns.cells import text_of
from looped.returns.columns import plain_words
from looped.returns.header import Header
from looped.returns.sheets import Cell
from looped.returns.words import TOTALS

# One cell of at least so many words, alone in its row, is a note; a lone reference is a return someone forgot.
WORDS_OF_A_NOTE = 3


def aside(cells: list[Cell], header: Header) -> str | None:
    """What a row is that is no return: '' for an empty row, else words for the reader; None for a return.

    Asked only of rows that lack an audit or a readable month.
    """
    texts = [text_of(cell) or "" for cell in cells]
    filled = [text for text in texts if text]
    if not filled:
        return ""
    if _repeats(texts, header):
        return "the header again"
    if plain_words(filled[0]) in TOTALS:
        return f"a row that begins “{filled[0]}” and names no month is a total of the rows above"
    if len(filled) == 1 and len(filled[0].split()) >= WORDS_OF_A_NOTE:
        return "one cell of words, alone in its row, is a note"
    return None


def _repeats(texts: list[str], header: Header) -> bool:
    pairs = [(texts[index], header.headings[index]) for index in header.columns.values()]
    return all(plain_words(text) == plain_words(heading) for text, heading in pairs)
