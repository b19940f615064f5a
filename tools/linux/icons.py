"""Icons in every size that desktops use, drawn from the two SVG files."""

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
TYPE = "application-x-socplan+yaml"


def write_icons(root: Path, hicolor: Path) -> None:
    """Write the icons of the program and of its files into the theme folder `hicolor`."""
    drawings = {
        "apps": root / "resources" / "icons" / "socplanner.svg",
        "mimetypes": root / "resources" / "installer" / "linux" / f"{TYPE}.svg",
    }
    for kind, drawing in drawings.items():
        scalable = hicolor / "scalable" / kind
        scalable.mkdir(parents=True)
        shutil.copyfile(drawing, scalable / drawing.name)
        for size in SIZES:
            place = hicolor / f"{size}x{size}" / kind / f"{drawing.stem}.png"
            place.parent.mkdir(parents=True)
            if not rendered(drawing, size).save(str(place)):
                raise OSError(place)


def rendered(drawing: Path, size: int) -> QImage:
    """Return `drawing` as a square image of `size` pixels."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    return picture
