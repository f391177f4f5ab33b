"""How many of a sample were from each place, and the same taken up as a whole: "52 from Ayr", "38 of the 52 in Ayr"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage
from looped.checker.quieting import NUMBER

PLACE = r"(?P<place>(?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*))"
N = rf"(?<![\w.,/£-])(?P<n>{NUMBER})"
# "52 from the Ayr pier", "47 boats at Oban".
ITEM = pattern_of(rf"{N}(?: [a-z’'-]+){{0,3}}? (?:from|in|at|on) (?:the )?{PLACE}", re.I)
WHOLE = pattern_of(
    rf"(?<![\w.,/£-])(?P<n>{NUMBER}) (?P<noun>[a-z’'-]+(?: (?:of )?[a-z’'-]+){{0,2}}?)(?: (?:was|were|came|in|"
    rf"which|is|are|made|"
    r"from|that|who|drawn|taken|covered)\b|:|,)",
    re.I,
)
# "In Ayr, 38 of the 52 boats had one", "38 of the 52 boats at Ayr had one".
OF_THE = rf"{NUMBER} (?:\([\d.]+%\) )?of (?:the |its |all )*(?P<m>{NUMBER}) (?P<noun>[a-z][a-z’' -]{{2,40}}?)"
AT = r"(?:in|at|on|for|from) (?:the )?"
AGAIN = (
    pattern_of(rf"(?:^|[.;] |\band ){AT}{PLACE}(?: [a-z]+)?,? {OF_THE}(?= |[.,;(])", re.I),
    pattern_of(rf"(?:^|[.;,] |\band ){OF_THE} (?:in the sample )?{AT}{PLACE}", re.I),
)
SOME = pattern_of(
    r"\b(?:who|that|which|with|without|aged|over|under|eligible|remaining|other|new|last|first|second|asked|whose|where)\b",
    re.I,
)
OTHER = pattern_of(r"\b(?:last|previous|earlier|second round|first round|re-?audit|this time|excluding|except)\b", re.I)
FEWEST = 2


def part_again(context: Context, code: str) -> Iterator[Finding]:
    """Each such whole of a place, against what the only list of places of its noun tells."""
    told = [each for paragraph in context.document.paragraphs for each in _lists(paragraph)]
    if len(told) != 1:
        return
    (own, at, parts, noun), every = told[0], context.document.paragraphs
    for paragraph in every[every.index(own) :]:
        read = passage(paragraph.text)
        for place, sentence in enumerate(read.sentences):
            if OTHER.search(sentence) or paragraph.section != own.section or (paragraph is own and place <= at):
                continue
            for form in AGAIN:
                for found in form.finditer(sentence):
                    yield from _judged(paragraph, found, read.starts[place], parts, noun, code)


def _lists(paragraph: Paragraph) -> Iterator[tuple[Paragraph, int, dict[str, int], str]]:
    """The sentences that tell a whole and its parts by place, which come to it."""
    read = passage(paragraph.text)
    for at, sentence in enumerate(read.sentences):
        items = {each["place"]: whole(each["n"]) or 0 for each in ITEM.finditer(sentence)}
        first = WHOLE.search(sentence) if len(items) >= FEWEST else None
        if first and whole(first["n"]) == sum(items.values()) and not OTHER.search(sentence):
            yield paragraph, at, items, first["noun"]


def _judged(
    paragraph: Paragraph, found: re.Match[str], start: int, parts: dict[str, int], noun: str, code: str
) -> Iterator[Finding]:
    first, stated = parts.get(found["place"]), whole(found["m"])
    if first is None or stated is None or not _is_all(found, noun):
        return
    if any(each.count == abs(first - stated) for each in passage(paragraph.text).entries if each.kind == "count"):
        return  # "three could not be read": and these are left
    verdict: Verdict = "ok" if first == stated else "wrong"
    why = f"{first} were told to be from {found['place']}, and here {stated}"
    slip = f"{code}/{paragraph.line}/{start + found.start('m')}"
    quote = found.string[found.start("m") : found.end("noun")].strip()
    yield Finding(code, verdict, paragraph.where, quote, found["m"], str(first), why, slip, "likely")


def _is_all(found: re.Match[str], noun: str) -> bool:
    """Whether what is counted there is called by the very words of the whole, and nothing narrows it."""
    words = noun.lower().split()
    behind = found.string[found.start("noun") :].lower().split()
    rest = behind[len(words) :]
    rest = rest[3:] if rest[:3] == ["in", "the", "sample"] else rest
    return behind[: len(words)] == words and not (rest and SOME.match(rest[0]))
