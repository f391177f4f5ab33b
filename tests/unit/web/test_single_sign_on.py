"""Single sign-on against a real OpenID Connect provider on loopback, with everything that could be wrong with it."""

import json
import threading
from base64 import urlsafe_b64encode
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.conf import settings as configured
from django.test import Client
from tests.signed_in import number_users_from
from tests.unit.web.test_signing_in import what

from looped.workflow.accounts import admit, let_in
from looped.workflow.people import hold_role

pytestmark = [
    pytest.mark.slow,
    pytest.mark.enable_socket,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::authlib.deprecate.AuthlibDeprecationWarning"),
]
EMAIL = "nora@council.example"
CLAIMS = {
    "nora": {"email": EMAIL, "email_verified": True, "name": "Nora Elsewhere"},
    "stranger": {"email": "stranger@council.example", "email_verified": True},
    "unverified": {"email": EMAIL, "email_verified": False},
    "silent": {"email": EMAIL},
    "recycled": {"email": EMAIL, "email_verified": True},
    "nobody": {},
}


class Tampering:
    """Stands before the provider; what a test puts here changes requests on their way in and answers on theirs out."""

    def __init__(self, app):
        self.app, self.before, self.after = app, lambda environ: None, lambda path, body: body

    def __call__(self, environ, start):
        told = {}
        self.before(environ)
        body = b"".join(self.app(environ, lambda status, headers, *_: told.update(status=status, headers=headers)))
        body = self.after(environ["PATH_INFO"], body)
        headers = [(name, value) for name, value in told["headers"] if name.lower() != "content-length"]
        start(told["status"], [*headers, ("Content-Length", str(len(body)))])
        return [body]


@pytest.fixture
def provider(settings):
    """The provider, served; the service's settings name it."""
    from oidc_provider_mock import User, app
    from werkzeug.serving import make_server

    users = [User(sub=sub, claims=claims) for sub, claims in CLAIMS.items()]
    between = Tampering(app(require_nonce=True, user_claims=users))
    server = make_server("127.0.0.1", 0, between, threaded=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    settings.OIDC_ISSUER = f"http://127.0.0.1:{server.server_port}"
    one = {"provider_id": configured.OIDC_ID, "name": "X", "client_id": "looped", "secret": "s"}
    one["settings"] = {"server_url": settings.OIDC_ISSUER}
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [one]}}
    yield between
    server.shutdown()
    thread.join(5)
    server.server_close()


@pytest.fixture
def nora(world):
    number_users_from(5000)
    person = admit(by=world.id("Ada"), name="Nora New", email=EMAIL, now=world.now())
    hold_role(by=world.id("Ada"), person=person, role="auditor", service_area="Help", now=world.now())
    return person


def there(browser, sub):
    """Go to the provider and say who one is there. Gives the address that leads back."""
    asked = browser.get("/sign-in/with?next=/permissions").headers["Location"]
    answer = requests.post(asked, data={"sub": sub}, allow_redirects=False, timeout=5)
    assert answer.status_code == 302, answer.text
    back = urlsplit(answer.headers["Location"])
    assert back.path == "/sign-in/back"
    return f"{back.path}?{back.query}"


def goes(sub, browser=None):
    """The whole way there and back."""
    browser = browser or Client()
    return browser, browser.get(there(browser, sub))


def came_in(browser):
    return browser.get("/permissions").status_code == 200


def test_whoever_was_added_comes_in(provider, nora):
    """By a verified address, without a password or a code of ours; nothing but issuer and subject is kept."""
    assert 'href="/sign-in/with"' in Client().get("/sign-in").content.decode()

    browser, answer = goes("nora")

    assert answer.headers["Location"] == "/permissions"
    assert came_in(browser)
    known = SocialAccount.objects.get()
    assert (known.provider, known.uid, known.extra_data) == (configured.OIDC_ID, "nora", {})
    assert SocialToken.objects.count() == 0
    assert "You sign in by it" in browser.get("/your-sign-in").content.decode()


def test_the_second_time_the_subject_counts(provider, nora, world):
    """Also under another address; the same subject is the same person."""
    goes("nora")
    let_in(by=world.id("Ada"), person=nora, email="nora.new@council.example", now=world.now())

    assert came_in(goes("nora")[0])
    assert SocialAccount.objects.count() == 1


@pytest.mark.parametrize("sub", ["stranger", "unverified", "silent", "nobody"])
def test_nobody_else_comes_in(provider, nora, sub):
    """Not by an address that nobody added, that isn't verified, or that isn't there."""
    browser, answer = goes(sub)

    assert (answer.status_code, what(answer)) == (403, "You have no access here")
    assert not came_in(browser)
    assert SocialAccount.objects.count() == 0


def test_an_address_given_to_somebody_else_there_opens_nothing_here(provider, nora):
    """Who is known by a subject isn't anybody's by the address alone."""
    goes("nora")

    browser, answer = goes("recycled")

    assert answer.status_code == 403
    assert not came_in(browser)


def test_a_provider_that_never_says_verified(provider, nora, settings):
    """Where the council says that all its addresses are."""
    settings.OIDC_EMAILS_VERIFIED = True

    assert came_in(goes("silent")[0])


