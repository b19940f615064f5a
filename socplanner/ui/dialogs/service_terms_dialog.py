"""The dialog for the service terms of the roles of a provider: deliverables, levels, volumes."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from socplanner.domain.catalogue import Role
from socplanner.domain.checks.advice_rules import STRATEGY
from socplanner.domain.durations import minutes_of
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.phases import duties
from socplanner.domain.plan import Plan
from socplanner.domain.tender.comparison import performed_roles
from socplanner.domain.tender_edits import SetServiceTerms, TermsEntry, cleaned_part
from socplanner.domain.tender_inputs import (
    NO_SERVICE_TERMS,
    NO_TENDER,
    SERVICE_LEVELS,
    ServiceTerms,
)
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.provider_choice import ProviderChoice
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.dialogs.text_box import TextBox
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording import errors
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import role_label

_ID = Qt.ItemDataRole.UserRole
_LEVELS = {
    "acknowledge": N_("Ac&knowledged within"),
    "report": N_("Re&ported within"),
    "restore": N_("Res&tored within"),
}
_CRITERIA_SHOWN = 4
_WIDTH = 360


class ServiceTermsDialog(QuestionDialog):
    """Edits the terms of one role after another; `edit` sets those that were changed."""

    def __init__(
        self,
        plan: Plan,
        phase: PhaseId,
        subject: tuple[PartyId | None, RoleId | None],
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the provider and the role of `subject`, where these are given."""
        super().__init__(words.tr("Service terms"), words.tr("Apply"), words, parent)
        self._plan, self._phase = plan, phase
        self._drafts: dict[tuple[PartyId, RoleId], ServiceTerms] = {}
        party, role = subject
        self.parties = ProviderChoice(plan, party or self._performer(role), words, self)
        self.roles = QComboBox(self)
        self.roles.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.deliverable = TextBox("", 2, self)
        self.frequency = QLineEdit(self)
        self.levels = {level: QLineEdit(self) for level in SERVICE_LEVELS}
        self.quantity, self.unit = QLineEdit(self), QLineEdit(self)
        self.actions_ = TextBox("", 2, self)
        self.night = TextBox("", 2, self)
        self.criteria = QListWidget(self)
        self._fill_criteria()
        self._lay_out()
        self._fill_roles(role)
        self._shown = self._place
        self._show_terms()
        self.parties.currentIndexChanged.connect(self._on_party_chosen)
        self.roles.currentIndexChanged.connect(self._on_role_chosen)
        self.errors.find_by(self._problems)

    @property
    def edit(self) -> SetServiceTerms | None:
        """The edit that sets the terms that were changed; None where none were."""
        entries = self._entries()
        return SetServiceTerms(entries) if entries else None

    @property
    def terms(self) -> ServiceTerms:
        """The terms as the fields have them."""
        items = (self.criteria.item(row) for row in range(self.criteria.count()))
        checked = Qt.CheckState.Checked
        return ServiceTerms(
            self.deliverable.text,
            self.frequency.text().strip(),
            **{level: _duration(field.text().strip()) for level, field in self.levels.items()},
            quantity=self.quantity.text().strip(),
            unit=self.unit.text().strip(),
            actions=self.actions_.text,
            night=self.night.text,
            criteria=tuple(
                RoleId(str(item.data(_ID))) for item in items if item.checkState() is checked
            ),
        )

    @property
    def _place(self) -> tuple[PartyId, RoleId] | None:
        """The provider and the role whose terms are shown; None without a role."""
        role = self.roles.currentData()
        return None if role is None else (self.parties.party, RoleId(str(role)))

    def _entries(self) -> tuple[TermsEntry, ...]:
        """Return the terms that differ from those of the plan."""
        drafts = dict(self._drafts)
        if self._shown is not None:
            drafts[self._shown] = self.terms
        return tuple(
            (party, role, terms)
            for (party, role), terms in drafts.items()
            if terms != cleaned_part(self._stated(party, role))
        )

    def _stated(self, party: PartyId, role: RoleId) -> ServiceTerms:
        return self._plan.tenders.get(party, NO_TENDER).terms.get(role, NO_SERVICE_TERMS)

    def _performer(self, role: RoleId | None) -> PartyId | None:
        """Return the first provider that performs `role` in the phase in view."""
        if role is None:
            return None
        letters = duties(self._plan, self._phase, with_hidden=True)[role].letters
        meaning = self._plan.letter_set.meaning
        performing = (
            party.id
            for party in self._plan.parties
            if party.is_provider and party.id in letters and meaning(letters[party.id]).performs
        )
        return next(performing, None)

    def _fill_roles(self, first: RoleId | None) -> None:
        """List the roles that the provider performs, then others with terms."""
        party = self.parties.party
        performed = performed_roles(self._plan, self._phase, party)
        ids = {role.id for role in performed}
        stated = self._plan.tenders.get(party, NO_TENDER).terms
        others = [
            role for role in self._plan.all_roles() if role.id in stated and role.id not in ids
        ]
        with QSignalBlocker(self.roles):
            self.roles.clear()
            for role in (*performed, *others):
                self.roles.addItem(role_label(role, self.words), role.id)
            self.roles.setCurrentIndex(max(self.roles.findData(first), 0))

    def _fill_criteria(self) -> None:
        """List the roles of the strategy, and others whose criteria are annexed already."""
        annexed = {
            role
            for tender in self._plan.tenders.values()
            for terms in tender.terms.values()
            for role in terms.criteria
        }
        for role in self._plan.all_roles():
            if _sets_criteria(role) or role.id in annexed:
                item = QListWidgetItem(role_label(role, self.words), self.criteria)
                item.setData(_ID, role.id)
                item.setCheckState(Qt.CheckState.Unchecked)

    def _lay_out(self) -> None:
        words, form = self.words, QFormLayout()
        form.addRow(words.tr("P&rovider"), self.parties)
        self.errors.add_row(form, words.tr("R&ole"), self.roles)
        self.errors.add_row(form, words.tr("&Deliverable"), self.deliverable)
        form.addRow(words.tr("&Frequency"), self.frequency)
        for level, field in self.levels.items():
            field.setPlaceholderText(words.tr("such as {day}", day="PT15M, PT8H, P3D"))
            self.errors.add_row(form, words.tr(_LEVELS[level]), field)
        volume = QHBoxLayout()
        self.unit.setAccessibleName(words.tr("Unit of the volume"))
        self.unit.setPlaceholderText(words.tr("such as alerts a day"))
        volume.addWidget(self.quantity)
        volume.addWidget(self.unit, 1)
        self.quantity.setMaximumWidth(_WIDTH // 3)
        label = PlainLabel(self, words.tr("&Volume"))
        label.setBuddy(self.quantity)
        form.addRow(label, volume)
        self.quantity.setAccessibleName(words.tr("Volume"))
        form.addRow(words.tr("Permitted a&ctions"), self.actions_)
        form.addRow(words.tr("&Escalation at night"), self.night)
        self.criteria.setFixedHeight(self.fontMetrics().height() * _CRITERIA_SHOWN + 24)
        form.addRow(words.tr("Criteria &annexed"), self.criteria)
        for line in (self.frequency, self.quantity, self.unit, *self.levels.values()):
            keep_clean(line, words)
        self.deliverable.setMinimumWidth(_WIDTH)
        self.column.addLayout(form)
        self.finish_layout()

    def _on_party_chosen(self) -> None:
        self._keep_draft()
        self._fill_roles(None)
        self._on_role_chosen()

    def _on_role_chosen(self) -> None:
        """Keep what was typed for the role before, and show the terms of this one."""
        self._keep_draft()
        self._shown = self._place
        self._show_terms()
        self.errors.check()

    def _keep_draft(self) -> None:
        if self._shown is not None:
            self._drafts[self._shown] = self.terms
            self._shown = None

    def _show_terms(self) -> None:
        terms = NO_SERVICE_TERMS
        if self._shown is not None:
            terms = self._drafts.get(self._shown, self._stated(*self._shown))
        self.deliverable.setPlainText(terms.deliverable)
        self.frequency.setText(terms.frequency)
        for level, field in self.levels.items():
            field.setText(getattr(terms, level))
        self.quantity.setText(terms.quantity)
        self.unit.setText(terms.unit)
        self.actions_.setPlainText(terms.actions)
        self.night.setPlainText(terms.night)
        for row in range(self.criteria.count()):
            item = self.criteria.item(row)
            is_annexed = item.data(_ID) in terms.criteria
            state = Qt.CheckState.Checked if is_annexed else Qt.CheckState.Unchecked
            item.setCheckState(state)

    def _problems(self) -> dict[QWidget, str]:
        if self._shown is None:
            text = self.words.tr("The provider performs no role in this phase.")
            return {self.roles: text}
        problems: dict[QWidget, str] = {}
        for party, role, terms in self._entries():
            problem = rejection_of(SetServiceTerms(((party, role, terms),)), self._plan)
            if problem is None:
                continue
            text = errors.message(problem, self.words)
            if (party, role) != self._shown:
                problems[self.roles] = text
                continue
            wrong = str(problem.values.get("duration", ""))
            fields = (
                field for level, field in self.levels.items() if getattr(terms, level) == wrong
            )
            is_level = problem.code == "bad-duration"
            problems[next(fields, self.deliverable) if is_level else self.deliverable] = text
        return problems


def _duration(text: str) -> str:
    """Return a duration in capital letters; what is none, as it was typed."""
    return text.upper() if minutes_of(text.upper()) is not None else text


def _sets_criteria(role: Role) -> bool:
    return role.function == STRATEGY and not role.is_hidden
