"""Without a terminal: lines, transcripts, snapshots, errors and exit statuses."""

import json
import os
import subprocess
import tempfile
import unittest

from program import BINARY, environment, owners, run


class Lines(unittest.TestCase):
    def test_a_figure_runs_to_its_end(self):
        result = run("figure", "6-5")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(result.stderr, "")
        for text in ("A is killed", "its session ended", "Why ", "Cost ", "Next ", "not read: 0",
                     "B peter-kafka02: 0 1", "C peter-kafka03: 2"):
            self.assertIn(text, result.stdout)

    def test_korean_by_option_and_by_locale(self):
        for result in (run("figure", "6-5", "--lang", "ko"),
                       run("figure", "6-5", LC_ALL="ko_KR.UTF-8")):
            for text in ("이유", "비용", "다음", "시드 1"):
                self.assertIn(text, result.stdout)
            self.assertNotIn("seed", result.stdout)

    def test_ascii_means_the_lines_too(self):
        result = run("figure", "6-5", "--ascii", "--lang", "en")
        self.assertIn("kept 2 - moved 1", result.stdout)
        self.assertTrue(result.stdout.isascii())

    def test_fuzz_says_one_line_and_its_recording_plays(self):
        result = run("fuzz", "--seed", "3", "--runs", "5", "--minutes", "5")
        self.assertEqual((result.returncode, result.stderr), (0, ""), result.stdout)
        self.assertRegex(
            result.stdout, r"^5 seeds, \d+ steps, \d+ times .*, 0 seeds broke an invariant\n$")
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "3.recording")
            self.assertEqual(run("fuzz", "--seed", "3", "--record", path).returncode, 0)
            played = run("play", path, "--transcript")
            self.assertEqual(played.returncode, 0, played.stderr)
            self.assertIn("Stable, generation", played.stdout)
        refused = run("fuzz", "--runs", "2", "--record", "x")
        self.assertEqual(refused.returncode, 2)
        self.assertIn("--record: one seed makes a recording", refused.stderr)

    def test_a_closed_pipe_is_no_error(self):
        command = f'"{BINARY}" figure 6-5 | head -1; echo "${{PIPESTATUS[@]}}"'
        result = subprocess.run(
            ["bash", "-c", command], stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
            encoding="utf-8", env=environment(), check=True)
        self.assertEqual(result.stdout.split("\n")[1], "0 0")
        self.assertEqual(result.stderr, "")

    def test_what_was_recorded_outlives_the_reader_of_the_lines(self):
        with tempfile.TemporaryDirectory() as folder:
            for option in ([], ["--transcript"]):
                path = os.path.join(folder, "recording")
                command = [BINARY, "figure", "practice", *option, "--record", path]
                reading, writing = os.pipe()
                os.close(reading)
                subprocess.run(
                    command, stdin=subprocess.DEVNULL, stdout=writing, timeout=60,
                    env=environment(), check=True)
                os.close(writing)
                with open(path, encoding="utf-8") as file:
                    lines = file.read().split("\n")
                self.assertEqual(lines[0], "regroup-recording 1")
                self.assertTrue(lines[-2].endswith(" end"), lines[-2])
                played = run("play", path, "--plain", "--lang", "en")
                self.assertEqual((played.returncode, played.stderr), (0, ""))
                self.assertNotIn("cut off", played.stdout)

    def test_a_reader_that_is_gone_already(self):
        reading, writing = os.pipe()
        os.close(reading)
        for arguments in (["figure", "6-5"], ["figure", "6-5", "--transcript"],
                          ["render", "figure", "6-5"], ["--help"], [],
                          ["assign", "--assignor", "range", "--topic", "t:3", "--member", "a"]):
            result = subprocess.run(
                [BINARY, *arguments], stdin=subprocess.DEVNULL, stdout=writing,
                stderr=subprocess.PIPE, timeout=60, env=environment(), check=False)
            self.assertEqual((result.returncode, result.stderr), (0, b""), arguments)
        os.close(writing)

    def test_assign_names_what_is_wrong_and_answers_the_rest(self):
        good = {"id": "g", "assignor": "range", "topics": {"t": 1},
                "members": [{"id": "a", "subscription": ["t"]}]}
        unknown = dict(good, assignor="rnge")
        twice = dict(good, members=good["members"] * 2)
        negative = dict(good, topics={"t": -1})
        gone = dict(good, members=[dict(good["members"][0], owned=[["t", 1]])])
        lines = [json.dumps(line) for line in (good, unknown, twice, negative, gone, good)]
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "cases.jsonl")
            with open(path, "w", encoding="utf-8") as file:
                file.write("\n".join(lines + ["{", "", lines[0]]))
            for option, count in (([], 3), (["--bench"], 4)):
                result = run("assign", *option, path)
                self.assertEqual(result.returncode, 2, result.stderr)
                self.assertEqual(len(result.stdout.splitlines()), count, result.stdout)
                self.assertEqual(
                    [line.split(": ")[1:3] for line in result.stderr.splitlines()],
                    [["line 2", "assignor"], ["line 3", "members[1].id"], ["line 4", "topics.t"],
                     ["line 5", "members[0].owned[0]"], ["line 7", "column 2"]])

    def test_the_sandbox_plays_for_the_time_given(self):
        result = run("sandbox", "--members", "2", "--topic", "t:4", "--for", "5s",
                     "--snapshots", "-")
        self.assertEqual(result.returncode, 0, result.stderr)
        times = [json.loads(line)["timeMs"]
                 for line in result.stdout.split("\n") if line.startswith("{")]
        self.assertEqual(times, sorted(times))
        self.assertLessEqual(times[-1] - times[0], 5000)
        self.assertGreaterEqual(times[-1] - times[0], 3000)

    def test_one_seed_one_transcript(self):
        for number in ("6-4", "6-5"):
            texts = [run("figure", number, "--transcript", "--seed", str(seed)).stdout
                     for seed in (7, 7, 8)]
            self.assertEqual(texts[0], texts[1])
            self.assertNotEqual(texts[0], texts[2])
            self.assertGreater(texts[0].count("\n"), 20)

    def test_without_a_terminal_home_says_what_there_is(self):
        result = run()
        self.assertEqual(result.returncode, 0)
        self.assertIn("regroup figure 6-5", result.stdout)

    def test_no_terminal_to_draw_on(self):
        self.assertIn("Why ", run("figure", "6-4", TERM="dumb").stdout)


