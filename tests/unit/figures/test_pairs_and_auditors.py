"""Pairs of grades and gradings by auditor, on generated councils, against a plain reading of the same rows."""

from collections import Counter
from contextlib import closing
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from tests.unit.figures.worlds import FRAMEWORKS, late, worlds

from looped.figures.auditors import gradings_by_auditor
from looped.figures.cube import count
from looped.figures.databases import source_on
from looped.figures.framework_of import framework_of
from looped.figures.pairs import paired_gradings
from looped.figures.schema import TABLES
from looped.figures.sources import open_source

slowly = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


def named(rows, table):
    return [dict(zip(TABLES[table], row, strict=True)) for row in rows.tables.get(table, [])]


def latest(rows, key):
    found = {}
    for row in sorted(rows, key=lambda each: (each["recorded_at"], each["seq"])):
        found[key(row)] = row
    return found


def plainly(rows, moment):
    """Audits that are counted, and the latest grading of each by audit, domain and source."""
    known = [row for row in named(rows, "audits") if row["recorded_at"] <= moment]
    audits = latest(known, lambda row: (row["authority"], row["audit"]))
    given_ = [row for row in named(rows, "gradings") if row["recorded_at"] <= moment]
    returns = [row for row in given_ if row["source"] in ("lead", "second")]
    sources = {}
    for row in returns:
        sources.setdefault((row["authority"], row["audit"]), set()).add(row["source"])
    counted = {
        key: audit
        for key, audit in audits.items()
        if audit["state"] not in ("withdrawn", "not_done")
        and (sources.get(key) == {"lead", "second"} if audit["looped"] else key in sources)
    }
    return counted, latest(returns, lambda row: (row["authority"], row["audit"], row["domain"], row["source"]))


def sqlite_of(rows):
    """The same rows in SQLite, which holds moments as text."""
    import pysqlite3

    connection = pysqlite3.connect(":memory:")
    for table, columns in TABLES.items():
        connection.execute(f"create table {table} ({', '.join(map('{0!r}'.format, columns))})".replace("'", '"'))
        texts = [
            [
                cell.isoformat(sep=" ", timespec="microseconds")
                if isinstance(cell, datetime)
                else cell.isoformat()
                if isinstance(cell, date)
                else cell
                for cell in row
            ]
            for row in rows.tables.get(table, [])
        ]
        connection.executemany(f"insert into {table} values ({', '.join('?' * len(columns))})", texts)
    return connection


@pytest.mark.slow
@slowly
@given(rows=worlds, moment=late)
def test_gradings_by_auditor_equal_the_plain_reading_on_two_engines(rows, moment):
    counted, gradings = plainly(rows, moment)
    with open_source(rows) as source:
        found = gradings_by_auditor(source, moment, FRAMEWORKS)
    with closing(sqlite_of(rows)) as connection:
        again = gradings_by_auditor(source_on(connection, "sqlite"), moment, FRAMEWORKS)

    scale = len(found.framework.scale.grades)
    expected, unnamed = Counter(), 0
    for (authority, audit, domain, _), row in gradings.items():
        held = counted.get((authority, audit))
        if held is None or row["grade"] is None or domain not in found.codes:
            continue
        if len(framework_of(held["framework"], held["month"], FRAMEWORKS).scale.grades) != scale:
            continue
        unnamed += row["auditor"] is None
        if row["auditor"] is not None:
            expected[(authority, audit), (authority, row["auditor"]), found.codes.index(domain), row["grade"]] += 1

    for each in (found, again):
        assert Counter(zip(each.audits, each.auditors, each.domains, each.grades, strict=True)) == expected
        assert each.unnamed == unnamed


@pytest.mark.slow
@slowly
@given(rows=worlds, moment=late)
def test_pairs_equal_the_plain_reading(rows, moment):
    counted, gradings = plainly(rows, moment)
    moderations = latest(
        [row for row in named(rows, "gradings") if row["source"] == "moderation" and row["recorded_at"] <= moment],
        lambda row: (row["authority"], row["audit"], row["domain"]),
    )
    with open_source(rows) as source:
        found = paired_gradings(count(source, moment, FRAMEWORKS), FRAMEWORKS)

    grades = len(found.tables[0])
    expected = {code: [[0] * grades for _ in range(grades)] for code in found.domains}
    other = 0
    for (authority, audit), held in counted.items():
        if not held["looped"]:
            continue
        fits = len(framework_of(held["framework"], held["month"], FRAMEWORKS).scale.grades) == grades
        for domain in {key[2] for key in gradings if key[:2] == (authority, audit)}:
            two = [gradings.get((authority, audit, domain, source)) for source in ("lead", "second")]
            if all(row and row["grade"] is not None for row in two):
                moderated = moderations.get((authority, audit, domain))
                given = [row["grade"] for row in (*two, moderated) if row and row["grade"] is not None]
                if not fits or max(given) > grades:
                    other += 1
                elif domain in expected:
                    expected[domain][two[0]["grade"] - 1][two[1]["grade"] - 1] += 1

    assert dict(zip(found.domains, found.tables, strict=True)) == expected
    assert found.other_scale == other
