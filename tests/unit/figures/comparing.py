"""Figures of a source against the reference: every authority, alone and together, with each way of `--by`."""

from tests.unit.figures.reference import reference
from tests.unit.figures.worlds import FIRST, FRAMEWORKS, LAST

from looped.figures.cube import count
from looped.figures.every import all_figures

WAYS = ((None, "monthly"), ("service_area", "monthly"), ("team", "monthly"), (None, "re-audit"))


def as_answer(figures):
    """Figures in the reference's shape. A figure given twice is an error."""
    answer = {}
    for row in figures:
        key = (row.figure, row.domain, row.month, row.service_area, row.team, row.grade, row.why)
        assert key not in answer, key
        answer[key] = (row.count, row.base, row.share, row.provisional)
    return answer


def differences(source, rows, moment, ways=WAYS, frameworks=FRAMEWORKS):
    """What the source's figures and the reference's don't agree on: key -> (source's, reference's)."""
    cube = count(source, moment, frameworks)
    found = {}
    for authority in (None, *sorted({row[0] for table in rows.tables.values() for row in table})):
        for by, kind in ways:
            figures = all_figures(cube, frameworks, FIRST, LAST, by=by, authority=authority, kind=kind)
            ours = as_answer(figures)
            plain = reference(rows, frameworks, moment, FIRST, LAST, by=by, authority=authority, kind=kind)
            for key in ours.keys() | plain.keys():
                if ours.get(key) != plain.get(key):
                    found[authority, kind, key] = (ours.get(key), plain.get(key))
    return found
