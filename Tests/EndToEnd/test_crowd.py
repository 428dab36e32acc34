"""Many clients at a time, good ones and bad ones: the broker serves them and forgets them."""

import json
import os
import random
import socket
import struct
import threading
import time
import unittest

from cluster import Client, OwnBroker
from program import wait_for

MEMBERS = 100
RUDE_CLIENTS = 50
RUDE_S = 60
# What a heap may keep of what it had: not what a leak would grow to in that time.
SLACK_BYTES = 24 << 20


def open_files(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


def memory_bytes(pid):
    with open(f"/proc/{pid}/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def frame(api, version, body=b"", client=b"rude"):
    payload = struct.pack(">hhih", api, version, 1, len(client)) + client + body
    return struct.pack(">i", len(payload)) + payload


class RudeClient(threading.Thread):
    """Connects, does something, often something senseless, and drops the connection."""

    def __init__(self, address, seed, until):
        super().__init__(daemon=True)
        self.address, self.random, self.until = address, random.Random(seed), until
        self.visits = 0

    def run(self):
        while time.monotonic() < self.until:
            try:
                with socket.create_connection(self.address, timeout=5) as connection:
                    self.visit(connection)
                    self.visits += 1
            except OSError:
                # The broker closes on what it cannot read; that is what it should do.
                self.visits += 1

    def visit(self, connection):
        whole = self.random.choice([
            frame(18, 0), frame(3, 1, struct.pack(">i", -1)),
            # FindCoordinator, then JoinGroup as a member that never comes back.
            frame(10, 0, struct.pack(">h", 4) + b"rude"),
            frame(11, 2, b"\0\4rude" + struct.pack(">ii", 6000, 6000) + b"\0\0"
                  + b"\0\10consumer" + struct.pack(">i", 1) + b"\0\5range"
                  + struct.pack(">i", 0)),
            # A count beyond all bytes, a frame beyond the limit, no Kafka at all.
            frame(3, 1, struct.pack(">i", 0x7FFFFFFF)), struct.pack(">i", 0x7FFFFFFF),
            b"GET / HTTP/1.1\r\n\r\n"])
        cut = self.random.randrange(1, len(whole) + 1) if self.random.random() < 0.4 else None
        connection.sendall(whole[:cut])
        if self.random.random() < 0.5:
            connection.settimeout(self.random.uniform(0.01, 0.3))
            connection.recv(100)


class Crowd(unittest.TestCase):
    def setUp(self):
        self.broker = OwnBroker("--listen", "127.0.0.1:0", "--topic", f"crowd:{2 * MEMBERS}")
        self.addCleanup(self.broker.close)
        self.pid = self.broker.process.pid

    def test_a_hundred_members_share_one_group(self):
        crowd = Client("crowd.py", "--bootstrap-server", self.broker.bootstrap, "--group", "crowd",
                       "--topic", "crowd", "--members", str(MEMBERS))
        self.addCleanup(crowd.close)
        whole = {"says": "crowd", "members": MEMBERS, "partitions": 2 * MEMBERS,
                 "shares": 2 * MEMBERS}
        wait_for(lambda: whole in map(json.loads, crowd.seen()),
                 lambda: f"the last that was said: {crowd.lines[-1:]}")
        seen = self.broker.seen_by_others(groups=["crowd"])
        self.assertEqual(seen["groups"], {"crowd": "STABLE"})

    def rude_for(self, seconds):
        host, port = self.broker.bootstrap.rsplit(":", 1)
        until = time.monotonic() + seconds
        clients = [RudeClient((host, int(port)), seed, until) for seed in range(RUDE_CLIENTS)]
        for client in clients:
            client.start()
        for client in clients:
            client.join(timeout=seconds + 30)
        return sum(client.visits for client in clients)

    def test_files_and_memory_come_back_after_rude_clients(self):
        files = open_files(self.pid)
        self.assertGreater(self.rude_for(5), RUDE_CLIENTS)
        before = memory_bytes(self.pid)
        self.assertGreater(self.rude_for(RUDE_S), RUDE_CLIENTS)
        wait_for(lambda: open_files(self.pid) <= files,
                 lambda: f"{open_files(self.pid)} open files, {files} at first")
        self.assertLess(memory_bytes(self.pid), before + SLACK_BYTES)
        # It serves on.
        self.assertEqual(self.broker.seen_by_others()["topics"]["crowd"], 2 * MEMBERS)


if __name__ == "__main__":
    unittest.main()
