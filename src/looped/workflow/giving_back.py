"""What an auditor wrote, typed again into the fields of a draft, so that they go on from there."""

from collections.abc import Iterator

from looped.loop.answers import Answer, fields_of
from looped.records.in_hand import DraftField
from looped.records.submitted import Submission, SubmittedGrade, SubmittedWords
from looped.workflow.deeds import Deed


def words_again(doing: Deed, given: Submission) -> Iterator[DraftField]:
    """A draft's fields of a submitted form, each in its first version."""
    for name, text in fields_of(answers_of_submission(given.submission)).items():
        yield DraftField(
            audit=given.audit, person=given.auditor, field=name, text=text, version=1, saved_at=doing.moment
        )


def answers_of_submission(submission: str) -> dict[str, Answer]:
    """A submitted form, page by page. Words that were erased are empty."""
    words = {row.domain: row for row in SubmittedWords.objects.filter(submission=submission)}
    grades = SubmittedGrade.objects.filter(submission=submission).order_by("id")
    return {row.domain: _answer(row, words.get(row.domain)) for row in grades}


def _answer(given: SubmittedGrade, words: SubmittedWords | None) -> Answer:
    if words is None:
        return Answer(given.grade, given.reason_not_graded)
    return Answer(
        given.grade,
        given.reason_not_graded,
        words.reason,
        words.document,
        words.document_date,
        words.why_not_above,
        words.different,
    )
