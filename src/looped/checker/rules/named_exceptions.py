"""How many are left out, and the list that names them: "ten of the 12; the exceptions were May and June"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.patterns import Pattern, pattern_of
from looped.checker.prose import MONTH, Entry, Passage, passage
from looped.checker.wholes import says_no

CODE = "named-exceptions"
MESSAGE = "As many are named as exceptions as the count leaves out."
GOOD = "Ten of the 12 returns were signed. The exceptions were May and June."
BAD = "Ten of the 12 returns were signed. The exceptions were May, June and July."

NAME = r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|of|the|and(?= [A-Z][a-z]+ [A-Z])))*"
LIST = rf"(?P<list>{NAME}(?:, {NAME})*(?:,? (?:and|or) {NAME})?)"
EXCEPTIONS = pattern_of(
    rf"\b(?:(?:[Tt]he|[Tt]he only) exceptions? (?:was|were|being)|[Ww]ith the exceptions? of|[Tt]he (?:ones?|others?) "
    rf"(?:missing|left out) (?:was|were)) {LIST}\s*(?:[.;)]|$)"
)
# "There was no drill in May, June or July": of times only.
NO_IN = pattern_of(
    rf"\b(?:[Tt]here (?:was|were) no(?:ne)?(?: [a-z]+){{0,2}}|[Nn]one (?:was|were)(?: [a-z]+){{1,2}}|[Nn]o [a-z]+ "
    rf"(?:was|were)(?: [a-z]+){{1,2}}) (?:in|for) (?P<list>(?:{MONTH})(?:, (?:{MONTH}))*(?:,? (?:and|"
    rf"or) (?:{MONTH}))?)\s*(?:[.;)]|$)",
    re.I,
)
# "It was missed in May and June", "Ash and Elm did not": of these it is denied.
DENIED_IN = pattern_of(
    rf"\b(?:(?:was|were|had been|has been) (?:not(?: [a-z]+){{1,2}}|missed|unmet)|(?:did|could|had|has|have) not"
    rf"(?: [a-z]+){{1,3}}|(?:missed|failed)(?: it| this| the target| the standard)?|without one|fell short)"
    rf" (?:in|for|at|by|on) {LIST}\s*(?:[.;)]|$)"
)
DENIED_OF = pattern_of(
    rf"(?:^|(?<=[.;:] )|(?<=, but )|(?<=while ))(?P<list>{NAME}(?:, {NAME})*,? and {NAME}) "
    r"(?:(?:did|was|were|had|has|have|could) not|had none|failed to|fell short|missed (?:it|the)|lacked|had no)\b"
)
NO_FROM = pattern_of(
    rf"(?:^|(?<=[.;:] )|(?<=, but )|(?<=and ))[Nn]o(?:ne)?(?: [a-z]+){{0,3}}? (?:came|(?:was|were) [a-z]+|arrived) "
    rf"(?:from|for|at|in|by) {LIST}\s*(?:[.;)]|$)"
)
THOSE = pattern_of(
    rf"\b(?:[Tt]hose|[Tt]he (?:ones|[a-z]+s)) (?:for|of|in|from|at) {LIST} (?:was|were|had)(?: been)? (?:not|late|"
    r"missing|overdue|blank|incomplete|unsigned|lost|left out)\b"
)
ONLY = pattern_of(
    rf"(?:^|(?<=[.;:] )|(?<=, )|(?<=and ))[Oo]nly {LIST} (?:had none|had no|did not|was not|were not|lacked|failed)\b"
)
DENIED = (DENIED_IN, DENIED_OF, NO_FROM, THOSE, ONLY)
OF_TIMES = pattern_of(r"\s*(?:months?|[a-z]+ months|monthly|quarters?|weeks?)\b", re.I)
PARTS = re.compile(r",? (?:and|or) |, ")
OF_ITS = re.compile(r"\bof (?:its|their) \d")
MORE = pattern_of(r"\b(?:also|among|including|such as|first|twice|again|both|either)\b|\be\.g\.", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each list of exceptions behind one count with its base, in its sentence or the one before."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for pattern in (EXCEPTIONS, NO_IN, *DENIED):
            for found in pattern.finditer(paragraph.text):
                yield from _judged(paragraph, read, found, pattern)


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str], pattern: Pattern) -> Iterator[Finding]:
    at = read.sentence_at(found.start())
    near = [e for e in read.entries if at - 1 <= e.sentence <= at and e.end <= found.start() and not _is_limit(e)]
    based = [e for e in near if e.base and e.kind in ("count", "measure")]
    if len(based) != 1 or len(near) != 1:
        return
    if not OF_TIMES.match(_behind(read, based[0].end)) and (pattern is NO_IN or re.match(MONTH, found["list"])):
        return
    if based[0].sentence < at and OF_ITS.search(based[0].text):
        return  # "six of its 14 files": of one place, and the exceptions are places
    told = read.text[read.starts[based[0].sentence] : found.start()]
    if pattern in DENIED and (says_no(told) or MORE.search(read.sentence(at))):
        return  # of so many it is denied already, or these are only some of them
    left, names = (based[0].base or 0) - based[0].count, PARTS.split(found["list"])
    if left == len(names) or left < 1:
        return
    why = f"{based[0].text} leaves {left}, and {len(names)} {'is' if len(names) == 1 else 'are'} named"
    slip = f"left/{paragraph.line}/{based[0].start}"
    quote = f"{based[0].text} … {found.group().strip(' .;')}"
    yield Finding(CODE, "wrong", paragraph.where, quote, str(len(names)), str(left), why, slip, "likely")


def _is_limit(entry: Entry) -> bool:
    """Whether a share stands alone: what had to be reached."""
    return entry.kind == "share" and entry.base is None


def _behind(read: Passage, end: int) -> str:
    """What stands behind a count and its base, its unit too where that was taken for one."""
    start = end if read.text[end : end + 1] == " " else read.text.rfind(" ", 0, end)
    return read.text[start:]
