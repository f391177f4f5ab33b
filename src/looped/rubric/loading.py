"""Framework files, read and checked: a file with a mistake gives no framework."""

import tomllib
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from looped.errors import LoopedError, UsageError
from looped.rubric.building import build
from looped.rubric.entries import Entries
from looped.rubric.framework import Framework

SHIPPED = Path(__file__).parent / "frameworks"


def framework_for(month: str, frameworks_: Sequence[Framework] | None = None) -> Framework:
    """The framework in force in a month.

    month: "2024-04".  frameworks_: those to choose from; left out, the shipped ones.
    Before the first framework the first is taken, as the nearest there is.
    Raises: UsageError for a month not so written; LoopedError where no framework is in force.
    """
    choice = sorted(frameworks() if frameworks_ is None else frameworks_, key=lambda one: one.valid_from)
    first_day = _first_day(month)
    for candidate in choice:
        if _starts(candidate) <= first_day and (candidate.valid_to is None or first_day <= candidate.valid_to):
            return candidate
    if choice and first_day < _starts(choice[0]):
        return choice[0]
    raise LoopedError(f"No framework is in force in {month}. To mend it: add one whose dates take {month} in.")


def framework(code: str) -> Framework:
    """The shipped framework with this code. Raises: LoopedError where there is none, naming those there are."""
    for candidate in frameworks():
        if candidate.code == code:
            return candidate
    known = ", ".join(one.code for one in frameworks())
    raise LoopedError(f"There is no framework {code!r}. To mend it: use one of {known}.")


@cache
def frameworks() -> tuple[Framework, ...]:
    """The shipped frameworks, oldest first. Raises: LoopedError for a mistake in a file, or where dates overlap."""
    return load_folder(SHIPPED)


def load_folder(folder: Path) -> tuple[Framework, ...]:
    """The frameworks of a folder's .toml files, oldest first.

    Raises: LoopedError for a mistake in a file, two of one code, or two in force in one month.
    """
    found = sorted((load(path) for path in sorted(folder.glob("*.toml"))), key=lambda one: one.valid_from)
    if len({one.code for one in found}) < len(found):
        raise LoopedError(f"{folder.name}: two frameworks have one code. To mend it: give each file its own code.")
    for earlier, later in zip(found, found[1:], strict=False):
        if earlier.valid_to is None or _starts(later) <= earlier.valid_to:
            raise LoopedError(
                f"{folder.name}: {earlier.code} and {later.code} are both in force in {later.valid_from:%Y-%m}. "
                f"To mend it: end {earlier.code} (valid_to) in the month before {later.code} begins."
            )
    return tuple(found)


def load(path: Path) -> Framework:
    """The framework that a file describes. Raises: LoopedError naming file, key, what is wrong and how to mend it."""
    try:
        with path.open("rb") as file:
            values = tomllib.load(file)
    except OSError as error:
        raise LoopedError(f"{path.name}: can't be opened ({error.strerror}). To mend it: check the path.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LoopedError(f"{path.name}: is not TOML ({error}). To mend it: correct that line.") from error
    return build(Entries(path.name, "", values))


def _starts(framework_: Framework) -> date:
    return framework_.valid_from.replace(day=1)


def _first_day(month: str) -> date:
    try:
        return date.fromisoformat(f"{month}-01")
    except ValueError as error:
        raise UsageError(f"{month!r} is not a month. To mend it: write it like 2024-04.") from error
