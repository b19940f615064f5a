"""Reading and writing plan files; the one door of this folder for plans."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from socplanner.domain.catalogue import Catalogue
from socplanner.domain.plan import Change, Plan
from socplanner.formats import canonical
from socplanner.formats.format_error import FormatError
from socplanner.formats.kept_text import Keeping, NotKept
from socplanner.formats.plan_reading import plan_of
from socplanner.formats.plan_tree import plan_tree, spelt
from socplanner.formats.reading import BOM, node_of, place_of, text_of, tree_of
from socplanner.formats.text_nodes import extensions_of, with_extensions
from socplanner.formats.upgrades import upgraded


@dataclass(frozen=True, slots=True)
class Opened:
    """A plan and the text it was read from, which `dumps` keeps wherever the plan is the same."""

    plan: Plan
    text: str
    has_mark: bool = False


def loads(data: bytes, catalogue_of: Callable[[str], Catalogue | None]) -> Opened:
    """Return the plan that `data` writes; raise FormatError with line and column."""
    text = text_of(data)
    tree = tree_of(text)
    try:
        plan = plan_of(upgraded(tree), catalogue_of)
    except FormatError as error:
        if error.path is None or error.line is not None:
            raise
        line, column = place_of(text, error.path)
        raise FormatError(error.problem, line, column, error.path) from None
    return Opened(plan, text, data.startswith(BOM.encode()))


def dumps(plan: Plan, opened: Opened | None = None) -> bytes:
    """Return the file of `plan`; what `opened` says already keeps its very bytes."""
    if opened is None:
        return (_written(plan, {}) + "\n").encode()
    mark = BOM if opened.has_mark else ""
    return (mark + _kept(plan, opened)).encode()


def _kept(plan: Plan, opened: Opened) -> str:
    old, new = plan_tree(opened.plan), plan_tree(plan)
    if old == new:
        return opened.text
    root = node_of(opened.text)
    try:
        return Keeping(opened.text, _speller(plan)).changed(root, old, new)
    except NotKept:
        return _written(plan, extensions_of(opened.text, root)) + "\n"


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
