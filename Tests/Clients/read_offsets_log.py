"""Commits an offset, then reads `__consumer_offsets` from the beginning: prints what it says of it.

One JSON object: the record's key and value taken apart as Kafka's schemas have them.
"""

import argparse
import json
import struct
import sys

from confluent_kafka import Consumer, KafkaError, TopicPartition

LOG = "__consumer_offsets"


def text(data, at):
    length = struct.unpack_from(">h", data, at)[0]
    return data[at + 2:at + 2 + length].decode(), at + 2 + length


def commit(common, group, topic, offset):
    consumer = Consumer({**common, "group.id": group})
    consumer.commit(offsets=[TopicPartition(topic, 0, offset)], asynchronous=False)
    consumer.close()


def records(common):
    """All records up to the ends of all partitions."""
    consumer = Consumer({
        **common, "group.id": "reader", "enable.auto.commit": False, "enable.partition.eof": True})
    count = len(consumer.list_topics(LOG, timeout=30).topics[LOG].partitions)
    consumer.assign([TopicPartition(LOG, partition, 0) for partition in range(count)])
    ends = 0
    while ends < count:
        message = consumer.poll(30)
        if message is None:
            sys.exit("the log's end does not come")
        if message.error():
            if message.error().code() != KafkaError._PARTITION_EOF:
                sys.exit(str(message.error()))
            ends += 1
        else:
            yield message.key(), message.value()
    consumer.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bootstrap-server", required=True)
    parser.add_argument("--topic", required=True)
    options = parser.parse_args()
    common = {"bootstrap.servers": options.bootstrap_server}
    commit(common, "teller", options.topic, 7)
    told = []
    for key, value in records(common):
        if struct.unpack_from(">h", key)[0] != 1:
            continue
        group, at = text(key, 2)
        topic, at = text(key, at)
        partition = struct.unpack_from(">i", key, at)[0]
        version, offset = struct.unpack_from(">hq", value)
        told.append([group, topic, partition, version, offset])
    print(json.dumps(told))


if __name__ == "__main__":
    main()
