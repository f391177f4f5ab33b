"""Plain forms of statements with the rule that reads each, and right texts that look like them."""
