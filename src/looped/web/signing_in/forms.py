"""Forms of sign-in in our words. What they do is django-allauth's."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.conf import settings
from django.http import HttpRequest

from looped.records.address import INVENTED, demonstration

NARROW = "govuk-input--width-20"


class Plain(forms.Form):
    """Ids as names, nothing left to the browser, no words inside boxes."""

    use_required_attribute = False
    labels: dict[str, str] = {}
    hints: dict[str, str] = {}
    missing: dict[str, str] = {}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.auto_id = "%s"
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.widget.attrs.setdefault("class", NARROW)
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")
            if name in self.missing:
                field.error_messages["required"] = self.missing[name]


class SignIn(Plain, account.LoginForm):
    """Address and password."""

    labels = {"login": "E-mail address", "password": "Password"}
    missing = {"login": "Give your e-mail address.", "password": "Give your password."}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # One text: what is wrong with an address isn't told apart from what is wrong with a password.
        attrs = {"autocomplete": "username", "class": NARROW}
        self.fields["login"] = forms.CharField(
            label=self.labels["login"],
            max_length=254,
            widget=forms.TextInput(attrs),
            error_messages={"required": self.missing["login"]},
        )
        self.order_fields(["login", "password"])

    def clean_login(self) -> str:
        """In a demonstration the part before the @ is enough."""
        login = str(super().clean_login())
        return login + INVENTED if demonstration() and "@" not in login else login


class PasswordAgain(Plain, account.ReauthenticateForm):
    """For whoever changes what protects their account."""

    labels = {"password": "Password"}
    missing = {"password": "Give your password."}


class Code(Plain, mfa.AuthenticateForm):
    """A code of the app, or one of the codes on paper."""

    labels = {"code": "Code"}
    hints = {"code": "The six digits that your app shows now, or one of your recovery codes."}
    missing = {"code": "Give the code."}


class CodeAgain(Plain, mfa.ReauthenticateForm):
    """The same, for whoever changes what protects their account."""

    labels, hints, missing = Code.labels, Code.hints, Code.missing


class FirstCode(Plain, ActivateTOTPForm):
    """Shows that the app has the key."""

    labels = {"code": "Code"}
    hints = {"code": "The six digits that the app shows now."}
    missing = {"code": "Give the code."}


PASSWORD_HINT = "At least 12 characters. Three words that don't belong together are good."  # noqa: S105  # a hint


class NewPassword(Plain, account.ResetPasswordKeyForm):
    """By the link of a letter."""

    labels = {"password1": "New password", "password2": "New password again"}
    hints = {"password1": PASSWORD_HINT}
    missing = {"password1": "Give a password.", "password2": "Give the password again."}


class ChangePassword(Plain, account.ChangePasswordForm):
    """By whoever knows the old one."""

    labels = {"oldpassword": "Password now", **NewPassword.labels}
    hints = NewPassword.hints
    missing = {"oldpassword": "Give your password now.", **NewPassword.missing}


class Forgotten(Plain):
    """Asks for a letter. Whether there is such an account isn't told."""

    email = forms.EmailField(
        label="E-mail address",
        widget=forms.EmailInput({"autocomplete": "username", "class": NARROW}),
        error_messages={
            "required": "Give your e-mail address.",
            "invalid": "Give an e-mail address in the correct format, like name@example.com.",
        },
    )

    def save(self, request: HttpRequest, **_: Any) -> str:
        """A letter with a link, sent as all letters are."""
        from looped.workflow.accounts import forgotten

        if settings.PASSWORDS:
            forgotten(email=self.cleaned_data["email"])
        return str(self.cleaned_data["email"])
