"""The edits that the view of staffing requests, with their dialogs."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId
from socplanner.domain.staffing_edits import RemovePost, RemoveWorkload
from socplanner.ui.dialogs.assumptions_dialog import AssumptionsDialog
from socplanner.ui.dialogs.calendar_dialog import CalendarDialog
from socplanner.ui.dialogs.people_dialog import PeopleDialog
from socplanner.ui.dialogs.post_dialog import PostDialog
from socplanner.ui.dialogs.what_if_dialog import WhatIfDialog
from socplanner.ui.dialogs.workload_dialog import WorkloadDialog
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.undo_notice import undo_notice


class StaffingCommands(QObject):
    """Asks, and performs what was answered; a cancelled dialog changes nothing."""

    noticed = Signal(object)
    """A `Notice` about what was done."""

    def __init__(self, context: PlanContext, window: QWidget) -> None:
        """Edit the plan of `context`, with dialogs above `window`."""
        super().__init__(window)
        self._context = context
        self._window = window

    def edit(self, what: str, subject: str) -> None:
        """Edit `what` of `subject`, an id or empty for a new one.

        It is `post`, `work`, `work-of` (new work of a post), `people`, `assumptions`, `calendar`
        or `what-if`; `remove-post` and `remove-work` ask nothing.
        """
        if what == "remove-post":
            self._remove_post(subject)
            return
        if what == "remove-work":
            self._remove_work(subject)
            return
        edit = self._answer(what, subject)
        if edit is not None:
            self._context.document.try_perform(edit)

    def _answer(self, what: str, subject: str) -> Edit | None:
        """Return the edit that the planner accepts in a dialog, or None."""
        plan, words = self._context.document.plan, self._context.translator.words
        if what == "post":
            before = plan.staffing.post(subject) if subject else None
            dialog = PostDialog(before, plan, words, self._window)
            return dialog.edit if dialog.ask() else None
        if what in ("work", "work-of"):
            work = plan.staffing.workload(subject) if what == "work" and subject else None
            post_id = subject if what == "work-of" else ""
            workload = WorkloadDialog(work, plan, words, self._window, post=post_id)
            return workload.edit if workload.ask() else None
        if what == "people":
            phase = self._context.viewpoint.phase
            people = PeopleDialog(plan, phase, PartyId(subject), words, self._window)
            return people.edit if people.ask() else None
        if what == "what-if":
            what_if = WhatIfDialog(plan, self._context.viewpoint.phase, words, self._window)
            return what_if.edit if what_if.ask() else None
        if what == "calendar":
            calendar = CalendarDialog(plan, words, self._window)
            return calendar.edit if calendar.ask() else None
        assumptions = AssumptionsDialog(plan, words, self._window)
        return assumptions.edit if assumptions.ask() else None

    def _remove_post(self, post_id: str) -> None:
        document, words = self._context.document, self._context.translator.words
        post = document.plan.staffing.post(post_id)
        if post is not None and document.try_perform(RemovePost(post_id)):
            text = words.tr("The post “{post}” was removed.", post=words.local(post.name))
            self.noticed.emit(undo_notice(text, document, words))

    def _remove_work(self, work_id: str) -> None:
        document, words = self._context.document, self._context.translator.words
        work = document.plan.staffing.workload(work_id)
        if work is not None and document.try_perform(RemoveWorkload(work_id)):
            text = words.tr("The work “{work}” was removed.", work=words.local(work.name))
            self.noticed.emit(undo_notice(text, document, words))
