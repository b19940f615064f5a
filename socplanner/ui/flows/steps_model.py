"""The steps of a flow as a table: everything that the diagram shows, for reading and for keys."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import Qt

from socplanner.domain.flow_inputs import FlowStep
from socplanner.ui.flows.step_rows import StepRowsModel
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.shown_model import READ_ROLES, Index
from socplanner.wording.flow_lines import after_text, receivers_text
from socplanner.wording.flow_words import limit_text, moment_text, step_state_name
from socplanner.wording.language import N_
from socplanner.wording.marking import tlp_label
from socplanner.wording.terms import party_initials, role_code


class FlowColumn(IntEnum):
    """The columns of the table."""

    NUMBER = 0
    ROLE = 1
    DOES = 2
    PARTIES = 3
    AFTER = 4
    TO = 5
    TLP = 6
    LIMIT = 7
    STATE = 8
    ENDS = 9


_TITLES = {
    FlowColumn.NUMBER: N_("No."),
    FlowColumn.ROLE: N_("Role"),
    FlowColumn.DOES: N_("What is done"),
    FlowColumn.PARTIES: N_("Performed by"),
    FlowColumn.AFTER: N_("After"),
    FlowColumn.TO: N_("Hands on to"),
    FlowColumn.TLP: N_("TLP"),
    FlowColumn.LIMIT: N_("Limit"),
    FlowColumn.STATE: N_("At the hour"),
    FlowColumn.ENDS: N_("Ends"),
}


class StepsModel(StepRowsModel):
    """One row a step, in the order of the flow."""

    columns = FlowColumn

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.state.words.tr(_TITLES[FlowColumn(section)])
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in READ_ROLES:
            return None
        step, column = self.steps[index.row()], FlowColumn(index.column())
        text = self._text(step, column, index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.state.words.tr(_TITLES[column])}: {text or '–'}"
        return text

    def _text(self, step: FlowStep, column: FlowColumn, row: int) -> str:
        state, words = self.state, self.state.words
        current, drawing = state.current, state.drawing
        match column:
            case FlowColumn.NUMBER:
                text = str(row + 1)
            case FlowColumn.ROLE:
                text = role_code(state.plan, step.role)
            case FlowColumn.DOES:
                text = words.local(step.does)
            case FlowColumn.PARTIES if drawing is not None:
                parties = map(state.plan.party, drawing.parties[step.id].performing)
                text = ", ".join(party_initials(each, words) for each in parties if each)
            case FlowColumn.AFTER if current is not None:
                text = after_text(state.plan, current.flow, step, words)
            case FlowColumn.TO:
                text = receivers_text(state.plan, step, state.counterparts, words)
            case FlowColumn.TLP:
                text = "" if step.tlp is None else tlp_label(step.tlp).removeprefix("TLP:")
            case FlowColumn.LIMIT:
                text = limit_text(step, words)
            case _:
                text = self._walked_text(step, column)
        return text

    def _walked_text(self, step: FlowStep, column: FlowColumn) -> str:
        walk = self.state.walk
        walked = None if walk is None else walk.walked(step.id)
        if walk is None or walked is None:
            return ""
        if column is FlowColumn.STATE:
            return step_state_name(walked.state, self.state.words)
        return moment_text(walk.clock, walked.ends, self.state.words)
