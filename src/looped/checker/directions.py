"""The words that say which way a figure went, in one place for all rules.

Each is the inside of an alternation: `rf"\\b(?:(?P<up>{ROSE})|(?P<down>{FELL}))\\b"`. A rule takes the kinds that its
statement leaves no doubt of: beside two figures nearly any, of a row of a table only the plain ones. They are written
so that few letters tell where one may stand (`patterns.py`).
"""

# These say it wherever they stand, as verbs or as nouns.
ROSE = (
    r"rose|(?<!gave )(?<!give )(?<!gives )(?<!given )(?<!giving )ris[ei]\w*|"
    r"increas\w+|gr[eo]w(?!er)\w*|climb\w*|gain(?:s|ed|ing)?|swell(?:s|ed|ing)?|swollen|"
    r"(?:went|go\w{0,3}|moved) up"
)
FELL = (
    r"fell(?! (?:due|short|foul|ill|asleep)\b)|fall(?:en|ing)?(?! (?:due|short|foul|ill|asleep)\b)|"
    r"(?<!\ba )(?<!\d )falls|"
    r"drop(?:s|p\w+)?|decreas\w+|declin\w+|reduc\w+|"
    r"shr[aiu]nk\w*|dwindl\w+|diminish\w+|"
    r"(?:went|go\w{0,3}|c[oa]m\w+|moved) down|los(?:t|e|ing) ground"
)
# Before the two: nouns are left out, for they may be what is counted: "falls went from 6 to 36".
NO_NOUN = r"(?!(?:rises?|increases?|growth|gains?|climb|swell|falls?|drops?|decreases?|declines?|reductions?)\b)"
# These say it of figures beside them, and elsewhere something else: staff are contracted, pain is eased.
ROSE_BESIDE = (
    r"jump(?:s|ed|ing)?|leapt|soared|mount(?:ed|s|ing)|widen(?:ed|s|ing)|lengthen(?:ed|s|ing)|expanded|"
    r"(?<!in )advance[ds]?|"
    r"(?:crept|edged|shot|picked) up"
)
FELL_BESIDE = (
    r"slipp(?:ed|ing)|slid|sank|sunk|narrow(?:ed|s|ing)|eased|tumbled|plunged|plummeted|"
    r"dip(?:ped|s)?(?! (?:sampl|test|check|read)\w*)|contracted|"
    r"shorten(?:ed|s|ing)|(?:crept|edged) down"
)
# Of a figure that is compared with one before it.
MORE = r"higher|more|larger|longer|greater"
LESS = r"lower(?:ed|s)?|fewer|less|smaller|shorter"
UPWARDS, DOWNWARDS = r"upwards?|upturn", r"downwards?|downturn"
# "Up" and "down" say it where a figure, a time or a size comes next.
NEXT = r" (?=(?:by|from|on|to|in|since|between|for|at)\b)"
# Which way these go depends on whether more of the thing is good.
IMPROVED = r"improv(?:ed?|es|ing)"
WORSENED = r"worsen\w*|deteriorat\w+"
# Among others "requires improvement" is a grade, and better is said of two things at one time.
BETTER, WORSE = rf"{IMPROVED}|improvements?|better", rf"{WORSENED}|worse|(?:gone|went|going) backwards"
# Set against another group, not against an earlier time: "consistently higher in the north than in the south".
THAN_OTHERS = (
    r"[^.;:]{0,60}?\bthan (?!(?:in |at |on |for |during |they |it )*(?:the |each |any |a )?(?:(?:one|figure|value|"
    r"month|quarter|year|week|term|wave|round|cycle|time)s? )?(?:was |were |is |are )*(?:before|last|previous|"
    r"preceding|prior|earlier|ever|its predecessor|(?:19|20)\d\d))"
)
# It went nowhere: denied, aimed at or supposed.
NOT_SO = (
    # "Files with no plan", "items not returned", "boats without a plan" are things, and no denial.
    r"\b(?:not(?! [a-z]+(?:ed|en|id|ade) $)|(?<!with )(?<!had )(?<!has )(?<!having )no|never|neither|nor|n't|"
    r"whether|if|"
    r"hardly|should|would|could|target|aim|hope|expect\w*|planned|plan(?:s|ning)? to)\b"
    r"[^.;,]{0,24}$"
)
