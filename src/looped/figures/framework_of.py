"""Which framework an audit is read by."""

from collections.abc import Iterable

from looped.rubric.framework import Framework


def framework_of(code: str | None, month: str | None, frameworks: Iterable[Framework]) -> Framework:
    """The framework named by the audit; if none has that code the one that its month falls under.

    Before the first framework that is the first; without a month the latest.

    month: "2024-04".  Raises: ValueError when `frameworks` is empty.
    """
    in_order = sorted(frameworks, key=lambda each: each.valid_from)
    for framework in in_order:
        if framework.code == code:
            return framework
    if not in_order:
        raise ValueError("no framework is given")
    begun = [framework for framework in in_order if month is None or f"{framework.valid_from:%Y-%m}" <= month]
    return begun[-1] if begun else in_order[0]
