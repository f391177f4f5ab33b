-- Gradings recorded after one moment and up to another that say something new: the first of their audit, domain and
-- source, or another grade than before. For the causes of restatements.
with touched as (
    select distinct authority, audit
    from gradings
    where recorded_at > :since and recorded_at <= :moment and source in ('lead', 'second', 'moderation')
),
given as (
    select g.authority, g.audit, g.domain, g.source, g.grade, g.recorded_at, g.seq
    from gradings g
    join touched t on t.authority = g.authority and t.audit = g.audit
    where g.recorded_at <= :moment and g.source in ('lead', 'second', 'moderation')
),
now_given as (
    select authority, audit, domain, source, grade, recorded_at,
           row_number() over (partition by authority, audit, domain, source order by recorded_at desc, seq desc) as nth
    from given
),
then_given as (
    select authority, audit, domain, source, grade,
           row_number() over (partition by authority, audit, domain, source order by recorded_at desc, seq desc) as nth
    from given
    where recorded_at <= :since
)
select n.authority, n.audit, n.domain, n.source, case when t.audit is null then 1 else 0 end as is_first
from now_given n
left join then_given t on t.authority = n.authority and t.audit = n.audit and t.domain = n.domain
                      and t.source = n.source and t.nth = 1
where n.nth = 1 and n.recorded_at > :since
  and (t.audit is null or coalesce(t.grade, -1) <> coalesce(n.grade, -1))
order by n.authority, n.audit, n.domain, n.source
