"""All or none in one sentence, and in another some that are otherwise: counted, named or dated."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import MONTH
from looped.checker.fewer import is_fewer
from looped.checker.finding import Finding
from looped.checker.limits import keeps_within
from looped.checker.linking import stem
from looped.checker.named_one import is_the_one, is_undone, with_noun
from looped.checker.numbers import whole
from looped.checker.partly import (
    FAR,
    NAME,
    OF_THING,
    is_continued,
    is_narrower,
    is_of_others,
    is_one_of,
    is_placed,
    part_of,
)
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.prose import passage
from looped.checker.quantified import ALL_OR_NONE, SMALL, quantifiers
from looped.checker.wholes import (
    CONTRARY,
    ELSEWHERE,
    FOUND,
    IN_TIME_WORD,
    LABELLED,
    NEGATIVE,
    PLAIN,
    THERE,
    VERBED,
    Clause,
    Whole,
    clauses_of,
    says_no,
    shortened,
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
# "The north depot had two spills": one of them, and how many it had.
ONE_HAS = pattern_of(
    rf"^\W*(?:the|at the|in the) (?:[a-z’'-]+ ){{1,3}}?(?P<noun>[a-z’'-]+) (?:had|has|saw|held|reported|recorded|kept) "
    rf"(?:an?|one|{SMALL}|\d+) (?P<what>(?:[a-z’'-]+ ?){{1,4}})",
    re.I,
)
# "And found two": of what the clause before found or did not find.
FINDS = pattern_of(
    rf"\b(?:found|saw|noted|recorded|identified|counted|reported|logged|had) (?P<n>one|{SMALL})(?=\s*(?:[.;,]|$))", re.I
)
ALSO = pattern_of(r"\b(?:also|too|either|as well)\b", re.I)
LAPSED = pattern_of(r"\b(?:lapsed|expired|ran out) in (?:19|20)\d\d\b", re.I)
# "Had gone for months without one", "held only one".
NAMELESS = pattern_of(
    r"\bwithout (?:one|it|any|them|either)\b|\b(?:had|held|has|have|contained|kept) (?:none|only one|neither)\b|"
    r"\b(?:had|did|was|were|has|have|could) not(?=\s*(?:[,.;:)]|$|and\b|so\b))",
    re.I,
)
# "Three were poor", "two were not": counted without their name, in a list.
BARE = pattern_of(
    rf"(?:^|, |\band |; |\barm |\bgroup )(?P<n>one|{SMALL}) (?P<what>(?:was|were|had|has|have|is|are|"
    r"required?|did|[a-z]+ed)\b(?:(?!, | and )[^.;:\d])+)",
    re.I,
)
# "And refused four", "and dismissed three": done to so many of them.
DONE = pattern_of(
    rf"(?:^|, (?:and )?|\band )(?P<verb>[a-z’'-]+ed(?: (?:down|out|off|back|up))?) (?P<n>one|{SMALL})"
    r"(?=\s*(?:[.;,]|and\b|$))",
    re.I,
)
ASIDE = pattern_of(
    r"\W*(?:of|for|in|among) the (?:other |remaining )?[a-z0-9-]+ (?:that|which|who) (?:was|were|did|do|had|"
    r"have|has|is|are)(?: not|n[’']t)",
    re.I,
)
UNIVERSAL = pattern_of(
    r"\b(?:on|in|at|for|with|to|by) (?:each|every|all)\b|\b(?:always|throughout|fully|every time)\b", re.I
)
OF_THEM = pattern_of(
    rf"\b(?:all|each|every one|none|both|neither) of (?:{THEM})\b|^\W*(?:all|both|neither) (?:were|was|"
    r"had|did|are)\b",
    re.I,
)
ONE_OF_ITS = pattern_of(r"(?:\*[^*]+\* )?an? [a-z]", re.I)
ANTECEDENT = pattern_of(rf"\b(?:{SMALL}|\d+)\b [a-z]", re.I)
LETTERS = re.compile(r"\b[A-Z]{1,3}\b(?![’'])")
VERB = re.compile(
    r"\b(?:was|were|had|has|have|did|could|is|are|we|they|there|it|been|no|not|contained|still|held|lacked|"
    r"showed|that|who|"
    r"which|failed|went)\b",
    re.I,
)
THE = re.compile(r"(?<=[a-z]),? (?:the|an?|its|their)\b")
REASON = re.compile(r"\b(?:because|due|owing|after|during|in|on|at|by|from|as|when|for|and)\b")
WHERE = re.compile(rf"{REASON.pattern}|\b(?:where|which|that|who)\b")
# "Only one gave none": said of that one.
SO_MANY_HAD_NONE = pattern_of(
    rf"^\W*(?:of (?:the |our |these )?{SMALL} [a-z’' -]{{2,40}}, )?(?:(?:only|just) )?(?:one|"
    rf"{SMALL})(?: [a-z]+){{0,2}} "
    r"(?:[a-z]+ none|(?:had|has|have|bore|held|showed|gave) no)\b",
    re.I,
)
HAD_NOT = pattern_of(
    r"\b(?:had|were|was|did|have) [a-z]+(?: [a-z]+)?,? (?:and|but) \S+ (?:had|were|was|did|have) not\b(?! [a-z]+ed)",
    re.I,
)
ONLY_WHERE_NONE = pattern_of(r"\bthe only [a-z]+ (?:in|for|with|of|at|where) (?:which |whom )?(?:no|none)\b", re.I)
FARTHEST = 3


ENDS = (
    r"(?:were|was|had|have|are|that|which|in the sample|in question|concerned|came|cost|took|arose|related|involved|"
    r"occurred|happened|followed|totalled)\b"
)
TIME = pattern_of(
    rf"\b(?:cycle|round|audit|wave|visit|survey|quarter|phase) ?\d+\b|\b(?:19|20)\d\d\b|\b{MONTH}\b", re.I
)
OF_NONE = pattern_of(r"\W*(?:there (?:was|were) )?(?:none|no|not one|not a single)\b", re.I)
THE_SOME = pattern_of(
    rf"^\W*(?:(?:the|all|these|those)(?: of the)? (?:{SMALL})|both(?: of the)?) "
    rf"(?P<what>[a-z’'-]+(?: [a-z’'-]+){{1,5}}?) {ENDS}",
    re.I,
)
# "The gaps found on three records were", "the late returns, five in number, were".
THE_COUNTED = pattern_of(
    rf"^\W*the (?P<what>[a-z’'-]+(?: [a-z’'-]+){{0,4}}?)(?: (?:on|in|from|of|at|for|by) (?:one|{SMALL}) [a-z’'-]+|,? "
    rf"\(?(?:one|{SMALL}) in (?:number|all|total)\)?,?) {ENDS}",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each statement on all or none, against the clauses of the sentences around it."""
    every = context.document.paragraphs
    for paragraph in context.paragraphs_with(ALL_OR_NONE):
        if not quantifiers(paragraph.text):
            continue
        clauses = list(clauses_of(passage(paragraph.text)))
        further = _after(every, paragraph) if LABELLED.match(paragraph.text) else []
        for said in (with_noun(each, clauses) for each in wholes(clauses)):
            if SO_MANY_HAD_NONE.match(said.text):
                continue
            against = next((each.text for each in clauses if _denies(said, each, clauses)), None)
            against = against or next((each.text for each in further if _counts(said, each, further)), None)
            if against and not _are_of_two_times(said.text, against) and not keeps_within(said.text, against):
                yield _finding(paragraph, said, against)


