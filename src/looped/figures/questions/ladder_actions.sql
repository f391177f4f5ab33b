-- For every audit that was ever graded on the safety ladder overall: its actions, and how many are finished.
with candidates as (
    select authority, audit
    from gradings
    where recorded_at <= :moment and domain = 'overall' and grade <= :ladder
      and source in ('lead', 'second', 'moderation')
    group by authority, audit
),
actions_now as (
    select authority, audit, closed_at, checked_at,
           row_number() over (partition by authority, action order by recorded_at desc, seq desc) as nth
    from actions
    where recorded_at <= :moment
)
select x.authority, x.audit, count(*) as actions, count(x.closed_at) as closed, count(x.checked_at) as checked,
       sum(case when x.closed_at is null or x.checked_at is null then 1 else 0 end) as unfinished
from actions_now x
join candidates c on c.authority = x.authority and c.audit = x.audit
where x.nth = 1
group by x.authority, x.audit
