"""What changes of the one selected role between the phase in view and its neighbour."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phase_changes import compared_phases, duty_pair
from socplanner.domain.plan import Plan
from socplanner.ui.inspector.text_label import text_label, title_label
from socplanner.wording.duty_changes import change_lines, changes_heading
from socplanner.wording.language import Words


class ChangesBox(QWidget):
    """One line a changed value; nothing at all where the role stays as it is."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without a change."""
        super().__init__(parent)
        self.title = title_label(self)
        self.title.setWordWrap(True)
        self.lines = text_label(self, is_quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.lines)
        self.hide()

    def show_role(self, plan: Plan, phase: PhaseId, role: RoleId | None, words: Words) -> None:
        """Show the changes of `role`; None where several roles are selected."""
        phases = None if role is None else compared_phases(plan, phase)
        lines: list[str] = []
        if role is not None and phases is not None:
            lines = change_lines(plan, role, duty_pair(plan, phases, role), words)
            self.title.setText(changes_heading(phases, words))
        self.lines.setText("\n".join(lines))
        self.setVisible(bool(lines))
