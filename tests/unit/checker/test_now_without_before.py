"""Statistics as offices print them: what is now with its change, and what it was before left untold; kinds and rates.

A change belongs to the figure that it stands by. The figure before isn't printed, so no other figure is it.
"""

import pytest

from looped.checker.judging import judge
from looped.checker.readers.text import read

DEVICE = (
    "Event\tDevice (n = 820)\tNo device (n = 790)\nFall or break\t110 (13.4)\t120 (15.2)\nFall\t95 (11.6)\t101 (12.8)\n"
    "Break\t22 (2.7)\t30 (3.8)\nTotal admissions\t64 (7.8)\t70 (8.9)\nRash\t9 (1.1)\t12 (1.5)"
)
BLEEDING = (
    "Kind\tBalm (N = 500)\tNone (N = 498)\nBleeding, no. (%)\t40 (8.0)\t30 (6.0)\nRash, no. (%)\t25 (5.0)\t20 (4.0)\n\n"
)
COMPLAINTS = "Site\tComplaints\tThanks\nElm Road\t48\t90\nMill Lane\t31\t77\n\n"


@pytest.mark.parametrize(
    "text",
    [
        # By how much two counts changed, and no shares of them.
        "The borough logged 12,400 noise calls. The two most frequent kinds were parties, with 4,100, and building work, "
        "with 2,650. These were up 14 per cent and 9 per cent respectively.",
        "Volunteers gave 5,600 hours. Of the 410 volunteers, drivers increased by 18% between 2017 (122) and 2023 (144).",
        "There were 920 loans at the end of March. Van loans grew by 25% from 2020 (60) to 2024 (75).",
        # A share of another time, whose whole isn't told.
        "On 1 May there were 8,200 tenants. 1,640 (20%) were in arrears, down from a peak of 2,310 (30%) in 2019.",
        "At the end of June the list held 5,300 people, 1,060 (20%) waiting over a year, up from a low of 640 (16%) in "
        "2021.",
        "The library has 7,400 members. 3,700 (50%) used it online, up from last year's total of 3,000 (44%).",
        # Two figures of now, each with its own change.
        "Between April and June, 4,300 homes were visited, up 3.1% on the same quarter the year before. This includes "
        "610 visited at night, an increase of 28.2%.",
        "7,200 people were referred, down 2% from the previous year. Of these 900 were children, a decrease of 11%.",
        "There were 2,140 noise reports from July 1, 2021 to June 30, 2022, which was 412 more than in the 12 months "
        "before. The number of noise orders was 960, an increase of 180 on the 12 months before.",
        "There were 1,650 first visits, 35% fewer than 10 years ago. 2,840 were repeats, a fall of 41% over 10 years.",
        # What a change is put down to is a change of something else.
        "There was a 9% increase in visits (10,900 against 10,000 in 2022), largely because of a 21% increase in school "
        "parties.",
        # How large two changes were is no course.
        "75,100 homes were listed. This reflects the increase in homes with a garden this quarter (7.2%) and last "
        "quarter (15.1%).",
        "In 2021/22 there was a slight increase, of 5.0% for buses and of 2.6% for trams. Complaints fell by 60% on buses "
        "between 2015 and 2022, and by 60% on trams.",
        "Sales were 12,400 in the spring, a 6% decrease on the winter and a 3% decrease on the spring before.",
        # Over how long, and then the next of the list.
        "The line had 840 calls about damp, a 22% increase over the past three years, 1,010 about heating, a 9% increase, "
        "and 250 about locks, a 40% increase.",
        # Another thing, by figures of its own.
        "The list has gone down by 62,000 over the year, and the share over a year from 8.4% to 7.9%.",
        "- visits are down by 1,100, and visits by schools from 320 to 290.",
        "Education had improved, with a fall in the overspend of £1m; housing had worsened by £2m, which could mean an "
        "overspend of up to £3.4m.",
    ],
)
def test_a_change_is_of_the_figure_it_stands_by(text):
    assert not judge(read(text)).amiss


@pytest.mark.parametrize(
    "text",
    [
        # A mean age counts nobody; both kinds told before are the whole.
        "The mean age was 64 years and the mean stay 58.1 days. The numbers in bands A, B and C were 17 (7%), 47 (19.3%) "
        "and 30 (12.3%).",
        "In all 172 dogs and 72 cats were seen. The number in bands A, B and C was 17 (7%), 47 (19.3%) and 30 (12.3%), "
        "respectively.",
        # "Total" of another thing than of the rows above it.
        DEVICE,
        # Kinds of what a row has.
        BLEEDING + "Bleeding took in nose bleeds (22 people on the balm and 17 without) and bruises (18 and 13 people, "
        "respectively).",
        # How far two shares are apart, in words, and no share itself.
        "Today there are a quarter fewer post offices in the county (15%) than in 1998 (20%).",
        "A third more pupils now eat at school (48%) than five years ago (36%), and half as many bring lunch (20%) as did "
        "(40%).",
        # So many in a million people, in each of so many trips.
        "There were 210 deaths and 5,120 injuries. For every million people there were 4 deaths; 7.1 per million for those "
        "over 65 and 15.5 per million for those over 80.",
        # Of what isn't told in counts.
        "Among the 240 claims 96 were about water, mostly burst pipes (70%).",
        "2. Hill: 180 calls, a drop of two compared to 2021/22. 12 fires led to a charge, a rate of 17.9 per cent.",
        "We collected 860 forms (71.5% response rate) from five schools in three towns.",
        "Altogether 1,240 cards (62.0% return rate) came back from 12 branches.",
        # A limit, and a pronoun.
        "Schools with a score of 35 percent or lower were sent to the hall (450 people); 900 people had been asked.",
        "Schools with attendance of 85% or less were asked to reply (62 schools); all 140 schools had been told.",
        "The office got 480 files. The largest share (42.1 per cent) were about rent. A slightly smaller one (30 per "
        "cent) were about noise, while 14 per cent were about dogs.",
        # Answers of several scales, or one answer of two words.
        "Of 290 asked, 116 replied (response rate: 40%). Most were parents (81.0%), 33% reported mild hearing loss, and "
        "58.2% moderate to severe tiredness.",
        "Some 71% said the service was good, 44% had always used it, and 62% were from outside the town.",
        # None of the one, some of the other.
        "In May there were no cases of the one kind and just two cases of the other against limits of 1 and 3 "
        "respectively.",
        "There were no fires in flats and just four fires in sheds, against two and five a year ago.",
    ],
)
def test_a_figure_of_something_else_is_let_be(text):
    assert not judge(read(text)).amiss


@pytest.mark.parametrize(
    "text",
    [
        "There were 920 loans in 2020 and 1,150 in 2024, an increase of 35%.",
        "On 1 May there were 8,200 tenants. 1,640 (26%) were in arrears.",
        "In 2021 there were 40 falls. In 2022 there were 52, an increase of 14.",
        "42% agreed, 35% disagreed and 43% were unsure.",
        DEVICE.replace("Total admissions\t64 (7.8)\t70 (8.9)", "Total\t227 (27.7)\t261 (33.0)"),
        COMPLAINTS + "Elm Road had 58 complaints.",
        "In all 860 forms were sent and 516 (71.5%) came back.",
        "Just under a quarter of the shops (35%) were shut.",
        "There were 12 fires in the north, 4 in the south: there were no fires in the south.",
    ],
)
def test_errors_beside_them_are_found(text):
    assert [f for f in judge(read(text)).amiss if f.verdict in ("wrong", "rounding")]
