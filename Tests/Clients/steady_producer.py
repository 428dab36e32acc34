#!/usr/bin/env python3
"""Writes records to all partitions of a topic at a steady rate, until standard input ends.

A line `grow N` there makes the topic have N partitions (CreatePartitions) and prints `grown`.
"""

import argparse
import sys
import threading

from confluent_kafka import Producer
from confluent_kafka.admin import AdminClient, NewPartitions


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bootstrap-server", required=True)
    parser.add_argument("--topic", required=True)
    parser.add_argument("--partitions", type=int, required=True)
    parser.add_argument("--per-second", type=float, default=5.0)
    options = parser.parse_args()
    settings = {"bootstrap.servers": options.bootstrap_server, "log_level": 0,
                "topic.metadata.refresh.interval.ms": 1000}
    producer = Producer(settings)
    count = options.partitions
    ended = threading.Event()

    def listen():
        nonlocal count
        for line in sys.stdin:
            count = int(line.split()[1])
            admin = AdminClient(settings)
            for future in admin.create_partitions(
                [NewPartitions(options.topic, count)]
            ).values():
                future.result(30)
            print("grown", flush=True)
        ended.set()

    threading.Thread(target=listen, daemon=True).start()
    print("writing", flush=True)
    while not ended.wait(1 / options.per_second):
        for partition in range(count):
            try:
                producer.produce(options.topic, b"record", partition=partition)
            except Exception:  # A partition that it has not heard of yet.
                pass
        producer.poll(0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
