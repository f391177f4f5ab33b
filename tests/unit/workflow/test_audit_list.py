"""Lists of audits as people paste them: header rows, names of those whose work it is, and what can't be taken."""

from looped.workflow.audit_list import read_list, with_people


def test_a_header_that_was_copied_too_is_no_audit():
    """As copied from a spreadsheet, with tabs and an empty row."""
    found = read_list("Case reference\tService area\tTeam\tKind\nC-1\tHelp\tBlue\tlooped\n\t\t\t\n")

    assert [(each.case, each.looped) for each in found] == [("C-1", True)]


def test_names_of_those_whose_work_it_is():
    """Written as anybody writes them; a name that nobody has is told with its line."""
    audits = read_list(
        "C-1,Help,Blue,single,pat ractitioner,Tam Manager\nC-2,Help,Blue,,Nobody Here,Nor Her\nC-3,Help,Blue"
    )

    found, wrong = with_people(audits, {"Pat Ractitioner": "p-1", "Tam Manager": "p-2"})

    assert [(each.practitioner, each.team_manager) for each in found] == [("p-1", "p-2"), (None, None), (None, None)]
    assert [(each.field, each.what) for each in wrong] == [
        ("2.practitioner", "Audit 2: there is no practitioner called Nobody Here. Mend the name, or leave it out"),
        ("2.team_manager", "Audit 2: there is no team manager called Nor Her. Mend the name, or leave it out"),
    ]
