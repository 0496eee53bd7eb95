#!/usr/bin/python3
"""The preview as browsers and as attackers see it: changes, mistakes and recovery, audiences, and requests
that must be refused while others are served: serve.py PROGRAM.
"""
import http.client
import json
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

TESTS = Path(__file__).resolve().parent.parent
failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)


class Preview:
    """A copy of the smallest site, and `gongshi serve` on it."""

    def __init__(self, program, folder, *options):
        self.folder = folder
        if not folder.exists():
            shutil.copytree(TESTS / "sites" / "minimal", folder)
            shutil.rmtree(folder / "themes")
        self.process = subprocess.Popen([program, "serve", "--port", "0", "--lang", "en", *options], cwd=folder,
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.port = int(re.search(r":(\d+)/", self.process.stdout.readline())[1])
        self.host = f"127.0.0.1:{self.port}"

    def ask(self, path, method="GET", timeout=30, **headers):
        """Status and body of one request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        connection.request(method, path, headers={"Host": self.host, **headers})
        answer = connection.getresponse()
        body = answer.read().decode(errors="replace")
        connection.close()
        return answer.status, body

    def page(self, path):
        return self.ask("/" + quote(path))[1]

    def write(self, path, text):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def state(self):
        found = re.search(r'data-token="(\w+)" data-version="(\d+)" data-findings="(\d+)"', self.page("public/index.html"))
        return found.groups()

    def wait(self, until):
        """Asks the channel of changes until `until` is true of the text of findings."""
        token, version, findings = self.state()
        for _ in range(20):
            if until():
                return True
            status, body = self.ask(f"/.gongshi/wait?token={token}&version={version}&findings={findings}")
            if status != 200:
                return False
            now = json.loads(body)
            version, findings = now["version"], now["findings"]
        return False

    def raw(self, text):
        """The first line of the answer to bytes as they are."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as connection:
            try:
                connection.sendall(text)
            except OSError:
                pass  # refused before all of it was read
            try:
                return connection.recv(100).split(b"\r\n")[0].decode()
            except OSError:
                return ""


def changes_show(preview):
    status, body = preview.ask("/")
    expect(status == 302, f"the bare address leads to a site, got {status}")
    home = preview.page("public/index.html")
    expect("not published" in home and "未发布" in home, "a page says that it is not published")
    expect('href="/internal/index.html"' in home and "<b>public</b>" in home, "audiences can be switched")
    preview.write("content/objectives/mb-1.yaml", "title: 第一个目标\nscope: public\n")
    expect(preview.wait(lambda: "第一个目标" in preview.page("public/objectives/mb-1.html")), "a new record shows")
    preview.write("content/objectives/mb-1.yaml", "title: 改过的目标\nscope: public\n")
    expect(preview.wait(lambda: "改过的目标" in preview.page("public/objectives/mb-1.html")), "a change shows")
    other = preview.folder / "content" / "objectives" / "mb-1.yaml.part"
    other.write_text("title: 换上的目标\nscope: public\n", encoding="utf-8")
    other.rename(preview.folder / "content" / "objectives" / "mb-1.yaml")  # as editors save
    expect(preview.wait(lambda: "换上的目标" in preview.page("public/objectives/mb-1.html")), "a rename shows")
    for n in range(1000):
        preview.write("content/objectives/mb-1.yaml", f"title: 第 {n} 次\nscope: public\n")
    expect(preview.wait(lambda: "第 999 次" in preview.page("public/objectives/mb-1.html")), "the last of a burst shows")
    preview.write("content/objectives/mb-2.yaml", "title: 内部的目标\n")
    expect(preview.wait(lambda: "内部的目标" in preview.page("internal/objectives/mb-2.html")), "internal shows to internal")
    expect(preview.ask("/public/objectives/mb-2.html")[0] == 404, "and not to the public")
    (preview.folder / "content" / "objectives" / "mb-2.yaml").unlink()
    expect(preview.wait(lambda: preview.ask("/internal/objectives/mb-2.html")[0] == 404), "a deleted record is gone")
    status, body = preview.ask("/public/robots.txt")
    expect(status == 200 and "User-agent" in body, f"what robots read, which waits for the pages: {status}")
    expect("objectives.json" in preview.page("public/data/objectives.html"), "a page that tells of a table")
    status, body = preview.ask("/public/data/objectives.json")
    expect(status == 200 and "第 999 次" in body, f"data can be asked for: {status}")
    expect(preview.ask("/public/assets/site.css")[0] == 200, "and what the theme brings")
    expect(preview.ask("/nobody/index.html")[0] == 404, "an audience that is none is not found")
    expect(not (preview.folder / "public").exists() and not (preview.folder / ".gongshi").exists(), "nothing is written")


def mistakes_are_told(preview):
    good = "title: 好的目标\nscope: public\n"
    preview.write("content/objectives/mb-3.yaml", good)
    expect(preview.wait(lambda: "好的目标" in preview.page("public/objectives/mb-3.html")), "before the mistake")
    preview.write("content/objectives/mb-3.yaml", "title: 坏的目标\nscope: public\n<b>: 1\n")
    expect(preview.wait(lambda: "[unknown-key]" in preview.page("public/index.html")), "a mistake is told")
    page = preview.page("public/objectives/mb-3.html")
    expect("好的目标" in page and "坏的目标</h1>" not in page, "the last good page stays")
    expect("mb-3.yaml:3:1" in page and "&lt;b&gt;" in page and "<b>:" not in page, "place and text, escaped")
    preview.write("content/objectives/mb-3.yaml", good.replace("好的", "又好的"))
    expect(preview.wait(lambda: "又好的目标" in preview.page("public/objectives/mb-3.html")), "it recovers by itself")
    expect(preview.wait(lambda: "[unknown-key]" not in preview.page("public/index.html")), "and the mistake is gone")
    site = (preview.folder / "site.yaml").read_text(encoding="utf-8")
    preview.write("site.yaml", "titel: x\n")
    expect(preview.wait(lambda: "site.yaml" in preview.page("public/index.html")), "a broken site.yaml is told")
    expect("又好的目标" in preview.page("public/objectives/mb-3.html"), "with the site as it was")
    preview.write("site.yaml", site.replace("title: ", "title: 新名"))
    expect(preview.wait(lambda: "新名" in preview.page("public/index.html")), "and recovers")


def strangers_are_refused(preview):
    expect(preview.ask("/public/index.html", Host="evil.example")[0] == 403, "another host name")
    expect(preview.ask("/public/index.html", Host=f"evil.example:{preview.port}")[0] == 403, "another name, our port")
    expect(preview.ask("/public/index.html", Host=f"localhost:{preview.port}")[0] == 200, "localhost is this machine")
    expect(preview.ask("/public/index.html", Origin="http://evil.example")[0] == 403, "a foreign origin")
    expect(preview.ask("/public/index.html", Origin="null")[0] == 403, "an origin that hides")
    expect(preview.ask("/public/index.html", Origin=f"http://{preview.host}")[0] == 200, "our own origin")
    expect(preview.ask("/.gongshi/wait?version=0&findings=0")[0] == 403, "the channel without its token")
    expect(preview.ask("/.gongshi/wait?token=00&version=0&findings=0")[0] == 403, "the channel with another token")
    expect(preview.ask("/public/index.html", method="POST")[0] == 405, "a POST")
    for path in ("/../../../../etc/passwd", "/public/../../../etc/passwd", "/public/%2e%2e/%2e%2e/etc/passwd",
                 "/public/index.html%00.css", "/public/..%2fsite.yaml", "/site.yaml", "/public/site.yaml",
                 "/public//etc/passwd", "/.gongshi/../site.yaml"):
        status, body = preview.ask(path)
        expect(status in (400, 403, 404) and "root:" not in body, f"{path}: {status}")
    head = f"GET /public/index.html HTTP/1.1\r\nHost: {preview.host}\r\n".encode()
    line = preview.raw(head + b"X: " + b"a" * (1 << 20) + b"\r\n\r\n")
    expect(line == "" or line.split()[1] in ("400", "431"), f"a header of 1 MB: {line}")
    line = preview.raw(b"GET /" + b"a" * 100000 + b" HTTP/1.1\r\nHost: x\r\n\r\n")
    expect(line == "" or line.split()[1] in ("400", "414"), f"an address of 100 kB: {line}")
    expect(preview.raw(b"\x00\x01\x02\r\n\r\n").startswith(("HTTP/1.1 400", "")), "no HTTP at all")
    expect(preview.ask("/public/index.html")[0] == 200, "and the next is served")


def idle_ones_keep_nobody_waiting(preview):
    idle = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(500)]
    idle[0].sendall(b"GET / HTTP/1.1\r\nHo")  # and no more
    status, _ = preview.ask("/public/index.html", timeout=5)
    expect(status == 200, f"with 500 open sockets: {status}")
    for one in idle:
        one.close()


