"""The actions of the View menu that choose how the board is shown."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QObject

from socplanner.domain.board_choices import CARD_SIZES, LANE_KINDS, CardSize, LaneKind
from socplanner.services.settings import BoardChoices
from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.board_options import BoardOptions

_PREFIX = "cards-"
_LANES = "lanes-"


class BoardActions(QObject):
    """Puts what is chosen into effect, and checks the actions of what is in effect."""

    def __init__(self, actions: Actions, options: BoardOptions, parent: QObject) -> None:
        """Connect the `actions` to `options`."""
        super().__init__(parent)
        self._actions = actions
        self._options = options
        sizes = (f"{_PREFIX}{size}" for size in CARD_SIZES)
        actions.connect_handlers(dict.fromkeys(sizes, self._choose_size))
        kinds = (f"{_LANES}{kind}" for kind in LANE_KINDS)
        actions.connect_handlers(dict.fromkeys(kinds, self._choose_lanes))
        actions.connect_handlers(
            {"mirror-areas": self._mirror, "unfold-lanes": options.unfold_lanes}
        )
        options.changed.connect(self._show)
        self._show()

    def _choose_size(self) -> None:
        size = cast("CardSize", self.sender().objectName().removeprefix(_PREFIX))
        self._options.choose(replace(self._choices(), card_size=size))

    def _choose_lanes(self) -> None:
        kind = cast("LaneKind", self.sender().objectName().removeprefix(_LANES))
        self._options.choose(replace(self._choices(), lanes=kind))

    def _mirror(self) -> None:
        mirrored = self._actions["mirror-areas"].isChecked()
        self._options.choose(replace(self._choices(), mirrored=mirrored))

    def _choices(self) -> BoardChoices:
        return self._options.choices

    def _show(self) -> None:
        choices = self._choices()
        self._actions["mirror-areas"].setChecked(choices.mirrored)
        self._actions[f"{_PREFIX}{choices.card_size}"].setChecked(True)
        self._actions[f"{_LANES}{choices.lanes}"].setChecked(True)
        self._actions["mirror-areas"].setEnabled(choices.lanes == "area")
        self._actions["unfold-lanes"].setEnabled(bool(self._options.folded_lanes()))
