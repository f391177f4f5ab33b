"""Published means frozen: what is graded under a shipped framework never changes; a change is a new file."""

from dataclasses import asdict
from hashlib import sha256

import pytest

from looped.rubric.loading import framework

# Words by which grades and headers are recognised may grow; nothing that an auditor grades by may.
PUBLISHED = {
    "2023-24": "eeed59b59db2fc59",
    "2024-04": "6353774fbdd67970",
    "2024-09": "3c43e9f4400325f8",
}


def fingerprint(code):
    """What an auditor grades by, in sixteen letters: dates, scale, domains, questions, descriptors, rules."""
    content = asdict(framework(code))
    del content["overall_synonyms"]
    for named in (*content["domains"], *content["scale"]["grades"]):
        del named["synonyms"]
    return sha256(repr(content).encode()).hexdigest()[:16]


@pytest.mark.parametrize("code", PUBLISHED)
def test_published_framework_is_as_published(code):
    """Red? Don't change the fingerprint: put the file back, and write a new framework with dates of its own."""
    assert fingerprint(code) == PUBLISHED[code]
