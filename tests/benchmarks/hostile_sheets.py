"""What the dearest of the hostile sheets costs to look through, in seconds of the processor."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.support import hostile_workbooks as hostile

BOUND = float(hostile.MOST_SECONDS)
_DEAREST = "as many columns as are looked through"


def dearest() -> float:
    """Return the seconds that a process of its own needs for it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "theirs.xlsx"
        hostile.written(file, hostile.matrices()[_DEAREST])
        command = [sys.executable, "-m", "tests.support.hostile_workbooks", str(file), "understand"]
        read = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return float(json.loads(read.stdout)["seconds"])
