-- One reading of the gradings: a row of counts for every combination of keys and flags.
-- Three parts: `grading` counts what stands in a domain; `audit` counts audits as a whole (flags: in any domain);
-- `pair` counts what the two returns and a moderation made of each other, without service area and team.
-- Runs unchanged on DuckDB, SQLite and PostgreSQL. For Spark, take out the two words "as materialized" -> "as".
with versions as (
    select authority, audit, service_area, team, month, kind, selection, framework, looped, due, returned, state,
           row_number() over (partition by authority, audit order by recorded_at desc, seq desc) as nth
    from audits
    where recorded_at <= :moment
),
audits_now as (
    select authority, audit, service_area, team, month, selection, framework,
           coalesce(kind, 'monthly') as kind,
           coalesce(looped, 0) as looped,
           case when returned > due then 1 else 0 end as late,
           case when state in ('withdrawn', 'not_done') then 1 else 0 end as ended
    from versions
    where nth = 1
),
said as (
    select authority, audit, source, outcome, recorded_at, seq,
           row_number() over (partition by authority, audit, source order by recorded_at desc, seq desc) as nth
    from feedback
    where recorded_at <= :moment and audit is not null
),
outcomes as (
    -- A later return by the same auditor replaces what the earlier one said; other attempts all count.
    select authority, audit, outcome,
           row_number() over (
               partition by authority, audit
               order by case when outcome = 'heard' then 0 else 1 end, recorded_at desc, seq desc
           ) as nth
    from said
    where outcome is not null
      and (nth = 1 or source is null or source not in ('lead', 'second', 'moderation'))
),
-- Most gradings are given once. Only what was given more than once is put in order, which is what takes time.
tally as materialized (
    select authority, audit, domain,
           count(*) as given,
           max(case when source = 'lead' then 1 else 0 end) as has_lead,
           max(case when source = 'second' then 1 else 0 end) as has_second,
           max(case when source = 'moderation' then 1 else 0 end) as moderated,
           max(case when source = 'lead' then grade end) as lead_grade,
           max(case when source = 'second' then grade end) as second_grade,
           max(case when source = 'moderation' then grade end) as moderated_grade,
           max(case when source <> 'moderation' then 0
                    when why_moderated = 'dip_sample' then 1
                    when why_moderated = 'differed' then 2
                    when why_moderated = 'rule' then 4
                    when why_moderated = 'challenge' then 8
                    else 0 end) as why
    from gradings
    where recorded_at <= :moment and source in ('lead', 'second', 'moderation')
    group by authority, audit, domain
),
repeated as (
    select authority, audit, domain
    from tally
    where given > has_lead + has_second + moderated
),
in_order as (
    select g.authority, g.audit, g.domain, g.source, g.grade, g.why_moderated,
           row_number() over (
               partition by g.authority, g.audit, g.domain, g.source order by g.recorded_at desc, g.seq desc
           ) as nth
    from gradings g
    join repeated r on r.authority = g.authority and r.audit = g.audit and r.domain = g.domain
    where g.recorded_at <= :moment and g.source in ('lead', 'second', 'moderation')
),
latest as materialized (
    select authority, audit, domain,
           max(case when source = 'lead' then 1 else 0 end) as has_lead,
           max(case when source = 'second' then 1 else 0 end) as has_second,
           max(case when source = 'moderation' then 1 else 0 end) as moderated,
           max(case when source = 'lead' then grade end) as lead_grade,
           max(case when source = 'second' then grade end) as second_grade,
           max(case when source = 'moderation' then grade end) as moderated_grade,
           max(case when source <> 'moderation' then 0
                    when why_moderated = 'dip_sample' then 1
                    when why_moderated = 'differed' then 2
                    when why_moderated = 'rule' then 4
                    when why_moderated = 'challenge' then 8
                    else 0 end) as why
    from in_order
    where nth = 1
    group by authority, audit, domain
),
by_domain as not materialized (
    select authority, audit, domain, has_lead, has_second, moderated, lead_grade, second_grade, moderated_grade, why
    from tally
    where given = has_lead + has_second + moderated
    union all
    select authority, audit, domain, has_lead, has_second, moderated, lead_grade, second_grade, moderated_grade, why
    from latest
),
by_audit as (
    select authority, audit,
           max(has_lead) as has_lead,
           max(has_second) as has_second,
           max(moderated) as moderated,
           max(case when why = 1 then 1 else 0 end) + max(case when why = 2 then 2 else 0 end)
               + max(case when why = 4 then 4 else 0 end) + max(case when why = 8 then 8 else 0 end) as whys,
           max(case when lead_grade = second_grade or (lead_grade is null and second_grade is null)
                    then 0 else 1 end) as differed,
           max(case when moderated = 1 or lead_grade = second_grade
                      or (lead_grade is null and second_grade is null)
                    then 0 else 1 end) as unsettled
    from by_domain
    group by authority, audit
),
counted as materialized (
    select b.authority, b.audit, a.framework, a.month, a.service_area, a.team, a.kind, a.selection,
           case when a.audit is null then 1 else 0 end as unlisted,
           coalesce(a.looped, 0) as looped, coalesce(a.late, 0) as late, b.moderated, b.whys, b.differed, b.unsettled,
           case when a.audit is null or (a.looped = 1 and (b.has_lead = 0 or b.has_second = 0)) then 0 else 1 end as shown,
           case when a.looped = 1 and (b.has_lead = 0 or b.has_second = 0) then 1 else 0 end as sealed
    from by_audit b
    left join audits_now a on a.authority = b.authority and a.audit = b.audit
    where a.audit is null or a.ended = 0
),
standing as (
    select c.authority, c.framework, c.month, c.service_area, c.team, c.kind, c.selection, d.domain, c.looped,
           d.moderated, d.why, d.lead_grade, d.second_grade,
           case when d.moderated = 1 then d.moderated_grade
                when c.looped = 1 or d.has_lead = 1 then d.lead_grade
                else d.second_grade end as grade,
           case when c.looped = 0 or d.lead_grade = d.second_grade
                  or (d.lead_grade is null and d.second_grade is null)
                then 0 else 1 end as differed
    from by_domain d
    join counted c on c.authority = d.authority and c.audit = d.audit
    where c.shown = 1
),
-- The two returns' grades are kept only where somebody asks for them, to keep the cube small.
finest as materialized (
    select authority, framework, month, service_area, team, kind, selection, domain, grade, looped, moderated, why,
           differed,
           case when moderated = 1 or looped = 1 then lead_grade end as lead_grade,
           case when looped = 1 then second_grade end as second_grade,
           count(*) as number
    from standing
    group by authority, framework, month, service_area, team, kind, selection, domain, grade, looped, moderated, why,
             differed,
             case when moderated = 1 or looped = 1 then lead_grade end,
             case when looped = 1 then second_grade end
),
gradings_counted as (
    select authority, framework, month, service_area, team, kind, selection, domain, grade, looped, moderated, why,
           differed, number,
           case when differed = 1 and moderated = 0 then 1 else 0 end as provisional,
           case when moderated = 1 and (grade = lead_grade or (grade is null and lead_grade is null))
                then 1 else 0 end as retained
    from finest
),
pairs_counted as (
    select authority, framework, month, kind, domain, grade, looped, moderated, lead_grade, second_grade, number,
           case when differed = 1 and moderated = 0 then 1 else 0 end as provisional
    from finest
    where moderated = 1 or looped = 1
),
audits_counted as (
    -- Of a sealed audit nothing is told but that it is there.
    select c.authority, c.framework, c.month, c.service_area, c.team, c.kind, c.selection, c.sealed, c.unlisted, c.looped,
           c.moderated * c.shown as moderated,
           c.whys * c.shown as whys,
           c.differed * c.looped * c.shown as differed,
           c.unsettled * c.looped * c.shown as provisional,
           c.late * c.shown as late,
           case when c.shown = 1 then o.outcome end as feedback
    from counted c
    left join outcomes o on o.authority = c.authority and o.audit = c.audit and o.nth = 1
)
select 'grading' as part, authority, framework, month, service_area, team, kind, selection, domain, grade, provisional,
       moderated, why, retained, looped, differed, 0 as late, 0 as sealed, 0 as unlisted, null as feedback,
       cast(null as smallint) as lead_grade, cast(null as smallint) as second_grade, cast(sum(number) as bigint) as number
from gradings_counted
group by authority, framework, month, service_area, team, kind, selection, domain, grade, provisional, moderated, why,
         retained, looped, differed
union all
select 'audit', authority, framework, month, service_area, team, kind, selection, null, null, provisional, moderated,
       whys, 0, looped, differed, late, sealed, unlisted, feedback, null, null, count(*)
from audits_counted
group by authority, framework, month, service_area, team, kind, selection, provisional, moderated, whys, looped,
         differed, late, sealed, unlisted, feedback
union all
select 'pair', authority, framework, month, null, null, kind, null, domain, grade, provisional, moderated, 0, 0, looped,
       0, 0, 0, 0, null, lead_grade, second_grade, cast(sum(number) as bigint)
from pairs_counted
group by authority, framework, month, kind, domain, grade, provisional, moderated, looped, lead_grade, second_grade
