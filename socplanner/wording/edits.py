"""The name of each edit in the undo list.

The plan may be the one before or after the edit: a party or phase that it lacks is named by its id.
"""

from functools import singledispatch

from socplanner.domain.assessment import Score
from socplanner.domain.assessment_edits import (
    AddAssessment,
    ChangeAssessment,
    RemoveAssessment,
    SetScore,
    SetScoreText,
)
from socplanner.domain.assignment_edits import AssignParty, UnassignParty
from socplanner.domain.catalogue import Area
from socplanner.domain.check_edits import (
    RemoveWaiver,
    RemoveWaivers,
    SetThresholds,
    SetWaiver,
    SetWaivers,
)
from socplanner.domain.custom_role_edits import (
    AddCustomRole,
    ChangeCustomRole,
    HideCustomRole,
    MoveCustomRole,
    RemoveCustomRole,
)
from socplanner.domain.duty_edits import (
    ApplyPattern,
    ChangeSourcing,
    MoveRoles,
    SetAim,
    SetAimDay,
    SetCells,
    SetCoverage,
    SetNote,
)
from socplanner.domain.history import Edit
from socplanner.domain.ids import RoleId
from socplanner.domain.letter_set_edits import ChangeCustomSets, SwitchLetterSet
from socplanner.domain.party_edits import AddParty, ChangeParty, MoveParty, RemoveParty
from socplanner.domain.phase_edits import AddPhase, RemovePhase, RenameOrganisation, RenamePhase
from socplanner.domain.plan import Plan
from socplanner.domain.weight_edits import SetWeights
from socplanner.wording.language import Words
from socplanner.wording.terms import (
    party_label,
    party_name,
    phase_label,
    role_code,
    sourcing_name,
)


@singledispatch
def label(edit: Edit, plan: Plan, words: Words) -> str:
    """Return the name of `edit` for a menu; raise TypeError for an unknown kind."""
    from socplanner.domain.calendar_edits import SetCalendar  # not needed at the start
    from socplanner.wording.cost_edit_labels import cost_label
    from socplanner.wording.flow_edit_labels import flow_label
    from socplanner.wording.import_edits import import_label
    from socplanner.wording.lesson_edit_labels import lesson_label
    from socplanner.wording.road_map_edit_labels import road_map_label
    from socplanner.wording.sharing_edit_labels import sharing_label
    from socplanner.wording.staffing_edit_labels import staffing_label
    from socplanner.wording.tender_edit_labels import tender_label

    if isinstance(edit, SetCalendar):
        return words.tr("Change the calendar")
    labels = (staffing_label, cost_label, road_map_label, flow_label, sharing_label)
    for label_of in (*labels, tender_label):
        name = label_of(edit, plan, words)
        if name is not None:
            return name
    return lesson_label(edit, words) or import_label(edit, words)


@label.register
def _move_roles(edit: MoveRoles, plan: Plan, words: Words) -> str:
    code = _code_if_one(edit.roles, plan)
    n, area = len(edit.roles), edit.area.value
    if edit.area is Area.UNPLACED:
        if code:
            return words.tr("Move {role} to “Not placed”", role=code)
        return words.count("Move {n} role to “Not placed”", "Move {n} roles to “Not placed”", n)
    if code:
        return words.tr("Move {role} to area {area}", role=code, area=area)
    return words.count(
        "Move {n} role to area {area}", "Move {n} roles to area {area}", n, area=area
    )


@label.register
def _change_sourcing(edit: ChangeSourcing, plan: Plan, words: Words) -> str:
    code = _code_if_one(edit.roles, plan)
    sourcing = sourcing_name(edit.sourcing, words)
    if code:
        return words.tr("Source {role}: {sourcing}", role=code, sourcing=sourcing)
    return words.count(
        "Source {n} role: {sourcing}",
        "Source {n} roles: {sourcing}",
        len(edit.roles),
        sourcing=sourcing,
    )


@label.register
def _apply_pattern(edit: ApplyPattern, plan: Plan, words: Words) -> str:
    pattern = plan.catalogue.pattern(edit.pattern)
    name = edit.pattern if pattern is None else words.local(pattern.name)
    return words.tr("Apply pattern {pattern}", pattern=name)


@label.register
def _set_cells(edit: SetCells, plan: Plan, words: Words) -> str:
    if len(edit.cells) != 1:
        n = len(edit.cells)
        return words.count("Set letters in {n} cell", "Set letters in {n} cells", n)
    role, party, cell = edit.cells[0]
    code, name = role_code(plan, role), party_label(plan, party, words)
    if not cell:
        return words.tr("Clear {party} in {role}", party=name, role=code)
    return words.tr("Set {letters} for {party} in {role}", letters=cell, party=name, role=code)


