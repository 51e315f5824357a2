"""The peer of `./prmlab bench analysis`: the same numbers from the same files with pandas.

usage: analysis_pandas.py MC.jsonl JUDGE.jsonl [default|pyarrow]

Prints one JSON object: per threshold the step confusion [[a, b], [c, d]] (rows Monte-Carlo, columns judge, correct
first), the solutions both decide, those the consensus filter keeps, and those with an error by Monte-Carlo; then
the seconds from the first read to the last number, the processor seconds, and the peak resident memory in MB.

`default` reads with pandas' own JSON reader, as most code does; `pyarrow` with the Arrow reader and Arrow columns, the
fastest way in pandas that we know of.
"""

import json
import resource
import sys
import time

import numpy as np
import pandas as pd


def rates_default(path):
    """Ids, number of steps, and one rate a step (NaN: no label), all solutions in one array."""
    ids, lengths, rates = [], [], []
    for frame in pd.read_json(path, lines=True, chunksize=100_000, dtype=False, convert_dates=False):
        values = frame["step_labels"].map(lambda sources: sources[0]["values"])
        ids.append(frame["id"])
        lengths.append(values.map(len))
        steps = values.explode()
        if isinstance(steps.iloc[0], dict):
            counts = pd.DataFrame(steps.tolist())
            rates.append((counts["correct"] / counts["total"]).to_numpy())
        else:
            rates.append(pd.to_numeric(steps).to_numpy(dtype=float))
    return pd.concat(ids), pd.concat(lengths).to_numpy(), np.concatenate(rates)


def rates_pyarrow(path):
    frame = pd.read_json(path, lines=True, engine="pyarrow", dtype_backend="pyarrow")
    values = frame["step_labels"].list[0].struct.field("values")
    lengths = values.list.len().to_numpy(dtype=int)
    steps = values.list.flatten()
    if "struct" in str(steps.dtype):
        rates = steps.struct.field("correct") / steps.struct.field("total")
        return frame["id"], lengths, rates.to_numpy(dtype=float, na_value=np.nan)
    return frame["id"], lengths, steps.astype("float64[pyarrow]").to_numpy(dtype=float, na_value=np.nan)


def first_not_above(above, begins, lengths):
    """For each solution the number of leading steps that are above the threshold."""
    wrong = pd.Series(np.where(above, np.iinfo(np.int32).max, np.arange(len(above))))
    group = np.repeat(np.arange(len(lengths)), lengths)
    first = wrong.groupby(group).min().to_numpy()
    return np.minimum(first - begins, lengths)


def main(mc_path, judge_path, engine="default"):
    begin = time.perf_counter()
    read = {"default": rates_default, "pyarrow": rates_pyarrow}[engine]
    ids, lengths, mc = read(mc_path)
    judge_ids, judge_lengths, judge = read(judge_path)
    order = pd.Index(judge_ids).get_indexer(pd.Index(ids))
    assert (order == np.arange(len(order))).all(), "the generator writes both files in one order"
    assert (lengths == judge_lengths).all()
    begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])

    def decided(rates, leading):
        at = np.minimum(begins + leading, len(rates) - 1)
        return (leading == lengths) | ~np.isnan(rates[at])

    both = ~np.isnan(mc) & ~np.isnan(judge)
    judge_leading = first_not_above(judge > 0, begins, lengths)
    judge_decided = decided(judge, judge_leading)
    rows = []
    for eighth in range(8):
        threshold = eighth / 8
        correct = mc > threshold
        table = pd.crosstab(~correct[both], ~(judge[both] > 0)).reindex(
            index=[False, True], columns=[False, True], fill_value=0)
        leading = first_not_above(correct, begins, lengths)
        known = judge_decided & decided(mc, leading)
        rows.append({
            "threshold": threshold,
            "steps": table.to_numpy().tolist(),
            "first_errors": int(known.sum()),
            "kept": int((known & (leading == judge_leading)).sum()),
            "with_error": int((known & (leading < lengths)).sum()),
        })
    seconds = time.perf_counter() - begin
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"rows": rows, "seconds": seconds, "cpu_seconds": usage.ru_utime + usage.ru_stime,
                      "peak_mb": usage.ru_maxrss / 1024,
                      "with": f"pandas {pd.__version__}, {engine} reader"}))


if __name__ == "__main__":
    main(*sys.argv[1:])
