"""The names of edits of staffing; loaded only when there is one."""

from socplanner.domain.history import Edit
from socplanner.domain.local_text import LocalText
from socplanner.domain.plan import Plan
from socplanner.domain.staffing_edits import (
    AddPost,
    AddWorkload,
    AdjustStaffing,
    ChangePost,
    ChangeWorkload,
    RemovePost,
    RemoveWorkload,
    SetAssumptions,
    SetPeople,
)
from socplanner.wording.language import Words
from socplanner.wording.terms import party_label, phase_label


def staffing_label(edit: Edit, plan: Plan, words: Words) -> str | None:
    """Return the name of `edit` for a menu; None where it is no edit of staffing."""
    match edit:
        case SetAssumptions():
            return words.tr("Change the assumptions of staffing")
        case AdjustStaffing():
            return words.tr("Adjust the staffing")
        case SetPeople(phase=phase, party=party):
            return words.tr(
                "Set the people of {party} in {phase}",
                party=party_label(plan, party, words),
                phase=phase_label(plan, phase, words),
            )
        case AddPost() | ChangePost() | RemovePost():
            return _post_label(edit, plan, words)
        case AddWorkload() | ChangeWorkload() | RemoveWorkload():
            return _workload_label(edit, plan, words)
    return None


def _post_label(edit: AddPost | ChangePost | RemovePost, plan: Plan, words: Words) -> str:
    match edit:
        case AddPost(post=post):
            return words.tr("Add post {post}", post=words.local(post.name))
        case ChangePost(post=post):
            return words.tr("Change post {post}", post=words.local(post.name))
        case RemovePost(post=post_id):
            existing = plan.staffing.post(post_id)
            name = _name(None if existing is None else existing.name, post_id, words)
            return words.tr("Remove post {post}", post=name)


def _workload_label(
    edit: AddWorkload | ChangeWorkload | RemoveWorkload, plan: Plan, words: Words
) -> str:
    match edit:
        case AddWorkload(workload=workload):
            return words.tr("Add workload {workload}", workload=words.local(workload.name))
        case ChangeWorkload(workload=workload):
            return words.tr("Change workload {workload}", workload=words.local(workload.name))
        case RemoveWorkload(workload=workload_id):
            existing = plan.staffing.workload(workload_id)
            name = _name(None if existing is None else existing.name, workload_id, words)
            return words.tr("Remove workload {workload}", workload=name)


def _name(name: LocalText | None, part_id: str, words: Words) -> str:
    return part_id if name is None else words.local(name)
