"""Case references, once, beside a random identifier. There is no field for a child's name."""

from django.db import models

from looped.records.columns import MomentField, personal, safe


class CaseReference(models.Model):
    """The one place where a case reference stands. Erasing the row cuts the link; gradings stay."""

    id = safe(models.BigAutoField(primary_key=True))
    authority = safe(models.TextField(blank=True))
    identifier = safe(models.TextField(unique=True))
    reference = personal(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        constraints = (models.UniqueConstraint(fields=["authority", "reference"], name="one_row_a_case"),)
