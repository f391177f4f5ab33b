-- Baselines and targets.
select authority, figure, domain, grade, kind, value, valid_from, valid_to, set_by, why
from marks
order by authority, figure, domain, grade, kind, valid_from
