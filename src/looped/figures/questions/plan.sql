-- What was planned, in its latest state: counts of audits.
select authority, framework, month, service_area, team, kind, state, reason, count(*) as number
from (
    select authority, framework, month, service_area, team, coalesce(kind, 'monthly') as kind, state,
           case when state in ('withdrawn', 'not_done') then reason end as reason,
           row_number() over (partition by authority, audit order by recorded_at desc, seq desc) as nth
    from audits
    where recorded_at <= :moment
) versions
where nth = 1
group by authority, framework, month, service_area, team, kind, state, reason
