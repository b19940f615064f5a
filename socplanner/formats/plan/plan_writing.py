"""From a plan to the text of its file; imported only when a plan is saved."""

from collections.abc import Callable, Iterator
from typing import Any

import yaml

from socplanner.domain.plan import Change, Plan
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan import canonical
from socplanner.formats.plan.kept_extensions import keeps_extensions
from socplanner.formats.plan.plan_tree import Entry, plan_tree
from socplanner.formats.plan.schema_file import MODELINE
from socplanner.formats.plan.sections.changes import tree_of_change
from socplanner.formats.plan.shapes import EXTENSION
from socplanner.formats.plan.text_nodes import (
    comments_between,
    comments_in,
    content_end,
    extensions_of,
    with_extensions,
)
from socplanner.formats.plan.text_patching import CannotPatch, TextPatcher
from socplanner.formats.plan.yaml_reading import collector_paused, node_of, tree_of


def texts_of(plan: Plan, before: tuple[Plan, str] | None) -> Iterator[str]:
    """Yield texts of the file of `plan`, the one that keeps most of the text of `before` first.

    `before` is the plan as it was opened with its text, None for a new file. YAML can be written in
    more forms than can be changed in place, so a text may be wrong: the caller uses the first one
    that reads back as `plan`. The last one is canonical, without anything of the old text.
    """
    with collector_paused():
        if before is not None:
            old_plan, text = before
            old = plan_tree(old_plan)
            changed = _changed(plan, text, old, plan_tree(plan))
            if changed is not None:
                yield changed
            root = node_of(text)
            yield _rewritten(plan, text, root, old)
            yield _rewritten(plan, text, root, None)
        yield f"{MODELINE}\n{_written(plan, {}, None)}\n"


def _changed(plan: Plan, text: str, old: Entry, new: Entry) -> str | None:
    """Return `text` changed in place from `old` to `new`, or None where it cannot be patched."""
    if old == new:
        return text
    try:
        changed = TextPatcher(text, _tree_maker(plan)).changed(node_of(text), old, new)
        if EXTENSION in text and not keeps_extensions(tree_of(text), tree_of(changed)):
            return None  # a comment that moved up behind an extension's text would continue it
    except (CannotPatch, FormatError):
        return None
    return changed


def _rewritten(plan: Plan, text: str, root: yaml.Node, old: Entry | None) -> str:
    """Return the whole file in canonical form, under the comments of `text`.

    Its extensions are put back where entries of `old` still are; without `old` they are left out.
    """
    extensions = {} if old is None else extensions_of(text, root)
    comments = [
        *comments_between(text[: root.start_mark.index]),
        *comments_in(text, root),
        *comments_between(text[content_end(text, root) :]),
    ]
    lines = "\n".join([*comments, _written(plan, extensions, old), ""])
    return lines.replace("\n", "\r\n") if "\r\n" in text else lines


def _written(plan: Plan, extensions: dict[str, Any], old: Entry | None) -> str:
    """Return the whole plan in canonical form."""
    tree, to_tree = plan_tree(plan), _tree_maker(plan)
    for phase in tree["phases"]:
        if "duties" in phase:
            phase["duties"] = {role: to_tree(change) for role, change in phase["duties"].items()}
    return canonical.mapping(with_extensions(tree, extensions, old), 0)


def _tree_maker(plan: Plan) -> Callable[[Any], Any]:
    """Return the function that turns a change into a tree, letters in the order of the parties."""
    places = {party.id: place for place, party in enumerate(plan.parties)}

    def to_tree(value: Any) -> Any:
        return tree_of_change(value, places) if isinstance(value, Change) else value

    return to_tree
