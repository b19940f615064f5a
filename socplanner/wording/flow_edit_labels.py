"""The names of edits of flows; loaded only when there is one."""

from socplanner.domain.exercise_edits import AddExercise, RemoveExercise
from socplanner.domain.flow_edits import (
    AddFlow,
    AddStep,
    AdoptFlows,
    ChangeDefaultFlow,
    ChangeFlow,
    ChangeStep,
    JoinSteps,
    ListStep,
    RemoveFlow,
    RemoveStep,
    SeparateSteps,
    SetCounterparts,
    UpdateFlow,
)
from socplanner.domain.flow_inputs import BusinessFlow, flow_of
from socplanner.domain.history import Edit
from socplanner.domain.plan import Plan
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import role_code

_NAMES: dict[type[Edit], str] = {
    RemoveExercise: N_("Remove exercise"),
    SetCounterparts: N_("Change counterparts"),
}


def flow_label(edit: Edit, plan: Plan, words: Words) -> str | None:
    """Return the name of `edit` for a menu; None where it is no edit of flows."""
    if isinstance(edit, ChangeDefaultFlow):
        edit = edit.edit
    match edit:
        case AddFlow() | ChangeFlow() | UpdateFlow() | RemoveFlow():
            return _of_flow(edit, plan, words)
        case AddStep() | ChangeStep() | RemoveStep() | ListStep():
            return _of_step(edit, plan, words)
        case JoinSteps() | SeparateSteps():
            return _of_line(edit, plan, words)
        case AdoptFlows(flows):
            return _of_adoption(flows, words)
        case AddExercise(exercise):
            return words.tr("Keep the exercise of {day}", day=exercise.day)
    name = _NAMES.get(type(edit))
    return None if name is None else words.tr(name)


def _of_adoption(flows: tuple[BusinessFlow, ...], words: Words) -> str:
    if len(flows) == 1:
        return words.tr("Adopt flow {flow}", flow=words.local(flows[0].name))
    return words.count("Adopt {n} flow", "Adopt {n} flows", len(flows))


def _of_flow(edit: AddFlow | ChangeFlow | UpdateFlow | RemoveFlow, plan: Plan, words: Words) -> str:
    match edit:
        case AddFlow(flow):
            return words.tr("Add flow {flow}", flow=words.local(flow.name))
        case ChangeFlow(flow):
            return words.tr("Change flow {flow}", flow=words.local(flow.name))
        case UpdateFlow(flow):
            return words.tr("Update flow {flow}", flow=words.local(flow.name))
        case RemoveFlow(flow_id):
            flow_with_id = flow_of(plan.flows, flow_id)
            name = flow_id if flow_with_id is None else words.local(flow_with_id.name)
            return words.tr("Remove flow {flow}", flow=name)


def _of_step(edit: AddStep | ChangeStep | RemoveStep | ListStep, plan: Plan, words: Words) -> str:
    match edit:
        case AddStep(_, step):
            return words.tr("Add step {step}", step=role_code(plan, step.role))
        case ChangeStep(_, step):
            return words.tr("Change step {step}", step=role_code(plan, step.role))
        case RemoveStep(flow, step_id):
            return words.tr("Remove step {step}", step=_step_name(plan, flow, step_id))
        case ListStep(flow, step_id):
            return words.tr("Reorder step {step}", step=_step_name(plan, flow, step_id))


def _of_line(edit: JoinSteps | SeparateSteps, plan: Plan, words: Words) -> str:
    before = _step_name(plan, edit.flow, edit.before)
    step = _step_name(plan, edit.flow, edit.step)
    if isinstance(edit, JoinSteps):
        return words.tr("Join {before} to {step}", before=before, step=step)
    return words.tr("Separate {step} from {before}", before=before, step=step)


def _step_name(plan: Plan, flow_id: str, step_id: str) -> str:
    """Return the code of the role of a step, or the id of one that is gone."""
    flow = flow_of(plan.flows, flow_id)
    step = None if flow is None else flow.step(step_id)
    return step_id if step is None else role_code(plan, step.role)
