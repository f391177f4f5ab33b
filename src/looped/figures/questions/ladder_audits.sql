-- Every version of the audits that were ever graded on the safety ladder overall, and of the re-audits of their cases.
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
select a.authority, a.audit, a.recorded_at, a.seq, a."case", a.framework, a.month, a.service_area, a.team,
       coalesce(a.kind, 'monthly') as kind, coalesce(a.looped, 0) as looped, a.state
from audits a
join concerned c on c.authority = a.authority and c.audit = a.audit
where a.recorded_at <= :moment
