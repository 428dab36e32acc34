#!/usr/bin/env python3
"""What has come of a group's input in the topic that its members write to, as one line of JSON.

A record's key says which one it was made of (`topic-partition@offset`). `committed`: the group's
offsets by partition; `read_committed`, `read_uncommitted`: the keys that such readers get; `ends`:
the same for the offsets at which their part of the topic ends, added up; `places`: where the
records are that read_committed readers get, in the form of keys. With `--begin` the group is made
first, with offset 0 of each partition, so that it stays whoever leaves.
"""

import argparse
import json
import time

from confluent_kafka import Consumer, KafkaError, TopicPartition

PATIENCE_S = 20


class Topics:
    def __init__(self, options):
        self.options = options

    def consumer(self, **more):
        return Consumer({
            "bootstrap.servers": self.options.bootstrap_server, "enable.auto.commit": False,
            "auto.offset.reset": "earliest", "log_level": 0, "group.id": self.options.group,
            **more})

    def places(self, consumer, topic):
        found = consumer.list_topics(topic, timeout=PATIENCE_S).topics[topic].partitions
        return [TopicPartition(topic, number, 0) for number in sorted(found)]

    def begin(self):
        consumer = self.consumer()
        consumer.commit(offsets=self.places(consumer, self.options.of), asynchronous=False)
        consumer.close()

    def committed(self):
        consumer = self.consumer()
        places = consumer.committed(self.places(consumer, self.options.of), PATIENCE_S)
        consumer.close()
        return [place.offset for place in places]

    def end(self, level):
        """Before the first record of an open transaction, or at the end of all."""
        consumer = self.consumer(**{"group.id": "nobody", "isolation.level": level})
        ends = [consumer.get_watermark_offsets(place, timeout=PATIENCE_S)[1]
                for place in self.places(consumer, self.options.to)]
        consumer.close()
        return sum(ends)

    def records(self, level):
        """Where each is, and its key, up to the end that this level sees."""
        consumer = self.consumer(**{
            "group.id": "nobody", "isolation.level": level, "enable.partition.eof": True})
        places = self.places(consumer, self.options.to)
        consumer.assign(places)
        records, left, deadline = [], len(places), time.monotonic() + PATIENCE_S
        while left:
            message = consumer.poll(0.2)
            if time.monotonic() > deadline:
                raise SystemExit(f"{level}: {left} partitions have no end")
            if message is None:
                continue
            if not message.error():
                place = f"{message.topic()}-{message.partition()}@{message.offset()}"
                records.append((place, message.key().decode()))
            elif message.error().code() == KafkaError._PARTITION_EOF:
                left -= 1
        consumer.close()
        return records


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bootstrap-server", required=True)
    parser.add_argument("--group", required=True)
    parser.add_argument("--of", required=True)
    parser.add_argument("--to", required=True)
    parser.add_argument("--begin", action="store_true")
    topics = Topics(parser.parse_args())
    if topics.options.begin:
        topics.begin()
    levels = ("read_committed", "read_uncommitted")
    records = {level: topics.records(level) for level in levels}
    print(json.dumps({
        "committed": topics.committed(), "ends": {level: topics.end(level) for level in levels},
        "places": [place for place, _ in records["read_committed"]],
        **{level: [key for _, key in records[level]] for level in levels}}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
