"""Words from the record, as at a moment, and never those of a sealed audit."""

from datetime import UTC, datetime

import pytest
from tests.unit.workflow.sheets import line, returns_of

from looped.records.queries.material import material
from looped.returns.reading import read_returns
from looped.workflow.importing import import_returns

EIGHTH, TWELFTH = (datetime(2024, 7, day, 11, tzinfo=UTC) for day in (8, 12))
BEFORE, AFTER = (moment.replace(tzinfo=None) for moment in (EIGHTH, TWELFTH))
FEEDBACK = ("Audit", "Date", "Route", "Who", "Outcome", "Theme", "Words", "Leave to publish", "Checked by")
ACTIONS = ("Audit", "What", "Owner", "Due", "State", "Closed", "Checked by")


def book(folder, *, returns, feedback=(), actions=(), steps=(), name="book.xlsx"):
    """A workbook with further sheets, read."""
    import xlsxwriter
    from tests.unit.workflow.sheets import HEADER

    path = folder / name
    with xlsxwriter.Workbook(path) as made:
        sheets = {"Returns": [HEADER.split(","), *(row.split(",") for row in returns)]}
        sheets["Feedback"] = [FEEDBACK, *feedback]
        sheets["Actions"] = [ACTIONS, *actions]
        sheets["Sessions and next steps"] = [("Kind", "What", "Date", "Owner", "Findings", "State", "Outcome"), *steps]
        for title, rows in sheets.items():
            sheet = made.add_worksheet(title)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return read_returns(path)


def said(words, leave="yes", audit="A1"):
    return (audit, "2024-05-11", "telephone", "mother", "heard", "listening", words, leave, "Q. Lead")


STEP = ("Next step", "Share what was learnt", "2024-09-01", "Head of service", "plans", "open", "")
ACTION = ("A1", "Visit again", "Team manager", "2024-06-30", "open", "", "")


@pytest.fixture
def first_book(record, tmp_path):
    """Words, an action and a step beside one audit."""
    returns = book(tmp_path, returns=[line("A1")], feedback=[said("They listened")], actions=[ACTION], steps=[STEP])
    import_returns(by="Q. Lead", returns=returns, now=EIGHTH)
    return returns


def test_the_record_gives_what_the_file_gave(record, first_book):
    """The same words as of the workbook itself."""
    told = material(BEFORE)

    assert told.feedback == first_book.material.feedback
    assert told.actions == first_book.material.actions
    assert told.steps == first_book.material.steps
    assert told.recorded == {"feedback", "actions", "steps"}


def test_nothing_stands_before_it_was_recorded(record, first_book):
    """As at an earlier moment there were no words."""
    told = material(datetime(2024, 7, 1))

    assert (told.feedback, told.actions, told.steps, told.recorded) == ((), (), (), frozenset())


def test_leave_taken_back_takes_the_words_back(record, first_book, tmp_path):
    """The last file that tells of an audit tells all of it; as at the moment before, the earlier words stand."""
    more = book(tmp_path, returns=[line("A1")], feedback=[said("They listened", leave="no")], steps=[STEP])
    done = import_returns(by="Q. Lead", returns=more, now=TWELFTH)

    assert done.added == {"words": 1}
    assert [row.leave_to_publish for row in material(AFTER).feedback] == [False]
    assert [row.leave_to_publish for row in material(BEFORE).feedback] == [True]

    again = book(tmp_path, returns=[line("A1"), line("A2")], feedback=[said("They listened", leave="no")], steps=[STEP])
    assert "words" not in import_returns(by="Q. Lead", returns=again, now=TWELFTH).added


def test_a_closed_action_is_told_as_closed(record, first_book, tmp_path):
    """Its words stay, its state is the latest."""
    closed = (*ACTION[:4], "closed", "2024-07-10", "Q. Lead")
    import_returns(by="Q. Lead", returns=book(tmp_path, returns=[line("A1")], actions=[closed]), now=TWELFTH)

    assert [(row.what, row.checked_by) for row in material(AFTER).actions] == [("Visit again", "Q. Lead")]
    assert [row.state for row in material(BEFORE).actions] == [first_book.material.actions[0].state]
    assert [row.closed_at is not None for row in material(AFTER).actions] == [True]


def test_words_of_a_sealed_audit_are_not_told(record, tmp_path):
    """Until both returns are in; nor those of an audit that nobody counts."""
    returns = book(
        tmp_path, returns=[line("A1", source="second"), line("A2")], feedback=[said("one"), said("two", audit="A2")]
    )
    import_returns(by="Q. Lead", returns=returns, now=EIGHTH)
    assert [row.words for row in material(BEFORE).feedback] == ["two"]

    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1")), now=TWELFTH)

    assert [row.words for row in material(AFTER).feedback] == ["one", "two"]


def test_words_of_a_first_load_stand_from_its_last_row(record, tmp_path):
    """They have no moment of their own."""
    returns = book(tmp_path, returns=[line("A1"), line("A2", returned="2024-05-20")], feedback=[said("one")])
    import_returns(by="Q. Lead", returns=returns, history=True, now=TWELFTH)

    assert [row.words for row in material(datetime(2024, 5, 21)).feedback] == ["one"]
    assert material(datetime(2024, 5, 20)).feedback == ()
