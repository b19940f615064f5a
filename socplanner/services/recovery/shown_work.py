"""What is shown of work that was not saved, before its plan is read."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from socplanner.services.file_problem import FileProblem
from socplanner.services.files import Fingerprint
from socplanner.services.recovery.leftovers import RecoverableWork


class ShownWork(NamedTuple):
    """A work: the organisation, its file (empty without one), when it was edited last, and how.

    `made_at` is in seconds since 1970; `names` are those of the last of its `edits`, by language.
    `has_changed_file` is whether the file has other content since the work began.
    """

    organisation: str
    path: str
    made_at: float
    edits: int
    names: Mapping[str, tuple[str, ...]]
    is_damaged: bool = False
    has_changed_file: bool = False


def shown_work(work: RecoverableWork) -> ShownWork:
    """Return what is shown of `work`."""
    journal, state = work.journal, work.journal.state
    return ShownWork(
        state.organisation,
        journal.origin.path,
        state.made_at,
        state.edits,
        state.names,
        journal.is_damaged,
        _has_changed_file(work),
    )


def _has_changed_file(work: RecoverableWork) -> bool:
    origin = work.journal.origin
    if not origin.path or origin.content is None:
        return False
    with suppress(FileProblem):
        return not Fingerprint(origin.content).is_unchanged(Path(origin.path))
    return False
