"""Guards what stands in whole reports: the summary against the rest, and what one sentence tells among other figures."""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

LETTERS = """
Main findings

We read 214 letters about the ferry. {a} of letters on the night boat asked for a later sailing. Of letters on fares, 38% asked for a season ticket.

What people wrote

| Subject | Letters | Asked for a change | Share asking for a change |
|---|---:|---:|---:|
| Night boat | 80 | 58 | 73% |
| Fares | 74 | 28 | 38% |
| Cafe | 60 | 15 | 25% |
| All | 214 | 101 | 47% |

Conclusion

The {b} letters give a fair picture. Requests for a change on the night boat are the most pressing.
"""
MILLS = """
Summary

Breakages fell from 96 to {a}. The mean stay of a loom in the workshop was {b} days.

Looms

| Mill | Breakages last year | Breakages this year |
|---|---:|---:|
| Upper | 51 | 40 |
| Lower | 45 | 39 |
| Both | 96 | 79 |

The 30 looms spent 372 days in the workshop in all, or 12.4 days each on average.

Opinion

Of the 412 bolts inspected, {c} were free of faults. Work should go on.

Key points

Bolts inspected: 371 of the 412 were free of faults. In the finishing room 371 were packed.
"""
CROWD = "Nine of the rooms were painted and 14 had been cleared. Two lifts failed in May, and six in June."
# (text, what makes it right, what makes it wrong)
TEXTS = [
    (LETTERS.replace("{b}", "214"), "73%", "83%"),
    (LETTERS.replace("{a}", "73%"), "214", "241"),
    (MILLS.replace("{b}", "12.4").replace("{c}", "371"), "79", "74"),
    (MILLS.replace("{a}", "79").replace("{c}", "371"), "12.4", "13.9"),
    # A mean, its sum and its number in one sentence; a list behind a colon.
    (f"{CROWD} The 14 porters worked 1,120 hours, an average of {{}} hours each.", "80", "90"),
    (f"{CROWD} Inspectors spent 416 hours in the 32 homes, or {{}} hours per home on average.", "13", "15"),
    (f"{CROWD} The desk took 103 calls: 23 about keys, 21 about parking and {{}} about other things.", "59", "64"),
    # What a sentence that opens with its whole tells of it, and no more.
    (f"{CROWD} Of the 40 guests, 22 chose fish, 12 chose stew and the other {{}} chose soup.", "six", "eight"),
    ("Of the 18 gates seen after 3 weeks, {} had rust.", "12", "21"),
    # What several took together is no limit.
    (
        "The 73 calls were answered after 12,732 seconds in total, a mean of {} seconds per call.",
        "174.4",
        "209.4",
    ),
    ("Refunds came to £2,974 and arrears to £767, a net overpayment of £{}.", "2,207", "2,117"),
    ("Grants worth £64,500 came in and £61,200 went out, a net inflow of £{}.", "3,300", "3,700"),
]
RIGHT = [
    "The fund took £410,000 in rents and £38,000 in fees and spent £452,500, a net deficit of £4,500.",
    f"{CROWD} We heard 48 traders: 37 of them put parking first and only six put rents first.",
    "The remaining 16 guests waited more than 36 hours: 3 for a cabin and 13 for the tide.",
    "Only the roof went up, from 51 to 58; the other three parts went down.",
    # A figure told with the claim is none of the list behind it.
    "The oldest group was the largest, with 160 guests (38%). Elm sent the most cards (119) and Ash the fewest. Asked "
    "how often they write, 176 said once a week, 119 once a month and 121 less often. Of "
    "the 121 who write less often, 55 would write more if stamps cost less.",
    # A row that the summary doesn't speak of, and a figure of another time.
    LETTERS.replace("{a}", "73%").replace("{b}", "214").replace("Of letters on fares, 38%", "Last year 28%"),
    "Summary\n\nSerious falls were reported in nine guests.\n\nFindings\n\nSix guests on the lower deck "
    "and three on the upper had a serious fall. Of the six guests with a serious fall below, four went home.",
]


@pytest.mark.parametrize(("text", "right", "slipped"), TEXTS)
def test_what_sums_up_stands_in_the_report(text: str, right: str, slipped: str) -> None:
    """Guards that the right one passes and the wrong one is told."""
    told = [_wrong(text.replace("{a}", put).replace("{b}", put).replace("{}", put)) for put in (right, slipped)]
    assert not told[0] and told[1]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_right_passes(text: str) -> None:
    """Guards that what looks like another figure of the same is left alone."""
    assert not _wrong(text)


def _wrong(text: str) -> list[str]:
    return [f"{e.code}: {e.why}" for e in judge(read(text)).amiss if e.verdict in ("wrong", "rounding")]
