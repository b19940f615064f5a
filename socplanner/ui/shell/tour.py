"""The tour in the window: shows one hint after another, and follows what each is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from socplanner.ui.kit.announcing import announce
from socplanner.ui.kit.overriding import override
from socplanner.ui.tour.card_place import card_place
from socplanner.ui.tour.hints import HINTS, Anchor
from socplanner.ui.tour.tour_card import AnchorRing, TourCard

if TYPE_CHECKING:
    from socplanner.ui.shell.main_window import MainWindow

_EDGE = 8
"""Pixels that stay free between the card and the edge of the window."""

_AFTER_LAYOUT = 50
"""Milliseconds after a change in which the window is laid out again."""

_CHANGES = (
    QEvent.Type.Resize,
    QEvent.Type.Move,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.FontChange,
)
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)


class Tour(QObject):
    """Leads through `HINTS`; the window can be used meanwhile."""

    ended = Signal()
    """The tour was seen to its end, or skipped."""

    def __init__(self, window: MainWindow) -> None:
        """Prepare the card in `window`, hidden."""
        super().__init__(window)
        self._window = window
        self._at = 0
        self._before: QWidget | None = None
        self._watched: list[QWidget] = []
        page = window.plan_page
        self.card = TourCard(page)
        self.card.installEventFilter(self)
        self.ring = AnchorRing(window)
        self._escape = QShortcut(QKeySequence("Esc"), window)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.end)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_LAYOUT)
        self._timer.timeout.connect(self._place)
        self.card.next_requested.connect(self.go_on)
        self.card.skipped.connect(self.end)
        context = window.context
        context.translator.language_changed.connect(self._show_hint)
        context.document.plan_changed.connect(self._timer.start)
        window.area.view_shown.connect(self._timer.start)

    @property
    def is_shown(self) -> bool:
        """Whether a hint is shown, or would be if the plan were."""
        return not self.card.isHidden()

    def start(self, *, with_focus: bool) -> None:
        """Show the first hint; `with_focus` sets the keyboard focus to its button."""
        self._at = 0
        self._before = QApplication.focusWidget()
        self.card.show()
        self.card.raise_()
        application = QApplication.instance()
        if isinstance(application, QApplication) and not self._watched:
            application.focusChanged.connect(self._on_focus_changed)
        self._show_hint()
        self._escape.setEnabled(True)
        if with_focus:
            self.card.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Show the next hint, or end after the last."""
        if self._at + 1 == len(HINTS):
            self.end()
            return
        self._at += 1
        self._show_hint()

    def end(self) -> None:
        """Close the card; the focus returns to where it was if the card had it."""
        if self.card.isHidden():
            return
        focused = QApplication.focusWidget()
        has_focus = focused is not None and self.card.isAncestorOf(focused)
        self._watch([])
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._on_focus_changed)
        self._escape.setEnabled(False)
        self.card.hide()
        self.ring.hide()
        if has_focus:
            if self._before is not None and isValid(self._before) and self._before.isVisible():
                self._before.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._window.focus_view()
        self.ended.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        changes = (QEvent.Type.LayoutRequest,) if watched is self.card else _CHANGES
        if event.type() in changes:
            self._timer.start()
        return False

    def _show_hint(self) -> None:
        if self.card.isHidden():
            return
        hint, words = HINTS[self._at], self._window.context.translator.words
        keys = ""
        if hint.action:
            shortcut = self._window.actions_[hint.action].shortcut()
            keys = shortcut.toString(QKeySequence.SequenceFormat.NativeText)
        text = words.tr(hint.text, keys=keys) if keys else words.tr(hint.text)
        self.card.show_hint(self._at + 1, len(HINTS), words.tr(hint.title), text, words)
        self._watch([self._window, self._window.plan_page, *self._parts(hint.anchor)])
        self._place()
        announce(self.card, self.card.announcement())

    def _place(self) -> None:
        """Put the card beside what the hint is about."""
        if self.card.isHidden():
            return
        page = self._window.plan_page
        self.ring.setVisible(page.isVisible())
        if not page.isVisible():
            return
        hint = HINTS[self._at]
        anchor = self._anchor(hint.anchor)
        space = page.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        there = QRect(page.mapFrom(self._window, anchor.topLeft()), anchor.size())
        size = self.card.size_within(space.size())
        self.card.setGeometry(card_place(size, there, space, hint.sides))
        self.card.raise_()
        self.ring.show_round(anchor)

    def _watch(self, widgets: list[QWidget]) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched = widgets
        for widget in widgets:
            widget.installEventFilter(self)

    def _parts(self, anchor: Anchor) -> list[QWidget]:
        """Return the widgets of which the first visible one is the part `anchor`."""
        window = self._window
        match anchor:
            case Anchor.ROLE:
                return [window.area.view("board") or window.rail, window.rail.buttons["board"]]
            case Anchor.MATRIX:
                return [window.rail.buttons["matrix"]]
            case Anchor.INSPECTOR:
                return [window.inspector, window.bar.tools["show-inspector"]]
            case Anchor.CHECKS:
                return [window.checks, window.checks_line]
            case Anchor.SEARCH:
                return [window.bar.search]

    def _anchor(self, anchor: Anchor) -> QRect:
        """Return where the part `anchor` is, in the coordinates of the window."""
        parts = self._parts(anchor)
        part = next((each for each in parts if each.isVisible()), parts[-1])
        shown, rect = part, part.rect()
        if anchor is Anchor.ROLE and part is parts[0]:
            focused = part.focusProxy()
            if isinstance(focused, QAbstractItemView) and focused.model().rowCount():
                shown = focused.viewport()
                rect = focused.visualRect(focused.model().index(0, 0)).intersected(shown.rect())
        return QRect(shown.mapTo(self._window, rect.topLeft()), rect.size())

    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        """Leave Esc to a field of text while it has the focus."""
        self._escape.setEnabled(not isinstance(now, _FIELDS))
