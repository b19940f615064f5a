"""How the planner wants the board shown, shared by the actions that choose it and the board."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from socplanner.services.settings import MOST_FOLDED, BoardChoices


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

    def folded_lanes(self) -> frozenset[str]:
        """Return the ids of the folded lanes of the kind that is shown."""
        prefix = f"{self._choices.lanes}:"
        folded = self._choices.folded
        return frozenset(each.removeprefix(prefix) for each in folded if each.startswith(prefix))

    def fold_lane(self, lane: str, *, is_folded: bool = True) -> None:
        """Fold or unfold a lane of the kind that is shown."""
        entry = f"{self._choices.lanes}:{lane}"
        others = tuple(each for each in self._choices.folded if each != entry)
        folded = (*others, entry)[-MOST_FOLDED:] if is_folded else others
        self.choose(replace(self._choices, folded=folded))

    def unfold_lanes(self) -> None:
        """Unfold all lanes of the kind that is shown."""
        prefix = f"{self._choices.lanes}:"
        folded = tuple(each for each in self._choices.folded if not each.startswith(prefix))
        self.choose(replace(self._choices, folded=folded))

    def choose(self, choices: BoardChoices) -> None:
        """Put `choices` into effect."""
        if choices != self._choices:
            self._choices = choices
            self.changed.emit()
