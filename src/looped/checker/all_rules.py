"""What all rules find in a document, a long one's on two cores."""

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.halves import in_halves
from looped.checker.patterns import pattern_of
from looped.checker.remarks import remarks
from looped.checker.rules import rules

# So many sentences take longer than a fork.
LONG = 300
ANY = pattern_of(r"\S")


def found_by_rules(context: Context) -> list[Finding]:
    """What every rule finds in a document, in the order of the rules."""
    every = rules()
    is_long = len(context.sentences) > LONG
    if is_long:
        _read_first(context)
    found = in_halves(lambda at: list(every[at].check(context)), len(every), is_long=is_long)
    return [finding for each in found for finding in each]


def _read_first(context: Context) -> None:
    """Reads what nearly every rule asks for, so that both processes have it."""
    context.sentences_with(ANY)
    context.paragraphs_with(ANY)
    context.told  # noqa: B018  # reads every passage
    context.once(remarks)
