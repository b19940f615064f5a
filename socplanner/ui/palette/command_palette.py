"""The palette itself: a field and a list above the window, until something is chosen."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.announcing import announce
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.palette.action_entries import (
    command_entries,
    recent_plan_entries,
    view_entries,
)
from socplanner.ui.palette.entry_descriptions import EntryDescriptions
from socplanner.ui.palette.palette_panel import PalettePanel
from socplanner.ui.palette.plan_search import PlanSearch
from socplanner.ui.palette.result_rows import rows_of
from socplanner.wording.search.ranking import MatchLevel, SearchResults
from socplanner.wording.search.search_part import ResultGroup, SearchEntry, part_of
from socplanner.wording.terms import listed

_FEW, _MANY = 6, 200
"""Entries of a group at first, and where the planner wants them all."""

_RECENT = 5
NO_ICONS: Mapping[str, str] = MappingProxyType({})


class CommandPalette(QWidget):
    """Covers the window while it is open, so that a click beside it closes it."""

    entry_chosen = Signal(object)
    """The planner goes to a `SearchEntry`; the palette is closed by then."""

    entry_added = Signal(object)
    """The roles of a `SearchEntry` join the selection; the palette stays open."""

    announced = Signal(str)
    """What a screen reader is to read."""

    def __init__(
        self,
        context: PlanContext,
        actions: Actions,
        window: QWidget,
        icons: Mapping[str, str] = NO_ICONS,
    ) -> None:
        """Lie over `window`, closed; commands and views are those of `actions`.

        `icons` has the names of the icons that some actions have, by their ids.
        """
        super().__init__(window)
        self._translator = context.translator
        self._actions = actions
        self._window = window
        self._before: QWidget | None = None
        self._recent: list[tuple[ResultGroup, object]] = []
        self._unfolded: set[ResultGroup] = set()
        self._describe = EntryDescriptions(context, icons)
        self.search = PlanSearch(context, self)
        self.panel = PalettePanel(context.translator.words, self)
        self.hide()
        self.search.grown.connect(self._show_results_again)
        field = self.panel.field
        field.query_changed.connect(self._on_query_changed)
        field.moved.connect(self._move)
        field.entered.connect(self._enter)
        field.cancelled.connect(self.cancel)
        self.panel.list.row_clicked.connect(self._enter)

    def open(self, plans: Sequence[str] = ()) -> None:
        """Open the palette, empty; `plans` are the files opened last that are still there."""
        words = self.search.both_words()
        # Before the field has the focus: some commands depend on where the focus is.
        self.search.prepare(
            (
                part_of(ResultGroup.VIEWS, view_entries(self._actions, words)),
                part_of(ResultGroup.COMMANDS, command_entries(self._actions, words)),
                part_of(ResultGroup.PLANS, recent_plan_entries(plans)),
            )
        )
        self._before = QApplication.focusWidget()
        self._unfolded.clear()
        self.panel.retranslate(words.window)
        self.panel.field.clear()
        self._cover_window()
        self._show_results(first=True)
        self.show()
        self.raise_()
        self.panel.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._window.installEventFilter(self)
        self._follow_focus(True)

    def cancel(self) -> None:
        """Close the palette; the focus returns to where it was."""
        if not self.isVisible():
            return
        self._follow_focus(False)
        self._window.removeEventFilter(self)
        self.search.stop()
        if self._before is not None and isValid(self._before):
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def show_selected(self, text: str) -> None:
        """Show and announce what the selection is by now."""
        self.panel.set_note(text)
        self._announce(text)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.cancel()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._cover_window()
        return False

    def _cover_window(self) -> None:
        self.setGeometry(self._window.rect())
        self.panel.fit(self.size())

    def _follow_focus(self, is_followed: bool) -> None:
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        if is_followed:
            application.focusChanged.connect(self._on_focus_changed)
        else:
            application.focusChanged.disconnect(self._on_focus_changed)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """Close when the focus goes elsewhere, as when a shortcut shows another view."""
        if now is None or self.isAncestorOf(now):
            return
        if now.window() is self._window:
            self._before = None
        self.cancel()

    def _on_query_changed(self, text: str) -> None:
        self._unfolded.clear()
        self._show_results(first=True)
        self._announce_results()

    def _show_results_again(self) -> None:
        self._show_results(first=False)

    def _show_results(self, *, first: bool) -> None:
        """Show the results of the field; the `first` one becomes current, or the same row."""
        text = self.panel.field.query()
        results = self._matching(text) if text.strip() else self._suggested()
        rows = rows_of(results, text, self._translator.words, self._describe)
        row = 0 if first else max(self.panel.list.currentIndex().row(), 0)
        total = sum(each.total for each in results)
        self.panel.show_rows(rows, text.strip(), total)
        self.panel.list.go_to(row)
        self.panel.fit(self.size())

    def _matching(self, text: str) -> tuple[SearchResults, ...]:
        """Return the results for `text`; a group shows them all if it is alone, or unfolded."""
        results = self.search.results(text, _MANY)
        if len(results) == 1:
            return results
        return tuple(
            each if each.group in self._unfolded else each._replace(entries=each.entries[:_FEW])
            for each in results
        )

    def _suggested(self) -> tuple[SearchResults, ...]:
        """Return what is shown before anything is typed: recent things, views, recent plans."""
        recent = [self._entry(*each) for each in self._recent]
        groups = (
            (ResultGroup.RECENT, [entry for entry in recent if entry is not None]),
            (ResultGroup.VIEWS, list(self.search.part(ResultGroup.VIEWS).entries)),
            (ResultGroup.PLANS, list(self.search.part(ResultGroup.PLANS).entries)),
        )
        return tuple(
            SearchResults(group, MatchLevel.WHOLE, tuple(entries), len(entries))
            for group, entries in groups
            if entries
        )

    def _entry(self, group: ResultGroup, target: object) -> SearchEntry | None:
        entries = self.search.part(group).entries
        return next((entry for entry in entries if entry.target == target), None)

    def _move(self, step: int) -> None:
        self.panel.list.go_to(self.panel.list.currentIndex().row() + step)
        row = self.panel.list.current_row()
        if row is not None:
            self._announce(row.accessible_text(self._translator.words))

    def _enter(self, is_shifted: bool) -> None:
        row = self.panel.list.current_row()
        if row is None:
            return
        if row.entry is None:
            self._unfolded.add(row.group)
            self._show_results(first=False)
        elif is_shifted:
            self.entry_added.emit(row.entry)
        else:
            self._choose(row.entry)

    def _choose(self, entry: SearchEntry) -> None:
        key = (entry.group, entry.target)
        self._recent = [key, *(each for each in self._recent if each != key)][:_RECENT]
        self.cancel()
        self.entry_chosen.emit(entry)

    def _announce_results(self) -> None:
        row = self.panel.list.current_row()
        words, texts = self._translator.words, [self.panel.note_text()]
        if row is not None:
            texts.append(row.accessible_text(words))
        self._announce(listed(filter(None, texts), words))

    def _announce(self, text: str) -> None:
        self.announced.emit(text)
        announce(self.panel.field, text)
