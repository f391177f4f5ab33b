"""What families said, all of it invented, and when they were asked. No names, and none of these people exist."""

from datetime import date, timedelta
from random import Random

from audit import Audit
from service import MODERATORS, next_working_day

HEADER = ("Audit", "Date", "Route", "Who", "Outcome", "Theme", "Words", "Leave to publish", "Checked by")
ROUTES = ("Telephone", "Visit", "Video call", "Text message")
WHO = {
    "Leaving Care": ("Young person",),
    "Children in Care": ("Young person", "Carer", "Parent", "Carer"),
    "Disabled Children": ("Parent", "Parent", "Young person"),
}
ANYONE = ("Parent", "Parent", "Parent", "Young person")

# Theme, who could say it, the words. A voice without words was noted by theme alone.
SAID: tuple[tuple[str, str, str], ...] = (
    ("Felt listened to", "Parent", "I could say I saw it differently and she wrote my side down as well as hers."),
    (
        "Made a difference",
        "Parent",
        "We eat together again and there is no shouting. A year ago I'd have laughed at that.",
    ),
    (
        "Clear communication",
        "Parent",
        "He rings when he says he will, and if a meeting moves we hear it from him first.",
    ),
    ("Relationship with the worker", "Young person", "She remembered about my exam and asked how it went."),
    (
        "Felt listened to",
        "Young person",
        "I said I didn't want contact in the centre any more and now we go to the park.",
    ),
    (
        "Made a difference",
        "Carer",
        "The plan got us the night off a week we needed. He is calmer because we are calmer.",
    ),
    (
        "Changes of worker",
        "Parent",
        "This is the fourth one in a year. I tell it all from the start and then they leave.",
    ),
    ("Poor communication", "Parent", "I found out the date of the conference from my son's school."),
    (
        "Not listened to",
        "Parent",
        "They had made their minds up before they sat down. I signed it to get it over with.",
    ),
    ("Little progress", "Carer", "We agreed the same three things in January and in April and nobody has done them."),
    ("Meetings", "Parent", "Eleven people round a table and me. I forgot everything I wanted to say."),
    ("Changes of worker", "Young person", "I don't bother getting to know them now."),
    ("Felt listened to", "Carer", "When I said the visits were too close to bedtime they moved them that week."),
    ("Relationship with the worker", "Parent", "She tells me straight, and she also tells me when I've done well."),
    (
        "Made a difference",
        "Young person",
        "I've got my own flat and someone I can ring when the boiler does that noise.",
    ),
    ("Clear communication", "Young person", "They did the plan with me in normal words. It's on my phone."),
    ("Little progress", "Parent", "The referral for the parenting group went in twice and we are still waiting."),
    ("Not listened to", "Young person", "It says in there that I'm fine at home. I never said that."),
    ("Meetings", "Young person", "I chose who came to my review and we had it at college, so I stayed the whole time."),
    ("Poor communication", "Carer", "You leave a message, and then another, and then you stop leaving messages."),
    ("Made a difference", "Parent", "I would not have left him without the safety plan. My girls sleep through now."),
    ("Understood our family", "Parent", "They got an interpreter for the small visits too, so I was not guessing."),
    (
        "Understood our family",
        "Parent",
        "Nobody had asked before what his diagnosis means on a bad day. She came on one.",
    ),
    ("Relationship with the worker", "Carer", "He turns up, he plays football with him, and then he listens."),
)
# Words that only someone of this service area could say.
OF_ONE_AREA = {
    "I've got my own flat and someone I can ring when the boiler does that noise.": "Leaving Care",
    "I chose who came to my review and we had it at college, so I stayed the whole time.": "Children in Care",
    "Nobody had asked before what his diagnosis means on a bad day. She came on one.": "Disabled Children",
    "The plan got us the night off a week we needed. He is calmer because we are calmer.": "Children in Care",
}
THEMES = tuple(dict.fromkeys(theme for theme, _, _ in SAID))

Row = tuple[object, ...]


def feedback_rows(audits: list[Audit]) -> list[Row]:
    """A row for each attempt to hear a family and each time one was heard, by date, and two groups outside audits."""
    random = Random(44)
    unsaid = list(SAID)
    rows = [row for audit in audits for row in _attempts(random, audit, unsaid)]
    rows += [
        ("", date(2024, 5, 22), "Participation group", "Young person", "Heard", "Meetings", "", "No", ""),
        ("", date(2024, 6, 19), "Participation group", "Carer", "Heard", "Changes of worker", "", "No", ""),
    ]
    return sorted(rows, key=lambda row: (row[1], row[0]))


def _attempts(random: Random, audit: Audit, unsaid: list[tuple[str, str, str]]) -> list[Row]:
    if audit.feedback == "":
        return []
    who = random.choice(WHO.get(audit.service_area, ANYONE))
    day = next_working_day(date.fromisoformat(f"{audit.month}-20") + timedelta(days=random.randint(0, 14)))
    rows: list[Row] = []
    for _ in range(random.choice((0, 0, 1) if audit.feedback == "Heard" else (0, 1))):
        if audit.feedback in ("Heard", "Not reached"):
            rows.append((audit.audit, day, random.choice(ROUTES), who, "Not reached", "", "", "No", ""))
            day = next_working_day(day + timedelta(days=random.randint(2, 5)))
    route = random.choice(ROUTES[:3])
    if audit.feedback != "Heard":
        return [*rows, (audit.audit, day, route, who, audit.feedback, "", "", "No", "")]
    return [*rows, (audit.audit, day, route, who, "Heard", *_words(random, who, audit.service_area, unsaid))]


def _words(random: Random, who: str, area: str, unsaid: list[tuple[str, str, str]]) -> Row:
    """Theme, words, leave to publish, checked by. Words are used once; two in three are given leave and checked."""
    fitting = [
        said for said in unsaid if said[1] == who and (said[2] not in OF_ONE_AREA or OF_ONE_AREA[said[2]] == area)
    ]
    if not fitting or random.random() < 0.35:
        return (random.choice(THEMES), "", "No", "")
    said = random.choice(fitting)
    unsaid.remove(said)
    leave = random.random() < 0.66
    return (said[0], said[2], "Yes" if leave else "No", random.choice(MODERATORS) if leave else "")
