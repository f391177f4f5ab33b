"""Words for one thing: the names that a thing may be called by again, and the words that say again what was done.

`words_for_one.py` lists them. A general name takes up any of its kind, and never the reverse:
"34 nurses ... the 34 staff", but "34 staff ... the 12 nurses" may be fewer.
"""

import re
from functools import lru_cache

from looped.checker.linking import stem
from looped.checker.words_for_one import DONE_AGAIN, NAMES_OF_ONE, words

# Any persons may be called so, and anything at all.
PERSONS = words("people persons individuals participants respondents adults members humans souls men subjects those")
ANYTHING = words(
    "sample samples group cohort total items cases entries ones units set lot number list pool batch population "
    "panel series units things instances examples occasions times places sites records"
)
# Of these there may be more than of any one kind of them.
GENERAL = words(
    "staff employees team workers people members patients women men children families cases sites services "
    "centres items animals premises settings locations providers organisations groups bodies teams records files "
    "units places parks buildings settings incidents events occurrences works pictures meals checks tests samples "
    "samples visits entries sums payments transactions things points issues matters measures documents "
    "participants doors appliances devices machines areas properties birds crimes offences calls responses "
    "accidents defects faults problems gaps classes"
)
PERSON_ENDS = ("ers", "ors", "ants", "ents", "ees", "ists", "men", "women", "ians")
NO_PERSONS = words(
    "papers letters orders numbers computers vehicles trailers containers folders covers parameters boilers "
    "tenders registers centres payments documents agreements statements assessments appointments incidents "
    "accidents events departments apartments treatments requirements implants grants plants trees fees committees "
    "adjustments offers amendments contents parents doors floors errors factors sectors monitors detectors motors "
    "corridors transfers elements instruments complaints appliances answers newsletters meters printers posters "
    "stickers lasers matters chargers cases settlements placements shipments consignments patents warrants "
    "percents components segments fragments experiments arguments comments departments investments instalments "
    "repayments movements"
)
PEOPLE = words(
    "patients residents tenants pupils students children infants babies staff nurses carers clients customers "
    "women parents mothers fathers relatives families volunteers members boys girls adults users callers friends "
    "mums dads doctors consultants clerks cooks guards governors councillors trustees directors heads "
    "headteachers chairs guests couples newborns neonates apprentices scholars athletes police soldiers crew "
    "employees colleagues teenagers youths widows twins surgeons midwives relatives"
)


@lru_cache(maxsize=16384)
def _plain(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")


def _lines(text: str) -> list[list[str]]:
    return [words for line in text.splitlines() for each in line.split("|") if (words := each.split())]


def _by_word(lines: list[list[str]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for at, line in enumerate(lines):
        for word in line:
            found.setdefault(word, set()).add(at)
    return {word: frozenset(places) for word, places in found.items()}


LONG = 6
DOING = re.compile(r"(?P<what>[a-z]{4,}?)(?:at)?(?:ions?|ed|es?|ing|s)")
FAMILIES = _lines(NAMES_OF_ONE)
FIRST = {line[0]: frozenset(line) for line in FAMILIES}
OF_SENSE = _by_word(_lines(DONE_AGAIN))


@lru_cache(maxsize=16384)
def is_person(word: str) -> bool:
    """Whether a noun in the plural names people.

    >>> is_person("carers"), is_person("patients"), is_person("papers")
    (True, True, False)
    """
    word = _plain(word)
    if word in PEOPLE or word in PERSONS:
        return True
    return word.endswith(PERSON_ENDS) and word not in NO_PERSONS


@lru_cache(maxsize=16384)
def may_take_up(again: str, first: str) -> bool:
    """Whether one name may be of what another was told of.

    >>> may_take_up("staff", "nurses"), may_take_up("people", "carers"), may_take_up("carers", "people")
    (True, True, False)
    """
    again, first = _plain(again), _plain(first)
    if stem(again) == stem(first) or again in ANYTHING:
        return True
    if again in PERSONS and is_person(first):
        return True
    return again in FIRST.get(first, ()) or (first not in GENERAL and first in FIRST.get(again, ()))


@lru_cache(maxsize=16384)
def _doing(word: str) -> str:
    """What is done, by a verb or by the noun of it: "moderation" and "moderated", "surveys" and "survey"."""
    found = DOING.fullmatch(word)
    return found["what"] if found else word


@lru_cache(maxsize=16384)
def same_sense(one: str, other: str) -> bool:
    """Whether two words say the same of a thing: of one stem, or of one line.

    >>> same_sense("vacant", "empty"), same_sense("drawn", "sampled"), same_sense("vacant", "sampled")
    (True, True, False)
    """
    one, other = _plain(one), _plain(other)
    if stem(one) == stem(other) or (len(one) >= LONG and _doing(one) == _doing(other)):
        return True
    return not OF_SENSE.get(one, frozenset()).isdisjoint(OF_SENSE.get(other, frozenset()))
