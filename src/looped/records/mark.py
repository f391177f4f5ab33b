"""Baselines and targets: drawn and named, never part of a verdict."""

from django.db import models

from looped.records.columns import MomentField, safe


class Mark(models.Model):
    """One baseline or target. The latest row of a figure, domain, grade, kind and first day counts."""

    id = safe(models.BigAutoField(primary_key=True))
    authority = safe(models.TextField(blank=True))
    figure = safe(models.TextField())
    domain = safe(models.TextField(null=True))
    grade = safe(models.TextField(null=True))
    kind = safe(models.TextField(null=True))
    value = safe(models.FloatField(null=True))
    valid_from = safe(models.DateField(null=True))
    valid_to = safe(models.DateField(null=True))
    set_by = safe(models.TextField(null=True))
    why = safe(models.TextField(null=True))
    recorded_at = safe(MomentField())
