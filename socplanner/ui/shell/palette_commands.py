"""What the entries of the palette mean: views are shown, roles selected, commands run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from socplanner.domain.checks.finding import Finding
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.phases import duties
from socplanner.services.present_files import PresentFiles
from socplanner.ui.palette.command_palette import CommandPalette
from socplanner.ui.shell.views import VIEWS
from socplanner.wording.search.search_part import ResultGroup, SearchEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from socplanner.services.plan_session import PlanSession
    from socplanner.services.settings_store import SettingsStore
    from socplanner.ui.shell.main_window import MainWindow

_ICONS = {spec.id: spec.icon for spec in VIEWS}
_ICONS |= {"undo": "undo", "redo": "redo", "export": "export", "show-inspector": "inspector"}


class PaletteCommands(QObject):
    """Opens the palette of a window and goes where the planner chooses."""

    def __init__(
        self,
        window: MainWindow,
        session: PlanSession,
        store: SettingsStore,
        open_plan: Callable[[str], None],
    ) -> None:
        """Open the palette over `window`; `store` has the recent plans, `open_plan` opens one."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._store = store
        self._open_plan = open_plan
        self._files = PresentFiles()
        self.palette = CommandPalette(window.context, window.actions_, window, _ICONS)
        # Queued: a dialog that a command opens must not run within the key press that chose it.
        self.palette.entry_chosen.connect(self.go_to, Qt.ConnectionType.QueuedConnection)
        self.palette.entry_added.connect(self.add)

    def toggle(self) -> None:
        """Open the palette, or close it."""
        if self.palette.isVisible():
            self.palette.cancel()
            return
        recent = [
            path for path in self._store.settings.recent if path != str(self._session.path or "")
        ]
        self.palette.open(self._files.among(recent))

    def go_to(self, entry: SearchEntry) -> None:
        """Show, select, run or open what `entry` leads to."""
        target, window = entry.target, self._window
        if isinstance(target, Finding):
            window.jump_to(target.role, target.parties[0] if target.parties else None)
            return
        name = str(target)
        if entry.group is ResultGroup.VIEWS:
            window.show_view(name)
        elif entry.group is ResultGroup.ROLES:
            window.jump_to(RoleId(name))
        elif entry.group is ResultGroup.PARTIES:
            self._show_panel("show-parties")
            window.jump_to(None, PartyId(name))
        elif entry.group is ResultGroup.NOTES:
            window.jump_to(RoleId(name))
            self._show_panel("show-inspector")
            window.inspector.focus_note()
        elif entry.group is ResultGroup.COMMANDS:
            window.actions_[name].trigger()
        elif entry.group is ResultGroup.PLANS:
            self._open_plan(name)

    def add(self, entry: SearchEntry) -> None:
        """Add the roles of `entry` to the selection: those of a party where it has letters."""
        viewpoint, words = self._window.viewpoint, self._window.context.translator.words
        roles = tuple(self._roles_of(entry))
        if not roles:
            self.palette.show_selected(words.tr("There is no role to select here."))
            return
        viewpoint.select((*viewpoint.roles, *roles))
        number = len(viewpoint.roles)
        self.palette.show_selected(words.count("{n} role selected", "{n} roles selected", number))

    def _roles_of(self, entry: SearchEntry) -> Iterable[RoleId]:
        target = entry.target
        if isinstance(target, Finding):
            return () if target.role is None else (target.role,)
        if entry.group in (ResultGroup.ROLES, ResultGroup.NOTES):
            return (RoleId(str(target)),)
        if entry.group is not ResultGroup.PARTIES:
            return ()
        party = PartyId(str(target))
        by_role = duties(self._window.context.document.plan, self._window.viewpoint.phase)
        return (role for role, duty in by_role.items() if party in duty.letters)

    def _show_panel(self, action: str) -> None:
        if not self._window.actions_[action].isChecked():
            self._window.actions_[action].trigger()
