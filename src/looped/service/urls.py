"""Addresses of the pages. The web's own rooms add theirs."""

from django.urls import URLPattern, URLResolver, path

from looped.web import health
from looped.web.pages import (
    audits,
    concerns,
    documents,
    figures,
    first,
    own_grading,
    people,
    permissions,
    privacy,
    reports,
    settings,
    sign_in,
    trail,
)
from looped.web.pages.returns import check, family, pages, saving, tasks

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.healthz, name="healthz"),
    path("", first.first, name="first"),
    path("sign-in", sign_in.sign_in, name="sign_in"),
    path("sign-out", sign_in.sign_out, name="sign_out"),
    path("audits/<str:audit>", audits.audit, name="audit"),
    path("audits/<str:audit>/risk", concerns.risk, name="risk"),
    path("audits/<str:audit>/risk/<str:concern>", concerns.concern, name="concern"),
    path("concerns", concerns.concerns, name="concerns"),
    path("concerns/<str:concern>/acknowledge", concerns.acknowledge, name="acknowledge"),
    path("audits/<str:audit>/settle/<str:domain>", audits.settle, name="settle"),
    path("audits/<str:audit>/family", family.family, name="family"),
    path("audits/<str:audit>/return", tasks.tasks, name="tasks"),
    path("audits/<str:audit>/return/check", check.check, name="check"),
    path("audits/<str:audit>/return/submitted", check.handed_in, name="handed_in"),
    path("audits/<str:audit>/return/save", saving.save, name="save"),
    path("audits/<str:audit>/return/all", pages.everything, name="everything"),
    path("audits/<str:audit>/return/<str:page>", pages.page, name="page"),
    path("figures", figures.figures, name="figures"),
    path("reports", reports.listed, name="reports"),
    path("reports/draft", reports.draft, name="draft"),
    path("reports/issue", reports.issue, name="issue"),
    path("reports/<int:number>.<str:suffix>", reports.read, name="edition"),
    path("your-grading", own_grading.own_grading, name="own_grading"),
    path("people", people.listed, name="people"),
    path("people/new", people.new, name="new_person"),
    path("people/<str:person>", people.person, name="person"),
    path("people/<str:person>/place", people.place, name="place_person"),
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
handler500 = "looped.web.faults.fault"
