"""From the sheets of a workbook of ours that came back to what it says."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import cast

from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.sheet_values import CellComment, Question, Remark, Returned, Said
from socplanner.formats.format_error import refused, sayable
from socplanner.formats.record.data_headings import data_headings
from socplanner.formats.reimport.cell_values import CellValues, without_doubles
from socplanner.formats.reimport.column_finding import sheet_columns
from socplanner.formats.reimport.column_headings import HeadNames, head_names
from socplanner.formats.reimport.plan_index import Known, known_of
from socplanner.formats.reimport.provenance import Ties, is_tie_sheet, tells_its_plan, ties_of
from socplanner.formats.reimport.role_rows import RoleRow, role_rows
from socplanner.formats.reimport.sheet_columns import SheetColumns, key_row_of
from socplanner.formats.reimport.sheet_report import Account, condition
from socplanner.formats.sheets.grid import Grid, Sheets
from socplanner.wording.language import Words

_LISTED = 12
_LEAST_IDS = 2
_MOST_SAID = 300_000


@dataclass(frozen=True, slots=True)
class _SheetSays:
    """One sheet that looks like the matrix, read."""

    name: str
    said: tuple[Said, ...]
    account: Account
    has_parties: bool
    comments: tuple[CellComment, ...] = ()

    @property
    def content(self) -> frozenset[tuple[object, str]]:
        return frozenset((each.topic, each.theirs) for each in self.said)


def is_ours(sheets: Sheets, plan: Plan) -> bool:
    """Tell whether a workbook was written by this program, however it was treated since.

    Ids of roles are enough: somebody may have copied the matrix into a workbook of his own.
    """
    if tells_its_plan(sheets.grids):
        return True
    ids = {role.id for role in plan.roles()}
    for grid in sheets.grids:
        if len(ids.intersection(cast("Iterable[RoleId]", grid.texts.values()))) >= _LEAST_IDS:
            return True
    return any(key_row_of(grid.texts) for grid in sheets.grids)


def returned_of(
    sheets: Sheets,
    origin: str,
    plan: Plan,
    languages: Sequence[Words],
    *,
    of_any_plan: bool = False,
) -> Returned:
    """Return what a workbook of ours says of `plan`; `origin` tells its file from the others.

    Raise FormatError if it was made from another plan (unless `of_any_plan`), or has no matrix.
    """
    ties = ties_of(sheets.grids)
    if ties.is_newer:
        raise refused("workbook-of-newer-program")
    is_foreign = ties.is_found and ties.plan != plan.id
    if is_foreign and not of_any_plan:
        raise refused("workbook-of-other-plan")
    notices = _notices(ties, is_foreign=is_foreign)
    if is_foreign:
        ties = replace(ties, base=None)
    known, heads = known_of(plan, ties, languages), head_names(plan.letter_set, languages)
    grids = [grid for grid in sheets.grids if not _is_letter_list(grid, languages)]
    read = [_read(grid, origin, known, heads) for grid in _matrices(grids)]
    says = [each for each in read if each is not None]
    says = [each for each in says if each.has_parties] or says
    if not says:
        is_turned = any(is_transposed(grid, frozenset(known.roles)) for grid in sheets.grids)
        raise refused("workbook-transposed" if is_turned else "workbook-without-matrix")
    said, questions = _of_sheets(says, origin)
    if ties.letter_set not in {"", plan.letter_set.id}:
        said, questions = _of_other_letters(said, questions, origin, ties.letter_set)
    notices += _noted(sheets, says)
    return Returned(
        origin,
        PhaseId(ties.phase) if ties.phase else None,
        said,
        questions,
        tuple(remark for each in says for remark in each.account.ignored),
        (*notices, *(remark for each in says for remark in each.account.notices)),
        ties.exported,
        tuple(comment for each in says for comment in each.comments),
    )


def _notices(ties: Ties, *, is_foreign: bool) -> list[Remark]:
    """Return what has to be known of the whole workbook."""
    if is_foreign:
        return [Remark("other-plan")]
    if not ties.is_found:
        return [Remark("no-ties")]
    found = []
    if ties.base is None:
        found.append(Remark("base-damaged" if ties.is_damaged else "no-base"))
    return found


def _noted(sheets: Sheets, says: list[_SheetSays]) -> Iterator[Remark]:
    """Yield what was seen when the workbook was opened, so far as it concerns what was read.

    Formulas without values are told cell by cell where they matter: our own say nothing that is
    read, and some programs save them without values.
    """
    names = {each.name for each in says}
    for note in sheets.notes:
        sheet = str(note.values.get("sheet", ""))
        if note.code != "workbook-formulas-without-values" and (not sheet or sheet in names):
            yield Remark(note.code, "", note.values)


def _matrices(grids: Sequence[Grid]) -> list[Grid]:
    """Return the sheets that may be the matrix: those with hidden keys, else all the visible."""
    with_keys = [grid for grid in grids if key_row_of(grid.texts)]
    if with_keys:
        return with_keys
    return [grid for grid in grids if grid.visibility == "visible" and not is_tie_sheet(grid)]


def _is_letter_list(grid: Grid, languages: Sequence[Words]) -> bool:
    """Tell whether `grid` is our sheet of the letters one by one, which is not read back."""
    first = min((place.row for place in grid.texts), default=0)
    texts = {text for place, text in grid.texts.items() if place.row == first}
    return any(texts.issuperset(data_headings(words)) for words in languages)


def is_transposed(grid: Grid, roles: Collection[str]) -> bool:
    """Tell whether the ids of `roles` stand side by side instead of one below the other."""
    rows, columns = Counter[int](), Counter[int]()
    for place, text in grid.texts.items():
        if text in roles:
            rows[place.row] += 1
            columns[place.column] += 1
    return max(rows.values(), default=0) > max(1, *columns.values(), 0)


def _read(grid: Grid, origin: str, known: Known, heads: HeadNames) -> _SheetSays | None:
    """Return what `grid` says, or None if it is no matrix of the plan at all.

    One that was transposed is none: its keys stand beside the rows, and its letters are of others.
    """
    if is_transposed(grid, frozenset(known.roles)):
        return None
    account = Account(grid, origin)
    columns = sheet_columns(known, heads, account)
    rows = [] if columns.is_empty else role_rows(columns, known, account)
    if not rows:
        return None
    spoken = list(islice(CellValues(columns, rows, known, account).spoken(), _MOST_SAID + 1))
    if len(spoken) > _MOST_SAID:
        raise refused("workbook-too-different", most=_MOST_SAID)
    said = without_doubles(spoken, columns, rows, account)
    _tell_missing(columns, rows, known, account)
    return _SheetSays(
        account.sheet,
        tuple(said),
        account,
        bool(columns.parties),
        tuple(_comments(grid, rows, account)),
    )


def _comments(grid: Grid, rows: list[RoleRow], account: Account) -> Iterator[CellComment]:
    """Yield the comments on rows of roles; others are told, since no note can take them."""
    by_row = {row.row: row.role for row in rows}
    for comment in grid.comments:
        place = account.place(comment.place.row, comment.place.column)
        role = by_row.get(comment.place.row)
        if role is None:
            account.ignore("comment-elsewhere", place, author=comment.author, text=comment.text)
        else:
            yield CellComment(role, place, comment.author, comment.text)


def _tell_missing(
    columns: SheetColumns, rows: list[RoleRow], known: Known, account: Account
) -> None:
    """Tell of roles and parties that were sent out, or are the plan's, and did not come back."""
    base = known.ties.base
    parties = tuple(party.id for party in known.plan.parties)
    here = {row.role for row in rows}
    sent = known.roles if base is None else base.rows
    gone = [known.roles[id_].code for id_ in sent if id_ in known.roles and id_ not in here]
    if gone:
        code = "roles-not-found" if base is None else "rows-missing"
        account.notice(code, n=len(gone), roles=_listed(gone))
    held = {each.party for each in columns.parties}
    columns_sent = parties if base is None else base.parties
    lost = [party for party in columns_sent if party in parties and party not in held]
    if lost:
        code = "parties-not-found" if base is None else "columns-missing"
        account.notice(code, n=len(lost), parties=_listed(lost))


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:_LISTED]) + (" …" if len(names) > _LISTED else "")


