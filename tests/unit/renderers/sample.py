"""A report with every kind of node and every drawing, long tables, odd characters: what the formats are tried on."""

from datetime import datetime

from looped.reports.nodes import Bullets, Chart, Figure, Note, Paragraph, Quote, Report, Section, Table, Text

GRADES = ("Inadequate", "Requires Improvement", "Good", "Outstanding")
MONTHS = ("April 2024", "May 2024", "June 2024")
DOMAINS = (
    ("seeing_hearing", "Seeing and Hearing the Child", (0, 30, 41, 6, 0)),
    ("assessments", "Quality of Assessments", (2, 24, 35, 13, 3)),
    ("plans", "Quality of Plans", (2, 19, 39, 10, 7)),
    ("decisions_oversight", "Decision Making and Management Oversight", (2, 37, 29, 9, 0)),
    ("meetings_reviews", "Meetings and Reviews", (2, 29, 37, 6, 3)),
    ("supervision", "Supervision", (1, 31, 36, 9, 0)),
    ("diversity", "Consideration of Impact of Diversity", (2, 43, 30, 2, 0)),
)
OVERALL = {"April 2024": (0, 7, 22, 2, 0), "May 2024": (0, 7, 18, 5, 0), "June 2024": (0, 7, 9, 0, 0)}
ODD = (
    '<script>alert("no")</script> & <b>not bold</b> £5 – “quoted” ‘so’ … é ł ő €',
    "=1+1",
    "+44 000 @SUM(A1) -2",
    "{=cmd|' /C calc'!A0}",
    "#heading *not bold* _nor this_ $x$ @label #let x = 1 \\ `raw`",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2,
    "two  spaces\tand\na line",
    "http://not-a-link.invalid/path",
)


def report() -> Report:
    """The whole sample."""
    return Report(
        title="Practice audits: children's social care",
        organisation="Northmere Council, Children's Services",
        period=("2024-04", "2024-06"),
        period_title="April to June 2024 (Q1 2024-25)",
        as_at=datetime(2024, 7, 31, 11, 0),
        as_at_title="12:00 on 31 July 2024",
        sections=(_one_page(), _grades(), _time(), _domains(), _odd(), _long()),
    )


def count(number: int | None, code: str = "grades") -> Figure:
    """A count as a figure."""
    return Figure(number, "count", code)


def share(hits: int, base: int, code: str = "good_or_better") -> Figure:
    """A share as a figure."""
    return Figure(hits / base, "share", code, hits, base)


def _both(hits: int, base: int) -> Text:
    return (count(hits), " (", share(hits, base), ")")


def _one_page() -> Section:
    return Section(
        code="one_page",
        title="The quarter on one page",
        blocks=(
            Paragraph(
                (
                    count(77),
                    " audits were read. ",
                    share(21, 77),
                    " were good or better: ",
                    count(21),
                    " of ",
                    count(77),
                    ".",
                ),
                "lead",
            ),
            Paragraph(
                ("Most audits found practice that requires improvement. The Board is asked to note what follows.",)
            ),
            Bullets(
                (
                    ("Seven audits were graded Inadequate: ", count(7), "."),
                    ("Families were heard in ", share(44, 77), "."),
                ),
                True,
            ),
            Note(
                "How sure we are",
                (
                    "With ",
                    count(77),
                    " audits, the share good or better could be ",
                    share(18, 100),
                    " to ",
                    share(38, 100),
                    ".",
                ),
                "information",
                ("A range of ", count(95), " in a hundred, for the share of ", share(21, 77), "."),
            ),
            Note("Not comparable", ("April covered other service areas than June.",), "caution"),
            Note(
                "Not yet safe",
                (
                    count(2),
                    " children's audits have actions still open.",
                ),
                "urgent",
            ),
            Quote("She listened to me.\nNobody had done that before.", "A parent"),
            Paragraph(("Base: all audits of the month.",), "small"),
        ),
    )


