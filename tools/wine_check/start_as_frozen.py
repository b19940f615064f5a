"""Start the program as if frozen: with what PyInstaller's loader sets up, and nothing else.

Wine hides variables named QT_ from Windows programs: the check uses another name to say that
there is no display.
"""

import os
import sys
from pathlib import Path

sys.frozen = True  # type: ignore[attr-defined]
if "SOCPLANNER_PLATFORM" in os.environ:
    os.environ["QT_QPA_PLATFORM"] = os.environ["SOCPLANNER_PLATFORM"]
if Path(sys.executable).stem == "socplanner":  # the windowed one has no streams
    sys.stdin = sys.stdout = sys.stderr = None

from socplanner.__main__ import main  # noqa: E402

sys.exit(main())
