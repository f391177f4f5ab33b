"""What is said of all, of both or of so many again, whatever words stand between: told, and left alone."""

import pytest
from tests.unit.checker.verdicts import wrong

TABLE = "Boats seen and mended\n\nMonth\tSeen\tMended\nMay\t20\t4\nJune\t30\t6\nJuly\t25\t7\nTotal\t75\t17\n\n{}\n"
PAIRS = [
    (
        "same-said",
        "Logs were up to date in 30 of the 32 boats seen.\n\nOur conclusion is clear: logs were up to date in {}.",
        "30 of the 32 boats",
        "all boats",
    ),
    (
        "same-said",
        "Hatches were left open on five of the 18 boats seen.\n\nOn {} was a hatch left open.",
        "some",
        "none of the boats",
    ),
    (
        "same-said",
        "Windows could be opened fully at 5 of the 16 halls. In none of the halls could windows be {} fully.",
        "closed",
        "opened",
    ),
    (
        "same-said",
        "Crew on 12 of the 15 boats had been trained in {}. Crew on every boat had been trained in rescue.",
        "lifting",
        "rescue",
    ),
    (
        "same-said",
        "The letter was sent within 48 hours for 27 of the 33 owners. The letter was sent within {} hours for all owners.",
        "72",
        "48",
    ),
    ("same-said", "Bells were checked on 8 of the 13 boats. Bells were checked on all boats{}.", " in the north", ""),
    (
        "same-said",
        "Bells were checked on 8 of the 13 boats. {} bells were checked on every boat.",
        "Since then",
        "Overall",
    ),
    ("both-of", "In {} of the 34 choirs there was no tenor. Both of these choirs sang in Ayr.", "two", "three"),
    (
        "both-of",
        "Of the 39 boats, {} were rated split and sent to the yard. Both have since been mended.",
        "two",
        "three",
    ),
    ("both-of", "{} boats failed the survey. Both boats are to be sold.", "Two", "Four"),
    ("both-of", "Six boats had no log. All three {} were told.", "owners", "boats"),
    ("both-of", "Four boats had no {}. Both have one now.", "log and no bell", "log"),
    ("both-of", "Five boats {}. Neither boat had a log.", "were seen by the second diver", "sank"),
    (
        "taken-up",
        "We saw 50 boats: 14 were mended by the yard and the remaining 36 were not mended.\n\nThe {} mended boats are back.",
        "14",
        "17",
    ),
    ("weighed-total", TABLE, "The 17 mended boats are back at sea.", "The 14 mended boats are back at sea."),
    ("weighed-total", TABLE, "The 14 boats mended in the north are back.", "The 14 boats that were mended are back."),
    ("weighed-total", TABLE, "The three yards mended 17 boats.", "All 19 mended boats are back at sea."),
    ("weighed-again", "We enrolled {} divers.\n\nEnrolment of 651 divers took a year.", "651", "661"),
    ("weighed-again", "We enrolled 661 divers.\n\n{} divers were enrolled{}.", "324@ to oil", "651@ to oil or wax"),
    ("weighed-again", "{}we enrolled 661 divers.\n\nA total of 651 divers were enrolled.", "In 2021 ", "Here "),
    (
        "weighed-again",
        "In all 174 divers were randomly assigned.\n\n{} divers were randomised: 89 to oil and 84 to wax.",
        "Of these, 173",
        "We note that 173",
    ),
]


def filled(text: str, words: str) -> str:
    """A text with its words set in, each part in its place."""
    return text.format(*words.split("@"))


@pytest.mark.parametrize(("code", "text", "right", "other"), PAIRS)
def test_a_broad_reading_tells_what_is_wrong_and_leaves_what_is_right(code, text, right, other):
    assert code in wrong(filled(text, other))
    assert not wrong(filled(text, right))
