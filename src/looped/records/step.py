"""Learning sessions and next steps: free text, in a table of its own."""

from django.db import models

from looped.records.columns import MomentField, personal, safe


class StepWording(models.Model):
    """One learning session or next step, with the findings it answers. Erased by warrant."""

    id = safe(models.BigAutoField(primary_key=True))
    authority = safe(models.TextField(blank=True))
    kind = safe(models.TextField())
    what = personal(models.TextField())
    on = safe(models.DateField(null=True))
    owner = personal(models.TextField(null=True))
    findings = personal(models.TextField(null=True))
    state = safe(models.TextField(null=True))
    outcome = personal(models.TextField(null=True))
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())
