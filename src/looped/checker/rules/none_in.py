"""None in a month, neither of two, nowhere: against the list that gives that one a figure."""

import re
from collections.abc import Iterator, Sequence

from looped.checker.context import Context
from looped.checker.document import Paragraph
from looped.checker.finding import Finding, Verdict
from looped.checker.item_names import stems_of
from looped.checker.listing import Listing, Named, with_noughts
from looped.checker.not_of_these import KIND
from looped.checker.patterns import Pattern, pattern_of
from looped.checker.prose import Entry, Passage, passage
from looped.checker.quieting import NUMBER, SPELT, has_figure
from looped.checker.told_list import named_in, told_lists

CODE = "none-in"
MESSAGE = "Where none is said to have been, the list has none."
GOOD = "Near misses numbered 3 in April, 0 in May and 6 in June: there were none in May."
BAD = "Near misses numbered 3 in April, 0 in May and 6 in June: there were none in June."

NONE = pattern_of(
    r"(?<!/)\b(?:none|no(?! (?:more|fewer|less|longer|lower|higher|doubt|change|difference|one|table|figure))(?: "
    r"[a-z’'-]+){1,4}?|"
    r"nothing|nil|not (?:a single|one|any)(?: [a-z’'-]+){0,2}?|zero|free (?:of|from)|"
    r"absence of(?: any)?(?: [a-z’'-]+)?|without (?:any|a single|an?)|"
    r"(?:had|has|have) not been [a-z]+(?= (?:in|during|at) (?-i:[A-Z]))|"
    r"never (?:an?|any)|neither (?!agree|nor|satisf|dis|one|good|likely)(?!was|were|is|has|had)(?=[a-z]+ (?:had|"
    r"has|have|was|were|is|did|reported|recorded)|of the)|not once)\b",
    re.I,
)
DENIED = pattern_of(
    r"\d\s+$|\b(?:but|except|other than|apart from|almost|next to|nearly|virtually|if|with|there is|not|of|or|and)\s+$",
    re.I,
)
BOUNDS = pattern_of(
    r"\b(?:above|below|over|under|than|at least|exceed\w*|chang\w*|differ\w*|fell|fall|target|reach\w*|rose|met)\b",
    re.I,
)
LOG_READS = pattern_of(
    r"^\W*(?:the|our|its|here) (?:[a-z]+ )?(?:logs?|lists?|register|tally|figures|counts?|records?|returns?|numbers|"
    r"totals) "
    r"(?:reads?|shows?|are|is|runs?|was|were|has|gives?)(?: as follows)?:? ?$",
    re.I,
)
# "None was upheld in full: two were in part".
IN_FULL = pattern_of(r"\b(?:in full|fully|outright|wholly|entirely|completely|at once|in person)\b", re.I)
EACH = pattern_of(r"^(?:neither ?|none of the|no (?=[a-z]+ (?:had|has|recorded|reported|saw)))", re.I)
NOUGHT = pattern_of(r"\b(?:found|saw|noted|had|with) (?:no|none)\b", re.I)
DID = pattern_of(r" ?[a-z]{3,}ed (?:an?|any|the|his|her|their|its|our) ", re.I)
CLAUSE = pattern_of(r"[,;:.()](?=\s|$)|\s[–—]\s|\b(?:but|while|whereas|although|though|when|followed by|because)\b")


# "The commonest reason was no bed available": what it is called.
NAMES_ONE = pattern_of(
    r"\b(?:reasons?|causes?|faults?|answers?|types?|kinds?|problems?|comments?|gaps?|failings?)\b[^.;:]{0,30} "
    r"(?:was|were|is|are) (?:that )?[“‘\"']?$",
    re.I,
)


# "None of them in Ayr (Troon 1, Largs 3)": of a place that the list leaves out.
OF_THEM_AT = pattern_of(
    r"none of (?:them|these|those) (?:was |were )?(?:in|at|on|from|by) (?:the )?[^.;:()]{2,40}\(", re.I
)


