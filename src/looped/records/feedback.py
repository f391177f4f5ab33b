"""Family feedback: attempts to hear somebody, counted here, their words in a table of their own."""

from django.db import models

from looped.figures.schema import FEEDBACK_OUTCOMES
from looped.records.columns import MomentField, personal, safe


class Feedback(models.Model):
    """One attempt, or what was said, by code. audit null: surveys, compliments, participation groups."""

    id = safe(models.BigAutoField(primary_key=True))
    authority = safe(models.TextField(blank=True))
    audit = safe(models.TextField(null=True))
    source = safe(models.TextField(null=True))
    outcome = safe(models.TextField(null=True))
    who = safe(models.TextField(null=True))
    theme = safe(models.TextField(null=True))
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (
            models.Index(fields=["authority", "audit"], name="feedback_by_key"),
            models.Index(fields=["recorded_at"], name="feedback_by_moment"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(outcome__isnull=True) | models.Q(outcome__in=FEEDBACK_OUTCOMES),
                name="feedback_outcome_known",
            ),
        )


class FeedbackWording(models.Model):
    """What was said, in words. Printed only with leave to publish and a checker; erased by warrant."""

    id = safe(models.BigAutoField(primary_key=True))
    authority = safe(models.TextField(blank=True))
    audit = safe(models.TextField(null=True))
    month = safe(models.TextField(null=True))
    on = safe(models.DateField(null=True))
    route = safe(models.TextField(null=True))
    who = personal(models.TextField(null=True))
    outcome = safe(models.TextField(null=True))
    theme = safe(models.TextField(null=True))
    words = personal(models.TextField(null=True))
    leave_to_publish = safe(models.BooleanField())
    checked_by = personal(models.TextField(null=True))
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (models.Index(fields=["authority", "audit"], name="feedback_wording_by_key"),)
