"""From format 2 to 3: the scores inside phases become assessments and aims.

In format 2 a duty had `maturity`: scores now and targets, in-house and outsourced, in every phase.
Rules:

- The scores of the first phase are the first assessment. A later phase has an assessment of its own
  only where a score differs from the phase before. An assessment has the id of its phase and no
  date, and is complete: all scores up to that phase are in it.
- A target is the aim of the last phase. Where phases had different targets, each keeps its own, so
  that none is lost.
- Everything else keeps its bytes. A comment whose entry is gone stands above the assessments.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any, cast

import yaml

from socplanner.domain.assessment import SCORES, SIDES
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.canonical import Flow
from socplanner.formats.plan.shapes import EXTENSION, Choice, Record, check
from socplanner.formats.plan.text_nodes import comments_between, comments_in, content_end
from socplanner.formats.plan.text_patching import CannotPatch, TextPatcher
from socplanner.formats.plan.yaml_reading import Tree, node_of, tree_of

_SIDES: tuple[str, ...] = SIDES
_TARGETS = tuple(f"{side}-target" for side in _SIDES)
_MATURITY = Record({key: Choice(SCORES) for side in _SIDES for key in (side, f"{side}-target")})

Scores = dict[str, str]
"""The scores of one role by their keys in format 2."""


def with_assessments(text: str) -> str:
    """Return a text of format 2 in format 3.

    Raise FormatError with the path of a maturity that is not valid; other errors are left to the
    reader.
    """
    old = tree_of(text)
    assert isinstance(old, dict)
    new = _upgraded_tree(old)
    try:
        changed = TextPatcher(text, _as_it_is).changed(node_of(text), old, new)
        if _bare(tree_of(changed)) != _bare(new):
            raise CannotPatch
    except (CannotPatch, FormatError, StopIteration, KeyError, AttributeError, ValueError):
        return _rewritten(text, new)
    return _with_lost_comments(text, changed)


def _as_it_is(value: Any) -> Any:
    """Return a value whose innermost mappings of texts are written on one line."""
    return value


def _upgraded_tree(old: dict[str, Tree]) -> dict[str, Tree]:
    phases = old.get("phases")
    new = {**old, "format": "3"}
    if not isinstance(phases, list):
        return new
    stated = [dict(_stated(phase, ("phases", place))) for place, phase in enumerate(phases)]
    if not any(stated):
        return new
    by_phase = list(_folded(stated))
    order = list(dict.fromkeys(role for phase in phases for role in _roles_in(phase)))
    new["phases"] = [
        _phase(phase, aims, {role: _extensions(phase, role) for role in here}, order)
        for phase, aims, here in zip(phases, _aims(by_phase), stated, strict=True)
    ]
    assessments = list(_assessments(phases, by_phase))
    if assessments:
        new["assessments"] = assessments
    return new


def _stated(phase: Tree, path: tuple[str | int, ...]) -> Iterator[tuple[str, Scores]]:
    """Yield the roles whose maturity `phase` states, and the scores that have a value."""
    duties = phase.get("duties") if isinstance(phase, dict) else None
    for role, duty in duties.items() if isinstance(duties, dict) else ():
        if not isinstance(duty, dict) or "maturity" not in duty or role.startswith(EXTENSION):
            continue
        maturity = duty["maturity"]
        if maturity is not None:
            check(maturity, _MATURITY, (*path, "duties", role, "maturity"))
        written = maturity if isinstance(maturity, dict) else {}
        yield role, {key: str(written[key]) for key in _MATURITY.fields if written.get(key)}


def _folded(stated: list[dict[str, Scores]]) -> Iterator[dict[str, Scores]]:
    """Yield the scores of all roles in each phase; `unknown` of a target removes it."""
    current: dict[str, Scores] = {}
    for phase in stated:
        current = dict(current)
        for role, scores in phase.items():
            folded = {**current.get(role, {}), **scores}
            current[role] = {
                key: score
                for key, score in folded.items()
                if key not in _TARGETS or score != "unknown"
            }
        yield current


def _assessments(phases: list[Tree], by_phase: list[dict[str, Scores]]) -> Iterator[Tree]:
    before: dict[str, Scores] = {}
    for phase, current in zip(phases, by_phase, strict=True):
        scores: dict[str, Scores] = {
            role: {side: all_scores[side] for side in _SIDES if side in all_scores}
            for role, all_scores in current.items()
        }
        scores = {role: sides for role, sides in scores.items() if sides}
        if scores != before:
            flows: dict[str, Tree] = {}
            flows.update((role, cast("Tree", Flow(sides))) for role, sides in scores.items())
            phase_id = str(phase.get("id")) if isinstance(phase, dict) else ""
            yield {"id": phase_id, "scores": flows}
        before = scores


def _aims(by_phase: list[dict[str, Scores]]) -> Iterator[dict[str, Scores]]:
    """Yield what each phase states as aims: by role, the sides whose aim differs from before."""
    roles = by_phase[-1]
    stated: list[dict[str, Scores]] = [{} for _ in by_phase]
    for role in roles:
        for side in _SIDES:
            targets = [each.get(role, {}).get(f"{side}-target") for each in by_phase]
            before = None
            for phase, aim in zip(stated, _aims_of(targets), strict=True):
                if aim != before:
                    phase.setdefault(role, {})[side] = aim or "unknown"
                before = aim
    yield from stated


def _aims_of(targets: list[str | None]) -> list[str | None]:
    """Return the aim in each phase: in the last one only, unless there was another target."""
    first = next((place for place, target in enumerate(targets) if target), len(targets))
    if len({*targets[first:]}) > 1:
        return targets
    return [None] * (len(targets) - 1) + targets[-1:]


def _roles_in(phase: Tree) -> dict[str, Tree]:
    duties = phase.get("duties") if isinstance(phase, dict) else None
    return duties if isinstance(duties, dict) else {}


def _merged(roles: list[str], added: dict[str, Any], order: list[str]) -> list[str]:
    """Return `roles`, those `added` directly after the last one that stands before them."""
    merged = [role for role in roles if role not in added]
    places = {role: place for place, role in enumerate(order)}
    for role in sorted(added, key=lambda each: places[each]):
        earlier = [at for at, each in enumerate(merged) if places.get(each, -1) < places[role]]
        merged.insert(max(earlier, default=-1) + 1, role)
    return merged


def _extensions(phase: Tree, role: str) -> dict[str, Tree]:
    """Return the extension keys inside the maturity of `role`."""
    maturity: Any = phase["duties"][role]["maturity"]  # type: ignore[index,call-overload]
    if not isinstance(maturity, dict):
        return {}
    return {key: value for key, value in maturity.items() if key.startswith(EXTENSION)}


def _phase(
    phase: Tree,
    aims: dict[str, Scores],
    extensions: dict[str, dict[str, Tree]],
    order: list[str],
) -> Tree:
    """Return `phase` with aims in the place of maturities, and with duties for further aims.

    Further duties stand where `order`, the roles of all phases, has them.
    """
    if not isinstance(phase, dict):
        return phase
    before = phase.get("duties")
    duties: dict[str, Tree] = {}
    for role, duty in before.items() if isinstance(before, dict) else ():
        if not isinstance(duty, dict) or role.startswith(EXTENSION):
            duties[role] = duty
            continue
        aim: dict[str, Any] = {**aims.get(role, {}), **extensions.get(role, {})}
        changed = dict(_with_aim(duty, aim))
        if changed or not duty:
            duties[role] = changed
    added: dict[str, Any] = {
        role: {"aim": Flow(aim)}
        for role, aim in aims.items()
        if not isinstance(duties.get(role), dict)
    }
    duties.update(added)
    if added:
        duties = {role: duties[role] for role in _merged(list(duties), added, order)}
    if duties:
        return {**phase, "duties": duties}
    return {key: value for key, value in phase.items() if key != "duties"}


def _with_aim(duty: dict[str, Tree], aim: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the entries of `duty` with `aim` where its maturity was, or at its place by order."""
    is_placed = not aim
    for key, value in duty.items():
        if key in {"coverage", "note"} and not is_placed and "maturity" not in duty:
            yield "aim", Flow(aim)
            is_placed = True
        if key != "maturity":
            yield key, value
        elif aim:
            yield "aim", Flow(aim)
            is_placed = True
    if not is_placed:
        yield "aim", Flow(aim)


