"""The choices of the view of staffing: by party or by hour, and the moment that is looked at."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from socplanner.services.translator import Translator
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.moment_bar import MomentBar
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.segments import Segment, Segments

BY_PARTY, BY_HOUR = "party", "hour"


class StaffingStrip(QWidget):
    """Bids the two pages; the moment belongs to the one by hour."""

    page_chosen = Signal(str)
    """`BY_PARTY` or `BY_HOUR`."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        """Begin by hour."""
        super().__init__(parent)
        self._translator = translator
        self._page = BY_HOUR
        self.pages = Segments(self, 26)
        self.button = FlatButton(self, is_edged=True)
        """The page with a menu of both, where there is no space for them side by side."""

        self.button.open_with(QMenu(self))
        self.button.menu().triggered.connect(self._on_action_chosen)
        self.moments = MomentBar(translator, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.pages)
        row.addWidget(self.button)
        row.addWidget(self.moments, 1)
        row.addStretch(0)
        self.pages.chosen.connect(self.page_chosen)
        self.moments.width_needed.connect(self._fit)
        translator.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        pages = (Segment(BY_PARTY, words.tr("By party")), Segment(BY_HOUR, words.tr("By hour")))
        self.pages.set_choices(pages, self._page)
        self.button.menu().clear()
        for each in pages:
            self.button.menu().addAction(each.label).setData(each.id)
        self._names = {each.id: each.label for each in pages}
        self.pages.setAccessibleName(words.tr("Staffing by"))
        self.show_page(self._page)

    def show_page(self, page: str) -> None:
        """Show that `page` is chosen."""
        self._page = page
        self.pages.choose(page)
        self.button.setText(self._names[page])
        self.moments.setVisible(page == BY_HOUR)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        width = self.button.sizeHint().width() + self.moments.minimumSizeHint().width()
        return QSize(width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show both pages side by side where they fit."""
        left = 0 if self._page == BY_PARTY else self.moments.least_width()
        fits = self.pages.sizeHint().width() + left + 16 <= self.width()
        self.pages.setVisible(fits)
        self.button.setVisible(not fits)

    def _on_action_chosen(self, action: QAction) -> None:
        self.page_chosen.emit(str(action.data()))
