"""What every address owes, whoever asks: headers that hold, reading that changes nothing, nothing taken without a token."""

import pytest
from django.test import Client
from tests.signed_in import signed_in
from tests.unit.workflow.rows_kept import rows_there
from tests.walk.addresses import SIGN_IN, addresses, patterns
from tests.walk.test_every_role import HERE, quick, walked  # noqa: F401  # pytest finds fixtures by name
from tests.walk.test_two_worlds_in_pages import SENT, fill

pytestmark = pytest.mark.slow
WHO = ("qa_lead", "auditor", "moderator", "administrator", "privacy_officer", "report_approver", "board_reader")
NO_PAGE = ("/not-there", "/static/not-there.css")


@pytest.fixture
def asked(walked):  # noqa: F811  # the fixture above
    """Everybody's browser, nobody's too; and every address, those of signing in, and two where nothing is."""
    world, holders, audits = walked
    browsers = {role: signed_in(holders[role, HERE]) for role in WHO} | {"nobody": Client()}
    paths = [each.path for audit in audits.values() for each in addresses(fill(world, audit))]
    return browsers, list(dict.fromkeys((*paths, *sign_in(), *NO_PAGE)))


def sign_in():
    """Addresses of signing in that have no parts."""
    from django.urls import reverse

    return [reverse(each.name) for each in patterns() if each.name in SIGN_IN and not each.pattern.converters]


def policy(answer):
    """What its Content-Security-Policy says: directive -> sources."""
    said = (part.split() for part in answer.headers["Content-Security-Policy"].split(";"))
    return {name: sources for name, *sources in said}


def test_every_answer_carries_the_headers(asked):
    """Nothing inline is run, nothing from elsewhere, nothing framed, guessed or kept: of refusals and faults too."""
    browsers, paths = asked
    for who, browser in browsers.items():
        session = browser.cookies.output(header="")
        for path in paths:
            answer = browser.get(path)
            browser.cookies.clear()  # signing out is one of the addresses
            browser.cookies.load(session)
            where, told = (who, path), policy(answer)
            assert told["default-src"] == ["'none'"], where
            assert told["base-uri"] == ["'none'"], where
            assert set(told.get("script-src", [])) <= {"'self'"}, where
            assert "object-src" not in told or told["object-src"] == ["'none'"], where
            assert answer.headers["X-Content-Type-Options"] == "nosniff", where
            assert answer.headers["X-Frame-Options"] in ("DENY", "SAMEORIGIN"), where
            assert answer.headers["Referrer-Policy"] == "same-origin", where
            if not path.startswith("/static/"):
                assert answer.headers["Cache-Control"] == "no-store", where


def rows():
    """Every row of the record but what is counted of attempts to sign in."""
    return {table: there for table, there in rows_there().items() if table != "records_signinattempt"}


def test_reading_changes_nothing(asked):
    """A link in a letter, a search engine or a browser that fetches ahead can do nothing in anybody's name."""
    browsers, paths = asked
    before = rows()
    for who, browser in browsers.items():
        for path in paths:
            browser.get(path)
            if who == "qa_lead":
                browser.head(path)
    assert rows() == before


def test_nothing_is_taken_without_its_token(asked):
    """A page of somebody else's that sends a form to ours, in a browser that is signed in, gets nothing done."""
    browsers, paths = asked
    before = rows()
    for who, browser in browsers.items():
        strict = Client(enforce_csrf_checks=True)
        session = browser.cookies.output(header="")
        for path in paths:
            strict.cookies.clear()
            strict.cookies.load(session)
            answer = strict.post(path, SENT)
            refused = answer.status_code == (404 if path in NO_PAGE else 403)
            assert refused or (who == "nobody" and _sent_to_sign_in(answer)), (who, path, answer.status_code)
    assert rows() == before


def _sent_to_sign_in(answer):
    return answer.status_code in (302, 401) and answer.headers.get("Location", "/sign-in").startswith("/sign-in")
