#!/usr/bin/env python3
"""Writes records and reads them back, with the settings that are given.

Prints `read N`, or `refused` and what the client has to say of it.
"""

import argparse
import sys

from confluent_kafka import Consumer, KafkaException, Producer
from confluent_kafka.admin import AdminClient

COUNT = 20


def read_back(config, topic):
    consumer = Consumer(
        config | {"group.id": "witness", "auto.offset.reset": "earliest",
                  "enable.auto.commit": False})
    consumer.subscribe([topic])
    seen = set()
    while len(seen) < COUNT:
        message = consumer.poll(20)
        if message is None:
            break
        if not message.error():
            seen.add(message.value())
    consumer.close()
    return len(seen)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bootstrap-server", required=True)
    parser.add_argument("--topic", required=True)
    parser.add_argument("-X", action="append", default=[], metavar="key=value")
    options = parser.parse_args()
    errors = []
    config = {
        "bootstrap.servers": options.bootstrap_server,
        "log_level": 0,
        # One who is refused is not to try again and again while the test looks on.
        "reconnect.backoff.ms": 500,
        "error_cb": lambda error: errors.append(error.str()),
    }
    config.update(pair.split("=", 1) for pair in options.X)
    admin = AdminClient(config)
    try:
        admin.list_topics(timeout=3)
    except KafkaException:
        admin.poll(1)
        print("refused", *errors, flush=True)
        return 1
    producer = Producer(config)
    for number in range(COUNT):
        producer.produce(options.topic, f"{number}")
    producer.flush(20)
    print(f"read {read_back(config, options.topic)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
