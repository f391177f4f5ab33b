"""Commands, one file a command. `main` reads the first word and imports only that command's file."""

import os
import sys
from importlib import import_module

from looped.errors import LoopedError

COMMANDS = {
    "report": "write the report of a quarter from audit returns",
    "figures": "print every figure of a period",
    "import": "record the returns of a workbook",
    "check": "proof-read a written report: every figure worked out again",
    "agreement": "how far two auditors of one file agree",
    "severity": "how generous or strict auditors are, with the uncertainty left",
    "sample": "draw cases for a round, repeatably",
    "backup": "copy the record while it is in use",
    "restore": "bring the record back from a backup",
    "trail": "check that the trail and the editions are as they were written",
    "demo": "start the pages on an invented council, one sign-in a role",
    "serve": "start the pages, of your record or of a demonstration made before",
    "tick": "do what is due: send letters, let unanswered alerts climb",
    "manage": "Django's own commands on the record, as in `looped manage migrate`",
}

# A word that Python keeps for itself can't name a file.
FILES = {"import": "importing"}


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns 0 done, 1 found something wrong, 2 wrong usage or nothing readable."""
    words = sys.argv[1:] if arguments is None else arguments
    if not words or words[0] in ("-h", "--help"):
        print(_overview())
        return 0 if words else 2
    if words[0] == "--version":
        from looped import __version__

        print(f"looped {__version__}")
        return 0
    if words[0] not in COMMANDS:
        print(f"looped: there is no command {words[0]!r}. `looped --help` lists them.", file=sys.stderr)
        return 2
    try:
        code = int(import_module(f"looped.cli.{FILES.get(words[0], words[0])}").run(words[1:]))
        sys.stdout.flush()
        return code
    except LoopedError as error:
        print(f"looped {words[0]}: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read our output has stopped reading (`| head`): nothing is wrong, and nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        told = _of_the_machine(error)
        if told is None:
            raise
        print(f"looped {words[0]}: {told}", file=sys.stderr)
        return 2


def _of_the_machine(error: Exception) -> str | None:
    """One line for what no command can help: a full disk, a folder that isn't ours, a record that is busy.

    None for anything else, which is a fault of ours and keeps its trace.
    """
    if isinstance(error, OSError):
        what = error.strerror or " ".join(str(error).split())
        return f"{error.filename}: {what}. To mend it: check the path, and what is free on its disk."
    # By its name, for each database has one of its own and none of them is imported here.
    if type(error).__name__ != "OperationalError":
        return None
    what = " ".join(str(error).split())
    mend = "Another program is writing; try again once it is done" if "locked" in what else "Try again once it answers"
    return f"the record could not be used ({what}). What wasn't done is undone as a whole. {mend}."


def _overview() -> str:
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {what}" for name, what in COMMANDS.items()]
    return "\n".join(
        ["Usage: looped COMMAND [OPTIONS]", "", "Practice audits, from a return to the board's report.", ""]
        + lines
        + ["", "`looped COMMAND --help` says more. Exit: 0 done, 1 found something wrong, 2 wrong usage."]
    )
