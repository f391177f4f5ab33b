"""The demonstration: an audit in every stage, and something to do or read for every role."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from tests.records_fixtures import point_at
from tests.signed_in import signed_in

from looped.cli.demo import PEOPLE
from looped.loop.stages import STAGES
from looped.records.address import embedded
from looped.records.letter import Letter, LetterSent
from looped.records.models import AuditInHand, Edition, Learning
from looped.records.queries.people import person_of

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demonstration")]
NUMBER = {name: str(number) for number, (name, *_) in enumerate(PEOPLE, 2)}


def looped(home, *words, **more):
    """What the command says, run as its users run it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LOOPED_", "DATABASE", "DJANGO"))}
    environment = {**kept, "LOOPED_HOME": str(home), **more}
    command = [sys.executable, "-m", "looped", *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The folder of a demonstration."""
    return tmp_path_factory.mktemp("demonstration") / "home"


@pytest.fixture(scope="module")
def made(home, databases_open):
    """What `looped demo --only-make` says, with its record at hand."""
    done = looped(home, "demo", "--only-make")
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


def test_no_letter_waits_to_be_told_over_the_sign_ins(made):
    """Guards that who starts the demonstration sees the sign-ins last: each letter sent later is a line of the log."""
    assert Letter.objects.exists()
    assert Letter.objects.exclude(letter__in=LetterSent.objects.values("letter")).count() == 0
    assert "letter sent" not in made.stdout + made.stderr


def test_a_restore_opens_no_account_whatever_settings_the_environment_names(made, home, tmp_path):
    """Guards that an account closed since the backup stays closed where the environment names settings without it."""
    copy = tmp_path / "home"
    shutil.copytree(home, copy)
    looped(copy, "backup", str(tmp_path / "before.sqlite3"))
    active = "SELECT is_active FROM auth_user WHERE email LIKE 'second@%'"
    with closing(sqlite3.connect(copy / "looped.sqlite3")) as record, record:
        record.execute("UPDATE auth_user SET is_active = 0 WHERE email LIKE 'second@%'")

    before = str(tmp_path / "before.sqlite3")
    looped(copy, "restore", before, "--replace", DJANGO_SETTINGS_MODULE="looped.service.settings")

    with closing(sqlite3.connect(copy / "looped.sqlite3")) as record:
        assert record.execute(active).fetchall() == [(0,)]
