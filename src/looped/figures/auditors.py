"""Gradings by auditor, for the severity model: the rows themselves, for it needs who graded what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from looped.figures.asking import Source
from looped.figures.framework_of import framework_of
from looped.rubric.framework import Framework


@dataclass(frozen=True)
class Gradings:
    """One place of each list is one grading. audits, auditors: (council, identifier); domains: places in `codes`.

    unnamed: gradings without an auditor; elsewhere: in domains or on a scale that the latest framework lacks. Neither
    is in the lists.
    """

    framework: Framework
    audits: list[tuple[str, str]]
    auditors: list[tuple[str, str]]
    domains: list[int]
    grades: list[int]
    unnamed: int
    elsewhere: int

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the framework's domains, `overall` not among them."""
        return self.framework.domain_codes


def gradings_by_auditor(source: Source, moment: datetime, frameworks: Iterable[Framework] | None = None) -> Gradings:
    """The latest gradings by leads and seconds as at `moment` (UTC without zone), moderations left out.

    frameworks: left out, those that ship. Domains and scale are those of the latest month.
    """
    choice = _shipped() if frameworks is None else tuple(frameworks)
    rows = source.ask("severity", moment=moment)
    versions = sorted({row[2:4] for row in rows}, key=lambda pair: (pair[1] or "", pair[0] or ""))
    code, month = versions[-1] if versions else (None, None)
    framework = framework_of(code, month, choice)
    grades = len(framework.scale.grades)
    same = {pair for pair in versions if len(framework_of(pair[0], pair[1], choice).scale.grades) == grades}
    place = {code: index for index, code in enumerate(framework.domain_codes)}
    fitting = [row for row in rows if row[2:4] in same and row[5] in place]
    named = [row for row in fitting if row[4] is not None]
    return Gradings(
        framework,
        [(row[0], row[1]) for row in named],
        [(row[0], row[4]) for row in named],
        [place[row[5]] for row in named],
        [row[6] for row in named],
        len(fitting) - len(named),
        len(rows) - len(fitting),
    )


def _shipped() -> tuple[Framework, ...]:
    from looped.rubric.loading import frameworks

    return tuple(frameworks())
