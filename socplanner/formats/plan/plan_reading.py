"""From a checked tree to a plan: validates what shapes cannot, such as ids that must exist."""

from collections.abc import Callable

from socplanner.domain.catalogue import Catalogue
from socplanner.domain.ids import is_slug
from socplanner.domain.letter_sets import all_sets
from socplanner.domain.letters import LetterSet
from socplanner.domain.marking import Marking
from socplanner.domain.plan import Plan
from socplanner.formats.format_error import refused
from socplanner.formats.plan.plan_schema import PLAN
from socplanner.formats.plan.plan_sections import SECTIONS
from socplanner.formats.plan.sections.letter_sets import custom_sets_of
from socplanner.formats.plan.sections.section import References, TreeMapping
from socplanner.formats.plan.shapes import check, nearest, without_extensions
from socplanner.formats.plan.text_fields import line_of, tlp_of


def plan_of(tree: TreeMapping, catalogue_of: Callable[[str], Catalogue | None]) -> Plan:
    """Return the plan that the tree of its file describes.

    `catalogue_of` returns the catalogue of an edition, None for an unknown one. Raise FormatError
    with the path of the first wrong value; its line is not known here.
    """
    check(tree, PLAN)
    record = without_extensions(tree)
    catalogue = catalogue_of(str(record["catalogue"]))
    if catalogue is None:
        raise refused("unknown-edition", ("catalogue",), edition=record["catalogue"])
    custom_sets = custom_sets_of(record.get("letter-sets"))
    letter_set = _letter_set(str(record["letter-set"]), custom_sets)
    references = References(catalogue, letter_set, custom_sets)
    plan_id = str(record["id"])
    if not is_slug(plan_id):
        raise refused("bad-id", ("id",), id=plan_id)
    organisation = line_of(str(record["organisation"]), ("organisation",))
    marking = _marking(record)
    values = {each.field: each.read(record.get(each.key), references) for each in SECTIONS}
    return Plan(plan_id, organisation, catalogue, letter_set, marking=marking, **values)


def _letter_set(set_id: str, custom_sets: tuple[LetterSet, ...]) -> LetterSet:
    """Return the letter set the plan uses; raise FormatError for an unknown id."""
    sets = all_sets(custom_sets)
    if set_id not in sets:
        raise refused(
            "unknown-choice",
            ("letter-set",),
            word=set_id,
            nearest=nearest(set_id, tuple(sets)),
            choices=", ".join(sets),
        )
    return sets[set_id]


def _marking(record: TreeMapping) -> Marking:
    tlp = tlp_of(str(record["tlp"])) if "tlp" in record else None
    text = str(record.get("classification", ""))
    classification = line_of(text, ("classification",)) if text else ""
    return Marking(tlp, classification)
