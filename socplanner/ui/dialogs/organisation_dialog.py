"""Asking for the name of the organisation whose plan this is."""

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.wording.language import Words

_LETTERS = 40


class OrganisationDialog(QuestionDialog):
    """Offers the present name for change; a name of nothing cannot be given."""

    def __init__(self, plan: Plan, words: Words, parent: QWidget | None = None) -> None:
        """Show the name that `plan` has, selected, so that typing replaces it."""
        super().__init__(words.tr("Organisation"), words.tr("Change"), words, parent)
        self._name = QLineEdit(plan.organisation, self)
        self._name.setMinimumWidth(_LETTERS * self.fontMetrics().horizontalAdvance("x"))
        self._name.selectAll()
        label = QLabel(words.tr("Name of the organisation"), self)
        label.setBuddy(self._name)
        self._name.setAccessibleName(label.text())
        self.column.addWidget(label)
        self.column.addWidget(self._name)
        self.finish_layout()
        self._name.textChanged.connect(self._enable)
        self._enable()

    @property
    def edit(self) -> RenameOrganisation:
        """The edit that gives the name typed."""
        return RenameOrganisation(self._name.text().strip())

    def _enable(self) -> None:
        self.accept_button.setEnabled(bool(self.edit.organisation))
