"""What `socplanner check` costs in a process of its own, against `python -c pass`.

`python -m tests.benchmarks.check_command` prints both and their ratio. Not on Windows, which does
not tell the processor time of a child.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from socplanner.services.plan_files import save_plan
from tests.benchmarks.pairs import middle
from tests.support.plans import unplaced_plan

BOUND = 8.0
ROOT = Path(__file__).resolve().parents[2]
_PASS = ("-c", "pass")


def ratio(rounds: int = 15) -> tuple[float, float]:
    """Return the processor seconds of a check and of `pass`, the middle one of `rounds` pairs."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        save_plan(unplaced_plan(), folder / "plan.socplan")
        check = ("-m", "socplanner", "check", "plan.socplan")
        _seconds(check, folder)
        pairs = [(_seconds(check, folder), _seconds(_PASS, folder)) for _ in range(rounds)]
    return middle(pairs)


def _seconds(arguments: Sequence[str], folder: Path) -> float:
    """Return what Python with `arguments` costs, its modules compiled beforehand."""
    import resource

    environment = {
        **{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print what both cost."""
    ours, bare = ratio()
    sys.stdout.write(
        f"check of 54 roles: {ours:.3f} s, python -c pass {bare:.3f} s, "
        f"ratio {ours / bare:.1f} (bound {BOUND})\n"
    )


if __name__ == "__main__":
    main()
