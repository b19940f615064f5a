"""The edits that the view of sharing requests, with their dialogs."""

from socplanner.domain.flow_inputs import receiver_of
from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId
from socplanner.domain.sharing.proposals import proposed_agreement
from socplanner.domain.sharing.sharing_groups import group_of
from socplanner.domain.sharing_edits import RemoveAgreement, RemoveReportingDuty
from socplanner.domain.sharing_inputs import Agreement, agreement_with, reporting_duty_of
from socplanner.services.plan_sharing import PlanSharing
from socplanner.ui.dialogs.counterparts_dialog import CounterpartsDialog
from socplanner.ui.dialogs.duty_dialog import DutyDialog
from socplanner.ui.dialogs.sharing_dialog import SharingDialog
from socplanner.ui.kit.overriding import override
from socplanner.ui.shell.view_commands import EditDialog, ViewCommands
from socplanner.wording.flow_words import receiver_name


class SharingCommands(ViewCommands):
    """Edits agreements, duties and counterparts.

    The subject of an agreement is a party or counterpart as a plan file names it, that of a duty is
    its id.
    """

    @override
    def dialog(self, name: str, subject: str) -> EditDialog | None:
        context, sharing = self.context, self._sharing()
        plan, words, defaults = sharing.plan, context.translator.words, sharing.defaults
        if name == "counterparts":
            document, translator = context.document, context.translator
            return CounterpartsDialog(document, defaults, translator, self.window_)
        if name in ("duty", "add-duty"):
            listed = [each.duty for each in sharing.duties]
            before = reporting_duty_of(listed, subject)
            if (before is None) is (name == "duty"):
                return None
            used = frozenset(each.id for each in listed)
            return DutyDialog(before, used, plan, defaults, words, self.window_)
        counterpart = receiver_of(subject)
        group = group_of(sharing.groups, counterpart)
        if group is not None:
            start = group.agreement or proposed_agreement(group)
        elif counterpart.kind == "party" and plan.party(PartyId(counterpart.id)) is not None:
            start = Agreement(counterpart)  # no flow hands anything on to it by name
        else:
            return None
        called = receiver_name(plan, counterpart, sharing.counterparts, words)
        return SharingDialog(start, called, plan, defaults, words, self.window_)

    @override
    def removal(self, name: str, subject: str) -> tuple[Edit, str] | None:
        sharing, words = self._sharing(), self.context.translator.words
        if name == "remove-agreement":
            counterpart = receiver_of(subject)
            if agreement_with(sharing.plan.sharing, counterpart) is None:
                return None
            called = receiver_name(sharing.plan, counterpart, sharing.counterparts, words)
            text = words.tr("The agreement with {counterpart} was removed.", counterpart=called)
            return RemoveAgreement(counterpart), text
        duty = reporting_duty_of(sharing.plan.reporting, subject)
        if name != "remove-duty" or duty is None:
            return None
        text = words.tr("The reporting duty “{duty}” was removed.", duty=words.local(duty.name))
        if any(each.replaces_default for each in sharing.duties if each.duty is duty):
            text = words.tr("“{duty}” is the default again.", duty=words.local(duty.name))
        return RemoveReportingDuty(subject), text

    def _sharing(self) -> PlanSharing:
        """Return all that can be shown: the view may show default flows too."""
        plan, phase = self.context.document.plan, self.context.viewpoint.phase
        return PlanSharing(plan, phase, with_defaults=True)
