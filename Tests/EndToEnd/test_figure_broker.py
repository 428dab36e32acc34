"""Figures with real members on a broker."""

import concurrent.futures
import os
import socket
import tempfile
import unittest

from cluster import OwnBroker
from program import json_lines, member, owners, run, wait_for
from screen_case import ScreenCase


FIGURES = ["6-7-late", "6-4", "6-5", "6-6", "6-7", "6-8", "6-9", "6-10", "6-11", "6-12", "6-13",
           "6-14"]


def beats(snapshots):
    """In their order; before the first one a cluster shows how the group comes together."""
    return list(dict.fromkeys(now["beat"] for now in snapshots if now["beat"]))


def read(now):
    """Who reads which partition, whatever the run's topics are called."""
    return {
        (part["topic"].removeprefix("regroup-").partition("peter-")[2]
         or part["topic"][-len("topic-1"):], part["partition"]): part["reader"]
        for part in now["partitions"]}


class FigureOnBroker(ScreenCase):
    def setUp(self):
        self.broker = OwnBroker("-X", "group.initial.rebalance.delay.ms=500")
        self.addCleanup(self.broker.close)

    def snapshots(self, *arguments):
        """Those of a figure that is played to its end without a terminal."""
        with tempfile.TemporaryDirectory(prefix="regroup-test-") as folder:
            path = os.path.join(folder, "snapshots")
            result = run(
                "figure", *arguments, "--plain", "--snapshots", path, timeout=240)
            self.assertEqual((result.returncode, result.stderr), (0, ""), arguments)
            return result.stdout, json_lines(path)

    def assert_nothing_stays(self):
        wait_for(
            lambda: not self.broker.seen_by_others()["topics"],
            lambda: f"waited for the topics to go: {self.broker.seen_by_others()}")

    def played(self, figure):
        """What a figure shows in the simulation, and what on the broker."""
        _, simulated = self.snapshots(figure)
        text, real = self.snapshots(figure, "--bootstrap-server", self.broker.bootstrap)
        return figure, text, simulated, real

    def test_every_figure_has_the_same_beats_and_the_same_owners_at_the_end(self):
        # Most of their time they wait.
        with concurrent.futures.ThreadPoolExecutor(6) as pool:
            for figure, text, simulated, real in pool.map(self.played, FIGURES):
                with self.subTest(figure=figure):
                    self.assertIn("(real cluster)", text.split("\n")[0])
                    self.assertEqual(
                        "left out on a real cluster: slow network" in text,
                        figure in ("6-13", "6-14"))
                    self.assertEqual(beats(real), beats(simulated))
                    self.assertEqual(read(real[-1]), read(simulated[-1]))
                    if figure == "6-5":
                        self.assert_dies(real)
                    if figure == "6-7":
                        self.assertEqual(
                            {now["generation"] for now in real if now["beat"]},
                            {real[-1]["generation"]})
        self.assert_nothing_stays()

    def assert_dies(self, snapshots):
        """Figure 6-5, in host order because member ids begin with client.id."""
        last = {now["beat"]: owners(now) for now in snapshots}
        first = {now["beat"]: owners(now) for now in reversed(snapshots)}
        self.assertEqual(
            last["even"], {0: "peter-kafka01", 1: "peter-kafka02", 2: "peter-kafka03"})
        self.assertEqual(first["dead"], {**last["even"], 0: None})
        self.assertEqual(
            last["moved"], {0: "peter-kafka02", 1: "peter-kafka02", 2: "peter-kafka03"})

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

    def test_what_is_left_out_stands_in_the_title(self):
        terminal = self.play(
            "figure", "6-13", "--bootstrap-server", self.broker.bootstrap, "--lang", "ko")
        self.assertIn("· 느린 네트워크 없음", terminal.row(0))
        self.assertIn("실제 클러스터", terminal.row(0))
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0, terminal.screen())

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
