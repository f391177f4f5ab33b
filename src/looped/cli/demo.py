"""`looped demo`: an invented council at work in LOOPED_HOME, and the pages on it with one sign-in a role."""

import argparse
import logging
import os
import secrets
from datetime import UTC, date, datetime, timedelta

from looped.cli import serve
from looped.cli.arguments import add_port
from looped.errors import UsageError

# Name to sign in by, name, role, service area, team.
PEOPLE = (
    ("qa", "Q. Underhay", "qa_lead", "", ""),
    ("first", "A. Ferrow", "auditor", "Assessment", "Assessment North"),
    ("second", "B. Quillan", "auditor", "Leaving Care", "Leaving Care Town"),
    ("external", "X. Torrance", "external_auditor", "*", ""),
    ("moderator", "T. Hollingdale", "moderator", "*", ""),
    ("practitioner", "P. Ashdene", "practitioner", "Safeguarding", "Safeguarding 1"),
    ("team", "R. Tolliver", "team_manager", "Safeguarding", "Safeguarding 1"),
    ("service", "S. Birkwood", "service_manager", "Safeguarding", ""),
    ("director", "D. Osterby", "director", "", ""),
    ("psw", "E. Thackwell", "principal_social_worker", "", ""),
    ("approver", "F. Lindgate", "report_approver", "", ""),
    ("board", "G. Rooksby", "board_reader", "", ""),
    ("inspector", "H. Averill", "inspector", "", ""),
    ("privacy", "J. Penhallow", "privacy_officer", "", ""),
)
ADMINISTRATOR = ("admin", "K. Drewett")


def run(words: list[str]) -> int:
    """Make the council where there is none, print the sign-ins, serve. Returns 0."""
    parser = argparse.ArgumentParser(prog="looped demo", description=__doc__)
    add_port(parser)
    parser.add_argument("--only-make", action="store_true", help="make the council, and don't serve")
    chosen = parser.parse_args(words)
    make()
    return 0 if chosen.only_make else serve.start(chosen.port)


def make() -> None:
    """An invented council with a new password. Raises: UsageError where a record of another kind stands."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "looped.service.web_settings"
    from looped.records.address import database, home
    from looped.records.opening import open_to_write

    marker = home() / "demonstration.json"
    if os.environ.get("DATABASE_URL"):
        raise UsageError("A demonstration is never made in the database of DATABASE_URL. Unset it.")
    if not marker.is_file():
        if (home() / "looped.sqlite3").exists():
            raise UsageError(f"{database()['NAME']} is not a demonstration. Set LOOPED_HOME to an empty folder.")
        # First of all: what is made from here on can never be taken for a council's own record.
        home().mkdir(mode=0o700, parents=True, exist_ok=True)
        marker.touch(mode=0o600)
    open_to_write()
    # A line a deed is for whoever runs a service; here it would hide the sign-ins.
    logging.getLogger("looped").setLevel(logging.WARNING)
    from looped.records.queries.people import person_of

    if person_of("1") is None:
        _council()
        _letters()
    _sign_ins()


def _council() -> None:
    from looped.cli.demonstration.quarter import issue, load
    from looped.cli.demonstration.round import fill
    from looped.records.address import INVENTED
    from looped.workflow.accounts import admit, first_to_sign_in
    from looped.workflow.people import hold_role, place_person

    admin = first_to_sign_in(by=ADMINISTRATOR[1], email=ADMINISTRATOR[0] + INVENTED)
    until = datetime.now(UTC) + timedelta(days=365)
    known = {}
    for sign_in, name, role, area, team in PEOPLE:
        known[sign_in] = person = admit(by=admin, name=name, email=sign_in + INVENTED, invited=False)
        home_area = "" if area == "*" else area
        place_person(by=admin, person=person, service_area=home_area, team=team)
        limit = until if role in ("external_auditor", "inspector") else None
        hold_role(by=admin, person=person, role=role, service_area=area, team=team, until=limit)
    load(known["qa"])
    issue(known["approver"])
    fill(known, date.today())  # noqa: DTZ011  # the local day


def _letters() -> None:
    """Sent now: sent by the service's first tick, each would be a line of its log over the sign-ins."""
    from looped.workflow.letters.sending import post_office
    from looped.workflow.schedule import tick

    with post_office() as send:
        tick(send)


def _sign_ins() -> None:
    from django.contrib.auth.hashers import make_password
    from django.contrib.auth.models import User

    password = secrets.token_urlsafe(9)
    User.objects.update(password=make_password(password))
    print(f"Invented people. The password of each is {password} . Sign in as one of:")
    print(f"  {ADMINISTRATOR[0]:<13} administrator")
    for sign_in, name, role, _, _ in PEOPLE:
        print(f"  {sign_in:<13} {role.replace('_', ' ')} ({name})", flush=True)
    print(
        "Do a whole looped audit in ten minutes: as `first` open case C-10427, fill its pages, submit; do the same as "
        "`second` in another browser with one grade different; then settle it on the page.",
        flush=True,
    )
