"""looped: practice audits from a return to the board's report."""

__version__ = "0.1.0"
