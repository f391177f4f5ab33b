"""The cube on gradings in Parquet, against the plainest hand-written DuckDB query and against pandas.

Ratios in one run, each program in a process of its own, taking turns; the middle run of each, peak memory beside it.
Aims: under 1.3 times the plain query, at least 8 times faster than pandas, under 2 GiB.

    python bench/cube.py [--gradings 10000000] [--times 3] [--without-pandas]
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

MOMENT = datetime(2026, 4, 1)
DOMAINS = (
    "seeing_hearing",
    "assessments",
    "plans",
    "decisions_oversight",
    "meetings_reviews",
    "supervision",
    "diversity",
    "overall",
)
AIMS = {"plain": 1.3, "pandas": 8.0, "GiB": 2.0}

# Ten councils, two years, five areas of two teams each; one audit in five looped, one in eight moderated.
AUDITS = """
copy (
    select 'Council ' || (n % 10) as authority, n as seq, 'audit ' || n as audit, 'case ' || n as "case",
           'Area ' || (n // 10 % 5) as service_area, 'Team ' || (n // 10 % 5) || '.' || (n // 50 % 2) as team,
           strftime(date '2024-04-01' + to_months((n // 100 % 24)::int), '%Y-%m') as month,
           'monthly' as kind, 'random' as selection, '2024-04' as framework,
           (hash(n) % 5 = 0)::smallint as looped,
           (date '2024-04-20' + to_months((n // 100 % 24)::int))::date as due,
           (date '2024-04-12' + to_months((n // 100 % 24)::int) + to_days((hash(n + 1) % 10)::int))::date as returned,
           'returned' as state, null::text as reason,
           timestamp '2024-04-12' + to_months((n // 100 % 24)::int) as recorded_at
    from range({audits}) t(n)
) to '{folder}/audits.parquet' (format parquet)
"""
GRADINGS = """
copy (
    with audits as (select * from '{folder}/audits.parquet'),
    given as (
        select a.*, s.source, d.domain, d.place
        from audits a
        cross join (select unnest({domains}) as domain, generate_subscripts({domains}, 1) as place) d
        cross join (select unnest(['lead', 'second', 'moderation', 'correction']) as source) s
        where s.source = 'lead' or (s.source = 'second' and a.looped = 1)
           or (s.source = 'moderation' and hash(a.seq, 7) % 8 = 0)
           or (s.source = 'correction' and hash(a.seq, 8) % 50 = 0)
    )
    select authority, row_number() over () as seq, audit, domain,
           case when hash(seq, place, source) % 25 = 0 then null
                else 1 + (hash(seq, place) % 8 + (hash(seq, place, source) % 3 = 0)::int) * 4 // 9
           end::smallint as grade,
           null::text as reason_not_graded,
           case source when 'correction' then 'lead' else source end as source,
           'Auditor ' || (hash(seq, source) % 400) as auditor,
           case source when 'moderation' then
               ['dip_sample', 'differed', 'rule', 'challenge'][1 + (hash(seq) % 4)::int] end as why_moderated,
           recorded_at + to_hours((place + case source when 'lead' then 0 when 'second' then 30 else 60 end)::int)
               as recorded_at
    from given
) to '{folder}/gradings.parquet' (format parquet)
"""
PLAIN = """
with latest as (
    select * from '{folder}/gradings.parquet'
    where recorded_at <= timestamp '{moment}' and source in ('lead', 'second', 'moderation')
    qualify row_number() over (partition by authority, audit, domain, source order by recorded_at desc, seq desc) = 1
),
graded as (
    select authority, audit, domain,
           bool_or(source = 'lead') as has_lead, bool_or(source = 'second') as has_second,
           bool_or(source = 'moderation') as moderated,
           max(grade) filter (source = 'lead') as lead_grade, max(grade) filter (source = 'second') as second_grade,
           max(grade) filter (source = 'moderation') as moderated_grade, max(why_moderated) as why
    from latest group by all
),
audits_now as (
    select * from '{folder}/audits.parquet' where recorded_at <= timestamp '{moment}'
    qualify row_number() over (partition by authority, audit order by recorded_at desc, seq desc) = 1
),
whole as (
    select authority, audit, bool_or(has_lead) and bool_or(has_second) as both_in, bool_or(moderated) as moderated,
           list_sort(list(distinct why) filter (why is not null)) as whys,
           bool_or(lead_grade is distinct from second_grade) as differed,
           bool_or(lead_grade is distinct from second_grade and not moderated) as unsettled
    from graded group by all
),
seen as (
    select a.*, w.both_in, w.moderated, w.whys, w.differed, w.unsettled, looped = 1 and not both_in as sealed
    from audits_now a join whole w using (authority, audit)
    where state not in ('withdrawn', 'not_done')
),
standing as (
    select s.authority, framework, month, service_area, team, kind, selection, domain,
           case when g.moderated then moderated_grade when looped = 1 or has_lead then lead_grade
                else second_grade end as grade,
           looped, g.moderated, why, looped = 1 and lead_grade is distinct from second_grade as differed,
           case when g.moderated or looped = 1 then lead_grade end as lead_grade,
           case when looped = 1 then second_grade end as second_grade
    from graded g join seen s using (authority, audit) where not sealed
)
select authority, framework, month, service_area, team, kind, selection, domain, grade, looped, moderated, why,
       differed, differed and not moderated as provisional, lead_grade, second_grade, null, null, count(*)
from standing group by all
union all
select authority, framework, month, service_area, team, kind, selection, null, null, looped, moderated, whys::text,
       looped = 1 and differed, looped = 1 and unsettled, null, null, returned > due, sealed, count(*)
from seen group by all
"""


def main() -> None:
    """Print each program's seconds, peak memory and the ratios."""
    given = _arguments()
    if given.run:
        print(json.dumps(_measure(given.run, Path(given.folder))))
        return
    with tempfile.TemporaryDirectory(prefix="looped-bench-") as folder:
        rows = _make(Path(folder), given.gradings)
        print(f"{rows:,} gradings in Parquet")
        wanted = ("cube", "plain") if given.without_pandas else ("cube", "plain", "pandas")
        found = _taking_turns(wanted, folder, given.times)
    for name, (seconds, peak, cells) in found.items():
        print(f"{name:8} {seconds:8.2f} s  {peak:6.2f} GiB  {cells:,} cells")
    print(f"cube / plain query: {found['cube'][0] / found['plain'][0]:.2f} (aim: under {AIMS['plain']})")
    print(f"memory of the cube: {found['cube'][1]:.2f} GiB (aim: under {AIMS['GiB']})")
    if "pandas" in found:
        print(f"pandas / cube: {found['pandas'][0] / found['cube'][0]:.1f} (aim: at least {AIMS['pandas']:.0f})")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gradings", type=int, default=10_000_000)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--without-pandas", action="store_true")
    parser.add_argument("--run", choices=("cube", "plain", "pandas"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", help=argparse.SUPPRESS)
    return parser.parse_args()


def _make(folder: Path, gradings: int) -> int:
    import duckdb

    with duckdb.connect() as connection:
        # 8 domains; 1 + 1/5 + 1/8 + 1/50 returns an audit.
        connection.execute(AUDITS.format(folder=folder, audits=int(gradings / 8 / 1.345)))
        connection.execute(GRADINGS.format(folder=folder, domains=list(DOMAINS)))
        return connection.execute(f"select count(*) from '{folder}/gradings.parquet'").fetchone()[0]


def _taking_turns(names: tuple[str, ...], folder: str, times: int) -> dict[str, tuple[float, float, int]]:
    """Seconds (the middle run), GiB (the most) and cells of each. In turns, so that a busy minute meets all alike."""
    runs: dict[str, list[tuple[float, float, int]]] = {name: [] for name in names}
    for turn in range(times):
        for name in names:
            if name != "pandas" or turn == 0:
                command = [sys.executable, __file__, "--run", name, "--folder", folder]
                runs[name].append(json.loads(subprocess.check_output(command)))
    return {
        name: (statistics.median(run[0] for run in found), max(run[1] for run in found), found[0][2])
        for name, found in runs.items()
    }


def _measure(name: str, folder: Path) -> tuple[float, float, int]:
    start = time.perf_counter()
    cells = {"cube": _cube, "plain": _plain, "pandas": _pandas}[name](folder)
    seconds = time.perf_counter() - start
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20, cells


def _cube(folder: Path) -> int:
    from looped.figures.cube import Count
    from looped.figures.sources import open_source

    with open_source(folder) as source:
        return len(list(map(Count._make, source.ask("cube", moment=MOMENT))))


def _plain(folder: Path) -> int:
    import duckdb

    with duckdb.connect() as connection:
        return len(connection.execute(PLAIN.format(folder=folder, moment=MOMENT)).fetchall())


def _pandas(folder: Path) -> int:
    import pandas as pd

    keys = ["authority", "audit"]
    gradings = pd.read_parquet(folder / "gradings.parquet")
    gradings = gradings[(gradings.recorded_at <= MOMENT) & gradings.source.isin(["lead", "second", "moderation"])]
    gradings = gradings.sort_values(["recorded_at", "seq"]).drop_duplicates([*keys, "domain", "source"], keep="last")
    gradings["given"] = 1
    graded = gradings.pivot(index=[*keys, "domain"], columns="source", values=["grade", "given"])
    graded.columns = [f"{source}_{what}" for what, source in graded.columns]
    why = gradings[gradings.source == "moderation"].set_index([*keys, "domain"]).why_moderated
    graded = graded.join(why).reset_index()
    graded["moderated"] = graded.moderation_given.notna()
    graded["apart"] = graded.lead_grade.fillna(0) != graded.second_grade.fillna(0)
    graded["unsettled"] = graded.apart & ~graded.moderated
    parts = graded.groupby(keys)
    whole = parts[["lead_given", "second_given", "moderated", "apart", "unsettled"]].max().reset_index()
    whys = (
        graded.dropna(subset=["why_moderated"])
        .groupby(keys)
        .why_moderated.agg(lambda found: ",".join(sorted(set(found))))
    )
    whole = whole.merge(whys.rename("whys").reset_index(), on=keys, how="left")
    audits = pd.read_parquet(folder / "audits.parquet")
    audits = audits[audits.recorded_at <= MOMENT].sort_values(["recorded_at", "seq"]).drop_duplicates(keys, keep="last")
    seen = audits[~audits.state.isin(["withdrawn", "not_done"])].merge(whole, on=keys)
    seen["sealed"] = (seen.looped == 1) & (seen.lead_given.isna() | seen.second_given.isna())
    seen["late"] = seen.returned > seen.due
    where = ["authority", "framework", "month", "service_area", "team", "kind", "selection"]
    standing = graded.merge(seen.loc[~seen.sealed, [*where, "audit", "looped"]], on=keys)
    standing["grade"] = standing.moderation_grade.where(standing.moderated, standing.lead_grade)
    standing["provisional"] = (standing.looped == 1) & standing.unsettled
    flags = ["looped", "moderated", "why_moderated", "apart", "provisional", "lead_grade", "second_grade"]
    by_domain = standing.groupby([*where, "domain", "grade", *flags], dropna=False).size()
    by_audit = seen.groupby(
        [*where, "looped", "moderated", "whys", "apart", "unsettled", "late", "sealed"], dropna=False
    ).size()
    # Rows of Python values, as the other two give.
    return sum(len(list(found.reset_index().itertuples(index=False, name=None))) for found in (by_domain, by_audit))


if __name__ == "__main__":
    main()
