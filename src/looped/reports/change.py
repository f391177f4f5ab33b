"""Whether a change can be claimed: the verdicts of the statistics, in words that can be opened."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from looped.reports.nodes import Block, Figure, Note, Part, Text
from looped.reports.tables import good_or_better
from looped.stats.verdicts import Verdict, verdicts

if TYPE_CHECKING:
    from looped.reports.book import Book


@dataclass(frozen=True)
class Change:
    """One verdict in words. sentence: what may be said; because: test, counts and reason, opened on demand."""

    verdict: str
    sentence: Text
    because: Text


def changes(book: "Book") -> dict[str, Change]:
    """A verdict in words for each domain and `overall`; none for a single month, or over a break of framework."""
    if len(book.months) < 2 or len(book.frameworks) > 1:
        return {}
    codes = book.framework.graded_codes
    found = verdicts(
        {code: _months(book, code) for code in codes},
        good_from=book.framework.scale.good_from,
        not_graded={code: [book.row("not_graded", code, m).count or 0 for m in book.months] for code in codes},
    )
    return {code: _in_words(book, verdict) for code, verdict in found.items()}


def change_blocks(book: "Book", code: str) -> list[Block]:
    """The verdict on one domain or `overall`; nothing where none was reached for this report."""
    change = book.change.get(code)
    if change is None:
        return []
    return [Note("Change over the period", change.sentence, opened=change.because)]


def _months(book: "Book", code: str) -> list[dict[int, int]]:
    grades = book.framework.scale.grades
    return [{g.position: book.row("grades", code, m, g.name).count or 0 for g in grades} for m in book.months]


def _in_words(book: "Book", verdict: Verdict) -> Change:
    return Change(verdict.verdict, _sentence(book, verdict), _because(book, verdict))


def _sentence(book: "Book", verdict: Verdict) -> Text:
    title = book.framework.title_of(verdict.domain)
    match verdict.verdict:
        case "improved":
            return (f"{title}: grades improved over the period. ", *_caution(book))
        case "worsened":
            return (f"{title}: grades worsened over the period. ", *_caution(book))
        case "months_differ":
            return (f"{title}: the months differ, in no direction. ", *_caution(book))
        case "too_few":
            return (f"{title}: too few audits to say whether anything changed.",)
        case _:
            return (f"{title}: no clear change. ", *_could_show(book, verdict))


def _caution(book: "Book") -> Text:
    from looped.reports.sections.coverage import coverage_differs

    if not coverage_differs(book):
        return ()
    return ("The months covered different service areas, so this may be a difference between services, not a change.",)


def _could_show(book: "Book", verdict: Verdict) -> Text:
    audits = Figure(sum(verdict.bases), "count", f"change/{verdict.domain}/audits")
    words = good_or_better(book.framework)
    if verdict.could_show is None:
        return (audits, f" graded audits could not be relied on to show even the largest change of the share {words}.")
    points = Figure(verdict.could_show, "points", f"change/{verdict.domain}/could_show")
    return (
        audits,
        " graded audits could only have shown a change of about ",
        points,
        f" points in the share {words}.",
    )


def _because(book: "Book", verdict: Verdict) -> Text:
    if verdict.direction is None or verdict.any_difference is None:
        return (verdict.reason,)
    code = f"change/{verdict.domain}"
    words: list[Part] = ["Two tests. Direction (Jonckheere-Terpstra on all grades): p = "]
    words += [Figure(verdict.direction.p, "p", f"{code}/direction"), "; any difference (likelihood ratio): p = "]
    words += [Figure(verdict.any_difference.p, "p", f"{code}/difference"), ". Both are corrected for the "]
    words += [Figure(verdict.family, "count", f"{code}/family"), " tests of this report (Holm): p = "]
    words += [Figure(verdict.direction.p_adjusted, "p", f"{code}/direction/adjusted"), " and p = "]
    words += [Figure(verdict.any_difference.p_adjusted, "p", f"{code}/difference/adjusted"), ". "]
    if verdict.ten_points is not None:
        needed = Figure(verdict.ten_points, "count", f"{code}/ten_points")
        words += ["To show a change of ten points a period would need about ", needed, " graded audits."]
    return tuple(words)
