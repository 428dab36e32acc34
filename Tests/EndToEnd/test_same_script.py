"""The same keys, the same course: simulated, driven, and with clients that others wrote.

Drive's members are our Client on a coordinator over TCP; serve's are confluent-kafka's on ours.
"""

import unittest

from cluster import PYTHON, OwnBroker
from program import readers
from screen_case import ScreenCase
from terminal import Terminal

TOPIC = ["--topic", "peter-test06:6"]
MEMBERS = ["--members", "1", *TOPIC]
SETTINGS = ["-X", "session.timeout.ms=6000", "-X", "heartbeat.interval.ms=1000"]
# Keys, and the generation in which all is settled after them: one starts, two are added, the
# second dies and comes back, the third closes.
SCRIPT = [((), 1), (("a",), 2), (("a",), 3), (("Down", "Down", "k"), 4), (("r",), 5),
          (("Down", "x"), 6)]


def course(path):
    """The group's states with their generations and causes, in their order."""
    told = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            words = line.split()
            if len(words) > 1 and words[1].lstrip("~") == "groupState":
                now = dict(word.split("=", 1) for word in words[2:])
                told.append(" ".join([now["state"], now["generation"], now.get("cause", "")]))
    return told


class SameScript(ScreenCase):
    maxDiff = None

    def play(self, *arguments, faster=0):
        """Runs the script by keys; its course, and who had which partition after each key."""
        terminal = Terminal(width=100, height=30)
        self.addCleanup(terminal.close)
        path = terminal.path("recording")
        terminal.start(*arguments, "--record", path, "--snapshots", terminal.path("snapshots"))
        terminal.wait("Stable")
        self.faster(terminal, faster)
        owned = []
        for keys, generation in SCRIPT:
            if keys:
                terminal.keys(*keys)
            now = self.wait_settled(
                terminal, generation, f"generation {generation} after {keys}")
            owned.append(readers(now))
        terminal.keys("q")
        self.assertEqual(terminal.status(), 0, terminal.screen())
        return course(path), owned

    def simulated(self):
        return self.play("sandbox", *MEMBERS, *SETTINGS, faster=2)

    def test_members_of_ours_over_tcp(self):
        broker = OwnBroker()
        self.addCleanup(broker.close)
        driven = self.play(
            "drive", "--bootstrap-server", broker.bootstrap, *MEMBERS, *SETTINGS)
        self.assertEqual(driven, self.simulated())

    def test_clients_of_others(self):
        served = self.play(
            "serve", "--listen", "127.0.0.1:0", "--spawn", "1", "--python", PYTHON, *TOPIC,
            "--produce-rate", "5")
        self.assertEqual(served, self.simulated())


if __name__ == "__main__":
    unittest.main()
