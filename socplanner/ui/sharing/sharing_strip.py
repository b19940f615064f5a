"""The choices of the view of sharing: its pages, and the moment of detection for the duties."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from socplanner.services.translator import Translator
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.moment_bar import MomentBar
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.segments import Segment, Segments
from socplanner.ui.sharing.sharing_state import DUTIES, MAP, SHARING_PAGES

_SPACING = 8


class SharingStrip(QWidget):
    """Offers the pages side by side or as a menu, and with the duties the moment."""

    page_chosen = Signal(str)
    """One of `SHARING_PAGES`."""

    defaults_toggled = Signal(bool)
    """Whether shares of default flows are wanted too."""

    def __init__(self, translator: Translator, parent: QWidget) -> None:
        """Begin with the map."""
        super().__init__(parent)
        self._translator = translator
        self._page = MAP
        self.pages = Segments(self, 26)
        self.button = FlatButton(self, is_edged=True)
        self.button.open_with(QMenu(self))
        self.defaults = FlatButton(self, is_edged=True)
        self.defaults.setCheckable(True)
        self.defaults.let_shrink()
        self.moments = MomentBar(translator, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(_SPACING)
        for widget in (self.pages, self.button, self.defaults):
            row.addWidget(widget)
        row.addWidget(self.moments, 1)
        row.addStretch(0)
        self.defaults.toggled.connect(self.defaults_toggled)
        self.pages.chosen.connect(self.page_chosen)
        self.button.menu().triggered.connect(self._on_action_chosen)
        self.moments.width_needed.connect(self._fit)
        translator.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._translator.words
        labels = words.tr("Map"), words.tr("List"), words.tr("Reporting duties")
        self._names = dict(zip(SHARING_PAGES, labels, strict=True))
        choices = [Segment(page, label) for page, label in self._names.items()]
        self.pages.set_choices(choices, self._page)
        self.pages.setAccessibleName(words.tr("What of sharing is shown"))
        self.defaults.setText(words.tr("Default flows too"))
        self.defaults.setAccessibleDescription(
            words.tr("Show what default flows share that the plan has not adopted")
        )
        self.button.menu().clear()
        for each in choices:
            self.button.menu().addAction(each.label).setData(each.id)
        self.show_page(self._page)

    def show_switch(self, *, has_switch: bool, is_chosen: bool) -> None:
        """Show the switch for shares of default flows, or hide it."""
        self.defaults.setVisible(has_switch)
        self.defaults.setChecked(is_chosen)
        self._fit()

    def show_page(self, page: str) -> None:
        """Show that `page` is chosen."""
        self._page = page
        self.pages.choose(page)
        self.button.setText(self._names[page])
        self.moments.setVisible(page == DUTIES)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        width = self.button.sizeHint().width() + _SPACING
        return QSize(width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show all pages side by side where they fit."""
        left = self.moments.least_width() if self._page == DUTIES else 0
        if self.defaults.isVisibleTo(self):
            left += self.defaults.sizeHint().width()
        fits = self.pages.sizeHint().width() + left + 3 * _SPACING <= self.width()
        self.pages.setVisible(fits)
        self.button.setVisible(not fits)

    def _on_action_chosen(self, action: QAction) -> None:
        self.page_chosen.emit(str(action.data()))
