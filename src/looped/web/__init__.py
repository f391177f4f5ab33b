"""Pages, one folder an area."""
