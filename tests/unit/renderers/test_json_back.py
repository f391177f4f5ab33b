"""A stored report comes back as it was: the same words, the same bound numbers, the same files."""

import json

import pytest
from tests.unit.renderers.sample import report

from looped.errors import UnreadableError
from looped.renderers.formats import FORMATS
from looped.renderers.json_back import BACK, restore
from looped.renderers.json_tree import SHAPES, render


def test_every_node_comes_back():
    """The sample holds every kind of node and odd characters; told again it is the same to the byte."""
    stored = render(report()).decode()

    assert render(restore(stored)).decode() == stored


def test_every_kind_of_block_has_its_way_back():
    """A new kind of node that can't be read back would lose an edition."""
    assert {SHAPES[kind].__name__.removeprefix("_") for kind in SHAPES} == set(BACK)


def test_numbers_are_bound_again():
    """A page drawn from the stored tree binds each number as the first drawing did."""
    from_tree = FORMATS["html"].render(restore(render(report()).decode())).decode()

    assert from_tree == FORMATS["html"].render(restore(render(restore(render(report()).decode())).decode())).decode()
    assert from_tree.count("data-code=") == FORMATS["html"].render(report()).decode().count("data-code=")


def test_a_number_isn_t_found_inside_another():
    """The 24 of "24 audits in 2024" is bound, not the year's end; nor the 2 of "in 2024, 2 audits" the year's start."""
    from looped.renderers.json_back import _text

    def figure(text):
        return {"text": text, "value": int(text), "unit": "count", "numerator": None, "denominator": None, "code": "x"}

    ends, begins = _text("in 2024, 24 audits", [figure("24")]), _text("2024: 2 audits", [figure("2")])

    assert [part for part in ends if isinstance(part, str)] == ["in 2024, ", " audits"]
    assert [part for part in begins if isinstance(part, str)] == ["2024: ", " audits"]


@pytest.mark.parametrize(
    "stored",
    [
        "",
        "[]",
        "{}",
        '{"title": "x"}',
        json.dumps(
            json.loads(render(report()))
            | {"sections": [{"code": "x", "title": "x", "blocks": [{}], "page_break": False}]}
        ),
    ],
)
def test_anything_else_is_refused(stored):
    """One clear error instead of half a report."""
    with pytest.raises(UnreadableError, match="isn't the tree of a report"):
        restore(stored)


@pytest.mark.parametrize("wrong", [{"unit": "stone"}, {"text": "12345"}])
def test_a_figure_that_can_t_be_is_refused(wrong):
    """A figure of no known unit, or that isn't in its own sentence, isn't ours."""
    told = json.loads(render(report()))
    block = next(each for each in told["sections"][0]["blocks"] if each.get("figures"))
    block["figures"][0] |= wrong

    with pytest.raises(UnreadableError):
        restore(json.dumps(told))
