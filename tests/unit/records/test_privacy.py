"""Every column is declared personal or safe, and what figures read carries nothing personal."""

from django.apps import apps
from django.db import models

from looped.figures.schema import TABLES
from looped.records import guard
from looped.records.columns import safe
from looped.records.libraries import PERSONAL, SAFE
from looped.records.privacy import personal_columns, undeclared


def test_every_column_is_declared():
    """A new column makes its author say which it is."""
    assert undeclared() == []


def test_an_undeclared_column_is_found(monkeypatch):
    """The reading does find one."""
    field = apps.get_model("records", "Audit")._meta.get_field("team")
    monkeypatch.delattr(field, "privacy")

    assert undeclared() == ["records_audit.team"]


def test_personal_columns_are_these():
    """A person decides on each: this list changes only with a decision."""
    assert personal_columns() == {
        "account_emailaddress": ("email",),
        "account_emailconfirmation": ("key",),
        "auth_user": ("password", "username", "first_name", "last_name", "email"),
        "django_session": ("session_data",),
        "mfa_authenticator": ("data",),
        "socialaccount_socialaccount": ("uid", "extra_data"),
        "socialaccount_socialtoken": ("token", "token_secret"),
        "records_signinattempt": ("cache_key",),
        "records_actionwording": ("what", "owner", "checked_by"),
        "records_casereference": ("reference",),
        "records_concernwords": ("rang",),
        "records_draftfield": ("text",),
        "records_editiontree": ("tree",),
        "records_feedbackwording": ("who", "words", "checked_by"),
        "records_givenback": ("reason",),
        "records_learning": ("words",),
        "records_letter": ("subject", "text", "calendar"),
        "records_meeting": ("place",),
        "records_reasongiven": ("why",),
        "records_personname": ("name",),
        "records_settingrow": ("value",),
        "records_settlementwords": ("words",),
        "records_stepwording": ("what", "owner", "findings", "outcome"),
        "records_submittedwords": ("reason", "document", "why_not_above", "different"),
    }


def test_no_column_of_a_library_is_declared_that_isn_t_there():
    """A list that rots says nothing."""
    there = {
        (model._meta.db_table, field.column)
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
    }
    declared = {(table, each) for said in (PERSONAL, SAFE) for table, columns in said.items() for each in columns}

    assert declared - there == set()


def test_views_read_no_personal_table():
    """Figures, exports and charts can't reach a name or a reference."""
    for name in TABLES:
        assert not any(table in guard.VIEWS[name] for table in personal_columns())


def test_declaring_leaves_migrations_alone():
    """The declaration isn't a database matter."""
    assert safe(models.TextField()).deconstruct() == models.TextField().deconstruct()
