"""The report as a tree of frozen parts: nodes, sections, their order, and the sentences drafted from figures."""
