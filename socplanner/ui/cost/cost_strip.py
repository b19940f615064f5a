"""The choices of the view of cost: by party, phases side by side, or the four patterns."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from socplanner.services.translator import Translator
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.segments import Segment, Segments

BY_PARTY, PHASES, PATTERNS = "party", "phases", "patterns"
PAGES = (BY_PARTY, PHASES, PATTERNS)


class CostStrip(QWidget):
    """Offers the pages side by side, or as a menu where there is no space for them."""

    page_chosen = Signal(str)
    """One of `PAGES`."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        """Begin by party."""
        super().__init__(parent)
        self._translator = translator
        self._page = BY_PARTY
        self.pages = Segments(self, 26)
        self.button = FlatButton(self, is_edged=True)
        self.button.open_with(QMenu(self))
        self.button.menu().triggered.connect(self._on_action_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.pages)
        row.addWidget(self.button)
        row.addStretch(1)
        self.pages.chosen.connect(self.page_chosen)
        translator.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        labels = words.tr("By party"), words.tr("Phases"), words.tr("Four patterns")
        self._names = dict(zip(PAGES, labels, strict=True))
        choices = [Segment(page, label) for page, label in self._names.items()]
        self.pages.set_choices(choices, self._page)
        self.pages.setAccessibleName(words.tr("Cost by"))
        self.button.menu().clear()
        for each in choices:
            self.button.menu().addAction(each.label).setData(each.id)
        self.show_page(self._page)

    def show_page(self, page: str) -> None:
        """Show that `page` is chosen."""
        self._page = page
        self.pages.choose(page)
        self.button.setText(self._names[page])
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.button.sizeHint().width() + 8, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show all pages side by side where they fit."""
        fits = self.pages.sizeHint().width() + 16 <= self.width()
        self.pages.setVisible(fits)
        self.button.setVisible(not fits)

    def _on_action_chosen(self, action: QAction) -> None:
        self.page_chosen.emit(str(action.data()))
