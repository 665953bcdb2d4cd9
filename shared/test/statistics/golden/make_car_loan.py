"""Writes car-loan.json: how many rows have each score, in the reference and in each chunk of NannyML's car loan set, and what
NannyML estimates and sees of each chunk.

    python3 shared/test/statistics/golden/make_car_loan.py car_loan_scores.csv.gz car_loan_nannyml.json

The scores, the predicted and the actual classes are those of NannyML 0.13.1's synthetic_car_loan (Apache-2.0,
https://github.com/NannyML/nannyml); the estimates are those of its CBPE with its defaults, chunks of 5,000. Scores have two
digits, so that nothing is lost.
"""

import csv
import gzip
import json
import pathlib
import sys

CHUNK = 5000
SCORES = 101

scores_file, estimates_file = sys.argv[1:]
rows = {"reference": [], "analysis": []}
with gzip.open(scores_file, "rt") as file:
    for row in csv.DictReader(file):
        part = "reference" if row["part"] == "reference" else "analysis"
        rows[part].append((round(float(row["y_pred_proba"]) * 100), int(row["repaid"])))


def counts(part, positives_only=False):
    found = [0] * SCORES
    for score, repaid in part:
        found[score] += repaid if positives_only else 1
    return found


estimates = json.loads(pathlib.Path(estimates_file).read_text())
chunks = [rows["analysis"][i : i + CHUNK] for i in range(0, len(rows["analysis"]), CHUNK)]
result = {
    "reference": {"rows": counts(rows["reference"]), "positives": counts(rows["reference"], True)},
    "chunks": [
        {"rows": counts(chunk), "nannyml": {name: estimates[i][name] for name in estimates[i] if name != "chunk"}}
        for i, chunk in enumerate(chunks)
    ],
}
target = pathlib.Path(__file__).parent / "car-loan.json"
target.write_text(json.dumps(result) + "\n")
