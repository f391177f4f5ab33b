"""What a sentence tells of a part of the document by the name of its heading is what stands under that heading."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from looped.checker.context import Context
from looped.checker.counted import VOID, Mention, mentions, shares
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.linking import STOP, stem
from looped.checker.one_quantity import FRONT, MONTHS, MOVED, NUMBERED_PLACE, YEARS
from looped.checker.parts_compared import MORE, MOST, compared
from looped.checker.patterns import pattern_of
from looped.checker.prose import Passage, passage
from looped.checker.tellings import SECTION, SUBJECTS
from looped.checker.words_for_one import words

CODE = "section-told"
MESSAGE = "What is told of a part of the document by its name is what stands under that heading."
GOOD = (
    "Masts\n\nHere 23 boats were sound and 34 were cracked.\n\nSails\n\nHere 31 boats were sound and 26 were "
    "cracked.\n\n"
    "Conclusion\n\nFor Masts, 34 boats were cracked."
)
BAD = (
    "Masts\n\nHere 23 boats were sound and 34 were cracked.\n\nSails\n\nHere 31 boats were sound and 26 were "
    "cracked.\n\n"
    "Conclusion\n\nFor Masts, 26 boats were cracked."
)

# The number or the letter of a heading: "3.2 Masts", "Section 4: Masts".
NUMBER = re.compile(
    r"^\W*(?:(?:section|part|chapter|theme|standard|area) )?(?:\d+(?:\.\d+)*|[A-Z](?=[.)]))?[.):]?\s*", re.I
)
# What leads up to a figure, or says where it stands.
PLAIN = frozenset(
    map(
        stem,
        words(
            "here there this that these those section chapter part theme area heading under above below said say set "
            "out told reported report found find finding shown show seen noted stated already earlier conclusion "
            "summary overall we it they our also only just all total number so which who had has have was were is are "
            "been being did as remaining other rest further more both while whereas but although judged rated graded "
            "assessed classed scored given recorded marked considered turned proved"
        ),
    )
)
LEVELS = pattern_of(
    r"\b(?:some|none|no|most|not|n[’']t|except|but|than|average|each|per|target|at least|at most)\b", re.I
)
ENDED = re.compile(r"[.!?;][\W\d]*$")
# "Boats with a bell, of 95".
BASE = re.compile(r"\b(?:of|n ?=|base:?) (?:the |all |these )?$", re.I)
WORD = re.compile(r"\w+")
UP_TO = re.compile(r"(?: [a-z’'-]+){0,4}? (?:for|in|under|on|at|with|within|against) (?:the )?")
NAME_ENDS = re.compile(r"[,.;:)]|$| and\b| but\b")
LONGEST, SHORTEST = 6, 4


def check(context: Context) -> Iterator[Finding]:
    """Each sentence that names the heading of another part, and a figure that is told there in the same words."""
    parts: dict[str, list[Paragraph]] = {}
    for paragraph in context.document.paragraphs:
        if name := _name(paragraph.section):
            parts.setdefault(name, []).append(paragraph)
    by_word: dict[str, list[str]] = {}
    for name in parts:
        by_word.setdefault(max(WORD.findall(name), key=len, default=""), []).append(name)
    for paragraph in context.paragraphs_with(MORE, MOST) if len(parts) > 1 else ():
        for each in compared(paragraph, _name(paragraph.section), parts, lambda text: _named(text, by_word)):
            verdict: Verdict = "ok" if each.right else "wrong"
            why, slip = f"{each.shown}; the sentence says “{each.word}”", f"{CODE}/{paragraph.line}/{each.start}"
            yield Finding(CODE, verdict, paragraph.where, each.text, each.word, "", why, slip, "likely")
    for paragraph in context.document.paragraphs if parts else ():
        read = passage(paragraph.text)
        named = {at: name for at, text in enumerate(read.sentences) if (name := _named(text.lower(), by_word))}
        own = _name(paragraph.section) if named else ""
        for again in (*mentions(read), *_shares(read)) if named else ():
            name = named.get(again.sentence, own)
            if name == own:
                continue
            first = _first(again, name, parts[name])
            if first and first.value != again.value:
                yield _finding(paragraph, again, first, name)
        for again, name in _each_with_its_own(read, list(parts)):
            first = _first(again, name, parts[name]) if name != _name(paragraph.section) else None
            if first and first.value != again.value:
                yield _finding(paragraph, again, first, name)


def _each_with_its_own(read: Passage, headings: Sequence[str]) -> Iterator[tuple[Mention, str]]:
    """ "Met in 20 checks for Sails and 35 for Masts": each figure in the words of the first, with its own heading."""
    for at, sentence in enumerate(read.sentences):
        own = read.of_sentence(at)
        names = [_behind(sentence[e.end - read.starts[at] :], headings) for e in own]
        if len(own) < len("ab") or not all(names) or len({name for name, _ in names if name}) < len(own):
            continue
        lead = sentence[: own[0].start - read.starts[at]]
        for entry, (name, _) in zip(own, names, strict=True):
            alone = passage(f"{lead}{entry.text}{names[0][1]}{name}.")
            told = [each for each in (*mentions(alone), *_shares(alone)) if each.start == len(lead)]
            yield from ((each, name) for each in told[-1:])


def _behind(text: str, names: Sequence[str]) -> tuple[str, str]:
    """The heading that is named right behind a figure, and the words that lead up to it; empty where none is."""
    lead = UP_TO.match(text)
    if not lead:
        return "", ""
    rest = text[lead.end() :].lower()
    fits = (each for each in names if rest.startswith(each) and NAME_ENDS.match(rest, len(each)))
    name = max(fits, key=len, default="")
    return name, lead.group() if name else ""


def _name(section: str) -> str:
    """The words of a heading, without its number; none of one that heads what sums up or the like."""
    name = NUMBER.sub("", section).strip(" :.–-").lower()
    fits = (
        len(name) >= SHORTEST
        and len(name.split()) <= LONGEST
        and not (SECTION.fullmatch(section) and name not in SUBJECTS)
    )
    return name if fits else ""


def _named(text: str, by_word: dict[str, list[str]]) -> str:
    """The one heading that a sentence in small letters names. by_word: the headings by the longest word of each."""
    near = [name for word in set(WORD.findall(text)) for name in by_word.get(word, ()) if name in text]
    found = [name for name in near if re.search(rf"\b{re.escape(name)}\b", text)]
    found = [name for name in found if not any(name != other and name in other for other in found)]
    return found[0] if len(found) == 1 else ""


def _first(again: Mention, name: str, told: Sequence[Paragraph]) -> Mention | None:
    """The one figure under a heading that is told in the words of a later one."""
    if not _is_told(again):
        return None
    wanted = _says(again, name)
    read = _shares if again.text.endswith("%") else mentions
    every = [each for paragraph in told for each in read(passage(paragraph.text)) if _is_told(each)]
    if not wanted or again.hedged or LEVELS.search(_sentence(again)):
        return None
    fits = [each for each in every if _is_said_again(again, each, name) and _is_of_one(again, each)]
    if len(fits) != 1 or fits[0].hedged or LEVELS.search(_sentence(fits[0])):
        return None
    return fits[0] if not _are_apart(again, fits[0]) else None


def _is_told(each: Mention) -> bool:
    """Whether a sentence tells it, and no caption, and not as the number that others are of."""
    return bool(ENDED.search(_sentence(each))) and not BASE.search(each.lead)


def _shares(read: Passage) -> tuple[Mention, ...]:
    """The shares of a passage, those behind a count with its words."""
    counted = {each.start: each for each in mentions(read)}
    found = []
    for entry, alone in zip((each for each in read.entries if each.share), shares(read), strict=True):
        own = counted.get(entry.start)
        found.append(replace(own, value=alone.value, text=alone.text) if own else alone)
    return tuple(found)


def _says(told: Mention, name: str) -> frozenset[str]:
    """What is said of a figure: the words of its clause, without those that it counts."""
    own = {stem(each) for each in told.clause - {*re.findall(r"[a-z’'-]+", name)}}
    heads = {stem(each) for each in told.heads}
    return frozenset(each for each in own - heads - PLAIN if each not in STOP)


def _is_said_again(again: Mention, first: Mention, name: str) -> bool:
    """Whether the same is said of two figures, whatever they count."""
    heads = {stem(each) for told in (again, first) for each in told.heads}
    said, told = _says(again, name) - heads, _says(first, name) - heads
    # "24 dry boats were cracked", and there "34 were cracked": of the dry boats that the clause before tells of.
    short = said - {stem(each) for each in again.narrowing}
    return bool(told) and (told == said or (not first.heads and told == short))


def _is_of_one(again: Mention, first: Mention) -> bool:
    heads = [{stem(each) for each in told.heads} for told in (again, first)]
    return not all(heads) or heads[0] == heads[1]


def _are_apart(one: Mention, other: Mention) -> bool:
    """Whether one of two sentences tells of a time or a place that the other doesn't."""
    texts = [_sentence(each) for each in (one, other)]
    # "In the north 34 were cracked".
    front = FRONT.match(texts[1])
    if front and any(stem(each) not in VOID and each not in one.words for each in front[1].split()):
        return True
    return any(
        set(pattern.findall(texts[0])) != set(pattern.findall(texts[1]))
        for pattern in (YEARS, MONTHS, MOVED, NUMBERED_PLACE)
    )


def _sentence(told: Mention) -> str:
    return told.read.sentence(told.sentence)


def _finding(paragraph: Paragraph, again: Mention, first: Mention, name: str) -> Finding:
    why = f"{again.text}, and under “{name}” “{_sentence(first).strip()}”"
    slip = f"{CODE}/{paragraph.line}/{again.start}"
    return Finding(CODE, "wrong", paragraph.where, again.text, again.text, first.text, why, slip, "likely")
