"""More or fewer than half, most, a minority: of the row, the column or the answers that a sentence names."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from looped.checker.called_most import NEEDY
from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.limit_words import PART, part_said
from looped.checker.linking import STOP, stem
from looped.checker.patterns import pattern_of
from looped.checker.placing import OR_BETTER, TOGETHER, group, or_better
from looped.checker.remarks import Remark, lies, within
from looped.checker.rules.sheet_changed import LEFT_OUT
from looped.checker.saying import OF_FEWER, denies_majority
from looped.checker.sheets.giving import bases, head_base, is_value, may_hold, shared_out, whole_of, worked_shares
from looped.checker.sheets.naming import Named, alike, label_words, tokens_of
from looped.checker.sheets.sheet import THEN, Sheet, is_time
from looped.checker.summaries import by_any_table

CODE = "sheet-half"
MESSAGE = "What is said to be more or less than half is so in the table."
GOOD = "Answer\tReplies\nDaily\t30\nWeekly\t14\nNever\t6\n\nFewer than half replied weekly."
BAD = "Answer\tReplies\nDaily\t30\nWeekly\t14\nNever\t6\n\nFewer than half replied daily."

HALF = pattern_of(
    rf"\b(?:(?P<more>(?:well |just |slightly |a little )?(?:more than|over|above) (?P<part>{PART})|"
    r"(?:(?:an? |the )?(?:overall|absolute|outright|simple) |(?:a |the )(?:clear |large |small )?|(?<=no ))majority|"
    r"most(?! (?:often|common|frequent|likely|recent|[a-z]+ly|important|serious|popular|cited|chosen|of all|on|in|at|"
    r"for|by|from|with|to|when|where)\b)"
    rf"(?: of)?)|(?P<less>(?:well |just |slightly |a little )?(?:less|fewer|under|below) (?:than )?(?P<part2>{PART})|"
    r"(?:only )?a minority))\b",
    re.I,
)
# "From fewer than half to more than half".
FROM = pattern_of(r"\bfrom (?:the |an? )?$", re.I)
TO_FROM = pattern_of(r"\bfrom\b[^.;:]*\bto (?:the |an? )?$", re.I)
# Of what a sentence before it names, which may be so many words from its beginning.
ITS, LEAD = pattern_of(r"\b(?:its|his|her|there)\b(?! (?:was|were|is|are|had|has|have)\b)", re.I), 3
# A row's share in all of its column.
OF_ALL = pattern_of(
    r"\b(?:made? up|makes up|account(?:s|ed)? for|form(?:s|ed)|compris\w+|were (?:from|in|at|aged)|c[oa]me[s]? from|"
    r"share of|of the [a-z]+(?: [a-z]+)? (?:at|in|on|of|from) all\b|"
    r"of (?:all|the total|the whole|those|these|them)(?! aged| in| at| on| from| who| invited| seen| asked))\b",
    re.I,
)
THE_MOST = pattern_of(r"\b(?:the|had|has|have|with|at|its|saw|by far the|second)\s+$", re.I)
DENIED = pattern_of(r"\b(?:not|n[’']t|never|neither|nor|no|if|whether|except|other than|rather than)\b", re.I)
# "Most of the six sites were above 80%" counts rows, which another rule does.
COUNTS_ROWS = pattern_of(
    r"\d|\b(?:above|below|met the|target|rose|fell|improved|than (?:in|at|on|for|the|those))\b", re.I
)

# Which way a question was answered.
AGAINST = pattern_of(
    r"\b(?:not|no|never|against|oppos\w+|reject\w*|disagree\w*|disapprov\w*|unhappy|unwilling|object\w*)\b|n[’']t\b",
    re.I,
)
FOR = pattern_of(
    r"\b(?:want(?:ed|s)?|(?:would )?like[ds]?|favou?r\w*|support\w*|back(?:ed|s)?|agree[ds]?|approv\w*|yes|wish\w*|"
    r"prefer\w*|for)\b",
    re.I,
)
IN_FAVOUR = pattern_of(r"^(?:for|in favour|yes|agree[ds]?|support\w*|approve[ds]?)$", re.I)
OPPOSED = pattern_of(r"^(?:against|no|disagree[ds]?|oppose[ds]?|object\w*)$", re.I)
DOUBLE = pattern_of(
    r"\b(?:not|n[’']t|never)\b[^.;]{0,40}\b(?:against|oppos\w+|reject\w*|disagree\w*|object\w*)\b", re.I
)
POLAR = pattern_of(
    rf"{AGAINST.pattern}|{FOR.pattern}|\b(?:said|say|answer\w*|replied|were|are|was|did|does|do|feel|felt|think|"
    rf"thought|voted|would)\b",
    re.I,
)
# "Of those with a view, most ...".
OF_SOME = pattern_of(
    r"\b(?:of|among|leaving (?:aside|out)|excluding|without|apart from|ignoring|setting aside) [^.;:]*,\s*$", re.I
)
WHO = pattern_of(
    r"^(?:respondents?|people|residents?|those|they|that|them|who|replied|answered|asked|members?|users?|staff|all|being|them)$",
    re.I,
)

# "Most boats at Oban had a log": so many of those there, and not that most are there.
DID = pattern_of(r" (?:had|have|has|kept|carried|met|did|were|was|are|showed|passed|held|got|[a-z]{3,}ed)\b", re.I)
# "A and B were each kept by less than half" is of two rows, and of no two columns.
EACH = pattern_of(r"(?<!\bwere )(?<!\bare )(?<!\bhad )(?<!\bhave )\b(?:each|both|every|either)\b", re.I)
OF_BOTH = pattern_of(r"\b(?:were|are|was|is|had|have|has) (?:all )?(?:each|both)\b|\b(?:both|each) $|^\W*both\b", re.I)
TWO_ROWS = 2
HALF_OF = pattern_of(rf"\b(?:{PART}) of (?:the |its |our |their |these |those )?$", re.I)
# "Fewer than half of those in the north came": of these, and not how many of all are there.
OF_THOSE_IN = pattern_of(
    r" of (?:those|them|the [a-z]+) (?:in|with|at|on|given|from|under|who (?:had|took|got)) (?:the )?", re.I
)

# "..., and by a majority", "..., but without one": behind what was said of one row.
AFTERWARDS = pattern_of(
    r"[,;–—]? ?(?:(?:and|but|though|although|albeit|yet|even if) )?(?:not |only )?(?:by|with|without|short of)"
    r"(?: (?:reaching|winning|gaining|getting|having))? $",
    re.I,
)
ENDED = pattern_of(
    r"(?: of (?:all |the )*(?:replies|answers|responses|votes|those (?:asked|who (?:replied|answered))))?\s*[.;]?\s*$"
)
COMPARED = pattern_of(
    r"\b(?:compared (?:with|to)|against|beside) (?:the |those of |that of )?(?P<what>[^.;:(),]{3,40})", re.I
)
OF_NONE = pattern_of(r"\W*(?:no|none|neither|there (?:was|is) no)\b", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each such sentence that names a row, a column or answers of a table."""
    return by_any_table(context, _of, HALF)


