"""Draw `resources/icons/plan.ico`, the icon of plans in the Explorer, from `plan.svg`.

Run `python -m tools.windows.plan_icon` after a change of the drawing. An icon of Windows is a table
of images, and since Windows Vista each may be a PNG.
"""

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QIcon

SIZES = (16, 24, 32, 48, 64, 128, 256)
_ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
_ZERO_SIZE = 256
"""The size that the table stores as 0."""


def icon_of(drawing: Path) -> bytes:
    """Return `drawing` as an icon of Windows, in every size the Explorer asks for."""
    return container_of({size: _png(QIcon(str(drawing)), size) for size in SIZES})


def container_of(pictures: dict[int, bytes]) -> bytes:
    """Return the icon of the PNG `pictures` by their size in pixels."""
    header = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(header) + 16 * len(pictures)
    for size, picture in pictures.items():
        stored = size % _ZERO_SIZE
        header += struct.pack("<BBBBHHII", stored, stored, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return header + b"".join(pictures.values())


def _png(icon: QIcon, size: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not icon.pixmap(size, size).save(buffer, "PNG"):
        raise ValueError(size)
    return bytes(buffer.data().data())


def main() -> int:
    """Write the icon file."""
    application = QGuiApplication(["plan_icon"])
    (_ICONS / "plan.ico").write_bytes(icon_of(_ICONS / "plan.svg"))
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
