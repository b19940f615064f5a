"""The strip above the views: the title of the view, its own choices, and the search in it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from socplanner.services.translator import Translator
from socplanner.ui.kit.actions import plain
from socplanner.ui.kit.backdrop import Backdrop
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.plan_view import PlanView
from socplanner.ui.kit.search_field import SearchField
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.kit.view_spec import ViewSpec

_LEAST, _MOST = 140, 220
"""Pixels of the search field."""

_HEIGHT, _FIELD = 36, 26
_ELIDE = Qt.TextElideMode.ElideRight
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)


class ShortenedLabel(PlainLabel):
    """A label whose text is shortened where there is no space for it: it keeps no window wide."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), _ELIDE, self.width())
        painter.drawText(self.rect(), _MIDDLE, shown)
        painter.end()


class ViewStrip(Backdrop):
    """Shows the choices of the current view; the text of the search is the same for all views."""

    search_changed = Signal(str)
    """The text of the search field."""

    search_entered = Signal()
    """The planner pressed Enter in the search field to go to the matches."""

    search_left = Signal()
    """The planner cancelled the search with Esc."""

    def __init__(
        self, views: Sequence[ViewSpec], translator: Translator, parent: QWidget | None = None
    ) -> None:
        """Begin without a view; `views` have the titles."""
        super().__init__("surface", Qt.Edge.BottomEdge, parent)
        self._titles = {view.id: view.title for view in views}
        self._translator = translator
        self._view_id = ""
        self._choices: QWidget | None = None
        self._title = PlainLabel(self)
        self._title.setFont(scaled(self.font(), "heading"))
        self.matches = ShortenedLabel(self)
        box = SearchField("filter", _FIELD, self)
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        box.setMinimumWidth(_LEAST)
        box.setMaximumWidth(_MOST)
        self.search = box.field
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 10, 1)
        self._row.setSpacing(8)
        self._row.addWidget(self._title)
        self._row.addStretch(1)
        self._row.addWidget(self.matches)
        self._row.addWidget(box, 1)
        self.setMinimumHeight(_HEIGHT)
        self.search.textChanged.connect(self.search_changed)
        self.search.returnPressed.connect(self.search_entered)
        escape = QShortcut(QKeySequence("Esc"), self.search)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self._end_search)
        translator.language_changed.connect(self.retranslate)
        self.retranslate()

    def show_view(self, view_id: str, view: PlanView) -> None:
        """Show title and choices of `view`, which has the id `view_id`."""
        self._view_id = view_id
        choices = view.choices()
        if choices is not self._choices:
            if self._choices is not None:
                self._choices.hide()
                self._row.removeWidget(self._choices)
            self._choices = choices
            if choices is not None:
                self._row.insertWidget(1, choices, 100)
                choices.show()
        self._show_title()

    def show_matches(self, matches: int | None, total: int) -> None:
        """Show how many of all roles, or of what the view lists, pass search and filter.

        None where there is neither.
        """
        words, text = self._translator.words, ""
        if matches is not None:
            text = words.tr("{shown} of {n}", shown=matches, n=total)
        self.matches.setText(text)

    def retranslate(self) -> None:
        """Show all texts in the window's language."""
        words = self._translator.words
        self.search.setPlaceholderText(words.tr("Filter by code, name, party"))
        self.search.setAccessibleName(words.tr("Filter by code, name, party"))
        self._show_title()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_row"):
            self._title.setFont(scaled(self.font(), "heading"))

    def _show_title(self) -> None:
        title = self._titles.get(self._view_id, "")
        self._title.setText(plain(self._translator.words.tr(title)) if title else "")

    def _end_search(self) -> None:
        self.search.clear()
        self.search_left.emit()
