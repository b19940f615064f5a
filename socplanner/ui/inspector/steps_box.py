"""The latest steps that changed the one selected role, since the plan was opened."""

from datetime import datetime

from socplanner.domain.history import History
from socplanner.domain.ids import RoleId
from socplanner.domain.role_steps import steps_of_role
from socplanner.ui.inspector.titled_lines import TitledLines
from socplanner.wording.edits import label
from socplanner.wording.language import Words

_MOST = 5


class StepsBox(TitledLines):
    """One line a step, the latest first; nothing at all where the role was not changed."""

    def show_role(self, history: History, role: RoleId | None, words: Words) -> None:
        """Show the steps of `role`; None where several roles are selected."""
        steps = () if role is None else steps_of_role(history, role)
        lines = [_line(history, at, words) for at in steps[:_MOST]]
        rest = len(steps) - len(lines)
        if rest:
            lines.append(words.count("and {n} more", "and {n} more", rest))
        self.show_lines(words.tr("History"), lines)


def _line(history: History, at: int, words: Words) -> str:
    step = history.steps[at]
    name = "" if step.edit is None else label(step.edit, step.plan, words)
    if not step.made_at:
        return name
    return f"{datetime.fromtimestamp(step.made_at).astimezone():%H:%M}  {name}"
