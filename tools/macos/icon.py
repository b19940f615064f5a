"""`python -m tools.macos.icon`: draw the icons that macOS shows, from resources/icons.

An .icns is a list of PNG images, each after four letters that name its size.
"""

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[2]
ICONS = ROOT / "resources" / "icons"
INSTALLER = ROOT / "resources" / "installer" / "macos"
NAMES = ("socplanner", "plan")
KINDS = (("ic11", 32), ("ic12", 64), ("ic07", 128), ("ic13", 256), ("ic14", 512), ("ic10", 1024))
"""The kinds of image of Apple's icon format, with their sizes in pixels."""


def icns_of(svg: Path) -> bytes:
    """Return the icon of the drawing `svg`, in every size."""
    drawing = QSvgRenderer(str(svg))
    pictures = b""
    for kind, size in KINDS:
        picture = _drawn(drawing, size)
        pictures += kind.encode() + struct.pack(">I", len(picture) + 8) + picture
    return b"icns" + struct.pack(">I", len(pictures) + 8) + pictures


def _drawn(drawing: QSvgRenderer, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 0)  # type: ignore[call-overload]  # Qt takes a str
    return bytes(buffer.data().data())


def main() -> int:
    """Draw every icon."""
    application = QGuiApplication([])
    for name in NAMES:
        (INSTALLER / f"{name}.icns").write_bytes(icns_of(ICONS / f"{name}.svg"))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
