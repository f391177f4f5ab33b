"""How often does a report claim a change: where nothing changed, and where one domain truly rose by 25 points?

    .venv/bin/python bench/claims.py [--quarters 2000] [--json]

Quarters of the seed's size: 31, 30 and 16 audits, seven domains and overall. Aims: with nothing changed at most 5 in
100 reports claim anything at all; with a rise the report finds it within 3 points as often as the same test under the
same correction, written anew below in plain scipy and fed with other draws.

The eight variables are drawn apart from each other, which is the hardest case for a promise about a whole report, and
once more with the grades of one audit going together, as they do. A table's p is worked out as the product does it
wherever the normal curve puts it anywhere near a claim; the first forty quarters go through the product whole.
"""

import argparse
import json
import sys
import time
from statistics import NormalDist

import numpy as np

from looped.stats.goodman import goodman
from looped.stats.holm import holm
from looped.stats.intervals import clopper_pearson, wilson
from looped.stats.jonckheere import jonckheere, moments
from looped.stats.laney import laney
from looped.stats.margins import reference
from looped.stats.mdc_rules import plot_the_dots
from looped.stats.omnibus import kruskal_wallis, omnibus
from looped.stats.power import shifted
from looped.stats.verdicts import pooled, verdicts

SIZES = (31, 30, 16)
# Grades of the seed's quarter, all three months together, lowest first.
VARIABLES = {
    "seeing_hearing": (6, 41, 30, 0),
    "assessments": (13, 35, 24, 2),
    "plans": (10, 39, 19, 2),
    "decisions_oversight": (9, 29, 37, 2),
    "meetings_reviews": (6, 37, 29, 2),
    "supervision": (9, 36, 31, 1),
    "diversity": (2, 30, 43, 2),
    "overall": (7, 49, 21, 0),
}
RISING, RISE, GOOD = "overall", 0.25, 2
LEVEL, WHOLE = 0.05, 40
# A p of the curve this far above the first step of Holm never turns into a claim once it is dealt.
NEAR = 4 * LEVEL / (2 * len(VARIABLES))
AIM_FALSE, AIM_APART = 5.0, 3.0


def main() -> int:
    asked = arguments()
    started = time.perf_counter()
    still = quarters(asked.quarters, rise=0.0, together=0.0, seed=1)
    rising = quarters(asked.quarters, rise=RISE, together=0.0, seed=2)
    claims = {
        "nothing changed": named(still),
        "nothing changed, grades of an audit together": named(quarters(asked.quarters, 0.0, together=0.6, seed=3)),
        "one domain up 25 points": named(rising),
    }
    figures = summed(claims, beside(quarters(asked.quarters, rise=RISE, together=0.0, seed=4)))
    figures["quarters through the product whole, named alike"] = alike(still, claims["nothing changed"])
    figures["seconds for a report's statistics, 24 months x 8 domains (aim: under 2)"] = round(whole_report(), 2)
    figures["seconds"] = round(time.perf_counter() - started, 1)
    print(
        json.dumps(figures, indent=2)
        if asked.json
        else "\n".join(f"{name}: {value}" for name, value in figures.items())
    )
    return 0 if figures["met"] else 1


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quarters", type=int, default=2000)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def quarters(count: int, rise: float, together: float, seed: int) -> np.ndarray:
    """Counts, (quarters, variables, months, grades). together: how far the grades of one audit go together, 0 to 1."""
    chance = np.random.default_rng(seed)
    months = np.repeat(np.arange(len(SIZES)), SIZES)
    common = chance.standard_normal((count, 1, len(months)))
    own = chance.standard_normal((count, len(VARIABLES), len(months)))
    latent = np.sqrt(together) * common + np.sqrt(1 - together) * own
    drawn = np.zeros((count, len(VARIABLES), len(SIZES), 4), dtype=np.int64)
    for place, (name, counts) in enumerate(VARIABLES.items()):
        shares = np.array(counts) / sum(counts)
        by_month = shifted(shares.tolist(), GOOD, rise if name == RISING else 0.0, len(SIZES))
        for month, grades in enumerate(by_month):
            lines = [NormalDist().inv_cdf(min(1 - 1e-12, max(1e-12, line))) for line in np.cumsum(grades)[:-1]]
            here = np.searchsorted(lines, latent[:, place, months == month])
            drawn[:, place, month] = (here[:, :, None] == np.arange(4)).sum(axis=1)
    return drawn


def named(drawn: np.ndarray) -> list[list[str]]:
    """The verdict of each variable in each quarter."""
    found = []
    for quarter in drawn:
        tests = [test for table in quarter for test in p_values(table)]
        adjusted = holm([p for p, _ in tests])
        pairs = zip(tests[::2], adjusted[::2], adjusted[1::2], strict=True)
        found.append([verdict(z, direction, any_way) for (_, z), direction, any_way in pairs])
    return found


def p_values(table: np.ndarray) -> list[tuple[float, float]]:
    """p and z of the direction test, p and h of the test of any difference."""
    trend, any_way = jonckheere(table, method="asymptotic"), curve_of_any(table)
    near = min(trend.p, any_way[0]) < NEAR
    if not near:
        return [(trend.p, trend.z), any_way]
    dealt = reference(table)
    exact = jonckheere(table, dealt=dealt)
    return [(exact.p, exact.z), (omnibus(table, dealt=dealt).p, any_way[1])]


def curve_of_any(table: np.ndarray) -> tuple[float, float]:
    from scipy.special import chdtrc

    used = table[:, table.sum(axis=0) > 0]
    if used.shape[1] < 2:
        return 1.0, 0.0
    h = float(kruskal_wallis(used[None])[0])
    return float(chdtrc(len(used) - 1, h)), h


