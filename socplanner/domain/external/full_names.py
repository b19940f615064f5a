"""What tasks and parties of a sheet are called where their bare names are not enough."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from socplanner.domain.external.understood import Understood


class _Named(NamedTuple):
    name: str
    context: str


def party_names(understood: Understood) -> tuple[str, ...]:
    """Return a name for each party; of two of one name it tells the department as well."""
    return _told_apart(_Named(party.name, party.group) for party in understood.parties)


def task_names(understood: Understood) -> tuple[str, ...]:
    """Return a name for each task; of two of one name it tells the code or the heading as well."""
    return _told_apart(_Named(task.name, task.group or task.code) for task in understood.tasks)


def _told_apart(named: Iterable[_Named]) -> tuple[str, ...]:
    """Return `Manager (Plant)` where several are called so, else a number where nothing tells."""
    every = list(named)
    times = Counter(each.name for each in every)
    full = [
        f"{each.name} ({each.context})" if times[each.name] > 1 and each.context else each.name
        for each in every
    ]
    counted, seen = Counter(full), Counter[str]()
    names = []
    for name in full:
        seen[name] += 1
        is_alone = counted[name] == 1 and bool(name)
        names.append(name if is_alone else f"{name} ({seen[name]})".strip())
    return tuple(names)
