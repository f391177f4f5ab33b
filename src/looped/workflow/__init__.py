"""Deeds that change records: one function a deed, keyword-only, `by=`, one short transaction, one event."""