def _of(remark: Remark) -> Iterator[Finding]:
    for found in HALF.finditer(remark.text):
        if NEEDY.match(remark.text, found.start()):
            continue
        low, high = remark.clause(found.start())
        if OF_FEWER.search(remark.text[: found.start()]) or _is_course(remark.text[low : found.start()]):
            continue
        of_those = OF_THOSE_IN.match(remark.text, found.end())
        if of_those and any(each.start == of_those.end() for each in remark.columns):
            continue
        if answered := _answered(remark, found, high):
            yield answered
            continue
        if voted := _voted(remark, found, (low, high)):
            yield voted
            continue
        if told_after := _told_after(remark, found):
            yield told_after
            continue
        plain = re.sub(r"\b(?:19|20)\d\d(?:[/-]\d+)?\b|\bQ\d\b", "", _without_names(remark, low, high))
        plain = plain.replace(found.group(), "")
        if DENIED.search(plain) or COUNTS_ROWS.search(plain):
            continue
        if found.group().lower().startswith("most") and THE_MOST.search(remark.text[: found.start()]):
            continue
        told = _shares(remark, low, high)
        if not told or any(LEFT_OUT.search(remark.text[: each.start]) for each in remark.rows):
            continue
        names, shares = told
        if apart := _of_each_row(remark, found, (low, high)):
            yield apart
            continue
        every = _in_each(remark, (low, high)) if EACH.search(remark.text[low:high]) else []
        told_there = any(e.start > found.end() and DID.match(remark.text, e.end) for e in remark.rows)
        if found.group().lower() == "most" and len(shares) and not told_there and _may_be_greatest(remark, names):
            continue  # "most were in April": more than in any other
        shares = every or shares
        right = (all if every else any)(_is_so(found, each) for each in shares)
        verdict: Verdict = "ok" if right else "wrong"
        nearest = min(shares, key=lambda each: abs(each - _bound(found)))
        why = f"{names}: {nearest:.1f}%"
        yield remark.finding(CODE, verdict, (found.start(), high), "" if right else f"{nearest:.1f}%", why)


