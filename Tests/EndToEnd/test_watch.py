"""A group of consumers that others wrote, looked at from outside: what is said of it is what was
done to it."""

import json
import os
import re
import subprocess
import tempfile
import unittest
import uuid

from cluster import Client, OwnBroker
from program import BINARY, environment, json_lines, member, owners, run, wait_for
from terminal import Terminal

FAST = ["-X", "session.timeout.ms=6000", "-X", "heartbeat.interval.ms=1000",
        "-X", "auto.commit.interval.ms=1000", "-X", "topic.metadata.refresh.interval.ms=1500"]


class Watched:
    """`regroup watch` in lines, with a snapshot at each change."""

    def __init__(self, broker, group):
        self.folder = tempfile.TemporaryDirectory(prefix="regroup-test-")
        self.path = os.path.join(self.folder.name, "snapshots")
        self.output = open(os.path.join(self.folder.name, "lines"), "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [BINARY, "watch", "--bootstrap-server", broker.bootstrap, "--group", group, "--plain",
             "--for", "10m", "--snapshots", self.path],
            stdin=subprocess.DEVNULL, stdout=self.output, stderr=subprocess.STDOUT,
            env=environment())

    def snapshots(self):
        return json_lines(self.path)

    def last(self):
        return (self.snapshots() or [None])[-1]

    def wait(self, condition, what):
        """The last snapshot, once it fits."""
        def fits():
            now = self.last()
            return now if now and condition(now) else None
        return wait_for(fits, lambda: f"waited for {what}; the last:\n{json.dumps(self.last())}")

    def lines(self):
        with open(self.output.name, encoding="utf-8") as file:
            return file.read()

    def close(self):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.output.close()
        self.folder.cleanup()


class WatchCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.broker = OwnBroker("-X", "group.initial.rebalance.delay.ms=300")

    @classmethod
    def tearDownClass(cls):
        cls.broker.close()

    def start(self, partitions=4, per_second=5):
        """A topic that is written to, and a name for a group."""
        name = f"watched-{uuid.uuid4().hex[:8]}"
        self.topic, self.group = name, f"{name}-group"
        made = Client("make_topic.py", "--bootstrap-server", self.broker.bootstrap, "--topic",
                      f"{name}:{partitions}")
        made.wait("made")
        made.close()
        self.producer = Client(
            "steady_producer.py", "--bootstrap-server", self.broker.bootstrap, "--topic", name,
            "--partitions", str(partitions), "--per-second", str(per_second))
        self.addCleanup(self.producer.close)
        self.producer.wait("writing")

    def consumer(self, name, *more):
        child = Client(
            "foreign_consumer.py", "--bootstrap-server", self.broker.bootstrap, "--group",
            self.group, "--topic", self.topic, *FAST, "-X", f"client.id={name}", *more)
        self.addCleanup(child.close)
        return child

    def static(self, name):
        return self.consumer(name, "-X", f"group.instance.id={name}")

    def watch(self):
        watched = Watched(self.broker, self.group)
        self.addCleanup(watched.close)
        return watched

    def consumers(self, names, make=None):
        """All of them in one generation; returns them by name."""
        made = {name: (make or self.consumer)(name) for name in names}
        for child in made.values():
            child.wait("assigned")
        return made

    @staticmethod
    def readers(now):
        return set(owners(now).values())

    def settled(self, watched, names, what, causes=None):
        """All partitions are read by these members, after a rebalance with these causes."""
        def fits(now):
            rebalance = now["rebalance"]
            said = rebalance and [(c["cause"], c["member"]) for c in rebalance["causes"]]
            return (now["state"] == "Stable" and self.readers(now) == set(names)
                    and (causes is None or said == causes and rebalance["endedMs"]))
        return watched.wait(fits, what)

    def kill(self, child):
        child.process.kill()
        child.process.wait()

    def assert_owners(self, now, children):
        """What is shown is what the clients say they were assigned."""
        told = {}
        for name, child in children.items():
            words = [line for line in child.seen() if line.startswith("assigned")][-1].split()
            for word in words[1:]:
                told[int(word.rsplit(":", 1)[1])] = name
        shown = {part["partition"]: part["assigned"] for part in now["partitions"]}
        self.assertEqual(shown, told)

    def assert_duration(self, now, most):
        took = now["rebalance"]["durationMs"]
        if took is None:  # Between two answers.
            return
        self.assertGreaterEqual(took, 0)
        self.assertLessEqual(took, most)


