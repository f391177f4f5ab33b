"""Guards who reads what: every auditor linked, fair shares, no conflict of interest, the same for the same seed."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from looped.sampling.looped import Links, Reading, Short, assign, linked_groups, links, short_of

NAMES = [f"A{number}" for number in range(9)]


def cases(number):
    return [f"C{place:03}" for place in range(number)]


@settings(max_examples=60, deadline=None)
@given(st.integers(3, 9), st.integers(0, 12), st.integers(0, 30), st.integers(0, 10**6))
def test_all_auditors_are_linked_once_there_are_looped_audits_enough(auditors, more, single, seed):
    """Three seats for each auditor, two in an audit."""
    needed = (3 * auditors + 1) // 2
    listed = cases(needed + more + single)

    found = assign(listed, NAMES[:auditors], looped=needed + more, seed=str(seed))

    assert found.links == Links(True)
    assert [one.case for one in found.readings] == listed
    assert sum(one.second is not None for one in found.readings) == needed + more
    assert all(one.lead != one.second for one in found.readings)


@given(st.integers(3, 9), st.integers(15, 60), st.integers(0, 10**6))
def test_work_is_shared_fairly(auditors, number, seed):
    found = assign(cases(number), NAMES[:auditors], looped=min(number, 14), seed=str(seed))

    load = Counter(who for one in found.readings for who in (one.lead, one.second) if who)
    assert max(load.values()) - min(load.values()) <= 2


@given(st.sets(st.tuples(st.sampled_from(NAMES[:5]), st.sampled_from(cases(20))), max_size=40), st.integers(0, 99))
def test_nobody_reads_a_case_with_a_conflict_of_interest(barred, seed):
    for case in cases(20):
        if all((name, case) in barred for name in NAMES[:5]):
            barred.discard((NAMES[0], case))

    found = assign(cases(20), NAMES[:5], looped=9, seed=str(seed), conflicts=barred)

    read = {(who, one.case) for one in found.readings for who in (one.lead, one.second) if who}
    assert read & barred == set()
    assert {one.case for one in found.readings} == set(cases(20))
    assert found.links == links(found.readings, NAMES[:5])


def test_the_same_seed_assigns_alike_and_another_does_not():
    asked = (cases(30), NAMES)

    assert assign(*asked, looped=14, seed="7") == assign(*asked, looped=14, seed="7")
    assert assign(*asked, looped=14, seed="7") != assign(*asked, looped=14, seed="8")


def test_too_few_looped_audits_say_why_severity_can_not_be_compared():
    found = assign(cases(10), NAMES[:4], looped=3, seed="7")

    assert not found.links.linked
    assert found.links.why_not.startswith("Severity can't be compared: A")
    assert sum(one.second is not None for one in found.readings) == 3


def test_two_auditors_can_not_each_read_with_two_others():
    found = assign(cases(8), NAMES[:2], looped=8, seed="7")

    assert found.links.why_not == (
        "Severity can't be compared: A0 has 8 looped audits with 1 others, and needs 3 with 2."
    )


def test_two_rings_apart_are_not_linked():
    def ring(names, start):
        return [
            Reading(f"{start}{n}{m}", names[n], names[(n + 1) % len(names)])
            for n in range(len(names))
            for m in range(2)
        ]

    readings = ring(NAMES[:3], "x") + ring(NAMES[3:6], "y")

    assert links(readings, NAMES[:3]) == Links(True)
    assert links(readings, NAMES[:6]) == Links(
        False, "Severity can't be compared: no chain of looped audits links A0 and A3."
    )
    assert links([], []) == Links(True)
    assert linked_groups(readings, NAMES[:7]) == (tuple(NAMES[:3]), tuple(NAMES[3:6]), (NAMES[6],))


def test_whoever_falls_short_is_named_with_how_far():
    """Three looped audits with two others are enough; two, or three with one, aren't; single audits count for nothing."""
    readings = [Reading("1", "P", "Q"), Reading("2", "Q", "P"), Reading("3", "P", "R"), Reading("4", "S")]

    assert short_of(readings, ["P", "Q", "R", "S"]) == (Short("Q", 2, 1), Short("R", 1, 1), Short("S", 0, 0))
    assert short_of([*readings, Reading("5", "P", "Q")], ["Q"]) == (Short("Q", 3, 1),)


def test_conflicts_that_forbid_a_link_are_said():
    barred = [(NAMES[0], case) for case in cases(12)]

    found = assign(cases(12), NAMES[:4], looped=6, seed="7", conflicts=barred)

    assert not found.links.linked
    assert NAMES[0] not in {who for one in found.readings for who in (one.lead, one.second)}


@pytest.mark.parametrize(
    ("number", "names", "looped", "why"),
    [(2, ["A", "A"], 1, "listed once"), (2, ["A"], 1, "can't be read"), (2, ["A", "B"], 3, "can't be read")],
)
def test_what_can_not_be_assigned_is_refused(number, names, looped, why):
    with pytest.raises(ValueError, match=why):
        assign(cases(number), names, looped=looped, seed="7")


def test_a_case_that_nobody_may_read_is_refused():
    with pytest.raises(ValueError, match="every auditor has a conflict"):
        assign(cases(2), ["A", "B"], looped=0, seed="7", conflicts=[("A", "C001"), ("B", "C001")])
