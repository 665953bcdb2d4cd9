"""Writes rankings.json: random rankings, and what scikit-learn gives for them, for the test beside it to read.

    pip install numpy==2.4.6 scikit-learn==1.9.1
    python otel-instrumentation/test/recorder/golden/make_rankings.py

NDCG is scikit-learn's ndcg_score of the served order; the hit rate, which it lacks, is that of Deshpande & Karypis (2004)
in NumPy: whether any of the first k items is relevant.
"""

import json
import pathlib

import numpy as np
from sklearn.metrics import ndcg_score

CUTOFFS = [1, 3, 5, 10, 50]
random = np.random.default_rng(2026)

rankings = []
for i in range(200):
    size = int(random.integers(2, 40))
    kind = i % 4
    relevance = {
        0: lambda: random.integers(0, 5, size).astype(float),
        1: lambda: (random.random(size) < 0.1).astype(float),
        2: lambda: np.round(random.exponential(1, size), 3),
        3: lambda: np.zeros(size),
    }[kind]()
    # Scores that fall from one place to the next: the order is the served one, without ties.
    served = np.arange(size, 0, -1, dtype=float)
    rankings.append(
        {
            "relevance": relevance.tolist(),
            "ndcg": [float(ndcg_score([relevance], [served], k=k)) for k in CUTOFFS],
            "hit": [int(np.any(relevance[:k] > 0)) for k in CUTOFFS],
        }
    )
target = pathlib.Path(__file__).parent / "rankings.json"
target.write_text(json.dumps({"cutoffs": CUTOFFS, "rankings": rankings}) + "\n")
