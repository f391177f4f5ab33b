"""What is passed over in a long document, or asked for once, and found all the same."""

import pytest

from looped.checker import tellings
from looped.checker.context import Context
from looped.checker.judging import judge
from looped.checker.listing import listings
from looped.checker.prose import passage
from looped.checker.readers.text import read
from looped.checker.rules import blank_figure, rules, told_twice
from looped.checker.tabled import tabled

EXAMPLES = [text for rule in rules() for text in (rule.GOOD, rule.BAD)]


def test_tellings_are_counted_without_being_read() -> None:
    """Guards that a document is only taken to tell too much where it tells that much."""
    context = Context(read("\n\n".join(EXAMPLES)))
    told = [each for each in tellings.tellings(context) if each.entry.kind != "said"]
    assert len(told) > 300
    assert tellings.are_more_than(context, len(told) - 1)
    assert not tellings.are_more_than(context, len(told))


def test_what_sums_up_is_seen_without_reading_the_tellings() -> None:
    """Guards that no document is passed over in which a telling sums up."""
    several = 0
    for text in EXAMPLES:
        context = Context(read(text))
        sums = any(each.sums for each in tellings.tellings(context))
        assert tellings.any_sums_up(context) or not sums
        several += sums
    assert several


def test_a_long_document_is_not_searched_for_what_is_told_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guards the limit: one telling more than may be, and the rule says nothing."""
    context = Context(read(told_twice.BAD))
    assert [each.verdict for each in told_twice.check(context)] == ["wrong"]
    monkeypatch.setattr(told_twice, "MOST", len(tellings.tellings(context)) - 1)
    assert list(told_twice.check(context)) == []


def test_a_list_may_go_on_in_the_next_sentence_and_no_further() -> None:
    """Guards which figures are tried as one list: "East, 40%. Central, 93%.", and not those of sentences apart."""
    told = passage("We saw 12 homes. East, 40%. Central, 93%. West, 12%. In May 7 came. In June 9 came.")
    assert [each.shown for each in listings(told)] == ["East 40%, Central 93%, West 12%"]


def test_blanks_are_looked_for_where_one_may_stand() -> None:
    """Guards the quick look: a text with a blank passes it, whatever kind it is of."""
    blanks = (
        "0 (%)", "none (- %)", "replies (n = )", "7 ( )", "was % (7)", "4 of 20 such homes (%)", "seen in just of 20",
        "XX% came", "…%", "TBC per cent", "£XX", "__ of 40", "had ??.", "[insert number here] visits", "(percentage of replies]%",
        "<no> of", "[x] of", "by out of the 20",
    )  # fmt: skip
    for text in blanks:
        assert blank_figure.BLANK.compiled.search(text)
        assert blank_figure.CHEAP.search(text)


def test_a_table_is_read_as_numbers_once() -> None:
    """Guards that what is kept with a table is that table's, and that it is no part of what a table is."""
    one, other = (read("Site\tCalls\tLate\nAyr\t3\t1\nElm\t4\t2").tables[0] for _ in range(2))
    assert tabled(one) is tabled(one)
    assert tabled(one) is not tabled(other)
    assert one == other


def test_the_same_document_gives_the_same_findings_again() -> None:
    """Guards that nothing kept from one reading changes the next."""
    document = read("\n\n".join(EXAMPLES[:40]))
    assert judge(document).findings == judge(read("\n\n".join(EXAMPLES[:40]))).findings == judge(document).findings
