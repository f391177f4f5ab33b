"""Between services, teams, councils: which lie further from the common share than chance gives. Nobody is ranked."""

from dataclasses import dataclass

from looped.reports.book import Beside, Book
from looped.reports.comparable import coverage_differs
from looped.reports.nodes import Block, Chart, Figure, Note, Paragraph, Part, Section, Table, Text
from looped.reports.places import FAR, NEAR, READINGS
from looped.reports.sections.like_with_like import like_with_like_blocks
from looped.reports.tables import good_or_better
from looped.reports.wording import FEW, counted, joined, sentence_case
from looped.rubric.framework import OVERALL
from looped.stats.funnel import INNER, OUTER, Unit, funnel, interpolated_funnel

TITLE = "Between services"
FEWEST_AREAS = 3
# Of more than this many with too few audits the number is said, and their names stand in the table alone.
NAMED = 5
# How many places along the funnel its limits are worked out for.
PLACES = 40


@dataclass(frozen=True)
class Sort:
    """What is set beside each other, in words. code: of its table and chart."""

    code: str
    one: str
    many: str
    short: str
    all_of_them: str


AREAS = Sort("services", "service area", "service areas", "area", "services")
TEAMS = Sort("teams", "team", "teams", "team", "teams")
COUNCILS = Sort("councils", "council", "councils", "council", "councils")


@dataclass(frozen=True)
class Area:
    """One service area, team or council: its audits good or better, and where its share lies."""

    name: str
    unit: Unit

    @property
    def few(self) -> bool:
        """Whether it has too few audits to say anything of it."""
        return self.unit.base < FEW


def section(book: Book) -> Section | None:
    """A funnel of the service areas, of the teams and of the councils where enough have enough audits."""
    if not book.judged:
        return None
    if len(book.frameworks) > 1:
        words = "The framework changed within this period, so service areas can't be set beside each other."
        return Section("services", TITLE, (Paragraph((words,)), *like_with_like_blocks(book)))
    blocks = [*_blocks(book, AREAS, _areas(book)), *_teams(book)]
    if len(book.councils) > 1:
        blocks += _blocks(book, COUNCILS, _set_beside(book.councils))
    return Section("services", TITLE, (*blocks, *like_with_like_blocks(book)))


def _areas(book: Book) -> tuple[Area, ...]:
    """The service areas with audits; whoever has no area given is left out."""
    rows = [row for row in book.areas if row.domain == OVERALL and row.month is None and row.base]
    return _set_beside([Beside(row.service_area or "", row.count or 0, row.base or 0) for row in rows])


def _set_beside(found: tuple[Beside, ...] | list[Beside]) -> tuple[Area, ...]:
    """By name, each with its place in the funnel."""
    if not found:
        return ()
    ordered = sorted(found, key=lambda each: each.name)
    units = funnel([each.hits for each in ordered], [each.base for each in ordered])
    return tuple(Area(each.name, unit) for each, unit in zip(ordered, units, strict=True))


def _teams(book: Book) -> list[Block]:
    """Teams, unless each is a service area under another name."""
    if not book.teams:
        words = "No team is given in what was read, so teams can't be set beside each other. "
        return [Paragraph((words, "A column of that name would do."))]
    teams, areas = _set_beside(book.teams), _areas(book)
    if [area.unit for area in areas] == [team.unit for team in teams]:
        return []
    return _blocks(book, TEAMS, teams)


def _blocks(book: Book, sort: Sort, areas: tuple[Area, ...]) -> list[Block]:
    enough = sum(not area.few for area in areas)
    if enough < FEWEST_AREAS:
        return [Paragraph(_why_not(sort, enough))]
    title = f"{good_or_better(book.framework)} overall, by {sort.one}"
    blocks: list[Block] = [Paragraph(_lead(sort, areas)), *_outside(sort, areas)]
    blocks += _beside(book) if sort is AREAS else []
    return [*blocks, _table(book, sort, areas, title), _chart(sort, areas, title)]


def _why_not(sort: Sort, enough: int) -> Text:
    floor, fewest = Figure(FEW, "count", "rule/few"), Figure(FEWEST_AREAS, "count", "rule/fewest_areas")
    have = counted(Figure(enough, "count", f"{sort.code}/enough"), f"{sort.one} has", f"{sort.many} have")
    if not enough:
        return (
            f"No {sort.one} has ",
            floor,
            " audits or more. It takes at least ",
            fewest,
            " to set them beside each other.",
        )
    return (*have, " ", floor, " audits or more. It takes at least ", fewest, " to set them beside each other.")


def _lead(sort: Sort, areas: tuple[Area, ...]) -> Text:
    far = [area for area in areas if area.unit.place in FAR and not area.few]
    near = [area for area in areas if area.unit.place in NEAR and not area.few]
    article = "an" if sort.short[0] in "aeiou" else "a"
    lead = f"With few audits {article} {sort.short}’s share can lie far from the common one by chance alone. "
    if not far and not near:
        return (
            lead,
            f"No {sort.one} lies further off than that: what differs between {sort.all_of_them} may be chance.",
        )
    words: list[Part] = [lead]
    if far:
        words += ["Further off than chance gives: ", *joined([_told(sort, area) for area in far]), ". "]
    if near:
        words += ["Somewhat off: ", *joined([_told(sort, area) for area in near]), ". Chance alone puts one "]
        words += [f"{sort.short} in twenty there, so this is a question to ask and no finding. "]
    return (*words, f"This is no ranking: {sort.all_of_them} work with different families.")


