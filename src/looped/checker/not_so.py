"""Whether a sentence says of something named that it isn't so, had none or is without, where all are said to be."""

import re
from itertools import pairwise

from looped.checker.linking import stem
from looped.checker.numbers import whole
from looped.checker.partly import (
    OF_THING,
    is_one_of,
    part_of,
)
from looped.checker.patterns import pattern_of
from looped.checker.quantified import SMALL
from looped.checker.wholes import (
    CONTRARY,
    FOUND,
    IN_TIME_WORD,
    NEGATIVE,
    THERE,
    VERBED,
    Clause,
    Whole,
    says_no,
    shortened,
    told,
)

PROBLEM = pattern_of(
    r"\bno (?:exceptions?|errors?|issues?|faults?|problems?|omissions?|gaps?|breach(?:es)?|weakness(?:es)?|"
    r"failures?|defects?|"
    r"discrepanc(?:y|ies)|concerns?|shortcomings?|deficienc(?:y|ies)|lapses?)\b",
    re.I,
)
NAMED_NONE = pattern_of(
    r"^(?P<who>[A-Z][^.;:]{2,70}?) (?:had|has|have|kept|held|showed) none\b"
    r"(?! (?:with|who|that|which|of (?!them|these|those))\b)"
)
NAMED_NO = pattern_of(
    r"^[A-Z][^.;:]{2,60}? (?:had|has|kept|held|showed|lacked|could (?:show|produce|find)(?: us)?|(?:is|was|had been|"
    r"has been|went) without) (?:no|an?|any) "
    r"(?P<what>[a-z’'-]+)\b(?! (?:of|for|to|that|in|with)\b)"
)
# "Brae had two": of what neither is said to have had.
NAMED_SOME = pattern_of(
    rf"^[A-Z][^.;:,]{{1,40}}? (?:had|has|have|reported|recorded|showed|kept) (?P<n>one|{SMALL})(?=\s*(?:[.;,]|$))"
)
# "The east site had none and the west site two": beside one that is as said, one that isn't.
ONE_HAD_SOME = pattern_of(
    rf"\b(?:had|held|has|kept|reported|recorded|saw|showed) none\b(?! (?:of|that|who|which))[^.;:]*?(?:,| and| but) "
    rf"(?:and )?(?:the |its )?(?:[A-Za-z’'-]+ ){{1,4}}?(?:(?:had|held|has|kept|reported|recorded|saw|showed) )?"
    rf"(?P<n>one|{SMALL})(?=\s*(?:[.;,]|$)| (?:during|in|over|at|by|after|throughout|within|this)\b)"
)
# "Had gone for months without one", "held only one".
NAMELESS = pattern_of(
    r"\bwithout (?:one|it|any|them|either)\b|\b(?:had|held|has|have|contained|kept) (?:none|only one|neither)\b|"
    r"\b(?:had|did|was|were|has|have|could) not(?=\s*(?:[,.;:)]|$|and\b|so\b))",
    re.I,
)
VERB = re.compile(
    r"\b(?:was|were|had|has|have|did|could|is|are|we|they|there|it|been|no|not|contained|still|held|lacked|"
    r"showed|that|who|"
    r"which|failed|went)\b",
    re.I,
)
THE = re.compile(r"(?<=[a-z]),? (?:the|an?|its|their)\b")
REASON = re.compile(r"\b(?:because|due|owing|after|during|in|on|at|by|from|as|when|for|and)\b")


def is_otherwise(said: Whole, clause: Clause, text: str) -> bool:
    """Whether a clause tells of something named, or of some, that they are otherwise than all are said to be."""
    behind = clause.low > said.start
    if behind and re.match(r"neither|none", said.text, re.I) and NAMED_SOME.match(text) and says_no(said.text):
        return True
    if behind and re.match(r"neither|none|no\b", said.text, re.I) and says_no(said.text) and ONE_HAD_SOME.search(text):
        return True
    if said.so and (NAMED_NONE.match(text) or (behind and _is_without(said, text))):
        return True
    if is_one_of(said, clause) and says_no(text) == said.so and said.words & told(text):
        return said.so or (bool(said.key) and said.key <= told(text))
    found = part_of(said, text)
    if found:
        return _is_not_so(said, found, text)
    of_thing = OF_THING.match(text)
    if not of_thing or not said.thing or says_no(text):
        return False
    return said.thing <= told(of_thing["what"]) <= said.words


