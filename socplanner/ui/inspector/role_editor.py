"""The editor of the selected roles: every section of the inspector, one below the other."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from socplanner.domain.checks.finding import Finding
from socplanner.domain.plan import Plan
from socplanner.ui.inspector.changes_box import ChangesBox
from socplanner.ui.inspector.findings_box import FindingsBox
from socplanner.ui.inspector.heading import Heading
from socplanner.ui.inspector.letters_grid import LettersGrid
from socplanner.ui.inspector.letters_model import LettersModel
from socplanner.ui.inspector.maturity_box import MaturityBox
from socplanner.ui.inspector.placement_box import PlacementBox
from socplanner.ui.inspector.quality_box import QualityBox
from socplanner.ui.inspector.selected_roles import SelectedRoles
from socplanner.ui.inspector.steps_box import StepsBox
from socplanner.ui.inspector.text_label import title_label
from socplanner.ui.kit.note_editor import NoteEditor
from socplanner.ui.kit.overriding import override
from socplanner.wording.language import Words


class RoleEditor(QWidget):
    """Shows the selected roles; the sections send the planner's changes as signals."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Lay the sections out."""
        super().__init__(parent)
        self.heading = Heading(self)
        self.placement = PlacementBox(self)
        self.letters_model = LettersModel(words, self)
        self.letters = LettersGrid(self.letters_model, self)
        self.findings = FindingsBox(self)
        self.quality = QualityBox(self)
        self.maturity = MaturityBox(self)
        self.note = NoteEditor(self)
        self.changes = ChangesBox(self)
        self.steps = StepsBox(self)
        self._letters_title = title_label(self)
        self._note_title = title_label(self)
        self._lay_out()

    def retranslate(self, plan: Plan, words: Words) -> None:
        """Show every text in the language of `words`."""
        self.placement.retranslate(plan, words)
        self.quality.retranslate(words)
        self.maturity.retranslate(words)
        self._letters_title.setText(words.tr("Letters"))
        self.letters.setAccessibleName(words.tr("Letters"))
        self.letters.setAccessibleDescription(
            words.tr("Click a letter, or type it on the line of a party; Delete clears the line.")
        )
        self._note_title.setText(words.tr("Note"))
        self.note.setAccessibleName(words.tr("Note"))

    def show_roles(self, plan: Plan, selected: SelectedRoles, about: str, words: Words) -> None:
        """Show `selected`; note and coverage are set apart: their text may be pending."""
        self.heading.show_roles(plan, selected, about, words)
        self.placement.show_roles(plan, selected, words)
        before = self.letters_model.rowCount(), self.letters_model.letters
        self.letters_model.show_roles(plan, selected, words)
        if before != (self.letters_model.rowCount(), self.letters_model.letters):
            self.letters.fit()

    def show_findings(
        self, findings: tuple[Finding, ...], plan: Plan, words: Words, *, is_one_role: bool
    ) -> None:
        """Show the findings of the selected roles."""
        self.findings.show_findings(findings, plan, words, is_one_role=is_one_role)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_note_title"):
            self.note.fit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 10, 12)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self.placement)
        column.addLayout(self._headed(self._letters_title, self.letters))
        column.addWidget(self.findings)
        column.addWidget(self.quality)
        column.addWidget(self.maturity)
        column.addLayout(self._headed(self._note_title, self.note))
        column.addWidget(self.changes)
        column.addWidget(self.steps)
        column.addStretch(1)

    def _headed(self, title: QLabel, widget: QWidget) -> QVBoxLayout:
        box = QVBoxLayout()
        box.setSpacing(2)
        box.addWidget(title)
        box.addWidget(widget)
        return box
