"""The edits that the view of the review requests, with their dialogs."""

from socplanner.domain.history import Edit
from socplanner.domain.lesson_edits import RemovePromptWaiver
from socplanner.services import catalogues
from socplanner.ui.dialogs.answer_dialog import AnswerDialog
from socplanner.ui.dialogs.prompt_waiver_dialog import PromptWaiverDialog
from socplanner.ui.kit.overriding import override
from socplanner.ui.shell.view_commands import EditDialog, ViewCommands


class LessonCommands(ViewCommands):
    """Answers a prompt, waives it, and removes its waiver; subjects are ids of prompts."""

    @override
    def dialog(self, name: str, subject: str) -> EditDialog | None:
        plan, words = self.context.document.plan, self.context.translator.words
        prompt = catalogues.prompts().by_id.get(subject)
        if prompt is None:
            return None
        kind = AnswerDialog if name == "answer-prompt" else PromptWaiverDialog
        return kind(prompt, plan, words, self.window_)

    @override
    def removal(self, name: str, subject: str) -> tuple[Edit, str] | None:
        words = self.context.translator.words
        if name != "unwaive-prompt":
            return None
        text = words.tr("The waiver of {prompt} was removed.", prompt=subject)
        return RemovePromptWaiver(subject), text
