"""A broker that others wrote, and a consumer that others wrote.

With BOOTSTRAP in the environment it is that broker, else librdkafka's mock cluster.
"""

import os
import queue
import subprocess
import sys
import threading

from program import wait_for

CLIENTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Clients")
PYTHON = os.environ.get("REGROUP_PYTHON") or sys.executable
BOOTSTRAP = os.environ.get("BOOTSTRAP", "")


class Client:
    """A script of the Clients folder; it ends when its standard input is closed."""

    def __init__(self, script, *arguments):
        self.process = subprocess.Popen(
            [PYTHON, os.path.join(CLIENTS, script), *arguments], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
        self.lines = []
        self.queue = queue.Queue()
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            self.queue.put(line.strip())

    def seen(self):
        """All lines so far."""
        while not self.queue.empty():
            self.lines.append(self.queue.get())
        return self.lines

    def wait(self, beginning):
        """The first line that begins so."""
        return wait_for(
            lambda: next((line for line in self.seen() if line.startswith(beginning)), None),
            lambda: f"waited for '{beginning}' of {self.process.args}; it said {self.lines}")

    def close(self):
        self.process.stdin.close()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.reader.join(timeout=5)
        self.process.stdout.close()
        self.process.stderr.close()


class Cluster:
    """Where to connect, and with which options."""

    def __init__(self):
        self.is_mock = not BOOTSTRAP
        self.client = None
        self.bootstrap = BOOTSTRAP
        if self.is_mock:
            self.client = Client("mock_cluster.py")
            self.bootstrap = self.client.wait("bootstrap.servers=").split("=", 1)[1]

    def drive_options(self):
        # The mock lists versions that it does not speak.
        caps = ["--api-max", "JoinGroup=5,SyncGroup=3"] if self.is_mock else []
        return ["--bootstrap-server", self.bootstrap, *caps]

    def close(self):
        if self.client:
            self.client.close()
