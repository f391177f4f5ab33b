"""Pages for faults of the service: in our layout, without the database, without a word of what was sent."""

import re

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from tests.signed_in import signed_in

from looped.web import faults
from looped.workflow.log import request_id


def text_of(answer):
    main = re.search(r"<main.*?</main>", answer.content.decode(), re.DOTALL)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


@pytest.fixture
def shut(world):
    """The database is away."""
    signed_in(world.id("Ann"))
    connection.close()

    def refuse(*_, **__):
        raise AssertionError("a page for faults asked the database")

    with connection.execute_wrapper(refuse):
        yield


def test_a_fault_says_sorry_and_a_number(shut):
    """500, nothing of what was sent, nothing of what is inside."""
    token = request_id.set("1a2b3c4d5e6f7a8b")
    answer = faults.fault(RequestFactory().post("/audits/Maisie?q=Maisie", {"text": "Maisie"}))
    request_id.reset(token)

    assert answer.status_code == 500
    assert text_of(answer) == (
        "Sorry, there is a problem with the service Everything that was shown as saved is kept. Try again in a few "
        "minutes. If you report it, give this number: 1a2b3c4d5e6f7a8b Your work"
    )
    assert b"Maisie" not in answer.content


def test_what_cannot_be_read(shut):
    """400, without a number: nothing is wrong with the service."""
    answer = faults.bad_request(RequestFactory().get("/"), ValueError("Maisie"))

    assert (answer.status_code, "number" in text_of(answer), b"Maisie" in answer.content) == (400, False, False)


def test_an_old_page(shut):
    """403, what is kept and what to do."""
    answer = faults.stale(RequestFactory().post("/", {"text": "Maisie"}), reason="CSRF token missing.")

    assert answer.status_code == 403
    assert "is kept. Go back, open the page again" in text_of(answer)
    assert b"CSRF" not in answer.content and b"Maisie" not in answer.content


def test_answers_are_pages():
    """Django takes them as they are."""
    assert isinstance(faults.fault(RequestFactory().get("/")), HttpResponse)
