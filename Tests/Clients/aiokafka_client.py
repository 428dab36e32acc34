#!/usr/bin/env python3
"""A consumer, a producer, a transactional producer: aiokafka."""

import asyncio
import sys
import time

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRebalanceListener, TopicPartition
from aiokafka.coordinator.assignors.range import RangePartitionAssignor
from aiokafka.coordinator.assignors.roundrobin import RoundRobinPartitionAssignor
from aiokafka.coordinator.assignors.sticky.sticky_assignor import StickyPartitionAssignor
from aiokafka.errors import KafkaError

import talk

STRATEGIES = {
    "range": RangePartitionAssignor, "roundrobin": RoundRobinPartitionAssignor,
    "sticky": StickyPartitionAssignor}


class Listener(ConsumerRebalanceListener):
    """Says what the member has after each change."""

    def __init__(self):
        self.owned = talk.Owned()

    async def on_partitions_assigned(self, assigned):
        self.owned.set(f"{p.topic}:{p.partition}" for p in assigned)

    async def on_partitions_revoked(self, revoked):
        self.owned.remove(f"{p.topic}:{p.partition}" for p in revoked)


async def consume(options, server):
    consumer = AIOKafkaConsumer(
        **server, group_id=options.group, client_id=options.client_id,
        group_instance_id=options.instance, auto_offset_reset="earliest",
        auto_commit_interval_ms=500, session_timeout_ms=options.session_ms,
        heartbeat_interval_ms=500, metadata_max_age_ms=1000,
        partition_assignment_strategy=[STRATEGIES[options.strategy]])
    ended = talk.until_told_to_end()
    consumer.subscribe(options.topic, listener=Listener())
    await consumer.start()
    while not ended.is_set():
        try:
            found = await consumer.getmany(timeout_ms=200)
        except KafkaError as error:
            talk.say("failed", error=type(error).__name__)
            return 1
        values = [r.value.decode() for records in found.values() for r in records]
        if values:
            talk.say("read", values=values)
        await asyncio.sleep(options.pace_ms * len(values) / 1000)
    await consumer.stop()
    return 0


async def produce(options, server):
    producer = AIOKafkaProducer(**server, enable_idempotence=True, linger_ms=5)
    await producer.start()
    sent = []
    for number in range(options.first, options.first + options.count):
        sent.append(await producer.send(
            options.topic, value=str(number).encode(), partition=number % options.partitions))
    await asyncio.gather(*sent)
    await producer.stop()
    return 0


async def read(options, server, level):
    """All that this isolation level sees."""
    consumer = AIOKafkaConsumer(
        **server, isolation_level=level, auto_offset_reset="earliest", enable_auto_commit=False)
    await consumer.start()
    place = TopicPartition(options.topic, 0)
    consumer.assign([place])
    end = (await consumer.end_offsets([place]))[place]
    await consumer.seek_to_beginning(place)
    found, deadline = [], time.monotonic() + talk.PATIENCE_S
    while await consumer.position(place) < end and time.monotonic() < deadline:
        batches = await consumer.getmany(timeout_ms=200)
        found += [r.value.decode() for records in batches.values() for r in records]
    await consumer.stop()
    return found


async def transact(options, server):
    async def producer():
        made = AIOKafkaProducer(**server, transactional_id=options.id)
        await made.start()
        return made

    async def send(made, value):
        await made.begin_transaction()
        await made.send_and_wait(options.topic, value=value.encode(), partition=0)

    first = await producer()
    await send(first, "committed")
    await first.commit_transaction()
    await send(first, "aborted")
    await first.abort_transaction()
    await send(first, "left open")
    second = await producer()
    try:
        await first.commit_transaction()
        zombie = "committed"
    except KafkaError as error:
        fenced = ("ProducerFenced", "InvalidProducerEpoch")
        zombie = "fenced" if type(error).__name__ in fenced else repr(error)
    await send(second, "of the second")
    await second.commit_transaction()
    talk.say(
        "transacted", zombie=zombie, committed=await read(options, server, "read_committed"),
        all=await read(options, server, "read_uncommitted"))
    await second.stop()
    return 0


def main():
    options = talk.options(__doc__)
    server = {"bootstrap_servers": options.bootstrap_server}
    acts = {"consume": consume, "produce": produce, "transact": transact}
    status = asyncio.run(acts[options.act](options, server))
    talk.say("done")
    return status


if __name__ == "__main__":
    sys.exit(main())
