"""Editions: frozen, numbered, checked; and what a later one restates, with its cause."""

import dataclasses
import json
from datetime import UTC, datetime

import pytest
from tests.unit.workflow.sheets import line, returns_of

from looped.errors import LoopedError, UsageError
from looped.figures.cube import count
from looped.figures.every import all_figures
from looped.figures.moments import parse_moment
from looped.figures.sources import source_of
from looped.publishing.causes import causes_between
from looped.publishing.restating import changes
from looped.records.models import Edition, EditionTree, Event
from looped.records.queries.editions import edition, editions, is_whole, last_edition
from looped.records.queries.extent import extent
from looped.reports.nodes import text_of
from looped.rubric.loading import frameworks
from looped.workflow.erasing import erase_words
from looped.workflow.importing import import_returns
from looped.workflow.issuing import issue_edition

EIGHTH, TENTH, TWELFTH, END = (datetime(2024, 7, day, 11, tzinfo=UTC) for day in (8, 10, 12, 31))
PERIOD = {"first": "2024-04", "last": "2024-06"}
BY = "Q. Lead"


def figures_of(record, moment):
    """The whole grid, counted by the record's own database."""
    source = source_of(record, record.vendor)
    cube = count(source, moment.replace(tzinfo=None), frameworks())
    return all_figures(cube, frameworks(), "2024-04", "2024-06")


def issue(record, as_at, now, **more):
    """Count, then store: as a report's command does it."""
    counted = extent(as_at)
    figures = [dataclasses.asdict(row) for row in figures_of(record, as_at)]
    return issue_edition(
        by=BY,
        **PERIOD,
        as_at=as_at,
        figures=json.dumps(figures),
        tree='{"title": "Report"}',
        counted=counted,
        now=now,
        **more,
    )


def test_a_quarter_with_two_late_returns(record, tmp_path):
    """Returns on 8 July, two late ones on 12 July, editions as at 10 and 31 July: just those changes, with cause."""
    first = returns_of(tmp_path, line("A1"), line("A2", "Inadequate"), line("A3", month="2024-05"))
    import_returns(by=BY, returns=first, now=EIGHTH)
    early = issue(record, parse_moment("2024-07-10").replace(tzinfo=UTC), datetime(2024, 7, 11, tzinfo=UTC))
    late = returns_of(tmp_path, line("A4", month="2024-06"), line("A5", "Outstanding", month="2024-06"))
    import_returns(by=BY, returns=late, now=TWELFTH)
    after = issue(record, END, END)

    assert (early.number, after.number) == (1, 2)
    assert last_edition("2024-04", "2024-06") == after
    restated = changes(
        figures_of(record, early.as_at),
        figures_of(record, after.as_at),
        causes_between(source_of(record, record.vendor), early.as_at, after.as_at),
    )
    assert {each.cause for each in restated} == {"late return (2)"}
    told = {each.title: (text_of(each.before), text_of(each.after)) for each in restated}
    assert told["Audits, whole period"] == ("3", "5")
    assert told["Audits, June 2024"] == ("0", "2")
    assert told["Grades, plans, Good, whole period"] == ("2 of 3 (66.7%)", "3 of 5 (60.0%)")
    assert told["Grades, plans, Inadequate, whole period"] == ("1 of 3 (33.3%)", "1 of 5 (20.0%)")
    assert not [title for title in told if "April" in title or "May" in title]


def test_each_edition_counts_the_same_for_ever(record, tmp_path):
    """As at its moment nothing changes, whatever is recorded later."""
    import_returns(by=BY, returns=returns_of(tmp_path, line("A1"), line("A2", "Inadequate")), now=EIGHTH)
    before = figures_of(record, TENTH)
    import_returns(by=BY, returns=returns_of(tmp_path, line("A1", "RI"), line("A3")), now=TWELFTH)

    assert figures_of(record, TENTH) == before
    assert figures_of(record, END) != before


def restated_by(record, tmp_path, *lines):
    """Titles and causes of what one more file changes."""
    import_returns(by=BY, returns=returns_of(tmp_path, *lines), now=TWELFTH)
    found = changes(
        figures_of(record, TENTH),
        figures_of(record, END),
        causes_between(source_of(record, record.vendor), TENTH.replace(tzinfo=None), END.replace(tzinfo=None)),
    )
    return {each.title: each.cause for each in found}


