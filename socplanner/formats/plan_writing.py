"""From a plan to the text of its file; loaded only where a plan is saved."""

from collections.abc import Callable
from typing import Any

from socplanner.domain.plan import Change, Plan
from socplanner.formats import canonical
from socplanner.formats.kept_text import Keeping, NotKept
from socplanner.formats.plan_tree import plan_tree, spelt
from socplanner.formats.reading import node_of
from socplanner.formats.text_nodes import extensions_of, with_extensions


def written(plan: Plan) -> str:
    """Return the file of `plan` in canonical form."""
    return _written(plan, {}) + "\n"


def kept(plan: Plan, before: Plan, text: str) -> str:
    """Return the file of `plan` with the words of `text`, which writes `before`, where it can."""
    old, new = plan_tree(before), plan_tree(plan)
    if old == new:
        return text
    root = node_of(text)
    try:
        return Keeping(text, _speller(plan)).changed(root, old, new)
    except NotKept:
        return _written(plan, extensions_of(text, root)) + "\n"


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
