"""The list of findings over the status line, and what to do about each; its line is apart."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from socplanner.domain.checks.finding import Finding
from socplanner.domain.ids import RoleId
from socplanner.ui.checks.findings_model import FindingsModel
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_context import PlanContext

if TYPE_CHECKING:
    from socplanner.ui.checks.findings_body import FindingsBody
    from socplanner.ui.checks.findings_list import FindingsList


class ChecksPanel(QFrame):
    """Shows the findings; the list is made when the panel is first shown."""

    jump_requested = Signal(object, object)
    """A role, or None, and a party of the finding, or None."""

    fix_requested = Signal(object)
    waive_requested = Signal(object)
    unwaive_requested = Signal(object)
    note_requested = Signal()
    """The finding is fixed in the note of the role that was jumped to."""

    status_message = Signal(str)
    """What to do at the place that was jumped to."""

    def __init__(
        self,
        context: PlanContext,
        parent: QWidget | None = None,
    ) -> None:
        """Show the findings of `context`."""
        super().__init__(parent)
        self._document = context.document
        self._translator = context.translator
        self.model = FindingsModel(context, self)
        self._body: FindingsBody | None = None
        self._selected: frozenset[RoleId] = frozenset()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(0)
        self.model.counts_changed.connect(self._on_findings_changed)
        self._translator.language_changed.connect(self.retranslate)

    @property
    def list(self) -> "FindingsList":
        """The list of findings."""
        return self._made_body().list

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        if self._body is not None:
            self._body.retranslate()

    def look_at_roles(self, roles: Iterable[RoleId]) -> None:
        """Store which roles are selected, so that only their findings can be shown."""
        self._selected = frozenset(roles)
        if self._body is not None:
            self._body.look_at_roles(self._selected)

    def step(self, step: int) -> None:
        """Jump to the next finding, or to the one before."""
        self._made_body().step(step)

    def go_to(self, finding: Finding) -> None:
        """Request to jump to the place of `finding`."""
        party = finding.parties[0] if finding.parties else None
        self.jump_requested.emit(finding.role, party)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._made_body().begin()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "_column"):
            return
        if event.type() == QEvent.Type.PaletteChange:
            self.model.emit_all_changed()
        elif event.type() == QEvent.Type.FontChange and self._body is not None:
            self._body.fit_font()

    def _made_body(self) -> "FindingsBody":
        """Return the list and what belongs to it; it is made when it is first needed."""
        if self._body is None:
            from socplanner.ui.checks.findings_body import FindingsBody

            self._body = FindingsBody(self.model, self._document, self._translator, self)
            self._body.jump_requested.connect(self.go_to)
            self._body.fix_requested.connect(self.fix_requested)
            self._body.waive_requested.connect(self.waive_requested)
            self._body.unwaive_requested.connect(self.unwaive_requested)
            self._body.note_requested.connect(self.note_requested)
            self._body.status_message.connect(self.status_message)
            self._body.look_at_roles(self._selected)
            self._column.addWidget(self._body, 1)
            self.setFocusProxy(self._body.list)
        return self._body

    def _on_findings_changed(self) -> None:
        if self._body is not None:
            self._body.show_advice()