def _bare(tree: Tree) -> Tree:
    """Return `tree` without keys that have no value: they are not read."""
    if isinstance(tree, dict):
        return {key: _bare(value) for key, value in tree.items() if value is not None}
    if isinstance(tree, list):
        return [_bare(each) for each in tree]
    return tree


def _rewritten(text: str, new: dict[str, Tree]) -> str:
    """Return a text of the tree `new` under the comments of `text`, which cannot be patched."""
    root = node_of(text)
    comments = [
        *comments_between(text[: root.start_mark.index]),
        *comments_in(text, root),
        *comments_between(text[content_end(text, root) :]),
    ]
    dumped = yaml.safe_dump(_plain(new), allow_unicode=True, sort_keys=False, width=1_000_000)
    return "\n".join([*comments, dumped])


def _plain(tree: Any) -> Any:
    """Return `tree` of the types that PyYAML writes, without keys that have no value."""
    if isinstance(tree, dict):
        return {str(key): _plain(value) for key, value in tree.items() if value is not None}
    if isinstance(tree, list):
        return [_plain(each) for each in tree]
    return "" if tree is None else str(tree)


def _with_lost_comments(text: str, changed: str) -> str:
    """Return `changed` with the comments of `text` that it has no more, above the assessments."""
    lost = Counter(_comments(text)) - Counter(_comments(changed))
    if not lost:
        return changed
    root = node_of(changed)
    keys = {key.value: key for key, _ in root.value}
    newline = "\r\n" if "\r\n" in changed else "\n"
    lines = "".join(f"{' ' * root.start_mark.column}{each}{newline}" for each in lost.elements())
    if "assessments" in keys:
        mark = keys["assessments"].start_mark
        at = mark.index - mark.column
        return changed[:at] + lines + changed[at:]
    return changed + ("" if changed.endswith("\n") else newline) + lines


def _comments(text: str) -> list[str]:
    root = node_of(text)
    return [
        *comments_between(text[: root.start_mark.index]),
        *comments_in(text, root),
        *comments_between(text[content_end(text, root) :]),
    ]
