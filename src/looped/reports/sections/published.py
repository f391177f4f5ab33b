"""The edition for publication: counts by month, every small one withheld with all that would tell it.

It prints fewer kinds of figure than the report to the Board, so that all it prints can be held together and proved.
A sentence, a percentage, an interval and a bar of a chart stand or fall with the counts that they rest on.
"""

from looped.figures.periods import month_title
from looped.reports.book import Book
from looped.reports.nodes import Block, Bullets, Chart, Figure, Note, Paragraph, Section, Table, Text
from looped.reports.sections.coverage import selection_words
from looped.reports.tables import base_sentence, columns, good_or_better, header, off_scale
from looped.reports.withholding import NOT_GRADED, Withheld, code_in, graded_code
from looped.reports.wording import counted, interval_of, joined, of_with_share, sentence_case
from looped.rubric.framework import OVERALL
from looped.stats.disclosure import SYMBOL
from looped.stats.intervals import wilson

MARK: Text = (SYMBOL,)
WITHHELD: Text = (f"withheld ({SYMBOL})",)


def read(book: Book) -> Section:
    """How many files were read, how they were chosen, and what is withheld."""
    months: list[Text] = [(book.count("audits", None, month), f" in {month_title(month)}") for month in book.months]
    audits = counted(book.count("audits", None, columns(book)[-1]), "audit", "audits")
    words: Text = (*audits, f" of case files, {book.period_title}")
    words = (*words, ": ", *joined(months), ".") if len(months) > 1 else (*words, ".")
    blocks: list[Block] = [Paragraph((*words, f" Figures as at {book.as_at_title}.")), _withheld(_of(book))]
    return Section("published-read", "What was read", (*blocks, Paragraph((selection_words(book),)), _months(book)))


def overall(book: Book) -> Section | None:
    """The overall grades; nothing where the framework gives none."""
    return _graded(book, OVERALL, book.framework.title_of(OVERALL)) if book.judged else None


def domains(book: Book) -> Section:
    """The domains beside each other, as far as they are shown, then one by one."""
    title = "Grades by domain"
    each = [_graded(book, code, book.framework.title_of(code)) for code in book.framework.domain_codes]
    return Section("published-domains", title, (*_beside(book), *each), page_break=True)


def method(book: Book) -> Section:
    """How the figures are made, in as few rules as this edition needs."""
    proof = ", and each withheld small count is attacked: no reader can work it out from what is printed"
    rules: list[Text] = [
        (f"Framework: {book.framework.title}. {base_sentence(book.framework, OVERALL)}",),
        ("Percentages have one decimal, and exact halves are rounded up. They may not add up to exactly the whole.",),
        (
            "An interval is the range in which the true share lies with 95% confidence if these files were drawn at "
            "random (Wilson’s method).",
        ),
        ("A grade stands as settled: by moderation where there was one, otherwise as the auditor gave it.",),
        (
            "What is withheld is chosen by an integer programme over all counts of this edition and of those published "
            f"before it{'' if _of(book).exposed else proof}.",
        ),
    ]
    return Section("published-method", "How the figures are made", (Bullets(tuple(rules)),))


def _of(book: Book) -> Withheld:
    return book.withheld or Withheld(frozenset())


def _withheld(found: Withheld) -> Note:
    least, most = Figure(1, "count", "rule/least"), Figure(found.small, "count", "rule/small")
    words: Text = (
        f"“{SYMBOL}” stands for a figure that is withheld, so that no child can be recognised. Counts from ",
        least,
        " to ",
        most,
        " are withheld, and with them other counts that would tell them. So the mark says nothing of how large a "
        "figure is. A nought is a true nought. Percentages, intervals and sentences that rest on a withheld count are "
        "withheld with it.",
    )
    return Note(f"Figures marked {SYMBOL}", words)


def _months(book: Book) -> Paragraph:
    """Without the verdicts, which rest on every count, this must be said wherever months stand side by side."""
    return Paragraph(
        (
            "With so few files a month, shares go up and down by chance alone. Whether anything changed is tested on "
            "all counts, in the report to the Board; the months beside each other don't show it.",
        )
        if len(book.months) > 1
        else ("With so few files a single month shows little.",)
    )


def _graded(book: Book, code: str, title: str) -> Section:
    return Section(f"published-{code}", title, (_table(book, code, title), Bullets(tuple(_sentences(book, code)))))


def _table(book: Book, code: str, title: str) -> Table:
    scale = book.framework.scale
    rows = [header(book, "Grade")]
    rows += [_row(book, grade.name, "grades", code, grade.name) for grade in reversed(scale.grades)]
    not_graded = [_row(book, "Not graded", NOT_GRADED, code)] if _may_be_not_graded(book, code) else []
    other = [_other(book, code)] if any(off_scale(book, code, month) for month in columns(book)) else []
    good = _row(book, good_or_better(book.framework), "good_or_better", code)
    audits: tuple[Text, ...] = (
        ("Total audits",),
        *((book.count("audits", None, month),) for month in columns(book)),
        ("–",),
    )
    rows += (
        [*other, _graded_row(book, code)] if book.framework.rules.base == "graded" else [*other, *not_graded, audits]
    )
    total = len(rows) - 1
    rows += [good, *not_graded, audits] if book.framework.rules.base == "graded" else [good]
    note = (base_sentence(book.framework, code),)
    return Table(f"grades-{code}", title, tuple(rows), note=note, total_rows=tuple(range(total, len(rows))))


