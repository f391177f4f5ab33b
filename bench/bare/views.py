"""The three pages as bare Django views: the same reads and writes, by the ORM, asked in as few questions as ours.

They check that whoever asks is signed in, holds a role and is the audit's own auditor, as anybody would. They have no
rule of sealing, no components, no second factor, no conflict between tabs, no list of what is wrong.
"""

import hashlib
import json
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.db import transaction
from django.db.models import OuterRef, Q, Subquery
from django.http import Http404, HttpResponse, HttpResponseForbidden, JsonResponse
from django.shortcuts import redirect
from django.template.backends.django import DjangoTemplates
from django.urls import path, reverse

from looped.records.account import Account, RoleEnded, RoleHeld
from looped.records.case import CaseReference
from looped.records.concern import ConcernStep
from looped.records.edition import Edition
from looped.records.event import Event
from looped.records.in_hand import AuditInHand, DraftField
from looped.records.person import PersonName
from looped.records.round import Round
from looped.records.setting import SettingRow
from looped.records.submitted import GivenBack, Submission
from looped.rubric.loading import framework

ENDED = ("settled", "not_done", "withdrawn")
LABELS = {
    "reason": ("Why you chose this grade", "The one reason that weighed most, and what on the file shows it."),
    "document": ("Document in the case system", "The document that shows it best. No names."),
    "document_date": ("Date of that document", "For example 27/3/2024 or 27 March 2024."),
    "why_not_above": ("Why it isn't the grade above", ""),
    "different": ("What is different for this child", "Because of this work. If nothing is, say so."),
}
TEMPLATES = DjangoTemplates(
    {
        "NAME": "bare",
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", ["django.template.loaders.filesystem.Loader"])]
        },
    }
)


class Refused(Exception):  # noqa: N818  # it is no error
    """An answer given early."""

    def __init__(self, answer):
        self.answer = answer


def signed_in(view):
    """Who it is: their name, roles that hold now, and the settings."""

    def known(request, **parts):
        if not request.user.is_authenticated:
            return redirect("/sign-in")
        name = PersonName.objects.filter(identifier=OuterRef("person")).values("name")[:1]
        found = Account.objects.filter(account=str(request.user.pk)).values_list("person", Subquery(name)).first()
        if found is None or not roles_of(found[0]):
            return HttpResponseForbidden()
        request.person, request.name = found
        request.set = dict(SettingRow.objects.order_by("id").values_list("name", "value"))
        try:
            return view(request, **parts)
        except Refused as refused:
            return refused.answer

    return known


def roles_of(person):
    """Codes of the roles that somebody holds now."""
    ended = RoleEnded.objects.filter(holding=OuterRef("holding")).values("recorded_at")[:1]
    rows = RoleHeld.objects.filter(person=person).order_by("id").annotate(ended=Subquery(ended))
    now = datetime.now(UTC)
    return [
        row.role for row in rows if row.ended is None and row.starts <= now and (row.ends is None or row.ends > now)
    ]


def own_audit(request, audit):
    """The audit, where it is theirs to write."""
    row = AuditInHand.objects.filter(audit=audit).first()
    if row is None or request.person not in (row.lead, row.second) or row.stage != "with_auditors":
        raise Http404
    return row


def drawn(request, name, words):
    """A page by Django's own templates."""
    words |= {"council": request.set.get("council", ""), "name": request.name}
    return HttpResponse(TEMPLATES.get_template(name).render(words, request))


@signed_in
def page(request, audit, code):
    """One domain: questions, descriptors, what is typed."""
    row = own_audit(request, audit)
    typed = {
        each.field: each
        for each in DraftField.objects.filter(audit=audit, person=request.person).order_by("saved_at", "id")
    }
    case = CaseReference.objects.filter(identifier__in=[row.case]).values_list("reference", flat=True).first()
    round_ = Round.objects.get(round=row.round)
    reason = GivenBack.objects.filter(submission=OuterRef("submission")).values("reason")[:1]
    own = Submission.objects.filter(auditor=request.person, audit__in=[audit]).order_by("number")
    back = dict(own.values_list("audit", Subquery(reason)))
    used = framework(round_.framework)
    domain = used.domain(code)
    grade = typed.get(f"{code}.grade")
    words = {
        "case": case,
        "title": domain.title,
        "number": used.graded_codes.index(code) + 1,
        "pages": len(used.graded_codes),
        "questions": domain.questions,
        "grades": [(each.position, each.name, domain.descriptors.get(each.position, "")) for each in used.scale.grades],
        "grade": grade.text if grade else "",
        "fields": [(f"{code}.{short}", *told, typed.get(f"{code}.{short}")) for short, told in LABELS.items()],
        "back": back.get(audit),
        "saved_at": max((each.saved_at for each in typed.values()), default=None),
        "audit": audit,
    }
    return drawn(request, "page.html", words)


