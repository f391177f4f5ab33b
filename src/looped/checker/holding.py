"""For which rows of a table what a sentence says is so: above a limit, up, more than another column, graded so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from looped.checker import targets
from looped.checker.going import moved
from looped.checker.grades import grade_said, graded, worded_columns
from looped.checker.in_time import in_time
from looped.checker.kept import Held, kept
from looped.checker.limit_words import AHEAD, BEHIND, PART, is_so, part_said
from looped.checker.measures import BY_NUMBER, NO, YES, Measure, measures
from looped.checker.numbers import whole
from looped.checker.pairs import listed
from looped.checker.patterns import pattern_of
from looped.checker.remarks import BAD_THING, Remark, value, within
from looped.checker.sheets.giving import head_base
from looped.checker.sheets.naming import Named, alike, label_words, named_in, tokens_of
from looped.checker.sheets.sheet import Sheet

IN_WORDS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty"
LIMIT = (
    r"(?:(?:(?:the|a|an|our|its|their) )?"
    r"(?:(?!(?:one|two|three|four|five|six|seven|in|for|on|out|times)\b)[a-z]+ ){0,3}?(?:of |\()?(?=[£$€]?\d))?"
    r"[£$€]?(?P<limit>(?!(?:19|20)\d\d\b)(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+(?!\d*,\d{3}))(?:\.\d+)?|"
    rf"(?:{IN_WORDS})\b(?! (?:of|in|out|times|thirds?|quarters?|fifths?)\b))"
    r"\s?(?P<unit>%|per ?cent)?"
)
ABOVE = pattern_of(rf"\b{AHEAD}\s+{LIMIT}", re.I)
AT_LEAST = pattern_of(
    r"(?<![\d.])(?P<limit>(?!(?:19|20)\d\d\b)\d+(?:\.\d+)?)\s?(?P<unit>%|per ?cent)?(?:(?: of (?:the |its |"
    rf"their )?[a-z’-]+){{0,2}}| [a-z’-]{{3,}}s) {BEHIND}\b",
    re.I,
)
HALF = pattern_of(
    rf"\b(?P<more>(?:more than|over|above) (?P<n>{PART})|(?:a |the )?majority|most(?! of all\b))\b|"
    rf"\b(?P<least>(?:at least|as (?:many|much) as|no (?:fewer|less) than) (?P<n2>{PART})|(?P<n3>{PART}) or more)\b|"
    rf"\b(?P<less>(?:less|fewer|under|below) (?:than )?(?P<n4>{PART})|a minority)\b",
    re.I,
)
# "Was met in more than half of the boats": by its share, and not against what another sentence aims at.
MET_IN = pattern_of(
    rf"\b(?:met|kept|passed|reached|achieved|fulfilled) (?:in|by|on|for|with|at|aboard) "
    rf"(?:more than|over|fewer than|less than|under|at least) (?:{PART})\b",
    re.I,
)
# "Was full", of as many places as there are people in them.
FULL = pattern_of(r"\b(?:was|were|is|are) (?:all |both |completely |already )?full(?=[.,;)]|$)", re.I)
PLACES = pattern_of(r"^\W*(?:places|beds|berths|capacity|spaces|cots|seats|bunks|moorings)\b", re.I)
TAKEN = pattern_of(
    r"^\W*(?:residents?|occupied|in use|filled|taken|people|patients|tenants?|boats|guests?|children|pupils|living)\b",
    re.I,
)
SIDE = pattern_of(r"\b(?:(?P<up>higher|more|greater|better|larger)|(?P<down>lower|less|fewer|smaller|worse))\b", re.I)
HAPPENED = pattern_of(
    r"\b(?:happened|occurred|took place|arose|there (?:was|were)|at least one|(?:was|were) (?:recorded|reported|"
    r"logged|noted|found|seen|made|received))\b",
    re.I,
)
FREE = pattern_of(
    r"\b(?:free (?:of|from)|without (?:any|an?|a single)|not a single|(?:passed|went by) without|(?:was|were) no)\b",
    re.I,
)
DENIED = pattern_of(r"\b(?:not|no|never|non)\b|n[’']t\b|\bun(?=[a-z]{4,}ed\b)", re.I)
# "Had three failures", "recorded no falls".
FIGURE = pattern_of(
    rf"\b(?:had|has|have|having|recorded|reported|showed|saw|with|held|made|took|logged) (?:exactly |just |only )?"
    rf"(?P<n>no(?! more| fewer| less)|nil|zero|\d{{1,3}}|one|{IN_WORDS}) (?=[a-z])",
    re.I,
)
TAKEN_TOGETHER = pattern_of(r"\b(?:between them|together|combined|in all|in total|altogether|a total of)\b", re.I)
NOUGHT = pattern_of(
    r"\b(?:(?:was|were) (?:not|never) (?:used|needed|called|recorded|reported|made|held|seen)(?: at all|"
    r" once)?(?=[.,;]|$)|"
    r"(?:had|saw|recorded|reported|showed|made) none(?=[.,;]|$)|did not (?:occur|happen)|never (?:occurred|happened))",
    re.I,
)
MANY_ANSWERS = 6
UNTOLD = pattern_of(r"\b(?:not|un)[- ]?(?:recorded|known|stated|given|told)\b", re.I)
BEFORE_NOW = pattern_of(r"\bor (?:once |had )?(?:stood|was|were|had|been)\b|\bno longer\b", re.I)
OUTNUMBER = pattern_of(r"\b(?:outnumber\w*|exceed\w*|outstripp?\w*)\b", re.I)


def holding(remark: Remark, sheet: Sheet, rows: list[int], span: tuple[int, int]) -> list[Held]:
    """For each sense of a sentence the rows that it holds for, with the figures."""
    text = remark.text[span[0] : span[1]]
    others = remark.columns if sheet.turned == remark.sheet.turned else remark.rows
    columns = within(others, *span) or within(others, 0, len(remark.text))
    limit = ABOVE.search(text) or AT_LEAST.search(text)
    if not limit and (told := list(kept(remark, sheet, rows, span))):
        return told
    if limit:
        return list(_by_limit(sheet, rows, text, limit, columns))
    half = MET_IN.search(text) and HALF.search(text)
    if half and (told := list(_by_half(sheet, rows, half, columns))):
        return told
    if told := list(targets.met(remark, sheet, rows, span, columns)):
        return told
    if told := list(targets.spent(sheet, rows, text)) or list(in_time(remark, sheet, rows, span)):
        return told
    half = HALF.search(text)
    if half and (told := list(_by_half(sheet, rows, half, columns))):
        return told
    if half and (half["n"] or half["n2"] or half["n3"] or half["n4"]):
        return []  # "replies from more than nine in ten crews": no more replies than crews
    if told := _by_columns(sheet, rows, text, others, span):
        return told
    if FULL.search(text) and (told := list(_by_full(sheet, rows))):
        return told
    good, _ = grade_said(text)
    if told := list(_by_grade(sheet, rows, good, columns, remark.text)) if good else []:
        return told
    if told := list(_by_word(sheet, rows, text)) or list(_by_figure(sheet, rows, text, others, span)):
        return told
    return list(moved(sheet, rows, text, columns)) or list(_by_any(sheet, rows, text, within(others, *span)))


def _by_full(sheet: Sheet, rows: list[int]) -> Iterator[Held]:
    """ "Only Ash was full": of the one column of places and the one of those in them the rows that have as many."""
    counted = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "base", "total")]
    places = [at for at in counted if PLACES.search(sheet.heads[at])]
    taken = [at for at in counted if TAKEN.search(sheet.heads[at]) and at not in places]
    if len(places) != 1 or len(taken) != 1:
        return
    pairs = {row: (value(sheet, row, places[0], "count"), value(sheet, row, taken[0], "count")) for row in rows}
    known = {row: (a, b) for row, (a, b) in pairs.items() if a is not None and b is not None and b <= a}
    if len(known) == len(rows):
        held = frozenset(row for row, (a, b) in known.items() if a == b)
        both = (listed(sheet, Measure(at, "count"), rows) for at in (*places, *taken))
        yield held, "; ".join(both)


def _by_columns(sheet: Sheet, rows: list[int], text: str, others: Sequence[Named], span: tuple[int, int]) -> list[Held]:
    """Of two columns the one named first is above the other; or the one named above the only other."""
    side = SIDE.search(text)
    here = [each for each in others if span[0] <= each.start and each.end <= span[1]]
    columns = within(here, *span)
    word = side or OUTNUMBER.search(text)
    if len(columns) == 2 and word:
        return list(_two(sheet, rows, text, word, here, span[0]))
    columns = columns or within(others, 0, span[1])
    if len(columns) == 1 and side:
        senses = [
            _by_side(sheet, rows, side, columns[0], text, by) for by in _senses(sheet, range(len(sheet.heads)), text)
        ]
        return [each for each in senses if each]
    return []


def _senses(sheet: Sheet, columns: Iterable[int], text: str) -> tuple[str, ...]:
    """By what two columns are compared: counts of groups that aren't equally large only where number is spoken of."""
    both = [at for at in columns if sheet.kinds[at] == "both"]
    bases = {base for at in both if (base := head_base(sheet, at))}
    return ("share",) if len(bases) > 1 and not BY_NUMBER.search(text) else ("share", "count")


