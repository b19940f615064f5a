"""The responsibility matrix of a phase as a file: a workbook or a plain table, by extension."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from socplanner import __version__
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.matrix import Matrix, matrix_of
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.workbook_copy import EVERYBODY, WorkbookCopy
from socplanner.formats.format_error import FormatError
from socplanner.formats.matrix_csv import render_csv
from socplanner.formats.matrix_markdown import render_markdown
from socplanner.formats.workbook.facts import WorkbookFacts
from socplanner.services import files
from socplanner.services.catalogues import default_flows, descriptions, prompts
from socplanner.services.plan_sharing import PlanSharing
from socplanner.wording.language import Words

_CELLS_A_ROW = 30
_MANY_CELLS = 350_000
_MANY_VALUES = 500_000
_MANY_CHARACTERS = 400_000
_FIELDS = 5
SUFFIX = ".xlsx"
CSV, MARKDOWN = ".csv", ".md"
SUFFIXES = (SUFFIX, CSV, MARKDOWN)
"""The extensions that can be written, the usual one first."""


def content_of(
    suffix: str,
    plan: Plan,
    phase: PhaseId,
    words: Words,
    today: date,
    workbook_copy: WorkbookCopy = EVERYBODY,
) -> bytes:
    """Return the content of a file of `phase` with `suffix`, in the language of `words`.

    Only a workbook uses `workbook_copy`. Raise KeyError for an unknown phase or suffix, and
    EditRejected as `workbook_of` does.
    """
    if suffix == SUFFIX:
        return workbook_of(plan, phase, words, today, workbook_copy)
    render = {CSV: render_csv, MARKDOWN: render_markdown}[suffix]
    return render(matrix_of(plan, phase), words)


def workbook_of(
    plan: Plan, phase: PhaseId, words: Words, today: date, workbook_copy: WorkbookCopy = EVERYBODY
) -> bytes:
    """Return the workbook of `phase` in the language of `words`, for the party of `workbook_copy`.

    Raise KeyError if the plan has no such phase or party, and EditRejected if the workbook is so
    large that it could not be imported again.
    """
    from socplanner.formats.matrix_xlsx import render

    if workbook_copy.party is not None and plan.party(workbook_copy.party) is None:
        raise KeyError(workbook_copy.party)
    matrix = matrix_of(plan, phase)
    content = render(matrix, words, _facts(plan, today, workbook_copy))
    if is_large(matrix) and not _can_be_imported(content):
        raise EditRejected("export-too-big", roles=len(matrix.rows), parties=len(plan.parties))
    return content


def is_large(matrix: Matrix) -> bool:
    """Return whether the workbook of `matrix` comes near the bounds of the reader.

    The figures are far below `formats/sheets/bounds.py`, so that a usual workbook need not be read
    to be certain that it can be.
    """
    from socplanner.formats.workbook.data_sheet import data_cells

    rows, filled, characters = len(matrix.rows), data_cells(matrix), 0
    for row in matrix.rows:
        filled += sum(bool(cell) for cell in row.cells)
        characters += len(row.duty.note) + len(row.duty.coverage)
    values = rows * (len(matrix.plan.parties) + _FIELDS)
    return (
        filled + rows * _CELLS_A_ROW > _MANY_CELLS
        or characters > _MANY_CHARACTERS
        or values > _MANY_VALUES
    )


def _can_be_imported(content: bytes) -> bool:
    """Return whether our reader reads the workbook `content` and finds its record."""
    from socplanner.formats.reimport.provenance import provenance_of
    from socplanner.formats.sheets.reading import sheets_of

    try:
        return provenance_of(sheets_of(content, SUFFIX).grids).base is not None
    except FormatError:
        return False


def duties_workbook(
    party: PartyId, plan: Plan, phase: PhaseId, words: Words, today: date, author: str = ""
) -> bytes:
    """Return the workbook of the duties of `party` in `phase`; raise KeyError for unknown ones.

    Its properties name the `author`, if there is one.
    """
    from socplanner.formats.party_xlsx import render_party

    facts = _facts(plan, today, WorkbookCopy(author=author))
    return render_party(matrix_of(plan, phase), party, words, facts)


def pack_workbook(
    party: PartyId, plan: Plan, phase: PhaseId, words: Words, today: date, author: str = ""
) -> bytes:
    """Return the tender pack of `party` in `phase`; raise KeyError for unknown ones.

    Its properties name the `author`, if there is one.
    """
    from socplanner.domain.tender.pack import pack_of
    from socplanner.formats.tender_xlsx import render_pack

    facts = _facts(plan, today, WorkbookCopy(author=author))
    return render_pack(pack_of(plan, phase, party), words, facts)


def bids_workbook(
    party: PartyId, plan: Plan, phase: PhaseId, words: Words, today: date, author: str = ""
) -> bytes:
    """Return the bids for `party` in `phase` side by side; raise KeyError for unknown ones."""
    from socplanner.domain.tender.comparison import comparison_of
    from socplanner.formats.bids_xlsx import render_bids

    facts = _facts(plan, today, WorkbookCopy(author=author))
    return render_bids(plan, comparison_of(plan, phase, party), words, facts)


def _facts(plan: Plan, today: date, workbook_copy: WorkbookCopy = EVERYBODY) -> "WorkbookFacts":
    about = descriptions(plan.catalogue.edition).roles
    has_review = workbook_copy.with_review or bool(plan.lessons)
    facts = WorkbookFacts(today, __version__, about, workbook_copy)
    if has_review:
        facts = replace(facts, prompts=prompts(), flows=default_flows())
    if plan.flows or plan.sharing or plan.reporting:
        sharing = PlanSharing(plan, plan.phases[0].id)  # duties are the same in every phase
        facts = replace(facts, flows=sharing.defaults, duties=sharing.duties)
    return facts


def write_export(target: Path, content: bytes, *, may_replace: bool = False) -> None:
    """Write `content` to `target`, over an existing file only if it `may_replace` one.

    Raise FileProblem, with an existing file unchanged.
    """
    if may_replace:
        files.write_atomically(target, content)
    else:
        files.write_new(target, content)