@signed_in
def first(request):
    """One's own work."""
    mine = Q(lead=request.person) | Q(second=request.person)
    rows = list(AuditInHand.objects.filter(mine).exclude(stage__in=ENDED))
    rounds = {each.round: each for each in Round.objects.filter(round__in={row.round for row in rows})}
    cases = dict(
        CaseReference.objects.filter(identifier__in=[row.case for row in rows]).values_list("identifier", "reference")
    )
    people = {person for row in rows for person in (row.lead, row.second) if person}
    names = dict(PersonName.objects.filter(identifier__in=people).values_list("identifier", "name"))
    drafts = DraftField.objects.filter(person=request.person).order_by("saved_at", "id")
    last = {audit: (field, at) for audit, field, at in drafts.values_list("audit", "field", "saved_at")}
    reason = GivenBack.objects.filter(submission=OuterRef("submission")).values("reason")[:1]
    own = Submission.objects.filter(auditor=request.person).order_by("number")
    back = dict(own.values_list("audit", Subquery(reason)))
    raised = ConcernStep.objects.filter(step="raised", recorded_at__gte=datetime.now(UTC) - timedelta(days=30))
    concerns = list(ConcernStep.objects.filter(concern__in=raised.values("concern"), person=request.person))
    edition = Edition.objects.order_by("-number").values_list("number", "period_from", "period_to").first()
    work = [_work(row, rounds[row.round], cases, names, last, back) for row in rows]
    words = {
        "work": sorted(work, key=lambda each: (each["due"], each["case"])),
        "concerns": concerns,
        "edition": edition,
    }
    return drawn(request, "first.html", words)


def _work(row, round_, cases, names, last, back):
    begun = last.get(row.audit)
    if begun:
        where, words = reverse("page", args=[row.audit, begun[0].partition(".")[0]]), "Go on where you stopped"
    else:
        where, words = reverse("tasks", args=[row.audit]), "Start"
    return {
        "case": cases.get(row.case, ""),
        "where": where,
        "words": words,
        "area": row.service_area,
        "team": row.team,
        "due": round_.due,
        "saved_at": begun[1] if begun else None,
        "back": back.get(row.audit),
        "auditors": [names.get(person) for person in (row.lead, row.second) if person],
    }


@signed_in
def save(request, audit):
    """Fields as typed, and the event that follows from the one before it."""
    round_ = Round.objects.filter(round__in=AuditInHand.objects.filter(audit=audit).values("round"))
    used = framework(round_.values_list("framework", flat=True).first())
    known = [f"{page}.{name}" for page in used.graded_codes for name in ("grade", "reason_not_graded", *LABELS)]
    texts = {name: request.POST[name] for name in known if name in request.POST}
    with transaction.atomic():
        latest = Event.objects.order_by("-id").values_list("recorded_at", flat=True).first()
        now = max(datetime.now(UTC), latest)
        row = own_audit(request, audit)
        if "auditor" not in roles_of(request.person) or Round.objects.get(round=row.round).framework != used.code:
            raise Refused(HttpResponseForbidden())
        kept = {
            each.field: each
            for each in DraftField.objects.filter(audit=audit, person=request.person, field__in=list(texts))
        }
        for name, text in texts.items():
            each = kept.get(name) or DraftField(audit=audit, person=request.person, field=name, version=0)
            if each.text != text:
                each.text, each.version, each.saved_at = text, each.version + 1, now
                each.save()
        if not PersonName.objects.filter(identifier=request.person).exists():
            raise Refused(HttpResponseForbidden())
        versions = {name: each.version for name, each in sorted(kept.items())}
        _event(f"draft:{audit}:{request.person}", request.person, f"audit:{audit}", {"versions": versions}, now)
    return JsonResponse({"saved_at": now.isoformat(), "versions": versions, "conflicts": {}})


def _event(chain, who, which, details, now):
    last = Event.objects.filter(chain=chain).order_by("-number").values_list("number", "digest").first()
    number, previous = last or (0, "0" * 64)
    made = Event(chain=chain, number=number + 1, deed=secrets.token_hex(16), who=who, what="save draft", which=which)
    made.details, made.previous, made.recorded_at = json.dumps(details), previous, now
    said = [made.chain, made.number, made.previous, made.deed, made.who, made.what, made.which, made.details]
    made.digest = hashlib.sha256(json.dumps([*said, now.isoformat()]).encode()).hexdigest()
    made.save(force_insert=True)


def at_bare_addresses(answer):
    """A middleware: addresses are those below."""

    def turned(request):
        request.urlconf = __name__
        return answer(request)

    return turned


# Those of ours that they link to stand here too.
urlpatterns = [
    path("", first, name="first"),
    path("audits/<str:audit>/return", page, name="tasks"),
    path("audits/<str:audit>/return/save", save, name="save"),
    path("audits/<str:audit>/return/<str:code>", page, name="page"),
]
MIDDLEWARE = [
    f"{__name__}.at_bare_addresses",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
