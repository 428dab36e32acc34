/// The consumers that `serve --spawn` starts, as Python is given them with `-c`: so they are there
/// wherever the program is. They lie in `Tests/Clients` too; a test holds the two together.
enum ClientScripts {
  static let standard = #"""
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
    """#

  static let `static` = #"""
    """A static member (KIP-345): it keeps its place while it is away, for a session at most.

    usage: consumer_static.py BOOTSTRAP TOPICS GROUP CLIENT_ID INSTANCE_ID
    """
    import os
    import signal
    import sys
    import threading

    from confluent_kafka import Consumer

    bootstrap, topics, group, client_id, instance_id = sys.argv[1:6]
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
        "group.instance.id": instance_id,
        "session.timeout.ms": 30000,
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
    """#
}
