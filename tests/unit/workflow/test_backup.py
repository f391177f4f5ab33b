"""Backup and restore: whole, read back, and nothing that was erased comes back."""

import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime

import pytest
from django.db import connection
from tests.records_fixtures import point_at
from tests.unit.workflow.sheets import line, returns_of

from looped.errors import UnreadableError, UsageError
from looped.records.backup import Facts, back_up, read_back, restore
from looped.records.guarding import differences, lifted
from looped.records.models import CaseReference, Erasure, Event, Grading
from looped.records.trail import verify
from looped.workflow.erasing import erase_case
from looped.workflow.importing import import_returns
from looped.workflow.restoring import note_restore

NOW = datetime(2024, 7, 8, 11, tzinfo=UTC)


@pytest.fixture
def filled(sqlite_record, tmp_path):
    """Two audits on record."""
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1"), line("A2")), now=NOW)
    return sqlite_record


@pytest.fixture
def copy(filled, tmp_path):
    """A backup of them."""
    back_up(tmp_path / "copy.sqlite3")
    return tmp_path / "copy.sqlite3"


def rows():
    return list(Grading.objects.order_by("id").values()), list(Event.objects.order_by("id").values())


def test_a_backup_holds_the_record(filled, tmp_path):
    """One file, readable by its owner alone, no log beside it."""
    path = tmp_path / "copies.sqlite3"

    assert back_up(path) == Facts(16, 1, Event.objects.get().digest)

    assert path.stat().st_mode & 0o777 == 0o600
    assert sorted(each.name for each in tmp_path.glob("copies*")) == ["copies.sqlite3"]
    assert read_back(path) == Facts(16, 1, Event.objects.get().digest)


