"""Addresses of the pages. The web's own rooms add theirs."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.conf import settings as configured
from django.urls import URLPattern, URLResolver, path

from looped.web import health
from looped.web.pages import (
    audits,
    concerns,
    documents,
    figures,
    first,
    issuing,
    meetings,
    moderating,
    own_grading,
    people,
    permissions,
    privacy,
    reports,
    rounds,
    settings,
    settling,
    sign_in,
    steering,
    trail,
)
from looped.web.pages.returns import check, family, pages, saving, tasks

ONE = {"provider_id": configured.OIDC_ID}  # django-allauth could have several
# Names are django-allauth's own, which its pages send one another to. What it has besides isn't reachable.
signing_in = [
    path("sign-in", sign_in.sign_in, name="account_login"),
    path("sign-in/code", mfa.authenticate, name="mfa_authenticate"),
    path("sign-in/again", sign_in.with_passwords(account.reauthenticate), name="account_reauthenticate"),
    path("sign-in/again/code", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("sign-in/closed", account.account_inactive, name="account_inactive"),
    path("sign-in/forgotten", sign_in.with_passwords(account.password_reset), name="account_reset_password"),
    path(
        "sign-in/forgotten/sent",
        sign_in.with_passwords(account.password_reset_done),
        name="account_reset_password_done",
    ),
    path(
        "sign-in/password/<str:uidb36>/<str:key>",
        sign_in.with_passwords(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "sign-in/password/chosen",
        sign_in.with_passwords(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("sign-in/with", sign_in.single_sign_on, ONE, name="openid_connect_login"),
    path("sign-in/back", sign_in.back_from_provider, ONE, name="openid_connect_callback"),
    path("sign-in/cancelled", sign_in.cancelled, name="socialaccount_login_cancelled"),
    path("sign-out", sign_in.sign_out, name="account_logout"),
    path("your-sign-in", sign_in.your_sign_in, name="mfa_index"),
    path("your-sign-in/app", totp.activate_totp, name="mfa_activate_totp"),
    path("your-sign-in/app/remove", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("your-sign-in/codes", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("your-sign-in/codes/new", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("your-sign-in/password", sign_in.with_own_password(account.password_change), name="account_change_password"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz, name="healthz"),
    path("", first.first, name="first"),
    *signing_in,
    path("audits/<str:audit>", audits.audit, name="audit"),
    path("audits/<str:audit>/risk", concerns.risk, name="risk"),
    path("audits/<str:audit>/risk/<str:concern>", concerns.concern, name="concern"),
    path("concerns", concerns.concerns, name="concerns"),
    path("concerns/<str:concern>/acknowledge", concerns.acknowledge, name="acknowledge"),
    path("audits/<str:audit>/family", family.family, name="family"),
    path("audits/<str:audit>/return", tasks.tasks, name="tasks"),
    path("audits/<str:audit>/return/check", check.check, name="check"),
    path("audits/<str:audit>/return/submitted", check.handed_in, name="handed_in"),
    path("audits/<str:audit>/return/save", saving.save, name="save"),
    path("audits/<str:audit>/return/all", pages.everything, name="everything"),
    path("audits/<str:audit>/return/<str:page>", pages.page, name="page"),
    path("audits/<str:audit>/settle/<str:domain>", settling.settle, name="settle"),
    path("audits/<str:audit>/moderate", moderating.moderate, name="moderate"),
    path("audits/<str:audit>/meeting", meetings.arrange, name="arrange_meeting"),
    path("audits/<str:audit>/meeting.ics", meetings.invitation, name="invitation"),
    path("audits/<str:audit>/auditors", steering.name, name="name_auditors"),
    path("audits/<str:audit>/reopen/<str:part>", steering.reopen, name="reopen"),
    path("audits/<str:audit>/stand-down", steering.stand_down, name="stand_down"),
    path("audits/<str:audit>/end", steering.end, name="end_audit"),
    path("audits/<str:audit>/challenge", steering.challenge, name="challenge"),
    path("rounds", rounds.listed, name="rounds"),
    path("rounds/new", rounds.new, name="new_round"),
    path("rounds/<str:round>", rounds.shown, name="round"),
    path("rounds/<str:round>/audits/new", rounds.add_one, name="add_audit"),
    path("rounds/<str:round>/audits/list", rounds.add_list, name="add_list"),
    path("rounds/<str:round>/draw", rounds.draw, name="draw"),
    path("figures", figures.figures, name="figures"),
    path("reports", reports.listed, name="reports"),
    path("reports/draft", reports.draft, name="draft"),
    path("reports/issue", issuing.issue, name="issue"),
    path("reports/<int:number>.<str:suffix>", reports.read, name="edition"),
    path("your-grading", own_grading.own_grading, name="own_grading"),
    path("people", people.listed, name="people"),
    path("people/new", people.new, name="new_person"),
    path("people/<str:person>", people.person, name="person"),
    path("people/<str:person>/place", people.place, name="place_person"),
    path("people/<str:person>/sign-in", people.sign_in, name="let_in"),
    path("people/<str:person>/link", people.new_link, name="send_link"),
    path("people/<str:person>/close", people.close, name="close_account"),
    path("people/<str:person>/second-factor", people.lost_telephone, name="lost_telephone"),
    path("people/<str:person>/role", people.give_role, name="give_role"),
    path("people/<str:person>/role/<str:holding>/end", people.take_role, name="take_role"),
    path("permissions", permissions.permissions, name="permissions"),
    path("settings", settings.listed, name="settings"),
    path("settings/<str:setting>", settings.change, name="change_setting"),
    path("privacy", privacy.privacy, name="privacy"),
    path("privacy/access", privacy.access, name="access"),
    path("privacy/erase", privacy.erase, name="erase"),
    path("trail", trail.trail, name="trail"),
    path("check-a-document", documents.check_document, name="check_document"),
]

handler400 = "looped.web.faults.bad_request"
handler429 = "looped.web.pages.sign_in.too_many"
handler500 = "looped.web.faults.fault"
