"""The settings that the program stores for its user between two runs.

Rules:

- No plan depends on them: a value that is not valid is replaced by its default, and a file that is
  not JSON is renamed to `.broken.json`.
- A change is read, made and written under one lock, so that two windows do not undo each other's.
"""

import binascii
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal, cast

from socplanner.domain.board_choices import CARD_SIZES, LANE_KINDS, CardSize, LaneKind
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.names import LONGEST_NAME, clean_line
from socplanner.services import files
from socplanner.services.file_lock import Busy, locked
from socplanner.services.file_problem import FileProblem, refused

Theme = Literal["system", "light", "dark", "light-contrast", "dark-contrast"]
THEMES: tuple[Theme, ...] = ("system", "light", "dark", "light-contrast", "dark-contrast")
Motion = Literal["system", "reduced"]
MOTIONS: tuple[Motion, ...] = ("system", "reduced")
TEXT_SIZES = (100, 125, 150, 200)
MOST_RECENT = 10
MOST_FOLDED = 200


@dataclass(frozen=True, slots=True)
class WindowState:
    """The state of a window: geometry and panel sizes as Qt encodes them, and its views."""

    geometry: bytes = b""
    across: bytes = b""
    down: bytes = b""
    view: str = "board"
    panels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The open panels of each view that was left with others than usual, by its id."""

    views: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What each view remembers of itself, in words of its own, by its id."""


@dataclass(frozen=True, slots=True)
class BoardChoices:
    """How the planner wants the board: its lanes, the size of cards, left and right exchanged.

    `folded` has at most `MOST_FOLDED` lanes, each as `KIND:ID`, the one folded last at the end.
    """

    mirrored: bool = False
    card_size: CardSize = "automatic"
    lanes: LaneKind = "area"
    folded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. None is no choice of language or theme; an empty path is none yet.

    `recent` has at most `MOST_RECENT` plans, the last one first.
    """

    language: Language | None = None
    theme: Theme | None = None
    last_plan: str = ""
    last_folder: str = ""
    recent: tuple[str, ...] = ()
    fonts_reported: bool = False
    motion: Motion = "system"
    text_size: int = 100
    """The size of text in per cent of the system's, one of `TEXT_SIZES`."""

    letter_set: str = ""
    """The id of the letter set that new plans begin with; empty, it is that of the machine."""

    author: str = ""
    """The name in the properties of exported files; empty, they name none."""

    plans_folder: str = ""
    """Where file dialogs for plans begin; empty, in the folder used last."""

    exports_folder: str = ""
    """Where file dialogs for workbooks and pictures begin; empty, in the folder used last."""

    tour_ended: bool = False
    """Whether the tour was shown to its end, or skipped."""

    board: BoardChoices = BoardChoices()
    window: WindowState = WindowState()

    def with_recent(self, plan: Path) -> "Settings":
        """Return the settings with `plan` as the last and most recent."""
        path = str(plan)
        others = tuple(each for each in self.recent if each != path)
        recent = (path, *others)[:MOST_RECENT]
        return replace(self, recent=recent, last_plan=path, last_folder=str(plan.parent))

    def with_texts(self, texts: Mapping[str, str]) -> "Settings":
        """Return the settings with the fields that `texts` names."""
        changed: dict[str, Any] = dict(texts)
        return replace(self, **changed)

    def without_recent(self, plan: Path) -> "Settings":
        """Return the settings without `plan` among the recent ones or as the last."""
        path = str(plan)
        last = "" if self.last_plan == path else self.last_plan
        recent = tuple(each for each in self.recent if each != path)
        return replace(self, recent=recent, last_plan=last)

    def without_all_recent(self) -> "Settings":
        """Return the settings with no recent plans."""
        return replace(self, recent=())


NO_SETTINGS = Settings()
Part = Settings | BoardChoices | WindowState


def load(place: Path, otherwise: Settings = NO_SETTINGS) -> Settings:
    """Return the settings in the file `place`, or `otherwise` where it cannot be read.

    A setting that is not valid has its default.
    """
    try:
        stored = json.loads(files.read(place))
    except FileProblem:
        return otherwise
    except (ValueError, RecursionError):
        _move_to_backup(place)
        return otherwise
    return cast("Settings", _read(Settings(), stored))