def _told_after(remark: Remark, found: re.Match[str]) -> Finding | None:
    """ "Ash came first, and by a majority", "but without one": of the one row named before it, or of none of them."""
    denied = denies_majority(remark.text, found.start(), found.group())
    behind = AFTERWARDS.search(remark.text[: found.start()])
    if (
        not found.group().lower().endswith("majority")
        or not (denied or behind)
        or not ENDED.match(remark.text, found.end())
    ):
        return None
    rows = {each.at for each in remark.rows}
    counted = [at for at, kind in enumerate(remark.sheet.kinds) if kind not in ("words", "change", "target")]
    before = all(each.whole and each.end <= found.start() for each in remark.rows)
    of_all = denied and OF_NONE.match(remark.text)
    if remark.columns or len(counted) > 2 or not (rows <= set(remark.sheet.parts) and before):
        return None
    rows = set(remark.sheet.parts) if of_all and not rows else rows if len(rows) == 1 and not of_all else set()
    shares = {row: share for row in rows for share in list(_of_rows(remark.sheet, [row], []))[:1]}
    if not shares or len(shares) < len(rows) or remark.read.of_sentence(remark.at):
        return None
    row = max(shares, key=lambda each: shares[each])
    right = (shares[row] > Decimal(50)) != denied
    why = f"{remark.sheet.labels[row]}: {shares[row]:.1f}%"
    span = (behind.start() if behind else found.start(), found.end())
    return remark.finding(CODE, "ok" if right else "wrong", span, "" if right else f"{shares[row]:.1f}%", why)


def _is_course(lead: str) -> bool:
    """ "From fewer than half to more than half": at one time and at another."""
    return bool(FROM.search(lead) or TO_FROM.search(lead))


def _told_before(remark: Remark) -> list[int]:
    """The one row that the sentence before begins with."""
    if not remark.at:
        return []
    before = Remark(remark.paragraph, remark.read, remark.at - 1, remark.sheet)
    rows = {each.at for each in before.rows}
    first = bool(before.rows) and before.rows[0].whole and len(before.text[: before.rows[0].start].split()) <= LEAD
    return [*rows] if first and len(rows) == 1 and rows <= set(remark.sheet.parts) else []


def _bound(found: re.Match[str]) -> Decimal:
    """The part of a whole that words of more and less speak of, in per cent."""
    part = part_said(found["part"] or found["part2"] or "half")
    return Decimal(100 * part.numerator) / part.denominator if part else Decimal(50)


def _is_so(found: re.Match[str], share: Decimal) -> bool:
    return share > _bound(found) if found["more"] else share < _bound(found)


