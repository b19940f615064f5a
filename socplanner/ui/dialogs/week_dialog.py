"""The dialog for the hours of roles: usual ones to choose, a week to paint, and its text."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QWidget

from socplanner.domain.coverage import (
    ALL_DAYS,
    STATE_OF_MODE,
    WORKDAYS,
    Coverage,
    CoverageBand,
    CoverageMode,
)
from socplanner.domain.coverage_text import coverage_of, coverage_text
from socplanner.domain.coverage_week import (
    Covered,
    coverage_of_week,
    hours_a_week,
    painted,
    week_of,
)
from socplanner.domain.duty_edits import SetCoverage
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import duties
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.dialogs.week_grid import WeekGrid
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.segments import Segment, Segments
from socplanner.wording import errors
from socplanner.wording.coverage_words import state_name
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import role_label

_UNMANNED = "unmanned"
_MOST_MINUTES = 999
_LONGEST = 32_767
"""A longer text of painted hours is reported, not cut: hours would be lost."""

_NUMBER = "\0"
"""Stands for the number in a message that is parted at it."""

_OFFICE = CoverageBand(WORKDAYS, 9 * 60, 17 * 60 + 30)
"""Office hours; a default of this tool."""

_PRESETS = {
    N_("Round the clock"): (CoverageBand(ALL_DAYS),),
    N_("Weekdays 9:00–17:30"): (_OFFICE,),
    N_("Weekdays, else on call"): (_OFFICE, CoverageBand(ALL_DAYS, mode=CoverageMode.ON_CALL)),
    N_("Not stated"): (),
}
"""Usual hours, by their names."""


class WeekDialog(QuestionDialog):
    """Edits the hours of `roles`; the text is what is stored, and can be typed as well."""

    def __init__(
        self,
        plan: Plan,
        phase: PhaseId,
        roles: Sequence[RoleId],
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Show the hours of `roles` in `phase`, none where they differ."""
        super().__init__(_title(plan, roles, words), words.tr("Apply"), words, parent)
        self.setWindowTitle(words.tr("Hours"))
        self._plan, self._phase, self._roles = plan, phase, frozenset(roles)
        texts = {duties(plan, phase)[role].coverage for role in roles}
        self._is_mixed = len(texts) > 1
        self._is_edited = False
        self.tools = Segments(self)
        self.within = QSpinBox(self)
        self.grid = WeekGrid(words, self)
        self.field = QLineEdit(self)
        self.summary = PlainLabel(self)
        self._remark = ""
        self._fill()
        self._lay_out()
        self._before = None if self._is_mixed else texts.pop()
        self.field.setText(self._before or "")
        self._on_typed(self.field.text())
        self.field.textEdited.connect(self._on_edited)
        self.grid.painted.connect(self._on_painted)
        self.errors.find_by(self._problems)
        self._enable()
        self.grid.setFocus()

    def edit(self) -> SetCoverage:
        """Return the edit that sets the text as the hours of the roles."""
        return SetCoverage(self._phase, self._roles, self.field.text().strip())

    def covered(self) -> Covered | None:
        """Return how painted hours will be covered; None makes them unmanned."""
        tool = next((each for each, button in self.tools.buttons.items() if button.isChecked()), "")
        if tool == _UNMANNED:
            return None
        return Covered(CoverageMode(int(tool)), self.within.value() or None)

    def _fill(self) -> None:
        words = self.words
        modes = [
            Segment(str(mode.value), state_name(STATE_OF_MODE[mode], words))
            for mode in CoverageMode
        ]
        self.tools.set_choices(
            [*modes, Segment(_UNMANNED, words.tr("Unmanned"))], str(CoverageMode.ON_DUTY.value)
        )
        self.tools.chosen.connect(self.tools.choose)
        self.tools.setAccessibleName(words.tr("Painted hours are"))
        self.within.setRange(0, _MOST_MINUTES)
        self.within.setSpecialValueText(words.tr("no time to answer"))
        before, _, after = words.tr("answer within {n} min", n=_NUMBER).partition(_NUMBER)
        self.within.setPrefix(before)
        self.within.setSuffix(after)
        self.within.setAccessibleName(words.tr("Answer within, in minutes"))
        self.field.setAccessibleName(words.tr("Coverage"))
        if self._is_mixed:
            self.field.setPlaceholderText(words.tr("mixed"))
        keep_clean(self.field, words, _LONGEST)
        self.summary.setWordWrap(True)
        self.summary.setMinimumHeight(2 * self.fontMetrics().lineSpacing())

    def _lay_out(self) -> None:
        presets = QHBoxLayout()
        for name in _PRESETS:
            button = FlatButton(self, is_edged=True)
            button.setText(self.words.tr(name))
            button.setObjectName(name)
            button.clicked.connect(self._on_preset_clicked)
            presets.addWidget(button)
        presets.addStretch(1)
        within = QHBoxLayout()
        within.addWidget(self.within)
        within.addStretch(1)
        self.column.addLayout(presets)
        self.column.addWidget(self.tools)
        self.column.addLayout(within)
        self.column.addWidget(self.grid)
        self.column.addWidget(self.field)
        self.column.addWidget(self.errors.add(self.field))
        self.column.addWidget(self.summary)
        self.finish_layout()

    def _on_preset_clicked(self) -> None:
        """Show usual hours; the remark stays."""
        self._show(Coverage(_PRESETS[self.sender().objectName()], self._remark))

    def _on_painted(self, days: object, start: int, end: int) -> None:
        assert isinstance(days, frozenset)
        week = painted(self.grid.week, days, start, end, self.covered())
        self._show(coverage_of_week(week, self._remark))

    def _enable(self) -> None:
        """Let the dialog be accepted where there is something to change."""
        is_untouched = self._is_mixed and not self._is_edited
        self.accept_button.setEnabled(not is_untouched and self.field.text() != self._before)

    def _show(self, coverage: Coverage) -> None:
        """Show `coverage` as text and week."""
        self.field.setText(coverage_text(coverage))
        self._on_edited(self.field.text())
        self.errors.mark_edited(self.field)

    def _on_edited(self, text: str) -> None:
        self._is_edited = True
        self._on_typed(text)
        self._enable()

    def _on_typed(self, text: str) -> None:
        """Show the week that `text` states."""
        coverage = coverage_of(text.strip())
        self._remark = coverage.remark
        self.grid.show_week(week_of(coverage))
        self.summary.setText(self._sentence(coverage))

    def _sentence(self, coverage: Coverage) -> str:
        """Return how many hours a week have each state, and what is only a remark."""
        words = self.words
        lines = []
        for mode in CoverageMode:
            hours = hours_a_week(self.grid.week, mode)
            if hours:
                name = state_name(STATE_OF_MODE[mode], words)
                lines.append(words.tr("{state} {n} h a week", state=name, n=f"{hours:g}"))
        sentence = words.tr(", ").join(lines)
        if coverage.remark:
            remark = words.tr("Not read as hours, kept as a remark: {text}", text=coverage.remark)
            return "\n".join(filter(None, (sentence, remark)))
        return sentence

    def _problems(self) -> dict[QWidget, str]:
        problem = rejection_of(self.edit(), self._plan)
        return {} if problem is None else {self.field: errors.message(problem, self.words)}


def _title(plan: Plan, roles: Sequence[RoleId], words: Words) -> str:
    if len(roles) == 1 and (role := plan.role(roles[0])) is not None:
        return words.tr("Hours of {role}", role=role_label(role, words))
    return words.count("Hours of {n} role", "Hours of {n} roles", len(roles))
