"""Flows of the small plan: short enough to work out every time by hand."""

from dataclasses import replace

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing, SetCells, SetCoverage
from socplanner.domain.flow_inputs import BusinessFlow, FlowStep, receiver_of
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.plan import NO_TEXT, Plan
from tests.support.small_plan import A1, A2, A3, A4, IT, MSS, NOW, SOC, small_plan, text


def step(
    step_id: str,
    role: RoleId = A1,
    after: str = "",
    limit: str = "",
    limit_from: str = "before",
    *,
    to: str = "",
    condition: str = "",
) -> FlowStep:
    """Return a step; `after` and `to` are words with blanks between them."""
    return FlowStep(
        step_id,
        role,
        text(f"Do {step_id}"),
        tuple(after.split()),
        to=tuple(receiver_of(each) for each in to.split()),
        limit=limit,
        limit_from=limit_from,
        condition=text(condition) if condition else NO_TEXT,
    )


def flow(*steps: FlowStep, flow_id: str = "flow", limit: str = "") -> BusinessFlow:
    """Return a flow of `steps`."""
    return BusinessFlow(flow_id, text("Flow"), steps, limit=limit)


def chain(*roles: RoleId, limit: str = "PT1H") -> BusinessFlow:
    """Return a flow of one step for each of `roles`, numbered from 1, one after the other."""
    return flow(
        *(
            step(str(number), role, str(number - 1) if number > 1 else "", limit)
            for number, role in enumerate(roles, start=1)
        )
    )


def plan_with(
    letters: dict[RoleId, dict[PartyId, str]],
    hours: dict[RoleId, str] | None = None,
    flows: tuple[BusinessFlow, ...] = (),
    sourcing: dict[RoleId, Sourcing] | None = None,
) -> Plan:
    """Return the small plan with the letters, hours and sourcings of some roles, and `flows`."""
    plan = small_plan()
    for each in plan.roles():
        blank = tuple((each.id, party.id, Cell("")) for party in plan.parties)
        plan = SetCells(NOW, blank).apply(plan)
    for role_id, source in (sourcing or {}).items():
        plan = ChangeSourcing(NOW, frozenset({role_id}), source).apply(plan)
    cells = tuple(
        (role, party, Cell(cell)) for role, row in letters.items() for party, cell in row.items()
    )
    plan = SetCells(NOW, cells).apply(plan)
    for role, coverage in (hours or {}).items():
        plan = SetCoverage(NOW, frozenset({role}), coverage).apply(plan)
    return replace(plan, flows=flows)


NIGHTLY = plan_with(
    {A1: {MSS: "R"}, A2: {SOC: "R"}, A3: {IT: "R"}, A4: {SOC: "R", IT: "R"}},
    {A1: "24x365", A2: "24x365 on call 30 min", A3: "weekdays 9:00-17:00"},
)
"""Watched around the clock, answered on call, isolated in the hours of an office."""
