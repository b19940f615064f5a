"""The edits of tenders that the menu Plan and the menu of a provider request."""

from socplanner.domain.ids import PartyId
from socplanner.ui.dialogs.service_terms_dialog import ServiceTermsDialog
from socplanner.ui.dialogs.tender_dialog import TenderDialog
from socplanner.ui.kit.overriding import override
from socplanner.ui.shell.no_provider import no_provider_notice
from socplanner.ui.shell.view_commands import EditDialog, ViewCommands


class TenderCommands(ViewCommands):
    """Edits the service terms of roles, and the conditions of a tender; a subject is a provider."""

    @override
    def dialog(self, name: str, subject: str) -> EditDialog | None:
        plan, words = self.context.document.plan, self.context.translator.words
        notice = no_provider_notice(plan, words)
        if notice is not None:
            self.noticed.emit(notice)
            return None
        party = PartyId(subject) if subject else None
        if name == "tender":
            return TenderDialog(plan, party, words, self.window_)
        viewpoint = self.context.viewpoint
        role = next(iter(viewpoint.roles), None)
        return ServiceTermsDialog(plan, viewpoint.phase, (party, role), words, self.window_)
