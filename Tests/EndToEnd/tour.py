"""A tour of the screen: keys, and what each has to change on it."""

import re

from program import run
from screen_case import ScreenCase
from terminal import Terminal

# How the program prints a key, and what tmux calls it; all others are letters.
TMUX_NAMES = {
    "→": "Right", "←": "Left", "↑": "Up", "↓": "Down", "PgDn": "PageDown", "PgUp": "PageUp",
    "Esc": "Escape", "Ctrl-C": "C-c",
}
TMUX_OWN = {"Space", "Enter", "Tab", "Home", "End", "F5"}
# The selection of the dark theme, as in a row that is chosen.
SELECTED = "48;5;252"


def key_table():
    """All keys of the program, as its manual prints them."""
    manual = run("manual").stdout.replace("\\[u", "\\u")
    section = manual.split(".SH KEYS\n")[1].split(".SH ")[0]
    labels = re.findall(r"^\.B (.*)$", section, re.MULTILINE)
    plain = [re.sub(r"\\u([0-9A-F]{4})\]", lambda sign: chr(int(sign[1], 16)), label)
             for label in labels]
    return {key for label in plain for key in label.replace("\\&", "").replace("\\", "").split()}


class Stop:
    """A key, and a text that comes by it: in the whole screen, or in one of its rows."""

    def __init__(self, key, english, korean=None, row=None, is_gone=False, is_marked=False):
        self.key = key
        self.texts = {"en": english, "ko": korean or english}
        self.row = row
        self.is_gone = is_gone
        self.is_marked = is_marked

    def press(self, terminal):
        if self.key in TMUX_NAMES or self.key in TMUX_OWN:
            terminal.keys(TMUX_NAMES.get(self.key, self.key))
        else:
            terminal.tmux("send-keys", "-l", self.key)

    def is_seen(self, terminal, language):
        rows = terminal.screen(colors=self.is_marked).rstrip("\n").split("\n")
        if self.row is not None:
            rows = rows[self.row:][:1]
        if self.is_marked:
            rows = [re.sub("\x1b[^m]*m", "", row) for row in rows if SELECTED in row]
        return any(self.texts[language] in row for row in rows) != self.is_gone

    def visit(self, terminal, language, where):
        """What is there before the key was pressed proves nothing."""
        what = f"{where}, key {self.key}: {self.texts[language]!r}"
        if self.is_gone:
            what += " to go"
        if self.is_seen(terminal, language):
            raise AssertionError(f"{what}, but so it was before:\n{terminal.screen()}")
        self.press(terminal)
        terminal.wait_until(lambda: self.is_seen(terminal, language), what)


def top(key, english, korean=None):
    """Seen in the title line."""
    return Stop(key, english, korean, row=0)


def last(key, english, korean=None):
    """Seen in the row of keys, notices and typed lines."""
    return Stop(key, english, korean, row=-1)


def line(key):
    """Opens the line that is typed in the place of the keys."""
    return Stop(key, "Space", row=-1, is_gone=True)


def gone(key, english, korean=None):
    """Seen before, and not any more."""
    return Stop(key, english, korean, is_gone=True)


def marked(key, english, korean=None):
    """Seen in a row that is drawn as chosen."""
    return Stop(key, english, korean, is_marked=True)


class TourCase(ScreenCase):
    """Walks tours in both languages and two sizes, each in a terminal of its own."""

    SIZES = ((80, 24), (120, 40))

    def walk(self, name, stops, *arguments):
        for language in ("en", "ko"):
            for width, height in self.SIZES:
                with self.subTest(language=language, width=width):
                    terminal = Terminal(width=width, height=height)
                    self.addCleanup(terminal.close)
                    # Recordings are saved where the program was started.
                    terminal.type(f"cd {terminal.folder.name}")
                    terminal.start(*arguments, "--lang", language)
                    terminal.wait("English" if name == "home" else "Stable")
                    for number, stop in enumerate(stops):
                        where = f"{name}, {language}, {width}x{height}, stop {number}"
                        stop.visit(terminal, language, where)
                    terminal.close()
