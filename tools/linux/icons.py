"""Icons of all the sizes that desktops ask for, drawn from our two drawings."""

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
TYPE = "application-x-socplan+yaml"


def lay_icons(root: Path, hicolor: Path) -> None:
    """Lay the icons of the program and of its files into the theme `hicolor`."""
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
            if not drawn(drawing, size).save(str(place)):
                raise OSError(place)


def drawn(drawing: Path, size: int) -> QImage:
    """Return `drawing` as a picture of `size` pixels a side."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    return picture
