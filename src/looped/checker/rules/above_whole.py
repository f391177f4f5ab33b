"""More of them than there are: "We met 22 people. Twenty-five of them were glad"."""

import re
from collections.abc import Iterator, Sequence

from looped.checker import phrases
from looped.checker.context import Context
from looped.checker.counted import Mention, mentions
from looped.checker.dividing import SEVERAL, SHARED
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.grid import BASE
from looped.checker.linking import stem
from looped.checker.numbers import slips, whole
from looped.checker.one_quantity import is_elsewhere
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.sheets.sheet import is_total

CODE = "above-whole"
MESSAGE = "No more of them are told than there are."
GOOD = "We met 22 people. All were at home. Twenty of them were glad of the visit."
BAD = "We met 22 people. All were at home. Twenty-five of them were glad of the visit."

THEM = pattern_of(
    r"^(?: [a-z]+){0,1} of (?:them|these|those|whom|which|this number)\b(?! (?:who|that|in|with|from|aged|"
    r"under)\b)",
    re.I,
)
BEFORE = pattern_of(
    r"(?:^|[.;:,(–—]\s*|\band )"
    r"(?:of|among|amongst|for|in) (?:(?:them|whom|which),?|(?:these|those),)(?: (?:only|just|some|"
    r"about))? $",
    re.I,
)
OWNED = pattern_of(r"[’']s? \d")
RELATIVE = pattern_of(r",? (?:of|among(?:st)?) (?:whom|which) (?:only |just |some )?$", re.I)
RELATED = pattern_of(r"[^.;:()\d]{0,60}, (?:and )?(?:only |just |some )?", re.I)
PLACE = pattern_of(
    r"\b(?:in|at|from|across|on|by|over|for|with|within|to|of|than|about|under)\s+(?:the |these |all |our )*$", re.I
)
# "In a sample of 60 claims, 62".
SAMPLED = pattern_of(
    r"(?:^|[.;:]\s)(?:in|of|from|among|out of) (?:a|our|the|this|that) (?:[a-z]+ )?(?:sample|set|group|panel|"
    r"batch|total) of"
    r" \S+(?: [a-z’'-]+){1,4},? (?:only |just |some )?$",
    re.I,
)
REACH, FAR, CLOSE = 2, 2, 1.3
# "60 of these boats", "of the boats, 60", "60 of them": of those that another paragraph tells of.
OF_THESE = pattern_of(
    r"^ of (?:(?:these|those|the|our) (?:[a-z]+ )?(?P<noun>[a-z]+s|people|children|women|men|staff)\b(?! (?:who|that|"
    r"in|"
    r"with|from|aged|under|at|on|for|whose|where)\b)|(?P<them>them|these|those)\b(?! (?:who|that|in|with|from|"
    r"aged|under)\b))",
    re.I,
)
THESE_HAD = pattern_of(
    r"^\W*(?:of|among|amongst|out of) (?:(?:these|those|the|our) (?:[a-z]+ )?(?P<noun>[a-z]+s|people|children|women|"
    r"men|staff)|(?P<them>them|these|those)),? (?:only |just )?$",
    re.I,
)
MORE = pattern_of(r"\b(?:more|added|new|since|grew|grown|joined|extra|further|rose|risen|increas\w+|later)\b", re.I)
CLOSE_BY = 3
# Under "(n = 53)" stand ages and scores as well as counts.
MEASURED = pattern_of(
    r"\b(?:age|mean|median|average|weight|height|bmi|score|years?|days?|hours?|minutes?|months?|weeks?|dose|mg|kg|cm|"
    r"pressure|rates?|time|length|index|range|per|cost|total|sum|visits|events|incidents|times)\b|[£$€%,/]",
    re.I,
)
ELSE = pattern_of(
    rf"\b(?:which|whom|of (?:{phrases.THEM})|than|when|more|fewer|less|remain\w*|other|compared|against|up|down|from|"
    r"year|month|before|earlier|last|previous)\b|\b(?:19|20)\d\d\b",
    re.I,
)
JOINED = pattern_of(r"(?:[^.;:()\d]{0,60}?)(?:,|;|\band\b)[^.;:()\d]{0,12}", re.I)

PLACED = pattern_of(r"(?: [a-z]+)? (?:in|at|for|on) (?:the )?[a-z]", re.I)


