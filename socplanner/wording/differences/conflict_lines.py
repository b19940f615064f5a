"""The conflicts of a merge as lines: where, our value, theirs."""

import json
from collections.abc import Iterable, Iterator

from socplanner.domain.comparison.nodes import ABSENT, Node, place_of_pointer
from socplanner.domain.comparison.topics import ORDER
from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.domain.plan import Plan
from socplanner.wording.differences.lines import DifferenceLine
from socplanner.wording.differences.place_names import (
    Versions,
    entry_name_at,
    path_texts,
    step_name_at,
    subject_title,
)
from socplanner.wording.differences.subjects import subject_of
from socplanner.wording.differences.value_texts import Values
from socplanner.wording.language import Words
from socplanner.wording.short_texts import shortened_line

_LONGEST = 200


def conflict_texts(plan: Plan, conflicts: Iterable[MergeConflict], words: Words) -> Iterator[str]:
    """Yield each conflict of `plan` on one line."""
    for each in conflicts:
        yield words.tr(
            "{where}: ours {ours}, theirs {theirs}",
            where=conflict_place(plan, each, words),
            ours=conflict_value(plan, each, each.ours, words),
            theirs=conflict_value(plan, each, each.theirs, words),
        )


def conflict_changes(
    versions: Versions,
    begun: Iterable[MergeConflict],
    ended: Iterable[MergeConflict],
    words: Words,
) -> Iterator[DifferenceLine]:
    """Yield a line for each conflict that only one of two versions has."""
    for text in conflict_texts(versions.after, begun, words):
        line = words.tr("waits for a choice: {conflict}", conflict=text)
        yield DifferenceLine(line, (), shortened_line(line, _LONGEST))
    for text in conflict_texts(versions.before, ended, words):
        line = words.tr("no longer waits: {conflict}", conflict=text)
        yield DifferenceLine(line, (), shortened_line(line, _LONGEST))


def conflict_place(plan: Plan, conflict: MergeConflict, words: Words) -> str:
    """Return the place of `conflict` in words."""
    place, values = place_of_pointer(conflict.at), Values((plan,), words)
    versions = _versions(plan, conflict)
    names = [step_name_at(place[:depth], versions, values) for depth in range(1, len(place) + 1)]
    if place[-1] == ORDER:
        names[-1] = words.tr("Order")
    return " › ".join(names)


def conflict_names(plan: Plan, conflict: MergeConflict, words: Words) -> tuple[str, str]:
    """Return what `conflict` is about, and where below that it is."""
    place, values = place_of_pointer(conflict.at), Values((plan,), words)
    versions = _versions(plan, conflict)
    title = subject_title(subject_of(place), versions, values)
    names = [*path_texts(place[:-1], versions, values), step_name_at(place, versions, values)]
    if place[-1] == ORDER:
        names[-1] = words.tr("Order")
    return title, " › ".join(names)


def conflict_value(plan: Plan, conflict: MergeConflict, value: str, words: Words) -> str:
    """Return one of the values that `conflict` stores on one line."""
    return conflict_text(plan, conflict, json.loads(value) if value else ABSENT, words)


def conflict_text(plan: Plan, conflict: MergeConflict, node: Node, words: Words) -> str:
    """Return a value at the place of `conflict` on one line."""
    place, values = place_of_pointer(conflict.at), Values((plan,), words)
    if place[-1] == ORDER and isinstance(node, list):
        names = (
            entry_name_at((*place[:-1], str(key)), _versions(plan, conflict), values)
            for key in node
        )
        return ", ".join(names)
    return values.text(place[-1], node, parent=place[-2] if len(place) > 1 else "")


def _versions(plan: Plan, conflict: MergeConflict) -> Versions:
    """Return trees in which the entry of a conflict has its name, whichever side has it."""
    trees = []
    for value in (conflict.theirs, conflict.ours):
        tree: Node = json.loads(value) if value else {}
        for key in reversed(place_of_pointer(conflict.at)):
            tree = {key: tree}
        trees.append(tree)
    return Versions(plan, plan, trees[0], trees[1])