def _of_sheets(
    says: list[_SheetSays], origin: str
) -> tuple[tuple[Said, ...], tuple[Question, ...]]:
    """Return what the sheets say together; where they differ, ask which of them counts."""
    first, *others = says
    if all(each.content == first.content for each in others):
        return first.said, tuple(first.account.questions)
    names = tuple(each.name for each in says)
    about = Remark("which-sheet", "", {"sheets": ", ".join(names)})
    question = Question(f"{origin}#which-sheet", about, names)
    said = [
        replace(one, given=(*one.given, *condition(question, each.name)))
        for each in says
        for one in each.said
    ]
    asked = (question, *(one for each in says for one in each.account.questions))
    return tuple(said), asked


def _of_other_letters(
    said: tuple[Said, ...], questions: tuple[Question, ...], origin: str, letters: str
) -> tuple[tuple[Said, ...], tuple[Question, ...]]:
    """Ask whether letters of another set mean the same, where any letter was changed."""
    if all(each.topic.party is None for each in said):
        return said, questions
    about = Remark("other-letter-set", "", {"set": str(sayable(letters))})
    question = Question(f"{origin}#other-letter-set", about)
    given = condition(question)
    asked = (
        each if each.topic.party is None else replace(each, given=(*each.given, *given))
        for each in said
    )
    return tuple(asked), (question, *questions)
