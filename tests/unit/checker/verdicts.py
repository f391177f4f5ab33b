"""What the checker says of a text, for tests."""

from looped.checker.judging import judge
from looped.checker.readers.text import read


def wrong(text: str) -> set[str]:
    """The rules that call something wrong, or badly rounded."""
    return {each.code for each in judge(read(text)).amiss if each.is_wrong}


def called(text: str) -> list[str]:
    """What is called wrong or badly rounded, and why."""
    return [f"{each.code}: {each.why}" for each in judge(read(text)).amiss if each.is_wrong]
