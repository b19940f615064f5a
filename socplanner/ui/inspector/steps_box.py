"""The latest steps that changed the one selected role, since the plan was opened."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from socplanner.domain.history import History
from socplanner.domain.ids import RoleId
from socplanner.domain.role_steps import steps_of_role
from socplanner.ui.inspector.text_label import text_label, title_label
from socplanner.wording.edits import label
from socplanner.wording.language import Words

_MOST = 5


class StepsBox(QWidget):
    """One line a step, the latest first; nothing at all where the role was not changed."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without a step."""
        super().__init__(parent)
        self._title = title_label(self)
        self.lines = text_label(self, is_quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self.lines)
        self.hide()

    def show_role(self, history: History, role: RoleId | None, words: Words) -> None:
        """Show the steps of `role`; None where several roles are selected."""
        steps = () if role is None else steps_of_role(history, role)
        self.setVisible(bool(steps))
        if not steps:
            return
        self._title.setText(words.tr("History"))
        lines = [_line(history, at, words) for at in steps[:_MOST]]
        rest = len(steps) - len(lines)
        if rest:
            lines.append(words.count("and {n} more", "and {n} more", rest))
        self.lines.setText("\n".join(lines))


def _line(history: History, at: int, words: Words) -> str:
    step = history.steps[at]
    name = "" if step.edit is None else label(step.edit, step.plan, words)
    if not step.made_at:
        return name
    return f"{datetime.fromtimestamp(step.made_at).astimezone():%H:%M}  {name}"
