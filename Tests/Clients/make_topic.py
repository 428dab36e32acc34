#!/usr/bin/env python3
"""Makes a topic NAME:PARTITIONS, and prints `made`."""

import argparse
import sys

from confluent_kafka.admin import AdminClient, NewTopic


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bootstrap-server", required=True)
    parser.add_argument("--topic", required=True)
    options = parser.parse_args()
    name, count = options.topic.rsplit(":", 1)
    admin = AdminClient({"bootstrap.servers": options.bootstrap_server, "log_level": 0})
    for future in admin.create_topics([NewTopic(name, int(count), 1)]).values():
        future.result(30)
    print("made", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
