"""Brokers and clients beside the program.

`Cluster` is the broker that BOOTSTRAP names, else librdkafka's mock cluster; `OwnBroker` is the
program's own.
"""

import json
import os
import queue
import subprocess
import sys
import threading

from program import BINARY, environment, wait_for

CLIENTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Clients")
PYTHON = os.environ.get("REGROUP_PYTHON") or sys.executable
BOOTSTRAP = os.environ.get("BOOTSTRAP", "")


class Child:
    """A process that ends when its standard input is closed."""

    def __init__(self, *command, **options):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            encoding="utf-8", **options)
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

    def tell(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

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


class Client(Child):
    """A script of the Clients folder."""

    def __init__(self, script, *arguments):
        super().__init__(PYTHON, os.path.join(CLIENTS, script), *arguments)


class OwnBroker(Child):
    """The program's own broker, with the options that are given."""

    def __init__(self, *arguments):
        super().__init__(BINARY, "broker", *arguments, env=environment())
        self.bootstrap = self.wait("listening on ").rsplit(" ", 1)[1]

    def seen_by_others(self, topic=None, groups=()):
        """Topics, groups and log ends as a client sees them that others wrote."""
        command = [PYTHON, os.path.join(CLIENTS, "list_cluster.py"), "--bootstrap-server",
                   self.bootstrap]
        for group in groups:
            command += ["--group", group]
        if topic:
            command += ["--topic", topic]
        result = subprocess.run(
            command, capture_output=True, encoding="utf-8", timeout=60, check=False)
        if result.returncode:
            raise AssertionError(result.stderr)
        return json.loads(result.stdout)


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
