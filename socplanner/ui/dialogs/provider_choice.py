"""The providers of a plan as a choice, with the one that a dialog begins with."""

from PySide6.QtWidgets import QComboBox, QWidget

from socplanner.domain.ids import PartyId
from socplanner.domain.plan import Plan
from socplanner.wording.language import Words
from socplanner.wording.terms import party_name


class ProviderChoice(QComboBox):
    """Lists the providers in the order of the plan."""

    def __init__(self, plan: Plan, first: PartyId | None, words: Words, parent: QWidget) -> None:
        """Begin with `first`, or else with the first provider that has a tender."""
        super().__init__(parent)
        for party in plan.parties:
            if party.is_provider:
                self.addItem(party_name(party, words), party.id)
        stated = next((party for party in plan.parties if party.id in plan.tenders), None)
        begin = first if first is not None else stated.id if stated is not None else None
        self.setCurrentIndex(max(self.findData(begin), 0))

    @property
    def party(self) -> PartyId:
        """The chosen provider."""
        return PartyId(str(self.currentData()))
