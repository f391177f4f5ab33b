"""A page that is one form: title, what it does, fields, a button, a way back."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from looped.errors import UsageError
from looped.web.field import Form


def form_page(
    request: HttpRequest,
    form: Form,
    *,
    title: str,
    press: str,
    back: str,
    does: Callable[[Form], HttpResponse],
    beside: str | None = None,
    what: str = "",
    warns: bool = False,
) -> HttpResponse:
    """Shows the form, or does what it asks for; what a deed refuses stands beside a field, and nothing typed is lost.

    back: the address of the way back.  does: called with a good form.  beside: the field where refusals stand.
    what: said above the fields.  warns: the button is one that can't be undone.
    """
    if request.method == "POST" and form.is_valid():
        try:
            return does(form)
        except UsageError as error:
            # Empty where what does it noted what is wrong beside the fields themselves.
            if str(error):
                form.refuse(str(error), beside)
    words = {"form": form, "errors": form if form.errors else None, "title": title, "press": press}
    words |= {"back_to": back, "what": what, "warns": warns}
    return render(request, "looped/form.html", words, status=422 if form.errors else 200)