def shows_what_a_build_makes(program, room):
    """After each of many edits, pages of the preview are those of a build, but for its frame."""
    site = room / "edited"
    subprocess.run([sys.executable, TESTS / "invented" / "make.py", site, "--items", "40"], check=True,
                   stdout=subprocess.DEVNULL, timeout=120)
    preview = Preview(program, site)
    chosen = random.Random(8)
    sources = sorted(path for kind in ("items", "opinions", "plans", "feedback", "units", "surveys", "institutions")
                     for path in (site / "content" / kind).rglob("*.*"))
    try:
        preview.page("public/index.html")
        for round_ in range(25):
            source = chosen.choice(sources)
            text = source.read_text(encoding="utf-8")
            changed = re.sub(r"^title: .*$", f"title: 第 {round_} 次改动", text, count=1, flags=re.M)
            if round_ % 3 == 2:  # what it names, too
                changed = re.sub(r"^(institutions|opinions|items|partners): .*\n", "", changed, flags=re.M)
            if "extensions:" not in changed:  # what its state follows from
                changed = re.sub(r"^deadline: .*$", "deadline: 2099-12-31", changed, flags=re.M)
            if round_ % 5 == 4:
                changed = changed.replace("scope: public\n", "scope: internal\n")
            if changed == text:
                continue
            token, version, findings = preview.state()
            source.write_text(changed, encoding="utf-8")
            while json.loads(preview.ask(f"/.gongshi/wait?token={token}&version={version}&findings={findings}")[1])[
                    "version"] == version:
                findings = preview.state()[2]
            preview.page("public/index.html")  # the view is brought up to date change by change
        done = subprocess.run([program, "build", "--out", room / "edited.out", "--no-cache", "--quiet"], cwd=site,
                              capture_output=True, text=True, timeout=120, check=False)
        expect(done.returncode == 0, f"the edited site is built: {done.stderr}")
        for page in sorted((room / "edited.out").rglob("*.html")):
            path = page.relative_to(room / "edited.out").as_posix()
            shown = re.sub(r'<link rel="stylesheet" href="/\.gongshi/.*?(?=</body>)', "", preview.page(f"public/{path}"),
                           flags=re.S)
            expect(shown == page.read_text(encoding="utf-8"), f"{path} is not what a build makes")
    finally:
        preview.process.send_signal(signal.SIGINT)
        preview.process.wait(30)


