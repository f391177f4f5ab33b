"""Proof-reads written reports: one file a rule."""
