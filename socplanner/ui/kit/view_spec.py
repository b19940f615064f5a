"""An entry of the table of views: what is needed of a view before it is made."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.plan_view import PlanView


class ViewSpec(NamedTuple):
    """A view: its id, its title in the menu, its icon, its shortcut, and its constructor."""

    id: str
    title: str
    icon: str
    shortcut: str
    make: Callable[[PlanContext, QWidget], PlanView]
