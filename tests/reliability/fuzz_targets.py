"""What `fuzz` reads: each reader of the program, whole files for it, and how it may refuse.

Workbooks are read twice: as files (`workbook`), and as the text of their sheets (`bids`, `scores`,
`external`, `reimport`), which reaches what is made of the cells many times faster. In that text a
form feed is between two sheets, each of which begins with its name. A `state` is a journal whose
checksums are right whatever its lines have.
"""

import csv
import hashlib
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from socplanner.domain.external.score_matching import match_scores
from socplanner.domain.external.understood import NO_ANSWERS
from socplanner.domain.matrix import matrix_of
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.workbook_copy import EVERYBODY
from socplanner.formats.external.score_reading import read_score_sheet
from socplanner.formats.format_error import FormatError
from socplanner.formats.journal.journal_text import (
    JournalOrigin,
    UnreadableJournal,
    journal_of,
)
from socplanner.formats.matrix_xlsx import render
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.formats.reimport.bid_reading import bid_of
from socplanner.formats.reimport.reimport_reading import reimport_of
from socplanner.formats.sheets.grid import Grid, Sheets
from socplanner.formats.sheets.reading import sheets_of
from socplanner.services import settings
from socplanner.services.catalogues import catalogue_of
from socplanner.services.exporter import content_of
from socplanner.services.external_importer import external_file
from socplanner.services.file_problem import FileProblem
from socplanner.services.i18n import words_for
from socplanner.services.importer import is_reimport
from socplanner.services.plan_differences import plan_differences
from socplanner.services.plan_merging import merged_plans
from socplanner.services.recovery.crash_report import report_of_bad_end
from socplanner.services.recovery.leftovers import RecoverableWork
from socplanner.services.recovery.recovering import recovered_plan
from socplanner.services.recovery.session_mark import bad_ends
from socplanner.services.recovery.shown_work import shown_work
from socplanner.services.use_mark import mark_place, use_of
from socplanner.services.versions.version_file import (
    VersionFacts,
    digest_of,
    packed_version,
    version_content,
)
from socplanner.wording.language import Words
from tests.support.external_sheets import KINDS, draw_layout
from tests.support.journals import journal_bytes
from tests.support.plans import hybrid_plan, sample
from tests.support.small_plan import NOW, small_plan
from tests.support.tenders import filled, pack_of_plan, row_of, tender_plan
from tests.support.workbooks import FACTS

CORPUS = Path(__file__).with_name("corpus")
SELF_CHECKS = Path(__file__).resolve().parents[1] / "golden" / "self-checks"
TODAY = date(2026, 12, 1)
_MOST_SHEETS = 20
_SHEET = b"\f"
_CHECKSUM = 17
"""The checksum of a line of a journal, and the space after it."""

Read = Callable[[bytes], object]


class Target(NamedTuple):
    """A reader, whole files that it reads, and the exceptions in which it refuses."""

    name: str
    seeds: Sequence[bytes]
    read: Read
    refusals: tuple[type[Exception], ...]
    is_archive: bool = False


def targets(folder: Path) -> tuple[Target, ...]:
    """Return all readers; those of files on disk read in `folder`."""
    return tuple(
        each._replace(seeds=(*each.seeds, *kept_inputs(each.name)))
        for each in (*_plan_targets(), *_sheet_targets(), *_disk_targets(folder))
    )


def kept_inputs(name: str) -> list[bytes]:
    """Return the inputs for the target `name` that are kept in the repository."""
    return [each.read_bytes() for each in sorted((CORPUS / name).glob("*"))]


def _plan_targets() -> tuple[Target, ...]:
    plan = hybrid_plan()
    plans = [dumps(each) for each in (plan, sample("bank"))]
    base, ours = _versions()
    facts = VersionFacts(plan.id, 1.0, "plan.socplan", "0.1.0", digest_of(plans[0]))
    journal = journal_bytes([base, ours], JournalOrigin("0.1.0", "a.socplan", b"organisation: x"))
    return (
        Target("plan", plans, _plan_in, (FormatError,)),
        Target("merge", [dumps(base), dumps(ours)], _merged, (FormatError, EditRejected)),
        Target("journal", [journal], journal_of, (UnreadableJournal,)),
        Target("state", [_unsealed(journal)], _recovered, (UnreadableJournal, FileProblem)),
        Target("version", [packed_version(facts, plans[0])], version_content, (ValueError,)),
    )


def _sheet_targets() -> tuple[Target, ...]:
    plan, words = hybrid_plan(), words_for("en")
    book = content_of(".xlsx", plan, plan.phases[0].id, words, TODAY, EVERYBODY)
    table = content_of(".csv", plan, plan.phases[0].id, words, TODAY, EVERYBODY)
    tender = tender_plan()
    pack = filled(
        pack_of_plan(tender), {row_of(tender.catalogue.roles[0].id): {"answer": "Yes", "price": 5}}
    )
    matrix = render(matrix_of(small_plan(), NOW), words, FACTS)
    drawn = [draw_layout(Random(number), kind).grids for number, kind in enumerate(KINDS)]
    checks = [each.read_bytes() for each in sorted(SELF_CHECKS.glob("*.csv"))]
    refusals = (FormatError,)
    return (
        Target("workbook", [book, matrix, pack], _book_in, refusals, is_archive=True),
        Target("table", [table], _table_in, refusals),
        Target("bids", [_text_of(sheets_of(pack, "1.xlsx").grids)], _bid_in, refusals),
        Target("scores", [b"a\n" + each for each in checks], _scores_in, refusals),
        Target("external", [_text_of(grids) for grids in drawn], _external_in, refusals),
        Target("reimport", [_text_of(sheets_of(matrix, "1.xlsx").grids)], _values_in, refusals),
    )


