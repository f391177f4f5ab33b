"""What a span that looks like a figure and claims nothing is, and such spans: scales, references, names in capitals."""

import re
from dataclasses import dataclass

from looped.checker.numbers import BEGINS, DIGITS, TENS, UNITS
from looped.checker.patterns import Pattern, pattern_of

MONTH = (
    r"(?:(?=[adfjmnos])(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?))"
)
# "At six weeks 47 of 90": how long, and then a figure.
SO_MANY = (
    r"(?<!one )(?<!two )(?<!three )(?<!four )(?<!five )(?<!six )(?<!eight )(?<!nine )(?<!ten )(?<!twelve )(?<!second )"
)
LENGTH = r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|months?|years?|yrs?|decades?)"
SPELT = rf"(?:(?=[{BEGINS}])(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNITS[1:10])})\b)?|(?:{'|'.join(UNITS)})))"
HUNDREDS = (
    rf"(?:(?=[a{BEGINS}])(?:a|{'|'.join(UNITS[1:10])}) hundred(?: and {SPELT})?|"
    r"(?:(?<=\bthe )|(?<=\bthese )|(?<=\bthose ))hundred(?! and\b))"
)
NUMBER = rf"(?:(?:{DIGITS})(?:\.\d+)?|{HUNDREDS}|{SPELT})"


@dataclass(frozen=True)
class Needs:
    """What a text must have for a pattern to be worth a try: one of the words, or one of the signs."""

    words: frozenset[str]
    signs: frozenset[str]


@dataclass(frozen=True)
class Quiet:
    """A span that looks like a figure and claims nothing, and what any such span has."""

    needs: Needs
    pattern: Pattern


def words(every: str, signs: str = "") -> Needs:
    return Needs(frozenset(every.split()), frozenset(signs))


def silent(needs: Needs, pattern: str) -> Quiet:
    return Quiet(needs, pattern_of(pattern, re.I))


