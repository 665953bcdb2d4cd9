"""Writes regression.golden.json: what scikit-learn says of the demand model, for the test beside it to read.

    pip install numpy==2.4.6 scikit-learn==1.9.1
    node --conditions=driftline-source src/predicted.ts | python test/make_regression_golden.py

The rows are those of its training data; the second case counts what is beyond five bikes an hour, so that some hours have
none. MAPE is of the hours that have any, since scikit-learn divides by 2e-16 where they have none.
"""

import csv
import json
import pathlib
import sys

import numpy as np
from sklearn.metrics import mean_absolute_percentage_error, mean_pinball_loss, r2_score

rows = list(csv.DictReader(sys.stdin))
actual = np.array([float(row["count"]) for row in rows])
predicted = np.array([float(row["prediction"]) for row in rows])


def golden(y, p):
    some = y != 0
    return {
        "outcomes": len(y),
        "zeros": int(np.sum(~some)),
        "r-squared": float(r2_score(y, p)),
        "mean-absolute-percentage-error": float(mean_absolute_percentage_error(y[some], p[some])),
        "pinball-loss": float(mean_pinball_loss(y, p)),
        "pinball-loss 0.9": float(mean_pinball_loss(y, p, alpha=0.9)),
        "pinball-loss 0.1": float(mean_pinball_loss(y, p, alpha=0.1)),
    }


target = pathlib.Path(__file__).parent / "regression.golden.json"
result = {"counts": golden(actual, predicted), "beyond five": golden(np.maximum(actual - 5, 0), predicted)}
target.write_text(json.dumps(result, indent=2) + "\n")
