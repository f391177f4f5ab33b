"""`looped severity`: how far grades depend on who gave them."""

import argparse
import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from looped.cli import recorded
from looped.cli.arguments import add_source, say_problems

if TYPE_CHECKING:
    from looped.figures.auditors import Gradings
    from looped.publishing.opening import Opened
    from looped.stats.severity import AuditorSeverity, DomainDifficulty, Severity
    from looped.stats.severity_fair import FairGrade

# Infit and outfit within these are as expected; they are put in words from this many gradings on.
EXPECTED, FIT_FLOOR = (0.5, 1.5), 30
NOTHING = (
    "Nothing could be fitted: there are no gradings by named auditors, or each auditor, or each domain, has one end of "
    "the scale alone."
)
ALIKE = "The audits differ by no more than chance would make them: their spread is 0, and fair grades are all alike."
UNSETTLED = (
    "The model did not settle: some audits have one end of the scale alone, or gradings hang together too little. "
    "Don't use these numbers."
)


def run(words: list[str]) -> int:
    """Print the severities. Returns 0 done, 1 done but rows were refused."""
    from looped.stats.severity import severity

    given = _parser().parse_args(words)
    opened = recorded.opened(given.source)
    rows = _gradings(opened, given.source)
    scale = rows.framework.scale
    found = severity(rows.audits, rows.auditors, rows.domains, rows.grades, rows.codes, len(scale.grades), given.model)
    say_problems(opened.problems, opened.skipped)
    for remark in _remarks(rows, found):
        print(remark, file=sys.stderr)
    if given.auditor:
        from looped.publishing.own_grading import own_page

        print(own_page(given.auditor, rows, found))
    else:
        print(_as_json(found) if given.json else _as_text(rows, found))
    return 1 if opened.refused else 0


def _gradings(opened: "Opened", typed: str | None) -> "Gradings":
    """The gradings, auditors by name: the record has identifiers. A name that two of them share tells nobody apart."""
    from looped.figures.auditors import gradings_by_auditor
    from looped.figures.moments import now
    from looped.figures.sources import open_source

    with open_source(opened.what) as source:
        rows = gradings_by_auditor(source, now())
    called = recorded.names_of({auditor for _, auditor in rows.auditors}) if typed is None else {}
    alone = {who: name for who, name in called.items() if list(called.values()).count(name) == 1}
    return replace(rows, auditors=[(council, alone.get(who, who)) for council, who in rows.auditors])


def _remarks(rows: "Gradings", found: "Severity") -> list[str]:
    remarks = []
    if rows.unnamed:
        remarks.append(f"{rows.unnamed} gradings name no auditor and are left out.")
    if rows.elsewhere:
        remarks.append(f"{rows.elsewhere} gradings are in domains or on a scale of another framework and are left out.")
    for name in _unused(rows, found):
        remarks.append(f"{name}: nobody gave this grade; the scale is closed up for the model.")
    remarks += _limits(rows, found)
    components = {each.component for each in found.auditors}
    if len(components) > 1:
        remarks.append(
            f"The auditors fall into {len(components)} groups that share no audit. "
            "Severity can't be compared between groups; more looped audits across them would link them."
        )
    return remarks


def _limits(rows: "Gradings", found: "Severity") -> list[str]:
    """What the gradings don't suffice for."""
    from looped.stats.severity import FLOOR

    if found.deviance is None:
        return [NOTHING]
    said = [ALIKE] if found.person_sd == 0 else []
    if not found.converged:
        said.append(UNSETTLED)
    if found.thresholds and isinstance(found.thresholds[0], tuple):
        few = [rows.framework.title_of(each.domain) for each in found.domains if each.gradings < FLOOR]
        said += [f"{title}: no thresholds are told; fewer than {FLOOR} gradings inform them." for title in few]
    elif sum(each.gradings for each in found.domains) < FLOOR:
        said.append(f"No thresholds are told: fewer than {FLOOR} gradings inform them.")
    return said


