"""Moderation, and the looped audits: how many grades were kept, which way they moved, where two auditors differed."""

from looped.reports.book import Book
from looped.reports.nodes import Block, Chart, Figure, Paragraph, Section, Table, Text
from looped.reports.sections.agreement import agreement_blocks
from looped.reports.sections.provisional import provisional_note
from looped.reports.wording import counted, joined, of, of_with_share
from looped.rubric.framework import OVERALL

TITLE = "Moderation and looped audits"
WHY = {
    "dip_sample": "drawn as a dip sample",
    "differed": "where two auditors differed",
    "rule": "because a rule asks for it",
    "challenge": "after a challenge",
}


def section(book: Book) -> Section:
    """Moderation first, then looped audits."""
    parts = (_moderation(book), _looped(book))
    return Section("moderation", TITLE, parts)


def _moderation(book: Book) -> Section:
    row = book.row("moderated")
    if not row.count:
        return Section("moderated", "Moderation", (Paragraph(("No audit of this period has been moderated.",)),))
    blocks: list[Block] = [Paragraph(_retained(book)), *_why(book), *_directions(book), *_dip_sample(book)]
    return Section("moderated", "Moderation", tuple(blocks))


def _retained(book: Book) -> Text:
    moderated = of(book.row("moderated"), "moderated")
    if not book.judged:
        return (*moderated, " audits were moderated.")
    row = book.row("retained")
    if not row.base:
        return (*moderated, " audits were moderated, none of them in the overall grade.")
    changed = Figure((row.base or 0) - (row.count or 0), "count", "changed/overall")
    overall = of(row, "retained")
    return (
        *moderated,
        " audits were moderated. The overall grade was retained in ",
        *overall,
        " and changed in ",
        changed,
        ".",
    )


def _why(book: Book) -> list[Block]:
    rows = [(why, book.row("moderated", why=why)) for why in WHY]
    if all(row.count is None for _, row in rows):
        return [Paragraph(("Why an audit was moderated is not recorded in this source.",))]
    listed: list[Text] = [(book.count("moderated", why=why), f" {WHY[why]}") for why, row in rows if row.count]
    return [Paragraph(("Why: ", *joined(listed), "."))] if listed else []


def _dip_sample(book: Book) -> list[Block]:
    row = book.row("retained", why="dip_sample")
    if not row.count or not book.judged:
        return []
    said = of_with_share(row, "retained/dip_sample")
    words = (
        "Only a dip sample is a sample. Of the audits moderated as a dip sample the overall grade was retained in ",
        *said,
        ". The others were moderated because something stood out, so a share of them says nothing about the rest.",
    )
    return [Paragraph(words)]


def _directions(book: Book) -> list[Block]:
    rows: list[tuple[Text, ...]] = [(("Domain",), ("Moderated",), ("Retained",), ("Raised",), ("Lowered",), ("Other",))]
    for code in (*book.framework.domain_codes, *((OVERALL,) if book.judged else ())):
        found = book.details.moderations.get(code)
        if not found or not found.moderated:
            continue
        numbers = (found.moderated, found.retained, found.raised, found.lowered, found.other)
        names = ("moderated", "retained", "raised", "lowered", "other")
        cells = [(Figure(n, "count", f"{name}/{code}"),) for n, name in zip(numbers, names, strict=True)]
        rows.append(((book.framework.title_of(code),), *cells))
    note = "Raised and lowered are against the lead auditor's grade. Other: graded by one and not graded by the other."
    return [Table("moderation", "What moderation did", tuple(rows), note=(note,))] if len(rows) > 1 else []


def _looped(book: Book) -> Section:
    row = book.row("looped")
    title = "Looped audits"
    if not row.count:
        words = "No looped audit of this period has both returns in."
        return Section("looped", title, (Paragraph((words,)), *provisional_note(book)))
    audits = counted(book.count("looped"), "audit was looped", "audits were looped")
    intro = (
        *audits,
        ": two managers read the same file and graded it independently, each without seeing the other's view. ",
    )
    blocks: list[Block] = [
        Paragraph((*intro, "They differed in at least one domain in ", *of(book.row("differed"), "differed"), ".")),
        _differences(book),
        *_grid(book),
        *_settled(book),
        *agreement_blocks(book),
    ]
    return Section("looped", title, tuple(blocks))


def _differences(book: Book) -> Table:
    rows: list[tuple[Text, ...]] = [(("Domain",), ("Looped audits",), ("Differed",), ("Agreed",))]
    for code in book.framework.graded_codes:
        row = book.row("differed", code)
        agreed = Figure((row.base or 0) - (row.count or 0), "count", f"agreed/{code}")
        rows.append(
            (
                (book.framework.title_of(code),),
                (book.base("differed", code),),
                (book.count("differed", code),),
                (agreed,),
            )
        )
    return Table("differed", "Looped audits by domain: where two auditors differed", tuple(rows))


def _grid(book: Book) -> list[Block]:
    records = [
        {"domain": book.framework.title_of(cell.domain), "order": book.framework.graded_codes.index(cell.domain)}
        | {"lead": cell.lead or "Not graded", "lead_position": cell.lead_position}
        | {"second": cell.second or "Not graded", "second_position": cell.second_position, "count": cell.count}
        for cell in book.details.looped
        if cell.domain in book.framework.graded_codes
    ]
    alt = ("The lead auditor's grade against the second auditor's, domain by domain. On the diagonal they agree.",)
    return [Chart("chart-looped", "Lead's grade against second's", "looped_differences", alt, tuple(records))]


def _settled(book: Book) -> list[Block]:
    how = {"lead": "on the lead's grade", "second": "on the second's grade", "another": "on another grade"}
    counts = dict.fromkeys((*how, None), 0)
    for cell in book.details.looped:
        if cell.domain in book.framework.graded_codes and cell.lead_position != cell.second_position:
            counts[cell.settled] += cell.count
    if not any(counts.values()):
        return []
    listed: list[Text] = [(Figure(counts[key], "count", f"settled/{key}"), f" {words}") for key, words in how.items()]
    open_still = Figure(counts[None], "count", "settled/not_yet")
    total = Figure(sum(counts.values()), "count", "differences")
    words = (
        "Counted by domain there were ",
        total,
        " differences. Settled: ",
        *joined(listed),
        "; not yet settled: ",
        open_still,
        ".",
    )
    return [Paragraph(words)]
