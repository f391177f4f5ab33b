"""An edition for publication: its written files are attacked, alone and together with those published before."""

import json
import re
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from scipy.optimize import LinearConstraint, milp

from factories import World
from looped.errors import UnreadableError, UsageError
from looped.figures.moments import parse_moment
from looped.publishing.making import prepare
from looped.publishing.opening import Opened, open_for
from looped.publishing.request import FORMATS, Request
from looped.renderers.reading_back import read

pytestmark = pytest.mark.slow
EXAMPLE = Path(__file__).parents[3] / "examples/returns-2024-25-q1.xlsx"
GRADES = ("Outstanding", "Good", "Requires Improvement", "Inadequate")
PARTS = (*GRADES, "Not graded")
MADE_OF = {**{part: (part,) for part in PARTS}, "Good or better": GRADES[:2], "Total audits": PARTS}


def request(**more) -> Request:
    wanted = Request(None, "2024-04", "2024-06", parse_moment("2024-12-31"), Path("nowhere"), formats=("json",))
    return replace(wanted, disclosure=True, **more)


def published(world: World, **more):
    return prepare(request(**more), Opened(world.rows(), "returns.xlsx"))


@cache
def example():
    """The example quarter in every format, and as the Board has it."""
    opened = open_for(str(EXAMPLE))
    return prepare(request(formats=FORMATS), opened), prepare(replace(request(), disclosure=False), opened)


def tables(drawn, suffix="json") -> dict[str, list[list[str]]]:
    """The tables of grades of one written file, by title."""
    found, _ = read(suffix, drawn.contents[suffix])
    return {title: rows for title, rows in found if rows[0][0] == "Grade"}


def printed(rows: list[list[str]]) -> dict[tuple[str, str], int | None]:
    """(row, column) -> the count that a reader sees, None where it is withheld."""
    columns = rows[0][1:-1]
    return {
        (row[0], column): None if cell == "c" else int(cell.split()[0])
        for row in rows[1:]
        for column, cell in zip(columns, row[1:], strict=False)
    }


def bounds(cells: dict[tuple[str, str], int | None], more=()) -> dict[tuple[str, str], tuple[int, float]]:
    """Least and most that each withheld figure can be, by an attacker who reads one table and knows sums.

    more: further sums known, as ({(row, column) of one cell}, value).
    """
    months = [column for _, column in cells if column != "Total"]
    months = list(dict.fromkeys(months))
    names = [(part, month) for part in PARTS for month in months]
    place = {name: at for at, name in enumerate(names)}

    def vector(row, column):
        within = months if column == "Total" else [column]
        made = np.zeros(len(names))
        for part in MADE_OF[row]:
            for month in within:
                made[place[part, month]] += 1
        return made

    known = [(vector(*key), value) for key, value in cells.items() if value is not None]
    known += [(sum(vector(*key) for key in keys), value) for keys, value in more]
    if ("Not graded", months[0]) not in cells:
        known += [(vector("Not graded", month), 0) for month in months]
    limits = [LinearConstraint(np.array([v for v, _ in known]), [x for _, x in known], [x for _, x in known])]
    found = {}
    for key, value in cells.items():
        if value is None:
            least = milp(vector(*key), integrality=np.ones(len(names)), constraints=limits)
            most = milp(-vector(*key), integrality=np.ones(len(names)), constraints=limits)
            found[key] = (round(least.fun), round(-most.fun))
    return found


@pytest.mark.xdist_group("edition for publication")  # made once, by one worker
@pytest.mark.parametrize("suffix", FORMATS)
def test_no_withheld_count_of_the_example_can_be_worked_out_from_a_file(suffix):
    """Whoever holds the file alone: small counts keep a range of three at least, and no withheld one is told."""
    public, board = example()
    true = {title: printed(rows) for title, rows in tables(board).items()}

    assert set(tables(public, suffix)) == {title for title in true if title != "Overall grades by month"} | {
        "Overall grade"
    }
    for title, rows in tables(public, suffix).items():
        whole = true["Overall grades by month" if title == "Overall grade" else title]
        cells = printed(rows)
        found = bounds(cells)
        assert found
        for key, (low, high) in found.items():
            assert low < high, (title, key)
            assert low <= whole[key] <= high
            assert high - low >= 3 or not 1 <= whole[key] <= 4, (title, key)
        assert not [key for key, value in cells.items() if value is not None and 1 <= value <= 4]
        assert all(whole[key] == value for key, value in cells.items() if value is not None)


