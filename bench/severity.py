"""The severity model: speed against RaschPy, growth to a million gradings, cover of its intervals. Ratios in one run.

RaschPy is the only maintained many-facet Rasch package on PyPI. Its pins may clash with ours, so it gets an environment
of its own, made for the run and taken away after it. Each program runs in a process of its own, one thread, three
times, the middle one taken; processor time is compared, so that a busy machine changes little.
Aims: 27,139 gradings with all standard errors at least 4 times faster than RaschPy with its fit statistics; 1 million
gradings and 2,000 auditors under 4 GiB, time growing no worse than 1.3 times the data; cover between 93 and 97 in 100.

    python bench/severity.py [--without-raschpy] [--repeats 3] [--worlds 150]
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

AIMS = {"faster": 4.0, "GiB": 4.0, "growth": 1.3, "cover": (0.93, 0.97)}
SIZES = {"small": (2_000, 40), "large": (73_600, 2_000)}
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "NUMBA_NUM_THREADS": "1"}

# Looped audits x 2 auditors x 7 domains, 3 in 100 not graded.
RASCHPY = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
import numpy as np, pandas as pd
from raschpy import MFRM
rows = pd.DataFrame(np.load(sys.argv[1]), columns=["audit", "auditor", "domain", "grade"])
rows["domain"] = "D" + rows["domain"].astype(str)
wide = rows.pivot(index=["auditor", "audit"], columns="domain", values="grade") - 1
wide.index.names = ["Rater", "Person"]
began = time.process_time()
model = MFRM(wide, max_score=3)
model.calibrate()
calibrated = time.process_time()
model.fit_statistics()
print(json.dumps({"calibrate": calibrated - began, "fit": time.process_time() - calibrated}))
"""


def main() -> None:
    given = _arguments()
    if given.one:
        print(json.dumps(_ours(given.one)))
        return
    if given.save:
        import numpy as np

        np.save(given.save, np.stack(_world(1, *SIZES["small"])[0], axis=1))
        return
    ours = {
        size: _middle([_run([sys.executable, __file__, "--one", size]) for _ in range(given.repeats)]) for size in SIZES
    }
    _tell_ours(ours)
    if not given.without_raschpy:
        _tell_raschpy(ours["small"]["seconds"], given.repeats)
    _tell_cover(given.worlds)


def _ours(size: str) -> dict[str, float]:
    from looped.stats.severity import severity

    (cases, auditors, domains, grades), _ = _world(1, *SIZES[size])
    columns = cases.tolist(), auditors.tolist(), domains, grades
    import scipy.linalg
    import scipy.sparse.csgraph  # noqa: F401 - imports are not timed

    began = time.process_time()
    found = severity(*columns, [f"D{n}" for n in range(7)], 4)
    seconds = time.process_time() - began
    assert found.converged and all(each.se for each in found.auditors)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return {"gradings": len(grades), "seconds": seconds, "GiB": memory}


def _world(seed: int, audits: int, auditors: int):
    """Gradings of audits read by two, and the severities they came from."""
    import numpy as np

    rng = np.random.default_rng(seed)
    severity = rng.normal(0, 0.55, auditors)
    severity -= severity.mean()
    audit = np.repeat(np.arange(audits), 14)
    first = rng.integers(0, auditors, audits)
    second = (first + rng.integers(1, auditors, audits)) % auditors
    auditor = np.repeat(np.stack([first, second], axis=1).ravel(), 7)
    domain = np.tile(np.arange(7), 2 * audits)
    place = rng.normal(0, 1.4, audits)[audit] - severity[auditor] - (domain - 3) / 6
    height = np.cumsum(place[:, None] - np.array([-2.2, -0.1, 2.3]), axis=1)
    chance = np.exp(np.concatenate([np.zeros((len(place), 1)), height], axis=1))
    chance /= chance.sum(axis=1, keepdims=True)
    grade = 1 + (rng.random(len(place))[:, None] > np.cumsum(chance, axis=1)).sum(axis=1)
    kept = rng.random(len(place)) > 0.03
    return (audit[kept], auditor[kept], domain[kept], grade[kept]), severity


def _run(command: list[str]) -> dict[str, float]:
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ | ONE_THREAD)
    return json.loads(done.stdout.splitlines()[-1])


def _middle(runs: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def _tell_ours(ours: dict[str, dict[str, float]]) -> None:
    for size, run in ours.items():
        print(f"{size}: {run['gradings']:,.0f} gradings, {run['seconds']:.2f} s with all errors, {run['GiB']:.2f} GiB")
    data = ours["large"]["gradings"] / ours["small"]["gradings"]
    growth = ours["large"]["seconds"] / ours["small"]["seconds"] / data
    print(f"growth: {growth:.2f} times the data (aim {AIMS['growth']}); memory aim {AIMS['GiB']} GiB")


def _tell_raschpy(seconds: float, repeats: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        python, gradings, script = (str(Path(folder) / name) for name in ("env/bin/python", "g.npy", "run.py"))
        uv = [sys.executable, "-m", "uv"]
        subprocess.run([*uv, "venv", "-q", str(Path(folder) / "env")], check=True)
        subprocess.run([*uv, "pip", "install", "-q", "--python", python, "raschpy==1.4.0"], check=True)
        subprocess.run([sys.executable, __file__, "--save", gradings], check=True)
        Path(script).write_text(RASCHPY, encoding="utf-8")
        peer = _middle([_run([python, script, gradings]) for _ in range(repeats)])
    whole = peer["calibrate"] + peer["fit"]
    print(f"RaschPy: {peer['calibrate']:.2f} s to calibrate, {peer['fit']:.2f} s for fit statistics")
    print(f"ours is {whole / seconds:.1f} times faster (aim {AIMS['faster']})")


def _tell_cover(worlds: int) -> None:
    from looped.stats.severity import severity

    held = total = 0
    for seed in range(worlds):
        (cases, auditors, domains, grades), true = _world(10_000 + seed, 120, 10)
        for each in severity(
            cases.tolist(), auditors.tolist(), domains, grades, [f"D{n}" for n in range(7)], 4
        ).auditors:
            held += abs(each.severity - true[each.auditor]) < 1.96 * each.se
            total += 1
    print(f"cover of 95% intervals: {100 * held / total:.1f} in 100 of {total:,} (aim 93 to 97)")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--without-raschpy", action="store_true")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--worlds", type=int, default=150)
    parser.add_argument("--one", choices=SIZES, help=argparse.SUPPRESS)
    parser.add_argument("--save", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
