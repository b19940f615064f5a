"""The bar above the views: views, phases, the search field, undo, redo and export."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from socplanner.domain.plan_diff import PlanDiff
from socplanner.ui.kit.actions import Actions, plain
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.segments import Segments
from socplanner.ui.kit.view_spec import ViewSpec


class HeaderBar(QWidget):
    """Shows the current view and phase; its buttons trigger actions of the window."""

    view_chosen = Signal(str)
    """The id of the chosen view."""

    search_changed = Signal(str)
    """The text of the search field."""

    search_entered = Signal()
    """The planner pressed Enter in the search field to go to the matches."""

    search_left = Signal()
    """The planner cancelled the search with Esc."""

    def __init__(
        self,
        context: PlanContext,
        actions: Actions,
        views: Sequence[ViewSpec],
        parent: QWidget | None = None,
    ) -> None:
        """Lay out the controls in a row; `views` are the views to choose from."""
        super().__init__(parent)
        self._document = context.document
        self._viewpoint = context.viewpoint
        self._translator = context.translator
        self._actions = actions
        self._specs = views
        self.views = Segments(self)
        self.phases = Segments(self)
        self._phase_label = PlainLabel(self)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.search.setMinimumWidth(160)
        self.search.setMaximumWidth(280)
        self._matches = PlainLabel(self)
        self._lay_out()
        self.views.chosen.connect(self.view_chosen)
        self.phases.chosen.connect(context.viewpoint.look_at_phase)
        self.search.textChanged.connect(self.search_changed)
        self.search.returnPressed.connect(self.search_entered)
        escape = QShortcut(QKeySequence("Esc"), self.search)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self._end_search)
        context.viewpoint.phase_changed.connect(self._show_phases)
        context.document.opened.connect(self._show_phases)
        context.document.plan_changed.connect(self._on_plan_changed)
        context.translator.language_changed.connect(self.retranslate)
        self.retranslate()

    def show_view(self, view: str) -> None:
        """Check the button of the view with the id `view`."""
        self.views.choose(view)

    def show_matches(self, matches: int | None) -> None:
        """Show how many roles match the search; None if nothing is searched."""
        words = self._translator.words
        text = "" if matches is None else words.count("{n} match", "{n} matches", matches)
        self._matches.setText(text)

    def retranslate(self) -> None:
        """Show all texts in the window's language."""
        words = self._translator.words
        choices = [(spec.id, plain(words.tr(spec.title))) for spec in self._specs]
        current = next((id_ for id_, _ in choices if self._actions[id_].isChecked()), choices[0][0])
        self.views.set_choices(choices, current)
        self.views.setAccessibleName(words.tr("Views"))
        self.phases.setAccessibleName(words.tr("Phases"))
        self._phase_label.setText(words.tr("Phase"))
        self.search.setPlaceholderText(words.tr("Find code, name, party"))
        self.search.setAccessibleName(words.tr("Find code, name, party"))
        self._show_phases()

    def _end_search(self) -> None:
        self.search.clear()
        self.search_left.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(10)
        row.addWidget(self.views)
        row.addSpacing(12)
        row.addWidget(self._phase_label)
        row.addWidget(self.phases)
        row.addStretch(1)
        row.addWidget(self._matches)
        row.addWidget(self.search, 1)
        for action in ("undo", "redo", "export"):
            row.addWidget(self._button(action))

    def _button(self, action: str) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(self._actions[action])
        button.setAutoRaise(action != "export")
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if action == "export":
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        if diff.changes_phase_list:
            self._show_phases()

    def _show_phases(self) -> None:
        words = self._translator.words
        phases = self._document.plan.phases
        self.phases.set_choices(
            ((phase.id, words.local(phase.name)) for phase in phases),
            self._viewpoint.phase,
        )
