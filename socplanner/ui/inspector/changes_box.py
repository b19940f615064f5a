"""What changes of the one selected role between the phase in view and its neighbour."""

from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phase_changes import compared_phases, duty_pair
from socplanner.domain.plan import Plan
from socplanner.ui.inspector.titled_lines import TitledLines
from socplanner.wording.duty_changes import change_lines, changes_heading
from socplanner.wording.language import Words


class ChangesBox(TitledLines):
    """One line a changed value; nothing at all where the role stays as it is."""

    def show_role(self, plan: Plan, phase: PhaseId, role: RoleId | None, words: Words) -> None:
        """Show the changes of `role`; None where several roles are selected."""
        phases = None if role is None else compared_phases(plan, phase)
        if role is None or phases is None:
            self.hide()
            return
        lines = change_lines(plan, role, duty_pair(plan, phases, role), words)
        self.show_lines(changes_heading(phases, words), lines)
