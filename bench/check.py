"""How long does checking a 100-page document take beside the bare library's reading of its text?

.venv/bin/python bench/check.py [--pages 100] [--json]
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from pathlib import Path


def main() -> int:
    """Makes a document, reads it both ways, prints seconds, their ratio and the memory of the greatest process."""
    given = _parser().parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        _make(path, given.pages)
        bare, checked = _bare(path), _checked(path)
    used = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    found = {"bare_seconds": bare, "checked_seconds": checked, "ratio": checked / bare, "memory_mib": used}
    print(json.dumps(found, indent=1) if given.json else "\n".join(f"{k}: {v:.2f}" for k, v in found.items()))
    return 0


def _make(path: Path, pages: int) -> None:
    import typst

    prose = "In April 12 of 30 audits (40%) were graded as Good and the rest were not yet finished. " * 12
    cells = ",".join(f"[{n} ({n}%)]" for n in range(1, 41))
    text = f"{prose}\n\n#table(columns: 4, {cells})\n\n#pagebreak(weak: true)\n"
    typst.compile((text * pages).encode(), output=str(path))


def _bare(path: Path) -> float:
    import pdfplumber

    start = time.perf_counter()
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()
    return time.perf_counter() - start


def _checked(path: Path) -> float:
    from looped.checker import check_document

    start = time.perf_counter()
    check_document(path)
    return time.perf_counter() - start


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--json", action="store_true")
    return parser


if __name__ == "__main__":
    sys.exit(main())
