"""Reading the default flows that are shipped with a catalogue."""

from types import MappingProxyType
from typing import cast

from socplanner.domain.catalogue import Catalogue
from socplanner.domain.flows.defaults import DefaultFlows
from socplanner.domain.ids import PartyId
from socplanner.domain.problem import CatalogueError
from socplanner.formats.format_error import FormatError, Path, refused
from socplanner.formats.plan.sections.flow_reading import StepIds, counterparts_in, flows_at
from socplanner.formats.plan.sections.flows import COUNTERPART, FLOW
from socplanner.formats.plan.sections.section import TreeMapping
from socplanner.formats.plan.shapes import Choice, ListOf, Record, Text, check
from socplanner.formats.plan.text_fields import records_of
from socplanner.formats.plan.yaml_reading import tree_of

_COUNTERPART = Record({**COUNTERPART.fields, "party": Text()}, COUNTERPART.required)
_DEFAULT = Record(FLOW.fields, (*FLOW.required, "version", "trigger", "steps"))
_FLOWS = Record(
    {
        "flows": Choice(("1",)),
        "edition": Text(),
        "counterparts": ListOf(_COUNTERPART),
        "defaults": ListOf(_DEFAULT),
    },
    ("flows", "edition", "counterparts", "defaults"),
)


def load_flows(text: str, catalogue: Catalogue) -> DefaultFlows:
    """Return the default flows in `text` for the roles and usual parties of `catalogue`.

    Raise FormatError where the file is wrong, CatalogueError where it is of another edition.
    """
    tree = cast("TreeMapping", tree_of(text))
    check(tree, _FLOWS)
    if tree["edition"] != catalogue.edition:
        raise CatalogueError("flows-of-another-edition", edition=catalogue.edition)
    counterparts = counterparts_in(tree["counterparts"])
    records = records_of(tree["counterparts"])
    parties = {
        str(record["id"]): PartyId(str(record["party"])) for record in records if "party" in record
    }
    for party in parties.values():
        if party not in catalogue.party_by_id:
            raise refused("unknown-party", ("counterparts",), party=party)
    ids = StepIds(
        frozenset(catalogue.role_by_id),
        frozenset(catalogue.party_by_id),
        frozenset(each.id for each in counterparts),
        _unknown_role,
        _unknown_party,
    )
    flows = flows_at(records_of(tree["defaults"]), ("defaults",), ids)
    return DefaultFlows(flows, counterparts, MappingProxyType(parties))


def _unknown_role(role: str, path: Path) -> FormatError:
    return refused("unknown-role", path, role=role)


def _unknown_party(party: str, path: Path) -> FormatError:
    return refused("unknown-party", path, party=party)