def _grades() -> Section:
    head: tuple[Text, ...] = (("Grade",), *((month,) for month in MONTHS), ("Quarter",))
    rows = [
        (
            (grade,),
            *(_both(OVERALL[month][3 - at], sum(OVERALL[month])) for month in MONTHS),
            _both(sum(OVERALL[month][3 - at] for month in MONTHS), 77),
        )
        for at, grade in reversed(list(enumerate(GRADES)))
    ]
    total = (("Total audits",), *((count(sum(OVERALL[month])),) for month in MONTHS), (count(77),))
    return Section(
        code="overall",
        title="Overall grades",
        page_break=True,
        blocks=(
            Chart(
                "overall_by_month",
                "Most audits required improvement in every month of the quarter",
                "grades_by_month",
                ("Overall grades by month. In April ", count(22), " of ", count(31), " required improvement."),
                grades_records(OVERALL),
                note=("Base: all audits of the month.",),
            ),
            Table(
                "overall_by_month",
                "Overall grades by month",
                (head, *rows, total),
                note=("Base: all audits, ", count(77), "."),
                total_rows=(5,),
            ),
            Section(
                "overall_read",
                "How to read this",
                (
                    Paragraph(("A share is of all audits of the month.",)),
                    Section("overall_deep", "In more detail", (Paragraph(("Deeper still.",)),)),
                ),
            ),
        ),
    )


def grades_records(columns: dict[str, tuple[int, ...]]) -> tuple[dict[str, object], ...]:
    """Records of a stacked drawing. columns: title -> counts, highest grade first, not graded last."""
    return tuple(
        {"column": column, "order": order, "grade": grade, "position": position, "count": number, "base": sum(counts)}
        for order, (column, counts) in enumerate(columns.items())
        for (grade, position), number in zip(
            [*((GRADES[at], at + 1) for at in (3, 2, 1, 0)), ("Not graded", None)], counts, strict=True
        )
    )


QUARTERS = (
    ("Q1 2023-24", (0.02, 0.26, 0.44, 0.28), None, False),
    ("Q2 2023-24", (0.03, 0.27, 0.46, 0.24), None, False),
    ("Q3 2023-24", (0.01, 0.25, 0.52, 0.22), None, False),
    ("Q4 2023-24", (0.0, 0.19, 0.57, 0.24), None, False),
    ("Q1 2024-25", (0, 21, 49, 7), 77, True),
)


def quarters_records() -> tuple[dict[str, object], ...]:
    """Records of quarters over time: four as reported, one of ours."""
    return tuple(
        {
            "period": period,
            "order": order,
            "grade": GRADES[3 - at],
            "position": 4 - at,
            "share": part / base if base else part,
            "count": part if base else None,
            "base": base,
            "reported": not ours,
        }
        for order, (period, parts, base, ours) in enumerate(QUARTERS)
        for at, part in enumerate(parts)
    )


def _time() -> Section:
    return Section(
        "over_time",
        "Quarters over time",
        (
            Chart(
                "quarters",
                "Overall grades by quarter, with last year's as reported",
                "quarters_over_time",
                ("Overall grades by quarter.",),
                quarters_records(),
                (
                    ("breaks", ({"before": 4, "label": "New descriptors; looped audits"},)),
                    (
                        "marks",
                        (
                            {"label": "Target", "grade": "Good", "value": 0.5, "from": 0, "to": 4, "kind": "target"},
                            {
                                "label": "Baseline",
                                "grade": "Inadequate",
                                "value": 0.28,
                                "from": 0,
                                "to": 4,
                                "kind": "baseline",
                            },
                        ),
                    ),
                ),
            ),
            Chart(
                "looped",
                "Lead and second auditors agreed in 11 of 15 looped audits",
                "looped_differences",
                ("Where lead and second differed.",),
                looped_records(),
            ),
        ),
    )


def looped_records() -> tuple[dict[str, object], ...]:
    """Records of the grid of leads and seconds."""
    counts = {(2, 2): 6, (3, 3): 4, (1, 1): 1, (2, 1): 1, (3, 2): 2, (2, 3): 1}
    return tuple(
        {
            "domain": "Overall",
            "order": 0,
            "lead": GRADES[lead - 1],
            "lead_position": lead,
            "second": GRADES[second - 1],
            "second_position": second,
            "count": counts.get((lead, second), 0),
        }
        for lead in (4, 3, 2, 1)
        for second in (1, 2, 3, 4)
    )