def _two(
    sheet: Sheet, rows: list[int], text: str, word: re.Match[str], here: Sequence[Named], start: int
) -> Iterator[Held]:
    """ "More A than B", "A was lower than B", "A outnumbered B": of two columns named the first against the other."""
    side = "up" in word.groupdict()
    than = text.find(" than ", word.start()) if side else word.start()
    before = {each.at for each in here if each.start - start < than}
    behind = {each.at for each in here if each.start - start > than}
    if than < 0 or len(before) != 1 or len(behind) != 1 or before == behind:
        return
    if re.search("better|worse", word.group(), re.I) and BAD_THING.search(text + sheet.texts_before):
        return
    (a,), (b,) = before, behind
    if sheet.kinds[a] != sheet.kinds[b]:
        return
    up = not side or bool(word["up"])
    for by in _senses(sheet, (a, b), text):
        pairs = {row: (value(sheet, row, a, by), value(sheet, row, b, by)) for row in rows}
        known = {row: (x, y) for row, (x, y) in pairs.items() if x is not None and y is not None}
        if len(known) == len(rows):
            held = frozenset(row for row, (x, y) in known.items() if (x > y if up else x < y))
            yield held, listed(sheet, Measure(a, by), rows) + "; " + listed(sheet, Measure(b, by), rows)


