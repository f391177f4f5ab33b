"""Letters as e-mail: to whom, in what form, by which way; a real mail server's refusal; a folder takes each once."""

import socketserver
import threading
from datetime import UTC, datetime
from email import message_from_bytes, policy

import pytest
from django.contrib.auth.models import User
from django.test import override_settings

from looped.errors import UsageError
from looped.records.queries.letters import LetterRow
from looped.workflow.letters import sending
from looped.workflow.letters.calendar import invitation
from looped.workflow.letters.way import mail_settings
from looped.workflow.refusals import NoPost

ADDRESS_OF = sending.address_of
WRITTEN = datetime(2026, 10, 5, 9, tzinfo=UTC)
ICS = invitation(
    meeting="m-1", starts=WRITTEN, minutes=30, place="Room é", title="Settling the audit of case C-1", made=WRITTEN
)


def letter(calendar=None, account="7", name="l-1"):
    return LetterRow(name, "p-1", account, "meeting", "Meeting about case C-1", "Read.\n", calendar, WRITTEN)


@pytest.fixture(autouse=True)
def addresses(monkeypatch):
    """Everybody has one, without a record that knows it."""
    monkeypatch.setattr(sending, "address_of", lambda account: f"account-{account}@demonstration.invalid")


class Server(socketserver.ThreadingTCPServer):
    """A mail server of one thread a client, in the words of RFC 5321. Refuses account 13."""

    allow_reuse_address = daemon_threads = True

    def __init__(self):
        self.got, self.opened = [], 0
        super().__init__(("127.0.0.1", 0), Client)


class Client(socketserver.StreamRequestHandler):
    def handle(self):
        self.server.opened += 1
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                lines = iter(self.rfile.readline, b".\r\n")
                self.server.got.append(b"".join(each[1:] if each.startswith(b"..") else each for each in lines))
                self.wfile.write(b"250 taken\r\n")
            elif word == b"QUIT":
                self.wfile.write(b"221 bye\r\n")
                return
            else:
                self.wfile.write(b"550 nobody\r\n" if b"account-13@" in line else b"250 ok\r\n")


@pytest.fixture
def server():
    with Server() as started:
        threading.Thread(target=started.serve_forever, args=(0.02,), daemon=True).start()
        yield started
        started.shutdown()


def by(address, folder=""):
    return override_settings(**mail_settings(address, folder), DEFAULT_FROM_EMAIL="audits@council.example")


@pytest.mark.slow
@pytest.mark.enable_socket
def test_by_a_mail_server(server):
    """One connection for all; a refused one doesn't spoil the next; the invitation says what its text says."""
    with by(f"smtp://127.0.0.1:{server.server_address[1]}?tls=0"), sending.post_office() as send:
        send(letter(ICS))
        send(letter(name="l-2"))
        with pytest.raises(Exception, match="550"):
            send(letter(account="13"))
        send(letter(name="l-3"))

    first, second, third = (message_from_bytes(each, policy=policy.default) for each in server.got)
    assert server.opened == 2
    assert (first["To"], first["From"]) == ("account-7@demonstration.invalid", "audits@council.example")
    assert (first["Subject"], first["Message-ID"]) == ("Meeting about case C-1", "<l-1@looped>")
    assert (first["Date"], first["Auto-Submitted"]) == ("Mon, 05 Oct 2026 09:00:00 +0000", "auto-generated")
    text, calendar = first.iter_parts()
    assert text.get_content().splitlines() == ["Read."]
    assert (calendar.get_content_type(), calendar["Content-Type"].params["method"]) == ("text/calendar", "PUBLISH")
    assert calendar.get_content().splitlines() == ICS.splitlines()
    assert (second["Message-ID"], third["Message-ID"]) == ("<l-2@looped>", "<l-3@looped>")
    assert not second.is_multipart()


@pytest.mark.enable_socket
def test_no_server_there():
    """Every letter waits: none is blamed."""
    with by("smtp://127.0.0.1:1?tls=0"), sending.post_office() as send, pytest.raises(NoPost, match="LOOPED_MAIL"):
        send(letter())


