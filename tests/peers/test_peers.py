"""Our coefficients and severities beside those of peers whose pins clash with ours, in an environment of their own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.unit.stats.severity_worlds import TITLES, world

from looped.stats.agreement import agreement
from looped.stats.severity import severity

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv/peers/bin/python"
TABLES = {
    "one grade never used": [[2, 1, 0, 0], [1, 38, 4, 0], [0, 5, 12, 0], [0, 0, 0, 0]],
    "skewed": [[80, 10, 0, 0], [5, 5, 0, 0], [0, 0, 3, 1], [0, 0, 2, 4]],
    "apart": [[3, 9, 4, 0], [1, 6, 8, 2], [0, 2, 9, 7], [0, 0, 1, 5]],
    "two grades": [[7, 3], [2, 8]],
    "seven grades": [[3 * (row == column) + ((row + 2 * column) % 3 == 0) for column in range(7)] for row in range(7)],
}

MISSING = (
    "the peers need Python 3.11 or 3.12"
    if sys.version_info >= (3, 13)
    else "`make peers` builds the peers' environment; `make test` does"
)

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not PYTHON.exists(), reason=MISSING)]


@pytest.fixture(scope="module")
def gradings():
    return world(5, audits=600)[0]


@pytest.fixture(scope="module")
def peers(gradings):
    """All that the peers say, asked once."""
    asked = {"tables": list(TABLES.values()), "gradings": list(zip(*gradings, strict=True))}
    done = subprocess.run(
        [PYTHON, ROOT / "tests/peers/answers.py"], input=json.dumps(asked), capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", TABLES)
def test_coefficients_are_those_of_irrcac_and_krippendorff(peers, name):
    """On the fixed scale, an unused grade counted: AC2 and kappa to the five decimals given, alpha to rounding."""
    told = peers["agreement"][list(TABLES).index(name)]

    found = agreement(TABLES[name])

    assert found.ac2.value == pytest.approx(told["ac2"], abs=6e-6)
    assert found.kappa.value == pytest.approx(told["kappa"], abs=6e-6)
    assert found.alpha.value == pytest.approx(told["alpha"], abs=1e-9)


def test_severities_lie_within_their_errors_of_raschpys(peers, gradings):
    """Another estimator (pairwise, no distribution of cases) of the same model: alike within a standard error."""
    found = severity(*gradings, TITLES, 4)

    apart = {each.auditor: (each.severity - peers["severity"][str(each.auditor)]) / each.se for each in found.auditors}

    assert len(apart) == 10
    assert max(map(abs, apart.values())) < 1
