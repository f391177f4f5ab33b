"""Whether a clause speaks of some of those of whom a statement on all or none is: two of them, the other one, Ash."""

import re
from collections.abc import Sequence

from looped.checker.linking import stem
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import MONTH
from looped.checker.quantified import SMALL
from looped.checker.wholes import FOUND, MEMBERS, SAME, Clause, Whole, says_no, told, told_word

SOME = pattern_of(
    rf"\b(?:(?:the |another |a further |only |just |but |other |remaining )*(?P<count>one|a|an|{SMALL})"
    rf"(?P<of> of (?:the|these|them|those|our)(?: (?!(?:{SMALL})\b)\w+\b"
    r"(?= (?:was|were|had|has|did|have|could|is|are)\b))?)?|"
    r"(?P<several>several|some|a few)"
    r"(?: of (?:the|these|them))?)\b",
    re.I,
)
NAME = r"[A-Z][\w’'-]*"
PLACED = pattern_of(
    rf"\b(?:[Ff]or|[Ii]n|from|[Aa]t|of) (?:the )?(?:\w+ (?:in|of|for) )?(?:{MONTH}\b|{NAME}|\d|[a-z]+ \d|"
    r"(?:first|second|third|fourth|last|other)\b)"
)
NONE_THERE = pattern_of(
    rf"\s*(?:(?:(?:at|in|for|on) (?:the )?{NAME}(?:(?:,? and)? {NAME})*,? )?(?:there (?:was|were|is|are) )?"
    r"no (?P<thing>[a-z’'-]+)|"
    r"(?:those|that|the (?P<noun>[a-z’'-]+)) (?:for|in|of|from|at))\b",
    re.I,
)
# "The second had been", "the smaller of them was", "finding 2 remains".
ONE_OF = pattern_of(
    r"(?:however,? |but )?(?:the|in the|that in the) (?:first|second|third|fourth|other|latter|former|last|one|"
    r"[a-z]+er|[a-z]+(?= one\b))(?: one)?(?: of (?:them|the two|these))?"
    r"(?: (?:in|on|at|by|near|from) [a-z’'-]+(?: [a-z’'-]+){0,2}?)?,? "
    r"(?:was|were|had|has|is|did|could|remains?|remained)\b|"
    r"(?:and )?[a-z]+ \d+(?: \([^()]*\))? (?:was|were|had|has|is|did|remains?|remained)\b",
    re.I,
)
# "And it also lacked one": of the part told in the clause before.
IT = re.compile(r"^\W*(?:and |but )*(?:it|they|he|she)\b(?: also| too)?", re.I)
THAT = re.compile(r"\s*(?:that|which|who|whose)\b")
# "No second key", "no garden shed": of something narrower there is none.
NARROW = pattern_of(
    r"\bno (?P<word>second|third|further|other|additional|spare|extra|separate)\b|"
    r"\bno (?P<a>[a-z’'-]{3,}) (?P<b>(?!(?:was|were|had|has|have|is|are|could|been|on|in|at|for|of|and|or|to|from|with|"
    r"by|when|that|which|until|during|after|before|either|[a-z]{3,}ed|[a-z]+ly|made|kept|held|found|seen|given|done)\b)"
    r"[a-z’'-]{3,})\b",
    re.I,
)
# "Of the grave falls, three came at night".
OF_THING = pattern_of(rf"^of the (?P<what>[a-z’' -]{{3,40}}), (?P<n>one|{SMALL})\b", re.I)
# "In five, the date was blank": of those just told.
ALONE = pattern_of(
    rf"(?:and |but )?(?:in|for|on|at) (?P<count>one|{SMALL})(?P<of>)(?P<several>)(?=,? (?:the|no|it|they|its)\b)", re.I
)
# "Of those outstanding, two": of whom the sentence tells.
FRAME = pattern_of(
    r"^\W*(?:and |but |while )?(?:of|among|amongst|from|for|with|as (?:for|to)) (?:all )?(?:the|those|these|that) "
    r"(?P<what>(?:[a-z’'-]+,? (?:and |or )?){0,6}?[a-z’'-]+),? (?=(?:only |just |but )?"
    rf"(?:one|{SMALL}|none|some|several|most|half)\b)",
    re.I,
)
REMAINING = pattern_of(r"\b(?:rest|remainder|others|remaining)\b", re.I)
NO_END = 10**6
FAR = 2


EVERY = re.compile(r"\b(?:every|each) $", re.I)