NAMES_AND_SCALES = (
    # "Not one of the 41 crews": none.
    silent(
        words("one"),
        r"\bnot (?:a single )?(?P<figures>one)(?= of (?:the|our|these|those|them|its|their)\b)",
    ),
    # "Town 1 had 6.2, Town 2 scored 4.8": a name in capitals, with its own figure behind its verb.
    silent(
        words(
            "had has got was scored took sold made gave saw met lost won stood ran kept held reached recorded reported"
        ),
        r"(?<!\bin )(?<!\bat )(?<!\bon )(?<!\bof )(?<!\bby )(?<!\bfor )(?<!\bfrom )(?<!\bthe )(?<!\bwith )"
        r"(?-i:\b(?!All\b|The\b|Only\b|Both\b|Another\b|Some\b|These\b|Those\b|Just\b|About\b|Over\b|Nearly\b)"
        r"[A-Z][a-z]{2,})(?P<figures> \d{1,2}) (?=(?:had|has|got|was|scored|took|sold|made|gave|saw|met|lost|won|stood|"
        r"ran|kept|held|reached|recorded|reported) (?:at |only |just )?[£$]?\d)",
    ),
    # "[12]" right behind a word or a mark: a reference.
    silent(
        words("", "["),
        r"(?<=[\w.,;:)”’\"'])\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]|(?<=%)\[[1-9]\]",
    ),
    # "[1] Percentages are of", "keep the pool open [1].": a note, and the mark that leads to it.
    silent(
        words("", "["),
        r"^\s*\[\d{1,2}\](?=\s)|(?<=[a-z] )\[\d{1,2}\](?=[.,;:]|\s[a-z]|$)",
    ),
    # "Registered as number 2187", "under project no. 34": by what it is found.
    silent(
        words("number no project reference registration audit"),
        r"\b(?:registered|listed|filed|known|recorded|approved|logged) (?:[a-z]+ )?(?:as|under|with) (?:the "
        r")?(?:[a-z]+ )?"
        r"(?:number|no\.?|project|reference|registration|audit) (?:number |no\.? )?\d+\b(?!\s?%| of\b)|"
        r"\b(?:registration|project|audit|approval|reference|registered) (?:number|no\.?):? (?:is |was "
        r")?\d+\b(?!\s?%| of\b)",
    ),
    # "CS/171/24": a reference.
    silent(
        words("", "/"),
        r"(?<![\w/])(?-i:[A-Z]{1,6})\d{0,4}(?:/\d{1,6}){1,3}(?:/[A-Z]{1,3})?(?![\w/]|[.,]\d)",
    ),
    # "Scores run from 0 to 100", "was scored from 0 (best) to 52 (worst)": what marks are given between.
    silent(
        words("score scores scored scoring scale scales rated rating ratings range ranges ranged marks marked"),
        r"\b(?:scor(?:es?|ed|ing)|scales?|rat(?:ed|ings?)|rang(?:es?|ed)|mark(?:s|ed))\b[^.;\d]{0,40}?"
        r"(?P<figures>\b(?:from |between )?(?:0|1|zero|one)(?: \([a-z ]+\)|,? (?:being|meaning|"
        r"the) [a-z]+(?: [a-z]+)?,?)? "
        r"(?:to|and) \d+(?: \([a-z ]+\))?)(?!\s?%|[.,]\d)",
    ),
    # "2 minutes and 51 seconds": one length of time.
    silent(
        words("minute minutes"),
        rf"\b{NUMBER} minutes?(?P<figures> (?:and )?{NUMBER} seconds?)\b",
    ),
    # "17% within fifteen (322)": minutes, told before.
    silent(
        words("within"),
        rf"\bwithin {NUMBER}(?= ?[(,;.)]| (?:and|in|or|for|but|were|was)\b|$)(?!\s?%|[.,]\d)",
    ),
    # "Of 1,401 homes 1,399 had one (99.86%)": it stands for the thing.
    silent(
        words("one"),
        r"\b(?:had|have|has|held|got|received|needed|need|given|wanted|completed|attended|used|"
        r"(?:have|has|had) (?:since |now |already |not |been )?[a-z]+|(?:been|being|were|was|are) [a-z]+e[dn]) "
        r"(?P<figures>one)(?= \(\d[\d.]*\s?%)",
    ),
    # "Boats without one, 27".
    silent(
        words("without"),
        r"\bwithout (?P<figures>one)(?=\s*[,.;:()]|$| (?:were|was|are|is|had|has|did|do|left|in|at)\b)",
    ),
    # "Asked to choose one of three options".
    silent(
        words("one two"),
        rf"\b(?:choose|chose|choosing|chosen|pick|picked|select|selected|tick|ticked|name|offered|allocated to|"
        rf"assigned to|"
        rf"allotted to|randomi[sz]ed to|given|into|(?:placed|put|sorted) in|use|used|under) (?:just |only |"
        rf"any )?(?:one|"
        rf"two) of (?:the )?(?:{SPELT}|\d)\b"
        r"(?! ?[%(]|[.,]\d)",
    ),
    # "87.7 for every 1,000 homes".
    silent(
        words("every each"),
        r"\b(?:for|in|of|to|from) (?:every|each) (?:1,?000|10,?000|100,?000|100)\b(?!\s?%|[.,]\d)",
    ),
    # "Route 40 met the target": a name in capitals.
    silent(
        words(
            "route block wing bay gate platform theatre group arm cohort area district region lot lane flat cell "
            "locality cluster plot strand priority principle domain outcome article indicator batch option "
            "scenario module"
        ),
        r"\b(?-i:Route|Block|Wing|Bay|Gate|Platform|Theatre|Group|Arm|Cohort|Area|District|Region|Lot|Lane|Flat|Cell|"
        r"Locality|Cluster|Plot|Strand|Priority|Principle|Domain|Outcome|Article|Indicator|Batch|Option|Scenario|"
        r"Module)(?P<figures> \d{1,3}[a-z]?)\b(?!\s?%|[.,]\d|\s?per| (?:of|out)\b)",
    ),
)
