"""Writes records and reads them back, with the settings that are given: "read N", or the error."""

import argparse
import sys

from confluent_kafka import Consumer, KafkaException, Producer
from confluent_kafka.admin import AdminClient

COUNT = 20


def settings(arguments):
    config = {"bootstrap.servers": arguments.bootstrap_server, "socket.timeout.ms": 10_000}
    config.update(pair.split("=", 1) for pair in arguments.settings)
    return config


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bootstrap-server", required=True)
    parser.add_argument("--topic", required=True)
    parser.add_argument("-X", dest="settings", action="append", default=[])
    arguments = parser.parse_args()
    errors = []
    config = settings(arguments) | {"error_cb": lambda error: errors.append(str(error))}
    try:
        AdminClient(config).list_topics(timeout=5)
    except KafkaException as error:
        print("refused", *errors, error, flush=True)
        return 1
    producer = Producer(config)
    for number in range(COUNT):
        producer.produce(arguments.topic, f"{number}")
    producer.flush(20)
    consumer = Consumer(
        config | {"group.id": "witness", "auto.offset.reset": "earliest",
                  "enable.auto.commit": False})
    consumer.subscribe([arguments.topic])
    seen = set()
    while len(seen) < COUNT:
        message = consumer.poll(20)
        if message is None:
            break
        if not message.error():
            seen.add(message.value())
    consumer.close()
    print(f"read {len(seen)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
