"""How the planner wants the board shown, shared by the actions that choose it and the board."""

from PySide6.QtCore import QObject, Signal

from socplanner.services.settings import BoardChoices


class BoardOptions(QObject):
    """The choices for the board of one window."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with the choices of a new program, without motion."""
        super().__init__(parent)
        self._choices = BoardChoices()
        self.has_motion = False
        """Whether moved cards glide to their new places."""

    @property
    def choices(self) -> BoardChoices:
        """The choices that are in effect."""
        return self._choices

    def choose(self, choices: BoardChoices) -> None:
        """Put `choices` into effect."""
        if choices != self._choices:
            self._choices = choices
            self.changed.emit()
