"""Warrants: a row of a guarded table can be deleted only when a row here names it."""

from django.db import models

from looped.records.columns import MomentField, safe


class Erasure(models.Model):
    """One warrant for one row. who: a person's identifier; why: the ground, from a list or a request's number."""

    id = safe(models.BigAutoField(primary_key=True))
    row_table = safe(models.TextField())
    row_id = safe(models.BigIntegerField())
    who = safe(models.TextField())
    why = safe(models.TextField())
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        db_table = "erasures"
        constraints = (
            models.UniqueConstraint(fields=["row_table", "row_id"], name="one_warrant_a_row"),
            models.CheckConstraint(condition=~models.Q(who="") & ~models.Q(why=""), name="warrant_says_who_and_why"),
        )
