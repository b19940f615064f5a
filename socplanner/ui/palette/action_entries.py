"""Views and commands as entries, from the table of actions, and the plans opened last."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from socplanner.ui.kit.action_table import ActionSpec
from socplanner.ui.kit.actions import Actions, plain
from socplanner.wording.language import Words
from socplanner.wording.search.plan_entries import BothWords
from socplanner.wording.search.search_part import ResultGroup, SearchEntry

PALETTE = "palette"
"""The command that opens the palette, which is not listed in it."""

_VIEW = "view"


def view_entries(actions: Actions, words: BothWords) -> Iterator[SearchEntry]:
    """Yield the views in their order."""
    for spec in actions.table:
        if spec.group == _VIEW:
            yield SearchEntry(
                ResultGroup.VIEWS,
                spec.id,
                _text(words.window, spec),
                _text(words.other, spec),
                detail=words.window.tr("view"),
                shortcut=_shortcut(actions, spec),
            )


def command_entries(actions: Actions, words: BothWords) -> Iterator[SearchEntry]:
    """Yield every command that can be run now; undo is named with the edit that it undoes."""
    for spec in actions.table:
        action = actions.by_id.get(spec.id)
        if action is None or not action.isEnabled() or spec.group == _VIEW or spec.id == PALETTE:
            continue
        text = " ".join(plain(action.text()).split()) or spec.text
        title = _with_submenu(words.window, spec, text)
        other = _with_submenu(words.other, spec, _text(words.other, spec))
        menus = [plain(each.tr(spec.menu.value)) for each in words]
        yield SearchEntry(
            ResultGroup.COMMANDS,
            spec.id,
            title,
            other,
            more=(plain(words.window.tr(spec.text)), *menus),
            detail=menus[0],
            shortcut=_shortcut(actions, spec),
        )


def recent_plan_entries(paths: Iterable[str]) -> Iterator[SearchEntry]:
    """Yield the plans in the files `paths`, which are the latest first."""
    for path in paths:
        place = Path(path)
        yield SearchEntry(
            ResultGroup.PLANS, path, place.name, more=(str(place.parent),), detail=str(place.parent)
        )


def _text(words: Words, spec: ActionSpec) -> str:
    return plain(words.tr(spec.text))


def _with_submenu(words: Words, spec: ActionSpec, text: str) -> str:
    """Return `text` after the title of its submenu, without which it would not be understood."""
    if not spec.submenu:
        return text
    return words.tr("{menu}: {command}", menu=plain(words.tr(spec.submenu)), command=text)


def _shortcut(actions: Actions, spec: ActionSpec) -> str:
    from PySide6.QtGui import QKeySequence

    return actions[spec.id].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
