"""Clients that others wrote, each with the same words: what a member has, what it has read."""

import json
import os
import signal
import subprocess
import threading

from cluster import CLIENTS, PYTHON
from program import wait_for


class ForeignMember:
    """A process that has joined a group, or soon will."""

    def __init__(self, command):
        self.command = command
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8", env={**os.environ, "PYTHONUNBUFFERED": "1"})
        self.owns = None
        self.changes = 0
        self.values = []
        self.failure = None
        self.lines = []
        self.reader = threading.Thread(target=self.listen, daemon=True)
        self.reader.start()

    def listen(self):
        for line in self.process.stdout:
            self.lines = self.lines[-30:] + [line.rstrip()[:300]]
            self.take(line)

    def take(self, line):
        try:
            said = json.loads(line)
        except ValueError:
            return
        if said.get("says") == "owns":
            self.change(set(said["partitions"]))
        elif said.get("says") == "read":
            self.values += said["values"]
        elif said.get("says") == "failed":
            self.failure = said["error"]

    def change(self, owns):
        self.owns = owns
        self.changes += 1

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.end()

    def close(self):
        """Leaves the group as its client does it."""
        self.process.stdin.close()
        self.end()

    def end(self):
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.reader.join(timeout=10)
        self.owns = set()
        self.process.stdout.close()

    def told(self):
        return f"{self.command[-12:]} has {self.owns}, failed: {self.failure}; {self.lines[-8:]}"


class KcatMember(ForeignMember):
    """kcat tells in words what it was given, and ends by a signal."""

    def take(self, line):
        if not line.startswith("%"):
            self.values.append(line.strip())
        elif line.startswith("% Group"):
            self.rebalanced(line)
        elif line.startswith("% ERROR"):
            self.failure = line.strip()

    def rebalanced(self, line):
        names = line.rsplit(": ", 1)[1].strip().split(", ")
        places = {name.replace(" [", ":").rstrip("]") for name in names if "[" in name}
        had = self.owns or set()
        if "incremental assignment" in line:
            self.change(had | places)
        elif "revoke" in line:
            self.change(had - places)
        else:
            self.change(places)

    def close(self):
        self.process.send_signal(signal.SIGTERM)
        self.end()


class ScriptClient:
    """A client for Python, by the script of ours that uses it."""

    def __init__(self, name, script, strategies, can_be_fenced=True):
        self.name = name
        self.start = [PYTHON, os.path.join(CLIENTS, script)]
        self.strategies = strategies
        self.can_be_fenced = can_be_fenced
        self.can_abort = True

    def member(self, bootstrap, group, topics, strategy="range", instance=None, client_id="foreign",
               session_ms=20_000):
        command = [*self.start, "--bootstrap-server", bootstrap, "consume", "--group", group,
                   "--strategy", strategy, "--client-id", client_id,
                   "--session-ms", str(session_ms)]
        for topic in topics:
            command += ["--topic", topic]
        return ForeignMember(command + (["--instance", instance] if instance else []))

    def act(self, bootstrap, *arguments):
        """Runs to the end; what it said last before that."""
        result = subprocess.run(
            [*self.start, "--bootstrap-server", bootstrap, *arguments],
            capture_output=True, encoding="utf-8", timeout=120, check=False)
        lines = [json.loads(line) for line in result.stdout.splitlines() if line[:1] == "{"]
        if result.returncode or not lines or lines[-1]["says"] != "done":
            raise AssertionError(f"{self.name} {arguments}: {result.stdout} {result.stderr}")
        return lines[:-1]

    def produce(self, bootstrap, topic, partitions, count, first=0):
        self.act(bootstrap, "produce", "--topic", topic, "--partitions", str(partitions),
                 "--count", str(count), "--first", str(first))

    def transact(self, bootstrap, topic, name):
        return self.act(bootstrap, "transact", "--topic", topic, "--id", name)[-1]


class KcatClient:
    """The command line client."""

    name = "kcat"
    strategies = ("range", "roundrobin", "cooperative-sticky")
    can_be_fenced = True
    can_abort = False

    def command(self, bootstrap, *arguments, **settings):
        """kcat with settings under Kafka's names, dots written as underscores."""
        options = []
        for name, value in settings.items():
            options += ["-X", f"{name.replace('_', '.')}={value}"]
        return ["kcat", "-b", bootstrap, *options, *arguments]

    def member(self, bootstrap, group, topics, strategy="range", instance=None, client_id="foreign",
               session_ms=20_000):
        static = {"group_instance_id": instance} if instance else {}
        return KcatMember(self.command(
            bootstrap, "-u", "-f", "%s\\n", "-G", group, *topics,
            partition_assignment_strategy=strategy, client_id=client_id,
            session_timeout_ms=session_ms, heartbeat_interval_ms=500,
            auto_offset_reset="earliest", auto_commit_interval_ms=500,
            topic_metadata_refresh_interval_ms=1000, **static))

    def run(self, command, text=""):
        return subprocess.run(
            command, input=text, encoding="utf-8", check=True, timeout=120,
            capture_output=True).stdout

    def produce(self, bootstrap, topic, partitions, count, first=0):
        for partition in range(partitions):
            numbers = [n for n in range(first, first + count) if n % partitions == partition]
            self.run(
                self.command(bootstrap, "-P", "-t", topic, "-p", str(partition),
                             enable_idempotence="true"),
                "".join(f"{number}\n" for number in numbers))

    def transact(self, bootstrap, topic, name):
        """What is on standard input is one transaction, begun when all of it is there."""
        self.run(self.command(bootstrap, "-P", "-t", topic, "-p", "0", transactional_id=name),
                 "committed\n")

        def read(level):
            command = self.command(
                bootstrap, "-C", "-e", "-q", "-t", topic, "-p", "0", "-o", "beginning",
                isolation_level=level)
            return self.run(command).split("\n")[:-1]

        return {"committed": read("read_committed"), "all": read("read_uncommitted")}


CLIENTS_OF_OTHERS = [
    ScriptClient("confluent-kafka", "confluent_client.py",
                 ("range", "roundrobin", "cooperative-sticky")),
    ScriptClient("kafka-python", "kafka_python_client.py",
                 ("range", "roundrobin", "sticky", "cooperative-sticky")),
    # Its Heartbeat and OffsetCommit carry no group.instance.id.
    ScriptClient("aiokafka", "aiokafka_client.py", ("range", "roundrobin", "sticky"),
                 can_be_fenced=False),
    KcatClient(),
]


def wait_owned(members, sizes):
    """Until the members have so many partitions each, no partition twice; sizes in any order."""
    def holds():
        owned = [member.owns for member in members]
        if any(each is None for each in owned):
            return False
        union = set().union(*owned)
        return (sorted(map(len, owned)) == sorted(sizes)
                and len(union) == sum(map(len, owned)))
    wait_for(holds, lambda: "; ".join(member.told() for member in members))
