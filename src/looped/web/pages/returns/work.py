"""A return in the making: the draft, its framework, what is left to do."""

from dataclasses import dataclass
from functools import cached_property

from django.http import Http404, HttpRequest

from looped.figures.moments import local_day, now
from looped.loop.answers import Problem, asked, problems
from looped.records.queries.drafts import DraftView, draft_of
from looped.records.queries.one_audit import one_audit
from looped.rubric.framework import Framework
from looped.rubric.loading import framework
from looped.workflow.refusals import TooLate

NOT_STARTED, IN_PROGRESS, COMPLETED = "Not started", "In progress", "Completed"
IS_IN = (
    "You submitted this return, so nothing more can be changed in it. "
    "If something in it is wrong, ask your QA lead to give it back to you."
)
WRITES_NO_MORE = "Nothing can be written in this return now. Your QA lead knows why, and what comes next."


@dataclass(frozen=True)
class Work:
    """What the pages of a return show."""

    draft: DraftView
    used: Framework

    @property
    def audit(self) -> str:
        """Its identifier, for addresses."""
        return self.draft.audit

    @property
    def pages(self) -> tuple[str, ...]:
        """The domains, and overall where the framework has one."""
        return self.used.graded_codes

    @property
    def fields(self) -> tuple[str, ...]:
        """What is asked on each page."""
        return asked(self.used)

    @cached_property
    def texts(self) -> dict[str, str]:
        """What is saved, by "<page>.<field>"."""
        return {name: typed.text for name, typed in self.draft.fields.items()}

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is still to be mended before it can be submitted."""
        return problems(self.texts, self.used, local_day(now()))

    def problems_of(self, page: str) -> tuple[Problem, ...]:
        """Of one page."""
        return tuple(each for each in self.problems if each.field.startswith(f"{page}."))

    def version(self, name: str) -> int:
        """Of a field as saved; 0 where nothing is."""
        return self.draft.fields[name].version if name in self.draft.fields else 0

    def state_of(self, page: str) -> str:
        """How far one page is."""
        if not self.problems_of(page):
            return COMPLETED
        begun = any(self.texts.get(f"{page}.{name}", "").strip() for name in self.fields)
        return IN_PROGRESS if begun else NOT_STARTED


def work_of(request: HttpRequest, audit: str) -> Work:
    """The viewer's return of an audit. Raises: Http404 for what isn't theirs; TooLate once nobody writes in it."""
    draft = draft_of(request.viewer, audit)
    if draft is None:
        raise why_not(request, audit) or Http404()
    return Work(draft, framework(draft.round.framework))


def why_not(request: HttpRequest, audit: str) -> TooLate | None:
    """Why the viewer writes no more in a return of theirs; None for what isn't theirs."""
    view = one_audit(request.viewer, audit)
    if view is None or view.row.own is None:
        return None
    return TooLate(IS_IN if view.row.own.state == "submitted" else WRITES_NO_MORE)
