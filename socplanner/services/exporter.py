"""The responsibility matrix of a phase as a file: a workbook, or a plain table by its extension."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from socplanner import __version__
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.matrix import matrix_of
from socplanner.domain.plan import Plan
from socplanner.services import files
from socplanner.services.catalogues import descriptions
from socplanner.wording.language import Words

if TYPE_CHECKING:
    from socplanner.formats.workbook.facts import WorkbookFacts

SUFFIX = ".xlsx"
CSV, MARKDOWN = ".csv", ".md"
SUFFIXES = (SUFFIX, CSV, MARKDOWN)
"""The kinds of files that can be written, the usual one first."""


def content_of(suffix: str, plan: Plan, phase: PhaseId, words: Words, today: date) -> bytes:
    """Return the file of `phase` that is called for by `suffix`, in the language of `words`.

    Raise KeyError if the plan has no such phase, or no file ends so.
    """
    if suffix == SUFFIX:
        return workbook_of(plan, phase, words, today)
    from socplanner.formats.matrix_csv import render_csv
    from socplanner.formats.matrix_markdown import render_markdown

    render = {CSV: render_csv, MARKDOWN: render_markdown}[suffix]
    return render(matrix_of(plan, phase), words)


def workbook_of(plan: Plan, phase: PhaseId, words: Words, today: date) -> bytes:
    """Return the workbook of `phase` in the language of `words`.

    Raise KeyError if the plan has no such phase.
    """
    from socplanner.formats.matrix_xlsx import render

    return render(matrix_of(plan, phase), words, _facts(plan, today))


def duties_workbook(party: PartyId, plan: Plan, phase: PhaseId, words: Words, today: date) -> bytes:
    """Return the workbook of what `party` does in `phase`; raise KeyError for unknown ones."""
    from socplanner.formats.party_xlsx import render_party

    return render_party(matrix_of(plan, phase), party, words, _facts(plan, today))


def _facts(plan: Plan, today: date) -> "WorkbookFacts":
    from socplanner.formats.workbook.facts import WorkbookFacts

    return WorkbookFacts(today, __version__, descriptions(plan.catalogue.edition).roles)


def write_export(target: Path, content: bytes, *, may_replace: bool = False) -> None:
    """Write `content` to `target`; raise FileProblem, with whatever stood there unchanged."""
    if may_replace:
        files.write_atomically(target, content)
    else:
        files.write_new(target, content)