NOUGHT_OF = pattern_of(r" [a-z][^.;:\d]{2,40}?[,:(–] ?(?:of which |with )?(?:no [a-z’'-]+|none|nil)\)?(?=[;.]|$)", re.I)
OF_WHICH_SO_MANY = pattern_of(
    rf" [a-z][^.;:\d]{{2,40}}?,? \(?(?:(?:of|among) (?:which|whom|these|them)\b|(?:{NUMBER}|none|no) (?:of "
    r"(?:which|whom|"
    r"these|them)|[a-z]+\)))",
    re.I,
)
SHORT, REACH, FEWEST = 400, 2, 3
# "3 in May and 2 in June (fires)": what all of the list are of, as the name of its last one is read.
OF_ALL = re.compile(r"^(?P<name>[^()]{2,40}?),? \((?P<what>[a-z][^()\d]{2,60})$")
# "No fires of this kind were logged": what there was none of.
NAME = pattern_of(
    r"(?:no|not (?:a single|one|any)|zero|free (?:of|from)|without (?:any|a single|an?)) "
    r"(?P<what>[a-z’'-]+"
    r"(?: (?!(?:was|were|had|has|have|in|on|at|during|arose|occurred|happened|took)\b)[a-z’'-]+){0,6})",
    re.I,
)

OF_THIS_KIND = re.compile(r" of (?:this|that) (?:kind|sort|type)\b")
# "Six of the 54 boats had no bell": so many of them.
SO_MANY_HAD = pattern_of(
    rf"\b(?:\d+|{SPELT}) of (?:the |our |these )?\d[^.;:]*\b(?:had|have|has|with|showed|gave) $", re.I
)


NOBODY = pattern_of(r"\b(?:nobody|no[- ]one|none|not one|no [a-z’'-]+ (?=was|were|is|are|said|rated|called))\b", re.I)
CALLED = r"(?:rated|called|found|thought|judged|graded|considered|described|scored|said(?: that)?|felt(?: that)?)"
# All that a sentence says before a name of the list.
NOBODY_SAID = pattern_of(
    r"\W*(?:(?:nobody|no[- ]one|none|not one|no (?:respondent|person|people|respondents))(?: of (?:them|these|"
    r"those|the "
    rf"[a-z]+))?(?: who (?:replied|answered|responded|took part))? {CALLED} "
    r"(?:it|them|this|(?:the|our|their) (?P<what>[a-z’'-]+))(?: was| were| is| are)?(?: as| to be)?|"
    r"no [a-z’'-]+ (?:was|were|is|are) (?:rated|graded|judged|classed|scored|marked|coded|found)(?: as|"
    r" to be)?) [“‘\"']?",
    re.I,
)
OF_WHAT = pattern_of(rf"\b{CALLED} (?:the|our|their) (?P<what>[a-z’'-]+)", re.I)
PLACE = re.compile(r"\b(?:in|at|on|by|from|for) (?:the )?([A-Z][a-z]+)\b")
# "No boat at Ayr was rated Rotten", "no repair was planned for boats rated Rotten".
OF_SOME_THERE = pattern_of(
    r"\W*no (?:[a-z’'-]+ (?:at|in|of|on|for|with|built|made|from|who|that|which)\b|other\b|"
    r"[^.;:]*\b(?:was|were) (?!found|placed|put|given)[a-z]+(?:ed|en|de) (?:for|of|to|on|at|in|by)\b)",
    re.I,
)
OTHER_TIME = pattern_of(
    r"\b(?:last (?:year|time|month)|previous\w*|the year before|a year (?:ago|earlier)|(?:was|were) (?:late|fatal|"
    r"serious|"
    r"severe))\b",
    re.I,
)
OF_ANY = pattern_of(r"\b(?:no|not (?:a single|one|any)) (?:cases?|instances?|incidents?|events?|such [a-z]+)\b", re.I)
SEEN = (
    "cases case instances instance incidents incident events event such seen found identified noted occurred happened "
    "took place recorded reported logged registered at all no not a single one any"
)


def check(context: Context) -> Iterator[Finding]:
    """Each "none in ..." whose place a list of counts near it names."""
    every = [each for each in context.document.paragraphs if each.text.strip() != each.section]
    for at, paragraph in enumerate(every):
        yield from _nobody(paragraph)
        if not NONE.search(paragraph.text):
            continue
        if has_figure(paragraph.text):
            yield from _of_paragraph(paragraph)
        for beside in every[max(0, at - REACH) : at] + every[at + 1 : at + 1 + REACH]:
            yield from _over_paragraphs(paragraph, beside)


def _nobody(paragraph: Paragraph) -> Iterator[Finding]:
    """ "Nobody rated the service as poor", and beside it how many called it very good, good and poor."""
    if not (NOBODY.search(paragraph.text) and has_figure(paragraph.text)):
        return
    read = passage(paragraph.text)
    for found in NOBODY.finditer(paragraph.text):
        named = _named(read, found, NOBODY_SAID)
        said = NOBODY_SAID.match(read.sentence(read.sentence_at(found.start()))) if named else None
        if said and named and _is_of_it(read, said["what"], named[2]):
            yield _finding(paragraph, found, named[0], [named[1:]])


