#!/usr/bin/env python3
"""What a client that others wrote sees of a cluster, as one line of JSON.

`topics`: name to number of partitions; `groups`: the state of each group that was asked for;
`ends`: where the log of each partition of the `--topic` ends.
"""

import argparse
import json

from confluent_kafka import Consumer, ConsumerGroupTopicPartitions, TopicPartition
from confluent_kafka.admin import AdminClient


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bootstrap-server", required=True)
    parser.add_argument("--group", action="append", default=[])
    parser.add_argument("--topic")
    options = parser.parse_args()
    server = {"bootstrap.servers": options.bootstrap_server, "log_level": 0}
    admin = AdminClient(server)
    topics = {
        name: len(topic.partitions)
        for name, topic in admin.list_topics(timeout=10).topics.items()
        # Kafka's own are always there.
        if not name.startswith("__")
    }
    seen = {"topics": topics, "groups": {}, "committed": {}, "ends": []}
    for group in options.group:
        described = admin.describe_consumer_groups([group], request_timeout=10)
        seen["groups"][group] = described[group].result().state.name
        offsets = admin.list_consumer_group_offsets(
            [ConsumerGroupTopicPartitions(group)], request_timeout=10)
        seen["committed"][group] = sorted(
            f"{p.topic}:{p.partition}"
            for p in offsets[group].result().topic_partitions if p.offset >= 0)
    if options.topic:
        consumer = Consumer({**server, "group.id": "nobody"})
        for number in range(topics.get(options.topic, 0)):
            low_high = consumer.get_watermark_offsets(
                TopicPartition(options.topic, number), timeout=10)
            seen["ends"].append(low_high[1])
        consumer.close()
    print(json.dumps(seen))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
