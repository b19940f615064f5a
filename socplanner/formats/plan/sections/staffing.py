"""The section `staffing`: assumptions, posts, workloads, and the people of parties by phase."""

from collections.abc import Mapping
from typing import Any, cast

from socplanner.domain.limits import (
    MOST_AMOUNT,
    MOST_PEOPLE,
    MOST_POSTS,
    MOST_SEATS,
    MOST_WORKLOADS,
)
from socplanner.domain.plan import Plan
from socplanner.domain.staffing_inputs import (
    ASSUMPTIONS,
    NO_STAFFING,
    WHOLE_ASSUMPTIONS,
    People,
    Post,
    Staffing,
    Workload,
)
from socplanner.formats.plan.canonical import FlowList
from socplanner.formats.plan.sections.local_written import amount_written, local_written
from socplanner.formats.plan.sections.section import References, Section, TreeMapping
from socplanner.formats.plan.shapes import (
    Amount,
    ListOf,
    LocalName,
    MapOf,
    Number,
    Record,
    Text,
)
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

_MOST_MINUTES, _MOST_SECONDS = 1_440, 86_400
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
        "queue": Record(
            {
                "calls": Amount(MOST_AMOUNT, N_("How many come in the busiest hour.")),
                "minutes": Amount(_MOST_MINUTES, N_("Minutes of each.")),
                "within": Amount(_MOST_SECONDS, N_("Seconds in which they are to be answered.")),
                "answered": Amount(100, N_("Percent that are answered in that time.")),
            },
            ("calls", "minutes"),
            N_("Calls that wait for a person; the seats are at least what Erlang C needs."),
        ),
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
    from socplanner.formats.plan.sections.staffing_reading import staffing_in  # many plans: none

    return staffing_in(cast("TreeMapping", tree), references)


def _written(plan: Plan) -> dict[str, Any] | None:
    staffing = plan.staffing
    entry: dict[str, Any] = {
        "assumptions": {
            each.id: amount_written(staffing.assumptions[each.id])
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
    if post.queue is not None:
        entry["queue"] = {key: amount_written(each) for key, each in post.queue._asdict().items()}
    return entry | _written_ends(post)


def _written_workload(workload: Workload) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": workload.id, "name": local_written(workload.name)}
    for key in ("party", "post"):
        if getattr(workload, key) is not None:
            entry[key] = getattr(workload, key)
    for key in _AMOUNTS:
        value = getattr(workload, key.replace("-", "_"))
        if value is not None:
            entry[key] = amount_written(value)
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
    return {key: amount_written(value) for key, value in values.items() if value is not None}


STAFFING_SECTION = Section("staffing", "staffing", STAFFING, _read, _written)
