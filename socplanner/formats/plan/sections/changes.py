"""The change of one role in a phase: reading and writing it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, cast

from socplanner.domain.assessment import SCORES, SIDES, Score
from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.ids import PartyId
from socplanner.domain.letters import Cell
from socplanner.domain.names import LONGEST_TEXT, TEXT_PATTERN
from socplanner.domain.plan import NO_AIM, NO_LETTERS, Aim, Change
from socplanner.domain.waivers import is_day
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.canonical import Flow
from socplanner.formats.plan.sections.section import References, TreeMapping
from socplanner.formats.plan.shapes import Choice, MapOf, Record, Text
from socplanner.formats.plan.text_fields import long_text_of
from socplanner.wording.language import N_

_AREAS = {area.value: area for area in Area}
_SOURCINGS = {sourcing.value: sourcing for sourcing in Sourcing}
AIM = Record(
    {
        **{side: Choice(SCORES) for side in SIDES},
        "until": Text(N_("The day by which it is to be reached, such as 2026-12-31.")),
    },
    (),
    N_("How well a role is to be performed; unknown removes the aim of an earlier phase."),
)
DUTY = Record(
    {
        "area": Choice(tuple(_AREAS), N_("none: not placed.")),
        "sourcing": Choice(tuple(_SOURCINGS)),
        "letters": MapOf(
            Text(N_("Letters joined by /, such as A/R; ? is undecided.")), N_("By party.")
        ),
        "aim": AIM,
        "coverage": Text(N_("The hours covered."), TEXT_PATTERN, LONGEST_TEXT),
        "note": Text("", TEXT_PATTERN, LONGEST_TEXT),
    },
    (),
    N_("The values of one role in this phase; omitted values are as in the phase before."),
)


class ChangeReader:
    """Reads the changes of a file; each distinct cell text is parsed once."""

    def __init__(self, references: References) -> None:
        """Resolve letters and parties by `references`, whose parties must have been read."""
        self._references = references
        self._cells: dict[str, Cell] = {"": Cell("")}

    def change(self, record: TreeMapping, path: Path) -> Change:
        """Return the change written in `record`, fields None that it leaves out.

        Raise FormatError with the path of what is wrong.
        """
        area = record.get("area")
        sourcing = record.get("sourcing")
        letters = record.get("letters")
        aim = record.get("aim")
        coverage, note = record.get("coverage"), record.get("note")
        return Change(
            None if area is None else _AREAS[str(area)],
            None if sourcing is None else _SOURCINGS[str(sourcing)],
            self._letters(cast("TreeMapping", letters), path) if letters else NO_LETTERS,
            _aim(cast("TreeMapping", aim), (*path, "aim")) if aim else NO_AIM,
            None if coverage is None else long_text_of(str(coverage), (*path, "coverage")),
            None if note is None else long_text_of(str(note), (*path, "note")),
        )

    def _letters(self, record: TreeMapping, path: Path) -> Mapping[PartyId, Cell]:
        cells, parties = self._cells, self._references.parties
        letters: dict[PartyId, Cell] = {}
        for party, written in record.items():
            if written is None:
                continue
            if party not in parties:
                if party.startswith("x-"):
                    continue
                raise self._references.unknown_party(party, (*path, "letters", party))
            cell = cells.get(cast("str", written))
            if cell is None:
                cell = self._new_cell(cast("str", written), (*path, "letters", party))
            letters[cast("PartyId", party)] = cell
        return MappingProxyType(letters) if letters else NO_LETTERS

    def _new_cell(self, written: str, path: Path) -> Cell:
        cell = self._references.letter_set.read(written)
        if cell is None:
            letters = ", ".join(
                [*(each.symbol for each in self._references.letter_set.letters), "?"]
            )
            raise refused("unknown-letter", path, letter=written, choices=letters)
        self._cells[written] = cell
        return cell


def _aim(record: TreeMapping, path: Path) -> Aim:
    inhouse, outsourced = (cast("Score | None", record.get(side)) for side in SIDES)
    until = record.get("until")
    if until and not is_day(str(until)):
        raise refused("bad-day", (*path, "until"), day=until)
    aim = Aim(inhouse, outsourced, None if until is None else str(until))
    return NO_AIM if aim == NO_AIM else aim


def tree_of_change(change: Change, party_places: Mapping[PartyId, int]) -> dict[str, Any]:
    """Return the tree of `change`, letters in the order of `party_places`; nothing for None."""
    entry: dict[str, Any] = {}
    if change.area is not None:
        entry["area"] = change.area.value
    if change.sourcing is not None:
        entry["sourcing"] = change.sourcing.value
    if change.letters:
        ordered = sorted(change.letters, key=lambda party: party_places.get(party, 0))
        entry["letters"] = Flow((party, change.letters[party]) for party in ordered)
    if change.aim != NO_AIM:
        entry["aim"] = _written_aim(change.aim)
    if change.coverage is not None:
        entry["coverage"] = change.coverage
    if change.note is not None:
        entry["note"] = change.note
    return entry


def _written_aim(aim: Aim) -> Flow:
    values = {"inhouse": aim.inhouse, "outsourced": aim.outsourced, "until": aim.until}
    return Flow((key, value) for key, value in values.items() if value is not None)
