-- Figures taken over from earlier reports, as printed.
select authority, period, domain, grade, "count", base, share, document
from reported
order by authority, period, domain, grade
