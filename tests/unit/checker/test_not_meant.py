"""Right texts whose words say that a figure is of something else than those beside it; and wrong ones of their form."""

import pytest

from looped.checker.context import Context
from looped.checker.judging import judge
from looped.checker.readers.text import read
from looped.checker.rules.told_twice import _form, check

RIGHT = """
The survey went to 400 owners in 25 ports, a response rate of 62%.
The response rate was 62%: 400 owners in 25 ports were asked.
Compliance was 88% in 40 logs read by two auditors.
The harbour has 48 moorings and 31 staff, an occupancy of 94%.
Figures are for the 90 who replied. Of those with dogs (31), 20 (65%) were content.
With 84 leaks over 400 dives, the club had fewer than the national 27 leaks for every 100 dives.
Between 12 and 15 singers came to each of the 8 sessions, 108 in all.
Overall, 20%: 15% at Ayr and 25% at Oban.
No more than half (12 of 40) had a bell.
Not more than a third (9 of 40) were dry.
At most a quarter (8 of 40) were late.
Not even half (12 of 40) had a bell.
Oban had the highest number of boats on a single day. Boats in the year were Ayr 300, Oban 220 and Troon 150.
Boats were Ayr 300, Oban 220 and Troon 150. For its size, Troon had the highest number of boats.
Costs were highest at Ash last year. This year they were Ash £12,000, Elm £20,000 and Oak £15,000.
The largest part of the work was done by Ash. The calls were: Ash 12, Elm 20 and Oak 15.
Ash has the largest crew. Its fees were below those of Elm: Ash £2.1m, Elm £2.4m and Oak £1.0m.
Marks were: ropes 2.2; sails 2.8; paint 3.6. Sails, the largest part, are to be replaced.
Of those aged under 30, the highest share was at Ayr. Over all ages it was Ayr 41%, Oban 62% and Troon 55%.
Rust was the commonest fault. It was in 26 gates, ahead of rot (21) and mould (19); last year the second was wear (30).
The largest of the three quays, Ash, had 9 leaks; Oak had 12 and Elm 7.
Ayr stood at 60% and Oban at 72% (a rise of 5 points).
Boats in time were 38% in 2022 and 45% in 2023. The share needs to rise by 5 percentage points.
Boats in time were 38% in 2022 and 45% in 2023. The number of boats fell by 12%.
Boats in time were 38% in 2022 and 45% in 2023. The share of late boats fell by 7 percentage points.
Boats in time were 38% in 2022 and 45% in 2023. The share had risen by 2 percentage points the year before.
Logs were kept by 12 of 20 (60%) at Ayr and 9 of 30 (30%) at Oban. Oban is behind its own target by 20 points.
Logs were kept by 60% at Ayr and 30% at Oban. The difference between the two had been 20 points in 2021.
The score rose from 61% to 68%, 3 points short of the 10 hoped for.
Reserves fell from £36m to £24m, as debts fell by £20m and gifts by £8m.
In 2022 20% and in 2023 31% had bells. Ayr (60%) and Oban (30%) are 30 apart; the national gap is 14 points.
Twelve of the 40 logs lacked a name. All 12 came from Ayr. All 28 signed logs were in date.
The club made 31 grants worth £124,000. The average grant to schools was £5,200.
The crew made 42 trips in 2023, 12 more than in 2022. The target for 2024 is 50.
In all 310 calls came in, up from 221, of which 62 (20%) were urgent.
All 12 quays met the standard for ropes. Two of the 12 quays missed the standard for paint.
Every quay had a fire plan, though in 3 of the 14 quays the plan was out of date.
All 50 boats seen had a log. Of the 50 boats, 45 had a log that was up to date.
Of the 66 boats, 23 were Sound, 7 Fair, 6 Worn and 30 Split; last year 34 were in the top two classes.
Of the 66 boats, 23 were Sound, 7 Fair, 6 Worn and 30 Split; the aim is 50 in the top two classes.
By shed: hay, 40 bales, no leaks; straw, 25 bales, two leaks; oats, 30 sacks, one leak. No serious leaks arose in straw.
We checked 250 bills; 20 were refused (an error rate of 12% by value).
There were 36 delays: tides 7, ropes 17 and parts 12. Ropes accounted for 37% of the days lost.
The order was the same in both ports: rust 24%, rot 12% in Ayr and rust 30%, rot 14% in Oban.
A yard with 80% or more has a strength. The yards were Ash (91%), Elm (62%) and Oak (84%). At Elm, training is a strength.
We drew 125 logs; about 20 were set aside, leaving 106 to read.
Four meetings drew 30, 28, 25 and 21 people, 90 different people in all.
Of 28 songs heard, 20 were good or better and 6 outstanding; 8 were poor.
A sample of 2,000 boats was drawn; 620 came, of which 12 came too late, so 608 (30%) are reported.
The choir gave 14 concerts, four more than the year before, to 5,600 people, 400 a concert on average.
Of 120 boats 78 (65%) were dry, 5 points above 2022 and 3 below the target of 68%.
Seven lighthouses, 3 on islands, were seen over 12 days in two trips of six days each.
In all 357 calls were made to 170 owners in 12 ports (mean 29.8 per port).
There were 210 leaks on 14 quays (mean 6.2 per 1,000 boat days).
With 84 leaks over 400 dives, the club had 14 serious leaks for every 100 dives.
Logs were kept by 12 of 20 (60%) at Ayr and 9 of 30 (30%) at Oban, a difference of 20 points from last year's gap.
Ayr and Oban had 12 of 20 and 9 of 30 logs signed, changes of 8% and 4% respectively.
Owners could pick more than one answer. The answers were yes 62%, perhaps 23%, not yet 10% and no 25%.
All of the new boats carried a log. Log carried: 57 of 61.
Three of the four mills were sound: Ash (sound), Elm (cracked), Oak (sound) and Yew (sound but damp).
Grants came to £420,000: £200,000 from the port, £150,000 from trusts, and the rest from gifts.
""".strip().splitlines()
WRONG = """
The survey went to 400 owners and 248 replied, a response rate of 42%.
The harbour has 48 moorings and 31 boats in them, an occupancy of 94%.
Figures are for the 90 who replied. Of those with dogs (31), 20 (75%) were content.
Overall, 45%: 15% at Ayr and 25% at Oban.
No more than half (26 of 40) had a bell.
At least half (12 of 40) had a bell.
Oban had the highest number of boats. Boats in the year were Ayr 300, Oban 220 and Troon 150.
Costs were highest at Ash. They were Ash £12,000, Elm £20,000 and Oak £15,000.
Rust was the commonest fault. It was in 26 gates, ahead of rot (21) and mould (29).
The share rose from 60% to 72% (a rise of 5 points).
Boats in time were 38% in 2022 and 45% in 2023. The share rose by 5 percentage points.
Logs were kept by 12 of 20 (60%) at Ayr and 9 of 30 (30%) at Oban, a difference of 20 points.
Reserves fell from £36m to £24m, a fall of £20m.
Twelve of the 40 logs lacked a name. All 14 logs that lacked a name came from Ayr.
The club made 31 grants worth £124,000, an average grant of £5,200.
All 12 quays met the standard for ropes. Two of the 12 quays missed the standard for ropes.
All 50 boats seen had a log. Of the 50 boats, 45 had a log and 5 had a bare cover.
Of the 66 boats, 23 were Sound, 7 Fair, 6 Worn and 30 Split; 34 were therefore in the top two classes.
By shed: hay, 40 bales, no leaks; straw, 25 bales, two leaks; oats, 30 sacks, one leak. No leaks arose in straw.
We checked 250 bills; 20 were refused (an error rate of 12%).
There were 36 delays: tides 7, ropes 17 and parts 12. Ropes accounted for 37% of the delays.
We drew 125 logs; 20 were set aside, leaving 106 to read.
We drew 125 logs; about 20 were set aside, leaving 56 to read.
Four meetings drew 30, 28, 25 and 21 people, 94 people in all.
In all 357 calls were made to 170 owners (mean 1.2 per owner).
With 84 leaks over 400 dives, the club had 27 leaks for every 100 dives.
All of the boats carried a log. Log carried: 57 of 61.
There were 27 leaks in 4,500 dives, 6.0 per 1,000; the year before there had been 36 in 4,800, a rate of 8.5 per 1,000.
Elm is forecast to spend £17.98m, £0.74m below its budget of £18.45m.
All 28 forms were sent in within three months. Two of the 28 forms were sent in late.
""".strip().splitlines()
PORTS = "Port\tLeaks\nAyr\t30\nOban\t24\nTroon\t30\nTotal\t84\n\n"
TABLES = {
    "for each boat": (f"Leaks\n\n{PORTS}The mean was 1.4 leaks for each boat.", ""),
    "of the 36 boats": (f"Leaks\n\n{PORTS}The mean was 2.3 leaks for each of the 36 boats.", ""),
    "of the three ports": (f"Leaks\n\n{PORTS}The mean was 31.5 leaks for each of the three ports.", "sheet-each-mean"),
    "last year": (f"Leaks\n\n{PORTS}The most leaks last year were at Oban.", ""),
    "this time": (f"Leaks\n\n{PORTS}The fewest leaks were at Troon.", "sheet"),
}
BELL = "Summary\n\nA brass bell was aboard 55% of the 22 boats.\n\nDetail\n\nA brass bell {} 9 of 22 boats."


