"""The figures once more, in plain Python: a straight reading of the definitions, audit by audit, row by row.

Written from the words of the figure table alone. It shares no code with `grades`, `loop` or the questions.
"""

from datetime import datetime

from looped.figures.schema import TABLES, WHY_MODERATED, Rows

ENDED = ("withdrawn", "not_done")
STANDING = ("lead", "second", "moderation")


def reference(rows: Rows, frameworks, moment: datetime, first, last, by=None, authority=None, kind="monthly"):
    """Every figure as {(figure, domain, month, service_area, team, grade, why): (count, base, share, provisional)}."""
    world = World(rows, frameworks, moment, kind, authority)
    in_period = _months(first, last)
    cells = [(month, None) for month in (*in_period, None)]
    if by:
        cells += [(month, key) for key in world.keys(by, in_period) for month in (*in_period, None)]
    answer = {}
    for month, key in cells:
        wanted = in_period if month is None else (month,)
        for (figure, domain, grade, why), counted in world.cell(wanted, in_period, month is None, by, key).items():
            area, team = (key, None) if by == "service_area" else (None, key)
            answer[figure, domain, month, area, team, grade, why] = counted
    return answer


class World:
    """All rows up to the moment, as dicts, and what follows from them."""

    def __init__(self, rows, frameworks, moment, kind, authority):
        self.known, self.frameworks, self.kind = rows.known, frameworks, kind
        tables = {
            name: [dict(zip(TABLES[name], row, strict=True)) for row in rows.tables.get(name, [])] for name in TABLES
        }
        self.tables = {
            name: [
                row
                for row in found
                if row.get("recorded_at", moment) <= moment and authority in (None, row["authority"])
            ]
            for name, found in tables.items()
        }
        self.audits = self._latest("audits", lambda row: (row["authority"], row["audit"]))
        self.actions = self._latest("actions", lambda row: (row["authority"], row["action"]))

    def _latest(self, table, key):
        latest = {}
        for row in sorted(self.tables[table], key=lambda row: (row["recorded_at"], row["seq"])):
            latest[key(row)] = row
        return latest

    def framework(self, audit):
        named = [each for each in self.frameworks if each.code == audit["framework"]]
        if named:
            return named[0]
        in_order = sorted(self.frameworks, key=lambda each: each.valid_from)
        begun = [each for each in in_order if audit["month"] is None or str(each.valid_from)[:7] <= audit["month"]]
        return begun[-1] if begun else in_order[0]

    def planned(self, wanted):
        return [
            audit
            for audit in self.audits.values()
            if (audit["kind"] or "monthly") == self.kind and audit["month"] in wanted
        ]

    def gradings(self, audit, moment=None):
        return [
            row
            for row in self.tables["gradings"]
            if (row["authority"], row["audit"]) == (audit["authority"], audit["audit"])
            and row["source"] in STANDING
            and (moment is None or row["recorded_at"] <= moment)
        ]

    def sealed(self, audit, moment=None):
        given = [row["source"] for row in self.gradings(audit, moment)]
        return audit["looped"] == 1 and ("lead" not in given or "second" not in given)

    def counted(self, wanted):
        return [
            audit
            for audit in self.planned(wanted)
            if audit["state"] not in ENDED and self.gradings(audit) and not self.sealed(audit)
        ]

    def last(self, audit, domain, source, moment=None):
        """The latest grading by a source in a domain, or None."""
        rows = [row for row in self.gradings(audit, moment) if row["domain"] == domain and row["source"] == source]
        return max(rows, key=lambda row: (row["recorded_at"], row["seq"])) if rows else None

    def stands(self, audit, domain, moment=None):
        """(grade, provisional) or None."""
        lead, second, moderation = (self.last(audit, domain, source, moment) for source in STANDING)
        if moderation:
            return moderation["grade"], False
        if not lead and not second:
            return None
        if audit["looped"] != 1:
            return (lead or second)["grade"], False
        leads = lead["grade"] if lead else None
        seconds = second["grade"] if second else None
        return leads, leads != seconds

    def differs(self, audit, domain):
        lead, second = self.last(audit, domain, "lead"), self.last(audit, domain, "second")
        return audit["looped"] == 1 and (lead["grade"] if lead else None) != (second["grade"] if second else None)

    def domains_of(self, audit):
        return {row["domain"] for row in self.gradings(audit)}

    def provisional(self, audit):
        return any(self.stands(audit, domain)[1] for domain in self.domains_of(audit))

    def keys(self, by, in_period):
        audits = self.counted(in_period) + (self.planned(in_period) if "plan" in self.known else [])
        return sorted({audit[by] for audit in audits if audit[by] is not None})

    def frame(self, in_period):
        """Codes of domains and names of grades in the period: those of the latest framework first."""
        audits = [
            a for a in self.planned(in_period) if a["state"] not in ENDED and self.gradings(a) and not self.sealed(a)
        ]
        used = [self.framework(audit) for audit in audits]
        used = used or [self.framework({"framework": None, "month": month}) for month in in_period]
        used = sorted({each.code: each for each in used}.values(), key=lambda each: each.valid_from, reverse=True)
        codes, names = [], []
        for each in used:
            codes += [code for code in each.domain_codes if code not in codes]
            names += [grade.name for grade in each.scale.grades if grade.name not in names]
        if any(each.rules.overall != "absent" for each in used):
            codes.append("overall")
        return codes, names

    def cell(self, wanted, in_period, whole, by, key):
        """{(figure, domain, grade, why): (count, base, share, provisional)} of one cell."""
        mine = (lambda row: True) if key is None else (lambda row: row[by] == key)
        domains, names = self.frame(in_period)
        audits = [audit for audit in self.counted(wanted) if mine(audit)]
        planned = [audit for audit in self.planned(wanted) if mine(audit)]
        out = {}

        def put(figure, hits, base, *, domain=None, grade=None, why=None, needs=(), base_needs=(), provisional=True):
            count = len(hits) if set(needs) <= self.known else None
            number = base if set(base_needs) <= self.known else None
            share = count / number if count is not None and number else None
            unsure = (
                [self.provisional(a) if domain is None else self.stands(a, domain)[1] for a in hits]
                if provisional
                else []
            )
            out[figure, domain, grade, why] = (
                count,
                number,
                share,
                sum(unsure) if provisional and count is not None else None,
            )

        def planning(figure, hits):
            put(figure, hits, len(planned), needs=["plan"], base_needs=["plan"], provisional=False)

        planning("planned", planned)
        planning("not_done", [audit for audit in planned if audit["state"] == "not_done"])
        planning("withdrawn", [audit for audit in planned if audit["state"] == "withdrawn"])
        put("audits", audits, len(audits))
        put("looped", [a for a in audits if a["looped"] == 1], len(audits))
        late = [a for a in audits if a["returned"] and a["due"] and a["returned"] > a["due"]]
        put("late", late, len(audits), needs=["due", "returned"])
        names_of_feedback = {
            "feedback": "heard",
            "feedback_tried": "not_reached",
            "feedback_declined": "declined",
            "feedback_not_appropriate": "not_appropriate",
        }
        for figure, outcome in names_of_feedback.items():
            put(figure, [a for a in audits if self.outcome(a) == outcome], len(audits), needs=["feedback"])
        self._by_domain(put, audits, domains, names)
        self._moderated(put, out, audits, domains)
        self._actions(out, audits, whole, by, key)
        on_ladder = [audit for audit in audits if self.was_on_ladder(audit)]
        still_open = [audit for audit in on_ladder if self.lacks(audit)]
        put("inadequate_open", still_open, len(on_ladder), needs=["actions"])
        return out

    def has(self, audits, domain):
        return [audit for audit in audits if domain in self.framework(audit).graded_codes]

    def _by_domain(self, put, audits, domains, names):
        for domain in domains:
            here = self.has(audits, domain)
            standing = [(a, self.stands(a, domain)[0]) for a in here if self.stands(a, domain)]
            base = sum(self.framework(a).rules.base == "all_audits" for a in here)
            base += sum(g is not None and self.framework(a).rules.base == "graded" for a, g in standing)
            for name in names:
                at_it = [
                    a
                    for a, g in standing
                    if (g, name) in [(x.position, x.name) for x in self.framework(a).scale.grades]
                ]
                put("grades", at_it, base, domain=domain, grade=name)
            good = [a for a, g in standing if g is not None and g >= self.framework(a).scale.good_from]
            put("good_or_better", good, base, domain=domain)
            put("not_graded", [a for a, g in standing if g is None], len(here), domain=domain)
            looped = [a for a in here if a["looped"] == 1]
            put("differed", [a for a in looped if self.differs(a, domain)], len(looped), domain=domain)
        looped = [a for a in audits if a["looped"] == 1]
        put("differed", [a for a in looped if any(self.differs(a, d) for d in self.domains_of(a))], len(looped))

    def _moderated(self, put, out, audits, domains):
        for why in (None, *WHY_MODERATED):
            needs = ["why_moderated"] if why else []

            def made(audit, domain, why=why):
                moderation = self.last(audit, domain, "moderation")
                return moderation is not None and why in (None, moderation["why_moderated"])

            def kept(audit, domain):
                lead = self.last(audit, domain, "lead")
                return self.last(audit, domain, "moderation")["grade"] == (lead["grade"] if lead else None)

            anywhere = [a for a in audits if any(made(a, domain) for domain in self.domains_of(a))]
            put("moderated", anywhere, len(audits), why=why, needs=needs)
            for domain in domains:
                here = [a for a in self.has(audits, domain) if made(a, domain)]
                put("moderated", here, len(self.has(audits, domain)), domain=domain, why=why, needs=needs)
                retained = [a for a in here if kept(a, domain)]
                put("retained", retained, len(here), domain=domain, why=why, needs=needs, base_needs=needs)
            overall = [a for a in self.has(audits, "overall") if made(a, "overall")]
            retained = [a for a in overall if kept(a, "overall")]
            count = len(retained) if set(needs) <= self.known else None
            base = len(overall) if set(needs) <= self.known else None
            share = count / base if base else None
            # The row without a domain is the overall grade's; what is moderated there is never provisional there.
            out["retained", None, None, why] = (count, base, share, None if count is None else 0)

    def outcome(self, audit):
        mine = [
            r for r in self.tables["feedback"] if (r["authority"], r["audit"]) == (audit["authority"], audit["audit"])
        ]
        mine.sort(key=lambda row: (row["recorded_at"], row["seq"]))
        said = []
        for row in mine:
            later = [r for r in mine[mine.index(row) + 1 :] if r["source"] == row["source"]]
            if row["outcome"] is not None and not (row["source"] in STANDING and later):
                said.append(row["outcome"])
        if "heard" in said:
            return "heard"
        return said[-1] if said else None

    def _actions(self, out, audits, whole, by, key):
        keys = {(audit["authority"], audit["audit"]) for audit in audits}
        mine = [row for row in self.actions.values() if (row["authority"], row["audit"]) in keys]
        if whole:
            service = [row for row in self.actions.values() if row["audit"] is None]
            mine += [row for row in service if key is None or (by == "service_area" and row["service_area"] == key)]
        unchecked = sum(row["checked_at"] is None for row in mine)
        known = "actions" in self.known
        share = unchecked / len(mine) if known and mine else None
        out["actions_open", None, None, None] = (
            (unchecked, len(mine), share, None) if known else (None, None, None, None)
        )

    def was_on_ladder(self, audit):
        """Whether the overall grade stood on the ladder's at any moment at which something of the audit was recorded."""
        versions = [
            row
            for row in self.tables["audits"]
            if (row["authority"], row["audit"]) == (audit["authority"], audit["audit"])
        ]
        for moment in {row["recorded_at"] for row in (*versions, *self.gradings(audit))}:
            known = [row for row in versions if row["recorded_at"] <= moment]
            if known:
                then = max(known, key=lambda row: (row["recorded_at"], row["seq"]))
                found = None if self.sealed(then, moment) else self.stands(then, "overall", moment)
                if found and found[0] == self.framework(audit).scale.ladder:
                    return True
        return False

    def lacks(self, audit):
        framework = self.framework(audit)
        mine = [
            r for r in self.actions.values() if (r["authority"], r["audit"]) == (audit["authority"], audit["audit"])
        ]
        unfinished = [row for row in mine if row["closed_at"] is None or row["checked_at"] is None]
        if not mine or unfinished:
            return True
        return framework.rules.re_audit_after_ladder and not self.re_audited(audit)

    def re_audited(self, audit):
        for other in self.audits.values():
            same = (
                other["case"] is not None
                and other["case"] == audit["case"]
                and other["authority"] == audit["authority"]
            )
            if same and other["kind"] == "re-audit" and other["state"] not in ENDED and not self.sealed(other):
                found = self.stands(other, "overall")
                if found and found[0] is not None and found[0] > self.framework(other).scale.ladder:
                    return True
        return False


def _months(first, last):
    found, year, month = [], int(first[:4]), int(first[5:])
    while f"{year:04}-{month:02}" <= last:
        found.append(f"{year:04}-{month:02}")
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return tuple(found)