def check(context: Context) -> Iterator[Finding]:
    """Each count of "them" with the counts told in its sentence and the two before; each cell with its own base."""
    yield from _in_cells(context)
    yield from _under_heads(context)
    yield from _over_paragraphs(context.document.paragraphs)
    for paragraph in context.document.paragraphs:
        read = passage(paragraph.text)
        yield from _divided(paragraph, read)
        yield from _of_base(context, paragraph, read)
        for at, each in enumerate(read.entries):
            if each.kind != "count" or each.base or each.value <= 1:
                continue
            opened = SAMPLED.search(read.text[: each.start]) and read.entries[at - 1].sentence == each.sentence
            if not (opened or THEM.match(read.text[each.end :]) or BEFORE.search(read.text[: each.start])):
                continue
            near = [e for e in read.entries[:at] if each.sentence - e.sentence <= REACH and e.kind != "share"]
            told = [n for e in near for n in (e.value, e.base or 0)]
            if told and max(told) > 1:
                most = _antecedent(read, at) or int(max(told))
                why = f"{each.text} are told of the {most} that there are"
                slip = f"fraction/{paragraph.line}/{each.start}"
                verdict: Verdict = "wrong" if each.value > most else "ok"
                yield Finding(
                    CODE,
                    verdict,
                    paragraph.where,
                    each.text,
                    each.text,
                    f"at most {most}",
                    why,
                    slip,
                    "likely",
                )


def _over_paragraphs(every: Sequence[Paragraph]) -> Iterator[Finding]:
    """ "The visit took in 57 boats", and in a paragraph behind it "60 of these boats had a bell"."""
    told: list[list[Mention]] = []
    for paragraph in every:
        own = mentions(passage(paragraph.text))
        for at, each in enumerate(own):
            first = _told_before(each, own[:at], told[-CLOSE_BY:]) if each.value > 1 else None
            if first:
                why = f"{each.text} are told of the {first.text} that there are"
                slip = f"fraction/{paragraph.line}/{each.start}"
                most = f"at most {first.text}"
                yield Finding(CODE, "wrong", paragraph.where, each.text, each.text, most, why, slip, "likely")
        told.append([*own])


def _told_before(each: Mention, beside: Sequence[Mention], told: Sequence[Sequence[Mention]]) -> Mention | None:
    """The one number that the paragraphs before tell of what a count is of, where it is less, and nothing is more."""
    of_these, these = OF_THESE.match(each.tail), THESE_HAD.search(each.lead)
    found = of_these or these
    if not found or each.hedged or any(one.value >= each.value or found["them"] for one in beside):
        return None
    noun = stem(found["noun"].lower()) if found["noun"] else ""
    before = [one for some in (told[-1:] if found["them"] else told) for one in some]
    fits = [one for one in before if (noun in {*map(stem, one.heads)} if noun else one.heads)]
    if noun and any(noun in {*map(stem, one.heads)} for one in beside):
        return None  # of those that its own paragraph tells of
    whole = fits[0] if fits and all(one.value == fits[0].value for one in fits) else None
    if whole is None or whole.hedged or whole.part or is_elsewhere(each, whole):
        return None
    # "57 in the north and 40 in the south": of both.
    parts = [one for one in mentions(whole.read) if one.sentence == whole.sentence]
    more = any(one.value >= each.value for one in before) or sum(one.value for one in parts) >= each.value > whole.value
    more = (more and len(parts) > 1) or bool(MORE.search(whole.read.text, whole.end) or MORE.search(each.lead))
    return whole if whole.value < each.value <= FAR * whole.value and not more else None


def _in_cells(context: Context) -> Iterator[Finding]:
    """Cells like "78/74", in a column where the others tell counts of the same base."""
    for sheet in (placed.sheet for placed in context.sheets):
        for column in range(len(sheet.heads)):
            based = [
                (row, each) for row in range(len(sheet.labels)) if (each := sheet.cells[row][column]) and each.base
            ]
            over = [(row, each) for row, each in based if each.count and each.base and each.count > each.base]
            if len(over) != 1 or len(based) <= REACH or len({each.base for _, each in based}) > 1:
                continue
            row, each = over[0]
            why = f"{each.count} are told of the {each.base} that there are"
            slip = f"cell/{sheet.table.title}/{sheet.labels[row]}/{sheet.heads[column]}"
            where, most = sheet.where(row, column), f"at most {each.base}"
            yield Finding(CODE, "wrong", where, each.text, str(each.count), most, why, slip, "likely")


