"""Our own report is proof-read before it is written, in each format as read back from the file."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime

import pytest
from tests.unit.renderers.sample import grades_records

from looped.checker.document import Where
from looped.checker.finding import Finding
from looped.errors import LoopedError
from looped.publishing import drawing, proofing
from looped.publishing.drawing import draw
from looped.publishing.proofing import proofread, sentences_missing
from looped.renderers.formats import FORMATS, Format
from looped.reports.nodes import Bullets, Chart, Figure, Note, Paragraph, Quote, Report, Section, Table


def count(value):
    return Figure(value, "count", "audits")


def of(part, whole):
    return Figure(part / whole, "share", "good_or_better", part, whole)


ROWS = (
    (("Grade",), ("April 2024",), ("May 2024",), ("Total",)),
    (("Good",), (count(7), " (", of(7, 31), ")"), (count(9), " (", of(9, 30), ")"), (count(16),)),
    (("Poor",), (count(24), " (", of(24, 31), ")"), (count(21), " (", of(21, 30), ")"), (count(45),)),
    (("Total audits",), (count(31),), (count(30),), (count(61),)),
)
BLOCKS = (
    Paragraph((count(16), " of ", count(61), " audits (", of(16, 61), ") were Good.")),
    Bullets((("Good in May: ", count(9), " of ", count(30)),)),
    Note("Mind", ("Read with ", count(2), " others."), "caution", ("Opened ", count(4))),
    Table("grades", "Grades by month", ROWS, note=("Each share is of ", count(61)), total_rows=(3,)),
    Chart(
        "c",
        "Drawn",
        "grades_by_month",
        ("Good 16 of 61",),
        grades_records({"May": (1, 2, 3, 4, 5)}),
        note=("Drawn from ", count(61)),
    ),
    Quote("He came 3 times.\nEach time late.", "Parent"),
)


def report(blocks=BLOCKS):
    """A small report that is true."""
    section = Section("one", "One", blocks)
    return Report(
        "Audits",
        "Children’s services",
        ("2024-04", "2024-05"),
        "April to May 2024",
        datetime(2024, 7, 31),
        "",
        (section,),
    )


def planted(at, block):
    """The report with one block changed."""
    return report((*BLOCKS[:at], block, *BLOCKS[at + 1 :]))


PLANTS = {
    "sentence": planted(0, Paragraph((count(16), " of ", count(67), " audits (", of(16, 61), ") were Good."))),
    "longer number": planted(0, Paragraph((count(116), " of ", count(61), " audits (", of(16, 61), ") were Good."))),
    "bullet": planted(1, Bullets((("Good in May: ", count(9), " of ", count(80)),))),
    "note": planted(2, Note("Mind", ("Read with ", count(3), " others."), "caution", ("Opened ", count(4)))),
    "opened": planted(2, Note("Mind", ("Read with ", count(2), " others."), "caution", ("Opened ", count(5)))),
    "cell": planted(3, replace(BLOCKS[3], rows=(*ROWS[:3], (*ROWS[3][:3], (count(67),))))),
    "table's note": planted(3, replace(BLOCKS[3], note=("Each share is of ", count(67)))),
    "chart's words": planted(4, replace(BLOCKS[4], alt=("Good 16 of 67",))),
    "quote": planted(5, Quote("He came 8 times.\nEach time late.", "Parent")),
}


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("place", PLANTS)
def test_a_wrong_digit_in_a_file_is_found(suffix, place, monkeypatch):
    """Whatever went wrong in drawing: what the file says is read back from the file."""
    real = FORMATS[suffix]
    wrong = Format(real.title, real.media_type, lambda _: real.render(PLANTS[place]))
    monkeypatch.setitem(drawing.FORMATS, suffix, wrong)

    with pytest.raises(LoopedError, match=f"the .{suffix} file does not say"):
        draw(report(), (suffix,))


TWICE = report((BLOCKS[0], *BLOCKS))
# Where each format keeps the words that a reader sees; of a workbook's numbers the last digits are not printed.
PARTS = {"html": "", "json": "", "docx": "word/document.xml", "xlsx": "xl/sharedStrings.xml"}
SEEN = {
    "html": re.compile(rb">([^<>]*)<(?!/style|/script)"),
    # Behind a figure's own text stands its value: data for programs.
    "json": re.compile(rb'"(?:text|title|note|alt|opened|who|period|as_at_title)": "([^"]*)"(?!,\s*"value")'),
    "docx": re.compile(rb"<w:t(?: [^>]*)?>([^<]*)<"),
    "xlsx": re.compile(rb"<t(?: [^>]*)?>([^<]*)<"),
}
DRAWING = re.compile(
    rb"(?s)<(?:style|script)\b.*?</(?:style|script)>|<text\b.*?</text>|<head>.*?</head>|<footer\b.*?</footer>"
)


def digits(suffix, content):
    """Where the digits stand that a reader sees as words: not the marks of a picture's axis, which aren't read."""
    quiet = [found.span() for found in DRAWING.finditer(content)] if suffix == "html" else []
    for found in SEEN[suffix].finditer(content):
        for digit in re.finditer(rb"\d", found[1]):
            at = found.start(1) + digit.start()
            if not any(low <= at < high for low, high in quiet):
                yield at


def packed(content, name, part):
    """An office file with one of its parts replaced."""
    old, new = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(new, "w") as file:
        for each in old.namelist():
            file.writestr(each, part if each == name else old.read(each))
    return new.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize("suffix", PARTS)
def test_every_digit_planted_in_a_file_is_refused(suffix, monkeypatch):
    """One digit after the other, of the period, the sentences, the cells and the charts' words; one said twice too."""
    real, name = FORMATS[suffix], PARTS[suffix]
    content = real.render(TWICE)
    part = zipfile.ZipFile(io.BytesIO(content)).read(name) if name else content
    places = list(digits(suffix, part))
    let_through = []
    for at in places:
        wrong = part[:at] + (b"7" if part[at : at + 1] != b"7" else b"3") + part[at + 1 :]
        made = packed(content, name, wrong) if name else wrong
        monkeypatch.setitem(drawing.FORMATS, suffix, Format(real.title, real.media_type, lambda _, made=made: made))
        try:
            draw(TWICE, (suffix,))
        except LoopedError:
            continue
        let_through.append(part[max(0, at - 40) : at + 20])

    assert len(places) > 30
    assert let_through == []


