"""Coverage of the selected roles."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.coverage import CoverageState
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.names import LONGEST_COVERAGE
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.ui.inspector.quiet_combo import QuietCombo
from socplanner.ui.inspector.selected_roles import SelectedRoles
from socplanner.ui.inspector.text_label import text_label
from socplanner.ui.kit.clean_line import CleanLine
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording.coverage_words import moment_name, state_name
from socplanner.wording.language import Words

_USUAL_COVERAGES = ("24x365", "16x365", "8x5")


class QualityBox(QWidget):
    """Coverage as free text with the usual ones to choose."""

    coverage_typed = Signal(str)
    coverage_finished = Signal()
    characters_removed = Signal(int)
    """So many invisible characters were removed from the coverage."""

    def __init__(self, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.coverage = QuietCombo(self)
        self.coverage.setEditable(True)
        self.coverage.setInsertPolicy(QuietCombo.InsertPolicy.NoInsert)
        self.coverage.addItems(_USUAL_COVERAGES)
        self._label = PlainLabel(self)
        self.state = text_label(self, is_quiet=True)
        self.state.hide()
        self._lay_out()
        edit = self.coverage.lineEdit()
        if edit is not None:
            edit.setMaxLength(LONGEST_COVERAGE)
            clean = CleanLine(self)
            clean.removed.connect(self.characters_removed)
            edit.setValidator(clean)
            edit.textEdited.connect(self.coverage_typed)
            edit.editingFinished.connect(self.coverage_finished)
        self.coverage.textActivated.connect(self._on_coverage_chosen)

    def retranslate(self, words: Words) -> None:
        """Show every text in the language of `words`."""
        self._label.setText(words.tr("Coverage"))
        self.coverage.setAccessibleName(words.tr("Coverage"))

    def show_roles(self, selected: SelectedRoles, words: Words, *, is_typing: bool) -> None:
        """Show the coverage of `selected`; text that is being typed stays as it is."""
        coverages = selected.coverages()
        edit = self.coverage.lineEdit()
        if edit is not None and not is_typing:
            edit.setPlaceholderText(_placeholder(selected, words))
            self.coverage.setEditText(coverages[0] if coverages else "")
        self._show_state(coverages[0] if coverages else "", words)

    def _show_state(self, text: str, words: Words) -> None:
        """Show how the hours in `text` cover Sunday night; nothing where they state no hours."""
        coverage, moment = coverage_of(text), SUNDAY_NIGHT
        state = coverage.state_at(moment.day, moment.day_before, moment.minute)
        self.state.setText(
            words.tr(
                "{moment}: {state}",
                moment=moment_name(moment, words),
                state=state_name(state, words),
            )
        )
        self.state.setVisible(state is not CoverageState.NOT_STATED)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self.coverage, 0, 1)
        grid.addWidget(self.state, 1, 1)

    def _on_coverage_chosen(self, text: str) -> None:
        self.coverage_typed.emit(text)
        self.coverage_finished.emit()


def _placeholder(selected: SelectedRoles, words: Words) -> str:
    """Return what an empty field of hours shows: that they differ, or whom to ask for them."""
    if not selected.coverages():
        return words.tr("mixed")
    outside = (Sourcing.OUTSOURCE, Sourcing.BOTH)
    is_outside = all(each.sourcing in outside for each in selected.duties)
    return words.tr("Hours of the provider") if is_outside else ""
