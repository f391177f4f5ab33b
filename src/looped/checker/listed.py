"""Figures that a report tells alike, one in each of several lines, paragraphs or sections, read as one list.

"- Ash: 35 leaks", "Ash: the mark was met in 72% of cases.", and "The mark was met in 72% of checks." under the heading
"Ash", are the items of a list. What another paragraph says of them by their names, and tells no figure itself, is read
behind that list, wherever it stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from looped.checker.asides import is_aside, standing_between
from looped.checker.document import Block, Document, Paragraph
from looped.checker.finding import Finding
from looped.checker.item_names import stems_of
from looped.checker.prose import MONTH, passage
from looped.checker.quantified import quantifiers
from looped.checker.tellings import SECTION
from looped.checker.traits import BY_LIST

BULLET = re.compile(r"\s*(?:[-*•–]|\(?[a-z0-9]{1,2}[.)])\s+", re.I)
LABEL = re.compile(r"(?P<name>[A-Z][^.;:,()\d]{1,40}?)(?::| –| —| -) (?P<rest>.+)")
# Lines that were read as one: "March: 12 April: 9 May: 10".
IN_ONE = re.compile(r"(?:[A-Z][A-Za-z’'& -]{1,30}: £?\d[\d,.]*%?[,;]? ?){3,}[.]?")
OF_ONE = re.compile(r"(?P<name>[A-Z][A-Za-z’'& -]{1,30}): (?P<figure>£?\d[\d,.]*\d%?|\d%?)")
NUMBER = re.compile(r"^\W*(?:\d+(?:\.\d+)*[.):]?\s+)?")
ENDED = re.compile(r"[.!?][”\"’')\]]*\s*$")
# Of other times, others, or what might be.
ELSEWHERE = re.compile(
    r"\b(?:last (?:year|time|quarter|month)|previous\w*|before|earlier|(?:19|20)\d\d|except|should|would|could|"
    r"(?-i:may)|"
    r"might|expect\w*|target for|aim|nationally|national|elsewhere|other|than last|not|never|n[’']t)\b",
    re.I,
)
# What says how several stand to each other, and names nothing that a list may not be of.
GENERAL = stems_of(
    "area standard result score rate compliance performance performer percentage share proportion figure number count "
    "total high higher highest low lower lowest strong stronger strongest weak weaker weakest best better worst "
    "worse good "
    "poor strength weakness most least more few fewer fewest less large larger largest small smaller smallest "
    "peak peaked "
    "rise rose risen fall fell fallen increase increased decrease decreased trend upward downward up down month "
    "week year "
    "quarter every each all both none no neither nor one two three four five six seven eight nine ten mark target "
    "threshold level above below over under met meet meets meeting missed reach reached pass passed exceed exceeded "
    "achieved attained scored showed performed did do done had has came come stood was were recorded reported "
    "seen found "
    "noted there encouraging pleasing clear clearly overall therefore thus so among concern case check average "
    "conclusion "
    "busiest quietest first second last per cent percentage point period cycle side main chief greatest common "
    "frequent often "
    "frequently commonly again also only than it that this these"
)
TIMES = re.compile(rf"\b(?:{MONTH}|(?:19|20)\d\d|Q[1-4]|(?:quarter|week|cycle|round|year) \d)\b", re.I)
OVER_TIME = re.compile(
    r"\b(?:(?:every|each) [a-z]+|[a-z]+[- ](?:on|by|after)[- ][a-z]+|trends?|throughout|steadily)\b", re.I
)
LONGEST, MOST, FEWEST, MANY = 300, 3, 2, 12


@dataclass(frozen=True)
class Item:
    """One of a list. key: what is told of it but for its figure."""

    paragraph: Paragraph
    name: str
    figure: str
    key: str


@dataclass(frozen=True)
class Told:
    """A list, and what heads it."""

    items: tuple[Item, ...]
    head: str

    @property
    def text(self) -> str:
        """The list as a sentence."""
        return f"{self.head}: {', '.join(f'{each.name} {each.figure}' for each in self.items)}."

    @property
    def lines(self) -> frozenset[int | None]:
        """The lines that tell it."""
        return frozenset(each.paragraph.line for each in self.items)


def listed(document: Document) -> list[tuple[Told, Paragraph, Paragraph]]:
    """Each list with a paragraph that speaks of it, and that paragraph behind the list."""
    lists = [*_of_lines(document), *_of_sections(document)]
    if not lists:
        return []
    own = {line for each in lists for line in each.lines}
    others = [each for each in document.paragraphs if each.line not in own]
    telling = [each for each in others if passage(each.text).entries and not is_aside(each.text)]
    found = []
    for paragraph in others:
        about = [each for each in lists if _is_about(paragraph, each)] if _says(paragraph) else []
        if len(about) == 1 and not any(_names(e.text, about[0]) for e in telling if e is not paragraph):
            both = replace(paragraph, text=f"{about[0].text} {paragraph.text.lstrip()}")
            found.append((about[0], paragraph, both))
    return found


def is_of_list(found: Finding, told: Told, paragraph: Paragraph) -> bool:
    """Whether a finding is of a rule that reads so, on a sentence that speaks of nothing that the list isn't of."""
    place = paragraph.text.find(found.quote)
    if found.code not in BY_LIST or place < 0:
        return False
    read = passage(paragraph.text)
    heading = stems_of(" ".join({told.head, told.items[0].key}))
    names = frozenset(stem for each in told.items for stem in stems_of(each.name))
    said = {each for each in stems_of(read.sentence(read.sentence_at(place))) if not each[0].isdigit()}
    return said <= GENERAL | heading | names