def verdict(z: float, direction: float, any_way: float) -> str:
    if direction < LEVEL:
        return "improved" if z > 0 else "worsened"
    return "months_differ" if any_way < LEVEL else "no_clear_change"


def beside(drawn: np.ndarray) -> dict[str, float]:
    """The same tests under the same correction, written plainly: how often the rising variable is found."""
    rising = list(VARIABLES).index(RISING)
    alone, found, any_claim = 0, 0, 0
    for quarter in drawn:
        p, up = zip(*(plainly(table) for table in quarter), strict=True)
        everything = np.array(p).ravel()
        order = np.argsort(everything)
        steps = everything[order] < LEVEL / (len(everything) - np.arange(len(everything)))
        rejected = np.zeros(len(everything), dtype=bool)
        rejected[order[: int(np.argmin(steps)) if not steps.all() else len(steps)]] = True
        alone += p[rising][0] < LEVEL and up[rising]
        found += rejected[2 * rising] and up[rising]
        any_claim += bool(rejected[2 * rising : 2 * rising + 2].any())
    return {"alone": 100 * alone / len(drawn), "found": 100 * found / len(drawn), "any": 100 * any_claim / len(drawn)}


def plainly(table: np.ndarray) -> tuple[tuple[float, float], bool]:
    """p of both tests by their curves, and whether grades rise; counted pair by pair and rank by rank."""
    from scipy.stats import chi2

    used = table[:, table.sum(axis=0) > 0]
    mean, variance = moments(used.sum(axis=1), used.sum(axis=0))
    if variance == 0:
        return (1.0, 1.0), False
    z = (pairs_won(used) - mean) / np.sqrt(variance)
    ranks = np.cumsum(used.sum(axis=0)) - (used.sum(axis=0) - 1) / 2
    n = used.sum()
    apart = (used @ ranks / used.sum(axis=1) - (n + 1) / 2) ** 2 @ used.sum(axis=1)
    spread = used.sum(axis=0) @ (ranks - (n + 1) / 2) ** 2 / (n - 1)
    return (2 * NormalDist().cdf(-abs(z)), float(chi2.sf(apart / spread, len(used) - 1))), bool(z > 0)


def pairs_won(table: np.ndarray) -> float:
    won = 0.0
    for later in range(1, len(table)):
        for earlier in range(later):
            outer = np.outer(table[earlier], table[later])
            won += np.triu(outer, 1).sum() + np.trace(outer) / 2
    return won


def summed(claims: dict[str, list[list[str]]], plain: dict[str, float]) -> dict[str, object]:
    quiet = "no_clear_change"
    reports = {
        name: 100 * np.mean([any(v != quiet for v in report) for report in found]) for name, found in claims.items()
    }
    rising = list(VARIABLES).index(RISING)
    seen = [report[rising] for report in claims["one domain up 25 points"]]
    power = 100 * np.mean([v == "improved" for v in seen])
    false = reports["nothing changed"]
    return {
        "reports in 100 that claim anything, nothing changed (aim: at most 5)": round(false, 2),
        "the same, grades of an audit going together": round(
            reports["nothing changed, grades of an audit together"], 2
        ),
        "rises of 25 points called improved, in 100": round(power, 2),
        "the same test under the same correction, beside it (aim: within 3)": round(plain["found"], 2),
        "the trend test alone, no correction": round(plain["alone"], 2),
        "rises named at all, direction or not, in 100": round(100 * np.mean([v != quiet for v in seen]), 2),
        "the same, beside it": round(plain["any"], 2),
        "reports in 100 that claim anything, one domain up 25 points": round(reports["one domain up 25 points"], 2),
        "met": bool(false <= AIM_FALSE and abs(power - plain["found"]) <= AIM_APART),
    }


def alike(drawn: np.ndarray, found: list[list[str]]) -> str:
    """The first quarters through `verdicts` itself, against the quick way above."""
    agree = 0
    for quarter, quick in list(zip(drawn, found, strict=True))[:WHOLE]:
        counts = {
            code: [{grade + 1: int(n) for grade, n in enumerate(month)} for month in table]
            for code, table in zip(VARIABLES, quarter, strict=True)
        }
        agree += [one.verdict for one in verdicts(counts).values()] == quick
    return f"{agree} of {min(WHOLE, len(found))}"


def whole_report() -> float:
    """Seconds for verdicts, a year against the year before, charts and intervals of 24 months and 8 domains."""
    chance = np.random.default_rng(5)
    sizes = chance.integers(16, 32, size=24)
    counts = {
        code: [dict(enumerate(chance.multinomial(n, np.array(pool) / sum(pool)).tolist(), 1)) for n in sizes]
        for code, pool in VARIABLES.items()
    }
    started = time.perf_counter()
    verdicts(counts)
    verdicts({code: months[-3:] for code, months in counts.items()})
    years = [pooled([{code: months[part] for code, months in counts.items()}]) for part in (slice(12), slice(12, 24))]
    verdicts({code: [years[0][code], years[1][code]] for code in counts})
    for months in counts.values():
        good, bases = [month[3] + month[4] for month in months], [sum(month.values()) for month in months]
        laney(good, bases)
        plot_the_dots([100 * x / n for x, n in zip(good, bases, strict=True)], "increase", target=50)
        for month, x, n in zip(months, good, bases, strict=True):
            wilson(x, n), clopper_pearson(x, n), goodman(list(month.values()))
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
