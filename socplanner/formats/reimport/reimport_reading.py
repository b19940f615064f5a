"""Re-import: from the sheets of a workbook of ours to the values that changed in it.

Rules:

1. A value counts as changed if it differs from the exported one (the base), not from the plan: the
   plan may have changed meanwhile, and `domain.reimport` compares all three.
2. A workbook of another plan is refused, unless its values are wanted all the same; then, and
   where the base is missing or damaged, every value that can be read counts as changed.
3. Columns are found by hidden keys, else by headings; rows by ids, else by codes and names.
   Whatever is not certain is a question, and values that depend on its answer have a condition.
4. What cannot be read, placed or resolved is reported as ignored; it never changes the plan.
5. Every sheet that may be the matrix is read. If several differ, a question asks which counts.
6. Letters of another letter set than the plan's are accepted under a question.
7. The number of values, questions and copies is bounded.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import cast

from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.sheet_values import (
    CellComment,
    CellValue,
    Question,
    Reimport,
    Remark,
)
from socplanner.formats.format_error import displayable, refused
from socplanner.formats.record.data_headings import data_headings
from socplanner.formats.reimport.cell_values import CellValues, without_doubles
from socplanner.formats.reimport.column_finding import sheet_columns
from socplanner.formats.reimport.column_headings import HeadingNames, heading_names
from socplanner.formats.reimport.plan_index import PlanIndex, plan_index
from socplanner.formats.reimport.provenance import (
    Provenance,
    is_record_sheet,
    names_its_plan,
    provenance_of,
)
from socplanner.formats.reimport.role_rows import RoleRow, role_rows
from socplanner.formats.reimport.sheet_columns import SheetColumns, key_row_of
from socplanner.formats.reimport.sheet_report import SheetReport, condition
from socplanner.formats.sheets.grid import Grid, Sheets
from socplanner.wording.language import Words

_LISTED = 12
_LEAST_IDS = 2
_MOST_VALUES = 300_000


@dataclass(frozen=True, slots=True)
class _SheetValues:
    """The values and comments read from one sheet that is a matrix."""

    name: str
    values: tuple[CellValue, ...]
    report: SheetReport
    has_parties: bool
    comments: tuple[CellComment, ...] = ()

    @property
    def content(self) -> frozenset[tuple[object, str]]:
        return frozenset((each.address, each.theirs) for each in self.values)


def is_ours(sheets: Sheets, plan: Plan) -> bool:
    """Return whether a workbook comes from this program, however it was edited since.

    Two ids of roles of `plan` are enough, as the matrix may have been copied into another workbook.
    """
    if names_its_plan(sheets.grids):
        return True
    ids = {role.id for role in plan.all_roles()}
    for grid in sheets.grids:
        if len(ids.intersection(cast("Iterable[RoleId]", grid.texts.values()))) >= _LEAST_IDS:
            return True
    return any(key_row_of(grid.texts) for grid in sheets.grids)


def reimport_of(
    sheets: Sheets,
    origin: str,
    plan: Plan,
    languages: Sequence[Words],
    *,
    of_any_plan: bool = False,
) -> Reimport:
    """Return the changed values of `plan` in a workbook of ours, with questions and remarks.

    `origin` is the name of its file, which keeps questions of several files apart. Raise
    FormatError if the workbook is of another plan (unless `of_any_plan`) or of a newer program, has
    no matrix of the plan, or differs without bound.
    """
    provenance = provenance_of(sheets.grids)
    if provenance.is_newer:
        raise refused("workbook-of-newer-program")
    is_other_plan = provenance.is_recorded and provenance.plan != plan.id
    if is_other_plan and not of_any_plan:
        raise refused("workbook-of-other-plan")
    notices = _notices(provenance, is_other_plan=is_other_plan)
    if is_other_plan:
        provenance = replace(provenance, base=None)
    index, headings = (
        plan_index(plan, provenance, languages),
        heading_names(plan.letter_set, languages),
    )
    grids = [grid for grid in sheets.grids if not _is_letter_list(grid, languages)]
    readings = [_read(grid, origin, index, headings) for grid in _matrices(grids)]
    sheets_read = [each for each in readings if each is not None]
    sheets_read = [each for each in sheets_read if each.has_parties] or sheets_read
    if not sheets_read:
        is_turned = any(is_transposed(grid, frozenset(index.roles)) for grid in sheets.grids)
        raise refused("workbook-transposed" if is_turned else "workbook-without-matrix")
    values, questions = _of_sheets(sheets_read, origin)
    if provenance.letter_set not in {"", plan.letter_set.id}:
        values, questions = _of_other_letters(values, questions, origin, provenance.letter_set)
    notices += _notes_of_opening(sheets, sheets_read)
    return Reimport(
        origin,
        PhaseId(provenance.phase) if provenance.phase else None,
        values,
        questions,
        tuple(remark for each in sheets_read for remark in each.report.ignored),
        (*notices, *(remark for each in sheets_read for remark in each.report.notices)),
        provenance.exported,
        tuple(comment for each in sheets_read for comment in each.comments),
    )


def _notices(provenance: Provenance, *, is_other_plan: bool) -> list[Remark]:
    """Return the remarks on the whole workbook."""
    if is_other_plan:
        return [Remark("other-plan")]
    if not provenance.is_recorded:
        return [Remark("no-ties")]
    remarks = []
    if provenance.base is None:
        remarks.append(Remark("base-damaged" if provenance.is_damaged else "no-base"))
    return remarks


def _notes_of_opening(sheets: Sheets, sheets_read: list[_SheetValues]) -> Iterator[Remark]:
    """Yield the notes of opening the workbook that concern it as a whole or a sheet that was read.

    Formulas without values are reported cell by cell where they matter: cells with formulas of ours
    are not read, and some programs save them without values.
    """
    names = {each.name for each in sheets_read}
    for note in sheets.notes:
        sheet = str(note.values.get("sheet", ""))
        if note.code != "workbook-formulas-without-values" and (not sheet or sheet in names):
            yield Remark(note.code, "", note.values)


def _matrices(grids: Sequence[Grid]) -> list[Grid]:
    """Return the sheets that may be the matrix: those with hidden keys, else all visible ones."""
    with_keys = [grid for grid in grids if key_row_of(grid.texts)]
    if with_keys:
        return with_keys
    return [grid for grid in grids if grid.visibility == "visible" and not is_record_sheet(grid)]


def _is_letter_list(grid: Grid, languages: Sequence[Words]) -> bool:
    """Return whether `grid` is our sheet Data, one letter a row, which is not read back."""
    first = min((place.row for place in grid.texts), default=0)
    texts = {text for place, text in grid.texts.items() if place.row == first}
    return any(texts.issuperset(data_headings(words)) for words in languages)


def is_transposed(grid: Grid, roles: Collection[str]) -> bool:
    """Return whether the ids of `roles` run across the sheet instead of down."""
    rows, columns = Counter[int](), Counter[int]()
    for place, text in grid.texts.items():
        if text in roles:
            rows[place.row] += 1
            columns[place.column] += 1
    return max(rows.values(), default=0) > max(1, *columns.values(), 0)


def _read(grid: Grid, origin: str, index: PlanIndex, headings: HeadingNames) -> _SheetValues | None:
    """Return the values of `grid`, or None if it is no matrix of the plan.

    A transposed one is none: its keys are beside the rows, and its letters would be misread.
    """
    if is_transposed(grid, frozenset(index.roles)):
        return None
    report = SheetReport(grid, origin)
    columns = sheet_columns(index, headings, report)
    rows = [] if columns.is_empty else role_rows(columns, index, report)
    if not rows:
        return None
    read = list(islice(CellValues(columns, rows, index, report).read_values(), _MOST_VALUES + 1))
    if len(read) > _MOST_VALUES:
        raise refused("workbook-too-different", most=_MOST_VALUES)
    values = without_doubles(read, columns, rows, report)
    _report_missing(columns, rows, index, report)
    return _SheetValues(
        report.sheet,
        tuple(values),
        report,
        bool(columns.parties),
        tuple(_comments(grid, rows, report)),
    )


def _comments(grid: Grid, rows: list[RoleRow], report: SheetReport) -> Iterator[CellComment]:
    """Yield the comments on rows of roles; report others, which have no role to note them on."""
    by_row = {row.row: row.role for row in rows}
    for comment in grid.comments:
        place = report.place(comment.place.row, comment.place.column)
        role = by_row.get(comment.place.row)
        if role is None:
            report.ignore("comment-elsewhere", place, author=comment.author, text=comment.text)
        else:
            yield CellComment(role, place, comment.author, comment.text)


def _report_missing(
    columns: SheetColumns, rows: list[RoleRow], index: PlanIndex, report: SheetReport
) -> None:
    """Report roles and parties that were exported, or are the plan's, and are not in the sheet."""
    base = index.provenance.base
    parties = tuple(party.id for party in index.plan.parties)
    present_roles = {row.role for row in rows}
    exported_roles = index.roles if base is None else base.rows
    missing_roles = [
        index.roles[id_].code
        for id_ in exported_roles
        if id_ in index.roles and id_ not in present_roles and not index.roles[id_].is_hidden
    ]
    if missing_roles:
        code = "roles-not-found" if base is None else "rows-missing"
        report.notice(code, n=len(missing_roles), roles=_listed(missing_roles))
    present_parties = {each.party for each in columns.parties}
    exported_parties = parties if base is None else base.parties
    missing_parties = [
        party for party in exported_parties if party in parties and party not in present_parties
    ]
    if missing_parties:
        code = "parties-not-found" if base is None else "columns-missing"
        report.notice(code, n=len(missing_parties), parties=_listed(missing_parties))


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_LISTED]) + (" …" if len(names) > _LISTED else "")


