"""Days of closing are read in the forms that people write, and shown in one."""

import pytest

from socplanner.domain.closed_line import closed_line, closed_of_line
from socplanner.domain.work_calendar import ClosedDays

YEAR_END, FOUNDATION = ClosedDays("12-29", "01-03"), ClosedDays("05-01", "05-01")


@pytest.mark.parametrize(
    "line",
    [
        "12-29 to 01-03, 05-01",
        "12/29-1/3、5/1",
        "12月29日から1月3日まで、5月1日",
        "１２／２９～１／３，５／１",
        "12.29 – 1.3; 5.1",
        " 12-29 TO 1-3 , , 5-1 , 05-01",
    ],
)
def test_usual_forms_are_read(line: str) -> None:
    assert closed_of_line(line) == ((YEAR_END, FOUNDATION), "")


def test_what_is_shown_is_read_again() -> None:
    line = closed_line((YEAR_END, FOUNDATION))
    assert line == "12-29 to 01-03, 05-01"
    assert closed_of_line(line) == ((YEAR_END, FOUNDATION), "")
    assert closed_of_line("") == ((), "")


@pytest.mark.parametrize("part", ["summer", "13/1", "2/30", "12/29 to", "2027-05-01"])
def test_the_first_part_that_is_no_day_is_returned(part: str) -> None:
    assert closed_of_line(f"05-01, {part}, also bad") == ((FOUNDATION,), part)
