#!/usr/bin/env python3
"""Many members of one group in one process: confluent-kafka. Ends when standard input does.

Says how many members have partitions, and how many partitions they have, whenever that changes.
"""

import argparse
import sys
import threading
import time

from confluent_kafka import Consumer

import talk


class Member(threading.Thread):
    def __init__(self, options, number):
        super().__init__(daemon=True)
        self.owns, self.ended = set(), threading.Event()
        self.consumer = Consumer({
            "bootstrap.servers": options.bootstrap_server, "group.id": options.group,
            "client.id": f"member-{number:03}", "session.timeout.ms": 30_000,
            "heartbeat.interval.ms": 1000, "partition.assignment.strategy": "range",
            "log_level": 0})
        self.consumer.subscribe(
            [options.topic], on_assign=lambda _, some: self.had({p.partition for p in some}),
            on_revoke=lambda _, some: self.had(set()))

    def had(self, partitions):
        self.owns = partitions

    def run(self):
        while not self.ended.is_set():
            self.consumer.poll(0.5)
        self.consumer.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bootstrap-server", required=True)
    parser.add_argument("--group", required=True)
    parser.add_argument("--topic", required=True)
    parser.add_argument("--members", type=int, required=True)
    options = parser.parse_args()
    ended = talk.until_told_to_end()
    members = [Member(options, number) for number in range(options.members)]
    for member in members:
        member.start()
    told = None
    while not ended.is_set():
        owned = [member.owns for member in members]
        now = (sum(map(bool, owned)), len(set().union(*owned)), sum(map(len, owned)))
        if now != told:
            talk.say("crowd", members=now[0], partitions=now[1], shares=now[2])
            told = now
        time.sleep(0.1)
    for member in members:
        member.ended.set()
    for member in members:
        member.join(timeout=30)
    talk.say("done")
    return 0


if __name__ == "__main__":
    sys.exit(main())
