"""The tables that figures read, from the rows that were taken."""

from datetime import date, datetime
from operator import itemgetter

from looped.figures.schema import TABLES
from looped.rubric.loading import framework_for

HEAD = ["Audit", "Case", "Month", "Service", "Team", "Auditor", "Role", "Why moderated", "Due", "Returned", "Overall"]
HEAD += ["Seeing", "Assessments", "Plans", "Decisions", "Meetings", "Supervision", "Diversity"]


def row(audit="A1", role="Lead", returned="3/5/2024", grades=("Good",) * 8, month="Apr-24", area="North", why=""):
    return [audit, f"C-{audit}", month, area, "Team 1", f"J. {role}", role, why, "15/5/2024", returned, *grades]


def records(found, table):
    return [dict(zip(TABLES[table], each, strict=True)) for each in found.rows.tables[table]]


def end(day):
    return datetime(2024, 5, day, 22, 59, 59, 999999)


def test_a_return_gives_a_grading_a_domain_in_the_frameworks_order(read):
    found = read([HEAD, row(grades=["Good", "N/A", "RI", *["Good"] * 5])])

    gradings = records(found, "gradings")
    assert [each["domain"] for each in gradings] == list(framework_for("2024-04").graded_codes)
    assert gradings[0] == {
        "authority": "council",
        "seq": 1,
        "audit": "A1",
        "domain": "seeing_hearing",
        "grade": None,
        "reason_not_graded": "not_applicable",
        "source": "lead",
        "auditor": "J. Lead",
        "why_moderated": None,
        "recorded_at": end(3),
    }
    assert [each["grade"] for each in gradings] == [None, 2, 3, 3, 3, 3, 3, 3]


def test_a_moderation_gives_gradings_of_the_moderated_domains_alone(read):
    found = read([HEAD, row(), row(role="Moderation", returned="9/5/2024", grades=["RI", *[""] * 7], why="Dip sample")])

    assert [
        (each["domain"], each["grade"], each["why_moderated"], each["seq"]) for each in records(found, "gradings")[8:]
    ] == [("overall", 2, "dip_sample", 9)]


def test_authority_is_the_callers(read):
    found = read([HEAD, row()], authority="north")

    assert {each[0] for table in found.rows.tables.values() for each in table} == {"north"}


def test_rows_are_recorded_at_the_end_of_the_returned_day_else_of_the_month(read):
    found = read([HEAD, row(), row("A2", returned="")])

    assert [each.recorded_at for each in found.returns] == [end(3), datetime(2024, 4, 30, 22, 59, 59, 999999)]


def test_a_recorded_column_tells_when_the_system_learnt_it(read):
    rows = [[*HEAD, "Recorded"], [*row(), datetime(2024, 7, 8, 10, 30)], [*row("A2"), "8/7/2024"], [*row("A3"), ""]]

    assert [each.recorded_at for each in read(rows).returns] == [
        datetime(2024, 7, 8, 9, 30),
        datetime(2024, 7, 8, 22, 59, 59, 999999),
        end(3),
    ]


def test_gradings_are_numbered_by_moment_then_returned_then_place_in_the_file(read):
    recorded = "1/6/2024"
    rows = [[*row("A1", returned="9/5/2024"), recorded], [*row("A2", returned="8/5/2024"), recorded]]
    rows += [[*row("A3", returned=""), recorded], [*row("A4", returned=""), recorded], [*row("A5"), "1/5/2024"]]

    found = read([[*HEAD, "Recorded"], *rows])

    gradings = records(found, "gradings")
    assert [each["audit"] for each in gradings[::8]] == ["A5", "A3", "A4", "A2", "A1"]
    assert [each["seq"] for each in gradings] == list(range(1, 41))
    assert [each.audit for each in found.returns] == ["A1", "A2", "A3", "A4", "A5"]


def test_of_two_returns_the_later_returned_stands_then_the_lower_row(read):
    """Both are kept; the last in the order of recording is the one that counts."""
    rows = [row(returned="9/5/2024", grades=["Good"] * 8), row(returned="3/5/2024", grades=["RI"] * 8)]
    rows += [row("A2", grades=["Good"] * 8), row("A2", grades=["RI"] * 8)]

    found = read([HEAD, *rows])

    last = {each["audit"]: each["grade"] for each in records(found, "gradings")}
    assert (found.taken, last) == (4, {"A1": 3, "A2": 2})


