"""Workbooks made by socplanner: from disk to a review against the plan, which stays as it is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from socplanner.domain.ids import PhaseId
from socplanner.domain.local_text import LANGUAGES
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.review import NO_ANSWERS, Review, review
from socplanner.domain.reimport.sheet_values import Reimport, Remark
from socplanner.domain.tender.returned_bid import ReturnedBid
from socplanner.formats.format_error import FormatError
from socplanner.formats.reimport.bid_reading import bid_of, is_tender_pack
from socplanner.formats.reimport.reimport_reading import is_ours, reimport_of
from socplanner.formats.sheets.bounds import MOST_PACKED
from socplanner.formats.sheets.grid import Sheets
from socplanner.formats.sheets.reading import sheets_of, too_big
from socplanner.services import files
from socplanner.services.file_problem import FileProblem, refused
from socplanner.services.i18n import words_for


def sheets_in(path: Path) -> Sheets:
    """Return the sheets of the workbook `path`; raise FileProblem if it cannot be read."""
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


def is_reimport(sheets: Sheets, plan: Plan) -> bool:
    """Return whether a workbook was made by socplanner, from `plan` or another one."""
    return is_ours(sheets, plan)


def reimport_in(
    path: Path, sheets: Sheets, origin: str, plan: Plan, *, of_any_plan: bool = False
) -> Reimport:
    """Return the values of the workbook `path` for `plan`; `origin` is its name in the review.

    Raise FileProblem if it has no matrix, or was made from another plan and not `of_any_plan`.
    """
    languages = [words_for(language) for language in LANGUAGES]
    try:
        return reimport_of(sheets, origin, plan, languages, of_any_plan=of_any_plan)
    except FormatError as error:
        raise FileProblem(path, error.problem, error.line) from None


def is_bid(sheets: Sheets) -> bool:
    """Return whether a workbook is a tender pack of any plan."""
    return is_tender_pack(sheets)


def bid_in(
    path: Path, sheets: Sheets, origin: str, plan: Plan, *, of_any_plan: bool = False
) -> ReturnedBid:
    """Return the bid in the tender pack `path` for `plan`; `origin` is its name in the review.

    Raise FileProblem if it has no answers for a provider of the plan, or was made from another plan
    and not `of_any_plan`.
    """
    languages = [words_for(language) for language in LANGUAGES]
    try:
        return bid_of(sheets, origin, plan, languages, of_any_plan=of_any_plan)
    except FormatError as error:
        raise FileProblem(path, error.problem, error.line) from None


def origins_of(paths: Sequence[Path]) -> tuple[str, ...]:
    """Return a unique name for each of `paths`: the file name, or the path if names are equal."""
    names = [path.name for path in paths]
    return tuple(names) if len(set(names)) == len(names) else tuple(str(path) for path in paths)


def reviewed(
    plan: Plan,
    paths: Sequence[Path],
    reimports: Sequence[Reimport],
    phase: PhaseId | None = None,
    answers: Mapping[str, str] = NO_ANSWERS,
) -> Review:
    """Return how the workbooks `reimports`, read from `paths`, differ from the plan.

    Without `phase` it is the one they were made from; raise FileProblem if that is not one phase
    of the plan.
    """
    if phase is None:
        phase = _phase_of(plan, paths, reimports)
    return review(plan, phase, [_with_phase_notice(each, phase) for each in reimports], answers)


def _phase_of(plan: Plan, paths: Sequence[Path], reimports: Sequence[Reimport]) -> PhaseId:
    common: PhaseId | None = None
    for path, reimport in zip(paths, reimports, strict=True):
        if reimport.phase is None:
            continue
        if plan.phase(reimport.phase) is None:
            raise refused(path, "workbook-of-unknown-phase", phase=reimport.phase)
        if common not in {None, reimport.phase}:
            raise refused(path, "workbooks-of-several-phases")
        common = reimport.phase
    return common or plan.phases[0].id


def _with_phase_notice(reimport: Reimport, phase: PhaseId) -> Reimport:
    """Return `reimport` with a notice where it was made from another phase."""
    if reimport.phase in {None, phase}:
        return reimport
    notice = Remark("other-phase", "", {"phase": str(reimport.phase)})
    return replace(reimport, notices=(notice, *reimport.notices))
