"""A flat button whose text ends in dots where space is short; Qt's own leaves out the middle."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStyleOptionToolButton, QToolButton

from socplanner.ui.kit.overriding import override

_MARGIN = 12


class EndElidedButton(QToolButton):
    """Shows the beginning of its text, which names its subject."""

    def shown_text(self) -> str:
        """Return the text, shortened to the width there is."""
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
