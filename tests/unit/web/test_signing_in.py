"""Signing in as somebody does it: password and code, links of letters, what is limited, what is closed, what is kept."""

import re
import time
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from tests.signed_in import number_users_from, signed_in

from looped.records.account import RoleHeld
from looped.records.letter import Letter
from looped.records.queries.letters import letters_to_send
from looped.records.queries.people import account_of
from looped.workflow.accounts import admit, forgotten, let_in, lose_second_factor, send_link
from looped.workflow.erasing import erase_person
from looped.workflow.letters.sending import message
from looped.workflow.people import end_role, hold_role
from looped.workflow.settings_deeds import change_setting

PASSWORD = "three unlikely words"
EMAIL = "nora@council.example"


@pytest.fixture(autouse=True)
def address(settings, record):
    number_users_from(5000)
    settings.ADDRESS = "https://audits.example"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # argon2 is slow on purpose


@pytest.fixture
def nora(world):
    """Somebody who was let in, and holds an auditor's role."""
    person = admit(by=world.id("Ada"), name="Nora New", email="Nora@Council.example", now=world.now())
    hold_role(by=world.id("Ada"), person=person, role="auditor", service_area="Help", now=world.now())
    return person


def user(email=EMAIL):
    return User.objects.get(email=email)


def letter(kind):
    (row,) = [each for each in letters_to_send(timezone.now() + timedelta(days=9999)) if each.kind == kind]
    return message(row, EMAIL).body


def link_in(text):
    return re.search(r"https://audits\.example(/sign-in/password/\S+)", text)[1]


def choose(browser, link, password=PASSWORD):
    """Open the letter's link and set a password."""
    shown = browser.get(link)
    assert shown.status_code == 302  # the key leaves the address at once
    return browser.post(shown.headers["Location"], {"password1": password, "password2": password})


def enter(browser, email=EMAIL, password=PASSWORD, **more):
    return browser.post("/sign-in", {"login": email, "password": password}, **more)


def with_password(person):
    made = user()
    made.set_password(PASSWORD)
    made.save()
    return made


def code_now(secret, ahead=0):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead))


def key_on(page):
    return re.search(r'looped-key">([A-Z2-7 ]+)<', page)[1].replace(" ", "")


def set_up(browser):
    """Set the second factor up. Gives its key and the recovery codes."""
    key = key_on(browser.get("/your-sign-in/app").content.decode())
    done = browser.post("/your-sign-in/app", {"code": code_now(key)}, follow=True)
    codes = re.findall(r"<li>(\d{8})</li>", done.content.decode())
    return key, codes


def what(answer):
    """The heading of a page."""
    return re.search(r"<h1[^>]*>(.*?)</h1>", answer.content.decode(), re.DOTALL)[1].strip()


def test_from_the_letter_to_ones_work(nora, world):
    """A link good once, a password, an app, recovery codes, and every time after that password and code."""
    browser, link = Client(), link_in(letter("invitation"))
    assert "Nora" not in letter("invitation")

    assert what(browser.get(choose(browser, link).headers["Location"])) == "Your password is set"
    assert what(Client().get(link)) == "This link doesn’t work any more"
    assert enter(browser).headers["Location"] == "/"
    assert browser.get("/").headers["Location"] == "/your-sign-in/app"
    assert browser.get("/permissions").headers["Location"] == "/your-sign-in/app"
    wrong = browser.post("/your-sign-in/app", {"code": "000000"})
    assert "This code is wrong or too old" in wrong.content.decode()
    key, codes = set_up(browser)
    assert len(codes) == 10
    assert browser.get("/").status_code == 200

    other = Client()
    assert enter(other).headers["Location"] == "/sign-in/code"
    assert other.get("/").headers["Location"] == "/sign-in"
    assert what(other.post("/sign-in/code", {"code": "123456"})) == "Give a code"
    assert other.post("/sign-in/code", {"code": code_now(key, 1)}).headers["Location"] == "/"
    assert other.get("/").status_code == 200

    third = Client()
    enter(third)
    third.post("/sign-in/code", {"code": codes[0]})
    assert third.get("/").status_code == 200
    again = Client()
    enter(again)
    assert what(again.post("/sign-in/code", {"code": codes[0]})) == "Give a code"


def test_no_link_lies_in_a_table(nora):
    """It is made when the letter is sent."""
    assert Letter.objects.get(kind="invitation").text.count("$link") == 1
    assert "/sign-in/password/" not in Letter.objects.get(kind="invitation").text


