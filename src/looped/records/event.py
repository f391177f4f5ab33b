"""The trail's table: one row a deed, chained by hashes. `trail.py` writes and checks it."""

from django.db import models

from looped.records.columns import MomentField, safe


class Event(models.Model):
    """One deed: who, what, which, when. Chained to the event before it in the same chain."""

    id = safe(models.BigAutoField(primary_key=True))
    chain = safe(models.TextField())
    number = safe(models.BigIntegerField())
    deed = safe(models.TextField(unique=True))
    who = safe(models.TextField())
    what = safe(models.TextField())
    which = safe(models.TextField())
    details = safe(models.TextField())
    previous = safe(models.TextField())
    digest = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        constraints = (models.UniqueConstraint(fields=["chain", "number"], name="one_event_a_number"),)
