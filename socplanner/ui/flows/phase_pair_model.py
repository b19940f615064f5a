"""The steps of a flow at one hour in two phases, side by side."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from socplanner.domain.flow_inputs import FlowStep
from socplanner.domain.flows.walk import FlowWalk
from socplanner.ui.flows.step_rows import StepRowsModel
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.shown_model import Index
from socplanner.wording.flow_words import moment_text, step_state_name
from socplanner.wording.terms import parties_in_words, party_initials, phase_name, role_code


class PhasePairColumn(IntEnum):
    """The columns: the step, then who performs it, its state and its end in each phase."""

    NUMBER = 0
    ROLE = 1
    DOES = 2
    PARTIES = 3
    STATE = 4
    ENDS = 5
    OTHER_PARTIES = 6
    OTHER_STATE = 7
    OTHER_ENDS = 8


_OF_A_PHASE = 3
"""So many columns each phase has."""

Column = PhasePairColumn


class PhasePairModel(StepRowsModel):
    """One row a step; bold in the other phase where it differs from the phase in view."""

    columns = PhasePairColumn

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._title(Column(section))
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        step, column = self.steps[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(step, column, index.row())
            case Qt.ItemDataRole.FontRole if self._differs(step, column):
                bold = QFont()
                bold.setBold(True)
                return bold
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._accessible_text(step, column, index.row())
        return None

    def _title(self, column: PhasePairColumn) -> str:
        words = self.state.words
        match column:
            case Column.NUMBER:
                return words.tr("No.")
            case Column.ROLE:
                return words.tr("Role")
            case Column.DOES:
                return words.tr("What is done")
            case Column.PARTIES | Column.OTHER_PARTIES:
                return self.phase_title(column is Column.OTHER_PARTIES)
            case Column.STATE | Column.OTHER_STATE:
                return words.tr("At the hour")
        return words.tr("Ends")

    def phase_title(self, is_other: bool) -> str:
        """Return the name of one of the phases, empty where the plan has one alone."""
        phases = self.state.compared_phases
        if is_other and len(phases) < 2:
            return ""
        phase = self.state.plan.phase(phases[int(is_other)])
        return "" if phase is None else phase_name(phase, self.state.words)

    def _text(self, step: FlowStep, column: PhasePairColumn, row: int) -> str:
        state, words = self.state, self.state.words
        match column:
            case Column.NUMBER:
                return str(row + 1)
            case Column.ROLE:
                return role_code(state.plan, step.role)
            case Column.DOES:
                return words.local(step.does)
        return self._walked_text(step, column)

    def _walked_text(self, step: FlowStep, column: PhasePairColumn) -> str:
        state, words = self.state, self.state.words
        walk = self._walk(column)
        walked = None if walk is None else walk.walked(step.id)
        if walk is None or walked is None:
            return ""
        match column:
            case Column.PARTIES | Column.OTHER_PARTIES:
                parties = map(state.plan.party, walked.parties.performing)
                return ", ".join(party_initials(each, words) for each in parties if each)
            case Column.STATE | Column.OTHER_STATE:
                return step_state_name(walked.state, words)
        return moment_text(walk.clock, walked.ends, words)

    def _walk(self, column: PhasePairColumn) -> FlowWalk | None:
        """Return the walk in the phase of `column`; None where the plan has no other phase."""
        walks, at = self.state.phase_walks, int(column >= Column.OTHER_PARTIES)
        return walks[at] if at < len(walks) else None

    def _differs(self, step: FlowStep, column: PhasePairColumn) -> bool:
        """Return whether a cell of the other phase differs from that of the phase in view."""
        if column < Column.OTHER_PARTIES:
            return False
        before = Column(column - _OF_A_PHASE)
        return self._text(step, column, 0) != self._text(step, before, 0)

    def _accessible_text(self, step: FlowStep, column: PhasePairColumn, row: int) -> str:
        text = self._text(step, column, row)
        if column < Column.PARTIES:
            return f"{self._title(column)}: {text}"
        is_other = column >= Column.OTHER_PARTIES
        parts = [self.phase_title(is_other)]
        if column in (Column.PARTIES, Column.OTHER_PARTIES):
            walk = self._walk(column)
            walked = None if walk is None else walk.walked(step.id)
            if walked is not None and walked.parties.performing:
                performing = walked.parties.performing
                text = parties_in_words(self.state.plan, performing, self.state.words)
        else:
            parts.append(self._title(column))
        return ": ".join([*filter(None, parts), text or "–"])
