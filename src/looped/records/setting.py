"""Settings of the programme that a QA lead changes. The latest row of a name counts."""

from django.db import models

from looped.records.columns import MomentField, personal, safe


class SettingRow(models.Model):
    """One setting from `recorded_at` on. Its value may name somebody to ring."""

    id = safe(models.BigAutoField(primary_key=True))
    name = safe(models.TextField())
    value = personal(models.TextField(blank=True))
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (models.Index(fields=["name", "id"], name="setting_by_name"),)
