"""Whether a change can be claimed: the verdicts of the statistics, in words that can be opened."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from looped.reports.comparable import coverage_differs
from looped.reports.nodes import Block, Figure, Note, Part, Text
from looped.reports.tables import good_or_better
from looped.reports.wording import joined, p_of
from looped.stats.verdicts import Verdict, verdicts

if TYPE_CHECKING:
    from looped.reports.book import Book
    from looped.reports.series import Sort

# What a difference may come from besides practice, by what was not the same throughout.
UNLIKE: "dict[Sort, str]" = {
    "framework": "were graded by different frameworks",
    "selection": "chose their files in different ways",
    "coverage": "covered different service areas",
    "moderation": "settled grades in different ways",
}

HALF_A_POINT = 0.005


@dataclass(frozen=True)
class Compared:
    """What is set beside what, in words. periods: "months"; over: "over the period"; code: heads the figures' codes."""

    periods: str
    over: str
    code: str


MONTHS = Compared("months", "over the period", "change")


@dataclass(frozen=True)
class Change:
    """One verdict in words. sentence: what may be said; because: test, counts and reason, opened on demand.

    audits: graded ones; could_show: the smallest change of a share that so many could have shown; ten_points: graded
    audits in such a period that would show one of ten points; difference: of the share good or better, last less
    first, in points with its interval; p: of the direction, corrected; reach: what could have been shown of a
    direction, where the months differ in none. None and () where too few to say.
    """

    verdict: str
    sentence: Text
    because: Text
    audits: int = 0
    could_show: float | None = None
    ten_points: int | None = None
    difference: Text = ()
    p: float | None = None
    reach: Text = ()


def changes(book: "Book") -> dict[str, Change]:
    """A verdict in words for each domain and `overall`; none for a single month, or over a break of framework."""
    if len(book.months) < 2 or len(book.frameworks) > 1:
        return {}
    counts = {code: _months(book, code) for code in book.framework.graded_codes}
    not_graded = {code: [book.row("not_graded", code, m).count or 0 for m in book.months] for code in counts}
    return in_words(book, counts, unlike_months(book), MONTHS, not_graded)


def in_words(
    book: "Book",
    counts: Mapping[str, Sequence[Mapping[int, int]]],
    unlike: Sequence["Sort"],
    compared: Compared,
    not_graded: Mapping[str, Sequence[int]] | None = None,
) -> dict[str, Change]:
    """One verdict in words for each code, all of them one family.

    counts: code -> periods in order -> grade position -> audits. unlike: what was not the same in all periods.
    """
    good_from = book.framework.scale.good_from
    found = verdicts(counts, good_from=good_from, not_graded=not_graded)
    return {
        code: Change(
            verdict.verdict,
            _sentence(book, verdict, unlike, compared),
            _because(book, verdict, compared),
            sum(verdict.bases),
            verdict.could_show,
            verdict.ten_points,
            _difference(verdict, compared),
            verdict.direction.p_adjusted if verdict.direction else None,
            (" In one direction, ", *_could_show(book, verdict, compared))
            if verdict.verdict == "months_differ"
            else (),
        )
        for code, verdict in found.items()
    }


def change_blocks(book: "Book", code: str) -> list[Block]:
    """The verdict on one domain or `overall`; nothing where none was reached for this report."""
    change = book.change.get(code)
    if change is None:
        return []
    return [Note("Change over the period", (*change.sentence, *change.reach), opened=change.because)]


def unlike_months(book: "Book") -> tuple["Sort", ...]:
    """What was not the same in all months of the period: nothing that a difference may not come from is left out."""
    found: set[Sort] = {"coverage"} if coverage_differs(book) else set()
    for each in book.series.breaks if book.series else ():
        if book.months[0] < each.month <= book.months[-1]:
            found |= set(each.reasons)
    return tuple(sort for sort in UNLIKE if sort in found)


def _months(book: "Book", code: str) -> list[dict[int, int]]:
    grades = book.framework.scale.grades
    return [{g.position: book.row("grades", code, m, g.name).count or 0 for g in grades} for m in book.months]


