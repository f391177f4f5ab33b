"""`Returns` from what was read: the tables, the words, the problems."""

from looped.figures.schema import Rows
from looped.reports.material import Material
from looped.returns.cleaned import Cleaned
from looped.returns.model import Returns
from looped.returns.tables import audits_table, feedback_table, gradings_table, return_rows


def assembled(cleaned: Cleaned, authority: str) -> Returns:
    """The same `Returns` whether the file was read here or in a child process."""
    tables = {
        "gradings": gradings_table(cleaned.taken, authority),
        "audits": audits_table(cleaned.taken, authority),
    }
    feedback = feedback_table(cleaned.taken, authority)
    tables["feedback"] = [(row[0], seq, *row[1:]) for seq, row in enumerate(feedback, 1)]
    return Returns(
        document=cleaned.document,
        checksum=cleaned.checksum,
        taken=len(cleaned.taken),
        returns=return_rows(cleaned.taken),
        rows=Rows(tables, frozenset(cleaned.known)),
        material=Material(
            source_title=cleaned.document,
            recorded=frozenset(cleaned.known & {"feedback"}),
            problems=tuple(problem.what for problem in cleaned.problems),
            refused=len(cleaned.refused),
            warnings=sum(problem.level == "warning" for problem in cleaned.problems),
        ),
        problems=tuple(cleaned.problems),
        skipped=tuple(cleaned.skipped),
        refused=tuple(cleaned.refused),
    )
