"""The size a dialog opens with: as large as is usual, or as its texts need."""

from PySide6.QtWidgets import QWidget


def resize_for_texts(dialog: QWidget, width: int, height: int) -> None:
    """Make `dialog` so large, or larger where texts that break into lines would be cut off.

    Qt shows a dialog that has a size of its own in that size, whatever its texts need.
    """
    layout = dialog.layout()
    if layout is not None:
        width = max(width, layout.totalMinimumSize().width())
        height = max(height, layout.totalMinimumHeightForWidth(width))
    dialog.resize(width, height)
