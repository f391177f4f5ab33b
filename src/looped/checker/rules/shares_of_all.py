"""Shares in prose that divide everybody: what the rest is, and what all of them come to."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from looped.checker.adding import Addends, addends, step_of, sums_up_those_before, value_of
from looped.checker.context import Context, with_shares
from looped.checker.dividing import OF_REST, OVERLAP
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.numbers import whole
from looped.checker.patterns import pattern_of
from looped.checker.prose import MONTH, Entry, Passage
from looped.checker.quantities import printed
from looped.checker.quieting import NUMBER

CODE = "shares-of-all"
MESSAGE = "Shares that divide everybody come to a hundred."
GOOD = "By bus came 57%, on foot 10%; the other 33% came by car."
BAD = "By bus came 57%, on foot 10%; the other 29% came by car."

REST = pattern_of(
    r"\b(?:(?:the |its |a )?(?:other|remaining|rest,?|remainder,?|balance,?)(?: of)?|(?<=and )the (?:last|"
    r"final)|leav(?:es|ing)|"
    r"left|\b(?:everything|everyone|everybody|anything|all(?: the)?) (?:else|others?)\b[^.;,\d]{0,24})\s*"
    r"(?:\(|just |only |a |about )*$",
    re.I,
)
REST_AFTER = pattern_of(r"^\)?,? (?:the rest|the remainder|all others|everyone else)\s*(?:[,.;)]|$)", re.I)
# "Only 70% were copied, which means that 30% were not".
MEANS = pattern_of(
    r"\b(?:which |this |that )?(?:means?|meaning|so|leaving|implies|implying)(?: that)?(?: the (?:other|"
    r"remaining))?\s+(?:about |some )?$",
    re.I,
)
NOT = pattern_of(r"^ (?:[a-z’'-]+ ){0,3}?(?:were|was|did|had|is|are|have|do|does|has) (?:not|none|no)\b", re.I)
NEITHER = pattern_of(
    r"\b(?:neither|don[’']t know|did not know|not sure|unsure|no (?:opinion|view|answer|reply)|undecided|can[’']t say|"
    r"prefer(?:red)? not|other(?:s)?|elsewhere|none of these)\b",
    re.I,
)
POLES = (
    (r"strongly agree|agreed strongly", r"strongly disagree|disagreed strongly"),
    (r"very satisfied", r"very dissatisfied"),
    (r"agree", r"disagree"),
    (r"satisfied", r"dissatisfied"),
    (r"\bfor\b|in favour|support", r"\bagainst\b|oppos"),
    (r"\byes\b", r"\bno\b"),
    (r"very good|excellent", r"very poor"),
    (r"\bgood\b", r"\bpoor\b"),
)
SINGLE = pattern_of(
    r"\b(?:one (?:answer|response|option|reason|choice)(?: each| only)?|single (?:answer|response)|"
    r"main (?:way|reason|means|mode|source)(?!,? (?:cited|named|given|mentioned|reported|raised) by)|"
    r"(?:first|usual|preferred) (?:way|choice|means|mode)|no other (?!than)[a-z]+|(?:by|in|to|through|from|of) one of "
    r"(?:the )?(?:two|three|four|five|six|seven|eight)|nothing else|nobody else|every(?:one|body) (?:answered|"
    r"replied|gave|chose)|recorded for (?:everyone|all)|"
    r"all (?:of them )?(?:answered|replied)|each (?:[a-z]+ ){1,6}once|"
    r"each of (?:the |these |our )?(?:[\d,]+ )?[a-z]+ (?:had|has|was given|were given|gave|chose|named|took|was in) "
    r"(?:only |just |exactly )?one\b|"
    r"(?:exactly |only |just )?one [a-z]+ (?:for|to|per) (?:each|every)(?: one)?|"
    r"(?:only|exactly|just) one [a-z]+ (?:was|is|could be) (?:possible|allowed|given|chosen|recorded|ticked))\b",
    re.I,
)
# "Could pick more than one answer", "one answer to each of two questions", "the main answers were".
SOME_OR_MORE = pattern_of(
    rf"\bmore than one (?:answer|response|option|reason|choice)\b|\b(?:to|for|on|of) each of (?:the )?{NUMBER} "
    r"(?:questions|items|topics|statements|parts|issues)\b|\b(?:main|chief|principal|commonest|most (?:common|frequent|"
    r"popular|cited)|leading|top(?: [a-z]+)?) (?:answers|responses|options|reasons|choices)\b",
    re.I,
)
EVERYONE = pattern_of(r"\bevery(?:one|body) (?:answered|replied|gave|chose)\b|\bfor everyone\b", re.I)
SEVERAL = pattern_of(
    r"\b(?:more than one|any that|all that apply|several|multiple|(?<!no )(?<!without )(?<!not )overlap\w*|"
    r"both|also|including|"
    r"of (?:whom|these|them|which)|"
    r"compared|than|rose|fell(?! short)|against (?:\d|the\b|a\b)|last year|in (?:19|20)\d\d|per cent of (?:men|"
    r"women))\b",
    re.I,
)
# Behind each share its band, behind the last one without an upper end.
OPEN = pattern_of(
    r"^[^.;%]{0,40}?\b(?:\d+ (?:or|and) (?:over|more|older|above|longer|upwards)|(?:more than|over|above|older than|"
    r"longer than|at least) \d+|\d+\+)",
    re.I,
)
BAND = pattern_of(
    r"^[^.;%]{0,40}?\b(?:\d+ ?(?:to|-|–) ?\d+|between \d+ and \d+|(?:under|less than|fewer than|below|up to|within|"
    r"at most|no more than) \d+|\d+ or (?:under|less|fewer|younger|below))",
    re.I,
)
BEING = pattern_of(r"^[^.;,%\d]{0,40}?\b(?:were|was|are|is|lasted|took|aged|came|had been)\b", re.I)
THE_REST = pattern_of(r"\b(?:the|its) (?:other|rest|remaining|remainder)\b", re.I)
# "The whole budget went on four things:" with as many shares behind it as are said.
ALL_ON = pattern_of(
    rf"\b(?:whole|entire|all(?: (?:of|our|the|its|their))?|every (?:pound|penny|hour|one)|total|everything)\b"
    rf"[^.;:,()\d]{{0,60}}?\b(?P<n>{NUMBER}) (?!of\b|main\b|chief\b|largest\b|biggest\b|key\b|most\b|top\b|leading\b)"
    r"(?:[a-z-]+ ){0,2}?[a-z-]+s\b(?: only)?\s?(?::|–|—|,|$)",
    re.I,
)
# "No plan for 12%", "missing from 16%".
LACKING = pattern_of(
    r"(?:^|[.;:,] |\bthat )(?:there (?:was|were) )?(?:no|none|not one)\b[^.;:%]{0,70}?\d[\d.]*\s?(?:%|per ?cent)|"
    r"\b(?:missing|absent|lacking|left (?:out|off|blank)|omitted) (?:from|in|for|on|by) (?:about |some |just )?"
    r"\d[\d.]*\s?(?:%|per ?cent)|"
    r"\d[\d.]*\s?(?:%|per ?cent) of [^.;:,%]{2,40}? (?:had no|lacked|were without|had none|did not have)\b",
    re.I,
)
HAD_ONE = pattern_of(
    r"(?: of (?:them|the [a-z]+|[a-z]+))? (?:therefore |thus |then |hence |must )?(?:had|has|have|bore|held|carried|"
    r"contained|showed|did|were|was)\b(?! (?:no|none|not|never|un)\b)[^.;:,\d]{0,40}(?:[.,;)]|$)",
    re.I,
)
DRAWN = pattern_of(
    r"\b(?:which (?:means?|is to say|meant|implies)|that (?:means|is)|so|thus|hence|therefore|meaning|i\.e\.?|in other "
    r"words)(?: that)?,? (?:about |some |just )?$|\bthat is to say,? $",
    re.I,
)
THEREFORE = pattern_of(r"(?: of them)? (?:therefore|thus|hence|then)\b", re.I)
ALSO = pattern_of(r"\b(?:also|than|target|unknown|last year|previous|and (?:a )?(?:further|another))\b", re.I)
# "And from nowhere else", "are all that was collected", "the only causes were".
CLOSED = pattern_of(
    r"\band (?:[a-z]+ )?(?:from|in|by|for|on|to|at|with|through)? ?(?:nowhere|nothing|no ?(?:body|one|where)|"
    r"no other [a-z]+|"
    r"no others?)(?: else)?\b|\b(?:are|were|is|was) all (?:that|there|of it)\b|\bthe only [a-z]+(?: (?:of|"
    r"for) [a-z]+){0,2} "
    r"(?:are|were)\b|\bnothing else\b|\bno ?(?:one|body) (?:else\b|[a-z]+ (?:in |by |for )?any other [a-z]+)|"
    r"\bno other [a-z]+ (?:was|were|is|are)\b|\b(?:no|without(?: any)?|not) overlap\w*|\bno others\b|"
    r"\bnone (?:fell|falls|was|were) (?:outside|in more than one)\b",
    re.I,
)
# "The other 48% did not.": with the one share of the sentence before it.
# "The other 8% seen in June": of those of June.
OF_SOME = pattern_of(
    r"\s*(?:of\b|(?!were|was|did|had|are|is|have|said|came|lived|went)[a-z]+ (?:in|at|on|during) (?-i:[A-Z]))", re.I
)
OTHER = pattern_of(
    r"\W*(?:and )?(?:the|all the) (?:other|remaining|rest(?:,| of [a-z’' -]{3,30},?)?|remainder,?) ?\(?$", re.I
)
# "And Troon a further 11%": one more part.
FURTHER = pattern_of(r"\band (?=(?:[A-Z][a-z’']+ ){1,3}(?:a )?(?:further|another)\b)|\b(?:a )?(?:further|another)\b")
# "15% of men and 11% of women": each of a whole of its own.
OF_EACH = pattern_of(
    r"\d\s?(?:%|per ?cent) of [^.;%]*\d\s?(?:%|per ?cent) of\b|\bof [a-z]+ \d[^.;%]*% [^.;%]*\bof [a-z]+ \d|"
    r"\bof those\b|\brespectively\b|\b(?:rates?|response|compliance|scored?|targets?)\b",
    re.I,
)
TIMED = pattern_of(rf"\b(?:in|by|at|for|from|to|during) (?:the )?(?:{MONTH}|(?:first|second|last) [a-z]+)\b", re.I)
BOUND = pattern_of(r"\b(?:at least|at most|more than|less than|no less than|up to) $", re.I)
# "In paint 15% were good, in rigging 21% and in sails 59%": each of its own.
OF_EACH = pattern_of(
    r"(?:^|[.;:,] |\band )(?:for|in|at|of|among) (?:the )?[a-z’'-]+(?: [a-z’'-]+)? (?:it was )?(?=\d[\d.]*\s?%)", re.I
)
LEAD, TWO = 40, 2
FEWEST, FAR, ALL = 3, 30, Decimal(100)


def check(context: Context) -> Iterator[Finding]:
    """Sentence by sentence."""
    for paragraph, read in with_shares(context):
        for at in range(len(read.starts)):
            shares = [e for e in read.of_sentence(at) if e.kind == "share" and not e.base]
            # "Took at least 80% of the pills": a bound, and no share of them.
            shares = [e for e in shares if not BOUND.search(read.text[: e.start])]
            if len(shares) == 1 == len(read.of_sentence(at)) and at:
                yield from _other(paragraph, read, at)
            if len(shares) > 1:
                yield from (
                    _rest(paragraph, read, shares)
                    or list(_whole(paragraph, read, at))
                    or _bands(paragraph, read, at, shares)
                )


def _rest(paragraph: Paragraph, read: Passage, shares: Sequence[Entry]) -> list[Finding]:
    """The last share, where it is said to be the rest of the one or the several before it."""
    last, before = shares[-1], shares[:-1]
    lead = read.text[before[-1].end : last.start]
    said = (
        REST.search(lead)
        or REST_AFTER.match(read.text[last.end :])
        or (MEANS.search(lead) and NOT.match(read.text[last.end :]))
        or _turns(read, shares)
    )
    of_some = re.match(r"\s*of (?:these|those|them|the|its)\b", read.text[last.end :])
    words = read.sentence(last.sentence)
    if (
        not said
        or of_some
        or OF_REST.search(lead)
        or SEVERAL.search(re.sub(r"\bagainst,", "", words))
        or re.search(r"[.]\s" if THE_REST.search(lead) or _turns(read, shares) else r"[.;]\s", lead[:-1])
        and len(before) == 1
    ):
        return []
    values = [value_of(each) for each in before]
    sums = {sum(values[start:], Decimal(0)) for start in range(len(values))}
    slack = sum((step_of(each) for each in shares), Decimal(0)) / 2
    right = any(abs(ALL - total - value_of(last)) <= slack for total in sums)
    told = sum(values, Decimal(0))
    # "37%, 64% and the rest (4%)": more than all, whatever was rounded.
    beyond = told + value_of(last) > ALL + slack and len(before) > 1 and THE_REST.search(lead)
    if not right and told >= ALL and not beyond:
        return []
    why = f"{' + '.join(e.text for e in before)} leave {printed(ALL - told)}%, printed as {last.text}"
    verdict: Verdict = "ok" if right else "wrong"
    slip = f"all/{paragraph.line}/{last.start}"
    left = f"{printed(ALL - told)}%"
    return [Finding(CODE, verdict, paragraph.where, last.text, last.text, left, why, slip, "likely")]


def _other(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """The shares of a sentence and, at the start of the next, that of all the others."""
    before, (last,) = read.of_sentence(at - 1), read.of_sentence(at)
    words = read.text[read.starts[at - 1] : read.starts[at] + len(read.sentence(at))]
    if not before or any(e.kind != "share" or e.base for e in before) or SEVERAL.search(FURTHER.sub("", words)):
        return
    lead = read.text[read.starts[at] : last.start]
    told = sum(map(value_of, before), Decimal(0))
    if not OTHER.fullmatch(lead) or OF_SOME.match(read.text, last.end) or (told >= ALL and not FURTHER.search(words)):
        return
    slack = sum((step_of(each) for each in (*before, last)), Decimal(0)) / 2
    # "40% in May and 52% in June. The other 48% ...": of those told last.
    rests = [ALL - sum(map(value_of, before[start:]), Decimal(0)) for start in range(len(before))]
    # "61% on the one side. On the other 13% and 6%, which makes 19%. The remaining 20%": of both sides.
    parts = _parts([*read.of_sentence(at - 2), *before])
    of_both = bool(parts) and abs(ALL - sum(parts, Decimal(0)) - value_of(last)) <= slack / 2
    if len(before) > 1 and (OF_EACH.search(words) or TIMED.search(words)):
        return
    right = of_both or any(abs(left - value_of(last)) <= slack for left in rests)
    verdict: Verdict = "ok" if right else "wrong"
    shown = " + ".join(each.text for each in before)
    why = f"{shown} leave{'s' * (len(before) == 1)} {printed(ALL - told)}%, printed as {last.text}"
    slip = f"all/{paragraph.line}/{last.start}"
    yield Finding(CODE, verdict, paragraph.where, last.text, last.text, f"{printed(ALL - told)}%", why, slip, "likely")


def _parts(told: Sequence[Entry]) -> list[Decimal]:
    """The shares of some sentences without those that some before them make; none where other figures stand there."""
    if any(each.kind != "share" or each.base for each in told):
        return []
    parts: list[Decimal] = []
    for value in map(value_of, told):
        if not any(sum(parts[start:], Decimal(0)) == value for start in range(len(parts) - 1)):
            parts.append(value)
    return parts


def _turns(read: Passage, shares: Sequence[Entry]) -> bool:
    """ "No plan was on record for 12%, which means 88% had one": what the one lacked the others are said to have."""
    first, last = shares[0], shares[-1]
    at = read.starts[first.sentence]
    if len(shares) != TWO or not LACKING.search(read.text, at, last.start) or not HAD_ONE.match(read.text, last.end):
        return False
    drawn = DRAWN.search(read.text[first.end : last.start]) or THEREFORE.match(read.text, last.end)
    return bool(drawn) and not ALSO.search(read.text, at, last.end + LEAD)


def _whole(paragraph: Paragraph, read: Passage, at: int) -> Iterator[Finding]:
    """A list of every answer: its poles and what lies between, or one answer each."""
    for listing in addends(read, at):
        if listing.parts[0].kind != "share" or len(listing.parts) < FEWEST:
            continue
        words = read.sentence(at)
        following = read.sentence(at + 1) if at + 1 < len(read.starts) else ""
        leading = read.sentence(at - 1) if at else ""
        if (
            SEVERAL.search(words)
            or SOME_OR_MORE.search(f"{leading} {words}")
            or len(OF_EACH.findall(words)) > TWO
            or OVERLAP.search(following)
            or not (
                SINGLE.search(f"{leading} {words}{following}")
                or (CLOSED.search(words) and abs(listing.sum - ALL) < FAR)
                or _are_all_said(words, listing)
                or (NEITHER.search(words) and _has_poles(words))
            )
        ):
            continue
        values = [value_of(each) for each in listing.parts]
        # What sums up those before it is no part; the others are all then, unless everybody is said to have answered.
        tells_all = EVERYONE.search(words)
        if not any(
            sums_up_those_before(values, place) and not (tells_all and listing.sum - values[place] < ALL - FAR)
            for place in range(len(values))
        ):
            yield _summed(paragraph, read, listing)


def _are_all_said(words: str, listing: Addends) -> bool:
    """Whether a whole is said to go on so many things, and the list tells so many."""
    said = ALL_ON.search(words)
    return bool(said and whole(said["n"]) == len(listing.parts)) and abs(listing.sum - ALL) < FAR


def _has_poles(words: str) -> bool:
    return any(re.search(one, words, re.I) and re.search(two, words, re.I) for one, two in POLES)


def _summed(paragraph: Paragraph, read: Passage, listing: Addends) -> Finding:
    slack = sum((step_of(each) for each in listing.parts), Decimal(0)) / 2
    verdict: Verdict = "ok" if abs(listing.sum - ALL) <= slack else "wrong"
    terms = " + ".join(e.text for e in listing.parts)
    why = f"{terms} = {printed(listing.sum)}%; rounding explains at most {slack} off 100"
    quote = read.text[listing.start : listing.end]
    slip = f"all/{paragraph.line}/{listing.start}"
    return Finding(CODE, verdict, paragraph.where, quote, f"{printed(listing.sum)}%", "100%", why, slip, "likely")


def _bands(paragraph: Paragraph, read: Passage, at: int, shares: Sequence[Entry]) -> list[Finding]:
    """Shares of bands of an age, a time or a size that leave no gap, from the lowest to the open end."""
    others = [e for e in read.of_sentence(at) if e.share and e.kind != "share"]
    if len(shares) < FEWEST or others or not _are_bands(read, at, [e.end for e in shares]):
        return []
    total = sum((value_of(e) for e in shares), Decimal(0))
    if abs(total - ALL) > FAR or not BEING.match(read.text[shares[0].end :]):
        return []  # shares within each band
    slack = sum((step_of(e) for e in shares), Decimal(0)) / 2
    verdict: Verdict = "ok" if abs(total - ALL) <= slack else "wrong"
    why = f"{' + '.join(e.text for e in shares)} = {printed(total)}%"
    quote = read.text[shares[0].start : shares[-1].end]
    slip = f"all/{paragraph.line}/{shares[0].start}"
    return [Finding(CODE, verdict, paragraph.where, quote, f"{printed(total)}%", "100%", why, slip, "likely")]


def _are_bands(read: Passage, at: int, ends: Sequence[int]) -> bool:
    stop = read.starts[at] + len(read.sentence(at))
    tails = [read.text[end:high] for end, high in zip(ends, [*ends[1:], stop], strict=True)]
    return bool(OPEN.match(tails[-1])) and all(BAND.match(tail) for tail in tails[:-1])
