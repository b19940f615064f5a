"""The workbooks of one import, in the order in which window and terminal handle them.

1. All workbooks are read before any question or change: a bad one stops the whole import.
2. Those made by socplanner are reviewed together, against one phase.
3. Then bids in tender packs are stored, and those made elsewhere are imported, one after the
   other, each into the plan that results from the ones before it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.review import NO_ANSWERS, Review
from socplanner.domain.reimport.sheet_values import Reimport
from socplanner.domain.tender.returned_bid import ReturnedBid
from socplanner.formats.sheets.grid import Sheets
from socplanner.services.external_importer import ExternalFile, external_file
from socplanner.services.file_problem import FileProblem
from socplanner.services.importer import (
    bid_in,
    is_bid,
    is_reimport,
    origins_of,
    reimport_in,
    reviewed,
    sheets_in,
)

OTHER_PLAN = "workbook-of-other-plan"
"""The code of the problem with a workbook that was made from another plan."""


@dataclass(frozen=True, slots=True)
class ExternalWorkbook:
    """A workbook made elsewhere, as it was read."""

    path: Path
    sheets: Sheets

    def file(self, plan: Plan) -> ExternalFile:
        """Return the workbook, to be read for `plan`."""
        return external_file(self.path.name, self.sheets, plan)


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """Workbooks made by socplanner, with their paths, workbooks made elsewhere, and bids."""

    paths: tuple[Path, ...] = ()
    reimports: tuple[Reimport, ...] = ()
    external: tuple[ExternalWorkbook, ...] = ()
    bids: tuple[ReturnedBid, ...] = ()

    def review(
        self, plan: Plan, phase: PhaseId | None = None, answers: Mapping[str, str] = NO_ANSWERS
    ) -> Review:
        """Return how the workbooks made by socplanner differ from `phase` of `plan`.

        Without `phase` it is the one they were made from; raise FileProblem if that is not one
        phase of the plan.
        """
        return reviewed(plan, self.paths, self.reimports, phase, answers)


def read_batch(
    paths: Iterable[Path], plan: Plan, is_accepted: Callable[[FileProblem], bool]
) -> ImportBatch:
    """Return the workbooks `paths`, each once; raise FileProblem for the first that is bad.

    A workbook of another plan is left out where `is_accepted` returns False for the problem.
    """
    unique = tuple(dict.fromkeys(paths))
    workbooks = [
        _read(path, origin, plan, is_accepted)
        for path, origin in zip(unique, origins_of(unique), strict=True)
    ]
    reimports = {
        path: workbook
        for path, workbook in zip(unique, workbooks, strict=True)
        if isinstance(workbook, Reimport)
    }
    external = tuple(workbook for workbook in workbooks if isinstance(workbook, ExternalWorkbook))
    bids = tuple(workbook for workbook in workbooks if isinstance(workbook, ReturnedBid))
    return ImportBatch(tuple(reimports), tuple(reimports.values()), external, bids)


def _read(
    path: Path, origin: str, plan: Plan, is_accepted: Callable[[FileProblem], bool]
) -> Reimport | ReturnedBid | ExternalWorkbook | None:
    sheets = sheets_in(path)
    read: Callable[..., Reimport | ReturnedBid] = reimport_in
    if is_bid(sheets):
        read = bid_in
    elif not is_reimport(sheets, plan):
        return ExternalWorkbook(path, sheets)
    try:
        return read(path, sheets, origin, plan)
    except FileProblem as problem:
        if problem.code != OTHER_PLAN:
            raise
        if not is_accepted(problem):
            return None
    return read(path, sheets, origin, plan, of_any_plan=True)
