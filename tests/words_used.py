#!/usr/bin/env python3
"""Every word of the theme is used by a template or by the program, and every word used is there; the templates that views ask for,
those that a theme must have, and those of the default theme are the same.

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


def named_templates(code):
    return set(re.findall(r'"(layout|(?:pages|feeds)/[a-z_]+)"', code))


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
    asked = {"layout"} | named_templates("".join(path.read_text("utf-8") for path in sorted((generator / "views").glob("*.cpp"))))
    required = named_templates((generator / "render/theme.cpp").read_text("utf-8"))
    there = {path.relative_to(theme / "templates").with_suffix("").as_posix() for path in (theme / "templates").rglob("*.mustache")}
    there = {name for name in there if not name.startswith("parts/")}
    wrong += [f"the template {name} is not required, asked for and there" for name in sorted((asked | required | there) - (asked & required & there))]
    print("\n".join(wrong) or "every word and template is used, and none is missing")
    return 1 if wrong else 0


sys.exit(main())
