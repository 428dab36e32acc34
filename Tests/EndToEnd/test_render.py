"""Pictures without a terminal."""

import json
import re
import unicodedata
import unittest
import xml.etree.ElementTree as tree

from program import run


def columns(text):
    """Columns that a line takes in a terminal."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1
               for each in text if not unicodedata.combining(each))


class Render(unittest.TestCase):
    def picture(self, *arguments):
        result = run("render", "figure", "6-5", *arguments)
        self.assertEqual((result.returncode, result.stderr), (0, ""), arguments)
        return result.stdout

    def test_text_fits_its_size_in_both_languages(self):
        sizes = (80, 24), (120, 40), (200, 60), (60, 16), (30, 8), (1, 1), (500, 200)
        for width, height in sizes:
            for language in ("en", "ko"):
                text = self.picture(
                    "--step", "last", "--size", f"{width}x{height}", "--lang", language)
                rows = text.split("\n")[:-1]
                self.assertEqual(len(rows), height)
                for row in rows:
                    self.assertLessEqual(columns(row), width, row)

    def test_the_picture_answers_the_questions(self):
        text = self.picture("--step", "last")
        for wanted in ("Stable", "Why ", "Cost ", "Next ", "moved", "kept", "[B]", "[C]"):
            self.assertIn(wanted, text)
        text = self.picture("--step", "last", "--lang", "ko")
        for wanted in ("이유", "비용", "다음", "유지", "이동"):
            self.assertIn(wanted, text)

    def test_beats_times_and_steps_agree(self):
        self.assertIn("dead", self.picture("--beat", "dead"))
        self.assertIn("0:24.0", self.picture("--at", "24s"))
        self.assertEqual(self.picture(), self.picture("--step", "0"))
        self.assertEqual(self.picture("--beat", "dead"), self.picture("--step", "1"))

    def test_panes(self):
        for name, sight in (
                ("messages", "FindCoordinator(peter-consumer01)"), ("records", "generation 0"),
                ("describe", "CURRENT-OFFSET"), ("grid", "3 members"), ("log", "Log"),
                ("settings", "session.timeout.ms")):
            self.assertIn(sight, self.picture("--pane", name, "--size", "80x60"))
        wrong = run("render", "figure", "6-5", "--pane", "pictures")
        self.assertEqual(wrong.returncode, 2)
        self.assertIn("it must be one of consoles, describe, grid, log", wrong.stderr)

    def test_the_seed_decides_all_chance(self):
        def ids(seed):
            picture = json.loads(self.picture("--seed", seed, "--format", "json"))
            return [member["memberId"] for member in picture["members"]]
        self.assertEqual(ids("5"), ids("5"))
        self.assertNotEqual(ids("5"), ids("6"))

    def test_ascii_is_ascii(self):
        for step in ("0", "1", "last"):
            self.assertTrue(self.picture("--step", step, "--ascii").isascii())

    def test_wide_ambiguous_characters_are_left_out(self):
        text = self.picture("--step", "last", "--ambiguous-width", "2")
        wide = {each for each in text if unicodedata.east_asian_width(each) == "A"}
        self.assertEqual(wide, set())

    def test_colors(self):
        colored = self.picture("--step", "last", "--format", "ansi")
        self.assertIn("\x1b[", colored)
        self.assertIn("38;5;", colored)
        plain = re.sub(r"\x1b\[[0-9;]*m", "", colored)
        self.assertEqual(
            [row.rstrip() for row in plain.split("\n")],
            [row.rstrip() for row in self.picture("--step", "last").split("\n")])
        mono = self.picture("--step", "last", "--format", "ansi", "--colors", "mono")
        self.assertNotIn("38;5;", mono)
        light = self.picture("--step", "last", "--format", "ansi", "--theme", "light")
        self.assertNotEqual(colored, light)

    def test_svg_is_well_formed(self):
        for language in ("en", "ko"):
            svg = self.picture("--step", "last", "--format", "svg", "--lang", language)
            self.assertTrue(tree.fromstring(svg).tag.endswith("svg"))
