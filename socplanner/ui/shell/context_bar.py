"""The bar under the menus: plan and phase, the search, undo, redo, inspector and export."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from socplanner.domain.plan_diff import PlanDiff
from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.backdrop import Backdrop
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.segments import Segment, Segments
from socplanner.ui.kit.type_scale import scaled
from socplanner.ui.shell.search_button import SearchButton

_PLAN_MENU = ("new", "open", "recent", "sample", "", "organisation", "phases", "", "save-as")
"""Ids of actions, or of a submenu's first action, in the menu of the plan; "" is a line."""

_ICONS = {"undo": "undo", "redo": "redo", "show-inspector": "inspector"}
_EXPORTS = ("export", "export-picture", "", "print")
"""Ids of the actions in the menu of the export; "" is a line."""

_WIDEST_NAME, _LEAST_NAME = 24, 8
"""The most and the least letters of the name of a plan."""


class ContextBar(Backdrop):
    """Shows the plan and its phases; the buttons trigger actions of the window."""

    def __init__(
        self, context: PlanContext, actions: Actions, parent: QWidget | None = None
    ) -> None:
        """Lay out the controls in a row."""
        super().__init__("window", Qt.Edge.BottomEdge, parent)
        self._document = context.document
        self._viewpoint = context.viewpoint
        self._translator = context.translator
        self._actions = actions
        self.plan = FlatButton(self)
        self.plan.setFont(scaled(self.font(), "heading"))
        self.plan.open_with(self._menu_of(_PLAN_MENU))
        self.phases = Segments(self)
        self.changes = FlatButton(self, "changes")
        self.changes.let_shrink()
        self.changes.follow(actions["show-changes"])
        self.exports = FlatButton(self, "export", is_edged=True)
        self.exports.is_icon_alone = False
        self.exports.open_with(self._menu_of(_EXPORTS))
        self.search = SearchButton(self)
        self.search.clicked.connect(actions["palette"].trigger)
        self.tools = {each: FlatButton(self, icon) for each, icon in _ICONS.items()}
        self._lay_out()
        self.phases.chosen.connect(context.viewpoint.look_at_phase)
        context.viewpoint.phase_changed.connect(self._show_phases)
        context.document.opened.connect(self._show_plan)
        context.document.plan_changed.connect(self._on_plan_changed)
        context.translator.language_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Show all texts in the window's language."""
        words = self._translator.words
        self.phases.setAccessibleName(words.tr("Phases"))
        self.exports.setText(words.tr("Export"))
        self.exports.setToolTip(words.tr("Export or print the plan"))
        text = words.tr("Find a role, a party or a command")
        keys = self._actions["palette"].shortcut()
        self.search.setText(text)
        self.search.keys = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self.search.setToolTip(tool_tip(f"{text} ({self.search.keys})"))
        self._show_plan()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "plan"):
            self.plan.setFont(scaled(self.font(), "heading"))
            self._show_plan()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show_name()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 5, 10, 6)
        row.setSpacing(6)
        row.addWidget(self.plan)
        row.addSpacing(6)
        row.addWidget(self.phases)
        row.addWidget(self.changes)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addSpacing(6)
        for action_id, button in self.tools.items():
            button.follow(self._actions[action_id])
            row.addWidget(button)
        row.addWidget(self.exports)

    def _menu_of(self, action_ids: Iterable[str]) -> QMenu:
        menu = QMenu(self)
        for action_id in action_ids:
            if not action_id:
                menu.addSeparator()
            elif action_id in self._actions.by_id:
                menu.addAction(self._actions[action_id])
            else:
                menu.addMenu(self._actions.submenu_of(action_id))
        return menu

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        if diff.changes_phase_list:
            self._show_phases()
        if diff.before.organisation != diff.after.organisation:
            self._show_plan()

    def _show_plan(self) -> None:
        """Show the name of the organisation, and the phases."""
        self._show_name()
        self._show_phases()

    def _show_name(self) -> None:
        """Show the name of the organisation, in a fifth of the bar at most."""
        name = self._document.plan.organisation
        letter = self.plan.fontMetrics().averageCharWidth()
        wide = max(min(letter * _WIDEST_NAME, self.width() // 5), letter * _LEAST_NAME)
        shown = self.plan.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, wide)
        self.plan.setText(shown.replace("&", "&&"))
        self.plan.setAccessibleName(self._translator.words.tr("Plan: {name}", name=name))

    def _show_phases(self) -> None:
        words = self._translator.words
        phases = self._document.plan.phases
        self.phases.set_choices(
            (Segment(phase.id, words.local(phase.name)) for phase in phases),
            self._viewpoint.phase,
        )
