"""`looped agreement`: how far the two auditors of looped audits agree, domain by domain."""

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from looped.cli import recorded
from looped.cli.arguments import add_source, say_problems

if TYPE_CHECKING:
    from looped.figures.pairs import Paired
    from looped.stats.agreement import Agreement, Estimate

ESTIMATES = ("exact", "within_one", "ac2", "alpha", "kappa")


def run(words: list[str]) -> int:
    """Print the agreement. Returns 0 done, 1 done but rows were refused."""
    from looped.figures.moments import now
    from looped.figures.pairs import paired_gradings

    given = _parser().parse_args(words)
    opened = recorded.opened(given.source)
    paired = paired_gradings(opened.count(now()))
    say_problems(opened.problems, opened.skipped)
    if paired.other_scale:
        print(f"{paired.other_scale} pairs were graded on a scale of another length and are left out.", file=sys.stderr)
    print(_as_json(paired) if given.json else _as_text(paired))
    return 1 if opened.refused else 0


def _as_json(paired: "Paired") -> str:
    from looped.stats.agreement import panel

    rows = [_row(code, found) for code, found in zip(paired.domains, panel(paired.tables), strict=True)]
    return '{"domains": [\n' + ",\n".join(json.dumps(row) for row in rows) + "\n]}"


def _row(code: str, found: "Agreement") -> dict[str, Any]:
    """One domain as JSON: with nothing paired, everything but the counts is null."""
    row: dict[str, Any] = {"domain": code, "pairs": found.pairs}
    for name in ESTIMATES:
        estimate: Estimate = getattr(found, name)
        row |= {name: estimate.value, f"{name}_low": estimate.low, f"{name}_high": estimate.high}
    paired = found.pairs > 0
    row["second_higher"] = found.second_higher if paired else None
    row["second_lower"] = found.second_lower if paired else None
    return row | {"p_direction": found.direction, "table": found.table}


def _as_text(paired: "Paired") -> str:
    from looped.stats.agreement import panel

    lines = ["Lead and second auditor. Intervals are 95%. Compare AC2 only on the same scale.", ""]
    for place, found in enumerate(panel(paired.tables)):
        lines += [paired.titles[place], *_sentences(found), *_beside(paired, place), ""]
    lines += ["Each against the moderated grade. The moderator saw both: these are not independent.", ""]
    for role, tables in (("lead", paired.lead_moderated), ("second", paired.second_moderated)):
        lines += [
            f"  {title}, {role}: {found.pairs} moderated, {_estimate('the same grade', found.exact)}"
            for title, found in zip(paired.titles, panel(tables), strict=True)
            if found.pairs
        ]
    return "\n".join(lines)


def _sentences(found: "Agreement") -> list[str]:
    if not found.pairs:
        return ["  No audit was graded by both."]
    shares = f"  {found.pairs} pairs: {_estimate('same grade', found.exact)}, "
    return [
        shares + _estimate("within one grade", found.within_one) + ".",
        "  " + ", ".join(_estimate(name, getattr(found, name)) for name in ESTIMATES[2:]) + ".",
        f"  The second was higher in {found.second_higher} and lower in {found.second_lower}"
        f" (sign test {_p(found.direction)}; Stuart-Maxwell {_p(found.margins().p)}).",
    ]


def _beside(paired: "Paired", place: int) -> list[str]:
    lead, second = paired.lead_only[place], paired.second_only[place]
    return [f"  Only the lead graded {lead}, only the second {second}."] if lead or second else []


def _estimate(name: str, estimate: "Estimate") -> str:
    if estimate.value is None:
        return f"{name} not estimable"
    if estimate.low is None:
        return f"{name} {estimate.value:.2f} (interval not estimable)"
    return f"{name} {estimate.value:.2f} ({estimate.low:.2f} to {estimate.high:.2f})"


def _p(value: float | None) -> str:
    return "nothing to test" if value is None else f"p {value:.3f}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="looped agreement", description="How far lead and second auditor agree, for each domain and overall."
    )
    add_source(parser)
    parser.add_argument("--json", action="store_true", help="as JSON, numbers unrounded")
    return parser
