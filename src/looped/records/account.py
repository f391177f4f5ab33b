"""Which account signs in as which person; where people stand; which roles they hold. Rows are added, never changed."""

from django.db import models

from looped.records.columns import MomentField, safe


class Account(models.Model):
    """The link from an account of the sign-in to a person's identifier. One each way."""

    id = safe(models.BigAutoField(primary_key=True))
    account = safe(models.TextField(unique=True))
    person = safe(models.TextField(unique=True))
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())


class Place(models.Model):
    """Area, team and line manager of a person from `recorded_at` on. The latest row counts."""

    id = safe(models.BigAutoField(primary_key=True))
    person = safe(models.TextField())
    service_area = safe(models.TextField(blank=True))
    team = safe(models.TextField(blank=True))
    line_manager = safe(models.TextField(null=True))
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (models.Index(fields=["person", "id"], name="place_by_person"),)


class RoleHeld(models.Model):
    """A role given to a person, by its short code. ends: the day set beforehand, if any."""

    id = safe(models.BigAutoField(primary_key=True))
    holding = safe(models.TextField(unique=True))
    person = safe(models.TextField())
    role = safe(models.TextField())
    service_area = safe(models.TextField(blank=True))
    team = safe(models.TextField(blank=True))
    starts = safe(MomentField())
    ends = safe(MomentField(null=True))
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (models.Index(fields=["person"], name="held_by_person"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gt=models.F("starts")), name="role_ends_later"
            ),
        )


class RoleEnded(models.Model):
    """That a role was ended before its day, or had none."""

    id = safe(models.BigAutoField(primary_key=True))
    holding = safe(models.TextField(unique=True))
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())
