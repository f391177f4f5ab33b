"""The demonstration: an audit in every stage, and something to do or read for every role."""

import os
import re
import subprocess
import sys

import pytest
from tests.records_fixtures import point_at
from tests.signed_in import signed_in

from looped.cli.demo import PEOPLE
from looped.loop.stages import STAGES
from looped.records.address import embedded
from looped.records.models import AuditInHand, Edition, Learning
from looped.records.queries.people import person_of

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demonstration")]
NUMBER = {name: str(number) for number, (name, *_) in enumerate(PEOPLE, 2)}


@pytest.fixture(scope="module")
def made(tmp_path_factory, databases_open):
    """What `looped demo --only-make` says, with its record at hand."""
    home = tmp_path_factory.mktemp("demonstration") / "home"
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LOOPED_", "DATABASE", "DJANGO"))}
    command = [sys.executable, "-m", "looped", "demo", "--only-make"]
    done = subprocess.run(command, env={**kept, "LOOPED_HOME": str(home)}, capture_output=True, text=True, check=True)
    with point_at(embedded(home / "looped.sqlite3")):
        yield done


def page(name, address="/"):
    answer = signed_in(person_of(NUMBER[name])).get(address)
    assert answer.status_code == 200
    main = re.search(r"<main.*?</main>", answer.content.decode(), re.DOTALL)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def test_an_audit_in_every_stage(made):
    """And one edition, one thing learnt."""
    assert set(AuditInHand.objects.values_list("stage", flat=True)) == set(STAGES)
    assert (Edition.objects.count(), Learning.objects.count()) == (1, 2)


def test_sign_ins_are_printed_and_nothing_else(made):
    """One a role, and what to do with them."""
    assert all(f"\n  {name} " in made.stdout for name, *_ in PEOPLE)
    assert "Do a whole looped audit in ten minutes" in made.stdout
    assert made.stderr == ""


@pytest.mark.parametrize(
    ("name", "cases"),
    [
        ("first", ["C-10427", "C-11873", "C-12090", "C-13005"]),
        ("second", ["C-10427", "C-11873", "C-13005"]),
        ("external", ["C-15010"]),
        ("moderator", ["C-13361"]),
        ("practitioner", ["C-14218"]),
        ("team", ["C-14218"]),
    ],
)
def test_first_pages_show_work(made, name, cases):
    """What is theirs; nothing of an audit that is sealed from them."""
    shown = page(name)

    assert [case for case in cases if case not in shown] == []
    assert "C-12544" not in shown


def test_the_board_reads_an_edition(made):
    """Whom it was for stands beside it."""
    assert "Improvement Board" in page("board", "/reports")


def test_an_alert_waits_for_an_answer(made):
    """On the first page of whom it reached."""
    assert "C-11873" in page("psw")
