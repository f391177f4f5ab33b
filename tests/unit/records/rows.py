"""Rows for tests of the record: one in each table, invented."""

from datetime import UTC, date, datetime

from django.db import models

MOMENT = datetime(2024, 7, 8, 11, tzinfo=UTC)
VALUES = {
    "kind": "monthly",
    "state": "returned",
    "month": "2024-04",
    "source": "lead",
    "outcome": "heard",
    "reason_not_graded": None,
    "why_moderated": None,
    "grade": 3,
    "role": "auditor",
    "ends": None,
    "part": "lead",
    "second": None,
    "stage": "settled",
    "how": "accepted",
    "difference": "slip",
    "step": "raised",
    "what": "meeting",
}


def a_row_in_each_table() -> dict[str, models.Model]:
    """Add one row to every table of ours; the rows by table."""
    from django.apps import apps

    rows: dict[str, models.Model] = {}
    for model in sorted(apps.get_app_config("records").get_models(), key=lambda model: model.__name__ == "Grading"):
        rows[model._meta.db_table] = model.objects.create(**_values(model, rows))
    return rows


def warrant(table: str, row_id: int, why: str = "request 7") -> None:
    """Add a warrant for one row."""
    from looped.records.models import Erasure

    Erasure.objects.create(row_table=table, row_id=row_id, who="p-1", why=why, deed=f"d-{row_id}", recorded_at=MOMENT)


def _values(model: type[models.Model], rows: dict[str, models.Model]) -> dict[str, object]:
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    return {field.name: _value(model, field, rows) for field in fields}


def _value(model: type[models.Model], field: models.Field, rows: dict[str, models.Model]) -> object:
    if field.is_relation:
        return rows["records_return"]
    if field.name == "grade" and isinstance(field, models.TextField):
        return "Good"
    if field.name in VALUES:
        return VALUES[field.name]
    by_kind = {
        models.TextField: "x",
        models.BooleanField: False,
        models.DateField: date(2024, 7, 8),
        models.FloatField: 0.5,
    }
    if isinstance(field, models.DateTimeField):
        return MOMENT
    return next((value for kind, value in by_kind.items() if isinstance(field, kind)), 1)
