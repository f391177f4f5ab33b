"""All or none in one sentence, and in another some that are otherwise: counted, named or dated."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.linking import stem
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import MONTH, passage
from looped.checker.quantified import ALL_OR_NONE, SMALL, quantifiers
from looped.checker.rules.none_yet_some import is_of_same
from looped.checker.wholes import (
    CONTRARY,
    ELSEWHERE,
    IN_TIME,
    IN_TIME_WORD,
    LABELLED,
    MEMBERS,
    NEGATIVE,
    PLAIN,
    Clause,
    Whole,
    clauses_of,
    says_no,
    told,
    wholes,
)

CODE = "but-some"
MESSAGE = "Where all are said to be so, no sentence beside it tells of some that are not."
GOOD = "All nine pumps had been serviced. Two of the pumps were serviced in May."
BAD = "All nine pumps had been serviced. Two of the pumps had not been serviced."

PROBLEM = pattern_of(
    r"\bno (?:exceptions?|errors?|issues?|faults?|problems?|omissions?|gaps?|breach(?:es)?|weakness(?:es)?|"
    r"failures?|defects?|"
    r"discrepanc(?:y|ies)|concerns?|shortcomings?|deficienc(?:y|ies)|lapses?)\b",
    re.I,
)
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
    rf"\b(?:[Ff]or|[Ii]n|from|[Aa]t|of) (?:the )?(?:\w+ (?:in|of|for) )?(?:{MONTH}\b|{NAME}|\d|(?:first|second|third|"
    r"fourth|last|other)\b)"
)
NAMED_NONE = pattern_of(r"^(?P<who>[A-Z][^.;:]{2,70}?) (?:had|has|have|kept|held|showed) none\b")
# "Brae had two": of what neither is said to have had.
NAMED_SOME = pattern_of(
    rf"^[A-Z][^.;:,]{{1,40}}? (?:had|has|have|reported|recorded|showed|kept) (?P<n>one|{SMALL})(?=\s*(?:[.;,]|$))"
)
# "And found two": of what the clause before found or did not find.
FOUND = pattern_of(
    rf"\b(?:found|saw|noted|recorded|identified|counted|reported|logged|had) (?P<n>one|{SMALL})(?=\s*(?:[.;,]|$))", re.I
)
ONE_OF = pattern_of(
    r"(?:however,? |but )?(?:the|in the|that in the) (?:first|second|third|fourth|other|latter|former|last|one|"
    r"[a-z]+er)(?: one)?(?: of (?:them|the two|these))?(?: (?:in|on|at|by|near|from) [a-z’'-]+(?: [a-z’'-]+){0,2}?)?,? "
    r"(?:was|were|had|has|is|did|could)\b",
    re.I,
)
# "And it also lacked one": of the part told before.
IT = re.compile(r"^\W*(?:and |but )*(?:it|they|he|she)\b(?: also| too)?", re.I)
ALSO = pattern_of(r"\b(?:also|too|either|as well)\b", re.I)
# "Three were poor", "two were not": counted without their name, in a list.
BARE = pattern_of(
    rf"(?:^|, |\band |; )(?P<n>one|{SMALL}) (?P<what>(?:was|were|had|has|have|is|are|required?|needed|did)\b"
    rf"(?:(?!, | and )[^.;:\d])+)",
    re.I,
)
# "And refused four", "and dismissed three": done to so many of them.
DONE = pattern_of(
    rf"(?:^|, (?:and )?|\band )(?P<verb>[a-z’'-]+ed(?: (?:down|out|off|back|up))?) (?P<n>one|{SMALL})"
    r"(?=\s*(?:[.;,]|and\b|$))",
    re.I,
)
# That it is there, and of how many: "in place for 27".
THERE = pattern_of(
    r"\b(?:present|in place|on (?:file|record)|recorded|held|available|seen|done|carried out)(?:,[^,.;]{1,30},)? "
    r"(?:(?:in|for|on|by|at|with|only|just) )*$",
    re.I,
)
HAVE = pattern_of(r"\b(?:had|has|have|contained|held|carried|kept)\b(?P<what>[^.;,]{3,60})", re.I)
WHERE = re.compile(r"\b(?:on|at|in|for|of|by|during|from|when|with)\b")
ENTRY = frozenset(map(stem, ("entry", "record", "form", "note", "document")))
COUNTED = pattern_of(rf"\b(?P<n>{SMALL})\b(?: (?:out )?of (?:the |all |these )?(?P<m>{SMALL})\b)?", re.I)
UNIT = re.compile(r"\s*(?:working |calendar )?(?:days?|weeks?|hours?|months?|years?|minutes?|%|per ?cent)\b")
FAR = 2
FARTHEST = 3
VERB = re.compile(
    r"\b(?:was|were|had|has|have|did|could|is|are|we|they|there|it|been|no|not|contained|still|held|lacked|showed|that|who|"
    r"which|failed|went)\b",
    re.I,
)
FOUND_WORDS = frozenset(map(stem, ("found", "seen", "noted", "recorded", "reported", "identified", "made", "occurred")))


def check(context: Context) -> Iterator[Finding]:
    """Each statement on all or none, against the clauses of the sentences around it."""
    every = context.document.paragraphs
    for paragraph in context.paragraphs_with(ALL_OR_NONE):
        if not quantifiers(paragraph.text):
            continue
        clauses = list(clauses_of(passage(paragraph.text)))
        further = _after(every, paragraph) if LABELLED.match(paragraph.text) else []
        for said in wholes(clauses):
            against = next((each.text for each in clauses if _denies(said, each, clauses)), None)
            against = against or next((each.text for each in further if _counts(said, each, further)), None)
            if against:
                yield _finding(paragraph, said, against)


def _after(every: Sequence[Paragraph], paragraph: Paragraph) -> list[Clause]:
    """The clauses of the paragraphs behind a summary."""
    at = next(at for at, each in enumerate(every) if each is paragraph)
    found = [each for other in every[at + 1 : at + 1 + FARTHEST] for each in clauses_of(passage(other.text))]
    return [replace(each, low=each.low + 10**6) for each in found]


def _denies(said: Whole, clause: Clause, clauses: list[Clause]) -> bool:
    """Whether a clause tells of some that are otherwise."""
    low, text = clause.low, clause.text
    if said.start <= low < said.end or abs(clause.at - said.at) > FARTHEST:
        return False
    before = _before(clauses, clause)
    continued = _is_continued(said, clause, before)
    if ELSEWHERE.search(ALSO.sub("", text) if continued else text):
        return False
    if said.so and (_is_placed(said, clause) or _is_fewer(said, clause, before)):
        return True
    if abs(clause.at - said.at) > FAR:
        return False
    if continued:
        return said.so and says_no(text) and _is_said_last(said, text)
    if not said.so and (_is_named(said, clause) or _is_found(said, clause, before) or _counts(said, clause, clauses)):
        return True
    # Over another sentence only what is said of so many of as many: "two of the ten plans had not".
    if abs(clause.at - said.at) > 1 and not (
        said.number and re.match(rf"\W*(?:{SMALL}) of the (?:{SMALL})\b", text, re.I)
    ):
        return False
    return _is_otherwise(said, low, text)


def _is_otherwise(said: Whole, low: int, text: str) -> bool:
    behind = low > said.start
    if behind and re.match(r"neither|none", said.text, re.I) and NAMED_SOME.match(text) and says_no(said.text):
        return True
    if said.so and NAMED_NONE.match(text):
        return True
    # "Both were locked; the second had been left unlocked".
    if said.so and low > said.start and ONE_OF.match(text) and says_no(text) and said.words & told(text):
        return True
    found = next((each for each in SOME.finditer(text) if _is_part(said, each, text)), None)
    return found is not None and _is_not_so(said, found, text)


def _is_not_so(said: Whole, found: re.Match[str], text: str) -> bool:
    """Whether what a clause says of a part is not what is said of the whole."""
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    words = told(rest) - said.noun
    # What the sentence is about, and not what it says: "in four of the 34 tenancy files".
    told_of = re.split(VERB, text[found.end() :], maxsplit=1)[0]
    about = frozenset() if NEGATIVE.search(told_of) else told(told_of)
    shared = ((said.words - said.noun - _of_name(said)) & words) - about
    if said.so:
        return says_no(rest) and bool(shared) and _is_last(said, shared)
    if PROBLEM.search(said.text) and _is_faulty(said, found, text):
        return True
    if said.thing:
        placed = {each for found in PLACED.finditer(said.text) if not (each := found.group().split()[-1])[0].isdigit()}
        return not says_no(rest) and _of_thing(said) <= told(rest) and all(each in text for each in placed)
    wanted = said.words - said.noun
    return not says_no(rest) and bool(wanted) and 2 * len(shared) > len(wanted) and is_of_same(said.text, text)


def _of_thing(said: Whole) -> frozenset[str]:
    """What there is none of; where it is said what none of them was, that too."""
    subject = re.match(r"\W*no\b", said.text, re.I)
    what = said.words - said.thing
    return said.thing | what if subject and not what & FOUND_WORDS else said.thing


def _before(clauses: list[Clause], clause: Clause) -> Clause | None:
    """The clause before one."""
    at = clauses.index(clause) if clause in clauses else 0
    return clauses[at - 1] if at else None


def _is_continued(said: Whole, clause: Clause, before: Clause | None) -> bool:
    """ "One of the two had no lamp, and it also lacked a horn": of a part told in the clause before."""
    if not IT.match(clause.text) or before is None or said.start <= before.low < said.end:
        return False
    return any(_is_part(said, each, before.text) for each in SOME.finditer(before.text))


def _is_said_last(said: Whole, text: str) -> bool:
    """Whether all that is said of them is denied, their name aside."""
    wanted = said.words - said.noun - {stem("contained"), stem("carried"), stem("held")}
    return bool(wanted) and wanted <= told(text)


def _is_fewer(said: Whole, clause: Clause, before: Clause | None) -> bool:
    """Whether it is told of fewer than all that they are so: in time, present, in place."""
    text = clause.text
    if says_no(text) or re.search(r"\bbut\b", text) or abs(clause.at - said.at) > FAR:
        return False
    timed = IN_TIME_WORD in said.words and IN_TIME.search(text)
    having = HAVE.search(said.text)
    thing = told(WHERE.split(having["what"])[0]) if having else frozenset()
    counts = [each for each in COUNTED.finditer(text) if not UNIT.match(text, each.end())]
    bases = {whole(each["m"]) for each in counts if each["m"]} | {_whole_of(text)}
    for found in counts:
        count = whole(found["n"]) or 0
        base = whole(found["m"] or "") or said.number or max(filter(None, bases), default=0)
        if not 0 < count < base or said.number not in (None, base) or (bases - {None, base}):
            continue
        if timed and not re.search(r"\ball (?:of )?(?:the )?$", text[: found.start()]):
            return True
        if thing and THERE.search(text[: found.start()]) and told(text) & (ENTRY | thing):
            return True
    return False


def _whole_of(text: str) -> int | None:
    """ "We tested all twelve and found nine": of how many."""
    found = re.search(rf"\ball (?:of )?(?:the )?(?P<n>{SMALL})\b", text, re.I)
    return whole(found["n"]) if found else None


def _is_named(said: Whole, clause: Clause) -> bool:
    """Whether one that is told by name has all that neither or none is said to have."""
    if clause.low < said.start or not re.match(r"(?:neither|none|no)\b", said.text, re.I):
        return False
    wanted = said.words - said.noun
    named = re.search(rf"(?<!^)\b{NAME}|^{NAME} {NAME}", clause.text)
    return len(wanted) > 1 and bool(named) and not says_no(clause.text) and wanted <= told(clause.text)


def _is_found(said: Whole, clause: Clause, before: Clause | None) -> bool:
    """ "Here we found no lapses; there we read 25 and found two"."""
    found = FOUND.search(clause.text)
    if not found or before is None or before.low < said.start or re.match(r"\bno\b", said.text) or said.number == 1:
        return False
    wanted = said.words - said.noun
    verb = found.group().split()[0].lower()
    return len(wanted & told(before.text)) > 1 and verb in before.text.lower() and before.text.rstrip().endswith(";")


def _counts(said: Whole, clause: Clause, clauses: list[Clause]) -> bool:
    """Whether so many are told to be what none is said to be, without their name: "three were poor", "refused two"."""
    if said.so or not said.key or ELSEWHERE.search(clause.text):
        return False
    around = " ".join(each.text for each in clauses if abs(each.at - clause.at) < 2)
    same = bool((said.noun - said.key) & told(around)) or said.number is not None
    bare = [told(each["what"]) for each in BARE.finditer(clause.text) if not says_no(each["what"])]
    done = [told(each["verb"]) for each in DONE.finditer(clause.text)]
    wanted = said.words - said.noun
    key = said.key if said.key <= wanted else wanted
    if any(key <= each and each <= key | PLAIN | FOUND_WORDS for each in bare):
        return same
    return any(key <= each for each in done) and abs(clause.at - said.at) < FAR


def _of_name(said: Whole) -> frozenset[str]:
    """The words beside the noun that belong to its name: "tenancy files", "premises files"."""
    pairs = list(pairwise(re.findall(r"[a-z’'-]{3,}", said.text.lower())))
    before = {stem(word) for word, behind in pairs if stem(behind) in said.noun}
    behind = {stem(behind) for word, behind in pairs if stem(word) in said.noun and behind.endswith("s")}
    return frozenset(before | behind)


def _is_part(said: Whole, found: re.Match[str], text: str) -> bool:
    """Whether a count is of the same things: "two of the doors", "two doors", "one of them", "four of the 20"."""
    if found["several"]:
        count = 2
    else:
        word = found["count"].lower()
        count = 1 if word in ("a", "an", "one") else whole(word) or 0
    if count < 1 or (said.number is not None and count >= said.number):
        return False
    behind = text[found.end() :]
    if found["of"]:
        base = re.match(rf"\s*(?P<n>{SMALL})\b", behind)
        same = not base or whole(base["n"]) == said.number
        noun = re.match(r"\s*(?:\w+ )?(?P<noun>[a-z’'-]{3,}s)\b", behind[base.end() if base else 0 :])
        return same and (noun is None or not said.noun or stem(noun["noun"]) in said.noun | said.words)
    if re.match(r"\s*(?:that|which|who|whose)\b", behind) and re.match(r"the\b", found.group(), re.I):
        return True  # "the three that were late"
    if said.number == 2 and word == "one" and re.search(r"\bthe (?:\w+ )?$", text[: found.start()]):
        return True  # "the south one"
    noun = re.match(rf"\s*{MEMBERS}?(?P<noun>[a-z’'-]+)", behind)
    # "The three receipts that were missing": of what is said of them to be there.
    told_of = re.match(r"the\b", found.group(), re.I) and re.match(r"\s*[a-z’'-]+ (?:that|which|who)\b", behind)
    if noun and told_of and stem(noun["noun"]) in said.words:
        return True
    if not noun or not said.noun:
        return False
    own = re.sub(r"[’']s$", "", noun["noun"])
    names = said.noun | said.words if said.thing else said.noun
    return stem(own) in names or stem(own + "s") in names


def _is_last(said: Whole, shared: frozenset[str]) -> bool:
    """Whether what is shared is what is said of them, and not only where or when."""
    if any(NEGATIVE.fullmatch(word) and stem(word) in shared for word in re.findall(r"[a-z]+", said.text.lower())):
        return True
    telling = [stem(CONTRARY.get(w, w)) for w in re.findall(r"[a-z’'-]{3,}", said.text.lower())]
    own = [w for w in telling if w not in PLAIN and w not in said.noun]
    return any(word in shared for word in own[:3])


def _is_placed(said: Whole, clause: Clause) -> bool:
    """ "Minutes of all meetings were kept. No minutes were found for the meetings of May and July"."""
    text = clause.text
    if clause.low < said.start or not says_no(text) or not PLACED.search(text):
        return False
    about = re.match(
        rf"\s*(?:(?:(?:at|in|for|on) (?:the )?{NAME}(?: {NAME})?,? )?no (?P<thing>[a-z’'-]+)|"
        r"(?:those|that|the (?P<noun>[a-z’'-]+)) (?:for|in|of|from|at))\b",
        text,
        re.I,
    )
    if not about:
        return False
    thing = stem(about["thing"] or about["noun"] or "")
    shared = told(text) & said.words - said.noun
    near = abs(clause.at - said.at) < FAR or (said.number == 2 and about["thing"]) or len(shared) > 1
    return bool(near) and (not thing or thing in said.words or _singular(thing, said)) and bool(shared)


def _singular(thing: str, said: Whole) -> bool:
    return any(word.startswith(thing[:6]) for word in said.words)


def _is_faulty(said: Whole, found: re.Match[str], text: str) -> bool:
    """ "No exceptions. Exceptions: five of the 29 had no evidence": some at fault, or counted under that name."""
    base = re.match(rf"\s*(?P<n>{SMALL})\b", text[found.end() :])
    of_all = bool(found["of"] and base and whole(base["n"]) == said.number)
    return of_all and says_no(text)


def _finding(paragraph: Paragraph, said: Whole, against: str) -> Finding:
    why = f"“{said.text.strip(' .;,')}”, and “{against.strip(' .;,')}”"
    slip = f"{CODE}/{paragraph.line}/{said.start}"
    stated, expected = ("all", "not all") if said.so else ("none", "some")
    return Finding(CODE, "wrong", paragraph.where, said.text.strip(" .;,"), stated, expected, why, slip, "likely")
