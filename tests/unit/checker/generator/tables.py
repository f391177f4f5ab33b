"""Tables in the manners of six kinds of report, each right or with one planted error."""

from random import Random

from tests.unit.checker.generator.sentences import off, shared

ROWS = {
    "council": ("Outstanding", "Good", "Requires Improvement", "Inadequate"),
    "clinical": ("Complete", "Partly complete", "Not recorded"),
    "inspection": ("Met", "Partly met", "Not met"),
    "survey": ("Agree", "Neither", "Disagree", "Don't know"),
    "trial": ("Recovered", "Improved", "Unchanged", "Worse"),
    "finance": ("Paid on time", "Paid late", "Disputed"),
}
COLUMNS = {
    "council": ("April", "May", "June"),
    "clinical": ("Ward A", "Ward B"),
    "inspection": ("Homes", "Schools", "Clinics"),
    "survey": ("2022", "2023"),
    "trial": ("Intervention", "Control"),
    "finance": ("Quarter 1", "Quarter 2"),
}
KINDS = ("share", "total", "row", "prose")


def table(rng: Random, manner: str, kind: str, wrong: bool) -> str:
    """A table with counts and shares, a total row and, for "row", a total column; "prose": a sentence on it."""
    names, heads = ROWS[manner], COLUMNS[manner]
    counts = [[rng.randint(4, 40) for _ in heads] for _ in names]
    bases = [sum(row[at] for row in counts) for at in range(len(heads))]
    cells = [[f"{n} ({shared(n, b, 1)}%)" for n, b in zip(row, bases, strict=True)] for row in counts]
    totals = [str(base) for base in bases]
    sums = [str(sum(row)) for row in counts]
    row, at = rng.randrange(len(names)), rng.randrange(len(heads))
    if wrong and kind == "share":
        cells[row][at] = f"{counts[row][at]} ({shared(min(bases[at], off(rng, counts[row][at])), bases[at], 1)}%)"
    if kind in ("total", "row"):
        cells = [[str(n) for n in each] for each in counts]
    if wrong and kind == "total":
        totals[at] = str(off(rng, bases[at]))
    if wrong and kind == "row":
        sums[row] = str(off(rng, int(sums[row])))
    extra = kind == "row"
    lines = ["\t".join(["Result", *heads, *(["Total"] if extra else [])])]
    lines += [
        "\t".join([name, *each, *([total] if extra else [])])
        for name, each, total in zip(names, cells, sums, strict=True)
    ]
    lines.append("\t".join(["Total", *totals, *([str(sum(bases))] if extra else [])]))
    if kind == "prose":
        told = off(rng, counts[row][at]) if wrong else counts[row][at]
        lines += ["", f"In {heads[at]}, {told} of {bases[at]} were {names[row]}."]
    return "\n".join(lines)
