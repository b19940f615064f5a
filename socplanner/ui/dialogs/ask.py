"""A function for each question of the Plan and Edit menus; None means cancelled."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from socplanner.domain.check_edits import SetThresholds
from socplanner.domain.checks.finding import Finding
from socplanner.domain.duty_edits import ApplyPattern, ChangeSourcing, SetCoverage
from socplanner.domain.history import Edit
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.domain.plan import Party, Plan
from socplanner.domain.weight_edits import SetWeights
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.custom_roles_dialog import CustomRolesDialog
from socplanner.ui.dialogs.letter_set_dialog import LetterSetDialog
from socplanner.ui.dialogs.organisation_dialog import OrganisationDialog
from socplanner.ui.dialogs.party_dialog import PartyDialog
from socplanner.ui.dialogs.pattern_dialog import PatternDialog
from socplanner.ui.dialogs.phases_dialog import PhasesDialog
from socplanner.ui.dialogs.sourcing_dialog import SourcingDialog
from socplanner.ui.dialogs.thresholds_dialog import ThresholdsDialog
from socplanner.ui.dialogs.waiver_dialog import WaiverDialog
from socplanner.ui.dialogs.week_dialog import WeekDialog
from socplanner.ui.dialogs.weights_dialog import WeightsDialog
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.wording.language import Words


def about_changes(
    edit: ChangeSourcing, plan: Plan, words: Words, parent: QWidget
) -> ChangeSourcing | None:
    """Show a preview of `edit`; return it with the options chosen."""
    dialog = SourcingDialog(edit, plan, words, parent)
    return dialog.edit if dialog.ask() else None


def for_pattern(plan: Plan, phase: PhaseId, words: Words, parent: QWidget) -> ApplyPattern | None:
    """Return the edit that applies the chosen pattern to `phase`."""
    dialog = PatternDialog(plan, phase, words, parent)
    return dialog.edit if dialog.ask() else None


def for_hours(
    plan: Plan, phase: PhaseId, roles: Sequence[RoleId], words: Words, parent: QWidget
) -> SetCoverage | None:
    """Return the edit that sets the hours of `roles` in `phase`."""
    dialog = WeekDialog(plan, phase, roles, words, parent)
    return dialog.edit() if dialog.ask() else None


def for_organisation(plan: Plan, words: Words, parent: QWidget) -> RenameOrganisation | None:
    """Return the edit that sets the name and the marking of the organisation."""
    dialog = OrganisationDialog(plan, words, parent)
    return dialog.edit if dialog.ask() else None


def for_waiver(
    findings: tuple[Finding, ...], plan: Plan, words: Words, parent: QWidget
) -> Edit | None:
    """Return the edit that waives `findings`."""
    dialog = WaiverDialog(findings, plan, words, parent)
    return dialog.edit if dialog.ask() else None


def for_thresholds(plan: Plan, words: Words, parent: QWidget) -> SetThresholds | None:
    """Return the edit that sets the limits of the checks."""
    dialog = ThresholdsDialog(plan, words, parent)
    return dialog.edit if dialog.ask() else None


def for_weights(plan: Plan, words: Words, parent: QWidget) -> SetWeights | None:
    """Return the edit that sets how much functions and roles matter."""
    dialog = WeightsDialog(plan, words, parent)
    return dialog.edit if dialog.ask() else None


def for_letter_set(plan: Plan, words: Words, parent: QWidget) -> Edit | None:
    """Return the edit that changes the letter set of the plan, or its custom sets."""
    dialog = LetterSetDialog(plan, words, parent)
    return dialog.edit if dialog.ask() else None


def for_phases(
    document: Document, viewpoint: Viewpoint, translator: Translator, parent: QWidget
) -> None:
    """Let the planner add, rename and remove phases, each as a step that can be undone."""
    PhasesDialog(document, viewpoint, translator, parent).ask()


def for_custom_roles(document: Document, translator: Translator, parent: QWidget) -> None:
    """Let the planner add, change, order and remove custom roles, each as a step to undo."""
    CustomRolesDialog(document, translator, parent).ask()


def for_party(before: Party | None, plan: Plan, words: Words, parent: QWidget) -> Party | None:
    """Return a changed `before`, or a new party if it is None."""
    dialog = PartyDialog(before, plan, words, parent)
    return dialog.party if dialog.ask() else None
