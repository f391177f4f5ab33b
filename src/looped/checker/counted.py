"""What a figure counts: its name with its head, the words that narrow it, and where it is told.

A mention is a whole number over one with the noun behind it. `one_quantity.py` asks of two whether they count one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from looped.checker.entries import A_TIME, MEASURE, VALUE, scaled
from looped.checker.linking import STOP, stem
from looped.checker.patterns import pattern_of
from looped.checker.prose import NUMBER, Passage, worded
from looped.checker.words_for_one import words

WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
TOKEN = re.compile(r"[A-Za-z][A-Za-z’'-]*|\d+")
ADVERB = re.compile(
    r"^ (?:(?:still|now|then|also|only|already|ever|later|currently|actually)(?= )|(?P<no>not)(?: yet)?(?= ))"
)
NEXT = re.compile(r"[ -](?P<word>[A-Za-z][A-Za-z’'-]*)")
# Where the name of a thing ends.
NAME_ENDS = words(
    "who whom whose that which were was are is had has have been in on at of for to with from and or by but as we "
    "they about it could would should will did do does gave said made took cost showed came went held met than "
    "because since until when where after before during between without within under over not no a an the its "
    "their this these those out so now then there also only per each every all both if while ran runs lacked lack "
    "came come stood"
)
PLURALS = words("people children women men staff criteria data sheep cattle police mice feet teeth dwellings")
NO_PLURAL = re.compile(r"(?:ss|us|is|[’']s)$")
DONE = re.compile(
    r"(?:[a-z]+-)*(?:[a-z]{2,}ed|read|seen|drawn|sent|made|held|given|taken|found|paid|bought|sold|met|chosen|asked|left|kept|"
    r"lost|written|heard|told|built|lent|spent|done|born|shown|spoken|known|grown|driven|broken|withdrawn|begun|"
    r"overdue|"
    r"present|absent|alive|available|eligible|due|open|outstanding|ready|aged|older|younger|awaiting)$"
)
# "The gaps in the 43 files read suggest haste": what is read in them, and not what they read.
TELLS = (
    r"suggest(?:s|ed)?|shows?|means?|meant|makes?|points? to|pointed to|impl(?:y|ies|ied)|indicate[sd]?|"
    r"confirm(?:s|ed)?|prove[sd]?|remain(?:s|ed)?|include[sd]?|tells?|raise[sd]?|reflect(?:s|ed)?|gives?|"
    r"seem(?:s|ed)?|appear(?:s|ed)?|leaves?"
)
# What a participle may be followed by; anything else is its object, and it is a verb.
AFTER_DONE = re.compile(
    r"\s*(?:$|[.;:,()–—]|(?:in|on|at|by|from|with|to|for|of|as|under|over|during|since|per|out|through|within|"
    r"without|"
    r"into|up|off|back|before|after|against|about|twice|once|again|here|there|late|early|earlier|so far|so|and|"
    r"or|but|"
    r"was|were|is|are|had|has|have|did|do|could|would|should|will|can|may|might|we|they|it|who|that|which|today|now|"
    r"last|this|not|also|only|[a-z]+ly|came|went|took|cost|gave|said|felt|knew|fell|rose|stood|lay|ran|got|met|made|"
    rf"showed|failed|lacked|needed|lived|wanted|thought|took|passed|{TELLS})\b)"
)
POSTPOSED = re.compile(r"(?:[a-z]+ing|present|absent|alive|available|eligible|due|open|ready|older|younger)$")
PRONOUNS = words("we it they she he you i")
PLACED = words("in on at from with without of under over within outside near aged to for who that which whose where")
RESTS_AT = pattern_of(
    rf"[.;:,()–—](?=\s|$|\w)|\b(?:{TELLS})\b|"
    r"\b(?:and|or|but|while|were|was|are|is|had|has|have|did|do|does|could|would|should|will|"
    r"may|might|can|felt|said|knew|told us|thought|showed|gave|came|went|took|cost|fell|rose|stood|lay|ran|got|"
    r"failed|lacked|needed|"
    r"wanted|passed|by|before|after|since|as|because|so|until|if|than|for each|for every|per(?!-))\b"
)
# Words that narrow nothing: whatever has been told has them.
VOID = frozenset(
    map(
        stem,
        words(
            "there here we our us they them it all question full turn whole year period month quarter study sample "
            "survey review audit analysis set report time issue concerned involved named told above mentioned listed "
            "included describe such whose who that which where had has have been being did do in on at from with of "
            "to for within under over can could would any each number overall combined main original same said entire "
            "relevant these those their made done carried its the a an so only just also now then already first "
            "place see care point matter respect"
        ),
    )
)
DEFINITE = re.compile(
    r"\b(?:the|these|those|its|their|our|his|her|whose|all|both)(?: (?:full|whole|same|said|entire|"
    r"very|original|"
    r"combined|total))? $",
    re.I,
)
# "In the sample of 66", "the total of 40".
OF_SET = re.compile(
    r"\b(?:(?:the|this|that|our|its|their|whole|entire) (?P<name>(?:[a-z]+(?:-[a-z]+)* ){0,3}?)(?:sample|group|cohort|"
    r"total|set|panel|team|pool|batch|list|series|population) of |"
    r"(?:the|this|that|our|its|their) (?:whole|full|entire|total|complete|combined|"
    r"overall) (?P<name2>(?:[a-z]+ ){0,2}?)"
    r"(?:sample|group|cohort|set|population|series) \((?:n ?= ?)?)$",
    re.I,
)
# "Nine of the 43": the 43.
# Between two figures: where what is said of the one ends.
VERB_LATER = re.compile(r"\b(?:who|whom|that|which|whose|where)(?: (?:it|they|we))?\s*$")
RELATIVE = re.compile(r"\b(?:who|whom|that|which|whose|where)\b")
JOINS = re.compile(r"[;:(]|, (?=and|but|while|of|with|the)|\b(?:and|but|while|whereas)\b")
COUNTED_OF = re.compile(
    r"[^.;:,]{0,60}?(?:,(?: or| that is| which is)? [\d.]+ ?(?:%|per ?cent))?[ )](?:out )?(?:of|in|from|"
    r"among) (?:all |a )?(?:of )?(?:(?:the|these|those|its|their|our|"
    r"his|her|this|that) )?(?:(?:full|whole|same|said|entire|very|original|"
    r"combined|total) )?$",
    re.I,
)
OTHERS = re.compile(
    r"(?:\bother|another|remaining|further|last|first|next|past|previous|earlier|following|additional|extra|new|top|"
    r"bottom|final|latest|least|most|than|more|fewer|additional|about|around|nearly|almost|some|over|under|roughly|"
    r"approximately|\d to|between|by|half|only) $",
    re.I,
)
HEDGED = re.compile(
    r"\b(?:about|around|nearly|almost|some|over|under|roughly|approximately|more than|fewer than|less than|at least|"
    r"at most|up to|or so|just over|just under|estimated|target of|maximum of|minimum of|another|a further|further|"
    r"every|each|per|first|last|next|past|previous|\d to|between|by|than|other) $",
    re.I,
)
# "Was filled in by 43 walkers": who did it, and not how far something rose.
DONE_BY = pattern_of(
    r"\b(?:was|were|been|is|are|being) (?:[a-z]+ly )?(?!(?:increas|reduc|rais|cut|lower|exceed|extend|short|delay|"
    r"widen|"
    r"narrow|expand|chang|miss|boost|improv|outnumber|up|down)[a-z]*\b)[a-z]+(?: (?:in|out|off|up))? by $",
    re.I,
)
OF_THE = re.compile(r"\s(?:out )?of (?:the |these |those |our |its |their |all )*", re.I)
ALL = re.compile(r"\b(?:all|each of the|every one of the) $", re.I)
# When something was so narrows nothing of what is taken up: "the 44 advisers in the winter quarter"; nor does what
# is told of each: "all 20 points with an owner for each".
TIMED = pattern_of(
    r"\b(?:in|during|over|for|within|by|at) (?:the |this |our |that )?(?:[a-z]+ )?(?:years?|quarters?|months?|weeks?|"
    r"terms?|seasons?|period|time|day|end)\b.*"
)
EACH = re.compile(r"(?:for|against|beside|to) (?:each|every)\b")
OWN_OF_EACH = re.compile(r"\bwith an? .*")
WE_DID = re.compile(r"(?<= (?:we|it) )(?P<did>[a-z]+) (?:the|a|an|its|their|his|her|no|on|in|at|and) .*")
# "All nine of those who had moved": as many as did.
OF_THOSE = re.compile(r" of (?:those|them|the [a-z]+s|the people) (?:who|which|that|whose|with)\b")
NUMBERED = re.compile(rf"{NUMBER}\b", re.I)
SHARED_NOUN = re.compile(
    rf" (?P<kind>[a-z]+(?:-[a-z]+)?),? and {NUMBER} (?P<other>[a-z]+(?:-[a-z]+)?) (?P<noun>[a-z]+)\b(?!-)", re.I
)
# "Part two", "page 2": names of places.
PLACE_OF = re.compile(
    r"\b(?:parts?|sections?|pages?|annex|appendix|tables?|figures?|chapters?|phase|stage|wave|round|cycle|year|ward|"
    r"site|level|grade|tier|band|zone|type|question|standard|no|version|week|day|visit|paragraph|box|step|item|"
    r"team) $",
    re.I,
)
NO_COUNT = re.compile(
    r"\s?(?:%|per ?cent|percentage|points?\b|times (?:as|more|higher|the)\b|-|–|/|:\d|p\b|pence|o'clock|am\b|"
    r"pm\b|thirds?|quarters?\b|halves|"
    r"mph|year-old|per\b|out of (?:10|ten|five|5)\b)"
)


@dataclass(frozen=True)
class Mention:
    """A count with what it counts. start, end: of its number; sentence: its place in the passage.

    heads: the nouns of its name; narrowing: the other words of its name and those behind it that narrow it.
    definite: taken up ("the 43", "these 43"); hedged: "about 43", "another 43"; part: "43 of the files".
    """

    read: Passage
    text: str
    value: Decimal
    start: int
    end: int
    sentence: int
    heads: tuple[str, ...]
    narrowing: tuple[str, ...]
    definite: bool
    hedged: bool
    part: bool

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of its sentence."""
        return frozenset(each.lower() for each in TOKEN.findall(self.read.sentence(self.sentence)))

    @property
    def lead(self) -> str:
        """What stands before it in its sentence."""
        return self.read.text[self.read.starts[self.sentence] : self.start]

    @property
    def tail(self) -> str:
        """What stands behind it in its sentence."""
        low = self.read.starts[self.sentence]
        return self.read.text[self.end : low + len(self.read.sentence(self.sentence))]

    def is_counted_in(self, other: "Mention") -> bool:
        """Whether it is counted in another: "nine of the 43", "nine files (21%) of the 43"."""
        between = self.read.text[self.end : other.start]
        return self.sentence == other.sentence and bool(COUNTED_OF.fullmatch(between)) and self.value < other.value

    @cached_property
    def clause(self) -> frozenset[str]:
        """The words of its sentence as far as the figures beside it."""
        low, high = self.start - len(self.lead), self.end + len(self.tail)
        beside = [each for each in mentions(self.read) if each.sentence == self.sentence]
        before = max([each.end for each in beside if each.end <= self.start], default=low)
        behind = min([e.start for e in beside if e.start >= self.end and not self.is_counted_in(e)], default=high)
        lead, tail = self.read.text[before : self.start], self.read.text[self.end : behind]
        lead = JOINS.split(lead)[-1] if before > low else lead
        tail = JOINS.split(tail)[0] if behind < high else tail
        return frozenset(each.lower() for each in WORD.findall(f"{lead} {tail}"))


