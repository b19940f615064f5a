"""What is shown beside the title of an entry, as the plan is in the phase in view."""

from collections.abc import Mapping

from socplanner.domain.catalogue import Area
from socplanner.domain.checks.finding import Finding
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.phases import duty
from socplanner.domain.plan import Duty, Plan
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.palette.result_rows import Description
from socplanner.wording.language import Words
from socplanner.wording.search.search_part import ResultGroup, SearchEntry
from socplanner.wording.terms import area_short, party_initials

_ICONS = {
    ResultGroup.NOTES: "note",
    ResultGroup.COMMANDS: "command",
    ResultGroup.PLANS: "file",
}


class EntryDescriptions:
    """Describes entries of the plan and of the window."""

    def __init__(self, context: PlanContext, icons: Mapping[str, str]) -> None:
        """Describe roles and parties as `context` has them; `icons` are those of some actions."""
        self._context = context
        self._icons = icons

    def __call__(self, entry: SearchEntry) -> Description:
        """Return the description of `entry`."""
        target = entry.target
        if entry.group is ResultGroup.ROLES:
            return self._of_role(RoleId(str(target)))
        if entry.group is ResultGroup.PARTIES:
            party = self._context.document.plan.party(PartyId(str(target)))
            return Description(entry.detail, party_kind=None if party is None else party.kind)
        if isinstance(target, Finding):
            return Description(entry.detail, severity=target.severity)
        icon = self._icons.get(str(target)) or _ICONS.get(entry.group, "command")
        return Description(entry.detail, icon=icon)

    def _of_role(self, role_id: RoleId) -> Description:
        """Return the area of a role and who performs it: `IV · MSS`."""
        plan, words = self._context.document.plan, self._context.translator.words
        role = plan.role(role_id)
        if role is None:
            return Description()
        present = duty(plan, self._context.viewpoint.phase, role_id)
        area = present.area
        name = area_short(area, words) if area is Area.UNPLACED else area.value
        parties = _performing(plan, present, words)
        return Description(" · ".join(filter(None, (name, parties))), function=role.function)


def _performing(plan: Plan, present: Duty, words: Words) -> str:
    """Return the initials of the parties that perform a role, in the order of the plan."""
    return " ".join(
        party_initials(party, words)
        for party in plan.parties
        if party.id in present.letters
        and any(letter.performs for letter in plan.letter_set.letters_in(present.letters[party.id]))
    )
