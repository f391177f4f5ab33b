"""A file in pieces: nothing is lost, nothing comes twice, an audit is never parted. In the child, and here."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from looped.returns.child import send_pieces
from looped.returns.cleaned import Cleaned
from looped.returns.packing import unpack
from looped.returns.pieces import parted
from looped.returns.reading import cleaned
from looped.returns.taken import Taken

ROWS = """Audit,Month,Source,Returned,Recorded,Overall,Plans
A1,2024-04,lead,2024-05-10,2024-05-11,Good,RI
A2,2024-04,lead,2024-05-10,2024-05-09,Good,Good
A1,2024-04,second,2024-05-12,2024-05-13,RI,RI
A3,2024-04,lead,2024-05-10,2024-05-20,Inadequate,RI
A2,2024-04,moderation,2024-05-14,2024-05-15,Good,Outstanding
"""


def file_of(folder):
    path = folder / "returns.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def rows_of(each):
    return list(zip(each.taken.values["audit"], each.taken.values["row"], strict=True))


def test_audits_come_whole_in_the_order_in_which_they_first_stand(tmp_path):
    """A piece of two rows takes a third where that makes its audit whole."""
    found = cleaned(file_of(tmp_path))

    _, *pieces = parted(found, 1)

    assert list(map(rows_of, pieces)) == [[("A1", 2), ("A1", 4)], [("A2", 3), ("A2", 6)], [("A3", 5)]]
    assert [len(rows_of(each)) for each in list(parted(found, 3))[1:]] == [4, 1]
    assert [len(rows_of(each)) for each in list(parted(found, 100))[1:]] == [5]
    assert pieces[2].taken.grades["plans"] == [2]


def test_the_first_holds_what_the_further_sheets_lean_on(tmp_path):
    """All that isn't returns; rows of audits named there, and the earliest and the latest recorded."""
    found = cleaned(file_of(tmp_path))

    first = next(iter(parted(found, 1)))
    assert rows_of(first) == [("A2", 3), ("A3", 5)]
    assert replace(first, taken=found.taken) == found

    found.further = {"actions": [{"audit": "A1"}], "steps": [{"theme": "plans"}]}
    assert rows_of(next(iter(parted(found, 1)))) == [("A1", 2), ("A2", 3), ("A1", 4), ("A3", 5)]


def test_a_file_without_a_row_has_a_first_part_alone():
    """As where every row was refused."""
    assert [rows_of(each) for each in parted(Cleaned("returns.csv", "sum"), 1)] == [[]]


def test_what_is_sent_is_the_parts_behind_their_number_of_rows(tmp_path):
    """As it runs in the child, by the shipped frameworks."""
    path = file_of(tmp_path)

    number, *parts = send_pieces(str(path), None, 2)

    assert number == b"5"
    assert [unpack(each) for each in parts] == list(parted(cleaned(path), 2))


@given(st.lists(st.sampled_from("ABCDEFG"), max_size=30), st.integers(1, 12))
def test_pieces_together_are_the_whole(audits, rows):
    """Each row once; no audit in two pieces; no piece larger than asked for, but by its last audit."""
    values = {name: [None] * len(audits) for name in Taken().values}
    values |= {"audit": list(audits), "row": list(range(len(audits))), "recorded_at": list(range(len(audits)))}
    whole = Cleaned("returns.csv", "sum", Taken(values, {"overall": list(range(len(audits)))}))

    _, *pieces = parted(whole, rows)

    found = [rows_of(each) for each in pieces]
    assert sorted(row for piece in found for row in piece) == sorted(rows_of(whole))
    assert sum(len({audit for audit, _ in piece}) for piece in found) == len(set(audits))
    for piece in found:
        last = [audit for audit, _ in piece].count(piece[-1][0])
        assert len(piece) - last < rows
    assert all(each.taken.grades["overall"] == each.taken.values["row"] for each in pieces)