def _is_without(said: Whole, text: str) -> bool:
    """ "Elm could show us no log"."""
    found = NAMED_NO.match(text)
    return found is not None and says_no(text) and bool(told(found["what"]) & said.words - said.noun)


def _is_not_so(said: Whole, found: re.Match[str], text: str) -> bool:
    """Whether what a clause says of a part is not what is said of the whole."""
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    # What the sentence is about, and not what it says: "in four of the 34 tenancy files".
    parts = re.split(VERB, text[found.end() :], maxsplit=1)
    parts = [THE.split(parts[0])[0], *parts[1:]]
    told_of = parts[0] if len(parts) > 1 or said.so else ""
    about = frozenset() if NEGATIVE.search(told_of) else told(told_of)
    shared = ((said.words - said.noun - _of_name(said)) & (told(rest) - said.noun)) - about
    if said.so:
        return bool(NAMELESS.search(rest)) or (says_no(rest) and bool(shared) and _is_last(said, shared, rest))
    if PROBLEM.search(said.text) and _is_faulty(said, found, text):
        return True
    if says_no(rest):
        return False
    if said.thing:
        return _is_thing(said, told(rest)) and _is_of_same(said.text, text)
    wanted = said.words - said.noun
    return bool(wanted) and 2 * len(shared) > len(wanted) and _is_of_same(said.text, text)


def _is_thing(said: Whole, words: frozenset[str]) -> bool:
    """Whether there is what there is said to be none of; where it is said what none of them was, that too."""
    subject = re.match(r"\W*no\b", said.text, re.I)
    what = said.words - said.thing if subject and not THERE.search(said.text) else frozenset()
    return said.thing <= words and 3 * len(what & words) >= 2 * len(what) and said.key - said.thing - FOUND <= words


def _is_of_same(said: str, text: str) -> bool:
    """Whether what is done in both is done to the same: of the rope test and the swimming test it is not."""
    done = VERBED.search(said)
    key = told(done["what"]) if done else frozenset()
    return not key or not key <= told(text) or _object(said, key) <= _object(text, key)


def _object(text: str, key: frozenset[str]) -> frozenset[str]:
    """The words behind a verb as far as the next that tells why, when or where: what was done."""
    words = re.findall(r"[A-Za-z’'-]{2,}", text)
    places = [at for at, word in enumerate(words) if told(word) & key]
    behind = " ".join(words[places[0] + 1 :]) if places else ""
    return told(re.split(REASON, behind)[0])


def _of_name(said: Whole) -> frozenset[str]:
    """The words beside the noun that belong to its name: "tenancy files", "premises files"."""
    pairs = list(pairwise(re.findall(r"[a-z’'-]{3,}", said.text.lower())))
    before = {stem(word) for word, behind in pairs if stem(behind) in said.noun}
    behind = {stem(behind) for word, behind in pairs if stem(word) in said.noun and behind.endswith("s")}
    return frozenset(before | behind)


def _is_last(said: Whole, shared: frozenset[str], rest: str) -> bool:
    """Whether what is shared is what is said of them, and not only where or when."""
    if IN_TIME_WORD in shared or shared & {
        stem(CONTRARY[word]) for word in re.findall(r"[a-z]+", shortened(rest).lower()) if word in CONTRARY
    }:
        return True
    if any(NEGATIVE.fullmatch(word) and stem(word) in shared for word in re.findall(r"[a-z]+", said.text.lower())):
        return True
    words = re.findall(r"[a-z’'-]{3,}", shortened(said.text).lower())
    telling = [told(CONTRARY.get(w, w)) for w in words if not re.fullmatch(SMALL, w)]
    own = [w for w in telling if w and not w <= said.noun]
    return any(word & shared for word in own[:3])


def _is_faulty(said: Whole, found: re.Match[str], text: str) -> bool:
    """ "No exceptions. Exceptions: five of the 29 had no evidence": some at fault, or counted under that name."""
    base = re.match(rf"\s*(?P<n>{SMALL})\b", text[found.end() :])
    of_all = bool(found["of"] and base and whole(base["n"]) == said.number)
    return of_all and says_no(text)
