"""The words of each marked piece of a PDF page, pieces within pieces and replaced text included."""

from dataclasses import dataclass, field
from typing import Any

# A zero-width space marks where a very long word may break; it is no letter of it.
BREAK = "\u200b"


@dataclass
class Pieces:
    """Words by the number of the marked piece that they stand in, gathered letter by letter."""

    words: dict[int, str] = field(default_factory=dict)
    _open: list[tuple[int | None, str | None]] = field(default_factory=list)
    _height: float = 0.0

    def begin(self, properties: Any) -> None:
        """A piece begins: one with a number, or one within it that may say what its signs stand for."""
        known = properties if isinstance(properties, dict) else {}
        number, instead = known.get("MCID"), known.get("ActualText")
        outer, hidden = self._open[-1] if self._open else (None, None)
        said = _decoded(instead) if isinstance(instead, bytes) else None
        self._open.append((outer if number is None else number, "" if hidden is not None else said))
        if said is not None and hidden is None:
            self._add(outer if number is None else number, said)

    def end(self) -> None:
        """The innermost piece ends."""
        self._open.pop()

    def letter(self, words: str, height: float, size: float) -> None:
        """One sign at its height; on a new line a space comes before it, unless a long word broke there."""
        number, instead = self._open[-1] if self._open else (None, None)
        before = self.words.get(number, "") if number is not None else ""
        if abs(height - self._height) > size * 0.6 and before and not before.endswith((" ", BREAK)):
            self._add(number, " ")
        self._height = height
        if instead is None:
            self._add(number, words)

    def _add(self, number: int | None, words: str) -> None:
        if number is not None:
            self.words[number] = self.words.get(number, "") + words


def words_of_page(page: Any) -> dict[int, str]:
    """The words of one page of pdfminer's, by marked piece."""
    from pdfminer.pdfdevice import PDFTextDevice
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager

    pieces = Pieces()

    class Listening(PDFTextDevice):
        """Hears what the page says instead of painting it."""

        def begin_tag(self, tag: Any, props: Any = None) -> None:
            pieces.begin(props)

        def end_tag(self) -> None:
            pieces.end()

        def render_char(
            self, matrix: Any, font: Any, fontsize: Any, scaling: Any, rise: Any, cid: Any, *_: Any
        ) -> float:
            pieces.letter(_sign(font, cid), matrix[5], abs(fontsize * matrix[3]))
            return float(font.char_width(cid) * fontsize * scaling)

    class Text(PDFPageInterpreter):
        """Leaves out pictures: they are said by their alternative text."""

        def do_Do(self, xobjid_arg: Any) -> None:  # noqa: N802  # pdfminer's name for PDF's operator
            return None

    resources = PDFResourceManager()
    Text(resources, Listening(resources)).process_page(page)
    return pieces.words


def _sign(font: Any, cid: int) -> str:
    from pdfminer.pdffont import PDFUnicodeNotDefined

    try:
        return str(font.to_unichr(cid))
    except PDFUnicodeNotDefined:
        return ""


def _decoded(words: bytes) -> str:
    if words.startswith(b"\xfe\xff"):
        return words[2:].decode("utf-16-be")
    return words.decode("latin-1")