@lru_cache(maxsize=8192)
def mentions(read: Passage) -> tuple[Mention, ...]:
    """The counts of a passage with what they count.

    >>> from looped.checker.prose import passage
    >>> for each in mentions(passage("We read 40 case files. Of the 40 files read, nine had no form.")):
    ...     print(each.value, each.heads, each.narrowing, each.definite)
    40 ('files',) ('case',) False
    40 ('files',) ('read',) True
    9 () () False
    """
    return tuple(_mentions(read))


@lru_cache(maxsize=8192)
def shares(read: Passage) -> tuple[Mention, ...]:
    """The shares in per cent of a passage that stand by themselves or beside their count."""
    found = [(each, each.share) for each in read.entries if each.share]
    return tuple(
        _mention(
            read, f"{share.value}%", share.value, read.text.rfind(f"{share.value}", each.start, each.end), each.end
        )
        for each, share in found
    )


@lru_cache(maxsize=8192)
def numbers(read: Passage) -> tuple[int, ...]:
    """Every whole number of a passage, whatever it is of."""
    return tuple(
        worded(found["words"]) if found["words"] else int(scaled(found["digits"], "")[0])
        for found in VALUE.finditer(read.quiet)
    )


def _mentions(read: Passage) -> Iterator[Mention]:
    # "Doses of 5, 10 or 20 mg": the unit is that of all three.
    measured = {each.start for each in read.entries if each.kind == "measure" and each.unit}
    for found in VALUE.finditer(read.quiet):
        if any(
            found[name] for name in ("sign", "money", "percent", "points", "pp", "percent2", "points2", "pp2", "scale")
        ):
            continue
        text = found.group().strip()
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        if start in measured:
            continue
        end = start + len(text)
        if found["words"]:
            value = Decimal(worded(text))
        elif "." in found["digits"]:
            continue
        else:
            value = scaled(found["digits"], "")[0]
        behind = read.text[end:]
        if value < 2 or NO_COUNT.match(behind) or MEASURE.match(read.text, end) or A_TIME.match(read.text, end):
            continue
        if PLACE_OF.search(read.text[max(0, start - 12) : start]):
            continue
        yield _mention(read, text, value, start, end)