@pytest.mark.slow
def test_a_true_report_is_drawn_in_every_format():
    """And nothing is found in it."""
    assert list(draw(report(), tuple(FORMATS))) == list(FORMATS)


@pytest.mark.parametrize("place", ["sentence", "longer number", "cell"])
def test_a_figure_that_cannot_be_true_is_not_written(place):
    """Where the tree itself is wrong, all five files would say the same wrong thing; the checker works it out."""
    with pytest.raises(LoopedError, match="does not pass its own check, and is not written"):
        draw(PLANTS[place], ("json",))


def test_the_error_says_where_and_why():
    """Whoever looks after the program needs the sum."""
    with pytest.raises(LoopedError, match=r"the first in “One”: .*16 of 67 is 23.9%"):
        proofread(PLANTS["sentence"])


def test_a_doubt_is_told_and_stops_no_report(monkeypatch, caplog):
    """Which figures belong together the checker may misread: a true report must reach its Board all the same."""
    doubt = Finding("c", "wrong", Where(section="One"), "9 of 30", "9", "8", "8 and 1", certainty="likely")
    monkeypatch.setattr(proofing, "check_report", lambda _: [doubt])

    proofread(report())

    assert "the checker doubts “9 of 30” (One): 8 and 1" in caplog.text


def test_beside_a_doubt_what_is_certain_stops_it(monkeypatch):
    """And the error counts and names what is certain alone."""
    doubt = Finding("c", "wrong", Where(section="One"), "9 of 30", "9", "8", "8 and 1", certainty="likely")
    monkeypatch.setattr(
        proofing, "check_report", lambda _: [doubt, replace(doubt, certainty="certain", quote="7 of 30")]
    )

    with pytest.raises(LoopedError, match="1 found; the first in “One”: “7 of 30”"):
        proofread(report())


def test_a_sentence_is_no_part_of_a_longer_number():
    """77 isn't said by 177, nor by 770, but by 77 on a line of its own."""
    told = report((Paragraph((count(77),)),))

    opens = "April to May 2024\nFigures as at\nOne\n"

    assert sentences_missing(told, f"{opens}177\n770") == ["77"]
    assert sentences_missing(told, f"{opens}177\n7 7") == []
