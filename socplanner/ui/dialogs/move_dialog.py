"""The dialog for a move: who does it, when, what it needs first, effort, risk and status."""

from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.limits import MOST_AMOUNT
from socplanner.domain.plan import Plan
from socplanner.domain.problem import Problem
from socplanner.domain.road_map.moves import move_at
from socplanner.domain.road_map_edits import SetMove
from socplanner.domain.road_map_inputs import (
    MOVE_STATUSES,
    NOTHING_STATED,
    MoveStatus,
    StatedMove,
)
from socplanner.domain.waivers import is_day
from socplanner.ui.dialogs.field_errors import rejection_of
from socplanner.ui.dialogs.prerequisite_rows import PrerequisiteRows
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.day_field import DayField
from socplanner.ui.kit.dialog_size import resize_for_texts
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.wording import errors
from socplanner.wording.language import Words
from socplanner.wording.road_map_words import move_summary, status_name
from socplanner.wording.terms import party_name, phase_name, role_label

_SIZE = (720, 520)
_NOT_STATED = -1
_LINES = 3
_LETTERS = 26


class MoveDialog(QuestionDialog):
    """Edits everything that is stated about the move of a role in a phase; `edit` sets it."""

    def __init__(
        self, plan: Plan, phase: PhaseId, role: RoleId, words: Words, parent: QWidget | None = None
    ) -> None:
        """Show the move; raise KeyError for an unknown phase or role."""
        in_phase, of_role = plan.phase(phase), plan.role(role)
        if in_phase is None or of_role is None:
            raise KeyError(phase, role)
        title = words.tr(
            "Move of {role}, until {phase}",
            role=role_label(of_role, words),
            phase=phase_name(in_phase, words),
        )
        super().__init__(title, words.tr("Apply"), words, parent)
        self._plan, self._place = plan, (phase, role)
        before = plan.moves.get(self._place, NOTHING_STATED)
        move = move_at(plan, phase, role)
        self._summary = "" if move is None else move_summary(plan, move, words)
        self.owners = self._owner_box(before)
        self.owner_name = QLineEdit(before.owner_name, self)
        self.begins = DayField(before.begins, words, self)
        self.ends = DayField(before.ends, words, self)
        self.statuses = self._status_box(before.status)
        self.effort = self._effort_field(before.effort)
        self.prerequisites = PrerequisiteRows(plan, self._place, words, self)
        for each in before.prerequisites:
            self.prerequisites.add(each)
        self.risk = self._text(before.risk)
        self.note = self._text(before.note)
        self._lay_out()
        self.errors.find_by(self._problems)
        self.prerequisites.changed.connect(self._on_prerequisites_changed)

    @property
    def edit(self) -> SetMove:
        """The edit that sets the move as the fields have it."""
        owner = self.owners.currentData()
        move = StatedMove(
            None if owner is None else PartyId(owner),
            self.owner_name.text().strip(),
            self.begins.day,
            self.ends.day,
            self.prerequisites.prerequisites,
            None if self.effort.value() < 0 else self.effort.value(),
            self.risk.toPlainText().strip(),
            self._status(),
            self.note.toPlainText().strip(),
        )
        return SetMove(*self._place, move)

    def _lay_out(self) -> None:
        words = self.words
        keep_clean(self.owner_name, words)
        self.owner_name.setPlaceholderText(words.tr("person or team"))
        self.owner_name.setAccessibleName(words.tr("Person or team that leads the move"))
        content = QWidget(self)
        form = QFormLayout()
        owner = QWidget(self)
        owner.setFocusProxy(self.owners)
        side_by_side = QHBoxLayout(owner)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.addWidget(self.owners)
        side_by_side.addWidget(self.owner_name, 1)
        for field in (self.begins, self.ends, self.statuses, self.effort):
            field.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        form.addRow(words.tr("&Owner"), owner)
        self.errors.add_row(form, words.tr("&Begin"), self.begins)
        self.errors.add_row(form, words.tr("&End"), self.ends)
        form.addRow(words.tr("&Status"), self.statuses)
        form.addRow(words.tr("E&ffort"), self.effort)
        self.errors.add_row(form, words.tr("Needs first"), self.prerequisites)
        form.addRow(words.tr("&Risk"), self.risk)
        form.addRow(words.tr("&Note"), self.note)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 8, 0)
        if self._summary:
            summary = PlainLabel(content, self._summary)
            summary.setWordWrap(True)
            inner.addWidget(summary)
        inner.addLayout(form)
        inner.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(content)
        self.column.addWidget(area, 1)
        self.finish_layout()
        resize_for_texts(self, *_SIZE)

    def _owner_box(self, before: StatedMove) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.words.tr("not stated"), None)
        for party in self._plan.parties:
            box.addItem(party_name(party, self.words), party.id)
        box.setCurrentIndex(max(box.findData(before.owner), 0) if before.owner else 0)
        return box

    def _status_box(self, status: MoveStatus | None) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.words.tr("not stated"), None)
        for each in MOVE_STATUSES:
            box.addItem(status_name(each, self.words), each)
        box.setCurrentIndex(0 if status is None else MOVE_STATUSES.index(status) + 1)
        return box

    def _status(self) -> MoveStatus | None:
        chosen = self.statuses.currentIndex()
        return None if chosen <= 0 else MOVE_STATUSES[chosen - 1]

    def _effort_field(self, effort: float | None) -> QDoubleSpinBox:
        field = QDoubleSpinBox(self)
        field.setRange(_NOT_STATED, MOST_AMOUNT)
        field.setDecimals(1 if effort is None or effort == round(effort, 1) else 2)
        field.setSpecialValueText(self.words.tr("not stated"))
        field.setSuffix(f" {self.words.tr('person-days')}")
        field.setValue(_NOT_STATED if effort is None else effort)
        return field

    def _text(self, text: str) -> QPlainTextEdit:
        field = QPlainTextEdit(text, self)
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * _LINES + 12)
        return field

    def _on_prerequisites_changed(self) -> None:
        self.errors.mark_edited(self.prerequisites)

    def _problems(self) -> dict[QWidget, str]:
        """Return what is wrong with the days, or else what forbids the move."""
        problems: dict[QWidget, str] = {
            field: self._bad_day(field.day)
            for field in (self.begins, self.ends)
            if field.day and not is_day(field.day)
        }
        for each in self.prerequisites.prerequisites:
            for day in (each.day, each.until):
                if day and not is_day(day):
                    problems[self.prerequisites] = self._bad_day(day)
        problem = None if problems else rejection_of(self.edit, self._plan)
        if problem is not None:
            ends = (self.begins.day, self.ends.day)
            is_period = problem.code == "ends-too-early" and ends == tuple(problem.values.values())
            field = self.ends if is_period else self.prerequisites
            problems[field] = errors.message(problem, self.words)
        return problems

    def _bad_day(self, day: str) -> str:
        return errors.message(Problem("bad-day", {"day": day}), self.words)
