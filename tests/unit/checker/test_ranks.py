"""Guards what is said of places in a list or a table: strongest, always first, in order, better than then, both."""

import pytest
from tests.unit.checker.verdicts import wrong

_AREAS = "Share of boats passed, by area: pain relief 40%; sails 45%; oars 63%; risk of fire 74%."
_ROUNDS = (
    "In spring the share that met the standard was {}% at Ash, 52% at Elm and 40% at Oak. "
    "In autumn it was 65% at Ash, 55% at Elm and 41% at Oak."
)
_IN_ONE = "In round one Ash had {}%, Elm 52% and Oak 40%; in round two Ash had 65%, Elm 55% and Oak 41%."
_BELLS = "We counted boats with a bell: 22 of 74 (30%) at Ash and 8 of 16 (50%) at Elm."
_WHY = "The reasons were crew not ashore (26), fog (33), change of skipper (9) and loss to follow-up (31)."
_LIST = "The results were: Ash 75%; Elm 85%; Oak 95%; Yew 63%."
# (rule, text, what makes it true, what makes it wrong)
TEXTS = [
    # The strongest and the weakest: of a good thing, whatever its parts are called, before the list or behind it.
    ("foremost", f"{{}} was the weakest area.\n\n{_AREAS}", "Pain relief", "Risk of fire"),
    ("foremost", f"{_AREAS}\n\n{{}} was the area most in need of improvement.", "Pain relief", "Risk of fire"),
    ("foremost", "Share of pumps working as intended: ropes 70%; sails 45%; debt 63%. The greatest strength was {}.", "ropes", "sails"),
    # Of two places by number or by share.
    ("foremost", f"{_BELLS} The highest number was at {{}}.", "Ash", "Elm"),
    ("foremost", f"{_BELLS} The highest share was at {{}}.", "Elm", "Ash"),
    # A place in a list, whatever words its names have.
    ("second-of-list", f"{_WHY} The second most common was {{}}.", "loss to follow-up", "change of skipper"),
    ("order-first", f"{_WHY} The most common was fog and the third was {{}}.", "crew not ashore", "change of skipper"),
    # First in each of several lists.
    ("held-first", f"{_ROUNDS} Ash was consistently the strongest of the three.", "60", "48"),
    ("held-first", f"Ash had the highest share both times. {_ROUNDS}", "60", "48"),
    ("held-first", f"{_ROUNDS}\n\nThe share was highest at Ash in every round.", "60", "48"),
    ("held-first", f"{_IN_ONE} In each round Ash had the highest share.", "60", "48"),
    ("held-first", "In May 60% passed at Ash, 52% at Elm and 40% at Oak.\n\nIn June {}% passed at Ash, 58% at Elm and 41% at Oak.\n\nAsh was highest in both months.", "61", "48"),
    # A list in order.
    ("order-told", "In order of frequency, the reasons for not sailing were fog ({}), rust (33), ice (22) and wind (17).", "35", "25"),
    ("order-told", "The reasons for not sailing, in descending order, were: fog, 28; rust, 22; ice, {}.", "20", "24"),
    ("order-told", "From the least to the most frequent, the faults were rust 3, rot {}, dents 14 and stains 39.", "12", "22"),
    ("order-told", "The faults, most common first, were:\n\n- rust 31\n- rot {}\n- dents 24\n- stains 9", "26", "22"),
    ("order-told", "Ash scored highest (91%), followed by Elm (85%), Oak (80%) and Yew ({}%).", "71", "86"),
    ("order-told", "The most common reasons, in order, were fog (33), rust ({}) and ice (15).", "22", "12"),
    # The ends of a list.
    ("span-of-list", f"{_LIST} The lowest result was 63% and the highest {{}}.", "95%", "85%"),
    ("span-of-list", f"{_LIST} The highest was {{}}, the lowest 63%.", "95%", "85%"),
    # Better and worse than then, of what is wanted or isn't.
    ("set-on-then", "This time 30/50 boats (60%) had a pain score. This is {} the first audit, when the figure was 20/50 (40%).", "an improvement on", "a deterioration from"),
    ("set-on-then", "This time 30/50 boats (60%) were seen within six hours. This is {} than the first cycle, when it was 40%.", "better", "worse"),
    ("set-on-then", "This time 12 of 50 boats (24%) had no log. This is {} the first audit, when the figure was 20/50 (40%).", "an improvement on", "a deterioration from"),
    ("set-on-then", "This year 60% of crews were trained. That is {} than last year, when it was 40%.", "higher", "lower"),
    ("compared", "In round two 30 of 50 logs (60%) were signed. The first round had been {}, at 20 of 50 (40%).", "worse", "better"),
    # Figures in brackets that are set against each other.
    ("compared", "Fewer boats had {} than had at least one anchor (30).", "a bell (20)", "a bell (70)"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "true", "false"), TEXTS)
