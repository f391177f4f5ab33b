"""The grades of a sheet's rows, each by the framework of its month."""

from looped.returns.cells import UNREADABLE, Unread, text_of
from looped.returns.columns import GRADE
from looped.returns.problems import grade_mend, quoted
from looped.returns.returns_sheet import ReturnsSheet
from looped.returns.sheets import Cell
from looped.returns.taken import NOT_GRADED, NOT_GRADED_FOR
from looped.rubric.framework import OVERALL, Framework
from looped.rubric.recognise import NotGraded, Unmarked, grade_of

BLANK = Unmarked.BLANK
Read = int | Unmarked | Unread | None


def read_grades(reading: ReturnsSheet) -> dict[str, list[int | None]]:
    """The grades of every row under the header, by domain code, in the form of `taken.Taken`.

    Refuses rows with a grade that can't be read, and rows without any; warns of what is not graded and has no
    reason, or may not be so.
    """
    in_use = reading.in_use or reading.frameworks
    codes = tuple(dict.fromkeys(code for framework in in_use for code in framework.graded_codes))
    typed = {code: _typed(reading, code, in_use) for code in codes if GRADE + code in reading.header.columns}
    _refuse_gradeless(reading, typed)
    _warn_of_other_columns(reading)
    without = [code for code in codes if code not in typed and not _derived(code, in_use)]
    settled = {code: _settled(reading, code, column) for code, column in typed.items()}
    settled |= {code: _without_column(reading, code) for code in without}
    if reading.side != "moderation":
        _warn_without_column(reading, without, in_use)
    for code in typed:
        _warn_not_graded(reading, code, settled[code])
    return {code: settled[code] for code in codes if code in settled}


def _typed(reading: ReturnsSheet, code: str, in_use: tuple[Framework, ...]) -> list[Read]:
    cells, name = reading.raw(GRADE + code), GRADE + code
    if len(in_use) == 1:
        memo = {cell: _read(cell, code, in_use[0]) for cell in set(cells)}
        column = [memo[cell] for cell in cells]
    else:
        pairs = [(framework.code, cell) for framework, cell in zip(reading.in_force, cells, strict=True)]
        frameworks = {framework.code: framework for framework in in_use}
        of_pair = {pair: _read(pair[1], code, frameworks[pair[0]]) for pair in set(pairs)}
        column = [of_pair[pair] for pair in pairs]
    if UNREADABLE in column:
        for row in [row for row, value in enumerate(column) if value is UNREADABLE and row not in reading.apart]:
            framework = reading.in_force[row]
            known = "is not a grade of" if code in framework.graded_codes else "stands under what is not graded by"
            what = f"{reading.heading(name)}: {quoted(cells[row])} {known} {framework.title}"
            reading.of_cell(name, row, "refused", what, grade_mend(framework.scale))
    return column


def _read(cell: Cell, code: str, framework: Framework) -> Read:
    """A position, one of NOT_GRADED and NOT_GRADED_FOR, BLANK or UNREADABLE; None: not a domain of the framework."""
    found = grade_of(text_of(cell), framework.scale)
    if code not in framework.graded_codes:
        return None if found is BLANK or isinstance(found, NotGraded) else UNREADABLE
    if isinstance(found, NotGraded):
        return NOT_GRADED if found.reason is None else NOT_GRADED_FOR[found.reason]
    return UNREADABLE if found is Unmarked.UNREADABLE else found


def set_empty_sides_apart(reading: ReturnsSheet) -> None:
    """A row that has nothing on the second's or the moderation's side is no such return."""
    if reading.side in (None, "lead"):
        return
    columns = [reading.raw(name) for name in reading.header.columns if name.startswith(GRADE)]
    reading.apart |= {row for row, cells in enumerate(zip(*columns, strict=True)) if not any(map(text_of, cells))}


def _refuse_gradeless(reading: ReturnsSheet, typed: dict[str, list[Read]]) -> None:
    """A row without one grade is a return that isn't in yet: counting it would invent eight times not graded."""
    empty: set[int] = set(range(reading.height)) - reading.apart - reading.refused
    for column in typed.values():
        if not empty:
            return
        empty = {row for row in empty if column[row] is BLANK or column[row] is None}
    for row in sorted(empty):
        reading.of_row(
            row, "refused", "the row has no grade at all", "write its grades, or Not graded with a reason, or delete it"
        )


