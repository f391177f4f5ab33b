"""Words of which everything is one or the other, and nothing both: open and shut, met and missed, had some and none."""

import re
from collections.abc import Iterator

from looped.checker.patterns import pattern_of

PAIRS = (
    (r"full[- ]time", r"part[- ]time"),
    (r"(?<!dis)agreed?", r"disagreed?"),
    (r"(?<!dis)satisfied", r"dissatisfied"),
    (r"(?<!un)happy", r"unhappy"),
    (r"(?:men|males?)", r"(?:women|females?)"),
    (r"boys", r"girls"),
    (r"(?:said )?yes", r"(?:said )?no"),
    (r"did", r"did not"),
    (r"were", r"were not"),
    (r"had", r"(?:had not|did not have)"),
    (r"(?<!not )(?:met|reached)", r"(?:not met|unmet|missed|fell short)"),
    (r"(?<!not )(?:on time|in time|punctual|by the deadline)", r"(?:late|not on time|overdue|after the deadline)"),
    (r"complete", r"(?:incomplete|not complete)"),
    (
        r"(?<!un)(?:signed|dated|paid|answered|used|filled|locked)",
        r"un(?:signed|dated|paid|answered|used|filled|locked)",
    ),
    (r"(?:open|unlocked)", r"(?:closed|shut|locked)"),
    (r"urban", r"rural"),
    (r"(?:on|in|during) (?:the )?(?:week(?:days?)?|working week)", r"(?:at|on|during|over) (?:the )?weekends?"),
    (r"(?:compliant|complied)", r"(?:non-?compliant|did not comply)"),
    (r"passed", r"(?:failed|sent\s+back|referred\s+back)"),
    (r"(?:accepted|approved|granted|upheld)", r"(?:rejected|refused|declined|turned down|dismissed|sent\s+back)"),
    (r"(?:upstairs|above ground)", r"(?:downstairs|below ground)"),
    (r"(?:inside|indoors)", r"(?:outside|outdoors)"),
    (r"(?:full|occupied|let|in use|taken)", r"(?:empty|vacant|free|idle)"),
    (
        r"(?:present|attended|came|turned up)",
        r"(?:absent|away|missing|stayed away|did not (?:attend|come)|sent\s+apologies|apologi[sz]ed)",
    ),
    (r"(?:in order|correct|right|sound|clean|intact)", r"(?:wrong|incorrect|faulty|broken|damaged|at fault|dirty)"),
    (r"(?:by day|in the day)", r"(?:by night|at night)"),
    (r"(?:up to date|current|in date)", r"(?:out of date|expired|lapsed)"),
    (r"(?:survived|alive|lived)", r"(?:died|dead)"),
    (r"won", r"lost"),
    (r"(?:flagged|caught|detected|picked up|spotted|noticed)", r"(?:missed|overlooked|passed over|let through)"),
    (r"dry", r"(?:damp|wet)"),
    (r"new", r"(?:served before|returning|existing|been there before)"),
    (r"(?:supported|backed|in favour|for it)", r"(?:opposed|against)"),
    (r"with", r"without"),
    (
        r"(?:bore|had|carried|showed|held|gave) (?:an? (?:date|signature|name|number|label|answer)|one\b)",
        r"(?:un(?:dated|signed|named|numbered|labelled|answered)|lacked|lack(?:s|ing)?|missing|blank)",
    ),
)
# "Carried a number" and "carried none".
NONE = re.compile(r"\b(?:had|have|has|gave|carried|held|showed|contained|bore|received|got|needed) (?:none|no)\b", re.I)
SOME = re.compile(
    r"\b(?:had|have|has|gave|carried|held|showed|contained|bore|received|got|needed) (?!none\b|no\b)", re.I
)
NOBODY = re.compile(r"\bno (?:answer|reply|response)\b", re.I)
WORDS = tuple((pattern_of(rf"\b{one}\b", re.I), pattern_of(rf"\b{two}\b", re.I)) for one, two in PAIRS)

# Of a trial everybody is in one arm; the shares of each arm have nothing to do with each other.
TREATED = pattern_of(
    r"\b(?:in|on|to|given|with) (?:the )?(?!(?:the|an?|placebo|controls?|usual|standard|group|arm|first|"
    r"last)\b)[a-z-]{3,}",
    re.I,
)
CONTROL = pattern_of(r"\b(?:placebo|(?:usual|standard) care|controls|the control (?:group|arm))\b", re.I)


def are_arms(first: str, last: str) -> bool:
    """Whether one run of words tells of those who were treated, and the other of those who weren't.

    >>> are_arms("of them in the velotrine group", "in the placebo group")
    True
    """
    texts = (first, last)
    control = [bool(CONTROL.search(each)) for each in texts]
    return sum(control) == 1 and bool(TREATED.search(texts[control.index(False)]))


def are_opposed(first: str, last: str) -> bool:
    """Whether one run of words says the opposite of another.

    >>> are_opposed("were locked when tried", "stood open"), are_opposed("were locked", "were new")
    (True, False)
    """
    if NOBODY.search(last) and not NOBODY.search(first):
        return True
    return any(_are(first, last)) or any(_are(last, first)) or bool(SOME.search(first) and NONE.search(last))


def _are(first: str, last: str) -> Iterator[bool]:
    for one, two in WORDS:
        other = two.search(last)
        if other and one.search(first) and not two.search(first) and is_of_the_same(other, first):
            yield not one.search(last.replace(other.group(), " "))


def is_of_the_same(other: re.Match[str], first: str) -> bool:
    """Whether what is denied was said before: "80 were dated and 30 were not signed" are two things."""
    denied = re.match(r" ([a-z]+)", other.string[other.end() :], re.I)
    return not other.group().lower().endswith(" not") or not denied or denied[1].lower() in first.lower().split()
