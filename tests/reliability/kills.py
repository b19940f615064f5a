"""Kills the program while it edits, recovers, and compares: `python -m tests.reliability.kills N`.

After each kill the recovered plan must be one that was on the screen at most a second before (two
seconds for 5,000 roles by 50 parties, with `--big`). It prints what was tried, and what was lost.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple

from socplanner.domain.plan import Plan
from socplanner.services.plan_files import open_plan, save_plan
from socplanner.services.recovery.leftovers import leftovers_in, release
from socplanner.services.recovery.recovering import recovered_plan
from tests.reliability.edit_stream import actions
from tests.support.plans import big_plan, hybrid_plan

ROOT = Path(__file__).resolve().parents[2]
BOUND, BIG_BOUND = 1.0, 2.0
_START = 60.0


class Kill(NamedTuple):
    """One kill: the edits made before it, those lost, and how old the recovered state was.

    `age` is how long before the kill the recovered plan left the screen, 0 if it was on it.
    """

    seed: int
    edits: int
    lost: int
    age: float


def kill_once(folder: Path, plan: Plan, seed: int, longest: float = 3.0) -> Kill:
    """Start the program on `plan` in the empty `folder`, kill it, and return what was recovered.

    Raise AssertionError if the recovered plan is none that was on the screen.
    """
    place, log = folder / "works.socplan", folder / "log"
    save_plan(plan, place)
    environment = _environment(folder)
    command = [sys.executable, "-m", "tests.reliability.edited_program", *_texts(place, log, seed)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        _wait_for(log, process)
        time.sleep(Random(seed * 7 + 1).uniform(0.05, longest))
    finally:
        process.send_signal(signal.SIGKILL)
        killed_at = time.monotonic()
        process.wait()
    return _compared(folder, place, log, seed, killed_at)


def _compared(folder: Path, place: Path, log: Path, seed: int, killed_at: float) -> Kill:
    lines = [line.split() for line in log.read_text("ascii").splitlines()]
    moments = [float(moment) for moment, _ in lines if float(moment) < killed_at]
    before = open_plan(place).plan
    left = leftovers_in(folder / "data" / "socplanner" / "recovery")
    assert len(left.works) <= 1, "one plan has one journal"
    assert not left.unreadable, left.unreadable
    recovered = before
    for work in left.works:
        assert not work.journal.is_damaged
        recovered = recovered_plan(work).plan
        release(work)
    shown = [before, *(each.plan for _, each in islice(actions(before, seed), len(lines)))]
    same = [number for number, each in enumerate(shown) if each == recovered]
    assert same, f"seed {seed}: recovered what was never shown"
    number = same[-1]
    left_at = moments[number] if number < len(moments) else killed_at
    return Kill(seed, len(moments), max(len(moments) - number, 0), max(killed_at - left_at, 0.0))


def _environment(folder: Path) -> Mapping[str, str]:
    names = {"XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state"}
    folders = {name: str(folder / each) for name, each in names.items()}
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), **folders}


def _texts(*arguments: object) -> list[str]:
    return [str(each) for each in arguments]


def _wait_for(log: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until the first edit is logged."""
    until = time.monotonic() + _START
    while not log.exists() or not log.stat().st_size:
        assert process.poll() is None, "the program ended by itself"
        assert time.monotonic() < until, "the program does not begin"
        time.sleep(0.01)


def main() -> int:
    """Kill as often as the arguments state, and print each loss and a summary."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--big", action="store_true", help="5,000 roles by 50 parties")
    options = parser.parse_args()
    plan, bound = (big_plan(), BIG_BOUND) if options.big else (hybrid_plan(), BOUND)
    kills: list[Kill] = []
    wrong = 0
    for seed in range(options.seed, options.seed + options.count):
        with tempfile.TemporaryDirectory() as folder:
            try:
                kills.append(kill_once(Path(folder), plan, seed))
            except AssertionError as error:
                wrong += 1
                sys.stdout.write(f"seed {seed}: {error}\n")
        if kills and kills[-1].age > bound:
            sys.stdout.write(f"over the bound: {kills[-1]}\n")
        sys.stdout.flush()
    ages = [kill.age for kill in kills] or [0.0]
    lost = [kill.lost for kill in kills] or [0]
    late = sum(age > bound for age in ages)
    sys.stdout.write(
        f"{options.count} kills after {sum(kill.edits for kill in kills)} edits: {wrong} wrong, "
        f"{late} older than {bound:g} s; age of the recovered state: median "
        f"{median(ages):.2f} s, worst {max(ages):.2f} s; edits lost: "
        f"{sum(lost)}, at most {max(lost)}\n"
    )
    return 1 if wrong or late else 0


if __name__ == "__main__":
    sys.exit(main())
