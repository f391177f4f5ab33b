"""The cases that a service held on a day, by identifier. Cutting the link leaves it saying nothing of anybody."""

from django.db import models

from looped.records.columns import MomentField, safe


class CaseloadEntry(models.Model):
    """One case on one day's list. The latest row of a case and a day counts."""

    id = safe(models.BigAutoField(primary_key=True))
    authority = safe(models.TextField(blank=True))
    case = safe(models.TextField())
    family = safe(models.TextField(null=True))
    service_area = safe(models.TextField(null=True))
    team = safe(models.TextField(null=True))
    age_band = safe(models.TextField(null=True))
    plan_type = safe(models.TextField(null=True))
    ethnicity = safe(models.TextField(null=True))
    disability = safe(models.TextField(null=True))
    opened = safe(models.DateField(null=True))
    closed = safe(models.DateField(null=True))
    listed_at = safe(models.DateField(null=True))
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (models.Index(fields=["authority", "case", "listed_at", "id"], name="caseload_by_key"),)
