"""Letters: plain text with named values, into a table from which they are sent. None tells anything that is sealed."""
