"""The section `conflicts`: what a merge of two versions could not decide."""

from typing import cast

from socplanner.domain.limits import MOST_CONFLICTS
from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.domain.plan import Plan
from socplanner.formats.format_error import FormatError, Path, refused
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


def _read(tree: Tree, _references: References) -> tuple[MergeConflict, ...]:
    """Return the conflicts; raise FormatError for a place twice, or for a value that is no JSON."""
    conflicts: list[MergeConflict] = []
    places: set[str] = set()
    for number, item in enumerate(cast("list[TreeMapping]", tree or [])):
        path: Path = ("conflicts", number)
        fields = without_extensions(item)
        at = str(fields["at"])
        if not at.startswith("/"):
            raise refused("no-place-of-conflict", (*path, "at"), place=at)
        if at in places:
            raise refused("doubled-conflict", (*path, "at"), place=at)
        places.add(at)
        values = [_checked(str(fields.get(name, "")), (*path, name)) for name in _VALUES]
        conflicts.append(MergeConflict(at, *values))
    return tuple(conflicts)


def _checked(text: str, path: Path) -> str:
    if not text:
        return text
    import json  # few plans have a conflict

    try:
        json.loads(text)
    except (ValueError, RecursionError):
        raise _no_json(text, path) from None
    return text


def _no_json(text: str, path: Path) -> FormatError:
    return refused("no-json", path, value=text)


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
