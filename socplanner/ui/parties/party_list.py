"""The list of parties: roles dragged from the board may be dropped on one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QListView, QWidget

from socplanner.domain.ids import RoleId
from socplanner.domain.plan import Party
from socplanner.ui.kit.early_viewport import give_viewport
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.role_drag import unpacked
from socplanner.ui.parties.party_list_model import PartyRole

if TYPE_CHECKING:
    from socplanner.domain.assignment_edits import AssignParty

_CONTROL = Qt.KeyboardModifier.ControlModifier


class PartyList(QListView):
    """Accepts roles on a party: it becomes responsible for them, with Ctrl accountable."""

    assign_requested = Signal(object)
    """An edit that assigns a party."""

    hint_changed = Signal(str)
    """What a drop would do here; empty where there is no drag."""

    def __init__(self, context: PlanContext, parent: QWidget) -> None:
        """Begin without a model."""
        super().__init__(parent)
        give_viewport(self)
        self._context = context
        self._hint = ""
        self.target_row = -1
        """The row of the party on which a drop would be, -1 for none."""

        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._roles_in(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        edit = self._edit_at(event)
        index = QModelIndex() if edit is None else self.indexAt(event.position().toPoint())
        self._mark(index.row())
        self._show_hint(edit)
        if edit is None:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark(-1)
        self._show_hint(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        edit = self._edit_at(event)
        self._mark(-1)
        self._show_hint(None)
        if edit is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.assign_requested.emit(edit)

    def _roles_in(self, mime: QMimeData) -> frozenset[RoleId]:
        plan = self._context.document.plan
        return frozenset(role for role in unpacked(mime, plan.id) if plan.role(role) is not None)

    def _edit_at(self, event: QDropEvent) -> AssignParty | None:
        """Return what a drop makes: one more responsible party, or the only accountable one."""
        roles = self._roles_in(event.mimeData())
        party = self._party_at(event.position().toPoint())
        if not roles or party is None:
            return None
        from socplanner.domain.assignment_edits import AssignParty

        phase = self._context.viewpoint.phase
        if event.modifiers() & _CONTROL:
            return AssignParty(phase, roles, "accountable", party.id, is_only=True)
        return AssignParty(phase, roles, "performs", party.id)

    def _party_at(self, position: QPoint) -> Party | None:
        party = self.indexAt(position).data(PartyRole.PARTY)
        return party if isinstance(party, Party) else None

    def _mark(self, row: int) -> None:
        if row != self.target_row:
            self.target_row = row
            self.viewport().update()

    def _show_hint(self, edit: AssignParty | None) -> None:
        hint = "" if edit is None else self._hint_of(edit)
        if hint != self._hint:
            self._hint = hint
            self.hint_changed.emit(hint)

    def _hint_of(self, edit: AssignParty) -> str:
        from socplanner.wording.edits import label

        words = self._context.translator.words
        text = label(edit, self._context.document.plan, words)
        if edit.is_only:
            return text
        return words.tr("{promise} · with Ctrl: accountable", promise=text)