def _by_limit(sheet: Sheet, rows: list[int], text: str, limit: re.Match[str], columns: list[int]) -> Iterator[Held]:
    word = limit["limit"]
    bound = Decimal(word.replace(",", "")) if word[0].isdigit() else Decimal(whole(word) or 0)
    share = bool(limit["unit"]) or "%" in text
    for measure in measures(sheet, "share" if share else "", columns):
        if share != (measure.by == "share"):
            continue
        figures = {row: value(sheet, row, measure.column, measure.by) for row in rows}
        known = {row: each for row, each in figures.items() if each is not None}
        if len(known) == len(rows):
            held = frozenset(row for row, each in known.items() if is_so(limit, each, bound))
            yield held, listed(sheet, measure, rows)


def _by_half(sheet: Sheet, rows: list[int], half: re.Match[str], columns: list[int]) -> Iterator[Held]:
    """ "More than half", "as many as a third": of shares, those above the part that is said."""
    part = half["n"] or half["n2"] or half["n3"] or half["n4"] or "half"
    fraction = part_said(part)
    if fraction is None:
        return
    bound = 100 * fraction
    for measure in measures(sheet, "share", columns):
        figures = {row: value(sheet, row, measure.column, "share") for row in rows}
        known = {row: each for row, each in figures.items() if each is not None}
        if measure.by == "share" and len(known) == len(rows):
            held = frozenset(
                row
                for row, each in known.items()
                if (each > bound if half["more"] else each >= bound if half["least"] else each < bound)
            )
            yield held, listed(sheet, measure, rows)


def _by_side(sheet: Sheet, rows: list[int], side: re.Match[str], column: int, text: str, by: str) -> Held | None:
    """ "In every centre it was lower in the new group": of two columns, the one named against the other."""
    alike = [at for at, kind in enumerate(sheet.kinds) if kind == sheet.kinds[column]]
    if len(alike) != 2 or sheet.kinds[column] not in ("both", "share"):
        return None
    other = alike[0] if alike[1] == column else alike[1]
    pairs = [(row, value(sheet, row, column, by), value(sheet, row, other, by)) for row in rows]
    known = [(row, a, b) for row, a, b in pairs if a is not None and b is not None]
    # "Better than in 2022": the column named is the one that it is set against.
    than = text.find(" than ", side.end())
    against = [each for each in named_in(text[than:], sheet.heads) if each.at == column] if than > 0 else []
    up = bool(side["up"]) != bool(against)
    if len(known) < len(pairs) or (re.search("better|worse", side.group(), re.I) and BAD_THING.search(text)):
        return None
    held = frozenset(row for row, a, b in known if (a > b if up else a < b))
    return held, listed(sheet, Measure(column, by), rows)


