"""What is called significant or not, against the value of p told with it or printed in its row of a table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.patterns import pattern_of
from looped.checker.quantified import quantifiers
from looped.checker.remarks import Remark, by_statement, within
from looped.checker.sheets.sheet import Sheet

CODE = "significance"
MESSAGE = "What is called significant has a value of p below the level told, or below 0.05."
GOOD = "Pain fell further with the new splint (p = 0.012), a significant difference."
BAD = "Pain fell further with the new splint (p = 0.212), a significant difference."

SIGNIFICANT = pattern_of(r"\b(?P<un>non-?|in)?significan(?:t(?:ly)?|ce)\b", re.I)
P = pattern_of(
    r"(?<![\w-])p(?:[- ]values?)?\s*(?:(?P<sign>[=<>≤≥])|(?:of|was|is|being|came "
    r"to)\b)\s*(?P<p>(?:0|1)?[.·]\d+)(?![\d%])",
    re.I,
)
# "Set at p < 0.05", "the 5% level", "alpha was 0.01".
MARK = r"(?:threshold|cut-?off|level|criterion|significan\w+|limit|standard)"
LEVEL = pattern_of(
    r"\b(?:at|to) (?:the )?(?P<percent>\d+(?:\.\d+)?)\s?(?:%|per ?cent)(?: significance)? level\b|"
    r"\b(?:significan(?:ce|t)|alpha|α|threshold|cut-?off)\b[^.;:()]{0,40}?\b(?:set at|level (?:of|was|is)|at|of|was|is|"
    r"taken as|defined as|below|under|at or below)\s*(?:an? )?(?:alpha (?:of )?|p[- ]?(?:values? "
    r")?)?(?:of |below |under |"
    r"less than )?[=<≤]?\s*(?P<level>0?\.\d+)|"
    rf"\b(?:taking|using|adopting|given|applying|with|at|took|used) (?:(?:a|the|{MARK}|of) ){{0,3}}"
    rf"p\s?[<≤]\s?(?P<taken>0?\.\d+)(?=[^.;:()]{{0,12}} (?:as|for) (?:the |a |our )?{MARK}\b)|"
    r"\bp\s?[<≤]\s?(?P<below>0?\.\d+) (?:was|were|is) (?:taken|considered|regarded|treated|deemed|counted|the)\b",
    re.I,
)
NO = pattern_of(
    r"\b(?:not|no|neither|nor|never|none|without|lack(?:s|ed|ing)?|fail(?:s|ed|ing)? to|far from|short of)\b|n[’']t\b",
    re.I,
)
NEAR_NO = 64
NEITHER = pattern_of(r"\bneither\b", re.I)
WHO = pattern_of(
    r"\b(?:who|whom|whose|which|that|where|those)\b[^.;:]{0,30}\b(?:not|no|never|without)\b|n[’']t\b.*\bwho\b", re.I
)
NOT_REACHED = pattern_of(
    r"[^.;:,()]{0,20}?\b(?:was|were|is|had|has) (?:not|never) (?:been )?(?:reached|achieved|"
    r"attained|found|shown|seen)\b|"
    r"[^.;:,()]{0,20}?\b(?:could|did) not\b",
    re.I,
)
# Significant in another sense, or by another rule than the level alone.
OTHERWISE = pattern_of(
    r"\b(?:clinical(?:ly)?|practical(?:ly)?|bonferroni|holm|corrected|correction|adjust\w*|multiple|one-sided|if|whether|"
    r"would|interaction|heterogeneity|borderline|marginal(?:ly)?|nearly|almost|trend|approach\w*|but for|no longer|"
    r"pre-?specified|non-?inferior\w*|power)\b",
    re.I,
)
CLAUSE = pattern_of(r"[;](?=\s)|[.](?=\s+[A-Z])|,? (?:but|while|whereas|although|though|whilst)\b|, and\b|[.]$", re.I)
# "The reduction was not significant": of which the clause before tells the value.
POINTS = pattern_of(
    r"\W*(?:and |so |thus |therefore )?(?:this|it|that|(?:the|this|that) (?:difference|reduction|"
    r"effect|result|finding|change|"
    r"increase|improvement|fall|rise|association|benefit|gain|drop))\b(?: between [^.;:,]{3,40})? "
    r"(?:was|is|did|reached|failed)\b",
    re.I,
)
# "With p values of 0.37, 0.02 and 0.46 only one of the differences was significant".
VALUE = r"(?:0|1)?[.·]\d+"
P_LIST = pattern_of(
    rf"\bp[- ]?values?(?: (?:of|were|was|are))?:? (?P<list>{VALUE}(?:, {VALUE})+,? and {VALUE})\b", re.I
)
SO_MANY = pattern_of(
    r"[^.;:,()\d]{0,40}?\b(?:was|were|is|are|reached|proved)(?P<not> not)? (?:statistically )?significan(?:t|ce)\b",
    re.I,
)
RIGHT_BEFORE = pattern_of(r"(?:\b(?:not|no|never)|n[’']t)(?: [a-z]+ly| quite| be| found to be| a)* ?$", re.I)
UNLIKE = pattern_of(r"\b(?:unlike|not in|but not|except|than|rather|apart|only|alone|neither|both|all|each)\b", re.I)
P_HEAD = pattern_of(r"^(?:two-sided )?p(?:[- ]?values?)?\b", re.I)
END = r"[-−–]?\d+(?:\.\d+)?"
INTERVAL = pattern_of(
    rf"\b95\s?(?:%|per ?cent)\s?(?:confidence )?(?:CI|intervals?)[:,]?\s?(?:(?:of|from|was|is|"
    rf"=)\s)*(?P<low>{END})\s?%?\s?"
    rf"(?:to|,|–|-)\s?(?P<high>{END})(?![\d.]*\d)",
    re.I,
)
SPAN = re.compile(rf"(?P<low>{END})\s?%?\s?(?:to|,|–|-)\s?(?P<high>{END})\s?%?\s*[)\]]?$")
CI_HEAD = pattern_of(r"\b(?:CI|confidence)\b", re.I)
RATIO = pattern_of(r"\b(?:ratios?|HR|OR|RR|aOR|aHR|relative risk|odds|hazard)\b", re.I)
DIFFERS = pattern_of(
    r"\b(?:differences?|by|more|less|lower|higher|fewer|longer|shorter|change|reduction|increase)\b",
    re.I,
)
YES = pattern_of(r"^(?:yes|y|significant|sig\.?|✓|✔|\*)$", re.I)
NS = pattern_of(r"^(?:no|n|ns|n\.s\.?|not significant|non-?significant|✗|✘|[–-])$", re.I)
FEWEST = 3
USUAL = Decimal("0.05")
WHOLE = 100


@dataclass(frozen=True)
class Value:
    """A value of p. sign: "=", or what it is said to be below or above; shown: the interval that tells so much."""

    value: Decimal
    sign: str
    shown: str = ""

    def is_below(self, level: Decimal) -> bool | None:
        """Whether it is below a level; None where that isn't told."""
        if self.sign in "<≤":
            return True if self.value <= level else None
        if self.sign in ">≥":
            return False if self.value >= level else None
        return self.value < level if self.value != level else None


