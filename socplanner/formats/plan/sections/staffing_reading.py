"""Reading the section `staffing` of a plan file; imported only for a plan that has one."""

from types import MappingProxyType
from typing import cast

from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.staffing_inputs import (
    NO_STAFFING,
    Assumptions,
    People,
    PeopleByPlace,
    Post,
    Queue,
    Staffing,
    Workload,
)
from socplanner.domain.staffing_validation import (
    assumption_faults,
    people_faults,
    post_faults,
    queue_faults,
    workload_faults,
)
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.sections.part_reading import (
    amount_of,
    ids_of,
    party_of,
    phase_of,
    refuse_first,
    roles_of,
    whole_of,
)
from socplanner.formats.plan.sections.section import References, TreeMapping
from socplanner.formats.plan.shapes import without_extensions
from socplanner.formats.plan.text_fields import name_of, records_of
from socplanner.formats.plan.yaml_reading import Tree

_AMOUNTS = ("volume", "minutes", "left", "incidents", "hours", "hours-a-year")


def staffing_in(tree: TreeMapping, references: References) -> Staffing:
    """Return the staffing of a file; raise FormatError with the path of what is wrong."""
    record = without_extensions(tree)
    assumptions = _assumptions(record.get("assumptions"))
    posts = _posts(records_of(record.get("posts")), references)
    workloads = _workloads(
        records_of(record.get("workloads")), frozenset(post.id for post in posts), references
    )
    people = _people(record.get("people"), references)
    result = Staffing(assumptions, posts, workloads, people)
    return NO_STAFFING if result == NO_STAFFING else result


def _assumptions(tree: Tree) -> Assumptions:
    entries = without_extensions(cast("TreeMapping", tree or {}))
    values = {key: amount_of(text) for key, text in entries.items()}
    refuse_first(assumption_faults(values), ("staffing", "assumptions"))
    return MappingProxyType(values)


def _posts(records: list[TreeMapping], references: References) -> tuple[Post, ...]:
    ids = ids_of(records, ("staffing", "posts"), "post")
    return tuple(
        _post(post_id, record, ("staffing", "posts", place), references)
        for place, (post_id, record) in enumerate(zip(ids, records, strict=True))
    )


def _post(post_id: str, record: TreeMapping, path: Path, references: References) -> Post:
    post = Post(
        post_id,
        name_of(record["name"], (*path, "name")),
        party_of(record, path, references),
        str(record["coverage"]),
        int(str(record.get("seats", "1"))),
        roles_of(record, path, references),
        phase_of(record, "from", path, references),
        phase_of(record, "until", path, references),
        _queue(record.get("queue"), (*path, "queue")),
    )
    refuse_first(post_faults(post, references.phase_order), path)
    return post


def _queue(tree: Tree, path: Path) -> Queue | None:
    if tree is None:
        return None
    stated = without_extensions(cast("TreeMapping", tree))
    queue = Queue(**{key: amount_of(text) for key, text in stated.items()})
    refuse_first(queue_faults(queue), path)
    return queue


def _workloads(
    records: list[TreeMapping], posts: frozenset[str], references: References
) -> tuple[Workload, ...]:
    ids = ids_of(records, ("staffing", "workloads"), "workload")
    result = []
    for place, (workload_id, record) in enumerate(zip(ids, records, strict=True)):
        path: Path = ("staffing", "workloads", place)
        post = None if "post" not in record else str(record["post"])
        if post is not None and post not in posts:
            raise refused("unknown-post", (*path, "post"), post=post)
        amounts = {
            key.replace("-", "_"): amount_of(record[key]) for key in _AMOUNTS if key in record
        }
        workload = Workload(
            workload_id,
            name_of(record["name"], (*path, "name")),
            party_of(record, path, references) if "party" in record else None,
            post,
            **amounts,
            begins=phase_of(record, "from", path, references),
            ends=phase_of(record, "until", path, references),
        )
        refuse_first(workload_faults(workload, references.phase_order), path)
        result.append(workload)
    return tuple(result)


def _people(tree: Tree, references: References) -> PeopleByPlace:
    people = {}
    for phase, entries in without_extensions(cast("TreeMapping", tree or {})).items():
        path: Path = ("staffing", "people", phase)
        if phase not in references.phases:
            raise references.unknown_phase(phase, path)
        for party, entry in without_extensions(cast("TreeMapping", entries)).items():
            if party not in references.parties:
                raise references.unknown_party(party, (*path, party))
            record = without_extensions(cast("TreeMapping", entry))
            each = People(
                whole_of(record.get("headcount")),
                whole_of(record.get("shared")),
                None if "share" not in record else amount_of(record["share"]),
                whole_of(record.get("on-call")),
            )
            refuse_first(people_faults(each), (*path, party))
            if each != People():
                people[PhaseId(phase), PartyId(party)] = each
    return MappingProxyType(people)