@pytest.mark.xdist_group("edition for publication")  # made once, by one worker
@pytest.mark.parametrize("suffix", FORMATS)
def test_no_percentage_interval_or_sentence_stands_without_its_count(suffix):
    """At these sizes a percentage tells its count."""
    public, _ = example()
    found, words = read(suffix, public.contents[suffix])
    shares = re.findall(r"(\d+) of 77 audits \((\d+\.\d)%", " ".join(words.split()))

    for title, rows in found:
        for row in rows[1:]:
            for cell in row[1:-1]:
                assert re.fullmatch(r"c|–|\d+( \(\d+\.\d%\))?", cell), (title, cell)
            assert (row[-1] in ("c", "–")) or row[-2] != "c"
    told = {row[0]: {row[-2] for _, rows in found for row in rows} for _, rows in found for row in rows}
    for count, share in shares:
        assert any(f"{count} ({share}%)" in cells for cells in told.values())
    assert "withheld (c)" in words


@pytest.mark.xdist_group("edition for publication")  # made once, by one worker
def test_nothing_of_a_withheld_count_is_in_the_tree_or_the_picture():
    """A number behind a mark, or the length of a bar, would tell it."""
    public, _ = example()
    tree = json.loads(public.contents["json"])
    blocks = [block for section in tree["sections"] for block in _walk(section)]
    charts = [block for block in blocks if block["kind"] == "chart"]
    drawn = {record["label"] for chart in charts for record in chart["data"]}
    shown = {
        block["title"]
        for block in blocks
        if block["kind"] == "table" and next(row for row in block["rows"] if row[0] == "Good or better")[-2] != "c"
    }

    assert drawn == shown - {"Overall grade"}
    assert drawn
    for block in blocks:
        if block["kind"] == "table":
            pairs = zip(block["rows"], block["figures"], strict=True)
            assert not [f for row, figures in pairs for cell, f in zip(row, figures, strict=True) if cell == "c" and f]
    assert tree["audience"] == "public"


def _walk(block):
    yield block
    for inner in block.get("blocks", []):
        yield from _walk(inner)


def quarter(**counts) -> World:
    """Months of audits: counts by month as (Inadequate, Requires Improvement, Good), the same in every domain."""
    world = World()
    for month, numbers in counts.items():
        for grade, number in enumerate(numbers, 1):
            for each in range(number):
                world.audit(f"{month}-{grade}-{each}", month=f"2024-0{month[1]}", lead=grade)
    return world


BEGUN = {"m4": (2, 20, 9), "m5": (6, 15, 9), "m6": (5, 8, 7)}
# Nothing small: an edition of it alone withholds nothing.
AMPLE = BEGUN | {"m4": (6, 16, 9), "m6": (6, 8, 7)}


def test_a_late_return_isnt_told_by_two_editions_side_by_side():
    """Between them June gains one audit. Its grade mustn't be the difference of two printed counts."""
    world = quarter(**AMPLE)
    first = published(world, as_at=parse_moment("2024-07-01"))
    world.audit("late", month="2024-06", lead=1, returned=date(2024, 7, 9))
    second = published(world, published=(first.contents["json"].decode(),))

    assert printed(tables(first)["Overall grade"])["Inadequate", "June 2024"] == 6
    before, after = (printed(tables(each)["Quality of Plans"]) for each in (first, second))
    moved = {
        key: after[key] - value
        for key, value in before.items()
        if value is not None and after[key] is not None and key[0] != "Total audits"
    }
    assert set(moved.values()) == {0}
    assert after["Inadequate", "June 2024"] is None
    assert second.exposed == 0
    alone = printed(tables(published(world))["Quality of Plans"])
    assert [key for key, value in before.items() if value is not None and alone[key] == value + 1]


def test_what_was_withheld_stays_unknown_to_who_holds_both_editions():
    """3 of April were withheld. Two more come in: 5 is not small, but printed it would leave 3 to 5 for what was 3."""
    world = quarter(**BEGUN | {"m4": (3, 19, 9)})
    first = published(world, as_at=parse_moment("2024-07-01"))
    for each in range(2):
        world.audit(f"late{each}", month="2024-04", lead=1, returned=date(2024, 7, 9))
    second = published(world, published=(first.contents["json"].decode(),))

    before, after = (printed(tables(each)["Quality of Plans"]) for each in (first, second))
    assert before["Inadequate", "April 2024"] is None
    assert after["Inadequate", "April 2024"] is None
    assert second.exposed == 0


