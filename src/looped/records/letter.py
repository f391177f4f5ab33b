"""Letters waiting to be sent, and that they were. Who sends them looks up the address; none is kept here."""

from django.db import models

from looped.records.columns import MomentField, personal, safe


class Letter(models.Model):
    """One letter to one person: plain text, with an invitation as .ics text where there is one."""

    id = safe(models.BigAutoField(primary_key=True))
    letter = safe(models.TextField(unique=True))
    person = safe(models.TextField())
    audit = safe(models.TextField(null=True))
    kind = safe(models.TextField())
    subject = personal(models.TextField())
    text = personal(models.TextField())
    calendar = personal(models.TextField(null=True))
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (models.Index(fields=["audit"], name="letter_by_audit"),)


class LetterSent(models.Model):
    """That a letter went out."""

    id = safe(models.BigAutoField(primary_key=True))
    letter = safe(models.TextField(unique=True))
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())


class LetterTry(models.Model):
    """That sending failed, how often, and when to try again. Work, not record: the row changes with each failure."""

    id = safe(models.BigAutoField(primary_key=True))
    letter = safe(models.TextField(unique=True))
    failures = safe(models.SmallIntegerField(default=0))
    again_at = safe(MomentField())
