#!/usr/bin/env python3
"""A consumer, a producer, a transactional producer: kafka-python."""

import sys
import time

from kafka import ConsumerRebalanceListener, KafkaConsumer, KafkaProducer, TopicPartition
from kafka.coordinator.assignors.cooperative_sticky import CooperativeStickyAssignor
from kafka.coordinator.assignors.range import RangePartitionAssignor
from kafka.coordinator.assignors.roundrobin import RoundRobinPartitionAssignor
from kafka.coordinator.assignors.sticky.sticky_assignor import StickyPartitionAssignor
from kafka.errors import KafkaError

import talk

STRATEGIES = {
    "range": RangePartitionAssignor, "roundrobin": RoundRobinPartitionAssignor,
    "sticky": StickyPartitionAssignor, "cooperative-sticky": CooperativeStickyAssignor}


def names(partitions):
    return [f"{p.topic}:{p.partition}" for p in partitions]


class Listener(ConsumerRebalanceListener):
    """Says what the member has after each change."""

    def __init__(self):
        self.owned = talk.Owned()

    def on_partitions_assigned(self, assigned):
        self.owned.add(names(assigned))

    def on_partitions_revoked(self, revoked):
        self.owned.remove(names(revoked))

    def on_partitions_lost(self, lost):
        self.owned.remove(names(lost))


def consume(options, server):
    consumer = KafkaConsumer(
        **server, group_id=options.group, client_id=options.client_id,
        group_instance_id=options.instance, auto_offset_reset="earliest",
        auto_commit_interval_ms=500, session_timeout_ms=options.session_ms,
        heartbeat_interval_ms=500, metadata_max_age_ms=1000,
        partition_assignment_strategy=[STRATEGIES[options.strategy]])
    ended = talk.until_told_to_end()
    consumer.subscribe(options.topic, listener=Listener())
    while not ended.is_set():
        try:
            found = consumer.poll(200)
        except KafkaError as error:
            talk.say("failed", error=type(error).__name__)
            return 1
        values = [r.value.decode() for records in found.values() for r in records]
        if values:
            talk.say("read", values=values)
        time.sleep(options.pace_ms * len(values) / 1000)
    consumer.close()
    return 0


def produce(options, server):
    producer = KafkaProducer(**server, linger_ms=5)
    for number in range(options.first, options.first + options.count):
        producer.send(
            options.topic, value=str(number).encode(), partition=number % options.partitions)
    producer.flush(talk.PATIENCE_S)
    producer.close()
    return 0


def read(options, server, level):
    """All that this isolation level sees."""
    consumer = KafkaConsumer(
        **server, isolation_level=level, auto_offset_reset="earliest", enable_auto_commit=False)
    place = TopicPartition(options.topic, 0)
    end = consumer.end_offsets([place])[place]
    consumer.assign([place])
    consumer.seek_to_beginning(place)
    found, deadline = [], time.monotonic() + talk.PATIENCE_S
    while consumer.position(place) < end and time.monotonic() < deadline:
        found += [r.value.decode() for rs in consumer.poll(200).values() for r in rs]
    consumer.close()
    return found


def transact(options, server):
    def producer():
        made = KafkaProducer(**server, transactional_id=options.id)
        made.init_transactions()
        return made

    def send(made, value):
        made.begin_transaction()
        made.send(options.topic, value=value.encode(), partition=0)
        made.flush(talk.PATIENCE_S)

    first = producer()
    send(first, "committed")
    first.commit_transaction()
    send(first, "aborted")
    first.abort_transaction()
    send(first, "left open")
    second = producer()
    try:
        first.commit_transaction()
        zombie = "committed"
    except KafkaError as error:
        fenced = ("ProducerFencedError", "InvalidProducerEpochError")
        zombie = "fenced" if type(error).__name__ in fenced else repr(error)
    send(second, "of the second")
    second.commit_transaction()
    talk.say(
        "transacted", zombie=zombie, committed=read(options, server, "read_committed"),
        all=read(options, server, "read_uncommitted"))
    return 0


def main():
    options = talk.options(__doc__)
    server = {"bootstrap_servers": options.bootstrap_server}
    acts = {"consume": consume, "produce": produce, "transact": transact}
    status = acts[options.act](options, server)
    talk.say("done")
    return status


if __name__ == "__main__":
    sys.exit(main())
