"""Reference values for org.prmlab.evaluation, from scipy, scikit-learn, statsmodels and plain counting.

Made with Python 3.11 by
    pip install scipy==1.17.1 scikit-learn==1.9.1 statsmodels==0.15.0 numpy==2.4.6
    python make_reference.py > reference.json
The tests compare at a relative tolerance of 1e-9, the bootstrap at the tolerance its record states.
"""

import itertools
import json
import math

import numpy as np
import scipy
import sklearn
import statsmodels
from scipy import stats
from sklearn import metrics
from sklearn.calibration import calibration_curve
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import proportion_confint

rng = np.random.default_rng(20250113)


def proportions():
    rows = []
    for k, n in [(0, 8), (1, 8), (4, 8), (8, 8), (7, 193), (94, 500), (1319, 1319), (594, 1000)]:
        row = {"successes": k, "trials": n}
        for name, method in [("wilson", "wilson"), ("clopper_pearson", "beta")]:
            row[name] = list(map(float, proportion_confint(k, n, 0.05, method)))
        row["beta"] = list(map(float, stats.beta.ppf([0.025, 0.975], 1 + k, 1 + n - k)))
        rows.append(row)
    return rows


def mcnemars():
    rows = []
    for b, c in [(10, 25), (0, 6), (3, 3), (1, 0), (40, 12), (121, 59)]:
        table = [[50, b], [c, 20]]
        rows.append({
            "only_first": b, "only_second": c,
            "exact": float(mcnemar(table, exact=True).pvalue),
            "chi_squared": float(mcnemar(table, exact=False, correction=True).pvalue),
        })
    return rows


def kappas():
    rows = []
    for categories, n, agree in [(2, 200, 0.8), (3, 150, 0.5), (6, 400, 0.3)]:
        a = rng.integers(0, categories, n)
        b = np.where(rng.random(n) < agree, a, rng.integers(0, categories, n))
        rows.append({"first": [f"c{x}" for x in a], "second": [f"c{x}" for x in b],
                     "kappa": float(metrics.cohen_kappa_score(a, b))})
    return rows


def alphas():
    """Krippendorff's own four-observer example (2011, section C), plus one by direct pair counting."""
    missing = None
    observers = [
        [1, 2, 3, 3, 2, 1, 4, 1, 2, missing, missing, missing],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, missing, 3],
        [missing, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, missing],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, missing],
    ]
    units = [[str(o[u]) for o in observers if o[u] is not None] for u in range(12)]
    drawn = [[str(x) for x in rng.integers(0, 3, rng.integers(1, 5))] for _ in range(60)]
    return [{"items": u, "alpha": alpha(u)} for u in (units, drawn)]


def alpha(units):
    units = [u for u in units if len(u) > 1]
    values = [v for u in units for v in u]
    n = len(values)
    observed = sum(sum(x != y for x, y in itertools.permutations(u, 2)) / (len(u) - 1) for u in units) / n
    expected = sum(x != y for x, y in itertools.permutations(values, 2)) / (n * (n - 1))
    return 1 - observed / expected


def calibrations():
    rows = []
    for n, decimals in [(300, 2), (1000, 6)]:
        scores = np.round(rng.beta(2, 1, n), decimals)
        right = rng.random(n) < scores ** 1.5
        rate, mean = calibration_curve(right, scores, n_bins=10, strategy="uniform")
        edges = np.linspace(0, 1, 11)
        counts = np.bincount(np.searchsorted(edges[1:-1], scores), minlength=10)
        counts = counts[counts > 0]
        rows.append({
            "scores": scores.tolist(), "right": right.tolist(),
            "auroc": float(metrics.roc_auc_score(right, scores)),
            "rates": rate.tolist(), "means": mean.tolist(), "counts": counts.tolist(),
            "expected_error": float(np.sum(np.abs(rate - mean) * counts) / n),
        })
    return rows


