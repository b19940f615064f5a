"""The responsibility matrix as a Markdown table, as GitHub, GitLab and wikis show it."""

import re
from collections.abc import Iterable

from socplanner.domain.letters import UNDECIDED
from socplanner.domain.matrix import Matrix
from socplanner.formats.matrix_table import PlainTable, table_of
from socplanner.formats.workbook.legend import meaning
from socplanner.wording.language import Words
from socplanner.wording.marking import marking_label
from socplanner.wording.terms import letter_name, phase_name

_MARKUP = re.compile(r"[\\`*_\[\]|~$#]")
_AS_ENTITY = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_LINE_BREAK = re.compile(r"\r\n|[\r\n]")
_FIRST_PARTY = 6


def render_markdown(matrix: Matrix, words: Words) -> bytes:
    """Return the Markdown of `matrix` in UTF-8: a heading, the table, and a legend of letters."""
    title = words.tr(
        "{organisation}: responsibility matrix, {phase}",
        organisation=matrix.plan.organisation,
        phase=phase_name(matrix.phase, words),
    )
    letters = (*matrix.plan.letter_set.letters, UNDECIDED)
    legend = PlainTable(
        (words.tr("Letter"), words.tr("Name"), words.tr("Meaning")),
        tuple((each.symbol, letter_name(each, words), meaning(each, words)) for each in letters),
    )
    parties = range(_FIRST_PARTY, _FIRST_PARTY + len(matrix.plan.parties))
    table = _lines(table_of(matrix, words), parties)
    marking = marking_label(matrix.plan.marking)
    marked = [f"**{escaped(marking)}**", ""] if marking else []
    lines = [f"# {escaped(title)}", "", *marked, *table, "", *_lines(legend, range(1))]
    return "".join(f"{line}\n" for line in lines).encode()


def escaped(text: str) -> str:
    """Return `text` escaped, so that it shows as it is, on one line and in one cell."""
    plain = _MARKUP.sub(r"\\\g<0>", text.strip().translate(_AS_ENTITY))
    return _LINE_BREAK.sub("<br>", plain)


def _lines(table: PlainTable, centred: range) -> list[str]:
    """Return the lines of `table`, texts of the columns `centred` in the middle."""
    rules = (":-:" if column in centred else "---" for column in range(len(table.headings)))
    return [
        _line(map(escaped, table.headings)),
        _line(rules),
        *(_line(map(escaped, row)) for row in table.rows),
    ]


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
