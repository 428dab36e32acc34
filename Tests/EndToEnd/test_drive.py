"""Real members on a real broker."""

import os
import signal
import socket
import subprocess
import threading
import unittest
import uuid

from cluster import Client, Cluster
from program import member, owners, run, wait_for
from screen_case import ScreenCase
from terminal import Terminal

SETTINGS = ["-X", "session.timeout.ms=6000", "-X", "heartbeat.interval.ms=1000",
            "-X", "auto.commit.interval.ms=1000"]


def children(pid):
    """The ids of a process's children."""
    result = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, encoding="utf-8",
        check=False)
    return [int(word) for word in result.stdout.split()]


def is_there(pid):
    """Whether a process lives; one that only waits to be reaped does not."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def readers(now):
    return {reader for reader in owners(now).values() if reader}


def largest_lag(now):
    return max((part["lag"] or 0) for part in now["partitions"])


class Drive(ScreenCase):
    def setUp(self):
        self.cluster = Cluster()
        self.addCleanup(self.cluster.close)
        self.name = f"regroup-{uuid.uuid4().hex[:8]}"

    def drive(self, *more):
        terminal = Terminal(width=100, height=30)
        self.addCleanup(terminal.close)
        terminal.start(
            "drive", *self.cluster.drive_options(), "--topic", f"{self.name}:4",
            "--group", self.name, *SETTINGS, "--snapshots", terminal.path("snapshots"), *more)
        return terminal

    def settled(self, terminal, count, what):
        return self.wait_snapshot(
            terminal, lambda now: now["state"] == "Stable" and all(owners(now).values())
            and len(owners(now)) == 4 and len(readers(now)) == count, what)

    def quit(self, terminal):
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0, terminal.screen())
        screen = terminal.screen()
        if self.cluster.is_mock:
            # The mock deletes nothing, and that is said.
            self.assertIn("stays behind", screen)
            self.assertIn("offers no DeleteTopics", screen.replace("\n", ""))
        else:
            self.assertNotIn("stays behind", screen)

    def test_kill_restart_and_close(self):
        terminal = self.drive()
        self.settled(terminal, 3, "three members to read all")
        self.wait_snapshot(
            terminal, lambda now: all(part["lag"] is not None for part in now["partitions"]),
            "commits of all partitions")
        before = member(self.last(terminal), "consumer-1")["memberId"]
        terminal.keys("k")
        self.wait_snapshot(
            terminal, lambda now: not member(now, "consumer-1")["alive"], "A to be dead")
        self.wait_snapshot(
            terminal, lambda now: largest_lag(now) >= 25, "the lag of what A had to grow")
        now = self.settled(terminal, 2, "the survivors to read all")
        self.assertEqual(readers(now), {"consumer-2", "consumer-3"})
        self.wait_snapshot(terminal, lambda now: largest_lag(now) < 25, "the lag to shrink")
        terminal.keys("r")
        now = self.settled(terminal, 3, "the restarted member to read")
        self.assertNotEqual(member(now, "consumer-1")["memberId"], before)
        terminal.keys("x")
        now = self.settled(terminal, 2, "the others to take over from the one that left")
        self.assertEqual(readers(now), {"consumer-2", "consumer-3"})
        self.quit(terminal)

    def test_a_foreign_consumer_takes_its_share(self):
        terminal = self.drive("--members", "2")
        self.settled(terminal, 2, "two members to read all")
        foreign = Client(
            "foreign_consumer.py", "--bootstrap-server", self.cluster.bootstrap, "--group",
            self.name, "--topic", self.name, "-X", "heartbeat.interval.ms=1000")
        self.addCleanup(foreign.close)
        given = foreign.wait("assigned ").split()[1:]
        self.assertTrue(given)
        name = "another member" if self.cluster.is_mock else "foreign"
        partition = int(given[0].rsplit(":", 1)[1])
        now = self.wait_snapshot(
            terminal, lambda now: now["state"] == "Stable"
            and now["partitions"][partition]["assigned"] == name, "the foreign one's share")
        self.assertIsNone(owners(now)[partition])
        # While the foreign one is there, the group cannot be deleted.
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0, terminal.screen())
        self.assertIn(f"group {self.name} stays behind", terminal.screen())

    def test_no_child_outlives_its_parent(self):
        terminal = self.drive()
        self.settled(terminal, 3, "three members to read all")
        parent = terminal.process()
        members = children(parent)
        self.assertEqual(len(members), 3)
        os.kill(parent, signal.SIGKILL)
        wait_for(
            lambda: not any(is_there(pid) for pid in members),
            lambda: f"of {members} live {[pid for pid in members if is_there(pid)]}")

    def test_a_broker_that_goes_away_and_comes_back(self):
        if not self.cluster.is_mock:
            self.skipTest("the broker is not ours to stop")
        terminal = self.drive()
        self.settled(terminal, 3, "three members to read all")
        broker = self.cluster.client.process
        self.addCleanup(broker.send_signal, signal.SIGCONT)
        broker.send_signal(signal.SIGSTOP)
        terminal.wait("The connection to the broker is lost")
        broker.send_signal(signal.SIGCONT)
        terminal.wait_gone("The connection to the broker is lost")
        self.settled(terminal, 3, "three members to read all again")
        self.quit(terminal)

    def test_a_member_that_hangs_is_not_said_to_read(self):
        terminal = self.drive()
        self.settled(terminal, 3, "three members to read all")
        hung = children(terminal.process())[0]
        os.kill(hung, signal.SIGSTOP)
        self.wait_snapshot(
            terminal, lambda now: any(each["doing"] == "unknown" for each in now["members"]),
            "the hung member to be unknown")
        os.kill(hung, signal.SIGCONT)
        self.settled(terminal, 3, "three members to read all again")
        self.quit(terminal)

    def test_a_broker_that_dies_leaves_nothing_known(self):
        if not self.cluster.is_mock:
            self.skipTest("the broker is not ours to stop")
        terminal = self.drive()
        self.settled(terminal, 3, "three members to read all")
        self.cluster.client.process.kill()
        now = self.wait_snapshot(
            terminal, lambda now: all(part["state"] == "unknown" for part in now["partitions"]),
            "nobody to be said to read")
        self.assertFalse(readers(now))
        self.assertNotIn("reading", [each["doing"] for each in now["members"]])
        terminal.keys("q")
        # The broker is asked in vain, and that is said.
        terminal.wait("stays behind")
        self.assertEqual(terminal.status(), 0, terminal.screen())

    def test_lines_without_a_terminal(self):
        result = run("drive", *self.cluster.drive_options(), "--group", self.name, *SETTINGS,
                     "--members", "1", "--for", "8s", "--snapshots", "-")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("Stable", result.stdout)
        self.assertIn("consumer-1: 0 1 2 3", result.stdout)
        self.assertIn('"source":"drive"', result.stdout)


class NoBroker(ScreenCase):
    def test_nobody_listens(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        terminal = self.open("drive", "--bootstrap-server", f"127.0.0.1:{port}")
        terminal.wait("refuse")
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0)

    def test_lines_from_nobody_are_a_failure(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        result = run("drive", "--bootstrap-server", f"127.0.0.1:{port}", "--for", "1s")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn(f"127.0.0.1:{port}", result.stderr)
        self.assertNotIn("is lost", result.stdout)

    def test_something_else_listens(self):
        server = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(server.close)

        def answer():
            try:
                while True:
                    connection, _ = server.accept()
                    connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            except OSError:
                pass

        threading.Thread(target=answer, daemon=True).start()
        terminal = self.open(
            "drive", "--bootstrap-server", f"127.0.0.1:{server.getsockname()[1]}")
        terminal.wait("Kafka")
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0)

    def test_wrong_options(self):
        for arguments, words in (
                (["--bootstrap-server", "nowhere"], "HOST:PORT"),
                (["--bootstrap-server", "a:1", "--members", "0"], "--members"),
                (["--bootstrap-server", "a:1", "-X", "group.id=x"], "group.id"),
                (["--bootstrap-server", "a:1", "-X", "no.such=1"], "no.such"),
                ([], "--bootstrap-server")):
            result = run("drive", *arguments)
            self.assertEqual(result.returncode, 2, result.stderr)
            self.assertIn(words, result.stderr)
            self.assertEqual(result.stderr.count("\n"), 1, result.stderr)


if __name__ == "__main__":
    unittest.main()
