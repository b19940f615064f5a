"""Edits of how a plan is checked: waivers of findings, and the thresholds of rules."""

from dataclasses import dataclass, replace
from types import MappingProxyType

from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.limits import MOST_WAIVERS
from socplanner.domain.names import validated_line
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.thresholds import THRESHOLD_BY_ID, Thresholds
from socplanner.domain.waivers import Waiver, is_day

Subject = tuple[str, PhaseId, RoleId | None, PartyId | None]


@dataclass(frozen=True, slots=True)
class SetWaiver:
    """Waive a finding for a reason; an earlier waiver of the same subject is replaced."""

    waiver: Waiver

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the waiver.

        Raise EditRejected for an empty reason, a bad day, an unknown phase, role or party, and for
        more than `MOST_WAIVERS`.
        """
        waiver = self.waiver._replace(reason=validated_line(self.waiver.reason))
        if waiver.until and not is_day(waiver.until):
            raise EditRejected("bad-day", day=waiver.until)
        if plan.phase(waiver.phase) is None:
            raise EditRejected("unknown-phase", phase=waiver.phase)
        if waiver.role is not None and plan.role(waiver.role) is None:
            raise EditRejected("unknown-role", role=waiver.role)
        if waiver.party is not None and plan.party(waiver.party) is None:
            raise EditRejected("unknown-party", party=waiver.party)
        places = [
            place for place, each in enumerate(plan.waivers) if each.subject == waiver.subject
        ]
        if not places and len(plan.waivers) >= MOST_WAIVERS:
            raise EditRejected("too-many-waivers", most=MOST_WAIVERS)
        at = places[0] if places else len(plan.waivers)
        waivers = (*plan.waivers[:at], waiver, *plan.waivers[at + 1 :])
        return plan if waivers == plan.waivers else replace(plan, waivers=waivers)


@dataclass(frozen=True, slots=True)
class RemoveWaiver:
    """Remove the waiver of `subject`, so that its finding counts again."""

    subject: Subject

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` without the waiver of `subject`; raise EditRejected if it has none."""
        kept = tuple(each for each in plan.waivers if each.subject != self.subject)
        if len(kept) == len(plan.waivers):
            raise EditRejected("unknown-waiver", rule=self.subject[0])
        return replace(plan, waivers=kept)


@dataclass(frozen=True, slots=True)
class SetWaivers:
    """Waive several findings in one step."""

    waivers: tuple[Waiver, ...]

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the waivers; raise EditRejected as `SetWaiver` does."""
        for waiver in self.waivers:
            plan = SetWaiver(waiver).apply(plan)
        return plan


@dataclass(frozen=True, slots=True)
class RemoveWaivers:
    """Remove several waivers in one step."""

    subjects: tuple[Subject, ...]

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` without the waivers; raise EditRejected if it lacks one of them."""
        for subject in self.subjects:
            plan = RemoveWaiver(subject).apply(plan)
        return plan


@dataclass(frozen=True, slots=True)
class SetThresholds:
    """Replace the thresholds of the plan; those that equal the default are not stored."""

    thresholds: Thresholds

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the thresholds; raise EditRejected for an unknown or bad one."""
        for name, value in self.thresholds.items():
            entry = THRESHOLD_BY_ID.get(name)
            if entry is None:
                raise EditRejected("unknown-threshold", threshold=name)
            if not entry.least <= value <= entry.most:
                raise EditRejected(
                    "bad-threshold", threshold=name, least=entry.least, most=entry.most
                )
        differing = {
            name: self.thresholds[name]
            for name, entry in THRESHOLD_BY_ID.items()
            if self.thresholds.get(name, entry.default) != entry.default
        }
        if differing == dict(plan.thresholds):
            return plan
        return replace(plan, thresholds=MappingProxyType(differing))
