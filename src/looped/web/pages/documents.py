"""Check a document: anybody's written report is proof-read, shown with its findings beside it, and nothing is kept."""

import tempfile
from dataclasses import replace
from pathlib import Path

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from looped.errors import UnreadableError, UsageError
from looped.web.field import Form
from looped.web.pages.forms import form_page
from looped.web.pages.reports import ALONE

# As much as a long report with its pictures weighs. More is refused before it is read.
LARGEST = 30 * 1024 * 1024


class Document(Form):
    """The document to read."""

    document = forms.FileField(
        label="Document",
        help_text="Word (.docx), PDF with text in it, web page, Markdown or plain text; up to 30 MB.",
        error_messages={"required": "Choose a document.", "empty": "This file is empty. Choose another."},
    )


def check_document(request: HttpRequest) -> HttpResponse:
    """Asks for a document; shows its text with what can't be true beside it."""
    files = request.FILES if request.method == "POST" else None
    form = Document(request.POST if request.method == "POST" else None, files)

    def does(form: Form) -> HttpResponse:
        page = HttpResponse(_read(form.cleaned_data["document"]))
        page["Content-Security-Policy"] = ALONE
        return page

    what = "Every figure that the document itself lets one work out is worked out again. Nothing of it is kept."
    return form_page(
        request,
        form,
        title="Check a document",
        press="Check it",
        back=reverse("first"),
        does=does,
        beside="document",
        what=what,
    )


def _read(sent: UploadedFile) -> str:
    """The page of findings. Raises: UsageError for a file that is too big or can't be read."""
    from looped.checker.judging import judge
    from looped.checker.showing import as_page
    from looped.publishing.documents import document_at

    if (sent.size or 0) > LARGEST:
        raise UsageError("This file is larger than 30 MB. Take its pictures out, or save it as PDF, and try again.")
    with tempfile.TemporaryDirectory(prefix="looped-check-") as folder:
        # Only the ending of its name is used for the file: it says how to read it.
        path = Path(folder) / f"document{Path(sent.name or '').suffix.lower()}"
        path.write_bytes(sent.read())
        try:
            document = replace(document_at(path), name=Path(sent.name or path.name).name)
            return as_page(document, judge(document))
        except UnreadableError as error:
            raise UsageError(str(error).replace(path.name, "This document")) from error
