"""What the checker says of a text, for tests."""

from looped.checker.judging import judge
from looped.checker.readers.text import read


def wrong(text: str) -> set[str]:
    """The rules that call something wrong."""
    return {each.code for each in judge(read(text)).amiss if each.verdict in ("wrong", "rounding")}