def _answered(remark: Remark, found: re.Match[str], high: int) -> Finding | None:
    """ "Most do not want it", of a question that was answered yes or no: more than half said so."""
    sheet = remark.sheet
    labels = [label.strip().lower() for label in sheet.labels]
    asked = next((each for each in re.split(r"(?<=[?.])\s", sheet.texts_before) if "?" in each), "")
    if not asked or not {"yes", "no"} <= set(labels) or AGAINST.search(asked):
        return None
    words = re.sub(r"\([^)]*\)", " ", remark.text[found.end() : high])
    against = bool(AGAINST.search(words))
    if (AGAINST.search(words) and DOUBLE.search(words)) or OF_SOME.search(remark.text[: found.start()]):
        return None
    # All that is told must be of the question, or it may be told of its contrary: "to stay open" of closing.
    known = [each.plain for each in tokens_of(asked)]
    said = [each.plain for each in tokens_of(POLAR.sub(" ", words)) if len(each.plain) > 2]
    telling = [word for word in said if stem(word) not in STOP and not WHO.match(word)]
    said_so = against or FOR.search(words) or telling  # "would use it again", of "Would you use it again?"
    if not said_so or not all(any(alike(word, other) for other in known) for word in telling):
        return None
    row = labels.index("no" if against else "yes")
    shares = list(_of_rows(sheet, [row], []))
    if not shares:
        return None
    right = any(_is_so(found, each) for each in shares)
    printed = [e for e in remark.read.of_sentence(remark.at) if e.kind == "share"]
    if right and len(printed) == 1 and found.start() < printed[0].start - remark.start:
        right = any(is_value(printed[0], each, Decimal(0)) for each in shares)
    why = f"{sheet.labels[row]}: {shares[0]:.1f}%"
    return remark.finding(CODE, "ok" if right else "wrong", (found.start(), high), why, why)


def _voted(remark: Remark, found: re.Match[str], span: tuple[int, int]) -> Finding | None:
    """ "A majority favoured the one-way street", under "For" and "Against": of those that the row named counts."""
    sheet, text = remark.sheet, remark.text[slice(*span)]
    rows = within(remark.rows, *span)
    heads = [head.strip().lower() for head in sheet.heads]
    sides = [[at for at, head in enumerate(heads) if pattern.match(head)] for pattern in (IN_FAVOUR, OPPOSED)]
    if len(rows) != 1 or any(len(side) != 1 for side in sides) or {*sheet.kinds} - {"count", "share", "total", "base"}:
        return None
    against = AGAINST.search(text)
    if DOUBLE.search(text) or not (against or FOR.search(text)):
        return None
    shares = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "share") and sheet.cells[rows[0]][at]]
    values = {at: figure.value for at in shares if (figure := sheet.cells[rows[0]][at])}
    own = sides[1 if against else 0][0]
    if own not in values or sheet.total_column in values or not sum(values.values()):
        return None
    share = values[own] * 100 / sum(values.values())
    # Of all, or of those who took a side.
    decided = sum(value for at, value in values.items() if at in (sides[0][0], sides[1][0]))
    both = [share, values[own] * 100 / decided if decided else share]
    right = any(_is_so(found, each) for each in both)
    why = f"{sheet.labels[rows[0]]}: {sheet.heads[own]} {share:.1f}%"
    return remark.finding(CODE, "ok" if right else "wrong", (found.start(), span[1]), f"{share:.1f}%", why)


def _without_names(remark: Remark, low: int, high: int) -> str:
    """A clause without the labels that have a "no" of their own: "no assurance"."""
    text = remark.text
    for each in remark.rows:
        if each.whole and re.match(r"no\b", remark.sheet.labels[each.at], re.I) and low <= each.start < high:
            start = text.lower().rfind("no ", low, each.start)
            start = start if start == each.start - 3 else each.start
            text = text[:start] + " " * (each.end - start) + text[each.end :]
    return text[low:high]