def _unused(rows: "Gradings", found: "Severity") -> list[str]:
    """Names of unused grades; of one domain alone, with its title."""
    everywhere = set.intersection(*(set(domain.unused) for domain in found.domains)) if found.domains else set()
    names = [rows.framework.scale.name(grade) for grade in sorted(everywhere)]
    for domain in found.domains:
        title = rows.framework.title_of(domain.domain)
        names += [f"{rows.framework.scale.name(g)} in {title}" for g in domain.unused if g not in everywhere]
    return names


def _as_json(found: "Severity") -> str:
    return json.dumps(
        {
            "auditors": [_auditor(each) for each in found.auditors],
            "domains": [{"domain": d.domain, "difficulty": d.difficulty, "se": d.se} for d in found.domains],
            "thresholds": found.thresholds,
            "person_sd": found.person_sd,
            "deviance": found.deviance,
            "reliability": found.separation and found.separation.reliability,
            "converged": found.converged,
            "fair": [_fair(each) for each in found.fair],
        },
        indent=1,
    )


def _fair(each: "FairGrade") -> dict[str, Any]:
    """Of one audit the grade expected of an auditor of mean severity, beside the awarded one and never instead."""
    audit = each.case[1] if isinstance(each.case, tuple) else each.case
    return {"audit": audit, "grade": each.grade, "low": each.low, "high": each.high}


def _auditor(each: "AuditorSeverity") -> dict[str, Any]:
    return {
        "auditor": each.auditor[1],
        "severity": each.severity,
        "se": each.se,
        "gradings": each.gradings,
        "component": each.component,
        "infit": each.infit,
        "outfit": each.outfit,
    }


def _as_text(rows: "Gradings", found: "Severity") -> str:
    """In the auditors' own order: nobody is ranked."""
    lines = ["Severity in logits: higher is harsher, 0 is the mean of those who can be compared.", ""]
    lines += [f"{each.auditor[1]}: {_in_words(each)}" for each in found.auditors]
    lines += ["", "Difficulty of the domains in logits: higher is harder to do well in.", ""]
    lines += [_difficulty(rows.framework.title_of(each.domain), each) for each in found.domains]
    if found.separation:
        reliability = found.separation.reliability
        lines += [
            "",
            f"Reliability {reliability:.2f}: near 1, auditors clearly differ; near 0, they can't be told apart.",
        ]
    if found.deviance is None:
        lines += ["", NOTHING]
    elif not found.converged:
        lines += ["", UNSETTLED]
    return "\n".join(lines)


def _difficulty(title: str, each: "DomainDifficulty") -> str:
    if each.difficulty is None or each.se is None:
        return f"{title}: not told"
    return f"{title}: {each.difficulty:+.2f} (standard error {each.se:.2f})"


def _in_words(each: "AuditorSeverity") -> str:
    if each.severity is None or each.se is None or each.se_clustered is None:
        return f"not told, {each.gradings} gradings: {_why_not(each)}"
    low, high = each.severity - 1.96 * each.se, each.severity + 1.96 * each.se
    return (
        f"{each.severity:+.2f} ({low:+.2f} to {high:+.2f}; standard error clustered by audit {each.se_clustered:.2f}), "
        f"{each.gradings} gradings, group {each.component}{_fit(each)}"
    )


def _why_not(each: "AuditorSeverity") -> str:
    from looped.stats.severity import FLOOR

    if each.gradings < FLOOR:
        return f"fewer than {FLOOR}"
    return "no audit read together with another who has enough, or one end of the scale alone"


def _fit(each: "AuditorSeverity") -> str:
    if each.gradings < FIT_FLOOR or each.infit is None or each.outfit is None:
        return ""
    inside = all(EXPECTED[0] <= fit <= EXPECTED[1] for fit in (each.infit, each.outfit))
    return f", infit {each.infit:.2f}, outfit {each.outfit:.2f}" + ("" if inside else ": look at how these were graded")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="looped severity", description="How severe each auditor is, compared through audits read by two."
    )
    add_source(parser)
    parser.add_argument(
        "--model",
        choices=("rating-scale", "partial-credit"),
        default="rating-scale",
        help="whether all domains share the distances between grades (they do by default)",
    )
    parser.add_argument("--auditor", metavar="NAME", help="one auditor's own page, in words")
    parser.add_argument("--json", action="store_true", help="as JSON, numbers unrounded")
    return parser
