"""What letters say. $names are put in as they are; nothing of a value is ever read as an instruction."""

from string import Template

END = "\n\nSign in to read and answer. This letter says no more than it must.\n"

# Of these the sender puts $$link and $$address in, so that no link lies in a table.
TO_SIGN_IN = ("invitation", "invitation_without_password", "forgotten", "second_factor_gone")

# Kind -> (subject, text). Of a child they hold the case reference alone, and of a sealed audit nothing but the task.
LETTERS: dict[str, tuple[str, str]] = {
    "named": (
        "An audit for you: case $case",
        "You are asked to audit case $case.\n\nDue: $due.\nRead the file as it stood on $cut_off." + END,
    ),
    "given_back": (
        "Your return for case $case is open again",
        "Your return was opened again so that you can change it.\n\nWhy: $reason\n\nWhat you wrote is there." + END,
    ),
    "open": (
        "Both returns for case $case are in",
        "Both returns are in. You can now see each other's grades and reasons, and what is to be settled." + END,
    ),
    "meeting": (
        "Meeting about case $case: $when",
        "A meeting to settle the grades of case $case.\n\nWhen: $when, $minutes minutes\nWhere: $place" + END,
    ),
    "settled": (
        "Case $case is settled",
        "The grades are settled. You can see yours, theirs, the settled ones, and why." + END,
    ),
    "shown": (
        "An audit of case $case is settled",
        "An audit of case $case is settled. You can see the grades and the reasons." + END,
    ),
    "concern": (
        "URGENT: a child may be at risk now, case $case",
        "An auditor reading case $case believes that a child may be at risk now.\n\n"
        "Open the case record and act. Then sign in and acknowledge this, or it goes to others.\n",
    ),
    "invitation": (
        "You can sign in to practice audits",
        "You were given access to practice audits.\n\n"
        "Choose a password here, within three days. The link works once:\n\n$$link\n\n"
        "After that sign in at $$address/ with this e-mail address. If your council has single sign-on, you may use "
        "that instead.\n\nIf the link is too old, ask for another at $$address/sign-in/forgotten\n",
    ),
    "invitation_without_password": (
        "You can sign in to practice audits",
        "You were given access to practice audits.\n\nSign in at $$address/ with your council account.\n",
    ),
    "forgotten": (
        "A new password for practice audits",
        "Somebody, probably you, asked for a new password.\n\n"
        "Choose one here, within three days. The link works once:\n\n$$link\n\n"
        "If it wasn't you, do nothing: your password stays as it is.\n",
    ),
    "second_factor_gone": (
        "Set up your second factor for practice audits again",
        "An administrator removed your second factor, as one does when a telephone is lost.\n\n"
        "Sign in at $$address/ and set up another. If you didn't ask for this, tell your administrator now.\n",
    ),
}


def written(kind: str, values: dict[str, str]) -> tuple[str, str]:
    """Subject and text of a letter. Line breaks in a value stay out of the subject. Raises: KeyError."""
    subject, text = LETTERS[kind]
    in_a_line = {name: " ".join(value.split()) for name, value in values.items()}
    return Template(subject).substitute(in_a_line), Template(text).substitute(values)
