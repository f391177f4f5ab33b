"""What stands around every page: the council's name, where one can go, who is signed in."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from looped.loop.visibility import Viewer
from looped.records.address import demonstration
from looped.records.queries.settings import Settings, settings_now
from looped.web.asking import MAKE_READY
from looped.workflow.settings_deeds import SETTINGS

# Name of an address, its words, and the permission without which it isn't offered (None: everybody's).
NAVIGATION: tuple[tuple[str, str, str | None], ...] = (
    ("first", "Your work", None),
    ("concerns", "Concerns", "concern.answer"),
    ("rounds", "Rounds", "board.see"),
    ("figures", "Figures", "report.see"),
    ("reports", "Reports", "report.issued"),
    ("own_grading", "Your grading", "return.write"),
    ("check_document", "Check a document", None),
    ("people", "People", "people.hold"),
    ("settings", "Settings", "settings.change"),
    ("privacy", "Privacy", "privacy.access"),
    ("trail", "Trail", "trail.read"),
)
# Addresses below another one's section.
UNDER = {
    "draft": "figures",
    "new_round": "rounds",
    "round": "rounds",
    "add_audit": "rounds",
    "add_list": "rounds",
    "draw": "rounds",
    "issue": "reports",
    "new_person": "people",
    "person": "people",
    "place_person": "people",
    "give_role": "people",
    "let_in": "people",
    "close_account": "people",
    "change_setting": "settings",
    "access": "privacy",
    "erase": "privacy",
}


@dataclass(frozen=True)
class Frame:
    """navigation: (address, words, whether it is the section that is open).  name: who is signed in.

    before_live: titles of settings that are still to be made, for those who make them.
    """

    council: str
    demonstration: bool
    name: str
    navigation: tuple[tuple[str, str, bool], ...]
    before_live: tuple[str, ...] = ()


def frame(request: HttpRequest) -> Frame:
    """The frame of a page. It rests on the viewer's roles alone, never on how far an audit is."""
    viewer: Viewer | None = getattr(request, "viewer", None)
    section, now = _section(request), settings_of(request)
    return Frame(
        council=now.council,
        demonstration=demonstration(),
        name=called(request) if viewer else "",
        navigation=tuple((name, words, name == section) for name, words in _offered(viewer)),
        before_live=tuple(SETTINGS[name].title for name in now.missing) if _makes_ready(viewer) else (),
    )


def settings_of(request: HttpRequest) -> Settings:
    """The settings as the request found them: asked for once, however many pieces of a page ask."""
    if not hasattr(request, "settings_found"):
        request.settings_found = settings_now()  # type: ignore[attr-defined]  # ours
    found: Settings = request.settings_found  # type: ignore[attr-defined]
    return found


def called(request: HttpRequest) -> str:
    """The name of whoever is signed in, empty where it was erased."""
    return str(request.called)  # type: ignore[attr-defined]  # who_is_it puts it there


def _makes_ready(viewer: Viewer | None) -> bool:
    return settings.WAITS_FOR_SETTINGS and viewer is not None and any(viewer.may_anywhere(each) for each in MAKE_READY)


def _offered(viewer: Viewer | None) -> list[tuple[str, str]]:
    if viewer is None:
        return []
    return [(name, words) for name, words, asks in NAVIGATION if asks is None or viewer.may_anywhere(asks)]


def _section(request: HttpRequest) -> str:
    """The entry under which a page stands; none for a page that is missing."""
    name = request.resolver_match.url_name if request.resolver_match else None
    return UNDER.get(name or "", name or "")