def _mention(read: Passage, text: str, value: Decimal, start: int, end: int) -> Mention:
    sentence = read.sentence_at(start)
    low = read.starts[sentence]
    lead = read.text[low:start]
    stop = low + len(read.sentence(sentence))
    behind = read.text[end:stop]
    of_the = OF_THE.match(behind)
    part = bool(of_the) and not OF_THOSE.match(behind) and not ALL.search(lead)
    name_at = end + (of_the.end() - 1 if of_the and not NUMBERED.match(behind, of_the.end()) else 0)
    heads, narrowing, after = _name(read.text[name_at:stop])
    # "Nine high and ten low tides": the first are tides too.
    if not heads and (shared := SHARED_NOUN.match(behind)) and is_plural(shared["noun"].lower()):
        heads, narrowing, after = (shared["noun"].lower(),), tuple(shared["kind"].lower().split("-")), ""
    narrowing = (*narrowing, *_narrowed(after, bool(heads)))
    of_set = OF_SET.search(lead)
    if of_set and not heads:
        # "The winter group of 43": those of the winter.
        name = (of_set["name"] or of_set["name2"] or "").lower().split()
        narrowing = (*(word for word in name if stem(word) not in VOID), *narrowing)
    definite = bool(DEFINITE.search(lead) or of_set)
    hedged = bool(HEDGED.search(lead)) and not DONE_BY.search(lead)
    return Mention(read, text, value, start, end, sentence, heads, narrowing, definite, hedged, part)


