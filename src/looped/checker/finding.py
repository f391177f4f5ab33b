"""What the checker says of one claim."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

from looped.checker.document import Where

Verdict = Literal["wrong", "rounding", "arguable", "ok"]
Certainty = Literal["certain", "likely"]


@dataclass(frozen=True)
class Finding:
    """A verdict on one claim. quote: its words; stated, expected: what it says and what the document gives.

    why: the sum written out. slip: findings with one cause share it. code: of the rule.
    """

    code: str
    verdict: Verdict
    where: Where
    quote: str
    stated: str
    expected: str
    why: str
    slip: str = ""
    certainty: Certainty = "certain"

    @property
    def is_wrong(self) -> bool:
        """Whether it can't be true as it stands, be it by rounding alone."""
        return self.verdict in ("wrong", "rounding")


def as_json(finding: Finding) -> dict[str, Any]:
    """The finding as `looped check --json` prints it."""
    found = asdict(finding)
    found["where"]["lines"] = list(finding.where.lines)
    return found
