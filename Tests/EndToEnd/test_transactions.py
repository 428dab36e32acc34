"""Transactions on our broker, by a client that others wrote."""

import json
import os
import subprocess
import unittest

from cluster import CLIENTS, PYTHON, OwnBroker


class Transactions(unittest.TestCase):
    def test_what_is_read_is_written_once_and_a_zombie_is_fenced(self):
        broker = OwnBroker(
            "-X", "group.initial.rebalance.delay.ms=0", "--topic", "in:1", "--topic", "out:1")
        self.addCleanup(broker.close)
        result = subprocess.run(
            [PYTHON, os.path.join(CLIENTS, "exactly_once.py"), "--bootstrap-server",
             broker.bootstrap, "--of", "in", "--to", "out"],
            capture_output=True, encoding="utf-8", timeout=300, check=False)
        self.assertEqual(result.returncode, 0, result.stderr)
        told = json.loads(result.stdout)
        written = ["of 0", "of 1", "of 2", "of 3"]
        self.assertEqual(told["committed"], 4)
        self.assertEqual(told["while_open"]["read_committed"], written)
        self.assertEqual(told["while_open"]["read_uncommitted"], written + ["aborted", "open"])
        self.assertEqual(told["zombie"], "_FENCED")
        # What was open when the second one came is aborted.
        self.assertEqual(told["at_end"], written + ["second"])


if __name__ == "__main__":
    unittest.main()
