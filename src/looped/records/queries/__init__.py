"""Questions about the record, one kind a file."""
