"""A figure that was never filled in: "0 (%)", "XX% of replies", "__ of 40 files", "[number] visits"."""

import re
from collections.abc import Iterator

from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.patterns import pattern_of

CODE = "blank-figure"
MESSAGE = "No figure of the text is left blank."
GOOD = "The gas certificate was missing in 4 of 20 homes (20%) and the alarm in none (0%)."
BAD = "The gas certificate was missing in 4 of 20 homes (20%) and the alarm in 0 (%)."

BLANK = pattern_of(
    r"(?:\b\d[\d,]*|\b[a-z]+|_{2,})\s?[(\[]\s*(?:[-–—]\s*)?%\s*[)\]]|[(\[]\s*n\s*=\s*%?\s*[)\]]|(?<=\d "
    r")[(\[]\s*[)\]]|"
    r"\b(?:was|were|is|at|to|from|about|only|and|just)\s+%\s*[(\[]|"
    r"[(\[]\s*\[\s*\]\s*%|(?<!\w )\[\s*\] (?:of|out of) (?:the )?\d|(?<=in )\[\s*\] (?:of|out of) (?:the )?\d|"
    # "(/84, 62%)", "(52/, 62%)".
    r"[(\[]\s*/\s?\d[\d,]*(?=\)|,? [(]?\d[\d.]*\s?%)|[(\[]\s*\d[\d,]*/(?=\)|, \d[\d.]*\s?%)|"
    r"\b\d[\d,]*(?: (?:of|out of) (?:the )?|/)\d[\d,]*(?: [a-z]+){1,3} [(\[]\s*%\s*[)\]]|"
    r"\b(?:in|for|by|at|from|with|on)\s+(?:just |only )?(?:out )?of (?:the |these |our )?\d+\b|"
    r"(?<![\w.])£?(?:X{1,4}|x{1,4}|_{2,}|\?{2,}|…|\.{3,}|TBC|tbc)\s?(?:%|per ?cent\b)|"
    r"£(?:X{2,4}|x{2,4}|_{2,}|\?{2,})|"
    r"(?<![\w.])(?:X{2,4}|x{2,4}|_{2,}|\?{2,})(?=\s(?:of|out of|in)\s(?:the\s)?(?:\d|X|_))|"
    r"\b(?:of|out of|was|were|had|from|to)\s(?:X{2,4}|x{2,4}|_{2,}|\?{2,})(?=[\s,.;)])|"
    r"[\[<(](?:insert )?(?:insert|number|figure|percentage|per ?cent|total|n|no|count|tbc|to be (?:added|"
    r"confirmed)|x{1,3})"
    r"(?: (?:here|to follow|tbc|to be (?:added|confirmed)|of [a-z ]{1,30}))?[\]>](?=\s?(?:%|of\b|per ?cent|"
    r"[a-z]+s\b))",
)
CHEAP = pattern_of(
    r"\[\s*\]|[(\[]\s*/\s?\d|[(\[]\s*\d[\d,]*/[,)]|[(\[]\s*(?:[-–—]\s*)?%|\s%\s*[(\[]|[(\[]\s*(?:n\s*=\s*%?\s*)?[)\]]|"
    r"(?:in|for|by|at|from|with|on|just|only|out)\s+of |"
    r"[\[<(](?:insert|figure|per|total|n|count|tbc|to be|x)|[Xx_?]{2}|£[Xx_?]|"
    r"(?:[Xx_?…]|\.{3}|TBC|tbc)\s?(?:%|per)"
)
# A heading of a table or a note on how figures are told: "number (%)".
MANNER = pattern_of(
    r"^(?:numbers?|n|no|values?|figures?|counts?|data|results?|mean|median|shown|are|percentages?|patients?|cases?|"
    r"files|replies|responses|brackets|total|rate|share)\s?[(\[]",
    re.I,
)


def check(context: Context) -> Iterator[Finding]:
    """Each blank in a paragraph."""
    for paragraph in context.document.paragraphs:
        if not CHEAP.search(paragraph.text):
            continue
        for found in BLANK.finditer(paragraph.text):
            quote = found.group().strip()
            if (
                MANNER.match(quote)
                or re.match(r"[a-z]+\s?[(\[]", quote)
                and not re.match(
                    r"(?:none|nil|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", quote, re.I
                )
            ):
                continue
            slip = f"{CODE}/{paragraph.line}/{found.start()}"
            why = "the place of a figure is blank"
            yield Finding(CODE, "wrong", paragraph.where, quote, "no figure", "a figure", why, slip)
