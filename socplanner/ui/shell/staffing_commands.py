"""The edits that the view of staffing requests, with their dialogs."""

from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId
from socplanner.domain.staffing_edits import ChangePost, RemovePost, RemoveWorkload
from socplanner.ui.dialogs.assumptions_dialog import AssumptionsDialog
from socplanner.ui.dialogs.calendar_dialog import CalendarDialog
from socplanner.ui.dialogs.people_dialog import PeopleDialog
from socplanner.ui.dialogs.post_dialog import PostDialog
from socplanner.ui.dialogs.queue_dialog import QueueDialog
from socplanner.ui.dialogs.what_if_dialog import WhatIfDialog
from socplanner.ui.dialogs.workload_dialog import WorkloadDialog
from socplanner.ui.kit.notice import Notice, NoticeKind
from socplanner.ui.kit.overriding import override
from socplanner.ui.shell.view_commands import EditDialog, ViewCommands


class StaffingCommands(ViewCommands):
    """Edits posts, work, the people of a party, and the assumptions about staffing.

    `work-of` is new work of a post; `what-if` tries assumptions with sliders.
    """

    @override
    def dialog(self, name: str, subject: str) -> EditDialog | None:
        plan, words = self.context.document.plan, self.context.translator.words
        staffing, phase, window = plan.staffing, self.context.viewpoint.phase, self.window_
        dialog: EditDialog | None = None
        match name:
            case "post":
                dialog = PostDialog(staffing.post(subject), plan, words, window)
            case "work":
                dialog = WorkloadDialog(staffing.workload(subject), plan, words, window)
            case "work-of":
                dialog = WorkloadDialog(None, plan, words, window, post=subject)
            case "queue":
                dialog = self._queue_dialog(subject)
            case "people":
                dialog = PeopleDialog(plan, phase, PartyId(subject), words, window)
            case "what-if":
                dialog = WhatIfDialog(plan, phase, words, window)
            case "calendar":
                dialog = CalendarDialog(plan, words, window)
            case "assumptions":
                dialog = AssumptionsDialog(plan, words, window)
        return dialog

    @override
    def removal(self, name: str, subject: str) -> tuple[Edit, str] | None:
        staffing, words = self.context.document.plan.staffing, self.context.translator.words
        if name == "remove-post" and (post := staffing.post(subject)) is not None:
            text = words.tr("The post “{post}” was removed.", post=words.local(post.name))
            return RemovePost(subject), text
        if name == "remove-work" and (work := staffing.workload(subject)) is not None:
            text = words.tr("The work “{work}” was removed.", work=words.local(work.name))
            return RemoveWorkload(subject), text
        if name == "remove-queue" and (post := staffing.post(subject)) is not None:
            text = words.tr(
                "The queue of the post “{post}” was removed.", post=words.local(post.name)
            )
            return ChangePost(post._replace(queue=None)), text
        return None

    def _queue_dialog(self, post_id: str) -> QueueDialog | None:
        """Return the dialog of the queue of a post, if the plan has posts."""
        plan, words = self.context.document.plan, self.context.translator.words
        if not plan.staffing.posts:
            text = words.tr("The plan has no post: add one under Staffing first.")
            self.noticed.emit(Notice(NoticeKind.PROBLEM, text))
            return None
        return QueueDialog(plan, post_id, words, self.window_)
