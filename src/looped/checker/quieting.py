"""Numbers that claim nothing - dates, ages, intervals, limits, names of things - blanked out of a text."""

import re
from decimal import Decimal
from functools import lru_cache

from looped.checker.limit_words import LIMITS, NOT_MET_BY
from looped.checker.numbers import UNITS
from looped.checker.silent import HUNDREDS, LENGTH, MONTH, NAMES_AND_SCALES, NUMBER, SO_MANY, SPELT, silent, words

__all__ = ["HUNDREDS", "LENGTH", "MONTH", "NUMBER", "SPELT", "has_figure", "quieted"]

# "Thirty-seven out of fifty": so many were counted.
OUT_OF_FIFTY = r"[a-z]+ty-[a-z]+ out of (?:fifty|50)\b"
FIGURE = re.compile(rf"\d|\b{SPELT}\b|\bhundred\b|\b(?:half|third|quarter|fifth|sixth|eighth|tenth)", re.I)
DIGIT = re.compile(r"\d")
WORD = re.compile(r"[a-z]+")
MONTHS = words(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov "
    "november dec december"
)
LENGTHS = words(
    "second seconds sec secs minute minutes min mins hour hours hr hrs day days night nights week weeks month months "
    "year years yr yrs decade decades"
)
NAMES = words(
    "section page part table figure fig chapter appendix annex box version phase stage item step wave waves audit case "
    "file family child site ward room standard standards criterion criteria recommendation recommendations objective "
    "floors levels blocks "
    "band bands tier level ref reference no note footnote key year years period periods cycle cycles round rounds "
    "quarter quarters week weeks day days term terms unit units paragraph para question ps ks q grade grades type "
    "types zone line lines regulation schedule category categories guideline guidelines clause article rule"
)
# Who reads, rates and asks for an audit.
WORKERS = (
    "auditors reviewers readers assessors raters researchers investigators doctors nurses clinicians consultants "
    "managers inspectors interviewers coders observers authors statisticians clerks"
)
# Spans that look like figures and claim nothing.
QUIET = (
    # "On 12 and 19 November".
    silent(
        MONTHS,
        rf"\b(?:[12]?\d|3[01])(?:, (?:[12]?\d|3[01]))*,? (?:and|or) (?:[12]?\d|3[01]) {MONTH}\b",
    ),
    # "Ref. FA/23/118": a file's name.
    silent(
        words("", "/"),
        r"(?-i:(?<![\w/])[A-Z]{1,6}(?:/\d+)+)\b",
    ),
    # A time of the day, or a ratio: before anything that would take a half of it.
    silent(
        words("", ":"),
        r"\brandomised \d+:\d+|\b\d+:\d+\b",
    ),
    silent(
        words("ci confidence interval intervals level"),
        r"\b9[059](?:\.\d)?\s?(?:%|per ?cent) (?:ci|level|confidence(?: intervals?)?|"
        r"(?:credible )?intervals?)\b[^;)a-z]*(?:to[^;)a-z]*)?",
    ),
    silent(
        words("", "(["),
        # But "(61, 46.2%)" is a count and its share, and "fell (71% to 62%)" from where to where.
        r"(?<!fell )(?<!rose )(?<!grew )(?<!shrank )(?<!improved )(?<!worsened )(?<!dropped )(?<!slipped )(?<!climbed )"
        r"(?<!declined )(?<!increased )(?<!decreased )[(\[](?!\d+, "
        r"\d+(?:\.\d+)?%[)\]])\s*[-−–]?\d+(?:\.\d+)?%?\s*(?:to|-|–|,(?!\d{3}[)\]]))"
        r"\s*[-−–]?\d+(?:\.\d+)?%?\s*[)\]]",
    ),
    silent(
        words("value", "=<>≤≥"),
        r"\bp\s*(?:[=<>≤≥]|value(?: of)?)\s*0?[.·]\d+",
    ),
    silent(
        words("significance"),
        r"\bsignificance (?:level|threshold)?\b[^.;%\d]{0,20}\d+(?:\.\d+)?(?:\s?%)?",
    ),
    silent(
        words("sd se standard iqr interquartile range"),
        r"\b(?:sd|se|standard deviation|standard error|iqr|interquartile range|range)\b\W{0,3}(?:of |from |was )?"
        r"\d+(?:\.\d+)?(?:\s*(?:-|–|to)\s*\d+(?:\.\d+)?)?%?",
    ),
    silent(
        words("hr or rr hazard odds relative risk kappa chi"),
        r"\b(?:(?-i:HR|OR|RR|aOR|aHR|aRR)|hazard ratio|odds ratio|relative risk|risk ratio|kappa|"
        r"chi-squared?)\b[^.;,\d(]{0,30}\d+\.\d+",
    ),
    # "Two doctors read the notes with a form": who did the work, where no more is counted.
    silent(
        words(WORKERS),
        rf"\b(?:two|three|four|five|six|[2-6]) (?:(?!of\b)[a-z-]+ ){{0,2}}?(?:{WORKERS.replace(' ', '|')}) "
        r"(?:[a-z]+ly )?(?:read|reviewed|screened|extracted|assessed|rated|"
        r"scored|checked|examined|coded|interviewed|went through|looked through) "
        rf"(?![^.;\d]*(?:\b{SPELT}\b(?!-)|\beach\b|\d))",
    ),
    # "At least one adverse event": some, and no count.
    silent(
        words("one"),
        r"\b(?:at least one|one or more)\b(?! (?:in|of|third|quarter|half|fifth)\b|-)",
    ),
    # "VAT was charged at 20%": a rate, and no share of anything told.
    silent(
        words("vat tax duty interest discount commission"),
        r"\b(?:vat|tax|duty|interest|discount|commission) (?:(?:was|is|are|were) )?(?:charged |levied |"
        r"payable |paid |set |due )?"
        r"at (?:a rate of )?\d+(?:\.\d+)?\s?%(?! of\b)",
    ),
    # "Its interval includes 1", "the interval excludes zero".
    silent(
        words("interval intervals ci"),
        r"\b(?:intervals?|ci)\b[^.;\d]{0,40}?\b(?:includ|exclud|contain|cross|span|cover)\w* (?:1(?:\.0+)?|0|one|zero|"
        r"unity)\b(?![,.]?\d|\s?%)",
    ),
    silent(
        words("", "/–-"),
        r"\b(?:19|20)\d\d\s?[/–-]\s?(?:20)?\d\d\b",
    ),
    silent(
        MONTHS,
        rf"\b(?:from|between) (?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:to|and|until) "
        rf"(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b(?:,? (?:19|20)\d\d\b)?",
    ),
    silent(
        words("am pm mph"),
        r"\b\d{1,3}(?:[.:]\d\d)? ?(?:[ap]\.?m\b|mph\b)",
    ),
    silent(
        MONTHS,
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b(?:,? (?:19|20)\d\d\b)?",
    ),
    silent(
        MONTHS,
        rf"\b(?=[adfjmnos])(?<!\bin ){MONTH}\.? (?:[12]?\d|3[01])(?:st|nd|rd|th)?\b(?!%|\s?per|\.\d)"
        r"(?:,? (?:19|20)\d\d\b)?(?=[,.;)]|$)",
    ),
    silent(
        words("", "12"),
        r"(?<![\d,.£])(?:19|20)\d\d(?!\d|,\d|\.\d|\s?%)",
    ),
    silent(
        words("", ".)"),
        r"^\s*\(?\d+(?:\.\d+)+\.?(?=\s)|^\s*\d{1,2}[.)]\s",
    ),
    # "People under 35 were more likely than those over 65".
    silent(
        words("under over above below"),
        r"\b(?:people|persons|those|adults|men|women|boys|girls|residents|patients|respondents|participants|tenants|"
        r"employees|workers|members|staff|users|customers) (?:aged )?(?:under|over|above|below) \d\d\b"
        r"(?!\s?%|\s?per|[,.]\d| (?:of|out|days|hours|minutes|weeks|months|marks|points|miles))",
    ),
    # "It was lower at 26 weeks in both groups": when it was measured.
    silent(
        words("weeks months days years"),
        rf"\bat (?:\d+|{SPELT}) (?:weeks|months|days|years)\b(?= (?:in|for|among|with) (?:both|each|all|either|"
        rf"neither|every)\b)",
    ),
    # "The week 24 visit", "at the day 90 assessment": its name.
    silent(
        words("week day month year"),
        r"\b(?:week|day|month|year) \d+(?= (?:visit|assessment|follow-up|review|measurement|endpoint|check|scan|data|"
        r"interview|appointment|questionnaire|outcome|result)s?\b)",
    ),
    # "Fell into four groups: …": how many lines the list has.
    silent(
        words("groups categories classes types kinds bands sets grades outcomes headings"),
        rf"\b(?:f[ae]ll|falls|divide[sd]?|split|sorted|grouped|placed|broken down|coded|"
        rf"put) (?:in)?to (?:{SPELT}|[2-9]) "
        r"(?:[a-z-]+ )?(?:groups|categories|classes|types|kinds|bands|sets|grades|outcomes|headings)(?=\s?[:,;(–—.])",
    ),
    # "153 stage 1 complaints".
    silent(
        NAMES,
        r"(?<=\d )(?:key stage|stage|grade|level|tier|phase|type|band|zone|year) \d(?= [a-z]+s\b)",
    ),
    silent(
        NAMES,
        rf"(?<![\d–-] ){SO_MANY}\b(?P<name>section|page|part|table|figure|fig|chapter|appendix|annex|box|version|"
        r"phase|stage|item|step|waves?|"
        r"audit|case|file|family|child|site|ward|room|standards?|"
        r"criteri(?:on|a)|recommendations? no|objective|band|tier|level|ref|reference|(?<!, )(?<!and )(?<!; )no|note|"
        r"footnote|key stage|floors|levels|blocks|"
        r"years? "
        # "In the audit period 72 patients", "over the quarter 33 files": counted, and no name.
        r"groups?|(?<!\bthe )(?<!audit )(?<!review )(?<!study )(?<!reporting )(?<!same )(?<!this )(?<!that )(?<!whole )"
        r"(?<!first )(?<!second )(?<!last )(?<!earlier )(?<!later )(?:period|cycle|round|quarter|term)s?|"
        r"(?<!\bthis )(?<!\bthat )(?:period|cycle|round|quarter|term)s?(?! \d\d+ (?:[a-z-]+ ){0,2}?[a-z]+s\b)|"
        r"(?:(?<=first )|(?<=second )|(?<=last ))quarter|"
        r"(?<!a )(?<!the )(?<!first )(?<!second )(?<!last )(?<!that )(?<!each )week|"
        r"weeks(?! \d+ (?!and|to|or)[a-z])|"
        r"(?<!the )(?<!\bthat )(?<!\bthis )days?|"
        r"units?|paragraph|para|(?<!\bthat )(?<!\bthis )question|ps|ks|q|"
        r"grades?|types?|zone|lines?|regulation|schedule|bands?|category|categories|guidelines?|clause|article|rule)"
        r"(?:(?<=\bno)\.|(?<=fig)\.|(?<=para)\.|(?<=ref)\.|(?<=table)\.)? ?#?"
        # "Kestrel ward 106 of its 213": counted, and no name.
        r"(?!\d+ (?:out )?of (?:(?:its|their|our|the|all) )?\d)\d+[a-z]?(?:\.\d+)*"
        r"(?:(?: and | to |, (?=\d+(?:,| and| or))|-|–|/)\d+(?:\.\d+)*"
        # "From 67 files in cycle 1 to 49 files in cycle 2", "cycle 1 to 49 minutes": a figure, and no name.
        rf"(?!/\d| (?:[a-z’'-]+ ){{0,3}}?(?:in|at|for|on|from) (?P=name)|(?: out)? of (?:the )?\d| {LENGTH}\b))*\b"
        r"(?!\s?%|\s?per|\.\d|,\d)",
    ),
    silent(
        words(
            "standard standards year years period periods cycle cycles round rounds quarter quarters week weeks "
            "term terms question questions phase phases stage stages"
        ),
        # "This year nine boats": counted, and no name.
        r"(?<!this )(?<!last )(?<!next )(?<!past )(?<!previous )(?<!each )(?<!every )(?<!per )"
        r"\b(?:standards?|years?|periods?|cycles?|rounds?|quarters?|weeks?|terms?|questions?|phases?|stages?) "
        rf"(?:{SPELT})\b(?! (?:audits?|files|cases|of|out))",
    ),
    silent(
        words("year years"),
        rf"(?<!past )(?<!last )(?<!the )(?<!this )(?<!previous )(?<!whole ){SO_MANY}"
        r"(?<!that )\b(?:years?) (?!\d+,\d{3}\b)\d+(?:(?: and | to |-|–)\d+)?\b(?!\s?%)",
    ),
    silent(
        words("", "/"),
        r"\b24/7\b|\b\d{1,2}/\d{1,2}/(?:\d\d){1,2}\b|"
        r"\b(?:on|by|from|until|till|dated|before|after|since|due|to|at) \d{1,2}/(?:1[0-2]|0?[1-9])\b"
        r"(?! (?:of|patients|people|cases|files)|\s?\()",
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
        rf"\b(?:ratio|odds|score|vote|(?<!up )(?<!down )by) (?:of )?"
        rf"{NUMBER} (?:to|:) {NUMBER}\b|\b{NUMBER} to one\b",
    ),
    silent(
        words("in out every each hundred"),
        rf"(?<![\d.,/-])\b(?!{OUT_OF_FIFTY})(?:{SPELT}|\d) (?:in|out of|of(?= every| each)|"
        rf"per(?= hundred)) (?:every |each )?(?:two|"
        rf"three|four|five|six|seven|eight|nine|ten|"
        rf"twelve|fifteen|twenty|fifty|(?:a |one )?hundred|"
        r"100|50|20|15|12|10|[2-9])\b(?!\s?%|[.,]\d|\d|-[a-z])|"
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
        rf"\b{NUMBER}-(?!(?:{'|'.join(UNITS[1:10])})\b)[a-z]+(?:-[a-z]+)?\b",
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
        words("section sections regulation regulations article articles clause schedule paragraph rule", "("),
        r"\b(?:sections?|regulations?|articles?|clause|schedule|paragraph|rule) \d+[A-Z]?(?:\(\d+[a-z]?\))+",
    ),
    silent(
        words("target standard benchmark threshold goal limit ceiling tolerance"),
        rf"(?<!% )(?<!cent )\b(?:(?:{LIMITS})\b(?: of)?|{NOT_MET_BY}(?:{LIMITS})(?::| is| was)) (?:at least )?{NUMBER}"
        r"\s?(?:%|per ?cent)",
    ),
    silent(
        words("target standard benchmark threshold goal limit ceiling tolerance"),
        rf"\b{NUMBER}\s?(?:%|per ?cent) (?:{LIMITS})\b",
    ),
    silent(
        words("scale"),
        rf"\b(?:on a|a) scale (?:of|from) {NUMBER} to {NUMBER}\b",
    ),
    silent(
        words("out"),
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
