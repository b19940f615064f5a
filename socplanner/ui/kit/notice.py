"""Something that the planner should know, and what can be done about it; no answer is needed."""

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple


class NoticeKind(Enum):
    """The kinds of notices, each with the token of its colour, which is its icon too."""

    DONE = "ok"
    """It happened as requested; the notice disappears by itself."""

    HINT = "info"
    """Worth knowing; the notice disappears by itself."""

    PROBLEM = "error"
    """Something was not done; the notice stays until it is closed or replaced."""


class Remedy(NamedTuple):
    """The button of a notice: its text, and what it does."""

    text: str
    act: Callable[[], object]


class Notice(NamedTuple):
    """A notice: its kind, its text, and its remedy if there is one."""

    kind: NoticeKind
    text: str
    remedy: Remedy | None = None
    is_about_last_step: bool = False
    """Whether it disappears with the next edit: its remedy would undo another step then."""
