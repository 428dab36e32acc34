"""The terminal is always given back, whatever ends the program."""

import os
import signal
import unittest

from program import wait_for
from screen_case import ScreenCase


class Manners(ScreenCase):
    def shown(self, *arguments, **options):
        terminal = self.open("figure", "6-4", *arguments, **options)
        terminal.wait("Stable")
        return terminal

    def check_restored(self, terminal, status):
        self.assertEqual(terminal.status(), status)
        terminal.wait("over")
        self.assertEqual(terminal.read("before"), terminal.read("after"))
        self.assertNotIn("Stable", terminal.screen())
        # The shell echoes what is typed and runs it: the terminal is usable.
        terminal.type("echo $((40 + 2)) fine")
        terminal.wait("42 fine")

    def test_quit(self):
        terminal = self.shown()
        terminal.keys("q")
        self.check_restored(terminal, 0)

    def test_control_c(self):
        terminal = self.shown()
        terminal.keys("C-c")
        terminal.wait("ready$")
        # bash leaves out the rest of the line after an interrupted program.
        terminal.type(f"stty -a >{terminal.path('after')}; echo back")
        terminal.wait("back")
        terminal.wait_until(lambda: terminal.read("after"), "stty")
        self.assertEqual(terminal.read("before"), terminal.read("after"))

    def test_signals(self):
        for number, status in ((signal.SIGTERM, 143), (signal.SIGHUP, 129)):
            with self.subTest(signal=number):
                terminal = self.shown()
                os.kill(terminal.process(), number)
                self.check_restored(terminal, status)

    def test_a_trap_in_the_program_leaves_no_broken_terminal(self):
        for number in (signal.SIGILL, signal.SIGTRAP, signal.SIGSEGV):
            with self.subTest(signal=number):
                terminal = self.shown()
                os.kill(terminal.process(), number)
                self.check_restored(terminal, 128 + number)

    def test_stopped_and_continued(self):
        terminal = self.shown()
        terminal.keys("C-z")
        terminal.wait("Stopped")
        terminal.type("echo between")
        terminal.wait("between")
        terminal.type("fg")
        terminal.wait("Stable")
        terminal.keys("q")
        terminal.wait_gone("Stable")

    def test_a_closed_terminal_ends_the_program(self):
        terminal = self.shown()
        process = terminal.process()
        terminal.tmux("kill-server")
        wait_for(lambda: not os.path.exists(f"/proc/{process}"),
                 lambda: f"process {process} still lives")

    def test_every_size(self):
        terminal = self.shown()
        for width, height in ((120, 40), (200, 60), (60, 16), (40, 10), (20, 4), (80, 24)):
            terminal.resize(width, height)
            if width >= 80:
                terminal.wait("Next")
            else:
                terminal.wait(lambda screen: screen.strip() and "6-4" not in screen
                              or "Stable" in screen)
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0)

    def test_paused_it_waits_for_ever(self):
        terminal = self.shown()
        terminal.keys("Space")
        process = terminal.process()
        poll, forever = "7", "0xffffffff"

        def is_idle():
            try:
                with open(f"/proc/{process}/syscall", encoding="ascii") as file:
                    words = file.read().split()
            except PermissionError:
                self.skipTest("the system does not tell what a process waits for")
            return words[0] == poll and words[3].endswith(forever[2:])

        terminal.wait_until(is_idle, "a wait without an end")
        terminal.keys("Space")
        terminal.wait_until(lambda: not is_idle(), "the clock to run again")


class Looks(ScreenCase):
    def test_kinds_of_terminals(self):
        for name in ("xterm", "xterm-16color", "vt100", "screen-256color"):
            with self.subTest(term=name):
                terminal = self.open("figure", "6-5", TERM=name)
                terminal.wait("Why")
                terminal.keys("q")
                self.assertEqual(terminal.status(), 0)

    def test_a_terminal_that_cannot_move_its_cursor_gets_lines(self):
        for name in ("dumb", "no-such-terminal"):
            with self.subTest(term=name):
                terminal = self.open("figure", "6-5", TERM=name)
                self.assertEqual(terminal.status(), 0)
                terminal.wait("Next")

    def test_snapshots_and_screen_cannot_share_the_terminal(self):
        terminal = self.open("figure", "6-5", "--snapshots", "-")
        self.assertEqual(terminal.status(), 2)
        terminal.wait("--snapshots -")

    def test_no_color(self):
        terminal = self.open("figure", "6-5", NO_COLOR="1")
        terminal.wait("Why")
        self.assertNotIn("38;5;", terminal.screen(colors=True))
        terminal = self.open("figure", "6-5")
        terminal.wait("Why")
        self.assertIn("38;5;", terminal.screen(colors=True))

    def test_a_locale_without_utf8_gets_ascii(self):
        terminal = self.open("figure", "6-5", LC_ALL="C")
        terminal.wait("Why")
        self.assertTrue(terminal.screen().isascii())

    def test_korean(self):
        terminal = self.open("figure", "6-5", "--lang", "ko")
        terminal.wait("이유")
        terminal.wait("다음")


if __name__ == "__main__":
    unittest.main()
