"""Editions: issued reports, frozen, with their moment, figures and tree."""

from django.db import models

from looped.records.columns import MomentField, personal, safe


class Edition(models.Model):
    """An issued report. figures and tree are JSON text; checksum is SHA-256 over both and the moment."""

    id = safe(models.BigAutoField(primary_key=True))
    number = safe(models.IntegerField(unique=True))
    period_from = safe(models.TextField())
    period_to = safe(models.TextField())
    as_at = safe(MomentField())
    figures = safe(models.TextField())
    checksum = safe(models.TextField())
    board = safe(models.TextField(null=True))
    for_date = safe(models.DateField(null=True))
    issued_by = safe(models.TextField())
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(as_at__lte=models.F("recorded_at")), name="edition_not_ahead"),
        )


class EditionTree(models.Model):
    """The report tree of an edition. It may print words given with leave, so it can be erased by warrant."""

    id = safe(models.BigAutoField(primary_key=True))
    number = safe(models.IntegerField(unique=True))
    tree = personal(models.TextField())
    checksum = safe(models.TextField())
    recorded_at = safe(MomentField())
