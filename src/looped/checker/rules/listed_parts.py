"""A list of counts that says what it adds up to, or what remains."""

import re
from collections.abc import Iterator
from decimal import Decimal

from looped.checker.claims import Sentence
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.quantities import Quantity, printed, quantities_in

CODE = "listed-parts"
MESSAGE = "The counts of a list add up to the total given for it."
GOOD = "There were a total of 77 audits: 31 in April, 30 in May and 16 in June."
BAD = "There were a total of 77 audits: 31 in April, 30 in May and 19 in June."

AFTER = re.compile(
    r"\b(?:in all|in total|altogether|"
    r"(?:making|giving|bringing|for) (?:a |the )?(?:combined |overall |grand )?total (?:of|to)"
    r"|a (?:combined )?total of|together making|totalling|making|adding up to|sum(?:ming)? to)\b",
    re.I,
)
REST = re.compile(r"\b(?:the )?(?:remaining|other|rest,?)\s+$", re.I)
OPENING = re.compile(r"\b(?:of (?:the|these|those|all|our|its)?\s*|a total of\s+|in (?:all|total),?\s+)$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each list after a colon or in brackets, each list with a total behind it, each remainder."""
    for sentence in context.sentences:
        found = [q for q in quantities_in(sentence.text) if not q.is_year and q.unit != "%"]
        for total, parts, certain in _lists(sentence.text, found):
            yield _finding(sentence, total, parts, certain)


def _lists(text: str, found: list[Quantity]) -> Iterator[tuple[Quantity, list[Quantity], bool]]:
    yield from _remainders(text, found)
    for at, total in enumerate(found):
        rest = found[at + 1 :]
        opened = re.match(r"[^.;:()\d]{0,60}?(?P<sign>[:(—–])", text[total.end :])
        if not opened or not rest:
            continue
        end = total.end + opened.end()
        close = _closing(text, end, opened["sign"])
        parts = [each for each in rest if end <= each.start < close]
        if len(parts) > 1 and _is_list(text, parts, close):
            yield total, parts, opened["sign"] != "("
    for at, total in enumerate(found):
        if at < 2:
            continue
        gap = text[found[at - 1].end : total.start]
        tail = text[total.end : total.end + 40]
        said = AFTER.search(gap) and not re.search(r"[.;:]", gap)
        colon = re.match(r"[^;:.]{0,40}:\s+$", gap) and not re.search(r"\d", text[total.end :])
        if said or colon or re.match(r"\s+(?:\w+\s+)?(?:in all|in total|altogether)\b", tail, re.I):
            parts = _run(text, found[:at])
            if len(parts) > 1:
                yield total, parts, True


def _closing(text: str, start: int, sign: str) -> int:
    place = text.find(")", start) if sign == "(" else len(text)
    stop = text.find(";", start) if sign == "—" else -1
    return min(place if place >= 0 else len(text), stop if stop >= 0 else len(text))


def _is_list(text: str, parts: list[Quantity], close: int) -> bool:
    """Whether parts stand one after another, by commas, semicolons or "and", and nothing between says otherwise."""
    gaps = [text[a.end : b.start] for a, b in zip(parts, parts[1:], strict=False)]
    joined = all(re.search(r",|;|\band\b|\bplus\b|\+", gap) and len(gap) < 70 for gap in gaps)
    # Shares in brackets and what is inside another part don't count.
    inner = any(re.search(r"\bof (?:which|whom|these|the)\b|\bincluding\b|\bout of\b|\bof\s*$|/", gap) for gap in gaps)
    tail = text[parts[-1].end : close]
    more = any(q.unit != "%" and not q.is_year for q in quantities_in(tail))
    ended = re.search(r"\band\b|;|\+|\bplus\b", " ".join(gaps)) or (
        text[close : close + 1] == ")" and (len(parts) > 2 or bool(re.fullmatch(r"\s[a-z]+", tail)))
    )
    return joined and not inner and not more and bool(ended)


def _run(text: str, before: list[Quantity]) -> list[Quantity]:
    """The quantities that run up to a total as one list."""
    parts = [before[-1]]
    for each in reversed(before[:-1]):
        gap = text[each.end : parts[0].start]
        if re.search(r"[.;:]|\bof\b|\bfrom\b|/", gap) or not re.search(r",|\band\b|\bplus\b", gap) or len(gap) > 60:
            break
        parts.insert(0, each)
    return parts


def _remainders(text: str, found: list[Quantity]) -> Iterator[tuple[Quantity, list[Quantity], bool]]:
    """The whole of a sentence of the kind "Of the 50, 20 were heard ... the remaining 30"."""
    if not found or found[0].unit != found[-1].unit:
        return
    last = next((each for each in found if REST.search(text[: each.start])), None)
    whole = next((each for each in found if OPENING.search(text[: each.start])), found[0])
    if last is None or whole.start >= last.start:
        return
    parts = [each for each in found if whole.start < each.start <= last.start]
    gaps = [text[a.end : b.start] for a, b in zip(parts, parts[1:], strict=False)]
    if len(parts) > 1 and not any(re.search(r"\bof (?:which|whom|these)\b|\bout of\b|\bof\s*$", gap) for gap in gaps):
        yield whole, parts, True


def _finding(sentence: Sentence, total: Quantity, parts: list[Quantity], certain: bool) -> Finding:
    summed = sum((each.value for each in parts), Decimal(0))
    step = max((each.step for each in (*parts, total)), default=Decimal(1))
    slack = step * (len(parts) + 1) / 2 if total.unit == "£" and step != 1 else Decimal(0)
    verdict: Verdict = "ok" if summed == total.value else "rounding" if abs(summed - total.value) <= slack else "wrong"
    if verdict == "wrong" and not certain and summed < total.value:
        verdict = "arguable"
    why = f"{' + '.join(each.text for each in parts)} = {printed(summed)}, against {total.text}"
    if verdict == "arguable":
        why += "; true if the list names only some of them"
    end = max(total.end, parts[-1].end)
    quote = sentence.text[min(total.start, parts[0].start) : end]
    slip = f"{CODE}/{sentence.line}/{quote}"
    return Finding(CODE, verdict, sentence.where, quote, total.text, printed(summed), why, slip)
