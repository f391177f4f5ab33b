"""`looped tick`: what is due by the clock. `looped serve` runs it every minute; or a timer does."""

import argparse
import os
import signal
import sys
from threading import Event


def run(words: list[str]) -> int:
    """Do what is due once. Returns 0 done or another tick is at it, 1 something failed and the rest was done."""
    argparse.ArgumentParser(prog="looped tick", description=__doc__).parse_args(words)
    os.environ["DJANGO_SETTINGS_MODULE"] = "looped.service.web_settings"
    from looped.records.opening import open_to_read

    open_to_read()
    from looped.workflow.letters.sending import post_office
    from looped.workflow.schedule import tick

    stopping = Event()
    # The letter under way is finished and noted; the others wait for the next tick.
    signal.signal(signal.SIGTERM, lambda *_: stopping.set())
    with post_office() as send:
        done = tick(send, stop=stopping.is_set)
    if not done.alone:
        print("looped tick: another is at it; nothing to do.", file=sys.stderr)
    for each in done.failed:
        print(f"looped tick: {each}", file=sys.stderr)
    return 1 if done.failed else 0