@label.register
def _assign_party(edit: AssignParty, plan: Plan, words: Words) -> str:
    code, n = _code_if_one(edit.roles, plan), len(edit.roles)
    is_accountable = edit.part == "accountable"
    if edit.party is None:
        return _no_party(is_accountable, code, n, words)
    party = party_label(plan, edit.party, words)
    if code and is_accountable:
        return words.tr("Make {party} accountable for {role}", party=party, role=code)
    if code:
        return words.tr("Make {party} responsible for {role}", party=party, role=code)
    if is_accountable:
        return words.count(
            "Make {party} accountable for {n} role",
            "Make {party} accountable for {n} roles",
            n,
            party=party,
        )
    return words.count(
        "Make {party} responsible for {n} role",
        "Make {party} responsible for {n} roles",
        n,
        party=party,
    )


def _no_party(is_accountable: bool, code: str, n: int, words: Words) -> str:
    if code and is_accountable:
        return words.tr("Remove the accountable party of {role}", role=code)
    if code:
        return words.tr("Remove the responsible party of {role}", role=code)
    if is_accountable:
        return words.count(
            "Remove the accountable party of {n} role",
            "Remove the accountable party of {n} roles",
            n,
        )
    return words.count(
        "Remove the responsible party of {n} role", "Remove the responsible party of {n} roles", n
    )


@label.register
def _unassign_party(edit: UnassignParty, plan: Plan, words: Words) -> str:
    party, n = party_label(plan, edit.party, words), len(edit.roles)
    if edit.part == "accountable":
        return words.count(
            "{party}: not accountable for {n} role any more",
            "{party}: not accountable for {n} roles any more",
            n,
            party=party,
        )
    return words.count(
        "{party}: not responsible for {n} role any more",
        "{party}: not responsible for {n} roles any more",
        n,
        party=party,
    )


@label.register
def _set_note(edit: SetNote, plan: Plan, words: Words) -> str:
    code = _code_if_one(edit.roles, plan)
    if code:
        return words.tr("Write the note of {role}", role=code)
    n = len(edit.roles)
    return words.count("Write the note of {n} role", "Write the note of {n} roles", n)


@label.register
def _set_coverage(edit: SetCoverage, plan: Plan, words: Words) -> str:
    code = _code_if_one(edit.roles, plan)
    if code:
        return words.tr("Set the coverage of {role}", role=code)
    n = len(edit.roles)
    return words.count("Set the coverage of {n} role", "Set the coverage of {n} roles", n)


@label.register
def _set_score(edit: SetScore, plan: Plan, words: Words) -> str:
    code = _code_if_one(edit.roles, plan)
    if code:
        return words.tr("Score {role}: {score}", role=code, score=_score(edit.score, words))
    return words.count(
        "Score {n} role: {score}",
        "Score {n} roles: {score}",
        len(edit.roles),
        score=_score(edit.score, words),
    )


@label.register
def _set_score_text(edit: SetScoreText, plan: Plan, words: Words) -> str:
    code, n = _code_if_one(edit.roles, plan), len(edit.roles)
    if edit.field == "evidence":
        if code:
            return words.tr("Write the evidence of {role}", role=code)
        return words.count("Write the evidence of {n} role", "Write the evidence of {n} roles", n)
    if code:
        return words.tr("Write the remark on the score of {role}", role=code)
    return words.count(
        "Write the remark on the score of {n} role",
        "Write the remark on the scores of {n} roles",
        n,
    )


@label.register
def _set_aim(edit: SetAim, plan: Plan, words: Words) -> str:
    code = _code_if_one(edit.roles, plan)
    if code:
        return words.tr("Aim of {role}: {score}", role=code, score=_score(edit.score, words))
    return words.count(
        "Aim of {n} role: {score}",
        "Aim of {n} roles: {score}",
        len(edit.roles),
        score=_score(edit.score, words),
    )


@label.register
def _set_aim_day(edit: SetAimDay, plan: Plan, words: Words) -> str:
    code = _code_if_one(edit.roles, plan)
    if code:
        return words.tr("Set the day of the aim of {role}", role=code)
    n = len(edit.roles)
    return words.count(
        "Set the day of the aim of {n} role", "Set the day of the aims of {n} roles", n
    )


def _score(score: Score | None, words: Words) -> str:
    from socplanner.wording.maturity_words import short_score  # not needed at the start

    return short_score(score, words)


@label.register
def _add_assessment(edit: AddAssessment, plan: Plan, words: Words) -> str:
    return words.tr("Add the assessment of {day}", day=edit.day)


