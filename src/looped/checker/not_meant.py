"""Words around what a rule calls wrong that say it is of something else than the figures that the rule set beside it.

A rate told behind two counts that are not of each other; the first of a single day, of last year or for its size; a
change that is needed, or one since a time that isn't told; some of those that were counted.
"""

from collections.abc import Callable

from looped.checker import (
    not_of_answers,
    not_of_changes,
    not_of_parts,
    not_of_ranks,
    not_of_rows,
    not_of_sums,
    not_of_these,
    not_of_two,
)
from looped.checker.context import Context
from looped.checker.finding import Finding
from looped.checker.not_of_table import is_of_no_table
from looped.checker.prose import Passage
from looped.checker.second_look import place_of
from looped.checker.traits import is_of_sheet

Test = Callable[[Passage, int, Finding], bool]
# By the rules that they are asked for.
TESTS: tuple[tuple[frozenset[str], Test], ...] = (
    (not_of_answers.OF_HUNDRED, not_of_answers.are_of_several),
    (not_of_answers.OF_HUNDRED, not_of_answers.are_told_roughly),
    (not_of_answers.OF_MOVES, not_of_answers.is_an_answer),
    (not_of_answers.OF_WORDS, not_of_answers.is_of_another),
    (not_of_two.OF_SHARES, not_of_two.are_of_two_things),
    (not_of_two.OF_BASES, not_of_two.is_of_bracketed),
    (not_of_two.OF_MANY, not_of_two.is_of_a_bound),
    (not_of_two.OF_TIMES, not_of_two.are_two_others),
    (not_of_two.OF_LIMITS, not_of_two.is_of_limit),
    (not_of_two.OF_GAPS, not_of_two.is_of_plan),
    (not_of_two.OF_SUBJECTS, not_of_two.is_of_other_subject),
    (not_of_two.OF_RATES, not_of_two.is_of_rate),
    (not_of_ranks.OF_RANKS, not_of_ranks.is_of_other_rank),
    (not_of_changes.OF_CHANGES, not_of_changes.is_to_come),
    (not_of_changes.OF_SIZES, not_of_changes.is_of_other_change),
    (not_of_parts.OF_RESTS, not_of_parts.is_rest_of_others),
    (not_of_parts.OF_RESTS, not_of_parts.is_of_two_times),
    (not_of_parts.OF_LISTS, not_of_parts.leaves_some_out),
    (not_of_parts.OF_LISTS, not_of_parts.is_of_another_time),
    (not_of_sums.OF_SUMS | {"counted-out"}, not_of_sums.is_rough),
    (not_of_sums.OF_SUMS, not_of_sums.may_overlap),
    (not_of_sums.OF_LISTS, not_of_sums.is_of_some),
    (not_of_sums.OF_ARMS, not_of_sums.is_left_in_each),
    (not_of_sums.OF_LEFT, not_of_sums.is_left_of_another),
    (not_of_sums.OF_BASES, not_of_sums.is_of_all_before),
    (not_of_sums.OF_WAYS, not_of_sums.is_since_then),
    (not_of_sums.OF_TWO, not_of_sums.are_of_the_same),
    (not_of_sums.OF_TARGETS, not_of_sums.is_from_a_year),
    (not_of_sums.OF_LIMITS, not_of_sums.is_during),
    (not_of_these.OF_MEANS, not_of_these.is_mean_of_some),
    (not_of_these.OF_MEANS, not_of_these.is_of_then),
    (not_of_these.OF_TRIADS, not_of_these.is_aimed_at),
    (not_of_these.OF_ALL, not_of_these.are_on_two),
    (not_of_these.OF_ALL, not_of_these.is_how_it_was),
    (not_of_these.OF_WHOLES, not_of_these.is_of_another_time),
    (not_of_these.TAKEN_UP, not_of_these.is_the_rest),
    (not_of_these.OF_THEN, not_of_these.is_of_then),
    (not_of_these.OF_KINDS, not_of_these.is_of_a_kind),
    (not_of_these.OF_RATES, not_of_these.is_by_size),
    (not_of_these.OF_ITEMS, not_of_these.is_of_other_whole),
    (not_of_these.OF_SAME, not_of_these.is_of_order),
    (not_of_these.BY_LIMIT, not_of_these.is_of_a_part),
)


def is_not_meant(context: Context, finding: Finding) -> bool:
    """Whether the words around a finding on prose say that its figures are not of each other."""
    tests = [test for codes, test in TESTS if finding.code in codes]
    of_sheet = is_of_sheet(finding) and finding.where.row is None
    of_row = finding.code in not_of_rows.CODES
    found = place_of(context, finding) if tests or of_sheet or of_row else None
    if found is None:
        return False
    if of_row and not_of_rows.is_of_other_thing(context, *found, finding):
        return True
    return any(test(*found, finding) for test in tests) or (of_sheet and is_of_no_table(context, *found, finding))
