"""Files of returns that were imported, by checksum. One that was imported before changes nothing."""

from django.db import models

from looped.records.columns import MomentField, safe


class ImportedFile(models.Model):
    """One file, once. history: its rows were recorded at the moments it says itself, for a first load."""

    id = safe(models.BigAutoField(primary_key=True))
    checksum = safe(models.TextField(unique=True))
    taken = safe(models.IntegerField())
    refused = safe(models.IntegerField())
    history = safe(models.BooleanField())
    deed = safe(models.TextField())
    recorded_at = safe(MomentField())
