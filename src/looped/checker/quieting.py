"""Numbers that claim nothing - dates, ages, intervals, limits, names of things - blanked out of a text."""

import re
from decimal import Decimal
from functools import lru_cache

from looped.checker.limit_words import LIMITS, NOT_MET_BY
from looped.checker.numbers import UNITS
from looped.checker.silent import HUNDREDS, LENGTH, MONTH, NAMES_AND_SCALES, NUMBER, SO_MANY, SPELT, silent, words
from looped.checker.silent_dates import DATES_AND_NAMES, MONTHS

__all__ = ["HUNDREDS", "LENGTH", "MONTH", "NUMBER", "SPELT", "has_figure", "quieted"]

# "Thirty-seven out of fifty": so many were counted.
OUT_OF_FIFTY = r"(?:[a-z]+ty-[a-z]+ out of (?:fifty|50)|[a-z]+ty(?:-[a-z]+)? out of 100)\b"
POINTS_OF_CHANGE = (
    r"(?:percentage[- ])?point (?:gain|rise|increase|improvement|fall|drop|reduction|decrease|decline|difference|gap|"
    r"change|swing|jump|deterioration)\b(?! (?:in|of) (?:[a-z]+ )*scores?\b)"
)
FIGURE = re.compile(rf"\d|\b{SPELT}\b|\bhundred\b|\b(?:half|third|quarter|fifth|sixth|eighth|tenth)", re.I)
DIGIT = re.compile(r"\d")
WORD = re.compile(r"[a-z]+")
LENGTHS = words(
    "second seconds sec secs minute minutes min mins hour hours hr hrs day days night nights week weeks month months "
    "year years yr yrs decade decades"
)
MOVED = (
    "rose risen rising fell fallen falling grew grown growing increased increasing decreased decreasing dropped "
    "dropping declined declining climbed climbing jumped reduced cut dipped slipped improved shrank slid"
)
NOT_MOVED = "".join(f"(?<!{word} )" for word in MOVED.split())
NAMED_BY_NUMBER = words("one two three four five six seven eight nine ten")
# Spans that look like figures and claim nothing.
QUIET = (
    silent(words("page pages sheet slide"), r"\b(?:page|sheet|slide) \d+ of \d+\b"),
    # "Regulation 10(2)": with its bracket, before its name alone is.
    silent(
        words("section sections regulation regulations article articles clause schedule paragraph rule", "("),
        r"\b(?:sections?|regulations?|articles?|clause|schedule|paragraph|rule) \d+[A-Z]?(?:\(\d+[a-z]?\))+",
    ),
    # "Moved away after 1 visit": when they did.
    silent(words("after"), r"\bafter (?P<figures>1|one) (?=(?:visit|session|meeting|call|attempt|appointment|dose)\b)"),
    # "Reference FIN-2024-0117", "file 2024-0117".
    silent(
        words("", "-"),
        r"(?P<figures>(?<![\w-])(?-i:[A-Z]{2,}(?:-[A-Z\d]+)*)-\d+\b)",
    ),
    silent(
        words("", "-"),
        r"(?P<figures>(?<![\d.,£-])\b\d+-0\d+\b)",
    ),
    *DATES_AND_NAMES,
    silent(
        words(
            "standard standards year years period periods cycle cycles round rounds quarter quarters week weeks "
            "term terms question questions phase phases stage stages"
        ),
        # "This year nine boats", "in the first round nine boats": counted, and no name.
        r"(?<!first )(?<!second )(?<!third )(?<!fourth )(?<!final )(?<!earlier )(?<!whole )"
        r"(?<!this )(?<!same )(?<!last )(?<!next )(?<!past )(?<!previous )(?<!each )(?<!every )(?<!per )"
        r"(?<!the first )(?<!the second )(?<!the third )(?<!the final )"
        r"\b(?:standards?|years?|periods?|cycles?|rounds?|quarters?|weeks?|terms?|questions?|phases?|stages?) "
        rf"(?:{SPELT})\b(?! (?:audits?|files|cases|of|out))",
    ),
    silent(
        words("year years"),
        rf"(?<!past )(?<!last )(?<!the )(?<!this )(?<!same )(?<!previous )(?<!whole )(?<!first )(?<!second )"
        rf"(?<!third )(?<!final )(?<!audit ){SO_MANY}"
        r"(?<!that )\b(?:years?) (?!\d+,\d{3}\b)\d+(?:(?: and | to |-|–)\d+)?\b(?!\s?%)",
    ),
    silent(
        words("", "/"),
        r"\b24/7\b|\b\d{1,2}/\d{1,2}/(?:\d\d){1,2}\b|"
        r"\b(?:on|by|from|until|till|dated|before|after|since|due|to|at) \d{1,2}/(?:1[0-2]|0?[1-9])\b"
        r"(?! (?:of|patients|people|cases|files)|\s?\()",
    ),
    # "Invoice 10/4471": its number.
    silent(
        words(
            "invoice order receipt voucher report minute batch journal docket reference ref licence policy certificate"
        ),
        r"\b(?:invoice|order|receipt|voucher|report|minute|batch|journal|docket|ref(?:erence)?|licence|policy|"
        r"certificate) "
        r"(?:no\.? |number )?\d+/\d+\b(?!\s?[(%])",
    ),
    # "16 to 24, 52; 65+, 22": bands, each with its count behind it.
    silent(
        words("to and", "+"),
        r"(?<![\d,.%£])(?<!from )(?<!between )\b\d+ (?:to|and) \d+(?=\s*[,:(]\s*\d+(?![\d.]|\s?%|\s?per))|"
        r"\b\d+\+(?=\s*[,:(]\s*\d)",
    ),
    silent(
        words("under over above below"),
        r"\b(?:under|over|above|below) (?!\d{1,3},\d{3}\b)\d+(?=\s*[,:(]\s*\d)",
    ),
    silent(
        words("", "/"),
        r"(?<![\d/])(?:[12]?\d|3[01])/(?:1[0-2]|0?[1-9])(?:/(?:20)?\d\d)?(?![\d/])(?= (?:and|to|until|we|the|by)\b)",
    ),
    silent(
        words("under over above below"),
        rf"\b(?:were|was|are|is|aged|those|children|people|turned) (?:under|over|above|"
        rf"below) {NUMBER}(?=\s*(?:[(,.;]|$|or |and |at ))",
    ),
    # "Standards met: temperature above 36 °C".
    silent(
        words("", "°"),
        r"\b(?:under|over|above|below|at least|up to) \d+(?:\.\d+)?\s?°",
    ),
    silent(
        words("", "£"),
        r"£[’']?000s?\b",
    ),
    silent(
        words(
            "third thirds quarter quarters fourth fourths fifth fifths sixth sixths seventh sevenths eighth eighths "
            "tenth tenths twelfth twelfths"
        ),
        rf"\b(?:{SPELT}|a|\d) ?-?(?:thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|tenths?|twelfths?)\b|"
        rf"\b(?:(?:{SPELT}|\d) ?-?fourths?|a fourth(?= of))\b",
    ),
    silent(
        words("to", ":"),
        # "Rose by 6 to 10": by how much, and to what; "by 4 to 6 per cent" is a span.
        rf"\b(?:ratio|odds|score|vote|(?<!up )(?<!down ){NOT_MOVED}by) (?:of )?{NUMBER} (?:to|:) {NUMBER}\b|"
        rf"\bby {NUMBER} to {NUMBER}(?=\s?(?:%|per ?cent)| (?:percentage )?points?\b| (?:a|an|per|each|every) )|"
        rf"\b{NUMBER} to one\b",
    ),
    silent(
        words("in out every each hundred"),
        rf"(?<![\d.,/-])\b(?!{OUT_OF_FIFTY})(?:{SPELT}|\d) (?:in|out of|of(?= every| each)|"
        rf"per(?= hundred)) (?:every |each )?(?:two|"
        rf"three|four|five|six|seven|eight|nine|ten|"
        rf"twelve|fifteen|twenty|fifty|(?:a |one )?hundred|"
        r"100|50|20|15|12|10|[2-9])\b(?!\s?%|[.,]\d|\d|-[a-z])"
        # "Seven out of nine kitchens (77%)": counted.
        r"(?<!out of six)(?<!out of seven)(?<!out of eight)(?<!out of nine)(?<!out of [6-9])|"
        rf"\b(?:{SPELT}|\d) out of (?:six|seven|eight|nine|[6-9])\b"
        r"(?! (?:[a-z’'-]+ ){0,2}[a-z’'-]+ \(\d+(?:\.\d+)?\s?(?:%|per ?cent)\))(?!\s?%|[.,]\d|\d|-[a-z])|"
        rf"\bone in (?:every )?{SPELT}\b(?!-\w)|"
        r"(?<![\d.,/])\b(?:one|1) in (?:every )?[1-9]\d(?= ?[),.;]| of\b)(?!\s?%|[.,]\d)",
    ),
    silent(
        words("age aged ages"),
        rf"\b(?:aged?|ages)\b(?: ran| ranged| ranging| were| varied)?(?: between| from| over|"
        rf" under)? {NUMBER}(?:\s?(?:-|–|to|and|or)\s?{NUMBER}\b(?! aged\b))?",
    ),
    silent(
        words("", "-–"),
        r"(?<![\w.,£])(?<!from )\d+(?:\.\d+)?\s?[-–]\s?\d+(?:\.\d+)?\b(?!\s?%)",
    ),
    silent(
        LENGTHS,
        rf"(?<![\w.])(?<!from ){NUMBER} to {NUMBER} {LENGTH}\b|\bbetween {NUMBER} and {NUMBER} {LENGTH}\b",
    ),
    silent(
        words("am pm"),
        r"(?<![\d.,/])\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm)\b",
    ),
    # "6/18 or better": sight.
    silent(
        words("", "/"),
        r"\b\d{1,2}/\d{1,3}(?= or (?:better|worse)\b)",
    ),
    silent(
        words("could may might would should can"),
        rf"\b(?:could|may|might|would|should|can) be {NUMBER} to {NUMBER}\b",
    ),
    silent(
        LENGTHS,
        rf"\b(?:within|inside|limit (?:is|was|of)|under|over|above|below|at least|at most|"
        rf"(?<!add )(?<!adds )(?<!added )(?<!adding )up to|less than|more than|"
        rf"fewer than|longer than|last|past|previous|every|first|next|after|following|beyond|exceed(?:ed|ing)|coming|"
        rf"for(?! \d+\.\d| \d{{3}}| \d,\d))\s+(?:the )?(?:last )?"
        # "After 12,732 seconds in total": what several took together is no limit.
        rf"{NUMBER}[ -](?:working |calendar |school )?{LENGTH}\b(?! (?:in total|in all|altogether|all told)\b)",
    ),
    silent(
        LENGTHS,
        # "Took 5, 8 and 14 days after the event": the last of a list.
        rf"(?<!\d and )(?<!\d, )\b{NUMBER} {LENGTH} (?:ago|or more|or less|or over|or longer|old|earlier|later|before|"
        r"after)\b",
    ),
    silent(
        words("", "-"),
        # "A 19-point gain" is a size, as "a gain of 19 points" is.
        rf"\b{NUMBER}-(?!{POINTS_OF_CHANGE})(?!(?:{'|'.join(UNITS[1:10])})\b)[a-z]+(?:-[a-z]+)?\b",
    ),
    silent(
        words("", "£"),
        r"£\s?[\d,.]+[km]? (?:limit|threshold|cap|ceiling|allowance)\b",
    ),
    silent(
        words("", "£"),
        r"\b(?:limit|threshold|cap|ceiling) of £\s?[\d,.]+\d[km]?",
    ),
    silent(
        words("margin margins", "±"),
        r"±\s?\d+(?:\.\d+)?(?:\s?%| (?:percentage )?points?)?|"
        r"\bmargins? of error (?:is|was|of|are|were)(?: about| around)? (?:plus or minus )?\d+(?:\.\d+)?"
        r"(?:\s?%| (?:percentage )?points?)?",
    ),
    silent(
        words("limit threshold ceiling maximum minimum"),
        r"\b(?:limit|threshold|ceiling|maximum|minimum) of \d[\d,.]* ?"
        r"(?:µg|mg|ng|g|kg|ml|l|mm|cm|km|m|°C|dB|ppm|mph|bq)\b(?:/[a-z]+)?",
    ),
    silent(
        words("target standard benchmark threshold goal limit ceiling tolerance"),
        rf"(?<!% )(?<!cent )\b(?:(?:{LIMITS})\b(?: of)?|{NOT_MET_BY}(?:{LIMITS})(?::| is| was)) (?:at least )?{NUMBER}"
        r"\s?(?:%|per ?cent)",
    ),
    silent(
        words("target standard benchmark threshold goal limit ceiling tolerance aim"),
        rf"\b{NUMBER}\s?(?:%|per ?cent) (?:(?:{LIMITS})\b|aim\b)",
    ),
    silent(
        words("scale"),
        rf"\b(?:on a|a) scale (?:of|from) {NUMBER} to {NUMBER}\b",
    ),
    silent(
        words("out"),
        # "A mean of 6.5 out of 10": how far the scale goes.
        r"(?<=\.\d )out of (?:ten|five|10|5|four|seven|7|100)\b|"
        r"\bout of (?:ten|five|10|5|four|seven|7|100)\b(?=[ ,.)]*(?:of(?= \d)|for|averaged|on|;|\)|,|$|"
        r"were|was|is|are|and))",
    ),
    # "Nine in one and seven in the other": no figure.
    silent(
        words("other"),
        r"\b(?:in|at|on|from|by|for|of) (?:the )?one(?=,? (?:and|but|against|to|v|versus)\b[^.;]{1,40}\bother\b)",
    ),
    silent(
        words("one two"),
        r"\b(?:one|two) (?:another|or more|or two|thing|way|hand|such|by one)\b",
    ),
    # "Each was given one grade".
    silent(
        words("one"),
        r"\beach (?:was |were )?(?:given|got|gave|had|put in(?:to)?|in|of) (?:only |just )?(?P<figures>one) "
        r"(?:[a-z]+ )?(?:grade|mark|rating|answer|category|group|class|judgement|band|reason|cause)\b",
    ),
    silent(
        words("one"),
        r"\b(?:at|any|no|not|some|every|each|this|that|the|which|only the) one\b(?! (?:in|of))|\bevery one(?= of)|"
        r"\bthe (?!other\b)[a-z]+ one(?=[.,;:)]|$)",
    ),
    # "Clinics One, Two and Three", "Team Four": names.
    silent(
        NAMED_BY_NUMBER,
        r"(?<=[A-Za-z] )(?P<figures>(?-i:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)(?:(?:, | and |, and | or )"
        r"(?-i:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten))*)\b(?! [a-z]+s (?:of|out of)\b)",
    ),
    *NAMES_AND_SCALES,
)
WORDS = frozenset(word for each in QUIET for word in each.needs.words)
SIGNS = frozenset(sign for each in QUIET for sign in each.needs.signs)
# Age groups, where a text speaks of ages: "16 to 29, 41%", "of under 30s", "at 65 and over".
AGED = words("age aged ages older younger oldest youngest old young")
OVERS = re.compile(r"\b(?:and|or) over\b|\b(?:under|over)-? ?\d\ds\b", re.I)
AGES = re.compile(
    r"(?<![\d,.%£])(?<!from )(?<!between )\b\d\d? (?:to|and under|or under) \d\d\b(?!\s?%|[.,]\d|\s?per)"
    r"(?! (?:of|out|points|in the)\b)|"
    r"(?<![\d,.£])\b\d\d(?: (?:and|or) (?:over|above|older|under|below|younger)\b|\+(?!\d))|"
    r"\b(?:under|over|below|above)[- ]\d\ds?\b(?!\s?%|[.,]\d|\s?per)",
    re.I,
)
# Months with a figure each, three or more: counts, not dates. A stand-in parts them while dates are blanked.
MONTHLY = re.compile(
    rf"(?<!\bon )(?<!\bby )\b(?:{MONTH}\.? \d+(?:\s?[,;]| and|,? and)?\s?){{3,}}(?!\s*(?:19|20)\d\d)", re.I
)
PARTED = "\x1f"
# A place with a name of its own, and a figure behind it.
PLACE = re.compile(r"(?:Ward|Bay|Wing|Gate|Area|District|Region|Site|Unit|Block|Team|Zone|Cohort|Group) \d+")
NAMED = re.compile(
    r"\b(?!(?:In|On|At|For|From|To|By|Of|The|And|Our|This|That|With|Both|All|Each|Near|Outside|When|Only|"
    r"Key)\b)[A-Z][a-z’']+ $"
)
APART = re.compile(r"(\d+(?:\.\d+)?)\s[-–]\s(\d+(?:\.\d+)?)")
SLASHED = re.compile(r"(?<![\w/.,£$-])(?P<part>\d{1,6})/(?P<whole>\d{1,6})(?![\w/]|[.,]\d|-\w)")
PERCENT_BEHIND = re.compile(r"[^.;:()\d]{0,40}[(,=]\s*\d+(?:\.\d+)?\s?(?:%|per ?cent)", re.I)


