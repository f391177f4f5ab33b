"""Rounds: a set of audits with one kind, one selection, a scope and a due date."""

from django.db import models

from looped.figures.schema import KINDS
from looped.records.columns import MomentField, safe

SELECTIONS = ("random", "targeted", "chosen by name")


class Round(models.Model):
    """One round, as it was made."""

    id = safe(models.BigAutoField(primary_key=True))
    round = safe(models.TextField(unique=True))
    authority = safe(models.TextField(blank=True))
    month = safe(models.TextField())
    kind = safe(models.TextField())
    selection = safe(models.TextField())
    framework = safe(models.TextField())
    due = safe(models.DateField())
    cut_off = safe(models.DateField())
    look_back_months = safe(models.SmallIntegerField())
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="round_kind_known"),
            models.CheckConstraint(condition=models.Q(look_back_months__range=(1, 120)), name="round_looks_back"),
        )


class DipDraw(models.Model):
    """One draw of the dip sample, repeatable from its seed. share: percent of the frame."""

    id = safe(models.BigAutoField(primary_key=True))
    round = safe(models.TextField())
    seed = safe(models.TextField())
    share = safe(models.SmallIntegerField())
    frame_hash = safe(models.TextField())
    frame = safe(models.TextField())
    drawn = safe(models.TextField())
    deed = safe(models.TextField(unique=True))
    recorded_at = safe(MomentField())
