"""One table of a framework file, read key by key. Each mistake names the file, the key, what and how to mend."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from looped.errors import LoopedError

_MISSING = object()


class Entries:
    """The entries of one table. where: the table's own key in the file, empty for the file itself."""

    def __init__(self, file: str, where: str, values: Mapping[str, Any]) -> None:
        self.file = file
        self.where = where
        self._values = values

    def text(self, key: str, default: str | None = None) -> str:
        """The text under `key`, without blanks around it. Raises: LoopedError when it is absent, empty or no text."""
        value = self._value(key, default)
        if not isinstance(value, str) or (value.strip() == "" and value != default):
            raise self.mistake(key, "is not a text with words in it", f'write {key} = "..."')
        return " ".join(value.split())

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts listed under `key`; none when the key is absent. Raises: LoopedError for anything else."""
        value = self._value(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.mistake(key, "is not a list of texts", f'write {key} = ["...", "..."]')
        return tuple(" ".join(item.split()) for item in value)

    def number(self, key: str, default: int | None = None) -> int:
        """The whole number under `key`. Raises: LoopedError when it is absent or no whole number."""
        value = self._value(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.mistake(key, "is not a whole number", f"write {key} = 1, for example")
        return value

    def yes_no(self, key: str, default: bool) -> bool:
        """Yes or no under `key`. Raises: LoopedError for anything but true and false."""
        value = self._value(key, default)
        if not isinstance(value, bool):
            raise self.mistake(key, "is neither true nor false", f"write {key} = true or {key} = false")
        return value

    def day(self, key: str) -> date:
        """The date under `key`. Raises: LoopedError when it is absent or no date."""
        value = self._value(key)
        if type(value) is not date:
            raise self.mistake(key, "is not a date", f"write {key} = 2024-04-01, without quotes")
        return value

    def table(self, key: str) -> "Entries":
        """The table under `key`. Raises: LoopedError when it is absent or no table."""
        value = self._value(key)
        if not isinstance(value, dict):
            raise self.mistake(key, "is not a table", f"start it with [{self._path(key)}]")
        return Entries(self.file, self._path(key), value)

    def tables(self, key: str) -> tuple["Entries", ...]:
        """The tables listed under `key`, in the file's order. Raises: LoopedError when there are none."""
        value = self._value(key)
        if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
            raise self.mistake(key, "is not a list of tables", f"start each with [[{self._path(key)}]]")
        return tuple(Entries(self.file, f"{self._path(key)}[{n}]", item) for n, item in enumerate(value, start=1))

    def has(self, key: str) -> bool:
        """Whether the table has `key`."""
        return key in self._values

    def only(self, allowed: Iterable[str]) -> None:
        """Refuses a key that means nothing here, as a slip of the pen would. Raises: LoopedError."""
        known = tuple(allowed)
        for key in self._values:
            if key not in known:
                raise self.mistake(key, "is not known here", f"use one of: {', '.join(known)}")

    def mistake(self, key: str, what: str, mend: str) -> LoopedError:
        """The error for one mistake under `key`: file, key, what is wrong, how to mend it."""
        return LoopedError(f"{self.file}: {self._path(key)} {what}. To mend it: {mend}.")

    def _value(self, key: str, default: Any = None) -> Any:
        value = self._values.get(key, _MISSING)
        if value is not _MISSING:
            return value
        if default is None:
            raise self.mistake(key, "is missing", f"add {key}")
        return default

    def _path(self, key: str) -> str:
        return f"{self.where}.{key}" if self.where else key
