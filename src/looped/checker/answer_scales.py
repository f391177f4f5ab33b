"""Answers that shut each other out: the steps of a scale in words, and which of them together are all that there are.

"Never, former, current", "satisfied, neither, dissatisfied", "improved, the same, worse": whoever is in one of them is
in none of the others. A reading asks for the answers of one scale that stand in a text, in order.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from looped.checker.patterns import Pattern, pattern_of

# Those that any scale may have beside its own.
ANY = (
    (
        "unsure",
        r"(?:(?:did|do|does) not|(?:did|do|does)?n[’']t) know|don[’']t knows?|unsure|(?:not|nothing) (?:yet )?(?:sure|"
        r"certain|decided)|undecided|uncertain|(?:no|without (?:a |an )?|had no) (?:firm |clear |strong )?(?:view|"
        r"opinion|preference)s?|could not say|can[’']t say|in two minds",
    ),
    (
        "untold",
        r"unknown|not (?:known|recorded|stated|given|answered|reported|applicable)|unrecorded|unstated|no (?:answer|"
        r"reply|response|record|data)|(?:did not|didn[’']t) (?:answer|reply|say|respond)|gave no (?:answer|reply)|"
        r"prefer(?:red|s)? not to (?:say|answer)|(?:declined|refused) to (?:say|answer)|abstained|abstentions?",
    ),
    ("other", r"others?(?! (?:than|of|\d))|something else"),
)
VERY = r"(?:very|extremely|completely|totally|really|highly|strongly|entirely)"
FAIRLY = r"(?:fairly|quite|mostly|rather|somewhat|slightly|moderately|tend(?:ed)? to|a (?:little|bit))"
NEITHER = r"did not mind|neither(?: [a-z]+(?: (?:n?or) [a-z]+)?)?|neutral|indifferent|mixed"
# Ends that are said with more and less of the same.
ENDS = (
    (r"satisf(?:ied|action)", r"(?:dissatisf(?:ied|action)|(?<!not )unsatisfied|not satisfied)"),
    (r"happy", r"(?:unhappy|not happy)"),
    (r"content", r"(?:discontent(?:ed)?|not content)"),
    (r"confident", r"(?:unconfident|not confident)"),
    (r"likely", r"(?:unlikely|not likely)"),
    (r"safe", r"(?:unsafe|not safe)"),
    (r"agree(?:d|s|ment)?", r"(?:disagree(?:d|s|ment)?|did not agree)"),
    (r"easy", r"(?:difficult|hard|not easy)"),
    (r"clear", r"(?:unclear|not clear)"),
    (r"(?:use|help)ful", r"(?:un(?:use|help)ful|use(?:less)|not (?:use|help)ful)"),
    (r"important", r"(?:unimportant|not important)"),
    (r"comfortable", r"(?:uncomfortable|not comfortable)"),
    (r"like[ds]?", r"(?:dislike[ds]?|did not like)"),
    (r"positive(?:ly)?", r"negative(?:ly)?"),
    (r"favourabl[ey]|favou?red", r"unfavourabl[ey]"),
    (
        r"(?:support(?:ed|ive|s|ers?)?|in favou?r|for (?:it|the|this)|approved?|backed|for(?=[ ,;:(–]+\d))",
        r"(?:oppos(?:ed?|es|ition)|against(?: it)?|disapproved?|not in favou?r|objected)",
    ),
)
AS_BEFORE = r"(?: than (?:expected|hoped|usual|planned|predicted|before)|(?! than))"
USERS = r"(?:[ -](?:smok|us|drink|vap)ers?)"
# What each scale is made of; behind each the steps that leave nobody out, any of which its text tells all of.
Steps = tuple[tuple[str, str], ...]
OTHERS: tuple[tuple[Steps, tuple[str, ...]], ...] = (
    (
        (
            ("never", rf"never(?: [a-z]+ed)?{USERS}?|non-[a-z]+|had never"),
            (
                "former",
                rf"(?:former(?:ly)?|ex|previous(?:ly)?|past){USERS}?|ex-[a-z]+|in the past|used to|(?:gave|"
                rf"given) (?:it )?up|"
                "lapsed",
            ),
            ("current", rf"(?:current(?:ly)?|present){USERS}?|{USERS.replace('[ -]', '')}|at present|still"),
        ),
        ("never former current",),
    ),
    (
        (
            (
                "no",
                r"no(?:,? never)?(?=\s*(?:$|[,.;:()–”’\"']|\d|and\b|or\b|to\b|in\b|was\b|by\b|from\b|for\b))|"
                r"would not|did not(?! (?:know|answer|reply|say|respond))",
            ),
            ("partly", r"partly|in part|maybe|perhaps|possibly|to some (?:extent|degree)|it depends|depends|sometimes"),
            ("yes", r"yes(?:,? (?:always|definitely))?|would(?=\s*(?:$|[,.;(]|and\b))"),
        ),
        ("no partly yes", "no yes unsure"),
    ),
    (
        (
            (
                "none",
                r"absent|missing|nil|none|unmet|untouched|lacking|blank|not (?:been )?(?:at all|met|done|present|"
                r"complet(?:ed?|e)|documented|achieved|started|begun|available|compliant|implemented|recorded|covered|"
                r"followed|accepted|upheld|in place)|(?<!, )no(?=[ ,;:(–]+\d)|had none|non-?complian(?:t|ce)|"
                r"yet to (?:start|begin)",
            ),
            (
                "part",
                r"(?:only )?(?:partial(?:ly)?|part(?:ly)?|in part|incomplete(?:ly)?|nearly|mostly|largely)"
                r"(?: (?:met|complet(?:ed?|e)|done|achieved|"
                r"compliant|implemented|documented|covered|upheld|accepted|followed|in place))?|in progress|under ?way|"
                r"ongoing|on ?going|begun|(?<!not )started",
            ),
            (
                "whole",
                r"(?:full(?:y)?|completely|wholly)(?: (?:met|complet(?:ed?|e)|done|achieved|compliant|"
                r"implemented|documented|"
                r"covered|upheld|accepted|followed|in place))?|complete(?:d|ly)?|present|met|achieved|done|"
                r"finished|compliant|implemented|upheld",
            ),
        ),
        ("none part whole",),
    ),
    (
        (
            ("very high", r"very high"),
            ("very low", r"very low"),
            ("high", r"high"),
            ("medium", r"medium|moderate|middling|intermediate|middle|average"),
            ("low", r"low"),
            ("none", r"none|nil|no risk"),
        ),
        ("high medium low",),
    ),
    (
        (
            ("top", r"outstanding|excellent"),
            ("very good", r"very good|good with outstanding features"),
            ("very poor", r"very (?:poor|bad)|terrible"),
            (
                "mixed",
                r"requir(?:es|ed|ing) improvement|satisfactory|fair|adequate|average|acceptable|reasonable|"
                r"middling|mixed|OK|all right",
            ),
            ("poor", r"poor|inadequate|bad|unsatisfactory|weak|unacceptable"),
            ("good", r"good"),
        ),
        ("top good mixed poor", "good mixed poor", "top good poor mixed", "very good good mixed poor"),
    ),
    (
        (("green", r"green"), ("amber", r"amber|yellow|orange"), ("red", r"red")),
        ("green amber red",),
    ),
    (
        (
            ("no harm", r"no (?:harm|symptoms|pain|injury|injuries|damage)|none|harmless|near miss(?:es)?"),
            ("mild", r"mild|minor|slight|low"),
            ("moderate", r"moderate|medium"),
            ("severe", r"severe|serious|major|fatal|critical|catastrophic"),
        ),
        ("no harm mild moderate severe",),
    ),
    (
        (
            ("early", r"early|ahead of (?:time|schedule)|before (?:time|the (?:deadline|date))"),
            ("on time", r"on (?:time|schedule|the day)|in time|punctual(?:ly)?|promptly"),
            ("late", r"late|overdue|behind (?:time|schedule)|after (?:time|the (?:deadline|date))|delayed"),
        ),
        ("early on time late",),
    ),
    (
        (
            (
                "too much",
                r"(?:much |far |a little )?too (?:long|many|much|high|fast|hot|big|large|hard|loud|often|early|"
                r"difficult|strict)",
            ),
            (
                "too little",
                r"(?:much |far |a little )?too (?:short|few|little|low|slow(?:ly)?|cold|small|easy|quiet|seldom|"
                r"late|soft|lax)|not enough",
            ),
            ("right", r"(?:about |just )right|enough"),
        ),
        ("too much too little right",),
    ),
    (
        (
            (
                "down",
                rf"(?:got |felt |was |were |(?:much|a little|slightly|somewhat) )*worse(?:ned)?{AS_BEFORE}|"
                rf"deteriorated|fell|fallen|shr[aou]nk|shrunk|declined|"
                r"decreased?|dropped|lower(?! than)|fewer(?! than)|less(?! (?:than|often))|lost ground|"
                r"went down|shorter|slower|smaller",
            ),
            (
                "same",
                r"as (?:expected|hoped|usual|planned|predicted|before)|in line with expectations|(?:(?:stay|"
                r"remain|was|were|about|much|broadly|kept|keep)(?:ed|s|ing)? )*(?:the same|unchanged|stable|"
                r"steady|level)|"
                r"(?:no|not?) (?:real )?(?:different|change|difference)|(?:did|has|had|have|do|"
                r"does) not changed?|not changed?|no (?:better|worse) (?:n?or|and no) (?:better|worse)",
            ),
            (
                "up",
                rf"(?:got |felt |(?:much|a little|slightly|somewhat) )*(?:improved|better){AS_BEFORE}|rose|"
                rf"risen|gr[eo]wn?|increased?|gained ground|went up|higher(?! than)|"
                r"more(?! (?:than|of|often|likely))|longer|faster|larger|bigger",
            ),
        ),
        ("down same up",),
    ),
    (
        (
            ("always", r"always|every (?:day|time|week)|all (?:of )?the time|daily"),
            ("usually", r"usually|mostly|most of the time|nearly always|most (?:days|weeks)"),
            ("often", r"often|frequently|weekly|(?:once|twice) a week|at least weekly"),
            (
                "sometimes",
                r"sometimes|occasionally|now and then|monthly|(?:once|twice) a month|some of the time|"
                r"from time to time",
            ),
            ("rarely", r"rarely|seldom|hardly ever|less often|less than monthly|yearly|once a year"),
            ("never", r"never|not at all"),
        ),
        ("always never sometimes", "always never usually", "always never often", "often sometimes rarely never"),
    ),
    (
        (
            ("part", r"part[- ]time"),
            ("full", r"full[- ]time"),
            ("casual", r"casual|sessional|on zero hours|bank|temporary|neither|not (?:working|employed)|out of work"),
        ),
        (),
    ),
    (
        (
            ("own", r"owned (?:outright|with a mortgage)|owner-occup[a-z]+|owners?|owned"),
            ("rented", r"rent(?:ed|ers|ing)(?: privately)?|tenants?|privately rented"),
            ("social", r"social(?:ly)?(?: rent(?:ed|ing)?| housing| tenants?)?|council(?: tenants?)?"),
        ),
        (),
    ),
    (
        (
            ("accepted", r"accepted|approved|granted|upheld|passed"),
            (
                "pending",
                r"pending|deferred|still open|awaiting (?:a )?decision|outstanding|under (?:review|appeal|"
                r"consideration)|withdrawn",
            ),
            ("refused", r"refused|rejected|declined|dismissed|not upheld|turned down|failed"),
        ),
        ("accepted pending refused",),
    ),
)


@dataclass(frozen=True)
class Answer:
    """An answer of a scale where it stands."""

    name: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Scale:
    """Steps that shut each other out. wholes: runs of names that leave nobody out."""

    said: Pattern
    names: tuple[str, ...]
    wholes: tuple[frozenset[str], ...]

    def is_whole(self, told: frozenset[str]) -> bool:
        """Whether nobody is in none of the answers told."""
        return any(each <= told for each in self.wholes)


def _scale(steps: Steps, wholes: tuple[frozenset[str], ...]) -> Scale:
    every = (*steps, *ANY)
    said = "|".join(f"(?P<s{at}>{text})" for at, (_, text) in enumerate(every))
    return Scale(pattern_of(rf"(?<![\w-])(?:{said})(?![\w-])", re.I), tuple(name for name, _ in every), wholes)


def _by_degree(one: str, other: str) -> Scale:
    """Very so, fairly so, neither, fairly the other, very the other; the word itself may be told once."""
    verb = r"(?:agreed? )" if one.startswith("agree") else r""
    behind = rf"|(?:dis){verb}strongly" if verb else ""
    steps = (
        ("neither", NEITHER),
        ("very the other", rf"{VERY} {other}{behind}"),
        ("fairly the other", rf"{FAIRLY} {other}"),
        ("none", rf"not (?:so |really )?at all(?: {one})?|not {one} at all"),
        ("little", rf"not (?:very|so|that|really|particularly)(?: {one})?|a little {other}"),
        ("very", rf"{VERY} {one}|very(?=[ ,;:(–]+\d)" + (rf"|{verb}strongly" if verb else "")),
        ("fairly", rf"{FAIRLY} {one}|(?:fairly|quite|somewhat)(?=[ ,;:(–]+\d)"),
        ("against", rf"{other}"),
        ("so", rf"{one}"),
    )
    wholes = (
        ("very", "fairly", "neither", "fairly the other", "very the other"),
        ("very", "so", "neither", "against", "very the other"),
        ("very", "so", "against", "very the other"),
        ("so", "neither", "against"),
        ("so", "unsure", "against"),
        ("very", "fairly", "little", "none"),
        ("very", "fairly", "against"),
    )
    return _scale(steps, tuple(map(frozenset, wholes)))


def _others() -> Iterator[Scale]:
    for steps, wholes in OTHERS:
        names = [name for name, _ in (*steps, *ANY)]
        yield _scale(steps, tuple(_told(each, names) for each in wholes))


def _told(text: str, names: list[str]) -> frozenset[str]:
    """The names that a run of them tells, the longer first: "very good good mixed poor".

    >>> sorted(_told("very good good poor", ["good", "very good", "poor"]))
    ['good', 'poor', 'very good']
    """
    found = set()
    for name in sorted(names, key=len, reverse=True):
        if name in text:
            found.add(name)
            text = text.replace(name, "", 1)
    return frozenset(found)


SCALES = (*(_by_degree(one, other) for one, other in ENDS), *_others())


@lru_cache(maxsize=4096)
def answers_in(text: str, at: int) -> tuple[Answer, ...]:
    """The answers of a scale that stand in a text, in order. at: which scale."""
    scale, found = SCALES[at], []
    for each in scale.said.finditer(text):
        group = each.lastgroup or "s0"
        found.append(Answer(scale.names[int(group[1:])], each.start(), each.end(), each.group()))
    return tuple(found)
