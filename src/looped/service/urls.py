"""Addresses of the pages. The web's own rooms add theirs."""

from django.urls import URLPattern, URLResolver, path

from looped.web.pages import audits, first, returns, sign_in

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", first.healthz, name="healthz"),
    path("", first.first, name="first"),
    path("sign-in", sign_in.sign_in, name="sign_in"),
    path("sign-out", sign_in.sign_out, name="sign_out"),
    path("audits/<str:audit>", audits.audit, name="audit"),
    path("audits/<str:audit>/risk", audits.risk, name="risk"),
    path("audits/<str:audit>/settle/<str:domain>", audits.settle, name="settle"),
    path("audits/<str:audit>/return", returns.tasks, name="tasks"),
    path("audits/<str:audit>/return/check", returns.check, name="check"),
    path("audits/<str:audit>/return/<str:page>", returns.page, name="page"),
]
