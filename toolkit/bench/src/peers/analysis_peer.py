"""The peers of `./prmlab bench analysis`: DuckDB, polars or pandas read (and write), numpy counts and resamples.

usage: analysis_peer.py duckdb|polars|pandas agree MC.jsonl JUDGE.jsonl
       analysis_peer.py ENGINE consensus MC.jsonl JUDGE.jsonl KEPT.jsonl DROPPED.jsonl
       analysis_peer.py ENGINE step-errors SCORED.jsonl
       analysis_peer.py ENGINE best-of-n SAMPLES.jsonl

Prints one JSON object: the point values by name, and how wide the widest interval is (1,000 resamples of problems).
The files are those that the benchmark makes, so that what they always are is not checked: both label files have the same
solutions in the same order, and the samples of a problem stand together, 16 of each.
"""

import json
import sys
import warnings

import numpy as np

warnings.simplefilter("ignore", DeprecationWarning)  # of newer polars
RESAMPLES = 1000
PRMS = ["prm-1", "prm-2", "prm-3", "prm-4", "prm-5"]
SAMPLES = 16


# ---- reading: numpy arrays from each engine -------------------------------------------------------------------------

def codes_of(texts):
    """Numbers of equal texts, from an Arrow array."""
    return texts.dictionary_encode().indices.to_numpy(zero_copy_only=False)


def chunk(column):
    return column.combine_chunks() if hasattr(column, "combine_chunks") else column


def lists(column):
    """Lengths and the values of a list column of Arrow."""
    column = chunk(column)
    flat = column.flatten()
    return np.diff(column.offsets.to_numpy()), flat.to_numpy(zero_copy_only=False).astype(float)


class DuckDb:
    def __init__(self):
        import duckdb
        self.con = duckdb.connect()

    def _table(self, query):
        return self.con.execute(query).to_arrow_table()

    @staticmethod
    def _file(path, columns):
        types = ", ".join("%s: '%s'" % pair for pair in columns.items())
        return "read_json('%s', format = 'newline_delimited', columns = {%s})" % (path, types)

    def labels(self, path, rollouts):
        each = "STRUCT(correct INTEGER, total INTEGER)" if rollouts else "BOOLEAN"
        rate = "x.correct / x.total" if rollouts else "CAST(x AS INTEGER)"
        table = self._table(
            "SELECT problem, list_transform(step_labels[1].\"values\", lambda x: CAST(%s AS DOUBLE)) AS rates FROM %s" % (
                rate, self._file(path, {"problem": "VARCHAR", "step_labels": "STRUCT(\"values\" %s[])[]" % each})))
        return (codes_of(chunk(table["problem"])), *lists(table["rates"]))

    def scored(self, path):
        shape = "STRUCT(%s)" % ", ".join('"%s" DOUBLE[]' % prm for prm in PRMS)
        table = self._table("SELECT problem, label, %s FROM %s" % (
            ", ".join('scores."%s"' % prm for prm in PRMS),
            self._file(path, {"problem": "VARCHAR", "label": "INTEGER", "scores": shape})))
        scores = [lists(table[prm]) for prm in PRMS]
        return codes_of(chunk(table["problem"])), table["label"].to_numpy(), scores[0][0], [s[1] for s in scores]

    def samples(self, path):
        table = self._table("SELECT final_answer, final_answer_correct, list_min(scores.prm) AS score FROM %s" % self._file(
            path, {"final_answer": "VARCHAR", "final_answer_correct": "BOOLEAN", "scores": "STRUCT(prm DOUBLE[])"}))
        return (codes_of(chunk(table["final_answer"])),
                chunk(table["final_answer_correct"]).to_numpy(zero_copy_only=False).astype(bool), table["score"].to_numpy())

    def write(self, mc, judge, agrees, kept, dropped):
        import pyarrow as pa
        columns = {"id": "VARCHAR", "generator": "VARCHAR", "problem": "VARCHAR", "steps": "VARCHAR[]", "step_labels": "JSON[]"}
        self.con.register("chosen", pa.table({"n": np.arange(len(agrees)), "agrees": agrees}))
        self.con.execute(
            "CREATE TABLE both_labels AS SELECT m.* REPLACE (list_concat(m.step_labels, j.step_labels) AS step_labels), c.agrees"
            " FROM (SELECT *, row_number() OVER () - 1 AS n FROM %s) m JOIN chosen c USING (n) JOIN %s j USING (id) ORDER BY n" % (
                self._file(mc, columns), self._file(judge, {"id": "VARCHAR", "step_labels": "JSON[]"})))
        for path, agree in ((kept, "true"), (dropped, "false")):
            self.con.execute("COPY (SELECT * EXCLUDE (agrees, n) FROM both_labels WHERE agrees = %s) TO '%s' (FORMAT json)" % (agree, path))


