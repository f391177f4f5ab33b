"""Whose record this is. Files of returns are taken as this council's too, so that one record tells of one council."""

AUTHORITY = "council"
