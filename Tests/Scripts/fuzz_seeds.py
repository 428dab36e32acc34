#!/usr/bin/env python3
"""Writes what a real broker and its clients said as inputs to begin with, a folder a family.

fuzz_seeds.py FOLDER
"""
import hashlib
import json
import pathlib
import re
import struct
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent
LONGEST = 4096


def lines(path):
    return [json.loads(line) for line in (TESTS / path).read_text().splitlines()]


def strings(value, name):
    """Every text under this name, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == name and isinstance(inner, str):
                yield inner
            yield from strings(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner, name)


def short_string(text):
    return struct.pack(">h", len(text)) + text.encode()


def long_bytes(raw):
    return struct.pack(">i", len(raw)) + raw


def partitions(owned):
    topics = sorted({topic for topic, _ in owned})
    out = struct.pack(">i", len(topics))
    for topic in topics:
        numbers = [number for name, number in owned if name == topic]
        out += short_string(topic) + struct.pack(f">i{len(numbers)}i", len(numbers), *numbers)
    return out


def subscription(member, previous, rack):
    """Version 3, with the user data of `sticky`: partitions and generation."""
    generation = member.get("generation", -1)
    owned = previous.get(member["id"], [])
    out = struct.pack(">hi", 3, len(member["subscription"]))
    out += b"".join(short_string(topic) for topic in sorted(member["subscription"]))
    out += long_bytes(partitions(owned) + struct.pack(">i", generation))
    out += partitions(owned) + struct.pack(">i", generation)
    return out + (short_string(rack) if rack else struct.pack(">h", -1))


def groups():
    """The small ones of the recorded groups."""
    for case in lines("KafkaModelTests/Fixtures/assignors.jsonl"):
        previous = {}
        for step in case["steps"]:
            members = step["members"]
            for racks in ["", "ab"] if len(members) <= 6 else []:
                yield [
                    subscription(member, previous, racks[at % 2 : at % 2 + 1])
                    for at, member in enumerate(members)
                ]
            previous = step.get("assignment") or {}


def number(raw, at):
    """A zigzag varint, and where it ends."""
    value = shift = 0
    while True:
        value |= (raw[at] & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if raw[at - 1] < 0x80:
            return value >> 1 ^ -(value & 1), at


def records(raw):
    """Key and value of each record of whole batches that are not compressed."""
    while raw:
        size = 12 + struct.unpack_from(">i", raw, 8)[0]
        attributes = struct.unpack_from(">h", raw, 21)[0]
        at = 61
        while at < size and attributes & 7 == 0:
            length, at = number(raw, at)
            end, at = at + length, at + 1
            for _ in ["timestamp", "offset"]:
                _, at = number(raw, at)
            parts = []
            for _ in ["key", "value"]:
                length, at = number(raw, at)
                parts.append(raw[at : at + length] if length >= 0 else b"")
                at += max(length, 0)
            yield parts
            at = end
        raw = raw[size:]


def seeds():
    for sample in lines("KafkaWireTests/Fixtures/messages.jsonl"):
        request = bytes.fromhex(sample["request_hex"])
        yield "requests", request
        if sample.get("response_hex") and sample["version"] < 99:
            # A request begins with its API key, in two bytes.
            prefix = bytes([request[1], sample["version"]])
            yield "responses", prefix + bytes.fromhex(sample["response_hex"])
    for script in lines("EndpointTests/Fixtures/scripts.jsonl"):
        for step in script["steps"]:
            frame = step.get("request")
            if isinstance(frame, str):
                raw = bytes.fromhex(frame)
                yield "requests", raw
                yield "frames", b"\0\7" + 2 * long_bytes(raw)
    for batch in lines("KafkaWireTests/Fixtures/batches.jsonl"):
        raw = bytes.fromhex(batch["bytes_hex"])
        yield "batches", b"\0\1" + raw
        for key, value in records(raw):
            yield "records", struct.pack(">H", len(key)) + key + value
    said = lines("CoordinatorTests/Fixtures/coordinator.jsonl")
    for name, family in [("metadata", "subscriptions"), ("assignment", "assignments")]:
        for text in strings(said, name):
            # OffsetCommit has a `metadata` too, which is text.
            if re.fullmatch("000[0-3]([0-9a-f]{2})+", text):
                yield family, bytes.fromhex(text)
    for members in groups():
        yield "groups", b"".join(struct.pack(">H", len(raw)) + raw for raw in members)
        for raw in members:
            yield "subscriptions", raw


def main():
    folder = pathlib.Path(sys.argv[1])
    for family, raw in seeds():
        if len(raw) <= LONGEST:
            place = folder / family
            place.mkdir(parents=True, exist_ok=True)
            (place / hashlib.sha256(raw).hexdigest()[:16]).write_bytes(raw)


main()
