"""Figures taken over from earlier reports as printed. Shown as reported, never summed with ours."""

from django.db import models

from looped.records.columns import MomentField, safe


class Reported(models.Model):
    """One printed figure. The latest row of a document, period, domain and grade counts."""

    id = safe(models.BigAutoField(primary_key=True))
    authority = safe(models.TextField(blank=True))
    period = safe(models.TextField(null=True))
    domain = safe(models.TextField(null=True))
    grade = safe(models.TextField(null=True))
    count = safe(models.BigIntegerField(null=True))
    base = safe(models.BigIntegerField(null=True))
    share = safe(models.FloatField(null=True))
    document = safe(models.TextField(null=True))
    recorded_at = safe(MomentField())