def test_no_way_out_is_set():
    """A council's letters are never taken for sent because nobody said where to."""
    with by(""), sending.post_office() as send, pytest.raises(NoPost, match="isn't set"):
        send(letter())


def test_into_a_folder_each_once(tmp_path):
    """Sent again it is there once, whole, for its owner alone."""
    with by("", str(tmp_path / "mail")), sending.post_office() as send:
        send(letter())
        send(letter(ICS))

    (only,) = (tmp_path / "mail").iterdir()
    assert only.name == "l-1.eml" and oct(only.stat().st_mode)[-3:] == "600"
    assert message_from_bytes(only.read_bytes()).is_multipart()


def test_other_mail_into_a_folder_keeps_to_it(tmp_path):
    """Mail of Django's own, whatever its Message-ID, gets a name of letters and digits."""
    from django.core.mail import EmailMessage, get_connection

    with by("", str(tmp_path)):
        odd = EmailMessage("s", "t", to=["a@council.example"], headers={"Message-ID": "<../../out@x>"})
        get_connection().send_messages([odd])

    (only,) = tmp_path.iterdir()
    assert only.suffix == ".eml" and only.stem.isalnum()


def test_an_account_without_an_address(monkeypatch, tmp_path):
    """It rests, and is told by the account's number."""
    monkeypatch.setattr(sending, "address_of", lambda account: None)

    with by("", str(tmp_path)), sending.post_office() as send, pytest.raises(sending.NoAddress):
        send(letter())
    assert list(tmp_path.iterdir()) == []


def test_an_invitation_without_a_method():
    """None is made up."""
    text = ICS.replace("METHOD:PUBLISH\r\n", "")

    (part,) = sending.message(letter(text), "a@council.example").attachments

    assert part.get_param("method") is None


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("smtp://po%40st:se%2Fcret@mail.example", ("mail.example", 587, "po@st", "se/cret", True, False)),
        ("smtp://mail.example:465", ("mail.example", 465, "", "", False, True)),
        ("smtp://mail.example:25?tls=0", ("mail.example", 25, "", "", False, False)),
    ],
)
def test_ways_by_smtp(address, said):
    """Encrypted unless somebody says otherwise."""
    names = ("HOST", "PORT", "HOST_USER", "HOST_PASSWORD", "USE_TLS", "USE_SSL")
    found = mail_settings(address, "/elsewhere")

    assert tuple(found[f"EMAIL_{name}"] for name in names) == said


def test_ways_into_folders():
    """By address before the demonstration's own."""
    assert mail_settings("file:/var/mail/out", "/elsewhere")["EMAIL_FILE_PATH"] == "/var/mail/out"
    assert mail_settings("file:///var/mail/out", "")["EMAIL_FILE_PATH"] == "/var/mail/out"
    assert mail_settings("", "/elsewhere")["EMAIL_FILE_PATH"] == "/elsewhere"
    assert mail_settings("", "") == {"EMAIL_BACKEND": ""}


@pytest.mark.parametrize("wrong", ["mail.example", "smtp://", "smtp://u:hidden@h:x", "smtp://h?tls=yes", "http://h"])
def test_a_wrong_way_is_said_without_showing_it(wrong):
    """It may hold a password."""
    with pytest.raises(UsageError, match="LOOPED_MAIL") as told:
        mail_settings(wrong, "")
    assert "hidden" not in str(told.value)


def test_example_of_the_docstring():
    import doctest

    from looped.workflow.letters import way

    assert doctest.testmod(way).failed == 0


def test_addresses_of_accounts(sqlite_record):
    """That of the account; none of one that is closed, has none, or isn't there."""
    open_, closed, without = (
        User.objects.create(username=name, email=email, is_active=active)
        for name, email, active in (
            ("a", "a@council.example", True),
            ("b", "b@council.example", False),
            ("c", "", True),
        )
    )

    found = [ADDRESS_OF(str(each.pk)) for each in (open_, closed, without)]
    assert [*found, ADDRESS_OF("999"), ADDRESS_OF("none")] == ["a@council.example", None, None, None, None]
