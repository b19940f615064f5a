"""The section `staffing`: assumptions, posts, workloads, and the people of parties by phase."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, cast

from socplanner.domain.ids import PartyId, PhaseId, RoleId, is_slug
from socplanner.domain.limits import MOST_POSTS, MOST_WORKLOADS
from socplanner.domain.plan import Plan
from socplanner.domain.staffing_inputs import (
    ASSUMPTIONS,
    NO_STAFFING,
    WHOLE_ASSUMPTIONS,
    Assumptions,
    People,
    PeopleByPlace,
    Post,
    Staffing,
    Workload,
)
from socplanner.domain.staffing_validation import (
    MOST_AMOUNT,
    MOST_PEOPLE,
    MOST_SEATS,
    StaffingFault,
    assumption_faults,
    people_faults,
    post_faults,
    workload_faults,
)
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.canonical import FlowList
from socplanner.formats.plan.sections.local_written import local_written
from socplanner.formats.plan.sections.section import References, Section, TreeMapping
from socplanner.formats.plan.shapes import (
    Amount,
    ListOf,
    LocalName,
    MapOf,
    Number,
    Record,
    Text,
    without_extensions,
)
from socplanner.formats.plan.text_fields import name_of, records_of
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

_BEGINS_AND_ENDS = {
    "from": Text(N_("The first phase with it; without it, the first of the plan.")),
    "until": Text(N_("The last phase with it; without it, the last of the plan.")),
}
POST = Record(
    {
        "id": Text(),
        "name": LocalName(),
        "party": Text(N_("The id of the party.")),
        "roles": ListOf(Text(N_("The id of a role, such as v2:B-1."))),
        "coverage": Text(N_("When it is manned, such as 24x365 or mon-fri 9:00-18:00.")),
        "seats": Number(MOST_SEATS, N_("People at once; 1 if omitted.")),
        **_BEGINS_AND_ENDS,
    },
    ("id", "name", "party", "coverage"),
    N_("A desk that covers several roles."),
)
WORKLOAD = Record(
    {
        "id": Text(),
        "name": LocalName(),
        "party": Text(N_("The id of the party, unless it is work of a post.")),
        "post": Text(N_("The id of the post.")),
        "volume": Amount(MOST_AMOUNT, N_("How many a day.")),
        "minutes": Amount(MOST_AMOUNT, N_("Minutes for each of the volume.")),
        "left": Amount(100, N_("Percent of the volume left after automation; 100 if omitted.")),
        "incidents": Amount(MOST_AMOUNT, N_("How many a year.")),
        "hours": Amount(MOST_AMOUNT, N_("Hours for each of the incidents.")),
        "hours-a-year": Amount(MOST_AMOUNT, N_("Hours of project work.")),
        **_BEGINS_AND_ENDS,
    },
    ("id", "name"),
    N_("Work of a post or a party."),
)
PEOPLE = Record(
    {
        "headcount": Number(MOST_PEOPLE, N_("The number of people.")),
        "shared": Number(MOST_PEOPLE, N_("How many of them also do other work.")),
        "share": Amount(100, N_("Percent of their time that they have for this.")),
        "on-call": Number(MOST_PEOPLE, N_("How many of them are in the on-call rotation.")),
    },
    (),
    N_("The people of a party; omitted values are as in the phase before."),
)
STAFFING = Record(
    {
        "assumptions": Record(
            {
                each.id: Number(int(each.most))
                if each.id in WHOLE_ASSUMPTIONS
                else Amount(int(each.most))
                for each in ASSUMPTIONS
            },
            (),
            N_("What differs from this tool's defaults, for all parties."),
        ),
        "posts": ListOf(POST, "", MOST_POSTS),
        "workloads": ListOf(WORKLOAD, "", MOST_WORKLOADS),
        "people": MapOf(MapOf(PEOPLE, N_("By party.")), N_("By phase.")),
    },
    (),
    N_("How many people are needed, and how many there are."),
)
_AMOUNTS = ("volume", "minutes", "left", "incidents", "hours", "hours-a-year")


def _read(tree: Tree, references: References) -> Staffing:
    """Return the staffing; raise FormatError with the path of what is wrong."""
    if not tree:
        return NO_STAFFING
    record = without_extensions(cast("TreeMapping", tree))
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
    values = {key: _number(text) for key, text in entries.items()}
    _refuse_first(assumption_faults(values), ("staffing", "assumptions"))
    return MappingProxyType(values)


def _posts(records: list[TreeMapping], references: References) -> tuple[Post, ...]:
    ids = _ids(records, "posts", "post")
    return tuple(
        _post(post_id, record, ("staffing", "posts", place), references)
        for place, (post_id, record) in enumerate(zip(ids, records, strict=True))
    )


def _post(post_id: str, record: TreeMapping, path: Path, references: References) -> Post:
    roles = [str(each) for each in cast("list[Tree]", record.get("roles", []))]
    for place, role in enumerate(roles):
        if role not in references.roles:
            raise references.unknown_role(role, (*path, "roles", place))
    post = Post(
        post_id,
        name_of(record["name"], (*path, "name")),
        _party(record, path, references),
        str(record["coverage"]),
        int(str(record.get("seats", "1"))),
        tuple(dict.fromkeys(RoleId(role) for role in roles)),
        _phase(record, "from", path, references),
        _phase(record, "until", path, references),
    )
    _refuse_first(post_faults(post, references.phase_order), path)
    return post


def _workloads(
    records: list[TreeMapping], posts: frozenset[str], references: References
) -> tuple[Workload, ...]:
    ids = _ids(records, "workloads", "workload")
    result = []
    for place, (workload_id, record) in enumerate(zip(ids, records, strict=True)):
        path: Path = ("staffing", "workloads", place)
        post = None if "post" not in record else str(record["post"])
        if post is not None and post not in posts:
            raise refused("unknown-post", (*path, "post"), post=post)
        amounts = {key.replace("-", "_"): _number(record[key]) for key in _AMOUNTS if key in record}
        workload = Workload(
            workload_id,
            name_of(record["name"], (*path, "name")),
            _party(record, path, references) if "party" in record else None,
            post,
            **amounts,
            begins=_phase(record, "from", path, references),
            ends=_phase(record, "until", path, references),
        )
        _refuse_first(workload_faults(workload, references.phase_order), path)
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
                _whole(record.get("headcount")),
                _whole(record.get("shared")),
                None if "share" not in record else _number(record["share"]),
                _whole(record.get("on-call")),
            )
            _refuse_first(people_faults(each), (*path, party))
            if each != People():
                people[PhaseId(phase), PartyId(party)] = each
    return MappingProxyType(people)


def _ids(records: list[TreeMapping], key: str, what: str) -> list[str]:
    ids: dict[str, None] = {}
    for place, record in enumerate(records):
        path = ("staffing", key, place, "id")
        text = str(record["id"])
        if not is_slug(text):
            raise refused("bad-id", path, id=text)
        if text in ids:
            raise refused(f"doubled-{what}", path, **{what: text})
        ids[text] = None
    return list(ids)


def _party(record: TreeMapping, path: Path, references: References) -> PartyId:
    party = str(record["party"])
    if party not in references.parties:
        raise references.unknown_party(party, (*path, "party"))
    return PartyId(party)


def _phase(record: TreeMapping, key: str, path: Path, references: References) -> PhaseId | None:
    if key not in record:
        return None
    phase = str(record[key])
    if phase not in references.phases:
        raise references.unknown_phase(phase, (*path, key))
    return PhaseId(phase)


def _refuse_first(faults: Iterable[StaffingFault], path: Path) -> None:
    for field, problem in faults:
        raise refused(problem.code, (*path, field) if field else path, **problem.values)


def _number(tree: Tree) -> float:
    return float(str(tree))


def _whole(tree: Tree) -> int | None:
    return None if tree is None else int(str(tree))


def _written(plan: Plan) -> dict[str, Any] | None:
    staffing = plan.staffing
    entry: dict[str, Any] = {
        "assumptions": {
            each.id: _amount_text(staffing.assumptions[each.id])
            for each in ASSUMPTIONS
            if each.id in staffing.assumptions
        },
        "posts": [_written_post(post) for post in staffing.posts],
        "workloads": [_written_workload(workload) for workload in staffing.workloads],
        "people": _written_people(plan),
    }
    return {key: value for key, value in entry.items() if value} or None


def _written_post(post: Post) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": post.id,
        "name": local_written(post.name),
        "party": post.party,
    }
    if post.roles:
        entry["roles"] = FlowList(post.roles)
    entry["coverage"] = post.coverage
    if post.seats != 1:
        entry["seats"] = str(post.seats)
    return entry | _written_ends(post)


def _written_workload(workload: Workload) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": workload.id, "name": local_written(workload.name)}
    for key in ("party", "post"):
        if getattr(workload, key) is not None:
            entry[key] = getattr(workload, key)
    for key in _AMOUNTS:
        value = getattr(workload, key.replace("-", "_"))
        if value is not None:
            entry[key] = _amount_text(value)
    return entry | _written_ends(workload)


def _written_ends(part: Post | Workload) -> dict[str, str]:
    ends = {"from": part.begins, "until": part.ends}
    return {key: phase for key, phase in ends.items() if phase is not None}


def _written_people(plan: Plan) -> dict[str, dict[str, dict[str, str]]]:
    """Return the people by phase and party, in the order of the plan."""
    people = plan.staffing.people
    by_phase: Mapping[str, dict[str, dict[str, str]]] = {
        phase.id: {
            party.id: _written_entry(people[phase.id, party.id])
            for party in plan.parties
            if (phase.id, party.id) in people
        }
        for phase in plan.phases
    }
    return {phase: entries for phase, entries in by_phase.items() if entries}


def _written_entry(people: People) -> dict[str, str]:
    values = {
        "headcount": people.headcount,
        "shared": people.shared,
        "share": people.share,
        "on-call": people.on_call,
    }
    return {key: _amount_text(value) for key, value in values.items() if value is not None}


def _amount_text(value: float) -> str:
    """Return `value` with at most two decimal places."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


STAFFING_SECTION = Section("staffing", "staffing", STAFFING, _read, _written)
