-- Audits, and services, of which feedback or an improvement action was recorded after one moment and up to another.
-- Feedback given in a return isn't among them: the return is its cause. For the causes of restatements.
select authority, audit, null as service_area
from feedback
where recorded_at > :since and recorded_at <= :moment and audit is not null
  and (source is null or source not in ('lead', 'second', 'moderation'))
union
select authority, audit, case when audit is null then service_area end as service_area
from actions
where recorded_at > :since and recorded_at <= :moment
