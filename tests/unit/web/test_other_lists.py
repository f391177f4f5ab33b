"""Lists beside those of the programme: as many questions to the record for thirty rows as for one."""

import pytest
from tests.signed_in import say_whom_to_ring, signed_in
from tests.unit.web.test_round_pages import queries

from looped.records.queries.extent import extent
from looped.workflow.concerns import raise_concern
from looped.workflow.issuing import issue_edition

# What stands in a row and nowhere else.
ROW = {"/concerns": "/acknowledge", "/trail": "<tr", "/reports": "govuk-summary-card__title-wrapper"}


def concerns(world, number):
    audit = world.looped(f"C-{number}")
    raise_concern(by=world.id("Ann"), audit=audit, now=world.now())


def editions(world, number):
    del number
    moment = world.now()
    issue_edition(
        by=world.id("Queenie"),
        first="2026-10",
        last="2026-12",
        as_at=moment,
        figures="[]",
        tree="{}",
        counted=extent(moment),
        now=world.now(),
    )


@pytest.mark.parametrize(("where", "one_more"), [("/concerns", concerns), ("/trail", concerns), ("/reports", editions)])
def test_a_list_asks_as_often_for_thirty(small_world, monkeypatch, where, one_more):
    """A row more is read with the others, never by itself. The council's own deeds fill a page of the trail already."""
    say_whom_to_ring()
    one_more(small_world, 0)
    browser = signed_in(small_world.id("Queenie"))
    with monkeypatch.context() as short:
        short.setattr("looped.records.queries.trail_pages.PAGE", 1)
        few = queries(browser, where)
        assert 1 <= browser.get(where).content.decode().count(ROW[where]) <= 2
    for number in range(1, 30):
        one_more(small_world, number)

    assert queries(browser, where) == few
    assert browser.get(where).content.decode().count(ROW[where]) >= 30
