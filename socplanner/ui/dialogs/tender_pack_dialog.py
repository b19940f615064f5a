"""The dialog for a tender pack: provider, phase, language, kind of file, and the file itself."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QWidget

from socplanner.domain.ids import PhaseId
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.picture_choices import PDF
from socplanner.domain.plan import Plan
from socplanner.domain.tender.comparison import performed_roles
from socplanner.services.exporter import SUFFIX
from socplanner.ui.dialogs.export_options import ExportOptions
from socplanner.ui.dialogs.provider_choice import ProviderChoice
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.dialogs.target_choice import TargetChoice
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.language import N_, Words
from socplanner.wording.tender_words import NOTHING_TO_BID
from socplanner.wording.terms import party_label, phase_label, phase_name

_LANGUAGE_NAMES = {"ja": "日本語", "en": "English"}
_KINDS = {SUFFIX: N_("Excel workbook, to be filled in (.xlsx)"), PDF: N_("PDF, to be read (.pdf)")}


class TenderPackDialog(QuestionDialog):
    """Asks which pack to write and where to; `options` is the answer."""

    def __init__(
        self,
        plan: Plan,
        options: ExportOptions,
        choose_target: Callable[[Path], Path | None],
        words: Words,
        parent: QWidget | None = None,
        *,
        problem: str = "",
    ) -> None:
        """Begin with `options`; `choose_target` opens a file dialog and returns a path, or None.

        `problem` is why the last attempt wrote no file, shown until the file is changed.
        """
        super().__init__(words.tr("Tender pack"), words.tr("Export"), words, parent)
        self._plan = plan
        self.parties = ProviderChoice(plan, options.party, words, self)
        self.phases = QComboBox(self)
        self.languages = QComboBox(self)
        self.chosen = TargetChoice(_KINDS, options.target, choose_target, words, self)
        self.then_show = QCheckBox(words.tr("Open the folder &afterwards"), self)
        self.about = PlainLabel(self)
        self._fill(options)
        self._lay_out()
        for box in (self.parties, self.phases, self.languages):
            box.currentIndexChanged.connect(self._suggest_name)
        self.chosen.kind_changed.connect(self._suggest_name)
        self._suggest_name()
        self.errors.find_by(self._problems)
        if problem:
            self.errors.report(self.chosen.file, problem)

    @property
    def options(self) -> ExportOptions:
        """The options as the planner has set them."""
        return ExportOptions(
            self._phase,
            self._language,
            self.chosen.target,
            self.then_show.isChecked(),
            self.parties.party,
        )

    @property
    def _phase(self) -> PhaseId:
        return PhaseId(self.phases.currentData())

    @property
    def _language(self) -> Language:
        return LANGUAGES[self.languages.currentIndex()]

    def _fill(self, options: ExportOptions) -> None:
        for phase in self._plan.phases:
            self.phases.addItem(phase_name(phase, self.words), phase.id)
        self.phases.setCurrentIndex(max(0, self.phases.findData(options.phase)))
        for language in LANGUAGES:
            self.languages.addItem(_LANGUAGE_NAMES[language])
        self.languages.setCurrentIndex(LANGUAGES.index(options.language))
        self.then_show.setChecked(options.then_show)

    def _lay_out(self) -> None:
        words, form = self.words, QFormLayout()
        self.errors.add_row(form, words.tr("P&rovider"), self.parties)
        self.errors.add_row(form, words.tr("&Phase"), self.phases)
        form.addRow(words.tr("&Language of the file"), self.languages)
        form.addRow(words.tr("&Kind of file"), self.chosen.kinds)
        self.chosen.add_file_row(form, self.errors)
        form.addRow("", self.then_show)
        self.about.setWordWrap(True)
        self.column.addLayout(form)
        self.column.addWidget(self.about)
        self.finish_layout()

    def _suggest_name(self) -> None:
        """Suggest a file name from the contents, and show how many roles the pack has."""
        words, plan = self.words, self._plan
        phase = next(each for each in plan.phases if each.id == self._phase)
        party = plan.party(self.parties.party)
        names = [phase.name] if party is None else [party.name, phase.name]
        title = words.tr("Tender")
        parts = (title, *(each.in_(self._language) for each in names))
        self.chosen.suggest(" - ".join((*parts, self._language)))
        n = len(performed_roles(plan, phase.id, self.parties.party)) if party is not None else 0
        roles = words.count("{n} role to bid for.", "{n} roles to bid for.", n)
        what = words.tr(
            "The pack has only rows of the provider with its neighbours: no notes, people, costs "
            "or scores."
        )
        self.about.setText(f"{roles} {what}")

    def _problems(self) -> dict[QWidget, str]:
        problems: dict[QWidget, str] = {}
        plan, party = self._plan, self.parties.party
        if not performed_roles(plan, self._phase, party):
            phase = phase_label(plan, self._phase, self.words)
            name = party_label(plan, party, self.words)
            problems[self.parties] = self.words.tr(NOTHING_TO_BID, party=name, phase=phase)
        text = self.chosen.problem()
        return {**problems, self.chosen.file: text} if text else problems