def _are_of_two_times(one: str, other: str) -> bool:
    """Whether each of two clauses tells of a round or a year of its own."""
    times = [frozenset(re.sub(r"\W", "", each).lower() for each in TIME.findall(text)) for text in (one, other)]
    return all(times) and times[0].isdisjoint(times[1])


def _after(every: Sequence[Paragraph], paragraph: Paragraph) -> list[Clause]:
    """The clauses of the paragraphs behind a summary."""
    at = next(at for at, each in enumerate(every) if each is paragraph)
    found = [each for other in every[at + 1 : at + 1 + FARTHEST] for each in clauses_of(passage(other.text))]
    return [replace(each, low=each.low + 10**6) for each in found]


def _denies(said: Whole, clause: Clause, clauses: list[Clause]) -> bool:
    """Whether a clause tells of some that are otherwise."""
    text = LAPSED.sub("lapsed", clause.text)
    if HAD_NOT.search(text) or ONLY_WHERE_NONE.search(said.text):
        return False  # "10 had improved and 11 had not"; "the only group in which none was poor"
    if said.start <= clause.low < said.end or abs(clause.at - said.at) > FARTHEST:
        return False
    if said.so and is_of_others(said, clause, clauses):
        return False
    before = _before(clauses, clause)
    continued = is_continued(said, clause, before)
    some = None if said.so else THE_SOME.match(text)
    # "The two urgent jobs were done before we left": spoken of as known, whatever is told of them behind.
    if is_undone(said, text) or (some and not ELSEWHERE.search(some.group()) and _are_the_some(said, text)):
        return True
    # "None was graded V": a name of one letter or two that the clause doesn't have.
    if ELSEWHERE.search(ALSO.sub("", text) if continued else text) or _letters(said.text[1:]) - _letters(text):
        return False
    if said.so and is_narrower(said, text):
        return False
    if clause.low < said.start and ASIDE.match(text):
        return False  # "of the three that were not": of what the sentence before that one says
    if OF_THEM.search(said.text) and clause.at == said.at - 1 and ONE_OF_ITS.match(text):
        return False  # "An assessment was on file for 18 of 20. The time was known for all of these": of the 18
    if not said.so and UNIVERSAL.search(said.text):
        return False  # "neither had been checked on each day": some days may have been
    if OF_THEM.search(said.text) and clause.at != said.at and ANTECEDENT.search(_sentence_before(said, clauses)):
        return False  # "there were three in the west, and all of them": of these three
    if said.so and (is_placed(said, clause) or is_fewer(said, clause, before)):
        return True
    if is_the_one(said, clause):
        return True
    if (not said.so or OF_NONE.match(said.text)) and _are_the_some(said, text):
        return True
    if abs(clause.at - said.at) > FAR:
        return False
    if continued:
        return said.so and says_no(text) and _is_said_last(said, text)
    if not said.so and (_is_named(said, clause) or _is_found(said, clause, before)):
        return True
    if not said.so and not said.placed <= told(text):
        return False  # "in the one arm", and it is told of another
    if _counts(said, clause, clauses):
        return True
    # Over another sentence only what is said of so many of as many: "two of the ten plans had not".
    if abs(clause.at - said.at) > 1 and not (
        said.number and re.match(rf"\W*(?:{SMALL}) of the (?:{SMALL})\b", text, re.I)
    ):
        return False
    return _is_otherwise(said, clause, text)