def test_a_backup_under_writing_is_consistent(filled, tmp_path):
    """Somebody else's unfinished transaction isn't in it."""
    from pysqlite3 import dbapi2

    writer = dbapi2.connect(tmp_path / "looped.sqlite3", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute(
        "INSERT INTO records_personname (authority, identifier, name, recorded_at) VALUES ('x', 'p-9', 'Unfinished', '2024')"
    )
    back_up(tmp_path / "copy.sqlite3")
    writer.execute("COMMIT")
    writer.close()

    assert b"Unfinished" not in (tmp_path / "copy.sqlite3").read_bytes()


def test_an_existing_file_is_left_alone(copy):
    """And one that can't be written is said."""
    with pytest.raises(UsageError, match="exists already"):
        back_up(copy)
    with pytest.raises(UsageError, match="can't be written"):
        back_up(copy.parent / "no" / "folder.sqlite3")


def test_restoring_brings_every_row_back(filled, copy, tmp_path):
    """What stood before is kept beside it; the guard stands, the trail says what happened."""
    before = rows()
    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A3")), now=NOW)

    restored = restore(copy, replace=True)

    assert rows() == before
    assert note_restore(by="Operator", restored=restored, now=NOW) == 0
    assert differences(connection) == []
    heads, faults = verify()
    assert (sorted(head.chain for head in heads), faults) == (["imports", "restores"], [])
    assert read_back(restored.kept).gradings == 24
    assert restored.stranger is False


def test_what_was_erased_since_is_erased_again(filled, copy):
    """An old backup doesn't bring an erased case back."""
    erase_case(by="Privacy", why="request 7", reference="C-A1", now=NOW)

    restored = restore(copy, replace=True)
    assert CaseReference.objects.filter(reference="C-A1").exists()
    assert note_restore(by="Operator", restored=restored, now=NOW) == 1

    assert list(CaseReference.objects.values_list("reference", flat=True)) == ["C-A2"]
    assert Erasure.objects.get().why == "request 7"


def test_what_was_shut_since_stays_shut(filled, tmp_path):
    """Sign-in's tables go into the copy; an older copy signs nobody in and opens nothing that was closed since."""
    from allauth.mfa.models import Authenticator
    from django.contrib.auth.models import User
    from django.contrib.sessions.models import Session
    from tests.signed_in import signed_in

    from looped.workflow.accounts import admit, close_account, first_to_sign_in, lose_second_factor
    from looped.workflow.erasing import erase_person

    admin = first_to_sign_in(by="Ada Min", email="ada@council.example", now=NOW)
    names = ("erased", "closed", "lost", "kept")
    people = {name: admit(by=admin, name=name, email=f"{name}@council.example", now=NOW) for name in names}
    users = {name: User.objects.get(email=f"{name}@council.example") for name in names}
    for name in ("lost", "kept"):
        Authenticator.objects.create(user=users[name], type="totp", data={"secret": "x"})
        users[name].set_password("three unlikely words")
        users[name].save()
    signed_in(people["kept"])
    back_up(tmp_path / "older.sqlite3")

    erase_person(by=admin, why="left", name="erased", now=NOW)
    close_account(by=admin, person=people["closed"], now=NOW)
    lose_second_factor(by=admin, person=people["lost"], now=NOW)
    note_restore(by="Operator", restored=restore(tmp_path / "older.sqlite3", replace=True), now=NOW)

    assert not Session.objects.exists()
    active = dict(User.objects.values_list("email", "is_active"))
    assert active == {f"{name}@council.example": name != "closed" for name in ("ada", "closed", "lost", "kept")}
    assert [each.user.email for each in Authenticator.objects.all()] == ["kept@council.example"]
    assert User.objects.get(email="kept@council.example").check_password("three unlikely words")


@pytest.mark.slow
def test_a_copy_made_before_there_was_sign_in_comes_back(copy, tmp_path):
    """Commands that only import make a record without its tables: the copy is whole, and they are made with it."""
    from looped.records.address import embedded

    home = tmp_path / "imported"
    words = [sys.executable, "-m", "looped"]
    places = {"LOOPED_HOME": str(home), "DJANGO_SETTINGS_MODULE": "looped.service.settings"}
    for each in (["import", str(tmp_path / "returns.csv")], ["backup", str(home / "early")]):
        subprocess.run([*words, *each], env=os.environ | places, check=True)

    for place in (home / "looped.sqlite3", tmp_path / "new" / "looped.sqlite3"):
        with point_at(embedded(place)):
            note_restore(by="Operator", restored=restore(home / "early", replace=True), now=NOW)
            assert Grading.objects.count() == 16
            assert "auth_user" in connection.introspection.table_names()


def test_another_record_keeps_its_own_erasures(filled, copy, tmp_path, migrated_file):
    """They name other rows there: they aren't done again, and that is said."""
    from looped.records.address import embedded

    other = tmp_path / "other" / "looped.sqlite3"
    other.parent.mkdir()
    shutil.copy(migrated_file, other)
    with point_at(embedded(other)):
        import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("B1"), name="b.csv"), now=NOW)
        erase_case(by="Privacy", why="request 8", reference="C-B1", now=NOW)
        restored = restore(copy, replace=True)

        assert (restored.warrants, restored.stranger) == ((), True)
        assert Grading.objects.count() == 16


def test_restoring_where_there_is_none(copy, tmp_path):
    """A new machine: the folder is made."""
    from looped.records.address import embedded

    path = tmp_path / "new" / "home" / "looped.sqlite3"
    with point_at(embedded(path)):
        restored = restore(copy, replace=False)
        assert (restored.kept, restored.stranger, Grading.objects.count()) == (None, False, 16)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_record_isnt_replaced_unasked(copy):
    """Only with --replace."""
    with pytest.raises(UsageError, match="Add --replace"):
        restore(copy, replace=False)


