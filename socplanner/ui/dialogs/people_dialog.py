"""The dialog for the people of a party in a phase: how many, how many shared, how many on call."""

from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QSpinBox, QWidget

from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.staffing.parties import party_people
from socplanner.domain.staffing_edits import SetPeople
from socplanner.domain.staffing_inputs import NO_PEOPLE, People
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording import errors
from socplanner.wording.language import Words
from socplanner.wording.staffing_words import short_number
from socplanner.wording.terms import party_name, phase_name

_MOST = 100_000


class PeopleDialog(QuestionDialog):
    """Edits what a phase states about the people of a party; `edit` sets it."""

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
            "People of {party}, {phase}",
            party=party_name(of_party, words),
            phase=phase_name(in_phase, words),
        )
        super().__init__(title, words.tr("Apply"), words, parent)
        self._plan, self._phase, self._party = plan, phase, party
        stated = plan.staffing.people.get((phase, party), NO_PEOPLE)
        counts = party_people(plan, phase, of_party)
        form = QFormLayout()
        self.headcount = self._number(stated.headcount, counts.headcount)
        self.shared = self._number(stated.shared, counts.shared)
        self.share = self._percent(stated.share)
        self.on_call = self._number(stated.on_call, counts.on_call)
        self.errors.add_row(form, words.tr("&Headcount"), self.headcount)
        self.errors.add_row(form, words.tr("Of them, &shared with other work"), self.shared)
        self.errors.add_row(form, words.tr("Their share of &time for this"), self.share)
        self.errors.add_row(form, words.tr("Of them, &on call in turn"), self.on_call)
        self.column.addLayout(form)
        about = PlainLabel(
            self,
            words.tr(
                "What is left open is as in the phase before; the headcount, as that of the party."
            ),
        )
        about.setWordWrap(True)
        self.column.addWidget(about)
        self.finish_layout()
        self.errors.find_by(self._problems)

    @property
    def edit(self) -> SetPeople:
        """The edit that sets the people as the fields have them."""
        share = self.share.value()
        people = People(
            _stated(self.headcount),
            _stated(self.shared),
            None if share < 0 else share,
            _stated(self.on_call),
        )
        return SetPeople(self._phase, self._party, people)

    def _number(self, stated: int | None, counts: int | None) -> QSpinBox:
        """Return a field that begins with what is `stated`, and names what `counts` without it."""
        field = QSpinBox(self)
        field.setRange(-1, _MOST)
        open_text = self.words.tr("left open")
        if stated is None and counts is not None:
            open_text = self.words.tr("left open: {n}", n=short_number(counts))
        field.setSpecialValueText(open_text)
        field.setValue(-1 if stated is None else stated)
        return field

    def _percent(self, stated: float | None) -> QDoubleSpinBox:
        field = QDoubleSpinBox(self)
        field.setRange(-1, 100)
        field.setDecimals(1)
        field.setSuffix(" %")
        field.setSpecialValueText(self.words.tr("left open"))
        field.setValue(-1 if stated is None else stated)
        return field

    def _problems(self) -> dict[QWidget, str]:
        problem = rejection_of(self.edit, self._plan)
        if problem is None:
            return {}
        part = problem.values.get("part")
        is_shared = problem.code == "more-than-headcount" and part == self.shared.value()
        field = self.shared if is_shared else self.on_call
        return {field: errors.message(problem, self.words)}


def _stated(field: QSpinBox) -> int | None:
    return None if field.value() < 0 else field.value()
