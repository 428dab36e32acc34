#!/usr/bin/env python3
"""Reads one topic and writes another, exactly once, with a client that others wrote.

Says what happened as one JSON object: offsets that were committed, what readers of both isolation
levels see while a transaction is open, and what a second process with the same transactional.id
does to the first.
"""

import argparse
import json
import sys
import time

from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition

PATIENCE_S = 60


class Readers:
    def __init__(self, bootstrap):
        self.bootstrap = bootstrap

    def consumer(self, group, level):
        return Consumer({
            "bootstrap.servers": self.bootstrap, "group.id": group, "isolation.level": level,
            "auto.offset.reset": "earliest", "enable.auto.commit": False, "log_level": 0})

    def read(self, topic, level):
        """Everything up to the end that this level sees."""
        consumer = self.consumer("reader", level)
        place = TopicPartition(topic, 0)
        end = consumer.get_watermark_offsets(place, timeout=PATIENCE_S)[1]
        place.offset = 0
        consumer.assign([place])
        found, deadline = [], time.monotonic() + PATIENCE_S
        while consumer.position([place])[0].offset < end and time.monotonic() < deadline:
            message = consumer.poll(0.2)
            if message is not None and not message.error():
                found.append(message.value().decode())
        consumer.close()
        return found


def producer(options):
    made = Producer({
        "bootstrap.servers": options.bootstrap_server, "transactional.id": "exactly-once",
        "log_level": 0})
    made.init_transactions(PATIENCE_S)
    return made


def transform(options, made, consumer, count):
    """One transaction: read, write, commit the offsets with it."""
    made.begin_transaction()
    deadline = time.monotonic() + PATIENCE_S
    while count and time.monotonic() < deadline:
        message = consumer.poll(0.5)
        if message is not None and not message.error():
            made.produce(options.to, value="of " + message.value().decode())
            count -= 1
    made.send_offsets_to_transaction(
        consumer.position(consumer.assignment()), consumer.consumer_group_metadata(), PATIENCE_S)
    made.commit_transaction(PATIENCE_S)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bootstrap-server", required=True)
    parser.add_argument("--of", required=True)
    parser.add_argument("--to", required=True)
    options = parser.parse_args()
    readers = Readers(options.bootstrap_server)
    source = Producer({
        "bootstrap.servers": options.bootstrap_server, "enable.idempotence": True, "log_level": 0})
    for number in range(4):
        source.produce(options.of, value=str(number), partition=0)
    source.flush(PATIENCE_S)
    first = producer(options)
    consumer = readers.consumer("workers", "read_committed")
    consumer.subscribe([options.of])
    transform(options, first, consumer, 4)
    committed = consumer.committed([TopicPartition(options.of, 0)], PATIENCE_S)[0].offset
    consumer.close()
    for value, ends in [("aborted", True), ("open", False)]:
        first.begin_transaction()
        first.produce(options.to, value=value)
        first.flush(PATIENCE_S)
        if ends:
            first.abort_transaction(PATIENCE_S)
    while_open = {level: readers.read(options.to, level)
                  for level in ("read_committed", "read_uncommitted")}
    second = producer(options)
    try:
        first.commit_transaction(PATIENCE_S)
        zombie = "committed"
    except KafkaException as error:
        zombie = error.args[0].name()
    second.begin_transaction()
    second.produce(options.to, value="second")
    second.commit_transaction(PATIENCE_S)
    at_end = readers.read(options.to, "read_committed")
    json.dump({
        "committed": committed, "while_open": while_open, "zombie": zombie, "at_end": at_end,
    }, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
