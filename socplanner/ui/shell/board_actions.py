"""The actions of the View menu that choose how the board is shown."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QObject

from socplanner.services.settings import CARD_SIZES, BoardChoices, CardSize
from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.board_options import BoardOptions

_PREFIX = "cards-"


class BoardActions(QObject):
    """Puts what is chosen into effect, and checks the actions of what is in effect."""

    def __init__(self, actions: Actions, options: BoardOptions, parent: QObject) -> None:
        """Connect the `actions` to `options`."""
        super().__init__(parent)
        self._actions = actions
        self._options = options
        sizes = (f"{_PREFIX}{size}" for size in CARD_SIZES)
        actions.connect_handlers(dict.fromkeys(sizes, self._choose_size))
        actions.connect_handlers({"mirror-areas": self._mirror})
        options.changed.connect(self._show)
        self._show()

    def _choose_size(self) -> None:
        size = cast("CardSize", self.sender().objectName().removeprefix(_PREFIX))
        self._options.choose(replace(self._choices(), card_size=size))

    def _mirror(self) -> None:
        mirrored = self._actions["mirror-areas"].isChecked()
        self._options.choose(replace(self._choices(), mirrored=mirrored))

    def _choices(self) -> BoardChoices:
        return self._options.choices

    def _show(self) -> None:
        choices = self._choices()
        self._actions["mirror-areas"].setChecked(choices.mirrored)
        self._actions[f"{_PREFIX}{choices.card_size}"].setChecked(True)
