"""The agreement panel of 8 domains x 10,000 pairs, intervals included, against one pass of numpy over the pairs.

One pass is numpy counting the pairs into a table, the least that any answer needs. Aim: under 20 times that.

    python bench/agreement.py [--repeats 30]
"""

import argparse
import statistics
import time
from collections.abc import Callable

import numpy as np

from looped.stats.agreement import pair_tables, panel

AIM, DOMAINS, PAIRS, GRADES = 20.0, 8, 10_000, 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--repeats", type=int, default=30)
    repeats = parser.parse_args().repeats
    rng = np.random.default_rng(1)
    places = np.repeat(np.arange(DOMAINS), PAIRS)
    leads = rng.choice(np.arange(1, GRADES + 1), DOMAINS * PAIRS, p=[0.15, 0.5, 0.3, 0.05])
    seconds = np.clip(leads + rng.choice([-1, 0, 1], DOMAINS * PAIRS, p=[0.12, 0.73, 0.15]), 1, GRADES)
    whole = _middle(lambda: panel(pair_tables(places, leads, seconds, DOMAINS, GRADES)), repeats)
    one_pass = _middle(lambda: np.bincount(leads * GRADES + seconds), repeats)
    print(f"panel {1000 * whole:.2f} ms, one pass {1000 * one_pass:.2f} ms")
    print(f"{whole / one_pass:.1f} times one pass (aim {AIM})")


def _middle(run: Callable[[], object], repeats: int) -> float:
    took = []
    for _ in range(repeats + 1):
        began = time.perf_counter()
        run()
        took.append(time.perf_counter() - began)
    return statistics.median(took[1:])  # the first imports


if __name__ == "__main__":
    main()