class Polars:
    def __init__(self):
        import polars
        self.pl = polars

    def _rates(self, frame, rollouts):
        pl = self.pl
        values = frame["step_labels"].list.first().struct.field("values")
        flat = values.explode()
        rates = flat.struct.field("correct") / flat.struct.field("total") if rollouts else flat.cast(pl.Float64)
        return values.list.len().to_numpy().astype(np.int64), rates.cast(pl.Float64).to_numpy()

    def _labels(self, rollouts):
        pl = self.pl
        each = pl.Struct({"correct": pl.Int64, "total": pl.Int64}) if rollouts else pl.Boolean
        return pl.List(pl.Struct({"source": pl.String, "values": pl.List(each)}))

    def labels(self, path, rollouts):
        pl = self.pl
        frame = pl.read_ndjson(path, schema={"problem": pl.String, "step_labels": self._labels(rollouts)})
        return (codes_of(frame["problem"].to_arrow()), *self._rates(frame, rollouts))

    def scored(self, path):
        pl = self.pl
        frame = pl.read_ndjson(path, schema={
            "problem": pl.String, "label": pl.Int64, "scores": pl.Struct({prm: pl.List(pl.Float64) for prm in PRMS})})
        scores = [frame["scores"].struct.field(prm) for prm in PRMS]
        return (codes_of(frame["problem"].to_arrow()), frame["label"].to_numpy(), scores[0].list.len().to_numpy().astype(np.int64),
                [s.explode().to_numpy() for s in scores])

    def samples(self, path):
        pl = self.pl
        frame = pl.read_ndjson(path, schema={"final_answer": pl.String, "final_answer_correct": pl.Boolean,
                                             "scores": pl.Struct({"prm": pl.List(pl.Float64)})})
        return (codes_of(frame["final_answer"].to_arrow()), frame["final_answer_correct"].to_numpy(),
                frame["scores"].struct.field("prm").list.min().to_numpy())

    def write(self, mc, judge, agrees, kept, dropped):
        pl = self.pl
        texts = {"id": pl.String, "generator": pl.String, "problem": pl.String, "steps": pl.List(pl.String)}
        first = pl.read_ndjson(mc, schema={**texts, "step_labels": self._labels(True)})
        second = pl.read_ndjson(judge, schema={"id": pl.String, "step_labels": self._labels(False)})
        # two kinds of labels fit no list of polars: the judge's go into a column of their own
        joined = first.with_columns(agrees=pl.Series(agrees)).join(
            second.rename({"step_labels": "judge_labels"}), on="id", how="left", maintain_order="left")
        joined.filter(pl.col("agrees")).drop("agrees").write_ndjson(kept)
        joined.filter(~pl.col("agrees")).drop("agrees").write_ndjson(dropped)


