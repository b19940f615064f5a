"""Make random changes to the program, one at a time, and print those that no test notices."""

import argparse
import gc
import json
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tools.mutants.changes import Change, changes_of
from tools.mutants.copied_tree import CopiedTree, copied_tree
from tools.mutants.equivalents import equivalents
from tools.mutants.reach import Reach, measured
from tools.mutants.reporting import report
from tools.mutants.targets import PARTS, Part

ROOT = Path(__file__).resolve().parents[2]
UNNOTICED = ROOT / "build" / "mutants" / "unnoticed.json"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.mutants", description=__doc__)
    parser.add_argument("--part", choices=PARTS, action="append", help="default: every part")
    parser.add_argument("--count", type=int, default=100, help="changes of each part (100)")
    parser.add_argument("--seed", type=int, default=1, help="which changes are drawn (1)")
    parser.add_argument("--file", default="", help="only modules with this in their path")
    parser.add_argument("--limit", type=float, default=60, help="seconds of tests a change (60)")
    parser.add_argument("--again", action="store_true", help="only those not noticed the last time")
    parser.add_argument("--list", action="store_true", help="print what would be changed")
    return parser.parse_args()


def drawn(part: Part, arguments: argparse.Namespace) -> list[Change]:
    """Return the changes of `part` that the arguments ask for."""
    equivalent = equivalents()
    changes = [
        change
        for path in part.files(ROOT)
        if arguments.file in path
        for change in changes_of(path, (ROOT / path).read_bytes())
        if change.key not in equivalent
    ]
    if arguments.again:
        keys = {tuple(key) for key in json.loads(UNNOTICED.read_text("utf-8"))}
        return [change for change in changes if change.key in keys]
    count = min(arguments.count, len(changes))
    return random.Random(arguments.seed).sample(changes, count)  # noqa: S311  no secret


def is_noticed(change: Change, tree: CopiedTree, reach: Reach, limit: float) -> bool:
    """Return whether a test fails after `change`: one beside the module, or any that runs it."""
    end = time.monotonic() + limit
    with tree.changed(change, (ROOT / change.path).read_bytes()):
        return any(
            tree.has_failing(tests, reach.slow, max(end - time.monotonic(), 1))
            for tests in reach.tests_of(change)
        )


def _tried(changes: Sequence[Change], tree: CopiedTree, reach: Reach, limit: float) -> list[Change]:
    """Try every change; print each that no test notices, and return those."""
    unnoticed = []
    for number, change in enumerate(changes, start=1):
        if not is_noticed(change, tree, reach, limit):
            unnoticed.append(change)
            report(str(change))
        if number % 20 == 0:
            report(f"... {number} of {len(changes)} tried, {len(unnoticed)} not noticed")
    return unnoticed


def main() -> int:
    """Run what the arguments ask for; return 1 where a part stays below its goal."""
    arguments = _arguments()
    chosen = {name: drawn(PARTS[name], arguments) for name in arguments.part or PARTS}
    if arguments.list:
        report(*(str(change) for changes in chosen.values() for change in changes))
        return 0
    unnoticed: list[Change] = []
    is_below = False
    with copied_tree(ROOT) as tree:
        reach = measured(ROOT, tree)
        gc.freeze()  # what is read above is large: no fork is to look through it for garbage
        for name, changes in chosen.items():
            missed = _tried(changes, tree, reach, arguments.limit)
            unnoticed += missed
            share = 100 * (1 - len(missed) / max(len(changes), 1))
            goal = PARTS[name].goal
            is_below |= share < goal
            noticed = f"{len(changes) - len(missed)} of {len(changes)}"
            report(f"{name}: {noticed} changes noticed, {share:.1f} % (goal {goal} %)")
    UNNOTICED.write_text(json.dumps([change.key for change in unnoticed]), "utf-8")
    return int(is_below)


if __name__ == "__main__":
    sys.exit(main())
