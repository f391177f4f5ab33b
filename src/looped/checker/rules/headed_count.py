"""All or none are said to be so, and beside it the measure's name with its count: "Log kept: 57 of 61"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import Entry, Passage, passage

CODE = "headed-count"
MESSAGE = "What is said of all or of none is borne out by the count told under its name."
GOOD = "All of the boats carried a log. Log carried: 61 of 61."
BAD = "All of the boats carried a log. Log carried: 57 of 61."

SAID = pattern_of(
    r"\W*(?:(?:overall|in (?:this|the) [a-z]+|here|again|encouragingly),? )?(?:(?P<all>all|every|each|"
    r"without exception,? all)|"
    r"(?P<none>none|no|not one))\b(?: single| one)?(?: of)?(?: the| our| these| those)?(?: (?:\d+|"
    r"[a-z’'-]+)){1,3}? (?P<what>[^.;:()\d]{6,120})[.;]?\s*",
    re.I,
)
HEAD = pattern_of(r"\W*(?P<head>[A-Z“‘\"'][^.;:()\d]{3,80}?)\W{0,2}(?::| [–—-]|,| was| in) ?(?:in |on |at |for )?$")
# What a short name adds to say that something is so.
FILLERS = """
in place on file completed complete completion evident evidence present recorded record held seen yes met done achieved
compliant the a an of to at for by with and or was were had has have been is are that they it all any available shown
documented noted found given received made taken used
"""
FILLER = frozenset(map(stem, FILLERS.split()))
# "All of the new boats", "every woman who was seen twice": of some of those that are counted.
SOME = pattern_of(
    r"\W*[a-z’' ,-]*?\b(?:all|every|each|none|no|not one)\b(?: single| one)?(?: of)?(?: the| our| these| those)? (?:"
    r"new|newer|newly [a-z]+|old|older|young|younger|large|larger|small|smaller|female|male|adult|serious|severe|"
    r"urgent|"
    r"remaining|other|rest|first|second|last|third|high-risk|low-risk|permanent|temporary|recent|"
    r"(?:[a-z-]+ )?(?:[a-z-]+ )?(?:who|that|which|with|without|under|over|aged))\b",
    re.I,
)
NOT = pattern_of(
    r"\b(?:not|no|never|without|lack\w*|un[a-z]{4,}|missing|absent|fail\w*|in[a-z]*complete|except|but)\b|n[’']t", re.I
)
WORD = re.compile(r"[A-Za-z][a-z’'-]+|[A-Z]{2,}")


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence, with the one behind it and the one before."""
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        for at in range(len(read.starts)):
            said = SAID.fullmatch(read.sentence(at)) if not read.of_sentence(at) else None
            said = None if said and SOME.match(said.group()) else said
            for beside in (at + 1, at - 1):
                if said and 0 <= beside < len(read.starts):
                    yield from _beside(paragraph, read, said, beside)


def _beside(paragraph: Paragraph, read: Passage, said: re.Match[str], beside: int) -> Iterator[Finding]:
    own = read.of_sentence(beside)
    if len(own) != 1 or own[0].kind != "count" or not own[0].base:
        return
    head = HEAD.fullmatch(read.text, read.starts[beside], own[0].start)
    behind = read.text[own[0].end : read.starts[beside] + len(read.sentence(beside))]
    if head is None or WORD.search(behind) or NOT.search(head["head"]) or NOT.search(said["what"]):
        return
    wanted = {stem(word.lower()) for word in WORD.findall(head["head"])}
    told = {stem(word.lower()) for word in WORD.findall(said.group())}
    telling = wanted - FILLER
    # Not the name alone of what is counted: something that is said of it.
    said_so = {stem(word.lower()) for word in WORD.findall(said["what"])}
    if telling <= told and telling & said_so:
        yield _finding(paragraph, said, own[0])


def _finding(paragraph: Paragraph, said: re.Match[str], told: Entry) -> Finding:
    right = told.count == (told.base if said["all"] else 0)
    verdict: Verdict = "ok" if right else "wrong"
    quote, word = said.group().strip(" .;"), (said["all"] or said["none"]).lower()
    why = f"“{word}”, and {told.text}"
    slip = f"{CODE}/{paragraph.line}/{said.start()}"
    return Finding(CODE, verdict, paragraph.where, quote, word, told.text, why, slip, "likely")
