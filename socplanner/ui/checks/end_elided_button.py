"""A flat button whose text ends in dots where room is short; Qt's own leaves out the middle."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionToolButton, QToolButton

from socplanner.ui.kit.overriding import override

_MARGIN = 12


class EndElidedButton(QToolButton):
    """Keeps the beginning of its text, which says what it is about."""

    def shown_text(self) -> str:
        """Return what of the text there is room for."""
        return self.fontMetrics().elidedText(
            self.text(),
            Qt.TextElideMode.ElideRight,
            self.width() - _MARGIN,
            int(Qt.TextFlag.TextShowMnemonic.value),
        )

    @override
    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        super().initStyleOption(option)
        option.text = self.shown_text()