def part_of(said: Whole, text: str) -> re.Match[str] | None:
    """The count in a clause that is of some of those that are spoken of."""
    alone = ALONE.match(text)
    if alone and (whole(alone["count"]) or 1) < (said.number or NO_END):
        return alone
    return next((each for each in SOME.finditer(text) if _is_part(said, each, text)), None)


def _is_part(said: Whole, found: re.Match[str], text: str) -> bool:
    """Whether a count is of the same things: "two of the doors", "two doors", "one of them", "four of the 20"."""
    word = (found["count"] or "").lower()
    count = 2 if found["several"] else 1 if word in ("a", "an", "one") else whole(word) or 0
    if EVERY.search(text[: found.start()]):
        return False  # "every one of the 38": all
    if count < 1 or (said.number is not None and count >= said.number):
        return False
    behind = text[found.end() :]
    if found["of"]:
        return _is_of(said, behind)
    the = re.match(r"the\b", found.group(), re.I)
    if the and THAT.match(behind):
        return True  # "the three that were late"
    if said.number == 2 and word == "one" and re.search(r"\bthe (?:\w+ )?$", text[: found.start()]):
        return True  # "the south one"
    noun = re.match(rf"\s*{MEMBERS}?(?P<noun>[a-z’'-]+)", behind)
    if not noun:
        return False
    # "The three receipts that were missing": of what is said of them to be there.
    if the and THAT.match(behind, noun.end()) and told_word(noun["noun"].lower()) in said.words:
        return True
    # "One patient died": a death.
    if said.thing & {stem(SAME[each]) for each in re.findall(r"[a-z]+", behind) if each in SAME}:
        return True
    own = re.sub(r"[’']s$", "", noun["noun"])
    names = said.noun | said.words if said.thing else said.noun
    return told_word(own.lower()) in names or told_word(own.lower() + "s") in names


def _is_of(said: Whole, behind: str) -> bool:
    """ "Four of the 20", "two of the doors", "one of them"."""
    base = re.match(rf"\s*(?P<n>{SMALL})\b", behind)
    noun = re.match(r"\s*(?:\w+ )?(?P<noun>[a-z’'-]{3,}s)\b", behind[base.end() if base else 0 :])
    same = not base or said.number is None or whole(base["n"]) == said.number
    named = noun is None or not said.noun or told_word(noun["noun"].lower()) in said.noun | said.words
    return same and named


def is_of_others(said: Whole, clause: Clause, clauses: Sequence[Clause]) -> bool:
    """ "All the urgent ones are done. Of those outstanding, two are late": its sentence opens with others."""
    opening = " ".join(each.text for each in clauses if each.at == clause.at and each.low <= clause.low)
    found = FRAME.match(opening)
    if not found or clause.at == said.at:
        return False
    own = told(found["what"]) - said.noun - FOUND
    return bool(REMAINING.search(found["what"])) or says_no(found["what"]) or (bool(own) and own.isdisjoint(said.words))


def is_narrower(said: Whole, text: str) -> bool:
    """Whether a clause denies less than what is said of all: "no second key", "no garden shed"."""
    found = NARROW.search(text)
    if not found:
        return False
    if found["word"]:
        return found["word"].lower() not in said.text.lower()
    return told(found["a"]) <= said.words and not told(found["b"]) <= said.words


def is_one_of(said: Whole, clause: Clause) -> bool:
    """ "Both were locked; the second had been left unlocked"."""
    return clause.low > said.start and bool(ONE_OF.match(clause.text))


def is_continued(said: Whole, clause: Clause, before: Clause | None) -> bool:
    """ "One of the two had no lamp, and it also lacked a horn": of a part told in the clause before."""
    if not IT.match(clause.text) or before is None or said.start <= before.low < said.end:
        return False
    return part_of(said, before.text) is not None


def is_placed(said: Whole, clause: Clause) -> bool:
    """ "Minutes of all meetings were kept. No minutes were found for the meetings of May and July"."""
    text = clause.text
    about = NONE_THERE.match(text) if clause.low >= said.start and says_no(text) and PLACED.search(text) else None
    if not about:
        return False
    thing = stem(about["thing"] or about["noun"] or "")
    shared = told(text) & said.words - said.noun
    near = abs(clause.at - said.at) < FAR or (said.number == 2 and about["thing"]) or len(shared) > 1
    # In the singular too: "no minute was found".
    same = not thing or any(word == thing or word.startswith(thing[:6]) for word in said.words)
    what = shared if not about["noun"] else shared - {word for word in shared if word.startswith(thing[:6])}
    return bool(near) and same and bool(what)
