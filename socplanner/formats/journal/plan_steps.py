"""States of a plan as parts, each with what differs from the state before, and back to a text.

Rules:

- The first state differs from nothing: its parts are the whole plan. A letter typed among thousands
  of roles is one part of one role, as plans of one document share what they do not differ in.
- A part is plain JSON in the terms of the plan file: `values` of keys at the top (None removes
  one), `phases` without their duties, and `duties` of a phase (None removes those of a role).
- Parts are small, so that the writer can let other threads run between two.
- The text that is made of them is read as any plan file is: same upgrades, same bounds.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from socplanner.domain.overlay import changed_keys
from socplanner.domain.plan import NO_CHANGE, Phase, Plan
from socplanner.formats.plan import canonical
from socplanner.formats.plan.plan_sections import SECTIONS
from socplanner.formats.plan.plan_tree import facts_tree
from socplanner.formats.plan.sections.changes import tree_of_change
from socplanner.formats.plan.sections.phases import PHASES, tree_of_phase

Part = dict[str, Any]

VALUES, PHASE_LIST, DUTIES = "values", "phases", "duties"
ROLES_OF_A_PART = 100
"""A part of so many roles is made in less than a millisecond."""

_FACTS = ("format", "id", "organisation", "tlp", "classification", "catalogue", "letter-set")


def parts_between(before: Plan | None, after: Plan) -> Iterator[Part]:
    """Yield the parts that lead from `before` to `after`; all of `after` where `before` is None."""
    if after is before:
        return
    facts = facts_tree(after)
    earlier = {} if before is None else facts_tree(before)
    changed = {key: facts.get(key) for key in _FACTS if facts.get(key) != earlier.get(key)}
    if changed:
        yield {VALUES: changed}
    for section in SECTIONS:
        is_same = before is not None and getattr(before, section.field) is getattr(
            after, section.field
        )
        if section is not PHASES and not is_same:
            written = section.written(after)
            if written is not None or before is not None:
                yield {VALUES: {section.key: _plain(written)}}
    if before is None or before.phases is not after.phases:
        yield from _parts_of_phases(before, after)


def is_part(content: Any) -> bool:
    """Return whether `content`, read from a file, is a part: texts, lists and mappings only."""
    try:
        return (
            content.keys() <= {VALUES, PHASE_LIST, DUTIES}
            and _is_tree(content)
            and isinstance(content.get(VALUES, {}), dict)
            and isinstance(content.get(PHASE_LIST, []), list)
            and all(isinstance(phase["id"], str) for phase in content.get(PHASE_LIST, []))
            and all(isinstance(each, dict) for each in content.get(DUTIES, {}).values())
        )
    except (AttributeError, TypeError, KeyError, RecursionError):
        return False


class PlanParts:
    """The state that parts lead to, one after the other."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._values: dict[str, Any] = {}
        self._phases: list[dict[str, Any]] = []
        self._duties: dict[str, dict[str, Any]] = {}

    def add(self, part: Mapping[str, Any]) -> None:
        """Add `part`, for which `is_part` is true."""
        for key, value in part.get(VALUES, {}).items():
            if value is None:
                self._values.pop(key, None)
            else:
                self._values[key] = value
        if PHASE_LIST in part:
            self._phases = [dict(phase) for phase in part[PHASE_LIST]]
            ids = {phase["id"] for phase in self._phases}
            self._duties = {key: each for key, each in self._duties.items() if key in ids}
        for phase, duties in part.get(DUTIES, {}).items():
            kept = self._duties.setdefault(phase, {})
            for role, duty in duties.items():
                if duty is None:
                    kept.pop(role, None)
                else:
                    kept[role] = duty

    def text(self) -> str:
        """Return the text of a plan file with this state."""
        phases = [
            phase | ({"duties": self._duties[phase["id"]]} if self._duties.get(phase["id"]) else {})
            for phase in self._phases
        ]
        tree = {**self._values, PHASES.key: phases}
        ordered = {key: tree[key] for key in _FACTS if key in tree} | tree
        return canonical.mapping(_written(ordered), 0) + "\n"


def _parts_of_phases(before: Plan | None, after: Plan) -> Iterator[Part]:
    yield {PHASE_LIST: [_plain(tree_of_phase(phase)) for phase in after.phases]}
    earlier: dict[str, Phase] = (
        {} if before is None else {phase.id: phase for phase in before.phases}
    )
    places = {party.id: place for place, party in enumerate(after.parties)}
    for phase in after.phases:
        old = earlier.get(phase.id)
        roles = iter(phase.changes if old is None else changed_keys(old.changes, phase.changes))
        while some := list(islice(roles, ROLES_OF_A_PART)):
            duties = {
                role: None
                if role not in phase.changes
                else _plain(tree_of_change(phase.changes.get(role, NO_CHANGE), places))
                for role in some
            }
            yield {DUTIES: {phase.id: duties}}


def _plain(node: Any) -> Any:
    """Return the tree `node` of plain mappings, lists and texts."""
    if node is None:
        return None
    if isinstance(node, dict):
        return {str(key): _plain(each) for key, each in node.items()}
    if isinstance(node, list):
        return [_plain(each) for each in node]
    return str(node)


def _written(node: Any) -> Any:
    """Return `node` with lists of words as they are written: on one line."""
    if isinstance(node, dict):
        return {key: _written(each) for key, each in node.items()}
    if isinstance(node, list):
        if all(isinstance(each, str) for each in node):
            return canonical.FlowList(node)
        return [_written(each) for each in node]
    return node


def _is_tree(node: Any) -> bool:
    if isinstance(node, dict):
        return all(isinstance(key, str) and _is_tree(each) for key, each in node.items())
    if isinstance(node, list):
        return all(map(_is_tree, node))
    return node is None or isinstance(node, str)
