"""Strata, seeded draws, allocation."""