def check(context: Context) -> Iterator[Finding]:
    """Each such statement with its value of p in the same clause, and each on a row of a table that prints them."""
    told = " ".join(each.text for each in context.paragraphs_with(LEVEL))
    levels = _levels(told)
    for paragraph in context.paragraphs_with(P, INTERVAL, P_LIST):
        if SIGNIFICANT.search(paragraph.text):
            yield from _told(paragraph, levels)
            yield from _of_list(paragraph, levels)
    if len(levels) < 2:
        for placed in context.sheets:
            yield from _column(placed.sheet, levels[0] if levels else USUAL)
        yield from by_statement(context, lambda remark: _of_rows(remark, levels), SIGNIFICANT)


def _levels(text: str) -> list[Decimal]:
    found = []
    for each in LEVEL.finditer(text):
        percent = each["percent"]
        found.append(Decimal(percent) / WHOLE if percent else Decimal(each["level"] or each["below"] or each["taken"]))
    return list(dict.fromkeys(found))


def _told(paragraph: Paragraph, every: Sequence[Decimal]) -> Iterator[Finding]:
    """Clause by clause: one statement, and values of p that all lie on the same side: its own, or those pointed at."""
    text = paragraph.text
    cuts = [0, *(each.end() for each in CLAUSE.finditer(text)), len(text)]
    before: list[Value] = []
    for low, high in zip(cuts, cuts[1:], strict=False):
        clause = text[low:high]
        levels = _levels(clause) or list(every) or [USUAL]
        spans = [each.span() for each in LEVEL.finditer(clause)]
        own = [
            Value(Decimal(each["p"].replace("·", ".")), each["sign"] or "=")
            for each in P.finditer(clause)
            if not any(start <= each.start() < end for start, end in spans)
        ]
        own = own or ([] if P.search(text) else _of_interval(clause, levels[0]))
        values = own or (before if len(before) == 1 and POINTS.match(clause) else [])
        before = own
        said = says(clause, spans)
        sides = {each.is_below(levels[0]) for each in values}
        if said is None or len(levels) != 1 or len(sides) != 1 or None in sides:
            continue
        below = sides.pop() is True
        verdict: Verdict = "ok" if below == said else "wrong"
        told = f"p {values[0].sign} {values[0].value}" if not values[0].shown else values[0].shown
        why = f"{told}, against {levels[0]}: it is {'' if below else 'not '}significant"
        slip = f"{CODE}/{paragraph.line}/{low}"
        expected = "significant" if below else "not significant"
        yield Finding(CODE, verdict, paragraph.where, clause.strip(), clause.strip(), expected, why, slip, "likely")


