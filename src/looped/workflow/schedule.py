"""What is due by the clock: concerns that nobody acknowledged climb, letters that wait go out.

No deed of its own: each step is a deed, or sends one letter and then notes it by a deed.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from looped.records.letter import LetterTry
from looped.records.only_one import only_one
from looped.records.queries.concerns import concerns_due
from looped.records.queries.letters import URGENT, LetterRow, letters_to_send
from looped.workflow.concerns import climb_concern
from looped.workflow.letters.posting import letter_sent
from looped.workflow.refusals import NoPost, TooLate

CLOCK = "looped tick"  # whose deeds these are, by name
LONGEST_REST = timedelta(hours=6)
LONGEST_REST_URGENT = timedelta(minutes=5)

log = logging.getLogger("looped.tick")


@dataclass
class Ticked:
    """What one tick did. alone: False where another was at it, so nothing was done.  failed: what went wrong, in words
    without anybody's name."""

    alone: bool = True
    climbed: int = 0
    sent: int = 0
    failed: list[str] = field(default_factory=list)


def tick(
    send: Callable[[LetterRow], None],
    *,
    stop: Callable[[], bool] = lambda: False,
    now: datetime | None = None,
) -> Ticked:
    """Do what is due. One failure keeps nothing else from being done.

    send: sends one letter; raises NoPost where none can go, anything else where this one can't.
    stop: asked between letters.
    """
    done = Ticked()
    with only_one("tick") as done.alone:
        if done.alone:
            _climb(done, now)
            _post(done, send, stop, now)
    return done


def _climb(done: Ticked, now: datetime | None) -> None:
    for concern in concerns_due(now or datetime.now(UTC)):
        with _told(done, f"concern:{concern}"):
            done.climbed += climb_concern(by=CLOCK, concern=concern, now=now)


def _post(done: Ticked, send: Callable[[LetterRow], None], stop: Callable[[], bool], now: datetime | None) -> None:
    for letter in letters_to_send(now or datetime.now(UTC)):
        if stop():
            return
        with _told(done, f"letter:{letter.letter}"):
            try:
                send(letter)
            except NoPost as error:
                done.failed.append(f"no letter can be sent: {error}")
                return
            except Exception:
                _rest(letter, now or datetime.now(UTC))
                raise
            # Sent first, noted then: a crash between the two sends it twice under one Message-ID; the other way
            # round an alert could be lost.
            with _quicker():
                letter_sent(by=CLOCK, letter=letter.letter, now=now)
            done.sent += 1


def _rest(letter: LetterRow, now: datetime) -> None:
    tried, _ = LetterTry.objects.get_or_create(letter=letter.letter, defaults={"again_at": now})
    tried.failures = min(tried.failures + 1, 30)
    longest = LONGEST_REST_URGENT if letter.kind == URGENT else LONGEST_REST
    tried.again_at = now + min(timedelta(minutes=2 ** (tried.failures - 1)), longest)
    tried.save()


@contextmanager
def _quicker() -> Iterator[None]:
    """Somebody noted it already: then it is noted."""
    try:
        yield
    except TooLate:
        return


@contextmanager
def _told(done: Ticked, what: str) -> Iterator[None]:
    """Whatever goes wrong with one thing is told by its kind, and the next thing is done."""
    try:
        yield
    except Exception as error:
        log.error("tick failed", exc_info=error, extra={"said": {"which": what}})
        done.failed.append(f"{what}: {type(error).__name__}")