@label.register
def _change_assessment(edit: ChangeAssessment, plan: Plan, words: Words) -> str:
    return words.tr("Change the assessment of {day}", day=edit.day or edit.assessment)


@label.register
def _remove_assessment(edit: RemoveAssessment, plan: Plan, words: Words) -> str:
    days = {each.id: each.day for each in plan.assessments}
    return words.tr(
        "Remove the assessment of {day}", day=days.get(edit.assessment) or edit.assessment
    )


@label.register
def _add_custom_role(edit: AddCustomRole, plan: Plan, words: Words) -> str:
    return words.tr("Add role {role}", role=f"{edit.code} {words.local(edit.name)}")


@label.register
def _change_custom_role(edit: ChangeCustomRole, plan: Plan, words: Words) -> str:
    return words.tr("Change role {role}", role=role_code(plan, edit.role))


@label.register
def _move_custom_role(edit: MoveCustomRole, plan: Plan, words: Words) -> str:
    return words.tr("Move role {role} in the list", role=role_code(plan, edit.role))


@label.register
def _hide_custom_role(edit: HideCustomRole, plan: Plan, words: Words) -> str:
    role = role_code(plan, edit.role)
    if edit.is_hidden:
        return words.tr("Hide role {role}", role=role)
    return words.tr("Show role {role} again", role=role)


@label.register
def _remove_custom_role(edit: RemoveCustomRole, plan: Plan, words: Words) -> str:
    return words.tr("Remove role {role}", role=role_code(plan, edit.role))


@label.register
def _add_party(edit: AddParty, plan: Plan, words: Words) -> str:
    return words.tr("Add party {party}", party=party_name(edit.party, words))


@label.register
def _change_party(edit: ChangeParty, plan: Plan, words: Words) -> str:
    return words.tr("Change party {party}", party=party_name(edit.party, words))


@label.register
def _move_party(edit: MoveParty, plan: Plan, words: Words) -> str:
    return words.tr("Reorder party {party}", party=party_label(plan, edit.party, words))


@label.register
def _remove_party(edit: RemoveParty, plan: Plan, words: Words) -> str:
    return words.tr("Remove party {party}", party=party_label(plan, edit.party, words))


@label.register
def _rename_organisation(edit: RenameOrganisation, plan: Plan, words: Words) -> str:
    if edit.marking is not None:
        return words.tr("Change name and marking of the plan")
    return words.tr("Rename the organisation to {name}", name=edit.organisation)


@label.register
def _add_phase(edit: AddPhase, plan: Plan, words: Words) -> str:
    return words.tr("Add phase {phase}", phase=words.local(edit.name))


@label.register
def _rename_phase(edit: RenamePhase, plan: Plan, words: Words) -> str:
    return words.tr("Rename phase to {phase}", phase=words.local(edit.name))


@label.register
def _remove_phase(edit: RemovePhase, plan: Plan, words: Words) -> str:
    return words.tr("Remove phase {phase}", phase=phase_label(plan, edit.phase, words))


@label.register
def _switch_letter_set(edit: SwitchLetterSet, plan: Plan, words: Words) -> str:
    return words.tr("Letter set {name}", name=words.local(edit.letter_set.name))


@label.register
def _change_custom_sets(edit: ChangeCustomSets, plan: Plan, words: Words) -> str:
    return words.tr("Change the plan's own letter sets")


@label.register
def _set_waiver(edit: SetWaiver, plan: Plan, words: Words) -> str:
    return words.tr("Waive {rule}", rule=edit.waiver.rule)


@label.register
def _remove_waiver(edit: RemoveWaiver, plan: Plan, words: Words) -> str:
    return words.tr("Remove the waiver of {rule}", rule=edit.subject[0])


@label.register
def _set_waivers(edit: SetWaivers, plan: Plan, words: Words) -> str:
    return words.count("Waive {n} finding", "Waive {n} findings", len(edit.waivers))


@label.register
def _remove_waivers(edit: RemoveWaivers, plan: Plan, words: Words) -> str:
    n = len(edit.subjects)
    return words.count("Remove {n} waiver", "Remove {n} waivers", n)


@label.register
def _set_weights(edit: SetWeights, plan: Plan, words: Words) -> str:
    return words.tr("Change the weights of the gaps")


@label.register
def _set_thresholds(edit: SetThresholds, plan: Plan, words: Words) -> str:
    return words.tr("Change the check thresholds")


def _code_if_one(roles: frozenset[RoleId], plan: Plan) -> str:
    """Return the code of the only role in `roles`; empty where there are several."""
    if len(roles) != 1:
        return ""
    (role,) = roles
    return role_code(plan, role)
