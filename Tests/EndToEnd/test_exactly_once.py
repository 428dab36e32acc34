"""Transactions of the simulation, with the keys, in a real terminal."""

import re
import unittest

from program import run
from screen_case import ScreenCase


class ExactlyOnce(ScreenCase):
    def tally(self, terminal):
        """What the picture counts, by its words."""
        words = "committed|duplicates|lost|aborted|open"
        found = re.findall(rf"({words}) (\d+)|(\d+) ({words})", terminal.screen())
        return {a or d: int(b or c) for a, b, c, d in found}

    def wait_tally(self, terminal, fits, what):
        return terminal.wait_until(lambda: fits(self.tally(terminal)), what)

    def test_a_loop_in_transactions_loses_nothing_and_doubles_nothing(self):
        terminal = self.open("sandbox", "--transactional", "--members", "2", "--topic", "orders:2",
                             "-X", "session.timeout.ms=6000", "--latency-ms", "200-300")
        terminal.wait("consumer-01-tx")
        self.faster(terminal, 2)
        self.wait_tally(terminal, lambda now: now.get("committed", 0) > 20, "records")
        # Whoever is killed in the middle of a transaction leaves it open; who comes back fences it.
        for _ in range(4):
            terminal.keys("k")
            terminal.wait("dead")
            terminal.keys("r")
            terminal.wait_gone("removed")
        self.faster(terminal, 2)
        before = self.tally(terminal)["committed"]
        self.wait_tally(
            terminal, lambda now: now.get("committed", 0) > before + 50, "more records")
        now = self.tally(terminal)
        self.assertEqual((now["duplicates"], now["lost"]), (0, 0), terminal.screen())

    def test_without_transactions_a_death_makes_duplicates(self):
        terminal = self.open("figure", "at-least-once")
        self.faster(terminal)
        self.wait_tally(terminal, lambda now: now.get("duplicates") == 3, "three duplicates")
        terminal.keys("Space", "C")
        terminal.wait("exactly once")
        terminal.keys("Space")
        terminal.wait_until(
            lambda: re.search(r"duplicates +3 +0 *\n", terminal.screen()), "both verdicts")

    def test_an_open_transaction_is_ended_from_the_command_line(self):
        terminal = self.open("sandbox", "--transactional-producer", "--members", "1",
                             "--topic", "orders:1", "--produce-rate", "1")
        terminal.wait("Stable")
        terminal.type(":tx send 3")
        terminal.wait("producer-01-tx  Ongoing")
        terminal.wait("LSO")
        terminal.type(":tx commit")
        terminal.wait("CompleteCommit")
        terminal.wait_gone("LSO")
        terminal.type(":tx commit")
        terminal.wait("no transaction is open")

    def test_every_lesson_about_it_plays_in_both_languages(self):
        lessons = re.findall(r"^ *(transactions|held-back|at-least-once|exactly-once|zombie"
                             r"|txn-timeout|read-committed) ", run("figure", "list").stdout, re.M)
        self.assertEqual(len(lessons), 7)
        for lesson in lessons:
            for language in ("en", "ko"):
                result = run("figure", lesson, "--transcript", "--lang", language)
                self.assertEqual((result.returncode, result.stderr), (0, ""))
                if lesson != "at-least-once":
                    self.assertIn("COMMIT", result.stdout)

    def test_contradictions_are_named(self):
        for arguments, words in (
                (("--transactional", "-X", "enable.auto.commit=true"), "enable.auto.commit=true"),
                (("--output", "orders:2"), "--output orders: the members read that topic"),
                (("--output", "x:0"), "--output x:0"),
                (("--transaction-timeout-ms", "0", "--transactional"),
                 "--transaction-timeout-ms 0"),
                (("--transaction-timeout-ms", "9000"), "--transaction-timeout-ms")):
            result = run("sandbox", "--plain", *arguments)
            self.assertNotEqual(result.returncode, 0, arguments)
            self.assertIn(words, result.stderr)
            self.assertEqual(result.stderr.count("\n"), 1, result.stderr)
        result = run("figure", "zombie", "--bootstrap-server", "127.0.0.1:1")
        self.assertIn("drive --transactional", result.stderr)


if __name__ == "__main__":
    unittest.main()
