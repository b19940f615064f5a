"""Write the accessible objects of the running program as JSON, as a screen reader finds them.

Run by the system's Python, which has the bindings of AT-SPI; nothing of the program is imported.
"""

import json
import sys
import time
from pathlib import Path

import pyatspi  # type: ignore[import-not-found, import-untyped, unused-ignore]

_DEPTH, _CHILDREN, _PATIENCE = 16, 150, 30


def main() -> int:
    """Wait for the program of the first argument, and write its tree to the file of the second."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        desktop = pyatspi.Registry.getDesktop(0)
        programs = [
            each for each in desktop if each is not None and sys.argv[1] in (each.name or "")
        ]
        if programs and programs[0].childCount:
            time.sleep(2)
            tree = json.dumps(_tree(programs[0], 0))
            Path(sys.argv[2]).write_text(tree, encoding="utf-8")
            return 0
        time.sleep(0.2)
    return 1


def _tree(node: pyatspi.Accessible, depth: int) -> dict[str, object]:
    states = node.getState()
    children = range(min(node.childCount, _CHILDREN)) if depth < _DEPTH else ()
    below = (node.getChildAtIndex(place) for place in children)
    return {
        "role": node.getRoleName(),
        "name": node.name,
        "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
        "showing": states.contains(pyatspi.STATE_SHOWING),
        "checked": states.contains(pyatspi.STATE_CHECKED),
        "children": [_tree(child, depth + 1) for child in below if child is not None],
    }


if __name__ == "__main__":
    sys.exit(main())