def is_plural(word: str) -> bool:
    """Whether a word is a noun of several, for all that its ending says."""
    return word in PLURALS or (word.endswith("s") and len(word) > 3 and not NO_PLURAL.search(word))


def named(text: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The stems of the heads of the name that a text begins with, of the words that narrow it, and of those that hardly
    do: "on the list".

    >>> named(" staff on the rota, and nobody else")[:2]
    (frozenset({'staff'}), frozenset({'rota'}))
    """
    heads, narrowing, after = _name(text)
    own = frozenset(map(stem, (*narrowing, *_narrowed(after, bool(heads)))))
    words = frozenset(map(stem, WORD.findall(RESTS_AT.split(after)[0]))) if heads and after != text else frozenset()
    return frozenset(map(stem, heads)), own - VOID - STOP, (words & VOID) - STOP


def _name(text: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """The heads of the name that a text begins with, its other words, and what is left of the text.

    >>> _name(" leased cars and vans on the road")
    (('cars', 'vans'), ('leased',), ' on the road')
    >>> _name(" homes drawn, all were let")
    (('homes',), (), ' drawn, all were let')
    """
    words: list[tuple[str, int]] = []
    at = 0
    while (found := NEXT.match(text, at)) and len(words) < 5:
        word = found["word"].lower()
        if word in NAME_ENDS or (words and is_plural(words[-1][0]) and not is_plural(word)):
            break
        words.append((word, found.end()))
        at = found.end()
    plural = next((place for place in range(len(words) - 1, -1, -1) if is_plural(words[place][0])), None)
    if plural is None:
        return (), (), text
    heads, end = [words[plural][0]], words[plural][1]
    narrowing = tuple(word for word, _ in words[:plural])
    # "Cars and vans": two that are one lot.
    if (other := re.match(r" and ([a-z’'-]+)", text[end:])) and is_plural(other[1]):
        heads, end = [*heads, other[1]], end + other.end()
    return tuple(heads), narrowing, text[end:]


def _narrowed(text: str, named: bool) -> tuple[str, ...]:
    """The words behind a name that narrow it: "drawn at random", "in the north", "who replied"."""
    adverb = ADVERB.match(text)
    denied = ("not",) if adverb and adverb["no"] else ()
    text = text[adverb.end() :] if adverb else text
    first = NEXT.match(text)
    if not first:
        return ()
    word = first["word"].lower()
    participle = bool(DONE.match(word)) or (word.endswith("ing") and len(word) > 4) or word in PRONOUNS
    if not (participle or word in PLACED) or (not named and not (participle or word == "on" or RELATIVE.match(word))):
        return ()
    # "The 64 finished the course": a verb.
    if participle and word not in PRONOUNS and not POSTPOSED.match(word) and not AFTER_DONE.match(text[first.end() :]):
        return ()
    stop = RESTS_AT.search(text)
    own = text[: stop.start()] if stop else text
    if stop and EACH.match(text, stop.start()):
        own = OWN_OF_EACH.sub("", own)
    # "Of those who were asked", "people who had replied": the verb behind "who were" narrows too.
    if stop and VERB_LATER.search(own):
        own += " ".join(WORD.findall(re.split(r"[.;:,()]", text[stop.start() :])[0])[:3]).join("  ")
    own = TIMED.sub("", WE_DID.sub(r"\g<did>", own) if participle else own)
    said = (each.lower() for each in TOKEN.findall(own) if stem(each) not in VOID and each.lower() not in STOP)
    return (*denied, *said)
