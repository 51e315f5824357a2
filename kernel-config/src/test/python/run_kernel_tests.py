"""Runs the tests of the kernel through the real Jupyter protocol.

usage: python run_kernel_tests.py [--browser] [NAME ...]

NAME is a test as unittest knows it, such as test_cells; without one all tests run, and those in a browser
only with --browser. Needs the packages of kernel-config/requirements.txt and the built
kernel-config/target/prmlab-kernel.jar (another one by PRMLAB_KERNEL_JAR).
"""

import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
BROWSER = "test_browser"
sys.path.insert(0, str(HERE))


def main(arguments):
    from kernel_client import JAR

    if not JAR.is_file():
        print(f"{JAR} is missing; build it first: ./mvnw package", file=sys.stderr)
        return 1
    names = [argument for argument in arguments if not argument.startswith("--")]
    if not names:
        names = sorted(file.stem for file in HERE.glob("test_*.py") if file.stem != BROWSER)
        if "--browser" in arguments:
            names.append(BROWSER)
    tests = unittest.TestLoader().loadTestsFromNames(names)
    outcome = unittest.TextTestRunner(verbosity=2).run(tests)
    for test, reason in outcome.skipped:
        print(f"skipped: {test}: {reason}")
    return 0 if outcome.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
