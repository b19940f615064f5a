"""The moment of the bar as one of a date: what the day is by the calendar of the plan.

A date that is chosen stays while the planner moves through hours of such days; a preset, or another
kind of day, is one of any week. When the calendar of the plan changes, the day is looked up again.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from socplanner.domain.calendar_days import CalendarDay, calendar_day, is_real_day
from socplanner.domain.plan_diff import PlanDiff
from socplanner.domain.problem import Problem
from socplanner.services.public_holidays import public_holidays
from socplanner.ui.kit.day_popup import DayPopup
from socplanner.ui.kit.moment_bar import MomentBar
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.wording import errors
from socplanner.wording.calendar_words import reason_of_day, source_sentence


class DatedMoments(QObject):
    """Connects the bar with the moment that is looked at."""

    remarked = Signal(str)
    """What the chosen day is and why, or why a text is no date."""

    calendar_requested = Signal()
    """The planner wants to edit the calendar of the organisation."""

    def __init__(self, context: PlanContext, bar: MomentBar, parent: QObject) -> None:
        """Show the moment of `context` in `bar`."""
        super().__init__(parent)
        self._context, self._bar = context, bar
        bar.moment_chosen.connect(context.week.look_at)
        bar.preset_chosen.connect(context.week.look_at_any_week)
        bar.date.day_entered.connect(self.choose)
        bar.calendar_opened.connect(self.open_calendar)
        context.week.changed.connect(self._show)
        context.document.plan_changed.connect(self._on_plan_changed)
        self._show()

    def choose(self, text: str) -> None:
        """Look at the day that `text` names; an empty one is any week."""
        words = self._context.translator.words
        if not text:
            self._context.week.look_at_day(None)
        elif not is_real_day(text):
            self.remarked.emit(errors.message(Problem("bad-day", {"day": text}), words))
        else:
            day = self.day_of(text)
            self._context.week.look_at_day(day)
            sentences = (reason_of_day(day, words), source_sentence(day.holidays, words))
            self.remarked.emit(" ".join(sentences))

    def day_of(self, day: str) -> CalendarDay:
        """Return what `day` is by the calendar of the plan."""
        return calendar_day(self._context.document.plan.calendar, day, public_holidays)

    def open_calendar(self, below: QWidget) -> None:
        """Open the calendar with the chosen day below a widget of the bar."""
        chosen, words = self._context.week.day, self._context.translator.words
        day = "" if chosen is None else chosen.day
        popup = DayPopup(day, self.day_of, words, self._bar)
        popup.day_chosen.connect(self.choose)
        popup.calendar_requested.connect(self.calendar_requested)
        popup.open_below(below)

    def _show(self) -> None:
        self._bar.show_moment(self._context.week.moment, self._context.week.day)

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        day = self._context.week.day
        if day is not None and "calendar" in diff.fields:
            self._context.week.look_at_day(self.day_of(day.day))
