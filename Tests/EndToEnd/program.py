"""The built program as a user calls it."""

import json
import os
import subprocess
import time

BINARY = os.environ.get("REGROUP_BIN", "")
PATIENCE_S = 30


def environment(**changes):
    """A plain one, so that the user's own settings change no result."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    kept.update({"LC_ALL": "C.UTF-8", "TERM": "xterm-256color"})
    kept.update(changes)
    return {name: value for name, value in kept.items() if value is not None}


def run(*arguments, timeout=60, **changes):
    """Runs to the end without a terminal."""
    return subprocess.run(
        [BINARY, *arguments], stdin=subprocess.DEVNULL, capture_output=True, timeout=timeout,
        encoding="utf-8", env=environment(**changes), check=False)


def json_lines(path):
    """The complete lines of a file that may still grow."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except FileNotFoundError:
        return []
    return [json.loads(line) for line in text.split("\n")[:-1]]


def owners(snapshot):
    """Who reads which partition."""
    return {part["partition"]: part["reader"] for part in snapshot["partitions"]}


def readers(snapshot):
    """The last characters of who reads each partition, in order; - for nobody."""
    return "".join((part["reader"] or "-")[-1] for part in snapshot["partitions"])


def member(snapshot, name):
    """A member of a snapshot by its name, or None."""
    return next((each for each in snapshot["members"] if each["name"] == name), None)


def wait_for(condition, describe):
    """Asks until the answer is true, and returns it; `describe` tells what was seen last."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        answer = condition()
        if answer:
            return answer
        time.sleep(0.03)
    raise AssertionError(describe())