def _sentence_before(said: Whole, clauses: list[Clause]) -> str:
    """What its sentence tells before it."""
    return " ".join(each.text for each in clauses if each.at == said.at and each.low < said.start)


def _are_the_some(said: Whole, text: str) -> bool:
    """ "No shift was covered by agency staff. The two agency shifts were at night": spoken of as known, and counted."""
    found = THE_SOME.match(text) or THE_COUNTED.match(text)
    if not found:
        return False
    what = _plainly(told(found["what"]))
    wanted = _plainly(said.words - said.noun - FOUND)
    if wanted and wanted <= what:
        return True  # "none had missing pages", and "the pages missing from three files"
    # "No gap was unexplained", and "the gaps on three charts were not explained".
    denied = wanted != said.words - said.noun - FOUND and bool(NEGATIVE.search(text))
    if denied and wanted <= _plainly(told(text)) and what & (wanted | said.noun):
        return True
    shared = told(found["what"]) & (said.words | said.noun)
    if says_no(text) != said.so:
        return False
    alike = bool(shared & said.noun) or (len(shared) > 1 and bool(shared & said.key))
    return alike and bool(shared - said.noun)


def _plainly(words: frozenset[str]) -> frozenset[str]:
    """Words without the "un" that says no to them."""
    return frozenset(word.removeprefix("un") if len(word) > len("under") else word for word in words)