class Stories(WatchCase):
    def test_crash_comeback_and_close(self):
        self.start()
        group = self.consumers(["app-a", "app-b", "app-c"])
        watched = self.watch()
        self.settled(watched, group, "three to read")
        self.kill(group.pop("app-b"))
        now = self.settled(
            watched, group, "the others to read after the crash", [("sessionTimedOut", "app-b")])
        self.assert_owners(now, group)
        self.assert_duration(now, 8_000)
        # From its last commit on, over its session of 6 s; the others' for a moment.
        self.assertGreaterEqual(
            now["rebalance"]["notReadMs"], 5_500, f"{now}\n{watched.lines()}")
        self.assertEqual(member(now, "app-b")["doing"], "removed")
        group["app-b"] = self.consumer("app-b")
        group["app-b"].wait("assigned")
        now = self.settled(watched, group, "all three to read", [("newMember", "app-b")])
        self.assertEqual(len(now["members"]), 3)
        self.assert_owners(now, group)
        group.pop("app-c").close()
        now = self.settled(watched, group, "two to read", [("memberLeft", "app-c")])
        self.assertEqual(member(now, "app-c")["doing"], "removed")
        self.assert_owners(now, group)
        lines = watched.lines()
        self.assertRegex(
            lines, r"rebalanced (?:for \d+\.\d s|between two answers): B's session ended; "
            r"kept \d, moved \d")
        self.assertRegex(lines, r"rebalanced (?:for \d+\.\d s|between two answers): C is gone; ")

    def test_static_return_and_loss(self):
        self.start()
        group = self.consumers(["one", "two"], self.static)
        watched = self.watch()
        before = self.settled(watched, group, "two to read")
        self.kill(group.pop("two"))
        group["two"] = self.static("two")
        group["two"].wait("assigned")
        id_before = member(before, "two")["memberId"]
        now = watched.wait(
            lambda now: member(now, "two")["memberId"] != id_before
            and self.readers(now) == {"one", "two"}, "the new process to read")
        # Its place was kept: nothing was dealt anew.
        self.assertEqual(now["rebalance"], before["rebalance"])
        self.assert_owners(now, group)
        self.kill(group.pop("two"))
        now = self.settled(
            watched, group, "the other one to read all", [("sessionTimedOut", "two")])
        self.assert_owners(now, group)

    def test_slow_member(self):
        self.start(per_second=20)
        group = {"quick": self.consumer("quick"), "tardy": self.consumer("tardy", "--rest", "0.2")}
        for child in group.values():
            child.wait("assigned")
        watched = self.watch()
        now = watched.wait(
            lambda now: member(now, "tardy") and member(now, "tardy")["doing"] == "slow",
            "the slow one to be noticed")
        self.assertEqual(member(now, "quick")["doing"], "reading")
        self.assertEqual(now["state"], "Stable")
        self.assertIn("falls behind", watched.lines())

    def test_partitions_added(self):
        self.start()
        group = self.consumers(["app-a", "app-b"])
        watched = self.watch()
        self.settled(watched, group, "two to read")
        self.producer.tell("grow 6")
        self.producer.wait("grown")
        now = self.settled(
            watched, group, "all six to be read", [("partitionsAdded", None)])
        self.assertEqual(len(now["partitions"]), 6)
        self.assert_owners(now, group)
        self.assertIn("has 6 partitions now", watched.lines())

    def test_rolling_restart(self):
        self.start()
        names = ["app-a", "app-b", "app-c"]
        group = self.consumers(names)
        watched = self.watch()
        self.settled(watched, group, "three to read")
        for name in names:
            group.pop(name).close()
            self.settled(watched, group, f"the others without {name}", [("memberLeft", name)])
            group[name] = self.consumer(name)
            group[name].wait("assigned")
            now = self.settled(watched, group, f"{name} to be back", [("newMember", name)])
        self.assert_owners(now, group)
        self.assertEqual(len(now["members"]), 3)
        self.assertEqual(len(re.findall("rebalanced (?:for|between)", watched.lines())), 6)