@lru_cache(maxsize=16384)
def quieted(text: str) -> str:
    """A text, as long as before, with the figures that claim nothing blanked.

    >>> quieted("Of 30, aged 3 to 17").rstrip()
    'Of 30, aged'
    """
    if not has_figure(text):
        return text
    found = WORD.findall(text.lower())
    here = frozenset(found)
    if not MONTHS.words.isdisjoint(here) and sum(word in MONTHS.words for word in found) > 2:
        text = MONTHLY.sub(lambda found: re.sub(r" (?=\d)", PARTED, found.group()), text)
    if not AGED.words.isdisjoint(here) or ("over" in here and OVERS.search(text)):
        text = AGES.sub(_blank, text)
    for at in sorted(_worth_a_try(here, text)):
        text = QUIET[at].pattern.sub(_blank, text)
    if "/" in text:
        text = SLASHED.sub(_slashed, text)
    return text.replace(PARTED, " ")


# By word and by sign the patterns that one of them is enough for.
BY_WORD = {word: {at for at, each in enumerate(QUIET) if word in each.needs.words} for word in WORDS}
BY_SIGN = {sign: {at for at, each in enumerate(QUIET) if sign in each.needs.signs} for sign in SIGNS}


def _worth_a_try(here: frozenset[str], text: str) -> set[int]:
    """Which patterns have what they need in a text. here: its words in small letters."""
    by_word = [BY_WORD[word] for word in here & WORDS]
    return set().union(*by_word, *(places for sign, places in BY_SIGN.items() if sign in text))


def _blank(found: re.Match[str]) -> str:
    """ "38 – 14 of one kind" is no span: a span goes up; "Elmet Ward 7, Dene Ward 3" are counts and no names."""
    if PLACE.fullmatch(found.group()) and NAMED.search(found.string, 0, found.start()):
        return found.group()
    apart = APART.fullmatch(found.group())
    if "figures" in found.re.groupindex:
        low, high = (place - found.start() for place in found.span("figures"))
        return found.group()[:low] + " " * (high - low) + found.group()[high:]
    return found.group() if apart and Decimal(apart[1]) > Decimal(apart[2]) else " " * len(found.group())


def _slashed(found: re.Match[str]) -> str:
    """ "13/15" is thirteen of fifteen; "15/13" counts nothing, and "23/24" is a year unless its share is printed."""
    part, whole = int(found["part"]), int(found["whole"])
    year = whole == part + 1 and 9 < part < 40 and not PERCENT_BEHIND.match(found.string, found.end())
    return found.group() if 0 < whole >= part and not year else " " * len(found.group())


def has_figure(text: str) -> bool:
    """Whether a text has a number, in digits or in words."""
    return bool(DIGIT.search(text) or FIGURE.search(text))