def _letters(text: str) -> set[str]:
    return set(LETTERS.findall(text)) - {"A", "I"}


def _before(clauses: list[Clause], clause: Clause) -> Clause | None:
    """The clause before one."""
    at = clauses.index(clause) if clause in clauses else 0
    return clauses[at - 1] if at else None


def _is_otherwise(said: Whole, clause: Clause, text: str) -> bool:
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


def _is_said_last(said: Whole, text: str) -> bool:
    """Whether all that is said of them is denied, their name aside."""
    wanted = said.words - said.noun - FOUND - {stem("contained"), stem("carried")}
    return bool(wanted) and wanted <= told(text)


def _is_named(said: Whole, clause: Clause) -> bool:
    """Whether one that is told by name has all that neither or none is said to have."""
    if clause.low < said.start or not re.match(r"(?:neither|none|no)\b", said.text, re.I):
        return False
    wanted = said.words - said.noun
    named = re.search(rf"(?<!^)\b{NAME}|^{NAME} {NAME}", clause.text)
    one = ONE_HAS.match(clause.text)
    if one and stem(one["noun"]) in said.noun and wanted and wanted <= told(one["what"]):
        return True
    return len(wanted) > 1 and bool(named) and not says_no(clause.text) and wanted <= told(clause.text)


def _is_found(said: Whole, clause: Clause, before: Clause | None) -> bool:
    """ "Here we found no lapses; there we read 25 and found two"."""
    found = FINDS.search(clause.text)
    if not found or before is None or before.low < said.start:
        return False
    wanted = said.words - said.noun
    verb = found.group().split()[0].lower()
    return len(wanted & told(before.text)) > 1 and verb in before.text.lower() and before.text.rstrip().endswith(";")


def _counts(said: Whole, clause: Clause, clauses: list[Clause]) -> bool:
    """Whether so many are told without their name to be otherwise: "three were poor", "refused two", "four did not"."""
    next_to = said.so and 0 <= clause.low - said.end < FAR
    if next_to and any(NAMELESS.search(each["what"]) for each in BARE.finditer(clause.text)):
        return True
    if not said.key or ELSEWHERE.search(clause.text):
        return False
    wanted = said.words - said.noun
    key = said.key if said.key <= wanted else wanted
    around = " ".join(each.text for each in clauses if abs(each.at - clause.at) < FAR)
    same = bool((said.noun - said.key) & told(around)) or said.number is not None
    for each in BARE.finditer(clause.text):
        what = each["what"]
        plain = re.split(WHERE, what)[0]  # "three had gaps, where nobody had signed": they had gaps
        words = told(plain)
        fewer = said.number is None or said.number > (whole(each["n"]) or 1)
        if says_no(plain) == said.so and key <= words and (said.so or words <= key | PLAIN | FOUND | wanted):
            return same and fewer
    done = [told(each["verb"]) for each in DONE.finditer(clause.text)]
    return not said.so and any(key <= each for each in done) and abs(clause.at - said.at) < FAR


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


def _finding(paragraph: Paragraph, said: Whole, against: str) -> Finding:
    why = f"“{said.text.strip(' .;,')}”, and “{against.strip(' .;,')}”"
    slip = f"{CODE}/{paragraph.line}/{said.start}"
    stated, expected = ("all", "not all") if said.so else ("none", "some")
    return Finding(CODE, "wrong", paragraph.where, said.text.strip(" .;,"), stated, expected, why, slip, "likely")
