"""Maturity of the selected roles: for each side the score now, the aim, and what both mean.

Scores are those of the newest assessment, aims those of the phase in view. Evidence and remark are
shown for a side that the sourcing uses, or that has a score or a text.
"""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from socplanner.domain.assessment import SIDES, Assessment, Score, Side
from socplanner.domain.assessment_edits import ScoreText
from socplanner.domain.names import LONGEST_TEXT
from socplanner.ui.inspector.quiet_combo import SHORT_TEXT, QuietCombo
from socplanner.ui.inspector.selected_roles import SelectedRoles
from socplanner.ui.inspector.text_label import text_label, title_label
from socplanner.ui.kit.clean_line import CleanLine
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.plain_text import PlainLabel, tool_tip
from socplanner.wording.language import Words
from socplanner.wording.maturity_words import (
    NOTHING,
    aim_choice,
    assessment_name,
    score_choice,
    score_meaning,
    short_score,
    side_name,
)

SCORE_CHOICES: tuple[Score | None, ...] = (None, "5", "4", "3", "2", "1", "na", "unknown")
AIM_CHOICES: tuple[Score | None, ...] = (None, "5", "4", "3", "2", "1", "na")
TEXTS: tuple[ScoreText, ...] = ("evidence", "remark")


class _SideRows(NamedTuple):
    """The widgets of one side."""

    name: PlainLabel
    score: QuietCombo
    aim: QuietCombo
    meaning: QLabel
    labels: dict[ScoreText, PlainLabel]
    texts: dict[ScoreText, QLineEdit]


