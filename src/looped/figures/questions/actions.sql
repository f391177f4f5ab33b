-- Improvement actions in their latest state: those of audits that are counted, and services' own (no audit).
with actions_now as (
    select authority, action, audit, service_area, theme, state,
           case when closed_at is null then 0 else 1 end as closed,
           case when checked_at is null then 0 else 1 end as checked,
           case when closed_at is null and due < :day then 1 else 0 end as overdue,
           row_number() over (partition by authority, action order by recorded_at desc, seq desc) as nth
    from actions
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
    select authority, audit from actions_now where nth = 1 and audit is not null group by authority, audit
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
select x.authority, a.framework, a.month,
       case when x.audit is null then x.service_area else a.service_area end as service_area,
       a.team, a.kind,
       case when x.audit is null then 1 else 0 end as of_service,
       x.theme, x.state, x.closed, x.checked, x.overdue, count(*) as number
from actions_now x
left join audits_now a on a.authority = x.authority and a.audit = x.audit and a.nth = 1
left join returns_in r on r.authority = x.authority and r.audit = x.audit
where x.nth = 1
  and (x.audit is null
       or ((a.state is null or a.state not in ('withdrawn', 'not_done'))
           and (a.looped = 0 and r.audit is not null or r.has_lead = 1 and r.has_second = 1)))
group by x.authority, a.framework, a.month, case when x.audit is null then x.service_area else a.service_area end,
         a.team, a.kind, case when x.audit is null then 1 else 0 end, x.theme, x.state, x.closed, x.checked, x.overdue
