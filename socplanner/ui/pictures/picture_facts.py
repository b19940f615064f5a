"""What a picture shows of a plan: roles, duties and findings of one phase, in one language."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from socplanner.domain.catalogue import Role, Sourcing
from socplanner.domain.checks.finding import Finding
from socplanner.domain.checks.run import check_role
from socplanner.domain.checks.split_findings import split_by_waivers
from socplanner.domain.ids import RoleId
from socplanner.domain.phases import duties
from socplanner.domain.picture_options import PictureOptions
from socplanner.domain.plan import Duty, Plan
from socplanner.ui.board.card import SHOWN_ON_THE_CARD
from socplanner.ui.kit.role_filtering import wanted_roles
from socplanner.ui.kit.role_search import RoleSearch
from socplanner.wording.language import Words


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """The plan, and what of it the options choose; `total` is how many roles it has."""

    plan: Plan
    options: PictureOptions
    words: Words
    day: date
    roles: tuple[Role, ...]
    duties: Mapping[RoleId, Duty]
    findings: Mapping[RoleId, tuple[Finding, ...]]
    total: int

    def findings_of(self, role: RoleId) -> tuple[Finding, ...]:
        """Return the findings of `role`; none for a role that the plan does not have."""
        return self.findings.get(role, ())

    def card_findings(self, role: RoleId) -> tuple[Finding, ...]:
        """Return the findings of `role` without the one that its card marks: an unusual area."""
        findings = self.findings[role]
        return tuple(each for each in findings if (each.rule, each.variant) != SHOWN_ON_THE_CARD)

    def sourcing_counts(self) -> Counter[Sourcing]:
        """Return how many of the roles shown have each sourcing."""
        return Counter(self.duties[role.id].sourcing for role in self.roles)


def picture_facts(plan: Plan, options: PictureOptions, words: Words, day: date) -> PictureFacts:
    """Return the facts of a picture; raise KeyError if the plan has no such phase."""
    by_role, all_roles = duties(plan, options.phase), tuple(plan.roles())
    findings: dict[RoleId, tuple[Finding, ...]] = {}
    for role in all_roles:
        made = check_role(plan, options.phase, role, by_role[role.id])
        findings[role.id] = split_by_waivers(made, plan.waivers, day.isoformat())[0]
    search = RoleSearch(options.search, plan, words)
    pairs = [(role, by_role[role.id]) for role in all_roles]
    wanted = wanted_roles(pairs, options.role_filter, search, findings.__getitem__)
    roles = all_roles
    if wanted is not None:
        roles = tuple(role for role in all_roles if role.id in wanted)
    return PictureFacts(plan, options, words, day, roles, by_role, findings, len(all_roles))
