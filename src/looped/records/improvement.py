"""Improvement actions by code, and in words in a table of their own. A later row supersedes an earlier one."""

from django.db import models

from looped.records.columns import MomentField, personal, safe


class Action(models.Model):
    """How an improvement action stood from `recorded_at` on. audit null: a service's."""

    id = safe(models.BigAutoField(primary_key=True))
    authority = safe(models.TextField(blank=True))
    action = safe(models.TextField())
    audit = safe(models.TextField(null=True))
    service_area = safe(models.TextField(null=True))
    theme = safe(models.TextField(null=True))
    due = safe(models.DateField(null=True))
    state = safe(models.TextField(null=True))
    closed_at = safe(models.DateField(null=True))
    checked_at = safe(models.DateField(null=True))
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (
            models.Index(fields=["authority", "action", "id"], name="action_by_key"),
            models.Index(fields=["authority", "audit"], name="action_by_audit"),
            models.Index(fields=["recorded_at"], name="action_by_moment"),
        )


class ActionWording(models.Model):
    """An improvement action in words: what, who owns it, who checked. Erased by warrant."""

    id = safe(models.BigAutoField(primary_key=True))
    authority = safe(models.TextField(blank=True))
    action = safe(models.TextField())
    audit = safe(models.TextField(null=True))
    what = personal(models.TextField())
    owner = personal(models.TextField(null=True))
    checked_by = personal(models.TextField(null=True))
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (
            models.Index(fields=["authority", "action", "id"], name="action_wording_by_key"),
            models.Index(fields=["authority", "audit"], name="action_wording_by_audit"),
        )
