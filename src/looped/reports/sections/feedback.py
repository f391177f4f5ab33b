"""Family feedback: how many families were heard, what they said, and words they gave leave to print."""

from collections import Counter

from looped.figures.periods import month_title
from looped.reports.book import Book
from looped.reports.material import FeedbackWords
from looped.reports.nodes import Block, Figure, Paragraph, Quote, Section, Table, Text
from looped.reports.tables import columns, header, share_cell
from looped.reports.wording import counted, joined, of, of_with_share

TITLE = "Feedback from parents, carers, children and young people"
ROWS = (
    ("Heard", "feedback"),
    ("Tried, not reached", "feedback_tried"),
    ("Declined", "feedback_declined"),
    ("Not appropriate to ask", "feedback_not_appropriate"),
)
QUOTES = 8


def section(book: Book) -> Section:
    """The rate by month, who was heard, attempts, comments by theme, and approved quotes."""
    if not book.known("feedback"):
        words = "Family feedback is not recorded in this workbook."
        return Section("feedback", TITLE, (Paragraph((words,)),))
    blocks: list[Block] = [Paragraph(_rate(book)), _table(book), *_who(book), *_themes(book), *_quotes(book)]
    return Section("feedback", TITLE, tuple(blocks))


def _rate(book: Book) -> Text:
    month = columns(book)[-1]
    words: Text = (
        "A family was heard in ",
        *of_with_share(book.row("feedback", None, month), "feedback", "audits"),
        ".",
    )
    if len(book.months) == 1:
        return words
    each: list[Text] = [
        (*of(book.row("feedback", None, m), f"feedback/{m}"), f" in {month_title(m)}")
        for m in book.months
        if book.row("feedback", None, m).base
    ]
    return (*words, " By month: ", *joined(each), ".")


def _table(book: Book) -> Table:
    rows: list[tuple[Text, ...]] = [header(book, "Family", interval=False)]
    rows += [((label,), *(share_cell(book, figure, None, m) for m in columns(book))) for label, figure in ROWS]
    rows.append((("Nothing recorded",), *(_nothing(book, m) for m in columns(book))))
    rows.append((("Total audits",), *((book.count("audits", None, m),) for m in columns(book))))
    note = "Each audit is counted once: heard if anyone was heard, otherwise by the latest attempt."
    return Table("feedback", "Was the family heard?", tuple(rows), note=(note,), total_rows=(len(rows) - 1,))


def _nothing(book: Book, month: str | None) -> Text:
    base = book.row("feedback", None, month).base or 0
    left = base - sum(book.row(figure, None, month).count or 0 for _, figure in ROWS)
    count = Figure(left, "count", f"feedback_nothing/{month}")
    if not base:
        return (count,)
    return (count, " (", Figure(left / base, "share", f"feedback_nothing/{month}/share", left, base), ")")


def _in_period(book: Book) -> list[FeedbackWords]:
    return [f for f in book.material.feedback if f.month is None or book.first <= f.month <= book.last]


def _who(book: Book) -> list[Block]:
    rows = _in_period(book)
    if not rows:
        return []
    heard = Counter(f.who for f in rows if f.outcome == "heard" and f.who)
    attempts = Figure(len(rows), "count", "attempts")
    words: Text = ("The feedback sheet holds ", *counted(attempts, "contact or attempt", "contacts and attempts"), ".")
    if not heard:
        return [Paragraph(words)]
    listed: list[Text] = [(f"{who.lower()} ", Figure(n, "count", f"heard/{who}")) for who, n in _most_first(heard)]
    return [Paragraph((*words, " Who was heard: ", *joined(listed), "."))]


def _themes(book: Book) -> list[Block]:
    themes = Counter(f.theme for f in _in_period(book) if f.outcome == "heard" and f.theme)
    if not themes:
        return []
    rows: list[tuple[Text, ...]] = [(("Theme",), ("Comments",))]
    rows += [((theme,), (Figure(n, "count", f"theme/{theme}"),)) for theme, n in _most_first(themes)]
    return [Table("feedback-themes", "What families spoke of", tuple(rows))]


def _most_first(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _quotes(book: Book) -> list[Block]:
    said = [f for f in _in_period(book) if f.words]
    approved = [f for f in said if f.leave_to_publish and f.checked_by]
    if not said:
        return []
    kept = Figure(len(said) - len(approved), "count", "quotes/kept")
    blocks: list[Block] = []
    if approved:
        printed = _spread(approved)
        blocks.append(Paragraph(_leave(len(printed), len(approved))))
        blocks += [Quote(f.words or "", _speaker(f)) for f in printed]
    if kept.value:
        words = counted(kept, "comment may not be printed: it lacks", "comments may not be printed: they lack")
        blocks.append(
            Paragraph(
                (*words, " leave to publish or a second person's check. They are counted by theme above."), "small"
            )
        )
    return blocks


def _leave(printed: int, approved: int) -> Text:
    lead = "In their own words, printed with their leave"
    if printed == approved:
        return (f"{lead}:",)
    figures = (Figure(printed, "count", "quotes/printed"), " of ", Figure(approved, "count", "quotes/approved"))
    return (f"{lead} (", *figures, " that may be printed, of as many themes as there are):")


def _spread(approved: list[FeedbackWords]) -> list[FeedbackWords]:
    """Up to `QUOTES` of them, as many themes as there are: one of each theme before a second of any."""
    seen: Counter[str | None] = Counter()
    turns = []
    for place, words in enumerate(approved):
        turns.append((seen[words.theme], place, words))
        seen[words.theme] += 1
    chosen = sorted(turns, key=lambda turn: turn[:2])[:QUOTES]
    return [words for _, _, words in sorted(chosen, key=lambda turn: turn[1])]


def _speaker(words: FeedbackWords) -> str:
    who = (words.who or "family").lower()
    return f"{who[:1].upper()}{who[1:]}" + (f", {month_title(words.month)}" if words.month else "")
