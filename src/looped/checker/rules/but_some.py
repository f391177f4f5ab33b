"""All or none in one sentence, and in another some that are otherwise: counted, named or dated."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.earlier import MONTH
from looped.checker.excepted import is_excepted
from looped.checker.fewer import is_fewer
from looped.checker.finding import Finding
from looped.checker.happening import NONE_DID, happened
from looped.checker.item_names import stems_of
from looped.checker.known_some import are_who, bare, did_not, is_less
from looped.checker.limits import keeps_within
from looped.checker.linking import stem
from looped.checker.named_one import is_the_one, is_undone, with_noun
from looped.checker.not_so import NAMELESS, REASON, is_otherwise
from looped.checker.numbers import whole
from looped.checker.partly import (
    FAR,
    NAME,
    is_continued,
    is_narrower,
    is_of_others,
    is_placed,
)
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.prose import passage
from looped.checker.quantified import ALL_OR_NONE, SMALL, quantifiers
from looped.checker.told_list import named_in, told_lists
from looped.checker.wholes import (
    ELSEWHERE,
    FOUND,
    LABELLED,
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
# "All but / one of the crews": a clause seems to end there.
ALL_BUT = pattern_of(r"\b(?:all|every[a-z]*|each|none) but\W*$", re.I)
ANTECEDENT = pattern_of(rf"\b(?:{SMALL}|\d+)\b [a-z]", re.I)
LETTERS = re.compile(r"\b[A-Z]{1,3}\b(?![’'])")
WHERE = re.compile(rf"{REASON.pattern}|\b(?:where|which|that|who)\b")
# "Only one gave none": said of that one.
SO_MANY_HAD_NONE = pattern_of(
    rf"^\W*(?:of (?:the |our |these )?{SMALL} [a-z’' -]{{2,40}}, )?(?:(?:only|just) )?(?:one|"
    rf"{SMALL})(?: [a-z]+){{0,2}} "
    r"(?:[a-z]+ none|(?:had|has|have|bore|held|showed|gave) no)\b",
    re.I,
)
EITHER = pattern_of(r"\b(?:or|either)\b", re.I)
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


# "Rust (7), rot (14) and no access (13)": what one of several is called.
NAMED_NONE = pattern_of(r"\)(?:,|;|,? and|;? and) no [a-z -]{3,40} \(\d", re.I)
ALSO_NONE = pattern_of(r"\W*(?:[^.;:()\d]{2,40}, )?(?:0|zero|none|nil|no one) (?:out )?of\b", re.I)
# "Ash, 0 faults in 20", "July 0", "none in May".
NOUGHT = pattern_of(
    r"(?:^|[;:,(.] )(?P<name>[A-Za-z][A-Za-z’' -]{2,40}?),? (?:had |has )?0(?![\d.,]*\d| of\b)|"
    r"[;:(,] (?:none|0|nil|zero) (?:in|at|on|for) (?:the )?(?P<behind>(?-i:[A-Z])[a-z]+)(?=[,;.)]| and)",
    re.I,
)
HAD_BOTH = pattern_of(
    r"\b(?:had|was|were|did|has|is|are|in|lacked|showed|with|for|on) both(?: of (?:them|these))?(?= ?[.;,)]|$)", re.I
)
# "Five leaks were seen, all on the north pier": where they were.
ALL_PLACED = pattern_of(rf"\b(?:{SMALL}|\d+) [^.;:,()]{{3,60}}, all (?:of them )?(?:in|on|at|from|among|by) ", re.I)
# "Each was given one score": the scores are told next.
ONE_EACH = pattern_of(
    r"\b(?:each|every|all)\b[^.;:]{0,50}\b(?:given|received|got|had|gave|took|awarded|assigned) (?:only |"
    r"just )?(?:one|a single|an?) "
    r"(?:[a-z]+ ){0,2}(?:score|grade|mark|rating|judgement|answer|reason|result|outcome|category|code)\b|"
    r"\b(?:each|every|all)\b[^.;:]{0,50}\b(?:was|were) (?:graded|rated|scored|classed|classified|judged|marked|coded)"
    r"\s*(?::|$)",
    re.I,
)
# "None in the oil group", "five in the wax group": each of its own.
IN_GROUP = pattern_of(
    r"\b(?:in|on|at|for|among|with) (?:the )?((?!this\b|that\b|each\b|same\b|either\b|any\b)[a-z’'-]+) "
    r"(?:groups?|arms?|cohort|wing|ward|unit|team|treatment)\b",
    re.I,
)
# "The share has gone up in each month": which way it went, and no more.
WENT_EACH = pattern_of(
    r"\b(?:gone|went|going|rose|risen|fell|fallen|grew|grown|increased|decreased|improved|worsened|declined|climbed|"
    r"dropped)\b"
    r"[^.;:,]{0,30}\b(?:in|at|with|on|from) (?:each|every|all)\b",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each statement on all or none, against the clauses of the sentences around it."""
    every = context.document.paragraphs
    for paragraph in context.paragraphs_with(ALL_OR_NONE):
        if not quantifiers(paragraph.text):
            continue
        clauses = list(clauses_of(passage(paragraph.text)))
        listed = told_lists(passage(paragraph.text))
        further = _after(every, paragraph) if LABELLED.match(paragraph.text) else []
        for said in (with_noun(each, clauses) for each in wholes(clauses)):
            if SO_MANY_HAD_NONE.match(said.text) or WENT_EACH.search(said.text) or ONE_EACH.search(said.text):
                continue
            if NAMED_NONE.search(said.text) or ALL_BUT.search(said.text):
                continue
            is_none = not said.so or OF_NONE.match(said.text)
            if is_none and HAD_BOTH.search(said.text):
                continue  # "ten leaked and twelve were rotten; no boat was both": each of the one or the other
            if is_none and any(len(each) > 2 and named_in(each, said.text) for each in listed):
                continue  # none of one name of a list: the list tells
            against = next((each.text for each in clauses if _denies(said, each, clauses)), None)
            against = against or next((each.text for each in further if _counts(said, each, further)), None)
            if against and ALSO_NONE.match(against):
                continue  # "none lacked one", and "0 of the 23 lacked one"
            if not against or _are_of_two_times(said.text, against) or keeps_within(said.text, against):
                continue
            if said.so and _is_of_less(said.text, against):
                continue
            if not _is_of_nought(paragraph.text, said.text, against) and not ALL_PLACED.search(against):
                yield _finding(paragraph, said, against)
    for paragraph in context.paragraphs_with(NONE_DID):
        for start, none, some in happened(passage(paragraph.text)):
            why = f"“{none.strip(' .')}”, and “{some.strip(' .')}”"
            slip = f"{CODE}/{paragraph.line}/{start}"
            yield Finding(CODE, "wrong", paragraph.where, none.strip(" ."), "none", "some", why, slip, "likely")


