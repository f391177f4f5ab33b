"""How the checker does on the labelled texts: errors found, and true texts called wrong, by set and by kind.

Usage: python bench/labelled.py [--show missed|alarms] [FILE ...]; without files, the sets of tests/checker_texts.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from looped.checker.finding import Finding
from looped.checker.judging import judge
from looped.checker.readers.text import read

TEXTS = Path(__file__).parents[1] / "tests" / "checker_texts"


def main() -> None:
    """Prints a line a set, then a line a kind of error."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--show", choices=("missed", "alarms"), help="print these texts too")
    asked.add_argument("files", nargs="*", type=Path)
    args = asked.parse_args()
    kinds: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    sums = [0, 0, 0, 0]
    for path in args.files or sorted(TEXTS.glob("labelled_*.json")):
        scores = [0, 0, 0, 0]
        for item in json.loads(path.read_text(encoding="utf-8"))["items"]:
            calls = called(item["text"])
            error = item["error"]
            scores[0 if error else 2] += bool(calls)
            scores[1 if error else 3] += 1
            if error:
                kinds[error["kind"]] += 1
                missed[error["kind"]] += not calls
            if args.show == ("missed" if error else "alarms") and bool(calls) != bool(error):
                show(item, calls)
        print("{}: {} of {} errors found, {} of {} true texts called wrong".format(path.stem, *scores))
        sums = [one + other for one, other in zip(sums, scores, strict=True)]
    print("all: {} of {} errors found, {} of {} true texts called wrong".format(*sums))
    print(", ".join(f"{kind} {number - missed[kind]}/{number}" for kind, number in kinds.most_common()))


def called(text: str) -> list[Finding]:
    """What is called wrong or wrongly rounded in a text."""
    return [each for each in judge(read(text)).findings if each.verdict in ("wrong", "rounding")]


def show(item: dict[str, Any], calls: list[Finding]) -> None:
    """A text with its label, and what was called wrong in it."""
    print(f"=== {item['id']} {item['error'] or ''}\n{item['text']}")
    for each in calls:
        print(f"  >> {each.code} {each.verdict}: {each.quote!r}: {each.why}")


if __name__ == "__main__":
    main()
