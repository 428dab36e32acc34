"""How the clients of this folder are told what to do, and say what happens.

One JSON object a line: `owns` with all partitions that a member has now, `read` with values,
`failed` with Kafka's name of an error, `done` at the end of what was asked for.
"""

import argparse
import json
import sys
import threading

PATIENCE_S = 60


def options(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--bootstrap-server", required=True)
    acts = parser.add_subparsers(dest="act", required=True)
    consume = acts.add_parser("consume", help="joins a group; closes when standard input ends")
    consume.add_argument("--group", required=True)
    consume.add_argument("--topic", action="append", required=True)
    consume.add_argument("--strategy", default="range")
    consume.add_argument("--instance")
    consume.add_argument("--client-id", default="foreign")
    consume.add_argument("--session-ms", type=int, default=20_000)
    consume.add_argument("--pace-ms", type=int, default=0, help="work for each record")
    produce = acts.add_parser("produce", help="sends the numbers from --first on")
    produce.add_argument("--topic", required=True)
    produce.add_argument("--first", type=int, default=0)
    produce.add_argument("--count", type=int, required=True)
    produce.add_argument("--partitions", type=int, required=True)
    transact = acts.add_parser("transact", help="commits, aborts, is fenced")
    transact.add_argument("--topic", required=True)
    transact.add_argument("--id", required=True)
    return parser.parse_args()


def say(word, **fields):
    print(json.dumps({"says": word, **fields}), flush=True)


def until_told_to_end():
    """Is set when standard input ends."""
    ended = threading.Event()
    threading.Thread(
        target=lambda: (sys.stdin.buffer.read(), ended.set()), daemon=True).start()
    return ended


class Owned:
    """The partitions of a member, however its client tells of them."""

    def __init__(self):
        self.names = set()

    def set(self, partitions):
        self.names = set(partitions)
        self.tell()

    def add(self, partitions):
        self.names |= set(partitions)
        self.tell()

    def remove(self, partitions):
        self.names -= set(partitions)
        self.tell()

    def tell(self):
        say("owns", partitions=sorted(self.names))
