"""What is asked of rules by their names when what they call wrong is looked at again: what each is on, and how sure."""

from looped.checker.finding import Finding


def _named(names: str) -> frozenset[str]:
    return frozenset(names.split())


# Rules on figures that stand right beside each other: no other reading is asked for.
BESIDE = _named(
    "footnoted fraction all-but change-stated above-whole closed-list worded-share said-apposed "
    "shares-of-all interval blank-figure missing-figure odd-share net-told from-target risk-ratio split "
    "grades-together named-change interval-told dates-apart shares-paired all-of-rest money-share "
    "share-grounded share-of-rest shares-divided shares-together at-rate tallied-mean lines-counted "
    "inside-range significance amount-share of-subgroup"
)
# Rules that ask themselves whether another sum of the passage gives the figure.
CAREFUL = _named(
    "of-no-whole mean-of-none mean-of-each rest-of-none concluded came-and-went of-figures so-many-each "
    "told-back taken-up share-again span-again date-again summed-up other-side what-remains "
    "closed-account same-said section-told some-in-each sheet-then-now sheet-in-turn"
)
# Rules with a narrow form of words, all of whose figures they bind: nothing else is meant.
PLAIN = _named(
    "sample-again share-and-count fractions-summed left-plainly dealt-out plain-parts share-in-each "
    "either-of on-what-was others-told mean-of-list above-slashed series-ahead share-concluded "
    "both-of events-among base-of-all top-two foremost "
    "fold-bracketed second-of-list two-ranked sheet-top-each of-the-whole ranked-end "
    "share-two-ways target-said bound-told sheet-all-told sheet-each-mean sheet-fraction all-or-some "
    "it-moved some-listed shares-of-one as-defined shares-summed share-of-told per-so-many "
    "part-told again-in-all bare-list mean-set-in named-together told-in-order gap-of-two change-bracketed "
    "total-of-names headed-count set-in-rank shares-of-names sheet-ends-named those-again rate-of-two "
    "list-within parts-by-kind same-of-two all-had-one all-rated one-of-so-many all-in-one of-which-each "
    "on-the-day sheet-all-in-row sheet-none-there none-but-those sheet-more-together most-of-them "
    "so-many-not end-kept rate-of-all base-below noted-rest points-from asked-again either-way "
    "labelled-rest order-by-name counted-out sheet-whose whole-scale share-left by-variable "
    "sheet-joined sheet-apart pair-in-row "
    "more-than-then target-missed rest-denied sheet-latest sheet-other-row sheet-halves "
    "first-two that-is-share mean-of-those totals-told so-many-in moved-in-all "
    "parts-in-turn two-together same-base part-of-them that-share than-listed mean-in-turn "
    "those-not way-by-size points-to-none"
)
# Rules on what one sentence says of the figures of another by their names; those read over a break between them.
BY_NAME = _named("foremost year-after-year held-first ranked-end share-two-ways all-or-some")
ACROSS = (
    BY_NAME
    | PLAIN
    | _named(
        "worded-share share-of-base share-grounded goal-told steps share-more compared spread share-again "
        "drawn-rate concluded-way"
    )
)
# Those read so where they speak of every figure that the two paragraphs tell.
ALL_TOLD = _named(
    "averaged mean-told mean-of-two drawn-rate by-how-much said-apposed said-of-figures times-over order-course "
    "told-total order-pair above-whole"
)
# Rules on what is said of a list by the names of its items; those read wherever in a report that stands.
BY_LIST = _named(
    "foremost every-limit order-limit none-in compared order-pair steps order-course order-each held-first ranked-end"
)
# Those on what several paragraphs tell, one item each.
IN_ROWS = BY_NAME | _named("steps fractions-summed")
SURE = BESIDE | CAREFUL | PLAIN
# Rules on sums of printed parts, which rounding may put apart.
SUMS = _named(
    "parts-of-whole amount-total column-total told-total sheet-sum sheet-hundred sheet-made-of "
    "nearly-whole sheet-altogether sheet-quoted sum-accounted sheet-worked"
)
# Rules on what several figures make or leave: nearly all that they rightly find is close to what it should be.
SUMMED = _named(
    "parts-of-whole rest-accounted closed-list told-total left-over two-parts sum-accounted nearly-whole "
    "shares-of-all mean-told mean-of-two averaged split above-whole"
)
# Rules on sums that take no account of what came and what went.
OF_FLOWS = _named("closed-list split rest-accounted left-over two-parts taken-away told-total parts-of-whole")
# Rules on a count that may be a whole of its own, with parts of which the shares are printed.
OF_WHOLES = _named("two-parts parts-of-whole left-over rest-accounted sum-accounted weighed-rest")
# Rules on a whole with its parts: it may be right, and a part wrong.
OF_PARTS = frozenset(("parts-of-whole",))
MEANS = frozenset(("mean-told", "mean-of-two", "averaged"))
# Rules that are certain where a ratio is set in right behind its two counts; a rate of what it is told to be per.
RATIOS = frozenset(("mean-told", "averaged"))
GAPS = _named("apart by-how-much change-stated difference-stated")
BETWEEN = frozenset(("apart", "sheet-compared"))
# Of these the ones that name what lies so far apart.
NAMED_GAPS = frozenset(("sheet-compared",))
# Rules on by how much something changed: in per cent of what was there before.
OF_THE_EARLIER = frozenset(("apart",))
# Rules on a share of some whole; on one that stands with its count.
OF_PAIRS = _named("share-of-pair share-of-base weighed-share weighed-mean")
OF_BASES = frozenset(("share-of-base",))
# Rules on a figure that a table is said to give; the others are on what is the most, or is so in every row.
QUOTED = _named("sheet-quoted sheet-altogether sheet-compared sheet-changed sheet-steps sheet-whole")
# Those of them that ask other tables themselves, and that may expect another way or row instead of a figure.
OF_ALL_TABLES = frozenset(("sheet-quoted",))
IN_WORDS = frozenset(("sheet-changed", "sheet-compared"))
# Rules that in whole reports called more wrong that was right than they alone found of slips (decision 74).
SELDOM_ALONE = _named(
    "told-twice sheet-half sheet-counted sheet-end sheet-quoted sheet-given sheet-changed sheet-spent compared "
    "two-parts what-remains left-plainly taken-away complement apart averaged from-target foremost by-how-much "
    "every-limit taken-up order-course those-not against-target target-missed sheet-whole concluded"
)
# Rules on prose that is held against a table.
BESIDE_TABLES = frozenset(("count-and-table",))


def is_of_sheet(finding: Finding) -> bool:
    """Whether a rule on tables, or on sentences about them, found it."""
    return finding.code.startswith("sheet-")


def is_weighed(finding: Finding) -> bool:
    """Whether it was found by the weight of signs."""
    return finding.code.startswith("weighed-")
