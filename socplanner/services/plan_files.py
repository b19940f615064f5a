"""Plans on disk: opened whole or not at all, and never written over what somebody else wrote."""

import os
from pathlib import Path
from typing import NamedTuple

from socplanner.domain.plan import Plan
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan_yaml import Opened, dumps, loads, reopened
from socplanner.services import files
from socplanner.services.catalogues import catalogue_of
from socplanner.services.file_problem import FileProblem, refused
from socplanner.services.files import Fingerprint

SUFFIX = ".socplan"
SUFFIXES = (SUFFIX, ".yaml", ".yml")


class OpenedPlan(NamedTuple):
    """A plan as it stands in the file `path`, and the text that says it there."""

    plan: Plan
    path: Path
    fingerprint: Fingerprint
    text: Opened


def open_plan(path: Path) -> OpenedPlan:
    """Return the plan in `path`; raise FileProblem, with the line if the text is wrong."""
    data = files.read(path)
    try:
        text = loads(data, catalogue_of)
    except FormatError as error:
        raise FileProblem(path, error.problem, error.line) from None
    return OpenedPlan(text.plan, path, Fingerprint(data), text)


def save_plan(
    plan: Plan, path: Path, before: OpenedPlan | None = None, *, may_replace: bool = False
) -> OpenedPlan:
    """Write `plan` to `path` in the text of `before`; return it as it stands there now.

    Unless it `may_replace` whatever it finds, raise FileProblem where `path` holds anything but
    what `before` saw in it, and where it cannot be written.
    """
    if not may_replace:
        _prove_replaceable(path, before)
    data = dumps(plan, None if before is None else before.text)
    files.write_atomically(path, data)
    return OpenedPlan(plan, path, Fingerprint(data), reopened(plan, data))


def is_changed_on_disk(opened: OpenedPlan) -> bool:
    """Tell whether somebody else has written to the file since."""
    return not opened.fingerprint.still_holds(opened.path)


def _prove_replaceable(path: Path, before: OpenedPlan | None) -> None:
    if before is not None and path == before.path:
        if is_changed_on_disk(before):
            raise refused(path, "file-changed")
    elif os.path.lexists(path):
        raise refused(path, "file-exists")
