"""The program's own broker, and clients that others wrote or that mean no good."""

import json
import os
import random
import socket
import struct
import subprocess
import unittest

from cluster import CLIENTS, PYTHON, OwnBroker
from program import BINARY, environment, wait_for


def descriptors(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


def resident_kilobytes(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))


class BrokerTests(unittest.TestCase):
    def broker(self, *arguments):
        broker = OwnBroker(*arguments)
        self.addCleanup(broker.close)
        return broker

    def test_the_offsets_log_is_read_as_any_other(self):
        broker = self.broker("--topic", "orders:1")
        result = subprocess.run(
            [PYTHON, os.path.join(CLIENTS, "read_offsets_log.py"), "--bootstrap-server",
             broker.bootstrap, "--topic", "orders"],
            capture_output=True, encoding="utf-8", timeout=120, check=False)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(json.loads(result.stdout), [["teller", "orders", 0, 4, 7]])

    def test_administrators_are_told_the_settings(self):
        broker = self.broker("--topic", "orders:1", "-X", "group.initial.rebalance.delay.ms=300")
        result = subprocess.run(
            [PYTHON, os.path.join(CLIENTS, "describe_settings.py"), "--bootstrap-server",
             broker.bootstrap, "--broker", "1", "--topic", "orders", "--topic", "nosuch",
             "--topic", "__consumer_offsets"],
            capture_output=True, encoding="utf-8", timeout=120, check=False)
        self.assertEqual(result.returncode, 0, result.stderr)
        told = json.loads(result.stdout)
        delay = told["1"]["group.initial.rebalance.delay.ms"]
        self.assertEqual((delay["value"], delay["source"], delay["read_only"]), ("300", 4, True))
        self.assertEqual(told["1"]["group.min.session.timeout.ms"]["source"], 5)
        policy = told["orders"]["cleanup.policy"]
        self.assertEqual(policy["value"], "delete")
        self.assertEqual(policy["synonyms"], ["log.cleanup.policy=delete"])
        self.assertEqual(told["__consumer_offsets"]["cleanup.policy"]["value"], "compact")
        self.assertEqual(told["nosuch"], "UNKNOWN_TOPIC_OR_PART")

    def test_clients_that_come_and_drop_leave_nothing_behind(self):
        broker = self.broker()
        pid = broker.process.pid
        host, port = broker.bootstrap.rsplit(":", 1)
        chance = random.Random(6)
        metadata = bytes.fromhex("000300090000000100026341" + "00" + "00010000" + "00")
        messages = [
            b"", b"\0\0\1\0half a request", bytes(chance.randrange(256) for _ in range(300)),
            b"\x7f\xff\xff\xff", struct.pack(">i", len(metadata)) + metadata,
            struct.pack(">i", 16 << 20) + bytes(100_000)]

        def crowd():
            crowd = [socket.create_connection((host, int(port)), timeout=30) for _ in range(50)]
            for client in crowd:
                try:
                    client.sendall(chance.choice(messages))
                except OSError:
                    pass  # It was hung up on.
            for client in chance.sample(crowd, len(crowd)):
                client.close()

        before = descriptors(pid)
        crowd()
        wait_for(lambda: descriptors(pid) <= before, lambda: f"{descriptors(pid)} are open")
        memory = resident_kilobytes(pid)
        for _ in range(20):
            crowd()
        wait_for(lambda: descriptors(pid) <= before, lambda: f"{descriptors(pid)} are open")
        self.assertLess(resident_kilobytes(pid), memory + 20_000)

    def test_a_port_in_use_is_one_clear_line(self):
        broker = self.broker()
        result = subprocess.run(
            [BINARY, "broker", "--listen", broker.bootstrap], stdin=subprocess.DEVNULL,
            capture_output=True, encoding="utf-8", timeout=60, check=False, env=environment())
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stderr.count("\n"), 1)
        self.assertIn(broker.bootstrap.rsplit(":", 1)[1], result.stderr)
        self.assertIn("in use", result.stderr)


if __name__ == "__main__":
    unittest.main()