def best_of_n():
    """Every subset visited; ties shared equally among those that tie."""
    rows = []
    for n, classes, levels in [(6, 3, 4), (8, 4, 100), (10, 5, 3), (8, 1, 2)]:
        answers = rng.integers(0, classes, n)
        gold = int(rng.integers(0, classes))
        correct = answers == gold
        scores = rng.integers(1, levels + 1, n) / levels
        for k in range(1, n + 1):
            subsets = [list(s) for s in itertools.combinations(range(n), k)]
            best, majority, any_right = 0.0, 0.0, 0.0
            for s in subsets:
                top = [i for i in s if scores[i] == max(scores[s])]
                best += correct[top].mean()
                names, votes = np.unique(answers[s], return_counts=True)
                majority += (names[votes == votes.max()] == gold).mean()
                any_right += bool(correct[s].any())
            total = math.comb(n, k)
            rows.append({"answers": answers.tolist(), "correct": correct.tolist(), "scores": scores.tolist(),
                         "k": k, "best": best / total, "majority": majority / total, "any": any_right / total})
    return rows


def thresholds():
    """ProcessBench's measures at every observed score, computed one threshold at a time."""
    rows = []
    for n, decimals in [(40, 1), (120, 3)]:
        items = []
        for _ in range(n):
            steps = int(rng.integers(1, 7))
            label = int(rng.integers(-1, steps))
            scores = rng.random(steps) * 0.7 + 0.3
            if label >= 0:
                scores[label] *= rng.random()
            items.append({"scores": np.round(scores, decimals).tolist(), "label": label})
        points = []
        for tau in sorted({0.0} | {s for item in items for s in item["scores"]}):
            hits = {True: [], False: []}
            for item in items:
                flagged = [i for i, s in enumerate(item["scores"]) if not s > tau]
                hits[item["label"] >= 0].append((flagged[0] if flagged else -1) == item["label"])
            error, right = np.mean(hits[True]), np.mean(hits[False])
            points.append([tau, float(error), float(right),
                           float(stats.hmean([error, right])) if error > 0 and right > 0 else 0.0])
        rows.append({"items": items, "points": points})
    return rows


def prm_bench():
    items = []
    for _ in range(80):
        steps = int(rng.integers(2, 9))
        valid = rng.random(steps) < 0.7
        items.append({"valid": valid.tolist(), "called": np.where(rng.random(steps) < 0.8, valid, ~valid).tolist()})
    truth = [v for i in items for v in i["valid"]]
    called = [c for i in items for c in i["called"]]
    with_error = [i for i in items if not all(i["valid"])]
    first = np.mean([not i["called"][i["valid"].index(False)] for i in with_error])
    valid_f1 = metrics.f1_score(truth, called, pos_label=True)
    invalid_f1 = metrics.f1_score(truth, called, pos_label=False)
    return {"items": items, "valid_f1": float(valid_f1), "invalid_f1": float(invalid_f1),
            "prm_score": float((valid_f1 + invalid_f1) / 2), "first_error_accuracy": float(first)}


def bootstraps():
    """Percentile intervals of a mean: of rows, and of rows drawn in clusters by hand."""
    values = (rng.random(120) < 0.6).astype(float)
    result = stats.bootstrap((values,), np.mean, n_resamples=20000, method="percentile", rng=rng)
    interval = result.confidence_interval
    sums, sizes = [], rng.integers(1, 9, 40)
    rows, keys = [], []
    for c, size in enumerate(sizes):
        rate = rng.random()
        drawn = (rng.random(size) < rate).astype(float)
        rows += drawn.tolist()
        keys += [c] * int(size)
        sums.append(drawn.sum())
    draws = rng.integers(0, 40, (20000, 40))
    means = np.array(sums)[draws].sum(1) / sizes[draws].sum(1)
    low, high = np.quantile(means, [0.025, 0.975])
    return {
        "tolerance": 0.01,
        "rows": {"values": values.tolist(), "low": float(interval.low), "high": float(interval.high)},
        "clusters": {"values": rows, "keys": keys, "low": float(low), "high": float(high)},
    }


print(json.dumps({
    "made_with": {"numpy": np.__version__, "scipy": scipy.__version__, "scikit-learn": sklearn.__version__,
                  "statsmodels": statsmodels.__version__},
    "proportions": proportions(), "mcnemar": mcnemars(), "kappa": kappas(), "alpha": alphas(),
    "calibration": calibrations(), "best_of_n": best_of_n(), "thresholds": thresholds(),
    "prm_bench": prm_bench(), "bootstrap": bootstraps(),
}))