def test_an_audit_of_one_row_is_as_its_row_says(read):
    assert records(read([HEAD, row()]), "audits") == [
        {
            "authority": "council",
            "seq": 1,
            "audit": "A1",
            "case": "C-A1",
            "service_area": "North",
            "team": "Team 1",
            "month": "2024-04",
            "kind": "monthly",
            "selection": None,
            "framework": framework_for("2024-04").code,
            "looped": 0,
            "due": date(2024, 5, 15),
            "returned": date(2024, 5, 3),
            "state": "settled",
            "reason": None,
            "recorded_at": end(3),
        }
    ]


def test_an_audit_has_a_version_for_each_moment_as_known_by_then(read):
    rows = [row(), row(role="Second", returned="7/5/2024", grades=["RI"] * 8)]
    rows += [
        row(returned="7/5/2024", area="South"),
        row(role="Moderation", returned="9/5/2024", grades=["RI", *[""] * 7]),
    ]

    found = records(read([HEAD, *rows, row("A2", returned="8/5/2024")]), "audits")

    wanted = itemgetter("audit", "service_area", "looped", "returned", "state", "recorded_at", "seq")
    assert [wanted(each) for each in found] == [
        ("A1", "North", 0, date(2024, 5, 3), "settled", end(3), 1),
        ("A1", "South", 1, date(2024, 5, 3), "returned", end(7), 2),
        ("A2", "North", 0, date(2024, 5, 8), "settled", end(8), 3),
        ("A1", "South", 1, date(2024, 5, 3), "settled", end(9), 4),
    ]


def test_two_returns_that_agree_settle_an_audit_and_a_second_alone_does_not(read):
    same = ["Good", "N/A", *["Good"] * 6]
    rows = [row(grades=same), row(role="Second", grades=["Good", "Not completed", *["Good"] * 6])]
    rows += [
        row("A2", role="Second"),
        row("A3", role="Moderation"),
        row("A4", role="External"),
        row("A2", role="Second"),
    ]

    found = records(read([HEAD, *rows]), "audits")

    last = {each["audit"]: (each["state"], each["looped"], each["returned"]) for each in found}
    assert last == {
        "A1": ("settled", 1, date(2024, 5, 3)),
        "A2": ("returned", 1, None),
        "A3": ("settled", 0, None),
        "A4": ("returned", 0, None),
    }


def test_the_leads_latest_words_are_taken_and_a_blank_takes_nothing_away(read):
    rows = [row(role="Second", area="East", returned="9/5/2024"), row(area="North"), row(area="", returned="8/5/2024")]

    found = records(read([HEAD, *rows]), "audits")

    assert [each["service_area"] for each in found] == ["North", "North", "North"]


def test_feedback_of_the_column_is_kept_with_whose_row_it_was(read):
    found = read([[*HEAD, "Feedback"], [*row(), "Heard"], [*row(role="Second"), "Declined"], [*row("A2"), ""]])

    assert found.rows.tables["feedback"] == [
        ("council", 1, "A1", "lead", "heard", None, None, end(3)),
        ("council", 2, "A1", "second", "declined", None, None, end(3)),
    ]


def test_what_a_file_knows_is_told_by_its_columns_and_sheets(read):
    bare = read([["Audit", "Month", "Overall"], ["A1", "Apr-24", "Good"]])
    full = read(
        {"R": [[*HEAD, "Feedback"], [*row(), ""]], "A": [["Action", "Due", "Owner"], ["Visit", "1/6/2024", "TM"]]}
    )

    assert bare.rows.known == frozenset()
    assert sorted(bare.rows.tables) == ["audits", "gradings"]
    assert full.rows.known == {"due", "returned", "feedback", "actions", "why_moderated"}
    assert (full.material.recorded, bare.material.recorded) == ({"feedback", "actions"}, frozenset())


def test_every_row_has_the_schemas_columns(read):
    found = read({"R": [[*HEAD, "Feedback"], [*row(), "Heard"], row(role="Moderation")]})

    assert {len(each) - len(TABLES[name]) for name, table in found.rows.tables.items() for each in table} == {0}
