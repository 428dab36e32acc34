#!/usr/bin/env python3
"""librdkafka's mock cluster in a process of its own.

Prints one line, `bootstrap.servers=HOST:PORT,...`, and stays until standard input ends.
Topics appear through Metadata, with four partitions (or as many as the option says).
"""

import argparse
import sys

from confluent_kafka.admin import AdminClient


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--brokers", type=int, default=1)
    options = parser.parse_args()
    client = AdminClient({"test.mock.num.brokers": options.brokers, "log_level": 0})
    brokers = client.list_topics(timeout=10).brokers.values()
    addresses = sorted(f"{broker.host}:{broker.port}" for broker in brokers)
    print("bootstrap.servers=" + ",".join(addresses), flush=True)
    sys.stdin.buffer.read()
    return 0


if __name__ == "__main__":
    sys.exit(main())
