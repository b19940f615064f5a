"""A plan to begin with: roles in their areas, a pattern's sourcing, the usual letters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from socplanner.domain.catalogue import Catalogue, UsualParty
from socplanner.domain.duty_edits import ApplyPattern
from socplanner.domain.ids import PhaseId
from socplanner.domain.letter_sets import RACI
from socplanner.domain.letters import LetterSet
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import NO_MARKING, Marking
from socplanner.domain.names import validated_line
from socplanner.domain.phase_edits import AddPhase, validated_marking
from socplanner.domain.phases import with_duties
from socplanner.domain.plan import BLANK_DUTY, Party, Phase, Plan

NOW = PhaseId("now")
TARGET = PhaseId("target")
NOW_NAME = LocalText("現状", "Now")
TARGET_NAME = LocalText("目標", "Target")


@dataclass(frozen=True, slots=True)
class NewPlanOptions:
    """What a planner says before there is a plan; `target` adds a second phase.

    Without `parties` it begins with those that the catalogue ticks at first.
    """

    organisation: str
    pattern: str
    now: LocalText
    target: str | None = None
    target_name: LocalText | None = None
    parties: Sequence[UsualParty] | None = None
    letter_set: LetterSet = RACI
    marking: Marking = NO_MARKING


def new_plan(catalogue: Catalogue, plan_id: str, beginning: NewPlanOptions) -> Plan:
    """Return a complete plan; raise EditRejected for an unknown pattern or a bad name."""
    organisation = validated_line(beginning.organisation)
    usual = beginning.parties
    if usual is None:
        usual = tuple(party for party in catalogue.parties if party.is_ticked)
    plan = Plan(
        plan_id,
        organisation,
        catalogue,
        beginning.letter_set,
        tuple(_party(each) for each in usual),
        (Phase(NOW, beginning.now),),
        marking=validated_marking(beginning.marking),
    )
    placed = {role.id: replace(BLANK_DUTY, area=role.default_area) for role in catalogue.roles}
    plan = with_duties(plan, NOW, placed)
    plan = ApplyPattern(NOW, beginning.pattern).apply(plan)
    if beginning.target is None:
        return plan
    plan = AddPhase(TARGET, beginning.target_name or LocalText.same(TARGET)).apply(plan)
    return ApplyPattern(TARGET, beginning.target).apply(plan)


def _party(usual: UsualParty) -> Party:
    return Party(usual.id, usual.kind, usual.name, usual.initials, usual.is_executive)
