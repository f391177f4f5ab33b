"""Next steps: service actions, learning sessions held and planned, and what became of earlier steps."""

from looped.reports.book import Book
from looped.reports.dates import day
from looped.reports.material import ActionText, Step
from looped.reports.nodes import Block, Paragraph, Section, Table, Text
from looped.reports.wording import counted

TITLE = "Next steps"
DONE = ("done", "closed", "held", "complete", "completed")


def section(book: Book) -> Section:
    """Three tables, each said to be "not recorded" where its sheet isn't there."""
    return Section("steps", TITLE, (*_actions(book), *_steps(book)))


def steps_of(book: Book) -> tuple[Step, ...]:
    """Learning sessions and next steps, earliest first, those without a date last."""
    return tuple(sorted(book.material.steps, key=lambda s: (s.on is None, s.on, s.what)))


def is_done(state: str | None) -> bool:
    """Whether a step's state, as typed, says that it is finished."""
    return (state or "").strip().lower() in DONE


def _actions(book: Book) -> list[Block]:
    if "actions" not in book.material.recorded:
        return [Paragraph(("Service actions: not recorded in this workbook.",))]
    actions = [a for a in book.material.actions if a.audit is None]
    if not actions:
        return [Paragraph(("No action for a whole service is recorded.",))]
    rows: list[tuple[Text, ...]] = [(("What",), ("Service area",), ("Owner",), ("Due",), ("State",))]
    rows += [_action_row(action) for action in actions]
    return [Table("service-actions", "Actions for services", tuple(rows), header_columns=0), *_for_children(book)]


def _action_row(action: ActionText) -> tuple[Text, ...]:
    due = day(action.due)
    return (
        (action.what,),
        (action.service_area or "Whole service",),
        (action.owner or "not given",),
        (due,),
        (_state(action),),
    )


def _state(action: ActionText) -> str:
    if action.checked_by:
        return "Closed and checked"
    if action.closed_at:
        return "Closed, not checked"
    return (action.state or "open").capitalize()


def _for_children(book: Book) -> list[Block]:
    row = book.row("actions_open")
    if row.count is None:
        return []
    every = counted(book.base("actions_open"), "action is recorded", "actions are recorded")
    still = counted(book.count("actions_open"), "is", "are")
    return [Paragraph((*every, " for children and services together; ", *still, " not yet closed and checked."))]


def _steps(book: Book) -> list[Block]:
    if "steps" not in book.material.recorded:
        return [Paragraph(("Learning sessions and next steps: not recorded in this workbook.",))]
    rows: list[tuple[Text, ...]] = [(("What",), ("Kind",), ("When",), ("Owner",), ("Answers",), ("State",))]
    for step in steps_of(book):
        state = (step.state or "open").capitalize()
        cells = (
            step.what,
            step.kind.capitalize(),
            day(step.on),
            step.owner or "not given",
            step.findings or "–",
            state,
        )
        rows.append(tuple((cell,) for cell in cells))
    return [Table("steps", "Learning sessions and next steps", tuple(rows), header_columns=0)]
