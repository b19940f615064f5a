"""The preview of a change of sourcing, with the letters that move with it."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from socplanner.domain.duty_edits import ChangeSourcing
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.proposal_table import ProposalTable
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.language import Words
from socplanner.wording.terms import sourcing_name


class SourcingDialog(QuestionDialog):
    """Shows what `edit` would do; the planner may have it replace letters set by hand too."""

    def __init__(
        self,
        edit: ChangeSourcing,
        plan: Plan,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Show the preview of `edit` on `plan`."""
        super().__init__(words.tr("Change sourcing"), words.tr("Apply"), words, parent)
        self._plan = plan
        self.edit = edit
        self._summary = PlainLabel(self)
        self._summary.setWordWrap(True)
        self._table = ProposalTable(plan, words, self)
        self._replace = QCheckBox(words.tr("Also replace letters set by &hand"), self)
        self._replace.toggled.connect(self._show_preview)
        for widget in (self._summary, self._table, self._replace):
            self.column.addWidget(widget)
        self.finish_layout()
        resize_for_texts(self, 980, 460)
        self._show_preview()
        self._replace.setVisible(any(each.kept for each in edit.preview(plan)))

    def _show_preview(self) -> None:
        self.edit = replace(self.edit, replace_hand_letters=self._replace.isChecked())
        proposed = self.edit.preview(self._plan)
        self._table.show_proposed(proposed)
        self._summary.setText(
            self.words.count(
                "{n} role will be: {sourcing}. The matching letters move with it.",
                "{n} roles will be: {sourcing}. The matching letters move with them.",
                len(self.edit.roles),
                sourcing=sourcing_name(self.edit.sourcing, self.words),
            )
        )
