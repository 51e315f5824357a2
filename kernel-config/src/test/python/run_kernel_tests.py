"""Runs the tests of the kernel through the real Jupyter protocol.

usage: python run_kernel_tests.py [NAME ...]   (names as unittest knows them, e.g. test_cells)

Needs the packages of kernel-config/requirements.txt and the built kernel-config/target/prmlab-kernel.jar
(another one by PRMLAB_KERNEL_JAR).
"""

import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))


def main(names):
    from kernel_client import JAR

    if not JAR.is_file():
        print(f"{JAR} is missing; build it first: ./mvnw package", file=sys.stderr)
        return 1
    loader = unittest.TestLoader()
    tests = loader.loadTestsFromNames(names) if names else loader.discover(str(HERE), "test_*.py")
    outcome = unittest.TextTestRunner(verbosity=2).run(tests)
    for test, reason in outcome.skipped:
        print(f"skipped: {test}: {reason}")
    return 0 if outcome.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
