"""How far the two auditors of looped audits agree, how surely, and whether one of the two is more generous."""

from looped.reports.book import Book
from looped.reports.nodes import Block, Figure, Note, Paragraph, Table, Text
from looped.reports.wording import joined, p_of
from looped.stats.agreement import FLOOR, Agreement, Estimate, panel
from looped.stats.holm import holm

NONE = "–"
CLEAR = 0.05


def agreement_blocks(book: Book) -> list[Block]:
    """A table of the domains and what may be said of the two auditors; nothing where no grade was given by both."""
    codes = book.framework.graded_codes
    found = dict(zip(codes, panel([_pairs(book, code) for code in codes]), strict=True))
    if not any(each.pairs for each in found.values()):
        return []
    return [_table(book, found), _direction(book, found)]


def _pairs(book: Book, code: str) -> list[list[int]]:
    """Lead's grade down, second's across, all grades of the scale; what one of them didn't grade is no pair."""
    grades = len(book.framework.scale.grades)
    table = [[0] * grades for _ in range(grades)]
    for cell in book.details.looped:
        if cell.domain == code and cell.lead_position and cell.second_position:
            table[cell.lead_position - 1][cell.second_position - 1] += cell.count
    return table


def _table(book: Book, found: dict[str, Agreement]) -> Table:
    head = ("Domain", "Pairs", "Same grade", "Within one", "Coefficient", "Second’s where they differ")
    rows: list[tuple[Text, ...]] = [tuple((word,) for word in head)]
    for code, each in found.items():
        name = f"agreement/{code}"
        counts = (each.pairs, each.second_higher, each.second_lower)
        pairs, higher, lower = (Figure(number, "count", f"{name}/{at}") for at, number in enumerate(counts))
        near: Text = (
            (NONE,) if each.within_one.value is None else (Figure(each.within_one.value, "share", f"{name}/one"),)
        )
        cells: list[Text] = [(pairs,), _share(each.exact, f"{name}/exact"), near, _coefficient(each, name)]
        rows.append(((book.framework.title_of(code),), *cells, (higher, " higher, ", lower, " lower")))
    note: Text = (
        "Pairs: graded by both. 95% intervals stand in brackets. The coefficient is Gwet’s, with ordinal weights on "
        "the whole scale: nought is what chance gives, one is full agreement. It is given from ",
        Figure(FLOOR, "count", "rule/pairs"),
        " pairs on, and can’t be compared between scales.",
    )
    return Table("agreement", "How far lead and second agree", tuple(rows), note=note)


def _share(found: Estimate, code: str) -> Text:
    if found.value is None:
        return (NONE,)
    ends = (Figure(found.low, "share", f"{code}/low"), " to ", Figure(found.high, "share", f"{code}/high"))
    return (Figure(found.value, "share", code), " (", *ends, ")")


def _coefficient(found: Agreement, code: str) -> Text:
    if found.pairs < FLOOR:
        return ("too few to say",)
    if found.ac2.value is None:
        return ("not estimable",)
    value = Figure(found.ac2.value, "ratio", f"{code}/ac")
    if found.ac2.low is None:
        return (value,)
    ends = (
        Figure(found.ac2.low, "ratio", f"{code}/ac/low"),
        " to ",
        Figure(found.ac2.high, "ratio", f"{code}/ac/high"),
    )
    return (value, " (", *ends, ")")


def _direction(book: Book, found: dict[str, Agreement]) -> Block:
    """Who is more generous, by an exact sign test on the differing pairs, corrected for all that are made."""
    tested = {code: each for code, each in found.items() if each.direction is not None}
    if not tested:
        return Paragraph(("Wherever both gave a grade, it was the same.",))
    adjusted = dict(zip(tested, holm([each.direction or 0.0 for each in tested.values()]), strict=True))
    clear = [code for code, p in adjusted.items() if p < CLEAR]
    said: list[Text] = [
        (
            f"{book.framework.title_of(code)}: the second auditor graded {_way(tested[code])} than the lead more often "
            "than chance gives. ",
        )
        for code in clear
    ]
    words: Text = tuple(part for each in said for part in each) or (
        "In no domain did either auditor grade higher more often than chance gives.",
    )
    return Note("Is either auditor more generous?", words, opened=_because(book, tested, adjusted))


def _way(found: Agreement) -> str:
    return "higher" if found.second_higher > found.second_lower else "lower"


def _because(book: Book, tested: dict[str, Agreement], adjusted: dict[str, float]) -> Text:
    each: list[Text] = [
        (f"{book.framework.title_of(code)} ", *p_of(adjusted[code], f"agreement/{code}/p")) for code in tested
    ]
    number = Figure(len(tested), "count", "agreement/tests")
    lead = ("Exact sign test on the pairs that differ, corrected for ", number)
    if len(tested) > 1 and min(adjusted.values()) == max(adjusted.values()):
        return (*lead, " such tests (Holm): ", *p_of(min(adjusted.values()), "agreement/p"), " in each.")
    return (*lead, " such tests (Holm): " if len(tested) > 1 else " such test: ", *joined(each), ".")
