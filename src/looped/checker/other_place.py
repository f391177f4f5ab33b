"""Whether two statements of a document are of two places, times or groups, by what stands around them."""

import re

from looped.checker.one_quantity import MONTHS, MOVED, NAMES, NUMBERED_PLACE, PARTS, YEARS
from looped.checker.patterns import Pattern, pattern_of
from looped.checker.said_of_many import Said
from looped.checker.sheets.naming import alike, label_words
from looped.checker.tellings import SECTION, SUBJECTS

NUMBER = re.compile(r"^\W*\d+(?:\.\d+)*[.):]?\s*")
# "In summary: ", "Our conclusion is clear: ": of no place or group.
GENERAL_LABEL = pattern_of(
    r"\W*(?:(?:in |to |a |the |our |key |main |overall |summary of )*(?:summary|short|brief|sum up|sum|conclusions?|"
    r"conclude|findings?|"
    r"messages?|points?|results?|strengths?|headlines?|verdict|opinion|view)(?: (?:is|are|was) [a-z]+)?|overall|"
    r"what (?:is|was|we|are)(?: [a-z]+){1,3}|(?:areas? )?(?:of )?(?:good practice|strength)|(?:working|done) well)\W*",
    re.I,
)
# Told of what is to come: "a re-audit is planned".
COMING = pattern_of(r"\b(?:will|is planned|are planned|shall|is due|are due|recommend\w*|should)\b", re.I)
# Names of what a sentence speaks of: "Beckside was poor. In Troon".
PLACE = re.compile(
    r"^\W*(?:(?:In|At|On|For|From|Among|Within|By) (?:the )?)?([A-Z][a-z]+(?: [A-Z0-9][a-z]*)+|[A-Z]+\d*)\b"
)
IN_PLACE = re.compile(r"^\W*(?:In|At|On|For|From|Among|Within|By) (?:the )?([A-Z][a-z’']+)\b")
# "Beckside was poor."
SUBJECT = re.compile(
    r"(?!(?:It|This|That|These|Those|There|They|We|He|She|None|All|Each|Most|Some|One|Nothing|Everyone|Nobody)\b)"
    r"[A-Z][a-z’'-]+ (?:was|is|had|has|did|saw) "
)
WHICH_TIME = pattern_of(
    r"\b(?:(?:first|second|third|fourth|final|earlier|later|next|last|previous|new|original|initial|baseline) "
    r"(?:audit|round|cycle|survey|visit|wave|phase|year|half|quarter|week|day|inspection|sample|test|stage|period)|"
    r"at (?:first|baseline|the start|the end|follow-up|discharge|admission)|initially|originally|afterwards|"
    r"(?:following|since|after) (?:this|the|our) (?:audit|inspection|visit|review|survey)|"
    r"re-?(?:audit|inspection|test|visit)\w*|follow-up|baseline)\b",
    re.I,
)


def are_apart(one: Said, other: Said) -> bool:
    """Whether something makes two statements be of two places, times or groups."""
    if one.label != other.label and not all(_is_general(each.label) for each in (one, other) if each.label):
        return True
    if _are_under_apart(one, other):
        return True
    between = _between(one, other)
    first, last = one.sentence, f"{between} {other.sentence}"
    if any(_found(pattern, last) - _found(pattern, first) for pattern in (MOVED, WHICH_TIME, PARTS, NUMBERED_PLACE)):
        return True
    if any(_found(pattern, first) - _found(pattern, other.sentence) for pattern in (MOVED, WHICH_TIME, PARTS)):
        return True
    for pattern in (YEARS, MONTHS, NUMBERED_PLACE, NAMES):
        told = [set(pattern.findall(each.sentence)) for each in (one, other)]
        if told[0] != told[1] and (pattern is not NAMES or all(told)):
            return True
    return _names(between) or bool(_found(MONTHS, between) - _found(MONTHS, first))


def _is_general(label: str) -> bool:
    return bool(SECTION.fullmatch(label) or GENERAL_LABEL.fullmatch(label))


def _are_under_apart(one: Said, other: Said) -> bool:
    """Whether they stand under two headings, of two places or groups: not of the one thing that both speak of."""
    sections = (one.paragraph.section, other.paragraph.section)
    if sections[0] == sections[1]:
        return False
    plain = [NUMBER.sub("", each).lower() for each in sections]
    # "Findings", "Summary": of no place or group.
    general = [
        bool(SECTION.fullmatch(each)) and name not in SUBJECTS for each, name in zip(sections, plain, strict=True)
    ]
    words = [label_words(name) if name and not every else () for name, every in zip(plain, general, strict=True)]
    said = [label_words(one.sentence), label_words(other.sentence)]
    own = [_are_said(words[at], said[at]) for at in (0, 1)]
    others = [_are_said(words[at], said[1 - at]) for at in (0, 1)]
    # "For masts 16 of the 58", under Masts, and "for sails 23 of the 58", under Sails.
    if any(own[at] and not others[at] for at in (0, 1)):
        return True
    if any(general):
        return False
    # Under "Weighing" both may tell of those that were weighed.
    return not all(own[at] and others[at] for at in (0, 1) if sections[at])


def _are_said(words: tuple[str, ...], said: tuple[str, ...]) -> bool:
    return bool(words) and all(any(alike(word, other) for other in said) for word in words)


def _between(one: Said, other: Said) -> str:
    """The sentences that say of when and where the later of two statements speaks."""
    start = one.place + 1 if one.at == other.at else 0
    own = [other.read.sentence(at) for at in range(start, other.place)]
    return " ".join(each for each in own if not COMING.search(each))


def _names(between: str) -> bool:
    """Whether a sentence between two statements goes on to another place by its name."""
    sentences = re.split(r"(?<=[.!?]) ", between)
    return any(PLACE.match(each) or IN_PLACE.match(each) or SUBJECT.match(each) for each in sentences)


def _found(pattern: re.Pattern[str] | Pattern, text: str) -> set[str]:
    return {str(found[0]).lower() for found in pattern.finditer(text)}
