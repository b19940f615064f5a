"""The dialog for the rates of a party in a phase: pay, training, hiring, tools."""

from PySide6.QtWidgets import QFormLayout, QWidget

from socplanner.domain.cost.party_costs import rates_of
from socplanner.domain.cost_edits import SetRates
from socplanner.domain.cost_inputs import NO_RATES, Rates
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.money_field import MoneyField
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.language import N_, Words
from socplanner.wording.staffing_words import short_number
from socplanner.wording.terms import party_name, phase_name

RATE_TITLES = {
    "loaded": N_("&Loaded cost of a person a year"),
    "hourly": N_("Pay of an &hour"),
    "training": N_("&Training of a person a year"),
    "hiring": N_("H&iring of a person"),
    "tools": N_("T&ools a year"),
}


class RatesDialog(QuestionDialog):
    """Edits what a phase states about the rates of a party; `edit` sets it."""

    def __init__(
        self,
        plan: Plan,
        phase: PhaseId,
        party: PartyId,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Show what `phase` states; raise KeyError for an unknown phase or party."""
        in_phase, of_party = plan.phase(phase), plan.party(party)
        if in_phase is None or of_party is None:
            raise KeyError(phase, party)
        title = words.tr(
            "Rates of {party}, {phase}",
            party=party_name(of_party, words),
            phase=phase_name(in_phase, words),
        )
        super().__init__(title, words.tr("Apply"), words, parent)
        self._phase, self._party = phase, party
        stated = plan.cost.by_place.get((phase, party), NO_RATES)
        counts = rates_of(plan, phase, party)
        form = QFormLayout()
        self.fields: dict[str, MoneyField] = {}
        for name, label in RATE_TITLES.items():
            value, counted = getattr(stated, name), getattr(counts, name)
            open_text = words.tr("left open")
            if value is None and counted is not None:
                open_text = words.tr("left open: {n}", n=short_number(counted))
            field = self.fields[name] = MoneyField(value, open_text, self)
            if plan.cost.currency:
                field.setSuffix(f" {plan.cost.currency}")
            form.addRow(words.tr(label), field)
        self.column.addLayout(form)
        about = PlainLabel(
            self,
            words.tr(
                "What is left open is as in the phase before; rates but tools, else as in the "
                "assumptions."
            ),
        )
        about.setWordWrap(True)
        self.column.addWidget(about)
        self.finish_layout()

    @property
    def edit(self) -> SetRates:
        """The edit that sets the rates as the fields have them."""
        rates = Rates(**{name: field.amount for name, field in self.fields.items()})
        return SetRates(self._phase, self._party, rates)
