"""The model looks at changed roles only, and has what a new one would have."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ApplyPattern, ChangeSourcing, SetAim, SetCoverage
from socplanner.domain.history import Edit, History
from socplanner.domain.ids import PhaseId
from socplanner.domain.phase_edits import RemovePhase
from socplanner.domain.road_map.moves import period_of
from socplanner.domain.road_map.orders import BY_BEGIN
from socplanner.domain.road_map_edits import SetMove, SetPhaseTerms
from socplanner.domain.road_map_inputs import PhaseTerms, Prerequisite, StatedMove
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.kit.plan_context import plan_context
from socplanner.ui.roadmap.roadmap_model import RoadMapModel
from tests.support.small_plan import A1, A2, NOW, ROLES, TARGET, small_plan

phases = st.sampled_from((NOW, TARGET))
role = st.sampled_from(ROLES)
roles = st.frozensets(role, min_size=1, max_size=3)
days = st.sampled_from(("", "2027-04-01", "2027-07-01"))
prerequisites = st.lists(
    st.builds(Prerequisite, st.just("role"), role, st.sampled_from((None, NOW))), max_size=2
).map(tuple)
moves = st.builds(StatedMove, begins=days, ends=days, prerequisites=prerequisites)
edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(SetMove, phases, role, moves),
    st.builds(ChangeSourcing, phases, roles, st.sampled_from(Sourcing)),
    st.builds(SetCoverage, phases, roles, st.sampled_from(("", "24x365"))),
    st.builds(SetAim, phases, roles, st.just("inhouse"), st.sampled_from(("3", None))),
    st.builds(ApplyPattern, phases, st.sampled_from(("half", "all"))),
    st.builds(SetPhaseTerms, phases, st.builds(PhaseTerms, days)),
    st.builds(RemovePhase, phases),
)
steps = st.lists(st.one_of(edits, phases, st.sampled_from(("undo", "hide", "show"))), max_size=10)


def shown(model: RoadMapModel) -> list[tuple[object, ...]]:
    """Return what each row shows; moves that did not change may have an older phase."""
    return [
        (
            row.role.id,
            row.duty,
            row.move.place,
            *(
                (*move.place, move.before, move.after, move.kinds, move.stated)
                for move in row.moves
            ),
            *(period_of(move.phase, move.stated) for move in row.moves),
        )
        for row in model.rows
    ]


@settings(max_examples=80, deadline=None)
@given(steps)
def test_after_any_edits_the_rows_are_those_of_a_new_model(accepted: list[object]) -> None:
    owner, document = QObject(), Document(History.of(small_plan()))
    context = plan_context(document, Translator(words_for("en")), owner)
    model = RoadMapModel(context, owner)
    for step in accepted:
        if step == "undo":
            document.undo()
        elif step in ("hide", "show"):
            model.set_shown(is_shown=step == "show")
        elif isinstance(step, str):
            if document.plan.phase(PhaseId(step)) is not None:
                context.viewpoint.look_at_phase(PhaseId(step))
        else:
            document.try_perform(step)  # type: ignore[arg-type]
    model.set_shown(is_shown=True)
    new = RoadMapModel(context, owner)
    assert shown(model) == shown(new)
    assert (model.scale, model.late) == (new.scale, new.late)
    assert set(model.links) == set(new.links)


def test_another_plan_is_looked_at_as_a_whole() -> None:
    owner, document = QObject(), Document(History.of(small_plan()))
    context = plan_context(document, Translator(words_for("en")), owner)
    model = RoadMapModel(context, owner)
    plan = SetMove(TARGET, A1, StatedMove(begins="2027-04-01")).apply(small_plan())
    plan = SetMove(TARGET, A2, StatedMove(begins="2027-01-01")).apply(plan)
    document.open(History.of(plan))
    assert {A1, A2} <= {row.role.id for row in model.rows}
    model.sort_by(BY_BEGIN)
    assert [row.role.id for row in model.rows][:2] == [A2, A1]
