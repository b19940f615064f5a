"""The part of the workbook: names, order and visibility of its sheets, and relations of parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from socplanner.formats.format_error import refused
from socplanner.formats.sheets.bounds import MOST_SHEETS, Allowance
from socplanner.formats.sheets.cell_text import meant
from socplanner.formats.sheets.grid import Visibility
from socplanner.formats.sheets.package import Package
from socplanner.formats.sheets.xml_events import DEEPEST, Attributes, listen, names_by_tag

_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships|Relationship"
_IDS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships|id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships|id",
)
_TAGS = names_by_tag("sheet", "workbookPr", "workbook")
_VISIBILITIES: Mapping[str, Visibility] = {"hidden": "hidden", "veryHidden": "very-hidden"}


class Relation(NamedTuple):
    """A relation from one part to another; `kind` is the last step of its type."""

    kind: str
    target: str


class SheetEntry(NamedTuple):
    """A sheet in the list of the workbook; `relation` is the id of that to its part."""

    name: str
    relation: str
    visibility: Visibility


@dataclass(slots=True)
class Outline:
    """The content of the workbook's part; `is_present` is whether it is a workbook at all."""

    sheets: list[SheetEntry] = field(default_factory=list)
    is_1904: bool = False
    is_present: bool = False


def relations_of(package: Package, part: str, allowance: Allowance) -> Mapping[str, Relation]:
    """Return the relations of `part` by id, with full names of parts as targets; {} for none.

    The relations of the package itself are those of the part "".
    """
    folder, _, name = part.rpartition("/")
    rels_part = f"{folder}/_rels/{name}.rels"
    if rels_part not in package:
        return {}
    listener = _RelationsListener(rels_part, folder, allowance)
    listen(package.pieces(rels_part), rels_part, listener)
    return listener.relations


def outline_of(package: Package, part: str, allowance: Allowance) -> Outline:
    """Return the content of the workbook `part`; raise FormatError if it is damaged."""
    listener = _WorkbookListener(part, allowance)
    listen(package.pieces(part), part, listener)
    if not listener.outline.is_present:
        raise refused("workbook-part-damaged", part=part)
    return listener.outline


class _RelationsListener:
    """Collects relations."""

    def __init__(self, part: str, folder: str, allowance: Allowance) -> None:
        self._allowance = allowance
        self.relations: dict[str, Relation] = {}
        self._part = part
        self._folder = folder
        self._depth = 0

    def start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > DEEPEST or len(self.relations) > 2 * MOST_SHEETS:
            raise refused("workbook-part-damaged", part=self._part)
        if name != _RELATIONSHIP:
            return
        target = attributes.get("Target", "")
        if attributes.get("TargetMode") != "External" and not target.startswith(("/", "\\")):
            target = f"{self._folder}/{target}"
        kind = attributes.get("Type", "").rpartition("/")[2]
        identity = attributes.get("Id", "")
        self._allowance.count_text(identity + kind + target)
        self.relations[identity] = Relation(kind, target)

    def end(self, _: str) -> None:
        self._depth -= 1

    def text(self, text: str) -> None:
        pass


class _WorkbookListener:
    """Collects sheets."""

    def __init__(self, part: str, allowance: Allowance) -> None:
        self.outline = Outline()
        self._part = part
        self._allowance = allowance
        self._depth = 0

    def start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise refused("workbook-part-damaged", part=self._part)
        short = _TAGS.get(name)
        if short == "sheet":
            self._add_sheet(attributes)
        elif short == "workbookPr":
            self.outline.is_1904 = attributes.get("date1904") in {"1", "true"}
        elif short == "workbook":
            self.outline.is_present = True

    def end(self, _: str) -> None:
        self._depth -= 1

    def text(self, text: str) -> None:
        pass

    def _add_sheet(self, attributes: Attributes) -> None:
        if len(self.outline.sheets) >= MOST_SHEETS:
            raise refused("workbook-too-many-sheets", most=MOST_SHEETS)
        relation = next((attributes[each] for each in _IDS if each in attributes), "")
        visibility = _VISIBILITIES.get(attributes.get("state", ""), "visible")
        name = meant(attributes.get("name", ""))
        self._allowance.count_text(name + relation)
        self.outline.sheets.append(SheetEntry(name, relation, visibility))
