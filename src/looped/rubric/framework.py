"""The model of a framework. Files of `frameworks/` fill it; nothing else knows a grade or a domain."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

OVERALL = "overall"

Base = Literal["all_audits", "graded"]
OverallGrade = Literal["judged", "derived", "absent"]


@dataclass(frozen=True)
class Grade:
    """One named step of a scale. position: 1 is the lowest. synonyms: as people type it."""

    position: int
    name: str
    short: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scale:
    """2 to 7 grades, lowest first; `good_from` and `ladder` are positions on it."""

    grades: tuple[Grade, ...]
    good_from: int
    ladder: int

    def name(self, position: int) -> str:
        """Name of the grade at `position` (1 is the lowest). Raises: KeyError where there is none."""
        return self.grade(position).name

    def grade(self, position: int) -> Grade:
        """The grade at `position` (1 is the lowest). Raises: KeyError where there is none."""
        for grade in self.grades:
            if grade.position == position:
                return grade
        raise KeyError(position)


@dataclass(frozen=True)
class Domain:
    """One graded aspect. descriptors: what each grade looks like, by its position on the scale."""

    code: str
    title: str
    short: str
    questions: tuple[str, ...]
    descriptors: dict[int, str]
    may_be_not_graded: bool = True
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rules:
    """What the framework decides. meeting_*: when a looped difference needs a meeting."""

    base: Base
    overall: OverallGrade
    overall_may_be_not_graded: bool = False
    overall_derivation: str | None = None
    looped_audits: bool = True
    meeting_if_overall_differs: bool = True
    meeting_from_apart: int = 2
    meeting_if_ladder: bool = True
    re_audit_after_ladder: bool = False
    whole_service_each_month: bool = False
    ask_why_not_above: bool = False


@dataclass(frozen=True)
class Framework:
    """A dated version of what is graded. In force from the month of `valid_from` to that of `valid_to`.

    note: what changed against the version before, in one plain sentence; named at the break in charts.
    """

    code: str
    title: str
    valid_from: date
    valid_to: date | None
    scale: Scale
    domains: tuple[Domain, ...]
    rules: Rules
    note: str = ""
    overall_title: str = "Overall grade"
    overall_descriptors: dict[int, str] = field(default_factory=dict)
    overall_synonyms: tuple[str, ...] = ()

    @property
    def domain_codes(self) -> tuple[str, ...]:
        """Codes of the domains in the framework's order, `overall` not among them."""
        return tuple(domain.code for domain in self.domains)

    @property
    def graded_codes(self) -> tuple[str, ...]:
        """The domains and, where the framework has one, `overall`, in the order of reports."""
        return self.domain_codes if self.rules.overall == "absent" else (*self.domain_codes, OVERALL)

    def domain(self, code: str) -> Domain:
        """The domain with this code. Raises: KeyError where there is none."""
        for domain in self.domains:
            if domain.code == code:
                return domain
        raise KeyError(code)

    def title_of(self, code: str) -> str:
        """Title of a domain or of `overall`, as printed. Raises: KeyError where there is none."""
        return self.overall_title if code == OVERALL else self.domain(code).title
