"""'A child may be at risk now': raised, whom they rang, who was alerted, who acknowledged it."""

from django.db import models

from looped.records.columns import MomentField, personal, safe

STEPS = ("raised", "rang", "alerted", "acknowledged")


class ConcernStep(models.Model):
    """One step of a concern, in order. rung: how far up the alert has climbed. A concern is acknowledged once."""

    id = safe(models.BigAutoField(primary_key=True))
    concern = safe(models.TextField())
    audit = safe(models.TextField())
    step = safe(models.TextField())
    number = safe(models.SmallIntegerField())
    person = safe(models.TextField(null=True))
    rung = safe(models.SmallIntegerField(null=True))
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (models.Index(fields=["audit"], name="concern_by_audit"),)
        constraints = (
            models.UniqueConstraint(fields=["concern", "number"], name="one_concern_step_a_number"),
            models.CheckConstraint(condition=models.Q(step__in=STEPS), name="concern_step_known"),
        )


class ConcernWords(models.Model):
    """Whom they rang, in words. Erased by warrant."""

    id = safe(models.BigAutoField(primary_key=True))
    concern = safe(models.TextField())
    audit = safe(models.TextField())
    rang = personal(models.TextField())
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (models.Index(fields=["audit"], name="concern_words_by_audit"),)