def _sentence(book: "Book", verdict: Verdict, unlike: Sequence["Sort"], compared: Compared) -> Text:
    title = book.framework.title_of(verdict.domain)
    match verdict.verdict:
        case "improved" | "worsened":
            better = "better" if verdict.verdict == "improved" else "worse"
            if unlike:
                found = f"{title}: later audits have {better} grades than earlier ones, by more than chance gives. "
                return (found, _caution(unlike, compared, f"this doesn't show that practice {verdict.verdict}"))
            return (f"{title}: grades {verdict.verdict} {compared.over}, by more than chance gives.",)
        case "months_differ":
            found = f"{title}: the {compared.periods} differ, in no direction."
            blind = "the difference may not be one of practice"
            return (found, " ", _caution(unlike, compared, blind)) if unlike else (found,)
        case "too_few":
            return (f"{title}: too few graded audits to say whether anything changed.",)
        case _:
            return (f"{title}: no clear change. ", *_could_show(book, verdict, compared))


def _caution(unlike: Sequence["Sort"], compared: Compared, so: str) -> str:
    words = "".join(str(part) for part in joined([(UNLIKE[sort],) for sort in unlike]))
    return f"But the {compared.periods} {words}, so {so}."


def _could_show(book: "Book", verdict: Verdict, compared: Compared) -> Text:
    audits = Figure(sum(verdict.bases), "count", f"{compared.code}/{verdict.domain}/audits")
    words = good_or_better(book.framework)
    if verdict.could_show is None:
        return (audits, f" graded audits could not be relied on to show even the largest change of the share {words}.")
    points = Figure(verdict.could_show, "points", f"{compared.code}/{verdict.domain}/could_show")
    return (
        audits,
        " graded audits could only have shown a change of about ",
        points,
        f" points in the share {words}; a smaller one would probably go unseen.",
    )


def _because(book: "Book", verdict: Verdict, compared: Compared) -> Text:
    if verdict.direction is None or verdict.any_difference is None:
        return (verdict.reason,)
    code = f"{compared.code}/{verdict.domain}"
    words: list[Part] = [*_counts(book, verdict, compared), "Two tests. "]
    words += ["Direction (Jonckheere-Terpstra on all grades): ", *p_of(verdict.direction.p, f"{code}/direction")]
    words += ["; any difference (Kruskal-Wallis): ", *p_of(verdict.any_difference.p, f"{code}/difference")]
    words += [". Both are corrected for the ", Figure(verdict.family, "count", f"{code}/family")]
    words += [" tests of this comparison (Holm): ", *p_of(verdict.direction.p_adjusted, f"{code}/direction/adjusted")]
    words += [" and ", *p_of(verdict.any_difference.p_adjusted, f"{code}/difference/adjusted"), "."]
    return tuple(words)


def _counts(book: "Book", verdict: Verdict, compared: Compared) -> Text:
    """`Good or better, of those graded: 7 of 31, 7 of 30 and 7 of 16; from the first ...`."""
    good_from, code = book.framework.scale.good_from, f"{compared.code}/{verdict.domain}"
    each: list[Text] = []
    for place, month in enumerate(verdict.counts):
        good = sum(audits for grade, audits in month.items() if grade >= good_from)
        base = Figure(verdict.bases[place], "count", f"{code}/{place}/base")
        each.append((Figure(good, "count", f"{code}/{place}"), " of ", base))
    words: list[Part] = [f"{good_or_better(book.framework)}, of those graded: ", *joined(each), ". "]
    return (*words, "First to last: ", *_difference(verdict, compared), ". ")


def _difference(verdict: Verdict, compared: Compared) -> Text:
    """`21 points (95% interval -6 to 47)`."""
    if verdict.change is None:
        return ()
    code = f"{compared.code}/{verdict.domain}"
    change, low, high = (
        # Nothing is printed as minus nought.
        Figure(value if abs(value) >= HALF_A_POINT else 0.0, "points", f"{code}/{end}")
        for end, value in verdict.change._asdict().items()
    )
    return (change, " points (95% interval ", low, " to ", high, ")")