def _told(sort: Sort, area: Area) -> Text:
    """`Leaving Care, higher (12 of 14; chance gives 18.0% to 76.2%)`.

    Whatever lies beyond the wider limits is told with them, and by other words: the table gives the narrower ones.
    """
    unit, code = area.unit, f"{sort.code}/{area.name}"
    limits, gives = (unit.outer, "nearly always gives") if unit.place in FAR else (unit.inner, "gives")
    assert limits is not None
    way = "higher" if unit.place.startswith("above") else "lower"
    counts = (Figure(unit.hits, "count", code), " of ", Figure(unit.base, "count", f"{code}/base"))
    ends = (Figure(limits.low, "share", f"{code}/low"), " to ", Figure(limits.high, "share", f"{code}/high"))
    return (f"{area.name}, {way} (", *counts, f"; chance {gives} ", *ends, ")")


def _outside(sort: Sort, areas: tuple[Area, ...]) -> list[Block]:
    few: list[Text] = [(area.name,) for area in areas if area.few]
    if len(few) > NAMED:
        number = Figure(len(few), "count", f"{sort.code}/few")
        return [
            Paragraph(("Too few audits to say anything of ", number, f" of the {sort.many}: the table shows which."))
        ]
    return [Paragraph(("Too few audits to say anything: ", *joined(few), "."))] if few else []


def _beside(book: Book) -> list[Block]:
    if not coverage_differs(book):
        return []
    words = "The areas were read in different months, so a difference between areas may be one between months."
    return [Note("Read in different months", (words,), "caution")]


def _table(book: Book, sort: Sort, areas: tuple[Area, ...], title: str) -> Table:
    head = (sentence_case(sort.one), good_or_better(book.framework), "Chance gives (95%)", "What may be said")
    rows: list[tuple[Text, ...]] = [tuple((word,) for word in head)]
    for area in areas:
        rows.append(((area.name,), *_cells(sort, area)))
    hits, base = sum(area.unit.hits for area in areas), sum(area.unit.base for area in areas)
    rows.append(((f"All {sort.short}s",), _share(hits, base, f"{sort.code}/all"), ("–",), ("–",)))
    note = f"In the order of their names. Limits are worked out exactly for each {sort.short}’s number of audits."
    return Table(sort.code, title, tuple(rows), note=(note,), total_rows=(len(rows) - 1,))


def _cells(sort: Sort, area: Area) -> list[Text]:
    unit, code = area.unit, f"{sort.code}/{area.name}"
    assert unit.inner is not None
    ends: Text = (
        Figure(unit.inner.low, "share", f"{code}/low"),
        " to ",
        Figure(unit.inner.high, "share", f"{code}/high"),
    )
    said = "too few to say" if area.few else READINGS[unit.place]
    return [_share(unit.hits, unit.base, code), ends, (said,)]


def _share(hits: int, base: int, code: str) -> Text:
    counts = (Figure(hits, "count", code), " of ", Figure(base, "count", f"{code}/base"))
    return (*counts, " (", Figure(hits / base, "share", f"{code}/share", hits, base), ")")


def _chart(sort: Sort, areas: tuple[Area, ...], title: str) -> Chart:
    hits, base = sum(area.unit.hits for area in areas), sum(area.unit.base for area in areas)
    largest = max(area.unit.base for area in areas)
    records = tuple(
        {"label": area.name, "base": area.unit.base, "hits": area.unit.hits, "share": area.unit.share}
        | {"few": area.few, "place": "inside" if area.few else area.unit.place}
        for area in areas
    )
    options = (("common", hits / base), ("limits", _limits(hits / base, largest)), ("unit", sort.short))
    alt = (f"Each {sort.one} by its number of audits and its share, between limits that narrow as audits grow. ",)
    return Chart(f"chart-{sort.code}", title, "funnel", (*alt, "The table has every figure."), records, options)


def _limits(common: float, largest: int) -> tuple[dict[str, float], ...]:
    """The limits along the funnel, from the smallest number of audits to a tenth beyond the largest."""
    end = largest + max(1, largest // 10)
    bases = sorted({max(1, round(end * at / PLACES)) for at in range(1, PLACES + 1)})
    found = []
    for base in bases:
        ends: dict[str, float] = {"base": base}
        for name, level in (("inner", INNER), ("outer", OUTER)):
            # A count that is still ordinary lies inside this line, at both ends; one that isn't lies outside.
            ends[f"{name}_low"] = interpolated_funnel(common, base, level).low
            ends[f"{name}_high"] = 1 - interpolated_funnel(1 - common, base, level).low
        found.append(ends)
    return tuple(found)
