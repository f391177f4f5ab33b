-- What audits were at one moment and at a later one, where something of them was recorded between the two.
-- Columns then_... are null where the audit wasn't known then. For the causes of restatements.
with touched as (
    select authority, audit from audits where recorded_at > :since and recorded_at <= :moment
    union
    select authority, audit from gradings where recorded_at > :since and recorded_at <= :moment
    union
    select authority, audit from feedback where recorded_at > :since and recorded_at <= :moment and audit is not null
    union
    select authority, audit from actions where recorded_at > :since and recorded_at <= :moment and audit is not null
),
versions as (
    select a.authority, a.audit, a.month, a.service_area, a.team, a.state, a.due, a.returned, a.recorded_at, a.seq
    from audits a
    join touched t on t.authority = a.authority and t.audit = a.audit
    where a.recorded_at <= :moment
),
audits_now as (
    select authority, audit, month, service_area, team, state, due, returned,
           row_number() over (partition by authority, audit order by recorded_at desc, seq desc) as nth
    from versions
),
audits_then as (
    select authority, audit, month, service_area, team, state, due, returned,
           row_number() over (partition by authority, audit order by recorded_at desc, seq desc) as nth
    from versions
    where recorded_at <= :since
)
select n.authority, n.audit, n.month, n.service_area, n.team, n.state,
       t.month as then_month, t.service_area as then_service_area, t.team as then_team, t.state as then_state,
       case when t.audit is null then 1 else 0 end as is_new,
       case when t.audit is not null and (n.due <> t.due or n.returned <> t.returned
                                          or (n.due is null) <> (t.due is null)
                                          or (n.returned is null) <> (t.returned is null))
            then 1 else 0 end as redated
from audits_now n
left join audits_then t on t.authority = n.authority and t.audit = n.audit and t.nth = 1
where n.nth = 1
order by n.authority, n.audit
