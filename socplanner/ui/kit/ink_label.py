"""Text in one of the inks of the tokens, and in one size of the type scale."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QWidget

from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled


class InkLabel(PlainLabel):
    """A label that wraps, and keeps its ink when the theme changes.

    It has a font of its own: what contains it calls `apply_style` when the system's changes.
    """

    def __init__(self, parent: QWidget, ink: str, size: str = "body", text: str = "") -> None:
        """Show `text` in the token `ink`, in the size `size` of the type scale."""
        super().__init__(parent, text)
        self._host = parent
        self._ink = ink
        self._size = size
        self.setWordWrap(True)
        self.apply_style()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.apply_style()

    def apply_style(self) -> None:
        """Use the ink of the theme, and the size of the font, that the parent has."""
        palette = QPalette(self.palette())
        ink = token(self._ink, self._host.palette())
        if palette.color(QPalette.ColorRole.WindowText) != ink:
            palette.setColor(QPalette.ColorRole.WindowText, ink)
            self.setPalette(palette)
        font = QFont(scaled(self._host.font(), self._size))
        if self.font() != font:
            self.setFont(font)
