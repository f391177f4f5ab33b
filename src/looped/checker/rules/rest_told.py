"""The other ones, told in a sentence of their own: what was looked at less what was told of."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage, stems

CODE = "rest-told"
MESSAGE = "The other ones are those that were looked at less those told of before."
GOOD = "We opened 45 crates. In 40 cases the seal was whole. The other five were sent back."
BAD = "We opened 45 crates. In 40 cases the seal was whole. The other six were sent back."

REST = pattern_of(r"(?:^|[.;:,] |\band )(?:of )?(?:the|its|our) (?:other|remaining) $", re.I)
VERB = pattern_of(
    r"^\s*(?:[,;:.)(]|$|(?:of (?:them|these) )?(?:did|were|was|are|is|had|have|has|could|would|not|none|lacked|"
    r"showed|said|gave|remain\w*|fail\w*|needed|went|came|received|required|took|got|chose|met|fell|scored|described|reported)\b)",
    re.I,
)
OF_THOSE = pattern_of(r" (?:of|among) (?:those|these|them|which|whom)\b", re.I)
FEW = 2


def check(context: Context) -> Iterator[Finding]:
    """Each rest whose passage tells one whole and one or two parts before it, and nothing else."""
    for paragraph in context.document.paragraphs:
        if "other" not in paragraph.text and "remaining" not in paragraph.text:
            continue
        read = passage(paragraph.text)
        counts = [each for each in read.entries if each.kind == "count"]
        for place, rest in enumerate(counts):
            before = counts[:place]
            if not 1 < len(before) <= FEW + 1 or not REST.search(read.text[: rest.start]) or rest.base:
                continue
            whole, parts = before[0], [e for e in before[1:] if not OF_THOSE.match(read.text[e.end :])]
            if not parts:
                continue
            if _may_be_of(read, whole, parts, rest):
                left = whole.count - sum(each.count for each in parts)
                verdict: Verdict = "ok" if left == rest.count else "wrong"
                why = f"{whole.text} less {' and '.join(str(each.count) for each in parts)} is {left}"
                slip = f"parts/{paragraph.line}/{rest.start}"
                yield Finding(
                    CODE, verdict, paragraph.where, rest.text, rest.text, str(left), why, slip, "likely"
                )  # fmt: skip


def _may_be_of(read: Passage, whole: Entry, parts: Sequence[Entry], rest: Entry) -> bool:
    """Whether the whole stands first, alone, the parts are smaller, and the rest is of the same things."""
    sentence = whole.sentence
    bases = {each.base for each in parts if each.base}
    if whole.base or whole.share or bases - {whole.count} or parts[0].sentence == rest.sentence == sentence:
        return False
    if rest.sentence - parts[-1].sentence > 1 or parts[0].sentence - sentence > 1:
        return False
    if sum(each.count for each in parts) >= whole.count or rest.share:
        return False
    behind = read.text[rest.end :]
    noun = stems(" ".join(re.findall(r"[a-z’'-]+", behind, re.I)[:2]))
    named = stems(" ".join(re.findall(r"[a-z’'-]+", read.text[whole.end :], re.I)[:4]))
    return bool(VERB.match(behind)) or bool(noun & named)
