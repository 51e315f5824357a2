"""Runs the tests of the kernel through the real Jupyter protocol.

usage: python run_kernel_tests.py [--browser] [NAME ...]

NAME is a test as unittest knows it, such as test_cells; without one all tests run, file by file, two at a time
where there are two processors, and those in a browser only with --browser. Needs the packages of kernel-config/requirements.txt and the built
kernel-config/target/prmlab-kernel.jar (another one by PRMLAB_KERNEL_JAR).
"""

import os
import subprocess
import sys
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
BROWSER = ("test_browser", "test_explorables")
sys.path.insert(0, str(HERE))


def main(arguments):
    from kernel_client import JAR

    if not JAR.is_file():
        print(f"{JAR} is missing; build it first: ./mvnw package", file=sys.stderr)
        return 1
    names = [argument for argument in arguments if not argument.startswith("--")]
    if not names:
        return every_file("--browser" in arguments)
    tests = unittest.TestLoader().loadTestsFromNames(names)
    outcome = unittest.TextTestRunner(verbosity=2).run(tests)
    for test, reason in outcome.skipped:
        print(f"skipped: {test}: {reason}")
    return 0 if outcome.wasSuccessful() else 1


def every_file(browser):
    """Each in a process of its own; what it says comes when it has ended. The files with most to do go first."""
    files = sorted(HERE.glob("test_*.py"), key=lambda file: -file.stat().st_size)
    names = [file.stem for file in files if file.stem not in BROWSER]
    with ThreadPoolExecutor(2 if (os.cpu_count() or 1) > 1 else 1) as pool:
        codes = list(pool.map(one_file, names))
    if browser:
        codes.extend(map(one_file, BROWSER))  # alone: they share the processors with nobody
    return max(codes)


def one_file(name):
    command = [sys.executable, str(Path(__file__).resolve()), name]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    print(f"{name}\n{run.stdout}", end="", flush=True)
    return run.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
