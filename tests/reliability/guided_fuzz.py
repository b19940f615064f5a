"""Reads damaged files, guided by the lines of the program that they reach.

It needs atheris (the optional dependencies `fuzz`), which watches which lines of the program an
input reaches, and goes on from inputs that reach new ones. It begins with the whole files and the
kept inputs of a target, and writes those of a kind of fault to a folder. `fuzz` runs it for each
target where atheris is there, and reads at random where it is not.
"""

import argparse
import contextlib
import os
import re
import sys
from pathlib import Path
from random import Random

import atheris

with atheris.instrument_imports(include=["socplanner"]):
    from tests.reliability.fuzz import LARGEST, changed_file, fault_of, memory
    from tests.reliability.fuzz_targets import Target, targets

_HANG = 60
"""Seconds after which an input is one that hangs: then the process ends, and keeps it."""

_OWN_CHANGES = 0.5
"""The share of inputs that are changed as `fuzz` changes files; the rest are changed by atheris."""


class GuidedReading:
    """Reads inputs for one target, and keeps those that break a bound."""

    def __init__(self, target: Target, kept: Path) -> None:
        """Keep inputs in `kept`."""
        self._target = target
        self._kept = kept
        self._kinds: set[str] = set()
        self._before = memory()

    def read(self, data: bytes) -> None:
        """Read `data`, and keep it if it is the first one with its kind of fault."""
        fault = fault_of(self._target, data)
        what = "" if fault is None else fault.what
        if memory() - self._before > LARGEST:
            what = "too much memory"
        kind = "".join(each for each in what[:60] if not each.isdigit())
        if what and kind not in self._kinds:
            self._kinds.add(kind)
            (self._kept / f"{self._target.name}-{len(self._kinds)}").write_bytes(data)
            sys.stdout.write(f"{self._target.name}: {what[:300]}\n")
            sys.stdout.flush()

    def change(self, data: bytes, longest: int, seed: int) -> bytes:
        """Return `data` changed, by our own means or by those of atheris."""
        dice = Random(seed)
        if self._target.is_archive or dice.random() < _OWN_CHANGES:
            return changed_file(self._target, data, dice)[:longest]
        return bytes(atheris.Mutate(data, longest))


def main() -> int:
    """Read for some seconds for each target; return 1 if a bound was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", type=int)
    parser.add_argument("work", type=Path, help="a folder for files and inputs")
    parser.add_argument("kept", type=Path, help="a folder for what breaks a bound")
    parser.add_argument("names", nargs="+")
    options = parser.parse_args()
    files = options.work / "files"
    files.mkdir(parents=True, exist_ok=True)
    chosen = [each for each in targets(files) if each.name in options.names]
    results = [_read_in_process(each, options) for each in chosen]
    return 0 if all(results) else 1


def _read_in_process(target: Target, options: argparse.Namespace) -> bool:
    """Read for one target in a process of its own, since atheris ends it; return if all is good."""
    log = options.work / f"{target.name}.log"
    before = len(list(options.kept.iterdir()))
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), sys.stderr.fileno())
        _read(target, options)
        os._exit(1)
    _, status = os.waitpid(child, 0)
    text = log.read_text("utf-8", "replace")
    read = re.findall(r"number_of_executed_units: (\d+)", text)
    covered = re.findall(r"\bcov: (\d+)", text)
    if status or not read or not covered:
        sys.stdout.write(f"{target.name}: ended with {status}\n{text[-2000:]}\n")
        return False
    faults = len(list(options.kept.iterdir())) - before
    sys.stdout.write(
        f"{target.name:10}{read[-1]:>8} read, {covered[-1]:>5} places reached, "
        f"{covered[0]} by whole files; faults {faults}\n"
    )
    sys.stdout.flush()
    return not faults


def _read(target: Target, options: argparse.Namespace) -> None:
    """Read until the time is over, which ends the process."""
    inputs = options.work / target.name
    inputs.mkdir(exist_ok=True)
    for number, seed in enumerate(target.seeds):
        (inputs / f"seed-{number}").write_bytes(seed)
    with contextlib.suppress(*target.refusals):
        target.read(target.seeds[0])  # what is made once is no memory of a reading
    reading = GuidedReading(target, options.kept)
    longest = max(map(len, target.seeds)) + 2000
    arguments = [
        *("guided_fuzz", str(inputs), f"-max_total_time={options.seconds}", f"-timeout={_HANG}"),
        *(f"-max_len={longest}", f"-artifact_prefix={options.kept}/", "-rss_limit_mb=0"),
        *("-print_final_stats=1", "-verbosity=1"),
    ]
    atheris.Setup(arguments, reading.read, custom_mutator=reading.change)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
