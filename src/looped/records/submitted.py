"""Returns submitted on pages, as they were given, and their words.

While a looped audit is sealed its grades stand here alone. They become gradings, which figures read, once both are in.
"""

from django.db import models

from looped.figures.schema import REASONS_NOT_GRADED
from looped.loop.visibility import PARTS
from looped.records.columns import MomentField, personal, safe


class Submission(models.Model):
    """One submitted form. number: 1 for the first of this audit and part; a later one supersedes it."""

    id = safe(models.BigAutoField(primary_key=True))
    submission = safe(models.TextField(unique=True))
    audit = safe(models.TextField())
    part = safe(models.TextField())
    number = safe(models.SmallIntegerField())
    auditor = safe(models.TextField())
    returned = safe(models.DateField())
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["audit", "part", "number"], name="one_submission_a_number"),
            models.CheckConstraint(condition=models.Q(part__in=PARTS), name="submission_part_known"),
        )


class SubmittedGrade(models.Model):
    """One grade of a submitted form. grade: position on the framework's scale, null = not graded."""

    id = safe(models.BigAutoField(primary_key=True))
    submission = safe(models.TextField())
    domain = safe(models.TextField())
    grade = safe(models.SmallIntegerField(null=True))
    reason_not_graded = safe(models.TextField(null=True))
    recorded_at = safe(MomentField())

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["submission", "domain"], name="one_submitted_grade_a_domain"),
            models.CheckConstraint(
                condition=models.Q(grade__isnull=False, reason_not_graded__isnull=True)
                | models.Q(grade__isnull=True, reason_not_graded__in=REASONS_NOT_GRADED),
                name="submitted_grade_or_reason",
            ),
        )


class SubmittedWords(models.Model):
    """Why, and on what evidence: the words of one page of a submitted form. Erased by warrant."""

    id = safe(models.BigAutoField(primary_key=True))
    submission = safe(models.TextField())
    audit = safe(models.TextField())
    domain = safe(models.TextField())
    reason = personal(models.TextField(blank=True))
    document = personal(models.TextField(blank=True))
    document_date = safe(models.DateField(null=True))
    why_not_above = personal(models.TextField(blank=True))
    different = personal(models.TextField(blank=True))
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (models.Index(fields=["audit"], name="submitted_words_by_audit"),)
        constraints = (models.UniqueConstraint(fields=["submission", "domain"], name="one_wording_a_domain"),)


class GivenBack(models.Model):
    """That a submitted form was given back to its auditor, and why."""

    id = safe(models.BigAutoField(primary_key=True))
    submission = safe(models.TextField(unique=True))
    audit = safe(models.TextField())
    reason = personal(models.TextField())
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())

    class Meta:
        indexes = (models.Index(fields=["audit"], name="given_back_by_audit"),)