def _of_list(paragraph: Paragraph, every: Sequence[Decimal]) -> Iterator[Finding]:
    """How many of a list of values are said to be significant, or not to be."""
    found = list(P_LIST.finditer(paragraph.text))
    levels = _levels(paragraph.text) or list(every) or [USUAL]
    if len(found) != 1 or len(levels) != 1:
        return
    values = [Decimal(each.replace("·", ".")) for each in re.findall(VALUE, found[0]["list"])]
    for said in quantifiers(paragraph.text):
        told = SO_MANY.match(paragraph.text, said.end)
        if said.start < found[0].end() or not told or not said.is_of(len(values)):
            continue
        lead = re.split(r"[.;](?=\s)", paragraph.text[: said.start])[-1]
        if OTHERWISE.search(f"{lead}{told.group()}"):
            continue
        having = sum(each < levels[0] for each in values)
        having = len(values) - having if told["not"] else having
        right = said.holds(having, len(values)) or levels[0] in values
        why = f"of {found[0]['list']} {having} {'are not' if told['not'] else 'are'} below {levels[0]}"
        quote = paragraph.text[said.start : told.end()]
        slip = f"{CODE}/{paragraph.line}/{said.start}"
        verdict: Verdict = "ok" if right else "wrong"
        yield Finding(CODE, verdict, paragraph.where, quote, quote, "" if right else str(having), why, slip, "likely")


def _of_interval(clause: str, level: Decimal) -> list[Value]:
    """What a 95% interval says of p: whether it leaves out one, of a ratio, or else nought."""
    found = list(INTERVAL.finditer(clause))
    if len(found) != 1 or level != USUAL:
        return []
    low, high = (Decimal(re.sub(r"^[−–]", "-", found[0][end])) for end in ("low", "high"))
    null = Decimal(1 if RATIO.search(clause[: found[0].start()]) else 0)
    if low >= high or null in (low, high) or not (null or low < 0 or DIFFERS.search(clause)):
        return []
    sign, side = (">", "includes") if low < null < high else ("<", "excludes")
    return [Value(USUAL, sign, f"the interval {side} {null}")]


def says(clause: str, levels: Sequence[tuple[int, int]] = ()) -> bool | None:
    """Whether a clause calls something significant; None where it doesn't say so, or not plainly.

    >>> says("the groups did not differ significantly"), says("a significant fall"), says("clinically significant")
    (False, True, None)
    """
    found = [
        each for each in SIGNIFICANT.finditer(clause) if not any(low <= each.start() < high for low, high in levels)
    ]
    if len(found) != 1 or OTHERWISE.search(clause):
        return None
    word = found[0]
    if word.group().lower().endswith("ce") and LEVEL.search(clause):
        return None
    lead = clause[max(0, word.start() - NEAR_NO) : word.start()]
    if WHO.search(lead) and not RIGHT_BEFORE.search(lead):
        return None  # "those who did not return were significantly older"
    clause = re.sub(r"\bnor\b", "or", clause, flags=re.I) if NEITHER.search(clause) else clause
    lead = re.sub(r"\bnor\b", "or", lead, flags=re.I)
    near, far = len(NO.findall(lead)), len(NO.findall(clause))
    behind = bool(NOT_REACHED.match(clause, word.end()))
    if far != near + behind or near + behind + bool(word["un"]) > 1:
        return None
    return not (near or behind or word["un"])


