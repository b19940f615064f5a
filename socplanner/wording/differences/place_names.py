"""The names of places of a plan file: of the fields and entries that lead to a value."""

from collections.abc import Iterator
from typing import NamedTuple

from socplanner.domain.comparison.nodes import Node, Place, entries_of, key_of, node_at
from socplanner.domain.comparison.topics import ORDER
from socplanner.domain.plan import Plan
from socplanner.wording.differences.field_names import field_name
from socplanner.wording.differences.subjects import PlaceSubject, kind_of_key, subject_of
from socplanner.wording.differences.value_texts import Values
from socplanner.wording.short_texts import shortened_line


class Versions(NamedTuple):
    """Two versions of a plan and their trees, without values that stand for mappings."""

    before: Plan
    after: Plan
    old_tree: Node
    new_tree: Node


def path_texts(place: Place, versions: Versions, values: Values) -> Iterator[str]:
    """Yield what leads to a value, without what the title of its group has already."""
    subject = subject_of((*place, ""))
    for depth in range(1, len(place) + 1):
        step = place[:depth]
        if step[-1] == subject.id or (depth == 1 and place[0] == subject.kind):
            continue
        if depth == 1 and place[0] in ("phases", "parties", "roles"):
            continue
        if place[0] == "phases" and step[-1] in ("duties", "letters"):
            continue  # the role and the party beside it are enough
        yield step_name_at(step, versions, values)


def step_name_at(place: Place, versions: Versions, values: Values) -> str:
    """Return the name of the last key of `place`: of an entry, an id, or a field."""
    if place[0] == "waivers" and len(place) == 2:
        rule, phase, *_ = (*place[1].split("/"), "")
        return values.words.tr("{rule} in {phase}", rule=rule, phase=values.phase(phase))
    kind = kind_of_key(place)
    if kind:
        names = {"phase": values.phase, "party": values.party, "role": values.role}
        return names[kind](place[-1])
    if any(key_of(node_at(tree, place)) == place[-1] for tree in versions[2:]):
        return entry_name_at(place, versions, values)
    return field_name(place[-1], values.words)


def entry_name_at(place: Place, versions: Versions, values: Values) -> str:
    """Return the name of an entry: its own, or that of what its key is the id of."""
    last = place[-1]
    for tree in reversed(versions[2:]):
        entry = entries_of(node_at(tree, place))
        if entry is None:
            continue
        if "role" in entry and "name" not in entry:
            return f"{last} {values.role(str(entry['role']))}"
        if "with" in entry:
            return values.receiver(last)
        for key in ("name", "vendor", "date"):
            if key in entry:
                return shortened_line(values.text(key, entry[key]))
    return last


def subject_title(subject: PlaceSubject, versions: Versions, values: Values) -> str:
    """Return the name of what a value is about."""
    words = values.words
    match subject.kind:
        case "role":
            return values.role(subject.id)
        case "party":
            return values.party(subject.id)
        case "plan":
            return words.tr("The plan itself")
    section = field_name(subject.kind, words)
    if not subject.id or subject.id == ORDER:
        return section
    name = entry_name_at((subject.kind, subject.id), versions, values)
    return words.tr("{section}: {entry}", section=section, entry=name)
