"""Reading the waivers of a plan: what they are about must be there."""

from collections.abc import Mapping
from typing import cast

from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.waivers import Waiver, is_day, is_rule
from socplanner.formats.format_error import FormatError, Path, refused
from socplanner.formats.plan.shapes import nearest, without_extensions
from socplanner.formats.plan.text_fields import line_of
from socplanner.formats.plan.yaml_reading import Tree


def waivers_of(
    said: Mapping[str, Tree],
    phases: frozenset[str],
    roles: frozenset[str],
    parties: frozenset[str],
) -> tuple[Waiver, ...]:
    """Return the waivers that `said` writes by rule, phase, and role or party."""
    return tuple(
        _waiver(key, cast("dict[str, Tree]", value), (phases, roles, parties))
        for key, value in said.items()
    )


def _waiver(
    key: str, said: dict[str, Tree], known: tuple[frozenset[str], frozenset[str], frozenset[str]]
) -> Waiver:
    path: Path = ("waivers", key)
    phases, roles, parties = known
    rule, _, rest = key.partition("/")
    phase, _, of = rest.partition("/")
    if not is_rule(rule):
        raise refused("unknown-rule", path, rule=rule)
    if phase not in phases:
        raise _unknown("unknown-phase-in-file", "phase", phase, phases, path)
    role = party = None
    if ":" in of:
        role = RoleId(of)
        if of not in roles:
            raise _unknown("unknown-role-in-file", "role", of, roles, path)
    elif of:
        party = PartyId(of)
        if of not in parties:
            raise _unknown("unknown-party-in-file", "party", of, parties, path)
    fields = without_extensions(said)
    until = str(fields.get("until", ""))
    if until and not is_day(until):
        raise refused("bad-day", (*path, "until"), day=until)
    reason = line_of(str(fields["reason"]), (*path, "reason"))
    return Waiver(rule, PhaseId(phase), role, party, reason, until)


def _unknown(code: str, what: str, word: str, known: frozenset[str], path: Path) -> FormatError:
    near = nearest(word, tuple(sorted(known))) if known else ""
    return refused(code, path, **{what: word, "nearest": near})