def test_links_end(nora, world, settings):
    """With time, with another address, and where the account is closed."""
    link = link_in(letter("invitation"))
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert what(Client().get(link)) == "This link doesn’t work any more"
    settings.PASSWORD_RESET_TIMEOUT = 1000
    assert Client().get(link).status_code == 302

    let_in(by=world.id("Ada"), person=nora, email="nora.new@council.example", now=world.now())
    assert what(Client().get(link)) == "This link doesn’t work any more"
    assert enter(Client()).status_code == 200


def test_wrong_words_are_told_alike(nora):
    """Neither which of the two was wrong, nor whether there is such an account."""
    with_password(nora)
    pages = [enter(Client(), *each) for each in ((EMAIL, "wrong words here"), ("nobody@council.example", PASSWORD))]
    bodies = [re.sub(r'value="[^"]*"|\d+\.\d+', "", page.content.decode()) for page in pages]

    assert bodies[0] == bodies[1]
    assert "E-mail address or password is wrong. Try again." in bodies[0]


def test_guessing_is_slow(nora):
    """Five wrong passwords for one address; then even the right one waits."""
    with_password(nora)
    for _ in range(5):
        enter(Client(), password="wrong words here")

    assert "Too many attempts. Wait five minutes" in enter(Client()).content.decode()
    assert Session.objects.count() == 0 or "_auth_user_id" not in str([s.get_decoded() for s in Session.objects.all()])


def test_forgotten(nora):
    """The same answer whoever asks; a letter to whoever there is, none to a closed account."""
    Letter.objects.count()
    for email in (EMAIL, "nobody@council.example"):
        answer = Client().post("/sign-in/forgotten", {"email": email})
        assert answer.headers["Location"] == "/sign-in/forgotten/sent"
    assert Letter.objects.filter(kind="forgotten").count() == 1
    assert what(choose(Client(), link_in(letter("forgotten"))).client.get("/sign-in/password/chosen")) == (
        "Your password is set"
    )

    User.objects.update(is_active=False)
    forgotten(email=EMAIL)
    assert Letter.objects.filter(kind="forgotten").count() == 1


def test_weak_passwords_are_refused(nora):
    """Short, common, or the address itself."""
    browser, link = Client(), link_in(letter("invitation"))
    for weak in ("elevenchars", "password1234", "nora@council.example"):
        assert choose(browser, link, weak).status_code == 200
    assert not user().has_usable_password()


def test_a_closed_account_and_a_lost_role_are_told_clearly(nora, world):
    """Both in words, neither with a page."""
    made = with_password(nora)
    made.is_active = False
    made.save()
    assert what(enter(Client(), follow=True)) == "Your account is closed"

    browser = signed_in(world.id("Ann"))
    for held in RoleHeld.objects.filter(person=world.id("Ann")):
        end_role(by=world.id("Ada"), holding=held.holding, now=world.now())
    refused = browser.get("/")
    assert (refused.status_code, what(refused)) == (403, "You have no role here")


def test_nobody_signs_up_and_nothing_of_allauth_s_else_is_there(world):
    """Addresses that it would have."""
    for path in ("/accounts/signup/", "/sign-in/up", "/signup/", "/accounts/login/", "/admin/"):
        answer = Client().get(path)
        assert answer.status_code == 404 or answer.headers["Location"].startswith("/sign-in?")


def test_second_factor_optional(nora, settings):
    """A demonstration runs without."""
    settings.SECOND_FACTOR = "optional"
    with_password(nora)
    browser = Client()
    enter(browser)

    assert browser.get("/").status_code == 200


def test_changing_telephones(nora, world):
    """Removed after password or code again, then led to another at once; so by an administrator too."""
    with_password(nora)
    browser = Client()
    enter(browser)
    set_up(browser)
    assert what(browser.get("/your-sign-in/app/remove")) == "Remove your second factor"
    assert what(browser.get("/your-sign-in/codes")) == "Your recovery codes"
    assert "10 of 10 are left" in browser.get("/your-sign-in/codes").content.decode()
    assert (
        len(re.findall(r"<li>(\d{8})</li>", browser.post("/your-sign-in/codes/new", follow=True).content.decode()))
        == 10
    )
    browser.post("/your-sign-in/app/remove")
    assert browser.get("/").headers["Location"] == "/your-sign-in/app"
    set_up(browser)
    assert browser.get("/").status_code == 200

    lose_second_factor(by=world.id("Ada"), person=nora, now=world.now())
    assert not Authenticator.objects.exists()
    assert browser.get("/").headers["Location"] == "/sign-in"
    assert "removed your second factor" in letter("second_factor_gone")


