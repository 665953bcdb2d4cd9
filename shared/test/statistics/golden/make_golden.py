"""Writes the files of numbers that SciPy and scikit-learn give, for the tests beside it to read.

    apt-get install python3-scipy python3-sklearn
    /usr/bin/python3 shared/test/statistics/golden/make_golden.py

Made with Debian 12's SciPy 1.10.1 and scikit-learn 1.2.1. The cases are the same in every run. NaN and infinities are
written as text, which JSON has no numbers for.
"""

import json
import math
import pathlib
import warnings

import numpy as np
from scipy import stats
from scipy.spatial import distance
from sklearn import metrics

CASES = 250
FOLDER = pathlib.Path(__file__).parent
random = np.random.default_rng(2026)
warnings.filterwarnings("ignore")


def number(value):
    value = float(value)
    return value if math.isfinite(value) else str(value).replace("inf", "Infinity").replace("nan", "NaN")


def counts(size, kind):
    values = random.integers(1, 500, size)
    if kind == 1 and size > 2:
        values[0] = 0
    return values


def of_bins(i):
    size = int(random.integers(1, 16)) if i % 10 else 1
    # Every fifth case has an empty bin live, in the reference, or on both sides.
    kind = i % 5
    live, reference = counts(size, kind in (1, 3)), counts(size, kind in (2, 3))
    if kind in (1, 3) and size > 2:
        live[0] = 0
    if kind in (2, 3) and size > 2:
        reference[0] = 0
    if kind == 2 and size > 2:
        live[0] = 7
    c, r = live / live.sum(), reference / reference.sum()
    used = (live > 0) | (reference > 0)
    positions = np.arange(size)
    middles = np.cumsum(random.integers(1, 9, size)) / 2
    mean = np.average(middles, weights=r)
    spread = math.sqrt(np.average((middles - mean) ** 2, weights=r))
    carried = stats.wasserstein_distance(middles, middles, live, reference)
    # SciPy wants expected counts of the same sum.
    chi = stats.chisquare(live[used], reference[used] / reference.sum() * live.sum())
    zero_free = [np.where(share > 0, share, 0.0001) for share in (c, r)]
    return {
        "live": live.tolist(),
        "reference": reference.tolist(),
        "middles": middles.tolist(),
        "psi": number(np.sum((zero_free[0] - zero_free[1]) * np.log(zero_free[0] / zero_free[1]))),
        "js": number(distance.jensenshannon(c, r, base=2)),
        "kl": number(stats.entropy(c, r)),
        "hellinger": number(distance.euclidean(np.sqrt(c), np.sqrt(r)) / math.sqrt(2)),
        "totalVariation": number(distance.cityblock(c, r) / 2),
        "chiSquare": number(chi.statistic),
        "pValue": number(stats.chi2.sf(chi.statistic, (reference > 0).sum() - 1)) if (reference > 0).sum() > 1 else "NaN",
        "ks": number(stats.ks_2samp(np.repeat(positions, live), np.repeat(positions, reference)).statistic),
        "wasserstein": number(carried / spread) if spread > 0 else "NaN",
    }


def expanded(matrix):
    """Predicted and actual class of each outcome; rows are predicted, columns actual."""
    predicted, actual = np.nonzero(matrix)
    times = matrix[predicted, actual]
    return np.repeat(predicted, times), np.repeat(actual, times)


