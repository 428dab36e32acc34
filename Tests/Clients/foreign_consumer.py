#!/usr/bin/env python3
"""A consumer that others wrote: joins a group and says what it is given.

Prints `assigned TOPIC:PARTITION ...` and `revoked TOPIC:PARTITION ...`, one line each, and closes
when standard input ends.
"""

import argparse
import sys
import threading

from confluent_kafka import Consumer


def told(word):
    def callback(_consumer, partitions):
        names = (f"{p.topic}:{p.partition}" for p in partitions)
        print(word, *names, flush=True)

    return callback


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bootstrap-server", required=True)
    parser.add_argument("--group", required=True)
    parser.add_argument("--topic", required=True)
    parser.add_argument(
        "--rest", type=float, default=0, help="seconds that each record takes")
    parser.add_argument("-X", action="append", default=[], metavar="key=value")
    options = parser.parse_args()
    settings = {
        "bootstrap.servers": options.bootstrap_server,
        "group.id": options.group,
        "client.id": "foreign",
        "partition.assignment.strategy": "range",
        "auto.offset.reset": "earliest",
        "session.timeout.ms": "6000",
        "log_level": 0,
    }
    settings.update(setting.split("=", 1) for setting in options.X)
    ended = threading.Event()
    threading.Thread(
        target=lambda: (sys.stdin.buffer.read(), ended.set()), daemon=True
    ).start()
    consumer = Consumer(settings)
    consumer.subscribe(
        [options.topic], on_assign=told("assigned"), on_revoke=told("revoked")
    )
    while not ended.is_set():
        if consumer.poll(0.2) is not None and options.rest:
            ended.wait(options.rest)
    consumer.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
