#!/usr/bin/env python3
"""Every word of the theme is used by a template or by the program, and every word used is there.

A key is used where a template says {{words.KEY}}, or a view names it in quotes, whole or as the beginning of
a key it completes ("kinds." + ...).
"""
import pathlib
import re
import sys

import yaml


def flat(tree, prefix=""):
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}"


def main():
    theme, generator = (pathlib.Path(arg) for arg in sys.argv[1:3])
    templates = "".join(path.read_text("utf-8") for path in sorted(theme.rglob("*.mustache")))
    code = "".join(path.read_text("utf-8") for path in sorted(generator.rglob("*.cpp")))
    in_templates = set(re.findall(r"words\.([a-z0-9_.-]+)", templates))
    in_code = set(re.findall(r'"([a-z0-9_.-]+)"', code))
    beginnings = tuple(name for name in in_code if name.endswith((".", "_")) and "." in name)
    wrong = []
    for path in sorted((theme / "strings").glob("*.yaml")):
        keys = set(flat(yaml.safe_load(path.read_text("utf-8"))))
        wrong += [f"{path.name}: {key} is not used" for key in sorted(keys)
                  if key not in in_templates | in_code and not key.startswith(beginnings)]
        wrong += [f"{path.name}: {key} is missing" for key in sorted(in_templates - keys)]
    print("\n".join(wrong) or "every word is used, and none is missing")
    return 1 if wrong else 0


sys.exit(main())
