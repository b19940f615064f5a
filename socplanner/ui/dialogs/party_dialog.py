"""The dialog for a party: names, initials, kind, parent, headcount."""

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from socplanner.domain.catalogue import PARTY_KINDS
from socplanner.domain.ids import PartyId, slug_for
from socplanner.domain.local_text import LANGUAGES, Language, LocalText
from socplanner.domain.party_edits import AddParty, ChangeParty
from socplanner.domain.plan import Party, Plan
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.wording import errors
from socplanner.wording.language import Words
from socplanner.wording.terms import party_kind_name, party_name

_LONGEST_INITIALS = 6


class PartyDialog(QuestionDialog):
    """Edits every field of one party; `party` is the result."""

    def __init__(
        self,
        before: Party | None,
        plan: Plan,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Begin with the party `before`, or with a new internal one if it is None."""
        title = words.tr("Add a party") if before is None else words.tr("Change party")
        accept = words.tr("Add") if before is None else words.tr("Change")
        super().__init__(title, accept, words, parent)
        self._before = before
        self._plan = plan
        # The language of the window first: its name is what the planner thinks of.
        languages = (words.language, *(each for each in LANGUAGES if each != words.language))
        self._names: dict[Language, QLineEdit] = {each: QLineEdit(self) for each in languages}
        self._initials: dict[Language, QLineEdit] = {each: QLineEdit(self) for each in languages}
        self._kind = QComboBox(self)
        self._parent = QComboBox(self)
        self._executive = QCheckBox(words.tr("&Executive"), self)
        self._headcount = QSpinBox(self)
        self._resident = QCheckBox(words.tr("Its staff &works in the organisation"), self)
        self._lead = QLineEdit(self)
        self._lay_out()
        self._show_before()
        self.errors.find_by(self._problems)

    @property
    def party(self) -> Party:
        """The party as the fields have it; a new one gets an unused id."""
        ja, en = (self._names[each].text().strip() for each in ("ja", "en"))
        headcount = self._headcount.value()
        party_id = self._before.id if self._before is not None else self._free_id(en or ja)
        return Party(
            party_id,
            PARTY_KINDS[self._kind.currentIndex()],
            LocalText(ja or en, en or ja),
            LocalText(self._initials["ja"].text().strip(), self._initials["en"].text().strip()),
            self._executive.isChecked(),
            self._parent_id(),
            None if headcount < 0 else headcount,
            self._resident.isChecked() and self._is_provider(),
            self._lead.text().strip() if self._is_provider() else "",
        )

    def _lay_out(self) -> None:
        words = self.words
        form = QFormLayout()
        names = {"ja": words.tr("Name in &Japanese"), "en": words.tr("Name in E&nglish")}
        initials = {"ja": words.tr("Initials in Japanese"), "en": words.tr("Initials in English")}
        for language, field in self._names.items():
            self.errors.add_row(form, names[language], field)
        for language, field in self._initials.items():
            form.addRow(initials[language], field)
        form.addRow(words.tr("&Kind"), self._kind)
        self.errors.add_row(form, words.tr("&Part of"), self._parent)
        self.errors.add_row(form, words.tr("&Headcount"), self._headcount)
        form.addRow("", self._executive)
        form.addRow("", self._resident)
        self._lead.setToolTip(
            words.tr("Orders to resident staff of a provider go through this person.")
        )
        keep_clean(self._lead, words)
        self.errors.add_row(form, words.tr("Its &lead"), self._lead)
        self._kind.currentIndexChanged.connect(self._enable)
        for field in self._names.values():
            keep_clean(field, words)
            field.setMinimumWidth(280)
        for field in self._initials.values():
            keep_clean(field, words, _LONGEST_INITIALS)
        self._names["en"].setPlaceholderText(words.tr("as in the other language"))
        self._names["ja"].setPlaceholderText(words.tr("as in the other language"))
        self._headcount.setRange(-1, 100_000)
        self._headcount.setSpecialValueText(words.tr("not set"))
        for kind in PARTY_KINDS:
            self._kind.addItem(party_kind_name(kind, words))
        self._parent.addItem(words.tr("no other party"))
        for party in self._possible_parents():
            self._parent.addItem(party_name(party, words), party.id)
        self.column.addLayout(form)
        self.finish_layout()

    def _is_provider(self) -> bool:
        return PARTY_KINDS[self._kind.currentIndex()] == "provider"

    def _enable(self) -> None:
        """Let only a provider have resident staff and a lead."""
        for field in (self._resident, self._lead):
            field.setEnabled(self._is_provider())

    def _show_before(self) -> None:
        self._headcount.setValue(-1)
        self._enable()
        before = self._before
        if before is None:
            return
        is_same = before.name.ja == before.name.en
        window_language = self.words.language
        for language, field in self._names.items():
            text = before.name.ja if language == "ja" else before.name.en
            field.setText("" if is_same and language != window_language else text)
        for language, initials in (("ja", before.initials.ja), ("en", before.initials.en)):
            # A field cuts off a longer text, and a file may have longer initials.
            self._initials[language].setMaxLength(max(_LONGEST_INITIALS, len(initials)))
            self._initials[language].setText(initials)
        self._kind.setCurrentIndex(PARTY_KINDS.index(before.kind))
        self._executive.setChecked(before.is_executive)
        self._parent.setCurrentIndex(max(0, self._parent.findData(before.parent)))
        self._headcount.setValue(-1 if before.headcount is None else before.headcount)
        self._resident.setChecked(before.is_resident)
        self._lead.setText(before.lead)
        self._enable()

    def _possible_parents(self) -> list[Party]:
        own_id = None if self._before is None else self._before.id
        return [party for party in self._plan.parties if party.id != own_id]

    def _parent_id(self) -> PartyId | None:
        chosen = self._parent.currentData()
        return None if chosen is None else PartyId(chosen)

    def _free_id(self, name: str) -> PartyId:
        used = frozenset(party.id for party in self._plan.parties)
        return PartyId(slug_for(name, used, "party"))

    def _problems(self) -> dict[QWidget, str]:
        """Return what is invalid, by field: a name is needed in one language."""
        party = self.party
        edit = AddParty(party) if self._before is None else ChangeParty(party)
        problem = rejection_of(edit, self._plan)
        if problem is None:
            return {}
        fields = {"party-above-itself": self._parent, "bad-headcount": self._headcount}
        field = fields.get(problem.code, self._names[self.words.language])
        return {field: errors.message(problem, self.words)}