def _may_be_not_graded(book: Book, code: str) -> bool:
    allowed = code != OVERALL and book.framework.domain(code).may_be_not_graded
    return allowed or any(book.row(NOT_GRADED, code, month).count for month in columns(book))


def _row(book: Book, label: str, figure: str, domain: str, grade: str | None = None) -> tuple[Text, ...]:
    cells = [_cell(book, figure, domain, month, grade) for month in columns(book)]
    whole = columns(book)[-1]
    interval = (
        interval_of(book.row(figure, domain, whole, grade=grade), f"{figure}/{domain}/{grade or 'all'}")
        if _shown(book, figure, domain, whole, grade) and _based(book, figure, domain, whole)
        else MARK
    )
    return ((sentence_case(label),), *cells, interval)


def _cell(book: Book, figure: str, domain: str, month: str | None, grade: str | None) -> Text:
    if not _shown(book, figure, domain, month, grade):
        return MARK
    count, row = book.count(figure, domain, month, grade=grade), book.row(figure, domain, month, grade=grade)
    if not row.base or not _based(book, figure, domain, month):
        return (count,)
    return (count, " (", book.share(figure, domain, month, grade=grade), ")")


def _graded_row(book: Book, code: str) -> tuple[Text, ...]:
    first = book.framework.scale.grades[0].name
    cells: list[Text] = [
        (book.base("grades", code, month, grade=first),) if _based(book, "grades", code, month) else MARK
        for month in columns(book)
    ]
    return (("Graded",), *cells, ("–",))


def _other(book: Book, code: str) -> tuple[Text, ...]:
    """Audits graded on another framework's scale are few and of no use to a reader: never printed."""
    return (("No grade on this scale",), *(MARK for _ in columns(book)), MARK)


def _shown(book: Book, figure: str, domain: str, month: str | None, grade: str | None = None) -> bool:
    return code_in(figure, domain, month, grade) not in _of(book).codes


def _based(book: Book, figure: str, domain: str, month: str | None) -> bool:
    """Whether the base of a share is shown: all audits always are."""
    of_audits = book.framework.rules.base == "all_audits" or figure == NOT_GRADED
    return of_audits or graded_code(book.framework, domain, month) not in _of(book).codes


def _sentences(book: Book, code: str) -> list[Text]:
    """What may be said of the whole period: a sentence stands only if the count and the base it rests on are shown."""
    whole, lowest = columns(book)[-1], book.framework.scale.name(book.framework.scale.ladder)
    said: list[Text] = []
    for label, figure, grade in (
        (good_or_better(book.framework), "good_or_better", None),
        (lowest, "grades", lowest),
    ):
        shown = _shown(book, figure, code, whole, grade) and _based(book, figure, code, whole)
        row = book.row(figure, code, whole, grade=grade)
        words = of_with_share(row, f"{figure}/{code}/{grade or 'all'}", "audits") if shown else WITHHELD
        said.append((f"{label}: ", *words, "."))
    return said


def _beside(book: Book) -> list[Block]:
    """A bar for each domain whose share is shown; the others are named."""
    whole = columns(book)[-1]
    codes = book.framework.domain_codes
    shown = [c for c in codes if _shown(book, "good_or_better", c, whole) and _based(book, "good_or_better", c, whole)]
    left: list[Text] = [(book.framework.title_of(code),) for code in codes if code not in shown]
    blocks: list[Block] = (
        [_chart(book, shown, whole)] if any(book.row("audits", None, whole).count for _ in shown) else []
    )
    if left:
        blocks.append(Paragraph((f"Withheld ({SYMBOL}) and not drawn: ", *joined(left), ".")))
    return blocks


def _chart(book: Book, codes: list[str], whole: str | None) -> Chart:
    records, said = [], list[Text]()
    for order, code in enumerate(codes):
        row = book.row("good_or_better", code, whole)
        low, high = wilson(row.count or 0, row.base) if row.base else (None, None)
        label = book.framework.title_of(code)
        records.append(
            {"label": label, "order": order, "share": row.share, "low": low, "high": high}
            | {"count": row.count, "base": row.base}
        )
        said.append((f"{label} ", book.share("good_or_better", code, whole)))
    title = f"{good_or_better(book.framework)} in each domain, with 95% intervals"
    alt: Text = (f"{title}: ", *joined(said), ".")
    return Chart("chart-published", title, "shares_with_intervals", alt, tuple(records))
