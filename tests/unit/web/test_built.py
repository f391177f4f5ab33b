"""Built files: by names with a hash where there is a list of them, else by their plain names."""

import json

import pytest
from django.test import override_settings
from tests import records_fixtures  # noqa: F401  # sets Django up

from looped.web import built


@pytest.mark.parametrize(
    ("listed", "address"),
    [({"looped.css": "looped.0123456789ab.css"}, "/static/looped.0123456789ab.css"), (None, "/static/looped.css")],
)
def test_an_address(tmp_path, listed, address):
    if listed is not None:
        (tmp_path / "names.json").write_text(json.dumps(listed))

    with override_settings(STATIC_ROOT=str(tmp_path)):
        assert built.static("looped.css") == address


def test_only_names_with_a_hash_are_kept_for_ever():
    """A plain one may be another file tomorrow."""
    kept = [
        built.never_changes("", f"/static/{name}") for name in ("looped.0123456789ab.css", "looped.css", "names.json")
    ]

    assert kept == [True, False, False]
