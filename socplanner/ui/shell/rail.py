"""The rail at the left edge: a button for each view of the table, its icon over its word."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from socplanner.services.translator import Translator
from socplanner.ui.kit.actions import plain
from socplanner.ui.kit.backdrop import Backdrop
from socplanner.ui.kit.flat_button import RailButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.kit.view_spec import ViewSpec


class Rail(Backdrop):
    """Chooses the view; arrow keys move between the buttons, Tab leaves them."""

    view_chosen = Signal(str)
    """The id of the view whose button was clicked."""

    settings_requested = Signal()

    def __init__(
        self, views: Sequence[ViewSpec], translator: Translator, parent: QWidget | None = None
    ) -> None:
        """Offer `views`, with a line between two groups."""
        super().__init__("window", Qt.Edge.RightEdge, parent)
        self._views = views
        self._translator = translator
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self.buttons = {view.id: self._button(view) for view in views}
        self.settings = RailButton(self, "settings")
        self.settings.setCheckable(False)
        self.settings.setFont(scaled(self.font(), "caption"))
        self.settings.clicked.connect(self.settings_requested)
        self._lay_out()
        translator.language_changed.connect(self.retranslate)
        self.retranslate()

    def choose(self, view_id: str) -> None:
        """Check the button of the view `view_id`."""
        self.buttons[view_id].setChecked(True)

    def retranslate(self) -> None:
        """Show all texts in the window's language."""
        words = self._translator.words
        self.setAccessibleName(words.tr("Views"))
        self.settings.setText(words.tr("Settings"))
        self.settings.setAccessibleName(words.tr("Settings"))
        for view in self._views:
            button, name = self.buttons[view.id], plain(words.tr(view.title))
            button.setText(name)
            keys = QKeySequence(view.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(tool_tip(f"{name} ({keys})"))
            button.setAccessibleName(name)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        for before, view in zip(self._views, self._views[1:], strict=False):
            if view.group != before.group:
                top, below = self.buttons[before.id].geometry(), self.buttons[view.id].geometry()
                middle = (top.bottom() + below.top()) // 2
                line = token("line-2", self.palette())
                painter.fillRect((self.width() - 28) // 2, middle, 28, 1, line)
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "buttons"):
            for button in (*self.buttons.values(), self.settings):
                button.setFont(scaled(self.font(), "caption"))

    def _button(self, view: ViewSpec) -> RailButton:
        button = RailButton(self, view.icon)
        button.setObjectName(view.id)
        button.setFont(scaled(self.font(), "caption"))
        self._group.addButton(button)
        return button

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 1, 6)
        column.setSpacing(2)
        group = self._views[0].group
        for view in self._views:
            if view.group != group:
                column.addSpacing(9)
                group = view.group
            column.addWidget(self.buttons[view.id])
        column.addStretch(1)
        column.addWidget(self.settings)

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.view_chosen.emit(button.objectName())