def interval_records() -> tuple[dict[str, object], ...]:
    """Records of shares with intervals, one a domain."""
    return tuple(
        {
            "label": title,
            "order": order,
            "share": (counts[0] + counts[1]) / 77,
            "low": max(0, (counts[0] + counts[1]) / 77 - 0.1),
            "high": min(1, (counts[0] + counts[1]) / 77 + 0.11),
            "count": counts[0] + counts[1],
            "base": 77,
        }
        for order, (_, title, counts) in enumerate(DOMAINS)
    )


def _domains() -> Section:
    columns = {title: counts for _, title, counts in DOMAINS}
    return Section(
        "domains",
        "The domains side by side",
        (
            Chart(
                "domains",
                "Diversity is strongest; plans are most in need",
                "grades_by_domain",
                ("Grades by domain.",),
                grades_records(columns),
            ),
            Chart(
                "shares",
                "Share good or better, with 95% intervals",
                "shares_with_intervals",
                ("Shares.",),
                interval_records(),
            ),
            Section(
                "domain_plans",
                "Quality of Plans",
                (
                    Chart(
                        "plans_months",
                        "Plans by month",
                        "domain_months",
                        ("Plans by month.",),
                        grades_records(
                            {"April 2024": (1, 4, 20, 6, 0), "May 2024": (1, 8, 10, 4, 7), "June 2024": (0, 7, 9, 0, 0)}
                        ),
                    ),
                    Table(
                        "plans",
                        "Quality of Plans by month",
                        (
                            (("Grade",), ("April",), ("May",)),
                            (("Good",), (count(4),), (count(8),)),
                            (("Not graded",), (count(0),), (Figure(None, "count", "not_graded"),)),
                        ),
                    ),
                ),
            ),
        ),
        page_break=True,
    )


def _odd() -> Section:
    return Section(
        "odd",
        "Odd characters <em>&amp;</em>",
        (
            *(Paragraph((words,)) for words in ODD),
            Bullets(tuple((words,) for words in ODD)),
            *(
                Quote(words, "A child, 9 & a bit")
                for words in (*ODD, "She was kind 🙂👍🏽", "كانت تستمع إلي دائما", "היא הקשיבה לי")
            ),
            Table(
                "odd",
                "Odd <cells> & =titles",
                (
                    (("=1+1",), ("Words",), ("Mixed",), ("Kinds",)),
                    *(
                        ((str(at),), (words,), (count(at), "/", count(9)), (Figure(at / 7, "ratio", "kappa"),))
                        for at, words in enumerate(ODD)
                    ),
                    (("A",), ("",), ("not recorded",), (Figure(0.0004, "p", "test"),)),
                    (
                        ("B",),
                        (count(3), " of ", count(7), " (", share(3, 7), ")"),
                        (share(1, 16),),
                        (Figure(0.123, "points", "change"),),
                    ),
                    (
                        ("C",),
                        ("About ", count(1234567), "?"),
                        (Figure(None, "share", "unknown"),),
                        (Figure(-0.05, "points", "change"),),
                    ),
                    (
                        ("D",),
                        (share(19, 31), ", ", share(1, 3), " to ", share(2, 3)),
                        ("–",),
                        (Figure(0.04, "p", "test"),),
                    ),
                ),
                note=("Note with <b> & ", count(5), "."),
            ),
            Note("=Title & <b>", ("{% raw %} {{ words }} #import",)),
        ),
    )


def _long() -> Section:
    rows = tuple(
        (
            (f"A{number:04}",),
            (f"Service area {number % 5}",),
            (f"Action {number}: write a chronology and check it with the child",),
            (count(number),),
            _both(number, 200),
        )
        for number in range(1, 121)
    )
    return Section(
        "long",
        "A long table",
        (
            Table(
                "actions",
                "Every action of the quarter",
                ((("Audit",), ("Area",), ("What",), ("Days",), ("Share",)), *rows),
                header_columns=2,
            ),
            Table(
                "actions",
                "Every action of the quarter, again under a very long title that would not fit a sheet's name",
                (
                    (("",), ("First",), ("First",), ("Second",)),
                    (("Month",), ("n",), ("n",), ("n",)),
                    (("April",), (count(1),), (count(2),), (count(3),)),
                    (("May",), (count(4),), (count(5),), (count(6),)),
                ),
                header_rows=2,
            ),
            Table("", "No header", ((("x",), (count(1),)), (("y",), (count(2),))), header_rows=0, header_columns=0),
        ),
    )
