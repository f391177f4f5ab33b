"""Five formats of the example from a cold start, against the same charts and texts handed straight to the libraries.

Both programs start in a process of their own and are given the same thing: ours the report's tree, the plain one each
chart's finished Vega-Lite specification and each text, title and table. The plain one writes what those libraries write
without more: no styles, no contents, no anchors, no numbers' origins, no tables that repeat their header.
The whole command is measured beside it: opening the workbook, counting, building, drawing, reading every file back.

    python bench/report.py [--times 3]
"""

import argparse
import json
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from looped.publishing.request import Request

EXAMPLE = Path(__file__).parent.parent / "examples" / "returns-2024-25-q1.xlsx"
SIZES = ("wide", "narrow")
AIM = 1.5


def main() -> None:
    """Print seconds by the clock and of the processors, each the least of several runs, and the ratios."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--times", type=int, default=3)
    times = asked.parse_args().times
    with tempfile.TemporaryDirectory() as folder:
        _prepare(Path(folder))
        ours, plain, whole = _least(("ours", "plain", "whole"), folder, times)
    print("                                     clock   processors")
    print(f"five formats from the tree, cold   {ours[0]:6.2f} s     {ours[1]:6.2f} s")
    print(f"straight to the libraries, cold    {plain[0]:6.2f} s     {plain[1]:6.2f} s")
    print(f"ratio (aim: under {AIM})             {ours[0] / plain[0]:6.2f}       {ours[1] / plain[1]:6.2f}")
    print(f"whole command, files read back     {whole[0]:6.2f} s     {whole[1]:6.2f} s")


def _least(programs: tuple[str, ...], folder: str, times: int) -> list[tuple[float, float]]:
    """Seconds of each program's quickest run, by the clock and of the processors; runs take turns."""
    taken = [[_run(program, folder) for program in programs] for _ in range(times)]
    return [(min(clock for clock, _ in runs), min(work for _, work in runs)) for runs in zip(*taken, strict=True)]


def _run(program: str, folder: str) -> tuple[float, float]:
    start, before = time.perf_counter(), _processors()
    command = [sys.executable, __file__, program, folder]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start, _processors() - before


def _processors() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _prepare(folder: Path) -> None:
    """The example's tree, and the same charts and texts as plain lists."""
    from looped.publishing.making import prepare
    from looped.renderers import charts
    from looped.renderers.json_tree import shape
    from looped.renderers.tree import of_kind
    from looped.reports.nodes import Chart

    report = prepare(_request(folder)).report
    (folder / "tree").write_bytes(pickle.dumps(report))
    specified = [[charts.specified(chart, size) for size in SIZES] for chart in of_kind(report, Chart)]
    (folder / "plain").write_text(json.dumps({"report": shape(report), "charts": specified}, default=str))


def _request(folder: Path) -> Request:
    return Request(str(EXAMPLE), "2024-04", "2024-06", datetime(2024, 7, 31, 11), folder, formats=("json",))


def ours(folder: Path) -> None:
    """Our renderers on the tree."""
    from looped.renderers.formats import FORMATS

    report = pickle.loads((folder / "tree").read_bytes())
    for suffix, kind in FORMATS.items():
        (folder / f"ours.{suffix}").write_bytes(kind.render(report))


def whole(folder: Path) -> None:
    """The command as a person runs it."""
    from looped.cli import main as command

    command(["report", str(EXAMPLE), "--quarter", "2024-25/Q1", "--out", str(folder / "whole")])


def plain(folder: Path) -> None:
    """The same charts and texts, each library called without more."""
    import vl_convert

    given = json.loads((folder / "plain").read_text())
    svgs = [[vl_convert.vegalite_to_svg(chart) for chart in sizes] for sizes in given["charts"]]
    blocks = [block for section in given["report"]["sections"] for block in _flat(section)]
    _plain_html(folder, blocks, svgs)
    _plain_pdf(folder, blocks, svgs)
    _plain_word(folder, blocks, [vl_convert.svg_to_png(wide, scale=2) for wide, _ in svgs])
    _plain_excel(folder, blocks)
    (folder / "plain.json").write_text(json.dumps(given["report"], indent=1, ensure_ascii=False))


def _flat(block: dict) -> list[dict]:
    return [block, *(part for inner in block.get("blocks", []) for part in _flat(inner))]


def _texts(block: dict) -> list[str]:
    """A block's words but for its cells."""
    words = [block.get(key) for key in ("title", "text", "who", "note", "opened")]
    return [each for each in words if each] + [item["text"] for item in block.get("items", [])]


def _plain_html(folder: Path, blocks: list[dict], svgs: list[list[str]]) -> None:
    from jinja2 import Environment

    page = Environment(autoescape=True).from_string(
        "{% for texts, rows in parts %}{% for words in texts %}<p>{{ words }}</p>{% endfor %}"
        "<table>{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>"
        "{% endfor %}{% for svg in svgs %}{{ svg|safe }}{% endfor %}"
    )
    parts = [(_texts(block), block.get("rows", [])) for block in blocks]
    made = page.render(parts=parts, svgs=[svg for sizes in svgs for svg in sizes])
    (folder / "plain.html").write_text(made)


def _plain_pdf(folder: Path, blocks: list[dict], svgs: list[list[str]]) -> None:
    import typst

    source = """
#let parts = json(bytes(sys.inputs.parts))
#set document(title: "Report")
#for part in parts.blocks {
  for words in part.texts { par(words) }
  if part.rows.len() > 0 { table(columns: part.rows.first().len(), ..part.rows.flatten()) }
}
#for svg in parts.svgs { image(bytes(svg), format: "svg", alt: "chart", width: 100%) }
"""
    parts = {"blocks": [{"texts": _texts(block), "rows": block.get("rows", [])} for block in blocks]}
    words = json.dumps({**parts, "svgs": [wide for wide, _ in svgs]})
    made = typst.compile(source.encode(), ignore_system_fonts=True, sys_inputs={"parts": words}, pdf_standards=["ua-1"])
    (folder / "plain.pdf").write_bytes(made)


def _plain_word(folder: Path, blocks: list[dict], pngs: list[bytes]) -> None:
    from io import BytesIO

    from docx import Document
    from docx.shared import Cm

    document = Document()
    for block in blocks:
        for words in _texts(block):
            document.add_paragraph(words)
        if block.get("rows"):
            table = document.add_table(len(block["rows"]), len(block["rows"][0]))
            for row, cells in zip(table.rows, block["rows"], strict=True):
                for cell, words in zip(row.cells, cells, strict=True):
                    cell.text = words
    for png in pngs:
        document.add_picture(BytesIO(png), width=Cm(17))
    document.save(folder / "plain.docx")


def _plain_excel(folder: Path, blocks: list[dict]) -> None:
    import xlsxwriter

    book = xlsxwriter.Workbook(folder / "plain.xlsx", {"strings_to_formulas": False})
    words = book.add_worksheet()
    for at, text in enumerate(text for block in blocks for text in _texts(block)):
        words.write(at, 0, text)
    for block in blocks:
        if block.get("rows"):
            sheet = book.add_worksheet()
            for at, row in enumerate(block["rows"]):
                sheet.write_row(at, 0, row)
    book.close()


if __name__ == "__main__":
    PROGRAMS = {"ours": ours, "plain": plain, "whole": whole}
    if len(sys.argv) == 3 and sys.argv[1] in PROGRAMS:
        PROGRAMS[sys.argv[1]](Path(sys.argv[2]))
    else:
        main()