class MaturityBox(QWidget):
    """Scores and aims as lists, evidence and remark as lines, the day of the aim."""

    score_chosen = Signal(str, object)
    """A side, and its score or None."""

    aim_chosen = Signal(str, object)
    """A side, and its aim or None."""

    text_typed = Signal(str, str, str)
    """A side, one of `TEXTS`, and the text."""

    day_typed = Signal(str)
    """The day of the aim, perhaps not complete yet."""

    text_finished = Signal()
    assessment_requested = Signal()
    """A new assessment of today is to begin."""

    characters_removed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        """Begin with empty lists."""
        super().__init__(parent)
        self._title = title_label(self)
        self._assessed = text_label(self, is_quiet=True)
        self.start = FlatButton(self, is_edged=True)
        self._headings = {name: PlainLabel(self) for name in ("now", "aim")}
        self.sides: dict[Side, _SideRows] = {side: self._made(side) for side in SIDES}
        self.day = self._line("until")
        self._day_label = PlainLabel(self)
        self._day_label.setBuddy(self.day)
        self.day.textEdited.connect(self.day_typed)
        self.start.clicked.connect(self.assessment_requested)
        self._lay_out()

    def retranslate(self, words: Words) -> None:
        """Show every text in the language of `words`."""
        self._title.setText(words.tr("Maturity"))
        self._headings["now"].setText(words.tr("Now"))
        self._headings["aim"].setText(words.tr("Aim"))
        self._day_label.setText(words.tr("Aim by"))
        self.day.setAccessibleName(words.tr("Day by which the aim is to be reached"))
        self.day.setToolTip(tool_tip(words.tr("A day such as 2026-12-31")))
        self.start.setText(words.tr("New assessment"))
        self.start.setToolTip(
            tool_tip(words.tr("Begin an assessment of today with the scores of the last one"))
        )
        for side, rows in self.sides.items():
            name = side_name(side, words)
            rows.name.setText(name)
            scores = [score_choice(side, each, words) for each in SCORE_CHOICES]
            aims = [aim_choice(side, each, words) for each in AIM_CHOICES]
            _fill(rows.score, SCORE_CHOICES, scores, words)
            _fill(rows.aim, AIM_CHOICES, aims, words)
            rows.score.setAccessibleName(words.tr("Maturity {side}, now", side=name))
            rows.aim.setAccessibleName(words.tr("Maturity {side}, aim", side=name))
            rows.labels["evidence"].setText(words.tr("Evidence"))
            rows.labels["remark"].setText(words.tr("Remark"))
            rows.texts["evidence"].setAccessibleName(words.tr("Evidence, {side}", side=name))
            rows.texts["remark"].setAccessibleName(words.tr("Remark, {side}", side=name))

    def show_roles(
        self,
        selected: SelectedRoles,
        newest: Assessment | None,
        words: Words,
        *,
        typing: frozenset[str],
        can_start: bool,
    ) -> None:
        """Show maturity and aims of `selected`; fields in `typing` keep what is being typed."""
        is_any = newest is not None
        self._assessed.setText(
            words.tr("not assessed yet")
            if newest is None
            else words.tr("assessed {day}", day=newest.day or newest.id)
        )
        about = "" if newest is None else assessment_name(newest, words)
        self._assessed.setToolTip(tool_tip(about))
        self.start.setVisible(is_any and can_start)
        for side, rows in self.sides.items():
            scores, aims = selected.scores(side), selected.aims(side)
            _choose(rows.score, SCORE_CHOICES, scores)
            _choose(rows.aim, AIM_CHOICES, aims)
            self._show_meaning(side, scores, aims, words)
            has_texts = selected.uses(side) or selected.has_scores(side)
            for field, line in rows.texts.items():
                line.setVisible(has_texts)
                rows.labels[field].setVisible(has_texts)
                if f"{side}-{field}" not in typing:
                    _write(line, selected.score_texts(side, field), words)
        if "aim-day" not in typing:
            _write(self.day, selected.aim_days(), words)

    def _show_meaning(
        self,
        side: Side,
        scores: tuple[Score | None, ...],
        aims: tuple[Score | None, ...],
        words: Words,
    ) -> None:
        """Show what score and aim mean; nothing where there is none, or roles differ."""
        score, aim = (each[0] if each else None for each in (scores, aims))
        lines = []
        if score is not None:
            lines.append(
                words.tr(
                    "{score}: {meaning}",
                    score=short_score(score, words),
                    meaning=score_meaning(side, score, words),
                )
            )
        if aim is not None and aim not in {score, "na"}:
            lines.append(
                words.tr(
                    "→ {score}: {meaning}",
                    score=short_score(aim, words),
                    meaning=score_meaning(side, aim, words),
                )
            )
        label = self.sides[side].meaning
        label.setText("\n".join(lines))
        label.setVisible(bool(lines))

    def _made(self, side: Side) -> _SideRows:
        score, aim = QuietCombo(self), QuietCombo(self)
        score.setObjectName(f"{side} score")
        aim.setObjectName(f"{side} aim")
        score.activated.connect(self._on_score_activated)
        aim.activated.connect(self._on_aim_activated)
        texts = {field: self._line(f"{side} {field}") for field in TEXTS}
        labels = {field: PlainLabel(self) for field in TEXTS}
        for field, line in texts.items():
            labels[field].setBuddy(line)
            line.textEdited.connect(self._on_text_edited)
        meaning = text_label(self, is_quiet=True)
        return _SideRows(PlainLabel(self), score, aim, meaning, labels, texts)

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setMaxLength(LONGEST_TEXT)
        line.setMinimumWidth(1)
        clean = CleanLine(line)
        clean.removed.connect(self.characters_removed)
        line.setValidator(clean)
        line.editingFinished.connect(self.text_finished)
        return line

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(self._title)
        title.addWidget(self._assessed, 1)
        grid.addLayout(title, 0, 0, 1, 3)
        grid.addWidget(self._headings["now"], 1, 1)
        grid.addWidget(self._headings["aim"], 1, 2)
        row = 2
        for rows in self.sides.values():
            grid.addWidget(rows.name, row, 0)
            grid.addWidget(rows.score, row, 1)
            grid.addWidget(rows.aim, row, 2)
            grid.addWidget(rows.meaning, row + 1, 1, 1, 2)
            for at, field in enumerate(TEXTS, start=row + 2):
                grid.addWidget(rows.labels[field], at, 0)
                grid.addWidget(rows.texts[field], at, 1, 1, 2)
            row += 4
        grid.addWidget(self._day_label, row, 0)
        grid.addWidget(self.day, row, 1, 1, 2)
        grid.addWidget(self.start, row + 1, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)

    def _on_score_activated(self, at: int) -> None:
        side = self.sender().objectName().split()[0]
        self.score_chosen.emit(side, SCORE_CHOICES[at])

    def _on_aim_activated(self, at: int) -> None:
        side = self.sender().objectName().split()[0]
        self.aim_chosen.emit(side, AIM_CHOICES[at])

    def _on_text_edited(self, text: str) -> None:
        side, field = self.sender().objectName().split()
        self.text_typed.emit(side, field, text)


def _fill(
    combo: QuietCombo, choices: tuple[Score | None, ...], texts: list[str], words: Words
) -> None:
    """Fill `combo` with `texts`; closed, it shows the score alone."""
    combo.setPlaceholderText(words.tr("mixed"))
    combo.clear()
    for choice, text in zip(choices, texts, strict=True):
        combo.addItem(text)
        short = NOTHING if choice is None else short_score(choice, words)
        combo.setItemData(combo.count() - 1, short, SHORT_TEXT)
    combo.widen_list()


def _choose(
    combo: QuietCombo, choices: tuple[Score | None, ...], common: tuple[Score | None, ...]
) -> None:
    at = choices.index(common[0]) if common and common[0] in choices else -1
    if combo.currentIndex() != at:
        combo.setCurrentIndex(at)


def _write(line: QLineEdit, common: tuple[str, ...], words: Words) -> None:
    line.setPlaceholderText("" if common else words.tr("mixed"))
    text = common[0] if common else ""
    if line.text() != text:
        line.setText(text)
        line.setCursorPosition(0)
