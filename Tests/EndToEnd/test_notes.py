"""The presenter's notes on a second terminal."""

import os
import signal
import subprocess
import tempfile
import unittest

from program import BINARY, environment, run, wait_for
from screen_case import ScreenCase


class Notes(ScreenCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="regroup-notes-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.socket = os.path.join(folder.name, f"regroup-{os.getuid()}.sock")

    def here(self, *arguments, **options):
        return self.open(*arguments, XDG_RUNTIME_DIR=self.folder, **options)

    def test_notes_follow_a_presentation_and_wait_for_the_next(self):
        notes = self.here("notes", "--lang", "en", width=60, height=30)
        notes.wait("waits for a presentation")
        stage = self.here("figure", "6-5", "--lang", "ko")
        notes.wait("A consumer dies")
        stage.keys("Space")
        notes.wait("paused")
        stage.keys("Home", "Right")
        notes.wait("step 1 of 13")
        notes.wait("0:25.1 the coordinator removes A")
        stage.keys("Right")
        notes.wait("step 2 of 13")
        notes.keys("L")
        notes.wait("13단계 중 2")
        notes.resize(40, 10)
        notes.wait("↓")
        notes.keys("Down", "Down")
        notes.keys("L")
        stage.keys("C")
        notes.wait("compare")
        stage.keys("Escape")
        notes.wait("step 2 of 13")
        stage.keys("q")
        self.assertEqual(stage.status(), 0)
        self.assertFalse(os.path.exists(self.socket))
        notes.wait("waits for a presentation")
        again = self.here("sandbox", "--anonymize", "--topic", "secret:3")
        notes.wait("Sandbox")
        again.keys("q")
        self.assertEqual(again.status(), 0)
        notes.keys("q")
        self.assertEqual(notes.status(), 0)

    def test_a_second_presentation_goes_on_without_notes(self):
        first = self.here("figure", "6-4", "--lang", "en")
        first.wait("Stable")
        self.assertEqual(os.stat(self.socket).st_mode & 0o777, 0o600)
        second = self.here("figure", "6-5", "--lang", "en")
        second.wait("no notes: another presentation")
        second.keys("k")
        second.wait("dead")
        second.keys("q")
        self.assertEqual(second.status(), 0)
        notes = self.here("notes", "--lang", "en")
        notes.wait("6-4")
        first.keys("q")
        self.assertEqual(first.status(), 0)

    def test_a_presentation_that_was_killed_leaves_a_socket_that_is_replaced(self):
        first = self.here("figure", "6-4")
        first.wait("Stable")
        os.kill(first.process(), signal.SIGKILL)
        wait_for(lambda: first.read("after"), first.screen)
        self.assertTrue(os.path.exists(self.socket))
        second = self.here("figure", "6-5", "--lang", "en")
        second.wait("Stable")
        notes = self.here("notes", "--lang", "en")
        notes.wait("A consumer dies")
        os.kill(second.process(), signal.SIGTERM)
        self.assertEqual(second.status(), 143)
        self.assertFalse(os.path.exists(self.socket))

    def test_a_reader_that_stands_still_does_not_hold_up_the_presentation(self):
        stage = self.play("figure", "6-5", "--lang", "en", XDG_RUNTIME_DIR=self.folder)
        still = subprocess.Popen(
            [BINARY, "notes"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            env=environment(XDG_RUNTIME_DIR=self.folder))
        self.addCleanup(still.stdout.close)
        self.addCleanup(still.wait)
        self.addCleanup(still.kill)
        self.assertTrue(still.stdout.readline())
        still.send_signal(signal.SIGSTOP)
        self.faster(stage)
        self.wait_settled(stage, 2, "the survivors to own all")
        stage.keys("q")
        self.assertEqual(stage.status(), 0)
        self.assertFalse(os.path.exists(self.socket))

    def test_into_a_pipe_notes_are_lines(self):
        stage = self.here("figure", "6-5", "--lang", "ko")
        stage.wait("Stable")
        notes = subprocess.Popen(
            [BINARY, "notes", "--lang", "en"], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, encoding="utf-8",
            env=environment(XDG_RUNTIME_DIR=self.folder))
        self.addCleanup(notes.stdout.close)
        self.addCleanup(notes.wait)
        self.addCleanup(notes.kill)
        self.assertIn("6-5  A consumer dies  1 even  step 0", notes.stdout.readline())
        stage.keys("Space", "Right")
        for line in notes.stdout:
            if "2 dead  step 1" in line:
                break
        stage.keys("q")
        self.assertEqual(stage.status(), 0)
        for line in notes.stdout:
            if "waits for a presentation" in line:
                break
        notes.send_signal(signal.SIGTERM)
        self.assertEqual(notes.wait(timeout=30), 143)

    def test_wrong_paths_are_named(self):
        for arguments, word in [
                (["notes", "--socket", ""], "--socket"),
                (["notes", "--socket", "/" + "a" * 200], "too long"),
                (["notes", "--anonymize"], "give it to the presentation")]:
            with self.subTest(arguments=arguments):
                answer = run(*arguments)
                self.assertEqual(answer.returncode, 2)
                self.assertIn(word, answer.stderr)


class Names(ScreenCase):
    def test_no_name_is_on_the_screen_or_in_files(self):
        terminal = self.play(
            "sandbox", "--anonymize", "--topic", "zebra:2", "--topic", "walrus:3", "--static",
            "--record", "/dev/null", width=150, height=40)
        for key in "123456g":
            terminal.keys(key)
            terminal.wait(lambda screen: "zebra" not in screen and "walrus" not in screen)
        terminal.keys("5")
        terminal.wait("topic-2")
        terminal.keys("1", "P")
        self.wait_snapshot(
            terminal, lambda now: len(now["partitions"]) == 6, "another partition")
        self.assertNotIn("zebra", terminal.screen())
        self.assertNotIn("zebra", terminal.read("snapshots"))
        self.assertNotIn("walrus", terminal.read("snapshots"))
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0)


if __name__ == "__main__":
    unittest.main()
