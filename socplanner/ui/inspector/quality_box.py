"""Coverage of the selected roles, and their scores now and as targets."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.coverage import CoverageState
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.names import LONGEST_COVERAGE
from socplanner.domain.plan import SCORE_FIELDS, Score
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.ui.inspector.quiet_combo import QuietCombo
from socplanner.ui.inspector.selected_roles import SelectedRoles
from socplanner.ui.inspector.text_label import text_label, title_label
from socplanner.ui.kit.clean_line import CleanLine
from socplanner.ui.kit.plain_text import PlainLabel, tool_tip
from socplanner.wording.coverage_words import moment_name, state_name
from socplanner.wording.language import Words
from socplanner.wording.terms import score_name

_USUAL_COVERAGES = ("24x365", "16x365", "8x5")
_SCORES: tuple[Score | None, ...] = (None, "1", "2", "3", "4", "5", "na")


class QualityBox(QWidget):
    """Coverage as free text with the usual ones to choose; four scores as small lists."""

    coverage_typed = Signal(str)
    coverage_finished = Signal()
    characters_removed = Signal(int)
    """So many invisible characters were removed from the coverage."""

    score_chosen = Signal(int, object)
    """The place of a field in `SCORE_FIELDS`, and the score or None."""

    def __init__(self, parent: QWidget) -> None:
        """Begin with empty lists."""
        super().__init__(parent)
        self.coverage = QuietCombo(self)
        self.coverage.setEditable(True)
        self.coverage.setInsertPolicy(QuietCombo.InsertPolicy.NoInsert)
        self.coverage.addItems(_USUAL_COVERAGES)
        self.scores = {field: QuietCombo(self) for field in SCORE_FIELDS}
        self._labels = {name: PlainLabel(self) for name in ("coverage", "now", "target")}
        self._sides = {name: PlainLabel(self) for name in ("inhouse", "outsourced")}
        self.state = text_label(self, is_quiet=True)
        self.state.hide()
        self._title = title_label(self)
        self._lay_out()
        for field, combo in self.scores.items():
            combo.setObjectName(field)
            combo.activated.connect(self._on_score_activated)
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
        self._labels["coverage"].setText(words.tr("Coverage"))
        self.coverage.setAccessibleName(words.tr("Coverage"))
        self._title.setText(words.tr("Maturity"))
        now, target = words.tr("Now"), words.tr("Target")
        self._labels["now"].setText(now)
        self._labels["target"].setText(target)
        inside, outside = words.tr("In-house"), words.tr("Outsourced")
        self._sides["inhouse"].setText(inside)
        self._sides["outsourced"].setText(outside)
        for field, combo in self.scores.items():
            side = inside if field.startswith("inhouse") else outside
            when = target if field.endswith("target") else now
            name = words.tr("Maturity {side}, {when}", side=side, when=when)
            combo.setAccessibleName(name)
            combo.setToolTip(tool_tip(name))
            combo.setPlaceholderText(words.tr("mixed"))
            combo.clear()
            for score in _SCORES:
                combo.addItem(_short(score, words))
                name = "" if score is None else score_name(score, words)
                combo.setItemData(combo.count() - 1, tool_tip(name), Qt.ItemDataRole.ToolTipRole)

    def show_roles(self, selected: SelectedRoles, words: Words, *, is_typing: bool) -> None:
        """Show coverage and scores of `selected`; text that is being typed stays as it is."""
        coverages = selected.coverages()
        edit = self.coverage.lineEdit()
        if edit is not None and not is_typing:
            edit.setPlaceholderText(_placeholder(selected, words))
            self.coverage.setEditText(coverages[0] if coverages else "")
        self._show_state(coverages[0] if coverages else "", words)
        for field, combo in self.scores.items():
            scores = selected.scores(field)
            at = _SCORES.index(scores[0]) if scores and scores[0] in _SCORES else -1
            if combo.currentIndex() != at:
                combo.setCurrentIndex(at)

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
        grid.setColumnStretch(2, 1)
        grid.addWidget(self._labels["coverage"], 0, 0)
        grid.addWidget(self.coverage, 0, 1, 1, 2)
        grid.addWidget(self.state, 1, 1, 1, 2)
        grid.setRowMinimumHeight(2, 4)
        grid.addWidget(self._title, 3, 0)
        grid.addWidget(self._labels["now"], 3, 1)
        grid.addWidget(self._labels["target"], 3, 2)
        for row, side in enumerate(("inhouse", "outsourced"), start=4):
            grid.addWidget(self._sides[side], row, 0)
        for place, combo in enumerate(self.scores.values()):
            grid.addWidget(combo, 4 + place // 2, 1 + place % 2)

    def _on_coverage_chosen(self, text: str) -> None:
        self.coverage_typed.emit(text)
        self.coverage_finished.emit()

    def _on_score_activated(self, at: int) -> None:
        place = SCORE_FIELDS.index(self.sender().objectName())
        self.score_chosen.emit(place, _SCORES[at])


def _placeholder(selected: SelectedRoles, words: Words) -> str:
    """Return what an empty field of hours shows: that they differ, or whom to ask for them."""
    if not selected.coverages():
        return words.tr("mixed")
    outside = (Sourcing.OUTSOURCE, Sourcing.BOTH)
    is_outside = all(each.sourcing in outside for each in selected.duties)
    return words.tr("Hours of the provider") if is_outside else ""


def _short(score: Score | None, words: Words) -> str:
    """Return the text of a score in a list that is a few letters wide."""
    if score is None:
        return "–"
    return words.tr("N/A") if score == "na" else score_name(score, words)
