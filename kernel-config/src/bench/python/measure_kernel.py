"""Measures a kernel: start, first cell and chart, first completion, later cells, memory, output, exit.

usage: python measure_kernel.py [--runs N] [--classpath GLOBS] [--spec FOLDER]

Without --spec our kernel is installed into a temporary folder; FOLDER is that of another kernelspec, so that
stock kernels are measured by the same clock. The chart needs the toolkit on the class path. Prints one JSON
object: for each quantity the median, the least and the greatest of the runs. Times in seconds, those that end
in _at_s from the launch of the process; memory in MiB (resident); processor time of the kernel's process.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "test" / "python"))

from kernel_client import JAR, RunningKernel, java  # noqa: E402

LATER_CELLS = 41
IDLE_SECONDS = 5
CHART = "FirstLook.example().chart()"


def timed(action):
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def measure(kernels, name, with_chart):
    found = measure_chart(kernels, name) if with_chart else {}
    kernel = RunningKernel(kernels=kernels, name=name)
    found["ready_at_s"] = timed(kernel.__enter__)
    try:
        found["first_cell_s"] = timed(lambda: kernel.run("1 + 1"))
        found["first_cell_at_s"] = found["ready_at_s"] + found["first_cell_s"]
        found["cpu_until_first_cell_s"] = kernel.cpu_seconds()
        time.sleep(IDLE_SECONDS)
        found["idle_memory_mib"] = kernel.memory_mib()
        found["first_completion_s"] = timed(lambda: kernel.reply(kernel.client.complete("ArrayL")))
        later = [timed(lambda i=i: kernel.run(f"int v{i} = {i}; v{i} + 1")) for i in range(LATER_CELLS)]
        found["later_cell_s"] = statistics.median(later)
        found[f"memory_after_{LATER_CELLS + 1}_cells_mib"] = kernel.memory_mib()
        code = "for (int i = 0; i < 20000; i++) System.out.println(i);"
        results = []
        found["lines_20000_s"] = timed(lambda: results.append(kernel.run(code)))
        found["lines_lost"] = 20000 - results[0].stdout.count("\n")
        found["output_messages"] = len(results[0].of("stream"))
        found["exit_s"] = timed(kernel.manager.shutdown_kernel)
    finally:
        kernel.__exit__()
    return found


def measure_chart(kernels, name):
    """A fresh kernel whose first cell draws a chart of the toolkit."""
    kernel = RunningKernel(kernels=kernels, name=name)
    started = time.perf_counter()
    with kernel:
        result = kernel.run(CHART)
        seconds = time.perf_counter() - started
        if "image/png" not in result.data:
            raise RuntimeError(f"no chart from {CHART}: {result.reply}; is the toolkit on the class path?")
        time.sleep(IDLE_SECONDS)
        return {"first_chart_at_s": seconds, "memory_after_chart_mib": kernel.memory_mib()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--classpath", default="")
    parser.add_argument("--spec", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.spec:
            kernels, name = options.spec.resolve().parent, options.spec.name
        else:
            command = [java(), "-jar", str(JAR), "install", "--prefix", folder]
            subprocess.run([*command, "--classpath", options.classpath], check=True, capture_output=True)
            kernels, name = Path(folder, "share", "jupyter", "kernels"), "prmlab"
        with_chart = bool(options.spec or options.classpath)
        runs = [measure(kernels, name, with_chart) for _ in range(options.runs)]
    summary = {
        key: {
            "median": round(statistics.median(run[key] for run in runs), 3),
            "low": round(min(run[key] for run in runs), 3),
            "high": round(max(run[key] for run in runs), 3),
        }
        for key in runs[0]
    }
    found = {"kernel": name, "runs": options.runs, "load": round(os.getloadavg()[0], 2), "quantities": summary}
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
