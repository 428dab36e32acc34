"""Clients that others wrote, on the program's own screen."""

import os
import signal
import socket
import subprocess
import tempfile
import unittest

from cluster import CLIENTS, PYTHON
from program import member, owners, readers, run, wait_for
from screen_case import ScreenCase
from terminal import Terminal

GROUP = "peter-consumer01"
TOPIC = "peter-test06"


def free_port():
    """One that nobody has at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def clients_of(port):
    """The processes of consumers at that port, whoever started them."""
    result = subprocess.run(
        ["pgrep", "-f", f"127.0.0.1:{port} {TOPIC} "], capture_output=True, encoding="utf-8",
        check=False)
    return [int(word) for word in result.stdout.split()]


class Serve(ScreenCase):
    def serve(self, *more, is_recorded=False):
        self.port = free_port()
        terminal = Terminal(width=100, height=30)
        self.addCleanup(terminal.close)
        if is_recorded:
            more = [*more, "--record", terminal.path("lecture")]
        terminal.start(
            "serve", "--listen", f"127.0.0.1:{self.port}", "--produce-rate", "5",
            "-X", "group.initial.rebalance.delay.ms=500", "--snapshots",
            terminal.path("snapshots"), *more)
        return terminal

    def consumer(self, name, instance=None):
        """A script of the Clients folder, as somebody else would start it."""
        script = "consumer_static.py" if instance else "consumer_standard.py"
        words = [f"127.0.0.1:{self.port}", TOPIC, GROUP, name, *([instance] if instance else [])]
        process = subprocess.Popen(
            [PYTHON, os.path.join(CLIENTS, script), *words], stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        self.addCleanup(process.stdin.close)
        return process

    def reading(self, terminal, count, what):
        """All three partitions are read by so many members."""
        return self.wait_snapshot(
            terminal, lambda now: now["state"] == "Stable" and len(owners(now)) == 3
            and all(owners(now).values()) and len(set(owners(now).values())) == count, what)

    def quit(self, terminal):
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0, terminal.screen())

    def test_clients_join_die_and_come_back(self):
        terminal = self.serve()
        terminal.wait("this broker waits for them")
        terminal.wait(f"bootstrap.servers=127.0.0.1:{self.port}")
        consumers = {name: self.consumer(name) for name in ("app-1", "app-2", "app-3")}
        now = self.reading(terminal, 3, "three clients to read all")
        self.assertEqual({each["name"] for each in now["members"]}, set(consumers))
        consumers["app-2"].send_signal(signal.SIGKILL)
        terminal.wait("cannot know yet")
        before = member(self.last(terminal), "app-2")["memberId"]
        self.reading(terminal, 2, "the survivors to take over when the session ends")
        again = self.consumer("app-2")
        now = self.reading(terminal, 3, "the one that came back to read")
        self.assertNotEqual(member(now, "app-2")["memberId"], before)
        self.assertEqual(len(now["members"]), 3)
        again.send_signal(signal.SIGTERM)
        now = self.reading(terminal, 2, "the others to take over at once")
        self.quit(terminal)

    def test_a_static_client_comes_back_without_a_rebalance(self):
        terminal = self.serve()
        first = self.consumer("app-1", "instance-1")
        self.consumer("app-2", "instance-2")
        now = self.reading(terminal, 2, "two static clients to read all")
        generation, before = now["generation"], readers(now)
        first.send_signal(signal.SIGKILL)
        terminal.wait("A static member sends no LeaveGroup")
        self.consumer("app-1", "instance-1")
        terminal.wait("no rebalance")
        now = self.reading(terminal, 2, "both to read")
        self.assertEqual((now["generation"], readers(now)), (generation, before))
        self.quit(terminal)

    def test_answers_are_held_and_let_go(self):
        terminal = self.serve()
        self.consumer("app-1")
        self.reading(terminal, 1, "one client to read all")
        terminal.keys("h")
        terminal.wait("holds answers to JoinGroup: 0")
        self.consumer("app-2")
        terminal.wait("holds answers to JoinGroup: 2")
        terminal.wait("CompletingRebalance")
        terminal.wait("then gives up")
        terminal.keys("h")
        self.reading(terminal, 2, "both to read")
        terminal.type(":hold sync")
        terminal.wait("holds answers to SyncGroup: 0")
        self.consumer("app-3")
        terminal.wait("holds answers to SyncGroup: 3")
        terminal.keys("h")
        self.reading(terminal, 3, "all three to read")
        terminal.type(":hold heartbeat")
        terminal.wait("holds answers to Heartbeat: 3")
        terminal.keys("h")
        terminal.wait_gone("holds answers")
        self.quit(terminal)

    def test_keys_act_on_the_broker(self):
        terminal = self.serve()
        self.consumer("app-1")
        self.consumer("app-2")
        self.reading(terminal, 2, "two clients to read all")
        terminal.keys("k")
        terminal.wait("no member here that this key can act on")
        terminal.keys("x")
        terminal.wait("removed by an administrator")
        self.reading(terminal, 2, "the one that was removed to be back")
        terminal.type(":coordinator")
        terminal.keys("2")
        terminal.wait("is the coordinator now")
        terminal.keys("1")
        self.reading(terminal, 2, "both to read on")
        terminal.type(":produce 30")
        terminal.keys("2")
        terminal.wait("a producer sends 30 records")
        terminal.keys("1", "P")
        terminal.wait("Partition 3 was added")
        self.quit(terminal)

    def test_spawned_clients_are_killed_stopped_and_started_again(self):
        terminal = self.serve("--spawn", "2", "--python", PYTHON)
        self.reading(terminal, 2, "both clients to read all")
        terminal.keys("s")
        terminal.wait("hangs")
        terminal.keys("s")
        terminal.wait_gone("hangs")
        terminal.keys("k")
        terminal.wait("cannot know yet")
        terminal.keys("r")
        self.reading(terminal, 2, "the one that was started again to read")
        terminal.keys("a")
        self.reading(terminal, 3, "the third one to read")
        terminal.keys("x")
        self.reading(terminal, 2, "the others to take over at once")
        self.quit(terminal)
        self.assertEqual(clients_of(self.port), [])

    def test_no_client_outlives_a_program_that_is_killed(self):
        terminal = self.serve("--spawn", "2", "--python", PYTHON)
        self.reading(terminal, 2, "both clients to read all")
        terminal.keys("s")
        terminal.wait("hangs")
        self.assertEqual(len(clients_of(self.port)), 2)
        os.kill(terminal.process(), signal.SIGKILL)
        wait_for(lambda: not clients_of(self.port), lambda: f"{clients_of(self.port)} live on")

    def test_a_recording_plays(self):
        terminal = self.serve(is_recorded=True)
        self.consumer("app-1")
        self.reading(terminal, 1, "one client to read all")
        self.quit(terminal)
        self.assertRegex(terminal.read("lecture"), r"(?m)^\d+ <request ")
        played = run("play", terminal.path("lecture"), "--transcript")
        self.assertEqual(played.returncode, 0, played.stderr)
        self.assertIn("A is the leader", played.stdout)
        hidden = run("play", terminal.path("lecture"), "--transcript", "--anonymize")
        self.assertNotIn("app-1", hidden.stdout)


class ServeMistakes(unittest.TestCase):
    def test_a_port_in_use_is_one_clear_line(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            result = run("serve", "--listen", f"127.0.0.1:{port}", "--plain")
        self.assertEqual(result.returncode, 1)
        self.assertEqual(
            result.stderr,
            f"regroup: port {port} of 127.0.0.1 is in use already: --listen takes another one\n")

    def test_other_machines_are_let_in_with_a_warning_only(self):
        result = run("serve", "--listen", "0.0.0.0:0", "--plain", "--for", "0.2s")
        self.assertEqual(result.returncode, 2)
        self.assertIn("--advertise HOST has to say", result.stderr)
        result = run(
            "serve", "--listen", "0.0.0.0:0", "--advertise", "localhost", "--plain", "--for",
            "1s", "--lang", "en")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("warning: 0.0.0.0 can be reached from other machines", result.stderr)
        self.assertIn("bootstrap.servers=localhost:", result.stdout)

    def test_a_client_that_cannot_run_is_said_to_have_failed(self):
        with tempfile.TemporaryDirectory() as folder:
            python = os.path.join(folder, "python")
            with open(python, "w", encoding="utf-8") as file:
                file.write("#!/bin/sh\necho \"No module named 'confluent_kafka'\" >&2\nexit 1\n")
            os.chmod(python, 0o755)
            result = run(
                "serve", "--listen", "127.0.0.1:0", "--spawn", "1", "--python", python,
                "--plain", "--for", "2s", "--lang", "en")
        self.assertEqual(result.returncode, 1)
        self.assertIn("A's program has failed", result.stdout)
        self.assertNotIn("is killed", result.stdout)
        self.assertEqual(
            result.stderr, "regroup: a client that was to run here has failed: "
            "No module named 'confluent_kafka' "
            "(pip install confluent-kafka, or --python with one that has it)\n")

    def test_options_that_fit_nothing(self):
        for words, what in ((["--python", "x"], "without --spawn"),
                            (["--spawn", "1", "--python", "/nowhere"], "/nowhere"),
                            (["--spawn", "1", "--script", "nowhere.py"], "nowhere.py"),
                            (["--spawn", "17"], "16")):
            result = run("serve", "--plain", *words)
            self.assertEqual(result.returncode, 2, words)
            self.assertIn(what, result.stderr)
