"""The return, as its auditor writes it: task list, a page a domain, saving, the family's words, check, hand in."""
