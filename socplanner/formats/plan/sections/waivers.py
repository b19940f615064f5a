"""The waivers of a plan file, by rule, phase and role or party, all of which must exist."""

from typing import cast

from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.limits import MOST_WAIVERS
from socplanner.domain.plan import Plan
from socplanner.domain.waivers import Waiver, is_day, is_rule
from socplanner.formats.format_error import FormatError, Path, refused
from socplanner.formats.plan.sections.section import References, Section, TreeMapping
from socplanner.formats.plan.shapes import NAME, MapOf, Record, Text, nearest, without_extensions
from socplanner.formats.plan.text_fields import line_of
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

WAIVER = Record(
    {
        "reason": NAME,
        "until": Text(N_("The last day of the waiver, such as 2026-12-31; without it, unlimited.")),
    },
    ("reason",),
    N_("A finding that is waived for a reason."),
)


def _read(tree: Tree, references: References) -> tuple[Waiver, ...]:
    """Return the waivers; raise FormatError for an unknown rule, phase, role or party."""
    if not tree:
        return ()
    return tuple(
        _waiver(key, cast("TreeMapping", value), references)
        for key, value in without_extensions(cast("TreeMapping", tree)).items()
    )


def _waiver(key: str, record: TreeMapping, references: References) -> Waiver:
    path: Path = ("waivers", key)
    phases, roles, parties = references.phases, references.roles, references.parties
    rule, _, rest = key.partition("/")
    phase, _, subject = rest.partition("/")
    if not is_rule(rule):
        raise refused("unknown-rule", path, rule=rule)
    if phase not in phases:
        raise _unknown("unknown-phase-in-file", "phase", phase, phases, path)
    role = party = None
    if ":" in subject:
        role = RoleId(subject)
        if subject not in roles:
            raise _unknown("unknown-role-in-file", "role", subject, roles, path)
    elif subject:
        party = PartyId(subject)
        if subject not in parties:
            raise _unknown("unknown-party-in-file", "party", subject, parties, path)
    fields = without_extensions(record)
    until = str(fields.get("until", ""))
    if until and not is_day(until):
        raise refused("bad-day", (*path, "until"), day=until)
    reason = line_of(str(fields["reason"]), (*path, "reason"))
    return Waiver(rule, PhaseId(phase), role, party, reason, until)


def _unknown(code: str, what: str, word: str, ids: frozenset[str], path: Path) -> FormatError:
    near = nearest(word, tuple(sorted(ids))) if ids else ""
    return refused(code, path, **{what: word, "nearest": near})


def _written(plan: Plan) -> dict[str, dict[str, str]] | None:
    return {_key_of(each): _written_waiver(each) for each in plan.waivers} or None


def _key_of(waiver: Waiver) -> str:
    subject = waiver.role or waiver.party
    return "/".join((waiver.rule, waiver.phase, *([] if subject is None else [subject])))


def _written_waiver(waiver: Waiver) -> dict[str, str]:
    entry = {"reason": waiver.reason}
    if waiver.until:
        entry["until"] = waiver.until
    return entry


WAIVERS = Section(
    "waivers",
    "waivers",
    MapOf(WAIVER, N_("By rule, phase, and role or party: R04/now/v2:B-1."), MOST_WAIVERS),
    _read,
    _written,
)