def _under_heads(context: Context) -> Iterator[Finding]:
    """A cell above the base in the head of its column, "Files (n = 53)", where all the others are counts of it."""
    for sheet in (placed.sheet for placed in context.sheets):
        if any(MEASURED.search(text) for text in (*sheet.labels, *sheet.heads)):
            continue
        for column, head in enumerate(sheet.heads):
            found = BASE.search(head)
            base = whole(found[1]) if found else None
            rows = [row for row, label in enumerate(sheet.labels) if not is_total(label)]
            cells = [(row, sheet.cells[row][column]) for row in rows]
            told = [(row, each) for row, each in cells if each and each.count is not None and not each.base]
            over = [(row, each) for row, each in told if base and each.count and each.count > base]
            if (
                sheet.kinds[column] == "share"
                or base is None
                or len(over) != 1
                or len(told) != len(rows)
                or len(told) <= REACH
            ):
                continue
            row, each = over[0]
            if (each.count or 0) <= base * CLOSE or slips(each.count or 0, base):
                why = f"{each.count} are told of the {base} that there are"
                slip = f"cell/{sheet.table.title}/{sheet.labels[row]}/{head}"
                where, most = sheet.where(row, column), f"at most {base}"
                yield Finding(CODE, "wrong", where, each.text, str(each.count), most, why, slip, "likely")


def _antecedent(read: Passage, at: int) -> int | None:
    """The count that "of whom" is said of: the one right before it in its sentence, if it counts things of its own."""
    each, last = read.entries[at], read.entries[at - 1]
    gap = read.text[last.end : each.start]
    joined = RELATIVE.search(gap) or (THEM.match(read.text[each.end :]) and RELATED.fullmatch(gap))
    own = last.kind == "count" and last.count > 1 and last.sentence == each.sentence and not last.share
    # "68 people of 20 streets, of whom 41": a count behind such a word tells where, not who.
    return last.count if own and joined and not PLACE.search(read.text[: last.start]) else None


def _of_base(context: Context, paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "Twenty-five of the club's 22 members": a count above the base that stands beside it."""
    claimed = {(claim.count, claim.base) for claim in context.claims_of(paragraph)}
    for each in read.entries:
        if each.base and each.kind == "count" and OWNED.search(each.text) and (each.count, each.base) not in claimed:
            verdict: Verdict = "wrong" if each.count > each.base else "ok"
            why = f"{each.count} are told of the {each.base} that there are"
            slip = f"fraction/{paragraph.line}/{each.start}"
            most = f"at most {each.base}"
            yield Finding(CODE, verdict, paragraph.where, each.text, str(each.count), most, why, slip, "likely")


def _divided(paragraph: Paragraph, read: Passage) -> Iterator[Finding]:
    """ "Two of the seven are fine, four fair and two poor": parts without a verb of their own are no more than all."""
    for at, first in enumerate(read.entries):
        if not first.base or first.kind != "count":
            continue
        parts = [first]
        for each in read.entries[at + 1 :]:
            gap = read.quiet[parts[-1].end : each.start]
            if each.kind != "count" or each.base or each.sentence != first.sentence or not JOINED.fullmatch(gap):
                break
            if re.fullmatch(r",? ?(?:and )?", gap):
                break  # "three scores of 6, 8 and 10"
            if not re.match(r"\s+[a-z]", read.text[each.end :]):
                break  # "health 11, housing 9": each figure stands behind its name
            parts.append(each)
        if len(parts) <= REACH:
            continue
        if max(each.count for each in parts) > FAR * first.base:
            continue  # "81 of the 90 wards, with 1,377 patients, 17 to a ward": of other things
        words = read.sentence(first.sentence)
        if ELSE.search(read.text[first.end : parts[-1].end + 20]):
            continue
        if all(PLACED.match(read.text[each.end :]) for each in parts) and max(e.count for e in parts) <= first.base:
            continue  # "18 of 20 in one, 15 in the other": each of as many
        if sum(each.count for each in parts[1:]) == first.count:
            continue  # "64 agreed; 29 did so strongly and 35 simply agreed": they divide the first
        own = any(SHARED.search(each.after) for each in parts)
        total = sum(each.count for each in parts)
        if not own and not SEVERAL.search(words) and total >= first.base:
            why = f"{' + '.join(str(each.count) for each in parts)} = {total}, of {first.base}"
            slip = f"parts/{paragraph.line}/{first.start}"
            verdict: Verdict = "wrong" if total > first.base else "ok"
            quote = read.text[first.start : parts[-1].end]
            yield Finding(CODE, verdict, paragraph.where, quote, str(total), str(first.base), why, slip, "likely")