def of_confusion(i):
    size = int(random.integers(2, 7))
    matrix = random.integers(0, 40, (size, size))
    if i % 5 == 1:
        matrix[0, :] = 0
    if i % 5 == 2:
        matrix[:, size - 1] = 0
    if i % 5 == 3:
        matrix = np.diag(np.diag(matrix) + 1)
    predicted, actual = expanded(matrix)
    positive = {"labels": [0], "average": "macro", "zero_division": 0}
    seen_as, truly = matrix[0, :].sum(), matrix[:, 0].sum()
    averages = {
        f"{name}{average.capitalize()}": number(score(actual, predicted, average=average, zero_division=0))
        for name, score in (
            ("precision", metrics.precision_score),
            ("recall", metrics.recall_score),
            ("f1", metrics.f1_score),
        )
        for average in ("macro", "weighted")
    }
    return {
        "matrix": matrix.tolist(),
        "accuracy": number(metrics.accuracy_score(actual, predicted)),
        "balancedAccuracy": number(metrics.balanced_accuracy_score(actual, predicted)),
        "matthews": number(metrics.matthews_corrcoef(actual, predicted)),
        # scikit-learn gives zero and a warning where there is no value.
        "precision": number(metrics.precision_score(actual, predicted, **positive)) if seen_as else "NaN",
        "recall": number(metrics.recall_score(actual, predicted, **positive)) if truly else "NaN",
        "f1": number(metrics.f1_score(actual, predicted, **positive)) if seen_as + truly else "NaN",
        **averages,
    }


def of_groups(_):
    """True and false positive rates of two to five groups, and how they compare."""
    groups = random.integers(1, 60, (int(random.integers(2, 6)), 2, 2))
    labels = [expanded(matrix) for matrix in groups]
    tpr = [metrics.recall_score(actual, predicted, pos_label=0) for predicted, actual in labels]
    fpr = [np.mean(predicted[actual == 1] == 0) for predicted, actual in labels]
    selected = [np.mean(predicted == 0) for predicted, _ in labels]
    return {
        "groups": groups.tolist(),
        "ratio": number(min(selected) / max(selected)),
        "ratiosToFirst": [number(rate / selected[0]) for rate in selected[1:]],
        "difference": number(max(selected) - min(selected)),
        "differencesToFirst": [number(rate - selected[0]) for rate in selected[1:]],
        "equalizedOdds": number(max(max(tpr) - min(tpr), max(fpr) - min(fpr))),
    }


def of_shares(i):
    """Wilson intervals, quantiles and tails."""
    denominator = int(random.integers(1, 5000)) if i % 5 else int(random.integers(1, 10))
    numerator = 0 if i % 7 == 0 else int(random.integers(0, denominator + 1))
    confidence = [0.9, 0.95, 0.99][i % 3]
    interval = stats.binomtest(numerator, denominator).proportion_ci(confidence, method="wilson")
    degrees, probability = int(random.integers(1, 200)), float(random.uniform(1e-6, 1 - 1e-6))
    value = float(degrees * random.uniform(0.05, 8))
    return {
        "numerator": numerator,
        "denominator": denominator,
        "significance": round(1 - confidence, 2),
        "lower": number(interval.low),
        "upper": number(interval.high),
        "probability": probability,
        "normal": number(stats.norm.ppf(probability)),
        "degrees": degrees,
        "value": value,
        "survival": number(stats.chi2.sf(value, degrees)),
        "quantile95": number(stats.chi2.ppf(0.95, degrees)),
    }


def of_values(_):
    """A sample against the mean and the deviation of another, and shares of problems."""
    reference, live = random.normal(5, 3, 400), random.normal(6, 2, int(random.integers(1, 300)))
    mean, deviation = reference.mean(), reference.std()
    observations, missing, invalid, outliers = (int(value) for value in random.integers(1, 999, 4))
    rows = np.repeat(["observed", "missing", "invalid"], [observations, missing, invalid])
    return {
        "above": number(np.clip(live - mean, 0, None).sum()),
        "below": number(np.clip(mean - live, 0, None).sum()),
        "observations": live.size,
        "deviation": number(deviation),
        "meanShift": number((live.mean() - mean) / deviation),
        "counts": [observations, missing, invalid, outliers],
        "missingShare": number(np.mean(rows == "missing")),
        "outlierShare": number(outliers / rows.size),
    }


for name, case in (
    ("distances", of_bins),
    ("confusion", of_confusion),
    ("groups", of_groups),
    ("shares", of_shares),
    ("values", of_values),
):
    lines = ",\n".join(json.dumps(case(i), separators=(",", ":")) for i in range(CASES))
    (FOLDER / f"{name}.json").write_text(f"[\n{lines}\n]\n")
