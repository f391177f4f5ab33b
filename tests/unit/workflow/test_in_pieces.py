"""A file handed over in pieces by the child is recorded as the same file read whole: all or nothing, and as one deed."""

import weakref
from datetime import UTC, datetime

import pytest
from tests.unit.records.test_material import ACTION, STEP, book, said
from tests.unit.workflow.sheets import line, returns_of

from looped.errors import UnreadableError
from looped.figures.cube import count
from looped.figures.every import all_figures
from looped.figures.sources import source_of
from looped.records.models import Event, FeedbackWording, Grading, ImportedFile, PersonName, Return
from looped.records.queries.material import material
from looped.records.trail import verify
from looped.returns.child import returns_in_pieces
from looped.returns.model import Delivery, Piece
from looped.rubric.loading import frameworks
from looped.workflow.erasing import erase_case
from looped.workflow.importing import import_returns

NOW = datetime(2024, 7, 8, 11, tzinfo=UTC)
LATER = datetime(2024, 7, 9, 11, tzinfo=UTC)
# Rows of one audit lie apart, and are recorded on other days than they stand in the file.
ROWS = (
    line("A1", returned="2024-05-20", feedback="heard"),
    line("A2", "RI"),
    line("A3", "Inadequate", auditor="B. Auditor"),
    line("A1", "RI", source="second", returned="2024-05-02"),
    line("A4", area="North"),
    line("A2", "Good", source="moderation", returned="2024-06-01"),
    line("A1", "Good", source="moderation", returned="2024-06-03"),
    line("A1", "RI", returned="2024-05-22", feedback="declined"),
)


def file_of(folder, *rows, name="returns.csv"):
    returns_of(folder, *rows, name=name)
    return folder / name


def workbook_of(folder):
    """ROWS with words beside them, on audits of the file and on none."""
    words = [said("They listened"), said("Nobody rang", audit="A4"), said("At the group", audit="")]
    book(folder, returns=ROWS, feedback=words, actions=[ACTION], steps=[STEP])
    return folder / "book.xlsx"


def import_in_pieces(path, rows, *, history=False, now=NOW):
    with returns_in_pieces(path, rows=rows) as file:
        return import_returns(by="Q. Lead", returns=file, history=history, now=now)


def held(record):
    """What the record tells: each return with its grades in the order of its audit, figures by area, and words."""
    names = dict(PersonName.objects.values_list("identifier", "name"))
    order = {}
    for each in Return.objects.order_by("id"):
        grades = Grading.objects.filter(given_in=each).order_by("domain").values_list("domain", "grade", "recorded_at")
        row = (each.source, names[each.auditor], each.returned, each.recorded_at, list(grades))
        order.setdefault(each.audit, []).append(row)
    cube = count(source_of(record, record.vendor), datetime(2025, 1, 1), frameworks())
    return (
        order,
        all_figures(cube, frameworks(), "2024-04", "2024-06", by="service_area"),
        material(datetime(2025, 1, 1)),
    )


@pytest.mark.parametrize("history", [False, True])
def test_pieces_are_recorded_as_the_whole_is(sqlite_record, tmp_path, migrated_file, history):
    """An audit's rows are never parted, whatever the size of the pieces; words, feedback and moments are the same."""
    from tests.records_fixtures import point_at

    from looped.records.address import embedded
    from looped.returns.reading import read_returns

    path = workbook_of(tmp_path)
    whole = import_returns(by="Q. Lead", returns=read_returns(path), history=history, now=NOW)
    expected = held(sqlite_record)
    for rows in (1, 3, 100):
        copy = tmp_path / f"{rows}.sqlite3"
        copy.write_bytes(migrated_file.read_bytes())
        with point_at(embedded(copy)) as other:
            found = import_in_pieces(path, rows, history=history)

            assert (found.taken, found.added) == (whole.taken, whole.added)
            assert held(other) == expected
            assert verify()[1] == []


def test_a_later_file_in_pieces_adds_only_what_is_new(record, tmp_path):
    """On both databases; and the same file once more changes nothing."""
    import_in_pieces(file_of(tmp_path, *ROWS), 2)
    corrected = file_of(tmp_path, *ROWS[:-1], line("A1", "Good", returned="2024-05-30"), line("A9"), name="more.csv")

    assert import_in_pieces(corrected, 2, now=LATER).added == {"returns": 2, "gradings": 16, "audits": 1, "feedback": 1}
    assert import_in_pieces(corrected, 3, now=LATER).before == LATER
    assert [event.what for event in Event.objects.order_by("id")] == ["import returns"] * 2


def test_a_child_that_dies_between_pieces_leaves_nothing(record, tmp_path):
    """The first piece is recorded already; it goes with the rest."""
    with returns_in_pieces(file_of(tmp_path, *ROWS), rows=2) as file:
        broken = Delivery(file.beside, file.authority, file.latest, _then_fails(file.pieces))
        with pytest.raises(UnreadableError, match="broke down"):
            import_returns(by="Q. Lead", returns=broken, now=NOW)

    assert (Return.objects.count(), Grading.objects.count(), ImportedFile.objects.count()) == (0, 0, 0)
    assert import_in_pieces(file_of(tmp_path, *ROWS), 2).added["returns"] == 7


def _then_fails(pieces):
    yield next(pieces)
    raise UnreadableError("returns.csv: reading it broke down.")


def test_no_piece_is_kept_once_it_is_recorded(sqlite_record, tmp_path):
    """So that memory is that of a piece, not of the file."""
    seen = []

    def watched(pieces):
        for piece in pieces:
            one = _Piece(piece.returns, piece.audits, piece.feedback)
            seen.append(weakref.ref(one))
            del piece
            yield one
            del one
            assert len([each for each in seen if each()]) <= 1

    with returns_in_pieces(file_of(tmp_path, *(line(f"A{number}") for number in range(9))), rows=2) as file:
        import_returns(
            by="Q. Lead", returns=Delivery(file.beside, file.authority, file.latest, watched(file.pieces)), now=NOW
        )

    assert len(seen) == 5


class _Piece(Piece):
    """A piece that can be watched."""


def test_words_of_an_erased_case_do_not_come_back_without_its_return(record, tmp_path):
    """The later file holds words of A1 and no return of it."""
    import_returns(by="Q. Lead", returns=book(tmp_path, returns=[line("A1")], feedback=[said("Secret")]), now=NOW)
    erase_case(by="P. Officer", why="request 7", reference="C-A1", now=NOW)
    book(tmp_path, returns=[line("A2")], feedback=[said("Secret")], actions=[ACTION], name="again.xlsx")

    import_in_pieces(tmp_path / "again.xlsx", 10, now=LATER)

    assert not FeedbackWording.objects.exists()


def test_a_file_without_a_row_taken_still_brings_its_words(sqlite_record, tmp_path):
    """Every return refused: the words stand from the moment of the import."""
    book(tmp_path, returns=[line("A1", month="soon")], feedback=[said("They listened", audit="")])

    assert import_in_pieces(tmp_path / "book.xlsx", 10, history=True).taken == 0
    assert [each.recorded_at for each in FeedbackWording.objects.all()] == [NOW]