def test_what_protects_is_changed_by_whoever_knows_it(nora, monkeypatch):
    """Five minutes after signing in it is asked for again."""
    from django.contrib.sessions.backends.db import SessionStore

    with_password(nora)
    browser = Client()
    enter(browser)
    key, _ = set_up(browser)
    store = SessionStore(browser.cookies[settings.SESSION_COOKIE_NAME].value)
    for each in store["account_authentication_methods"]:
        each["at"] -= 3600
    store.save()

    asked = browser.get("/your-sign-in/codes/new")
    assert asked.headers["Location"].startswith("/sign-in/again?next=")
    assert what(browser.get("/sign-in/again/code")) == "Give a code again"
    assert "This password is wrong" in browser.post(asked.headers["Location"], {"password": "no"}).content.decode()
    assert (
        browser.post(asked.headers["Location"], {"password": PASSWORD}).headers["Location"] == "/your-sign-in/codes/new"
    )
    assert what(browser.get("/your-sign-in/codes/new")) == "Make new recovery codes"
    assert browser.post("/sign-in/again/code", {"code": code_now(key, 1)}).status_code == 302


def test_changing_a_password(nora):
    """By whoever knows it; other browsers are signed out."""
    with_password(nora)
    browser, other = Client(), Client()
    enter(browser)
    set_up(browser)
    other.cookies[settings.SESSION_COOKIE_NAME] = signed_in(nora).cookies[settings.SESSION_COOKIE_NAME].value
    assert other.get("/").status_code == 200
    new = {"oldpassword": "wrong", "password1": "other unlikely words", "password2": "other unlikely words"}
    assert "This is not your password now" in browser.post("/your-sign-in/password", new).content.decode()

    assert (
        browser.post("/your-sign-in/password", new | {"oldpassword": PASSWORD}).headers["Location"] == "/your-sign-in"
    )
    assert browser.get("/your-sign-in").status_code == 200
    assert other.get("/").status_code == 302


def test_without_a_password_there_is_none_to_change(small_world):
    """Who comes by single sign-on alone is told so plainly, not that the service has a fault."""
    browser = signed_in(small_world.id("Ann"))

    assert browser.get("/your-sign-in").status_code == 200
    assert browser.get("/your-sign-in/password").status_code == 404
    assert browser.post("/your-sign-in/password", {"password1": "other unlikely words"}).status_code == 404


def test_secrets_of_the_second_factor_are_locked(nora, settings):
    """A stolen copy of the database gives nobody's codes; under another key no code fits."""
    with_password(nora)
    browser = Client()
    enter(browser)
    key, codes = set_up(browser)
    assert key not in str(list(Authenticator.objects.values_list("data", flat=True)))

    settings.SECRET_KEY = "another" * 10
    other = Client()
    enter(other)
    assert what(other.post("/sign-in/code", {"code": code_now(key, 1)})) == "Give a code"
    assert what(other.post("/sign-in/code", {"code": codes[0]})) == "Give a code"


def test_sessions_slide_and_are_seldom_written(world, settings):
    """Whoever does something stays; at most one write in five minutes; an idle one ends."""
    browser = signed_in(world.id("Ann"))
    (session,) = Session.objects.all()
    store = session.get_decoded() | {"seen": int(time.time()) - 301}
    session.session_data = Session.objects.encode(store)
    session.expire_date = timezone.now() + timedelta(minutes=5)
    session.save()

    browser.get("/permissions")
    slid = Session.objects.get().expire_date
    assert timedelta(minutes=59) < slid - timezone.now() <= timedelta(minutes=60)
    browser.get("/permissions")
    assert Session.objects.get().expire_date == slid

    Session.objects.update(expire_date=timezone.now())
    assert browser.get("/").headers["Location"] == "/sign-in"


def test_the_longest_sign_in_ends_whatever_is_done(world, settings):
    """Twelve hours after it began: the session is gone from the database, and what was sent is held."""
    browser = signed_in(world.id("Ann"))
    (session,) = Session.objects.all()

    def began(ago):
        session.session_data = Session.objects.encode(session.get_decoded() | {"began": int(time.time()) - ago})
        session.save()

    began(12 * 60 * 60 - 60)
    assert browser.get("/permissions").status_code == 200
    began(12 * 60 * 60 + 60)
    ours = {"Origin": "http://testserver"}
    held = browser.post("/people/new", {"name": "Nora"}, headers=ours)
    assert (held.status_code, "Nora</textarea>" in held.content.decode()) == (401, True)
    assert not Session.objects.exists()
    assert browser.get("/permissions").headers["Location"].startswith("/sign-in")