def _says(paragraph: Paragraph) -> bool:
    """Whether a paragraph says something in a sentence or three, and tells no figure but a limit."""
    text = paragraph.text
    if len(text) > LONGEST or not ENDED.search(text) or BULLET.match(text) or ELSEWHERE.search(text):
        return False
    read = passage(text)
    told = [each for each in read.entries if each.sentence not in standing_between(read) and not each.text.isalpha()]
    return len(read.starts) <= MOST and len(told) < len("ab")


def _is_about(paragraph: Paragraph, told: Told) -> bool:
    """Whether an item of a list is named, or all of them by their number."""
    if _names(paragraph.text, told):
        return True
    if all(TIMES.search(each.name) for each in told.items) and OVER_TIME.search(paragraph.text):
        return True
    size = len(told.items)
    return any(each.size == size and each.is_of(size) for each in quantifiers(paragraph.text))


def _names(text: str, told: Told) -> list[Item]:
    words = stems_of(text)
    return [each for each in told.items if (own := stems_of(each.name)) and own <= words]


def _of_lines(document: Document) -> Iterator[Told]:
    """Lines of a list, or paragraphs each with a label, one behind the other in a section."""
    heading = ""
    run: list[Item] = []
    for block in (*document.blocks, None):
        between = isinstance(block, Paragraph) and run and ENDED.search(block.text)
        if isinstance(block, Paragraph) and between and (is_aside(block.text) or not passage(block.text).entries):
            continue
        item = _item(block) if isinstance(block, Paragraph) else None
        if run and (item is None or item.key != run[0].key or item.paragraph.section != run[0].paragraph.section):
            yield from _told(run, heading)
            run = []
        if item:
            run.append(item)
        elif isinstance(block, Paragraph):
            yield from _in_one(block, heading)
            heading = "" if ENDED.search(block.text) else block.text.rstrip(" :")


def _item(block: Block) -> Item | None:
    """A line with its name before its one figure."""
    if not isinstance(block, Paragraph) or len(block.text) > LONGEST or IN_ONE.fullmatch(block.text.strip()):
        return None
    bullet = BULLET.match(block.text)
    said = LABEL.fullmatch(block.text[bullet.end() if bullet else 0 :].strip())
    return _alone(block, said["name"], said["rest"]) if said else None


def _alone(paragraph: Paragraph, name: str, text: str) -> Item | None:
    """Something that is told with one figure."""
    read = passage(text)
    told = [each for each in read.entries if each.sentence not in standing_between(read)]
    if not told or told[0].kind not in ("count", "share", "money"):
        return None
    entry = told[0]
    # "The rate was 89%. A prize of £50 was offered.": of another kind, in a sentence of its own.
    if any(each.sentence == entry.sentence or each.kind in (entry.kind, "count") or each.share for each in told[1:]):
        return None
    own = read.sentence(entry.sentence)
    low = entry.start - read.starts[entry.sentence]
    key = f"{own[:low]} {own[low + entry.end - entry.start :]}"
    return Item(
        paragraph, name.strip(), read.text[entry.start : entry.end], " ".join(re.sub(r"[.;,]", " ", key).split())
    )


def _in_one(paragraph: Paragraph, heading: str) -> Iterator[Told]:
    """Lines that stand in one paragraph, each with a name and a figure."""
    if IN_ONE.fullmatch(paragraph.text.strip()):
        items = [Item(paragraph, each["name"].strip(), each["figure"], "") for each in OF_ONE.finditer(paragraph.text)]
        yield from _told(items, heading)


def _of_sections(document: Document) -> Iterator[Told]:
    """Sections that tell the same with one figure, in a sentence alone: each is named by its heading."""
    found: list[Item] = []
    for section, blocks in groupby(document.blocks, key=lambda each: each.section):
        name = NUMBER.sub("", section).strip(" :.")
        inside = [each for each in blocks if not (isinstance(each, Paragraph) and each.text.strip() == section.strip())]
        told = [each for each in inside if not (isinstance(each, Paragraph) and is_aside(each.text))]
        alone = told[0] if len(told) == 1 and isinstance(told[0], Paragraph) and name else None
        if (
            alone
            and ENDED.search(alone.text)
            and not SECTION.fullmatch(section)
            and (item := _alone(alone, name, alone.text))
        ):
            found.append(item)
    for _, items in groupby(sorted(found, key=lambda each: each.key), key=lambda each: each.key):
        yield from _told(sorted(items, key=lambda each: each.paragraph.line or 0), "")


def _told(items: Sequence[Item], heading: str) -> Iterator[Told]:
    """Items of one kind, each with a name of its own."""
    names = {each.name.lower() for each in items}
    kinds = {("%" in each.figure, "£" in each.figure) for each in items}
    if FEWEST <= len(items) <= MANY and len(names) == len(items) and len(kinds) == 1:
        yield Told(tuple(items), items[0].key or heading or "Listed")
