-- Every grading of the audits of ladder_audits.sql.
with candidates as (
    select authority, audit
    from gradings
    where recorded_at <= :moment and domain = 'overall' and grade <= :ladder
      and source in ('lead', 'second', 'moderation')
    group by authority, audit
),
cases as (
    select a.authority, a."case"
    from audits a
    join candidates c on c.authority = a.authority and c.audit = a.audit
    where a.recorded_at <= :moment and a."case" is not null
    group by a.authority, a."case"
),
concerned as (
    select authority, audit from candidates
    union
    select r.authority, r.audit
    from audits r
    join cases k on k.authority = r.authority and k."case" = r."case"
    where r.recorded_at <= :moment and r.kind = 're-audit'
)
select g.authority, g.audit, g.recorded_at, g.seq, g.domain, g.source, g.grade
from gradings g
join concerned c on c.authority = g.authority and c.audit = g.audit
where g.recorded_at <= :moment and g.source in ('lead', 'second', 'moderation')
