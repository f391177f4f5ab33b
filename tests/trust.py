"""`make trust`: runs the tests that guard what the plan of trust asks for, and prints how each requirement stands.

Exit 1 if a test failed. Words after it go to pytest.
"""

import sys
import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

HERE = Path(__file__).parent
REQUIREMENTS = {
    name: {"tests": [], "lacks": "", **row} for name, row in tomllib.loads((HERE / "trust.toml").read_text()).items()
}


class Outcomes:
    """What became of each test. ran: to its end, and well.  bad: those that failed, or could not be begun or ended."""

    def __init__(self):
        self.ran, self.bad = set(), set()

    def pytest_runtest_logreport(self, report):
        if report.failed:
            self.bad.add(report.nodeid)
        elif report.passed and report.when == "call":
            self.ran.add(report.nodeid)


def is_of(node, named):
    """Whether a test that ran is one of those that a row names: a file, a folder, or a function with all its cases."""
    at = node.removeprefix("tests/")
    return at == named or at.startswith((f"{named}[", f"{named}::", f"{named}/", f"{named}@"))  # @: of a group


def standing(row, outcomes):
    """held, held in part (its row says what is lacking), FAILED, NOT RUN, or not covered."""
    if not row["tests"]:
        return "not covered"
    if any(is_of(node, named) for node in outcomes.bad for named in row["tests"]):
        return "FAILED"
    missing = [named for named in row["tests"] if not any(is_of(node, named) for node in outcomes.ran)]
    if missing:
        return "NOT RUN"
    return "held in part" if row["lacks"] else "held"


def table(outcomes):
    """A line a requirement, and how many stand how."""
    lines, often = [], defaultdict(int)
    for name, row in REQUIREMENTS.items():
        stands = standing(row, outcomes)
        often[stands] += 1
        lines.append(f"{name:<4} {stands:<13}{row['says']}")
        lines += [f"{'':<18}{named}" for named in row["tests"]]
        lines += [f"{'':<18}({row['lacks']})"] if row["lacks"] else []
    return [*lines, "", ", ".join(f"{number} {stands}" for stands, number in often.items())]


def main(words):
    """Run, print, and say by the exit code whether all that is named held."""
    named = dict.fromkeys(f"tests/{test}" for row in REQUIREMENTS.values() for test in row["tests"])
    # A test that is named by itself and by its file is run once.
    wanted = [
        each
        for each in named
        if not any(each != other and is_of(each, other.removeprefix("tests/")) for other in named)
    ]
    outcomes = Outcomes()
    pytest.main(["-n", "2", "--dist", "loadgroup", *words, *wanted], plugins=[outcomes])
    print("\n".join(table(outcomes)))
    return (
        0
        if all(standing(row, outcomes) in ("held", "held in part", "not covered") for row in REQUIREMENTS.values())
        else 1
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
