"""What it costs to start, paint a plan and quit, against a bare window with one list.

`python -m tests.benchmarks.start_up` prints processor time and memory of both and their ratios.
Not on Windows, which does not tell what a child has cost.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from socplanner.services.plan_files import save_plan
from tests.benchmarks.pairs import middle
from tests.support.plans import unplaced_plan

BOUND = 2.0
PEAK_BOUND = 1.4
ROOT = Path(__file__).resolve().parents[2]
BARE = Path(__file__).with_name("bare_window.py")
_FIGURES = "--figures"


class Cost(NamedTuple):
    """What a process has cost: processor seconds, and memory at its peak in MiB."""

    seconds: float
    peak: float


def costs_apart() -> tuple[Cost, Cost]:
    """Return the `costs` of both from source, measured by a small process.

    On Linux the peak of a child begins with the size of the process it was started from: from one
    that holds a plan of 5,000 roles, both would seem to need as much as that.
    """
    command = [sys.executable, "-m", "tests.benchmarks.start_up", _FIGURES]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    ours, bare = json.loads(done.stdout)
    return Cost(*ours), Cost(*bare)


def costs(
    program: Sequence[str] = (sys.executable, "-m", "socplanner"),
    bare_window: Sequence[str] = (sys.executable, str(BARE)),
    rounds: int = 15,
) -> tuple[Cost, Cost]:
    """Return what `program` costs and what `bare_window` does: the middle one of `rounds` pairs."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        save_plan(unplaced_plan(), folder / "plan.socplan")
        ours = [*program, "plan.socplan"]
        for command in (ours, bare_window):
            _cost(command, folder)
        pairs = [(_cost(ours, folder), _cost(bare_window, folder)) for _ in range(rounds)]
    ours_seconds, bare_seconds = middle([(one.seconds, two.seconds) for one, two in pairs])
    peaks = [min(each.peak for each in side) for side in zip(*pairs, strict=True)]
    return Cost(ours_seconds, peaks[0]), Cost(bare_seconds, peaks[1])


def text(kind: str, ours: Cost, bare: Cost) -> str:
    """Return the line that tells what both cost."""
    return (
        f"{kind}: start to painted board of 54 roles {ours.seconds:.3f} s, bare window "
        f"{bare.seconds:.3f} s, ratio {ours.seconds / bare.seconds:.2f} (bound {BOUND}); "
        f"{ours.peak:.0f} MiB, {bare.peak:.0f} MiB, {ours.peak / bare.peak:.2f} "
        f"(bound {PEAK_BOUND})\n"
    )


def _cost(command: Sequence[str], folder: Path) -> Cost:
    """Return what `command` costs, its modules compiled beforehand."""
    environment = {
        **{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "SOCPLANNER_QUIT_WHEN_PAINTED": "1",
    }
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, "start")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / unit)


def main() -> None:
    """Print what both cost."""
    ours, bare = costs()
    if _FIGURES in sys.argv:
        sys.stdout.write(json.dumps((ours, bare)))
    else:
        sys.stdout.write(text("from source", ours, bare))


if __name__ == "__main__":
    main()
