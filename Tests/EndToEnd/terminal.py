"""A terminal to see the program in: tmux on a socket of its own."""

import os
import shlex
import subprocess
import tempfile

from program import environment, wait_for

COUNT = iter(range(1_000_000))


class Terminal:
    """A bash in a tmux window; what is typed and seen goes through it."""

    def __init__(self, width=80, height=24, **changes):
        self.socket = f"regroup-test-{os.getpid()}-{next(COUNT)}"
        self.folder = tempfile.TemporaryDirectory(prefix="regroup-test-")
        # Terminals meet for notes only where a test says so.
        self.environment = environment(**{"XDG_RUNTIME_DIR": self.folder.name, **changes})
        inner = {**self.environment, "PS1": "ready$ ", "HISTFILE": ""}
        # tmux wants a TERM of its own inside; the one asked for is set by the shell.
        shell = ["env", "-i", *[f"{name}={value}" for name, value in inner.items()]]
        shell += ["bash", "--norc", "--noprofile", "-i"]
        self.tmux(
            "new-session", "-d", "-x", str(width), "-y", str(height), shlex.join(shell))
        self.tmux("set-option", "-g", "escape-time", "0")
        self.wait("ready$")

    def tmux(self, *arguments, check=True):
        result = subprocess.run(
            ["tmux", "-L", self.socket, "-f", "/dev/null", *arguments], capture_output=True,
            encoding="utf-8", env=environment(), timeout=30, check=False)
        if check and result.returncode != 0:
            raise AssertionError(f"tmux {arguments}: {result.stderr}")
        return result.stdout

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def type(self, line):
        """A line for the shell."""
        self.tmux("send-keys", "-l", line)
        self.tmux("send-keys", "Enter")

    def keys(self, *keys):
        """Keys by tmux's names: k, Space, Right, Escape, C-c."""
        self.tmux("send-keys", *keys)

    def screen(self, colors=False):
        return self.tmux("capture-pane", "-p", *(["-e"] if colors else []), check=False)

    def row(self, number):
        return self.screen().split("\n")[number]

    def wait(self, wanted):
        """Until the screen has a text, or fits a condition."""
        fits = wanted if callable(wanted) else lambda screen: wanted in screen
        name = "a condition" if callable(wanted) else repr(wanted)
        return wait_for(
            lambda: fits(self.screen()),
            lambda: f"waited for {name}; the last screen:\n{self.screen()}")

    def wait_gone(self, unwanted):
        return self.wait(lambda screen: unwanted not in screen)

    def wait_until(self, condition, what):
        return wait_for(
            condition, lambda: f"waited for {what}; the last screen:\n{self.screen()}")

    def resize(self, width, height):
        self.tmux("resize-window", "-x", str(width), "-y", str(height))

    def start(self, *arguments):
        """Starts the program; its exit status and both `stty -a` end up in files."""
        program = shlex.join([os.environ["REGROUP_BIN"], *arguments])
        before, after, status = map(shlex.quote, map(self.path, ("before", "after", "status")))
        self.type(
            f"clear; stty -a >{before}; {program}; echo $? >{status}; stty -a >{after}; "
            f"echo over; ls {after}")

    def read(self, name):
        try:
            with open(self.path(name), encoding="utf-8") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def status(self):
        """The exit status, once the program has ended and the shell is back."""
        self.wait_until(lambda: self.read("after"), "the end of the program")
        return int(self.read("status"))

    def process(self):
        """The id of the program's process, once it runs."""
        def find():
            pane = self.tmux("display-message", "-p", "#{pane_pid}").strip()
            result = subprocess.run(
                ["ps", "-o", "pid=,comm=", "--ppid", pane], capture_output=True,
                encoding="utf-8", check=False)
            for line in result.stdout.split("\n"):
                if line.strip().endswith(" regroup"):
                    return int(line.split()[0])
            return None
        return self.wait_until(find, "the program's process")

    def close(self):
        self.tmux("kill-server", check=False)
        self.folder.cleanup()