@pytest.fixture
def first_file(record, tmp_path):
    """Two audits on record by 8 July."""
    import_returns(by=BY, returns=returns_of(tmp_path, line("A1"), line("A2")), now=EIGHTH)


def test_a_correction_is_the_cause_in_its_domain_alone(record, first_file, tmp_path):
    """The other seven grades of the corrected return say what they said."""
    told = restated_by(record, tmp_path, line("A1", grades={3: "Inadequate"}))

    assert set(told.values()) == {"correction (1)"}
    assert {title.split(",")[1].strip() for title in told} == {"plans"}


def test_a_second_return_and_a_moderation_are_causes(record, first_file, tmp_path):
    """A looped audit is sealed until the second return is in; a moderation then settles it."""
    told = restated_by(
        record, tmp_path, line("A1", "RI", source="second"), line("A1", "", source="moderation", grades={0: "RI"})
    )

    assert told["Looped audits with both returns in, whole period"] == "second return (1)"
    assert told["Moderated, overall, April 2024"] == "moderation (1), second return (1)"


def test_a_reassignment_is_a_cause(record, first_file, tmp_path):
    """An audit that moves to another month changes both."""
    told = restated_by(record, tmp_path, line("A1", month="2024-05"))

    assert told["Audits, April 2024"] == "reassignment (1)"
    assert told["Audits, May 2024"] == "reassignment (1)"
    assert "Audits, whole period" not in told


def test_an_edition_is_refused_when_something_came_in(record, first_file, tmp_path):
    """What was counted must be what stands up to that moment."""
    counted = extent(END)
    import_returns(by=BY, returns=returns_of(tmp_path, line("A3")), now=TWELFTH)

    with pytest.raises(LoopedError, match="Make it again"):
        issue_edition(by=BY, **PERIOD, as_at=END, figures="[]", tree="{}", counted=counted, now=END)

    assert Edition.objects.count() == 0


def test_what_came_after_its_moment_doesnt_matter(record, first_file, tmp_path):
    """An edition as at 10 July may be issued after more came in on the 12th."""
    counted = extent(TENTH)
    import_returns(by=BY, returns=returns_of(tmp_path, line("A3")), now=TWELFTH)

    issued = issue_edition(by=BY, **PERIOD, as_at=TENTH, figures="[]", tree="{}", counted=counted, now=END)

    assert issued.number == 1


def test_an_edition_whose_number_was_given_meanwhile_is_refused(record, first_file):
    """It would stand in the record under another number than it prints."""
    issue(record, TENTH, TWELFTH)

    with pytest.raises(LoopedError, match="Edition 1 was issued by somebody else meanwhile"):
        issue_edition(
            by=BY, **PERIOD, as_at=TENTH, figures="[]", tree="{}", counted=extent(TENTH), number=1, now=TWELFTH
        )

    assert Edition.objects.count() == 1


def test_a_moment_to_come_is_refused(record):
    """Nobody knows yet what will be recorded."""
    with pytest.raises(UsageError, match="still to come"):
        issue_edition(by=BY, **PERIOD, as_at=END, figures="[]", tree="{}", counted=extent(END), now=TWELFTH)


def test_an_edition_says_what_it_said(record, first_file):
    """Its checksum covers number, period, moment, figures and tree; erasing the tree leaves the rest."""
    issued = issue(record, TENTH, TWELFTH, board="Improvement Board", for_date=END.date())

    assert (issued.board, issued.for_date, issued.as_at) == (
        "Improvement Board",
        END.date(),
        TENTH.replace(tzinfo=None),
    )
    assert editions() == [issued]
    assert is_whole(issued) is True
    assert is_whole(dataclasses.replace(issued, figures="[]")) is False
    erase_words(by=BY, why="request 9", kind="edition", row=EditionTree.objects.get().id)
    left = edition(1)
    assert (left.tree, left.figures, is_whole(left)) == (None, issued.figures, None)
    assert edition(2) is None
    assert last_edition("2023-04", "2023-06") is None


def test_its_event_says_which(record, first_file):
    """Number, period, moment and checksum are in the trail."""
    issued = issue(record, TENTH, TWELFTH)

    event = Event.objects.get(chain="editions")
    assert event.which == "edition:1"
    assert json.loads(event.details) == {
        "as_at": "2024-07-10T11:00:00+00:00",
        "checksum": issued.checksum,
        "from": "2024-04",
        "to": "2024-06",
    }