class Snapshots(unittest.TestCase):
    KEYS = ["source", "seed", "timeMs", "beat", "step", "steps", "state", "generation", "leader",
            "members", "partitions", "verdict"]

    def test_every_line_is_json_and_time_goes_on(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "lines")
            result = run("figure", "6-5", "--plain", "--snapshots", path)
            self.assertEqual(result.returncode, 0, result.stderr)
            with open(path, encoding="utf-8") as file:
                lines = [json.loads(line) for line in file]
        self.assertGreater(len(lines), 20)
        for line in lines:
            self.assertEqual(list(line), self.KEYS)
        times = [line["timeMs"] for line in lines]
        self.assertEqual(times, sorted(times))
        self.assertEqual(lines[0]["beat"], "even")
        self.assertEqual(lines[-1]["beat"], "moved")
        ghosts = [line["partitions"][0] for line in lines
                  if line["partitions"][0]["state"] == "ghost"]
        self.assertTrue(ghosts)
        self.assertTrue(all(ghost["reader"] is None for ghost in ghosts))

    def test_the_owners_of_figure_6_5(self):
        result = run("render", "figure", "6-5", "--step", "last", "--format", "json")
        self.assertEqual(
            owners(json.loads(result.stdout)),
            {0: "peter-kafka02", 1: "peter-kafka02", 2: "peter-kafka03"})


class Errors(unittest.TestCase):
    def complaint(self, *arguments):
        result = run(*arguments)
        self.assertEqual(result.stdout, "", arguments)
        self.assertEqual(result.stderr.count("\n"), 1, result.stderr)
        self.assertTrue(result.stderr.startswith("regroup: "), result.stderr)
        return result.returncode, result.stderr

    def test_wrong_usage_names_what_and_where(self):
        figure = ["render", "figure", "6-5"]
        cases = [
            (["nope"], "'nope'"), (["figure"], "<figure>"), (["figure", "9-9"], "'9-9'"),
            (["figure", "6-5", "--seed", "x"], "--seed"), (["--lang", "fr"], "--lang"),
            (["figure", "6-5", "--ambiguous-width", "3"], "--ambiguous-width 3"),
            (["figure", "6-5", "extra"], "'extra'"),
            ([*figure, "--beat", "nope"], "even, dead, moved"),
            ([*figure, "--size", "0x0"], "--size"), ([*figure, "--size", "501x10"], "--size"),
            ([*figure, "--size", "80"], "--size"), ([*figure, "--step", "9999"], "9999"),
            ([*figure, "--step", "-1"], "--step"), ([*figure, "--at", "soon"], "--at"),
            ([*figure, "--at", "1s", "--step", "1"], "--at, --step"),
            ([*figure, "--format", "gif"], "--format"),
            (["sandbox", "--members", "0"], "--members 0"),
            (["sandbox", "--members", "1000000"], "--members 1000000"),
            (["sandbox", "--topic", "t:1001"], "--topic"),
            (["sandbox", "--topic", "t"], "--topic"), (["sandbox", "--topic", "t:x"], "--topic"),
            (["sandbox", "--latency-ms", "20-5"], "--latency-ms"),
            (["sandbox", "--produce-rate", "100001"], "--produce-rate 100001"),
            (["sandbox", "-X", "no.such.key=1"], "no.such.key=1"),
            (["sandbox", "-X", "session.timeout.ms=ten"], "session.timeout.ms=ten"),
            (["sandbox", "--for", "never"], "--for"),
        ]
        for arguments, named in cases:
            with self.subTest(arguments=arguments):
                status, text = self.complaint(*arguments)
                self.assertEqual(status, 2)
                self.assertIn(named, text)

    def test_a_file_that_cannot_be_written(self):
        path = "/no/such/folder/lines"
        status, text = self.complaint("figure", "6-5", "--snapshots", path)
        self.assertEqual(status, 1)
        self.assertIn(path, text)

    @unittest.skipUnless(os.path.exists("/dev/full"), "the system has no full device")
    def test_a_full_disk(self):
        result = run("figure", "6-5", "--snapshots", "/dev/full")
        self.assertEqual(result.returncode, 1)
        self.assertIn("/dev/full", result.stderr)

    def test_help_and_version_are_no_errors(self):
        for arguments in (["--help"], ["figure", "--help"], ["sandbox", "--help"], ["--version"],
                          ["render", "figure", "--help"], ["help", "sandbox"]):
            result = run(*arguments)
            self.assertEqual((result.returncode, result.stderr), (0, ""), arguments)
            self.assertTrue(result.stdout)
