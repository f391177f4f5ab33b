"""Audits: one case in one round. A row says what was known from a moment on; the latest counts."""

from django.db import models

from looped.figures.schema import KINDS, STATES
from looped.records.columns import MomentField, safe


class Audit(models.Model):
    """What was known of an audit from `recorded_at` on. Never changed; a later row supersedes it."""

    id = safe(models.BigAutoField(primary_key=True))
    authority = safe(models.TextField(blank=True))
    audit = safe(models.TextField())
    case = safe(models.TextField(null=True))
    service_area = safe(models.TextField(null=True))
    team = safe(models.TextField(null=True))
    month = safe(models.TextField())
    kind = safe(models.TextField())
    selection = safe(models.TextField(null=True))
    framework = safe(models.TextField())
    looped = safe(models.BooleanField())
    due = safe(models.DateField(null=True))
    returned = safe(models.DateField(null=True))
    state = safe(models.TextField())
    reason = safe(models.TextField(null=True))
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (
            models.Index(fields=["authority", "audit", "recorded_at", "id"], name="audit_by_key"),
            models.Index(fields=["recorded_at"], name="audit_by_moment"),
            models.Index(fields=["case"], name="audit_by_case"),
        )
        constraints = (
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="audit_kind_known"),
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="audit_state_known"),
            models.CheckConstraint(
                condition=models.Q(month__range=("1990-01", "2099-12")), name="audit_month_in_reach"
            ),
        )
