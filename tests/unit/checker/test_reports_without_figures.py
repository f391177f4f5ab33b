"""Guards sentences of reports that speak of a table without its figures: which is most, how many did so, which way."""

import pytest
from tests.unit.checker.verdicts import wrong

BACK = (
    "## Ropes\n\nRope\tSound, spring %\tSound, autumn %\tHeld\nMain\t62\t55\t9\nFore\t71\t74\t8\nAft\t80\t71\t12\n"
    "Spare\t40\t40\t7\nTow\t51\t60\t6\n\n"
)
CHOIRS = (
    "## Choirs\n\nChoir\tAsked\tSing weekly %\tLast year %\tChange\nAlto\t40\t62\t55\t+7\nBass\t30\t71\t74\t-3\n"
    "Tenor\t35\t80\t71\t+9\nTreble\t22\t44\t41\t+3\n\n"
)
HALLS = (
    "Halls seen in two rounds\n\n| Check | Round 1 (n = 50) | Round 2 (n = 60) |\n|---|---|---|\n"
    "| Lamps lit | 30 (60.0%) | 42 (70.0%) |\n| Doors shut | 40 (80.0%) | 45 (75.0%) |\n"
    "| Bells rung | 20 (40.0%) | 33 (55.0%) |\n| All three checks | 12 (24.0%) | 18 (30.0%) |\n\n"
)
FAULTS = (
    "Faults by kind of craft\n\n| Fault | Boats (n = 60) | Rafts (n = 60) | All |\n|---|---|---|---|\n"
    "| Leak | 19 | 8 | 27 |\n| Rot | 3 | 8 | 11 |\n| Rust | 2 | 7 | 9 |\n| Total | 24 | 23 | 47 |\n\n"
)
VISITS = (
    "Sound at each visit\n\n| Visit | Boats % | Rafts % | Difference |\n|---|---|---|---|\n| Week 4 | 40.1 | 30.0 | 10.1 |\n"
    "| Week 8 | 55.3 | 36.2 | 19.1 |\n| Week 12 | 57.0 | 50.5 | 6.5 |\n\n"
)
PORTS = (
    "## Ports\n\nPort\tBoats\tSound\tSound %\nLeith\t40\t24\t60.0\nAyr\t30\t27\t90.0\nOban\t20\t9\t45.0\n"
    "Tain\t10\t7\t70.0\n\n"
)
# A page of figures of other things.
REST = (
    "\n\n## Other things\n\nWe rang 41 homes, wrote to 19 shops and spent £1,200 on stamps. Of the 41 homes 12 "
    "answered. The mean wait was 3.4 days.\n"
)


