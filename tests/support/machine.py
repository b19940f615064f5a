"""A machine-wide settings file in the place where a test's program looks for one."""

import json
from pathlib import Path

from socplanner.services import paths


def set_for_machine(shown: object) -> Path:
    """Set what is `shown` for the machine of this test; bytes as they are, all else as JSON."""
    place = Path(paths.machine_settings_files()[0])
    place.parent.mkdir(parents=True, exist_ok=True)
    text = shown if isinstance(shown, bytes) else json.dumps(shown, ensure_ascii=False).encode()
    place.write_bytes(text)
    return place
