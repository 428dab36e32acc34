"""Members that write what they read, in transactions: each record is made of once."""

import json
import os
import subprocess
import unittest

from cluster import CLIENTS, PYTHON, Cluster, OwnBroker
from program import member, owners, run, wait_for
from screen_case import ScreenCase
from terminal import Terminal

SETTINGS = ["-X", "session.timeout.ms=6000", "-X", "heartbeat.interval.ms=500",
            "-X", "max.poll.interval.ms=4000"]
# Work takes longer than records take to come, so that a member has always some in hand.
BUSY = ["--members", "2", "-X", "max.poll.records=10", "--produce-rate", "10",
        "--process-rate", "15"]
# One transaction after the other, so that there is hardly a moment without one.
HASTY = ["--members", "1", "-X", "max.poll.records=1", "--produce-rate", "50"]


def readers(now):
    return {reader for reader in owners(now).values() if reader}


class DriveTransactions(ScreenCase):
    def setUp(self):
        self.broker = OwnBroker(
            "-X", "group.initial.rebalance.delay.ms=500", "--topic", "in:4", "--topic", "out:4",
            "--topic", "copy:4")
        self.addCleanup(self.broker.close)

    def count(self, *more, bootstrap=None, of="in", to="out"):
        """What a client sees that others wrote."""
        result = subprocess.run(
            [PYTHON, os.path.join(CLIENTS, "output_count.py"), "--bootstrap-server",
             bootstrap or self.broker.bootstrap, "--group", "shop", "--of", of, "--to", to, *more],
            capture_output=True, encoding="utf-8", timeout=120, check=False)
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)

    def drive(self, *more):
        """Into topics and a group that stay when the drive ends, so that they can be counted."""
        self.count("--begin")
        terminal = Terminal(width=100, height=30)
        self.addCleanup(terminal.close)
        terminal.start(
            "drive", "--bootstrap-server", self.broker.bootstrap, "--allow-foreign", "--topic",
            "in:4", "--group", "shop", "--transactional", "--output", "out", *SETTINGS,
            "--snapshots", terminal.path("snapshots"),
            "--record", terminal.path("recording"), *more)
        return terminal

    def all_read(self, terminal, names, what):
        return self.wait_snapshot(
            terminal, lambda now: now["state"] == "Stable" and readers(now) == names
            and all(owners(now).values()), what)

    def all_read_after_a_death(self, terminal, names, what):
        """Who dies between its offsets and EndTxn leaves them pending until its transaction has
        timed out, 60 s, and the broker has looked, every 10 s: Kafka's rule, and no fault."""
        for _ in range(2):
            try:
                return self.all_read(terminal, names, what)
            except AssertionError:
                continue
        return self.all_read(terminal, names, what)

    def recorded(self, terminal, *words):
        """The lines of the recording so far that have all these words."""
        return [line for line in terminal.read("recording").split("\n")
                if all(word in line.split(" ") for word in words)]

    def wait_recorded(self, terminal, *words, more_than=0):
        """Recorded facts of that kind, beyond so many that were known."""
        return wait_for(
            lambda: self.recorded(terminal, *words)[more_than:],
            lambda: f"waited for {words}; the last screen:\n{terminal.screen()}")

    def test_a_kill_a_restart_and_a_zombie_leave_no_record_out_and_none_twice(self):
        terminal = self.drive(*BUSY)
        both, other = {"consumer-1", "consumer-2"}, {"consumer-2"}
        self.all_read(terminal, both, "two members to read all")
        for producer in ("producer=0", "producer=1"):
            self.wait_recorded(terminal, "producerState", producer, "state=COMMITTING_TRANSACTION")
        terminal.keys("k")
        self.all_read_after_a_death(terminal, other, "the survivor to read all")
        before = len(self.recorded(terminal, "producerId", "producer=0"))
        terminal.keys("r")
        again = self.wait_recorded(terminal, "producerId", "producer=0", more_than=before)
        self.assertNotIn("epoch=0", again[0].split(" "), "the restarted one fences the former one")
        self.all_read(terminal, both, "both members to read again")
        # It stops with records in hand, and goes on with them when others have them already.
        terminal.keys("s")
        self.all_read(terminal, other, "the other one to take over")
        terminal.keys("s")
        self.wait_recorded(terminal, "mustAbort", "producer=0")
        self.wait_recorded(terminal, "producerState", "producer=0", "state=ABORTING_TRANSACTION")
        now = self.all_read(terminal, both, "both members to read once more")
        self.assertTrue(member(now, "consumer-1")["alive"])
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0, terminal.screen())
        self.assert_once(self.count())

    def assert_once(self, told):
        """Each input record below the group's offsets has exactly one output record."""
        done = self.keys_below(told["committed"])
        self.assertGreater(len(done), 100)
        self.assertEqual(sorted(told["read_committed"]), done)
        aborted = len(told["read_uncommitted"]) - len(done)
        self.assertGreater(aborted, 0, "the zombie's records are there for others")
        self.assertLessEqual(set(told["read_committed"]), set(told["read_uncommitted"]))

    @staticmethod
    def keys_below(ends, topic="in"):
        """What each record below these offsets is called, in text order."""
        return sorted(f"{topic}-{place}@{offset}" for place, end in enumerate(ends)
                      for offset in range(end))

    def test_what_a_killed_member_has_left_open_is_aborted_at_the_end(self):
        terminal = self.drive(*HASTY)

        def kill():
            """Whether that was in the middle of a transaction."""
            before = len(self.recorded(terminal, "producerState", "state=READY"))
            terminal.keys("r")
            self.wait_recorded(terminal, "producerState", "state=READY", more_than=before + 2)
            terminal.keys("k")
            self.wait_snapshot(
                terminal, lambda now: not member(now, "consumer-1")["alive"], "it to be dead")
            ends = self.count()["ends"]
            return ends["read_committed"] < ends["read_uncommitted"]
        wait_for(kill, lambda: f"no kill has left a transaction open:\n{terminal.screen()}")
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0, terminal.screen())
        told = self.count()
        # Nobody has waited for transaction.timeout.ms, a minute.
        self.assertEqual(told["ends"]["read_committed"], told["ends"]["read_uncommitted"])
        self.assertGreater(len(told["read_uncommitted"]), len(told["read_committed"]))
        self.assertEqual(sorted(told["read_committed"]), self.keys_below(told["committed"]))
        self.assert_copied_between_the_gaps(told["places"])

    def assert_copied_between_the_gaps(self, places):
        """What is read here has markers and aborted records between what counts."""
        result = run(
            "drive", "--bootstrap-server", self.broker.bootstrap, "--allow-foreign", "--topic",
            "out:4", "--transactional", "--output", "copy", "--members", "2", "-X",
            "auto.offset.reset=earliest", "--for", "8s")
        self.assertEqual(result.returncode, 0, result.stderr)
        copied = self.count(of="out", to="copy")["read_committed"]
        self.assertEqual(sorted(copied), sorted(places))

    def test_where_partitions_are_added_by_request(self):
        terminal = self.drive(*BUSY, "--api-max", "Produce=11,TxnOffsetCommit=4,EndTxn=4")
        both = {"consumer-1", "consumer-2"}
        self.all_read(terminal, both, "two members to read all")
        self.wait_recorded(
            terminal, "producerState", "producer=1", "state=COMMITTING_TRANSACTION", more_than=4)
        # Its epoch stays as long as nobody fences it.
        self.assertEqual(
            {line.split("epoch=")[1] for line in self.recorded(terminal, "producerId")}, {"0"})
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0, terminal.screen())
        told = self.count()
        self.assertGreater(len(told["read_committed"]), 0)
        self.assertEqual(sorted(told["read_committed"]), self.keys_below(told["committed"]))

    def test_a_broker_that_others_wrote(self):
        cluster = Cluster()
        self.addCleanup(cluster.close)
        if not cluster.is_mock:
            self.skipTest("only a mock keeps the topics, so that they can be counted")
        result = run(
            "drive", *cluster.drive_options(), "--topic", "bills:4", "--transactional",
            "--members", "2", "--for", "8s")
        self.assertEqual(result.returncode, 0, result.stderr)
        # It keeps no offsets of transactions; what was written is there all the same.
        topic = "regroup-bills"
        told = self.count(bootstrap=cluster.bootstrap, of=topic, to=f"{topic}-out")
        keys = told["read_committed"]
        ends = [sum(key.startswith(f"{topic}-{place}@") for key in keys) for place in range(4)]
        self.assertGreater(min(ends), 0)
        self.assertEqual(sorted(keys), self.keys_below(ends, topic))

    def test_an_output_topic_of_its_own_goes_with_the_drive(self):
        result = run(
            "drive", "--bootstrap-server", self.broker.bootstrap, "--topic", "bills:3",
            "--transactional", "--members", "1", "--for", "6s")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("consumer-1: 0 1 2", result.stdout)
        kept = {"in", "out", "copy"}
        wait_for(
            lambda: set(self.broker.seen_by_others()["topics"]) <= kept,
            lambda: f"waited for the topics to go: {self.broker.seen_by_others()}")

    def test_contradictions_are_one_line(self):
        cases = [
            (["--output", "x"], "--output"),
            (["--transaction-timeout-ms", "5000"], "--transaction-timeout-ms"),
            (["--transactional", "--transaction-timeout-ms", "5"], "from 1000 to 900000"),
            (["--transactional", "-X", "enable.auto.commit=true"], "enable.auto.commit"),
            (["--transactional", "-X", "isolation.level=read_uncommitted"], "isolation.level"),
            (["--transactional", "-X", "max.poll.records=2501"], "max.poll.records"),
            (["--transactional", "--topic", "a:1", "--output", "regroup-a"], "--output"),
            (["--transactional", "--output", "no name"], "--output"),
        ]
        for options, word in cases:
            result = run("drive", "--bootstrap-server", self.broker.bootstrap, *options)
            self.assertEqual(result.returncode, 2, options)
            self.assertIn(word, result.stderr.split("\n")[0], options)
            self.assertEqual(result.stdout, "")


if __name__ == "__main__":
    unittest.main()