def test_damaged_copies_are_refused(copy, tmp_path):
    """One byte changed anywhere among the pages' content, or the end cut off: the record stays as it is."""
    whole = copy.read_bytes()
    before = rows()
    damaged = tmp_path / "damaged.sqlite3"
    cases = [whole[: len(whole) // 2], whole[:-4096], b"not a database at all" * 500, b""]
    cases += [
        whole[:place] + b"\xff" * 64 + whole[place + 64 :] for place in range(4096, len(whole) - 64, len(whole) // 9)
    ]
    refused = 0
    for content in cases:
        damaged.write_bytes(content)
        try:
            read_back(damaged)
        except UnreadableError:
            refused += 1

    assert refused >= 4
    assert rows() == before
    with pytest.raises(UnreadableError, match="no such file"):
        read_back(tmp_path / "none.sqlite3")
    with pytest.raises(UnreadableError, match="this is a folder"):
        read_back(tmp_path)


def test_a_copy_with_another_guard_trail_or_links_is_refused(filled, copy, tmp_path):
    """Changed by hand since."""
    from looped.records.address import embedded

    def changed(statement, guard):
        path = tmp_path / f"changed{len(list(tmp_path.glob('changed*')))}.sqlite3"
        shutil.copy(copy, path)
        with point_at(embedded(path)), connection.cursor() as cursor:
            cursor.execute("PRAGMA foreign_keys = OFF")
            if guard:
                with lifted(connection):
                    cursor.execute(statement)
            else:
                cursor.execute(statement)
        with pytest.raises(UnreadableError) as told:
            read_back(path)
        return str(told.value)

    assert "never_changed is missing" in changed("DROP TRIGGER records_grading_never_changed", guard=False)
    assert "imports, event 1: it isn't as it was written" in changed("UPDATE records_event SET who = 'x'", guard=True)
    assert "aren't as they were recorded" in changed("UPDATE records_grading SET grade = 4 WHERE id = 3", guard=True)
    assert "lost what they belong to" in changed("DELETE FROM records_return WHERE id = 1", guard=True)
    assert "earlier version" in changed("DELETE FROM django_migrations", guard=False)


def test_postgresql_has_its_own(postgresql_record, tmp_path):
    """Said plainly, with the program's name."""
    with pytest.raises(UsageError, match="pg_dump --format=custom"):
        back_up(tmp_path / "copy")
    with pytest.raises(UsageError, match="pg_restore"):
        restore(tmp_path / "copy", replace=True)


def test_a_locked_record_is_said(filled, copy, monkeypatch):
    """Somebody writes just now: nothing is changed, and the message is one line."""
    from pysqlite3 import dbapi2

    monkeypatch.setattr("looped.records.backup.WAIT", 0.01)
    writer = dbapi2.connect(filled.settings_dict["NAME"], isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")

    with pytest.raises(UnreadableError, match="can't be copied to .* locked"):
        restore(copy, replace=True)

    writer.execute("ROLLBACK")
    writer.close()
    assert Grading.objects.count() == 16


def test_pg_dump_carries_the_guard(postgresql_record, postgresql_cluster, tmp_path):
    """What docs/operate.md tells to do brings back rows and guard."""
    import subprocess

    from tests.postgres_cluster import PROGRAMS
    from tests.records_fixtures import settings_of

    import_returns(by="Q. Lead", returns=returns_of(tmp_path, line("A1")), now=NOW)
    before = rows()
    address = postgresql_cluster.url(postgresql_record.settings_dict["NAME"])
    dump = str(tmp_path / "dump")
    subprocess.run([str(PROGRAMS[-1] / "pg_dump"), "--format=custom", f"--file={dump}", address], check=True)
    other = postgresql_cluster.create("restored")
    words = ["--clean", "--if-exists", "--single-transaction", f"--dbname={other}", dump]
    subprocess.run([str(PROGRAMS[-1] / "pg_restore"), *words], check=True)

    with point_at(settings_of(other)) as there:
        assert rows() == before
        assert differences(there) == []
    postgresql_cluster.drop("restored")
