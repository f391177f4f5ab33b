"""The table of trust names tests that there are, and tells truly how they ended."""

import ast
from types import SimpleNamespace

import pytest
from tests import trust


def functions(path):
    """Names of the tests in a file."""
    return {node.name for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("name", trust.REQUIREMENTS)
def test_each_test_named_is_there(name):
    """A test that was renamed guards nothing under its old name."""
    for named in trust.REQUIREMENTS[name]["tests"]:
        path, _, test = named.partition("::")
        assert (trust.HERE / path).exists(), named
        assert not test or (test.startswith("test_") and test in functions(trust.HERE / path)), named


def test_each_row_says_what_it_asks_and_why_nothing_guards_it():
    """Not covered is said with its reason."""
    for name, row in trust.REQUIREMENTS.items():
        assert row.keys() == {"says", "tests", "lacks"}, name
        assert row["says"] and (row["tests"] or row["lacks"]), name


def test_a_row_stands_as_its_tests_ended():
    """One case that fails is enough; a test that didn't run holds nothing."""
    row = {"tests": ["unit/test_a.py::test_b", "walk"], "lacks": ""}
    outcomes = trust.Outcomes()
    assert trust.standing({"tests": []}, outcomes) == "not covered"

    def ends(node, how="passed", when="call"):
        told = {name: name == how for name in ("passed", "failed", "skipped")}
        outcomes.pytest_runtest_logreport(SimpleNamespace(nodeid=node, when=when, **told))
        return trust.standing(row, outcomes)

    assert ends("tests/unit/test_a.py::test_b[sqlite]", when="setup") == "NOT RUN"
    assert ends("tests/walk/test_c.py::test_d", "skipped") == "NOT RUN"
    assert ends("tests/unit/test_a.py::test_b[sqlite]") == "NOT RUN"
    assert ends("tests/walk/test_c.py::test_d@pages") == "held"
    assert ends("tests/unit/test_a.py::test_bb", "failed") == "held"
    assert trust.standing(row | {"lacks": "a thousand more"}, outcomes) == "held in part"
    assert ends("tests/unit/test_a.py::test_b[postgresql]", "failed") == "FAILED"
