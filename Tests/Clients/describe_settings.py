"""Prints what confluent-kafka is told of settings, as JSON: by resource, then by setting."""

import argparse
import json

from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient, ConfigResource

parser = argparse.ArgumentParser()
parser.add_argument("--bootstrap-server", required=True)
parser.add_argument("--broker", action="append", default=[])
parser.add_argument("--topic", action="append", default=[])
options = parser.parse_args()

admin = AdminClient({"bootstrap.servers": options.bootstrap_server})
resources = [ConfigResource(ConfigResource.Type.BROKER, name) for name in options.broker]
resources += [ConfigResource(ConfigResource.Type.TOPIC, name) for name in options.topic]
told = {}
# librdkafka asks a broker for its own settings itself, so that each is asked for alone.
for resource in resources:
    (future,) = admin.describe_configs([resource], request_timeout=20).values()
    try:
        told[resource.name] = {
            entry.name: {
                "value": entry.value, "source": entry.source, "read_only": entry.is_read_only,
                "synonyms": [f"{name}={synonym.value}"
                             for name, synonym in sorted(entry.synonyms.items())]}
            for entry in future.result(timeout=30).values()}
    except KafkaException as failure:
        told[resource.name] = failure.args[0].name()
print(json.dumps(told))
