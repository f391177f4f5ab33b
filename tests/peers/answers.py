"""Asked by test_peers.py in the peers' own environment: tables and gradings in, the peers' answers out, both as JSON."""

import json
import sys
import warnings

import krippendorff
import numpy as np
import pandas as pd
from irrCAC.table import CAC
from raschpy import MFRM

warnings.simplefilter("ignore")


def agreement(table):
    """AC2 with ordinal weights and quadratic kappa by irrCAC, ordinal alpha by krippendorff."""
    counts = pd.DataFrame(table)
    leads, seconds = np.repeat(np.indices(counts.shape).reshape(2, -1), counts.to_numpy().ravel(), axis=1)
    return {
        "ac2": first(CAC(counts, weights="ordinal").gwet()),
        "kappa": first(CAC(counts, weights="quadratic").cohen()),
        "alpha": float(
            krippendorff.alpha(
                np.array([leads, seconds]), level_of_measurement="ordinal", value_domain=list(range(len(table)))
            )
        ),
    }


def first(answer):
    """irrCAC rounds to five decimals, and gives lists for numbers here and there."""
    return float(np.ravel(answer["est"]["coefficient_value"])[0])


def severity(gradings):
    """Severity by auditor, by RaschPy's pairwise estimation; mean 0."""
    rows = pd.DataFrame(gradings, columns=["audit", "auditor", "domain", "grade"])
    rows["domain"] = "D" + rows["domain"].astype(str)
    wide = rows.pivot(index=["auditor", "audit"], columns="domain", values="grade") - 1
    wide.index.names = ["Rater", "Person"]
    model = MFRM(wide, max_score=3)
    model.calibrate()
    return {str(auditor): float(value) for auditor, value in model.raters_global.items()}


asked = json.load(sys.stdin)
json.dump(
    {"agreement": [agreement(table) for table in asked["tables"]], "severity": severity(asked["gradings"])}, sys.stdout
)
