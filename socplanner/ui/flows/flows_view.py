"""The view of flows: who does what after whom, by the matrix; whether it works at an hour."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from socplanner.domain.coverage_text import with_on_call
from socplanner.domain.duty_edits import SetCoverage
from socplanner.domain.flow_edits import ChangeStep, JoinSteps, ListStep, RemoveStep, SeparateSteps
from socplanner.domain.flow_inputs import FlowStep, Receiver
from socplanner.domain.flows.defaults import adopting
from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.phases import duty
from socplanner.domain.picture_options import PictureOptions, PictureSubject
from socplanner.domain.role_coverage import Moment
from socplanner.ui.flows.default_notice import DefaultNotice
from socplanner.ui.flows.flow_canvas import FlowCanvas
from socplanner.ui.flows.flow_state import (
    AT_A_MOMENT,
    LIST,
    MODES,
    PHASES,
    STRUCTURE,
    WALK,
    WEEK_MAP,
    FlowState,
)
from socplanner.ui.flows.flow_strip import FlowStrip
from socplanner.ui.flows.lane_change import change_preview, lane_change
from socplanner.ui.flows.outcome_bar import OutcomeBar
from socplanner.ui.flows.phase_pair_page import PhasePairPage
from socplanner.ui.flows.step_details import StepDetails
from socplanner.ui.flows.step_menu import MenuState, StepMenu
from socplanner.ui.flows.steps_model import StepsModel
from socplanner.ui.flows.steps_table import StepsTable
from socplanner.ui.flows.week_page import WeekPage
from socplanner.ui.kit.announcing import announce
from socplanner.ui.kit.dated_moments import DatedMoments
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.plan_view import PlanView

_FLOW, _MODE = "flow:", "mode:"


class FlowsView(PlanView):
    """Shows one flow as a diagram, a walk, a map of the week, or a list."""

    def __init__(self, context: PlanContext, parent: QWidget | None = None) -> None:
        """Show the phase in view."""
        super().__init__(parent)
        self._context = context
        self.state = FlowState(context, self)
        self.strip = FlowStrip(self.state, context.translator, self)
        self.strip.hide()  # the strip above the view shows it
        self.dates = DatedMoments(context, self.strip.moments, self)
        self.notice = DefaultNotice(self)
        self.canvas = FlowCanvas(self)
        self.steps = StepsModel(self.state, self)
        self.table = StepsTable(self.steps, self)
        self.phases = PhasePairPage(self.state, self)
        self.week = WeekPage(self.state, self)
        self.outcome = OutcomeBar(self)
        self.details = StepDetails(self)
        self._menu = StepMenu(self)
        self._pages = QStackedWidget(self)
        self._joining = ""
        self._step, self._step_flow = "", ""
        for page in (self.canvas, self.phases, self.week, self.table):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.notice, self._pages, self.outcome, self.details):
            column.addWidget(widget, 1 if widget is self._pages else 0)
        self._connect()
        self.retranslate()
        self.setFocusProxy(self.canvas)

    def retranslate(self) -> None:
        """Show every text in the language of the window."""
        words = self._context.translator.words
        self.canvas.setAccessibleName(words.tr("Flow diagram"))
        self.table.setAccessibleName(words.tr("Steps of the flow"))
        keys = words.tr(
            "Arrow keys walk along the lines, Enter edits the step, Insert adds one after it, "
            "Delete removes it, J joins it to another, L goes through its lines, H edits its "
            "hours, Alt+Up and Alt+Down give it to another party."
        )
        self.canvas.setWhatsThis(tool_tip(keys))
        self.table.setAccessibleDescription(
            words.tr(
                "Enter edits the step, Insert adds one after it, Delete removes it, J joins it to "
                "another, H edits its hours, Alt+Up and Alt+Down change its place in the list."
            )
        )
        self._refresh()

    @override
    def choices(self) -> QWidget:
        return self.strip

    @override
    def remembered(self) -> tuple[str, ...]:
        current = self.state.current
        flow = () if current is None else (f"{_FLOW}{current.flow.id}",)
        return (*flow, f"{_MODE}{self.state.mode}")

    @override
    def restore(self, remembered: Sequence[str]) -> None:
        for each in remembered:
            if each.startswith(_FLOW):
                self.state.choose_flow(each.removeprefix(_FLOW))
            if each.startswith(_MODE) and each.removeprefix(_MODE) in MODES:
                self.state.choose_mode(each.removeprefix(_MODE))

    @override
    def jump_to(self, role: RoleId, party: PartyId | None = None) -> None:
        """Show the first step of `role`, in the flow that is shown or in the first that has one."""
        current = self.state.current
        flows = [each.flow for each in self.state.listed]
        if current is not None:
            flows.insert(0, current.flow)
        for flow in flows:
            for step in flow.steps:
                if step.role == role:
                    self.state.choose_flow(flow.id)
                    self._choose_step(step.id)
                    self.canvas.choose_step(step.id)
                    return

    @override
    def show_number(self, key: str) -> None:
        """Show the flow with the id `key`, to which evidence of the review leads."""
        self.state.choose_flow(key)

    @override
    def pictured(self, options: PictureOptions) -> PictureOptions:
        """Return `options` with the flow, and with the moment at which it is walked through."""
        moment = self.state.clock.start if self.state.mode in AT_A_MOMENT else None
        return replace(options, subject=PictureSubject.FLOW, flow=self.flow_id, moment=moment)

    @override
    def extend_menu(self, menu: QMenu) -> None:
        self._menu.extend(menu, self._menu_state(), self.state.words)

    @override
    def edit_commands(self) -> Mapping[str, Callable[[], object]]:
        return {"delete": self._remove}

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._cancel_joining()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.details.fit(self.height())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "details"):
            self.details.fit_font()
            self.phases.fit_font()
            self.week.fit_font()
            self.table.fit_font()

    def _connect(self) -> None:
        state, strip, canvas, table = self.state, self.strip, self.canvas, self.table
        state.changed.connect(self._refresh)
        strip.flow_chosen.connect(state.choose_flow)
        strip.mode_chosen.connect(state.choose_mode)
        strip.marks_toggled.connect(state.show_marks)
        self.dates.remarked.connect(self.status_message)
        self.dates.calendar_requested.connect(self._on_calendar_requested)
        self.notice.adopted.connect(self._adopt)
        self.notice.all_adopted.connect(self._adopt_all)
        self.notice.compared.connect(self._compare)
        for shown in (canvas, table):
            shown.step_chosen.connect(self._choose_step)
            shown.step_activated.connect(self._activate)
            shown.key_command.connect(self.perform_command)
            shown.context_requested.connect(self._on_context_requested)
            shown.escaped.connect(self._on_escaped)
        self.phases.table.step_chosen.connect(self._choose_step)
        self.phases.table.step_activated.connect(self._activate)
        self.phases.table.escaped.connect(self._on_escaped)
        canvas.moved.connect(self._give_step)
        canvas.joined.connect(self._join)
        canvas.line_chosen.connect(self._show_line)
        canvas.dragged_over.connect(self._show_preview)
        table.listed.connect(self._list_step)
        self.week.flow_chosen.connect(state.choose_flow)
        self.week.hours.moment_chosen.connect(self._walk_at)
        self.week.hours.escaped.connect(self.search_left)
        self.week.flows.escaped.connect(self.search_left)
        self.outcome.on_call_requested.connect(self._add_on_call)
        self.outcome.hours_requested.connect(self._edit_hours_of)
        self.outcome.step_requested.connect(self._show_step)
        self.outcome.tabletop_requested.connect(self._begin_tabletop)
        self.details.edit_requested.connect(self._edit_step)
        self.details.agreement_requested.connect(self._edit_agreement)
        self._menu.chosen.connect(self.perform_command)
        self._context.translator.language_changed.connect(self.retranslate)

    def _refresh(self) -> None:
        """Show what the state has; nothing is computed while the view is hidden."""
        state = self.state
        if not self.isVisible():
            return
        mode = state.mode
        current = state.current
        if self._step_flow != self.flow_id:
            self._step = ""
            self._cancel_joining()
        elif current is None or current.flow.step(self._step) is None:
            self._step = ""
        self.strip.show_state()
        self.notice.show_flow(current, state.words)
        if mode == WEEK_MAP:
            self.week.refresh()
        elif mode == PHASES:
            self.phases.refresh()
            self.phases.table.choose_step(self._step)
        elif mode == LIST:
            self.steps.refresh()
            self.table.choose_step(self._step)
        else:
            self.canvas.show_drawing(state.drawing)
            if self.canvas.current_step() != self._step:
                self.canvas.choose_step(self._step)
        pages = {PHASES: self.phases, WEEK_MAP: self.week, LIST: self.table}
        page = pages.get(mode, self.canvas)
        self._pages.setCurrentWidget(page)
        self.setFocusProxy(page)
        walk = state.walk if mode in (WALK, LIST) else None
        self.outcome.setVisible(walk is not None)
        if walk is not None:
            self.outcome.show_walk(state.plan, walk, state.words)
        self.details.setVisible(mode != WEEK_MAP)
        if mode != WEEK_MAP:
            self.details.fit(self.height())
            self.details.show_step(state, self._step, has_walk=mode in AT_A_MOMENT)

    def _choose_step(self, step: str) -> None:
        self._step, self._step_flow = step, self.flow_id
        current = self.state.current
        chosen = None if current is None else current.flow.step(step)
        if chosen is not None:
            self._context.viewpoint.select([chosen.role])
        self.details.show_step(self.state, step, has_walk=self.state.mode in AT_A_MOMENT)

    @property
    def step(self) -> str:
        """The id of the current step, empty for none."""
        return self._step

    @property
    def flow_id(self) -> str:
        """The id of the flow that is shown, empty for none."""
        current = self.state.current
        return "" if current is None else current.flow.id

    def request(self, name: str) -> None:
        """Request the edit `name` of the current step, or of the flow without one."""
        subject = f"{self.flow_id}/{self._step}" if self._step else self.flow_id
        self.edit_requested.emit(name, subject)

    def _activate(self, step: str) -> None:
        """Edit a step, or join the one that waits for it."""
        if self._joining and self._joining != step:
            before = self._joining
            self._cancel_joining()
            self._join(before, step)
        else:
            self._cancel_joining()
            self._step, self._step_flow = step, self.flow_id
            self._edit_step()

    def _edit_step(self) -> None:
        if self._step:
            self.request("step")

    def perform_command(self, name: str) -> None:
        """Perform a command of a key or of the menu; one with a dialog is requested."""
        match name:
            case "remove":
                self._remove()
            case "join":
                self.begin_joining()
            case "hours":
                self.hours_requested.emit()
            case "give-up" | "give-down":
                self._give_to_neighbour(-1 if name == "give-up" else 1)
            case "flow" | "add-flow" | "remove-flow":
                self.edit_requested.emit(name, self.flow_id)
            case _:
                self.request({"add": "add-step"}.get(name, name))

    def _menu_state(self) -> MenuState:
        current = self.state.current
        is_of_the_plan = current is not None and not current.is_default
        return MenuState(bool(self._step), current is not None, is_of_the_plan)

    def begin_joining(self) -> None:
        """Let the planner choose the step that is to come after the current one."""
        if not self._step:
            return
        self._joining = self._step
        words = self._context.translator.words
        text = words.tr("Choose the step that comes next and press Enter; Escape cancels.")
        self.hint_changed.emit(text)
        announce(self.canvas, text)

    def _cancel_joining(self) -> None:
        if self._joining:
            self._joining = ""
            self.hint_changed.emit("")

    def _on_escaped(self) -> None:
        if self._joining:
            self._cancel_joining()
        else:
            self.search_left.emit()

    def _join(self, before: str, step: str) -> None:
        self._perform(JoinSteps(self.flow_id, before, step))

    def _remove(self) -> None:
        """Remove the line that is selected in the diagram, or else the current step or receiver."""
        drawing, canvas = self.state.drawing, self.canvas
        if drawing is None or self.state.mode not in (STRUCTURE, WALK):
            if self._step:
                self._perform(RemoveStep(self.flow_id, self._step))
            return
        line, places = canvas.line(), drawing.layout.places
        number = canvas.current if line is None else line.end
        receiver = places[number].receiver if 0 <= number < len(places) else None
        if receiver is not None:
            self._remove_receiver(drawing.boxes[number].step, receiver)
        elif line is not None:
            before, step = places[line.start].step, places[line.end].step
            self._perform(SeparateSteps(self.flow_id, before, step))
        elif self._step:
            self._perform(RemoveStep(self.flow_id, self._step))

    def _remove_receiver(self, step: FlowStep, receiver: Receiver) -> None:
        """Have `step` hand on nothing to `receiver` any more; the step itself stays."""
        others = tuple(each for each in step.to if each != receiver)
        self._perform(ChangeStep(self.flow_id, step._replace(to=others)))

    def _list_step(self, rows: int) -> None:
        row = self.steps.place_of(self._step)
        if row >= 0:
            step = self._step
            self._perform(ListStep(self.flow_id, step, row + rows))
            self.table.choose_step(step)

    def _perform(self, edit: Edit) -> None:
        """Perform an edit of the flow; a default is adopted in the same step."""
        state = self.state
        self._context.document.try_perform(adopting(state.plan, self.flow_id, edit, state.defaults))

    def _show_step(self, step: str) -> None:
        self.canvas.choose_step(step)
        self.table.choose_step(step)
        self.phases.table.choose_step(step)

    def _show_line(self, number: int) -> None:
        """Show what is handed on along a line, or the current step again."""
        if number < 0 or self.state.drawing is None:
            has_walk = self.state.mode in AT_A_MOMENT
            self.details.show_step(self.state, self._step, has_walk=has_walk)
            return
        self.details.show_line(self.state, number)
        announce(self.canvas, f"{self.details.title.text()}\n{self.details.text.text()}")

    def _edit_agreement(self, counterpart: str) -> None:
        self.edit_requested.emit("agreement", counterpart)

    def _begin_tabletop(self) -> None:
        self.edit_requested.emit("tabletop", self.flow_id)

    def _adopt(self) -> None:
        self.edit_requested.emit("adopt-flow", self.flow_id)

    def _adopt_all(self) -> None:
        self.edit_requested.emit("adopt-all-flows", "")

    def _compare(self) -> None:
        self.edit_requested.emit("update-flow", self.flow_id)

    def _on_calendar_requested(self) -> None:
        self.edit_requested.emit("calendar", "")

    def _on_context_requested(self, place: QPoint) -> None:
        self._menu.open(place, self._menu_state(), self.state.words, self)

    def _walk_at(self, moment: Moment) -> None:
        self._context.week.look_at_any_week(moment)
        self.state.choose_mode(WALK)

    def _add_on_call(self, role: str) -> None:
        """Let a role be on call at all hours that it does not cover yet."""
        hours = duty(self.state.plan, self.state.phase, RoleId(role)).coverage
        edit = SetCoverage(self.state.phase, frozenset({RoleId(role)}), with_on_call(hours))
        self._context.document.try_perform(edit)

    def _edit_hours_of(self, role: str) -> None:
        self._context.viewpoint.select([RoleId(role)])
        self.hours_requested.emit()

    def _give_to_neighbour(self, lanes: int) -> None:
        """Give the current step to the party of the lane above or below."""
        drawing, number = self.state.drawing, self.canvas.current
        if drawing is not None and 0 <= number < len(drawing.layout.places):
            lane = drawing.layout.places[number].lane
            if 0 <= lane + lanes < len(drawing.lanes):
                self._give_step(self._step, lane, lane + lanes)

    def _give_step(self, step: str, lane: int, other: int) -> None:
        edit = lane_change(self.state, step, lane, other)
        if edit is not None:
            self._context.document.try_perform(edit)
            self.canvas.choose_step(step)

    def _show_preview(self, step: str, lane: int, other: int) -> None:
        """Show in the status line what a drop would change, and what the checks would report."""
        edit, state = lane_change(self.state, step, lane, other), self.state
        today = self._context.checking.today
        text = "" if edit is None else change_preview(state.plan, edit, today, state.words)
        self.hint_changed.emit(text)
