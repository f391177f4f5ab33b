"""`Returns` from what was read: the tables, the words, the problems."""

from collections.abc import Mapping
from dataclasses import replace

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
from looped.returns.model import Piece, Problem, Returns
from looped.returns.tables import GradingsTable, Table, audits_table, feedback_table, gradings_table, return_rows
from looped.returns.taken import Taken

AnyTable = Table | GradingsTable


def assembled(cleaned: Cleaned, authority: str) -> Returns:
    """The same `Returns` whether the file was read here or in a child process."""
    audits = Audits(cleaned)
    return replace(
        _returns(cleaned, audits, _tables(cleaned, authority, audits, gradings_table(cleaned.taken, authority))),
        taken=len(cleaned.taken),
        returns=return_rows(cleaned.taken),
    )


def tables_alone(cleaned: Cleaned, authority: str) -> Returns:
    """The same without the rows of returns, and with gradings made as they are asked for: all that figures need."""
    audits = Audits(cleaned)
    tables = _tables(cleaned, authority, audits, GradingsTable(cleaned.taken, authority))
    return replace(_returns(cleaned, audits, tables), taken=len(cleaned.taken))


def piece(taken: Taken, authority: str) -> Piece:
    """Some audits of a file, with all their rows."""
    feedback = _numbered(feedback_table(taken, authority))
    return Piece(return_rows(taken), audits_table(taken, authority), feedback)


def beside(cleaned: Cleaned, taken: int, authority: str) -> Returns:
    """A file without its rows of returns. cleaned: with those rows alone that its further sheets lean on.

    taken: rows of returns taken in the whole file.
    """
    audits = Audits(cleaned)
    tables = _further_tables(cleaned, authority, audits)
    if attempts := attempts_table(cleaned, authority, audits):
        tables["feedback"] = _numbered(attempts)
    return replace(_returns(cleaned, audits, tables), taken=taken)


def _returns(cleaned: Cleaned, audits: Audits, tables: Mapping[str, AnyTable]) -> Returns:
    """Everything but the rows of returns."""
    return Returns(
        document=cleaned.document,
        checksum=cleaned.checksum,
        taken=0,
        returns=(),
        rows=Rows(tables, frozenset(cleaned.known)),
        material=_material(cleaned, audits),
        problems=tuple(cleaned.problems),
        skipped=tuple(cleaned.skipped),
        refused=tuple(cleaned.refused),
        headings=tuple(cleaned.headings),
    )


def _tables(cleaned: Cleaned, authority: str, audits: Audits, gradings: AnyTable) -> dict[str, AnyTable]:
    """The tables that there are; gradings and audits always."""
    tables: dict[str, AnyTable] = {"gradings": gradings, "audits": audits_table(cleaned.taken, authority)}
    if "feedback" in cleaned.known:
        outcomes = feedback_table(cleaned.taken, authority) + attempts_table(cleaned, authority, audits)
        tables["feedback"] = _numbered(outcomes)
    return tables | _further_tables(cleaned, authority, audits)


def _numbered(outcomes: Table) -> Table:
    """Rows of feedback in the order of recording."""
    return [(row[0], seq, *row[1:]) for seq, row in enumerate(sorted(outcomes, key=lambda row: row[-1]), 1)]


def _further_tables(cleaned: Cleaned, authority: str, audits: Audits) -> dict[str, Table]:
    tables: dict[str, Table] = {}
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
