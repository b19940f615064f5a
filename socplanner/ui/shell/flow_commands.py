"""The edits that the view of flows requests, with their dialogs."""

from socplanner.domain.flow_edits import RemoveFlow, SeparateSteps
from socplanner.domain.flow_inputs import BusinessFlow, flow_of
from socplanner.domain.flows.defaults import (
    DefaultFlows,
    ListedFlow,
    adopting,
    adoption,
    listed_flows,
)
from socplanner.domain.flows.walk import walk
from socplanner.domain.history import Edit
from socplanner.domain.plan import Plan
from socplanner.services.default_flows import flows_of_catalogue
from socplanner.ui.dialogs.exercises_dialog import ExercisesDialog
from socplanner.ui.dialogs.flow_dialog import FlowDialog
from socplanner.ui.dialogs.newer_flow_dialog import NewerFlowDialog
from socplanner.ui.dialogs.step_dialog import EditedStep, StepDialog
from socplanner.ui.dialogs.tabletop_dialog import TabletopDialog
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.week_clock import clock_at
from socplanner.ui.shell.view_commands import EditDialog, ViewCommands


class FlowCommands(ViewCommands):
    """Edits flows and steps; a subject is the id of a flow, or `FLOW/STEP`.

    Without one, the flow is incident response or else the first.
    """

    @override
    def dialog(self, name: str, subject: str) -> EditDialog | None:
        plan, words, defaults = self._plan, self.context.translator.words, self._defaults
        listed = self._listed(subject)
        if name == "exercises":
            context = self.context
            return ExercisesDialog(context.document, context.translator, self.window_)
        if name == "tabletop" and listed is not None and listed.flow.steps:
            return self._tabletop(listed.flow)
        if name == "add-flow" or (name == "flow" and listed is not None):
            before = None if name == "add-flow" or listed is None else listed.flow
            return FlowDialog(before, plan, defaults, words, self.window_)
        if name == "update-flow" and listed is not None and listed.newer is not None:
            return NewerFlowDialog(listed.flow, listed.newer, plan, defaults, words, self.window_)
        edited = None if listed is None else _edited_step(name, listed.flow, subject)
        if edited is None:
            return None
        return StepDialog(edited, plan, defaults, words, self.window_)

    @override
    def removal(self, name: str, subject: str) -> tuple[Edit, str] | None:
        """Return the edits without a dialog, too: adopting flows, separating steps."""
        plan, words, defaults = self._plan, self.context.translator.words, self._defaults
        listed = self._listed(subject)
        if name == "adopt-all-flows":
            flows = tuple(each for each in defaults.flows if flow_of(plan.flows, each.id) is None)
            n = len(flows)
            text = words.count("{n} flow was adopted.", "{n} flows were adopted.", n)
            return (adoption(plan, flows, defaults), text) if flows else None
        if listed is None:
            return None
        flow_name = words.local(listed.flow.name)
        if name == "adopt-flow" and listed.is_default:
            text = words.tr("The flow “{flow}” was adopted.", flow=flow_name)
            return adoption(plan, (self._default(listed.flow.id),), defaults), text
        if name == "remove-flow" and not listed.is_default:
            text = words.tr("The flow “{flow}” was removed.", flow=flow_name)
            return RemoveFlow(listed.flow.id), text
        step = listed.flow.step(subject.partition("/")[2])
        if name == "separate-step" and step is not None and step.after:
            edit: Edit = SeparateSteps(listed.flow.id, step.after[-1], step.id)
            text = words.tr("The steps were separated.")
            return adopting(plan, listed.flow.id, edit, defaults), text
        return None

    def _tabletop(self, flow: BusinessFlow) -> TabletopDialog:
        context, plan = self.context, self._plan
        phase = context.viewpoint.phase
        walked = walk(plan, phase, flow, clock_at(context.week, plan))
        today, words = context.checking.today, context.translator.words
        return TabletopDialog(plan, phase, walked, today, words, self.window_)

    @property
    def _plan(self) -> Plan:
        return self.context.document.plan

    @property
    def _defaults(self) -> DefaultFlows:
        return flows_of_catalogue(self._plan)

    def _default(self, flow_id: str) -> BusinessFlow:
        return next(each for each in self._defaults.flows if each.id == flow_id)

    def _listed(self, subject: str) -> ListedFlow | None:
        flow_id = subject.partition("/")[0]
        listed = listed_flows(self._plan, self._defaults)
        for each in listed:
            if each.flow.id == flow_id:
                return each
        return None if flow_id or not listed else listed[0]


def _edited_step(name: str, flow: BusinessFlow, subject: str) -> EditedStep | None:
    """Return which step of `flow` the edit `name` is about, None for another edit."""
    step = subject.partition("/")[2]
    if name == "add-step":
        return EditedStep(flow, None, step)
    before = flow.step(step)
    return EditedStep(flow, before) if name == "step" and before is not None else None
