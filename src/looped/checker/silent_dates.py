"""Dates, tests of significance, rates and names of things: figures that claim nothing, the first half of them."""

from looped.checker.silent import LENGTH, MONTH, SO_MANY, SPELT, silent, words

MONTHS = words(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov "
    "november dec december"
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
DATES_AND_NAMES = (
    # "(edition 4.1, pages 7 to 9)".
    silent(
        words("pages pp paragraphs sections appendices tables figures footnotes"),
        r"\b(?:pages|pp\.?|paragraphs|sections|appendices|tables|figures|footnotes) \d+(?:\.\d+)*"
        r"(?:(?: (?:to|and) |[-–]|, )\d+(?:\.\d+)*)+(?![\d,.]*\d|\s?%| (?!of\b|in\b|and\b|to\b|set|give|show|"
        r"describe)[a-z]+s\b)",
    ),
    # "The usual dose was 1.5 g every 8 hours".
    silent(
        words("every daily dose"),
        r"\b\d+(?:\.\d+)? ?(?:g|mg|mcg|micrograms?|ml|units?)(?: (?:of [a-z]+ )?)?(?= ?(?:every \d|once|twice|"
        r"daily|a day|three times))",
    ),
    # "The median age was 71 (range 34 to 93)".
    silent(
        words("age"),
        r"\b(?:mean|median|average) age (?:(?:was|is|of|:|=) ?)?\d+(?:\.\d+)?(?! ?%)(?: years?)?"
        r"(?: ?\((?:range|iqr|sd|interquartile range)[^)]{0,20}\))?",
    ),
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
    # "The week 24 visit", "at the day 90 assessment": its name; "over the year 24 visits were made": counted.
    silent(
        words("week day month year"),
        r"(?<!over the )(?<!during the )(?<!throughout the )(?<!in the (?=year))(?<!this )(?<!last )(?<!past )"
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
        r"audit|case|file|family|child|room|standards?|"
        # "At the main site 75 were seen", "on the surgical ward 18 had one": counted, and no name.
        r"(?<!main )(?<!other )(?<!same )(?<!second )(?<!first )(?<!third )(?<!surgical )(?<!medical )(?<!maternity )"
        r"(?<!female )(?<!male )(?<!largest )(?<!smallest )(?<!stroke )(?<!children’s )(?<!children's )(?:site|ward)|"
        r"criteri(?:on|a)|recommendations? no|objective|band|tier|level|ref|reference|(?<!, )(?<!and )(?<!; )no|note|"
        r"footnote|key stage|floors|levels|blocks|"
        r"years? "
        # "In the audit period 72 patients", "over the quarter 33 files": counted, and no name.
        r"groups?|(?<!\bthe )(?<!audit )(?<!review )(?<!study )(?<!reporting )(?<!same )(?<!this )(?<!that )(?<!whole )"
        r"(?<!first )(?<!second )(?<!last )(?<!earlier )(?<!later )(?:period|cycle|round|quarter|term)s?|"
        r"(?<!\bthis )(?<!\bthat )(?:period|cycle|round|quarter|term)s?(?! \d\d+ (?:[a-z-]+ ){0,2}?[a-z]+s\b)|"
        r"(?:(?<=first )|(?<=second )|(?<=last ))quarter|"
        r"(?<!a )(?<!the )(?<!first )(?<!second )(?<!last )(?<!that )(?<!each )(?<!same )week|"
        r"weeks(?! \d+ (?!and|to|or)[a-z])|"
        r"(?<!the )(?<!\bthat )(?<!\bthis )days?|"
        r"units?|paragraph|para|(?<!\bthat )(?<!\bthis )question|ps|ks|q|"
        r"grades?|types?|zone|lines?|regulation|schedule|bands?|category|categories|guidelines?|clause|article|rule)"
        r"(?:(?<=\bno)\.|(?<=fig)\.|(?<=para)\.|(?<=ref)\.|(?<=table)\.)? ?#?"
        # "Kestrel ward 106 of its 213": counted, and no name.
        r"(?!\d+ (?:out )?of (?:(?:its|their|our|the|all) )?\d)\d+[a-z]?(?:\.\d+)*"
        r"(?:(?: and | to |, (?=\d+(?:,| and| or))|-|–|/)\d+(?:\.\d+)*"
        # "From 67 files in cycle 1 to 49 files in cycle 2", "cycle 1 to 49 minutes": a figure, and no name; nor is
        # "were due at week 12 and 105 were received".
        rf"(?!/\d| (?:were|was|had|did|came|went|gave|received|returned|completed)\b|"
        rf" (?:[a-z’'-]+ ){{0,3}}?(?:in|at|for|on|from|of) (?P=name)|(?: out)? of (?:the )?\d| {LENGTH}\b))*\b"
        r"(?!\s?%|\s?per|\.\d|,\d)",
    ),
)
