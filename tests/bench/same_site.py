#!/usr/bin/python3
"""Proves that two sites are the same: `same_site.py OURS THEIRS` pairs their files by path and compares them byte by byte, with nothing
normalised. The first line tells the counts; then come the files that only one of them has and, of each family of unequal files, one example
with its first difference. Exit status 1 tells that a family of more than 40 files, which is what the work is made of, is not the same."""
import argparse
import collections
import pathlib
import re
import sys

MANY = 40     # a family of more files has to be the same
SHOWN = 60    # characters on either side of a first difference


def files_of(site):
    """Path in the site → its bytes on the disk."""
    return {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob('*') if path.is_file()}


def family(path):
    """Files that are made alike: items/zg-000001.html is of items/zg-N.html, and all lists of items are of items/list."""
    return re.sub(r'(?<=-)\d+', 'N', '/'.join(path.split('/')[:2]))


def by_family(paths):
    families = collections.defaultdict(list)
    for path in sorted(paths):
        families[family(path)].append(path)
    return families


def first_difference(ours, theirs):
    """Where two texts part, with what stands there in both."""
    at = next((n for n, (a, b) in enumerate(zip(ours, theirs)) if a != b), min(len(ours), len(theirs)))
    start = max(0, at - SHOWN)
    return f'at character {at}\n    ours:   {ours[start:at + SHOWN]!r}\n    theirs: {theirs[start:at + SHOWN]!r}'


class Comparison:
    def __init__(self, ours, theirs):
        self.ours, self.theirs = ours, theirs
        ours_files, theirs_files = files_of(ours), files_of(theirs)
        both = sorted(ours_files.keys() & theirs_files.keys())
        self.sizes = sum(ours_files.values()), sum(theirs_files.values())
        self.only_ours = ours_files.keys() - theirs_files.keys()
        self.only_theirs = theirs_files.keys() - ours_files.keys()
        self.compared = len(both)
        self.unequal = [path for path in both if (ours / path).read_bytes() != (theirs / path).read_bytes()]
        self.members = collections.Counter(family(path) for path in ours_files.keys() | theirs_files.keys())

    def counts(self):
        pages = [sum(path.endswith('.html') for path in paths) for paths in (self.only_ours, self.only_theirs)]
        return (f'{self.compared} files compared, {self.compared - len(self.unequal)} equal byte by byte, {len(self.unequal)} not; '
                f'{len(self.only_ours)} only in ours ({pages[0]} pages), {len(self.only_theirs)} only in theirs ({pages[1]} pages); '
                f'{self.sizes[0] / 1e6:.1f} MB ours, {self.sizes[1] / 1e6:.1f} MB theirs')

    def tell(self):
        print(self.counts())
        for where, paths in (('ours', self.only_ours), ('theirs', self.only_theirs)):
            for name, members in by_family(paths).items():
                print(f'only in {where}: {name}, {len(members)}, such as {members[0]}')
        for name, members in by_family(self.unequal).items():
            texts = [(site / members[0]).read_text(encoding='utf-8', errors='replace') for site in (self.ours, self.theirs)]
            print(f'unequal: {name}, {len(members)}, such as {members[0]}, {first_difference(*texts)}')

    def families_that_differ(self):
        differing = {family(path) for path in (*self.unequal, *self.only_ours, *self.only_theirs)}
        return sorted(name for name in differing if self.members[name] > MANY)


def main():
    parser = argparse.ArgumentParser(description='Compare two sites file by file.')
    parser.add_argument('ours', type=pathlib.Path)
    parser.add_argument('theirs', type=pathlib.Path)
    options = parser.parse_args()
    for site in (options.ours, options.theirs):
        if not site.is_dir():
            parser.error(f'{site} is no folder')
    comparison = Comparison(options.ours, options.theirs)
    comparison.tell()
    differing = comparison.families_that_differ()
    if differing:
        sys.exit(f'not the same: {", ".join(differing)}')


if __name__ == '__main__':
    main()
