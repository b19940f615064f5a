"""Reading a row of a self-check sheet: its role, its scores, and the texts beside them."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from socplanner.domain.assessment import NO_SCORES, SIDES, RoleScores, Score, Side
from socplanner.domain.external.score_matching import plain_code
from socplanner.domain.external.score_sheet import ColumnMeaning, ScoreRow, Unread
from socplanner.domain.external.sheet_places import column_letters
from socplanner.domain.names import LONGEST_TEXT, clean_text
from socplanner.formats.external.field_words import one_line, words_in
from socplanner.formats.external.score_cells import score_in
from socplanner.formats.external.score_table import ScoreTable
from socplanner.formats.external.score_words import TOTALS

_SHOWN = 60
"""How many characters of a text are shown in a message."""


class ReadRow(NamedTuple):
    """A row, None where it has nothing to import, and what of it is not read."""

    row: ScoreRow | None
    left_out: tuple[Unread, ...] = ()


class ScoreRowReader:
    """Reads the rows of one table."""

    def __init__(self, table: ScoreTable, *, is_ours: bool) -> None:
        """Read rows of `table`; `is_ours` if the workbook was made by this program."""
        self._is_ours = is_ours
        self._columns: dict[ColumnMeaning, int] = {}
        for column in table.columns:
            if column.meaning:
                self._columns.setdefault(column.meaning, column.number)

    def read(self, number: int, cells: Mapping[int, str]) -> ReadRow:
        """Return the row, None where it has neither scores nor texts, and what is not read."""
        code, name = self._code_and_name(cells)
        texts = [each for meaning in self._columns if (each := self._text(cells, meaning))]
        named = {self._text(cells, "code"), self._text(cells, "role")}
        if not [each for each in texts if each not in named]:
            return ReadRow(None)
        leading = next(iter(cells.values()))
        if words_in(leading)[:1] and words_in(leading)[0] in TOTALS:
            values = {"row": number, "text": shown_part(leading)}
            return ReadRow(None, (Unread("totals", values),))
        if not code and not name:
            values = {"row": number, "text": shown_part("; ".join(texts))}
            return ReadRow(None, (Unread("row-without-role", values),))
        scores, left_out = self._scores(number, cells)
        if scores == NO_SCORES:
            return ReadRow(None, left_out)
        return ReadRow(ScoreRow(number, code, name, scores), left_out)

    def _text(self, cells: Mapping[int, str], meaning: ColumnMeaning) -> str:
        column = self._columns.get(meaning)
        return "" if column is None else cells.get(column, "").strip()

    def _code_and_name(self, cells: Mapping[int, str]) -> tuple[str, str]:
        """Return code and name; a code before the name in one cell is separated."""
        code, name = plain_code(self._text(cells, "code")), one_line(self._text(cells, "role"))
        if not code:
            first, _, rest = name.partition(" ")
            leading = plain_code(first.rstrip(":：.．)"))
            if leading != first and not rest:
                return leading, ""
            if len(leading) > 1 and leading[0].isalpha() and leading[-1].isdigit():
                return leading, rest.strip()
        return code, name

    def _scores(
        self, number: int, cells: Mapping[int, str]
    ) -> tuple[RoleScores, tuple[Unread, ...]]:
        left_out: list[Unread] = []
        scores = NO_SCORES
        for side in SIDES:
            score = self._score(number, cells, side, left_out)
            scores = scores.with_side(side, scores.of(side)._replace(score=score))
        for field in ("evidence", "remark"):
            scores = self._with_texts(number, cells, scores, field, left_out)
        return scores, tuple(left_out)

    def _score(
        self, number: int, cells: Mapping[int, str], side: ColumnMeaning, left_out: list[Unread]
    ) -> Score | None:
        text = self._text(cells, side)
        try:
            return score_in(text, is_ours=self._is_ours)
        except ValueError:
            values = {"cell": self._cell(side, number), "text": shown_part(text)}
            left_out.append(Unread("not-a-score", values))
            return None

    def _with_texts(
        self,
        number: int,
        cells: Mapping[int, str],
        scores: RoleScores,
        field: str,
        left_out: list[Unread],
    ) -> RoleScores:
        """Return `scores` with the evidence or the remarks of the row."""
        for meaning, sides in _TEXT_COLUMNS[field].items():
            text = clean_text(self._text(cells, meaning))
            chosen = sides if len(sides) == 1 else _answered_sides(scores)
            values = {"cell": self._cell(meaning, number), "text": shown_part(text)}
            if text and not chosen:
                left_out.append(Unread("text-without-score", values))
            for side in chosen if text else ():
                before = getattr(scores.of(side), field)
                joined = f"{before}\n{text}" if before else text
                if len(joined) > LONGEST_TEXT:
                    values = {**values, "most": str(LONGEST_TEXT)}
                    left_out.append(Unread("text-too-long", values))
                    continue
                changed: dict[str, Any] = {field: joined}
                scores = scores.with_side(side, scores.of(side)._replace(**changed))
        return scores

    def _cell(self, meaning: ColumnMeaning, number: int) -> str:
        return f"{column_letters(self._columns.get(meaning, 0))}{number}"


def _answered_sides(scores: RoleScores) -> tuple[Side, ...]:
    """Return the sides with points, or else those that are not applicable."""
    scored = tuple(side for side in SIDES if scores.of(side).score is not None)
    return tuple(side for side in scored if scores.of(side).score != "na") or scored


_TEXT_COLUMNS: Mapping[str, Mapping[ColumnMeaning, tuple[Side, ...]]] = {
    "evidence": {
        "evidence": SIDES,
        "inhouse-evidence": ("inhouse",),
        "outsourced-evidence": ("outsourced",),
    },
    "remark": {
        "remark": SIDES,
        "inhouse-remark": ("inhouse",),
        "outsourced-remark": ("outsourced",),
    },
}
"""The sides of each column of texts; those of both sides come first."""


def shown_part(text: str) -> str:
    """Return `text` for a message, cut if it is long."""
    line = one_line(text)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
