"""Plans to try things with, from the shipped catalogue: of usual size, and as big as they come."""

from dataclasses import replace
from random import Random

from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LocalText
from socplanner.domain.new_plan import NewPlanOptions, new_plan
from socplanner.domain.phases import with_duties
from socplanner.domain.plan import CustomRoles, Duty, Party, Plan, frozen
from socplanner.services import catalogues, paths
from socplanner.services.plan_files import open_plan

_CELLS = tuple(Cell(text) for text in ("R", "A", "C", "I", "A/R", "I", "C"))
_AREAS = (Area.I, Area.II, Area.III, Area.IV)
_SOURCINGS = (Sourcing.INSOURCE, Sourcing.OUTSOURCE, Sourcing.BOTH)


def sample(name: str) -> Plan:
    """Return the sample `name` that is shipped."""
    return open_plan(paths.resources() / "examples" / f"{name}.socplan").plan


def hybrid_plan(target: str | None = "full-insource") -> Plan:
    """Return a plan of the 54 roles on the hybrid pattern, with a target."""
    beginning = NewPlanOptions(
        "サンプル株式会社",
        "hybrid",
        LocalText("現状", "Now"),
        target,
        LocalText("目標", "Target"),
    )
    return new_plan(catalogues.shipped(), "sample", beginning)


def unplaced_plan() -> Plan:
    """Return the plan costs are measured with: 54 roles, 12 parties."""
    return _with_parties(hybrid_plan(), 12)


def big_plan(roles: int = 5000, parties: int = 50, filled: float = 0.2) -> Plan:
    """Return a plan of `roles` roles by `parties` parties, with `filled` of the cells lettered."""
    plan = _with_parties(hybrid_plan(None), parties)
    functions = [function.code for function in plan.catalogue.functions]
    custom = tuple(
        Role(
            RoleId(f"own:R-{n:05d}"),
            f"R-{n:05d}",
            functions[n * len(functions) // roles],
            LocalText.same(f"役割 {n} of our own"),
        )
        for n in range(roles - len(plan.catalogue.roles))
    )
    plan = replace(plan, custom_roles=CustomRoles(custom))
    dice = Random(7)
    ids = [party.id for party in plan.parties]
    duties = {role.id: _duty(ids, filled, dice) for role in plan.roles()}
    return with_duties(plan, plan.phases[0].id, duties)


def _duty(parties: list[PartyId], filled: float, dice: Random) -> Duty:
    holders = dice.sample(parties, round(len(parties) * filled))
    letters = {party: dice.choice(_CELLS) for party in parties if party in holders}
    return Duty(dice.choice(_AREAS), dice.choice(_SOURCINGS), frozen(letters))


def _with_parties(plan: Plan, number: int) -> Plan:
    """Return `plan` with parties added up to `number`."""
    added = tuple(
        Party(PartyId(f"dept-{n}"), "internal", LocalText(f"部署{n}", f"Department {n}"))
        for n in range(number - len(plan.parties))
    )
    return replace(plan, parties=(*plan.parties, *added))