def test_a_session_says_when_it_began(nora):
    """Written with the first page after signing in, so that it can end."""
    made = with_password(nora)
    Authenticator.objects.create(user=made, type="totp", data={"secret": "x"})
    store = signed_in(nora).session
    del store["began"]
    store.save()
    browser = Client()
    browser.cookies[settings.SESSION_COOKIE_NAME] = store.session_key
    browser.get("/permissions")

    assert abs(Session.objects.get(pk=store.session_key).get_decoded()["began"] - time.time()) < 60


def test_signing_out_ends_it_in_the_database(world):
    """A kept cookie opens nothing."""
    browser = signed_in(world.id("Ann"))
    kept = browser.cookies[settings.SESSION_COOKIE_NAME].value

    assert browser.get("/sign-out").status_code == 405
    assert browser.post("/sign-out").headers["Location"] == "/sign-in"
    other = Client()
    other.cookies[settings.SESSION_COOKIE_NAME] = kept
    assert other.get("/").headers["Location"] == "/sign-in"
    assert Session.objects.count() == 0


def test_cookies(nora):
    """Secure on a council's record; the script reads the token, never the session."""
    browser = Client()
    with_password(nora)
    enter(browser)
    browser.get("/sign-in/forgotten")
    session, token = browser.cookies["sessionid"], browser.cookies["csrftoken"]

    assert (session["secure"], session["httponly"], session["samesite"], session["max-age"]) == (True, True, "Lax", "")
    assert (token["secure"], token["httponly"], token["samesite"]) == (True, "", "Lax")


def test_expired_sessions_and_attempts_go(nora):
    """At the next sign-in of anybody."""
    with_password(nora)
    old = timezone.now() - timedelta(days=1)
    Session.objects.create(session_key="old", session_data="x", expire_date=old)

    enter(Client())

    assert not Session.objects.filter(session_key="old").exists()


def test_nobody_comes_in_before_it_is_said_whom_to_ring(world, settings):
    """Those who say it do, so far and no further; then everybody."""
    settings.WAITS_FOR_SETTINGS = True
    ann, ada, queenie = (signed_in(world.id(name)) for name in ("Ann", "Ada", "Queenie"))

    assert [what(each.get("/")) for each in (ann, ada, queenie)] == ["Not open yet"] * 3
    assert (ada.get("/people").status_code, queenie.get("/settings").status_code) == (200, 200)
    assert ann.get("/permissions").status_code == 503
    assert ann.get("/your-sign-in").status_code == 200
    assert "Nobody else comes in before this is set: Council" in queenie.get("/settings").content.decode()
    values = {"council": "X", "ring_by_day": "Y", "ring_out_of_hours": "Z", "alert_steps": f'[["{world.id("Di")}"]]'}
    for name, value in values.items():
        change_setting(by=world.id("Queenie"), name=name, value=value, now=world.now())
    assert ann.get("/").status_code == 200


def test_erasing_a_person_takes_their_account(nora, world):
    """User, addresses, second factor, sessions; with nothing of anybody else's."""
    with_password(nora)
    browser = Client()
    enter(browser)
    set_up(browser)
    signed_in(world.id("Ann"))

    erased = erase_person(by="Priv Officer", why="request 7", name="Nora New", now=world.now())

    assert erased.rows["auth_user"] == erased.rows["account_emailaddress"] == 1
    assert erased.rows["mfa_authenticator"] == 2
    assert erased.rows["django_session"] == 1
    assert not User.objects.filter(email=EMAIL).exists()
    assert (Session.objects.count(), Authenticator.objects.count()) == (1, 0)
    assert browser.get("/").headers["Location"] == "/sign-in"


