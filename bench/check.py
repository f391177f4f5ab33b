"""How long does checking a 100-page document take beside the bare library's reading of its text?

.venv/bin/python bench/check.py [--pages 100] [--json]
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from looped.checker.document import Block

TEXTS = Path(__file__).parents[1] / "tests/checker_texts"
WORDS_OF_PAGE = 350
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")


def main() -> int:
    """Makes a document of each kind, reads it both ways, prints seconds, ratio and the most memory."""
    given = _parser().parse_args()
    if given.check:
        print(json.dumps(_checked_here(given.check)))
        return 0
    found, used = {}, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for name, suffix, make, bare in (
            ("pdf", "pdf", _make, _bare),
            ("pdf, all sorts of texts", "pdf", _make_pdf_of_all_sorts, _bare),
            ("docx", "docx", _make_word, _bare_word),
            ("docx, all sorts of texts", "docx", _make_of_all_sorts, _bare_word),
        ):
            path = Path(folder) / f"long.{suffix}"
            make(path, given.pages)
            plain, checked, (new, memory) = bare(path), _checked_here(path)[0], _checked(path)
            used = max(used, memory)
            found[name] = {
                "bare_seconds": plain,
                "checked_seconds": checked,
                "ratio": checked / plain,
                "new_process_seconds": new,
            }
    if given.json:
        print(json.dumps(found | {"memory_mib": round(used)}, indent=1))
        return 0
    for name, each in found.items():
        bare, checked, ratio, new = each.values()
        print(f"{name}: bare {bare:.2f} s, checked {checked:.2f} s: {ratio:.2f} times; in a new process {new:.2f} s")
    print(f"memory: {used:.0f} MiB (aims: under 2 times a PDF's reading, under 500 MiB)")
    return 0


def _prose(page: int) -> str:
    """Twelve sentences with figures, no two pages alike."""
    parts = []
    for line in range(12):
        base, month = 20 + (7 * page + line) % 41, MONTHS[(page + line) % len(MONTHS)]
        count = 1 + (page + 5 * line) % base
        share = (200 * count + base) // (2 * base)
        parts.append(f"In {month} {count} of {base} audits ({share}%) were graded as Good, the rest not yet finished. ")
    return "".join(parts)


def _cells(page: int) -> list[str]:
    """Forty cells, counts and shares of a hundred."""
    return [f"{number} ({number}%)" for number in range(1 + page % 50, 41 + page % 50)]


def _make(path: Path, pages: int) -> None:
    import typst

    texts = []
    for page in range(pages):
        cells = ",".join(f"[{cell}]" for cell in _cells(page))
        texts.append(f"{_prose(page)}\n\n#table(columns: 4, {cells})\n\n#pagebreak(weak: true)\n")
    typst.compile("".join(texts).encode(), output=str(path))


def _make_word(path: Path, pages: int) -> None:
    import docx

    made = docx.Document()
    for page in range(pages):
        made.add_paragraph(_prose(page))
        table = made.add_table(10, 4)
        for cell, words in zip(table._cells, _cells(page), strict=True):
            cell.text = words
        made.add_page_break()
    made.save(str(path))


def _make_of_all_sorts(path: Path, pages: int) -> None:
    import docx

    from looped.checker.document import Table

    made = docx.Document()
    for number, blocks in enumerate(_sections(pages)):
        made.add_heading(f"Section {number}", 2)
        for block in blocks:
            if isinstance(block, Table):
                table = made.add_table(len(block.rows), max(map(len, block.rows)))
                for row, cells in zip(table.rows, block.rows, strict=True):
                    for to, cell in zip(row.cells, cells, strict=False):
                        to.text = cell.text
            else:
                made.add_paragraph(block.text)
    made.save(str(path))


def _make_pdf_of_all_sorts(path: Path, pages: int) -> None:
    import typst

    from looped.checker.document import Table

    parts = []
    for number, blocks in enumerate(_sections(pages)):
        parts.append(f"== Section {number}\n")
        for block in blocks:
            if isinstance(block, Table):
                wide = max(map(len, block.rows))
                cells = [row[at].text if at < len(row) else "" for row in block.rows for at in range(wide)]
                parts.append(f"#table(columns: {wide}, {','.join(map(_literal, cells))})\n")
            else:
                parts.append(f"#par[#{_literal(block.text)}]\n")
    typst.compile("\n".join(parts).encode(), output=str(path))


def _literal(text: str) -> str:
    """A text as Typst's own."""
    return json.dumps(text, ensure_ascii=False)


def _sections(pages: int) -> "Iterator[Sequence[Block]]":
    """The texts that the tests judge, a section each: no two statements alike, unlike in the plain documents."""
    from looped.checker.readers.text import read

    words = 0
    for text in cycle(_texts()):
        yield read(text).blocks
        words += len(text.split())
        if words > pages * WORDS_OF_PAGE:
            return


def _texts() -> list[str]:
    """The texts of several writers, right and wrong."""
    found: list[str] = json.loads((TEXTS / "true_texts.json").read_text("utf-8"))
    for path in sorted((*TEXTS.glob("labelled_*.json"), *TEXTS.glob("later_*.json"))):
        found += [each["text"] for each in json.loads(path.read_text("utf-8"))["items"]]
    return found


def _bare(path: Path) -> float:
    import pdfplumber

    start = time.perf_counter()
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()
    return time.perf_counter() - start


def _bare_word(path: Path) -> float:
    import docx

    start = time.perf_counter()
    word = docx.Document(str(path))
    texts = [paragraph.text for paragraph in word.paragraphs]
    texts += [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return time.perf_counter() - start


def _checked(path: Path) -> tuple[float, float]:
    """Seconds and MiB that checking takes in a process of its own, which has yet to make its patterns.

    Its memory is asked because this one has made documents and read them.
    """
    command = [sys.executable, __file__, "--check", str(path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, memory = json.loads(told)
    return seconds, memory


def _checked_here(path: Path) -> tuple[float, float]:
    """Seconds, and the most MiB of this process and of the largest that it started, together."""
    from looped.checker import check_document

    start = time.perf_counter()
    check_document(path)
    seconds = time.perf_counter() - start
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return seconds, (_most_here() + children) / 1024


def _most_here() -> int:
    """The most KiB that this process had, on Linux. Its `ru_maxrss` also counts the program that started it."""
    told = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return int(told["VmHWM"].split()[0])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--check", type=Path, help="only check this file here, and print seconds and MiB")
    parser.add_argument("--json", action="store_true")
    return parser


if __name__ == "__main__":
    sys.exit(main())
