"""A consumer as Python programs have them: subscribe, poll, print, close.

usage: consumer_standard.py BOOTSTRAP TOPICS GROUP CLIENT_ID
"""
import os
import signal
import sys
import threading

from confluent_kafka import Consumer

bootstrap, topics, group, client_id = sys.argv[1:5]
asked_to_stop = threading.Event()


def end_with_parent():
    """Whoever started this holds the other end of standard input."""
    while os.read(0, 4096):
        pass
    os._exit(1)


signal.signal(signal.SIGTERM, lambda *_: asked_to_stop.set())
threading.Thread(target=end_with_parent, daemon=True).start()
consumer = Consumer({
    "bootstrap.servers": bootstrap,
    "group.id": group,
    "client.id": client_id,
    "session.timeout.ms": 10000,
    "auto.offset.reset": "earliest",
})
consumer.subscribe(topics.split(","))
try:
    while not asked_to_stop.is_set():
        message = consumer.poll(0.2)
        if message is not None and message.error() is None:
            print(f"{message.topic()}-{message.partition()}@{message.offset()}", flush=True)
finally:
    consumer.close()