class OneLook(WatchCase):
    def look(self, *arguments):
        return run(
            "watch", "--bootstrap-server", self.broker.bootstrap, "--once", *arguments)

    def describe(self, *arguments):
        return run("describe", "--bootstrap-server", self.broker.bootstrap, *arguments)

    def test_once_and_describe(self):
        self.start(partitions=2)
        group = self.consumers(["app-a"])
        wait_for(
            lambda: all(part["committed"] for part in json.loads(self.look(
                "--group", self.group, "--format", "json").stdout)["partitions"]),
            lambda: "both partitions to be committed")
        looked = self.look("--group", self.group, "--format", "json")
        self.assertEqual((looked.returncode, looked.stderr), (0, ""))
        now = json.loads(looked.stdout)
        self.assertEqual((now["group"], now["state"]), (self.group, "Stable"))
        self.assertEqual(now["generation"], None)
        self.assert_owners(now, group)
        looked = self.look("--group", self.group)
        self.assertEqual(looked.returncode, 0, looked.stderr)
        self.assertIn(f"{self.group}  Stable · range, eager", looked.stdout)
        self.assertIn(f"{self.topic}(0-1)", looked.stdout)
        self.tables(now["members"][0]["memberId"])
        group["app-a"].close()
        wait_for(
            lambda: json.loads(self.look(
                "--group", self.group, "--format", "json").stdout)["state"] == "Empty",
            lambda: "the group to be empty")
        told = self.describe("--group", self.group)
        self.assertEqual(told.returncode, 0)
        self.assertEqual(told.stderr, f"\nConsumer group '{self.group}' has no active members.\n")
        rows = told.stdout.split("\n")[2:-1]
        self.assertEqual([row.split()[6] for row in rows], ["-", "-"])

    def tables(self, id_):
        """Column by column what kafka-consumer-groups.sh prints."""
        told = self.describe("--group", self.group)
        self.assertEqual((told.returncode, told.stderr), (0, ""))
        lines = told.stdout.split("\n")
        self.assertEqual(lines[0], "")
        self.assertEqual(lines[1].split(), [
            "GROUP", "TOPIC", "PARTITION", "CURRENT-OFFSET", "LOG-END-OFFSET", "LAG",
            "CONSUMER-ID", "HOST", "CLIENT-ID"])
        row = lines[2].split()
        self.assertEqual(row[:3], [self.group, self.topic, "0"])
        self.assertEqual(row[6:], [id_, "/127.0.0.1", "app-a"])
        wide = max(15, len(self.group))
        self.assertEqual(lines[1].index("TOPIC"), wide + 1)
        told = self.describe("--group", self.group, "--members", "--verbose")
        self.assertEqual(told.stdout.split("\n")[2].split(), [
            self.group, id_, "/127.0.0.1", "app-a", "2", "-", f"{self.topic}:0,1", "-", "-"])
        told = self.describe("--group", self.group, "--state")
        self.assertEqual(told.stdout.split("\n")[2].split(), [
            self.group, self.broker.bootstrap, "(1)", "range", "Stable", "1"])
        told = self.describe("--group", self.group, "--state", "--verbose")
        self.assertEqual(told.stdout.split("\n")[2].split()[-4:], ["Stable", "-", "-", "1"])
        told = self.describe("--group", self.group, "--offsets", "--verbose")
        lines = told.stdout.split("\n")
        self.assertEqual(lines[1].split()[2:5], ["PARTITION", "LEADER-EPOCH", "CURRENT-OFFSET"])
        # The client commits the epoch of what it has read; a broker of one node has only one.
        self.assertEqual([line.split()[3] for line in lines[2:4]], ["0", "0"])

    def test_what_is_not_there(self):
        looked = self.look("--group", "nobody-knows")
        self.assertEqual(looked.returncode, 1)
        self.assertEqual(looked.stderr, "regroup: group 'nobody-knows' does not exist\n")
        told = self.describe("--group", "nobody-knows")
        self.assertEqual((told.returncode, told.stdout), (1, ""))
        self.assertEqual(told.stderr, "\nError: Consumer group 'nobody-knows' does not exist.\n")
        nowhere = run("watch", "--bootstrap-server", "127.0.0.1:1", "--group", "g", "--once")
        self.assertEqual(nowhere.returncode, 1)
        self.assertIn("127.0.0.1:1 refuses the connection", nowhere.stderr)
        for wrong in (["--group", ""], ["--interval", "1ms"], ["--format", "svg"]):
            self.assertEqual(self.look(*wrong).returncode, 2, wrong)

    def test_list_of_groups(self):
        broker = OwnBroker("-X", "group.initial.rebalance.delay.ms=0", "--topic", "t:1")
        self.addCleanup(broker.close)
        address = ["--bootstrap-server", broker.bootstrap]
        empty = run("watch", *address, "--once")
        self.assertEqual(empty.returncode, 1)
        self.assertIn("there are no groups", empty.stderr)
        children = [Client("foreign_consumer.py", *address, "--group", group, "--topic", "t")
                    for group in ("first", "second")]
        for child in children:
            self.addCleanup(child.close)
            child.wait("assigned")
        listed = run("watch", *address, "--once", "--format", "json")
        names = [each["group"] for each in json.loads(listed.stdout)["groups"]]
        self.assertEqual((listed.returncode, names), (0, ["first", "second"]))
        terminal = Terminal(width=80, height=24)
        self.addCleanup(terminal.close)
        terminal.start("watch", *address)
        terminal.wait("Choose a group to watch")
        terminal.keys("Down", "Enter")
        terminal.wait(lambda screen: "second" in screen and "watching, read only" in screen)
        terminal.wait("1 member, 1 partition")
        terminal.keys("k")
        terminal.wait("can only be looked at")
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0)

    def test_broker_gone_and_back(self):
        broker = OwnBroker("-X", "group.initial.rebalance.delay.ms=0", "--topic", "t:1")
        self.addCleanup(broker.close)
        child = Client("foreign_consumer.py", "--bootstrap-server", broker.bootstrap, "--group",
                       "g", "--topic", "t")
        self.addCleanup(child.close)
        child.wait("assigned")
        terminal = Terminal(width=100, height=24)
        self.addCleanup(terminal.close)
        terminal.start("watch", "--bootstrap-server", broker.bootstrap, "--group", "g")
        terminal.wait(lambda screen: "Stable" in screen and "seen" in screen)
        broker.tell("restart 4000")
        terminal.wait("The connection to the broker is lost")
        terminal.wait(lambda screen: "lost" not in screen and "inferred" in screen)
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0)

    def test_a_screen_ends_after_the_time_it_was_given(self):
        terminal = Terminal(width=80, height=24)
        self.addCleanup(terminal.close)
        terminal.start(
            "watch", "--bootstrap-server", self.broker.bootstrap, "--group", "none", "--for", "1s")
        self.assertEqual(terminal.status(), 0)


if __name__ == "__main__":
    unittest.main()