def _settled(reading: ReturnsSheet, code: str, column: list[Read]) -> list[int | None]:
    """Blank is not graded in a return, and not moderated in a moderation; a reason may stand in its own column."""
    if BLANK in column:
        rows = zip(reading.columns["source"], column, strict=True)
        column = [value if value is not BLANK else _blank(source) for source, value in rows]
    reasons = reading.columns.get("not_graded_reason")
    if reasons and NOT_GRADED in column:
        pairs = zip(reasons, column, strict=True)
        column = [
            NOT_GRADED_FOR[reason] if value == NOT_GRADED and isinstance(reason, str) else value
            for reason, value in pairs
        ]
    return [value if isinstance(value, int) else None for value in column] if UNREADABLE in column else column  # type: ignore[return-value]  # unreadable cells are gone


def _blank(source: str) -> int | None:
    return None if source == "moderation" else NOT_GRADED


def _derived(code: str, in_use: tuple[Framework, ...]) -> bool:
    """Whether a rule gives this grade, so that nobody misses its column."""
    return code == OVERALL and all(framework.rules.overall != "judged" for framework in in_use)


def _without_column(reading: ReturnsSheet, code: str) -> list[int | None]:
    """A domain that the sheet has no column for is not graded in any return of it, so that every sum is kept."""
    holders = {framework.code for framework in reading.in_use if code in framework.graded_codes}
    return [
        _blank(source) if framework.code in holders else None
        for source, framework in zip(reading.columns["source"], reading.in_force, strict=True)
    ]


def _warn_without_column(reading: ReturnsSheet, codes: list[str], in_use: tuple[Framework, ...]) -> None:
    titles = [next(each.title_of(code) for each in in_use if code in each.graded_codes) for code in codes]
    if titles:
        reading.of_sheet(
            f"no column gives {', '.join(titles)}; not graded in any return of the sheet",
            "add a column for each, or correct its heading",
        )


def _warn_not_graded(reading: ReturnsSheet, code: str, column: list[int | None]) -> None:
    """One warning a cell: where the framework forbids it, else where no reason is given."""
    forbids = {framework.code: not _may_be_not_graded(code, framework) for framework in reading.in_use}
    if NOT_GRADED not in column and not any(forbids.values()):
        return
    dropped = reading.refused | reading.apart
    for row, value in enumerate(column):
        if value is None or value > NOT_GRADED or row in dropped:
            continue
        title = reading.in_force[row].title_of(code)
        if forbids[reading.in_force[row].code]:
            what = f"{title} is not graded, which {reading.in_force[row].title} does not allow; the row is taken"
            reading.of_cell(GRADE + code, row, "warning", what, grade_mend(reading.in_force[row].scale))
        elif value == NOT_GRADED:
            what = f"{title} is not graded and no reason is given; the row is taken"
            mend = "write not applicable, not enough on file or not completed"
            reading.of_cell(GRADE + code, row, "warning", what, mend)


def _may_be_not_graded(code: str, framework: Framework) -> bool:
    if code == OVERALL:
        return framework.rules.overall_may_be_not_graded
    return code not in framework.domain_codes or framework.domain(code).may_be_not_graded


def _warn_of_other_columns(reading: ReturnsSheet) -> None:
    """A column that holds grades under a heading that names no domain, or one named twice: said, not passed over."""
    header, latest = reading.header, reading.frameworks[-1]
    for index, heading in enumerate(header.headings):
        if index in header.columns.values() or index in header.elsewhere:
            continue
        cells = set(reading.sheet.columns[index][header.below :])
        read = [grade_of(text_of(cell), latest.scale) for cell in cells]
        graded = [value for value in read if isinstance(value, int)]
        if graded and Unmarked.UNREADABLE not in read:
            column = reading.sheet.address(index, header.below - 1)
            reading.of_sheet(
                f"the column {heading or 'without a heading'} ({column}) holds grades and was not read",
                "head it with the title of its domain, once in the sheet"
                if index not in header.doubled
                else "give each domain one column",
            )
