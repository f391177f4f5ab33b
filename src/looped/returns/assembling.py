"""`Returns` from what was read: the tables, the words, the problems."""

from looped.figures.schema import Rows
from looped.reports.material import Material
from looped.returns.cleaned import Cleaned
from looped.returns.further_tables import (
    Audits,
    action_texts,
    actions_table,
    attempts_table,
    caseload_table,
    feedback_words,
    marks_table,
    reported_table,
    steps,
)
from looped.returns.model import Problem, Returns
from looped.returns.tables import Table, audits_table, feedback_table, gradings_table, return_rows


def assembled(cleaned: Cleaned, authority: str) -> Returns:
    """The same `Returns` whether the file was read here or in a child process."""
    audits = Audits(cleaned)
    return Returns(
        document=cleaned.document,
        checksum=cleaned.checksum,
        taken=len(cleaned.taken),
        returns=return_rows(cleaned.taken),
        rows=Rows(_tables(cleaned, authority, audits), frozenset(cleaned.known)),
        material=_material(cleaned, audits),
        problems=tuple(cleaned.problems),
        skipped=tuple(cleaned.skipped),
        refused=tuple(cleaned.refused),
        headings=tuple(cleaned.headings),
    )


def _tables(cleaned: Cleaned, authority: str, audits: Audits) -> dict[str, Table]:
    """The tables that there are; gradings and audits always."""
    tables = {
        "gradings": gradings_table(cleaned.taken, authority),
        "audits": audits_table(cleaned.taken, authority),
    }
    if "feedback" in cleaned.known:
        outcomes = feedback_table(cleaned.taken, authority) + attempts_table(cleaned, authority, audits)
        outcomes.sort(key=lambda row: row[-1])
        tables["feedback"] = [(row[0], seq, *row[1:]) for seq, row in enumerate(outcomes, 1)]
    if "actions" in cleaned.further:
        tables["actions"] = actions_table(cleaned, authority, audits)
    if "reported" in cleaned.further:
        tables["reported"] = reported_table(cleaned, authority)
    if "marks" in cleaned.further:
        tables["marks"] = marks_table(cleaned, authority)
    if "caseload" in cleaned.further:
        tables["caseload"] = caseload_table(cleaned, authority)
    return tables


def _material(cleaned: Cleaned, audits: Audits) -> Material:
    return Material(
        source_title=cleaned.document,
        feedback=feedback_words(cleaned, audits),
        actions=action_texts(cleaned),
        steps=steps(cleaned),
        recorded=frozenset(set(cleaned.further) | (cleaned.known & {"feedback"})),
        problems=tuple(map(_sentence, cleaned.problems)),
        refused=len(cleaned.refused),
        warnings=sum(problem.level == "warning" for problem in cleaned.problems),
    )


def _sentence(problem: Problem) -> str:
    """A problem in one line: where, what, how to mend."""
    place = f" {problem.cell}" if problem.cell else f" row {problem.row}" if problem.row else ""
    verdict = "Refused" if problem.level == "refused" else "Doubtful"
    return f"{problem.sheet}{place}: {verdict}: {problem.what}. To mend it: {problem.mend}."
