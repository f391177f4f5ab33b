"""How a deed says no. What isn't visible, isn't allowed or isn't there is refused alike, so that nothing is told."""

from looped.errors import LoopedError
from looped.loop.answers import Problem


class NotThere(LoopedError):
    """Not visible, not allowed, or missing: always the same words."""

    def __init__(self) -> None:
        super().__init__("There is nothing here that you can do this to.")


class TooLate(LoopedError):
    """Things moved on: somebody was quicker, or it was done already."""


class Incomplete(LoopedError):
    """A form that can't be taken yet. problems: what to mend, field by field."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(problem.what for problem in problems))
        self.problems = problems


class NoPost(LoopedError):
    """No letter at all can be sent for now: every letter waits."""
