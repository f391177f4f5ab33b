"""Attempts to sign in, counted so that guessing is slow. Work, not record: rows change, and go when they are old."""

from django.db import models

from looped.records.columns import personal, safe


class SignInAttempt(models.Model):
    """Django's cache keeps its entries here; its own names. cache_key: may hold the address that somebody came from."""

    cache_key = personal(models.CharField(max_length=255, primary_key=True))
    value = safe(models.TextField())
    expires = safe(models.DateTimeField(db_index=True))
