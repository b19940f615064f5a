"""From a plan to the text of its file; loaded only where a plan is saved."""

from collections.abc import Callable
from typing import Any

import yaml

from socplanner.domain.plan import Change, Plan
from socplanner.formats import canonical
from socplanner.formats.format_error import FormatError
from socplanner.formats.kept_text import Keeping, NotKept
from socplanner.formats.plan_reading import plan_of
from socplanner.formats.plan_tree import Entry, plan_tree, spelt
from socplanner.formats.reading import collector_resting, node_of, tree_of
from socplanner.formats.schema_file import MODELINE
from socplanner.formats.text_nodes import (
    comments_between,
    comments_in,
    content_end,
    extensions_of,
    with_extensions,
)
from socplanner.formats.upgrades import upgraded


def written(plan: Plan) -> str:
    """Return a new file of `plan` in canonical form, with the line that editors look for."""
    return f"{MODELINE}\n{_written(plan, {})}\n"


def kept(plan: Plan, before: Plan, text: str) -> str:
    """Return the file of `plan` with the words of `text`, which writes `before`, where it can.

    What comes out is read again before anything is overwritten with it: YAML can be written in
    more ways than can be changed in place, and a file that does not open is a plan lost.
    """
    old, new = plan_tree(before), plan_tree(plan)
    if old == new:
        return text
    with collector_resting():
        changed = _changed(plan, text, old, new)
        return changed if _says(changed, plan) else _anew(plan, text, node_of(text))


def _changed(plan: Plan, text: str, old: Entry, new: Entry) -> str:
    """Return `text` changed in place to say `new`, or nothing where it cannot be."""
    try:
        return Keeping(text, _speller(plan)).changed(node_of(text), old, new)
    except NotKept:
        return ""


def _says(text: str, plan: Plan) -> bool:
    """Tell whether `text` is a file of `plan`."""
    try:
        return plan_of(upgraded(tree_of(text)), lambda _edition: plan.catalogue) == plan
    except FormatError:
        return False


def _anew(plan: Plan, text: str, root: yaml.Node) -> str:
    """Return the whole file in canonical form, under the comments and with the keys of `text`."""
    comments = [
        *comments_between(text[: root.start_mark.index]),
        *comments_in(text, root),
        *comments_between(text[content_end(text, root) :]),
    ]
    lines = "\n".join([*comments, _written(plan, extensions_of(text, root)), ""])
    return lines.replace("\n", "\r\n") if "\r\n" in text else lines


def _written(plan: Plan, extensions: dict[str, Any]) -> str:
    """Return the whole plan in canonical form."""
    tree, spell = plan_tree(plan), _speller(plan)
    for phase in tree["phases"]:
        if "duties" in phase:
            phase["duties"] = {role: spell(change) for role, change in phase["duties"].items()}
    return canonical.mapping(with_extensions(tree, extensions), 0)


def _speller(plan: Plan) -> Callable[[Any], Any]:
    """Return what turns a change into a tree, its letters in the order of the plan's parties."""
    places = {party.id: place for place, party in enumerate(plan.parties)}

    def spell(value: Any) -> Any:
        return spelt(value, places) if isinstance(value, Change) else value

    return spell
