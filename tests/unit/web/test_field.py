"""Forms as GOV.UK components: every widget is drawn, errors and typed text come back, nothing typed is kept or run."""

import re

import pytest
from django import forms
from tests import records_fixtures  # noqa: F401  # sets Django up

from looped.web import components
from looped.web.field import Form, error_summary, field, fields

HOSTILE = '"><script>alert(1)</script>{{ 7 * 7 }}'


class Everything(Form):
    """One field of each kind."""

    line = forms.CharField(label="Line", help_text="One line")
    text = forms.CharField(label="Text", widget=forms.Textarea)
    secret = forms.CharField(label="Password", widget=forms.PasswordInput)
    one = forms.ChoiceField(label="One", choices=[("a", "First"), ("b", "Second")], widget=forms.RadioSelect)
    listed = forms.ChoiceField(label="Listed", choices=[("a", "First"), ("b", "Second")])
    many = forms.MultipleChoiceField(
        label="Many", choices=[("a", "First"), ("b", "Second")], widget=forms.CheckboxSelectMultiple
    )
    yes = forms.BooleanField(label="Yes", help_text="Or no")
    file = forms.FileField(label="File")
    hidden = forms.CharField(widget=forms.HiddenInput)


def test_every_error_has_its_target():
    """A link of the summary that leads nowhere is no help; axe doesn't see it."""
    form = Everything({}, {})
    form.refuse("Nothing can be done today")
    drawn = fields(form)
    ids = set(re.findall(r' id="([^"]+)"', drawn))

    linked = re.findall(r'href="#([^"]+)"', error_summary(form))

    assert linked == [*form.fields, "line"]  # what is wrong with no field leads to the first
    assert set(linked) - ids == {"hidden"}
    assert "Nothing can be done today" in error_summary(form)


def test_what_was_typed_comes_back_as_text():
    """Never as markup or a template; a password never at all."""
    typed = {"line": HOSTILE, "text": HOSTILE, "secret": "x9y8", "hidden": HOSTILE, "one": "b", "listed": "b"}
    drawn = fields(Everything(typed | {"many": ["a"], "yes": "on"}, {}))

    assert "<script>" not in drawn
    assert drawn.count("&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;{{ 7 * 7 }}") == 3
    assert "x9y8" not in drawn
    assert len(re.findall(r'value="b"\s+checked', drawn)) == 1
    assert len(re.findall(r'value="b" selected', drawn)) == 1
    assert len(re.findall(r'value="a"\s+checked', drawn)) == 1


def test_nothing_typed_stays_in_memory():
    """Components are kept between requests; what people type must not be."""
    components._kept.cache_clear()
    field(Everything({"line": "A child said this", "text": "and this"}, {})["line"])
    before = components._kept.cache_info().currsize

    again = field(Everything({"line": "Another child said that"}, {})["line"])

    assert components._kept.cache_info().currsize == before
    assert "Another child said that" in again
    assert "A child said this" not in again


def test_a_summary_of_named_places():
    """Pages without a form name the places themselves; one without a problem has no summary."""
    assert 'href="#plans-grade"' in error_summary([("plans-grade", "Plans: choose a grade")])
    assert error_summary([]) == ""


@pytest.mark.parametrize("text", ["", "One line", "Two\nlines <b>"])
def test_lines_keep_their_breaks_and_nothing_else(text):
    """Line breaks are all the layout that typed text has."""
    assert components.lines(text) == text.replace("<b>", "&lt;b&gt;").replace("\n", "<br>")


def test_every_field_says_itself_what_is_missing():
    """Django's own words name neither the field nor what to give."""
    import looped.service.urls  # noqa: F401  # every page's forms

    missing = [
        f"{form.__name__}.{name}"
        for form in Form.__subclasses__()
        if form.__module__.startswith("looped.")
        for name, field in form.base_fields.items()
        if field.required and not field.widget.is_hidden and "This field" in field.error_messages["required"]
    ]
    assert missing == []
