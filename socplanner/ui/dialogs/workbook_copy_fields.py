"""Optional fields of the export: the addressee of a workbook, and its cover."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QGroupBox, QLineEdit, QWidget

from socplanner.domain.ids import PartyId
from socplanner.domain.names import LONGEST_NAME, clean_line
from socplanner.domain.plan import Plan
from socplanner.domain.workbook_copy import WorkbookCopy
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import party_name

_STATUSES = (N_("Draft"), N_("For review"), N_("For approval"), N_("Approved"))


class WorkbookCopyFields(QGroupBox):
    """Edits a `WorkbookCopy`; an empty field becomes a blank line on the cover."""

    def __init__(
        self, plan: Plan, workbook_copy: WorkbookCopy, words: Words, parent: QWidget
    ) -> None:
        """Begin with `workbook_copy`."""
        super().__init__(words.tr("Cover of the workbook (may be left empty)"), parent)
        self._has_review = bool(plan.lessons)
        self.parties = QComboBox(self)
        self.parties.addItem(words.tr("All parties"), "")
        for party in plan.parties:
            self.parties.addItem(party_name(party, words), party.id)
        self.parties.setCurrentIndex(max(0, self.parties.findData(workbook_copy.party or "")))
        self.deadline = self._line(workbook_copy.deadline)
        self.return_to = self._line(workbook_copy.return_to)
        self.contact = self._line(workbook_copy.contact)
        self.statuses = QComboBox(self)
        self.statuses.setEditable(True)
        self.statuses.addItems(["", *(words.tr(status) for status in _STATUSES)])
        self.statuses.setCurrentText(workbook_copy.status)
        self.with_review = QCheckBox(words.tr("With the re&view of the ten keys"), self)
        self.with_review.setChecked(workbook_copy.with_review or bool(plan.lessons))
        self.with_review.setVisible(not plan.lessons)  # its comments are in every workbook
        form = QFormLayout(self)
        form.addRow(words.tr("&Mark the column of"), self.parties)
        form.addRow(words.tr("Return b&y"), self.deadline)
        form.addRow(words.tr("&Return to"), self.return_to)
        form.addRow(words.tr("Con&tact"), self.contact)
        form.addRow(words.tr("&Status"), self.statuses)
        form.addRow("", self.with_review)

    @property
    def party(self) -> PartyId | None:
        """The party whose column is marked, or None."""
        chosen = self.parties.currentData()
        return PartyId(chosen) if chosen else None

    @property
    def workbook_copy(self) -> WorkbookCopy:
        """The values of the fields, cleaned."""
        stated = WorkbookCopy(
            self.party,
            *(
                clean_line(text).strip()
                for text in (
                    self.deadline.text(),
                    self.contact.text(),
                    self.return_to.text(),
                    self.statuses.currentText(),
                )
            ),
        )
        is_added = self.with_review.isChecked() and not self._has_review
        return replace(stated, with_review=is_added)

    def _line(self, text: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setMaxLength(LONGEST_NAME)
        return field
