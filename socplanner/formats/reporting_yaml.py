"""Reading the default reporting duties that are shipped with a catalogue."""

from typing import cast

from socplanner.domain.catalogue import Catalogue
from socplanner.domain.flows.defaults import DefaultFlows
from socplanner.domain.limits import MOST_REPORTING_DUTIES
from socplanner.domain.problem import CatalogueError
from socplanner.domain.sharing_inputs import ReportingDuty
from socplanner.formats.format_error import FormatError, Path, refused
from socplanner.formats.plan.sections.flow_reading import StepIds
from socplanner.formats.plan.sections.section import TreeMapping
from socplanner.formats.plan.sections.sharing import DUTY_FIELDS
from socplanner.formats.plan.sections.sharing_reading import duties_at
from socplanner.formats.plan.shapes import Choice, ListOf, Record, Text, check
from socplanner.formats.plan.text_fields import records_of
from socplanner.formats.plan.yaml_reading import tree_of

_DUTY = Record(DUTY_FIELDS, ("id", "to", "name", "role", "source"))
_REPORTING = Record(
    {
        "reporting": Choice(("1",)),
        "edition": Text(),
        "duties": ListOf(_DUTY, "", MOST_REPORTING_DUTIES),
    },
    ("reporting", "edition", "duties"),
)


def load_reporting(
    text: str, catalogue: Catalogue, flows: DefaultFlows
) -> tuple[ReportingDuty, ...]:
    """Return the default duties in `text`, to the counterparts of the default `flows`.

    Raise FormatError where the file is wrong, CatalogueError where it is of another edition.
    """
    tree = cast("TreeMapping", tree_of(text))
    check(tree, _REPORTING)
    if tree["edition"] != catalogue.edition:
        raise CatalogueError("duties-of-another-edition", edition=catalogue.edition)
    ids = StepIds(
        frozenset(catalogue.role_by_id),
        frozenset(),
        frozenset(each.id for each in flows.counterparts),
        _unknown_role,
        _unknown_party,
    )
    return duties_at(records_of(tree["duties"]), ("duties",), ids)


def _unknown_role(role: str, path: Path) -> FormatError:
    return refused("unknown-role", path, role=role)


def _unknown_party(party: str, path: Path) -> FormatError:
    return refused("unknown-party", path, party=party)