def update(place: Path, current: Settings, changed: Callable[[Settings], Settings]) -> Settings:
    """Change the settings in the file `place` and return them; raise FileProblem if that fails.

    `current` are changed where there is no file yet. Another process that does the same waits, so
    that neither loses the change of the other.
    """
    _make_folder(place.parent)  # the lock file is in it too
    try:
        with locked(place.with_suffix(".update")):
            before = load(place, current)
            settings = changed(before)
            if settings != before:
                store(settings, place)
    except Busy:
        raise refused(place, "file-busy") from None
    return settings


def store(settings: Settings, place: Path) -> None:
    """Write `settings` to the file `place`; raise FileProblem if that fails."""
    _make_folder(place.parent)
    text = json.dumps(_plain(settings), ensure_ascii=False, indent=2)
    files.write_atomically(place, (text + "\n").encode("utf-8", "surrogatepass"))


def _make_folder(folder: Path) -> None:
    with suppress(OSError):  # the write that follows raises the error
        folder.mkdir(parents=True, exist_ok=True)


def _move_to_backup(place: Path) -> None:
    with suppress(OSError):
        place.replace(place.with_suffix(".broken.json"))


def _plain(value: Part) -> dict[str, object]:
    """Return `value` in types of JSON: bytes as base64."""
    return {each.name: _plain_part(getattr(value, each.name)) for each in fields(value)}


def _plain_part(value: object) -> object:
    if isinstance(value, bytes):
        return binascii.b2a_base64(value, newline=False).decode("ascii")
    return _plain(value) if isinstance(value, BoardChoices | WindowState) else value


def _read(default: Part, stored: object) -> Part:
    """Return `default` with each field replaced by that of `stored`, if it is valid."""
    if not isinstance(stored, Mapping):
        return default
    parts: dict[str, Any] = {}
    for each in fields(default):
        if each.name in stored:
            read = _FORMS[each.name]
            parts[each.name] = read(stored[each.name], getattr(default, each.name))
    return replace(default, **parts)


def _one_of(choices: tuple[object, ...]) -> Callable[[Any, Any], Any]:
    def read(stored: Any, default: Any) -> Any:
        return stored if isinstance(stored, str) and stored in choices else default

    return read


def _text(stored: Any, default: Any) -> Any:
    return stored if isinstance(stored, str) else default


def _line(stored: Any, default: Any) -> Any:
    return clean_line(stored).strip()[:LONGEST_NAME] if isinstance(stored, str) else default


def _boolean(stored: Any, default: Any) -> Any:
    return stored if isinstance(stored, bool) else default


def _size(stored: Any, default: Any) -> Any:
    return stored if isinstance(stored, int) and stored in TEXT_SIZES else default


def _texts(stored: Any, default: Any) -> Any:
    if not isinstance(stored, list):
        return default
    return tuple(each for each in stored if isinstance(each, str))[:MOST_RECENT]


def _folded(stored: Any, default: Any) -> Any:
    if not isinstance(stored, list):
        return default
    return tuple(each for each in stored if isinstance(each, str))[-MOST_FOLDED:]


def _panels(stored: Any, default: Any) -> Any:
    if not isinstance(stored, Mapping):
        return default
    return {view: _texts(names, ()) for view, names in stored.items() if isinstance(view, str)}


def _views(stored: Any, default: Any) -> Any:
    if not isinstance(stored, Mapping):
        return default
    return {view: _folded(kept, ()) for view, kept in stored.items() if isinstance(view, str)}


def _bytes(stored: Any, default: Any) -> Any:
    try:
        return binascii.a2b_base64(stored)
    except (ValueError, TypeError):
        return default


def _part(stored: Any, default: Any) -> Any:
    return _read(default, stored)


_FORMS: Mapping[str, Callable[[Any, Any], Any]] = {
    "language": _one_of(LANGUAGES),
    "theme": _one_of(THEMES),
    "last_plan": _text,
    "last_folder": _text,
    "recent": _texts,
    "fonts_reported": _boolean,
    "motion": _one_of(MOTIONS),
    "text_size": _size,
    "letter_set": _text,
    "author": _line,
    "plans_folder": _text,
    "exports_folder": _text,
    "tour_ended": _boolean,
    "board": _part,
    "mirrored": _boolean,
    "card_size": _one_of(CARD_SIZES),
    "lanes": _one_of(LANE_KINDS),
    "folded": _folded,
    "window": _part,
    "geometry": _bytes,
    "across": _bytes,
    "down": _bytes,
    "view": _text,
    "panels": _panels,
    "views": _views,
}
