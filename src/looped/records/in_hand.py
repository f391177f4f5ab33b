"""Audits in the auditors' hands: the one row an audit that changes, and what is typed and not yet submitted.

These are the only tables whose rows are changed or go without a warrant: they hold work, not record. What becomes
record is written to the guarded tables in the same transaction, and each deed leaves its event.
"""

from django.db import models

from looped.records.columns import MomentField, personal, safe


class AuditInHand(models.Model):
    """How far an audit made here is. Locked by each deed that moves it, so that two at once have one clear result.

    lead, second, practitioner, team_manager: people's identifiers; former: those of others who had a part.
    lead_in, second_in: whether that return is in. Nothing may show them but by `loop.visibility`.
    """

    id = safe(models.BigAutoField(primary_key=True))
    audit = safe(models.TextField(unique=True))
    round = safe(models.TextField())
    case = safe(models.TextField())
    service_area = safe(models.TextField())
    team = safe(models.TextField())
    looped = safe(models.BooleanField())
    stage = safe(models.TextField())
    lead = safe(models.TextField(null=True))
    second = safe(models.TextField(null=True))
    lead_in = safe(models.BooleanField(default=False))
    second_in = safe(models.BooleanField(default=False))
    practitioner = safe(models.TextField(null=True))
    team_manager = safe(models.TextField(null=True))
    former = safe(models.JSONField(default=list))
    moderators = safe(models.JSONField(default=list))
    why_moderated = safe(models.TextField(null=True))
    settled_at = safe(MomentField(null=True))

    class Meta:
        indexes = (
            models.Index(fields=["round"], name="in_hand_by_round"),
            models.Index(fields=["lead"], name="in_hand_by_lead"),
            models.Index(fields=["second"], name="in_hand_by_second"),
            models.Index(fields=["stage"], name="in_hand_by_stage"),
            models.Index(fields=["practitioner"], name="in_hand_by_practitioner"),
        )
        constraints = (
            models.UniqueConstraint(fields=["round", "case"], name="one_audit_a_case_and_round"),
            models.CheckConstraint(
                condition=models.Q(lead__isnull=True)
                | models.Q(second__isnull=True)
                | ~models.Q(lead=models.F("second")),
                name="two_auditors_are_two",
            ),
            models.CheckConstraint(
                condition=models.Q(looped=True) | models.Q(lead__isnull=True) | models.Q(second__isnull=True),
                name="a_single_audit_has_one",
            ),
        )


class DraftField(models.Model):
    """One field of a return as last typed. version goes up by one at each save, so that tabs don't overwrite."""

    id = safe(models.BigAutoField(primary_key=True))
    audit = safe(models.TextField())
    person = safe(models.TextField())
    field = safe(models.TextField())
    text = personal(models.TextField(blank=True))
    version = safe(models.IntegerField())
    saved_at = safe(MomentField())

    class Meta:
        indexes = (models.Index(fields=["person"], name="draft_by_person"),)
        constraints = (
            models.UniqueConstraint(fields=["audit", "person", "field"], name="one_text_a_field"),
            models.CheckConstraint(condition=models.Q(version__gte=1), name="draft_counts_from_one"),
        )
