"""Cells as spreadsheets exchange them: tab-separated text, and a table of HTML."""

import html
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser

from socplanner.ui.kit.overriding import override

LONGEST_TEXT = 2_000_000
LONGEST_MARKUP = 8_000_000
"""The most characters read from the clipboard: far more than 5,000 roles by 50 parties need."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NEEDS_QUOTES = ("\t", "\n", "\r", '"')
Rows = Sequence[Sequence[str]]


def neutral(text: str) -> str:
    """Return `text` so that no spreadsheet reads it as a formula."""
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA) else text


def as_text(rows: Iterable[Iterable[str]]) -> str:
    """Return cells with tabs between them and a line end after each row."""
    return "".join("\t".join(_quoted(neutral(cell)) for cell in row) + "\n" for row in rows)


def as_html(rows: Iterable[Iterable[str]]) -> str:
    """Return cells as a table, which office programs prefer to text."""
    lines = (
        "<tr>" + "".join(f"<td>{_as_markup(neutral(cell))}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f'<meta charset="utf-8"><table>{"".join(lines)}</table>'


def from_text(text: str) -> list[list[str]]:
    """Return the fields of tab-separated `text`.

    A field in quotes may contain tabs, line ends and doubled quotes; other quotes are text.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        field, at = _field(plain, at)
        rows[-1].append(_unneutral(field))
        if at >= len(plain):
            return rows
        if plain[at] == "\n":
            rows.append([])
        at += 1


def from_html(text: str) -> list[list[str]]:
    """Return the cells of the first table of `text`; nothing where it has none."""
    reader = _TableReader()
    reader.feed(text)
    reader.close()
    return [row for row in reader.rows if row]


def _quoted(text: str) -> str:
    if any(each in text for each in _NEEDS_QUOTES):
        return '"' + text.replace('"', '""') + '"'
    return text


def _as_markup(text: str) -> str:
    return html.escape(text).replace("\r\n", "\n").replace("\n", "<br>")


def _field(text: str, at: int) -> tuple[str, int]:
    """Return the field that begins `at`, and the place where it ends."""
    if text.startswith('"', at):
        end = at + 1
        while (end := text.find('"', end)) >= 0 and text.startswith('"', end + 1):
            end += 2
        if end >= 0 and (end + 1 == len(text) or text[end + 1] in "\t\n"):
            return text[at + 1 : end].replace('""', '"'), end + 1
    ends = [place for place in (text.find("\t", at), text.find("\n", at)) if place >= 0]
    end = min(ends, default=len(text))
    return text[at:end], end


def _unneutral(text: str) -> str:
    is_neutral = text.startswith("'") and text.lstrip("'").startswith(_FORMULA)
    return text[1:] if is_neutral else text


class _TableReader(HTMLParser):
    """Reads the cells of the first table; a cell over several columns leaves the others blank."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._depth = 0
        self._tables = 0
        self._is_in_cell = False
        self._blanks = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
            self._tables += 1
        if self._depth != 1 or self._tables != 1:
            return
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
            self._is_in_cell = True
            self._blanks = _span(dict(attrs).get("colspan")) - 1
        elif tag == "br" and self._is_in_cell:
            self.rows[-1][-1] += "\n"

    @override
    def handle_endtag(self, tag: str) -> None:
        if self._depth == 1 and tag in ("td", "th") and self._is_in_cell:
            self._is_in_cell = False
            self.rows[-1][-1] = _unneutral(self.rows[-1][-1].strip(" \r\n\u00a0"))
            self.rows[-1].extend([""] * self._blanks)
        if tag == "table":
            self._depth -= 1

    @override
    def handle_data(self, data: str) -> None:
        if self._depth == 1 and self._is_in_cell:
            self.rows[-1][-1] += data.replace("\r", "").replace("\n", " ")


def _span(text: str | None) -> int:
    return min(int(text), 200) if text is not None and text.isdecimal() and int(text) else 1
