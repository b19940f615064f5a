"""The edits that the view of maturity requests, with their dialogs."""

from socplanner.ui.dialogs.weights_dialog import WeightsDialog
from socplanner.ui.kit.overriding import override
from socplanner.ui.shell.view_commands import EditDialog, ViewCommands


class MaturityCommands(ViewCommands):
    """Edits the weights of the gaps."""

    @override
    def dialog(self, name: str, subject: str) -> EditDialog | None:
        plan, words = self.context.document.plan, self.context.translator.words
        return WeightsDialog(plan, words, self.window_)