def only_this_machine(preview):
    """In /proc/net/tcp, addresses are hexadecimal in the byte order of the machine."""
    port = f"{preview.port:04X}"
    listening = [line.split()[1] for name in ("tcp", "tcp6") if Path(f"/proc/net/{name}").exists()
                 for line in Path(f"/proc/net/{name}").read_text(encoding="ascii").splitlines()[1:]
                 if line.split()[3] == "0A" and line.split()[1].endswith(":" + port)]
    expect(listening == [f"0100007F:{port}"], f"listens on loopback alone: {listening}")


def a_taken_port_is_told(program, preview):
    done = subprocess.run([program, "serve", "--port", str(preview.port), "--lang", "en"], cwd=preview.folder,
                          capture_output=True, text=True, timeout=60, check=False)
    expect(done.returncode == 4 and "[cannot-listen]" in done.stderr, f"a port in use: {done.returncode} {done.stderr}")


def main():
    program = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory(prefix="gongshi-preview-") as room:
        preview = Preview(program, Path(room) / "site")
        try:
            for test in (changes_show, mistakes_are_told, strangers_are_refused, idle_ones_keep_nobody_waiting,
                         only_this_machine):
                test(preview)
            a_taken_port_is_told(program, preview)
        finally:
            preview.process.send_signal(signal.SIGINT)
            status = preview.process.wait(30)
        expect(status == 130, f"a signal ends it with 130, got {status}")
        shows_what_a_build_makes(program, Path(room))
        looking = Preview(program, Path(room) / "looking", "--poll")
        try:
            looking.write("content/objectives/mb-1.yaml", "title: 看到的\nscope: public\n")
            expect(looking.wait(lambda: "看到的" in looking.page("public/objectives/mb-1.html")), "--poll sees a change")
        finally:
            looking.process.send_signal(signal.SIGTERM)
            looking.process.wait(30)
    print("\n".join(failures))
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
