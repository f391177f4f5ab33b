"""How grades were settled: on the page or by a moderator, on which descriptor, why they differed, what was learnt."""

from django.db import models

from looped.loop.visibility import PARTS
from looped.records.columns import MomentField, personal, safe

WHAT = ("meeting", "challenge", "stood_down", "ended")
HOW = ("accepted", "meeting", "moderation")


class Settlement(models.Model):
    """One domain settled. The grade itself is a grading of source moderation, of the same deed. The latest counts."""

    id = safe(models.BigAutoField(primary_key=True))
    audit = safe(models.TextField())
    domain = safe(models.TextField())
    how = safe(models.TextField())
    grade = safe(models.SmallIntegerField(null=True))
    by = safe(models.TextField())
    descriptor = safe(models.SmallIntegerField(null=True))
    difference = safe(models.TextField(null=True))
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["deed", "domain"], name="one_settlement_a_deed_and_domain"),
            models.CheckConstraint(condition=models.Q(how__in=HOW), name="settlement_how_known"),
        )
        indexes = (models.Index(fields=["audit", "id"], name="settlement_by_audit"),)


class SettlementWords(models.Model):
    """Why it was so settled, in words. Erased by warrant."""

    id = safe(models.BigAutoField(primary_key=True))
    audit = safe(models.TextField())
    domain = safe(models.TextField())
    words = personal(models.TextField())
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (models.Index(fields=["audit"], name="settlement_words_by_audit"),)


class ReasonGiven(models.Model):
    """Why something was asked or done to an audit, in words: a meeting over a domain, a challenge, its end."""

    id = safe(models.BigAutoField(primary_key=True))
    audit = safe(models.TextField())
    what = safe(models.TextField())
    domain = safe(models.TextField(null=True))
    by = safe(models.TextField())
    why = personal(models.TextField())
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (models.Index(fields=["audit", "id"], name="reason_given_by_audit"),)
        constraints = (models.CheckConstraint(condition=models.Q(what__in=WHAT), name="reason_for_something_known"),)


class Meeting(models.Model):
    """A meeting arranged. attendees: people's identifiers. The latest of an audit counts."""

    id = safe(models.BigAutoField(primary_key=True))
    meeting = safe(models.TextField(unique=True))
    audit = safe(models.TextField())
    starts = safe(MomentField())
    minutes = safe(models.SmallIntegerField())
    place = personal(models.TextField(blank=True))
    attendees = safe(models.JSONField())
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (models.Index(fields=["audit", "id"], name="meeting_by_audit"),)


class MeetingHeld(models.Model):
    """When they met to settle an audit, and who was there."""

    id = safe(models.BigAutoField(primary_key=True))
    audit = safe(models.TextField())
    met_on = safe(models.DateField(null=True))
    attended = safe(models.JSONField())
    deed = safe(models.TextField(unique=True))
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (models.Index(fields=["audit", "id"], name="meeting_held_by_audit"),)


class Learning(models.Model):
    """What one auditor learns from how their audit was settled. Erased by warrant."""

    id = safe(models.BigAutoField(primary_key=True))
    audit = safe(models.TextField())
    part = safe(models.TextField())
    words = personal(models.TextField())
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (models.Index(fields=["audit", "id"], name="learning_by_audit"),)
        constraints = (models.CheckConstraint(condition=models.Q(part__in=PARTS), name="learning_part_known"),)
