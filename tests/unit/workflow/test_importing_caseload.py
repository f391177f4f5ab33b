"""The open caseload of a workbook in the record: weighed by it there as in the file, and superseded by a later list."""

from datetime import UTC, date, datetime

import pytest
import xlsxwriter
from tests.unit.workflow.sheets import HEADER, line

from looped.figures.caseload import caseload_of
from looped.figures.sources import open_source
from looped.records.models import CaseloadEntry, CaseReference
from looped.returns.reading import read_returns
from looped.workflow.importing import import_returns

NOW = datetime(2024, 7, 8, 11, tzinfo=UTC)
HEAD = ["Service area", "Open cases", "List date"]
CASES = ["Case reference", "Service area", "Opened", "Closed"]


@pytest.fixture
def take_in(tmp_path):
    """Imports a workbook of one return and a caseload; what it added."""

    def imported(*rows, audit="A1"):
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.xlsx"
        with xlsxwriter.Workbook(path) as book:
            for name, sheet in (("Returns", [HEADER.split(","), line(audit).split(",")]), ("Caseload", rows)):
                page = book.add_worksheet(name)
                for place, row in enumerate(sheet):
                    page.write_row(place, 0, row)
        return import_returns(by="Q. Lead", returns=read_returns(path), now=NOW).added

    return imported


def areas(record) -> dict[str | None, int]:
    """Open cases at the end of June, as the record's view gives them."""
    with record.cursor() as cursor:
        cursor.execute('SELECT authority, "case", service_area, opened, closed, listed_at FROM caseload')
        rows = [(a, c, None, area, *[None] * 5, *map(_day, days)) for a, c, area, *days in cursor.fetchall()]
    from looped.figures.schema import Rows

    with open_source(Rows({"caseload": rows}, frozenset())) as source:
        found = caseload_of(source, ["2024-06"], datetime(2024, 7, 31))
    return found["2024-06"].areas if found else {}


def _day(day):
    return date.fromisoformat(day) if isinstance(day, str) else day


def test_a_counted_caseload_is_recorded_without_any_reference(record, take_in):
    added = take_in(HEAD, ["North", 3, "2024-06-28"], ["South", 2, "2024-06-28"])

    assert added["caseload"] == 5
    assert areas(record) == {"North": 3, "South": 2}
    assert list(CaseReference.objects.values_list("reference", flat=True)) == ["C-A1"]


def test_a_corrected_list_of_the_same_day_supersedes_the_first(record, take_in):
    """South had one case, not two; the row of the other stays in the record and counts no more."""
    take_in(HEAD, ["North", 3, "2024-06-28"], ["South", 2, "2024-06-28"])

    added = take_in(HEAD, ["North", 3, "2024-06-28"], ["South", 1, "2024-06-28"], audit="A2")
    again = take_in(HEAD, ["North", 3, "2024-06-28"], ["South", 1, "2024-06-28"], audit="A3")

    assert (added["caseload"], again.get("caseload")) == (1, None)
    assert areas(record) == {"North": 3, "South": 1}
    assert CaseloadEntry.objects.count() == 6


def test_named_cases_stand_by_their_identifier(record, take_in):
    """The same case in a return and in the list is one reference."""
    take_in(CASES, ["C-A1", "North", "2023-05-01", ""], ["C-9", "South", "2024-06-01", "2024-06-20"])

    assert areas(record) == {"North": 1}
    references = dict(CaseReference.objects.values_list("reference", "identifier"))
    assert set(CaseloadEntry.objects.values_list("case", flat=True)) == set(references.values())
    assert set(references) == {"C-A1", "C-9"}
