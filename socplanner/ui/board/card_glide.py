"""Moved cards moving to their new places, imported with the first move.

Cards that changed their size do not glide, and those that stay are not touched: each step repaints
the rectangles of the gliding cards, where they were and where they are.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from socplanner.ui.board.geometry import Rect

DURATION = 120
"""Milliseconds from the old place to the new one."""


class CardGlide(QObject):
    """Where gliding cards are drawn, from one step to the next."""

    stepped = Signal(list)
    """The rectangles to repaint."""

    def __init__(self, parent: QObject) -> None:
        """Begin with no card."""
        super().__init__(parent)
        self._routes: dict[int, tuple[Rect, Rect]] = {}
        self._places: dict[int, Rect] = {}
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(DURATION)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self.end)

    def places(self) -> Mapping[int, Rect]:
        """Return where each gliding card is drawn."""
        return self._places

    def begin(self, routes: Mapping[int, tuple[Rect, Rect]]) -> None:
        """Have each card of `routes` glide from its first rectangle to the second."""
        self.end()
        self._routes = {
            row: (old, new)
            for row, (old, new) in routes.items()
            if old != new and old[2:] == new[2:]
        }
        if self._routes:
            self._places = {row: old for row, (old, _) in self._routes.items()}
            self.stepped.emit(list(self._places.values()))
            self._animation.start()

    def end(self) -> None:
        """Put every card in its place."""
        self._animation.stop()
        old = [*self._places.values()]
        new = [new for _, new in self._routes.values()]
        self._routes, self._places = {}, {}
        if old:
            self.stepped.emit([*old, *new])

    def _step(self, progress: float) -> None:
        before = [*self._places.values()]
        self._places = {row: _between(*route, progress) for row, route in self._routes.items()}
        self.stepped.emit([*before, *self._places.values()])


def _between(old: Rect, new: Rect, progress: float) -> Rect:
    return new._replace(
        x=round(old.x + (new.x - old.x) * progress), y=round(old.y + (new.y - old.y) * progress)
    )
