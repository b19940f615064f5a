"""The section `limits`: thresholds of the checks that differ from their defaults."""

from types import MappingProxyType
from typing import cast

from socplanner.domain.plan import Plan
from socplanner.domain.thresholds import NO_THRESHOLDS, THRESHOLD_BY_ID, THRESHOLDS, Thresholds
from socplanner.formats.format_error import refused
from socplanner.formats.plan.sections.section import References, Section, TreeMapping
from socplanner.formats.plan.shapes import Number, Record, without_extensions
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

LIMITS = Record(
    {each.id: Number(each.most) for each in THRESHOLDS},
    (),
    N_("The thresholds of the rules, where they differ from the defaults."),
)


def _read(tree: Tree, _references: References) -> Thresholds:
    """Return the thresholds; raise FormatError for one too low (the shape checks the maximum)."""
    if not tree:
        return NO_THRESHOLDS
    limits = {}
    for name, value in without_extensions(cast("TreeMapping", tree)).items():
        limit, threshold = int(str(value)), THRESHOLD_BY_ID[name]
        if limit < threshold.least:
            raise refused("too-low", ("limits", name), value=limit, least=threshold.least)
        if limit != threshold.default:
            limits[name] = limit
    return MappingProxyType(limits)


def _written(plan: Plan) -> dict[str, str] | None:
    ids = (each.id for each in THRESHOLDS if each.id in plan.thresholds)
    return {each: str(plan.thresholds[each]) for each in ids} or None


LIMITS_SECTION = Section("limits", "thresholds", LIMITS, _read, _written)
