"""One that is spoken of by what sets it apart, "the lamp in the hall", and is otherwise than all are said to be.

And some that are told to be still undone, where all are said to be done.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from looped.checker.linking import stem
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.quantified import SMALL
from looped.checker.wholes import FOUND, Clause, Whole, says_no, told, told_word

VERB = r"(?:was|were|is|are|had|has|did|does|could|would|failed|remained|remains|lacked|[a-z]{3,}ed)"
# "The alarm in the back stairs", "the west lift": set apart by where it is, or by a word before it.
THE_ONE = pattern_of(
    rf"\b(?:the|that) (?P<mods>(?:(?!(?:the|a|an|of|in|at|on|and|or|only|same|whole)\b)[a-z’'-]+ ){{0,2}}?)"
    rf"(?P<noun>(?!the\b)[a-z’'-]{{3,}})(?P<place> (?:in|at|on|to|by|near|beside|for|from|outside|under|above|behind)"
    rf" (?:the |our |its )?[A-Za-z][A-Za-z’'-]*(?: (?!{VERB}\b)[A-Za-z0-9’'-]+){{0,3}}?)?"
    rf" (?={VERB}\b)|"
    rf"(?:^|(?<=[.;:] )|(?<=, ))(?P<noun2>[A-Za-z][a-z’'-]{{2,}}) (?:\d{{1,3}}|[A-Z])(?= {VERB}\b)",
    re.I,
)
# Of another time than what is said of all.
NOW = pattern_of(
    r"\b(?:now|since|then|today|afterwards|later|by the end|when we (?:left|returned)|again|old|former|new|replacement|"
    r"second|further|other|first|until|before|after)\b",
    re.I,
)
MODS = pattern_of(
    r"^(?:same|next|other|last|first|second|new|old|average|usual|typical|only|whole|remaining|main) $", re.I
)
OF_THEM = pattern_of(rf"^\W*(?:all|each|every one|none|both|neither) of (?:{THEM})\b", re.I)
COUNTED = pattern_of(
    rf"\b(?:{SMALL}|\d+)\b (?:(?!(?:of|to|in|and)\b)[a-z’'-]+ ){{0,2}}?(?P<noun>[a-z’'-]{{3,}}s)\b", re.I
)
UNITS = pattern_of(r"(?:days|weeks|months|years|hours|minutes|points|times|pounds)$", re.I)
DONE = pattern_of(
    r"\b(?:carried out|complete[d]?|implemented|done|finished|actioned|closed|cleared|resolved|dealt with|put right|"
    r"delivered|discharged|addressed|fulfilled|settled|achieved|acted on|put in place)\b",
    re.I,
)
UNDONE = pattern_of(
    rf"\b(?P<n>one|{SMALL})(?P<of> of (?:them|these|those|the [a-z’'-]+))?(?: (?P<noun>[a-z’'-]+s?))??"
    r"(?: (?:is|are|was|were|has|have|had|remain\w*|still|yet|been|not))+(?: (?:still|yet|not|been))*"
    r"(?P<what>[^.;:,\d]{0,30})",
    re.I,
)
NOT_DONE = pattern_of(
    r"\bstill (?:to be|outstanding|open|awaited|overdue|in (?:hand|progress)|under way|waiting)|"
    r"\b(?:outstanding|unfinished|"
    r"incomplete|overdue|unresolved|in progress|under way)\b|\byet to be\b|\bremain\w* (?:open|outstanding|to be)\b|"
    r"\bnot (?:yet )?(?:been )?(?:begun|started|done|complete[d]?|implemented|closed|finished|carried out|actioned|"
    r"cleared|resolved|addressed)\b",
    re.I,
)
LAST = pattern_of(
    r"\b(?:when|at the time|in (?:19|20)\d\d|last|previous\w*|earlier|had been|new|further|other)\b", re.I
)


def with_noun(said: Whole, clauses: Sequence[Clause]) -> Whole:
    """A statement on "them" with what they are and how many: what was counted right before it, and nothing else."""
    if said.noun or not OF_THEM.match(said.text):
        return said
    before = " ".join(each.text for each in clauses if each.high <= said.start and said.at - each.at < 2)
    found = [each for each in COUNTED.finditer(before) if not UNITS.match(each["noun"])]
    return replace(said, noun=frozenset([told_word(found[0]["noun"].lower())])) if len(found) == 1 else said


def is_the_one(said: Whole, clause: Clause) -> bool:
    """Whether one of them that is set apart has what none has, or hasn't what all have."""
    if not said.noun or NOW.search(said.text):
        return False
    found = list(THE_ONE.finditer(clause.text))
    wanted = said.words - said.noun - FOUND
    for at, each in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(clause.text)
        noun = (each["noun"] or each["noun2"]).lower()
        apart = each["noun2"] or each["mods"] or each["place"]
        if noun.endswith("s") or told_word(noun) not in said.noun or not apart:
            continue
        if MODS.match(each["mods"] or "") or NOW.search(each.group()):
            continue
        text = clause.text[each.end() : end]
        key = said.key - said.noun or wanted
        if says_no(text) == said.so and key and key <= told(text) - said.noun:
            return True
    return False


def is_undone(said: Whole, text: str) -> bool:
    """Whether fewer than all are still undone, where all are said to be done: "two are still outstanding"."""
    if not said.so or not DONE.search(said.text) or LAST.search(text):
        return False
    work = re.search(rf"\bwork (?:on|to) (?P<n>one|{SMALL}) of (?:{THEM})\b", text, re.I)
    found = work or UNDONE.search(text)
    if not found or not NOT_DONE.search(text, found.start()):
        return False
    noun = None if work else found["noun"]
    if noun and not work and not found["of"] and told_word(noun.lower()) not in said.noun | {stem("action")}:
        return False
    return said.number is None or (whole(found["n"]) or 1) < said.number