def _by_word(sheet: Sheet, rows: list[int], text: str) -> Iterator[Held]:
    """ "Four received limited assurance": the rows whose cell says what is said, in a column of few answers."""
    if BEFORE_NOW.search(text):
        return  # "stand, or stood, at Limited": of more than the table shows
    said = [each.plain for each in tokens_of(text)]
    denied = bool(DENIED.search(text))
    for column, kind in enumerate(sheet.kinds):
        words = [sheet.texts[row][column].strip() for row in rows]
        answers = all(YES.match(each) or NO.match(each) for each in words) and len(set(words)) == 2
        if answers and _is_head_said(sheet.heads[column], said, alone=sheet.kinds.count("words") == 1):
            held = frozenset(row for row, word in zip(rows, words, strict=True) if denied == bool(NO.match(word)))
            yield held, _worded(sheet, rows, column)
            continue
        if any(UNTOLD.search(each) for each in words):
            continue  # "not recorded" is no answer
        if kind != "words" or not all(words) or not 1 < len(set(words)) <= MANY_ANSWERS:
            continue
        met = [each for each in sorted(set(words)) if _words_said(each, said)]
        # "Partly met" is no "met" besides; of "met" and "not met" it is the one that is denied, or not.
        longer = [each.lower() for each in met if not DENIED.search(each)]
        met = [each for each in met if not any(each.lower() != o and each.lower() in o for o in longer)]
        plain = {DENIED.sub("", each).strip().lower() for each in met}
        told = [each for each in met if denied == bool(DENIED.search(each))] if len(plain) == 1 else []
        if len(told) == 1:
            held = frozenset(row for row, word in zip(rows, words, strict=True) if word == told[0])
            yield held, _worded(sheet, rows, column)


def _worded(sheet: Sheet, rows: list[int], column: int) -> str:
    listed = ", ".join(f"{sheet.labels[row]} {sheet.texts[row][column].strip()}" for row in rows)
    return f"{sheet.heads[column]}: {listed}"


def _is_head_said(head: str, said: Sequence[str], *, alone: bool) -> bool:
    """Whether words say most of what heads a column of yes and no, and it denies nothing itself.

    alone: whether it is the only column of words, so that one of its own is enough.
    """
    own = label_words(head)
    told = [word for word in own if any(alike(word, other) for other in said)]
    return bool(told) and (alone or 2 * len(told) >= min(len(own), 4)) and not DENIED.search(head)


def _by_figure(
    sheet: Sheet, rows: list[int], text: str, others: Sequence[Named], span: tuple[int, int]
) -> Iterator[Held]:
    """ "Had three failures", "recorded none", "it was not used": rows whose cell is that number."""
    found = FIGURE.search(text)
    nought = None if found else NOUGHT.search(text)
    if (not found and not nought) or TAKEN_TOGETHER.search(text):
        return
    counted = [at for at, kind in enumerate(sheet.kinds) if kind == "count"]
    if found:
        place = span[0] + found.end()
        columns = [each.at for each in others if each.at in counted and each.start <= place + 1 < each.end + 2]
        number = 0 if found["n"].lower() in ("no", "nil", "zero") else whole(found["n"])
    else:
        columns = within(others, *span) or (counted if len(counted) == 1 else [])
        number = 0
    columns = [at for at in dict.fromkeys(columns) if at in counted]
    if len(columns) != 1 or number is None:
        return
    figures = {row: value(sheet, row, columns[0], "count") for row in rows}
    # A number that no row has is what some come to.
    if None not in figures.values() and (number == 0 or number in figures.values()):
        held = frozenset(row for row, each in figures.items() if each == number)
        yield held, listed(sheet, Measure(columns[0], "count"), rows)


def _words_said(answer: str, said: Sequence[str]) -> int:
    """How many telling words an answer has, all of them said; none where one is missing."""
    own = label_words(DENIED.sub(" ", answer))
    return len(own) if own and all(any(alike(word, other) for other in said) for word in own) else 0


def _by_any(sheet: Sheet, rows: list[int], text: str, columns: list[int]) -> Iterator[Held]:
    """ "There were falls in every month": of the one column of counts that is named the rows that have any."""
    free = FREE.search(text)
    plain = re.sub(r"\b(?:months?|weeks?|quarters?|rounds?|waves?|visits?|Q) ?\d+(?:(?:,| and|, and) \d+)*", "", text)
    if len(columns) != 1 or sheet.kinds[columns[0]] != "count" or re.search(r"\d", plain):
        return
    if not free and not HAPPENED.search(text):
        return
    figures = {row: value(sheet, row, columns[0], "count") for row in rows}
    if None not in figures.values():
        yield (
            frozenset(row for row, each in figures.items() if bool(each) != bool(free)),
            listed(sheet, Measure(columns[0], "count"), rows),
        )


def _by_grade(sheet: Sheet, rows: list[int], good: frozenset[str], columns: list[int], text: str) -> Iterator[Held]:
    """Rows whose words are the grade that is told, or a better one."""
    for column in worded_columns(sheet, columns, text):
        if words := graded(sheet, rows, column):
            listed = ", ".join(f"{sheet.labels[row]} {sheet.texts[row][column]}" for row in rows)
            yield frozenset(row for row in rows if words[row] in good), f"{sheet.heads[column]}: {listed}"