def test_an_account_is_closed_and_opened_again(nora, world):
    """At once, with a row in the trail; the address stays; let in again, they choose another password."""
    from looped.errors import UsageError
    from looped.records.event import Event
    from looped.workflow.accounts import close_account
    from looped.workflow.refusals import NotThere, TooLate

    with_password(nora)
    theirs, admin = signed_in(nora), signed_in(world.id("Ada"))
    where = f"/people/{nora}"
    asked = admin.get(f"{where}/close").content.decode()
    assert "Close the account of Nora New" in asked and "signed out at once" in asked
    assert user().is_active

    assert admin.post(f"{where}/close").headers["Location"] == where
    assert theirs.get("/").headers["Location"] == "/sign-in"
    assert "Log in" not in what(enter(Client(), follow=True)) and not user().has_usable_password()
    assert Event.objects.filter(what="close account", which=f"person:{nora}").count() == 1
    shown = admin.get(where).content.decode()
    assert f"the account of {EMAIL} is closed" in shown and "Let sign in again" in shown and "/close" not in shown
    assert admin.get(f"{where}/close").status_code == admin.post(f"{where}/link").status_code == 404
    with pytest.raises(TooLate):
        close_account(by=world.id("Ada"), person=nora)

    admin.post(f"{where}/sign-in", {"email": EMAIL})
    assert user().is_active and "/close" in admin.get(where).content.decode()

    assert signed_in(world.id("Ann")).get(f"{where}/close").status_code == 404
    with pytest.raises(NotThere):
        close_account(by=world.id("Ann"), person=nora)
    with pytest.raises(NotThere):
        close_account(by=world.id("Ada"), person=world.id("Ben"))
    with pytest.raises(UsageError, match="your own account"):
        close_account(by=world.id("Ada"), person=world.id("Ada"))
    own = admin.post(f"/people/{world.id('Ada')}/close")
    assert (own.status_code, "close your own account" in own.content.decode()) == (422, True)


def test_deeds_about_accounts_are_an_administrator_s(nora, world):
    """Others are told that there is nothing here; addresses are one somebody's."""
    from looped.errors import UsageError
    from looped.workflow.refusals import NotThere

    ann, ada = world.id("Ann"), world.id("Ada")
    for does in (
        lambda by: send_link(by=by, person=nora),
        lambda by: lose_second_factor(by=by, person=nora),
        lambda by: let_in(by=by, person=nora, email="x@council.example"),
        lambda by: admit(by=by, name="Else", email="x@council.example"),
    ):
        with pytest.raises(NotThere):
            does(ann)
    for email in ("NORA@council.example", "no address"):
        with pytest.raises(UsageError):
            admit(by=ada, name="Else", email=email)
        with pytest.raises(UsageError):
            let_in(by=ada, person=world.id("Ben"), email=email)
    admit(by=ada, name="Else", email="else@council.example")
    with pytest.raises(UsageError, match="signs in with this"):
        let_in(by=ada, person=nora, email="Else@council.example")
    with pytest.raises(UsageError, match="no second factor"):
        lose_second_factor(by=ada, person=nora)
    for does in (send_link, lose_second_factor):
        with pytest.raises(NotThere):
            does(by=ada, person=world.id("Ben"))
    assert account_of(nora) == str(user().pk)
    send_link(by=ada, person=nora)
    assert Letter.objects.filter(kind="invitation").count() == 3


def test_a_link_in_a_letter_needs_the_address(nora, settings):
    """The letter waits instead of going out with half a link."""
    from looped.errors import LoopedError

    settings.ADDRESS = ""
    with pytest.raises(LoopedError, match="LOOPED_ADDRESS"):
        letter("invitation")


def test_without_passwords(world, settings):
    """None is asked for, none can be set, and the letter says how to sign in."""
    settings.PASSWORDS = False
    admit(by=world.id("Ada"), name="Nora New", email=EMAIL, now=world.now())
    assert "with your council account" in letter("invitation_without_password")
    browser = Client()
    assert "password" not in browser.get("/sign-in").content.decode().lower()
    assert enter(browser).status_code == 404
    for path in ("/sign-in/forgotten", "/sign-in/again", "/sign-in/password/1/x-y"):
        assert browser.get(path).status_code == 404


