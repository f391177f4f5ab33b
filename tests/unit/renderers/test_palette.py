"""The palette: ordered by lightness, neighbours told apart, labels readable, for scales of 2 to 7 grades."""

from itertools import pairwise

import pytest

from looped.renderers.palette import (
    ACCENT,
    CAUTION,
    INK,
    NOT_GRADED,
    PAPER,
    QUIET,
    RAMPS,
    URGENT,
    WASH,
    contrast,
    luminance,
    swatch,
)

# Simulation of colour vision without one kind of cone, on linear RGB. Source: Machado, Oliveira, Fernandes 2009,
# IEEE Transactions on Visualization and Computer Graphics 15:1291-1298, severity 1.0.
BLINDNESS = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def test_there_is_a_ramp_for_each_scale():
    """Scales have 2 to 7 grades."""
    assert {many: len(ramp) for many, ramp in RAMPS.items()} == {many: many for many in range(2, 8)}


@pytest.mark.parametrize("many", RAMPS)
def test_lightness_rises_with_every_grade_by_a_third_or_more(many):
    """In grey, and for every eye, the order holds and neighbours differ."""
    lights = [luminance(colour) + 0.05 for colour in RAMPS[many]]

    assert [round(higher / lower, 2) for lower, higher in pairwise(lights) if higher / lower < 4 / 3] == []


@pytest.mark.parametrize("blindness", BLINDNESS)
@pytest.mark.parametrize("many", RAMPS)
def test_neighbours_differ_for_colour_blind_readers(many, blindness):
    """Seen without one kind of cone, lightness still rises by a quarter or more from grade to grade."""
    lights = [_seen(colour, BLINDNESS[blindness]) + 0.05 for colour in RAMPS[many]]

    assert [round(higher / lower, 2) for lower, higher in pairwise(lights) if higher / lower < 1.25] == []


@pytest.mark.parametrize("many", RAMPS)
def test_labels_on_every_fill_pass_aa(many):
    """WCAG 2.2, 1.4.3: 4.5 to 1 for small letters, "not graded" included."""
    positions = [*range(1, many + 1), None]

    assert [p for p in positions if contrast(swatch(p, many).fill, swatch(p, many).ink) < 4.5] == []


@pytest.mark.parametrize("ink", [INK, QUIET, ACCENT, CAUTION, URGENT])
def test_inks_of_the_page_pass_aa_on_paper_and_wash(ink):
    """Text and headings of notes on white and on their ground."""
    assert min(contrast(ink, PAPER), contrast(ink, WASH)) >= 4.5


def test_contrast_of_black_and_white_is_21():
    """The worked example of WCAG's definition."""
    assert (contrast("#000000", "#ffffff"), contrast(NOT_GRADED, NOT_GRADED)) == (21, 1)


def _seen(colour, matrix):
    linear = [_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    seen = [min(1, max(0, sum(part * row[at] for at, part in enumerate(linear)))) for row in matrix]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), seen, strict=True))


def _linear(part):
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
