"""Whether the parts that a sentence lists come to a whole that another place of the document tells."""

from looped.checker.context import Context
from looped.checker.prose import Entry, Passage

FEWEST = 3


def is_whole_elsewhere(context: Context, read: Passage, each: Entry) -> bool:
    """Whether what a sentence counts comes to a number told elsewhere: "96 rode, 130 walked, the other 84 drove"."""
    own = [e for e in read.of_sentence(each.sentence) if e.kind == "count" and not e.base and e.text.lower() != "one"]
    return len(own) >= FEWEST and sum(e.count for e in own) in context.told
