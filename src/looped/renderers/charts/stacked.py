"""Grades of several columns (months, or domains) as stacked bars of 100%, a bar a row, counts in the segments.

Records: {"column", "order", "grade", "position" (None: not graded), "count", "base"}.
Options: "grades" (all names of the scale, lowest first), "good_from" (position: prints the share from there up).
"""

from itertools import groupby
from typing import Any

from looped.renderers.charts.style import LETTERS, WIDTHS, configured, fills, label_ink, scale_of
from looped.renderers.palette import INK, QUIET
from looped.reports.nodes import Figure, text_of

Record = dict[str, Any]
ROW = {"wide": 40, "narrow": 58}
BAR = 26
LETTER_WIDTH = 0.56
GOOD_COLUMN = 76


def grades_by_column(records: list[Record], options: dict[str, Any], size: str) -> Record:
    """The specification: one bar for each column in the given order, segments from the highest grade."""
    import altair as alt

    grades = scale_of(records, options)
    columns = _columns(records, grades, options)
    width = WIDTHS[size] - _margin(columns, size) - (GOOD_COLUMN if "good_from" in options else 0) - 16
    segments = [segment for column in columns for segment in _segments(column, grades, width)]
    rows = alt.Y("row:O", axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    step = ROW[size]
    drawn = alt.layer(
        _bars(segments, grades, rows, size),
        _counts(segments, rows, size),
        *_names(columns, rows, size),
        *(_good(columns, rows, size) if "good_from" in options else ()),
    ).properties(width=width, height=step * len(columns))
    return configured(drawn, size)


def _columns(records: list[Record], grades: list[tuple[str, int | None]], options: dict[str, Any]) -> list[Record]:
    ordered = sorted(records, key=lambda record: record["order"])
    return [
        _column(row, name, list(of_column), options)
        for row, (name, of_column) in enumerate(groupby(ordered, key=lambda record: record["column"]))
    ]


def _column(row: int, name: str, records: list[Record], options: dict[str, Any]) -> Record:
    base = records[0]["base"]
    good = sum(r["count"] for r in records if r["position"] and r["position"] >= options.get("good_from", 99))
    return {
        "row": row,
        "name": name,
        "base": f"n = {base}",
        "counts": {record["grade"]: record["count"] for record in records},
        "of": sum(record["count"] for record in records),
        "good": text_of(Figure(good / base, "share", "good_or_better", good, base)) if base else "–",
    }


def _segments(column: Record, grades: list[tuple[str, int | None]], width: int) -> list[Record]:
    segments: list[Record] = []
    start = 0.0
    for name, position in grades:
        count = column["counts"].get(name, 0)
        end = start + (count / column["of"] if column["of"] else 0)
        fits = (end - start) * width >= (len(str(count)) * LETTER_WIDTH + 0.3) * LETTERS["wide"]
        segments.append(
            {"row": column["row"], "grade": name, "from": start, "to": end, "middle": (start + end) / 2,
             "label": str(count) if count and fits else "", "ink": label_ink(position, grades)}
        )  # fmt: skip
        start = end
    return segments


def _margin(columns: list[Record], size: str) -> int:
    """Room for the names at the left; on a narrow picture they stand above their bars."""
    if size == "narrow":
        return 0
    longest = max(len(line) for column in columns for line in _wrapped(column["name"]))
    return round(longest * LETTERS[size] * 0.53) + 14


def _wrapped(name: str, most: int = 24) -> list[str]:
    lines = [""]
    for word in name.split(" "):
        if len(lines[-1]) + len(word) < most or not lines[-1]:
            lines[-1] = f"{lines[-1]} {word}".strip()
        else:
            lines.append(word)
    return lines


def _bars(segments: list[Record], grades: list[tuple[str, int | None]], rows: Any, size: str) -> Any:
    import altair as alt

    legend = alt.Legend(
        title=None, orient="top", columns=5 if size == "wide" else 2, columnPadding=18, offset=8, symbolStrokeColor=INK
    )
    return (
        alt.Chart(alt.Data(values=[s for s in segments if s["to"] > s["from"]]))
        .mark_bar(stroke=INK, strokeWidth=0.7, height=BAR, yOffset=_bar_offset(size))
        .encode(
            x=alt.X("from:Q", axis=None, scale=alt.Scale(domain=[0, 1])),
            x2="to:Q",
            y=rows,
            color=alt.Color("grade:N", scale=alt.Scale(**fills(grades)), legend=legend),
        )
    )


def _counts(segments: list[Record], rows: Any, size: str) -> Any:
    import altair as alt

    return (
        alt.Chart(alt.Data(values=[segment for segment in segments if segment["label"]]))
        .mark_text(baseline="middle", dy=1 + _bar_offset(size))
        .encode(x="middle:Q", y=rows, text="label:N", color=alt.Color("ink:N", scale=None))
    )


def _bar_offset(size: str) -> int:
    return 10 if size == "narrow" else 0


def _names(columns: list[Record], rows: Any, size: str) -> list[Any]:
    """Each bar's name and base: left of it, or above it where the picture is narrow."""
    import altair as alt

    named = [{"row": column["row"], "name": _label(column, size), "base": column["base"]} for column in columns]
    words = alt.Chart(alt.Data(values=named)).encode(y=rows, x=alt.value(0), text="name:N")
    if size == "narrow":
        return [words.mark_text(align="left", dy=-12, baseline="middle", lineBreak="\n")]
    return [words.mark_text(align="right", dx=-12, baseline="middle", lineBreak="\n", lineHeight=15, dy=0)]


def _label(column: Record, size: str) -> str:
    if size == "narrow":
        return f"{column['name']} ({column['base']})"
    return "\n".join(_wrapped(f"{column['name']} ({column['base']})"))


def _good(columns: list[Record], rows: Any, size: str) -> list[Any]:
    """The share at the scale's good or above, printed at the end of each bar."""
    import altair as alt

    width = {"wide": "width", "narrow": "width"}[size]
    words = alt.Chart(alt.Data(values=[{"row": c["row"], "good": c["good"]} for c in columns]))
    return [
        words.mark_text(align="left", dx=12, fontWeight="bold", dy=1 + _bar_offset(size)).encode(
            x=alt.value(width), y=rows, text="good:N", color=alt.value(QUIET)
        )
    ]
