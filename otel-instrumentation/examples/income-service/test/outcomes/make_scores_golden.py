"""Writes scores.golden.json: what scikit-learn, SciPy and the defining formulas in NumPy give for scores of real data.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install numpy==2.2.6 scipy==1.15.3 scikit-learn==1.6.1 pandas==2.2.3
    node --conditions=driftline-source otel-instrumentation/examples/income-service/src/predicted.ts > /tmp/adult.csv
    /tmp/venv/bin/python otel-instrumentation/examples/income-service/test/outcomes/make_scores_golden.py /tmp/adult.csv german.csv.gz

The first file has the probabilities of the example's model for UCI Adult (Becker & Kohavi, 1996, CC BY 4.0). The second is
UCI Statlog German credit (Hofmann, 1994, CC BY 4.0), for which a logistic regression gives the probability of a bad credit,
cross-validated; these scores are kept in the file.
"""

import json
import pathlib
import sys

import numpy as np
import pandas as pd
import scipy
import sklearn
from scipy import stats
from sklearn import metrics
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = pathlib.Path(__file__).parent
PROFILE = HERE / "../../profile.json"


def murphy(actual, score, edges):
    """Reliability, resolution and calibration error over bins (lo, hi], and the two terms within bins."""
    bins = np.searchsorted(edges, score, side="left")
    rate = actual.mean()
    reliability = resolution = within = covariance = error = 0.0
    for each in np.unique(bins):
        o, f = actual[bins == each], score[bins == each]
        reliability += len(o) * (f.mean() - o.mean()) ** 2
        resolution += len(o) * (o.mean() - rate) ** 2
        within += ((f - f.mean()) ** 2).sum()
        covariance += 2 * ((o - o.mean()) * (f - f.mean())).sum()
        error += abs(f.mean() - o.mean()) * len(o)
    count = len(actual)
    return reliability / count, (resolution - within + covariance) / count, error / count


def delong(actual, score):
    """Standard error of the area under the curve by DeLong et al. (1988), from the placements themselves."""
    positive, negative = score[actual == 1], score[actual == 0]
    ranks = stats.rankdata(np.concatenate([positive, negative]))
    of_positive = (ranks[: len(positive)] - stats.rankdata(positive)) / len(negative)
    of_negative = 1 - (ranks[len(positive) :] - stats.rankdata(negative)) / len(positive)
    return float(np.sqrt(of_positive.var(ddof=1) / len(positive) + of_negative.var(ddof=1) / len(negative)))


def values(actual, score, edges):
    order = np.argsort(-score, kind="stable")
    top = int(round(0.1 * len(actual)))
    captured = actual[order[:top]].sum() / actual.sum()
    precision, recall, thresholds = metrics.precision_recall_curve(actual, score)
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-300)
    best = int(np.argmax(f1[:-1]))
    reliability, resolution, error = murphy(actual, score, np.array(edges))
    predicted = (score > 0.5).astype(int)
    return {
        "rows": len(actual),
        "positives": int(actual.sum()),
        "roc-auc": metrics.roc_auc_score(actual, score),
        "roc-auc-standard-error": delong(actual, score),
        "gini": 2 * metrics.roc_auc_score(actual, score) - 1,
        "class-separation": stats.ks_2samp(score[actual == 1], score[actual == 0]).statistic,
        "average-precision": metrics.average_precision_score(actual, score),
        "brier-score": metrics.brier_score_loss(actual, score),
        "brier-reliability": reliability,
        "brier-resolution": resolution,
        "expected-calibration-error": error,
        "log-loss": metrics.log_loss(actual, score),
        "top-capture": captured,
        "top-lift": captured / (top / len(actual)),
        "best-f1": f1[best],
        "best-f1-threshold": thresholds[best],
        "precision": metrics.precision_score(actual, predicted),
        "recall": metrics.recall_score(actual, predicted),
    }


def german(path):
    data = pd.read_csv(path)
    bad = (data.iloc[:, -1] == 2).astype(int).to_numpy()
    inputs = pd.get_dummies(data.iloc[:, :-1]).astype(float)
    model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
    folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=1)
    scores = cross_val_predict(model, inputs, bad, cv=folds, method="predict_proba")[:, 1]
    return bad, np.round(scores, 6)


def edges_of(score):
    quantiles = np.round(np.quantile(score, np.arange(1, 49) / 49), 4)
    return sorted({float(edge) for edge in [*quantiles, 0.5] if edge < 1})


adult = pd.read_csv(sys.argv[1])
income = (adult["class"] == ">50K").astype(int).to_numpy()
of_income = adult["probability"].to_numpy()
[of_profile] = json.loads(PROFILE.read_text())["prediction"]["scoreBins"]
women = (adult["sex"] == "Female").to_numpy()
bad, of_bad = german(sys.argv[2])
german_edges = edges_of(of_bad)

golden = {
    "versions": {"numpy": np.__version__, "scipy": scipy.__version__, "scikit-learn": sklearn.__version__},
    "adult": values(income, of_income, of_profile["edges"]),
    "women": values(income[women], of_income[women], of_profile["edges"]),
    "german": values(bad, of_bad, german_edges),
    "germanScores": {"edges": german_edges, "scores": of_bad.tolist(), "bad": bad.tolist()},
}
text = json.dumps(golden, indent=1, default=float)
(HERE / "scores.golden.json").write_text(text + "\n")
