"""Single sign-on by OpenID Connect: what allauth leaves to the connection's safety is checked here as well.

The issuer is the one of our settings; the token is signed by it, made for us, for this sign-in (nonce), and not old.
Source: OpenID Connect Core 1.0, sections 3.1.2.1, 3.1.3.7, 5.3.2.
"""

import hashlib
import hmac
from typing import Any

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.oauth2.client import OAuth2Client, OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import HttpRequest

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
LEEWAY = 60  # seconds that two clocks may differ
NEEDED = ("iss", "sub", "aud", "exp", "iat", "nonce")


def nonce_of(state: str) -> str:
    """The nonce of a sign-in. The state is random, of this browser's session, good once; so is what is made of it."""
    return hashlib.sha256(b"nonce" + state.encode()).hexdigest()


class Client(OAuth2Client):
    """Asks for a token that carries our nonce."""

    def get_redirect_url(self, authorization_url: str, scope: Any, extra_params: dict[str, Any]) -> str:
        """Where the browser is sent."""
        params = {**extra_params, "nonce": nonce_of(self.state)}
        return str(super().get_redirect_url(authorization_url, scope, params))


class Checked(OpenIDConnectOAuth2Adapter):
    """The way to our one provider and back."""

    client_class = Client

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request, settings.OIDC_ID)

    def get_provider(self) -> Any:
        """Ours, which goes this way too."""
        provider = super().get_provider()
        provider.get_oauth2_adapter = lambda _: self
        return provider

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the issuer says of itself. Raises: OAuth2Error where it isn't the issuer that it should be."""
        said: dict[str, Any] = super().openid_config
        if str(said.get("issuer", "")).rstrip("/") != settings.OIDC_ISSUER:
            raise OAuth2Error("another issuer")
        missing = {"authorization_endpoint", "token_endpoint", "jwks_uri"} - said.keys()
        if missing:
            raise OAuth2Error(f"the issuer doesn't name {', '.join(sorted(missing))}")
        return said

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> SocialLogin:
        """Who it is. Raises: OAuth2Error for a token that isn't the issuer's, isn't ours or isn't of this sign-in."""
        said = self._checked(str(kwargs["response"].get("id_token", "")), app, nonce_of(request.GET["state"]))
        if "email" not in said and "userinfo_endpoint" in self.openid_config:
            more = self._fetch_user_info(token.token)
            if more.get("sub") != said["sub"]:
                raise OAuth2Error("another subject")
            said = {**more, **said}
        if settings.OIDC_EMAILS_VERIFIED:
            said["email_verified"] = True
        login = self.get_provider().sociallogin_from_response(request, {"id_token": said})
        # Nothing of it is kept but issuer and subject.
        login.account.extra_data = {}
        return login

    def _checked(self, id_token: str, app: Any, nonce: str) -> dict[str, Any]:
        try:
            said: dict[str, Any] = jwt.decode(
                id_token,
                self._key(id_token),
                algorithms=ALGORITHMS,
                issuer=self.openid_config["issuer"],
                audience=app.client_id,
                leeway=LEEWAY,
                options={"require": list(NEEDED)},
            )
        except jwt.PyJWTError as error:
            raise OAuth2Error("a token that isn't good") from error
        if not hmac.compare_digest(str(said["nonce"]), nonce):
            raise OAuth2Error("a token of another sign-in")
        if said.get("azp", app.client_id) != app.client_id:
            raise OAuth2Error("a token for another")
        return said

    def _key(self, id_token: str) -> jwt.PyJWK:
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        wanted = jwt.get_unverified_header(id_token)
        # A token may leave its key's name out where the issuer has one key alone.
        keys = [key for key in jwt.PyJWKSet.from_dict(answer.json()).keys if wanted.get("kid") in (None, key.key_id)]
        # A key says itself what it signs with, so the token can't choose; none is left for "none".
        if len(keys) != 1 or wanted.get("alg") != keys[0].algorithm_name:
            raise OAuth2Error("a key that the issuer doesn't have")
        return keys[0]
