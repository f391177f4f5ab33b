"""Figures: one function a figure, all from one cube of counts a table."""
