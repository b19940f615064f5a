"""Tables of Markdown texts: ours come back as they went out, those of others are joined."""

import pytest

from socplanner.domain.letter_sets import RACI
from socplanner.formats.external.understanding import understand
from socplanner.formats.format_error import FormatError
from socplanner.formats.matrix_markdown import escaped
from socplanner.formats.sheets.bounds import Allowance
from socplanner.formats.sheets.delimited_text import MOST_TEXT
from socplanner.formats.sheets.grid import Place
from socplanner.formats.sheets.markdown_text import grids_of_markdown
from socplanner.formats.sheets.reading import sheets_of

PHASES = """\
# RACI of the move

## Roles
| Role | Text |
|------|------|
| PM | leads |

- R = Responsible (does it)
- **A – Accountable:** owns it

## Phase 0 -- Set up

| Task | PM | Dev | QA |
|---|:-:|---:|---|
| Plan \\| draw | **A/R** | C | I |
| Build `main.tf` | A | R | _I_ |

```
| no | table |
|----|-------|
```

## Phase 1

| Task | PM | Dev | QA |
|---|---|---|---|
| [Test](http://x) it | A | C | R |
| Ship<br>it | A | R | I |
"""


def _texts(text: str) -> list[dict[Place, str]]:
    grids = grids_of_markdown(text.encode(), "raci.md", Allowance())
    return [dict(grid.texts) for grid in grids]


def test_tables_of_one_header_are_one_matrix_with_their_headings_as_groups() -> None:
    result = understand(sheets_of(PHASES.encode(), "raci.md").grids, [RACI])
    assert result.is_clear, result.unclear
    assert [(task.name, task.group) for task in result.tasks] == [
        ("Plan | draw", "Phase 0 -- Set up"),
        ("Build main.tf", "Phase 0 -- Set up"),
        ("Test it", "Phase 1"),
        ("Ship it", "Phase 1"),
    ]
    assert [cell.letters for cell in result.tasks[0].cells] == [("A", "R"), ("C",), ("I",)]
    assert result.meanings["A"].flag == "accountable"


@pytest.mark.parametrize(
    "text", ["a*b*c_d_", "**x** & <y> `z` ~~w~~", "a|b\\c", "[x](y) #1 $2", "&amp; * _"]
)
def test_what_we_escape_is_read_as_it_was(text: str) -> None:
    table = f"| {escaped('Head')} | {escaped(text)} |\n|---|---|\n| 1 | {escaped(text)} |\n"
    assert set(_texts(table)[0].values()) == {"Head", text, "1"}


def test_a_text_without_a_table_has_no_matrix() -> None:
    result = understand(sheets_of(b"# Notes\n\nSome | text\nand more\n", "notes.md").grids, [RACI])
    assert [each.code for each in result.unclear] == ["no-matrix"]


def test_a_text_that_is_too_big_or_too_wide_is_refused() -> None:
    with pytest.raises(FormatError):
        sheets_of(b" " * (MOST_TEXT + 1), "big.md")
    wide = "|" + "a|" * 20_000
    with pytest.raises(FormatError):
        sheets_of(f"{wide}\n|{'-|' * 20_000}\n".encode(), "wide.md")
