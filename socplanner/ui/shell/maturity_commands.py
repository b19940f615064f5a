"""The edits that the view of maturity requests, with their dialogs."""

from socplanner.ui.dialogs.assessments_dialog import AssessmentsDialog
from socplanner.ui.dialogs.weights_dialog import WeightsDialog
from socplanner.ui.kit.overriding import override
from socplanner.ui.shell.view_commands import EditDialog, ViewCommands


class MaturityCommands(ViewCommands):
    """Edits the assessments, and the weights of the gaps."""

    @override
    def dialog(self, name: str, subject: str) -> EditDialog | None:
        plan, words = self.context.document.plan, self.context.translator.words
        if name == "assessments":
            today = self.context.checking.today
            translator = self.context.translator
            return AssessmentsDialog(self.context.document, translator, today, self.window_)
        return WeightsDialog(plan, words, self.window_)
