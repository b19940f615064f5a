"""Unique names of the tasks and parties of a sheet, where several have the same name."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from socplanner.domain.external.understood import Understood


class _Named(NamedTuple):
    name: str
    context: str


def party_names(understood: Understood) -> tuple[str, ...]:
    """Return a unique name for each party; equal names are followed by the department."""
    return _distinguished(_Named(party.name, party.group) for party in understood.parties)


def task_names(understood: Understood) -> tuple[str, ...]:
    """Return a unique name for each task; equal names are followed by their heading or code."""
    return _distinguished(_Named(task.name, task.group or task.code) for task in understood.tasks)


def _distinguished(items: Iterable[_Named]) -> tuple[str, ...]:
    """Return equal names with their context, `Manager (Plant)`, or numbered where that is equal."""
    listed = list(items)
    occurrences = Counter(each.name for each in listed)
    with_context = [
        f"{each.name} ({each.context})"
        if occurrences[each.name] > 1 and each.context
        else each.name
        for each in listed
    ]
    totals, seen = Counter(with_context), Counter[str]()
    names = []
    for name in with_context:
        seen[name] += 1
        is_alone = totals[name] == 1 and bool(name)
        names.append(name if is_alone else f"{name} ({seen[name]})".strip())
    return tuple(names)
