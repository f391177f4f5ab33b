"""A share that is taken up again is the one that was told: "58% waited ... this 58%", "the 46% recycling rate"."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from looped.checker.at_hand import is_slip
from looped.checker.context import Context
from looped.checker.counted import Mention, shares
from looped.checker.document import Paragraph
from looped.checker.finding import Finding
from looped.checker.linking import stem
from looped.checker.one_quantity import is_elsewhere
from looped.checker.one_sense import same_sense
from looped.checker.patterns import pattern_of
from looped.checker.prose import passage
from looped.checker.then_again import then_again
from looped.checker.words_for_one import words

CODE = "share-again"
MESSAGE = "A share that is taken up again is the one that was told."
GOOD = "Some 46% of paper was recycled. The letter repeats the 46% recycling rate."
BAD = "Some 46% of paper was recycled. The letter repeats the 49% recycling rate."

NOUN = r"(?:rate|figure|share|proportion|level|score|percentage|result)"
THIS = re.compile(r"\b(?:this|that) $", re.I)
THE = re.compile(r"\b(?:the|its|their|our) $", re.I)
RATE_OF = re.compile(
    rf"\b(?:this|that|the|a|its|their|our|at|such a) (?P<name>(?:[a-z-]+ ){{0,2}}?)(?:{NOUN}|median|mean|"
    rf"average) of $",
    re.I,
)
NAMED = re.compile(rf"^ (?P<name>(?:[a-z-]+ ){{0,3}}?{NOUN})\b")
SET_IN = re.compile(
    rf"\b(?P<name>(?![a-z]*(?:est|most|worst)\b)[A-Za-z][a-z-]{{3,}}), (?:at|on) $|"
    rf"\b[Tt]he (?P<figure>(?:[a-z-]+ ){{1,3}}){NOUN}, $"
)
# "The 83% adherence seen in that arm", "the 94% achieved for letters": named by what it is of.
WHAT_IT_IS = re.compile(
    r"^ (?:(?:achieved|reached|recorded|reported|found|seen) (?:for|on|in) (?P<what>[a-z-]+(?: [a-z-]+)?)|"
    r"(?P<name>[a-z-]{4,})(?= (?:(?:was|is) (?:an?|the|poor|low|high|good)|(?!should|agreed)[a-z]+ed|seen|found|told|"
    r"shown|here|in|among)\b))"
)
# "The 58% who felt safe at home were asked": all that is said of them, as far as a verb or a comma.
WHO_WERE = re.compile(r"^ (?:who|that|which|with) (?P<what>(?:[a-z’'-]+ ?){2,9})", re.I)
GOES_ON = re.compile(
    r"(?:were|was|are|is|had|has|have|did|do|would|could|beside|against|said|gave|felt|may|then|told)$", re.I
)
OF_A_PLACE = re.compile(r"\W*(?:In|At|On|By|For|Among) (?:the )?[A-Z\d]")
# Words that any clause has.
SMALL = frozenset(words("in on at of to for the a an with who that were was had did not their its be been it"))
WHERE = re.compile(
    r"^ [a-z-]+ (?:in|among|at|for|with|of) ((?:[a-z-]+ ?)+?)(?= (?:was|is|were|had|has|did)\b|[.,;:)]|$)"
)
# What was so elsewhere, or should be.
NOT_HERE = pattern_of(
    r"\b(?:required|assumed|needed|promised|hoped|agreed|set|elsewhere|other|another|earlier|20\d\d|19\d\d|budget\w*|"
    r"allowed|targets?)\b",
    re.I,
)
# What is no share told before: a change, a limit, a plan.
OTHER = pattern_of(
    r"^ of [a-z]|^ (?:[a-z-]+ )?(?:rise|fall|increase|decrease|reduction|drop|growth|improvement|gap|difference|"
    r"target|limit|standard|"
    r"threshold|benchmark|goal|ceiling|cap|discount|tolerance|rule|mark|confidence|interval|ci|sample|levy|cut|"
    r"saving|"
    r"margin|share of|more|less|higher|lower|above|below|points?)\b",
    re.I,
)
PLAN = pattern_of(
    r"\b(?:targets?|goal|standard|threshold|benchmark|national(?:ly)?|average|expected|planned|limit|allowed|"
    r"previous\w*|last|"
    r"earlier|before|next|other|than|by|from|against|below|above|at least|at most|over|under|nearly|almost|about|"
    r"around|first|second|third) (?:[a-z]+ ){0,2}$",
    re.I,
)
PLAIN = frozenset(
    map(stem, words("rate figure share proportion level score percentage result for the per cent overall same"))
)
ENDS = re.compile(r"[.;:,]|\b(?:is|was|were|are|meets|met|has|had)\b")
CUE = pattern_of(r"(?:%|per ?cent)")
WISHED = pattern_of(
    r"\b(?:wants?|wish\w*|hop(?:e|es|ed|ing)|aims?|aimed|expects?|requires?|should|must|would|could|will|might|"
    r"ask(?:s|ed) for|"
    r"calls? for|by 20\d\d)\b",
    re.I,
)
REACH = 2


def check(context: Context) -> Iterator[Finding]:
    """Each share behind "this", "the" or "a rate of", with the ones told before it."""
    for paragraph in context.paragraphs_with(CUE):
        own = shares(passage(paragraph.text))
        for at, again in enumerate(own):
            first = _first(again, own, at) if at else None
            if first:
                yield _finding(paragraph, again, first)
    yield from then_again(context, CODE)


def _first(again: Mention, own: Sequence[Mention], at: int) -> Mention | None:
    """The one share told before that a later one takes up, where a slip of the pen makes the one of the other."""
    if any(each.value == again.value for each in own if each is not again) or OTHER.match(again.tail):
        return None
    if WISHED.search(again.read.sentence(again.sentence)):
        return None
    fits = _taken_up(again)
    near = [each for each in own[:at] if again.sentence - each.sentence <= REACH]
    if fits is None or _is_derived(again, near):
        return None
    tied = [
        each for each in near if _names(fits, each) and not is_elsewhere(again, each) and not PLAN.search(each.lead)
    ]
    if fits == "" and len(tied) > 1:
        return None
    tied = [each for each in tied if fits.startswith("\0") or _is_near(again, each)]
    return tied[0] if len({each.value for each in tied}) == 1 else None


def _taken_up(again: Mention) -> str | None:
    """The words of what a share is said to be of, where it stands as one told before; "" where there are none."""
    lead, tail = again.lead, again.tail
    name = NAMED.match(tail)
    if THIS.search(lead):
        return name["name"] if name else ""
    if THE.search(lead) and name and not PLAN.search(lead[:-4]) and not NOT_HERE.search(tail):
        return name["name"] if _words(name["name"]) else None
    so = WHAT_IT_IS.match(tail)
    if so and THE.search(lead) and not PLAN.search(lead[:-4]) and not NOT_HERE.search(tail):
        return so["what"] or f"{so['name']} {_where(tail)}"
    if (
        THE.search(lead)
        and not OF_A_PLACE.match(lead)
        and (who := WHO_WERE.match(tail))
        and not PLAN.search(lead[:-4])
        and not NOT_HERE.search(tail)
    ):
        return f"\0{who['what']}"
    if found := RATE_OF.search(lead):
        words = f"{found['name']} {ENDS.split(tail)[0]}"
        this = found.group().lower().startswith(("this", "that"))
        return words if _words(words) else "" if this and not words.strip() else None
    if found := SET_IN.search(lead):
        said = str(found["name"] or found["figure"])
        return said if _words(said) else None
    return None


def _where(tail: str) -> str:
    """The words of where it is said to have been so: all of them must have been told."""
    found = WHERE.search(tail)
    return found[1] if found else ""


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[a-z]{3,}", text.lower()) if stem(word) not in PLAIN)


def _names(words: str, first: Mention) -> bool:
    """Whether all that a share is said to be of is told in the clause of the first."""
    if words.startswith("\0"):
        return _says_so_far(words[1:].split(), first)
    return all(any(same_sense(word, each) for each in first.clause) for word in _words(words))


def _says_so_far(said: Sequence[str], first: Mention) -> bool:
    """Whether the words behind "who" are those of the first clause, as far as they go on with another verb."""
    known = 0
    for at, word in enumerate(said):
        plain = word.lower()
        told = any(same_sense(plain, each) for each in first.clause)
        if plain in SMALL and at + 1 < len(said):
            if known > 1 and GOES_ON.match(plain) and not told:
                return True
            continue
        if not told:
            return known > 1 and bool(GOES_ON.match(plain))
        known += 1
    return known > 1


def _is_near(again: Mention, first: Mention) -> bool:
    digits = [sorted(str(each.value)) for each in (again, first)]
    return digits[0] == digits[1] or is_slip(again.value, first.value)


def _is_derived(again: Mention, told: Sequence[Mention]) -> bool:
    """Whether two shares told before make or leave it, or it is what one leaves of a hundred."""
    values = [each.value for each in told]
    return any(again.value in (a + b, abs(a - b)) for a, b in combinations([*values, Decimal(100)], 2))


def _finding(paragraph: Paragraph, again: Mention, first: Mention) -> Finding:
    why = f"“{again.text}”, and before it “{first.text}{first.tail[:40].rstrip()}”"
    slip = f"{CODE}/{paragraph.line}/{again.start}"
    return Finding(CODE, "wrong", paragraph.where, again.text, again.text, first.text, why, slip, "likely")
