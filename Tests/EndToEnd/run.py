"""Runs all tests of this folder against the built program; the last line counts them."""

import os
import sys
import unittest

FOLDER = os.path.dirname(os.path.abspath(__file__))


def main():
    sys.path.insert(0, FOLDER)
    sys.dont_write_bytecode = True
    binary = os.environ.get("REGROUP_BIN", "")
    if not os.access(binary, os.X_OK):
        print(f"REGROUP_BIN is no program: '{binary}'", file=sys.stderr)
        return 2
    names = sys.argv[1:]
    loader = unittest.TestLoader()
    tests = loader.loadTestsFromNames(names) if names else loader.discover(FOLDER)
    result = unittest.TextTestRunner(verbosity=1, stream=sys.stdout).run(tests)
    failed = len({test.id().split(" ")[0] for test, _ in result.failures + result.errors})
    print(f"{result.testsRun - failed - len(result.skipped)} passed, {failed} failed")
    # Where nobody looks on, a test that could not be run has failed.
    missed = len(result.skipped) if "CI" in os.environ else 0
    return 0 if result.wasSuccessful() and result.testsRun and not missed else 1


if __name__ == "__main__":
    sys.exit(main())
