"""New plans: roles in their areas, the sourcing of a pattern, the usual letters."""

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
    """What a planner chooses for a new plan.

    `pattern` and `target` are ids of patterns; with a `target` the plan has a second phase. With
    `parties` None it has the parties that are ticked in the catalogue.
    """

    organisation: str
    pattern: str
    now: LocalText
    target: str | None = None
    target_name: LocalText | None = None
    parties: Sequence[UsualParty] | None = None
    letter_set: LetterSet = RACI
    marking: Marking = NO_MARKING


def new_plan(catalogue: Catalogue, plan_id: str, options: NewPlanOptions) -> Plan:
    """Return a complete plan; raise EditRejected for an unknown pattern, a bad name or marking."""
    organisation = validated_line(options.organisation)
    usual = options.parties
    if usual is None:
        usual = tuple(party for party in catalogue.parties if party.is_ticked)
    plan = Plan(
        plan_id,
        organisation,
        catalogue,
        options.letter_set,
        tuple(_party(each) for each in usual),
        (Phase(NOW, options.now),),
        marking=validated_marking(options.marking),
    )
    placed = {role.id: replace(BLANK_DUTY, area=role.default_area) for role in catalogue.roles}
    plan = with_duties(plan, NOW, placed)
    plan = ApplyPattern(NOW, options.pattern).apply(plan)
    if options.target is None:
        return plan
    plan = AddPhase(TARGET, options.target_name or LocalText.same(TARGET)).apply(plan)
    return ApplyPattern(TARGET, options.target).apply(plan)


def _party(usual: UsualParty) -> Party:
    return Party(usual.id, usual.kind, usual.name, usual.initials, usual.is_executive)
