"""From the bytes of an untrusted file to grids: the public functions of this package."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from socplanner.domain.problem import Problem
from socplanner.formats.format_error import FormatError, refused
from socplanner.formats.plan.yaml_reading import collector_paused
from socplanner.formats.sheets.bounds import MEGABYTE, MOST_PACKED, Allowance
from socplanner.formats.sheets.comments_part import comments_of, people_of
from socplanner.formats.sheets.delimited_text import MOST_TEXT, TEXT_ENDINGS, grid_of_text
from socplanner.formats.sheets.empty_cells import without_empty
from socplanner.formats.sheets.grid import Comment, Grid, Sheets
from socplanner.formats.sheets.markdown_text import MARKDOWN_ENDINGS, grids_of_markdown
from socplanner.formats.sheets.merging import drop_covered
from socplanner.formats.sheets.package import Package
from socplanner.formats.sheets.rejected_files import (
    OLE,
    ZIP,
    is_unsafe_part,
    package_refusal,
    refusal_of,
)
from socplanner.formats.sheets.shared_strings import Strings, shared_strings
from socplanner.formats.sheets.sheet_part import Shared, worksheet_of
from socplanner.formats.sheets.styles_part import StyleTable, styles_of
from socplanner.formats.sheets.workbook_part import (
    Relation,
    SheetEntry,
    outline_of,
    relations_of,
)

_USUAL_WORKBOOK = "xl/workbook.xml"
_NOTED = {"vbaProject": "workbook-macros", "externalLink": "workbook-links"}


def sheets_of(content: bytes, name: str) -> Sheets:
    """Return the sheets of the file `name` with `content`; raise FormatError if it is unreadable.

    A file named as delimited text is one sheet, one named as Markdown has its tables, unless the
    content is a workbook after all.
    """
    if name.lower().endswith(TEXT_ENDINGS) and not content.startswith((ZIP, OLE)):
        return Sheets((grid_of_text(content, name, Allowance()),))
    if name.lower().endswith(MARKDOWN_ENDINGS) and not content.startswith((ZIP, OLE)):
        return Sheets(grids_of_markdown(content, name, Allowance()))
    if len(content) > MOST_PACKED:
        raise too_big(name)
    refusal = refusal_of(content)
    if refusal is not None:
        raise refusal
    with collector_paused():
        return _BookReader(content).sheets()


def too_big(name: str) -> FormatError:
    """Return the error for the file `name` with more bytes than are read."""
    if name.lower().endswith((*TEXT_ENDINGS, *MARKDOWN_ENDINGS)):
        return refused("text-too-big", most=MOST_TEXT // MEGABYTE)
    return refused("workbook-too-big", most=MOST_PACKED // MEGABYTE)


class _BookReader:
    """Reads one workbook part by part, within one allowance."""

    def __init__(self, content: bytes) -> None:
        self._allowance = Allowance()
        self._package = Package(content, self._allowance)
        self._notes: list[Problem] = []
        self._people_here: Mapping[str, str] = {}

    def sheets(self) -> Sheets:
        """Return the grids of the workbook, and notes on what was not read."""
        book = self._workbook_part()
        relations = relations_of(self._package, book, self._allowance)
        self._notes += [
            Problem(code)
            for kind, code in _NOTED.items()
            if any(each.kind == kind for each in relations.values())
        ]
        outline = outline_of(self._package, book, self._allowance)
        shared = Shared(
            self._strings(relations.values()),
            self._styles(relations.values()),
            outline.is_1904,
            self._allowance,
        )
        self._people_here = self._people(relations.values())
        grids = [
            self._grid(entry, part, shared)
            for entry in outline.sheets
            if (part := self._sheet_part(entry, relations)) is not None
        ]
        return Sheets(tuple(grids), tuple(self._notes))

    def _sheet_part(self, entry: SheetEntry, relations: Mapping[str, Relation]) -> str | None:
        """Return the name of the sheet's part, or None with a note if it is no worksheet."""
        relation = relations.get(entry.relation)
        if relation is not None and relation.kind == "worksheet":
            return relation.target
        self._notes.append(Problem("workbook-sheet-skipped", {"sheet": entry.name}))
        return None

    def _workbook_part(self) -> str:
        """Return the name of the workbook's part; raise FormatError for another kind of file."""
        for relation in relations_of(self._package, "", self._allowance).values():
            if relation.kind == "officeDocument" and relation.target in self._package:
                if is_unsafe_part(relation.target):
                    raise package_refusal(self._package)
                return relation.target
        if _USUAL_WORKBOOK in self._package:
            return _USUAL_WORKBOOK
        raise package_refusal(self._package)

    def _strings(self, relations: Iterable[Relation]) -> Strings:
        for each in relations:
            if each.kind == "sharedStrings" and each.target in self._package:
                return shared_strings(self._package, each.target, self._allowance)
        return Strings()

    def _styles(self, relations: Iterable[Relation]) -> StyleTable:
        """Return the styles; damaged ones are noted and ignored."""
        for relation in relations:
            if relation.kind == "styles":
                try:
                    return styles_of(self._package, relation.target)
                except FormatError:
                    self._notes.append(Problem("workbook-styles-unread"))
        return StyleTable()

    def _people(self, relations: Iterable[Relation]) -> Mapping[str, str]:
        try:
            return people_of(self._package, tuple(relations), self._allowance)
        except FormatError:
            return {}

    def _comments(self, entry: SheetEntry, part: str) -> tuple[Comment, ...]:
        """Return the comments on a sheet; damaged ones are noted and ignored."""
        try:
            relations = relations_of(self._package, part, self._allowance)
            return comments_of(
                self._package, tuple(relations.values()), self._people_here, self._allowance
            )
        except FormatError:
            self._notes.append(Problem("workbook-comments-unread", {"sheet": entry.name}))
            return ()

    def _grid(self, entry: SheetEntry, part: str, shared: Shared) -> Grid:
        sheet = worksheet_of(self._package.pieces(part, without_empty), part, shared)
        if sheet.without_value:
            values = {"sheet": entry.name, "number": sheet.without_value}
            self._notes.append(Problem("workbook-formulas-without-values", values))
        texts = sheet.texts
        drop_covered(texts, sheet.merged)
        hidden = {place.column for place in texts if sheet.hidden_columns[place.column]}
        return Grid(
            entry.name,
            MappingProxyType(texts),
            tuple(sorted(sheet.merged)),
            entry.visibility,
            frozenset(sheet.hidden_rows),
            frozenset(hidden),
            MappingProxyType(sheet.unread),
            MappingProxyType(sheet.struck),
            self._comments(entry, part),
        )
