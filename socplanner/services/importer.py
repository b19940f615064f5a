"""Workbooks that came back, from disk to a review against the plan; nothing is changed here."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from socplanner.domain.ids import PhaseId
from socplanner.domain.local_text import LANGUAGES
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.review import NO_ANSWERS, Review, review
from socplanner.domain.reimport.sheet_values import Reimport, Remark
from socplanner.formats.format_error import FormatError
from socplanner.services import files
from socplanner.services.file_problem import FileProblem, refused
from socplanner.services.i18n import words_for

if TYPE_CHECKING:
    from socplanner.formats.sheets.grid import Sheets


def sheets_in(path: Path) -> "Sheets":
    """Return the sheets of the workbook `path`; raise FileProblem if it cannot be read."""
    from socplanner.formats.sheets.bounds import MOST_PACKED
    from socplanner.formats.sheets.reading import sheets_of, too_big

    try:
        content = files.read(path, MOST_PACKED)
    except FileProblem as problem:
        if problem.code != "file-too-big":
            raise
        raise FileProblem(path, too_big(path.name).problem) from None
    try:
        return sheets_of(content, path.name)
    except FormatError as error:
        raise FileProblem(path, error.problem, error.line) from None


def is_reimport(sheets: "Sheets", plan: Plan) -> bool:
    """Return whether a workbook is one of ours that came back; those of another plan are."""
    from socplanner.formats.reimport.reimport_reading import is_ours

    return is_ours(sheets, plan)


def reimport_in(
    path: Path, sheets: "Sheets", origin: str, plan: Plan, *, of_any_plan: bool = False
) -> Reimport:
    """Return what the workbook `path` says of `plan`; `origin` tells it from the others.

    Raise FileProblem if it has no matrix, or was made from another plan and not `of_any_plan`.
    """
    from socplanner.formats.reimport.reimport_reading import reimport_of

    languages = [words_for(language) for language in LANGUAGES]
    try:
        return reimport_of(sheets, origin, plan, languages, of_any_plan=of_any_plan)
    except FormatError as error:
        raise FileProblem(path, error.problem, error.line) from None


def origins_of(paths: Sequence[Path]) -> tuple[str, ...]:
    """Return how each of `paths` is told from the others: by its name if that will do."""
    names = [path.name for path in paths]
    return tuple(names) if len(set(names)) == len(names) else tuple(str(path) for path in paths)


def reviewed(
    plan: Plan,
    paths: Sequence[Path],
    reimports: Sequence[Reimport],
    phase: PhaseId | None = None,
    answers: Mapping[str, str] = NO_ANSWERS,
) -> Review:
    """Return how the workbooks `reimports`, which were read from `paths`, differ from the plan.

    Without `phase` it is the one they were made from; raise FileProblem if that is not one phase
    of the plan.
    """
    if phase is None:
        phase = _phase_of(plan, paths, reimports)
    return review(plan, phase, [_with_stated_phase(each, phase) for each in reimports], answers)


def _phase_of(plan: Plan, paths: Sequence[Path], reimports: Sequence[Reimport]) -> PhaseId:
    common: PhaseId | None = None
    for path, each in zip(paths, reimports, strict=True):
        if each.phase is None:
            continue
        if plan.phase(each.phase) is None:
            raise refused(path, "workbook-of-unknown-phase", phase=each.phase)
        if common not in {None, each.phase}:
            raise refused(path, "workbooks-of-several-phases")
        common = each.phase
    return common or plan.phases[0].id


def _with_stated_phase(reimports: Reimport, phase: PhaseId) -> Reimport:
    """Return `reimports` with a notice where it was made from another phase."""
    if reimports.phase in {None, phase}:
        return reimports
    notice = Remark("other-phase", "", {"phase": str(reimports.phase)})
    return replace(reimports, notices=(notice, *reimports.notices))