@pytest.mark.parametrize(
    ("code", "text", "true", "false"),
    [
        # Two times of one measure, whatever else the table has.
        ("sheet-rows", CHOIRS + "{} of the four choirs improved.", "Three", "Two"),
        ("sheet-rows", HALLS + "{} of the three checks improved between the rounds.", "Two", "All"),
        ("sheet-ways", CHOIRS + "The share rose in {} choirs and fell in {}.", "three|one", "two|two"),
        (
            "sheet-ways",
            BACK + "{} of the five ropes were better than in spring, {} were worse and one stayed the same.",
            "Two|two",
            "Three|one",
        ),
        ("sheet-changed", CHOIRS + "Weekly singing among tenors {} by nine points.", "rose", "fell"),
        (
            "sheet-changed",
            CHOIRS + "We rang 41 homes and 19 shops. The share of basses {} by 3 points.",
            "fell",
            "rose",
        ),
        # Which of two columns has more.
        ("sheet-commoner", FAULTS + "Rot was {} common in rafts.", "more", "less"),
        ("sheet-commoner", FAULTS + "Rot and rust were both {} frequent with boats.", "less", "more"),
        (
            "sheet-commoner",
            FAULTS + "The excess is owed to leaks alone. Every other kind of fault was {} common in rafts.",
            "more",
            "less",
        ),
        ("sheet-commoner", FAULTS + "All but {} of the three kinds of fault were more common in rafts.", "one", "two"),
        # Where two columns are furthest apart.
        ("sheet-gap", VISITS + "The difference was widest at week {} and narrowest at week 12.", "8", "4"),
        ("sheet-gap", VISITS + "The gap between the two grew at first and was largest at week {}.", "8", "12"),
        ("sheet-alone", PORTS + "The limit for a port is 75%, and only {} was above it.", "Ayr", "Tain"),
        (
            "foremost",
            "We saw 20 boats in May, 11 in June, when two of us were away, and 17 in July. May was the fullest month and "
            "{} the thinnest.",
            "June",
            "July",
        ),
        # As many as a sentence begins with; all but so many; those told before.
        ("sheet-rows", PORTS + "{} ports have a majority that are sound; the other does not.", "Three", "Two"),
        ("sheet-rows", PORTS + "All but {} of the ports had at least 50% of boats sound.", "one", "two"),
        ("sheet-rows", PORTS + "Every port had more than 40% sound; {} of the four were above 65%.", "two", "three"),
        # Whose a figure is, and which place it has.
        ("sheet-whose", PORTS + "{} came second at 70.0%.", "Tain", "Leith"),
        ("sheet-whose", PORTS + "Best port: {} (90.0% sound). We went there twice.", "Ayr", "Tain"),
        ("sheet-whose", PORTS + "{} had the most boats, with 40, and we saw them all.", "Leith", "Ayr"),
        ("sheet-whose", PORTS + "Sound boats, at 45.0% in {}, are too few.", "Oban", "Leith"),
        (
            "sheet-whose",
            HALLS + "Lamps lit, which rose from {} to 70.0%, are seen at once.",
            "60.0%",
            "80.0%",
        ),
        ("sheet-whose", HALLS + "{} missed it by a little: 45 of 60, and we went back.", "Doors shut", "Bells rung"),
        (
            "which-way",
            VISITS + "The share of boats {} at first, from 40.1% at 4 weeks to 55.3% at 8 weeks.",
            "rose",
            "fell",
        ),
        ("sheet-place", PORTS + "Ayr stands first. Tain comes {}, at 70.0%.", "second", "third"),
        ("sheet-place", PORTS + "Tain began well, at sea as on land, and now stands {}.", "second", "third"),
        # Named as the only ones, as so many, as the exception.
        ("sheet-alone", PORTS + "{} is the only port above 85%.", "Ayr", "Tain"),
        (
            "sheet-alone",
            PORTS + "Two of the four ports, Ayr and {}, had at least 65% of their boats sound.",
            "Tain",
            "Leith",
        ),
        ("sheet-alone", PORTS + "Our target of 50% was missed by {} alone.", "Oban", "Tain"),
        ("sheet-alone", PORTS + "The target of 65% was met by two ports, Ayr and {}.", "Tain", "Leith"),
        ("sheet-only", PORTS + "The limit is 50%, and only {} was below it.", "Oban", "Leith"),
        ("sheet-alone", CHOIRS + "All but one of the choirs improved; the exception was {}.", "bass", "alto"),
        (
            "sheet-alone",
            CHOIRS + "The bass choir sings less. It is {} to have fallen.",
            "the only choir",
            "one of two choirs",
        ),
    ],
)
def test_what_a_sentence_says_without_figures_is_read(code: str, text: str, true: str, false: str) -> None:
    right, off = (text.format(*each.split("|")) + REST for each in (true, false))
    assert not wrong(right)
    assert code in wrong(off)


@pytest.mark.parametrize(
    "text",
    [
        # Times that are not set against each other.
        CHOIRS + "Two of the four choirs sang more often in May than in June.",
        # What rises is named, and nothing said to have risen.
        CHOIRS + "The last bass choir rise cannot explain it.",
        # More common than something else.
        FAULTS + "Leaks were more common in boats than rot.",
        FAULTS + "Leaks were more common in rafts last year.",
        "## Crews\n\nGroup of crews\tCrews\nBoats\t12\nRafts\t20\nBarges\t8\n\nTwenty-six crews took fewer than five days.",
        "Sound, by visit\n\nPort\tWave 1\tWave 2\tWave 3\nLeith\t40%\t45%\t52%\nAyr\t60%\t55%\t61%\nOban\t30%\t28%\t44%\n\n"
        "Only Leith rose at every wave.",
        PORTS + "Three ports took part in the swim, and 80% of them won.",
        PORTS + "Letters, at 40.0% in Leith, came late.",
        VISITS + "The boats did better at every visit.",
        PORTS + "Tain came second at 90.0% of the price.",
        PORTS + "Leith (70.0% in our last report) is better now.",
        PORTS + "Leith comes third in the book, where Oban is first.",
        # Another gap than that of the columns.
        VISITS + "The difference from our estimate was largest at week 4 in the old boats.",
        # Of a part.
        PORTS + "Tain is the only port that we visited twice.",
        PORTS + "Among crews of ten or more, Tain is one of two ports where more than 60% sing.",
    ],
)
def test_what_is_said_of_something_else_is_left(text: str) -> None:
    assert not wrong(text + REST)