def _is_of_it(read: Passage, what: str | None, entry: Entry) -> bool:
    """Whether a list is of what is spoken of: of "it", or of the same thing, where either says what."""
    told = OF_WHAT.search(read.sentence(entry.sentence))
    return not told or not what or told["what"].lower() == what.lower()


def _of_paragraph(paragraph: Paragraph) -> Iterator[Finding]:
    read = passage(paragraph.text)
    for found in NONE.finditer(paragraph.text):
        if _may_deny(paragraph.text, found):
            yield from _judged(paragraph, read, found)


def _over_paragraphs(paragraph: Paragraph, beside: Paragraph) -> Iterator[Finding]:
    """ "We logged 3 fires in May, 2 in June", and in the paragraph beside it "no fires were logged in May"."""
    if not has_figure(beside.text) or len(paragraph.text) > SHORT or not with_noughts(passage(beside.text)):
        return
    own = passage(paragraph.text)
    for found in NONE.finditer(paragraph.text):
        sentence = own.sentence(own.sentence_at(found.start())).strip()
        text = f"{beside.text.rstrip()} {sentence}"
        low = len(text) - len(sentence)
        again = next((each for each in NONE.finditer(text) if each.start() >= low), None)
        if again and not has_figure(sentence) and _may_deny(text, again) and _names_it(passage(text), again):
            yield from _judged(paragraph, passage(text), again)


def _names_it(read: Passage, found: re.Match[str]) -> bool:
    """Whether what there is said to be none of is what the other sentences tell: all the words of its name."""
    name = NAME.match(read.text, found.start())
    told = stems_of(read.text[: read.starts[read.sentence_at(found.start())]])
    return name is not None and stems_of(name["what"]) <= told


def _may_deny(text: str, found: re.Match[str]) -> bool:
    """Whether it is said there that there was none."""
    counted = re.search(r"\d\s$", text[: found.start()])  # "131 no plan": a group's name
    # "No area had more than one such case, and East had none": of what the clause before speaks of.
    before = text[: found.start()].rpartition(". ")[2]
    counted = counted or re.search(r"\bno(?:body|ne)?\b [^.;]*, (?:and|while|but) [^.;,]*$", before, re.I)
    counted = counted or NAMES_ONE.search(before) or OF_THEM_AT.match(text, found.start())
    counted = counted or SO_MANY_HAD.search(before)
    # "18 boats, none of which leaked": of those just told.
    counted = counted or re.match(r" of (?:which|whom)\b", text[found.end() :])
    return not counted and not DENIED.search(text[: found.start()])


def _judged(paragraph: Paragraph, read: Passage, found: re.Match[str]) -> Iterator[Finding]:
    if named := _named(read, found):
        clause, name, entry = named
        yield _finding(paragraph, found, clause, [(name, entry)])
        return
    if placed := _in_place(read, found):
        yield _finding(paragraph, found, placed[0], [placed[1:]])
        return
    at = read.sentence_at(found.start())
    lists = [each for each in with_noughts(read) if abs(each.sentence - at) < 2]
    for listing in sorted(lists, key=lambda each: abs(each.sentence - at)):
        first = listing.items[0].entry
        if first.kind != "count" or (first.base and not first.share):
            continue
        if not (listing.start >= found.end() or listing.end <= found.start()):
            continue
        clause = _clause(read, found, listing)
        if DID.match(read.text, found.end()):
            return  # "none audited a file of their own": of those who do something
        if BOUNDS.search(clause) or IN_FULL.search(clause):
            return
        said = _said_of(read, found, listing, clause)
        if any(MORE_THAN.match(read.text, each.entry.end) for each in said):
            return  # "120 boats, 24 more than the first": how many more
        if said:
            yield _finding(paragraph, found, clause, [(each.name, each.entry) for each in said])
            return


MORE_THAN = re.compile(r"(?: [a-z]+)? (?:more|fewer|less) than\b")
# "None of the boats was rated Rotten": all that is said is that none has this name.
NONE_HAS = pattern_of(
    r"\W*(?:(?:none|no(?:body| one|thing)?|not (?:one|a single|any)|zero|nil|there (?:was|were) (?:no|none|nothing))\b"
    r"(?: of (?:the |our |these |those |its )?)?(?:\d+ )?(?:[a-z’'-]+ ){0,5}?(?:(?:was|were|is|are|had been|got|had|"
    r"received) )?"
    r"(?:(?:rated|graded|judged|classed|coded|recorded|scored|marked|assessed|found|placed|put|described|given|deemed|"
    r"considered|ranked|classified|labelled) )?(?:(?:as|to be|in|at|under|an?|the|fully|band|grade) )*[“‘\"']?)",
    re.I,
)


