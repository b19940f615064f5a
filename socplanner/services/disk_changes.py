"""What to do about a file that changed on disk while its plan is open: reload it, or merge.

Rules:

- Content is compared, not times. Nothing is adopted unless all of it can be read.
- Nothing edited here: the other version is adopted. Edited here too: both are merged, on the base
  of what was opened or saved last. Each is one step that can be undone.
- Afterwards the next save may replace what was read here, and nothing that is written later.
"""

from typing import NamedTuple

from socplanner.domain.plan import Plan
from socplanner.domain.replace_plan import replacing
from socplanner.services.document import Document
from socplanner.services.plan_files import open_plan, opened_from
from socplanner.services.plan_session import PlanSession


class DiskChange(NamedTuple):
    """What was adopted: the plan before and after, and whether edits of this window were merged."""

    before: Plan
    after: Plan
    is_merged: bool


def adopt_disk_change(
    document: Document, session: PlanSession, content: bytes | None = None
) -> DiskChange | None:
    """Bring into the open plan what its file has now; return None while a text is still typed.

    `content` is what was read from the file just now; without it, the file is read.

    Raise FileProblem if the file cannot be read, EditRejected if it has another plan, which
    cannot be merged; nothing changes then. Raise ValueError if the plan has no file.
    """
    base = session.opened
    if base is None:
        raise ValueError("a plan without a file has no change on disk")
    if not document.commit_pending():
        return None
    theirs = open_plan(base.path) if content is None else opened_from(base.path, content)
    before = document.plan
    if document.is_saved or before in (base.plan, theirs.plan):
        session.adopt(theirs, replacing(before, theirs.plan, "reload"))
        return DiskChange(before, document.plan, is_merged=False)
    from socplanner.services.plan_merging import merged_plans  # few plans

    merged = merged_plans(base.plan, before, theirs.plan).plan
    session.adopt(theirs, replacing(before, merged, "merge"))
    return DiskChange(before, document.plan, is_merged=True)
