"""Static members and cooperative rebalancing, with real members on a broker."""

import unittest

from cluster import OwnBroker
from program import json_lines, member, run, wait_for
from screen_case import ScreenCase
from terminal import Terminal

SETTINGS = ["-X", "heartbeat.interval.ms=1000", "-X", "auto.commit.interval.ms=1000"]
TOPICS = ["--topic", "regroup-bills:2", "--topic", "regroup-orders:4"]


def readers(now):
    """Who reads which partition of which topic."""
    return {(part["topic"], part["partition"]): part["reader"] for part in now["partitions"]}


class DriveMembers(ScreenCase):
    def setUp(self):
        self.broker = OwnBroker("-X", "group.initial.rebalance.delay.ms=500")
        self.addCleanup(self.broker.close)

    def drive(self, *more):
        terminal = Terminal(width=100, height=30)
        self.addCleanup(terminal.close)
        terminal.start(
            "drive", "--bootstrap-server", self.broker.bootstrap, *SETTINGS, *TOPICS,
            "--group", "regroup-members", "--snapshots", terminal.path("snapshots"), *more)
        return terminal

    def all_read(self, terminal, what, names, fits=lambda now: True):
        """Until all six partitions are read, by exactly these members."""
        return self.wait_snapshot(
            terminal, lambda now: now["state"] == "Stable" and len(readers(now)) == 6
            and set(readers(now).values()) == names and fits(now), what)

    def between(self, terminal, first, last):
        """The snapshots from one to another, both included."""
        lines = json_lines(terminal.path("snapshots"))
        return lines[lines.index(first):lines.index(last) + 1]

    def quit_leaving_nothing(self, terminal):
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0, terminal.screen())
        self.assertNotIn("stay", terminal.screen())
        wait_for(
            lambda: not self.broker.seen_by_others()["topics"],
            lambda: f"waited for the topics to go: {self.broker.seen_by_others()}")
        self.assertEqual(
            self.broker.seen_by_others(groups=["regroup-members"])["groups"],
            {"regroup-members": "DEAD"})

    def test_what_a_cooperative_member_keeps_it_reads_on(self):
        terminal = self.drive("--assignor", "cooperative-sticky", "-X", "session.timeout.ms=6000")
        everybody = {"consumer-1", "consumer-2", "consumer-3"}
        start = self.all_read(terminal, "three members to read all", everybody)
        terminal.keys("k")
        survivors = self.all_read(
            terminal, "the survivors to read all", {"consumer-2", "consumer-3"})
        terminal.keys("r")
        end = self.all_read(terminal, "the restarted member to read", everybody)
        # One more generation for the death; for the return one to give up, and one to take over.
        self.assertEqual(survivors["generation"], start["generation"] + 1)
        self.assertEqual(end["generation"], survivors["generation"] + 2)
        for first, last in ((start, survivors), (survivors, end)):
            before, after = readers(first), readers(last)
            kept = [place for place, reader in before.items() if after[place] == reader]
            self.assertTrue(kept)
            for now in self.between(terminal, first, last):
                for place in kept:
                    self.assertEqual(readers(now)[place], before[place], now)
        self.quit_leaving_nothing(terminal)

    def test_a_static_member_that_comes_back_in_time_goes_on(self):
        terminal = self.drive("--static", "-X", "session.timeout.ms=60000")
        everybody = {"consumer-1", "consumer-2", "consumer-3"}
        start = self.all_read(terminal, "three members to read all", everybody)
        before = member(start, "consumer-1")["memberId"]
        self.assertTrue(before.startswith("consumer-1-"), before)
        for end_it in ("k", "x"):
            terminal.keys(end_it)
            silent = self.wait_snapshot(
                terminal, lambda now: not member(now, "consumer-1")["alive"], "A to be silent")
            self.assertEqual(silent["generation"], start["generation"])
            terminal.keys("r")
            end = self.all_read(
                terminal, "A to read again", everybody,
                lambda now: member(now, "consumer-1")["memberId"] != before)
            self.assertEqual(readers(end), readers(start))
            for now in self.between(terminal, start, end):
                self.assertEqual(
                    (now["state"], now["generation"]), ("Stable", start["generation"]), now)
            before = member(end, "consumer-1")["memberId"]
        # Nobody says goodbye at the end, either: they are removed by their instance ids.
        terminal.keys("k")
        self.wait_snapshot(
            terminal, lambda now: not member(now, "consumer-1")["alive"], "A to be dead")
        self.quit_leaving_nothing(terminal)

    def test_static_members_in_a_group_of_others_are_gone_with_us(self):
        broker = OwnBroker("-X", "group.initial.rebalance.delay.ms=0", "--topic", "orders:2")
        self.addCleanup(broker.close)
        result = run(
            "drive", "--bootstrap-server", broker.bootstrap, "--allow-foreign", "--group", "shop",
            "--topic", "orders:2", "--static", "--members", "2", "--for", "6s")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("Stable", result.stdout)
        # The group goes by itself only when nobody is a member.
        self.assertEqual(result.stderr, "")
        self.assertIn(
            broker.seen_by_others(groups=["shop"])["groups"]["shop"], ("DEAD", "EMPTY"))

    def test_wrong_assignors(self):
        for arguments, words in (
                (["--assignor", "best"], "range, roundrobin, sticky, cooperative-sticky"),
                (["--assignor", "sticky", "-X", "partition.assignment.strategy=range"],
                 "--assignor and -X partition.assignment.strategy")):
            result = run("drive", "--bootstrap-server", "a:1", *arguments)
            self.assertEqual(result.returncode, 2, result.stderr)
            self.assertIn(words, result.stderr)
            self.assertEqual(result.stderr.count("\n"), 1, result.stderr)


if __name__ == "__main__":
    unittest.main()
