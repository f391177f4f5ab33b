-- Every lead's and second's latest grading of a domain, of audits that are counted: not sealed, not ended.
-- "Not graded" is left out, and so is the whole audit's grade.
with audits_now as (
    select authority, audit, month, framework, coalesce(looped, 0) as looped, state,
           row_number() over (partition by authority, audit order by recorded_at desc, seq desc) as nth
    from audits
    where recorded_at <= :moment
),
given as (
    select authority, audit, domain, source, grade, auditor,
           row_number() over (partition by authority, audit, domain, source order by recorded_at desc, seq desc) as nth
    from gradings
    where recorded_at <= :moment and source in ('lead', 'second')
),
returns_in as (
    select authority, audit, count(distinct source) as sources
    from given
    group by authority, audit
)
select g.authority, g.audit, a.framework, a.month, g.auditor, g.domain, g.grade
from given g
join audits_now a on a.authority = g.authority and a.audit = g.audit and a.nth = 1
join returns_in r on r.authority = g.authority and r.audit = g.audit
where g.nth = 1 and g.grade is not null and g.domain <> 'overall'
  and (a.state is null or a.state not in ('withdrawn', 'not_done'))
  and (a.looped = 0 or r.sources = 2)
order by g.authority, g.audit, g.auditor, g.domain
