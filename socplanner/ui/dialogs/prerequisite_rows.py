"""The prerequisites of a move in its dialog, one in each row: kind, what it is, and its days."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.plan import Plan
from socplanner.domain.road_map.moves import all_moves
from socplanner.domain.road_map_inputs import PREREQUISITE_KINDS, MovePlace, Prerequisite
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.ui.kit.day_field import DayField
from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.wording.language import Words
from socplanner.wording.road_map_words import prerequisite_kind_name
from socplanner.wording.terms import phase_label, role_code, role_name

Choices = Sequence[tuple[str, MovePlace]]
"""The moves that can be needed, with their names."""

_LETTERS = 14
_WORDY_LETTERS = 24


class PrerequisiteRow(QWidget):
    """One prerequisite."""

    changed = Signal()
    removed = Signal()

    def __init__(
        self, each: Prerequisite, place: MovePlace, choices: Choices, words: Words, parent: QWidget
    ) -> None:
        """Show `each`, a prerequisite of the move at `place`."""
        super().__init__(parent)
        self._phase = place[0]
        self.kinds = QComboBox(self)
        for kind in PREREQUISITE_KINDS:
            self.kinds.addItem(prerequisite_kind_name(kind, words), kind)
        self.roles = QComboBox(self)
        for name, (phase, role) in choices:
            self.roles.addItem(name, f"{phase} {role}")
        self.name = QLineEdit(each.name, self)
        self.day = DayField(each.day, words, self)
        self.until = DayField(each.until, words, self)
        self.remove_button = FlatButton(self, "remove")
        self._lay_out(words)
        self.kinds.setCurrentIndex(self.kinds.findData(each.kind))
        if each.role is not None:
            at = self.roles.findData(f"{each.phase or self._phase} {each.role}")
            self.roles.setCurrentIndex(max(at, 0))
        self._show_kind()
        self._connect()

    def _connect(self) -> None:
        self.kinds.currentIndexChanged.connect(self._show_kind)
        self.kinds.currentIndexChanged.connect(self.changed)
        self.roles.currentIndexChanged.connect(self.changed)
        for field in (self.name, self.day, self.until):
            field.textChanged.connect(self.changed)
        self.remove_button.clicked.connect(self.removed)

    @property
    def prerequisite(self) -> Prerequisite:
        """The prerequisite as the fields have it."""
        kind = PREREQUISITE_KINDS[self.kinds.currentIndex()]
        role = phase = None
        if kind == "role" and self.roles.currentIndex() >= 0:
            phase_id, _, role_id = str(self.roles.currentData()).partition(" ")
            role = RoleId(role_id)
            phase = None if phase_id == self._phase else PhaseId(phase_id)
        until = self.until.day if kind == "contract" else ""
        return Prerequisite(kind, role, phase, self.name.text().strip(), self.day.day, until)

    def _lay_out(self, words: Words) -> None:
        letter = self.fontMetrics().averageCharWidth()
        names = (
            (self.kinds, words.tr("Kind of the prerequisite")),
            (self.roles, words.tr("Role whose move comes first")),
            (self.name, words.tr("Name of the prerequisite")),
            (self.day, words.tr("From when it is there")),
            (self.until, words.tr("Last day of the contract")),
            (self.remove_button, words.tr("Remove this prerequisite")),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget, name in names:
            widget.setAccessibleName(name)
            widget.setToolTip(tool_tip(name))
            row.addWidget(widget)
        keep_clean(self.name, words)
        self.name.setPlaceholderText(words.tr("name"))
        self.day.setPlaceholderText(words.tr("from"))
        self.until.setPlaceholderText(words.tr("until"))
        self.roles.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.roles.setMinimumContentsLength(_WORDY_LETTERS)
        for field in (self.day, self.until):
            field.setFixedWidth(letter * _LETTERS)
        self.name.setMinimumWidth(letter * _LETTERS)
        row.setStretchFactor(self.name, 1)

    def _show_kind(self) -> None:
        """Show the fields of the kind that is chosen."""
        kind = PREREQUISITE_KINDS[self.kinds.currentIndex()]
        self.roles.setVisible(kind == "role")
        self.until.setVisible(kind == "contract")


class PrerequisiteRows(QWidget):
    """All prerequisites of a move; more can be added."""

    changed = Signal()

    def __init__(self, plan: Plan, place: MovePlace, words: Words, parent: QWidget) -> None:
        """Begin without a prerequisite of the move at `place`."""
        super().__init__(parent)
        self._place, self._words = place, words
        self._choices = _choices(plan, place, words)
        self.rows: list[PrerequisiteRow] = []
        self.add_button = FlatButton(self, is_edged=True)
        self.add_button.setText(words.tr("Add a prerequisite"))
        self.add_button.clicked.connect(self._add_new)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def prerequisites(self) -> tuple[Prerequisite, ...]:
        """The prerequisites as the rows have them."""
        return tuple(row.prerequisite for row in self.rows)

    def add(self, each: Prerequisite) -> PrerequisiteRow:
        """Add a row for `each`."""
        row = PrerequisiteRow(each, self._place, self._choices, self._words, self)
        row.changed.connect(self.changed)
        row.removed.connect(self._on_removed)
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        return row

    def _add_new(self) -> None:
        row = self.add(Prerequisite("hiring"))
        row.show()
        row.kinds.setFocus()
        self.changed.emit()

    def _on_removed(self) -> None:
        row = self.sender()
        if isinstance(row, PrerequisiteRow):
            self.rows.remove(row)
            row.hide()
            row.deleteLater()
            self.add_button.setFocus()
            self.changed.emit()


def _choices(plan: Plan, place: MovePlace, words: Words) -> Choices:
    """Return the moves in the phase of `place` and before it, and those that are needed already."""
    phases = [phase.id for phase in plan.phases]
    until = phases.index(place[0])
    stated = plan.moves.get(place)
    needed = [
        (each.phase or place[0], each.role)
        for each in (() if stated is None else stated.prerequisites)
        if each.role is not None
    ]
    others = [
        move.place
        for move in all_moves(plan)
        if not move.is_minor and phases.index(move.phase.id) <= until and move.place != place
    ]
    return [
        (_name(plan, each, place[0], words), each) for each in dict.fromkeys((*others, *needed))
    ]


def _name(plan: Plan, place: MovePlace, phase: PhaseId, words: Words) -> str:
    role = plan.role(place[1])
    name = role_code(plan, place[1])
    if role is not None:
        name = f"{name} {role_name(role, words)}"
    if place[0] == phase:
        return name
    return words.tr("{role}, {phase}", role=name, phase=phase_label(plan, place[0], words))
