"""For whom a workbook is and what its cover states about its return: optional fields."""

from PySide6.QtWidgets import QComboBox, QFormLayout, QGroupBox, QLineEdit, QWidget

from socplanner.domain.handover import Handover
from socplanner.domain.ids import PartyId
from socplanner.domain.names import LONGEST_NAME, clean_line
from socplanner.domain.plan import Plan
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import party_name

_STATUSES = (N_("Draft"), N_("For review"), N_("For approval"), N_("Approved"))


class HandoverFields(QGroupBox):
    """Fields of the cover; what is left empty is a blank line there."""

    def __init__(self, plan: Plan, handover: Handover, words: Words, parent: QWidget) -> None:
        """Begin with `handover`."""
        super().__init__(words.tr("Cover of the workbook (may be left empty)"), parent)
        self.parties = QComboBox(self)
        self.parties.addItem(words.tr("All parties"), "")
        for party in plan.parties:
            self.parties.addItem(party_name(party, words), party.id)
        self.parties.setCurrentIndex(max(0, self.parties.findData(handover.party or "")))
        self.deadline = self._line(handover.deadline)
        self.return_to = self._line(handover.return_to)
        self.contact = self._line(handover.contact)
        self.statuses = QComboBox(self)
        self.statuses.setEditable(True)
        self.statuses.addItems(["", *(words.tr(status) for status in _STATUSES)])
        self.statuses.setCurrentText(handover.status)
        form = QFormLayout(self)
        form.addRow(words.tr("&Mark the column of"), self.parties)
        form.addRow(words.tr("Return b&y"), self.deadline)
        form.addRow(words.tr("&Return to"), self.return_to)
        form.addRow(words.tr("Con&tact"), self.contact)
        form.addRow(words.tr("&Status"), self.statuses)

    @property
    def party(self) -> PartyId | None:
        """The party whose column is marked."""
        chosen = self.parties.currentData()
        return PartyId(chosen) if chosen else None

    @property
    def handover(self) -> Handover:
        """What the fields hold."""
        return Handover(
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

    def _line(self, text: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setMaxLength(LONGEST_NAME)
        return field
