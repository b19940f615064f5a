"""Returned tender packs: from their sheets to a bid, cell by cell.

Rules:

1. A pack is recognised by the key on its hidden sheet, or on the sheet of the answers. Without the
   record of plan and provider it is refused: it is not clear what it answers.
2. Rows and columns are located by hidden keys, so that rows may be sorted and columns moved.
3. A cell that cannot be read is reported with its sheet and cell, and left out of the bid; so are
   answers and prices in rows that a vendor has added, and those merged over several roles. Blank
   cells are not answered.
4. Answers are read in both languages, and as ○, △ and ×. For prices and days see `bid_values`.
5. Roles that the provider performs and of which the pack has no row are noted: the vendor has
   removed it, or the plan has changed since.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from socplanner.domain.catalogue import Role
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import normal_symbol
from socplanner.domain.names import LONGEST_NAME, LONGEST_TEXT, clean_line, clean_text
from socplanner.domain.plan import Plan
from socplanner.domain.problem import Problem
from socplanner.domain.tender.comparison import performed_roles
from socplanner.domain.tender.returned_bid import CellProblem, ReturnedBid
from socplanner.domain.tender_inputs import (
    NO_BID_ANSWER,
    VENDOR_ANSWERS,
    Bid,
    BidAnswer,
    VendorAnswer,
)
from socplanner.formats.format_error import displayable, refused
from socplanner.formats.record.cell_references import column_name
from socplanner.formats.record.tender_keys import (
    ANSWERS_KEY,
    FIELD_COLUMNS,
    FIELD_PREFIX,
    ROLE_PREFIX,
    TENDER_FORMAT,
    TENDER_KEY,
)
from socplanner.formats.reimport.answer_rows import AnswerRows, answer_rows_in
from socplanner.formats.reimport.bid_values import day_in, is_in_words, written_price
from socplanner.formats.sheets.grid import Grid, Place, Sheets
from socplanner.wording.language import Words
from socplanner.wording.tender_words import answer_name

_MOST_KEYS = 20
_NOT_READ_ANYWAY = frozenset({"workbook-formulas-without-values"})
"""The total is a formula that is not read; other cells with formulas are reported one by one."""

_SIGNS: Mapping[str, VendorAnswer] = {
    **dict.fromkeys("○◯〇◎", "yes"),
    **dict.fromkeys("△▲", "conditions"),
    **dict.fromkeys("×✕✗", "no"),
}


def is_tender_pack(sheets: Sheets) -> bool:
    """Return whether a workbook is a tender pack, however it was edited since."""
    return any(
        text in (TENDER_KEY, ANSWERS_KEY) for grid in sheets.grids for text in grid.texts.values()
    )


def bid_of(
    sheets: Sheets,
    origin: str,
    plan: Plan,
    languages: Sequence[Words],
    *,
    of_any_plan: bool = False,
) -> ReturnedBid:
    """Return the bid in the pack `sheets`; `origin` is its label.

    Raise FormatError if it was made from another plan and not `of_any_plan`, names no provider of
    `plan`, or has no answers.
    """
    record = _record(sheets.grids)
    if not record.get("plan") or not record.get("party"):
        raise refused("bid-without-record")
    if _is_newer(record[TENDER_KEY]):
        raise refused("workbook-of-newer-program")
    if record["plan"] != plan.id and not of_any_plan:
        raise refused("workbook-of-other-plan")
    party = plan.party(PartyId(record["party"]))
    if party is None or not party.is_provider:
        raise refused("bid-of-unknown-party", party=record["party"])
    answers, notes = answer_rows_in(sheets.grids)
    currency = record.get("currency", "")
    reader = _Reader(answers, plan, languages, currency)
    phase = plan.phase(PhaseId(record.get("phase", "")))
    if phase is not None:
        notes += _roles_without_row(answers, performed_roles(plan, phase.id, party.id))
    bid = reader.bid(None if phase is None else phase.id)
    return ReturnedBid(
        origin,
        party.id,
        bid,
        str(displayable(currency)),
        day_in(record.get("date", "")),
        tuple(reader.problems),
        (*(each for each in sheets.notes if each.code not in _NOT_READ_ANYWAY), *notes),
    )


class _Reader:
    """Reads the cells of the answers; `problems` are those that cannot be read."""

    def __init__(
        self, answers: AnswerRows, plan: Plan, languages: Sequence[Words], currency: str
    ) -> None:
        self._answers = answers
        self._plan = plan
        self._currency = currency
        self._words: dict[str, VendorAnswer] = {}
        for answer in VENDOR_ANSWERS:
            for text in (answer, *(answer_name(answer, words) for words in languages)):
                self._words[normal_symbol(text)] = answer
        self._words |= {normal_symbol(sign): answer for sign, answer in _SIGNS.items()}
        self.problems: list[CellProblem] = []

    def bid(self, phase: PhaseId | None) -> Bid:
        """Return the bid, its vendor and day as they were entered."""
        fields = {
            key.removeprefix(FIELD_PREFIX): row
            for key, row in self._answers.rows
            if key.startswith(FIELD_PREFIX)
        }
        bid = Bid(
            "",
            self._text(fields.get("vendor"), FIELD_COLUMNS["vendor"], is_line=True),
            self._day(fields.get("date")),
            phase,
            self._answers_by_role(),
            self._price(fields.get("flat"), FIELD_COLUMNS["flat"]),
            self._price(fields.get("once"), FIELD_COLUMNS["once"]),
            self._comment(fields),
        )
        for column, row in self._answers.merged():
            self._report(row, column, "bid-cells-merged", "")
        for column, row in self._answers.without_key():
            number = self._answers.columns[column]
            text = self._answers.grid.text(row, number)
            self._report(row, column, "bid-row-without-key", text)
        return bid

    def _answers_by_role(self) -> Mapping[RoleId, BidAnswer]:
        result: dict[RoleId, BidAnswer] = {}
        for key, row in self._answers.rows:
            if not key.startswith(ROLE_PREFIX):
                continue
            role = RoleId(key.removeprefix(ROLE_PREFIX))
            word, price = self._answer(row), self._price(row, "price")
            comment = self._with_words(self._text(row, "comment"), row, "price")
            answer = BidAnswer(word, price, comment)
            if answer == NO_BID_ANSWER:
                continue
            if self._plan.role(role) is None:
                self._report(row, "role", "bid-for-unknown-role", str(role))
            elif role in result:
                self._report(row, "role", "bid-role-twice", str(role))
            else:
                result[role] = answer
        return MappingProxyType(result)

    def _answer(self, row: int) -> VendorAnswer | None:
        text = self._cell(row, "answer")
        if not text:
            return None
        answer = self._words.get(normal_symbol(text))
        if answer is None:
            self._report(row, "answer", "bid-unknown-answer", text)
        return answer

    def _price(self, row: int | None, column: str) -> float | None:
        text = "" if row is None else self._cell(row, column)
        if row is None or not text:
            return None
        price = written_price(text, self._currency)
        if price.other_currency:
            self._report(row, column, "bid-other-currency", text, currency=self._currency)
        elif price.value is None:
            code = "bid-price-in-words" if is_in_words(text) else "bid-bad-price"
            self._report(row, column, code, text)
        return price.value

    def _comment(self, fields: Mapping[str, int]) -> str:
        comment = self._text(fields.get("comment"), FIELD_COLUMNS["comment"])
        for field in ("flat", "once"):
            comment = self._with_words(comment, fields.get(field), FIELD_COLUMNS[field])
        return comment

    def _with_words(self, comment: str, row: int | None, column: str) -> str:
        """Return `comment` with what stands in place of a price below it, such as “separately”."""
        number = self._answers.columns.get(column)
        if row is None or number is None:
            return comment
        text = clean_text(self._answers.grid.text(row, number))
        if not is_in_words(text):
            return comment
        joined = f"{comment}\n{text}" if comment else text
        return joined if len(joined) <= LONGEST_TEXT else comment

    def _day(self, row: int | None) -> str:
        text = "" if row is None else self._cell(row, FIELD_COLUMNS["date"])
        day = day_in(text)
        if row is not None and text and not day:
            self._report(row, FIELD_COLUMNS["date"], "bid-bad-day", text)
        return day

    def _text(self, row: int | None, column: str, *, is_line: bool = False) -> str:
        if row is None:
            return ""
        text = self._cell(row, column)
        clean = clean_line(text) if is_line else clean_text(text)
        longest = LONGEST_NAME if is_line else LONGEST_TEXT
        if len(clean) > longest:
            self._report(row, column, "bid-text-too-long", text, longest=longest)
            return ""
        return clean

    def _cell(self, row: int, column: str) -> str:
        """Return the text of a cell; report one whose text the file does not have."""
        number = self._answers.columns.get(column)
        if number is None:
            return ""
        unread = self._answers.grid.unread.get(Place(row, number))
        if unread is not None:
            self._report(row, column, "bid-cell-unread", "")
            return ""
        return self._answers.grid.text(row, number).strip()

    def _report(self, row: int, column: str, code: str, text: str, **values: object) -> None:
        letters = column_name(self._answers.columns.get(column, 1) - 1)
        place = f"{self._answers.grid.name}!{letters}{row}"
        shown = displayable(text)
        self.problems.append(CellProblem(place, Problem(code, {"text": shown, **values})))


def _record(grids: Iterable[Grid]) -> Mapping[str, str]:
    """Return the keys and values of the record, empty where there is none."""
    for grid in grids:
        for place, text in grid.texts.items():
            if text == TENDER_KEY:
                rows = range(place.row, place.row + _MOST_KEYS)
                return {
                    grid.text(row, place.column): grid.text(row, place.column + 1)
                    for row in rows
                    if grid.text(row, place.column)
                }
    return {}


def _roles_without_row(answers: AnswerRows, roles: Iterable[Role]) -> tuple[Problem, ...]:
    keys = {key for key, _ in answers.rows}
    missing = [role.code for role in roles if f"{ROLE_PREFIX}{role.id}" not in keys]
    return (Problem("bid-rows-missing", {"roles": ", ".join(missing)}),) if missing else ()


def _is_newer(version: str) -> bool:
    return version.isdecimal() and len(version) < 10 and int(version) > int(TENDER_FORMAT)