def test_a_closed_account_stays_closed(provider, nora):
    from django.contrib.auth.models import User

    User.objects.update(is_active=False)
    browser, answer = goes("nora")

    assert answer.headers["Location"] == "/sign-in/closed"
    assert not came_in(browser)


def refused(browser, answer):
    """The page that says so, and nobody is in."""
    assert (answer.status_code, what(answer)) == (401, "You couldn’t be signed in")
    assert not came_in(browser)
    assert SocialAccount.objects.count() == 0


def of_token(changed):
    """What changes the token on its way."""

    def after(path, body):
        if not path.endswith("/token"):
            return body
        answer = json.loads(body)
        answer["id_token"] = changed(answer["id_token"])
        return json.dumps(answer).encode()

    return after


def part(value):
    return urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def forged(token, **more):
    """The same token with other claims and its old signature."""
    import jwt

    head, _, signature = token.split(".")
    return f"{head}.{part(jwt.decode(token, options={'verify_signature': False}) | more)}.{signature}"


def unsigned(token):
    import jwt

    claims = jwt.decode(token, options={"verify_signature": False})
    return f"{part({'alg': 'none', 'kid': jwt.get_unverified_header(token).get('kid')})}.{part(claims)}."


def signed_by_another(token):
    import jwt
    from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

    claims = jwt.decode(token, options={"verify_signature": False})
    headers = {"kid": jwt.get_unverified_header(token).get("kid")}
    return jwt.encode(claims, generate_private_key(65537, 2048), "RS256", headers)


@pytest.mark.parametrize(
    "changed",
    [unsigned, signed_by_another, lambda token: forged(token, email=EMAIL), lambda _: "", lambda _: "a.b.c"],
    ids=["unsigned", "another key", "other claims", "none", "nonsense"],
)
def test_a_token_that_the_issuer_did_not_sign(provider, nora, changed):
    provider.after = of_token(changed)
    refused(*goes("nora"))


def test_a_token_of_another_issuer(provider, nora):
    """Signed by the right key, in another's name."""

    def before(environ):
        if environ["PATH_INFO"].endswith("/token"):
            environ["HTTP_HOST"] = "other.example"

    provider.before = before
    refused(*goes("nora"))


def test_a_token_of_another_sign_in(provider, nora):
    """Its nonce is another's: somebody planted their own code."""

    def before(environ):
        query = parse_qs(environ["QUERY_STRING"])
        if "nonce" in query:
            environ["QUERY_STRING"] = environ["QUERY_STRING"].replace(query["nonce"][0], "0" * 64)

    provider.before = before
    refused(*goes("nora"))


def test_a_code_for_another_browser(provider, nora):
    """The state belongs to the browser that began, and is good once."""
    mine, theirs = Client(), Client()
    back = there(theirs, "nora")

    refused(mine, mine.get(back))
    assert theirs.get(back).status_code == 302
    assert theirs.get(back).status_code == 401


def test_another_issuer_answers(provider, nora):
    """What is found under the address calls itself something else."""
    provider.after = lambda path, body: (
        body.replace(b'"issuer":', b'"was":').replace(b"{", b'{"issuer": "https://other.example",', 1)
        if path.endswith("openid-configuration")
        else body
    )
    browser = Client()

    refused(browser, browser.get("/sign-in/with"))


def test_a_provider_that_is_down_or_poor(provider, nora, settings):
    """Said in words, whatever it lacks."""
    browser = Client()
    provider.after = lambda path, body: body.replace(b'"jwks_uri"', b'"x"') if "well-known" in path else body
    refused(browser, browser.get("/sign-in/with"))
    provider.after = lambda path, body: b"no JSON" if "well-known" in path else body
    refused(browser, browser.get("/sign-in/with"))


def test_turned_round_there(provider, nora):
    """Said, with the way back."""
    browser = Client()
    state = parse_qs(urlsplit(browser.get("/sign-in/with").headers["Location"]).query)["state"][0]

    answer = browser.get(f"/sign-in/back?error=access_denied&state={state}")

    assert answer.headers["Location"] == "/sign-in/cancelled"
    assert what(browser.get("/sign-in/cancelled")) == "You didn’t sign in"


def test_the_address_from_elsewhere_than_the_token(provider, nora):
    """Some providers give it only when asked for; not where the answer is about somebody else."""

    def without(path, body):
        return body

    provider.after = without
    import looped.web.signing_in.provider as ours

    checked = ours.Checked._checked

    def no_email(self, *parts):
        return {name: value for name, value in checked(self, *parts).items() if not name.startswith("email")}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ours.Checked, "_checked", no_email)
        assert came_in(goes("nora")[0])
        SocialAccount.objects.all().delete()
        provider.after = lambda path, body: body.replace(b'"nora"', b'"other"') if "userinfo" in path else body
        refused(*goes("nora"))


def test_without_a_provider_there_is_no_such_page(world):
    """Nothing is offered and nothing answers."""
    assert "/sign-in/with" not in Client().get("/sign-in").content.decode()
    assert Client().get("/sign-in/with").status_code == 404
    assert Client().get("/sign-in/back?code=1&state=2").status_code == 404
