"""All, both, every and none, against the exception that the same passage tells."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage, stems

CODE = "every-or-none"
MESSAGE = "Of all there is no exception, and of none no instance."
GOOD = "No file was inadequate. Nine were good and seventeen required improvement."
BAD = "No file was inadequate. Nine were good and the other two were inadequate."

NONE = pattern_of(
    r"(?:(?:^|[.;]\s+|, and |\band )(?:no (?!more|fewer|less|longer|one\b|"
    r"doubt)(?P<noun>[a-z’'-]+)(?: [a-z’'-]+){0,4}?|none(?: of (?:the|these|them|our)[^.;,\d]{0,30}?)?)) (?:was|"
    r"were|is|are|had|has|have|received|needed|scored|did) (?P<what>[^.;,:()]{3,60})",
    re.I,
)
ALL = pattern_of(
    r"(?:^|[.;:,]\s+|\b(?:that|and|in|for) )(?P<all>all (?:of (?:the |our )?)?(?:(?P<n>two|three|four|five|six|"
    r"seven|eight|nine|ten|\d+)\b )?|both (?:of the )?|every |"
    r"each of the )(?P<what>[^.;:()]{3,120}?)(?P<end>[.;,]|\b(?:although|but|though|however|except)\b|$)",
    re.I,
)
EXCEPT = pattern_of(
    r"\b(?:although|but|though|however|except|only|while|yet)\b[^.;]{0,60}?\b(?:one|two|three|another|the other|"
    r"the (?:second|third|last))\b[^.;]{0,90}?\b(?:not|no|blank|missing|without|absent|none|lacked|failed|"
    r"still to|yet to|incomplete|unsigned|out of date|overdue|late|left)\b|"
    r"\b(?:has|have|had|is|are|was|were|remains?) (?:still|yet) to be\b|\b(?:not (?:yet )?been|"
    r"remains? outstanding|remains? unmet)\b",
    re.I,
)
HEDGED = pattern_of(r"\b(?:nearly|almost|not|virtually|but|if|to be|should|must|will|would|first|at)\s+$", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Paragraph by paragraph."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        yield from _none(paragraph, read)
        yield from _all(paragraph, read)


def _none(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    for found in NONE.finditer(read.text):
        what = stems(found["what"]) - stems("audit audits file files case cases graded rated judged found at yet")
        words = re.findall(r"[a-z’'-]+", found["what"].lower())
        if not what or len(words) > 4 or re.search(r"\b(?:than|more|worse|better|below|above)\b", found["what"]):
            continue
        for entry in read.entries:
            if (
                entry.kind == "count"
                and entry.value > 0
                and not entry.base
                and (entry.end <= found.start() or entry.start >= found.end())
            ):
                near = abs(entry.sentence - read.sentence_at(found.start())) <= 2
                if (
                    near
                    and what <= stems(entry.after[:60])
                    and not re.search(
                        r"\b(?:not|last|previous|year before|earlier|in 20|had been|than)\b", entry.before + entry.after
                    )
                ):
                    why = f"“{found.group().strip(' .;')}”, and “{entry.text}{entry.after.rstrip()}”"
                    yield _finding(paragraph, found.group().strip(" .;,"), why, found.start())
                    return


def _all(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    for found in ALL.finditer(read.text):
        if HEDGED.search(read.text[: found.start("all")]) or not re.search(
            r"\b(?:was|were|had|have|has|is|are|been|contained|met|showed|included|recorded|received|[a-z]+ed)\b",
            found["what"],
        ):
            continue
        if not (found["n"] or found["all"].lower().startswith(("both", "every", "each"))):
            continue
        rest = read.text[found.end("what") :]
        following = re.split(r"(?<=[.])\s+", rest)
        scope = " ".join(following[:2])
        other = EXCEPT.search(scope)
        if (
            other
            and (
                found["n"] is None
                or re.search(r"\b(?:one|two|three|the other|notice|second|third|last|first|it|them|these)\b", scope)
            )
            and _is_on(found["what"], scope, other)
        ):
            yield _finding(
                paragraph,
                (found["all"] + found["what"]).strip(),
                f"“{other.group().strip()}” is an exception",
                found.start(),
            )


def _is_on(what: str, scope: str, other: re.Match[str]) -> bool:
    """Whether the exception is one of the same things: a word of theirs, or "of them", stands with it."""
    around = scope[max(0, other.start() - 90) : other.end()]
    return bool(
        (stems(what) & stems(around))
        or re.search(r"\bof (?:these|them|the (?:two|three|four|five|six|seven|eight|nine|ten|\d+))\b", around)
    )


def _finding(paragraph: Paragraph, quote: str, why: str, start: int) -> Finding:
    return Finding(
        CODE,
        "wrong",
        paragraph.where,
        quote,
        quote.split()[0],
        "an exception",
        why,
        f"every/{paragraph.line}/{start}",
        "likely",
    )
