"""The start of the frozen program, against a bare window frozen the same way.

`make bench-frozen`, after `make build`. Freezing the bare window takes half a minute.
"""

import os
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.start_up import BARE, ROOT, costs, text

OURS = ROOT / "dist" / "socplanner" / "socplanner"
_WORK = ROOT / "build" / "bare"


def freeze_bare_window() -> Path:
    """Freeze the bare window by the program's own spec, and return it."""
    command = [
        *(str(ROOT / "build" / "venv" / "bin" / "python"), "-m", "PyInstaller", "--noconfirm"),
        *("--log-level", "ERROR", "--distpath", str(_WORK), "--workpath", str(_WORK / "work")),
        str(ROOT / "pyinstaller.spec"),
    ]
    subprocess.run(command, env={**os.environ, "FROZEN_SCRIPT": str(BARE)}, check=True)
    return _WORK / BARE.stem / BARE.stem


def main() -> int:
    """Print what both cost; return 1 where the program has not been frozen."""
    if not OURS.exists():
        sys.stderr.write("There is no frozen program: make build\n")
        return 1
    ours, bare = costs([str(OURS)], [str(freeze_bare_window())])
    sys.stdout.write(text("frozen", ours, bare))
    return 0


if __name__ == "__main__":
    sys.exit(main())