def _is_of_less(said: str, against: str) -> bool:
    """ "All had a bell or a horn", and some no bell; "all were insured", and some not for racing."""
    if EITHER.search(said) and not EITHER.search(against):
        return True
    last = re.findall(r"[a-z’'-]+", said.lower())[-1:]
    found = re.search(rf"\b{re.escape(last[0])} for (?P<what>[a-z].*)", against) if last else None
    return found is not None and not stems_of(found["what"]) <= stems_of(said)


def _are_of_two_times(one: str, other: str) -> bool:
    """Whether each of two clauses tells of a round, a year or a group of its own."""
    for pattern in (TIME, IN_GROUP):
        told = [frozenset(re.sub(r"\W", "", each).lower() for each in pattern.findall(text)) for text in (one, other)]
        if all(told) and told[0].isdisjoint(told[1]):
            return True
    return False


def _is_of_nought(text: str, said: str, against: str) -> bool:
    """Whether none is told of the one that a list has none for: "none in May, 4 in June. No fires were seen in May"."""
    for found in NOUGHT.finditer(text):
        name = stems_of(found["name"] or found["behind"])
        others = (each.replace(found.group().lstrip(" ;:,(."), " ") for each in (said, against))
        if name and any(name <= stems_of(each) for each in others):
            return True
    return False


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
    if not said.so and is_less(said, text):
        return False
    if said.start <= clause.low < said.end or abs(clause.at - said.at) > FARTHEST:
        return False
    if is_excepted(said, clause):
        return True
    if said.so and is_of_others(said, clause, clauses):
        return False
    before = _before(clauses, clause)
    continued = is_continued(said, clause, before)
    some = None if said.so else THE_SOME.match(text)
    # "The two urgent jobs were done before we left": spoken of as known, whatever is told of them behind.
    if is_undone(said, text) or (some and not ELSEWHERE.search(some.group()) and _are_the_some(said, text)):
        return True
    if _is_of_another(said, clause, clauses, ALSO.sub("", text) if continued else text, text):
        return False
    if said.so and (is_placed(said, clause) or is_fewer(said, clause, before)):
        return True
    if is_the_one(said, clause):
        return True
    if (not said.so or OF_NONE.match(said.text)) and _are_the_some(said, text):
        return True
    if abs(clause.at - said.at) > FAR:
        return False
    if did_not(said, text):
        return True
    if continued:
        return said.so and says_no(text) and _is_said_last(said, text)
    return _denies_by_name(said, clause, clauses, text)


