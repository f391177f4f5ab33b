"""Returns as they were given: one row a completed form, or a moderation. Its gradings hang on it."""

from django.db import models

from looped.figures.schema import SOURCES
from looped.records.columns import MomentField, safe


class Return(models.Model):
    """One form for one audit, from one source. A later one of the same source supersedes it."""

    id = safe(models.BigAutoField(primary_key=True))
    authority = safe(models.TextField(blank=True))
    audit = safe(models.TextField())
    source = safe(models.TextField())
    auditor = safe(models.TextField(null=True))
    returned = safe(models.DateField(null=True))
    why_moderated = safe(models.TextField(null=True))
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (
            models.Index(fields=["authority", "audit", "source", "id"], name="return_by_key"),
            models.Index(fields=["recorded_at"], name="return_by_moment"),
        )
        constraints = (models.CheckConstraint(condition=models.Q(source__in=SOURCES), name="return_source_known"),)
