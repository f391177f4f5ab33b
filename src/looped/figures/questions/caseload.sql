-- Open cases at a month's end by service area, from the list that was in force then: the latest up to that day, else
-- the first after it. A list without its day is in force always. Days: month_end, and day (that of the moment asked for).
with lists as (
    select authority,
           coalesce(max(case when listed_at <= :month_end then listed_at end), min(listed_at)) as listed_at
    from caseload
    where listed_at is null or listed_at <= :day
    group by authority
)
select c.authority, c.service_area, l.listed_at, count(distinct c."case") as number
from caseload c
join lists l on l.authority = c.authority
where (c.listed_at is null or c.listed_at = l.listed_at)
  and (c.opened is null or c.opened <= :month_end)
  and (c.closed is null or c.closed > :month_end)
group by c.authority, c.service_area, l.listed_at
order by c.authority, c.service_area