class Pandas:
    def __init__(self):
        import pandas
        self.pd = pandas

    def _read(self, path):
        return self.pd.concat(self.pd.read_json(path, lines=True, chunksize=100_000, dtype=False, convert_dates=False))

    @staticmethod
    def _flat(column):
        return column.map(len).to_numpy(), column.explode()

    def labels(self, path, rollouts):
        frame = self._read(path)
        n, flat = self._flat(frame["step_labels"].map(lambda sources: sources[0]["values"]))
        if rollouts:
            counts = self.pd.DataFrame(flat.tolist())
            rates = (counts["correct"] / counts["total"]).to_numpy()
        else:
            rates = self.pd.to_numeric(flat).to_numpy(dtype=float)
        return self.pd.factorize(frame["problem"])[0], n, rates

    def scored(self, path):
        frame = self._read(path)
        scores = [self._flat(frame["scores"].map(lambda s, prm=prm: s[prm])) for prm in PRMS]
        return (self.pd.factorize(frame["problem"])[0], frame["label"].to_numpy(), scores[0][0],
                [flat.to_numpy(dtype=float) for _, flat in scores])

    def samples(self, path):
        frame = self._read(path)
        return (self.pd.factorize(frame["final_answer"])[0], frame["final_answer_correct"].to_numpy(bool),
                frame["scores"].map(lambda s: min(s["prm"])).to_numpy(float))

    def write(self, mc, judge, agrees, kept, dropped):
        first = self._read(mc)
        second = self._read(judge)[["id", "step_labels"]]
        joined = first.merge(second, on="id", how="left", suffixes=("", "_judge"))
        joined["step_labels"] = joined["step_labels"] + joined["step_labels_judge"]
        joined = joined.drop(columns="step_labels_judge")
        joined[agrees].to_json(kept, orient="records", lines=True)
        joined[~agrees].to_json(dropped, orient="records", lines=True)


# ---- counting and resampling: numpy, the same for all ---------------------------------------------------------------

def intervals(sums, groups, numbers, seed=1):
    """The widest 95 % interval of numbers(total): totals of drawn groups; sums: (items, columns)."""
    count = int(groups.max()) + 1
    per = np.column_stack([np.bincount(groups, weights=column, minlength=count) for column in sums.T])
    generator = np.random.default_rng(seed)
    draws = []
    for _ in range(RESAMPLES):
        weights = np.bincount(generator.integers(0, count, count), minlength=count)
        draws.append(numbers(weights @ per))
    low, high = np.nanpercentile(np.array(draws), [2.5, 97.5], axis=0)
    return float(np.nanmax(high - low))


def leading(correct, begins, n):
    """How many steps are right before the first wrong one."""
    wrong = np.where(correct, len(correct), np.arange(len(correct)))
    return np.minimum(np.minimum.reduceat(wrong, begins) - begins, n)


def begins_of(n):
    return np.concatenate([[0], np.cumsum(n)[:-1]])


def pairs(engine, mc_path, judge_path):
    groups, n, mc = engine.labels(mc_path, True)
    _, judge_n, judge = engine.labels(judge_path, False)
    assert (n == judge_n).all()
    begins = begins_of(n)
    judged = leading(judge > 0, begins, n)

    def known(rates, lead):
        return (lead == n) | ~np.isnan(rates[np.minimum(begins + lead, len(rates) - 1)])

    decided = known(judge, judged)
    columns = []  # by threshold: decided by both, and kept
    for eighth in range(8):
        lead = leading(mc > eighth / 8, begins, n)
        both = decided & known(mc, lead)
        columns += [both, both & (lead == judged)]
    return groups, n, mc, judge, np.column_stack(columns).astype(float)


def shares(total):
    return 100 * total[1::2] / total[::2]


def agree(engine, mc_path, judge_path):
    groups, n, mc, judge, kept = pairs(engine, mc_path, judge_path)
    owner = np.repeat(np.arange(len(n)), n)
    both = ~np.isnan(mc) & ~np.isnan(judge)
    cell = 2 * (mc[both] <= 0) + (judge[both] <= 0)
    table = np.bincount(4 * owner[both] + cell, minlength=4 * len(n)).reshape(-1, 4)

    def numbers(total):
        a, b, c, d = total[:4]
        m = a + b + c + d
        observed = (a + d) / m
        chance = ((a + b) * (a + c) + (c + d) * (b + d)) / m ** 2
        return np.concatenate([[100 * observed, (observed - chance) / (1 - chance)], shares(total[4:])])

    sums = np.column_stack([table, kept])
    values = numbers(sums.sum(0))
    named = {"agreement": values[0], "kappa": values[1]}
    named.update({"kept_%d" % i: value for i, value in enumerate(values[2:])})
    return named, intervals(sums, groups, numbers)


