"""The objects that every view and panel of one window works with, as one value."""

from typing import NamedTuple

from PySide6.QtCore import QObject

from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.tally import Tally
from socplanner.services.translator import Translator
from socplanner.ui.kit.board_options import BoardOptions
from socplanner.ui.kit.viewpoint import Viewpoint


class PlanContext(NamedTuple):
    """The open plan, the phase and roles in view, findings, counts, language, look of the board."""

    document: Document
    viewpoint: Viewpoint
    checking: Checking
    tally: Tally
    translator: Translator
    board: BoardOptions


def plan_context(document: Document, translator: Translator, parent: QObject) -> PlanContext:
    """Return the context of a window that shows `document`; its objects belong to `parent`."""
    return PlanContext(
        document,
        Viewpoint(document, parent),
        Checking(document, parent),
        Tally(document, parent),
        translator,
        BoardOptions(parent),
    )