def _named(read: Passage, found: re.Match[str], lead: Pattern = NONE_HAS) -> tuple[str, str, Entry] | None:
    """The sentence that says that none has one name of a list, with that name and its figure. lead: what says so."""
    at = read.sentence_at(found.start())
    sentence = read.sentence(at).strip()
    if read.of_sentence(at) and not re.fullmatch(r"[^\d]*of (?:the |all )?\d+ [^\d]*", sentence):
        return None
    for listed in told_lists(read):
        beside = abs(read.sentence_at(listed[0].entry.start) - at) <= len(listed)
        names = named_in(listed, sentence) if beside and listed[0].entry.kind == "count" else []
        if len(names) == 1 and len(listed) > 2:
            start, one = names[0]
            ends = re.fullmatch(r"[”’\"']?(?: [a-z]+s)?(?: at all)?[.;]?", sentence[start + len(one.plain) :])
            if ends and lead.fullmatch(sentence[:start]) and not OF_SOME_THERE.match(sentence):
                return sentence.rstrip("."), one.name, one.entry
    return None


# "There were no leaks in July", "no rope counts were missed in June": all that a clause says before a name of the list.
NONE_WAS = pattern_of(
    r"\W*(?:there (?:was|were) |(?:we|they) (?:saw|had|found|logged|recorded) )?(?:no|not (?:a single|one|any)) "
    r"(?P<what>[a-z’'-]+(?: (?!(?:was|were|had|in|at|on|for|from|by|with|to)\b)[a-z’'-]+){0,4}?) "
    r"(?:(?:(?:was|were|had been) )?(?P<did>[a-z]+) )?(?:in|during|at|on|for|from) "
    r"(?:the )?[“‘\"']?$",
    re.I,
)
CUT = re.compile(r"[;:(]\s?|, (?:and|but|so|while) ")
HEADS = "month months by quarter year number numbers total totals each the were was"


def _in_place(read: Passage, found: re.Match[str]) -> tuple[str, str, Entry] | None:
    """The clause that says that there was none in one place of a list of these, with its name there and its figure."""
    at = read.sentence_at(found.start())
    low, sentence = read.starts[at], read.sentence(at).rstrip()
    start = max((low + each.end() for each in CUT.finditer(sentence) if low + each.end() <= found.start()), default=low)
    clause = CUT.split(read.text[start : low + len(sentence)])[0].rstrip(" .;")
    for listed in told_lists(read):
        first = listed[0].entry
        inside = any(start <= each.entry.start < start + len(clause) for each in listed)
        names = named_in(listed, clause) if abs(first.sentence - at) < REACH and not inside else []
        if " and " in read.text[read.starts[first.sentence] : first.start]:
            continue  # "boats lost and found": of two things
        if len(listed) < FEWEST or first.kind != "count" or len(names) != 1:
            continue
        place, one = names[0]
        said = NONE_WAS.fullmatch(clause[:place]) if clause.endswith(clause[place : place + len(one.plain)]) else None
        head = stems_of(read.text[read.starts[first.sentence] : first.start]) - stems_of(f"{HEADS} {listed[0].name}")
        done = stems_of(said["did"] or "") <= head | stems_of(f"{SEEN} came arrived had") if said else False
        if said and done and _is_headed(stems_of(said["what"]), head, clause, ahead=start < first.start):
            return clause, one.name, one.entry
    return None


def _is_headed(what: frozenset[str], head: frozenset[str], clause: str, *, ahead: bool) -> bool:
    """Whether a list is of what there was none of: named in its head, or its head says no more than the clause."""
    what, again = what - stems_of(SEEN), ahead and len(head) > 1 and not KIND.search(clause)
    return bool(what) and head <= stems_of(f"{clause} {SEEN}") and (what <= head or again)


def _finding(paragraph: Paragraph, found: re.Match[str], clause: str, said: Sequence[tuple[str, Entry]]) -> Finding:
    wrong = [each for each in said if each[1].value] or said
    why = f"the list has {', '.join(f'{name} {entry.text}'.strip() for name, entry in wrong)}"
    slip = f"{CODE}/{paragraph.line}/{found.start()}"
    verdict: Verdict = "wrong" if wrong[0][1].value else "ok"
    return Finding(CODE, verdict, paragraph.where, clause, "none", wrong[0][1].text, why, slip, "likely")