def _shares(remark: Remark, low: int, high: int) -> tuple[str, list[Decimal]] | None:
    """The names that are meant, and all that they may be a share of."""
    sheet = remark.sheet
    rows = or_better(remark, _joined(remark, low, high), sheet.labels) or group(sheet, remark.text[low:high])
    if not rows and ITS.search(remark.text, low, high):
        # "Ayr is behind. Fewer than half of its boats were new": of the row told before, or of what no row tells.
        rows = _told_before(remark)
        if not rows:
            return None
    columns = or_better(remark, _columns(remark, low, high), sheet.heads)
    if -1 in (*rows, *columns):
        return None
    graded = bool(OR_BETTER.search(remark.text[low:high]))
    if (
        not rows
        and len(columns) > 1
        and not graded
        and sheet.total is not None
        and (overall := _of_total(sheet, columns))
    ):
        return overall
    if rows and set(rows) < set(range(len(sheet.labels))):
        of_all = bool(OF_ALL.search(remark.text))
        triple = shared_out(sheet) if len(rows) == 1 and not of_all else None
        if triple and {triple[0], triple[1]} & set(columns):
            # "The majority of boats were new", under boats and sold: of something that no column tells.
            share = sheet.share_at(rows[0], triple[2]) if triple[1] in columns else None
            return (sheet.labels[rows[0]], [share.value]) if share else None
        own = worked_shares(sheet, rows[0])[:2] if len(rows) == 1 and not of_all else []
        shares = own or list(_of_rows(sheet, rows, columns, of_all=of_all))
        printed = [at for at, kind in enumerate(sheet.kinds) if kind == "share"]
        if printed and len(rows) == 1 and not columns and not of_all and _wholes(remark):
            shares = list(_of_rows(sheet, rows, printed)) or shares  # "half of the boats": what is printed of them
        return (" and ".join(sheet.labels[row] for row in rows), shares) if shares else None
    if (len(columns) == 1 or graded) and not rows and sheet.total_column is not None and sheet.total is not None:
        shares = list(_of_rows(lies(sheet), columns, [sheet.total]))
        return (" and ".join(sheet.heads[at] for at in columns), shares) if shares else None
    return None


def _wholes(remark: Remark) -> list[Named]:
    """The columns of which a part is told: "half of the boats"."""
    return [each for each in remark.columns if HALF_OF.search(remark.text[: each.start])]


def _columns(remark: Remark, low: int, high: int) -> list[int]:
    """The columns named; of two by the same word, "Events" and "% with event", the one that counts.

    Beside a column of shares "half of the boats" names no column: the shares are of them.
    """
    named = [each for each in remark.columns if low <= each.start and each.end <= high]
    if any(kind in ("share", "both") for kind in remark.sheet.kinds):
        named = [each for each in named if each not in _wholes(remark)]
    counted = [each for each in named if remark.sheet.kinds[each.at] not in ("share", "both")]
    again = {each.at for each in named for other in counted if each is not other and each.start == other.start}
    shares = {each.at for each in named if OF_ALL.search(remark.text)} & again - {each.at for each in counted}
    return [at for at in within(named, low, high) if at not in shares]


def _of_each_row(remark: Remark, found: re.Match[str], span: tuple[int, int]) -> Finding | None:
    """ "A and B were both kept by fewer than half": so of each of the rows that are named, and not of their sum."""
    low, high = span
    rows = _joined(remark, low, found.start())
    if len(rows) < TWO_ROWS or not OF_BOTH.search(remark.text[low : found.start()]):
        return None
    sheet = remark.sheet
    printed = [at for at, kind in enumerate(sheet.kinds) if kind in ("share", "both") and not _is_of_then(sheet, at)]
    columns = [at for at in within(remark.columns, low, high) if at in printed] or printed
    shares = {row: [each.value for at in columns if (each := sheet.share_at(row, at))] for row in rows}
    if not all(shares.values()):
        return None
    off = [row for row, own in shares.items() if not any(_is_so(found, each) for each in own)]
    row = (off or rows)[0]
    why = f"{remark.sheet.labels[row]}: {shares[row][0]:.1f}%"
    return remark.finding(
        CODE, "wrong" if off else "ok", (found.start(), high), f"{shares[row][0]:.1f}%" if off else "", why
    )


def _in_each(remark: Remark, span: tuple[int, int]) -> list[Decimal]:
    """ "Less than half of each group": what the one row named is in every column of shares."""
    sheet, rows = remark.sheet, within(remark.rows, *span)
    shares = (
        [sheet.share_at(rows[0], at) for at, kind in enumerate(sheet.kinds) if kind in ("share", "both")]
        if rows
        else []
    )
    known = [each.value for each in shares if each]
    return known if len(rows) == 1 and len(known) == len(shares) > 1 else []


