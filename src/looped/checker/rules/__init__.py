"""One file a rule: its code, what it says, a good and a bad example, and the check itself."""

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from looped.checker.context import Context
from looped.checker.finding import Finding


class Rule(Protocol):
    """A rule: CODE names it, MESSAGE says in a line what it looks for; GOOD and BAD are texts that show it."""

    CODE: str
    MESSAGE: str
    GOOD: str
    BAD: str

    @staticmethod
    def check(context: Context) -> Iterator[Finding]:
        """A finding for every claim that the rule can judge, the right ones too."""
        ...


NAMES = (
    "table_share",
    "column_total",
    "row_total",
    "amount_total",
    "share_column",
    "worked_column",
    "table_workings",
    "sheet_share",
    "sheet_sum",
    "sheet_hundred",
    "sheet_nested",
    "sheet_flow",
    "sheet_twice",
    "sheet_verdict",
    "sheet_rank",
    "sheet_alike",
    "sheet_points",
    "missing_figure",
    "blank_figure",
    "bracket_share",
    "missing_share",
    "shares_of_whole",
    "fraction",
    "worded_share",
    "said_of_figures",
    "said_apposed",
    "share_of_base",
    "share_of_pair",
    "lone_share",
    "group_base",
    "all_but",
    "together",
    "moved_by",
    "in_ratio",
    "odd_share",
    "net_told",
    "in_places",
    "over_the_year",
    "in_order",
    "above_whole",
    "amount_share",
    "parts_of_whole",
    "split",
    "closed_list",
    "told_total",
    "bulleted",
    "pooled_total",
    "degrees",
    "shares_of_all",
    "all_of_hundred",
    "remaining",
    "left_over",
    "two_parts",
    "taken_away",
    "complement",
    "change_stated",
    "apart",
    "points_apart",
    "compared",
    "set_against",
    "mean_stated",
    "overspend",
    "difference_stated",
    "times_as_many",
    "share_more",
    "each_time",
    "rate_per",
    "risk_ratio",
    "equal_groups",
    "interval",
    "two_values",
    "said_again",
    "told_twice",
    "count_and_table",
    "trend",
    "highest",
    "ranked",
    "moving",
    "steps",
    "against_target",
    "likened",
    "every_or_none",
    "every_limit",
    "every_value",
    "spread",
    "as_many",
    "all_and_some",
    "all_settled",
    "but_some",
    "all_counted",
    "from_to",
    "most_of_them",
    "both_moved",
    "list_count",
    "foremost",
    "span_of_list",
    "none_in",
    "all_moved",
    "share_and_table",
    "sheet_most",
    "sheet_compared",
    "sheet_changed",
    "sheet_counted",
    "sheet_tally",
    "sheet_half",
    "sheet_steps",
    "sheet_only",
    "sheet_whole",
    "sheet_altogether",
    "sheet_swing",
    "sheet_fraction",
    "sheet_moving",
    "sheet_quoted",
    "sheet_nothing",
    "sheet_answers",
    "averaged",
    "mean_told",
    "mean_of_two",
    "more_than",
    "standing_of_tables",
)


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order in which findings of one place are told."""
    return tuple(cast(Rule, import_module(f"{__name__}.{name}")) for name in NAMES)
