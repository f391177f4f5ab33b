"""People by name, once, beside a random identifier. Everything else carries the identifier."""

from django.db import models

from looped.records.columns import MomentField, personal, safe


class PersonName(models.Model):
    """An auditor, or whoever did a deed. Erasing the row cuts the link; gradings and trail stay."""

    id = safe(models.BigAutoField(primary_key=True))
    authority = safe(models.TextField(blank=True))
    identifier = safe(models.TextField(unique=True))
    name = personal(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        constraints = (models.UniqueConstraint(fields=["authority", "name"], name="one_row_a_person"),)
