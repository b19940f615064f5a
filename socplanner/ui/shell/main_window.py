"""The window: brings views, panels, menus and actions together.

Everything is made in one direction: the context first, then the actions, the panels and the views
that show it, then the objects that connect actions to their handlers. The commands for files are
made after the window, by the program, and connect to its actions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.next_step import NextStep, Todo
from socplanner.domain.problem import Problem
from socplanner.services.document import Document
from socplanner.services.settings import THEMES, WindowState
from socplanner.services.translator import Translator
from socplanner.ui.checks.checks_line import ChecksLine
from socplanner.ui.checks.checks_panel import ChecksPanel
from socplanner.ui.inspector.inspector_panel import InspectorPanel
from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.composing import Composing
from socplanner.ui.kit.icons import program_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import plan_context
from socplanner.ui.kit.plan_view import PlanView
from socplanner.ui.kit.type_scale import scaled_pixels
from socplanner.ui.parties.parties_panel import PartiesPanel
from socplanner.ui.shell.board_actions import BoardActions
from socplanner.ui.shell.changes_action import ChangesAction
from socplanner.ui.shell.context_bar import ContextBar
from socplanner.ui.shell.context_menu import ContextMenu
from socplanner.ui.shell.edit_announcements import EditAnnouncements
from socplanner.ui.shell.edit_commands import EditCommands
from socplanner.ui.shell.plan_commands import PlanCommands
from socplanner.ui.shell.rail import Rail
from socplanner.ui.shell.role_actions import RoleActions
from socplanner.ui.shell.search_commands import SearchCommands
from socplanner.ui.shell.status_line import StatusLine
from socplanner.ui.shell.undo_actions import UndoActions
from socplanner.ui.shell.view_edits import ViewEdits
from socplanner.ui.shell.view_panels import PANELS, ViewPanels
from socplanner.ui.shell.view_strip import ViewStrip
from socplanner.ui.shell.views import ACTIONS, VIEW_IDS, VIEWS
from socplanner.ui.shell.work_area import WorkArea

if TYPE_CHECKING:
    from socplanner.domain.picture_options import PictureOptions
    from socplanner.ui.kit.notice import Notice
    from socplanner.ui.kit.notice_bar import NoticeBar

_WIDE = 1600
"""Pixels of the window from which the parties show their names; more with larger text."""

_ROOMY = 900
"""Height of the screen, in pixels, from which a first window is not maximised."""

_BRIEFLY, _LONGER = 6_000, 10_000
"""Milliseconds for which a message is shown in the status line."""


class MainWindow(QMainWindow):
    """Shows the plan in its views and panels."""

    close_requested = Signal()
    """The planner wants to close the window."""

    file_dropped = Signal(str)
    """The path of a file that was dropped on the window."""

    language_chosen = Signal(str)
    """The chosen language: `ja` or `en`."""

    theme_chosen = Signal(str)
    """The chosen appearance, one of `THEMES`."""

    def __init__(self, document: Document, translator: Translator) -> None:
        """Build the window around `document`."""
        super().__init__()
        self._document = document
        self._translator = translator
        self._may_close = False
        self._notices: NoticeBar | None = None
        self._composing = Composing(cast("QApplication", QApplication.instance()), self)
        self.context = plan_context(document, translator, self)
        self.viewpoint, self.checking = self.context.viewpoint, self.context.checking
        self.actions_ = Actions(ACTIONS, self._commit_typed, self)
        self._build()
        self._connect_actions()
        self._connect()
        self.setWindowIcon(program_icon())
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self.retranslate()
        self.checks.look_at_roles(self.viewpoint.roles)

    def show_view(self, view_id: str) -> None:
        """Show the view `view_id` of the table of views, with the keyboard focus."""
        view = self.area.show_view(view_id)
        self.actions_[view_id].setChecked(True)
        self.rail.choose(view_id)
        self.strip.show_view(view_id, view)
        self.panels.look_at_view(view_id)
        view.setFocus()

    def show_page(self, page: QWidget | None) -> None:
        """Show `page` over the whole window but the menus; None shows the plan again."""
        if page is not None and self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(self._centre if page is None else page)
        self.status.setVisible(page is None)

    @property
    def is_plan_shown(self) -> bool:
        """Whether the plan is shown, not a page over it."""
        return self._pages.currentWidget() is self._centre

    @property
    def is_composing(self) -> bool:
        """Whether an input method is composing text in a field."""
        return self._composing.is_composing

    @property
    def plan_page(self) -> QWidget:
        """What shows the plan: everything between the menus and the line at the foot."""
        return self._centre

    def jump_to(self, role: RoleId | None, party: PartyId | None = None) -> None:
        """Select `role` in the view shown, and the cell of `party` where there are cells.

        Without a role, select `party` in the list of parties.
        """
        if role is None:
            if party is not None:
                self.parties.choose(party)
            return
        self.viewpoint.select([role])
        view = self.area.current_view()
        if view is not None:
            view.jump_to(role, party)
            view.setFocus()

    def go_to_place(self, view_id: str, role: str, party: str, number: str) -> None:
        """Show the view `view_id`, with `role` and the cell of `party`, or with a `number`."""
        if view_id not in VIEW_IDS:
            return
        self.show_view(view_id)
        view = self.area.current_view()
        if number and view is not None:
            view.show_number(number)
        if role:
            self.jump_to(RoleId(role), PartyId(party) if party else None)

    def shown_view(self) -> tuple[str, str]:
        """Return the id of the view shown, and the text of the search."""
        return self._view_id(), self.strip.search.text()

    def pictured(self, options: PictureOptions) -> PictureOptions:
        """Return `options` with what the view shows, to begin an export with."""
        view = self.area.current_view()
        return options if view is None else view.pictured(options)

    def state(self) -> WindowState:
        """Return the state of the window that the settings store."""
        return WindowState(
            bytes(self.saveGeometry().data()),
            bytes(self.area.across.saveState().data()),
            bytes(self.area.down.saveState().data()),
            self._view_id(),
            self.panels.state(),
            self.area.remembered(),
        )

    def restore(self, state: WindowState) -> None:
        """Restore geometry, panels and view from `state`."""
        if state.geometry:
            self.restoreGeometry(QByteArray(state.geometry))
        elif self.screen().availableGeometry().height() < _ROOMY:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        if state.across:
            self.area.across.restoreState(QByteArray(state.across))
        elif self.width() >= _WIDE:
            self.area.widen_inspector()
        if state.down:
            self.area.down.restoreState(QByteArray(state.down))
        self.panels.restore(state.panels)
        self.area.restore_views(state.views)
        self.show_view(state.view if state.view in VIEW_IDS else VIEW_IDS[0])

    @property
    def notices(self) -> NoticeBar:
        """The bar of notices above the line at the foot; made for the first one."""
        if self._notices is None:
            from socplanner.ui.kit.notice_bar import NoticeBar

            self._notices = NoticeBar(self)
            self._whole.addWidget(self._notices)
        return self._notices

    def show_notice(self, notice: Notice) -> None:
        """Show `notice` above the line at the foot."""
        self.notices.show_notice(notice, self._translator.words)

    def show_status(self, text: str) -> None:
        """Show and announce `text` in the status line for some seconds."""
        self.status.announce(text, _BRIEFLY)

    def show_problem(self, problem: Problem) -> None:
        """Show and announce the message of `problem` in the status line."""
        from socplanner.wording import errors

        self.status.announce(errors.message(problem, self._translator.words), _LONGER)

    def leave(self) -> None:
        """Close the window without a question about unsaved changes."""
        self._may_close = True
        self.close()

    def focus_view(self) -> None:
        """Set the focus to the current view when control returns to the event loop."""
        QTimer.singleShot(0, self, self._focus_current_view)

    def retranslate(self) -> None:
        """Show the texts of all actions in the window's language."""
        self.actions_.retranslate(self._translator.words)
        self._role_actions.retranslate()
        self._undo_actions.retranslate()
        self._changes_action.retranslate()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            self._composing.commit()
            self.close_requested.emit()
        # `leave` may have been called meanwhile; Qt ignores a second close within the first one.
        event.setAccepted(self._may_close)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._show_party_names()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "parties"):
            self._show_party_names()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if local:
            event.acceptProposedAction()
            self.file_dropped.emit(local[0])

    def _show_party_names(self) -> None:
        """Show the names of parties where text of this size leaves space for them."""
        self.parties.show_names(self.width() >= scaled_pixels(self.font(), _WIDE))

    def _build(self) -> None:
        context = self.context
        self.actions_.fill(self.menuBar())
        self.bar = ContextBar(context, self.actions_, self)
        self.rail = Rail(VIEWS, self._translator, self)
        self.strip = ViewStrip(VIEWS, self._translator, self)
        self.parties = PartiesPanel(context, self)
        self.inspector = InspectorPanel(context, self)
        self.checks = ChecksPanel(context, self)
        self.checks_line = ChecksLine(self.checks.model, context, self)
        self.area = WorkArea(VIEWS, context, self)
        self.area.add_panels(self.strip, self.parties, self.inspector, self.checks)
        self.status = StatusLine(context, self.checks_line, self)
        self.setStatusBar(self.status)
        self._lay_out()
        panels = dict(zip(PANELS, (self.parties, self.inspector, self.checks), strict=True))
        usual = {spec.id: spec.panels for spec in VIEWS}
        self.panels = ViewPanels(self.actions_, panels, usual, self)

    def _lay_out(self) -> None:
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.area, 1)
        column.addLayout(row, 1)
        self._centre, self._pages = centre, QStackedWidget(self)
        self._pages.addWidget(centre)
        whole = QWidget(self)
        self._whole = QVBoxLayout(whole)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._pages, 1)
        self.setCentralWidget(whole)

    def _connect_actions(self) -> None:
        actions, context = self.actions_, self.context
        self.plan_commands = PlanCommands(actions, context, self)
        self.plan_commands.noticed.connect(self.show_notice)
        self._view_edits = ViewEdits(actions, context, self)
        self._view_edits.noticed.connect(self.show_notice)
        self._role_actions = RoleActions(actions, context, self.plan_commands, self)
        self._undo_actions = UndoActions(actions, context, self)
        self.announcements = EditAnnouncements(context, self)
        self._context_menu = ContextMenu(actions, context, self.area, self)
        self._changes_action = ChangesAction(actions, context, self)
        self._changes_action.described.connect(self.show_status)
        self.status.conflicts_requested.connect(self.actions_["conflicts"].trigger)
        BoardActions(actions, context.board, self)
        EditCommands(actions, self.area.current_view, self)
        SearchCommands(actions, self.strip, self.area)
        actions.connect_handlers(
            {
                "previous-phase": self._previous_phase,
                "next-phase": self._next_phase,
                "next-finding": self._next_finding,
                "previous-finding": self._previous_finding,
                "next-panel": self._next_panel,
                "previous-panel": self._previous_panel,
                **dict.fromkeys(VIEW_IDS, self._show_chosen_view),
                **dict.fromkeys(("ja", "en"), self._choose_language),
                **dict.fromkeys(THEMES, self._choose_theme),
            }
        )

    def _connect(self) -> None:
        self._document.rejected.connect(self.show_problem)
        self._document.opened.connect(self.focus_view)
        self._document.history_changed.connect(self._on_history_changed)
        self._translator.language_changed.connect(self.retranslate)
        self.viewpoint.about_to_change.connect(self._composing.commit)
        self.viewpoint.phase_changed.connect(self._on_phase_changed)
        self.viewpoint.roles_changed.connect(self._on_roles_changed)
        self.area.view_made.connect(self._connect_view)
        self.rail.view_chosen.connect(self.show_view)
        self.rail.settings_requested.connect(self.actions_["settings"].trigger)
        self.strip.search_entered.connect(self.focus_view)
        self.strip.search_left.connect(self.focus_view)
        self.checks_line.fold.clicked.connect(self.actions_["show-checks"].trigger)
        self.checks_line.finding_chosen.connect(self.checks.go_to)
        self.panels.shown.connect(self._on_panel_shown)
        self.inspector.noticed.connect(self.show_status)
        self.inspector.sourcing_requested.connect(self.plan_commands.source_roles)
        self.inspector.step_chosen.connect(self._do_next_step)
        self.inspector.finding_chosen.connect(self.checks.go_to)
        self.inspector.fix_requested.connect(self._document.try_perform)
        self.checks.jump_requested.connect(self.jump_to)
        self.checks.fix_requested.connect(self._document.try_perform)
        self.checks.waive_requested.connect(self.plan_commands.waive)
        self.checks.unwaive_requested.connect(self.plan_commands.unwaive)
        self.checks.note_requested.connect(self._show_note)
        self.checks.status_message.connect(self._show_longer)
        self._context_menu.note_requested.connect(self._show_note)
        self._context_menu.waive_requested.connect(self.plan_commands.waive)
        self.parties.add_requested.connect(self.plan_commands.add_party)
        self.parties.edit_requested.connect(self.plan_commands.edit_party)
        self.parties.remove_requested.connect(self.plan_commands.remove_party)
        self.parties.terms_requested.connect(self._view_edits.perform)
        self.parties.assign_requested.connect(self._document.try_perform)
        self.parties.hint_changed.connect(self.status.showMessage)

    def _connect_view(self, view: PlanView) -> None:
        view.context_requested.connect(self._context_menu.open)
        view.details_requested.connect(self._show_details)
        view.hours_requested.connect(self.plan_commands.set_hours)
        view.edit_requested.connect(self._view_edits.perform)
        view.place_requested.connect(self.go_to_place)
        view.search_left.connect(self.strip.search.clear)
        view.hint_changed.connect(self.status.showMessage)
        view.status_message.connect(self._show_longer)

    def _on_history_changed(self) -> None:
        """Close a notice about a step that is not the last any more."""
        notice = None if self._notices is None else self._notices.notice
        if self._notices is not None and notice is not None and notice.is_about_last_step:
            self._notices.dismiss()

    def _show_longer(self, text: str) -> None:
        self.status.announce(text, _LONGER)

    def _show_details(self) -> None:
        """Show the inspector and set the focus to its first field."""
        self.panels.show("inspector")
        self.inspector.focus_first_field()

    def _do_next_step(self, step: NextStep) -> None:
        """Select the roles of `step`, or open what it needs."""
        if step.roles:
            self.viewpoint.select(step.roles)
            self.focus_view()
        elif step.step in (Todo.RESOLVE_ERRORS, Todo.RESOLVE_WARNINGS):
            self.panels.show("checks")
        else:
            self.actions_["phases" if step.step is Todo.PLAN_TARGET else "export"].trigger()

    def _show_note(self) -> None:
        """Show the inspector and set the focus to its note."""
        self._show_details()
        self.inspector.focus_note()

    def _show_chosen_view(self) -> None:
        self.show_view(self.sender().objectName())

    def _on_panel_shown(self, name: str, is_shown: bool) -> None:
        if name == "checks":
            self.checks_line.show_open(is_shown)

    def _choose_language(self) -> None:
        self.language_chosen.emit(self.sender().objectName())

    def _choose_theme(self) -> None:
        self.theme_chosen.emit(self.sender().objectName())

    def _previous_phase(self) -> None:
        self._step_phase(-1)

    def _next_phase(self) -> None:
        self._step_phase(1)

    def _step_phase(self, step: int) -> None:
        ids = [phase.id for phase in self._document.plan.phases]
        place = ids.index(self.viewpoint.phase) + step
        if 0 <= place < len(ids):
            self.viewpoint.look_at_phase(ids[place])

    def _next_finding(self) -> None:
        self._step_finding(1)

    def _previous_finding(self) -> None:
        self._step_finding(-1)

    def _step_finding(self, step: int) -> None:
        self.checks.step(step)  # before the list opens, which selects the first one by itself
        self.panels.show("checks")

    def _commit_typed(self) -> None:
        """Enter what is being composed, and perform the edits of what was typed."""
        self._composing.commit()
        self._document.commit_pending()

    def _next_panel(self) -> None:
        self._step_panel(1)

    def _previous_panel(self) -> None:
        self._step_panel(-1)

    def _step_panel(self, step: int) -> None:
        """Set the focus to the next part of the window that takes keys."""
        from socplanner.ui.shell.panel_focus import focus_beside

        view = self.area.current_view() or self.area
        above = (self.bar, self.rail, self.parties, self.strip)
        focus_beside((view, self.inspector, self.checks, self.status, *above), step)

    def _on_phase_changed(self) -> None:
        self.checking.look_at_phase(self.viewpoint.phase)
        self.context.tally.look_at_phase(self.viewpoint.phase)

    def _on_roles_changed(self) -> None:
        self.checks.look_at_roles(self.viewpoint.roles)

    def _view_id(self) -> str:
        return next(view_id for view_id in VIEW_IDS if self.actions_[view_id].isChecked())

    def _focus_current_view(self) -> None:
        """Set the focus to the view that is current by now, which may be another one."""
        view = self.area.current_view()
        if view is not None:
            view.setFocus()
