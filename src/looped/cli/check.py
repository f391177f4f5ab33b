"""`looped check`: proof-reads a written report."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from looped.checker.finding import Finding
    from looped.checker.judging import Judgement


def run(words: list[str]) -> int:
    """Check one document. Returns 0 nothing wrong, 1 something wrong; UnreadableError for what can't be read."""
    from looped.checker.finding import as_json
    from looped.checker.judging import judge
    from looped.publishing.documents import document_at

    given = _parser().parse_args(words)
    path = Path(given.document)
    document = document_at(path)
    judgement = judge(document)
    shown = list(judgement.findings) if given.all else judgement.amiss if given.json else judgement.told
    if given.json:
        print(json.dumps([as_json(finding) for finding in shown], ensure_ascii=False, indent=1))
        print(_summary(judgement), file=sys.stderr)
    else:
        if shown:
            print(_as_text(shown) + "\n")
        print(_summary(judgement))
    if given.out:
        from looped.checker.showing import write

        for written in write(path, document, judgement, Path(given.out)):
            print(f"Written: {written}", file=sys.stderr)
    return 1 if any(finding.verdict == "wrong" for finding in judgement.findings) else 0


def _as_text(findings: "list[Finding]") -> str:
    lines = []
    for finding in findings:
        place = finding.where
        parts = [f"page {place.page}" if place.page else "", f"line {place.line}" if place.line else ""]
        parts += [place.section or "", place.table or "", place.row or "", place.column or ""]
        where = " / ".join(part for part in dict.fromkeys(parts) if part)
        lines.append(f"{finding.verdict.upper():<9} {where}\n          {finding.quote}\n          {finding.why}")
    return "\n\n".join(lines)


def _summary(judgement: "Judgement") -> str:
    verdicts = [finding.verdict for finding in judgement.told]
    slips = {finding.slip for finding in judgement.findings if finding.verdict == "wrong"}
    return (
        f"{_number(len(slips), 'mistake')} in {_number(verdicts.count('wrong'), 'place')}; "
        f"{_number(verdicts.count('rounding'), 'rounding')}; {verdicts.count('arguable')} arguable; "
        f"{_number(sum(each.verdict == 'ok' for each in judgement.findings), 'claim')} right; "
        f"{judgement.not_judged} that the document gives no means to judge."
    )


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="looped check", description="Work out again every figure that a report lets one work out."
    )
    parser.add_argument("document", help="a .docx, .pdf, .html, .md or .txt file, or a report.json of ours")
    parser.add_argument("--json", action="store_true", help="findings as JSON")
    parser.add_argument("--all", action="store_true", help="claims that are right, too")
    parser.add_argument("--out", metavar="DIR", help="write the document with its findings marked, and a page")
    return parser