def _disk_targets(folder: Path) -> tuple[Target, ...]:
    mark, stored = mark_place(folder / "plan.socplan"), folder / "settings.json"
    runs = folder / "runs"
    runs.mkdir(exist_ok=True)
    marks = [b'{"owner": "a"}', b'{"socplanner-use": 1, "owner": "a", "machine": "b", "since": 1}']
    return (
        Target("mark", marks, _reading(mark, lambda: _use(folder / "plan.socplan")), ()),
        Target(
            "settings", [b'{"language": "ja"}'], _reading(stored, lambda: settings.load(stored)), ()
        ),
        Target(
            "run",
            [b'  File "a.py", line 3 in b\nCurrent thread 0x1:\n'],
            _reading(runs / "7-1.session", lambda: _reports(runs)),
            (),
        ),
    )


@cache
def _plan() -> Plan:
    return hybrid_plan()


@cache
def _small() -> Plan:
    return small_plan()


@cache
def _tender() -> Plan:
    return tender_plan()


def _plan_in(data: bytes) -> Plan:
    return loads(data, catalogue_of).plan


@cache
def _versions() -> tuple[Plan, Plan]:
    """Return a plan, and the plan with another organisation and without one of its parties."""
    base = hybrid_plan(None)
    return base, RemoveParty(base.parties[-1].id).apply(RenameOrganisation("Ours").apply(base))


def _merged(data: bytes) -> None:
    """Merge a damaged plan with two others; the result must be a plan that can be written."""
    base, ours = _versions()
    theirs = _plan_in(data)
    for versions in ((base, ours, theirs), (theirs, ours, base), (None, theirs, ours)):
        merged = merged_plans(*versions).plan
        assert _plan_in(dumps(merged)) == merged, "a merged plan is not read as it is"
        plan_differences(ours, merged).groups(words_for("ja"))


def _unsealed(journal: bytes) -> bytes:
    """Return the lines of a journal without their checksums."""
    first, *lines = journal.split(b"\n")
    return b"\n".join([first, *(line[_CHECKSUM:] for line in lines if line)])


def _recovered(data: bytes) -> None:
    """Recover the plan of a journal whose lines have right checksums."""
    first, *rest = data.split(b"\n")
    sealed, before = [first], ""
    for line in rest:
        before = hashlib.sha256(before.encode() + line).hexdigest()[: _CHECKSUM - 1]
        sealed.append(before.encode() + b" " + line)
    work = RecoverableWork(Path("a.journal"), journal_of(b"\n".join([*sealed, b""])), -1)
    shown_work(work)
    recovered_plan(work)


def _text_of(grids: Sequence[Grid]) -> bytes:
    """Return sheets as text."""
    return _SHEET.join(map(_sheet_text, grids))


def _sheet_text(grid: Grid) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    most = max((place.row for place in grid.texts), default=0)
    across = max((place.column for place in grid.texts), default=0)
    for row in range(1, most + 1):
        writer.writerow([grid.text(row, column) for column in range(1, across + 1)])
    return f"{grid.name}\n{text.getvalue()}".encode("utf-8", "replace")


def _sheets(data: bytes) -> Sheets:
    grids = []
    for part in data.split(_SHEET)[:_MOST_SHEETS]:
        name, _, text = part.partition(b"\n")
        (grid,) = sheets_of(text, "1.csv").grids
        grids.append(replace(grid, name=name.decode("utf-8", "replace")))
    return Sheets(tuple(grids))


def _book_in(data: bytes) -> None:
    _read_any(sheets_of(data, "1.xlsx"))


def _table_in(data: bytes) -> None:
    for name in ("1.csv", "1.md"):
        _read_any(sheets_of(data, name))


def _read_any(sheets: Sheets) -> None:
    is_reimport(sheets, _plan())


def _languages() -> list[Words]:
    return [words_for("ja"), words_for("en")]


def _bid_in(data: bytes) -> object:
    return bid_of(_sheets(data), "1.xlsx", _tender(), _languages(), of_any_plan=True)


def _scores_in(data: bytes) -> object:
    return match_scores(read_score_sheet(_sheets(data).grids), _plan(), {})


def _external_in(data: bytes) -> object:
    file = external_file("1.xlsx", _sheets(data), _plan())
    return file.understand(NO_ANSWERS)


def _values_in(data: bytes) -> object:
    return reimport_of(_sheets(data), "1.xlsx", _small(), _languages(), of_any_plan=True)


def _use(place: Path) -> object:
    use = use_of(place)
    return None if use is None else use.since_text


def _reports(runs: Path) -> list[str]:
    log = runs / "log"
    return [report_of_bad_end(end.began_at, end.traceback, log) for end in bad_ends(runs)]


def _reading(place: Path, read: Callable[[], object]) -> Read:
    def write_and_read(data: bytes) -> object:
        with open(place, "wb") as file:  # noqa: PTH123 thousands of times a second
            file.write(data)
        return read()

    return write_and_read
