"""Gradings: one grade for one domain, given once. Never edited, only superseded."""

from django.db import models

from looped.figures.schema import REASONS_NOT_GRADED, SOURCES, WHY_MODERATED
from looped.records.columns import MomentField, safe
from looped.records.submission import Return


class Grading(models.Model):
    """One grade for one domain of one audit. grade: position on the framework's scale, null = not graded."""

    id = safe(models.BigAutoField(primary_key=True))
    authority = safe(models.TextField(blank=True))
    audit = safe(models.TextField())
    domain = safe(models.TextField())
    grade = safe(models.SmallIntegerField(null=True))
    reason_not_graded = safe(models.TextField(null=True))
    source = safe(models.TextField())
    auditor = safe(models.TextField(null=True))
    why_moderated = safe(models.TextField(null=True))
    given_in = safe(models.ForeignKey(Return, models.PROTECT, db_index=False))
    recorded_at = safe(MomentField())

    class Meta:
        # None by moment: every question on moments reads the whole table anyway, and each index slows imports.
        indexes = (models.Index(fields=["authority", "audit", "domain"], name="grading_by_key"),)
        constraints = (
            models.UniqueConstraint(fields=["given_in", "domain"], name="one_grade_a_domain"),
            models.CheckConstraint(condition=models.Q(source__in=SOURCES), name="grading_source_known"),
            models.CheckConstraint(
                condition=models.Q(grade__isnull=True) | models.Q(grade__range=(1, 7)), name="grade_on_a_scale"
            ),
            models.CheckConstraint(
                condition=models.Q(reason_not_graded__isnull=True)
                | models.Q(grade__isnull=True, reason_not_graded__in=REASONS_NOT_GRADED),
                name="reason_only_where_not_graded",
            ),
            models.CheckConstraint(
                condition=models.Q(why_moderated__isnull=True)
                | models.Q(source="moderation", why_moderated__in=WHY_MODERATED),
                name="why_only_where_moderated",
            ),
        )
