"""Guards draws: the same for ever, by anybody; fair; no case twice."""

import hashlib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from looped.sampling.draw import draw, frame_hash, order

FRAME = {f"C{number:03}": "Assessment" if number % 3 else "Fostering" for number in range(60)}


def test_a_draw_of_today_is_pinned_so_that_it_can_be_repeated_in_ten_years():
    found = draw(FRAME, {"Assessment": 4, "Fostering": 2}, seed="7")

    assert found.frame_hash == "8c81e6dcd7cf07cca31d59099482d49ff0d221a9319dc34e3a1efc641ccde887"
    assert [case for case, _ in found.drawn] == ["C004", "C026", "C010", "C031", "C045", "C003"]


def test_anybody_can_redo_it_from_the_description():
    lines = sorted(f"{case}\t{stratum}".encode() for case, stratum in FRAME.items())
    known = hashlib.sha256(b"\n".join(lines)).hexdigest()
    keys = {case: hashlib.sha256(f"2024-05|{known}|{case}".encode()).hexdigest() for case in FRAME}
    fostering = sorted((case for case in FRAME if FRAME[case] == "Fostering"), key=keys.__getitem__)

    found = draw(FRAME, {"Fostering": 5}, seed="2024-05")

    assert found.drawn == tuple((case, "Fostering") for case in fostering[:5])


@pytest.mark.slow
@given(st.permutations(sorted(FRAME)))
def test_the_order_of_the_list_does_not_matter(cases):
    sizes = {"Assessment": 4, "Fostering": 2}

    assert draw({case: FRAME[case] for case in cases}, sizes, seed="7") == draw(FRAME, sizes, seed="7")


def test_another_seed_or_one_more_case_draws_anew():
    sizes = {"Assessment": 10}
    plain = draw(FRAME, sizes, seed="7")

    assert draw(FRAME, sizes, seed="8").drawn != plain.drawn
    assert draw(FRAME | {"C999": "Fostering"}, sizes, seed="7").drawn != plain.drawn


def test_a_larger_sample_holds_the_smaller():
    small, large = (draw(FRAME, {"Assessment": size}, seed="7").drawn for size in (5, 9))

    assert large[:5] == small


def test_every_case_has_the_same_chance():
    known = frame_hash(FRAME)
    first = Counter(case for seed in range(3000) for case in order(FRAME, known, str(seed))[:6])

    expected, spread = 3000 * 6 / 60, (3000 * 0.1 * 0.9) ** 0.5
    assert all(abs(first[case] - expected) < 4.5 * spread for case in FRAME)


@pytest.mark.parametrize("size", [-1, 21])
def test_more_than_there_are_can_not_be_drawn(size):
    with pytest.raises(ValueError, match="can't be drawn"):
        draw(FRAME, {"Fostering": size}, seed="7")


@pytest.mark.parametrize("name", ["C\t1", "C\n1"])
def test_a_name_that_would_blur_two_frames_is_refused(name):
    with pytest.raises(ValueError, match="tab or a line feed"):
        frame_hash({name: "Assessment"})