def _of_sheets(
    sheets_read: list[_SheetValues], origin: str
) -> tuple[tuple[CellValue, ...], tuple[Question, ...]]:
    """Return the values and questions of all sheets; if they differ, ask which of them counts."""
    first, *others = sheets_read
    if all(each.content == first.content for each in others):
        return first.values, tuple(first.report.questions)
    names = tuple(each.name for each in sheets_read)
    about = Remark("which-sheet", "", {"sheets": ", ".join(names)})
    question = Question(f"{origin}#which-sheet", about, names)
    values = [
        replace(value, conditions=(*value.conditions, *condition(question, each.name)))
        for each in sheets_read
        for value in each.values
    ]
    questions = (question, *(further for each in sheets_read for further in each.report.questions))
    return tuple(values), questions


def _of_other_letters(
    values: tuple[CellValue, ...], questions: tuple[Question, ...], origin: str, letters: str
) -> tuple[tuple[CellValue, ...], tuple[Question, ...]]:
    """Return values and questions, with one whether the letters of another set mean the same.

    There is no such question where no letter was changed.
    """
    if all(each.address.party is None for each in values):
        return values, questions
    about = Remark("other-letter-set", "", {"set": str(displayable(letters))})
    question = Question(f"{origin}#other-letter-set", about)
    conditions = condition(question)
    conditional = (
        each
        if each.address.party is None
        else replace(each, conditions=(*each.conditions, *conditions))
        for each in values
    )
    return tuple(conditional), (question, *questions)
