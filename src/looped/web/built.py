"""Names of the built style sheet and script: each with a hash of its content, so that browsers may keep it for ever."""

import json
import re
from functools import cache
from pathlib import Path

from django.conf import settings

HASHED = re.compile(r"\.[0-9a-f]{12}\.\w+$")


def static(name: str) -> str:
    """The address of a built file. name: as in "looped.css"; before anything is built, the plain name's."""
    return f"{settings.STATIC_URL}{names(Path(settings.STATIC_ROOT)).get(name, name)}"


@cache
def names(folder: Path) -> dict[str, str]:
    """Which name stands for which; none where nothing was built."""
    made = folder / "names.json"
    return dict(json.loads(made.read_text())) if made.is_file() else {}


def never_changes(path: str, url: str) -> bool:
    """Whether an address is only ever this one file. whitenoise asks."""
    return HASHED.search(url) is not None
