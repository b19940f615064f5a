"""The dialog for the conditions of a tender: assumptions, handling of information, transition."""

from collections.abc import Mapping

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QWidget,
)

from socplanner.domain.ids import PartyId
from socplanner.domain.limits import MOST_AMOUNT
from socplanner.domain.marking import Tlp
from socplanner.domain.plan import Plan
from socplanner.domain.tender_edits import SetTender, TenderConditions, cleaned_part
from socplanner.domain.tender_inputs import (
    NO_TENDER,
    InformationHandling,
    ServiceAssumptions,
    Transition,
)
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.provider_choice import ProviderChoice
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.dialogs.text_box import TextBox
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.overriding import override
from socplanner.wording import errors
from socplanner.wording.language import N_, Words
from socplanner.wording.marking import tlp_label

_COUNTED = {
    "log_sources": N_("&Log sources"),
    "events_per_second": N_("&Events a second"),
    "devices": N_("&Devices"),
    "sites": N_("&Sites"),
}
_HANDLING = {
    "subcontractors": N_("Su&bcontractors"),
    "storage": N_("Place of st&orage"),
    "erasure": N_("Eras&ure"),
    "personal_data": N_("&Personal data"),
}
_TRANSITION = {
    "takeover": N_("Begi&n of the service"),
    "handback": N_("End of the ser&vice"),
}
_WIDTH = 380


class TenderDialog(QuestionDialog):
    """Edits the conditions of one provider after another; `edit` sets those that were changed."""

    def __init__(
        self, plan: Plan, party: PartyId | None, words: Words, parent: QWidget | None = None
    ) -> None:
        """Begin with `party`, or else with the first provider that has a tender."""
        super().__init__(words.tr("Tender"), words.tr("Apply"), words, parent)
        self._plan = plan
        self._drafts: dict[PartyId, TenderConditions] = {}
        self.parties = ProviderChoice(plan, party, words, self)
        self.numbers = {name: self._number() for name in _COUNTED}
        self.languages = QLineEdit(self)
        self.remark = TextBox("", 2, self)
        self.labels = QComboBox(self)
        self.labels.addItem(words.tr("as the plan"), "")
        for tlp in Tlp:
            self.labels.addItem(tlp_label(tlp), tlp.value)
        self.texts = {name: TextBox("", 2, self) for name in (*_HANDLING, *_TRANSITION)}
        self.tabs = QTabWidget(self)
        self._page_of: dict[QWidget, int] = {}
        self._lay_out()
        self._shown = self.parties.party
        self._show(self._shown)
        self.parties.currentIndexChanged.connect(self._on_party_chosen)
        self.errors.find_by(self._problems)

    @property
    def edit(self) -> SetTender | None:
        """The edit that sets the conditions that were changed; None where none were."""
        drafts = {**self._drafts, self._shown: self.conditions}
        changed = tuple(each for each in drafts.values() if each != self._stated(each.party))
        return SetTender(changed) if changed else None

    @property
    def conditions(self) -> TenderConditions:
        """The conditions as the fields have them."""
        numbers = {
            name: None if field.value() < 0 else field.value()
            for name, field in self.numbers.items()
        }
        label, texts = self.labels.currentData(), {n: box.text for n, box in self.texts.items()}
        languages = self.languages.text().strip()
        return TenderConditions(
            self._shown,
            ServiceAssumptions(**numbers, languages=languages, remark=self.remark.text),
            InformationHandling(
                Tlp(label) if label else None,
                texts["subcontractors"],
                texts["storage"],
                texts["erasure"],
                texts["personal_data"],
            ),
            Transition(texts["takeover"], texts["handback"]),
        )

    @override
    def accept(self) -> None:
        """Accept, unless a text is wrong: then show the page that it is on."""
        for field in self._problems():
            self.tabs.setCurrentIndex(self._page_of[field])
        super().accept()

    def _number(self) -> QSpinBox:
        field = QSpinBox(self)
        field.setRange(-1, MOST_AMOUNT)
        field.setGroupSeparatorShown(True)
        field.setSpecialValueText(self.words.tr("not stated"))
        return field

    def _lay_out(self) -> None:
        words, form = self.words, QFormLayout()
        form.addRow(words.tr("P&rovider"), self.parties)
        self.column.addLayout(form)
        self.column.addWidget(self.tabs)
        assumptions = self._page(words.tr("Assumptions"))
        for name, field in self.numbers.items():
            assumptions.addRow(words.tr(_COUNTED[name]), field)
        keep_clean(self.languages, words)
        assumptions.addRow(words.tr("L&anguages"), self.languages)
        assumptions.addRow(words.tr("Other assu&mptions"), self.remark)
        handling = self._page(words.tr("Handling of information"))
        handling.addRow(words.tr("&TLP label"), self.labels)
        self._add_texts(handling, _HANDLING)
        self._add_texts(self._page(words.tr("Transition")), _TRANSITION)
        self.finish_layout()

    def _page(self, title: str) -> QFormLayout:
        page = QWidget(self)
        self.tabs.addTab(page, title)
        return QFormLayout(page)

    def _add_texts(self, form: QFormLayout, titles: Mapping[str, str]) -> None:
        for name, title in titles.items():
            self.texts[name].setMinimumWidth(_WIDTH)
            self.errors.add_row(form, self.words.tr(title), self.texts[name])
            self._page_of[self.texts[name]] = self.tabs.count() - 1

    def _stated(self, party: PartyId) -> TenderConditions:
        tender = self._plan.tenders.get(party, NO_TENDER)
        return TenderConditions(
            party,
            cleaned_part(tender.assumptions),
            cleaned_part(tender.handling),
            cleaned_part(tender.transition),
        )

    def _on_party_chosen(self) -> None:
        """Keep what was typed for the provider before, and show the conditions of this one."""
        self._drafts[self._shown] = self.conditions
        self._shown = self.parties.party
        self._show(self._shown)
        self.errors.check()

    def _show(self, party: PartyId) -> None:
        shown = self._drafts.get(party, self._stated(party))
        for name, field in self.numbers.items():
            value = getattr(shown.assumptions, name)
            field.setValue(-1 if value is None else value)
        self.languages.setText(shown.assumptions.languages)
        self.remark.setPlainText(shown.assumptions.remark)
        tlp = shown.handling.tlp
        self.labels.setCurrentIndex(max(self.labels.findData("" if tlp is None else tlp.value), 0))
        parts = {**shown.handling._asdict(), **shown.transition._asdict()}
        for name, box in self.texts.items():
            box.setPlainText(str(parts[name]))

    def _problems(self) -> dict[QWidget, str]:
        edit = self.edit
        problem = None if edit is None else rejection_of(edit, self._plan)
        if problem is None:
            return {}
        longest = max(self.texts.values(), key=lambda box: len(box.text))
        return {longest: errors.message(problem, self.words)}
