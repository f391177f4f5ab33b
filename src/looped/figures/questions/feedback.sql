-- Attempts to hear a family, by whom and on what: those of audits that are counted, and those of no audit.
with said as (
    select authority, audit, source, outcome, who, theme,
           row_number() over (partition by authority, audit, source order by recorded_at desc, seq desc) as nth
    from feedback
    where recorded_at <= :moment
),
audits_now as (
    select authority, audit, service_area, team, month, framework, coalesce(kind, 'monthly') as kind,
           coalesce(looped, 0) as looped, state,
           row_number() over (partition by authority, audit order by recorded_at desc, seq desc) as nth
    from audits
    where recorded_at <= :moment
),
concerned as (
    select authority, audit from said where audit is not null group by authority, audit
),
returns_in as (
    select g.authority, g.audit,
           max(case when g.source = 'lead' then 1 else 0 end) as has_lead,
           max(case when g.source = 'second' then 1 else 0 end) as has_second
    from gradings g
    join concerned c on c.authority = g.authority and c.audit = g.audit
    where g.recorded_at <= :moment and g.source in ('lead', 'second', 'moderation')
    group by g.authority, g.audit
)
select f.authority, a.framework, a.month, a.service_area, a.team, a.kind,
       case when f.audit is null then 1 else 0 end as of_service,
       f.source, f.outcome, f.who, f.theme, count(*) as number
from said f
left join audits_now a on a.authority = f.authority and a.audit = f.audit and a.nth = 1
left join returns_in r on r.authority = f.authority and r.audit = f.audit
where (f.audit is null or f.nth = 1 or f.source is null or f.source not in ('lead', 'second', 'moderation'))
  and (f.audit is null
       or ((a.state is null or a.state not in ('withdrawn', 'not_done'))
           and (a.looped = 0 and r.audit is not null or r.has_lead = 1 and r.has_second = 1)))
group by f.authority, a.framework, a.month, a.service_area, a.team, a.kind,
         case when f.audit is null then 1 else 0 end, f.source, f.outcome, f.who, f.theme
