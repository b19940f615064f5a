"""What opening and saving a plan file costs, against PyYAML's loader and dumper in C alone."""

import time
from collections.abc import Callable

import yaml

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles, SetNote
from socplanner.domain.plan import Plan
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services.catalogues import catalogue_of


def opening(plan: Plan, rounds: int) -> tuple[float, float]:
    """Return the seconds of opening `plan`, checks included, and of PyYAML's loader alone."""
    data = dumps(plan)
    text = data.decode()
    return _least(
        rounds,
        lambda: loads(data, catalogue_of),
        lambda: yaml.load(text, Loader=yaml.CSafeLoader),
    )


def opening_commented(plan: Plan, rounds: int) -> tuple[float, float]:
    """Return the same for a file with a comment above every line of a duty."""
    commented = dumps(plan).decode().replace("\n        area:", "\n        # why\n        area:")
    data = commented.encode()
    return _least(
        rounds,
        lambda: loads(data, catalogue_of),
        lambda: yaml.load(commented, Loader=yaml.CSafeLoader),
    )


def saving(plan: Plan, rounds: int) -> tuple[float, float]:
    """Return the seconds of saving one move into an opened file, and of PyYAML's dumper alone."""
    was = loads(dumps(plan), catalogue_of)
    role = next(plan.roles()).id
    phase = plan.phases[0].id
    moved = MoveRoles(phase, frozenset({role}), Area.III).apply(plan)
    moved = MoveRoles(phase, frozenset({role}), Area.II).apply(moved)
    tree = yaml.load(was.text, Loader=yaml.CSafeLoader)
    return _least(
        rounds, lambda: dumps(moved, was), lambda: yaml.dump(tree, Dumper=yaml.CSafeDumper)
    )


def saving_every_role(plan: Plan, rounds: int) -> tuple[float, float]:
    """Return the seconds of saving a change of every role, which must grow with them and no more.

    A pattern or a paste changes as much; beside it stands PyYAML's dumper.
    """
    was = loads(dumps(plan), catalogue_of)
    phase = plan.phases[0].id
    noted = SetNote(phase, frozenset(role.id for role in plan.roles()), "noted").apply(plan)
    tree = yaml.load(was.text, Loader=yaml.CSafeLoader)
    return _least(
        rounds, lambda: dumps(noted, was), lambda: yaml.dump(tree, Dumper=yaml.CSafeDumper)
    )


def _least(
    rounds: int, ours: Callable[[], object], bare: Callable[[], object]
) -> tuple[float, float]:
    """Return the least processor seconds of both, taken in turn."""
    pairs = [(_seconds(ours), _seconds(bare)) for _ in range(rounds + 1)][1:]
    return min(one for one, _ in pairs), min(other for _, other in pairs)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun
