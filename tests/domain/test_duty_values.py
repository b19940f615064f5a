"""Whatever can be said of a role in a workbook is read from a duty and written into it."""

from dataclasses import replace
from typing import get_args

import pytest

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.duty_values import (
    FIELDS,
    DutyAddress,
    Field,
    clean_value,
    duty_value,
    validate_text,
    with_duty_value,
)
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.names import LONGEST_COVERAGE, LONGEST_TEXT
from socplanner.domain.plan import Duty
from tests.support.small_plan import A1, IT, SOC

DUTY = Duty(Area.II, Sourcing.BOTH, {SOC: Cell("A/R")}, coverage="24x365", note="Daily.")


def test_the_value_of_each_field_is_that_of_the_duty() -> None:
    assert get_args(Field) == FIELDS
    assert [duty_value(DUTY, DutyAddress(A1, field)) for field in FIELDS] == [
        *("", "both", "II", "24x365", "Daily."),
    ]
    assert duty_value(DUTY, DutyAddress(A1, "letters", SOC)) == "A/R"
    assert duty_value(DUTY, DutyAddress(A1, "letters", IT)) == BLANK


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("sourcing", "insource", replace(DUTY, sourcing=Sourcing.INSOURCE)),
        ("area", "none", replace(DUTY, area=Area.UNPLACED)),
        ("coverage", "8x5\nand more", replace(DUTY, coverage="8x5 and more")),
        ("note", "One.\r\nTwo.\x07", replace(DUTY, note="One.\nTwo.")),
    ],
)
def test_a_value_is_written_into_its_field_alone(field: Field, value: str, expected: Duty) -> None:
    assert with_duty_value(DUTY, DutyAddress(A1, field), value) == expected


@pytest.mark.parametrize(("field", "value"), [("sourcing", "in"), ("area", "V"), ("letters", "R")])
def test_what_can_be_no_value_of_a_field_is_refused(field: Field, value: str) -> None:
    with pytest.raises(ValueError, match=value):
        with_duty_value(DUTY, DutyAddress(A1, field), value)


@pytest.mark.parametrize(
    ("field", "longest"), [("coverage", LONGEST_COVERAGE), ("note", LONGEST_TEXT)]
)
def test_a_text_fits_until_it_is_too_long_once_it_is_clean(field: Field, longest: int) -> None:
    assert validate_text(field, "x" * longest + "\x07") is None
    problem = validate_text(field, "x" * (longest + 1))
    assert problem is not None
    assert problem.code == "text-too-long"
    assert problem.values == {"length": longest + 1, "longest": longest}


def test_only_texts_can_be_too_long_and_only_notes_have_lines() -> None:
    assert validate_text("area", "x" * 9999) is None
    assert clean_value("coverage", "a\nb") == "a b"
    assert clean_value("note", "a\nb") == "a\nb"
