"""The window: brings views, panels, menus and commands together."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.plan import Plan
from socplanner.domain.problem import Problem
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.settings import WindowState
from socplanner.services.tally import Tally
from socplanner.services.translator import Translator
from socplanner.ui.board.board_view import BoardView
from socplanner.ui.checks.checks_panel import ChecksPanel
from socplanner.ui.inspector.inspector_panel import InspectorPanel
from socplanner.ui.kit.actions import Actions, plain
from socplanner.ui.kit.icons import icon, program_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.parties.parties_panel import PartiesPanel
from socplanner.ui.shell.edit_commands import EditCommands
from socplanner.ui.shell.header_bar import HeaderBar
from socplanner.ui.shell.plan_commands import PlanCommands
from socplanner.ui.shell.status_line import StatusLine
from socplanner.ui.shell.work_area import WorkArea
from socplanner.wording.language import Words

_ICONS = ("undo", "redo", "export")
_PANELS = ("parties", "inspector", "checks")
_ROOMY = 900
"""Pixels of height from which a first window need not fill the screen."""


class MainWindow(QMainWindow):
    """Shows the plan. File and help commands come from outside through `commands`."""

    close_requested = Signal()
    file_dropped = Signal(str)
    language_chosen = Signal(str)
    theme_chosen = Signal(str)

    def __init__(
        self,
        document: Document,
        translator: Translator,
        commands: dict[str, Callable[[], object]],
    ) -> None:
        """Build the window around `document`; `commands` are handlers it has not itself."""
        super().__init__()
        self._document = document
        self._translator = translator
        self._may_close = False
        self.viewpoint = Viewpoint(document, self)
        self.checking = Checking(document, self)
        self.tally = Tally(document, self)
        self.plan_commands = PlanCommands(document, self.viewpoint, translator, self)
        self._edits = EditCommands(self._view_with_keyboard, self)
        self.actions_ = Actions(
            {**self._handlers(), **self._edits.handlers(), **commands},
            document.commit_pending,
            self,
        )
        self._build()
        self._connect()
        self.setWindowIcon(program_icon())
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self._edits.follow_focus(self.actions_)
        self.retranslate()
        self._on_history_changed()
        self._on_roles_changed()

    def show_view(self, name: str) -> None:
        """Show the board or the matrix."""
        view = self.area.show_view(name)
        self.actions_[name].setChecked(True)
        self.header.show_view(name)
        self._search(self.header.search.text())
        view.setFocus()

    def jump_to(self, role: RoleId | None, party: PartyId | None = None) -> None:
        """Select `role` in the view shown, and the cell of `party` where there are cells.

        Without a role it is the party that is gone to, in its list.
        """
        if role is None:
            if party is not None:
                self.parties.choose(party)
            return
        self.viewpoint.select([role])
        view = self.area.current_view()
        jump = getattr(view, "jump_to", None)
        if jump is not None:
            jump(role, party)
        view.setFocus()

    def state(self) -> WindowState:
        """Return what to remember of this window."""
        return WindowState(
            bytes(self.saveGeometry().data()),
            bytes(self.area.across.saveState().data()),
            bytes(self.area.down.saveState().data()),
            next(name for name in ("board", "matrix") if self.actions_[name].isChecked()),
            tuple(name for name in _PANELS if not self.actions_[f"show-{name}"].isChecked()),
        )

    def restore(self, state: WindowState) -> None:
        """Look as the window of `state` did."""
        if state.geometry:
            self.restoreGeometry(QByteArray(state.geometry))
        elif self.screen().availableGeometry().height() < _ROOMY:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        if state.across:
            self.area.across.restoreState(QByteArray(state.across))
        if state.down:
            self.area.down.restoreState(QByteArray(state.down))
        for name in _PANELS:
            self.actions_[f"show-{name}"].setChecked(name not in state.hidden)
        self._show_panels()
        self.show_view(state.view if state.view in {"board", "matrix"} else "board")

    def tell(self, said: str) -> None:
        """Say in the status line what was done."""
        self.status.showMessage(said, 6_000)

    def show_problem(self, problem: Problem) -> None:
        """Say in the status line why something was not done."""
        from socplanner.wording import errors

        self.status.showMessage(errors.say(problem, self._translator.words), 10_000)

    def leave(self) -> None:
        """Close the window for good: everything has been asked."""
        self._may_close = True
        self.close()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        words = self._translator.words
        self.actions_.retranslate(words)
        for area in (Area.I, Area.II, Area.III, Area.IV):
            facts = self._document.plan.catalogue.facts_of(area)
            name = words.local(facts.name) if facts is not None else ""
            self.actions_[f"move-{area.value}"].setText(f"{area.value}  {name}")
        self._on_history_changed()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            self.close_requested.emit()
        # Who answered may have said `leave` meanwhile; Qt takes no second close within the first.
        event.setAccepted(self._may_close)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "actions_"):
            self._draw_icons()

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

    def _build(self) -> None:
        document, viewpoint, translator = (
            self._document,
            self.viewpoint,
            self._translator,
        )
        self.header = HeaderBar(document, viewpoint, translator, self.actions_, self)
        self.parties = PartiesPanel(document, self.tally, translator, self)
        self.inspector = InspectorPanel(document, viewpoint, self.checking, translator, self)
        self.checks = ChecksPanel(document, self.checking, translator, self)
        self.area = WorkArea({"board": self._make_board, "matrix": self._make_matrix}, self)
        self.area.add_panels(self.parties, self.inspector, self.checks)
        self.status = StatusLine(document, self.tally, translator, self)
        self.setStatusBar(self.status)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.area, 1)
        self.setCentralWidget(centre)
        self.actions_.fill(self.menuBar())
        for title in self.actions_.role_submenus():
            self.actions_.submenus[title].aboutToShow.connect(self._mark_present)
        self._draw_icons()
        if sys.platform.startswith("linux"):  # elsewhere Qt or the system does it
            menu_key = QShortcut(QKeySequence("Shift+F10"), self)
            menu_key.activated.connect(self._open_menu_by_key)
        for name in _PANELS:
            self.actions_[f"show-{name}"].setChecked(True)

    def _connect(self) -> None:
        self._document.history_changed.connect(self._on_history_changed)
        self._document.rejected.connect(self.show_problem)
        self._document.opened.connect(self.focus_view)
        self._translator.language_changed.connect(self.retranslate)
        self.viewpoint.phase_changed.connect(self._on_phase_changed)
        self.viewpoint.roles_changed.connect(self._on_roles_changed)
        self.header.view_chosen.connect(self.show_view)
        self.header.search_changed.connect(self._search)
        self.header.search_entered.connect(self._search_on)
        self.header.search_left.connect(self.focus_view)
        self.inspector.noticed.connect(self.tell)
        self.checks.jump_requested.connect(self.jump_to)
        self.checks.fix_requested.connect(self._document.try_perform)
        self.checks.waive_requested.connect(self.plan_commands.waive)
        self.checks.unwaive_requested.connect(self.plan_commands.unwaive)
        self.checks.note_requested.connect(self._show_note)
        self.checks.status_message.connect(self._tell)
        self.inspector.sourcing_requested.connect(self.plan_commands.source_roles)
        self.parties.add_requested.connect(self.plan_commands.add_party)
        self.parties.edit_requested.connect(self.plan_commands.edit_party)
        self.parties.remove_requested.connect(self.plan_commands.remove_party)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        """Return the commands the window does itself, by the ids of the action table."""
        own: dict[str, Callable[[], object]] = {
            "undo": self._document.undo,
            "redo": self._document.redo,
            "find": self._find,
            "find-next": self._find_next,
            "find-previous": self._find_previous,
            "board": self._show_chosen_view,
            "matrix": self._show_chosen_view,
            "previous-phase": self._previous_phase,
            "next-phase": self._next_phase,
            "organisation": self.plan_commands.rename_organisation,
            "pattern": self.plan_commands.apply_pattern,
            "parties": self.plan_commands.add_party,
            "phases": self.plan_commands.edit_phases,
            "thresholds": self.plan_commands.set_thresholds,
            "next-finding": self._next_finding,
            "previous-finding": self._previous_finding,
            "letter-set": self.plan_commands.choose_letter_set,
        }
        own.update(dict.fromkeys((f"show-{name}" for name in _PANELS), self._show_panels))
        own.update(dict.fromkeys((f"move-{area.value}" for area in Area), self._move))
        own.update(dict.fromkeys((f"sourcing-{each.value}" for each in Sourcing), self._source))
        own.update(dict.fromkeys(("ja", "en"), self._choose_language))
        own.update(dict.fromkeys(("system", "light", "dark"), self._choose_theme))
        return own

    def _make_board(self) -> QWidget:
        board = BoardView(
            self._document, self.viewpoint, self.checking, self._translator, self.area
        )
        board.context_requested.connect(self._open_context_menu)
        board.details_requested.connect(self._show_details)
        board.promised.connect(self.status.showMessage)
        board.search_left.connect(self.header.search.clear)
        return board

    def _make_matrix(self) -> QWidget:
        from socplanner.ui.matrix.matrix_view import MatrixView

        matrix = MatrixView(
            self._document, self.viewpoint, self.checking, self._translator, self.area
        )
        matrix.context_requested.connect(self._open_context_menu)
        matrix.told.connect(self._tell)
        return matrix

    def _tell(self, said: str) -> None:
        """Say something in the status line for a while."""
        self.status.showMessage(said, 10_000)

    def _show_details(self) -> None:
        """Give the keyboard to the inspector, shown if it was hidden."""
        self.actions_["show-inspector"].setChecked(True)
        self._show_panels()
        self.inspector.take_keyboard()

    def _show_note(self) -> None:
        """Give the keyboard to the note in the inspector, shown if it was hidden."""
        self._show_details()
        self.inspector.take_keyboard_to_note()

    def _open_context_menu(self, position: QPoint) -> None:
        """Open at `position` on the screen what can be done with the selected roles."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        extend = getattr(self.area.current_view(), "extend_menu", None)
        if extend is not None:
            extend(menu)
        for title in self.actions_.role_submenus():
            menu.addMenu(self.actions_.submenus[title])
        menu.popup(position)

    def _mark_present(self) -> None:
        from socplanner.ui.shell.current_value_marks import mark_present

        mark_present(self.actions_, self._document.plan, self.viewpoint)

    def _search(self, text: str) -> None:
        view = self.area.current_view()
        search = getattr(view, "set_filter", None)
        if search is not None:
            found = search(text)
            self.header.show_matches(found if text.strip() else None)

    def _find(self) -> None:
        self.header.search.setFocus()
        self.header.search.selectAll()

    def _find_next(self) -> None:
        self._find_on(1)

    def _find_previous(self) -> None:
        self._find_on(-1)

    def _find_on(self, step: int) -> None:
        find = getattr(self.area.current_view(), "find_next", None)
        if find is not None:
            find(step)

    def _view_with_keyboard(self) -> QWidget:
        return self.area.current_view()

    def _search_on(self) -> None:
        """Go from the search field to the first role that was found, or back to the view."""
        if self.header.search.text().strip():
            self._find_on(1)
        self.focus_view()

    def _open_menu_by_key(self) -> None:
        """Open the context menu of what has the keyboard, as Shift+F10 does elsewhere."""
        focused = target = QApplication.focusWidget()
        if focused is None or target is None:
            return
        place = focused.rect().center()
        if isinstance(focused, QAbstractItemView):
            target, place = focused.viewport(), focused.visualRect(focused.currentIndex()).center()
        reason = QContextMenuEvent.Reason.Keyboard
        event = QContextMenuEvent(reason, place, target.mapToGlobal(place))
        QApplication.sendEvent(target, event)

    def _show_chosen_view(self) -> None:
        self.show_view(self.sender().objectName())

    def _show_panels(self) -> None:
        for name, panel in zip(_PANELS, (self.parties, self.inspector, self.checks), strict=True):
            panel.setVisible(self.actions_[f"show-{name}"].isChecked())

    def _move(self) -> None:
        self.plan_commands.move_to(Area(self.sender().objectName().removeprefix("move-")))

    def _source(self) -> None:
        chosen = self.sender().objectName().removeprefix("sourcing-")
        self.plan_commands.source(Sourcing(chosen))

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

    def _on_phase_changed(self) -> None:
        self.checking.look_at_phase(self.viewpoint.phase)
        self.tally.look_at_phase(self.viewpoint.phase)
        self.header.phases.choose(self.viewpoint.phase)

    def _next_finding(self) -> None:
        self.checks.step(1)

    def _previous_finding(self) -> None:
        self.checks.step(-1)

    def _on_roles_changed(self) -> None:
        self.checks.look_at_roles(self.viewpoint.roles)
        has_roles = bool(self.viewpoint.roles)
        for area in Area:
            self.actions_[f"move-{area.value}"].setEnabled(has_roles)
        for sourcing in Sourcing:
            self.actions_[f"sourcing-{sourcing.value}"].setEnabled(has_roles)

    def _on_history_changed(self) -> None:
        words, plan = self._translator.words, self._document.plan
        history = self._document.history
        undo = (
            words.tr("&Undo (earlier steps were dropped)") if history.dropped else words.tr("&Undo")
        )
        for action, edit, bare, named in (
            ("undo", self._document.undo_edit, undo, words.tr("&Undo: {edit}")),
            ("redo", history.redo_edit, words.tr("&Redo"), words.tr("&Redo: {edit}")),
        ):
            label = "" if edit is None else _label(edit, plan, words)
            shown = label.replace("&", "&&")
            self.actions_[action].setText(bare if edit is None else named.format(edit=shown))
            self.actions_[action].setToolTip(tool_tip(label or plain(bare)))
            self.actions_[action].setEnabled(edit is not None)

    def _draw_icons(self) -> None:
        for name in _ICONS:
            self.actions_[name].setIcon(icon(name, self.palette()))

    def focus_view(self) -> None:
        """Give the keyboard to the view shown, once the window is up."""
        QTimer.singleShot(0, self._focus_current_view)

    def _focus_current_view(self) -> None:
        """Give it to the view that is shown by now, which may be another one."""
        self.area.current_view().setFocus()


def _label(edit: Edit, plan: Plan, words: Words) -> str:
    """Return the name of `edit`; there is none to be read before the first."""
    from socplanner.wording.edits import label

    return label(edit, plan, words)
