"""The moment that is looked at: one for the view of hours and the lanes of the board.

It is one of a week, or of a date. It is not part of the plan, so never undone. What a moment is is
imported when one is first needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from socplanner.domain.calendar_days import CalendarDay
    from socplanner.domain.role_coverage import Moment


class WeekMoment(QObject):
    """Stores the moment, at first Sunday 03:00."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin on Sunday night."""
        super().__init__(parent)
        self._moment: Moment | None = None
        self.day: CalendarDay | None = None
        """The day of the moment, None for a moment of any week."""

    @property
    def moment(self) -> Moment:
        """The moment that is looked at."""
        if self._moment is None:
            from socplanner.domain.role_coverage import SUNDAY_NIGHT

            self._moment = SUNDAY_NIGHT
        return self._moment

    def look_at(self, moment: Moment) -> None:
        """Look at `moment` from now on, of the same date where that is such a day."""
        if self.day is not None and self.day.kind is moment.day:
            self._set(self.day.at(moment.minute), self.day)
        else:
            self._set(moment, None)

    def look_at_any_week(self, moment: Moment) -> None:
        """Look at `moment` of any week, no date."""
        self._set(moment, None)

    def look_at_day(self, day: CalendarDay | None) -> None:
        """Look at the same time of `day`; None is no date, and keeps the kind of the day."""
        moment = self.moment
        self._set(moment._replace(before=None) if day is None else day.at(moment.minute), day)

    def _set(self, moment: Moment, day: CalendarDay | None) -> None:
        if (moment, day) != (self.moment, self.day):
            self._moment, self.day = moment, day
            self.changed.emit()
