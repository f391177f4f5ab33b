"""A long document read, and put to the rules, on two cores gives what it gives on one."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import typst

from looped.checker import all_rules, halves
from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.readers import pdf
from looped.checker.readers.pdf_lines import Line
from looped.checker.readers.text import read
from looped.checker.rules import rules
from looped.errors import UnreadableError

LONG = "\n\n".join(text for rule in rules() for text in (rule.GOOD, rule.BAD) if not text.startswith("|"))


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> list[int | None]:
    """Has a fork made whatever threads the tests run in; the children that were made."""
    children: list[int | None] = []
    fork = halves._forked

    def forking() -> int | None:
        children.append(fork())
        return children[-1]

    monkeypatch.setattr(halves, "_may_fork", lambda: True)
    monkeypatch.setattr(halves, "_forked", forking)
    return children


def alone(context: Context) -> list[Finding]:
    return [finding for rule in rules() for finding in rule.check(context)]


def test_two_find_what_one_finds(forked: list[int | None]) -> None:
    """Guards that nothing is lost or put in another order between the two processes, and that no child is left."""
    context = Context(read(LONG))
    assert len(context.sentences) > all_rules.LONG
    assert all_rules.found_by_rules(context) == alone(context)
    assert len(forked) == 1 and forked[0]
    with pytest.raises(ChildProcessError):
        os.waitpid(forked[0], os.WNOHANG)


def test_a_short_document_is_read_by_one(forked: list[int | None]) -> None:
    """Guards that a page isn't kept waiting by a fork."""
    context = Context(read(rules()[0].BAD))
    assert all_rules.found_by_rules(context) == alone(context)
    assert not forked


@pytest.mark.parametrize("end", ["killed", "raises", "no fork"])
def test_a_child_that_dies_loses_nothing(end: str, forked: list[int | None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Guards that what the child began is done by its parent, be it killed, failing, or never made."""
    context, parent = Context(read(LONG)), os.getpid()
    expected = alone(context)

    def check(context: Context) -> Iterator[Finding]:
        if os.getpid() != parent:
            if end == "raises":
                raise ValueError
            os.kill(os.getpid(), signal.SIGKILL)
        return iter(())

    every = [*rules()[:-3], SimpleNamespace(check=check), *rules()[-3:]]
    monkeypatch.setattr(all_rules, "rules", lambda: every)
    if end == "no fork":
        monkeypatch.setattr(halves, "_forked", lambda: None)
    assert all_rules.found_by_rules(context) == expected


def test_what_a_rule_raises_is_raised(forked: list[int | None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Guards that an error isn't lost with the child, nor the child with the error."""

    def check(context: Context) -> Iterator[Finding]:
        raise ValueError("this one")

    monkeypatch.setattr(all_rules, "rules", lambda: [*rules()[:4], SimpleNamespace(check=check), *rules()[4:8]])
    with pytest.raises(ValueError, match="this one"):
        all_rules.found_by_rules(Context(read(LONG)))
    assert forked[0]
    with pytest.raises(ChildProcessError):
        os.waitpid(forked[0], os.WNOHANG)


@pytest.mark.parametrize(
    ("threads", "cores", "load", "may"),
    [(1, {0, 1}, 1.2, True), (2, {0, 1}, 1.2, False), (1, {0}, 0.1, False), (1, {0, 1}, 2.5, False)],
)
def test_a_fork_needs_one_thread_and_a_free_core(
    threads: int, cores: set[int], load: float, may: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Guards that no thread's lock is lost in a fork, and that nobody's core is taken."""
    monkeypatch.setattr(threading, "active_count", lambda: threads)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: cores, raising=False)
    monkeypatch.setattr(os, "getloadavg", lambda: (load, 0.0, 0.0))
    assert halves._may_fork() is may


@pytest.fixture(scope="module")
def long_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some fifteen pages, no two alike, with a table that runs on over each page's end."""
    rows = ",".join(f"[Boat {n}],[{n}],[{n + 7}]" for n in range(1, 700))
    path = tmp_path_factory.mktemp("pdf") / "long.pdf"
    typst.compile(f"#table(columns: 3, [Boat], [Ropes], [Sails], {rows})".encode(), output=str(path))
    return path


def test_a_long_pdf_read_by_two_is_what_one_reads(
    long_pdf: Path, forked: list[int | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Guards that no page is lost or put in another order between two processes."""
    by_two = pdf.read(long_pdf)
    assert len({cell.page for table in by_two.tables for row in table.rows for cell in row}) > pdf.LONG
    monkeypatch.setattr(halves, "_may_fork", lambda: False)
    assert by_two == pdf.read(long_pdf)
    assert len(forked) == 1


def test_a_page_that_cannot_be_read_is_said_whoever_reads_it(
    long_pdf: Path, forked: list[int | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Guards that a broken page isn't left out where the child was to read it."""
    lines = pdf._lines

    def broken(page: Any) -> Iterator[Line]:
        if page.page_number == pdf.LONG:
            raise ValueError
        return lines(page)

    monkeypatch.setattr(pdf, "_lines", broken)
    with pytest.raises(UnreadableError, match="can't be read"):
        pdf.read(long_pdf)
    assert forked[0]
