"""What a plan shares in a phase, with the default flows and duties of its catalogue."""

from functools import cached_property

from socplanner.domain.flow_inputs import Counterpart
from socplanner.domain.flows.defaults import DefaultFlows
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.sharing.duties import ListedDuty, listed_duties
from socplanner.domain.sharing.shares import Share, shares_of, shown_flows
from socplanner.domain.sharing.sharing_groups import SharingGroup, sharing_groups
from socplanner.services import catalogues
from socplanner.services.default_flows import flows_of_catalogue


class PlanSharing:
    """Shares, groups and duties of one phase, each computed when it is first needed."""

    def __init__(self, plan: Plan, phase: PhaseId, *, with_defaults: bool = False) -> None:
        """Look at `phase` of `plan`, by default flows too that it has not adopted if asked."""
        self.plan, self.phase = plan, phase
        self._with_defaults = with_defaults

    @cached_property
    def defaults(self) -> DefaultFlows:
        """The default flows of the plan's catalogue; none for one that is not shipped."""
        return flows_of_catalogue(self.plan)

    @property
    def is_of_defaults(self) -> bool:
        """Whether the shares are those of default flows, as the plan has no flow of its own."""
        return not self.plan.flows and bool(self.defaults.flows)

    @property
    def can_show_defaults(self) -> bool:
        """Whether the plan has flows of its own, and has not adopted all default ones."""
        adopted = {flow.id for flow in self.plan.flows}
        return bool(adopted) and any(each.id not in adopted for each in self.defaults.flows)

    @cached_property
    def counterparts(self) -> tuple[Counterpart, ...]:
        """The counterparts of the plan, then the default ones that it lacks."""
        present = {each.id for each in self.plan.counterparts}
        usual = (each for each in self.defaults.counterparts if each.id not in present)
        return (*self.plan.counterparts, *usual)

    @cached_property
    def shares(self) -> tuple[Share, ...]:
        """What the flows hand on."""
        flows = [
            each.flow
            for each in shown_flows(self.plan, self.defaults, with_defaults=self._with_defaults)
        ]
        return shares_of(self.plan, self.phase, flows)

    @cached_property
    def duties(self) -> tuple[ListedDuty, ...]:
        """The reporting duties of the plan, and the default ones."""
        edition = self.plan.catalogue.edition
        is_shipped = catalogues.catalogue_of(edition) is self.plan.catalogue
        defaults = catalogues.default_duties(edition) if is_shipped else ()
        return listed_duties(self.plan, defaults, self.defaults)

    @cached_property
    def groups(self) -> tuple[SharingGroup, ...]:
        """All counterparts with what is shared with them."""
        return sharing_groups(self.plan, self.shares, self.duties, self.counterparts)
