#!/usr/bin/env python3
"""Every pair of colours that the stylesheet sets text or marks in, light and dark, by WCAG 2.2's formula.

Reads the tokens from the first :root of site.css and that of its dark scheme; a token that is missing is an error. The pale parts
of a bar cannot be told from the paper: what outlines each part must.
"""
import re
import sys

# what is drawn, on what, the least contrast
PAIRS = [
    *[(ink, ground, 4.5) for ink in ("ink", "ink-2", "link") for ground in ("paper", "surface")],
    *[(name, ground, 4.5) for name in ("plain", "work", "wait", "done", "late") for ground in (name + "-tint", "paper")],
    ("on-focus", "focus", 4.5),
    ("ink", "wait-tint", 4.5),
    ("link", "wait-tint", 4.5),
    ("rule", "paper", 3.0),
    ("rule", "surface", 3.0),
    ("brand", "paper", 3.0),
]


def tokens(block):
    return dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{3,6})\b", block))


def luminance(colour):
    digits = colour[1:]
    if len(digits) == 3:
        digits = "".join(d * 2 for d in digits)
    parts = [int(digits[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def main():
    css = open(sys.argv[1], encoding="utf-8").read()
    light = tokens(re.search(r":root \{(.*?)\n\}", css, re.S).group(1))
    dark = light | tokens(re.search(r"prefers-color-scheme: dark\) \{\s*:root \{(.*?)\n  \}", css, re.S).group(1))
    outline = re.search(r"\.bar rect \{[^}]*stroke: var\(--([a-z0-9-]+)\)", css).group(1)
    pairs = PAIRS + [(outline, "paper", 3.0)]
    failed = 0
    for scheme, palette in (("light", light), ("dark", dark)):
        for ink, ground, least in pairs:
            got = contrast(palette[ink], palette[ground])
            if got < least:
                failed += 1
                print(f"{scheme}: {ink} {palette[ink]} on {ground} {palette[ground]}: {got:.2f}, at least {least}")
    print(f"{2 * len(pairs)} pairs, {failed} below")
    return 1 if failed else 0


sys.exit(main())
