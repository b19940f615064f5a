"""The dialog for the name of the organisation and the marking of the plan (TLP)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording import errors
from socplanner.wording.language import Words
from socplanner.wording.marking import tlp_label, tlp_meaning

_LETTERS = 40


class OrganisationDialog(QuestionDialog):
    """Edits name and marking; an empty name cannot be accepted."""

    def __init__(self, plan: Plan, words: Words, parent: QWidget | None = None) -> None:
        """Show the name that `plan` has, selected, so that typing replaces it."""
        super().__init__(words.tr("Organisation"), words.tr("Change"), words, parent)
        self._plan = plan
        self._before = plan.marking
        self._name = QLineEdit(plan.organisation, self)
        keep_clean(self._name, words)
        self._name.setMinimumWidth(_LETTERS * self.fontMetrics().horizontalAdvance("x"))
        self._name.selectAll()
        self.labels = QComboBox(self)
        self.meaning = PlainLabel(self)
        self.meaning.setWordWrap(True)
        self.meaning.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Space for the longest meaning: a dialog does not grow with its labels.
        self.meaning.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.classification = QLineEdit(plan.marking.classification, self)
        self._show_marking(plan.marking)
        self._lay_out()
        self.labels.currentIndexChanged.connect(self._show_meaning)
        self._show_meaning()
        self.errors.find_by(self._problems)

    @property
    def edit(self) -> RenameOrganisation:
        """The edit that sets the name, and the marking if it was changed."""
        marking = self._marking
        return RenameOrganisation(
            self._name.text().strip(), None if marking == self._before else marking
        )

    @property
    def _tlp(self) -> Tlp | None:
        chosen = self.labels.currentData()
        return Tlp(chosen) if chosen else None

    @property
    def _marking(self) -> Marking:
        return Marking(self._tlp, self.classification.text().strip())

    def _show_marking(self, marking: Marking) -> None:
        self.labels.addItem(self.words.tr("None"), "")
        for tlp in Tlp:
            self.labels.addItem(tlp_label(tlp), tlp.value)
        self.labels.setCurrentIndex(max(0, self.labels.findData(marking.tlp)))
        keep_clean(self.classification, self.words)
        self.classification.setPlaceholderText(self.words.tr("For example: internal use only"))

    def _lay_out(self) -> None:
        words = self.words
        form = QFormLayout()
        self.errors.add_row(form, words.tr("&Name of the organisation"), self._name)
        form.addRow(words.tr("&TLP label"), self.labels)
        form.addRow("", self.meaning)
        form.addRow(words.tr("C&lassification"), self.classification)
        self.column.addLayout(form)
        self.finish_layout()

    def _show_meaning(self) -> None:
        """Show who may read the plan and what is exported from it."""
        text = self.words.tr("Printed on every page of the workbook.")
        tlp = self._tlp
        self.meaning.setText(text if tlp is None else tlp_meaning(tlp, self.words))
        self.labels.setAccessibleDescription(self.meaning.text())

    def _problems(self) -> dict[QWidget, str]:
        problem = rejection_of(self.edit, self._plan)
        return {} if problem is None else {self._name: errors.message(problem, self.words)}
