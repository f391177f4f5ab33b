"""Every page there is, looked at with nothing on it, with work on it, and once its form is sent with nothing in it."""

import pytest
from tests.pages.looking import look
from tests.signed_in import signed_in
from tests.walk.addresses import addresses
from tests.walk.test_every_role import FORMS, OF_AUDITS
from tests.walk.test_two_worlds_in_pages import fill

from looped.workflow.concerns import raise_concern
from looped.workflow.people import add_person, hold_role

pytestmark = [pytest.mark.slow, pytest.mark.browser, pytest.mark.enable_socket, pytest.mark.xdist_group("pages")]
# No pages of the service: an answer for machines, a file, and reports, which tests of the formats look at.
ELSEWHERE = {"healthz", "invitation", "draft", "edition"}
READERS = ("Queenie", "Ann", "Mo", "Ada", "Priv", "Rae")
IN_EVERY_STATE = {"audit", "tasks", "page", "check"}


@pytest.fixture
def approver(small_world):
    """Somebody who issues reports; the council of the tests has nobody."""
    ada, now = small_world.id("Ada"), small_world.now
    small_world.people["Rae Port"] = rae = add_person(by=ada, name="Rae Port", account="77", now=now())
    hold_role(by=ada, person=rae, role="report_approver", service_area="*", team="", until=None, now=now())


def at_work(world):
    """An audit in each state, single ones that wait for the draw, and a child who may be at risk."""
    sealed = world.looped("C-1")
    world.draft(sealed, "Ann", 2)
    raise_concern(by=world.id("Ann"), audit=sealed, now=world.now())
    states = {"sealed": sealed, "settled": world.pair(3, 3, "C-2"), "meeting": world.pair(3, 1, "C-3")}
    states["to settle"] = world.pair(3, {"plans": 2}, "C-4")
    one_in = world.looped("C-5")
    world.submit(one_in, "Ann", 3)
    world.submit(world.single("C-6"), "Ann", 3)
    return states | {"one in": one_in, "unnamed": world.audits("C-7")[0]}


def read_by(world, path):
    """The first of the readers to whom there is such a page."""
    return next((name for name in READERS if signed_in(world.id(name)).get(path).status_code == 200), None)


def shown(world, states):
    """Name in pictures -> who reads it, and its address."""
    found, readers = {}, {}
    for state, audit in states.items():
        for each in addresses(fill(world, audit)):
            of_audit = each.name in OF_AUDITS["sealed"] or each.name in ("concern", "risk")
            name = f"{each.name}-{state}".replace(" ", "-") if of_audit else each.name
            known = name in found or (of_audit and each.name not in IN_EVERY_STATE and _looked_at(found, each.name))
            if each.name in ELSEWHERE | FORMS or known:
                continue
            if each.path not in readers:
                readers[each.path] = read_by(world, each.path)
            if readers[each.path]:
                found[name] = (readers[each.path], each.path)
    return found


def _looked_at(found, name):
    return any(known.startswith(f"{name}-") for known in found)


class Browsers:
    """A browser for each reader."""

    def __init__(self, chrome, service, world):
        self.chrome, self.service, self.world, self.open = chrome, service, world, {}

    def at(self, name, path):
        if name not in self.open:
            context = self.chrome.new_context()
            context.add_cookies(self.service.cookies(self.world.id(name)))
            self.open[name] = context.new_page()
        self.open[name].goto(f"{self.service.site}{path}")
        return self.open[name]


def test_every_page_empty_full_and_wrong(small_world, approver, small_site, chrome):
    """axe, links in the page, widths, what can be reached by Tab."""
    wrong = []
    browsers = Browsers(chrome, small_site, small_world)
    for name, path in (
        ("Queenie", "/"),
        ("Queenie", "/rounds"),
        ("Ann", "/"),
        ("Ann", "/concerns"),
        ("Rae", "/reports"),
    ):
        _look(wrong, browsers.at(name, path), f"empty{path.replace('/', '-')}{name.lower()}")

    pages = shown(small_world, at_work(small_world))
    names = {each.name for each in addresses(fill(small_world, "a"))} - ELSEWHERE - FORMS
    assert {name for name in names if not any(known.split("-")[0] == name for known in pages)} == set()
    for name, (reader, path) in pages.items():
        _look(wrong, browsers.at(reader, path), f"full-{name}")
    for name, (reader, path) in pages.items():
        page = browsers.at(reader, path)
        send = page.locator("main form[method=post] button").last
        if name.split("-")[0] not in ("page", "tasks", "check", "everything") and send.count():
            send.click()
            page.wait_for_load_state()
            _look(wrong, page, f"wrong-{name}")
    assert not wrong, "\n".join(wrong)


def _look(wrong, page, name):
    """All that is wrong with any page is told at once."""
    try:
        look(page, name, axe_at=(1280,))
    except AssertionError as found:
        wrong.append(str(found))
