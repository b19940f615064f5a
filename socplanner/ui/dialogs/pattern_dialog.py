"""The dialog for the sourcing pattern of a phase, with a preview of its changes."""

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ApplyPattern
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.proposal_table import ProposalTable
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.language import Words


class PatternDialog(QuestionDialog):
    """Offers the patterns of the catalogue; `edit` applies the chosen one."""

    def __init__(
        self, plan: Plan, phase: PhaseId, words: Words, parent: QWidget | None = None
    ) -> None:
        """Begin with the pattern of `phase`, or the first one if it has none."""
        super().__init__(words.tr("Apply a pattern"), words.tr("Apply"), words, parent)
        self._plan = plan
        self._phase = phase
        self._group = QButtonGroup(self)
        self._fill_patterns()
        self._summary = PlainLabel(self)
        self._summary.setWordWrap(True)
        self._table = ProposalTable(plan, words, self)
        self._replace = QCheckBox(words.tr("Also replace letters set by &hand"), self)
        for widget in (self._summary, self._table, self._replace):
            self.column.addWidget(widget)
        self.column.setStretchFactor(self._table, 1)
        self.finish_layout()
        self._group.button(self._group.checkedId()).setFocus()
        resize_for_texts(self, 980, 620)
        self._show_preview()
        self._group.buttonToggled.connect(self._show_preview)
        self._replace.toggled.connect(self._show_preview)

    @property
    def edit(self) -> ApplyPattern:
        """The edit that applies the chosen pattern."""
        pattern = self._plan.catalogue.patterns[self._group.checkedId()].id
        return ApplyPattern(self._phase, pattern, self._replace.isChecked())

    def _fill_patterns(self) -> None:
        words = self.words
        phase = self._plan.phase(self._phase)
        self._current = None if phase is None else phase.pattern
        heading = PlainLabel(
            self,
            words.tr(
                "Sourcing of every role in phase “{phase}”:",
                phase="" if phase is None else words.local(phase.name),
            ),
        )
        heading.setWordWrap(True)
        self.column.addWidget(heading)
        for place, pattern in enumerate(self._plan.catalogue.patterns):
            button = QRadioButton(words.local(pattern.name), self)
            button.setChecked(pattern.id == self._current)
            self._group.addButton(button, place)
            about = PlainLabel(self, words.local(pattern.about))
            about.setWordWrap(True)
            about.setIndent(22)
            self.column.addWidget(button)
            self.column.addWidget(about)
        if self._group.checkedId() < 0:
            self._group.button(0).setChecked(True)

    def _show_preview(self) -> None:
        proposed = self.edit.preview(self._plan)
        changing = [each for each in proposed if each.changes_anything]
        self._table.show_proposed(proposed)
        text = self.words.count("{n} role changes.", "{n} roles change.", len(changing))
        if not changing:
            text = self.words.tr("Nothing changes: every role already has this sourcing.")
        self.accept_button.setEnabled(bool(changing) or self.edit.pattern != self._current)
        kept = sum(1 for each in proposed if each.kept)
        if kept:
            text += " " + self.words.count(
                "{n} keeps letters set by hand.", "{n} keep letters set by hand.", kept
            )
        undecided = sum(1 for each in proposed if each.after.sourcing is Sourcing.UNDECIDED)
        if undecided:
            text += " " + self.words.count(
                "{n} becomes undecided: no party of the plan can take it over.",
                "{n} become undecided: no party of the plan can take them over.",
                undecided,
            )
        self._summary.setText(text)
