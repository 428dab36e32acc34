"""Recordings: saved, played, exported, installed with the program."""

import os
import subprocess
import tempfile
import unittest

from program import environment, json_lines, owners, run
from screen_case import ScreenCase
from terminal import Terminal

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OWN = ("source", "step", "steps")


def shared(snapshot):
    """All but what a recording has of its own."""
    return {name: value for name, value in snapshot.items() if name not in OWN}


class Screen(ScreenCase):
    def test_w_saves_what_play_shows_again(self):
        terminal = Terminal()
        self.addCleanup(terminal.close)
        terminal.type(f"cd {terminal.folder.name}")
        terminal.start("figure", "6-4", "--snapshots", terminal.path("snapshots"))
        terminal.wait("Stable")
        terminal.keys("k")
        terminal.wait("dead")
        self.faster(terminal)
        self.wait_settled(terminal, 2, "the survivors to own all")
        terminal.wait("moved")
        terminal.keys("Space")
        terminal.wait("paused")
        terminal.keys("w")
        terminal.wait("regroup-6-4-1.recording")
        terminal.keys("w")
        terminal.wait("regroup-6-4-2.recording")
        path = terminal.path("regroup-6-4-1.recording")
        last = self.last(terminal)
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0)
        # The picture at the last snapshot's time is the same, to the last field.
        snapshots = terminal.path("again")
        played = run("play", path, "--plain", "--lang", "en", "--snapshots", snapshots)
        self.assertEqual((played.returncode, played.stderr), (0, ""))
        again = [each for each in json_lines(snapshots) if each["timeMs"] >= last["timeMs"]]
        self.assertTrue(again)
        self.assertEqual(owners(again[-1]), owners(last))
        self.assertEqual(again[-1]["verdict"], last["verdict"])
        second = self.open("play", path)
        second.wait("recording")
        second.keys("Space", "Home", "Right")
        second.wait("step 1 of")
        second.keys(">", ">", ">", ">", ">", ">", ">", ">")
        second.wait("moved")
        second.keys("k")
        second.wait("only be looked at")
        second.keys("i")
        second.wait("0 of 4 decisions")
        second.keys("Right")
        second.wait("1 of 4 decisions")
        second.keys("i", ":", "Tab")
        second.wait("inside")
        self.assertNotIn("kill", second.row(-2))
        second.keys("Escape")
        second.keys("Home")
        second.wait("step 0 of")
        second.keys("q")
        self.assertEqual(second.status(), 0)


class Lines(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name, text=None):
        path = os.path.join(self.folder.name, name)
        if text is not None:
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        return path

    def recorded(self):
        path = self.path("figure")
        done = run("figure", "6-5", "--plain", "--lang", "en", "--record", path)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return path

    def test_the_same_transcript(self):
        path = self.recorded()
        figure = run("figure", "6-5", "--transcript", "--lang", "en").stdout
        self.assertEqual(run("play", path, "--transcript", "--lang", "en").stdout, figure)

    def test_the_same_last_snapshot(self):
        path = self.recorded()
        run("figure", "6-5", "--plain", "--snapshots", self.path("first"))
        run("play", path, "--plain", "--snapshots", self.path("second"))
        first, second = (json_lines(self.path(name))[-1] for name in ("first", "second"))
        self.assertEqual(second["source"], "recording")
        self.assertEqual(shared(first), shared(second))

    def test_exports(self):
        path = self.recorded()
        svg = run("export", path, "--format", "svg", "--step", "last", "--lang", "ko").stdout
        self.assertTrue(svg.startswith("<svg") and svg.endswith("</svg>\n"))
        self.assertIn(">유</tspan>", svg)
        cast = self.path("cast")
        done = run("export", path, "--format", "asciicast", "-o", cast, "--lang", "en")
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        header, *events = json_lines(cast)
        self.assertEqual(header["version"], 2)
        self.assertEqual([event[1] for event in events], ["o"] * len(events))
        text = run("export", path, "--format", "markdown", "--lang", "en").stdout
        self.assertIn("# 6-5  A consumer dies", text)
        text = run("export", path, "--format", "markdown", "--lang", "ko").stdout
        self.assertIn("시드 1", text)

    def test_bad_files_are_refused_in_one_line(self):
        binary = self.path("binary")
        with open(binary, "wb") as file:
            file.write(bytes(range(256)) * 9000)
        head = "regroup-recording 1\n"
        cases = [
            (self.path("missing"), "No such file"), (self.folder.name, "directory"),
            (self.path("empty", ""), "line 1"), (binary, "line 1"),
            (self.path("next", "regroup-recording 2\n"), "version 2;"),
            (self.path("edited", head + "0 beat index=0\n5 nonsense\n6 beat index=1\n"), "line 3"),
            (self.path("range", head + "0 beat index=-1\n"), "line 2: index"),
            (self.path("slot", head + "0 joined slot=4\n"), "slot 4"),
            (self.path("back", head + "9 beat index=0\n8 beat index=1\n"), "from 9 to 8 ms"),
        ]
        for path, words in cases:
            for command in (("play", "--plain"), ("export", "--format", "markdown")):
                done = run(command[0], path, *command[1:])
                self.assertEqual((done.returncode, done.stdout), (2, ""), path)
                self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
                self.assertIn(words, done.stderr)
                self.assertIn(path, done.stderr)

    def test_a_cut_off_file_plays_and_says_so(self):
        path = self.recorded()
        with open(path, encoding="utf-8") as file:
            text = file.read()
        cut = self.path("cut", text[:len(text) // 2])
        whole = text[:len(text) // 2].count("\n")
        done = run("play", cut, "--plain", "--lang", "en")
        self.assertEqual(done.returncode, 0)
        self.assertIn(f"cut off: the last whole entry is line {whole}", done.stdout)

    def test_a_million_entries_open(self):
        lines = ["regroup-recording 1", "0 topic name=t partitions=500"]
        lines += [f"{time} committed partition=t,{time % 500} offset={time}"
                  for time in range(1, 1_000_001)]
        path = self.path("million", "\n".join(lines) + "\n1000000 end\n")
        done = run("export", path, "--format", "svg", "--at", "999s", "--lang", "en", timeout=120)
        self.assertEqual((done.returncode, done.stderr.count("not tell where")), (0, 1))
        self.assertTrue(done.stdout.startswith("<svg"))

    def test_a_record_that_cannot_be_written_is_a_failure(self):
        done = run("figure", "6-5", "--plain", "--record", self.path("none/x"))
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("none/x", done.stderr)

    def test_install_and_uninstall(self):
        prefix = self.path("prefix")

        def make(target):
            return subprocess.run(
                ["make", "-C", ROOT, target, f"PREFIX={prefix}"], capture_output=True,
                encoding="utf-8", timeout=120, env=environment(), check=True)

        make("install")
        program = os.path.join(prefix, "bin", "regroup")
        version = subprocess.run([program, "--version"], capture_output=True, check=True)
        self.assertEqual(version.stdout.decode(), run("--version").stdout)
        with open(os.path.join(prefix, "share/man/man1/regroup.1"), encoding="utf-8") as file:
            self.assertIn(".SS regroup play", file.read())
        for name in ("bash-completion/completions/regroup", "zsh/site-functions/_regroup",
                     "fish/vendor_completions.d/regroup.fish"):
            with open(os.path.join(prefix, "share", name), encoding="utf-8") as file:
                self.assertIn("export", file.read(), name)
        make("uninstall")
        self.assertEqual([files for _, _, files in os.walk(prefix) if files], [])


if __name__ == "__main__":
    unittest.main()
