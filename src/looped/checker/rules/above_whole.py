"""More of them than there are: "We met 22 people. Twenty-five of them were glad"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.prose import passage

CODE = "above-whole"
MESSAGE = "No more of them are told than there are."
GOOD = "We met 22 people. All were at home. Twenty of them were glad of the visit."
BAD = "We met 22 people. All were at home. Twenty-five of them were glad of the visit."

THEM = re.compile(
    r"^(?: [a-z]+){0,1} of (?:them|these|those|whom|which|this number)\b(?! (?:who|that|in|with|from|aged|"
    r"under)\b)",
    re.I,
)
BEFORE = re.compile(
    r"(?:^|[.;:,(–—]\s*|\band )"
    r"(?:of|among|amongst|for|in) (?:(?:them|whom|which),?|(?:these|those),)(?: (?:only|just|some|"
    r"about))? $",
    re.I,
)
REACH = 2


def check(context: Context) -> Iterator[Finding]:
    """Each count of "them" with the counts told in its sentence and the two before."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for at, each in enumerate(read.entries):
            if each.kind != "count" or each.base or each.value <= 1:
                continue
            if not (THEM.match(read.text[each.end :]) or BEFORE.search(read.text[: each.start])):
                continue
            near = [e for e in read.entries[:at] if each.sentence - e.sentence <= REACH and e.kind != "share"]
            told = [n for e in near for n in (e.value, e.base or 0)]
            if told and max(told) > 1:
                most = max(told)
                why = f"{each.text} are told of the {most} that there are"
                slip = f"fraction/{paragraph.line}/{each.start}"
                verdict = "wrong" if each.value > most else "ok"
                yield Finding(
                    CODE,
                    verdict,  # type: ignore[arg-type]  # one of two verdicts
                    paragraph.where,
                    each.text,
                    each.text,
                    f"at most {most}",
                    why,
                    slip,
                    "likely",
                )
