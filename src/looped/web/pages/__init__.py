"""Views, one file an area."""
