"""Measures a kernel: start, first and later cells, memory, output, exit.

usage: python measure_kernel.py [--runs N] [--classpath GLOBS] [--spec FOLDER]

Without --spec our kernel is installed into a temporary folder; FOLDER is that of another kernelspec, so that
stock kernels are measured by the same clock. Prints one JSON object: for each quantity the median and the
least of the runs. Times in seconds, memory in MiB (resident), processor time of the kernel's process in seconds.
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


def timed(action):
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def measure(kernels, name):
    kernel = RunningKernel(kernels=kernels, name=name)
    found = {"ready_s": timed(kernel.__enter__)}
    try:
        found["first_cell_s"] = timed(lambda: kernel.run("1 + 1"))
        found["cpu_until_first_cell_s"] = kernel.cpu_seconds()
        time.sleep(5)
        found["memory_after_first_cell_mib"] = kernel.memory_mib()
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
        runs = [measure(kernels, name) for _ in range(options.runs)]
    summary = {
        key: {"median": round(statistics.median(run[key] for run in runs), 3),
              "least": round(min(run[key] for run in runs), 3)}
        for key in runs[0]
    }
    print(json.dumps({"kernel": name, "runs": options.runs, "load": os.getloadavg()[0], **summary}, indent=1))


if __name__ == "__main__":
    main()
