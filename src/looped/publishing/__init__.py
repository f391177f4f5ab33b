"""From a source to checked files: open, count, build, draw, read back, check, write."""
