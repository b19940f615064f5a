"""From a plan to the tree of its file: keys in one order, keys with default values left out.

A phase's `duties` hold `Change` values rather than trees: thousands of them are compared when a
plan is saved, and only those that differ become trees (`sections.changes.tree_of_change`).
"""

from typing import Any

from socplanner.domain.marking import Marking
from socplanner.domain.plan import Plan
from socplanner.formats.plan.plan_schema import NEWEST
from socplanner.formats.plan.plan_sections import SECTIONS

Entry = dict[str, Any]


def plan_tree(plan: Plan) -> Entry:
    """Return the tree of the file of `plan`, its duties still `Change` values."""
    written = ((section.key, section.written(plan)) for section in SECTIONS)
    return facts_tree(plan) | {key: value for key, value in written if value is not None}


def facts_tree(plan: Plan) -> Entry:
    """Return the tree of what stands above the sections of the file of `plan`."""
    return {
        "format": str(NEWEST),
        "id": plan.id,
        "organisation": plan.organisation,
        **_marking(plan.marking),
        "catalogue": plan.catalogue.edition,
        "letter-set": plan.letter_set.id,
    }


def _marking(marking: Marking) -> Entry:
    entry: Entry = {}
    if marking.tlp is not None:
        entry["tlp"] = marking.tlp.value
    if marking.classification:
        entry["classification"] = marking.classification
    return entry
