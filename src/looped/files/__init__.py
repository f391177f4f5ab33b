"""Hostile files opened in a limited child process."""
