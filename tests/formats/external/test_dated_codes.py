"""Codes that Excel took for days are codes again, with a note; days stay days."""

import pytest

from socplanner.domain.letter_sets import RACI
from socplanner.formats.external.dated_codes import codes_behind_dates
from socplanner.formats.external.understanding import understand
from tests.support.grids import grid


@pytest.mark.parametrize(
    ("texts", "is_headed", "codes"),
    [
        (("2026-01-02", "2026-01-03", "1-13"), False, ["1-2", "1-3"]),
        (("2026-02-01", "2026-03-01", "1.13"), False, ["1.2", "1.3"]),
        (("1/1", "2026-01-02", "2026-02-01"), False, ["1/2", "2/1"]),
        (("2026-01-01", "2026-01-02", "2026-02-01"), True, ["1-1", "1-2", "2-1"]),
        (("1.1", "2026-02-01", "2026-01-02"), False, ["1.2", "2.1"]),
        (("2026-01-02", "2026-01-03"), False, []),
        (("2026-01-02", "2027-01-03"), True, []),
        (("2026-01-02", "soon"), True, []),
        (("1-1", "1-2"), True, []),
    ],
)
def test_days_among_pairs_of_numbers_are_codes(
    texts: tuple[str, ...], is_headed: bool, codes: list[str]
) -> None:
    found = codes_behind_dates(texts, is_headed=is_headed)
    assert [found[text] for text in texts if text in found] == codes


@pytest.mark.parametrize("heading", ["No", ""])
def test_codes_that_excel_took_for_days_are_noted(heading: str) -> None:
    rows = ("2026-01-02|Detect|R|A|C", "2026-01-03|Contain|R|A|C", "1-4|Report|I|A|R")
    found = understand([grid(f"{heading}|Task|SOC|CSIRT|IT", *rows)], [RACI])
    assert [task.code for task in found.tasks] == ["1-2", "1-3", "1-4"]
    assert [(note.code, note.values["cells"]) for note in found.notes] == [
        ("code-from-date", "A2 “1-2”, A3 “1-3”")
    ]


def test_a_column_of_days_is_no_column_of_codes() -> None:
    rows = ("2026-01-02|Detect|R|A|C", "2026-02-03|Contain|R|A|C", "2026-03-04|Report|I|A|R")
    found = understand([grid("Due|Task|SOC|CSIRT|IT", *rows)], [RACI])
    assert [task.code for task in found.tasks] == ["", "", ""]
