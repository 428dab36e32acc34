#!/usr/bin/env python3
"""A consumer, a producer, a transactional producer: confluent-kafka (librdkafka)."""

import sys
import time

from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition

import talk


def names(partitions):
    return [f"{p.topic}:{p.partition}" for p in partitions]


def consume(options, server):
    settings = {
        **server, "group.id": options.group, "client.id": options.client_id,
        "auto.offset.reset": "earliest", "auto.commit.interval.ms": 500,
        "session.timeout.ms": options.session_ms, "heartbeat.interval.ms": 500,
        "partition.assignment.strategy": options.strategy,
        "topic.metadata.refresh.interval.ms": 1000}
    if options.instance:
        settings["group.instance.id"] = options.instance
    ended, owned = talk.until_told_to_end(), talk.Owned()
    consumer = Consumer(settings)
    consumer.subscribe(
        options.topic, on_assign=lambda _, some: owned.add(names(some)),
        on_revoke=lambda _, some: owned.remove(names(some)),
        on_lost=lambda _, some: owned.remove(names(some)))
    while not ended.is_set():
        messages = consumer.consume(500, 0.2)
        failed = [m.error() for m in messages if m.error()]
        if failed:
            talk.say("failed", error=failed[0].str())
            return 1
        if messages:
            talk.say("read", values=[m.value().decode() for m in messages])
        time.sleep(options.pace_ms * len(messages) / 1000)
    consumer.close()
    return 0


def produce(options, server):
    producer = Producer({**server, "enable.idempotence": True, "linger.ms": 5})
    for number in range(options.first, options.first + options.count):
        producer.produce(
            options.topic, value=str(number), partition=number % options.partitions)
        producer.poll(0)
    return producer.flush(talk.PATIENCE_S)


def read(options, server, level):
    """All that this isolation level sees."""
    consumer = Consumer({
        **server, "group.id": f"reader-{options.id}", "isolation.level": level,
        "auto.offset.reset": "earliest", "enable.auto.commit": False})
    place = TopicPartition(options.topic, 0)
    end = consumer.get_watermark_offsets(place, timeout=talk.PATIENCE_S)[1]
    place.offset = 0
    consumer.assign([place])
    found, deadline = [], time.monotonic() + talk.PATIENCE_S
    while consumer.position([place])[0].offset < end and time.monotonic() < deadline:
        found += [m.value().decode() for m in consumer.consume(100, 0.2) if not m.error()]
    consumer.close()
    return found


def transact(options, server):
    def producer():
        made = Producer({**server, "transactional.id": options.id})
        made.init_transactions(talk.PATIENCE_S)
        return made

    def send(made, value):
        made.begin_transaction()
        made.produce(options.topic, value=value, partition=0)
        made.flush(talk.PATIENCE_S)

    first = producer()
    send(first, "committed")
    first.commit_transaction(talk.PATIENCE_S)
    send(first, "aborted")
    first.abort_transaction(talk.PATIENCE_S)
    send(first, "left open")
    second = producer()
    try:
        first.commit_transaction(talk.PATIENCE_S)
        zombie = "committed"
    except KafkaException as error:
        zombie = "fenced" if error.args[0].name() in (
            "_FENCED", "INVALID_PRODUCER_EPOCH", "PRODUCER_FENCED") else str(error)
    send(second, "of the second")
    second.commit_transaction(talk.PATIENCE_S)
    talk.say(
        "transacted", zombie=zombie, committed=read(options, server, "read_committed"),
        all=read(options, server, "read_uncommitted"))
    return 0


def main():
    options = talk.options(__doc__)
    server = {"bootstrap.servers": options.bootstrap_server, "log_level": 0}
    acts = {"consume": consume, "produce": produce, "transact": transact}
    status = acts[options.act](options, server)
    talk.say("done")
    return status


if __name__ == "__main__":
    sys.exit(main())