def test_an_administrator_lets_in_by_the_pages(world):
    """Adds with an address, changes it, sends a link, removes a second factor; others find no such pages."""
    admin, ann = signed_in(world.id("Ada")), signed_in(world.id("Ann"))
    where = admin.post("/people/new", {"name": "Nora New", "email": EMAIL}).headers["Location"]
    assert EMAIL in admin.get(where).content.decode()
    taken = admin.post("/people/new", {"name": "Else", "email": EMAIL})
    assert (taken.status_code, "signs in with this e-mail address already" in taken.content.decode()) == (422, True)

    assert admin.post(f"{where}/sign-in", {"email": "n.new@council.example"}).headers["Location"] == where
    assert user("n.new@council.example")
    assert admin.post(f"{where}/link").headers["Location"] == where
    assert Letter.objects.filter(kind="invitation").count() == 3
    assert admin.post(f"{where}/second-factor").status_code == 422
    Authenticator.objects.create(user=user("n.new@council.example"), type="totp", data={})
    assert "Telephone lost" in admin.get(where).content.decode()
    assert admin.post(f"{where}/second-factor").headers["Location"] == where
    assert not Authenticator.objects.exists()

    for path in ("sign-in", "link", "second-factor"):
        assert ann.post(f"{where}/{path}", {"email": "x@council.example"}).status_code == 404
    ben = f"/people/{world.id('Ben')}"
    assert admin.post(f"{ben}/sign-in", {"email": "ben@council.example"}).status_code == 422  # an account of the tests


def test_nothing_typed_into_any_form_is_lost(world):
    """Signed out, the page holds it and shows it; then it is sent again. No secret and no other site's words are held."""
    form = {"name": "Nora <New>", "team": "Red", "password": "secret words", "csrfmiddlewaretoken": "old"}
    ours = {"Origin": "http://testserver"}

    held = Client().post("/people/new", form, headers=ours)
    drawn = held.content.decode()
    assert (held.status_code, what(held)) == (401, "You are signed out")
    assert "Nora &lt;New&gt;</textarea>" in drawn and "<li>Nora &lt;New&gt;</li>" in drawn
    assert 'action="/people/new"' in drawn and 'target="_blank"' in drawn
    assert "secret words" not in drawn and ">old<" not in drawn
    # The script puts the secret that signing in made into the form, so that one press is enough; without it, two.
    assert 'data-fresh="csrftoken"' in drawn and "Press the button a second time" in drawn

    sent = dict(re.findall(r'<textarea name="(\w+)"[^>]*>\n([^<]*)</textarea>', drawn))
    assert sent == {"name": "Nora &lt;New&gt;", "team": "Red"}
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = signed_in(world.id("Ada")).cookies
    stale = strict.post("/people/new", form, headers=ours)
    assert (stale.status_code, "Nora &lt;New&gt;</textarea>" in stale.content.decode()) == (403, True)
    token = re.search(r'csrfmiddlewaretoken" value="([^"]+)', stale.content.decode())[1]
    again = strict.post("/people/new", {"name": "Nora New", "csrfmiddlewaretoken": token}, headers=ours)
    assert again.status_code == 302

    for site in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://other.example"}, {}):
        assert Client().post("/people/new", form, headers=site).headers["Location"] == "/sign-in"
    assert Client().post("/people/new", form, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 401


def test_scripts_are_told_in_words(world):
    """With 401 for a lost sign-in, with 403 for an old token."""
    told = Client().post("/people/new", {"name": "x"}, headers={"HX-Request": "true"})
    assert (told.status_code, told.json()) == (401, {"what": "You are signed out."})
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = signed_in(world.id("Ada")).cookies
    told = strict.post("/people/new", {"name": "x"}, headers={"Accept": "application/json"})
    assert (told.status_code, told.json()) == (403, {"what": "This page is out of date."})


def test_a_file_is_not_held(world):
    """And that is said."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    held = Client().post("/check", {"file": SimpleUploadedFile("r.csv", b"x")}, headers={"Origin": "http://testserver"})
    assert "A file that you chose could not be held" in held.content.decode()


def test_whoever_isn_t_signed_in_comes_back_to_where_they_were(nora, settings):
    """After signing in, and to no other site."""
    settings.SECOND_FACTOR = "optional"
    with_password(nora)
    browser = Client()
    asked = browser.get("/permissions?x=1").headers["Location"]
    assert asked == "/sign-in?next=%2Fpermissions%3Fx%3D1"
    hidden = re.search(r'name="next" value="([^"]*)"', browser.get(asked).content.decode())[1]
    assert enter(browser, email=EMAIL).headers["Location"] == "/"
    other = Client()
    went = other.post("/sign-in", {"login": EMAIL, "password": PASSWORD, "next": hidden})
    assert went.headers["Location"] == "/permissions?x=1"
    elsewhere = Client().post("/sign-in", {"login": EMAIL, "password": PASSWORD, "next": "https://evil.example/"})
    assert elsewhere.headers["Location"] == "/"
