"""Spreadsheets in: recognise, name columns, clean, report problems."""
