"""The section `conflicts`: what a merge of two versions could not decide."""

from typing import cast

from socplanner.domain.limits import MOST_CONFLICTS
from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.domain.names import bad_character
from socplanner.domain.plan import Plan
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.sections.section import References, Section, TreeMapping
from socplanner.formats.plan.shapes import ListOf, Record, Text, without_extensions
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

CONFLICT = Record(
    {
        "at": Text(N_("The place in this file as a JSON pointer, lists by the ids of entries.")),
        "ours": Text(N_("Our value as JSON; without it, there is none.")),
        "theirs": Text(N_("Their value as JSON; without it, there is none.")),
        "base": Text(N_("The value before both as JSON; without it, there was none.")),
    },
    ("at",),
    N_("What both sides of a merge changed differently; the plan has our value until you choose."),
)
_VALUES = ("ours", "theirs", "base")
_DEEPEST = 20
"""Levels of lists and mappings in a value; a plan has less than half of them."""


def _read(tree: Tree, _references: References) -> tuple[MergeConflict, ...]:
    """Return the conflicts.

    Raise FormatError where one is there twice, or for a value that no plan can have.
    """
    conflicts: list[MergeConflict] = []
    places: set[tuple[str, str]] = set()
    for number, item in enumerate(cast("list[TreeMapping]", tree or [])):
        path: Path = ("conflicts", number)
        fields = without_extensions(item)
        at = str(fields["at"])
        if not at.startswith("/"):
            raise refused("no-place-of-conflict", (*path, "at"), place=at)
        values = [_checked(str(fields.get(name, "")), (*path, name)) for name in _VALUES]
        conflict = MergeConflict(at, *values)
        if (at, conflict.theirs) in places:
            raise refused("doubled-conflict", (*path, "at"), place=at)
        places.add((at, conflict.theirs))
        conflicts.append(conflict)
    return tuple(conflicts)


def _checked(text: str, path: Path) -> str:
    if not text:
        return text
    import json  # few plans have a conflict

    try:
        is_value = _is_value(json.loads(text))
    except (ValueError, RecursionError):
        is_value = False
    if not is_value:
        raise refused("no-json", path, value=text)
    return text


def _is_value(node: object, levels: int = _DEEPEST) -> bool:
    """Return whether a plan may have `node`: a text, or lists and mappings of texts."""
    if isinstance(node, str):
        return bad_character(node, is_name=False) is None
    if not levels:
        return False
    if isinstance(node, dict):
        node = [*node, *node.values()]
    return isinstance(node, list) and all(_is_value(each, levels - 1) for each in node)


def _written(plan: Plan) -> list[dict[str, str]] | None:
    return [_written_conflict(each) for each in plan.conflicts] or None


def _written_conflict(conflict: MergeConflict) -> dict[str, str]:
    values = zip(_VALUES, conflict[1:], strict=True)
    return {"at": conflict.at, **{name: text for name, text in values if text}}


CONFLICTS_SECTION = Section(
    "conflicts",
    "conflicts",
    ListOf(CONFLICT, N_("What a merge could not decide."), MOST_CONFLICTS),
    _read,
    _written,
)