def _amiss(text: str) -> list[str]:
    return [each.code for each in judge(read(text)).amiss if each.verdict in ("wrong", "rounding")]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_text_is_left_alone(text: str) -> None:
    assert _amiss(text) == []


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_text_of_its_form_is_found(text: str) -> None:
    assert _amiss(text) != []


@pytest.mark.parametrize("name", TABLES)
def test_beside_a_table_it_has_to_be_of_the_table(name: str) -> None:
    text, code = TABLES[name]
    assert bool(_amiss(text)) == bool(code)


@pytest.mark.parametrize(
    ("told", "is_wrong"), [("was found on", True), ("that worked was found on", False), ("was needed on", False)]
)
def test_a_share_and_a_count_are_of_the_same(told: str, *, is_wrong: bool) -> None:
    assert bool(_amiss(BELL.format(told))) == is_wrong


@pytest.mark.parametrize(
    ("second", "is_wrong"),
    [("We drew a sample of 90 boats.", True), ("At Ayr the sample was 30 boats and at Oban 57.", False)],
)
def test_a_sample_of_one_place_is_another(second: str, *, is_wrong: bool) -> None:
    assert bool(_amiss(f"Summary\n\nThe sample was 87 boats.\n\nMethod\n\n{second}")) == is_wrong


def test_two_groups_together_come_to_a_number_told() -> None:
    """A list headed by "the two groups had" is read without a stumble."""
    text = "The two wards had the same number of beds (20) but Ash had 3 falls and Elm 7."
    assert _amiss(text) == []


def test_a_long_line_of_like_items_is_not_read_anew_for_each_pair() -> None:
    items = ", ".join(f"{each} of {each + 50} quays had no light" for each in range(3, 123))
    _form.cache_clear()
    list(check(Context(read(f"Summary: {items}."))))
    assert _form.cache_info().misses <= 1
