"""A bar on standard error, where a person looks at it."""

import sys

WIDTH = 30


class Bar:
    """Shows how much is done of what there is; nothing where standard error is no terminal."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.shown = ""

    def __call__(self, done: int, of: int) -> None:
        """Draw it anew. done, of: rows."""
        if not sys.stderr.isatty():
            return
        full = WIDTH * done // max(of, 1)
        text = f"\r{self.what} [{'#' * full}{'.' * (WIDTH - full)}] {done:,} of {of:,}"
        if text != self.shown:
            print(text, end="", file=sys.stderr, flush=True)
            self.shown = text

    def end(self) -> None:
        """Leave the line."""
        if self.shown:
            print(file=sys.stderr)
