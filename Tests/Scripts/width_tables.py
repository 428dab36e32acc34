#!/usr/bin/env python3
"""Writes the width tables of Screen from Python's Unicode data; run it from the root."""
import unicodedata

TARGET = "Sources/Screen/Text/DisplayWidth+%s.swift"
TABLES = {
    "Wide": "Scalars of two columns: East Asian Width W or F.",
    "Ambiguous": "Scalars of East Asian Width A, private use left out.",
    "Zero": "Scalars of no column: Mn, Me, Cf without the soft hyphen, Jamo V and T.",
}
# Unassigned scalars are narrow but for those set apart for ideographs.
IDEOGRAPHS = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFD)]


def kind(value):
    category = unicodedata.category(chr(value))
    if category in ("Mn", "Me", "Cf") and value != 0xAD:
        return "Zero"
    if 0x1160 <= value <= 0x11FF or 0xD7B0 <= value <= 0xD7FF:
        return "Zero"
    if category == "Cn":
        return "Wide" if any(a <= value <= b for a, b in IDEOGRAPHS) else None
    width = unicodedata.east_asian_width(chr(value))
    if width in "WF":
        return "Wide"
    return "Ambiguous" if width == "A" and category != "Co" else None


ranges = {name: [] for name in TABLES}
before = None
for value in range(0x110000):
    now = kind(value)
    if now is not None:
        if now == before:
            ranges[now][-1][1] = value
        else:
            ranges[now].append([value, value])
    before = now

for name, meaning in TABLES.items():
    lines = [
        f"// Generated from the Unicode Character Database {unicodedata.unidata_version} by",
        "// Tests/Scripts/width_tables.py; do not edit.",
        "",
        "extension DisplayWidth {",
        f"  /// {meaning}",
        "  /// First and last of each range, in order.",
        f"  static let {name.lower()}Ranges: [UInt32] = [",
    ]
    line = "   "
    for first, last in ranges[name]:
        pair = f" 0x{first:x}, 0x{last:x},"
        if len(line) + len(pair) > 98:
            lines.append(line)
            line = "   "
        line += pair
    lines += [line, "  ]", "}", ""]
    with open(TARGET % name, "w") as file:
        file.write("\n".join(lines))