def _clause(read: Passage, found: re.Match[str], listing: Listing) -> str:
    at = read.sentence_at(found.start())
    low, high = read.starts[at], read.starts[at] + len(read.sentence(at))
    if listing.end <= found.start():
        low = max(low, listing.end)
    else:
        high = min(high, listing.start)
    cuts = list(CLAUSE.finditer(read.text, low, high))
    before = [each.end() for each in cuts if each.end() <= found.start()]
    after = [each.start() for each in cuts if each.start() >= found.end()]
    return read.text[max(before, default=low) : min(after, default=high)].strip()


def _said_of(read: Passage, found: re.Match[str], listing: Listing, clause: str) -> list[Named]:
    """Of which items none is said: the one named, or every one of two that "neither" is said of."""
    lead = stems_of(read.text[read.starts[listing.sentence] : listing.start]) | _shared(read, listing)
    words = stems_of(clause) - stems_of(found.group())
    here = stems_of(clause)
    # "No cases of the one and just one case of the other": a name has more than what is denied.
    denied = stems_of(found.group())
    names = [(each, _words(each)) for each in listing.items]
    hits = [each for each, own in names if own - denied and own <= here]
    if any(NONE.search(each.name) for each in hits):
        return []  # "had heard nothing" is one of the answers
    if EACH.match(
        found.group() + " of the " if found.group().lower() == "none" and "of the" in clause else found.group()
    ):
        alike = len(lead & (words | stems_of(found.group()))) > 1
        sized = found.group().lower().strip() != "neither" or len(listing.items) == 2
        # "We read 30 and found no lapses, there 25 and found none": what was read is listed, not what was found.
        other = NOUGHT.search(read.text[listing.start : listing.end + 40])
        return list(listing.items) if alike and sized and not hits and not other else []
    if len(hits) == 1 and OF_WHICH_SO_MANY.match(read.text, hits[0].entry.end):
        return []  # "May, 20 boats, of which two leaked": how many there were
    if len(hits) == 1 and NOUGHT_OF.match(read.text, hits[0].entry.end):
        return []  # "treasury, 20 items tested, no exceptions": the figure is of what was tested
    if len(hits) != 1 or not any(each.words for each in listing.items):
        return []
    rest = (stems_of(clause) - _words(hits[0])) - stems_of(
        "none there were was in during reported recorded nil zero month"
    )
    # "Not one was late in June. The log reads: May 4, June 2": of what is spoken of.
    logged = bool(LOG_READS.search(read.text[read.starts[listing.sentence] : listing.start]))
    if logged and listing.sentence != read.sentence_at(found.start()):
        return hits
    timed = bool(re.search(r"\b(?:none|nil|zero|nothing)\b", clause, re.I))
    # "The log shows none in May": what is counted there is what was spoken of.
    timed = timed or any(not each.entry.text[:1].isdigit() and not each.entry.value for each in listing.items)
    # "No cases were seen in May": of what the list is of, whatever it calls them.
    timed = timed or (bool(OF_ANY.search(clause)) and rest <= stems_of(SEEN))
    return hits if timed or (rest & lead and not _is_of_some(clause, hits[0], lead)) else []


def _is_of_some(clause: str, item: Named, lead: frozenset[str]) -> bool:
    """ "No large leaks were seen at Ayr in May": of some of those that a list counts, or of another time."""
    name = NAME.search(OF_THIS_KIND.sub("", clause))
    plain = lead | stems_of(SEEN) | _words(item)
    narrowed = (
        bool(name) and bool(lead & stems_of(name["what"])) and not stems_of(name["what"]) <= plain if name else False
    )
    places = [each for each in PLACE.findall(clause) if not stems_of(each) <= plain]
    return narrowed or bool(places) or bool(OTHER_TIME.search(clause))


def _words(item: Named) -> frozenset[str]:
    named = OF_ALL.match(item.name)
    return stems_of(named["name"]) if named else item.words


def _shared(read: Passage, listing: Listing) -> frozenset[str]:
    """What the list counts, where it is told with the figures: "4 falls in May, 2 in June"."""
    entry = listing.items[0].entry
    end = read.starts[entry.sentence] + len(read.sentence(entry.sentence))
    behind = read.text[entry.end : min(entry.end + 40, end)]
    if named := OF_ALL.match(listing.items[-1].name):
        behind += f" {named['what']}"
    return stems_of(behind)