def _of_total(sheet: Sheet, columns: Sequence[int]) -> tuple[str, list[Decimal]] | None:
    """ "Under half of all premises inspected were rated high": the one part named, in the row of totals."""
    counted = [at for at in columns if sheet.kinds[at] in ("count", "total", "base")]
    if len(counted) != 2 or sheet.total is None:
        return None
    pairs = [pair for pair in permutations(counted) if may_hold(sheet, pair[0], pair[1])]
    if len(pairs) != 1:
        return None
    whole, part = (sheet.cells[sheet.total][at] for at in pairs[0])
    if not part or not whole or not part.count or not whole.count:
        return None
    return sheet.heads[pairs[0][1]], [Decimal(part.count * 100) / whole.count]


def _may_be_greatest(remark: Remark, name: str) -> bool:
    """Whether the one that is named has more than any other in some row or column."""
    for sheet in (remark.sheet, lies(remark.sheet)):
        if name not in sheet.labels:
            continue
        row = sheet.labels.index(name)
        for column in range(len(sheet.heads)):
            own = sheet.cells[row][column]
            others = [f.value for at in sheet.parts if at != row and (f := sheet.cells[at][column])]
            if own and others and own.value > max(others):
                return True
    return False


def _joined(remark: Remark, low: int, high: int) -> list[int]:
    """The row named, or those joined by "or" and "and"; none where they stand apart."""
    here = [each for each in remark.rows if low <= each.start and each.end <= high]
    for one, other in zip(here, here[1:], strict=False):
        if not TOGETHER.match(remark.text[one.end : other.start]):
            return []
    return list(dict.fromkeys(each.at for each in here if each.at in remark.sheet.parts))


def _of_rows(sheet: Sheet, rows: Sequence[int], columns: Sequence[int], *, of_all: bool = False) -> Iterator[Decimal]:
    """What rows together are of all that they may be of. of_all: no share within a row is meant."""
    shares = [at for at, kind in enumerate(sheet.kinds) if kind in ("share", "both")]
    shares = [at for at in shares if not of_all or _makes_whole(sheet, at)]
    shares = [at for at in shares if not _is_of_then(sheet, at)] or shares
    for column in [at for at in columns if at in shares] or shares:
        parts = [part.value for row in rows if (part := sheet.share_at(row, column))]
        if len(parts) == len(rows) and sum(parts) <= 101:
            yield sum(parts, Decimal(0))
    if any(at in shares for at in columns):
        return
    counted = [at for at, kind in enumerate(sheet.kinds) if kind in ("count", "total", "change")]
    for column in [at for at in columns if at in counted] or counted:
        counts = [f.count for row in rows for f in [sheet.cells[row][column]] if f and f.count is not None]
        if len(counts) != len(rows):
            continue
        wholes = [whole_of(sheet, column), head_base(sheet, column)]
        # The years of a row are no parts of one whole.
        wholes += bases(sheet, rows[0], column) if len(rows) == 1 and not _is_over_time(sheet) else []
        if wholes[0] and wholes[1] and wholes[0] > wholes[1]:
            wholes = [each for each in wholes if each != wholes[0]]  # all of them could be in several rows
        for whole in dict.fromkeys(wholes):
            if whole and whole >= sum(counts):
                yield Decimal(sum(counts)) * 100 / whole


def _is_of_then(sheet: Sheet, column: int) -> bool:
    """Whether a column is of what the caption says that the others are compared with."""
    set_on = next(reversed([*COMPARED.finditer(sheet.caption)]), None)
    own = label_words(sheet.heads[column])
    return bool(THEN.match(sheet.heads[column])) or bool(
        set_on and own and set(own) <= set(label_words(set_on["what"]))
    )


def _makes_whole(sheet: Sheet, column: int) -> bool:
    """Whether the shares of a column are of one whole: they come to a hundred."""
    shares = [each.value for row in sheet.parts if (each := sheet.share_at(row, column))]
    return abs(sum(shares, Decimal(0)) - 100) <= len(shares)


def _is_over_time(sheet: Sheet) -> bool:
    """Whether the columns are times, beside what changed from one to the other."""
    return is_time(
        tuple(h for h, kind in zip(sheet.heads, sheet.kinds, strict=True) if kind not in ("change", "total"))
    )
