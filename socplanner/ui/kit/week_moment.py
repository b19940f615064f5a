"""The moment of the week that is looked at: one for the view of hours and the lanes of the board.

It is not part of the plan, so never undone. What a moment is is imported when one is first needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from socplanner.domain.role_coverage import Moment


class WeekMoment(QObject):
    """Stores the moment, at first Sunday 03:00."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin on Sunday night."""
        super().__init__(parent)
        self._moment: Moment | None = None

    @property
    def moment(self) -> Moment:
        """The moment that is looked at."""
        if self._moment is None:
            from socplanner.domain.role_coverage import SUNDAY_NIGHT

            self._moment = SUNDAY_NIGHT
        return self._moment

    def look_at(self, moment: Moment) -> None:
        """Look at `moment` from now on."""
        if moment != self.moment:
            self._moment = moment
            self.changed.emit()
