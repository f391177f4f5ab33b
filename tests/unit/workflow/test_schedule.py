"""What is due by the clock: alerts climb, letters go out once; a failure keeps nothing else; two don't do the same."""

import subprocess
import sys
from datetime import timedelta

import pytest
from tests.unit.workflow.service_world import council

from looped.records.models import Event, Letter, LetterSent, LetterTry
from looped.records.queries.letters import letters_to_send, letters_waiting
from looped.workflow.concerns import acknowledge_concern, raise_concern
from looped.workflow.letters.posting import letter_sent
from looped.workflow.refusals import NoPost
from looped.workflow.schedule import tick


@pytest.fixture
def world(record):
    made = council()
    made.looped()
    return made


class Bag:
    """Takes letters; refuses those of `bad`."""

    def __init__(self, *bad):
        self.bad, self.got = bad, []

    def __call__(self, letter):
        if letter.person in self.bad:
            raise ValueError("somebody@example.invalid can't be reached")
        self.got.append(letter)


def test_waiting_letters_go_once(world):
    """Each is noted by a deed, and the next tick finds nothing."""
    bag = Bag()

    done = tick(bag, now=world.now())

    assert (done.alone, done.sent, done.failed) == (True, 2, [])
    assert {letter.person for letter in bag.got} == {world.id("Ann"), world.id("Ben")}
    assert LetterSent.objects.count() == Event.objects.filter(what="letter sent").count() == 2
    assert letters_waiting() == 0
    assert (tick(bag, now=world.now()).sent, len(bag.got)) == (0, 2)


def test_one_that_fails_keeps_no_other_and_rests_longer_each_time(world):
    """What went wrong is told without an address; it is tried after one, two, four minutes."""
    bag = Bag(world.id("Ann"))
    start = world.now()

    done = tick(bag, now=start)

    (kept,) = Letter.objects.filter(person=world.id("Ann"))
    assert (done.sent, done.failed) == (1, [f"letter:{kept.letter}: ValueError"])
    tried = []
    for minute in range(1, 9):
        if tick(bag, now=start + timedelta(minutes=minute)).failed:
            tried.append(minute)
    assert tried == [1, 3, 7]
    bag.bad = ()
    assert tick(bag, now=start + timedelta(minutes=15)).sent == 1


@pytest.mark.parametrize(("kind", "longest"), [("named", timedelta(hours=6)), ("concern", timedelta(minutes=5))])
def test_the_longest_rest(world, kind, longest):
    """However often it failed; an alert is tried again soon."""
    row = Letter.objects.first()
    Letter.objects.create(
        letter="l-x", person=row.person, kind=kind, subject="s", text="t", deed=row.deed, recorded_at=row.recorded_at
    )
    LetterTry.objects.create(letter="l-x", failures=30, again_at=world.now())
    now = world.now()

    tick(Bag(row.person), now=now)

    assert LetterTry.objects.get(letter="l-x").again_at == now + longest


def test_without_a_way_out_every_letter_waits(world):
    """Nothing is counted against a letter; it is said once."""

    def shut(letter):
        raise NoPost("closed")

    done = tick(shut, now=world.now())

    assert done.failed == ["no letter can be sent: closed"]
    assert (LetterTry.objects.count(), letters_waiting()) == (0, 2)


def test_alerts_climb_first_and_go_before_other_letters(world):
    """The rung that climbs now is alerted by this very tick."""
    raise_concern(by=world.id("Ann"), audit=world.single(), now=world.now())
    later = world.moment + timedelta(minutes=31)
    bag = Bag()

    done = tick(bag, now=later)

    assert done.climbed == 1
    kinds = [letter.kind for letter in bag.got]
    assert kinds == sorted(kinds, key=lambda kind: kind != "concern")
    assert kinds.count("concern") == 2 * len({letter.person for letter in bag.got if letter.kind == "concern"})


def test_an_alert_that_cannot_climb_keeps_no_letter(world, monkeypatch):
    """It is told by its identifier."""
    concern = raise_concern(by=world.id("Ann"), audit=world.single(), now=world.now())

    def broken(**_):
        raise RuntimeError("planted")

    monkeypatch.setattr("looped.workflow.schedule.climb_concern", broken)

    done = tick(Bag(), now=world.moment + timedelta(minutes=31))

    assert done.failed == [f"concern:{concern}: RuntimeError"]
    assert done.sent > 0


def test_an_acknowledged_alert_stays(world):
    """Nobody else is troubled."""
    concern = raise_concern(by=world.id("Ann"), audit=world.single(), now=world.now())
    acknowledge_concern(by=world.id("Di"), concern=concern, now=world.now())

    assert tick(Bag(), now=world.moment + timedelta(hours=2)).climbed == 0


def test_a_tick_stops_between_letters(world):
    """Asked to end, it finishes the letter under way and leaves the rest."""
    bag = Bag()

    done = tick(bag, stop=lambda: bool(bag.got), now=world.now())

    assert (done.sent, letters_waiting()) == (1, 1)


def test_noted_by_somebody_else_meanwhile(world):
    """Then it is noted; nothing went wrong."""

    def beaten(letter):
        letter_sent(by="another", letter=letter.letter, now=world.now())

    assert tick(beaten, now=world.now()).failed == []


def test_letters_are_limited_and_resting_ones_stand_in_nobodys_way(world):
    """The one that rests isn't among the first."""
    first, second = letters_to_send(world.now())
    LetterTry.objects.create(letter=first.letter, failures=1, again_at=world.moment + timedelta(hours=1))

    assert [row.letter for row in letters_to_send(world.now(), limit=1)] == [second.letter]


HOLDER = """
import sys, os
os.environ["DJANGO_SETTINGS_MODULE"] = "looped.service.settings"
import django
django.setup()
from looped.records.only_one import only_one
with only_one("tick") as mine:
    print(mine, flush=True)
    sys.stdin.readline()
"""


@pytest.mark.slow
def test_two_tickers_never_work_at_once(world, record):
    """Another process holds the turn: this one does nothing. Killed, it holds it no longer."""
    settings = record.settings_dict
    address = (
        f"sqlite:///{settings['NAME']}"
        if record.vendor == "sqlite"
        else f"postgresql:///{settings['NAME']}?host={settings['HOST']}&user={settings['USER']}"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDER],
        env={"PATH": "/usr/bin:/bin", "DATABASE_URL": address},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout.readline() == "True\n"
    bag = Bag()

    assert tick(bag, now=world.now()).alone is False
    assert bag.got == []

    other.kill()
    other.communicate()
    for _ in range(100):
        if (done := tick(bag, now=world.now())).alone:
            break
    assert (done.alone, done.sent) == (True, 2)
