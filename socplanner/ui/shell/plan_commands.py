"""The commands of the Plan and Edit menus that change the plan, with their dialogs."""

from collections.abc import Iterable
from types import ModuleType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.finding import Finding
from socplanner.domain.history import Edit
from socplanner.domain.ids import PartyId, RoleId
from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.wording.language import Words
from socplanner.wording.terms import party_name


class PlanCommands(QObject):
    """Turns commands into edits of the plan; a cancelled dialog changes nothing."""

    noticed = Signal(object)
    """A `Notice` about what was done."""

    def __init__(self, actions: Actions, context: PlanContext, window: QWidget) -> None:
        """Let `actions` change the plan of `context`, with dialogs above `window`."""
        super().__init__(window)
        self._document = context.document
        self._viewpoint = context.viewpoint
        self._translator = context.translator
        self._window = window
        actions.connect_handlers(
            {
                "organisation": self.rename_organisation,
                "pattern": self.apply_pattern,
                "parties": self.add_party,
                "phases": self.edit_phases,
                "custom-roles": self.edit_custom_roles,
                "thresholds": self.set_thresholds,
                "weights": self.set_weights,
                "letter-set": self.choose_letter_set,
            }
        )

    def move_to(self, area: Area) -> None:
        """Place the selected roles in `area`."""
        if self._viewpoint.roles:
            roles = frozenset(self._viewpoint.roles)
            from socplanner.domain.duty_edits import MoveRoles

            self._document.try_perform(MoveRoles(self._viewpoint.phase, roles, area))

    def source(self, sourcing: Sourcing) -> None:
        """Set the sourcing of the selected roles, after a preview."""
        self.source_roles(self._viewpoint.roles, sourcing)

    def source_roles(self, roles: Iterable[RoleId], sourcing: Sourcing) -> None:
        """Set the sourcing of `roles`, after a preview of what changes; nothing for no roles."""
        chosen = frozenset(roles)
        if not chosen:
            return
        from socplanner.domain.duty_edits import ChangeSourcing

        edit = ChangeSourcing(self._viewpoint.phase, chosen, sourcing)
        if edit.preview(self._document.plan):
            accepted = self._ask.about_changes(edit, self._document.plan, self._words, self._window)
            if accepted is not None:
                self._document.try_perform(accepted)

    def set_hours(self) -> None:
        """Ask for the hours of the selected roles, and set them; nothing for no roles."""
        roles = self._viewpoint.roles
        if roles:
            phase, plan = self._viewpoint.phase, self._document.plan
            edit = self._ask.for_hours(plan, phase, roles, self._words, self._window)
            if edit is not None:
                self._document.try_perform(edit)

    def apply_pattern(self) -> None:
        """Ask for a pattern, with a preview, and apply it to the phase in view."""
        plan, phase = self._document.plan, self._viewpoint.phase
        edit: Edit | None = self._ask.for_pattern(plan, phase, self._words, self._window)
        if edit is not None:
            self._document.try_perform(edit)

    def rename_organisation(self) -> None:
        """Ask for the name of the organisation and the marking, and set them."""
        edit = self._ask.for_organisation(self._document.plan, self._words, self._window)
        if edit is not None:
            self._document.try_perform(edit)

    def edit_phases(self) -> None:
        """Open the dialog that adds, renames and removes phases."""
        self._ask.for_phases(self._document, self._viewpoint, self._translator, self._window)

    def edit_custom_roles(self) -> None:
        """Open the dialog that adds, changes, orders and removes custom roles."""
        self._ask.for_custom_roles(self._document, self._translator, self._window)

    def choose_letter_set(self) -> None:
        """Ask for a letter set and what replaces each letter, and switch to it."""
        edit = self._ask.for_letter_set(self._document.plan, self._words, self._window)
        if edit is not None:
            self._document.try_perform(edit)

    def set_thresholds(self) -> None:
        """Ask for the limits of the checks, and set them."""
        edit = self._ask.for_thresholds(self._document.plan, self._words, self._window)
        if edit is not None:
            self._document.try_perform(edit)

    def set_weights(self) -> None:
        """Ask for the weights of functions and roles, and set them."""
        edit = self._ask.for_weights(self._document.plan, self._words, self._window)
        if edit is not None:
            self._document.try_perform(edit)

    def waive(self, findings: tuple[Finding, ...]) -> None:
        """Ask for a reason, and waive `findings`."""
        edit = self._ask.for_waiver(findings, self._document.plan, self._words, self._window)
        if edit is not None:
            self._document.try_perform(edit)

    def unwaive(self, findings: tuple[Finding, ...]) -> None:
        """Remove the waivers of `findings`, at least one."""
        from socplanner.domain.check_edits import RemoveWaiver, RemoveWaivers

        subjects = tuple(dict.fromkeys(each.subject for each in findings))
        single = RemoveWaiver(subjects[0])
        self._document.try_perform(single if len(subjects) == 1 else RemoveWaivers(subjects))

    def add_party(self) -> None:
        """Ask for a new party, and add it."""
        party = self._ask.for_party(None, self._document.plan, self._words, self._window)
        if party is not None:
            from socplanner.domain.party_edits import AddParty

            self._document.try_perform(AddParty(party))

    def edit_party(self, party_id: PartyId) -> None:
        """Ask for changes of a party; an unknown id is ignored."""
        before = self._document.plan.party(party_id)
        if before is None:
            return
        party = self._ask.for_party(before, self._document.plan, self._words, self._window)
        if party is not None:
            from socplanner.domain.party_edits import ChangeParty

            self._document.try_perform(ChangeParty(party))

    def remove_party(self, party_id: PartyId) -> None:
        """Remove a party, and report its letters that are gone; an unknown id is ignored."""
        plan = self._document.plan
        party = plan.party(party_id)
        if party is None:
            return
        from socplanner.domain.party_edits import RemoveParty, roles_with_letters_of
        from socplanner.ui.kit.undo_notice import undo_notice

        roles = roles_with_letters_of(plan, party_id)
        if self._document.try_perform(RemoveParty(party_id)) and roles:
            text = self._words.count(
                "“{party}” and its letters in {n} role were removed.",
                "“{party}” and its letters in {n} roles were removed.",
                len(roles),
                party=party_name(party, self._words),
            )
            self.noticed.emit(undo_notice(text, self._document, self._words))

    @property
    def _ask(self) -> ModuleType:
        """The module of dialogs, imported for the first one: no start of the program needs it."""
        from socplanner.ui.dialogs import ask

        return ask

    @property
    def _words(self) -> Words:
        return self._translator.words
