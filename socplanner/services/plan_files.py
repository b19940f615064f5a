"""Plans on disk: opened whole or not at all, and never written over another program's change."""

from pathlib import Path
from typing import NamedTuple

from socplanner.domain.plan import Plan
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.plan_yaml import Opened, dumps, loads, loads_mended, reopened
from socplanner.services import files
from socplanner.services.catalogues import catalogue_of
from socplanner.services.file_problem import FileProblem
from socplanner.services.files import Fingerprint
from socplanner.services.temporary_files import remove_left_over_files

SUFFIX = ".socplan"
SUFFIXES = (SUFFIX, ".yaml", ".yml")


class OpenedPlan(NamedTuple):
    """A plan with its file: the path, the content when it was read or written, and the text.

    `text` has the marks by which a save keeps the bytes of entries that did not change.
    """

    plan: Plan
    path: Path
    fingerprint: Fingerprint
    text: Opened


def open_plan(path: Path, *, mending: bool = False) -> OpenedPlan:
    """Return the plan in `path`; raise FileProblem, with the line if the text is not valid.

    With `mending`, characters that no plan may have are left out instead of being refused.
    """
    data = files.read(path)
    remove_left_over_files(path.parent)
    return opened_from(path, data, mending=mending)


def opened_from(path: Path, data: bytes, *, mending: bool = False) -> OpenedPlan:
    """Return the plan in `data`, the content of `path`; raise FileProblem as `open_plan` does."""
    try:
        loaded = (loads_mended if mending else loads)(data, catalogue_of)
    except FormatError as error:
        raise FileProblem(path, error.problem, error.line) from None
    return OpenedPlan(loaded.plan, path, Fingerprint(data), loaded)


def save_plan(
    plan: Plan, path: Path, before: OpenedPlan | None = None, *, may_replace: bool = False
) -> OpenedPlan:
    """Write `plan` to `path`, with the unchanged parts of the text of `before`; return the result.

    Unless it `may_replace` any file, raise FileProblem where `path` has other content than
    `before`. Raise FileProblem too where it cannot be written.
    """
    try:
        data = dumps(plan, None if before is None else before.text)
    except FormatError as error:
        raise FileProblem(path, error.problem) from None
    if may_replace:
        files.write_atomically(path, data)
    elif before is not None and path == before.path:
        files.write_over(path, data, before.fingerprint)
    else:
        files.write_new(path, data)
    return OpenedPlan(plan, path, Fingerprint(data), reopened(plan, data))


def is_changed_on_disk(opened: OpenedPlan) -> bool:
    """Return whether the file has other content than when it was opened or saved."""
    return not opened.fingerprint.is_unchanged(opened.path)
