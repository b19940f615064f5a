"""The edits that the view of the road map requests, with their dialogs."""

from socplanner.domain.ids import PhaseId, RoleId
from socplanner.ui.dialogs.move_dialog import MoveDialog
from socplanner.ui.dialogs.phase_terms_dialog import PhaseTermsDialog
from socplanner.ui.kit.overriding import override
from socplanner.ui.shell.view_commands import EditDialog, ViewCommands


class RoadMapCommands(ViewCommands):
    """Edits a `move`, by the ids of phase and role, and the `terms` of a phase."""

    @override
    def dialog(self, name: str, subject: str) -> EditDialog | None:
        plan, words = self.context.document.plan, self.context.translator.words
        phase, _, role = subject.partition(" ")
        if name == "move":
            return MoveDialog(plan, PhaseId(phase), RoleId(role), words, self.window_)
        shown = PhaseId(phase) if phase else self.context.viewpoint.phase
        return PhaseTermsDialog(plan, shown, words, self.window_)
