"""Figures written in another way are read alike, and what one reading alone calls wrong is left alone."""

import pytest

from looped.checker.document import Document, Paragraph
from looped.checker.evened import evened
from looped.checker.judging import judge
from looped.checker.readers.text import read


def _wrong(text: str) -> set[str]:
    return {each.code for each in judge(read(text)).amiss if each.verdict != "arguable"}


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("Of 60 permits 8 – 13 per cent – had lapsed.", "Of 60 permits 8 (13%) had lapsed."),
        ("Of 60 permits 8 holders, 13%, were late.[4] Two paid.", "Of 60 permits 8 holders (13%) were late. Two paid."),
        ("It stood at 76%, 70%, and 67% in turn [12].", "It stood at 76%, 70%, and 67% in turn [12]."),
        ("Up from 12 to 15, 25%, were lost.", "Up from 12 to 15 (25%) were lost."),
    ],
)
def test_one_way_of_writing(printed: str, plain: str) -> None:
    """Guards which ways of writing are evened out, and that lists and marks that stand apart are left."""
    assert evened(printed).text == plain


@pytest.mark.parametrize(
    ("right", "wrong", "quote"),
    [
        ("Of the 60 permits, 8 – 13% – had lapsed.", "Of the 60 permits, 8 – 31% – had lapsed.", "8 – 31%"),
        ("Of the 60 permits, 8, 13%, had lapsed.", "Of the 60 permits, 8, 31%, had lapsed.", "8, 31%"),
        (
            "Of 60 permits 9 had lapsed.[4] The other 51 were in force.",
            "Of 60 permits 9 had lapsed.[4] The other 61 were in force.",
            "61",
        ),
    ],
)
def test_a_finding_quotes_what_is_printed(right: str, wrong: str, quote: str) -> None:
    """Guards shares between dashes and commas and sentences behind a source's mark; quotes stand in the text."""
    assert not _wrong(right)
    found = [each for each in judge(read(wrong)).amiss if each.verdict == "wrong"]
    assert found
    assert all(each.quote in wrong for each in found)
    assert any(quote in each.quote for each in found)


def test_paragraphs_without_lines_are_told_apart() -> None:
    """Guards that a finding quotes its own paragraph in a document that has no lines, such as a report of ours."""
    texts = ("Of the 50 passes, 9 – 81% – had lapsed.", "Of the 60 permits, 8 – 13% – had lapsed.")
    (found,) = judge(Document(tuple(map(Paragraph, texts)))).amiss
    assert "9 – 81%" in found.quote


DRILLS = "Hazard    Day   Night\nSmoke      21      15\nSteam      17      23\nDust        5       2\nAll        43      40\n\n"
BASES = "Tenure | Base | Content | %\nOwner | 332 | 173 | 52\nTenant | 147 | 62 | 42\nLodger | 144 | 97 | 67\n\n"
LEFT = "Week | Seen\n0 | 134\n4 | 125\n12 | 119\n26 | 112\n\n"
RISK = (
    "Group | Boats | Faults | % with a fault\nOld | 127 | 39 | 30.7\nNewer | 107 | 16 | 15.0\nNew | 103 | 7 | 6.8\n\n"
)
SITES = "Site | Hired | Share\nAyr | 66 | 43.7%\nIrvine | 39 | 25.8%\nTroon | 46 | 30.5%\nAll | 151 | 100.0%\n\n"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            DRILLS + "The hazard reported most often by day was smoke.",
            DRILLS + "The hazard reported most often by day was steam.",
        ),
        (BASES + "Contentment was highest among lodgers.", BASES + "Contentment was highest among tenants."),
        (LEFT + "By week 26, 84% of those who started were still seen.", None),
        (
            RISK + "The old group had more than half of all the faults.",
            RISK + "The newer group had more than half of all the faults.",
        ),
        (SITES + "Ayr and Troon hired the most, 112 between them.", None),
        (
            "Round 1 took in 66 boats and round 2 took in 60. A log was kept on 37 in the first round (56%) and on 52 in "
            "the second (87%). Logs were therefore 31 points higher after the letter than before it.",
            None,
        ),
        (
            "Backing stood at 36% in Ayr, 34% in Irvine, 41% in Troon and 54% in Largs. In each of the other three "
            "fewer than half backed it.",
            "Backing stood at 36% in Ayr, 54% in Irvine, 41% in Troon and 54% in Largs. In each of the other three "
            "fewer than half backed it.",
        ),
        ("The p values were 0.37, 0.88 and 0.43. Taking p < 0.05 as the threshold, none was significant.", None),
        ("The gap has three causes: fewer fees than expected, two lost claims and a late start.", None),
        (
            "In the audit period 72 boats out of 94 (76.6%) were seen.",
            "In the audit period 72 boats out of 94 (66.6%) were seen.",
        ),
    ],
)
def test_what_more_than_one_reading_makes_right(right: str, wrong: str | None) -> None:
    """Guards against a share, a column, a size or a limit of another thing, and a count taken for a period's name."""
    assert not _wrong(right)
    assert wrong is None or _wrong(wrong)
