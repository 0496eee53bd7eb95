#!/usr/bin/env python3
"""Each message can be acted on by somebody who knows their own work and neither YAML nor this program:
messages_readable.py PROGRAM FIELDS.zh-CN.md.

What a program can tell of that: there is a rule, a text and a cure in both languages; none uses a word of those who write
programs; none is longer than can be read at a glance; and what a cure tells people to type names fields by words that the
program takes, in Chinese by their Chinese names. What it cannot tell is in tests/errors/README.md.
"""
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

# Words of programs and file formats, which no office has. Text between back quotes is what is to be typed, and is free.
JARGON = {
    "zh": ["映射", "标量", "节点", "解析", "语法", "锚点", "字节偏移", "偏移", "键值", "合并键", "符号链接", "普通文件", "文档树",
           "布尔", "字符串", "数组", "Unicode", "NFC", "输出路径", "元数据", "序列"],
    "en": ["mapping", "scalar", "node", "schema", "parse", "parser", "syntax", "anchor", "alias", "aliases", "merge key", "token",
           "byte offset", "offset", "boolean", "string", "array", "symlink", "symbolic link", "regular file", "Unicode", "NFC",
           "output path", "sequence", "document tree", "key", "keys"],
}
# For those who write a theme, in the words of themes/README.md.
FOR_THEMES = ("template-", "theme-")
# Columns; a Chinese character takes two. The longest name a file or an archive of the office goes by.
WIDEST = {"text": 150, "cure": 330}
LANGUAGES = {"zh": ("说法: ", "解决: "), "en": ("It says: ", "Cure: ")}


def explained(program, code, language):
    said, cure = LANGUAGES[language]
    done = subprocess.run([program, "explain", code, "--lang", language], capture_output=True, text=True, timeout=60, check=True)
    lines = done.stdout.split("\n")
    parts = {"rule": lines[2]}
    parts["text"] = next((line.removeprefix(said) for line in lines if line.startswith(said)), "")
    parts["cure"] = next((line.removeprefix(cure) for line in lines if line.startswith(cure)), "")
    return parts


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def field_names(reference):
    rows = re.findall(r"^\| `([a-z_0-9]+)` \| ([^|]+?) \|", Path(reference).read_text("utf-8"), re.M)
    return {"zh": {label for _, label in rows}, "en": {key for key, _ in rows}}


def typed(text):
    return re.findall(r"`([^`]*)`", text)


def jargon(code, language, prose):
    if code.startswith(FOR_THEMES):
        return []
    return [word for word in JARGON[language] if re.search(re.escape(word) if language == "zh" else rf"\b{word}\b", prose, re.I)]


def faults(code, language, parts, names):
    for part in ("rule", "text", "cure"):
        if not parts[part].strip("…。. "):
            yield f"{part} is empty"
        if part in WIDEST and width(parts[part]) > WIDEST[part]:
            yield f"{part} takes {width(parts[part])} columns, more than {WIDEST[part]}"
        prose = re.sub(r"`[^`]*`", " ", parts[part])
        for word in jargon(code, language, prose):
            yield f"{part} says {word!r}"
        if parts[part].count("`") % 2:
            yield f"{part} has an odd back quote"
        bare = re.sub(r"（[a-z_]+）|[\w.-]+[/.][\w./-]*", " ", prose)
        for name in re.findall(r"[a-z_]+", bare) if language == "zh" else ():
            if name in names["en"]:
                yield f"{part} names a field by {name!r} alone"
        if language == "zh" and re.search(r"[\u4e00-\u9fff]: ", prose.replace("名称: 内容", "")):
            yield f"{part} has a half-width colon"
    # `name: …`, and names within braces: what is typed is in the words of the language.
    for words in typed(parts["cure"]):
        for name in re.findall(r"(?:^|[{\[,] ?)([^\W\d][\w.-]*): ", words):
            if name not in names[language] | {"name", "名称"} and not code.startswith(FOR_THEMES):
                yield f"cure has one type {name!r}, which is no field's name in that language"


def faults_as_shown():
    """What fills in a message comes from all over the program; a case shows it filled in."""
    cases = Path(__file__).resolve().parent / "errors"
    for language in LANGUAGES:
        for shown in sorted(cases.glob(f"*/expected.{language}.txt")):
            case = shown.parent
            for line in shown.read_text("utf-8").splitlines():
                prose = "" if line.startswith("  |") else re.sub(r"`[^`]*`|“[^”]*”|\[[a-z-]+\]$|^\S+\.(yaml|md|csv):", " ", line)
                for word in jargon(case.name, language, prose):
                    yield f"errors/{case.name} ({language}): says {word!r}: {line.strip()}"


def main():
    program, reference = sys.argv[1:3]
    names = field_names(reference)
    listed = subprocess.run([program, "explain"], capture_output=True, text=True, timeout=60, check=True).stdout
    codes = [line.split("\t")[0] for line in listed.splitlines()]
    wrong = list(faults_as_shown())
    for code in codes:
        for language in LANGUAGES:
            found = faults(code, language, explained(program, code, language), names)
            wrong += [f"{code} ({language}): {fault}" for fault in found]
    print("\n".join(wrong) or f"all {len(codes)} messages can be read by those who are to act on them")
    return 1 if wrong or len(codes) < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
