"""What a period lacks before its report is issued."""

from datetime import date, datetime

from looped.figures.cube import Count, Cube, Planned
from looped.publishing.unfinished import Unfinished, unfinished

OVER = datetime(2024, 7, 31, 12)


def planned(month, state, number, kind="monthly"):
    return Planned("", None, month, "Help", "Blue", kind, state, None, number)


def counted(month, sealed=0):
    """One audit of a month, as a whole."""
    keys = dict.fromkeys(Count._fields, 0) | {"part": "audit", "month": month, "kind": "monthly", "sealed": sealed}
    return Count(**(keys | {"number": 1}))


def cube(moment, *rows, known=("plan",)):
    counts = tuple(row for row in rows if isinstance(row, Count))
    asked = tuple(row for row in rows if isinstance(row, Planned))
    return Cube(moment, frozenset(known), counts, asked, (), (), (), (), ())


def test_a_finished_quarter_lacks_nothing():
    """Everything in and settled, or ended; the last day over."""
    rows = [counted(month) for month in ("2024-04", "2024-05", "2024-06")]
    found = unfinished(cube(OVER, *rows, planned("2024-04", "settled", 4), planned("2024-05", "not_done", 1)), *Q1)

    assert found == Unfinished()
    assert not found.anything


def test_returns_outstanding_and_audits_open_by_month():
    """Of monthly audits of the quarter alone."""
    found = unfinished(
        cube(
            OVER,
            counted("2024-04"),
            counted("2024-06"),
            planned("2024-06", "planned", 2),
            planned("2024-04", "planned", 1),
            planned("2024-04", "returned", 3),
            planned("2024-04", "planned", 9, kind="thematic"),
            planned("2024-07", "planned", 9),
        ),
        *Q1,
    )

    assert list(found.outstanding.items()) == [("2024-04", 1), ("2024-06", 2)]
    assert dict(found.open_) == {"2024-04": 3}
    assert found.without == ("2024-05",)
    assert found.anything


def test_a_sealed_audit_is_not_in():
    """With one of its two returns, its month has none yet."""
    assert unfinished(cube(OVER, counted("2024-06", sealed=1)), "2024-06", "2024-06").without == ("2024-06",)


def test_a_quarter_is_over_once_its_last_day_is():
    """By London's clock."""
    last = date(2024, 6, 30)
    moments = (datetime(2024, 6, 30, 22, 59), datetime(2024, 6, 30, 23, 0))

    assert [unfinished(cube(moment), *Q1).ends for moment in moments] == [last, None]


def test_files_of_returns_alone_tell_no_plan():
    """What was asked for isn't known, so that nothing is outstanding can't be said."""
    rows = [counted(month) for month in ("2024-04", "2024-05", "2024-06")]
    found = unfinished(cube(OVER, *rows, planned("2024-04", "settled", 1), known=()), *Q1)

    assert found == Unfinished(plan=False)
    assert found.anything


def test_what_is_missing_in_sentences():
    """One audit and several; one month and three; nothing where nothing is missing."""
    one = Unfinished(date(2024, 6, 30), {"2024-04": 1}, {"2024-05": 1}, ("2024-06",), plan=False)
    more = Unfinished(None, {"2024-04": 1, "2024-06": 2}, {"2024-04": 3}, ("2024-04", "2024-05", "2024-06"))

    assert one.told() == (
        "The period isn’t over: its last day is 30 June 2024.",
        "Returns are outstanding of 1 audit (April 2024: 1). No grade of it is in this edition.",
        "1 audit is in and not settled (May 2024: 1). Its grades may still change.",
        "No audit is in for June 2024.",
        "What was asked for isn’t on record, only what came back: whether returns are outstanding can’t be told.",
    )
    assert more.told() == (
        "Returns are outstanding of 3 audits (April 2024: 1, June 2024: 2). No grade of theirs is in this edition.",
        "3 audits are in and not settled (April 2024: 3). Their grades may still change.",
        "No audit is in for April 2024, May 2024 or June 2024.",
    )
    assert Unfinished().told() == ()


Q1 = ("2024-04", "2024-06")
