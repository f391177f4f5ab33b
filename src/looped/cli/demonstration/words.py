"""Invented reasons of auditors, a strong and a weak one a page."""

REASONS = {
    "seeing_hearing": (
        "Seen alone at home and at school every three weeks. Her wishes are in her own words and changed the plan.",
        "Visits are on time but she was seen alone once in six. What she said is summed up in a line.",
    ),
    "assessments": (
        "Up to date, draws on the health visitor and both parents, and says what life is like for this child.",
        "Describes events well and stops before saying what they mean for him. The father wasn't spoken to.",
    ),
    "plans": (
        "Four steps, each with an owner and a day. The family can say what has to change and by when.",
        "A list of services rather than what must be different. Two steps have no day.",
    ),
    "decisions_oversight": (
        "Each decision has its reason, on the day. The manager came back to what she had asked for.",
        "Oversight is regular and confirms what was done; it doesn't ask why the plan has stood still.",
    ),
    "meetings_reviews": (
        "Core groups every month with school and health there; the review tested progress against the plan.",
        "Two core groups fell out in summer. Minutes repeat the last ones.",
    ),
    "supervision": (
        "Monthly, reflective, and the worker's worries about drift were taken up.",
        "Held, with gaps of seven weeks, and mostly a list of tasks.",
    ),
    "diversity": (
        "His faith and language shape the visits; an interpreter was there each time.",
        "Ethnicity and religion are recorded and nothing follows from them.",
    ),
    "overall": (
        "Good, purposeful work that has made this child safer.",
        "Safe, and slower than it should be. Oversight would have moved it on.",
    ),
}
DOCUMENTS = {
    "seeing_hearing": "Record of visit",
    "assessments": "Child and family assessment",
    "plans": "Child protection plan",
    "decisions_oversight": "Management decision",
    "meetings_reviews": "Core group minutes",
    "supervision": "Supervision record",
    "diversity": "Chronology",
    "overall": "Case summary",
}
NOT_ABOVE = "There is good work here; it isn't yet there in every part, or every month."
DIFFERENT = "She is seen more often than before and knows whom to ring."
LEARNT = {
    "lead": "Read the minutes beside the plan: what was agreed there never reached it.",
    "second": "A plan that is late can still be a good plan; grade what it does for the child.",
}
