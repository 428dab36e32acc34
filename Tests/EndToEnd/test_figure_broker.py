"""Figures with real members on a broker."""

import itertools
import os
import socket
import tempfile
import unittest

from cluster import OwnBroker
from program import json_lines, member, owners, run, wait_for
from screen_case import ScreenCase


class FigureOnBroker(ScreenCase):
    def setUp(self):
        self.broker = OwnBroker("-X", "group.initial.rebalance.delay.ms=500")
        self.addCleanup(self.broker.close)

    def snapshots(self, *arguments):
        """Those of a figure that is played to its end without a terminal."""
        with tempfile.TemporaryDirectory(prefix="regroup-test-") as folder:
            path = os.path.join(folder, "snapshots")
            result = run("figure", *arguments, "--plain", "--snapshots", path)
            self.assertEqual(result.returncode, 0, result.stderr)
            return result, json_lines(path)

    def assert_nothing_stays(self):
        wait_for(
            lambda: set(self.broker.seen_by_others()["topics"]) == {"__consumer_offsets"},
            lambda: f"waited for the topics to go: {self.broker.seen_by_others()}")

    def test_the_same_beats_and_the_same_owners_at_the_end(self):
        _, simulated = self.snapshots("6-5")
        result, real = self.snapshots("6-5", "--bootstrap-server", self.broker.bootstrap)
        self.assertEqual(result.stderr, "")
        self.assertIn("A consumer dies  (real cluster)", result.stdout)
        beats = [beat for beat, _ in itertools.groupby(now["beat"] for now in real)]
        self.assertEqual(beats, [None, "even", "dead", "moved"])
        self.assertEqual(owners(real[-1]), owners(simulated[-1]))
        ends = {beat: now for now in real for beat in [now["beat"]]}
        self.assertEqual(
            owners(ends["even"]),
            {0: "peter-kafka01", 1: "peter-kafka02", 2: "peter-kafka03"})
        # Host order, because ids begin with client.id.
        self.assertIsNone(owners(next(now for now in real if now["beat"] == "dead"))[0])
        self.assert_nothing_stays()

    def test_a_line_per_event(self):
        result = run("figure", "6-4", "--bootstrap-server", self.broker.bootstrap, "--transcript")
        self.assertEqual(result.returncode, 0, result.stderr)
        lines = result.stdout.splitlines()
        self.assertTrue(lines and all(line[:2] == "0:" for line in lines), lines)
        self.assertTrue(any("C is assigned partition 2" in line for line in lines), lines)
        self.assert_nothing_stays()

    def test_keys_work_as_in_drive(self):
        terminal = self.play("figure", "6-4", "--bootstrap-server", self.broker.bootstrap)
        self.wait_snapshot(terminal, lambda now: now["beat"] == "even", "the lesson's start")
        self.assertIn("Three consumers, balanced", terminal.row(0))
        self.assertIn("real cluster", terminal.row(0))
        terminal.wait("45 s since Kafka 3.0")
        terminal.keys("a")
        now = self.wait_snapshot(
            terminal, lambda now: now["state"] == "Stable" and all(owners(now).values())
            and member(now, "peter-kafka04") is not None
            and member(now, "peter-kafka04")["doing"] == "idle", "a fourth member to be idle")
        self.assertEqual(owners(now)[0], "peter-kafka01")
        terminal.keys("k")
        self.wait_snapshot(
            terminal, lambda now: not member(now, "peter-kafka01")["alive"], "A to be dead")
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0, terminal.screen())
        self.assertNotIn("stays behind", terminal.screen())
        self.assert_nothing_stays()

    def test_the_beats_stand_on_the_screen(self):
        terminal = self.play("figure", "6-5", "--bootstrap-server", self.broker.bootstrap)
        self.assertIn("1 even › 2 dead › 3 moved", " ".join(terminal.row(1).split()))
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0, terminal.screen())
        self.assert_nothing_stays()

    def test_nobody_listens(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        result = run("figure", "6-5", "--bootstrap-server", f"127.0.0.1:{port}", "--plain")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn(f"127.0.0.1:{port}", result.stderr)
        self.assertEqual(result.stderr.count("\n"), 1, result.stderr)

    def test_a_setting_that_the_broker_does_not_take(self):
        broker = OwnBroker("-X", "group.min.session.timeout.ms=20000")
        self.addCleanup(broker.close)
        result = run("figure", "6-4", "--bootstrap-server", broker.bootstrap, "--plain")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("has failed: INVALID_SESSION_TIMEOUT", result.stderr)

    def test_chance_has_no_seed_there(self):
        result = run("figure", "6-5", "--bootstrap-server", "a:1", "--seed", "7")
        self.assertEqual(result.returncode, 2, result.stderr)
        self.assertIn("--seed", result.stderr)
        self.assertEqual(result.stderr.count("\n"), 1, result.stderr)


if __name__ == "__main__":
    unittest.main()
