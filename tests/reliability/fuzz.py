"""Reads damaged files of each kind: `python -m tests.reliability.fuzz SECONDS`.

Whole files are changed at random: bytes flipped, parts left out, repeated, moved or replaced by
what readers stumble over. Each is read once. A reader may refuse it in its own words, and nothing
else: no other exception, no reading longer than two seconds, no memory beyond 300 MB. What breaks a
bound is kept in a folder that is named at the end. The tests read a few hundred. Where atheris is
there, `guided_fuzz` does this instead, guided by the lines of the program that an input reaches.
"""

import argparse
import importlib.util
import io
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.reliability.fuzz_targets import Target, targets

LONGEST, LARGEST = 2.0, 300.0
"""Seconds of one reading, and MB of memory that all of them add to the process."""

_MIB = 1024
_TOKENS = (
    *(b"&a ", b"*a", b"<<: ", b"- " * 60, b"[" * 500, b"{" * 500, b"\x00", b"\xff\xfe", b"!!x "),
    *(b"'" * 40, b'"', b"\r", b"\xe2\x80\xae", b"1e999", b"-1", b"9" * 400, b"null", b"x-"),
    *(b"<!ENTITY a 'b'>", b"<c r='A1048577'>", b"]]>", b"&#0;", b"../", b"t='shared'"),
)


class Fault(NamedTuple):
    """What a damaged file led to, beside the reader's own refusal."""

    target: str
    what: str
    data: bytes


def damaged(target: Target, dice: Random) -> bytes:
    """Return one of the files of `target`, changed in a few places."""
    return changed_file(target, dice.choice(target.seeds), dice)


def changed_file(target: Target, data: bytes, dice: Random) -> bytes:
    """Return `data` changed in a few places; of an archive, often within one of its parts."""
    if not target.is_archive or dice.random() < 0.3:
        return _changed(data, dice)
    try:
        source = zipfile.ZipFile(io.BytesIO(data))
        parts = {name: source.read(name) for name in source.namelist()}
    except Exception:  # noqa: BLE001 whatever a damaged archive leads to in the standard library
        return _changed(data, dice)
    if not parts:
        return _changed(data, dice)
    chosen, result = dice.choice([*parts]), io.BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, _changed(part, dice) if name == chosen else part)
    return result.getvalue()


def fault_of(target: Target, data: bytes) -> Fault | None:
    """Return what goes wrong where `data` is read, None where nothing does."""
    begun = time.perf_counter()
    try:
        target.read(data)
    except target.refusals:
        pass
    except Exception as error:  # noqa: BLE001 any other exception is the fault that is sought
        return Fault(target.name, f"{type(error).__name__}: {error}", data)
    lasted = time.perf_counter() - begun
    return Fault(target.name, f"{lasted:.1f} s", data) if lasted > LONGEST else None


def faults_of(target: Target, seeds: Iterator[int]) -> Iterator[Fault | None]:
    """Read a damaged file for each of `seeds`; yield what went wrong, None where nothing did."""
    for seed in seeds:
        yield fault_of(target, damaged(target, Random(seed)))


def _changed(data: bytes, dice: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        if not changed:
            break
        at = dice.randrange(len(changed))
        end = min(len(changed), at + dice.choice((1, 4, 30, 300)))
        match dice.randrange(6):
            case 0:
                changed[at] = dice.randrange(256)
            case 1:
                del changed[at:end]
            case 2:
                changed[at:at] = changed[at:end] * dice.choice((1, 2, 20))
            case 3:
                changed[at:end] = dice.choice(_TOKENS)
            case 4:
                changed[at:at] = dice.choice(_TOKENS)
            case _:
                del changed[at:]
    return bytes(changed)


def main(arguments: Sequence[str]) -> int:
    """Read damaged files for some seconds; return 1 if a bound was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", type=float, nargs="?", default=60.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--target", help="only this one")
    parser.add_argument("--inputs", type=Path, help="a folder in which inputs that guide stay")
    options = parser.parse_args(arguments)
    kept = Path(tempfile.mkdtemp(prefix="socplanner-fuzz-"))
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder) if options.inputs is None else options.inputs
        chosen = [each for each in targets(Path(folder)) if options.target in (None, each.name)]
        if not chosen:
            parser.error(f"there is no target {options.target}")
        each_seconds = options.seconds / len(chosen)
        if importlib.util.find_spec("atheris") is None:
            is_good = _read_at_random(chosen, each_seconds, options.seed, kept)
        else:
            is_good = _read_guided(chosen, each_seconds, work, kept)
    if any(kept.iterdir()):
        sys.stdout.write(f"kept in {kept}\n")
    else:
        kept.rmdir()
    return 0 if is_good else 1


def _read_at_random(chosen: Sequence[Target], seconds: float, seed: int, kept: Path) -> bool:
    """Read files that are changed at random; return whether no bound was broken."""
    before, faults = memory(), 0
    for target in chosen:
        until = time.monotonic() + seconds
        tried = 0
        for fault in faults_of(target, iter(range(seed, sys.maxsize))):
            tried += 1
            if fault is not None:
                faults += 1
                (kept / f"{target.name}-{tried}").write_bytes(fault.data)
                sys.stdout.write(f"{target.name} {tried}: {fault.what[:300]}\n")
            if time.monotonic() > until:
                break
        sys.stdout.write(f"{target.name:10}{tried:8} read\n")
    grown = memory() - before
    sys.stdout.write(f"memory {grown:.0f} MB (bound {LARGEST:.0f}), faults {faults}\n")
    return not faults and grown <= LARGEST


def _read_guided(chosen: Sequence[Target], seconds: float, work: Path, kept: Path) -> bool:
    """Read files that reach new lines, in a process of its own; return whether all is good."""
    command = [sys.executable, "-m", "tests.reliability.guided_fuzz"]
    names = [each.name for each in chosen]
    arguments = [str(max(int(seconds), 1)), str(work), str(kept), *names]
    return subprocess.run([*command, *arguments], check=False).returncode == 0


def memory() -> float:
    """Return the most memory that the process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MIB


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
