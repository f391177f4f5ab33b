"""What there was and what there is now, with what came and what went between, in whatever words and order."""

from collections.abc import Iterator
from itertools import combinations

from looped.checker.context import Context
from looped.checker.finding import Finding, Verdict
from looped.checker.flows import WENT, Flow, flows
from looped.checker.narrowed import FELL_AWAY
from looped.checker.prose import Entry, passage
from looped.checker.quantities import printed

CODE = "came-and-went"
MESSAGE = "What there is now is what there was, with what came and without what went."
GOOD = "The choir grew from 41 to 48 because 13 singers signed up and six resigned."
BAD = "The choir grew from 41 to 58 because 13 singers signed up and six resigned."


def check(context: Context) -> Iterator[Finding]:
    """Each such statement that comes out, or that a slip of the pen keeps from it."""
    for paragraph in context.paragraphs_with(WENT, FELL_AWAY):
        told = list(flows(passage(paragraph.text)))
        right = {flow.last.start for flow in told if flow.is_right}
        for flow in told:
            if not flow.is_right and flow.last.start in right:
                continue  # without "30 days" of the sentence before it comes out
            if not flow.is_right and all(_is_in_bracket(flow, each) for each in flow.hand.figures):
                continue  # "no key (29), lost (11) and new (24)": each is what a name has
            if not flow.is_right and (not flow.is_slip or flow.first.value + flow.moved <= 0):
                continue
            values = [each for each in flow.hand.values if each != flow.first.value]
            if not flow.is_right and any(flow.last.value + one in values for one in values):
                continue  # "26 places, 22 filled: eight new, and 14 for longer"
            if not flow.is_right and any(
                one + other == flow.last.value for one, other in combinations(flow.hand.values, 2)
            ):
                continue  # "131 were drawn; eleven could not be found, which left 120": told the other way round
            if not flow.is_right and _is_told_between(flow):
                continue
            exact, last = flow.last.value if flow.is_right else flow.first.value + flow.moved, flow.last
            moves = zip(flow.ways, flow.hand.values, strict=True)
            signs = " ".join(f"{'+' if way > 0 else '-'} {printed(value)}" for way, value in moves if way)
            why = f"{printed(flow.first.value)} {signs} = {printed(exact)}, printed as {last.text}"
            slip = f"parts/{paragraph.line}/{last.start}"
            verdict: Verdict = "ok" if flow.is_right else "wrong"
            yield Finding(CODE, verdict, paragraph.where, last.text, last.text, printed(exact), why, slip, "likely")


def _is_in_bracket(flow: Flow, each: Entry) -> bool:
    """Whether a figure stands alone in a bracket, behind its name."""
    text = flow.hand.read.text
    return text[each.start - 1 : each.start] == "(" and text[each.end : each.end + 1] == ")"


def _is_told_between(flow: Flow) -> bool:
    """ "40 refused. The remaining 260 were asked and 200 replied": what was left before the last of them."""
    pairs = zip(flow.ways, flow.hand.figures, strict=True)
    behind = [each for way, each in pairs if way and each.start > flow.last.start]
    moved = sum(
        (way * each.value for way, each in zip(flow.ways, flow.hand.figures, strict=True) if each not in behind), 0
    )
    return bool(behind) and flow.first.value + moved == flow.last.value