def test_the_same_figures_again_are_withheld_in_the_same_places():
    """Nothing came in between: two choices of what to withhold would undo each other."""
    world = quarter(**BEGUN)
    first = published(world)
    second = published(world, published=(first.contents["json"].decode(),))

    for title, rows in tables(second).items():
        both = [printed(rows), printed(tables(first)[title])]
        merged = {key: both[0][key] if both[0][key] is not None else both[1][key] for key in both[0]}
        assert all(low < high for low, high in bounds(merged).values())


def test_a_grade_settled_otherwise_since_isnt_told_by_a_step_of_one():
    """One audit of June moved from Inadequate to Requires Improvement: neither is printed anew."""
    world = quarter(**AMPLE)
    first = published(world, as_at=parse_moment("2024-06-24"))
    world.tables["gradings"] += [
        ("Invented", 10_000 + place, "m6-1-0", domain, 2, None, "moderation", "Moderator", None, datetime(2024, 7, 9))
        for place, domain in enumerate(("plans", "overall"))
    ]
    second = published(world, published=(first.contents["json"].decode(),))

    after = printed(tables(second)["Quality of Plans"])
    assert after["Inadequate", "June 2024"] is None
    assert after["Requires Improvement", "June 2024"] is None
    assert second.exposed == 0
    unlinked = printed(tables(published(world))["Quality of Plans"])
    assert (unlinked["Inadequate", "June 2024"], unlinked["Requires Improvement", "June 2024"]) == (6 - 1, 8 + 1)


def test_an_edition_of_another_period_counts_for_the_months_in_common():
    """April alone was published before; what it printed is held together with the quarter."""
    world = quarter(**BEGUN)
    april = published(world, last="2024-04")
    second = published(world, published=(april.contents["json"].decode(),))
    march = published(world, first="2024-03", last="2024-04")
    third = published(world, published=(march.contents["json"].decode(),))

    for earlier, later in ((april, second), (march, third)):
        before, after = (printed(tables(each)["Supervision"]) for each in (earlier, later))
        merged = after | {
            key: value for key, value in before.items() if value is not None and key[1] == "April 2024" and key in after
        }
        assert bounds(merged)["Inadequate", "April 2024"][0] != bounds(merged)["Inadequate", "April 2024"][1]
        assert later.exposed == 0


def test_an_edition_of_a_month_outside_changes_nothing():
    world = quarter(**BEGUN)
    march = published(world, first="2024-03", last="2024-03")

    with_it = published(world, published=(march.contents["json"].decode(),))

    assert tables(with_it) == tables(published(world))


def test_what_the_board_report_printed_is_exposed_once_it_is_published():
    """Nothing can take it back; the maker of the edition is told how many, the reader isn't told that it is safe."""
    public, board = example()
    again = prepare(request(published=(board.contents["json"].decode(),)), open_for(str(EXAMPLE)))

    assert public.exposed == 0
    assert again.exposed > 20
    assert b"no reader can work it out" in public.contents["json"]
    assert b"no reader can work it out" not in again.contents["json"]


def test_a_month_in_which_all_have_one_grade_tells_nothing_of_them():
    """The noughts of the other grades would tell everybody's."""
    world = quarter(m4=(12, 0, 0), m5=(6, 15, 9), m6=(5, 8, 7))

    cells = printed(tables(published(world))["Supervision"])

    assert {cells[grade, "April 2024"] for grade in GRADES} == {None}
    assert bounds(cells)["Inadequate", "April 2024"][0] < 12


def test_a_single_month_and_an_empty_one():
    """One column without a total; a period without audits has nothing to withhold."""
    month = published(quarter(m4=(2, 20, 9)), last="2024-04")
    empty = published(World())

    assert printed(tables(month)["Supervision"])["Inadequate", "April 2024"] is None
    assert "single month shows little" in month.contents["json"].decode()
    assert set(printed(tables(empty)["Supervision"]).values()) == {0}


def test_small_is_what_is_said():
    """Counts to 7 withheld instead of to 4."""
    found = printed(tables(published(quarter(**BEGUN), small=7))["Supervision"])

    assert not [key for key, value in found.items() if value is not None and 1 <= value <= 7]


def test_a_period_of_two_frameworks_is_refused():
    with pytest.raises(UsageError, match="one framework"):
        published(World().audit("A").audit("B", month="2024-09"), last="2024-09")


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"as_at": "x", "from": "2024-04", "to": "2024-06"}'])
def test_what_is_no_report_of_ours_is_refused(text):
    with pytest.raises(UnreadableError, match="report.json"):
        published(World().audit("A"), published=(text,))
