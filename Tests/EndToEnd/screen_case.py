"""What tests of the screen have in common."""

import unittest

from program import json_lines, owners
from terminal import Terminal


class ScreenCase(unittest.TestCase):
    """Opens terminals and closes them whatever happens."""

    def open(self, *arguments, **options):
        terminal = Terminal(**options)
        self.addCleanup(terminal.close)
        terminal.start(*arguments)
        return terminal

    def play(self, *arguments, **options):
        """A figure with snapshots beside the screen."""
        terminal = Terminal(**options)
        self.addCleanup(terminal.close)
        terminal.start(*arguments, "--snapshots", terminal.path("snapshots"))
        terminal.wait("Stable")
        return terminal

    def last(self, terminal):
        lines = json_lines(terminal.path("snapshots"))
        return lines[-1] if lines else None

    def wait_snapshot(self, terminal, fits, what):
        """Until the newest snapshot fits."""
        def answer():
            last = self.last(terminal)
            return last if last and fits(last) else None
        try:
            return terminal.wait_until(answer, what)
        except AssertionError as error:
            raise AssertionError(f"{error}\nthe last snapshot: {self.last(terminal)}") from None

    def wait_settled(self, terminal, generation, what):
        """Stable in a generation, and every partition read."""
        return self.wait_snapshot(
            terminal,
            lambda now: now["state"] == "Stable" and now["generation"] == generation
            and all(owners(now).values()), what)

    def faster(self, terminal, times=4):
        """Twice as fast, so many times."""
        terminal.keys(*["+"] * times)