def _of_rows(remark: Remark, levels: Sequence[Decimal]) -> Iterator[Finding]:
    """Of the rows that a clause names, each has its value of p on the side that is said."""
    sheet = remark.sheet
    columns = [at for at, head in enumerate(sheet.heads) if P_HEAD.match(head.strip())]
    if len(columns) != 1 or P.search(remark.text):
        return
    for word in SIGNIFICANT.finditer(remark.text):
        low, high = remark.clause(word.start())
        said = says(remark.text[low:high])
        rows = within(remark.rows, low, high)
        values = [value for row in rows if (value := _value(sheet, row, columns[0]))]
        if said is None or len(values) != len(rows) or not rows or UNLIKE.search(remark.text[low:high]):
            continue
        if len(rows) > 1 and NO.search(remark.text[low:high]):
            continue  # "neither", "no difference in both"
        sides = [each.is_below(levels[0] if levels else USUAL) for each in values]
        if None in sides:
            continue
        verdict: Verdict = "ok" if all(each == said for each in sides) else "wrong"
        listed = ", ".join(f"{sheet.labels[row]} {sheet.texts[row][columns[0]]}" for row in rows)
        expected = "significant" if sides[0] else "not significant"
        yield remark.finding(CODE, verdict, (low, high), expected, f"{sheet.heads[columns[0]]}: {listed}")


def _column(sheet: Sheet, level: Decimal) -> Iterator[Finding]:
    """A column that says of each row whether it is significant, beside one of p or of intervals: all fit but one."""
    asked = [at for at, head in enumerate(sheet.heads) if SIGNIFICANT.search(head) and sheet.kinds[at] == "words"]
    columns = [at for at, head in enumerate(sheet.heads) if P_HEAD.match(head.strip())]
    if len(asked) != 1 or len(columns) > 1:
        return
    missed, known = [], 0
    for row, texts in enumerate(sheet.texts):
        word = texts[asked[0]].strip(" .*")
        said = YES.match(word)
        value = _value(sheet, row, columns[0]) if columns else _interval_in(sheet, row)
        below = value.is_below(level) if value and (said or NS.match(word)) else None
        known += below is not None
        missed += [row] if below is not None and below != bool(said) else []
    if len(missed) != 1 or known < FEWEST:
        return
    row = missed[0]
    word = sheet.texts[row][asked[0]]
    told = sheet.texts[row][columns[0]] if columns else "its interval"
    why = f"{sheet.labels[row]}: {told}, printed as {word}"
    slip = f"verdict/{sheet.table.title}/{sheet.labels[row]}/{sheet.heads[asked[0]]}"
    yield Finding(CODE, "wrong", sheet.where(row, asked[0]), word, word, "another", why, slip, "likely")


def _interval_in(sheet: Sheet, row: int) -> Value | None:
    """What the interval of a row says of p, where one of its cells holds it and a head says what it is of."""
    for at, head in enumerate(sheet.heads):
        found = SPAN.search(sheet.texts[row][at])
        words = f"{' '.join(sheet.heads[: at + 1])} {sheet.caption}"
        if not found or not CI_HEAD.search(head) or "95" not in words:
            continue
        low, high = (Decimal(re.sub(r"^[−–]", "-", found[end])) for end in ("low", "high"))
        null = Decimal(1 if RATIO.search(words) else 0)
        if low < high and null not in (low, high) and (null or DIFFERS.search(words)):
            return Value(USUAL, ">" if low < null < high else "<")
    return None


def _value(sheet: Sheet, row: int, column: int) -> Value | None:
    """A cell's value of p: "0.012", "<0.001", ".04*"."""
    found = re.fullmatch(r"(?P<sign>[=<>≤≥])?\s*(?P<p>(?:0|1)?\.\d+)\s*[*†‡]*", sheet.texts[row][column].strip())
    return Value(Decimal(found["p"]), found["sign"] or "=") if found else None
