"""What a form or the script sent: text by field, with the version that it was made from."""

from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from looped.loop.answers import asked
from looped.rubric.framework import Framework

MINE, THEIRS = "mine", "theirs"
LONGEST_NUMBER = 9


@dataclass(frozen=True)
class Sent:
    """fields: (text, version) by field, as save_draft asks for them."""

    fields: dict[str, tuple[str, int]]

    @property
    def texts(self) -> dict[str, str]:
        """Text by field."""
        return {name: text for name, (text, _) in self.fields.items()}

    @property
    def made_from(self) -> dict[str, int]:
        """Version by field."""
        return {name: version for name, (_, version) in self.fields.items()}


def sent(request: HttpRequest, used: Framework) -> Sent:
    """The fields that came. One of which another tab's text is preferred isn't among them: that is saved already."""
    post = request.POST
    names = (f"{page}.{name}" for page in used.graded_codes for name in asked(used))
    return Sent({name: _one(post, name) for name in names if name in post and post.get(f"choose.{name}") != THEIRS})


def same_writer(request: HttpRequest) -> bool:
    """Whether who is signed in now is who opened the page: on one machine somebody else may have signed in since."""
    return bool(request.POST.get("writer") == request.viewer.person)


def _one(post: QueryDict, name: str) -> tuple[str, int]:
    # Forms send line ends as CRLF, scripts as LF; PostgreSQL takes no NUL.
    text = post[name].replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    version = post.get(f"against.{name}") if post.get(f"choose.{name}") == MINE else post.get(f"version.{name}")
    return text, _number(version or "")


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else 0
