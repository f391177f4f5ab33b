"""Roles and permissions as data."""
