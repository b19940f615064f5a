"""The dialog for a new plan: organisation, patterns, letter set and parties; or a sample."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.catalogue import Catalogue, Sourcing, UsualParty
from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.domain.names import validated_line
from socplanner.domain.new_plan import NOW_NAME, TARGET_NAME, NewPlanOptions, new_plan
from socplanner.domain.phases import duties
from socplanner.domain.problem import EditRejected
from socplanner.services.machine_settings import NO_MACHINE_SETTINGS, MachineSettings
from socplanner.ui.dialogs.pattern_cards import PatternCards
from socplanner.ui.dialogs.plan_preview import PlanPreview
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.box_delegate import BoxDelegate
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.samples import Sample
from socplanner.ui.kit.type_scale import scaled
from socplanner.wording import errors
from socplanner.wording.language import Words
from socplanner.wording.marking import marking_label
from socplanner.wording.terms import letter_label, listed, party_kind_name

_FIRST_PATTERN = "hybrid"
_WIDTH, _EDGE = 54, 40
"""The usual width in heights of a line, and the pixels kept free at the sides of the screen."""


class NewPlanDialog(QuestionDialog):
    """Asks for the options of a new plan: `beginning`, unless a `sample` was chosen."""

    def __init__(
        self,
        catalogue: Catalogue,
        samples: Iterable[Sample],
        words: Words,
        parent: QWidget | None = None,
        machine: MachineSettings = NO_MACHINE_SETTINGS,
        pattern: str = "",
    ) -> None:
        """Offer the patterns and usual parties of `catalogue`, and the `samples`.

        The initial letter set and the marking are those of `machine`.
        """
        super().__init__(words.tr("New plan"), words.tr("Create"), words, parent)
        self._catalogue = catalogue
        self._machine = machine
        self.sample: Path | None = None
        self.organisation = QLineEdit(self)
        keep_clean(self.organisation, words)
        self.pattern = PatternCards(catalogue, words, self)
        self.target = QComboBox(self)
        self.letters = QComboBox(self)
        self.parties = QListWidget(self)
        self.parties.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parties.setItemDelegate(BoxDelegate(self.parties))
        self._about = PlainLabel(self)
        self._undecided = PlainLabel(self)
        self.preview = PlanPreview(self)
        self._fill_choices(pattern or _FIRST_PATTERN)
        self._lay_out(tuple(samples))
        self.parties.itemChanged.connect(self._on_parties_changed)
        self.parties.itemChanged.connect(self._show_undecided)
        self.pattern.chosen.connect(self._show_about)
        self.pattern.chosen.connect(self._show_undecided)
        self.target.currentIndexChanged.connect(self._show_undecided)
        self._show_about()
        self._show_undecided()
        self.errors.find_by(self._problems)
        wide = self.fontMetrics().height() * _WIDTH
        most = self.screen().availableGeometry().width() - _EDGE
        self.resize(min(wide, most), self.sizeHint().height())

    @property
    def beginning(self) -> NewPlanOptions:
        """The options of the new plan, as the fields have them."""
        return NewPlanOptions(
            self.organisation.text().strip(),
            self.pattern.current,
            NOW_NAME,
            self.target.currentData(),
            TARGET_NAME,
            self._chosen_parties(),
            LETTER_SETS[self.letters.currentData()],
            self._machine.marking,
        )

    def _fill_choices(self, first: str) -> None:
        words = self.words
        self.target.addItem(words.tr("none: only one phase"), None)
        for pattern in self._catalogue.patterns:
            self.target.addItem(words.local(pattern.name), pattern.id)
        self.pattern.choose(first)
        for set_id, letter_set in LETTER_SETS.items():
            names = listed((letter_label(each, words) for each in letter_set.letters), words)
            self.letters.addItem(f"{words.local(letter_set.name)}   ({names})", set_id)
        self.letters.setCurrentIndex(max(0, self.letters.findData(self._machine.letter_set)))
        for party in self._catalogue.parties:
            kind = party_kind_name(party.kind, words)
            item = QListWidgetItem(f"{words.local(party.name)}  ({kind})", self.parties)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            checked = Qt.CheckState.Checked if party.is_ticked else Qt.CheckState.Unchecked
            item.setCheckState(checked)

    def _lay_out(self, samples: tuple[Sample, ...]) -> None:
        words = self.words
        name = QFormLayout()
        self.errors.add_row(name, words.tr("&Organisation"), self.organisation)
        self.column.addLayout(name)
        now = PlainLabel(self, words.tr("Pattern now"))
        now.setFont(scaled(self.font(), "heading"))
        for widget in (now, self.pattern, self._about):
            self.column.addWidget(widget)
        self.column.addLayout(self._lower_part())
        self.organisation.setPlaceholderText(words.tr("Name of the organisation"))
        self.organisation.setMinimumWidth(360)
        for label in (self._about, self._undecided):
            label.setWordWrap(True)
        self._about.setMinimumHeight(self._about.fontMetrics().lineSpacing() * 2)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.parties.setAccessibleName(words.tr("Parties"))
        self.parties.setMinimumHeight(self.parties.sizeHintForRow(0) * 3 + 8)
        if samples:
            self.column.addWidget(self._samples_box(samples))
        self.finish_layout()

    def _lower_part(self) -> QHBoxLayout:
        """Return the other options at the left, and what becomes of them at the right."""
        words, row, right = self.words, QHBoxLayout(), QVBoxLayout()
        form = QFormLayout()
        form.addRow(words.tr("&Target pattern"), self.target)
        form.addRow(words.tr("&Letter set"), self.letters)
        self.errors.add_row(form, words.tr("&Parties"), self.parties)
        self._show_marking(form)
        self.letters.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.letters.setMinimumContentsLength(20)
        right.addWidget(self.preview)
        right.addWidget(self._undecided)
        right.addStretch(1)
        row.setSpacing(20)
        row.addLayout(form, 1)
        row.addLayout(right)
        return row

    def _show_marking(self, form: QFormLayout) -> None:
        """Show the marking of the plan, if the settings of the machine have one."""
        words, marked = self.words, marking_label(self._machine.marking)
        if marked:
            message = words.tr("{marking} (set by your organisation)", marking=marked)
            form.addRow(words.tr("Marking"), PlainLabel(self, message))

    def _samples_box(self, samples: tuple[Sample, ...]) -> QWidget:
        """Return a line with buttons that choose a sample instead."""
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(PlainLabel(box, self.words.tr("Or look at a sample first")))
        for sample in samples:
            button = QPushButton(sample.name.replace("&", "&&"), box)
            button.setObjectName(str(sample.path))
            button.setAutoDefault(False)
            button.clicked.connect(self._choose_sample)
            row.addWidget(button)
        row.addStretch(1)
        return box

    def _choose_sample(self) -> None:
        self.sample = Path(self.sender().objectName())
        self.accept()

    def _chosen_parties(self) -> tuple[UsualParty, ...]:
        checked = Qt.CheckState.Checked
        return tuple(
            party
            for row, party in enumerate(self._catalogue.parties)
            if self.parties.item(row).checkState() == checked
        )

    def _show_about(self) -> None:
        pattern = self._catalogue.pattern(self.pattern.current)
        self._about.setText("" if pattern is None else self.words.local(pattern.about))

    def _on_parties_changed(self) -> None:
        self.errors.mark_edited(self.parties)

    def _show_undecided(self) -> None:
        """Show how many roles stay undecided with the chosen patterns and parties."""
        options = replace(self.beginning, organisation="-")
        plan = new_plan(self._catalogue, "preview", options)
        undecided = {
            role
            for phase in plan.phases
            for role, current in duties(plan, phase.id).items()
            if current.sourcing is Sourcing.UNDECIDED
        }
        text = self.words.count(
            "{n} role stays undecided: no chosen party can take it over.",
            "{n} roles stay undecided: no chosen party can take them over.",
            len(undecided),
        )
        self._undecided.setText(text if undecided else "")
        self.preview.show_plan(plan, self.words)

    def _problems(self) -> dict[QWidget, str]:
        """Return what is invalid, by field; nothing if a sample was chosen instead."""
        result: dict[QWidget, str] = {}
        if self.sample is not None:
            return result
        try:
            validated_line(self.organisation.text().strip())
        except EditRejected as rejection:
            result[self.organisation] = errors.message(rejection.problem, self.words)
        if not any(party.kind == "internal" for party in self._chosen_parties()):
            result[self.parties] = self.words.tr(
                "Choose at least one internal party: one must be accountable."
            )
        return result
