"""Real members on a broker that answers as Apache Kafka does, with all that a mock lacks."""

import signal
import unittest
import uuid

from cluster import Client, OwnBroker
from program import member, owners, run, wait_for
from screen_case import ScreenCase
from terminal import Terminal

SETTINGS = ["-X", "session.timeout.ms=6000", "-X", "heartbeat.interval.ms=1000",
            "-X", "auto.commit.interval.ms=1000"]
# What a cluster needs a moment for: news of topics, the topic of the offsets; and a name in
# place of the address.
SLOW = ["--metadata-delay", "400", "--offsets-topic-delay", "1500", "--throttle", "20",
        "--advertise", "localhost"]
LOST = "The connection to the broker is lost"


def readers(now):
    return {reader for reader in owners(now).values() if reader}


def names(now):
    return {each["name"] for each in now["members"]}


class DriveOnBroker(ScreenCase):
    def start_broker(self, *arguments):
        broker = OwnBroker("-X", "group.initial.rebalance.delay.ms=500", *arguments)
        self.addCleanup(broker.close)
        return broker

    def drive(self, broker, *more):
        terminal = Terminal(width=100, height=30)
        self.addCleanup(terminal.close)
        terminal.start(
            "drive", "--bootstrap-server", broker.bootstrap, *SETTINGS, "--snapshots",
            terminal.path("snapshots"), *more)
        return terminal

    def named_drive(self, broker, *more):
        self.name = f"regroup-{uuid.uuid4().hex[:8]}"
        return self.drive(broker, "--topic", f"{self.name}:4", "--group", self.name, *more)

    def settled(self, terminal, count, what):
        return self.wait_snapshot(
            terminal, lambda now: now["state"] == "Stable" and len(owners(now)) == 4
            and all(owners(now).values()) and len(readers(now)) == count, what)

    def quit(self, terminal):
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0, terminal.screen())
        return terminal.screen()

    def assert_nothing_stays(self, broker, screen):
        self.assertNotIn("stays behind", screen)
        # A deleted topic is shown for a while, as on any cluster.
        wait_for(
            lambda: self.name not in broker.seen_by_others()["topics"],
            lambda: f"waited for {self.name} to go: {broker.seen_by_others()}")
        self.assertEqual(
            broker.seen_by_others(groups=[self.name])["groups"], {self.name: "DEAD"})

    def test_whole_drive_on_a_slow_cluster(self):
        broker = self.start_broker(*SLOW)
        terminal = self.named_drive(broker)
        self.settled(terminal, 3, "three members to read all")
        seen = broker.seen_by_others(groups=[self.name])
        self.assertEqual(seen["topics"][self.name], 4)
        self.assertEqual(seen["groups"], {self.name: "STABLE"})
        before = member(self.last(terminal), "consumer-1")["memberId"]
        terminal.keys("k")
        now = self.settled(terminal, 2, "the survivors to read all")
        self.assertEqual(readers(now), {"consumer-2", "consumer-3"})
        terminal.keys("r")
        now = self.settled(terminal, 3, "the restarted member to read")
        self.assertNotEqual(member(now, "consumer-1")["memberId"], before)
        terminal.keys("a")
        self.settled(terminal, 4, "the fourth member to read")
        terminal.keys("x")
        now = self.settled(terminal, 3, "the others to take over from the one that left")
        self.assertNotIn("consumer-1", readers(now))
        self.assert_nothing_stays(broker, self.quit(terminal))

    def test_quit_while_a_killed_member_counts_as_one(self):
        broker = self.start_broker()
        terminal = self.named_drive(broker, "-X", "session.timeout.ms=60000")
        self.settled(terminal, 3, "three members to read all")
        terminal.keys("k")
        self.wait_snapshot(
            terminal, lambda now: not member(now, "consumer-1")["alive"], "A to be dead")
        self.assert_nothing_stays(broker, self.quit(terminal))

    def test_a_foreign_consumer_has_a_row_and_a_share(self):
        broker = self.start_broker()
        terminal = self.named_drive(broker, "--members", "2")
        self.settled(terminal, 2, "two members to read all")
        foreign = Client(
            "foreign_consumer.py", "--bootstrap-server", broker.bootstrap, "--group", self.name,
            "--topic", self.name, "-X", "heartbeat.interval.ms=1000")
        given = [int(each.rsplit(":", 1)[1]) for each in foreign.wait("assigned ").split()[1:]]
        self.assertTrue(given)
        now = self.wait_snapshot(
            terminal, lambda now: now["state"] == "Stable" and "foreign" in names(now)
            and all(now["partitions"][part]["assigned"] == "foreign" for part in given),
            "the foreign one's share")
        # Whether it reads is not seen, so that nothing is charged.
        self.assertEqual(
            {(now["partitions"][part]["state"], now["partitions"][part]["notReadMs"])
             for part in given}, {("unknown", None)})
        foreign.close()
        self.settled(terminal, 2, "two members to read all again")
        self.assert_nothing_stays(broker, self.quit(terminal))

    def test_a_foreign_group_is_joined_and_left_as_it_was(self):
        broker = self.start_broker("--topic", "orders:4")
        foreign = Client(
            "foreign_consumer.py", "--bootstrap-server", broker.bootstrap, "--group", "shop",
            "--topic", "orders", "-X", "heartbeat.interval.ms=1000")
        self.addCleanup(foreign.close)
        foreign.wait("assigned orders:0 orders:1 orders:2 orders:3")
        terminal = self.drive(
            broker, "--allow-foreign", "--topic", "orders:4", "--group", "shop", "--members", "1")
        self.wait_snapshot(
            terminal, lambda now: now["state"] == "Stable"
            and sorted(part["assigned"] for part in now["partitions"])
            == ["consumer-1", "consumer-1", "foreign", "foreign"], "each to have a half")
        screen = self.quit(terminal)
        self.assertIn("drive writes to this cluster", screen)
        self.assertNotIn("stays behind", screen)
        seen = broker.seen_by_others("orders", ["shop"])
        self.assertEqual(seen["topics"]["orders"], 4)
        self.assertEqual(seen["ends"], [0, 0, 0, 0])
        self.assertNotIn(seen["groups"]["shop"], ("DEAD", "EMPTY"))

    def test_what_others_have_is_not_taken(self):
        broker = self.start_broker("--topic", "regroup-orders:2")
        terminal = self.drive(broker, "--topic", "orders:4")
        # That cannot pass, so that nobody has to quit.
        self.assertEqual(terminal.status(), 1, terminal.screen())
        self.assertIn("is there already", terminal.screen())
        self.assertNotIn("stays behind", terminal.screen())
        self.assertEqual(broker.seen_by_others()["topics"]["regroup-orders"], 2)

    def test_the_broker_restarts_and_remembers(self):
        broker = self.start_broker()
        terminal = self.named_drive(broker)
        self.settled(terminal, 3, "three members to read all")
        broker.tell("restart 3000")
        terminal.wait(LOST)
        terminal.wait_gone(LOST)
        self.settled(terminal, 3, "three members to read all again")
        terminal.keys("k")
        now = self.settled(terminal, 2, "the survivors to read all")
        self.assertEqual(readers(now), {"consumer-2", "consumer-3"})
        self.assert_nothing_stays(broker, self.quit(terminal))

    def test_the_broker_dies(self):
        broker = self.start_broker()
        terminal = self.named_drive(broker)
        self.settled(terminal, 3, "three members to read all")
        broker.process.send_signal(signal.SIGKILL)
        terminal.wait(LOST)
        self.assertIn("stays behind", self.quit(terminal))

    def test_lines_without_a_terminal(self):
        broker = self.start_broker(*SLOW)
        result = run("drive", "--bootstrap-server", broker.bootstrap, *SETTINGS,
                     "--members", "1", "--for", "10s", "--snapshots", "-")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("consumer-1: 0 1 2 3", result.stdout)
        wait_for(
            lambda: not broker.seen_by_others()["topics"],
            lambda: f"waited for the topics to go: {broker.seen_by_others()}")


if __name__ == "__main__":
    unittest.main()
