"""Edits of what the plan states about its people."""

from dataclasses import dataclass, replace
from types import MappingProxyType

from socplanner.domain.edit_checks import (
    reject_first,
    require_id,
    require_party,
    require_phase,
    two_places,
)
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.limits import MOST_POSTS, MOST_WORKLOADS
from socplanner.domain.names import clean_line, validated_name
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.staffing_inputs import (
    NO_PEOPLE,
    Assumptions,
    People,
    Post,
    Staffing,
    Workload,
    staffing_without_post,
)
from socplanner.domain.staffing_validation import (
    assumption_faults,
    people_faults,
    post_faults,
    workload_faults,
)


@dataclass(frozen=True, slots=True)
class SetAssumptions:
    """Replace the assumptions of the plan; what is left out has this tool's default."""

    assumptions: Assumptions

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the assumptions; raise EditRejected for an unknown or bad one."""
        reject_first(assumption_faults(self.assumptions))
        stated = MappingProxyType({key: round(value, 2) for key, value in self.assumptions.items()})
        return _with_staffing(plan, plan.staffing._replace(assumptions=stated))


@dataclass(frozen=True, slots=True)
class AdjustStaffing:
    """Change some assumptions, and the seats of some posts, as one step."""

    assumptions: tuple[tuple[str, float], ...]
    seats: tuple[tuple[str, int], ...]

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with both; raise EditRejected for an unknown post or a bad value."""
        assumptions = {**plan.staffing.assumptions, **dict(self.assumptions)}
        plan = SetAssumptions(assumptions).apply(plan)
        for post_id, seats in self.seats:
            plan = ChangePost(_existing_post(plan, post_id)._replace(seats=seats)).apply(plan)
        return plan


@dataclass(frozen=True, slots=True)
class AddPost:
    """Add a post after the others."""

    post: Post

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the post; raise EditRejected if a field of it is not valid."""
        staffing = plan.staffing
        if staffing.post(self.post.id) is not None:
            raise EditRejected("doubled-post", post=self.post.id)
        if len(staffing.posts) >= MOST_POSTS:
            raise EditRejected("too-many-posts", most=MOST_POSTS)
        posts = (*staffing.posts, _validated_post(plan, self.post))
        return _with_staffing(plan, staffing._replace(posts=posts))


@dataclass(frozen=True, slots=True)
class ChangePost:
    """Replace the post that has the id of `post`."""

    post: Post

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the post changed; raise EditRejected if it cannot be."""
        _existing_post(plan, self.post.id)
        changed = _validated_post(plan, self.post)
        posts = tuple(changed if each.id == changed.id else each for each in plan.staffing.posts)
        return _with_staffing(plan, plan.staffing._replace(posts=posts))


@dataclass(frozen=True, slots=True)
class RemovePost:
    """Remove a post; its workloads become those of its party."""

    post: str

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` without the post; raise EditRejected if it is unknown."""
        post = _existing_post(plan, self.post)
        return _with_staffing(plan, staffing_without_post(plan.staffing, post))


@dataclass(frozen=True, slots=True)
class AddWorkload:
    """Add a workload after the others."""

    workload: Workload

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the workload; raise EditRejected if a field of it is not valid."""
        staffing = plan.staffing
        if staffing.workload(self.workload.id) is not None:
            raise EditRejected("doubled-workload", workload=self.workload.id)
        if len(staffing.workloads) >= MOST_WORKLOADS:
            raise EditRejected("too-many-workloads", most=MOST_WORKLOADS)
        workloads = (*staffing.workloads, _validated_workload(plan, self.workload))
        return _with_staffing(plan, staffing._replace(workloads=workloads))


@dataclass(frozen=True, slots=True)
class ChangeWorkload:
    """Replace the workload that has the id of `workload`."""

    workload: Workload

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the workload changed; raise EditRejected if it cannot be."""
        _existing_workload(plan, self.workload.id)
        changed = _validated_workload(plan, self.workload)
        workloads = tuple(
            changed if each.id == changed.id else each for each in plan.staffing.workloads
        )
        return _with_staffing(plan, plan.staffing._replace(workloads=workloads))


@dataclass(frozen=True, slots=True)
class RemoveWorkload:
    """Remove a workload."""

    workload: str

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` without the workload; raise EditRejected if it is unknown."""
        _existing_workload(plan, self.workload)
        kept = tuple(each for each in plan.staffing.workloads if each.id != self.workload)
        return _with_staffing(plan, plan.staffing._replace(workloads=kept))


@dataclass(frozen=True, slots=True)
class SetPeople:
    """Set what a phase states about the people of a party; without any value, nothing."""

    phase: PhaseId
    party: PartyId
    people: People

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the people; raise EditRejected for an unknown phase or party."""
        require_phase(plan, self.phase)
        require_party(plan, self.party)
        reject_first(people_faults(self.people))
        people = dict(plan.staffing.people)
        people.pop((self.phase, self.party), None)
        if self.people != NO_PEOPLE:
            clean = self.people._replace(share=two_places(self.people.share))
            people[self.phase, self.party] = clean
        return _with_staffing(plan, plan.staffing._replace(people=MappingProxyType(people)))


def _with_staffing(plan: Plan, staffing: Staffing) -> Plan:
    return plan if staffing == plan.staffing else replace(plan, staffing=staffing)


def _validated_post(plan: Plan, post: Post) -> Post:
    require_id(post.id)
    require_party(plan, post.party)
    for role in post.roles:
        if plan.role(role) is None:
            raise EditRejected("unknown-role", role=role)
    clean = post._replace(
        name=validated_name(post.name),
        coverage=clean_line(post.coverage).strip(),
        roles=tuple(dict.fromkeys(post.roles)),
    )
    _check_ends(plan, clean)
    reject_first(post_faults(clean, [phase.id for phase in plan.phases]))
    return clean


def _validated_workload(plan: Plan, workload: Workload) -> Workload:
    require_id(workload.id)
    if workload.party is not None:
        require_party(plan, workload.party)
    if workload.post is not None:
        _existing_post(plan, workload.post)
    _check_ends(plan, workload)
    reject_first(workload_faults(workload, [phase.id for phase in plan.phases]))
    return workload._replace(
        name=validated_name(workload.name),
        volume=two_places(workload.volume),
        minutes=two_places(workload.minutes),
        left=two_places(workload.left),
        incidents=two_places(workload.incidents),
        hours=two_places(workload.hours),
        hours_a_year=two_places(workload.hours_a_year),
    )


def _existing_post(plan: Plan, post_id: str) -> Post:
    post = plan.staffing.post(post_id)
    if post is None:
        raise EditRejected("unknown-post", post=post_id)
    return post


def _existing_workload(plan: Plan, workload_id: str) -> Workload:
    workload = plan.staffing.workload(workload_id)
    if workload is None:
        raise EditRejected("unknown-workload", workload=workload_id)
    return workload


def _check_ends(plan: Plan, part: Post | Workload) -> None:
    for phase in (part.begins, part.ends):
        if phase is not None:
            require_phase(plan, phase)