def _is_of_another(said: Whole, clause: Clause, clauses: list[Clause], own: str, text: str) -> bool:
    """Whether a clause is of another place, time or group than what is said of all. own: what it says itself."""
    # "None was graded V": a name of one letter or two that the clause doesn't have.
    if ELSEWHERE.search(own) or _letters(said.text[1:]) - _letters(text):
        return True
    if said.so and is_narrower(said, text):
        return True
    if clause.low < said.start and ASIDE.match(text):
        return True  # "of the three that were not": of what the sentence before that one says
    if OF_THEM.search(said.text) and clause.at == said.at - 1 and ONE_OF_ITS.match(text):
        return True  # "An assessment was on file for 18 of 20. The time was known for all of these": of the 18
    if not said.so and UNIVERSAL.search(said.text):
        return True  # "neither had been checked on each day": some days may have been
    # "There were three in the west, and all of them": of these three.
    of_them = OF_THEM.search(said.text) and clause.at != said.at
    return bool(of_them and ANTECEDENT.search(_sentence_before(said, clauses)))


def _denies_by_name(said: Whole, clause: Clause, clauses: list[Clause], text: str) -> bool:
    """Whether a clause tells of one that is named, or of so many, that they are otherwise."""
    if not said.so and (_is_named(said, clause) or _is_found(said, clause, _before(clauses, clause))):
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
    return is_otherwise(said, clause, text)


def _sentence_before(said: Whole, clauses: list[Clause]) -> str:
    """What its sentence tells before it."""
    return " ".join(each.text for each in clauses if each.at == said.at and each.low < said.start)


def _are_the_some(said: Whole, text: str) -> bool:
    """ "No shift was covered by agency staff. The two agency shifts were at night": spoken of as known, and counted."""
    text = bare(text)
    wanted = said.words - said.noun - FOUND
    if (who := are_who(said, text)) is not None:
        return who
    found = THE_SOME.match(text) or THE_COUNTED.match(text)
    if not found:
        return False
    what = _plainly(told(found["what"]))
    wanted = _plainly(wanted)
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


def _finding(paragraph: Paragraph, said: Whole, against: str) -> Finding:
    why = f"“{said.text.strip(' .;,')}”, and “{against.strip(' .;,')}”"
    slip = f"{CODE}/{paragraph.line}/{said.start}"
    stated, expected = ("all", "not all") if said.so else ("none", "some")
    return Finding(CODE, "wrong", paragraph.where, said.text.strip(" .;,"), stated, expected, why, slip, "likely")
