"""The last four quarters against the four before: what a quarter can't tell, a year sometimes can."""

from looped.reports.book import Book
from looped.reports.change import Change, Compared, in_words
from looped.reports.nodes import Block, Figure, Note, Paragraph, Section, Table, Text, text_of
from looped.reports.series import Series, SeriesMonth, Sort
from looped.reports.tables import good_or_better
from looped.reports.wording import joined
from looped.rubric.framework import OVERALL
from looped.stats.verdicts import pooled

TITLE = "The last four quarters against the four before"
YEARS = Compared("two years", "from the four quarters before to the last four", "years")
VERDICTS = {
    "improved": "better grades",
    "worsened": "worse grades",
    "months_differ": "differ, in no direction",
    "no_clear_change": "no clear change",
    "too_few": "too few to say",
}
QUARTER, YEAR, BOTH = 3, 12, 24
WHY_NOT: dict[Sort, str] = {
    "framework": "the framework changed in between",
    "selection": "files were selected in another way in between",
}


def years_blocks(book: Book, series: Series) -> list[Block]:
    """One year's audits against the year before's, or why not; then how many audits would show ten points."""
    reason = why_not(series)
    if reason:
        return [Paragraph((f"The last four quarters can't be set against the four before: {reason}.",)), *_needed(book)]
    found = _compared(book, series)
    blocks: list[Block] = [_table(book, series, found), *_claims(found), *_rest(book, found)]
    return [Section("years", TITLE, tuple(blocks)), *_needed(book)]


def why_not(series: Series) -> str | None:
    """Why two years can't be compared, None where they can: each quarter needs audits, made in the same way."""
    start = len(series.months) - BOTH
    quarters = [series.months[max(0, at) : max(0, at + QUARTER)] for at in range(start, len(series.months), QUARTER)]
    if not all(any(month.audits for month in quarter) for quarter in quarters):
        return "the records don't hold audits of all eight quarters"
    changed = {sort for found in series.breaks for sort in found.reasons}
    return next((words for sort, words in WHY_NOT.items() if sort in changed), None)


def two_years(series: Series) -> tuple[tuple[SeriesMonth, ...], tuple[SeriesMonth, ...]]:
    """The twelve months before the last twelve, and the last twelve."""
    return series.months[:-YEAR], series.months[-YEAR:]


def _compared(book: Book, series: Series) -> dict[str, Change]:
    sums = [
        pooled([{code: [month.grades.get(code, {})] for code in month.grades} for month in year])
        for year in two_years(series)
    ]
    counts = {code: [year.get(code, {}) for year in sums] for code in book.framework.graded_codes}
    beside: tuple[Sort, ...] = ("coverage", "moderation")
    unlike = tuple(sort for sort in beside if any(sort in found.reasons for found in series.breaks))
    return in_words(book, counts, unlike, YEARS)


def _table(book: Book, series: Series, found: dict[str, Change]) -> Table:
    head = ("Domain", "Four quarters before", "Last four quarters", "Change", "p of a direction", "May be said")
    rows: list[tuple[Text, ...]] = [tuple((word,) for word in head)]
    for code, change in found.items():
        cells = [_share(year, code, n) for n, year in enumerate(two_years(series))]
        p: Text = ("–",) if change.p is None else (Figure(change.p, "p", f"years/{code}/p"),)
        said = (VERDICTS[change.verdict],)
        rows.append(((book.framework.title_of(code),), *cells, change.difference or ("–",), p, said))
    note = (
        "Change is of the share of graded audits. Each p is of the Jonckheere-Terpstra test on all grades, corrected "
        "for all tests of this table together with those for any difference (Holm)."
    )
    return Table("years", f"{good_or_better(book.framework)}: {TITLE.lower()}", tuple(rows), note=(note,))


def _share(year: tuple[SeriesMonth, ...], code: str, number: int) -> Text:
    hits, base = (
        sum(counts.get(code, 0) for counts in each) for each in zip(*((m.hits, m.bases) for m in year), strict=True)
    )
    if not base:
        return ("no audits",)
    name = f"years/{number}/{code}"
    share = Figure(hits / base, "share", f"{name}/share", hits, base)
    return (Figure(hits, "count", name), " of ", Figure(base, "count", f"{name}/base"), " (", share, ")")


def _claims(found: dict[str, Change]) -> list[Block]:
    return [
        Note("Change from year to year", change.sentence, opened=change.because)
        for change in found.values()
        if change.verdict in ("improved", "worsened", "months_differ")
    ]


def _rest(book: Book, found: dict[str, Change]) -> list[Block]:
    """All that shows no clear change, in one note."""
    rest = {code: change for code, change in found.items() if change.verdict == "no_clear_change"}
    if not rest:
        return []
    names: list[Text] = [(book.framework.title_of(code),) for code in rest]
    audits = Figure(max(change.audits for change in rest.values()), "count", "years/audits")
    shown = [change.could_show for change in rest.values() if change.could_show is not None]
    words: Text = (*joined(names), ". ", audits, *_reach(good_or_better(book.framework), shown))
    return [Note("No clear change from one year to the other", words)]


def _reach(share: str, shown: list[float]) -> Text:
    """What so many audits could have shown, over all domains where that is known."""
    if not shown:
        return (f" graded audits could not be relied on to show even the largest change of the share {share}.",)
    least, most = (Figure(end(shown), "points", f"years/could_show/{end.__name__}") for end in (min, max))
    ends: Text = (least, " to ", most) if text_of(least) != text_of(most) else (most,)
    tail = f" points in the share {share}; a smaller one would probably go unseen."
    return (" graded audits could only have shown a change of about ", *ends, tail)


def _needed(book: Book) -> list[Block]:
    """How many audits in such a period would show ten points: once, for the whole report."""
    needed = {code: change.ten_points for code, change in book.change.items() if change.ten_points}
    if not needed:
        return []
    period = "quarter" if len(book.months) == QUARTER else "period of this length"
    lead = f"To show a change of ten points in the share {good_or_better(book.framework)}, a {period} would need "
    overall = needed.pop(OVERALL, None)
    said: list[Text] = []
    if overall:
        said.append(("about ", Figure(overall, "count", "ten_points/overall"), " graded audits overall"))
    if needed:
        least, most = min(needed.values()), max(needed.values())
        ends = (Figure(least, "count", "ten_points/least"), " to ", Figure(most, "count", "ten_points/most"))
        said.append(("about ", *(ends if least < most else ends[:1]), " in a domain"))
    return [Paragraph((lead, *joined(said), "."))]
