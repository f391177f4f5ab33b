"""Most, a minority or a fraction of a number, with the count told right behind: "most of the 53 were late: 13 such"."""

import re
from collections.abc import Iterator
from fractions import Fraction

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.most_of_list import most_of_lists
from looped.checker.numbers import DIGITS
from looped.checker.patterns import pattern_of
from looped.checker.phrases import THEM
from looped.checker.prose import NUMBER, passage, stems, worded
from looped.checker.saying import TINY, Said, said_in

CODE = "most-of-them"
MESSAGE = "A share in words is the one that the number and the count behind it give."
GOOD = "A majority of the 47 drivers - 31 of them - had a badge."
BAD = "A majority of the 47 drivers - 13 of them - had a badge."

OF = pattern_of(
    rf"\s*of (?:the |our |all |these |those )*(?P<m>{NUMBER})\b(?!\s?%)[^.;:()—–\d]{{0,90}}?(?:\s?[—–(:,]|\s-)\s*"
    rf"(?:we (?:counted|found) |that is,? |namely |just |only |in fact |n\s*=\s*)?(?P<n>{NUMBER})"
    rf"(?:,? (?:of (?:them|these|those|whom)|such|in all|in total|altogether)\b|\s*[)—–]|\s-)",
    re.I,
)
# "Fewer than half of the 220 felt safe; the number was 104", "most of the 64 had a bell: 40 did".
THE_NUMBER = (
    r"(?:(?:the|that|their|its) (?:exact |actual |precise )?(?:number|count|figure|total|tally) (?:was|is|being|"
    r"stood at|"
    rf"came to) (?P<n>{NUMBER})(?!\s?%)|(?:in (?:all|fact|total),? )?(?P<k>{NUMBER}) (?:of (?:{THEM}) )?(?:did|do|were|"
    r"are|had|have|was)(?: so)?)(?=[.;,)]|$| of (?:them|these|those|the \d))"
)
MARK = r"(?:[.;:,]|\s?[(—–]|\s-)\s*"
OF_NUMBER = pattern_of(
    rf"\s*(?:of )?(?:the |our |all |these |those )*(?P<m>{NUMBER})\b(?!\s?%) "
    rf"[a-z][^.;:()—–\d]{{2,90}}?{MARK}{THE_NUMBER}"
    rf"|\s*(?:of )?(?:the |our |all |these |those )*(?P<m2>{NUMBER}) [a-z’'-]+ "
    rf"\({THE_NUMBER.replace('P<n>', 'P<n2>').replace('P<k>', 'P<k2>')}",
    re.I,
)
BEHIND_NUMBER = pattern_of(rf"[^.;:()—–\d]{{2,90}}?{MARK}{THE_NUMBER}", re.I)
# "Of 41 crews, 18 felt heard; a majority, therefore, ...", "18 of the 41 felt heard, so a minority did".
DRAWN = r"(?:therefore|thus|then|hence|in other words|that is|accordingly|consequently)"
DRAWN_BEHIND = pattern_of(rf",? {DRAWN},? ", re.I)
DRAWN_BEFORE = pattern_of(
    r"(?:[;:,.–]|\band) (?:so|thus|therefore|hence|in other words|that is|consequently|accordingly|(?:which|this|that) "
    r"means(?: that)?|it follows that|meaning that),? (?:overall |only |just )*$",
    re.I,
)
TOLD = pattern_of(
    rf"(?:^|[.;] )\W*(?:(?:out of|of|among) (?:the |these |our |all )*(?P<m>{NUMBER})\b[^.;:\d]{{0,80}}?,? "
    rf"(?P<n>{NUMBER})"
    rf"|(?P<n2>{NUMBER}) (?:out )?of (?:the |these |our |all )*(?P<m2>{NUMBER}))(?: \([\d.]+ ?%\))?"
    r"(?P<what> [^.;:\d]{3,90}?)(?:[.;:,–] ?(?:and )?|$)",
    re.I,
)
# Who is spoken of as bad things are: most others may fare well.
ILL = pattern_of(
    r"\b(?:not|no|none|never|without|lack\w*|ignored|(?:un|dis|mis|in)[a-z]{4,}|worse|bad|poor|hard|difficult|rest|"
    r"others?|remaining|at least|or|still|yet|due|waiting|awaiting|elsewhere|need\w*|last|previous\w*|"
    r"late|fail\w*|missed|against)\b|n[’']t\b",
    re.I,
)
SAYING = pattern_of(rf",? (?:{DRAWN},? )?(?:told us|said|reported|felt|thought|believed?|agreed|answered) ", re.I)
# "Most (22)": words of it stand before.
MOST = pattern_of(
    rf"(?<!the )(?<!\bat )(?<!\w)most(?= [(—–]|,? {DRAWN}\b| (?:had|were|did|have|are|of them|could|would|said|"
    rf"felt)\b)",
    re.I,
)
THIS = pattern_of(
    r"\b(?:this|that|which|they|these|those) (?:is|was|are|were|represents?|makes? up|amounts? to|means) "
    r"(?:just |only |clearly |therefore |thus |still )?$",
    re.I,
)
OPENS = pattern_of(r"(?:^|[.;]\s+)(?:of|among) (?:the |these |our |all |those )*$", re.I)
# "This is half as many as we had hoped".
COMPARED = pattern_of(
    r"\s*(?:as |more|less|again|the (?!total|whole)|of what|what |longer|higher|lower|a (?:year|day|week))", re.I
)
OF_THEM = pattern_of(r"\s*(?:of (?:them|these|those|all|the (?:total|whole))\b|[.,;)])", re.I)
BARE = pattern_of(rf"\s*(?:of (?:{THEM}))?\s*[(—–]\s*(?:n\s*=\s*)?(?P<n>\d+)\s*[)—–]", re.I)
BASE = pattern_of(
    rf"(?:^|[.;:]\s+|\b)(?:of|all|among|in)(?: the| our| these)? (?P<m>{DIGITS}) "
    rf"[a-z][^.;:()\d]*$",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each such share in words, and what most are said to be beside the list of all."""
    yield from most_of_lists(context, CODE)
    for paragraph in context.document.paragraphs:
        alone = (
            Said(each.start(), each.end(), "most", Fraction(1, 2) + TINY, Fraction(1))
            for each in MOST.finditer(paragraph.text)
        )
        for said in (*said_in(paragraph.text), *alone):
            yield from (
                _of_it(paragraph, said)
                if THIS.search(f"{paragraph.text[: said.start].rstrip()} ")
                else _judged(paragraph, said)
            )


def _of_it(paragraph: Paragraph, said: Said) -> Iterator[Finding]:
    """ "Five of 25 came. Since this is most of them": the one share that is told right before."""
    if COMPARED.match(paragraph.text, said.end):
        return
    read = passage(paragraph.text)
    at = read.sentence_at(said.start)
    own = [e for e in read.of_sentence(at) if e.kind != "points" and not said.start <= e.start < said.end]
    told = [e for e in own if e.end <= said.start] if own else read.of_sentence(at - 1)
    based = [e for e in told if e.base or e.share]
    # "Of the 36 visits 27 were by day. That is three quarters of them."
    plain = len(told) == 2 and not based and all(e.kind == "count" for e in told) and told[0].count > told[1].count
    if plain and not own and OPENS.search(read.text[: told[0].start]) and OF_THEM.match(paragraph.text, said.end):
        value = Fraction(told[1].count, told[0].count)
        yield _finding(paragraph, said, value, f"{told[1].text} of {told[0].text}")
        return
    if len(based) == 1 and len(told) == 1 and not (own and len(own) > len(told)):
        value = Fraction(based[0].share.value) / 100 if based[0].share else Fraction(based[0].count, based[0].base or 1)
        yield _finding(paragraph, said, value, based[0].text)


def _judged(paragraph: Paragraph, said: Said) -> Iterator[Finding]:
    told = _counted(paragraph.text, said) or _concluded(paragraph.text, said)
    if told and 0 < told[0] <= told[1]:
        yield _finding(paragraph, said, Fraction(*told), f"{told[0]} of {told[1]}")


def _counted(text: str, said: Said) -> tuple[int, int] | None:
    """How many of how many are told right behind a share in words, or the whole before it."""
    for pattern in (OF, OF_NUMBER):
        if found := pattern.match(text, said.end):
            return _numbers(found)
    behind = BARE.match(text, said.end) or BEHIND_NUMBER.match(text, said.end)
    before = BASE.search(text[: said.start]) if behind else None
    return _numbers(behind, before) if behind and before else None


def _numbers(*found: re.Match[str]) -> tuple[int, int]:
    """The part and the whole that some patterns have found, by the first letters of their names."""
    told = {name[0]: text for each in found for name, text in each.groupdict().items() if text and len(name) < 3}
    return worded(told.get("n") or told["k"]), worded(told["m"])


def _concluded(text: str, said: Said) -> tuple[int, int] | None:
    """ "Of 41 crews, 18 felt heard; a majority, therefore, did": the two counts before it, and no other."""
    low = text.rfind(". ", 0, said.start) + 1
    drawn = DRAWN_BEFORE.search(f"{text[: said.start].rstrip()} ")
    if said.exact not in (None, Fraction(1, 2)) or not (drawn or DRAWN_BEHIND.match(text, said.end)):
        return None
    if drawn and text[drawn.start()] == ".":
        low = text.rfind(". ", 0, low - 1) + 1  # a sentence of its own: drawn from the one before it
    lead = text[max(0, low) : drawn.start() if drawn else said.start].strip()
    told = TOLD.fullmatch(lead if drawn else lead.rstrip(" ;:,."))
    behind = re.split(r"[.;:](?:\s|$)", text[said.end :])[0]
    if told is None or ILL.search(told["what"]) or ILL.search(behind):
        return None
    # What is concluded says no more than what was counted, or what they say.
    again = stems(behind) - stems("one did do so therefore thus then hence")
    return _numbers(told) if again <= stems(lead) or SAYING.match(behind) else None


def _finding(paragraph: Paragraph, said: Said, exact: Fraction, figure: str) -> Finding:
    right = said.low <= exact <= said.high
    verdict: Verdict = "ok" if right else "wrong"
    percent = f"{float(exact * 100):.1f}%"
    why = f"{figure} is {percent}, which “{said.text}” {'may say' if right else 'does not say'}"
    slip = f"{CODE}/{paragraph.line}/{said.start}"
    return Finding(CODE, verdict, paragraph.where, said.text, said.text, percent, why, slip, "likely")
