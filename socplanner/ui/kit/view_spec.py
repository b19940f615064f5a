"""An entry of the table of views: what is needed of a view before it is made."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.plan_view import PlanView


class ViewSpec(NamedTuple):
    """A view: what it is called and how it is made.

    `title` is its text in the menu, with a mnemonic. Views of one `group` stand together in the
    rail. `panels` are the names of the panels that are open beside it until the planner decides.
    """

    id: str
    title: str
    icon: str
    shortcut: str
    group: int
    panels: tuple[str, ...]
    make: Callable[[PlanContext, QWidget], PlanView]
