"""The names of roles, parties and values of a plan in each language, to resolve cell texts by."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.plan import Plan
from socplanner.formats.matrix_table import heading_with_id
from socplanner.formats.reimport.letter_reading import LetterReader
from socplanner.formats.reimport.proposed_letters import ProposedLetterReader
from socplanner.formats.reimport.provenance import Provenance
from socplanner.wording.language import Words
from socplanner.wording.terms import area_short, sourcing_name

Ids = Mapping[str, tuple[str, ...]]
"""By folded name, the ids it may stand for."""

_CUT = "…"


EARLIER_SOURCINGS = (
    (LocalText("未決定", "Undecided"), Sourcing.UNDECIDED.value),
    (LocalText("実施しない", "Not carried out"), Sourcing.NOT_CARRIED_OUT.value),
)
"""Names of sourcings in workbooks of earlier versions, which can still be re-imported."""


@dataclass(frozen=True, slots=True)
class PlanIndex:
    """A plan with its roles, parties and values by name; names are folded by `folded_name`."""

    plan: Plan
    provenance: Provenance
    letters: LetterReader
    usual: ProposedLetterReader
    roles: Mapping[RoleId, Role]
    roles_by_code: Ids
    roles_by_name: Ids
    parties_by_name: Ids
    values: Mapping[str, Mapping[str, str]]
    """By field with a fixed list of values, the value of each folded text."""

    def parties_called(self, heading: str) -> tuple[PartyId, ...]:
        """Return the parties that `heading` may name; one ending with … was cut on export."""
        name = folded_name(heading)
        if name.endswith(_CUT):
            begin = name.removesuffix(_CUT)
            cut = (
                ids
                for full_name, ids in self.parties_by_name.items()
                if full_name.startswith(begin)
            )
            return tuple(dict.fromkeys(PartyId(each) for ids in cut for each in ids))
        return tuple(PartyId(each) for each in self.parties_by_name.get(name, ()))

    def roles_called(self, name: str) -> tuple[RoleId, ...]:
        """Return the roles with this name, none for an empty or unknown one."""
        return tuple(RoleId(each) for each in self.roles_by_name.get(folded_name(name), ()))

    def roles_coded(self, code: str) -> tuple[RoleId, ...]:
        """Return the roles with this code, none for an empty or unknown one."""
        return tuple(RoleId(each) for each in self.roles_by_code.get(folded_name(code), ()))


def plan_index(plan: Plan, provenance: Provenance, languages: Sequence[Words]) -> PlanIndex:
    """Return the names of `plan` in `languages`; `provenance` is that of the workbook."""
    roles = {role.id: role for role in plan.all_roles()}
    sourcings = [(sourcing_name(each, w), each.value) for each in Sourcing for w in languages]
    sourcings += [
        (name.in_(w.language), value) for name, value in EARLIER_SOURCINGS for w in languages
    ]
    areas = [(area_short(each, w), each.value) for each in Area for w in languages]
    areas += [(each.value, each.value) for each in Area if each is not Area.UNPLACED]
    return PlanIndex(
        plan,
        provenance,
        LetterReader(plan.letter_set),
        ProposedLetterReader(plan.letter_set),
        roles,
        _by_name((role.code, role.id) for role in roles.values()),
        _by_name((w.local(role.name), role.id) for role in roles.values() for w in languages),
        _by_name(
            (heading, party.id)
            for party in plan.parties
            for w in languages
            for heading in (w.local(party.name), heading_with_id(w.local(party.name), party.id))
        ),
        {
            "sourcing": {folded_name(name): value for name, value in sourcings},
            "area": {folded_name(name): value for name, value in areas},
        },
    )


def folded_name(text: str) -> str:
    """Return `text` without differences that names may have: case, width, spaces."""
    return "".join(
        unicodedata.normalize("NFKC", text.replace(_CUT, "\0")).casefold().split()
    ).replace("\0", _CUT)


def _by_name(pairs: Iterable[tuple[str, str]]) -> Ids:
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for name, id_ in pairs:
        ids = by_name[folded_name(name)]
        if name and id_ not in ids:
            ids.append(id_)
    return {name: tuple(ids) for name, ids in by_name.items() if name}
