"""Deeds that change records, one function a deed."""
