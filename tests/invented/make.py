#!/usr/bin/python3
# Makes the invented test site: `make.py OUT [--items N] [--seed S]` writes OUT/site.yaml and OUT/content/…, with every kind, field
# value, derived status, flag and scope of design.md, valid by its rules. The same N and seed give the same bytes: there is one
# random.Random(seed), no clock, and nothing depends on hash order. The parts: frame.py, items.py, others.py on base.py and words.py.
import argparse
import gc
import os
import sys

sys.dont_write_bytecode = True      # the source tree stays clean

from frame import Frame             # noqa: E402
from items import Items             # noqa: E402
from others import Others           # noqa: E402


class Site(Frame, Items, Others):
    def write(self):
        self.frame()
        self.items()
        self.gather()
        self.surveys()
        self.institutions()
        self.plans()
        self.duties()
        self.bulletins()
        self.feedback()


def main():
    parser = argparse.ArgumentParser(description='Write the invented test site.')
    parser.add_argument('out', help='folder to write; must not exist or be empty')
    parser.add_argument('--items', type=int, default=400, metavar='N')
    parser.add_argument('--seed', type=int, default=1, metavar='S')
    options = parser.parse_args()
    if options.items < 1:
        parser.error('--items must be at least 1')
    if os.path.isdir(options.out) and os.listdir(options.out):
        parser.error(f'{options.out} is not empty')
    gc.disable()                    # nothing here becomes garbage in a circle
    Site(options.out, options.items, options.seed).write()


if __name__ == '__main__':
    main()