def consensus(engine, mc_path, judge_path, kept_path, dropped_path):
    groups, _, _, _, kept = pairs(engine, mc_path, judge_path)
    agrees = kept[:, 1] > 0
    engine.write(mc_path, judge_path, agrees, kept_path, dropped_path)
    named = {"kept": int(agrees.sum())}
    named.update({"kept_%d" % i: value for i, value in enumerate(shares(kept.sum(0)))})
    return named, intervals(kept, groups, shares)


def step_errors(engine, path):
    groups, label, n, all_scores = engine.scored(path)
    begins = begins_of(n)
    error = label >= 0
    at = np.where(error, label, n)  # steps before the first error

    def f1(total):
        a = total[1] / total[0]
        b = total[3] / total[2]
        return np.array([100 * 2 * a * b / (a + b)])

    named, width = {}, 0.0
    for prm, scores in zip(PRMS, all_scores):
        step = np.arange(len(scores)) - np.repeat(begins, n)
        before = np.where(step < np.repeat(at, n), scores, np.inf)
        end = np.minimum.reduceat(before, begins)  # exact below it
        start = np.where(error, scores[np.minimum(begins + at, len(scores) - 1)], 0.0)  # and from it on
        real = start < end
        candidates = np.unique(np.concatenate([[0.0], start, end[np.isfinite(end)]]))
        right = []
        for kind in (error, ~error):
            some = real & kind
            exact = (np.searchsorted(np.sort(start[some]), candidates, "right")
                     - np.searchsorted(np.sort(end[some]), candidates, "right"))
            right.append(exact / kind.sum())
        with np.errstate(invalid="ignore"):
            curve = np.nan_to_num(2 * right[0] * right[1] / (right[0] + right[1]))
        threshold = candidates[np.argmax(curve)]
        exact = (start <= threshold) & (threshold < end)
        sums = np.column_stack([error, error & exact, ~error, ~error & exact]).astype(float)
        named[prm + " f1"] = f1(sums.sum(0))[0]
        named[prm + " threshold"] = threshold
        width = max(width, intervals(sums, groups, f1))
    return named, width


def best_of_n(engine, path):
    answers, correct, scores = (a.reshape(-1, SAMPLES) for a in engine.samples(path))
    rows = np.arange(len(answers))
    names, columns = [], []
    for k in (1, 2, 4, 8, 16):
        first, right, score = answers[:, :k], correct[:, :k], scores[:, :k]
        same = first[:, :, None] == first[:, None, :]
        chosen = {
            "pass": right.any(1),
            "majority": right[rows, same.sum(2).argmax(1)],
            "best": right[rows, score.argmax(1)],
            "vote": right[rows, (same * score[:, None, :]).sum(2).argmax(1)],
        }
        for name, value in chosen.items():
            names.append("%s_%d" % (name, k))
            columns.append(value)
    sums = np.column_stack([np.ones(len(answers)), *columns]).astype(float)

    def numbers(total):
        return 100 * total[1:] / total[0]

    return dict(zip(names, numbers(sums.sum(0)))), intervals(sums, rows, numbers)


def main(engine, work, *paths):
    works = {"agree": agree, "consensus": consensus, "step-errors": step_errors, "best-of-n": best_of_n}
    values, width = works[work]({"duckdb": DuckDb, "polars": Polars, "pandas": Pandas}[engine](), *paths)
    print(json.dumps({"values": {name: float(value) for name, value in values.items()}, "widest": width}))


if __name__ == "__main__":
    main(*sys.argv[1:])
