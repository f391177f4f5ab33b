"""Between services: which areas lie further from the common share than chance puts them. Nobody is ranked."""

from dataclasses import dataclass

from looped.reports.book import Book
from looped.reports.comparable import coverage_differs
from looped.reports.nodes import Block, Chart, Figure, Note, Paragraph, Part, Section, Table, Text
from looped.reports.places import FAR, NEAR, READINGS
from looped.reports.sections.like_with_like import like_with_like_blocks
from looped.reports.tables import good_or_better
from looped.reports.wording import FEW, counted, joined
from looped.rubric.framework import OVERALL
from looped.stats.funnel import INNER, OUTER, Unit, funnel, interpolated_funnel

TITLE = "Between services"
FEWEST_AREAS = 3
# How many places along the funnel its limits are worked out for.
PLACES = 40


@dataclass(frozen=True)
class Area:
    """One service area: its audits good or better, and where its share lies among what chance gives."""

    name: str
    unit: Unit

    @property
    def few(self) -> bool:
        """Whether it has too few audits to say anything of it."""
        return self.unit.base < FEW


def section(book: Book) -> Section | None:
    """A funnel of the service areas where enough of them have enough audits; else one sentence."""
    if not book.judged:
        return None
    areas = _areas(book)
    reason = _why_not(book, areas)
    if reason:
        return Section("services", TITLE, (Paragraph(reason), *like_with_like_blocks(book)))
    title = f"{good_or_better(book.framework)} overall, by service area"
    blocks: list[Block] = [Paragraph(_lead(book, areas)), *_outside(areas), *_beside(book)]
    blocks += [_table(book, areas, title), _chart(areas, title), *like_with_like_blocks(book)]
    return Section("services", TITLE, tuple(blocks))


def _areas(book: Book) -> tuple[Area, ...]:
    """The service areas with audits, by name; whoever has no area given is left out."""
    rows = {
        row.service_area or "": row for row in book.areas if row.domain == OVERALL and row.month is None and row.base
    }
    if not rows:
        return ()
    units = funnel([row.count or 0 for row in rows.values()], [row.base or 0 for row in rows.values()])
    return tuple(Area(name, unit) for name, unit in sorted(zip(rows, units, strict=True), key=lambda each: each[0]))


def _why_not(book: Book, areas: tuple[Area, ...]) -> Text | None:
    if len(book.frameworks) > 1:
        return ("The framework changed within this period, so service areas can't be set beside each other.",)
    enough = sum(not area.few for area in areas)
    if enough >= FEWEST_AREAS:
        return None
    floor, fewest = Figure(FEW, "count", "rule/few"), Figure(FEWEST_AREAS, "count", "rule/fewest_areas")
    have = counted(Figure(enough, "count", "services/enough"), "service area has", "service areas have")
    return (*have, " ", floor, " audits or more. It takes at least ", fewest, " to set them beside each other.")


def _lead(book: Book, areas: tuple[Area, ...]) -> Text:
    far = [area for area in areas if area.unit.place in FAR and not area.few]
    near = [area for area in areas if area.unit.place in NEAR and not area.few]
    lead = "With few audits an area’s share can lie far from the common one by chance alone. "
    if not far and not near:
        return (lead, "No service area lies further off than that: what differs between services may be chance.")
    words: list[Part] = [lead]
    if far:
        words += ["Further off than chance gives: ", *joined([_told(area) for area in far]), ". "]
    if near:
        words += ["Somewhat off: ", *joined([_told(area) for area in near]), ". Chance alone puts one area in "]
        words += ["twenty there, so this is a question to ask and no finding. "]
    return (*words, "This is no ranking: services work with different families.")


def _told(area: Area) -> Text:
    """`Leaving Care, higher (12 of 14; chance gives 18.0% to 76.2%)`."""
    unit, code = area.unit, f"services/{area.name}"
    limits = unit.outer if unit.place in FAR else unit.inner
    assert limits is not None
    way = "higher" if unit.place.startswith("above") else "lower"
    counts = (Figure(unit.hits, "count", code), " of ", Figure(unit.base, "count", f"{code}/base"))
    ends = (Figure(limits.low, "share", f"{code}/low"), " to ", Figure(limits.high, "share", f"{code}/high"))
    return (f"{area.name}, {way} (", *counts, "; chance gives ", *ends, ")")


def _outside(areas: tuple[Area, ...]) -> list[Block]:
    few: list[Text] = [(area.name,) for area in areas if area.few]
    return [Paragraph(("Too few audits to say anything: ", *joined(few), "."))] if few else []


def _beside(book: Book) -> list[Block]:
    if not coverage_differs(book):
        return []
    words = "The areas were read in different months, so a difference between areas may be one between months."
    return [Note("Read in different months", (words,), "caution")]


def _table(book: Book, areas: tuple[Area, ...], title: str) -> Table:
    head = ("Service area", good_or_better(book.framework), "Chance gives (95%)", "What may be said")
    rows: list[tuple[Text, ...]] = [tuple((word,) for word in head)]
    for area in areas:
        rows.append(((area.name,), *_cells(area)))
    hits, base = sum(area.unit.hits for area in areas), sum(area.unit.base for area in areas)
    rows.append((("All areas",), _share(hits, base, "services/all"), ("–",), ("–",)))
    note = "In the order of their names. Limits are worked out exactly for each area’s number of audits."
    return Table("services", title, tuple(rows), note=(note,), total_rows=(len(rows) - 1,))


def _cells(area: Area) -> list[Text]:
    unit, code = area.unit, f"services/{area.name}"
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


def _chart(areas: tuple[Area, ...], title: str) -> Chart:
    hits, base = sum(area.unit.hits for area in areas), sum(area.unit.base for area in areas)
    largest = max(area.unit.base for area in areas)
    records = tuple(
        {"label": area.name, "base": area.unit.base, "hits": area.unit.hits, "share": area.unit.share}
        | {"few": area.few, "place": "inside" if area.few else area.unit.place}
        for area in areas
    )
    options = (("common", hits / base), ("limits", _limits(hits / base, largest)))
    alt = ("Each service area by its number of audits and its share, between limits that narrow as audits grow. ",)
    return Chart("chart-services", title, "funnel", (*alt, "The table has every figure."), records, options)


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
