"""Shares told each with an answer of one scale: "never in 19%, former in 52%, current in 29%", "61% yes, 30% no".

Share and answer stand side by side, pair by pair, in whichever order; what else a pair has tells whether it is of the
same whole as the others.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from looped.checker.answer_scales import ANY, SCALES, Answer, answers_in
from looped.checker.patterns import pattern_of
from looped.checker.prose import MONTH, Entry, Passage, stems

# "About 40%", "over half (55%)": no exact share.
ROUGH = pattern_of(
    r"\b(?:about|around|roughly|approximately|nearly|almost|over|under|more than|less than|at least|at most|up to|some|"
    r"close to|above|below|between)\s+$",
    re.I,
)
# "40% of men were for it": a group of its own.
OF_ANSWER = re.compile(r"\)? (?:of|among|in|for|with) (?:the |our |all |these )?")
# "Of the very satisfied 60%", "of the remaining 40%, half", "among those who agreed".
OF_THE = pattern_of(
    r"\b(?:of|among|for) (?:the|those|all)(?: (?:remaining|other|rest))?(?: (?:who|that)(?: [a-z]+)?)?,? \(?$", re.I
)
DID = pattern_of(r"\)? (?!(?:of|in|among|for|on|at|by|to|from|and|said|did|were|was)\b)[a-z]", re.I)
MOVED = pattern_of(r"rose|fell|grew|increased?|decreased?|dropped|declined|shrank|went (?:up|down)|improved", re.I)
PLACED = pattern_of(
    r"\b(?:of|among|in|at|for|on|by|from|with) (?:the |our |all |these )?([A-Za-z’'-]{3,}(?: [a-z’'-]{3,})?)", re.I
)
PAUSE = re.compile(r"[,;.(:]|\b(?:and|while|but|whereas)\b")
# Words that any answer is told with.
GENERAL = pattern_of(
    r"\b(?:sa(?:id|y)|answer(?:s|ed)?|repl(?:ied|ies)|respon(?:ded|ses?)|chose|chosen|picked|ticked|g[ai]ven?|put|"
    r"rat(?:ed|ings?)|thought|found|felt|called|judged|considered|described|recorded|noted|class(?:ed|ified)|graded|"
    r"scored|reported|saw|seen|being|only|just|further|another|more|some|same|remaining|rest|others?|remainder|"
    r"balance|people|respondents|participants|persons|cases?|times?|but|while|whereas|with|though|however|who|that|"
    r"they|them|such|per|cent|half|quarters?|thirds?|fifths?|tenths?|most|minority|majority|few|small|did|do|not|"
    r"made up|accounted|came|went|stood|against|so|ten|one|two|three|four|five|six|seven|eight|nine|even|fewer|"
    r"again|would|will|want(?:ed)?|it|there|about|every(?:one|body)|all|else|still|now|then|if|compris(?:ed|ing)|"
    r"base|counted|marked|assessed|shown|stated|told|declared|rated|experienced|had|get|got|go|getting)\b",
    re.I,
)
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}")
TIME = pattern_of(
    rf"\b(?:{MONTH}|(?:19|20)\d\d|(?:spring|summer|autumn|winter|week|month|year|quarter|cycle|round|wave) \w+)\b", re.I
)
RESPECTIVE = pattern_of(r"\brespectively\b|/", re.I)
LISTED = re.compile(r"\)?\s*(?:,|/|;|,? and|,? or|&)?\s*\(?(?:just |only )?")
FEWEST, MOST, LONGEST, FAR = 3, 8, 150, 40
EXTRA = frozenset(name for name, _ in ANY)


@dataclass(frozen=True)
class Told:
    """The shares of one list of answers, each with its answer; scale: which."""

    shares: tuple[Entry, ...]
    answers: tuple[Answer, ...]
    scale: int

    @property
    def names(self) -> frozenset[str]:
        """Which answers are told."""
        return frozenset(each.name for each in self.answers)


def windows(read: Passage) -> list[tuple[int, int]]:
    """Sentences that tell nothing but shares, as many as are told alike: the longest runs of one list."""
    found, at = [], 0
    while at < len(read.starts):
        best = 0
        for high in range(at + 1, min(len(read.starts), at + MOST) + 1):
            own = read.of_sentence(high - 1)
            if high - 1 > at and (not own or not all(e.share for e in own)):
                break
            lists = lists_of(read, at, high)
            shares = [e for sentence in range(at, high) for e in read.of_sentence(sentence) if e.share]
            if lists and sum(len(each.shares) for each in lists) == len(shares):
                best = high
        if best:
            found.append((at, best))
        at = best or at + 1
    return found


@lru_cache(maxsize=4096)
def lists_of(read: Passage, low: int, high: int) -> tuple[Told, ...]:
    """The lists of answers with their shares that some sentences are."""
    every = [e for at in range(low, high) for e in read.of_sentence(at)]
    first = next((at for at, e in enumerate(every) if e.share), len(every))
    shares = every[first:]
    if not FEWEST <= len(shares) <= 2 * MOST or any(not e.share or e.base or e.kind == "points" for e in shares):
        return ()
    start, end = read.starts[low], read.starts[high] if high < len(read.starts) else len(read.text)
    text = read.text[start:end]
    for scale in range(len(SCALES)):
        answers = [_moved(each, start) for each in answers_in(text, scale)]
        answers = [a for a in answers if not any(e.start <= a.start < e.end for e in every)]
        lists = _paired(shares, answers, scale) or _in_turn(read, shares, answers, scale)
        if lists:
            return tuple(lists)
    return ()


def _moved(answer: Answer, by: int) -> Answer:
    return Answer(answer.name, answer.start + by, answer.end + by, answer.text)


def _paired(shares: Sequence[Entry], answers: Sequence[Answer], scale: int) -> list[Told]:
    """Each share with the one answer beside it; those that stand before all or behind all may be of something else."""
    told = [a for a in answers if shares[0].start < a.start < shares[-1].start]
    before = [a for a in answers if a.start < shares[0].start][-1:]
    after = [a for a in answers if a.start > shares[-1].start][:1]
    for run in ([*before, *told], [*told, *after], [*before, *told, *after]):
        if len(run) == len(shares) and _alternate(shares, run):
            lists = _runs(shares, run, scale)
            if lists:
                return lists
    return []


def _alternate(shares: Sequence[Entry], answers: Sequence[Answer]) -> bool:
    """Whether share and answer stand side by side, pair by pair."""
    pairs = list(zip(shares, answers, strict=True))
    ends = [max(e.start, a.start) for e, a in pairs]
    starts = [min(e.start, a.start) for e, a in pairs]
    near = all(abs(e.start - a.start) <= LONGEST for e, a in pairs)
    return near and all(end < start for end, start in zip(ends, starts[1:], strict=False))


def _runs(shares: Sequence[Entry], answers: Sequence[Answer], scale: int) -> list[Told]:
    """Lists one behind the other: each begins where an answer comes again."""
    lists: list[Told] = []
    run: list[tuple[Entry, Answer]] = []
    for entry, answer in [*zip(shares, answers, strict=True), (None, None)]:
        if entry is None or answer is None or answer.name in {a.name for _, a in run}:
            own = frozenset(a.name for _, a in run) - EXTRA
            if len(run) < FEWEST or len(own) < 2:
                return []
            lists.append(Told(tuple(e for e, _ in run), tuple(a for _, a in run), scale))
            run = []
        if entry is not None and answer is not None:
            run.append((entry, answer))
    return lists


def _in_turn(read: Passage, shares: Sequence[Entry], answers: Sequence[Answer], scale: int) -> list[Told]:
    """ "Good, fair and poor in 40%, 35% and 25% respectively": first all of the one kind, then all of the other."""
    size = len(shares)
    if not all(LISTED.fullmatch(read.text, a.end, b.start) for a, b in pairwise(shares)):
        return []
    before = [a for a in answers if a.start < shares[0].start][-size:]
    after = [a for a in answers if a.start > shares[-1].start][:size]
    for run in (before, after):
        if len(run) == size and all(LISTED.fullmatch(read.text, a.end, b.start) for a, b in pairwise(run)):
            low = min(run[0].start, shares[0].start)
            if RESPECTIVE.search(read.text[low : max(run[-1].end, shares[-1].end) + FAR]):
                return _runs(shares, run, scale)
    return []


def is_rough(read: Passage, told: Told) -> bool:
    """Whether a share is told roughly."""
    return any(ROUGH.search(read.text[: e.start]) for e in told.shares)


def are_of_others(read: Passage, told: Told) -> bool:
    """ "Good for bells in 40%, fair for logs in 30%", "40% of men were for it": each of a whole or a time of its own.

    What stands before the first pair, in it and right behind it is of all of them.
    """
    if not _alternate(told.shares, told.answers):
        return False
    pairs = list(zip(told.shares, told.answers, strict=True))
    if any(OF_ANSWER.fullmatch(read.text, e.end, a.start) for e, a in pairs if e.end <= a.start):
        return True
    if any(OF_THE.search(read.text[: min(e.start, a.start)]) for e, a in pairs):
        return True
    ends = [max(e.end, a.end) for e, a in pairs]
    starts = [min(e.start, a.start) for e, a in pairs]
    if any(";" in read.text[a.end : e.start] for e, a in pairs):
        return True
    pause = PAUSE.search(read.text, ends[0], starts[1])
    cut = pause.start() if pause else starts[1]
    words = read.text[cut : ends[-1]]
    if len(TIME.findall(words)) > 1 or len(NAME.findall(read.text, cut, ends[-1])) > 1:
        return True
    known = _telling(read.text[read.starts[told.shares[0].sentence] : cut])
    within = [read.text[min(e.end, a.end) : max(e.start, a.start)] for e, a in pairs]
    rests = [
        f"{read.text[low:high]} … {between}"
        for low, high, between in zip([cut, *ends[1:-1]], starts[1:], within[1:], strict=True)
    ]
    # "Never smokers had rot in 30%, former smokers in 35%": what is so of each group.
    if told.answers[0].start < told.shares[0].start and _telling(within[0]) - _telling(" ".join(rests)):
        return True
    # "Low risk: 12% lost a rope": what is so of some of them.
    behind = read.text[ends[0] : cut]
    if ends[0] == told.shares[0].end and DID.match(behind) and _telling(behind):
        return True
    # "Costs rose 40%": by so much.
    if any(MOVED.fullmatch(a.text) and read.text[a.end : e.start] == " " for e, a in pairs) and ":" not in read.text:
        return True
    placed = any(_telling(each[1]) - known for rest in rests for each in PLACED.finditer(rest))
    stop = PAUSE.search(read.text, ends[-1])
    last = read.text[ends[-1] : stop.start() if stop else len(read.text)]
    return placed or sum(bool(_telling(rest) - known) for rest in (*rests, last)) > 1


def _telling(text: str) -> frozenset[str]:
    """The stems of words that tell what a share is of."""
    return stems(GENERAL.sub(" ", text))