def test_places_in_lists(code, text, true, false):
    """Guards both sides: nothing is said of the true text, and the wrong one is called so by its rule."""
    assert wrong(text.format(true)) == set()
    assert code in wrong(text.format(false))


_PIERS = "Boats passed\n\nPier\tLast year\tThis year\nAsh\t52%\t61%\nElm\t{}\n\n"
_CHANGES = "Boats passed\n\nPier\t2021\t2022\tChange (points)\nAsh\t50%\t67%\t+17\nElm\t89%\t71%\t{}\nOak\t40%\t45%\t+5"
TABLES = [
    ("sheet-headed", _CHANGES, "-18", "+18"),
    ("sheet-headed", _CHANGES, "-18", "-22"),
    ("sheet-headed", _CHANGES, "-18 pp", "-22 pp"),
    ("sheet-counted", f"{_PIERS}Both improved on last year.", "49%\t57%", "57%\t49%"),
    ("sheet-counted", f"{_PIERS}Neither declined.", "49%\t57%", "57%\t49%"),
    ("sheet-counted", f"{_PIERS}Ash and Elm both improved.", "49%\t57%", "57%\t49%"),
    ("sheet-counted", f"{_PIERS.replace('Ash', 'Oak')}Ash\t40%\t45%\n\nNone declined.".replace("\n\nAsh", "\nAsh"), "49%\t57%", "57%\t49%"),
    (
        "sheet-most",
        "Boats with a spare rope, by team\n\nTeam\tNumber\tBase\t%\nSpare Oar Team\t39\t59\t66%\nEast Team\t{}\n"
        "Harbour Team\t43\t73\t59%\n\nThe East Team had the highest number of boats with a spare rope.",
        "50\t90\t56%",
        "20\t27\t74%",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "true", "false"), TABLES)
def test_places_in_tables(code, text, true, false):
    """Guards changes with their signs, what is so of both or none, and the whole name of the one that is meant."""
    assert wrong(text.format(true)) == set()
    assert code in wrong(text.format(false))


RIGHT = [
    f"{_LIST} Results were similar in the sensitivity analysis.",
    f"{_WHY} They have been shared with the Principal Skipper.",
    "Compliance was ropes 40%, sails 45%, oars 63% and masts 74%. Oars were a strength.",
    "The reasons were: crew ashore, 32; no rope, 18; boat not ready, 12; no wind at all, 4.",
    "The reasons, from most to least common, were fog (45), rust (33), ice (22) and wind (17).",
    "Ash and Elm both exceeded the 85% target, at 90% and 94% respectively.",
    "The share of boats meeting the standard was 71% at Ash, 66% at Elm and 73% at Oak; 54 boats (60%) met it at all three.",
    "The top three complaints were noise (41), smells (50) and litter (22); dogs accounted for 12.",
    "Of 319 boats 163 went to pitch and 156 to tar. Rust was the most frequent effect of tar.",
    "Pier\tMay\tJune\nAsh\t70%\t68%\nElm\t61%\t60%\nOak\t52%\t66%\n\nAsh and Elm both had a month in which they fell.",
    "The fleet comprised 103 boats. More boats were moored in the bay (70) than stopped in port early (30).",
    "The fair drew 40 crews. More crews had read the yearly plan (15) than had met their captain (10).",
]  # fmt: skip


@pytest.mark.parametrize("text", RIGHT)
def test_right_statements_are_left_alone(text):
    """Guards titles, ways of reckoning, names with "not" in them, two above one target, and what is set in brackets."""
    assert wrong(text) == set()
