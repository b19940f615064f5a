"""The edits that the view of staffing requests, with their dialogs."""

from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId
from socplanner.domain.staffing_edits import RemovePost, RemoveWorkload
from socplanner.ui.dialogs.assumptions_dialog import AssumptionsDialog
from socplanner.ui.dialogs.people_dialog import PeopleDialog
from socplanner.ui.dialogs.post_dialog import PostDialog
from socplanner.ui.dialogs.what_if_dialog import WhatIfDialog
from socplanner.ui.dialogs.workload_dialog import WorkloadDialog
from socplanner.ui.kit.overriding import override
from socplanner.ui.shell.view_commands import EditDialog, ViewCommands


class StaffingCommands(ViewCommands):
    """Edits posts, work, the people of a party, and the assumptions about staffing.

    `work-of` is new work of a post; `what-if` tries assumptions with sliders.
    """

    @override
    def dialog(self, name: str, subject: str) -> EditDialog | None:
        plan, words = self.context.document.plan, self.context.translator.words
        phase = self.context.viewpoint.phase
        if name == "post":
            post = plan.staffing.post(subject) if subject else None
            return PostDialog(post, plan, words, self.window_)
        if name in ("work", "work-of"):
            work = plan.staffing.workload(subject) if name == "work" and subject else None
            post_id = subject if name == "work-of" else ""
            return WorkloadDialog(work, plan, words, self.window_, post=post_id)
        if name == "people":
            return PeopleDialog(plan, phase, PartyId(subject), words, self.window_)
        if name == "what-if":
            return WhatIfDialog(plan, phase, words, self.window_)
        if name == "assumptions":
            return AssumptionsDialog(plan, words, self.window_)
        return None

    @override
    def removal(self, name: str, subject: str) -> tuple[Edit, str] | None:
        staffing, words = self.context.document.plan.staffing, self.context.translator.words
        if name == "remove-post" and (post := staffing.post(subject)) is not None:
            text = words.tr("The post “{post}” was removed.", post=words.local(post.name))
            return RemovePost(subject), text
        if name == "remove-work" and (work := staffing.workload(subject)) is not None:
            text = words.tr("The work “{work}” was removed.", work=words.local(work.name))
            return RemoveWorkload(subject), text
        return None
